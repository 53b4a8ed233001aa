"""Which slot of a verb a noun phrase fills."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.level import Level
from eventx.language.phrases import NP, Chunk
from eventx.lexicon.predicates import Predicates
from eventx.records import Tokens


def take_object(draft: Draft, chunk: Chunk, lists: Predicates, tokens: Tokens) -> None:
    """A bare noun phrase after the verb: its object, or its second one; none once a preposition has come between."""
    if any(slot.chunk.first > draft.last for slot in draft.complements):
        return
    draft.widen(chunk.first, chunk.last)
    if draft.object is None:
        draft.object = Slot(chunk)
        if draft.lemma in lists.parted and not chunk.parts:
            _part(draft, chunk, tokens)
    elif draft.object.via == "relative":
        return
    elif draft.indirect is None and draft.lemma in lists.giving:
        draft.indirect, draft.object = draft.object, Slot(chunk)


def _part(draft: Draft, chunk: Chunk, tokens: Tokens) -> None:
    """ "accused the army of abuses": the last "of" phrase is no part of the object."""
    at = chunk.last
    while at > chunk.head and tokens.lowers[at] != "of":
        at -= 1
    if chunk.head < at < chunk.last:
        draft.object = Slot(Chunk(NP, chunk.first, at - 1, chunk.head, possessor=chunk.possessor))
        draft.complements.append(Slot(Chunk(NP, at + 1, chunk.last, chunk.last), "of"))


def relate_gap(level: Level, draft: Draft) -> None:
    """The antecedent's place in a relative clause that has a subject of its own."""
    antecedent, gap = level.antecedent, level.gap
    if antecedent is None or level.subject is None:
        return
    if gap == "where":
        draft.complements.append(Slot(antecedent, "in", "relative"))
    elif gap in ("which", "that", "whom", "who"):
        draft.object = Slot(antecedent, "", "relative")
    elif gap != "whose":
        draft.complements.append(Slot(antecedent, gap, "relative"))
