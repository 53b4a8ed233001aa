"""Which slot of a verb a noun phrase fills."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.level import Level
from eventx.language.phrases import Chunk
from eventx.lexicon.predicates import Predicates


def take_object(draft: Draft, chunk: Chunk, lists: Predicates) -> None:
    """A bare noun phrase after the verb: its object, or its second one; none once a preposition has come between."""
    if any(slot.chunk.first > draft.last for slot in draft.complements):
        return
    draft.widen(chunk.first, chunk.last)
    if draft.object is None:
        draft.object = Slot(chunk)
    elif draft.object.via == "relative":
        return
    elif draft.indirect is None and draft.lemma in lists.giving:
        draft.indirect, draft.object = draft.object, Slot(chunk)


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
