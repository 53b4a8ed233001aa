"""The JSON form of events, schema version 1, both ways."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from eventx.errors import RecordError
from eventx.records.event import Event
from eventx.records.parts import Actor, DateRange, Evidence, Location
from eventx.records.vocabulary import Basis, PlacePrecision, Precision, Role, Sector, Status

SCHEMA_VERSION = 1

E = TypeVar("E", bound=Event)
V = TypeVar("V", bound=StrEnum)


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


def plain(value: Any) -> Any:
    """Mappings, tuples and enums of an attribute value as JSON types."""
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


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


def _word(kind: type[V], value: Any, path: str) -> V:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(v.value for v in kind)
        raise RecordError(f"{value!r} is not one of {known}", path) from None


def _day(value: Any, path: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise RecordError(f"a day is an ISO string like 2024-06-17, not {value!r}", path) from None


def _mapping(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise RecordError(f"expected an object, not {type(value).__name__}", path)
    return value


def actor_from_dict(value: Any, path: str) -> Actor:
    """The actor of a JSON form; ``path`` names it in errors."""
    data = _mapping(value, path)
    role, sector = data.get("role"), data.get("sector")
    return Actor(
        name=data.get("name"),
        text=data.get("text") or "",
        country=data.get("country"),
        role=_word(Role, role, f"{path}.role") if role else None,
        sector=_word(Sector, sector, f"{path}.sector") if sector else None,
    )


def _location(value: Any, path: str) -> Location:
    data = _mapping(value, path)
    precision = data.get("precision")
    return Location(
        name=data.get("name"),
        country=data.get("country"),
        subdivision=data.get("subdivision"),
        places=tuple(data.get("places") or ()),
        latitude=data.get("latitude"),
        longitude=data.get("longitude"),
        precision=_word(PlacePrecision, precision, f"{path}.precision") if precision else None,
    )


def _dates(value: Any, path: str) -> DateRange:
    data = _mapping(value, path)
    return DateRange(
        start=_day(data.get("start"), f"{path}.start"),
        end=_day(data.get("end"), f"{path}.end"),
        precision=_word(Precision, data.get("precision", "day"), f"{path}.precision"),
        basis=_word(Basis, data.get("basis", "explicit"), f"{path}.basis"),
        approximate=bool(data.get("approximate", False)),
        text=data.get("text"),
    )


def _evidence(value: Any, path: str) -> Evidence:
    data = _mapping(value, path)
    try:
        return Evidence(
            role=data["role"],
            start=data["start"],
            end=data["end"],
            quote=data["quote"],
            sentence=data.get("sentence", 0),
        )
    except KeyError as missing:
        raise RecordError(f"the field {missing.args[0]!r} is missing", path) from None


def event_from_dict(kind: type[E], value: Any) -> E:
    """The event of a JSON form. Raises RecordError that names the wrong field."""
    data = _mapping(value, "$")
    if not isinstance(data.get("action"), str):
        raise RecordError("the field 'action' is missing or no string", "$.action")
    location, dates, attribution = data.get("location"), data.get("dates"), data.get("attribution")
    return kind(
        id=data.get("id") or "",
        action=data["action"],
        actors=tuple(actor_from_dict(a, f"$.actors[{i}]") for i, a in enumerate(data.get("actors") or ())),
        recipients=tuple(actor_from_dict(a, f"$.recipients[{i}]") for i, a in enumerate(data.get("recipients") or ())),
        location=_location(location, "$.location") if location else None,
        dates=_dates(dates, "$.dates") if dates else None,
        status=_word(Status, data.get("status", "occurred"), "$.status"),
        attributes=_mapping(data.get("attributes") or {}, "$.attributes"),
        codes=_mapping(data.get("codes") or {}, "$.codes"),
        attribution=actor_from_dict(attribution, "$.attribution") if attribution else None,
        evidence=tuple(_evidence(e, f"$.evidence[{i}]") for i, e in enumerate(data.get("evidence") or ())),
        document=_mapping(data.get("document") or {}, "$.document"),
        extractor=data.get("extractor") or "",
        confidence=float(data.get("confidence", 0.8)),
        mentions=int(data.get("mentions", 1)),
    )
