"""The values of a frame file: frames, role sources, examples."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve, field, frozen

from eventx.records import EventType, Status
from eventx.records.frozenmap import FrozenMap

# Classes of actors that a role can be limited to, by the sectors of their members.
CLASSES: Final[Mapping[str, frozenset[str]]] = {
    "state": frozenset({"GOV", "MIL", "LEG", "JUD", "COP"}),
    "armed": frozenset({"MIL", "REB", "COP", "UNS"}),
    "civilian": frozenset({"CVL", "MED", "NGO", "BUS", "OPP"}),
    "organisation": frozenset({"IGO", "NGO"}),
    "political": frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "REB", "OPP", "IGO", "NGO"}),
    "public": frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "REB", "OPP", "IGO", "NGO", "CVL", "MED", "UNS"}),
    "any": frozenset(),
    # By what they are called rather than by their sector alone:
    "civic": frozenset(),  # civilians who take part in public affairs: activists, workers, clerics
    "leader": frozenset(),  # single persons: named, or by their office
}
# How a clause may depend on the one whose content it is ("absorbs").
COMPLEMENT: Final = ("complement", "object", "purpose")
CONTENT: Final = (*COMPLEMENT, "coordination")
RELATIONS: Final = (*CONTENT, "participle", "adverbial", "relative", "subject")


@frozen(slots=True)
class RoleSource:
    """Where a role is filled from: "subject", "object", "prep:to|for", "inside:with", "governor.subject", ..."""

    slot: str
    prepositions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.slot}:{'|'.join(self.prepositions)}" if self.prepositions else self.slot


@frozen(kw_only=True, slots=True)
class Role:
    """A role of a frame: its sources in order of preference, who may fill it, and who may not.

    ``classes`` and ``barred`` are classes of actors or sectors; ``never`` are nouns. ``acting`` are the sources of an
    actor where the clause is active and has its subject, whose act "by" does not tell.
    """

    sources: tuple[RoleSource, ...] = ()
    classes: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    required: bool = False
    acting: tuple[RoleSource, ...] = field(init=False, eq=False, repr=False)

    @acting.default
    def _without_by(self) -> tuple[RoleSource, ...]:
        """ "rejected an appeal by the man" is no act of his."""
        if all(source.slot != "subject" for source in self.sources):
            return self.sources
        told = (evolve(s, prepositions=tuple(p for p in s.prepositions if p != "by")) for s in self.sources)
        return tuple(
            new for new, old in zip(told, self.sources, strict=True) if new.prepositions or not old.prepositions
        )


@frozen(kw_only=True, slots=True)
class Complement:
    """A phrase that the trigger must take: "agree" + "to|on" + one of these heads (none given: any head)."""

    prepositions: tuple[str, ...]
    heads: frozenset[str] = frozenset()


@frozen(kw_only=True, slots=True)
class Frame:
    """How clauses of one kind fill an event.

    ``verbs`` and ``nouns`` are trigger lemmas. What must hold besides: ``objects`` (the head of the object is one of
    them: "impose" + "sanctions"; where ``places`` holds, or the name of a place), ``complements`` (a prepositional
    phrase stands there), ``needs`` and ``without`` (role sources that must or must not give a phrase), ``under`` and
    ``not_under`` (modality of the clause, or lemma of the clause that governs it), ``content`` and ``not_content``
    (lemma, voice or modality of a clause that this one governs), ``occasion`` (lemma of a clause behind "when", "as"
    or "after" that hangs on this one), ``with_words`` (a word of the sentence),
    ``setting`` (a word of the sentence or of one of the two before it),
    ``conditional`` (an "if" or "unless" clause stands beside), ``polarity`` ("positive", "negative" or "any").
    ``unless`` names lemmas that veto the frame when one heads an argument. ``topics`` are nouns beside which a
    country is no party ("the Iraq war"). ``instruments`` are things that may stand as subject while nobody fills the
    role of the actor ("a bomb killed"). ``cues`` are words one of which must stand in the sentence; they are looked
    for in the place of a trigger that stands everywhere ("say"). ``parties`` is the least number of actors and
    recipients together, ``abroad`` asks for different countries; ``spoken`` acts are done by saying so: they have the
    date of the saying; ``sudden`` ones take a moment. ``threat`` is the event type that the act is while it is
    announced under a condition. ``passive`` and ``active`` are the voices that count. ``absorbs`` names the relations
    of governed clauses that are part of the event ("agreed to send troops" is one). ``public_affairs`` frames pass
    over what a report on other things says (see ``eventx.frames.affairs``).
    """

    event_type: str
    name: str
    line: int
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    complements: tuple[Complement, ...] = ()
    needs: tuple[RoleSource, ...] = ()
    without: tuple[RoleSource, ...] = ()
    under: frozenset[str] = frozenset()
    not_under: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    not_content: frozenset[str] = frozenset()
    occasion: frozenset[str] = frozenset()
    with_words: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    places: bool = False
    conditional: bool = False
    polarity: str = "positive"
    actors: Role = field(factory=Role)
    recipients: Role = field(factory=Role)
    location: Role = field(factory=Role)
    status: Status | None = None
    reciprocal: bool = False
    passive: bool = True
    active: bool = True
    parties: int = 1
    abroad: bool = False
    spoken: bool = False
    sudden: bool = False
    threat: str = ""
    absorbs: frozenset[str] = frozenset()
    public_affairs: bool = False
    attributes: Mapping[str, Any] = field(factory=dict, converter=FrozenMap, hash=False)
    priority: int = 0
    confidence: float = 0.8

    @property
    def specificity(self) -> tuple[int, int, int]:
        """What decides between two frames that claim one clause: explicit priority, constraints, required roles."""
        constraints = (
            2 * bool(self.objects or self.complements)
            + 2 * bool(self.under)
            + 2 * bool(self.content or self.occasion)
            + 2 * self.conditional
            + bool(self.with_words or self.setting)
            + bool(self.needs or self.without)
            + (self.polarity == "negative")
        )
        return (self.priority, constraints, self.actors.required + self.recipients.required + self.location.required)


@frozen(kw_only=True, slots=True)
class Example:
    """A sentence with what must come of it: partial events (``only`` these, or others too), or nothing."""

    event_type: str
    line: int
    text: str
    published: date | None = None
    expect: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    none: bool = False
    only: bool = False


@frozen(kw_only=True, slots=True)
class FrameSet:
    """The content of a frame file: event types, frames, examples, and the words of contexts.

    ``lines`` are those at which the event types stand.
    """

    source: str
    event_types: tuple[EventType, ...] = ()
    frames: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()
    contexts: Mapping[str, frozenset[str]] = field(factory=dict, converter=FrozenMap, hash=False)
    lines: Mapping[str, int] = field(factory=dict, converter=FrozenMap, hash=False)
