"""Whether two event records speak of one event: each field agrees, contradicts, or is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from eventx.merge.circumstances import days, places, share_a_place
from eventx.merge.parties import alike_abroad, parties, share_a_name, speak_apart
from eventx.merge.verdict import Verdict
from eventx.records import Event, EventType, Precision, Status

UNDECLARED: Final = ("actors", "location")  # the identity of an event type that nobody declared
_SLACK: Final = 3  # days by which two reports of one event may differ
_PAIR: Final = 2  # parties of a meeting
_ATTRIBUTE: Final = "attributes."
# Statuses that one event can pass through while it still lies ahead or goes on.
_OPEN: Final = frozenset(
    {Status.PLANNED, Status.PROPOSED, Status.POSTPONED, Status.CANCELLED, Status.DENIED, Status.ONGOING}
)
_PAST: Final = frozenset({Status.OCCURRED, Status.ONGOING})
# Of other documents the day must be known, or, for somebody who has a name, the week or the month.
_NARROW: Final = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})


@frozen(slots=True)
class Comparison:
    """The verdicts on two records by field.

    ``needed`` are the fields that must agree, ``faults`` what else keeps the records apart, in words;
    ``notes`` tells what differs and keeps nothing apart.
    """

    fields: dict[str, Verdict]
    needed: tuple[str, ...]
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        """True when every needed field agrees and nothing keeps the records apart."""
        return not self.faults and all(self.fields[name] is Verdict.AGREE for name in self.needed)

    @property
    def agreeing(self) -> int:
        """The number of fields that agree."""
        return sum(verdict is Verdict.AGREE for verdict in self.fields.values())

    @property
    def near(self) -> bool:
        """True for records of the same actors that agree on something else that tells events apart."""
        beside = (self.fields.get(name) for name in ("recipients", "location", "location.country"))
        return self.fields["actors"] is Verdict.AGREE and Verdict.AGREE in beside

    @property
    def reason(self) -> str:
        """In words: what keeps the records apart, or what they agree on."""
        if self.faults:
            return self.faults[0]
        missing = [name for name in self.needed if self.fields[name] is Verdict.UNKNOWN]
        if missing:
            return f"not known to agree: {', '.join(missing)}"
        return self.agreement

    @property
    def agreement(self) -> str:
        """In words: what the records agree on, what is unknown, and what differs all the same."""
        agreeing = ", ".join(name for name, verdict in self.fields.items() if verdict is Verdict.AGREE)
        unknown = ", ".join(name for name, verdict in self.fields.items() if verdict is Verdict.UNKNOWN)
        parts = (f"agree on {agreeing or 'nothing'}", unknown and f"unknown: {unknown}", *self.notes)
        return "; ".join(part for part in parts if part)


def compare(one: Event, other: Event, kind: EventType | None = None, *, across: bool = False) -> Comparison:
    """Hold two records of one event type against each other.

    ``kind`` is the declared type (None: actors and location tell its events apart). ``across`` says that the records
    come from different documents: then the dates must be known too, and recipients or place must agree.
    """
    identity = kind.identity if kind else UNDECLARED
    fields = _verdicts(one, other, kind, identity, across=across)
    needed = dict.fromkeys((*identity, "dates")) if across else dict.fromkeys(identity)
    apart = {"actors", "location", "location.country", "dates", "status", *needed}
    placed = _is_placed(identity)
    if not placed:
        apart.add("recipients")  # several hosts of one visit are no contradiction: the place tells which it is
    faults = [
        f"{name} contradict: {_told(one, name)} against {_told(other, name)}"
        for name, verdict in fields.items()
        if verdict is Verdict.CONTRADICT and name in apart
    ]
    if across and not faults:
        faults.extend(_unsupported(one, other, placed=placed, reciprocal=kind is not None and kind.reciprocal))
    return Comparison(
        fields, tuple(needed), faults=tuple(faults), notes=() if faults else tuple(_differing(one, other, kind))
    )


def _verdicts(
    one: Event, other: Event, kind: EventType | None, identity: tuple[str, ...], *, across: bool
) -> dict[str, Verdict]:
    """The verdict on each field, in the order in which a reason names them."""
    country_only = "location.country" in identity
    place = places(one.location, other.location, country_only=country_only)
    apart = place is not Verdict.AGREE and speak_apart(one.actors, other.actors)
    whole = kind is not None and kind.reciprocal
    slack = _slack(one, other, placed=_is_placed(identity)) if across else 0
    dates = days(one.dates, other.dates, slack=slack, stay=_SLACK if across else None)
    fields = {
        "actors": Verdict.UNKNOWN if apart else parties(one.actors, other.actors, whole=whole),
        "recipients": parties(one.recipients, other.recipients),
        "location.country" if country_only else "location": place,
        "dates": dates,
        "status": _statuses(one, other, dates),
    }
    for name in identity:
        if name.startswith(_ATTRIBUTE):
            fields[name] = _attribute(one, other, name.removeprefix(_ATTRIBUTE))
        elif name == "location" and country_only:
            fields[name] = places(one.location, other.location)
    return fields


def _is_placed(identity: tuple[str, ...]) -> bool:
    return not {"location", "location.country"}.isdisjoint(identity)


def _slack(one: Event, other: Event, *, placed: bool) -> int:
    """The days forgiven: a stay at a place has several; what crowds and armies do they do again the day after."""
    if not share_a_name(one.actors, other.actors):
        return 0
    return _SLACK if placed else 1


def _unsupported(one: Event, other: Event, *, placed: bool, reciprocal: bool) -> Iterator[str]:
    """What is missing that two documents can be known to speak of one event."""
    named = share_a_name(one.actors, other.actors)
    homes = {actor.country for actor in (*one.actors, *other.actors)}
    if reciprocal:
        if not named or min(len(one.actors), len(other.actors)) < _PAIR:
            yield "actors not known to agree: it takes two, one of them by name"
    elif not placed and one.recipients and other.recipients:
        if not alike_abroad(one.recipients, other.recipients, homes):
            yield "recipients not known to agree by name"
    elif places(one.location, other.location, country_only=placed) is not Verdict.AGREE or not (
        named or share_a_place(one.location, other.location) or (one.location and one.location.country not in homes)
    ):
        yield "neither recipients nor location are known to agree"
    known = _NARROW if named else {Precision.DAY}
    coarse = [e.dates for e in (one, other) if e.dates and e.dates.precision not in known]
    if coarse:
        yield f"dates too coarse to tell events apart: {coarse[0].edtf()}"


def _attribute(one: Event, other: Event, name: str) -> Verdict:
    if one.attributes.get(name) is None or other.attributes.get(name) is None:
        return Verdict.UNKNOWN
    return Verdict.AGREE if one.attributes[name] == other.attributes[name] else Verdict.CONTRADICT


def _differing(one: Event, other: Event, kind: EventType | None) -> Iterator[str]:
    """The attributes of which two values cannot both stand in the one event."""
    identity = kind.identity if kind else ()
    for name in sorted(set(one.attributes) & set(other.attributes)):
        first, second = one.attributes[name], other.attributes[name]
        if first == second or not is_single(first) or not is_single(second) or f"{_ATTRIBUTE}{name}" in identity:
            continue
        if kind is None or (name not in kind.ranked and name != kind.length):
            yield f"{_ATTRIBUTE}{name} differs: {first} against {second}"


def is_single(value: Any) -> bool:
    """True for an attribute of one value: lists are united, and objects stay as they are."""
    return isinstance(value, (str, int, float, bool))


def _statuses(one: Event, other: Event, dates: Verdict) -> Verdict:
    if one.status == other.status:
        return Verdict.AGREE
    pair = {one.status, other.status}
    if pair == {Status.PROPOSED, Status.ONGOING} and dates is not Verdict.AGREE:
        return Verdict.CONTRADICT  # an invitation given in the course of a visit is to another one
    if pair <= _OPEN or pair <= _PAST:
        return Verdict.AGREE
    # What is over and what is still to come are one event only where the dates say so.
    return Verdict.AGREE if dates is Verdict.AGREE else Verdict.CONTRADICT


def _told(event: Event, name: str) -> str:
    if name == "dates":
        return event.dates.edtf() if event.dates else "none"
    if name in ("location", "location.country"):
        place = event.location
        inside = place.places if place and name == "location" else ()
        return ", ".join((*inside, (place.country if place else None) or "none"))
    if name == "status":
        return event.status.value
    if name.startswith(_ATTRIBUTE):
        return str(event.attributes.get(name.removeprefix(_ATTRIBUTE)))
    listed = event.actors if name == "actors" else event.recipients
    return ", ".join(a.name or a.country or a.text for a in listed) or "none"
