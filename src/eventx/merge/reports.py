"""One event from what several documents report of it: its status over time, its sources, their contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import evolve

from eventx.merge.combine import combine
from eventx.merge.compare import is_single
from eventx.records import Event, EventType, Status

_AHEAD: Final = (Status.PROPOSED, Status.PLANNED)
_DONE: Final = (Status.OCCURRED, Status.ONGOING)


def fuse(records: Sequence[Event], event_type: EventType | None = None) -> Event:
    """The one event of the records of several documents.

    Evidence is that of one document, the last that has the final status, so that every quote still stands at its
    offsets in ``event.document``; the other documents are in the attribute ``sources`` (document, url, published,
    status, quote). ``history`` are the statuses in order of publication, ``conflicts`` the fields that the
    documents give differently. What a document says twice is combined first.
    """
    reports = _by_document(records, event_type)
    if len(reports) == 1:
        return reports[0]
    status = final_status(r.status for r in reports)
    head = next((r for r in reversed(reports) if r.status is status), reports[-1])
    whole = combine([head, *(r for r in reports if r is not head)], event_type)
    attributes: dict[str, Any] = {**whole.attributes, "sources": _sources(reports), "history": _history(reports)}
    conflicts = _conflicts(reports, event_type)
    if conflicts:
        attributes["conflicts"] = conflicts
    fused = evolve(
        whole,
        status=status,
        codes=event_type.codes_for(status) if event_type else head.codes,
        attributes=attributes,
        evidence=head.evidence,
        document=head.document,
    )
    return fused.identified()


def final_status(statuses: Iterable[Status]) -> Status:
    """What reports in order of publication come to: the last word, but for plans told again of what is done."""
    final: Status | None = None
    for status in statuses:
        if final in _DONE and status not in _DONE:
            continue
        if final is not None and final not in _AHEAD and status is Status.PROPOSED:
            continue
        final = status
    return final or Status.OCCURRED


def _by_document(records: Sequence[Event], event_type: EventType | None) -> list[Event]:
    """One record a document, in order of publication (those without a date first)."""
    groups: dict[str, list[Event]] = {}
    for record in records:
        groups.setdefault(str(record.document.get("id")), []).append(record)
    reports = [combine(group, event_type) for group in groups.values()]
    return sorted(reports, key=lambda r: (str(r.document.get("published") or ""), str(r.document.get("id"))))


def _sources(reports: Sequence[Event]) -> list[dict[str, Any]]:
    """What each document says, from the records that were fused before as well."""
    sources: list[dict[str, Any]] = []
    for report in reports:
        known = report.attributes.get("sources")
        if known:
            sources.extend(dict(source) for source in known)
            continue
        quotes = report.quotes("trigger")
        sources.append(
            {
                "document": report.document.get("id"),
                "url": report.document.get("url"),
                "published": report.document.get("published"),
                "status": report.status.value,
                "quote": quotes[0] if quotes else "",
            }
        )
    return sources


def _history(reports: Sequence[Event]) -> list[dict[str, Any]]:
    """The statuses with the day that they were first reported on, each change once."""
    history: list[dict[str, Any]] = []
    for source in sorted(_sources(reports), key=lambda s: str(s["published"] or "")):
        if not history or history[-1]["status"] != source["status"]:
            history.append({"status": source["status"], "published": source["published"]})
    return history


def _conflicts(reports: Sequence[Event], kind: EventType | None) -> list[dict[str, Any]]:
    """The fields for which the documents give different values of the same kind."""
    values: dict[str, list[Any]] = {
        "dates.start": [r.dates.start.isoformat() for r in _exact(reports) if r.dates and r.dates.start],
        "dates.end": [r.dates.end.isoformat() for r in _exact(reports) if r.dates and r.dates.end],
    }
    for name in sorted({name for r in reports for name in r.attributes}):
        if kind is None or name != kind.length:  # it follows from the dates
            values[f"attributes.{name}"] = list(_stated(reports, name, kind))
    found = [{"field": field, "values": list(dict.fromkeys(given))} for field, given in values.items()]
    return [conflict for conflict in found if len(conflict["values"]) > 1]


def _stated(reports: Sequence[Event], name: str, kind: EventType | None) -> Iterator[Any]:
    """The single values that the documents give an attribute; the lowest of ranked values says nothing."""
    silent = kind.ranked[name][0] if kind and kind.ranked.get(name) else None
    for report in reports:
        value = report.attributes.get(name)
        if is_single(value) and value != silent:
            yield value


def _exact(reports: Sequence[Event]) -> list[Event]:
    return [r for r in reports if r.dates and r.dates.precision.value == "day"]
