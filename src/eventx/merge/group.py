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

    __slots__ = ("_records", "_seen", "head", "kind", "number")

    def __init__(self, first: Event, kind: EventType | None, number: int) -> None:
        """``kind`` is the declared event type, ``number`` that of the first record among all."""
        self._records = [first]
        self._seen = {_essence(first)}
        self.kind = kind
        self.number = number
        self.head = first

    def add(self, event: Event) -> None:
        """Take in one more record; what says nothing new leaves the head as it is."""
        self._records.append(event)
        essence = _essence(event)
        if essence not in self._seen:
            self._seen.add(essence)
            self.head = fuse([self.head, event], self.kind)

    def whole(self) -> Event:
        """The one event of all records."""
        return fuse(self._records, self.kind)


def _essence(event: Event) -> Hashable:
    """What a record says, without where it says so."""
    return (event.actors, event.recipients, event.location, event.dates, event.status, repr(event.attributes))


def block_keys(event: Event, identity: tuple[str, ...]) -> tuple[BlockKey, ...]:
    """Keys of which two records that can be one share at least one; none for a record that cannot be merged.

    The keys of one identity field are enough, since all fields must agree. It is the same for all records of a type.
    """
    field = next((name for name in _SELECTIVE if name in identity), "")
    if not field:
        return ((event.action, "", ""),)
    return tuple((event.action, field, value) for value in sorted(_values(event, field)))


# Fields by which records are looked up: one value each rather than several.
_SELECTIVE: Final = ("location.country", "location", "recipients", "actors")


def _values(event: Event, field: str) -> set[str]:
    if field.startswith("location"):
        return {event.location.country} if event.location and event.location.country else set()
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
