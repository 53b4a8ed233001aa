"""``eventx explain``: sentence by sentence, what fired, what filled the roles, what was dropped and merged, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from eventx.cli.engines import build_engine, plugin_options
from eventx.cli.inputs import Day, Inputs, called
from eventx.cli.output import complain, note, say, say_json
from eventx.exporters.table import printable

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.hooks import Analysis
    from eventx.records import Candidate, Dropped, Event, Mention, Merged, Report, Span


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="Publication date of the documents that state none, as 2024-06-17.")
@click.option("--all", "every", is_flag=True, help="Show the sentences in which nothing fired, too.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON: one list, an object a document.")
@plugin_options
def explain(*, files: tuple[str, ...], published: date | None, every: bool, as_json: bool, **options: Any) -> int:
    """Show for each sentence which trigger fired, what filled its roles from where, and why others were dropped."""
    engine = build_engine(options["plugin"], options["disable"], options["strict"])
    inputs = Inputs(files, engine.readers, published)
    failed = False
    told: list[dict[str, Any]] = []
    for document in inputs:
        report = engine.process(document)
        made = explanation(report, _analysis(engine, report))
        if as_json:
            told.append(made)
        else:
            _show(made, every)
        for failure in report.failures:
            failed = True
            complain(f"{called(document)}: {failure}")
        for remark in report.notes:
            note(f"{called(document)}: {remark}")
    if as_json:
        say_json(told)
    return 1 if failed or inputs.failed else 0


def explanation(report: Report, analysis: Analysis) -> dict[str, Any]:
    """The decisions of a report by sentence, in JSON types."""
    text = report.document.text
    by_sentence: dict[int, dict[str, list[Any]]] = {}
    for candidate in report.candidates:
        found = by_sentence.setdefault(candidate.sentence, {"claims": [], "dropped": []})
        found["claims"].append(_claim(candidate, text))
    for dropped in report.dropped:
        found = by_sentence.setdefault(dropped.sentence, {"claims": [], "dropped": []})
        found["dropped"].append(_drop(dropped, text))
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
        "merges": [_merge(m) for m in report.merges],
        "events": [_event(e) for e in report.events],
        "failures": [str(f) for f in report.failures],
        "notes": list(report.notes),
    }


def _analysis(engine: Engine, report: Report) -> Analysis:
    """The layers of the document once more; their faults are in the report already."""
    from eventx.hooks import Annotator
    from eventx.language.analysis import LayeredAnalysis

    providers = {part.provides: part for part in engine.order if isinstance(part, Annotator)}
    return LayeredAnalysis(report.document, providers, lambda part, error: None)


def _piece(role: str, span: Span, text: str, meaning: str = "", via: str = "") -> dict[str, Any]:
    piece = {"role": role, "quote": span.of(text), "start": span.start, "end": span.end}
    if meaning:
        piece["means"] = meaning
    if via:
        piece["resolved_via"] = via
    return piece


def _claim(candidate: Candidate, text: str) -> dict[str, Any]:
    roles = [
        _piece(role, m.span, text, _meaning(m, role), m.resolved_via)
        for role, mentions in (
            ("actor", candidate.actors),
            ("recipient", candidate.recipients),
            ("location", candidate.places),
            ("attribution", (candidate.attribution,) if candidate.attribution else ()),
        )
        for m in mentions
    ]
    roles += [_piece("date", t.span, text, _days(t.start, t.end) or t.value) for t in candidate.times]
    if candidate.status_cue:
        roles.append(_piece("status", candidate.status_cue, text, candidate.status.value))
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
    return {"id": event.id, "mentions": event.mentions, "summary": summary(event)}


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


def _show(made: dict[str, Any], every: bool) -> None:
    document = made["document"]
    say(f"{document['source']}: {printable(document['title'] or 'untitled')}, published {document['published'] or '?'}")
    for sentence in made["sentences"]:
        if every or sentence["claims"] or sentence["dropped"]:
            say(f"\n[{sentence['index']}] {sentence['section']}: {printable(sentence['text'])}")
            for line in _decisions(sentence):
                say(line)
    say("\nmerges:" if made["merges"] else "\nmerges: none")
    for merge in made["merges"]:
        what = "joined" if merge["joined"] else "apart"
        trigger = printable(merge["trigger"])
        say(f"  [{merge['sentence']}] {trigger!r} {what} {merge['event']}: {printable(merge['reason'])}")
    say("\nevents:" if made["events"] else "\nevents: none")
    for event in made["events"]:
        count = event["mentions"]
        say(f"  {event['id']}  {printable(event['summary'])}  ({count} mention{'s' if count != 1 else ''})")
    say()


def _decisions(sentence: dict[str, Any]) -> Iterator[str]:
    for claim in sentence["claims"]:
        yield f"  + {_fired(claim)}: {claim['status']}" + (f", {claim['dates']}" if claim["dates"] else "")
        yield from _roles(claim["roles"])
        for key, value in claim["attributes"].items():
            yield f"      {key:<12} {printable(str(value))}"
    for dropped in sentence["dropped"]:
        yield f"  - {_fired(dropped)}: {printable(dropped['reason'])}"


def _fired(found: dict[str, Any]) -> str:
    frame = f" (frame {found['frame']})" if found["frame"] else ""
    return f"{found['event_type']} by {printable(found['trigger']['quote'])!r}{frame}"


def _roles(roles: Iterable[dict[str, Any]]) -> Iterator[str]:
    for role in roles:
        means = f" = {printable(role['means'])}" if role.get("means") else ""
        via = f", by {role['resolved_via']}" if role.get("resolved_via") else ""
        yield f"      {role['role']:<12} {printable(role['quote'])!r}{means}{via}"
