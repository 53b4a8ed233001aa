"""Which record went into which, kept by number, so that decisions name events as they came out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from eventx.records import Event, Merged


@frozen(slots=True)
class _Note:
    """A decision on the record ``at``, against what the record ``home`` became."""

    home: int
    at: int
    joined: bool
    reason: str


class Trail:
    """The decisions on some records, in order; the ids of events are known only when the last one is taken."""

    def __init__(self, records: Sequence[Event]) -> None:
        self._records = records
        self._into = list(range(len(records)))
        self._notes: list[_Note] = []

    def join(self, home: int, at: int, reason: str) -> None:
        """The record ``at`` (and what it took in) goes into the event of the record ``home``."""
        self._into[self.root(at)] = self.root(home)
        self._notes.append(_Note(home, at, joined=True, reason=reason))

    def refuse(self, home: int, at: int, reason: str) -> None:
        """The record ``at`` stays apart from the event of the record ``home``."""
        self._notes.append(_Note(home, at, joined=False, reason=reason))

    def root(self, at: int) -> int:
        """The record whose event a record is part of."""
        while self._into[at] != at:
            self._into[at] = self._into[self._into[at]]
            at = self._into[at]
        return at

    def decisions(self, events: Mapping[int, Event]) -> list[Merged]:
        """The decisions, with the ids of the events that came of the records (by the number of their root)."""
        return [self._told(note, events[self.root(note.home)].id) for note in self._notes if self._holds(note)]

    def _holds(self, note: _Note) -> bool:
        """A refusal between two records that became one event by way of a third is none."""
        return note.joined or self.root(note.home) != self.root(note.at)

    def _told(self, note: _Note, event: str) -> Merged:
        record = self._records[note.at]
        head = record.evidence[0] if record.evidence else None
        return Merged(
            event=event,
            sentence=head.sentence if head else 0,
            trigger=head.quote if head else "",
            joined=note.joined,
            reason=note.reason,
            document=str(record.document.get("id") or ""),
        )
