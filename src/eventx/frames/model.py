"""The values of a frame file: frames, role sources, examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from eventx.records import EventType, Status

# Classes of actors that a role can be limited to, by the sectors of its members.
CLASSES: Mapping[str, frozenset[str]] = {
    "state": frozenset({"GOV", "MIL", "LEG", "JUD", "COP"}),
    "armed": frozenset({"MIL", "REB", "COP", "UNS"}),
    "civilian": frozenset({"CVL", "MED", "NGO", "BUS", "OPP"}),
    "organisation": frozenset({"IGO", "NGO"}),
    "political": frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "REB", "OPP", "IGO", "NGO"}),
    "any": frozenset(),
}


@frozen(slots=True)
class RoleSource:
    """Where a role is filled from: "subject", "object", "prep:to|for", "possessor", "governor.subject", ..."""

    slot: str
    prepositions: tuple[str, ...] = ()


@frozen(kw_only=True, slots=True)
class Role:
    """A role of a frame: its sources in order of preference, and who may fill it."""

    sources: tuple[RoleSource, ...] = ()
    classes: tuple[str, ...] = ()
    required: bool = False


@frozen(kw_only=True, slots=True)
class Frame:
    """How clauses of one kind fill an event.

    ``verbs`` and ``nouns`` are trigger lemmas; a verb with ``objects`` counts only when the object's (or a
    complement's) head lemma is one of them ("impose" + "sanctions"). ``under`` limits the frame to clauses in these
    modalities or governed by these lemmas ("threaten"); ``absorbs`` makes what the clause governs part of it
    ("agreed to send troops" is one event); ``unless`` names lemmas that veto it when one heads an argument.
    """

    event_type: str
    name: str
    line: int
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    actors: Role = field(factory=Role)
    recipients: Role = field(factory=Role)
    location: Role = field(factory=Role)
    status: Status | None = None
    reciprocal: bool = False
    passive: bool = True
    absorbs: bool = False
    priority: int = 0
    confidence: float = 0.8

    @property
    def specificity(self) -> tuple[int, int, int]:
        """What decides between two frames that claim one clause: explicit priority, constraints, required roles."""
        constraints = bool(self.objects) + bool(self.under) * 2
        required = self.actors.required + self.recipients.required
        return (self.priority, constraints, required)


@frozen(kw_only=True, slots=True)
class Example:
    """A sentence with what must come of it: partial events, or nothing."""

    event_type: str
    line: int
    text: str
    published: date | None = None
    expect: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    none: bool = False


@frozen(kw_only=True, slots=True)
class FrameSet:
    """The content of frame files: event types, frames, examples."""

    source: str
    event_types: tuple[EventType, ...] = ()
    frames: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()
