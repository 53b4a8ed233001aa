"""The occasion on which something happens: what a clause behind "when", "as" or "after" tells in the past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.view import View
from eventx.records import Clause, Modality

_OPENERS: Final = frozenset({"when", "as", "while", "after"})


def occasions(view: View, clause: Clause) -> Iterator[Clause]:
    """The clauses that tell it, and those that go on with "and": "killed when police opened fire and charged"."""
    waiting = list(view.children.get(view.clauses.index(clause), ()))
    while waiting:
        at = waiting.pop(0)
        other = view.clauses[at]
        opened = other.relation == "adverbial" and _opener(view, other) in _OPENERS
        joined = other.relation == "coordination" and other.governor != view.clauses.index(clause)
        if not (opened or joined) or other.negated or other.modality is not Modality.ASSERTED:
            continue
        if other.form == "verb" and other.tense == "past":
            yield other
            waiting.extend(view.children.get(at, ()))


def _opener(view: View, clause: Clause) -> str:
    """The word right before the clause, or its first."""
    first, _ = view.range(clause.extent)
    lowers = view.tokens.lowers
    return lowers[first - 1] if first and lowers[first - 1] in _OPENERS else lowers[first]
