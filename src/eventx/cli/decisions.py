"""The decisions behind the events of a report, sentence by sentence, in JSON types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from eventx.cli.inputs import called
from eventx.errors import describe
from eventx.records import Candidate

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.hooks import Analysis
    from eventx.records import Argument, Clause, Dropped, Event, Mention, Merged, Report, Span


def explanation(report: Report, engine: Engine) -> dict[str, Any]:
    """What was claimed and dropped in each sentence, and what each event was merged of."""
    text = report.document.text
    analysis = engine.analyze(report.document)
    by_sentence, odd = _by_sentence(report, analysis)
    return {
        "document": {
            "id": report.document.id,
            "source": called(report.document),
            "title": report.document.title,
            "published": report.document.published.isoformat() if report.document.published else None,
        },
        "sentences": [
            {
                "index": s.index,
                "section": s.section.value,
                "start": s.span.start,
                "end": s.span.end,
                "text": s.span.of(text),
                **by_sentence.get(s.index, {"claims": [], "dropped": []}),
            }
            for s in analysis.sentences
        ],
        "events": [_event(e) for e in report.events],
        "merges": [_merge(m) for m in report.merges],
        "failures": [str(f) for f in report.failures],
        "notes": [*report.notes, *odd],
    }


def _by_sentence(report: Report, analysis: Analysis) -> tuple[dict[int, dict[str, list[Any]]], list[str]]:
    """What was claimed and dropped by sentence, and what cannot be shown: an extractor may claim anything."""
    text = report.document.text
    found: dict[int, dict[str, list[Any]]] = {}
    odd: list[str] = []
    for kind, records in (("claims", report.candidates), ("dropped", report.dropped)):
        for record in records:
            try:
                shown = _claim(record, text, analysis) if isinstance(record, Candidate) else _drop(record, text)
                found.setdefault(int(record.sentence), {"claims": [], "dropped": []})[kind].append(shown)
            except Exception as error:
                what = f"{type(record).__name__} of {record.event_type!r}"
                odd.append(f"a {what} cannot be shown, its values are no records: {describe(error)}")
    return found, odd


def _piece(role: str, span: Span, text: str, **more: str) -> dict[str, Any]:
    piece = {"role": role, "quote": span.of(text), "start": span.start, "end": span.end}
    return piece | {name: value for name, value in more.items() if value}


def _claim(candidate: Candidate, text: str, analysis: Analysis) -> dict[str, Any]:
    clauses = analysis.clauses(candidate.sentence)
    fired = [c for c in clauses if c.predicate.overlaps(candidate.trigger)]
    roles = [
        _piece(
            role,
            m.span,
            text,
            slot=_slot(m, candidate.sentence, fired, clauses),
            means=_meaning(m, role),
            resolved_via=m.resolved_via,
        )
        for role, mentions in (
            ("actor", candidate.actors),
            ("recipient", candidate.recipients),
            ("location", candidate.places),
            ("attribution", (candidate.attribution,) if candidate.attribution else ()),
        )
        for m in mentions
    ]
    roles += [_piece("date", t.span, text, means=_days(t.start, t.end) or t.value) for t in candidate.times]
    if candidate.status_cue:
        roles.append(_piece("status", candidate.status_cue, text, means=candidate.status.value))
    roles += [_piece(role, span, text) for role, span in candidate.evidence]
    return {
        "event_type": candidate.event_type,
        "frame": candidate.frame,
        "trigger": _piece("trigger", candidate.trigger, text),
        "status": candidate.status.value,
        "dates": candidate.dates.edtf() if candidate.dates else None,
        "roles": roles,
        "attributes": _printed(candidate.attributes),
        "confidence": candidate.confidence,
    }


def _slot(mention: Mention, sentence: int, fired: Sequence[Clause], clauses: Sequence[Clause]) -> str:
    """Where a mention stands: its slot in the clause that fired, else in another one, else its sentence."""
    if mention.sentence != sentence:
        return f"from [{mention.sentence}]"
    for own, among in (("", fired), (" of another clause", clauses)):
        for clause in among:
            for name, argument in _slots(clause):
                if argument.span.overlaps(mention.span):
                    return name + own
    return ""


def _slots(clause: Clause) -> Iterator[tuple[str, Argument]]:
    named = (("subject", clause.subject), ("object", clause.object), ("indirect object", clause.indirect))
    yield from ((name, argument) for name, argument in named if argument)
    for argument in clause.complements:
        yield ("possessor" if argument.preposition == "'s" else f"prep:{argument.preposition}"), argument


def _drop(dropped: Dropped, text: str) -> dict[str, Any]:
    return {
        "event_type": dropped.event_type,
        "frame": dropped.frame,
        "trigger": _piece("trigger", dropped.trigger, text),
        "reason": dropped.reason,
    }


def _merge(made: Merged) -> dict[str, Any]:
    return {
        "event": made.event,
        "sentence": made.sentence,
        "trigger": made.trigger,
        "joined": made.joined,
        "reason": made.reason,
    }


def _event(event: Event) -> dict[str, Any]:
    triggers = sorted((e for e in event.evidence if e.role == "trigger"), key=lambda e: (e.start, e.end))
    return {
        "id": event.id,
        "summary": summary(event),
        "confidence": event.confidence,
        "mentions": event.mentions,
        "triggers": [{"sentence": e.sentence, "quote": e.quote} for e in triggers],
    }


def summary(event: Event) -> str:
    """An event in one line."""
    from eventx.exporters.flat import called as name_of

    who = ", ".join(name_of(a) for a in event.actors) or "?"
    whom = ", ".join(name_of(a) for a in event.recipients)
    where = (event.location.name or event.location.country or "") if event.location else ""
    when = event.dates.edtf() if event.dates else "undated"
    parts = (event.action, event.status.value, who, f"to {whom}" if whom else "", f"in {where}" if where else "", when)
    return " | ".join(p for p in parts if p)


def _meaning(mention: Mention, role: str) -> str:
    entity = mention.place if role == "location" and mention.place else mention.actor or mention.place
    if entity is None:
        return "unresolved"
    facts = (entity.country, entity.role.value if entity.role else None)
    known = ", ".join(f for f in facts if f)
    return f"{entity.name or 'unnamed'}" + (f" ({known})" if known else "")


def _days(start: date | None, end: date | None) -> str:
    return f"{start or '?'} to {end or '?'}" if start or end else ""


def _printed(attributes: Any) -> dict[str, Any]:
    from eventx.errors import RecordError
    from eventx.records.checks import plain

    def one(value: Any) -> Any:
        try:
            return plain(value)
        except RecordError:  # a candidate may hold what an event may not
            return str(value)

    return {str(key): one(value) for key, value in attributes.items()}
