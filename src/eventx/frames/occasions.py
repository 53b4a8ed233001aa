"""The occasion on which something happens: what a clause behind "when", "as" or "after" tells in the past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.model import RoleSource
from eventx.frames.view import View
from eventx.records import Clause, Modality

_OPENERS: Final = frozenset({"when", "as", "while", "after"})
_SLOT: Final = "occasion."


def of_occasion(source: RoleSource) -> RoleSource | None:
    """What "occasion.subject" asks for of the occasion's clause; None for a source of the clause itself."""
    if not source.slot.startswith(_SLOT):
        return None
    return RoleSource(source.slot.removeprefix(_SLOT), source.prepositions)


def occasions(view: View, clause: Clause) -> Iterator[Clause]:
    """The clauses that tell it, and those that go on with "and": "killed when police opened fire and charged"."""
    told = view.clauses.index(clause)
    waiting = list(view.children.get(told, ()))
    while waiting:
        at = waiting.pop(0)
        other = view.clauses[at]
        opened = other.relation == "adverbial" and opener(view, other) in _OPENERS
        joined = other.relation == "coordination" and other.governor != told
        if not (opened or joined) or other.negated or other.modality is not Modality.ASSERTED:
            continue
        if other.form == "verb" and other.tense == "past":
            yield other
            waiting.extend(view.children.get(at, ()))


def opener(view: View, clause: Clause) -> str:
    """The word right before the clause, or its first."""
    first, _ = view.range(clause.extent)
    lowers = view.tokens.lowers
    return lowers[first - 1] if first and lowers[first - 1] in _OPENERS else lowers[first]
