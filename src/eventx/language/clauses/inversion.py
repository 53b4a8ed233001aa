"""Verbs before their subject: questions, "Never has the council", "Also expected in Rome is the premier"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.level import Level
from eventx.language.clauses.predicate import verb_draft
from eventx.language.phrases import ADVERB, NP, PASSED, PREP, TIME, VG, Chunk
from eventx.lexicon.predicates import load_predicates
from eventx.records import Modality, Tokens

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

_SUPPOSING: Final = frozenset({"had", "were"})
# Words that put an auxiliary before its subject and suppose nothing: "Only then had France signed".
_FRONTING: Final = frozenset(
    {"as", "barely", "hardly", "little", "neither", "never", "no", "nor", "not", "only", "rarely", "scarcely", "seldom",
     "so", "such", "than", "there"}
)  # fmt: skip
_OPENING: Final = 12  # tokens that may stand between "Never" and its auxiliary
_NEAR: Final = 8  # chunks: how far a look ahead goes
_RANKS: Final = frozenset({"first", "second", "third", "next", "last", "latest", "only"})
_BETWEEN: Final = PASSED | {PREP, NP}


def put_before_subject(work: Assembly, level: Level, index: int, chunk: Chunk) -> bool:
    """True where ``chunk``, number ``index``, is an auxiliary before its subject; it then waits for its verb.

    One that supposes opens a clause of its own: "Had Iran attacked".
    """
    tokens = work.tokens
    if tokens.lowers[chunk.first] in _SUPPOSING and _is_condition(work, level, index, chunk):
        chunk.word = tokens.lowers[chunk.first]
        level = Level("adverbial", level.last or level.verb, opener=chunk)
        work.levels.append(level)
    elif level.verb is not None or tokens.tags[chunk.head] != "AUX" or not _is_inverted(work, level, index, chunk):
        return False
    level.inverted = tuple(range(chunk.first, chunk.last + 1))
    return True


def _is_inverted(work: Assembly, level: Level, index: int, chunk: Chunk) -> bool:
    """ "Did the minister mislead", "Never has the council imposed": an auxiliary, a phrase, a verb."""
    chunks, tokens = work.chunks, work.tokens
    if level.subject is not None or level.kind == "relative":
        return False
    follows = _verb_behind(chunks, index)
    if follows is None or tokens.tags[follows.head] != "VERB":
        return False
    feature = tokens.features[follows.first]
    if tokens.lowers[chunk.head] == "had" and feature == "VBD":  # "Never had Iran attacked"
        return negative_opening(work, chunk)
    if tokens.lemmas[chunk.head] in ("be", "have"):
        return feature in ("VBN", "VBG") and not any(c.word == "there" for c in chunks[max(0, index - 2) : index])
    return feature in ("VB", "VBP", "")


def _is_condition(work: Assembly, level: Level, index: int, chunk: Chunk) -> bool:
    """ "Had Iran attacked Israel", "Were Russia to invade", "would have fallen had Chad not helped"."""
    chunks, tokens = work.chunks, work.tokens
    word = tokens.lowers[chunk.first]
    if chunk.first != chunk.last or "?" in tokens.lowers[-2:]:
        return False
    verb, follows = level.verb, _verb_behind(chunks, index)
    behind = verb is not None and verb.modality is Modality.CONDITIONAL and work.conjunction is None
    opens = verb is None and level.subject is None and level.kind != "relative"
    before = tokens.lowers[max(0, chunk.first - _OPENING) : chunk.first]
    if follows is None or not (behind or opens) or (opens and not _FRONTING.isdisjoint(before)):
        return False
    if word == "were":
        return tokens.lowers[follows.first] == "to"
    return tokens.features[follows.first] in ("VBN", "VBD")


def _verb_behind(chunks: list[Chunk], index: int) -> Chunk | None:
    """The verb group behind the subject that stands behind an auxiliary."""
    if index + 1 >= len(chunks) or chunks[index + 1].kind != NP:
        return None
    after = index + 2
    while after < len(chunks) and (chunks[after].kind in (ADVERB, TIME) or chunks[after].word == "not"):
        after += 1
    return chunks[after] if after < len(chunks) and chunks[after].kind == VG else None


def negative_opening(work: Assembly, chunk: Chunk) -> bool:
    """ "Never before has ...", "Nor did ..."."""
    lowers = work.tokens.lowers
    return any(low in ("never", "nor", "neither") for low in lowers[max(0, chunk.first - _OPENING) : chunk.first])


def fronted_participle(work: Assembly, level: Level, index: int) -> int:
    """The chunk of "be" in "Also expected in Rome are the kings", "Attending were A and B"; 0 for another opening."""
    chunks, tokens = work.chunks, work.tokens
    chunk = chunks[index]
    if level.kind != "main" or level.subject is not None or level.verb is not None or level.last is not None:
        return 0
    feature = tokens.features[chunk.head]
    if feature == "VBD" and _takes_be(chunks, index, tokens):
        feature = "VBN"  # "Also expected are"
    if level.fronted or chunk.first != chunk.last or feature not in ("VBN", "VBG"):
        return 0
    at, stop = index + 1, min(len(chunks) - 1, index + _NEAR)
    while at < stop and chunks[at].kind in _BETWEEN:
        at += 1
    if feature == "VBN" and index + 1 < len(chunks) and chunks[index + 1].kind == NP:
        return 0  # "Retired teacher Ada Oduya was"
    if at >= stop or chunks[at].kind != VG or chunks[at + 1].kind != NP or tokens.lemmas[chunks[at].head] != "be":
        return 0
    return at if feature == "VBN" or _is_someone(chunks[at], chunks[at + 1], tokens) else 0


def _takes_be(chunks: list[Chunk], index: int, tokens: Tokens) -> bool:
    """True where "be" follows a past form and the phrases of place behind it."""
    at, stop = index + 1, min(len(chunks), index + _NEAR)
    while at + 1 < stop and chunks[at].kind == PREP:
        at += 2
    return at < stop and chunks[at].kind == VG and tokens.tags[chunks[at].head] == "AUX"


def participle_draft(work: Assembly, index: int) -> Draft:
    """The draft of the participle ``index`` with the "be" that stands behind it."""
    be, tokens = work.chunks[work.absorbed], work.tokens
    auxiliaries = tuple(i for i in range(be.first, be.last + 1) if tokens.tags[i] == "AUX")
    draft = verb_draft(work.chunks, index, tokens, auxiliaries)
    draft.voice = "active" if tokens.features[draft.head] == "VBG" else "passive"
    return draft


def _is_someone(verb: Chunk, phrase: Chunk, tokens: Tokens) -> bool:
    """True for who attends in "Attending was the king", against "Visiting Rome was a dream"."""
    if tokens.lowers[verb.last] in ("are", "were"):
        return True
    return tokens.tags[phrase.head] == "PROPN" or tokens.lemmas[phrase.head] in load_predicates().offices


def name_those(work: Assembly, verb: Draft, chunk: Chunk) -> None:
    """ "First to arrive was the king", "Among those attending were A and B": who did it is named behind "be"."""
    if not verb.copula:
        return
    among = {id(slot.chunk) for slot in verb.complements if slot.preposition == "among"}
    for draft in work.drafts[-2:]:
        of_those = among and draft.relation == "participle" and draft.subject and id(draft.subject.chunk) in among
        first = draft.kind == "infinitive" and draft.subject is None and draft.governor is verb
        first = first and draft.at > 0 and work.chunks[draft.at - 1].kind in (NP, ADVERB)
        if of_those or first:
            _name(draft, verb, chunk, work.tokens)


def name_first(work: Assembly, verb: Draft) -> Draft:
    """ "The first to visit Rome was Mr Keita, in 2006": the infinitive gets its subject, and what stands behind.

    The clause that takes what comes to the right.
    """
    if not verb.copula or verb.object is None or verb.subject is None or not work.drafts[-2:]:
        return verb
    draft = work.drafts[-2] if work.drafts[-1] is verb and len(work.drafts) > 1 else work.drafts[-1]
    if draft.kind != "infinitive" or draft.subject is None or draft.subject.chunk is not verb.subject.chunk:
        return verb
    words = work.tokens.lowers[draft.subject.chunk.first : draft.subject.chunk.last + 1]
    if _RANKS.isdisjoint(words) or draft.subject.via != "participle":
        return verb
    _name(draft, verb, verb.object.chunk, work.tokens)
    return draft


def _name(draft: Draft, verb: Draft, chunk: Chunk, tokens: Tokens) -> None:
    """The clause gets its subject from behind "be", and its time from there; what comes next lies ahead."""
    draft.subject, draft.tense = Slot(chunk, via="participle"), verb.tense
    before = tokens.lowers[max(0, draft.first - 2) : draft.first]
    if verb.modality is not Modality.ASSERTED:
        draft.put(verb.modality, verb.cue)
    elif "next" in before and verb.tense == "present":
        draft.put(Modality.FUTURE, (draft.first, draft.first))
