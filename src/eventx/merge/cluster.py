"""Which records belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from eventx.merge.broader import broader_joins, decision, narrower_wins
from eventx.merge.compare import compare
from eventx.merge.group import NEAREST, BlockKey, Group, block_keys
from eventx.records import Event, EventType, Merged

_SLACK_ACROSS: Final = 3  # days by which two reports of one event may differ


def merge_candidates(events: Sequence[Event], event_types: Mapping[str, EventType]) -> tuple[list[Event], list[Merged]]:
    """The events of one document, from one record a mention; with the decisions taken."""
    kept, decisions = narrower_wins(events, event_types)
    merged, more = _cluster(kept, event_types, slack=0)
    merged, last = broader_joins(merged, event_types)
    return sorted(merged, key=_position), [*decisions, *more, *last]


def merge_events(
    events: Iterable[Event], *, across: bool = True, event_types: Mapping[str, EventType] | None = None
) -> tuple[list[Event], list[Merged]]:
    """Events of several documents, those of one event made one; with the decisions taken.

    Merged are events of one action whose identity fields (those of the event type; actors and location
    where it is not known) are all known and agree, and whose other fields do not contradict. ``across``
    False leaves apart what comes from different documents. An event of several documents has the attributes
    ``sources``, ``history`` and, where they differ, ``conflicts``; its evidence is that of one document.
    """
    ordered = sorted(events, key=lambda e: (e.action, str(e.document.get("published") or ""), e.id))
    if across:
        return _cluster(ordered, event_types or {}, slack=_SLACK_ACROSS, default=("actors", "location", "dates"))
    by_document: dict[str, list[Event]] = {}
    for event in ordered:
        by_document.setdefault(str(event.document.get("id")), []).append(event)
    merged: list[Event] = []
    decisions: list[Merged] = []
    for group in by_document.values():
        some, why = _cluster(group, event_types or {}, slack=0)
        merged.extend(some)
        decisions.extend(why)
    return merged, decisions


def _cluster(
    events: Sequence[Event],
    event_types: Mapping[str, EventType],
    *,
    slack: int,
    default: tuple[str, ...] = ("actors", "location"),
) -> tuple[list[Event], list[Merged]]:
    groups: list[Group] = []
    index: dict[BlockKey, list[int]] = {}
    notes: list[tuple[int, Event, bool, str]] = []
    for event in events:
        known = event_types.get(event.action)
        identity = known.identity if known and slack == 0 else default
        keys = block_keys(event, identity)
        near = sorted({at for key in keys for at in index.get(key, ())})
        home, reason = _home(event, groups, near[-NEAREST:], identity, slack)
        if home is None:
            groups.append(Group(event, known))
            home = len(groups) - 1
            if reason:
                notes.append((home, event, False, reason))
        else:
            groups[home].add(event)
            notes.append((home, event, True, reason))
        for key in keys:
            members = index.setdefault(key, [])
            if home not in members[-NEAREST:]:
                members.append(home)
    heads = [group.whole() for group in groups]
    return heads, [decision(heads[at], event, reason, joined=joined) for at, event, joined, reason in notes]


def _home(
    event: Event, groups: Sequence[Group], places: Iterable[int], identity: tuple[str, ...], slack: int
) -> tuple[int | None, str]:
    """The group that the event belongs to, dated agreement before undated; or why there is none."""
    best: tuple[int, int, str] | None = None
    refusal = ""
    for at in places:
        comparison = compare(groups[at].head, event, slack=slack, reciprocal=groups[at].reciprocal)
        if comparison.joins(identity):
            score = sum(v == "agree" for v in comparison.fields.values())
            if best is None or score > best[0]:
                best = (score, at, comparison.reason)
        elif comparison.fields["actors"] == "agree" and comparison.fields["location"] == "agree":
            refusal = f"kept apart: {comparison.reason}"
    return (best[1], best[2]) if best else (None, refusal)


def _position(event: Event) -> tuple[int, int, str]:
    first = event.evidence[0] if event.evidence else None
    return (first.start, first.end, event.id) if first else (0, 0, event.id)
