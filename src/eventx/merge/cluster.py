"""Which records belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eventx.merge.broader import broader_joins, narrower_wins
from eventx.merge.compare import UNDECLARED, compare
from eventx.merge.group import NEAREST, BlockKey, Group, block_keys
from eventx.merge.trail import Trail
from eventx.records import Event, EventType, Merged


def merge_candidates(events: Sequence[Event], event_types: Mapping[str, EventType]) -> tuple[list[Event], list[Merged]]:
    """The events of one document, from one record a mention; with the decisions taken."""
    trail = Trail(events)
    kept = narrower_wins(events, event_types, trail)
    merged = _cluster(events, kept, event_types, trail, across=False)
    merged = broader_joins(merged, event_types, trail)
    return sorted(merged.values(), key=_position), trail.decisions(merged)


def merge_events(
    events: Iterable[Event], *, across: bool = True, event_types: Mapping[str, EventType] | None = None
) -> tuple[list[Event], list[Merged]]:
    """Events of several documents, those of one event made one; with the decisions taken.

    Merged are events of one action whose identity fields (those of the event type; actors and location
    where it is not known) are all known and agree, and whose other fields do not contradict. Of different documents
    the dates must be known and agree as well, and recipients or location; ``across`` False leaves them apart
    altogether. An event of several documents has the attributes ``sources``, ``history`` and, where they differ,
    ``conflicts``; its evidence is that of one document.
    """
    ordered = sorted(events, key=lambda e: (e.action, str(e.document.get("published") or ""), e.id))
    known = event_types or {}
    trail = Trail(ordered)
    if across:
        merged = _cluster(ordered, range(len(ordered)), known, trail, across=True)
        return list(merged.values()), trail.decisions(merged)
    by_document: dict[str, list[int]] = {}
    for at, event in enumerate(ordered):
        by_document.setdefault(str(event.document.get("id")), []).append(at)
    merged = {}
    for members in by_document.values():
        merged |= _cluster(ordered, members, known, trail, across=False)
    return list(merged.values()), trail.decisions(merged)


def _cluster(
    events: Sequence[Event],
    numbers: Iterable[int],
    event_types: Mapping[str, EventType],
    trail: Trail,
    *,
    across: bool,
) -> dict[int, Event]:
    """The events that the records of these numbers make, by the number of the first record of each."""
    groups: list[Group] = []
    index: dict[BlockKey, list[int]] = {}
    for number in numbers:
        event = events[number]
        known = event_types.get(event.action)
        keys = block_keys(event, known.identity if known else UNDECLARED)
        near = sorted({at for key in keys for at in index.get(key, ())})
        found = _nearest(event, groups, near[-NEAREST:], across=across)
        if found is not None and found[1]:
            home, _, reason = found
            groups[home].add(event)
            trail.join(groups[home].number, number, reason)
        else:
            if found is not None:
                trail.refuse(groups[found[0]].number, number, f"kept apart: {found[2]}")
            groups.append(Group(event, known, number))
            home = len(groups) - 1
        for key in keys:
            members = index.setdefault(key, [])
            if home not in members[-NEAREST:]:
                members.append(home)
    return {group.number: group.whole() for group in groups}


def _nearest(
    event: Event, groups: Sequence[Group], among: Iterable[int], *, across: bool
) -> tuple[int, bool, str] | None:
    """The group that the event joins, or else the nearest one that it stays apart from, with the reason.

    Of several the one with the most agreeing fields, of equals the first. None where no group is near.
    """
    best: tuple[bool, int] | None = None
    found: tuple[int, bool, str] | None = None
    for at in among:
        group = groups[at]
        comparison = compare(group.head, event, group.kind, across=across)
        joins = comparison.joins
        if not joins and not comparison.near:
            continue
        rank = (joins, comparison.agreeing)
        if best is None or rank > best:
            best, found = rank, (at, joins, comparison.reason)
    return found


def _position(event: Event) -> tuple[int, int, str]:
    first = event.evidence[0] if event.evidence else None
    return (first.start, first.end, event.id) if first else (0, 0, event.id)
