"""One event from several records of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from attrs import evolve

from eventx.merge.names import same_name
from eventx.records import Actor, DateRange, Event, EventType, Evidence, Location, Precision, Sector, Status

# The later in the life of an event, the stronger; a status that ends it is the strongest.
_STRENGTH: Final = (
    Status.PROPOSED,
    Status.PLANNED,
    Status.OCCURRED,
    Status.ONGOING,
    Status.DENIED,
    Status.POSTPONED,
    Status.CANCELLED,
)


def combine(records: Sequence[Event], event_type: EventType | None = None) -> Event:
    """The one event of several records: parties united, the fullest names, finest dates, strongest status."""
    first = records[0]
    if len(records) == 1:
        return first
    dates = _dates(records)
    status = _status(records, dates)
    codes = event_type.codes_for(status) if event_type else first.codes
    actors, recipients = _sides(records)
    merged = evolve(
        first,
        actors=actors,
        recipients=recipients,
        location=_location(records),
        dates=dates,
        status=status,
        codes=codes,
        attributes=_attributes([r.attributes for r in records], dates, event_type),
        attribution=next((r.attribution for r in records if r.attribution), None),
        evidence=_evidence(records),
        confidence=_confidence(records),
        mentions=sum(r.mentions for r in records),
    )
    return merged.identified()


def _status(records: Sequence[Event], dates: DateRange | None) -> Status:
    """The strongest status; of an event that begins after it was reported only what looks ahead counts."""
    status = max((r.status for r in records), key=_STRENGTH.index)
    if status is not Status.OCCURRED or dates is None or dates.start is None:
        return status
    told = max((str(r.document.get("published") or "") for r in records), default="")
    ahead = [r.status for r in records if r.status in (Status.PLANNED, Status.PROPOSED)]
    return max(ahead, key=_STRENGTH.index) if ahead and "" < told < dates.start.isoformat() else status


def _sides(records: Sequence[Event]) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Actors and recipients of all; a name found on both sides stays where the earliest record has it."""
    actors = unite([a for r in records for a in r.actors])
    recipients = unite([a for r in records for a in r.recipients])
    both = [a for a in actors if a.name and any(_same(a, r) for r in recipients)]
    received = [a for a in both if not _acts_first(a, records)]
    if len(received) == len(actors):
        received = []
    acted = [a for a in both if a not in received]
    return (
        tuple(a for a in actors if a not in received),
        tuple(r for r in recipients if not any(_same(a, r) for a in acted)),
    )


def _acts_first(party: Actor, records: Sequence[Event]) -> bool:
    """True where the earliest record that names the party has it among the actors."""
    for record in records:
        if any(_same(party, a) for a in record.actors):
            return True
        if any(_same(party, r) for r in record.recipients):
            return False
    return True


