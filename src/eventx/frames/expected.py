"""What examples of frame files can expect of an event: the fields, their values, and what an event lacks of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from eventx.records import Event, Status
from eventx.records.codes import country_fault

# Field -> the values that an event has there, one of which each wanted one must be.
FIELDS: Final[Mapping[str, Callable[[Event], list[str | None]]]] = {
    "action": lambda e: [e.action],
    "actors": lambda e: [v for a in e.actors for v in (a.name, a.country, a.text)],
    "recipients": lambda e: [v for a in e.recipients for v in (a.name, a.country, a.text)],
    "country": lambda e: [e.location.country] if e.location else [],
    "places": lambda e: list(e.location.places) if e.location else [],
    "status": lambda e: [e.status.value],
    "start": lambda e: [e.dates.start.isoformat() if e.dates and e.dates.start else None],
    "end": lambda e: [e.dates.end.isoformat() if e.dates and e.dates.end else None],
    "plover": lambda e: [e.codes.get("plover"), (e.codes.get("plover") or "").partition(":")[0]],
    "cameo": lambda e: [e.codes.get("cameo")],
    "mode": lambda e: [e.attributes.get("mode")],
    "contexts": lambda e: list(e.attributes.get("contexts", ())),
}
_CODE: Final = re.compile(r"[A-Z]{3}")


def misses(want: Mapping[str, Any], event: Event) -> list[str]:
    """The wanted fields that the event does not have; a list wants each of its members, "" that there is nothing."""
    missing = []
    for key, value in want.items():
        have = {str(h) for h in FIELDS[key](event) if h}
        lacks = bool(have) if value == "" else any(str(wanted) not in have for wanted in _listed(value))
        if lacks:
            missing.append(key)
    return missing


def value_faults(want: Mapping[str, Any], text: str) -> Iterator[str]:
    """What no event can ever have: a status that is none, a day that is none, a code that neither is one nor a word."""
    for key, values in want.items():
        for value in _listed(values):
            if value == "":
                continue
            if key == "status" and value not in set(Status):
                yield f"{value!r} is no status; known are {', '.join(Status)}"
            elif key in ("start", "end") and not _is_day(value):
                yield f"{key} is a day like 2024-06-17, not {value!r}"
            elif key == "country" and (fault := country_fault(value)):
                yield fault
            elif key in ("actors", "recipients") and _CODE.fullmatch(str(value)) and str(value) not in text:
                fault = country_fault(value)
                if fault:
                    yield f"{key}: {fault}"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_day(value: Any) -> bool:
    if isinstance(value, date):
        return True
    try:
        return date.fromisoformat(str(value)).isoformat() == str(value)
    except ValueError:
        return False
