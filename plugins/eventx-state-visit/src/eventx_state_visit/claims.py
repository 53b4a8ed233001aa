"""A claim: what one clause says of one visit, before it becomes a candidate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from attrs import evolve, field, frozen

from eventx import Candidate, DateRange, Mention, MentionKind, Span, Status
from eventx_state_visit.parties import keys_of

EVENT_TYPE: Final = "visit"
HAPPENED: Final = frozenset({Status.OCCURRED, Status.ONGOING})
AHEAD: Final = frozenset({Status.PLANNED, Status.PROPOSED})
CALLED_OFF: Final = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})

# Rules of those who come to a gathering.
ATTENDING: Final = ("attend", "take-part", "speak")


def _sure(confidence: float) -> float:
    """What a claim borrows from another one it is less sure of, and a long row of them still of something."""
    return max(_LEAST, confidence)


_LEAST: Final = 0.2


@frozen(kw_only=True, slots=True)
class Claim:
    """One visitor country, one destination country, one clause.

    ``within`` says that the clause's date is only that of an arrival or of an act inside the visit. ``assumed``
    marks a status that the clause does not state, ``inferred`` one that it only lets suppose ("had been due to");
    ``opening`` is the first stop of a journey, ``days`` the length of the stay, told by the words of ``measure``;
    ``apposition`` a noun right behind a comma; ``noun`` a noun predicate, ``stop`` one that names a stop of a journey;
    ``tentative`` what counts only for a visitor who travels; ``aside`` what need not point back to a visit ("mission",
    "visit Africa"); ``onward`` says that somebody travels on from the stop told before.
    """

    sentence: int
    trigger: Span
    visitors: tuple[Mention, ...]
    country: str
    places: tuple[Mention, ...] = ()
    hosts: tuple[Mention, ...] = ()
    dates: DateRange | None = None
    date_spans: tuple[Span, ...] = ()
    within: bool = False
    days: int | None = None
    measure: Span | None = None
    status: Status = Status.OCCURRED
    cue: Span | None = None
    level: str = "unspecified"
    level_span: Span | None = None
    purposes: tuple[str, ...] = ()
    gathering: str | None = None
    attribution: Mention | None = None
    invited: bool = False
    first: str | None = None
    follows: bool = False
    journey: str | None = None
    leg: int | None = None
    assumed: bool = False
    inferred: bool = False
    apposition: bool = False
    noun: bool = False
    stop: bool = False
    opening: bool = False
    there: tuple[Mention, ...] = ()
    tentative: bool = False
    aside: bool = False
    onward: bool = False
    over: bool = False
    confidence: float = field(default=0.8, converter=_sure)
    rule: str = ""

    @property
    def origin(self) -> str | None:
        """The country (or organisation) that the visitors represent."""
        return next((m.actor.country for m in self.visitors if m.actor and m.actor.country), None)

    @property
    def homes(self) -> frozenset[str | None]:
        """The countries of all visitors."""
        return frozenset(m.actor.country for m in self.visitors if m.actor)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all visitors."""
        return frozenset(keys_of(self.visitors))

    def shares_visitors(self, other: Claim) -> bool:
        """True when somebody is a visitor of both."""
        return not self.keys.isdisjoint(other.keys)

    def after(self, earlier: Sequence[Claim], reach: int) -> Iterator[Claim]:
        """The claims told before this one within so many sentences, the last first."""
        return takewhile(lambda known: self.sentence - known.sentence <= reach, reversed(earlier))

    def towards(self, country: str, places: tuple[Mention, ...], *, less: float) -> Claim:
        """The claim of a visit to a country that it does not name itself, and so much less sure of it."""
        return evolve(self, country=country, places=places, confidence=self.confidence - less)

    def candidate(self) -> Candidate:
        """The claim in the form that the engine takes."""
        attributes: dict[str, object] = {"country": self.country, "level": self.level}
        for key, value in (
            ("purpose", list(self.purposes)),
            ("gathering", self.gathering),
            ("claim", self.first),
            ("journey", self.journey),
            ("leg", self.leg),
        ):
            if value:
                attributes[key] = value
        if self.invited:
            attributes["invited_by"] = [m.text for m in self.hosts]
        if self.dates and self.dates.days and self.dates.precision.value == "day":
            attributes["days"] = self.dates.days
        evidence = [("within" if self.within else "date", span) for span in self.date_spans]
        if self.level_span:
            evidence.append(("level", self.level_span))
        return Candidate(
            event_type=EVENT_TYPE,
            sentence=self.sentence,
            trigger=self.trigger,
            actors=self.visitors,
            recipients=self.hosts
            or tuple(m for m in self.places if m.actor is not None and m.kind is MentionKind.COUNTRY)[:1],
            places=self.places,
            dates=self.dates,
            status=self.status,
            status_cue=self.cue,
            attribution=self.attribution,
            attributes=attributes,
            evidence=tuple(evidence),
            confidence=self.confidence,
            frame=self.rule,
        )
