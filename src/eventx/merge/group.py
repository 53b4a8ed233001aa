"""A group of records that speak of one event, and the keys under which its like are found."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from eventx.merge.names import folded
from eventx.merge.reports import fuse
from eventx.records import Actor, Event, EventType

BlockKey = tuple[str, str, str]  # action, field, value
# Groups with a value in common that an event is held against: the last ones, so that work stays linear.
NEAREST: Final = 200


class Group:
    """Records of one event, with the record that they make together so far."""

    __slots__ = ("_known", "_records", "_seen", "head")

    def __init__(self, first: Event, known: EventType | None) -> None:
        self._records = [first]
        self._known = known
        self._seen = {_essence(first)}
        self.head = first

    def add(self, event: Event) -> None:
        """Take in one more record; what says nothing new leaves the head as it is."""
        self._records.append(event)
        essence = _essence(event)
        if essence not in self._seen:
            self._seen.add(essence)
            self.head = fuse([self.head, event], self._known)

    @property
    def reciprocal(self) -> bool:
        """True when all parties of the event are actors."""
        return self._known is not None and self._known.reciprocal

    def whole(self) -> Event:
        """The one event of all records."""
        return fuse(self._records, self._known)


def _essence(event: Event) -> Hashable:
    """What a record says, without where it says so."""
    return (event.actors, event.recipients, event.location, event.dates, event.status, repr(event.attributes))


def block_keys(event: Event, identity: tuple[str, ...]) -> tuple[BlockKey, ...]:
    """Keys of which two records that can be one share at least one; none for a record that cannot be merged.

    The keys of one identity field are enough, since all fields must agree: the one with the fewest.
    """
    best: tuple[BlockKey, ...] | None = None
    for field in identity:
        values = _values(event, field)
        if not values:
            return ()
        if best is None or len(values) < len(best):
            best = tuple((event.action, field, value) for value in sorted(values))
    return best or ((event.action, "", ""),)


def _values(event: Event, field: str) -> set[str]:
    if field == "location":
        return {event.location.country} if event.location and event.location.country else set()
    if field == "dates":
        return {"dated"} if event.dates else set()
    return _party_values(event.actors if field == "actors" else event.recipients)


def _party_values(parties: tuple[Actor, ...]) -> set[str]:
    values: set[str] = set()
    for actor in parties:
        if actor.country:
            values.add(actor.country)
        if actor.name:
            values.update(folded(actor.name))
        if actor.text:
            values.add(actor.text.lower())
    return values
