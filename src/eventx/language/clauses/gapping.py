"""Clauses that leave words out.

Their verb: "Macron visits Rome on Monday, Chancellor Scholz on Tuesday", "as did Scholz"; or its auxiliary: "ten were
killed and scores wounded".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.level import Level
from eventx.language.phrases import COMMA, CONJ, NP, OTHER, PREP, TIME, Chunk
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

_GOALS: Final = frozenset({"in", "to", "at"})
_ENDS: Final = frozenset({COMMA, CONJ, OTHER})
_COURTESY: Final = cues("phrases", "courtesy")
_HARMING: Final = cues("clauses", "harming")


def gapped(work: Assembly, level: Level, index: int) -> Draft | None:
    """The clause of the phrase ``index`` behind "and" or a comma, where times tell that it repeats the one before.

    A person is another subject, a name another goal: "Macron will be in Rome on Monday and Oslo on Tuesday".
    """
    chunks, partner, chunk = work.chunks, level.last, work.chunks[index]
    if partner is None or partner.kind not in ("finite", "infinitive") or partner.voice == "passive":
        return None
    before = index - 2 if chunks[index - 1].kind == CONJ and chunks[index - 2].kind == COMMA else index - 1
    if before < 1 or chunks[before - 1].kind != TIME or chunks[before].kind not in (COMMA, CONJ):
        return None
    rest = _timed(chunks, index + 1)
    if not rest or partner.subject is None:
        return None
    place = rest[0] if rest[0].kind == PREP and chunks[index + 2].kind == NP else None
    if is_someone(chunk, work.tokens):
        if partner.object is not None and not _names_place(partner.object.chunk, work.tokens):
            return None  # "met the pope on Monday and the king on Tuesday"
        return _repeated(partner, chunk, rest, Slot(chunk), Slot(chunks[index + 2], place.word) if place else None)
    goal = partner.complements[-1] if partner.complements and partner.object is None else None
    if goal is None or goal.preposition not in _GOALS or place is not None:
        return None
    if not (_names_place(goal.chunk, work.tokens) and _names_place(chunk, work.tokens)):
        return None
    subject = Slot(partner.subject.chunk, via="coordination")
    return _repeated(partner, chunk, rest, subject, Slot(chunk, goal.preposition))


def _names_place(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a bare name that has no office and no possessor."""
    return tokens.tags[chunk.head] == "PROPN" and chunk.possessor is None and not is_someone(chunk, tokens)


def is_someone(chunk: Chunk, tokens: Tokens) -> bool:
    """True for "Chancellor Scholz", "the Polish premier", "Turkey's Mevlut Cavusoglu", "Mr Keita"."""
    offices = load_predicates().offices
    if chunk.possessor is not None and tokens.tags[chunk.head] == "PROPN":
        return True
    lowers = tokens.lowers[chunk.first : chunk.head + 1]
    return lowers[0] in _COURTESY or any(low in offices for low in lowers)


def _timed(chunks: list[Chunk], at: int) -> list[Chunk]:
    """The chunks of a time, and of a place before it, where the clause ends behind them; empty elsewhere."""
    first, size = at, len(chunks)
    if at + 2 < size and chunks[at].kind == PREP and chunks[at + 1].kind == NP:
        at += 2
    if at < size and chunks[at].kind == PREP:
        at += 1
    if at >= size or chunks[at].kind != TIME or (at + 1 < size and chunks[at + 1].kind not in _ENDS):
        return []
    return chunks[first : at + 1]


def _repeated(partner: Draft, chunk: Chunk, rest: list[Chunk], subject: Slot, goal: Slot | None) -> Draft:
    """The clause before with another subject or goal; what stands for its verb is the time or the place."""
    first = rest[0].first
    draft = Draft(partner.at, first, rest[-1].last, first, partner.lemma, partner.kind)
    copy_predicate(draft, partner)
    draft.subject, draft.object = subject, partner.object
    kept = [slot for slot in partner.complements if goal is None or slot.preposition != goal.preposition]
    draft.complements = [*kept, goal] if goal is not None else kept
    draft.depend(partner, "coordination")
    draft.widen(chunk.first, rest[-1].last)
    return draft


def copy_predicate(draft: Draft, partner: Draft) -> None:
    """What the verb says, without who and what."""
    draft.lemma, draft.voice, draft.tense, draft.aspect = partner.lemma, partner.voice, partner.tense, partner.aspect
    draft.put(partner.modality, partner.cue)
    draft.negated, draft.copula, draft.adjective = partner.negated, partner.copula, partner.adjective


def echo(level: Level, draft: Draft) -> None:
    """ "went to Rome, as did Mr Keita": "did" stands for the verb before, with its objects."""
    partner = level.governor
    if draft.lemma != "do" or draft.first != draft.last or partner is None or partner.lemma in ("do", "be"):
        return
    if level.opener is None or level.opener.last != draft.first - 1 or level.opener.word not in ("as", "so"):
        return
    tense = draft.tense
    copy_predicate(draft, partner)
    draft.tense = tense or partner.tense
    draft.object, draft.complements = partner.object, list(partner.complements)


def undergo(drafts: list[Draft], tokens: Tokens) -> None:
    """ "Ten have been killed and scores wounded": behind a passive, "and" and those who suffer it too."""
    for lead, draft in pairwise(drafts):
        if lead.voice != "passive" or lead.kind != "finite" or (draft.voice, draft.kind) != ("active", "finite"):
            continue
        alone = draft.first == draft.last and draft.tense == "past" and draft.object is None
        if not alone or draft.lemma not in _HARMING or draft.subject is None:
            continue
        if tokens.tags[draft.subject.chunk.first - 1] == "CCONJ":
            draft.voice, draft.tense, draft.aspect = "passive", lead.tense, lead.aspect
            draft.put(lead.modality, lead.cue)
