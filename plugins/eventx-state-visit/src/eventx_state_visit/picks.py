"""Destinations that the verb above the visit noun has: "picked Peru for his first trip", "not asked back since"."""

from __future__ import annotations

from typing import Final

from eventx_state_visit.destinations import Destination, destinations
from eventx_state_visit.scene import Scene
from eventx_state_visit.slots import arguments


def chosen(scene: Scene) -> list[Destination]:
    """ "picked Peru for his first state visit", "has chosen Oslo as the destination of her trip": what is chosen."""
    tie = scene.tie
    if tie.governor is None or tie.governor.lemma not in _CHOOSING or tie.preposition not in ("for", "as"):
        return []
    return _in(scene, "object")


def lapsed(scene: Scene) -> list[Destination]:
    """ "has not been invited to Oslo since a brief trip in 2001": the last trip went to where none has gone since."""
    tie = scene.tie
    if tie.governor is None or tie.preposition != "since" or not tie.governor.negated:
        return []
    return _in(scene, *_SLOTS, *(("object",) if tie.governor.lemma in _REACHING else ()))


def _in(scene: Scene, *slots: str) -> list[Destination]:
    governor = scene.tie.governor
    held = [a for slot in slots for a in arguments(governor, slot)] if governor is not None else []
    return next((found for a in held if (found := destinations(a, scene.mentions, scene.analysis.text))), [])


_CHOOSING: Final = frozenset({"pick", "choose", "select", "name"})
_REACHING: Final = frozenset({"visit", "revisit", "enter", "see", "tour"})
_SLOTS: Final = ("to", "back to", "in", "back in", "into")