def unite(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each party once: same person by name; the unnamed of a country give way to its named."""
    united: list[Actor] = []
    for actor in actors:
        at = next((i for i, known in enumerate(united) if _same(known, actor)), None)
        if at is None:
            united.append(actor)
        else:
            united[at] = _fuller(united[at], actor)
    named = {a.country for a in united if a.name and a.role}
    return tuple(a for a in united if _stands_alone(a) or a.country not in named or a.country is None)


def _stands_alone(actor: Actor) -> bool:
    """True for an officeholder, and for a party, a firm, a society: what no government or organisation of states is."""
    return bool(actor.name) and (actor.role is not None or actor.sector not in (None, Sector.GOV, Sector.IGO))


def _same(one: Actor, other: Actor) -> bool:
    if one.country != other.country and one.country and other.country:
        return False
    if one.name and other.name:
        return same_name(one.name, other.name)
    return not one.name and not other.name and one.text.lower() == other.text.lower()


def _fuller(one: Actor, other: Actor) -> Actor:
    """The record with more in it, gaps filled from the other one."""
    best, rest = (other, one) if _weight(other) > _weight(one) else (one, other)
    return evolve(
        best,
        name=best.name or rest.name,
        country=best.country or rest.country,
        role=best.role or rest.role,
        sector=best.sector or rest.sector,
    )


def _weight(actor: Actor) -> tuple[int, int, int]:
    return (bool(actor.role), len((actor.name or "").split()), bool(actor.country))


def _location(records: Sequence[Event]) -> Location | None:
    places = [r.location for r in records if r.location]
    if not places:
        return None
    finest = max(places, key=lambda p: (bool(p.places), p.latitude is not None))
    names = tuple(dict.fromkeys(name for p in places for name in p.places))
    return evolve(finest, places=names)


def _dates(records: Sequence[Event]) -> DateRange | None:
    """Dates of the event itself, made finer by days of acts within it; then the finest; then the longest."""
    own = [r.dates for r in records if r.dates and not _only_within(r)]
    within = [r.dates for r in records if r.dates and _only_within(r)]
    if not own:
        return _finest(within) if within else None
    best = _finest(own)
    if best.precision is not Precision.DAY:
        inside = [d for d in within if d.precision is Precision.DAY and best.contains(d.start or d.end or date.min)]
        return _finest(inside) if inside else best
    if best.start and best.end is None:
        ends = [d.end for d in within if d.end and d.start == best.start and (d.days or 0) > 1]
        return evolve(best, end=max(ends)) if ends else best
    return best


def _finest(ranges: Sequence[DateRange]) -> DateRange:
    order = list(Precision)
    finest = min((r.precision for r in ranges), key=order.index)
    same = [r for r in ranges if r.precision is finest]
    best = max(same, key=lambda r: (r.days or 0, bool(r.start), bool(r.end), -(r.start or date.max).toordinal()))
    if best.start and not best.end:
        ends = [r.end for r in same if r.end and r.end >= best.start]
        best = evolve(best, end=max(ends)) if ends else best
    elif best.end and not best.start:
        starts = [r.start for r in same if r.start and r.start <= best.end]
        best = evolve(best, start=min(starts)) if starts else best
    elif best.start and best.end:
        later = [r.start for r in same if r.start and r.end is None and r.start < best.start]
        best = evolve(best, start=min(later)) if later else best
    return best


def _only_within(record: Event) -> bool:
    roles = {e.role for e in record.evidence}
    return "within" in roles and "date" not in roles


def _attributes(all_of: Sequence[Mapping[str, Any]], dates: DateRange | None, kind: EventType | None) -> dict[str, Any]:
    """Lists are united, of values that have a rank the highest counts, of others the first.

    The attribute for the length of the event, where a record has it, is that of the merged dates, and goes where
    that is unknown.
    """
    merged: dict[str, Any] = {}
    for attributes in all_of:
        for key, value in attributes.items():
            known = merged.get(key)
            ranks = kind.ranked.get(key) if kind else None
            if known is None:
                merged[key] = value
            elif ranks:
                merged[key] = max((known, value), key=[None, *ranks].index) if value in ranks else known
            elif isinstance(known, (list, tuple)) and isinstance(value, (list, tuple)):
                merged[key] = _united(known, value)
    length = kind.length if kind else None
    if length and merged.pop(length, None) and dates and dates.days and dates.precision is Precision.DAY:
        merged[length] = dates.days
    return merged


def _united(known: Sequence[Any], more: Sequence[Any]) -> list[Any]:
    """Both lists in one, each item once; items may be of any JSON type."""
    keyed = {json.dumps(item, sort_keys=True): item for item in (*more, *known)}  # of two alike the known one stays
    return [keyed.pop(key) for item in (*known, *more) if (key := json.dumps(item, sort_keys=True)) in keyed]


def _evidence(records: Sequence[Event]) -> tuple[Evidence, ...]:
    """All evidence, each once; the triggers first in the order of the records."""
    unique = dict.fromkeys(e for r in records for e in r.evidence)
    triggers = [e for e in unique if e.role == "trigger"]
    rest = sorted((e for e in unique if e.role != "trigger"), key=lambda e: (e.start, e.end, e.role))
    return (*triggers, *rest)


def _confidence(records: Sequence[Event]) -> float:
    """Independent mentions support each other: 1 minus the product of the doubts, damped."""
    best = max(r.confidence for r in records)
    others = len(records) - 1
    return round(min(0.99, best + (1 - best) * (1 - 0.8**others)), 4)
