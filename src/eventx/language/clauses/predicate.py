"""Verb groups: lemma, tense, aspect, voice, modality and negation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.language.clauses.draft import Draft
from eventx.language.phrases import ADVERB, COMMA, NP, PREP, REL, TIME, VG, Chunk
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import PARTICIPLE, Words, load_words
from eventx.records import Modality, Tokens

_MODALS: Final = (
    dict.fromkeys(("will", "'ll", "’ll", "shall", "wo", "sha"), Modality.FUTURE)
    | dict.fromkeys(("may", "might", "can", "could", "ca", "cannot"), Modality.POSSIBLE)
    | dict.fromkeys(("would", "'d", "’d"), Modality.CONDITIONAL)
    | dict.fromkeys(("must", "should", "ought"), Modality.REQUIRED)
)
_MOTION: Final = cues("clauses", "motion")
_NEGATIONS: Final = frozenset(
    {"not", "n't", "n’t", "never", "cannot", "hardly", "neither", "nor", "barely", "no", "scarcely", "rarely", "seldom"}
)
_ALMOST: Final = frozenset({"almost", "nearly"})  # "almost signed the treaty": it did not
# Particles that are prepositions where a phrase follows: "signed agreements on trade".
_PREPOSITIONS: Final = frozenset(
    {"in", "on", "over", "through", "by", "about", "around", "under", "for", "with", "into"}
)
_GOVERNING: Final = cues("clauses", "governing_adjectives")


def verb_draft(chunks: list[Chunk], at: int, tokens: Tokens, inverted: Sequence[int] = ()) -> Draft:
    """A draft for the verb group chunk ``at``; ``inverted`` are auxiliaries that stand before its subject."""
    group = chunks[at]
    lowers, tags, features, lemmas = tokens.lowers, tokens.tags, tokens.features, tokens.lemmas
    first, last = group.first, group.last
    main = group.head if tags[group.head] == "VERB" else -1
    auxiliaries, negated = list(inverted), False
    if first < last or main < 0:
        auxiliaries += [index for index in range(first, last + 1) if tags[index] == "AUX"]
        negated = not _NEGATIONS.isdisjoint(lowers[first : main if main >= 0 else last + 1])
    head = main if main >= 0 else auxiliaries[-1] if auxiliaries else last
    draft = Draft(at, first, last, head, lemmas[head])
    draft.negated = negated or (first > 0 and _negated_before(first, tokens))
    if main > 0 and lowers[main - 1] in _ALMOST:
        draft.put(Modality.FAILED, (main - 1, main - 1))
    draft.kind = _kind(tokens, first, auxiliaries, main)
    if draft.kind == "participle" and _moved(chunks, at, tokens):
        draft.kind = "finite"
    elif draft.kind == "finite" and not auxiliaries and _reduced(chunks, at, tokens):
        draft.kind, draft.voice = "participle", "passive"
    if auxiliaries:
        _set_modality(draft, chunks, auxiliaries, main, tokens)
    if main >= 0:
        _add_particle(draft, chunks, at, tokens, load_words())
        participle = features[main] == "VBN" and not (draft.kind == "finite" and not auxiliaries)
        if participle and (draft.kind == "participle" or (auxiliaries and lemmas[auxiliaries[-1]] == "be")):
            draft.voice = "passive"
    elif auxiliaries:
        _add_adjective(draft, chunks, at, lowers)
        draft.copula = draft.lemma == "be"
        draft.negated = draft.negated or (draft.copula and _negated_behind(last, tokens))
    if draft.kind == "finite":
        lead = auxiliaries[0] if auxiliaries else main
        draft.tense = _tense(lowers[lead], "VBD" if features[lead] == "VBN" else features[lead])
    if auxiliaries:
        draft.aspect = _aspect(auxiliaries, main, tokens)
    return draft


def _negated_before(first: int, tokens: Tokens) -> bool:
    """True when an adverb before the verb group negates it: "never visited", "hardly ever issues"."""
    tags, lowers = tokens.tags, tokens.lowers
    before, negated = first - 1, False
    while before >= 0 and not negated and (tags[before] in ("ADV", "PART") or lowers[before] in ("neither", "nor")):
        negated = lowers[before] in _NEGATIONS
        before -= 1
    return negated


def _negated_behind(last: int, tokens: Tokens) -> bool:
    """True for "is not true", "are not at war"; not for "is not only", which says it and more."""
    behind = tokens.lowers[last + 1 : last + 3]
    return len(behind) == 2 and behind[0] in ("not", "n't", "n’t") and behind[1] not in _AND_MORE


_AND_MORE: Final = frozenset({"only", "just", "simply", "merely", "alone", "without", "necessarily"})


def _kind(tokens: Tokens, first: int, auxiliaries: list[int], main: int) -> str:
    if tokens.lowers[first] == "to" and tokens.tags[first] == "PART":
        return "infinitive"
    feature = tokens.features[auxiliaries[0] if auxiliaries else main]
    if feature == "VBG":
        return "gerund"
    if feature == "VBN" and not auxiliaries:
        return "participle"
    return "finite"


def _moved(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """ ", crossed into Chad": a verb of motion before "into" or "to" has no passive, so its form is the past."""
    if tokens.lemmas[chunks[at].head] not in _MOTION or at < 2 or at + 1 >= len(chunks):
        return False
    return chunks[at - 1].kind == COMMA and chunks[at + 1].kind == PREP and chunks[at + 1].word in ("into", "to", "in")


def _reduced(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """ "The two men killed were": a form that may be a participle, right before a verb that has the same subject."""
    group, lists = chunks[at], load_predicates()
    behind = chunks[at + 1] if at + 1 < len(chunks) else group
    if behind.kind != VG or behind.first != group.last + 1:
        return False
    if tokens.tags[behind.first] != "AUX" and tokens.features[behind.first] not in ("VBD", "VBZ"):
        return False  # "helped patrol the streets"
    if at == 0 or chunks[at - 1].kind != NP or tokens.tags[chunks[at - 1].last] == "PRON":
        return False
    if at > 1 and (chunks[at - 2].kind in (NP, REL) or chunks[at - 2].word == "what"):
        return False  # "the arms rebels used were"
    form = load_words().open.look(tokens.lowers[group.head])
    passive = form is not None and bool(form.classes & PARTICIPLE) and tokens.features[group.head] == "VBD"
    return passive and group.first == group.last and tokens.lemmas[group.head] not in lists.speech


def _set_modality(draft: Draft, chunks: list[Chunk], auxiliaries: list[int], main: int, tokens: Tokens) -> None:
    """The modal verb, or "is to" before an infinitive."""
    for index in auxiliaries:
        modality = _MODALS.get(tokens.lowers[index])
        if modality is Modality.POSSIBLE and "only" in tokens.lowers[index + 1 : index + 2]:
            return  # "can only welcome the offer"
        if modality is not None:
            draft.put(modality, (index, index))
            return
    if main >= 0 or not auxiliaries or tokens.lemmas[auxiliaries[-1]] != "be" or draft.at + 1 >= len(chunks):
        return
    after = draft.at + 1
    if chunks[after].kind == ADVERB and after + 1 < len(chunks):  # "was also to have gone on"
        if tokens.lowers[chunks[after].last] in load_predicates().judging:  # "was right to go"
            return
        after += 1
    follows = chunks[after]
    if follows.kind == VG and tokens.lowers[follows.first] == "to":
        draft.put(Modality.FUTURE, (draft.first, draft.last))


def _add_adjective(draft: Draft, chunks: list[Chunk], at: int, lowers: tuple[str, ...]) -> None:
    """ "is due to": the governing adjective belongs to the predicate."""
    for step in (1, 2):
        if at + step >= len(chunks):
            return
        chunk = chunks[at + step]
        if chunk.first == chunk.last and lowers[chunk.first] in _GOVERNING and chunk.kind in (ADVERB, PREP, NP):
            if chunk.kind == PREP and not (at + step + 1 < len(chunks) and chunks[at + step + 1].kind == VG):
                return  # "is about money"
            draft.lemma, draft.last, draft.adjective = f"{draft.lemma} {lowers[chunk.first]}", chunk.first, True
            draft.widen(chunk.first, chunk.first)
            return
        if chunk.kind != ADVERB:
            return


def _add_particle(draft: Draft, chunks: list[Chunk], at: int, tokens: Tokens, table: Words) -> None:
    """The lemma with its particle: next to the verb ("call off X"), or after a short object ("call it off")."""
    if draft.lemma not in table.particle_firsts:
        return
    for step in (1, 2):
        if at + step >= len(chunks):
            return
        chunk = chunks[at + step]
        name = f"{draft.lemma} {tokens.lowers[chunk.first]}"
        if chunk.first == chunk.last:
            after = chunks[at + step + 1].kind if at + step + 1 < len(chunks) else ""
            if after == TIME and (chunk.word == "on" or (chunk.word == "in" and _year(chunks[at + step + 1], tokens))):
                return  # "will travel on Monday", "came in 1911"
            if step == 2 and after == NP and chunk.word in _PREPOSITIONS:
                return  # "give a talk in Oxford"
            placed = name == "take in" and tokens.tags[chunk.first] == "ADP"  # "the measures taken in Ghana"
            if name in table.particle_verbs and not placed:
                draft.lemma = name
                if step == 1:
                    draft.last = chunk.first
                return
            if step == 1 and name in table.prepositional and chunk.kind == PREP and at + 2 < len(chunks):
                if chunks[at + 2].kind == NP:
                    draft.lemma, draft.last = name, chunk.first
                return
        if step == 1 and (chunk.kind != NP or chunk.last - chunk.first > 4):
            return


def _year(chunk: Chunk, tokens: Tokens) -> bool:
    return tokens.words[chunk.first].isdigit()


def _tense(lead: str, feature: str) -> str:
    modality = _MODALS.get(lead)
    if modality is Modality.FUTURE:
        return "future"
    return "past" if feature in ("VBD", "VBN") else "present"


def _aspect(auxiliaries: list[int], main: int, tokens: Tokens) -> str:
    lemmas = [tokens.lemmas[index] for index in auxiliaries]
    if main >= 0 and tokens.features[main] == "VBG" and "be" in lemmas:
        return "progressive"
    if "being" in [tokens.lowers[index] for index in auxiliaries]:
        return "progressive"
    helping = lemmas if main >= 0 else lemmas[:-1]  # "should have a say": "have" is the verb
    return "perfect" if "have" in helping else "simple"
