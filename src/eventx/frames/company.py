"""Who acts beside those who fill the role of the actor: "church leaders and MPs", "the US, along with Britain,"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.frames.classes import goes_along
from eventx.frames.heads import mentions_of
from eventx.frames.model import Role as FrameRole
from eventx.frames.view import View
from eventx.frames.words import cues
from eventx.records import Clause, Mention

_TOGETHER: Final = frozenset({"along with", "together with", "alongside", "jointly with"})


def beside(view: View, clause: Clause, role: FrameRole, actors: list[Mention]) -> list[Mention]:
    """The actors with those named beside them who take part in public affairs: "church leaders and MPs condemned".

    So are those behind "along with", where that stands at the subject: "Turkey, along with Qatar, sent troops".
    """
    subject = clause.subject
    if not actors or subject is None:
        return actors
    others = [
        m
        for c in clause.complements
        if c.preposition in _TOGETHER and c.via == "subject" and clause.voice == "active"
        for m in mentions_of(c, view, clause, acting=True)
        if m not in actors and goes_along(m, role)
    ]
    if len(subject.conjuncts) < 2:
        return [*actors, *others]
    named = mentions_of(subject, view, clause, acting=True)
    if not any(m in named for m in actors):
        return actors
    joined = [m for m in named if m in actors or goes_along(m, role)]
    return [*joined, *(m for m in actors if m not in joined), *others]


def parties(view: View, mentions: Sequence[Mention]) -> int:
    """How many sides the mentions stand for: those of a list each, and of "the warring generals" two."""
    return sum(max(len(m.members), 1 + _opposed(view, m)) for m in mentions)


def _opposed(view: View, mention: Mention) -> bool:
    first, last = view.range(mention.span)
    plural = "P" in view.tokens.features[first:last]
    return plural and not cues("opposed").isdisjoint(view.tokens.lowers[first:last])
