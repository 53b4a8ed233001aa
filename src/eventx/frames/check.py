"""Running the examples of frame files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from eventx.frames.model import Example, FrameSet
from eventx.records import Document, Event, Processor


@frozen(kw_only=True, slots=True)
class ExampleResult:
    """What came of an example: ``faults`` is empty when it gave what it must."""

    source: str
    example: Example
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """True when nothing is wrong."""
        return not self.faults


def run_examples(frameset: FrameSet, engine: Processor) -> tuple[ExampleResult, ...]:
    """The result of every example of the file, in order. Only events of the file's own types are looked at."""
    own = {kind.name for kind in frameset.event_types}
    results: list[ExampleResult] = []
    for example in frameset.examples:
        report = engine.process(Document(text=example.text, published=example.published, id=f"example:{example.line}"))
        events = [e for e in report.events if e.action in own]
        faults = [str(f) for f in report.failures]
        faults.extend(_none(events) if example.none else _expected(example, events))
        results.append(ExampleResult(source=frameset.source, example=example, faults=tuple(faults)))
    return tuple(results)


def _none(events: Sequence[Event]) -> list[str]:
    return [f"must give nothing, gave {_told(e)}" for e in events]


def _expected(example: Example, events: Sequence[Event]) -> list[str]:
    left = list(events)
    faults: list[str] = []
    for want in example.expect:
        full = {"action": example.event_type, **want}
        match = next((e for e in left if not _misses(full, e)), None)
        if match is None:
            given = "; ".join(_told(e) for e in events) or "nothing"
            faults.append(f"must give {_wanted(full)}; gave {given}")
        else:
            left.remove(match)
    return faults


_FIELDS: Final[dict[str, Callable[[Event], list[str | None]]]] = {
    "actors": lambda e: [v for a in e.actors for v in (a.name, a.country, a.text)],
    "recipients": lambda e: [v for a in e.recipients for v in (a.name, a.country, a.text)],
    "places": lambda e: list(e.location.places) if e.location else [],
    "country": lambda e: [e.location.country] if e.location else [],
    "action": lambda e: [e.action],
    "status": lambda e: [e.status.value],
    "start": lambda e: [e.dates.start.isoformat() if e.dates and e.dates.start else None],
    "plover": lambda e: [e.codes.get("plover"), (e.codes.get("plover") or "").partition(":")[0]],
    "cameo": lambda e: [e.codes.get("cameo")],
    "mode": lambda e: [e.attributes.get("mode")],
    "contexts": lambda e: list(e.attributes.get("contexts", ())),
    "end": lambda e: [e.dates.end.isoformat() if e.dates and e.dates.end else None],
}


def _misses(want: Mapping[str, Any], event: Event) -> list[str]:
    """The wanted fields that the event does not have; a list wants each of its members, "" that there is nothing."""
    missing = []
    for key, value in want.items():
        have = _FIELDS[key](event)
        wanted = value if isinstance(value, list) else [value]
        if value == "":
            wanted = []
            missing += [key] if any(have) else []
        if any(str(w) not in {str(h) for h in have if h is not None} for w in wanted):
            missing.append(key)
    return missing


def _told(event: Event) -> str:
    who = ", ".join(a.name or a.country or a.text for a in event.actors) or "nobody"
    whom = ", ".join(a.name or a.country or a.text for a in event.recipients)
    return f"{event.action} by {who}" + (f" to {whom}" if whom else "") + f" ({event.status.value})"


def _wanted(want: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} = {value!r}" for key, value in want.items())
