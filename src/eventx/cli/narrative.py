"""The decisions behind the events of a document, as text for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any, Final

from eventx.exporters.table import printable

_WIDTH: Final = 110
_Made = Mapping[str, Any]


def narrative(made: _Made, every: bool = False) -> Iterator[str]:
    """The lines that tell an explanation; with ``every`` the sentences in which nothing fired, too."""
    document = made["document"]
    title = printable(document["title"] or "untitled")
    yield f"{document['source']}: {title}, published {document['published'] or 'on an unknown day'}"
    quiet = 0
    for sentence in made["sentences"]:
        if not (every or sentence["claims"] or sentence["dropped"]):
            quiet += 1
            continue
        yield ""
        yield from wrap(f"[{sentence['index']}] {sentence['section']}: {printable(sentence['text'])}", _WIDTH)
        yield from _decisions(sentence)
    if quiet:
        yield ""
        yield f"nothing fired in {quiet} other sentence{'s' if quiet != 1 else ''}; --all shows them"
    yield ""
    yield "events:" if made["events"] else "events: none"
    known = {event["id"] for event in made["events"]}
    for event in made["events"]:
        yield from _event(event, [m for m in made["merges"] if m["event"] == event["id"]])
    rest = [m for m in made["merges"] if m["event"] not in known]
    if rest:
        yield "other decisions:"
        yield from (f"  {_decision(m)}" for m in rest)
    yield ""


def _decisions(sentence: _Made) -> Iterator[str]:
    for claim in sentence["claims"]:
        yield f"  + {_fired(claim)}: {claim['status']}" + (f", {claim['dates']}" if claim["dates"] else "")
        yield from _roles(claim["roles"])
        for key, value in claim["attributes"].items():
            shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield f"      attribute {key}: {printable(shown)}"
    for dropped in sentence["dropped"]:
        yield f"  - {_fired(dropped)}: {printable(dropped['reason'])}"


def _fired(found: _Made) -> str:
    frame = f" (frame {found['frame']})" if found["frame"] else ""
    return f"{found['event_type']} by {_quoted(found['trigger']['quote'])}{frame}"


def _roles(roles: Iterable[_Made]) -> Iterator[str]:
    for role in roles:
        slot = f", {role['slot']}" if role.get("slot") else ""
        means = f" = {printable(role['means'])}" if role.get("means") else ""
        via = f", by {role['resolved_via']}" if role.get("resolved_via") else ""
        yield f"      {role['role']:<12} {_quoted(role['quote'])}{slot}{means}{via}"


def _event(event: _Made, merges: Iterable[_Made]) -> Iterator[str]:
    places = ", ".join(f"[{t['sentence']}] {_quoted(t['quote'])}" for t in event["triggers"])
    yield f"  {printable(event['summary'])}"
    yield f"      {event['id']}, confidence {event['confidence']:.2f}, from {places or 'no trigger'}"
    yield from (f"      {_decision(m)}" for m in merges)


def _decision(made: _Made) -> str:
    what = "takes in" if made["joined"] else "stays apart from"
    reason = printable(made["reason"].removeprefix("kept apart: "))
    return f"{what} [{made['sentence']}] {_quoted(made['trigger'])}: {reason}"


def _quoted(text: str) -> str:
    return f"“{printable(text)}”"
