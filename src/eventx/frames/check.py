"""Running the examples of frame files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from eventx.frames.expected import misses
from eventx.frames.model import Example, FrameSet
from eventx.frames.pairing import pairs
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
    """The result of every example of the file, in order. Only events of the file's own types are looked at.

    Each expected event must be there, whatever the order; others may be there too, unless the example says ``only``.
    """
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


def _expected(example: Example, events: Sequence[Event]) -> Iterator[str]:
    wanted = [{"action": example.event_type, **want} for want in example.expect]
    paired = pairs([[n for n, event in enumerate(events) if not misses(want, event)] for want in wanted])
    given = "; ".join(_told(e) for e in events) or "nothing"
    for number, want in enumerate(wanted):
        if number not in paired:
            yield f"must give {_wanted(want)}; gave {given}"
    if example.only and len(paired) == len(wanted):
        for number, event in enumerate(events):
            if number not in paired.values():
                yield f"must give nothing else, gave {_told(event)}"


def _told(event: Event) -> str:
    who = ", ".join(a.name or a.country or a.text for a in event.actors) or "nobody"
    whom = ", ".join(a.name or a.country or a.text for a in event.recipients)
    return f"{event.action} by {who}" + (f" to {whom}" if whom else "") + f" ({event.status.value})"


def _wanted(want: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} = {value!r}" for key, value in want.items())
