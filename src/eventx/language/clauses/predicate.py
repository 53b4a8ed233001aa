"""Verb groups: lemma, tense, aspect, voice, modality and negation."""

from __future__ import annotations

from attrs import frozen

from eventx.language.phrases import ADVERB, Chunk
from eventx.lexicon.words import load_words
from eventx.records import Modality, Tokens

_BE = frozenset({"be"})
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "sha"})
_POSSIBLE = frozenset({"may", "might", "can", "could", "ca", "cannot"})
_CONDITIONAL = frozenset({"would", "'d", "’d"})
_REQUIRED = frozenset({"must", "should", "ought"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "cannot"})
# Adjectives that govern an infinitive: "is due to", "is unable to".
_GOVERNING_ADJECTIVES = frozenset(
    [
        "due", "set", "likely", "unlikely", "able", "unable", "ready", "willing", "unwilling", "bound", "reluctant",
        "keen", "eager", "free", "supposed", "scheduled", "prepared", "happy", "anxious", "about", "slated", "poised",
    ]
)  # fmt: skip


@frozen(slots=True)
class VerbGroup:
    """A verb group: token range, main token and what its auxiliaries say.

    ``kind`` is finite, infinitive, gerund or participle; ``adjective`` is the token of a governing adjective ("due").
    """

    first: int
    last: int
    head: int
    lemma: str
    kind: str
    voice: str
    tense: str
    aspect: str
    modality: Modality
    cue: tuple[int, int] | None
    negated: bool
    copula: bool = False
    adjective: int = -1


def verb_group(chunks: list[Chunk], at: int, tokens: Tokens) -> VerbGroup:
    """The analysis of the verb group chunk ``at``."""
    group = chunks[at]
    lowers, tags, features = tokens.lowers, tokens.tags, tokens.features
    aux = [i for i in range(group.first, group.last + 1) if tags[i] == "AUX"]
    main = group.head if tags[group.head] == "VERB" else -1
    infinitive = lowers[group.first] == "to" and tags[group.first] == "PART"
    negated = any(lowers[i] in _NEGATIONS for i in range(group.first, group.last + 1)) or _negated_before(group, tokens)
    modality, cue = _modal(aux, tokens)
    be_to = _be_to(chunks, at, aux, main, tokens)
    if be_to:
        modality, cue = Modality.FUTURE, (group.first, group.last)
    adjective = _adjective(chunks, at, aux, main, tokens)
    head = main if main >= 0 else (aux[-1] if aux else group.last)
    lemma = tokens.lemmas[head]
    last = group.last
    if adjective >= 0:
        lemma, last = f"be {lowers[adjective]}", adjective
    elif main >= 0:
        lemma, last = _with_particle(chunks, at, lemma, group.last, tokens)
    kind = _kind(group, aux, main, infinitive, features)
    return VerbGroup(
        first=group.first,
        last=last,
        head=head,
        lemma=lemma,
        kind=kind,
        voice=_voice(aux, main, kind, tokens),
        tense=_tense(group, aux, main, kind, tokens),
        aspect=_aspect(aux, main, features, tokens),
        modality=modality,
        cue=cue,
        negated=negated,
        copula=main < 0 and lemma == "be",
        adjective=adjective,
    )


def _negated_before(group: Chunk, tokens: Tokens) -> bool:
    """ "never visited", "not planning": the negation may stand just before the group."""
    return group.first > 0 and tokens.lowers[group.first - 1] in _NEGATIONS


def _modal(aux: list[int], tokens: Tokens) -> tuple[Modality, tuple[int, int] | None]:
    for index in aux:
        low = tokens.lowers[index]
        for words, modality in (
            (_FUTURE, Modality.FUTURE),
            (_POSSIBLE, Modality.POSSIBLE),
            (_CONDITIONAL, Modality.CONDITIONAL),
            (_REQUIRED, Modality.REQUIRED),
        ):
            if low in words:
                return modality, (index, index)
    return Modality.ASSERTED, None


def _be_to(chunks: list[Chunk], at: int, aux: list[int], main: int, tokens: Tokens) -> bool:
    """ "is to", "are to": the future, when the infinitive follows at once."""
    if main >= 0 or not aux or tokens.lemmas[aux[-1]] != "be" or at + 1 >= len(chunks):
        return False
    follows = chunks[at + 1]
    return follows.kind == "VG" and tokens.lowers[follows.first] == "to"


def _adjective(chunks: list[Chunk], at: int, aux: list[int], main: int, tokens: Tokens) -> int:
    """The governing adjective of "is due to", or -1."""
    if main >= 0 or not aux or at + 1 >= len(chunks):
        return -1
    nxt = chunks[at + 1]
    if nxt.kind == ADVERB and at + 2 < len(chunks):
        nxt = chunks[at + 2]
    if nxt.first == nxt.last and tokens.lowers[nxt.first] in _GOVERNING_ADJECTIVES:
        return nxt.first
    return -1


def _with_particle(chunks: list[Chunk], at: int, lemma: str, last: int, tokens: Tokens) -> tuple[str, int]:
    """The lemma with its particle: next to the verb ("call off X"), or after a short object ("call it off")."""
    table = load_words()
    for step in (1, 2):
        if at + step >= len(chunks):
            break
        nxt = chunks[at + step]
        word = tokens.lowers[nxt.first]
        if nxt.first == nxt.last and f"{lemma} {word}" in table.particle_verbs:
            return f"{lemma} {word}", nxt.first if step == 1 else last
        if step == 1 and (nxt.kind != "NP" or nxt.last - nxt.first > 4):
            break
    return lemma, last


def _kind(group: Chunk, aux: list[int], main: int, infinitive: bool, features: tuple[str, ...]) -> str:
    if infinitive:
        return "infinitive"
    lead = aux[0] if aux else main
    feature = features[lead]
    if feature == "VBG":
        return "gerund"
    if feature == "VBN" and not aux:
        return "participle"
    return "finite"


def _voice(aux: list[int], main: int, kind: str, tokens: Tokens) -> str:
    if main < 0 or tokens.features[main] != "VBN":
        return "active"
    if kind == "participle":
        return "passive"
    return "passive" if aux and tokens.lemmas[aux[-1]] in _BE else "active"


def _tense(group: Chunk, aux: list[int], main: int, kind: str, tokens: Tokens) -> str:
    if kind != "finite":
        return ""
    lead = aux[0] if aux else main
    if tokens.lowers[lead] in _FUTURE:
        return "future"
    feature = tokens.features[lead]
    if feature in ("VBD", "VBN"):
        return "past"
    return "present" if feature in ("VBZ", "VBP", "VB", "") else ""


def _aspect(aux: list[int], main: int, features: tuple[str, ...], tokens: Tokens) -> str:
    if main >= 0 and features[main] == "VBG" and any(tokens.lemmas[i] == "be" for i in aux):
        return "progressive"
    if any(tokens.lemmas[i] == "have" for i in aux) and (main >= 0 or len(aux) > 1):
        return "perfect"
    return "simple"
