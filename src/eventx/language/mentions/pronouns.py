"""Pronouns: he, she, they, the pair, I; by gender, number, recency and subject preference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.language.mentions.holders import recent_persons
from eventx.language.mentions.lexicon import PRONOUNS
from eventx.language.mentions.phrases import Phrase
from eventx.language.mentions.referents import Referent

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_BREAKS = frozenset({"that", "said", "says", "who", "which", "while", "because", "after", "before", "when", "as", "but",
                     "if", "and", ",", ";", ":", "where", "since", "for"})  # fmt: skip
_OBJECTS = frozenset({"him", "them", "me", "us"})


def single(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Whom "he", "her", "himself" means."""
    gender = phrase.gender
    quoted = register.speaker_at(phrase, sentence)
    pool = register.referents.persons(
        lambda r: not r.plural and r.salience(sentence) > 0 and r.gender in (gender, "") and r is not quoted
    )
    barred = _clause_subject(register, phrase, sentence) if _is_object(register, phrase, sentence) else None
    best: Referent | None = None
    best_score = 0.0
    for referent in pool:
        if referent is barred:
            continue
        score = referent.salience(sentence) * (1.0 if referent.gender else 0.55)
        if referent.role is not None and referent.role.value != "other":
            score *= 1.15
        if phrase.pronoun.endswith("self") and referent.last[0] == sentence:
            score *= 2
        if score > best_score:
            best, best_score = referent, score
    if best is not None and not best.gender:
        best.gender = gender
    return best


def _is_object(register: Register, phrase: Phrase, sentence: int) -> bool:
    """True for "him", and for "her" without a noun after it."""
    if phrase.pronoun != "her":
        return phrase.pronoun in _OBJECTS
    tags = register.tokens(sentence).tags
    after = phrase.last + 1
    return after >= len(tags) or tags[after] not in ("NOUN", "ADJ", "PROPN", "NUM", "ADV")


def _clause_subject(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """The subject of the pronoun's own clause: "Putin met him" does not mean Putin."""
    lowers = register.tokens(sentence).lowers
    for referent in register.referents.persons(lambda r: r.last[0] == sentence and r.subject_in == sentence):
        between = lowers[referent.last[1] + 1 : phrase.first]
        if not any(word in _BREAKS for word in between):
            return referent
    return None


def several(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, ...]:
    """Whom "they", "the pair", "the two" mean: one plural referent, or single ones."""
    if phrase.count or phrase.pronoun not in PRONOUNS:
        if not phrase.count and phrase.pronoun == "sides":
            return ()
        return recent_persons(register, phrase, sentence, None)
    groups = [
        r
        for r in register.referents
        if r.plural and r.mentioned and r.salience(sentence) > 0 and r.last < (sentence, phrase.first)
    ]
    best = max(groups, key=lambda r: (r.salience(sentence), r.last), default=None)
    pair = register.coordinated(sentence)
    if pair and (best is None or _newer(pair, best, sentence)):
        return pair
    return (best,) if best is not None else ()


def _newer(pair: tuple[Referent, ...], best: Referent, sentence: int) -> bool:
    """True when the pair is more in mind than the group."""
    weight = max(r.salience(sentence) for r in pair)
    return weight >= best.salience(sentence)
