"""Assertions over the events of a text, with a message that shows what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from eventx.frames.pairing import pairs
from eventx.records import Document, Event

if TYPE_CHECKING:
    from eventx.engine import Engine

Expected = Mapping[str, Any]


def assert_extracts(
    engine: Engine,
    text: str,
    published: date | str | None,
    expected: Sequence[Expected] | Expected,
    *,
    others: bool = False,
) -> list[Event]:
    """The text gives exactly the expected events (and, with ``others``, may give more); returns the events.

    An expected event is a partial JSON form: only the fields in it are compared, at any depth, and a list is
    compared item by item and must be as long. A key may be a path: ``{"location.country": "VNM",
    "actors.0.name": "Vladimir Putin", "dates.start": "2024-06-20"}``. A fault of a part fails the assertion too.
    """
    wanted = [expected] if isinstance(expected, Mapping) else list(expected)
    report = engine.process(Document(text=text, published=published))
    if report.failures:
        raise AssertionError("parts failed:\n" + "\n".join(f"  {failure}" for failure in report.failures))
    events = list(report.events)
    left = {n: event.to_dict() for n, event in enumerate(events)}
    paired = _best_pairs([dict(w) for w in wanted], left)
    lines: list[str] = []
    for number, want in enumerate(wanted):
        at = paired.get(number)
        if at is None:
            lines.append(f"no event for {_short(want)}")
        elif differing := list(differences(want, left[at])):
            lines.append(f"no event for {_short(want)}; the nearest, {told(events[at])}, differs in")
            lines += [f"    {line}" for line in differing]
    extra = [told(events[n]) for n in left if n not in paired.values()]
    if extra and not others:
        lines += [f"one event too many: {line}" for line in extra]
    if lines:
        dropped = [f"  {d.trigger.of(text)!r}: {d.reason}" for d in report.dropped]
        why = ["triggers that were looked at and not taken:", *dropped] if dropped else []
        raise AssertionError("\n".join([*lines, *why]))
    return events


def assert_nothing(engine: Engine, text: str, published: date | str | None = "2024-06-17") -> None:
    """The text gives no event and no part fails on it."""
    assert_extracts(engine, text, published, [])


def differences(want: Any, got: Any, path: str = "") -> Iterator[str]:
    """Where ``got`` is not what ``want`` asks for, one line a field."""
    if isinstance(want, Mapping):
        if not isinstance(got, Mapping):
            yield f"{path or 'event'}: wanted {_short(want)}, got {got!r}"
            return
        for key, value in want.items():
            yield from differences(value, _at(got, str(key)), f"{path}.{key}" if path else str(key))
    elif isinstance(want, (list, tuple)):
        if not isinstance(got, (list, tuple)) or len(got) != len(want):
            yield f"{path}: wanted {len(want)} items {_short(want)}, got {_short(got)}"
            return
        for number, (one, other) in enumerate(zip(want, got, strict=True)):
            yield from differences(one, other, f"{path}[{number}]")
    elif _plain(want) != got:
        yield f"{path}: wanted {_plain(want)!r}, got {got!r}"


def told(event: Event) -> str:
    """An event in a few words."""
    who = ", ".join(a.name or a.text or a.country or "?" for a in event.actors)
    where = (event.location.country or event.location.name) if event.location else "?"
    when = event.dates.edtf() if event.dates else "undated"
    return f"{event.action} {event.status.value}: {who or '?'} -> {where}, {when}, by {event.quotes('trigger')}"


def _best_pairs(wanted: Sequence[Expected], got: Mapping[int, Any]) -> dict[int, int]:
    """Wanted -> got, such that as many as possible agree: full matches first, the rest by likeness."""
    fits = [[n for n, event in got.items() if not list(differences(want, event))] for want in wanted]
    paired = pairs(fits)
    unmatched = [want for want in range(len(wanted)) if want not in paired]
    for want in unmatched:
        free = [n for n in got if n not in paired.values()]
        if free:
            paired[want] = min(free, key=lambda n: (len(list(differences(wanted[want], got[n]))), n))
    return paired


def _at(got: Mapping[str, Any], key: str) -> Any:
    """The value of a key or of a path of keys and list positions; None where there is none."""
    if key in got:
        return got[key]
    value: Any = got
    for step in key.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, (list, tuple)) and step.isdecimal() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _short(value: Any) -> str:
    text = repr(dict(value) if isinstance(value, Mapping) else value)
    return text if len(text) <= 160 else text[:157] + "..."
