"""The JSON form of events, schema version 1, both ways."""

from __future__ import annotations

import json
from typing import Any, Final, TypeVar

from eventx.errors import RecordError
from eventx.records.checks import plain
from eventx.records.event import Event
from eventx.records.fields import Fields, text_item
from eventx.records.parts import Actor, DateRange, Evidence, Location
from eventx.records.vocabulary import Basis, PlacePrecision, Precision, Role, Sector, Status

SCHEMA_VERSION: Final = 1

E = TypeVar("E", bound=Event)


def actor_to_dict(actor: Actor) -> dict[str, Any]:
    """The JSON form of an actor."""
    return {
        "name": actor.name,
        "text": actor.text,
        "country": actor.country,
        "role": actor.role.value if actor.role else None,
        "sector": actor.sector.value if actor.sector else None,
    }


def location_to_dict(location: Location) -> dict[str, Any]:
    """The JSON form of a location."""
    return {
        "name": location.name,
        "country": location.country,
        "subdivision": location.subdivision,
        "places": list(location.places),
        "latitude": location.latitude,
        "longitude": location.longitude,
        "precision": location.precision.value if location.precision else None,
    }


def dates_to_dict(dates: DateRange) -> dict[str, Any]:
    """The JSON form of a date range."""
    return {
        "start": dates.start.isoformat() if dates.start else None,
        "end": dates.end.isoformat() if dates.end else None,
        "precision": dates.precision.value,
        "basis": dates.basis.value,
        "approximate": dates.approximate,
        "text": dates.text,
    }


def event_to_dict(event: Event) -> dict[str, Any]:
    """The JSON form of an event."""
    return {
        "id": event.id,
        "action": event.action,
        "actors": [actor_to_dict(a) for a in event.actors],
        "recipients": [actor_to_dict(a) for a in event.recipients],
        "location": location_to_dict(event.location) if event.location else None,
        "dates": dates_to_dict(event.dates) if event.dates else None,
        "status": event.status.value,
        "attributes": plain(event.attributes),
        "codes": plain(event.codes),
        "attribution": actor_to_dict(event.attribution) if event.attribution else None,
        "evidence": [
            {"role": e.role, "start": e.start, "end": e.end, "quote": e.quote, "sentence": e.sentence}
            for e in event.evidence
        ],
        "document": plain(event.document),
        "extractor": event.extractor,
        "confidence": event.confidence,
        "mentions": event.mentions,
    }


def event_to_json(event: Event) -> str:
    """The JSON form as one line of text; the same fields in the same order as ``event_to_dict``."""
    import msgspec

    try:
        return msgspec.json.encode(event_to_dict(event)).decode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate from the document: JSON can hold it as an escape only
        return json.dumps(event_to_dict(event), ensure_ascii=True, separators=(",", ":"))


def event_from_json(kind: type[E], text: str | bytes) -> E:
    """The event of one JSON text. Raises RecordError for bad JSON or a wrong field."""
    return event_from_dict(kind, parse_json(text))


def parse_json(text: str | bytes) -> Any:
    """Any JSON value. Raises RecordError that says where the text breaks the rules of JSON."""
    import msgspec

    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError):
        pass  # the slower parser takes lone surrogates, and says the column of a fault
    except RecursionError:
        raise RecordError("the JSON is nested too deeply") from None
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except UnicodeDecodeError as error:
        raise RecordError(f"not JSON: the byte at {error.start} is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not JSON: {error}") from None


def actor_from_dict(value: Any, path: str) -> Actor:
    """The actor of a JSON form; ``path`` names it in errors."""
    data = Fields(value, path)
    return Actor(
        name=data.text_or_none("name"),
        text=data.text("text"),
        country=data.country("country"),
        role=data.word("role", Role),
        sector=data.word("sector", Sector),
    )


def _location(value: Any, path: str) -> Location:
    data = Fields(value, path)
    return Location(
        name=data.text_or_none("name"),
        country=data.country("country"),
        subdivision=data.text_or_none("subdivision"),
        places=data.items("places", text_item),
        latitude=data.number("latitude"),
        longitude=data.number("longitude"),
        precision=data.word("precision", PlacePrecision),
    )


def _dates(value: Any, path: str) -> DateRange:
    data = Fields(value, path)
    return DateRange(
        start=data.day("start"),
        end=data.day("end"),
        precision=data.word("precision", Precision) or Precision.DAY,
        basis=data.word("basis", Basis) or Basis.EXPLICIT,
        approximate=data.flag("approximate"),
        text=data.text_or_none("text"),
    )


def _evidence(value: Any, path: str) -> Evidence:
    data = Fields(value, path)
    for name in ("role", "start", "end", "quote"):
        data.required(name)
    start, end = data.whole("start", 0), data.whole("end", 0)
    if end < start:
        raise RecordError(f"the end {end} lies before the start {start}", data.at("end"))
    return Evidence(
        role=data.text("role"), start=start, end=end, quote=data.text("quote"), sentence=data.whole("sentence", 0)
    )


def event_from_dict(kind: type[E], value: Any) -> E:
    """The event of a JSON form. Raises RecordError that names the wrong field."""
    data = Fields(value, "$")
    data.required("action")
    confidence = data.number("confidence")
    return kind(
        id=data.text("id"),
        action=data.text("action"),
        actors=data.items("actors", actor_from_dict),
        recipients=data.items("recipients", actor_from_dict),
        location=data.one("location", _location),
        dates=data.one("dates", _dates),
        status=data.word("status", Status) or Status.OCCURRED,
        attributes=data.mapping("attributes"),
        codes=data.texts("codes"),
        attribution=data.one("attribution", actor_from_dict),
        evidence=data.items("evidence", _evidence),
        document=data.mapping("document"),
        extractor=data.text("extractor"),
        confidence=0.8 if confidence is None else confidence,
        mentions=data.whole("mentions", 1),
    )
