"""Destinations that another clause holds: "picked Peru for his first trip", "to see him and then to Lome"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments
from eventx_state_visit.clause.ties import picks
from eventx_state_visit.destinations.places import Destination, destinations_in


def chosen(scene: Scene) -> list[Destination]:
    """ "picked Peru for his first state visit", "has chosen Oslo as the destination of her trip": what is chosen."""
    return _in(scene, "object") if picks(scene.tie) else []


def lapsed(scene: Scene) -> list[Destination]:
    """ "has not been invited to Oslo since a brief trip in 2001": the last trip went to where none has gone since."""
    tie = scene.tie
    if tie.governor is None or tie.preposition != "since" or not tie.governor.negated:
        return []
    if tie.governor.subject is not None and _NOBODY.match(tie.governor.subject.span.of(scene.analysis.text)):
        return []  # "No president has been there since a trip in 2001": whose trip that was, is not told
    return _in(scene, *_SLOTS, *(("object",) if tie.governor.lemma in _REACHING else ()))


def _in(scene: Scene, *slots: str) -> list[Destination]:
    governor = scene.tie.governor
    held = [a for slot in slots for a in arguments(governor, slot)] if governor is not None else []
    return next((found for a in held if (found := destinations_in(a, scene.mentions, scene.analysis.text))), [])


_NOBODY: Final = re.compile(r"(?i)(?:no|none|neither|nobody)\b")
_REACHING: Final = frozenset({"visit", "revisit", "enter", "see", "tour"})
_SLOTS: Final = ("to", "back to", "in", "back in", "into")


def then_to(scene: Scene, found: Sequence[Destination]) -> Iterator[Destination]:
    """ "will travel to Ghana to see the president and then to Togo": a further stop behind what the first is for."""
    told = {destination.country for destination in found}
    for other in scene.dependents("purpose", "complement"):
        for argument in arguments(other, "to"):
            if _THEN.search(scene.analysis.text, max(0, argument.span.start - _NEAR_THEN), argument.span.start):
                named = destinations_in(argument, scene.mentions, scene.analysis.text)
                yield from (d for d in named if d.country not in told)


_NEAR_THEN: Final = 24  # characters of "and from there on to the "
_THEN: Final = re.compile(r"\b(?:then|from there|after that|later|afterwards?|next)(?: on)? to (?:the )?$")
