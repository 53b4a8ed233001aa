"""Whether two event records speak of one event: each field agrees, contradicts, or is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from attrs import frozen

from eventx.merge.names import same_name
from eventx.records import Actor, DateRange, Event, Precision, Sector, Status


class Verdict(StrEnum):
    """What a field says of two records."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    UNKNOWN = "unknown"


@frozen(slots=True)
class Comparison:
    """The verdicts on two records by field, and a reason in words for the first contradiction."""

    fields: dict[str, Verdict]
    reason: str

    def joins(self, identity: tuple[str, ...]) -> bool:
        """True when every identity field agrees and none that tells events apart contradicts."""
        relevant = {"actors", "location", "dates", "status", *identity}  # several hosts are no contradiction
        if any(self.fields[name] is Verdict.CONTRADICT for name in relevant):
            return False
        return all(self.fields[name] is Verdict.AGREE for name in identity)


# Statuses that one event can pass through while it still lies ahead or goes on.
_OPEN: Final = frozenset(
    {Status.PLANNED, Status.PROPOSED, Status.POSTPONED, Status.CANCELLED, Status.DENIED, Status.ONGOING}
)
_RULING: Final = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD})
_DEFYING: Final = frozenset({Sector.REB, Sector.OPP})
_GOVERNED: Final = frozenset({Sector.CVL, Sector.MED, Sector.NGO, Sector.BUS})
_LAWMAKER: Final = frozenset(
    {"senator", "lawmaker", "mp", "deputy", "legislator", "congressman", "congresswoman", "parliamentarian", "speaker"}
)
_PAST: Final = frozenset({Status.OCCURRED, Status.ONGOING})


def compare(one: Event, other: Event, *, slack: int = 0, reciprocal: bool = False) -> Comparison:
    """Hold two records of one event type against each other.

    ``slack`` days are forgiven between dates. In a ``reciprocal`` event (a meeting) all parties are actors: one
    who is not the other record's makes it another event.
    """
    place = _places(one, other)
    apart = place is not Verdict.AGREE and _speak_apart(one.actors, other.actors)
    fields = {
        "actors": Verdict.UNKNOWN if apart else _parties(one.actors, other.actors, whole=reciprocal),
        "recipients": _parties(one.recipients, other.recipients),
        "location": place,
        "dates": _dates(one.dates, other.dates, slack),
    }
    fields["status"] = _statuses(one, other, fields["dates"])
    for name, verdict in fields.items():
        if verdict is Verdict.CONTRADICT:
            return Comparison(fields, f"{name} contradict: {_told(one, name)} against {_told(other, name)}")
    agreeing = ", ".join(name for name, verdict in fields.items() if verdict is Verdict.AGREE)
    unknown = ", ".join(name for name, verdict in fields.items() if verdict is Verdict.UNKNOWN)
    return Comparison(fields, f"agree on {agreeing or 'nothing'}" + (f"; unknown: {unknown}" if unknown else ""))


def all_among(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """True when each of the first can be one of the others: the same person, or of the same country."""
    return all(any(_may_be(a, b) for b in others) for a in some)


def _may_be(one: Actor, other: Actor) -> bool:
    if one.country and other.country:
        two_persons = one.name and other.name and one.role and other.role
        return one.country == other.country and not (two_persons and not _same_actor(one, other))
    if one.name and other.name:
        return same_name(one.name, other.name)
    return one.text.lower() == other.text.lower()


def _parties(one: tuple[Actor, ...], other: tuple[Actor, ...], whole: bool = False) -> Verdict:
    if not one or not other:
        return Verdict.UNKNOWN
    if whole and not (all_among(one, other) or all_among(other, one)):
        return Verdict.CONTRADICT
    named_one, named_other = [a for a in one if a.name], [a for a in other if a.name]
    if named_one and named_other:
        if any(_same_actor(a, b) for a in named_one for b in named_other):
            return Verdict.AGREE
        if all(a.role and b.role for a in named_one for b in named_other):
            return Verdict.CONTRADICT  # two different persons
    if any(a.country and a.country == b.country and not _opposed(a, b) for a in one for b in other):
        return Verdict.AGREE
    if all(a.country for a in (*one, *other)):
        return Verdict.CONTRADICT
    texts = {a.text.lower() for a in one if a.text} & {a.text.lower() for a in other if a.text}
    return Verdict.AGREE if texts else Verdict.UNKNOWN


def _opposed(one: Actor, other: Actor) -> bool:
    """True for those who rule and those who fight or oppose them: what rebels do, their country's army does not.

    So are a government and the people, where neither is named: a private person may hold an office elsewhere.
    """
    apart = _DEFYING if one.name or other.name else _DEFYING | _GOVERNED
    return any(a.sector in _RULING and b.sector in apart for a, b in ((one, other), (other, one)))


def _speak_apart(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """True for a lawmaker by name and several without, or their chamber: each speaks for itself."""
    return any(
        all(_is_lawmaker(a) for a in named) and all(a.sector is Sector.LEG and not _is_single(a) for a in many)
        for named, many in ((some, others), (others, some))
        if named and many
    )


def _is_lawmaker(actor: Actor) -> bool:
    return actor.sector is Sector.LEG and bool(actor.name and actor.role)


def _is_single(actor: Actor) -> bool:
    return _is_lawmaker(actor) or actor.text.lower().rsplit(" ", 1)[-1] in _LAWMAKER


def _same_actor(one: Actor, other: Actor) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return bool(one.name and other.name and same_name(one.name, other.name))


def _places(one: Event, other: Event) -> Verdict:
    a, b = one.location, other.location
    if a is None or b is None or not a.country or not b.country:
        return Verdict.UNKNOWN
    return Verdict.AGREE if a.country == b.country else Verdict.CONTRADICT


def _dates(one: DateRange | None, other: DateRange | None, slack: int) -> Verdict:
    if one is None or other is None:
        return Verdict.UNKNOWN
    allowed = timedelta(days=slack)
    first, last = _bounds(one)
    begin, end = _bounds(other)
    if first - _clamped(allowed, first) <= end and begin - _clamped(allowed, begin) <= last:
        return Verdict.AGREE
    return Verdict.CONTRADICT


def _clamped(allowed: timedelta, day: date) -> timedelta:
    return min(allowed, day - date.min)


def _bounds(dates: DateRange) -> tuple[date, date]:
    """First and last day; an unknown end of a stay is read as two weeks at most."""
    stay = timedelta(days=14) if dates.precision is Precision.DAY else timedelta(days=31)
    start = dates.start or max(date.min + stay, dates.end or date.min + stay) - stay
    end = dates.end or min(date.max - stay, start) + stay
    return start, end


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


def _told(event: Event, field: str) -> str:
    if field == "dates":
        return event.dates.edtf() if event.dates else "none"
    if field == "location":
        return (event.location.country if event.location else None) or "none"
    if field == "status":
        return event.status.value
    parties = event.actors if field == "actors" else event.recipients
    return ", ".join(a.name or a.country or a.text for a in parties) or "none"
