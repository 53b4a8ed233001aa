"""A candidate to an event."""

from __future__ import annotations

from eventx.errors import RecordError
from eventx.hooks.parts import Analysis
from eventx.records import Candidate, Dropped, Event, EventType, Evidence, Span, document_stamp
from eventx.resolve.actors import actor_of, actors_of
from eventx.resolve.dates import date_range
from eventx.resolve.places import location_of


def resolve(candidate: Candidate, analysis: Analysis, event_type: EventType, extractor: str) -> Event:
    """The event that the candidate claims, with its evidence. Raises RecordError for an impossible one."""
    dates = candidate.dates or date_range(candidate.times)
    location = location_of(candidate.places, candidate.attributes.get("country"))
    attributes = {k: v for k, v in candidate.attributes.items() if k != "country"}
    return Event(
        action=event_type.name,
        actors=actors_of(candidate.actors),
        recipients=actors_of(candidate.recipients),
        location=location,
        dates=dates,
        status=candidate.status,
        attributes=attributes,
        codes=event_type.codes_for(candidate.status),
        attribution=actor_of(candidate.attribution) if candidate.attribution else None,
        evidence=_evidence(candidate, analysis, dated=dates is not None),
        document=document_stamp(analysis.document),
        extractor=extractor,
        confidence=round(candidate.confidence, 4),
    ).identified()


def misplaced(found: Candidate | Dropped, analysis: Analysis) -> str:
    """Why a trigger cannot be of its sentence or of the document; empty where it can."""
    trigger, length = found.trigger, len(analysis.text)
    if trigger.end > length:
        return f"its trigger does not stand at {trigger.start}..{trigger.end}: the text has {length} characters"
    sentence = analysis.sentence_at(trigger)
    if found.sentence != sentence:
        return (
            f"its trigger {trigger.of(analysis.text)[:60]!r} begins in sentence {sentence}, not in {found.sentence}; "
            "write sentence=analysis.sentence_at(trigger)"
        )
    return ""


def _evidence(candidate: Candidate, analysis: Analysis, *, dated: bool) -> tuple[Evidence, ...]:
    """The trigger first, then the rest in text order, each (role, span) once."""
    spans: list[tuple[str, Span]] = []
    spans.extend(("actor", m.span) for m in candidate.actors)
    spans.extend(("recipient", m.span) for m in candidate.recipients)
    spans.extend(("location", m.span) for m in candidate.places)
    if dated and not any(role in ("date", "within") for role, _ in candidate.evidence):
        spans.extend(("date", t.span) for t in candidate.times)
    if candidate.status_cue:
        spans.append(("status", candidate.status_cue))
    if candidate.attribution:
        spans.append(("attribution", candidate.attribution.span))
    spans.extend(candidate.evidence)
    rest = sorted(dict.fromkeys(spans), key=lambda pair: (pair[1].start, pair[1].end, pair[0]))
    return tuple(_quote(role, span, analysis) for role, span in [("trigger", candidate.trigger), *rest])


def _quote(role: str, span: Span, analysis: Analysis) -> Evidence:
    length = len(analysis.text)
    if span.end > length:
        where = f"{span.start}..{span.end}"
        raise RecordError(
            f"what says the {role} does not stand at {where}: the text has {length} characters", "$.evidence"
        )
    return Evidence(
        role=role,
        start=span.start,
        end=span.end,
        quote=span.of(analysis.text),
        sentence=analysis.sentence_at(span),
    )
