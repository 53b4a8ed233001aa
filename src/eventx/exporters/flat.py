"""An event as one flat row: the columns of CSV, SQLite's table ``events``, and the properties of GeoJSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

from eventx.records import Actor, DateRange, Event, Location
from eventx.records.checks import plain

Cell = str | int | float | bool | None

# Column -> what it holds. Several values in one cell are separated by "; "; of several actors the first names,
# countries and roles belong together, with nothing between two separators where one is unknown.
COLUMNS: Final[Mapping[str, str]] = {
    "id": "id of the event",
    "action": "event type",
    "status": "occurred, ongoing, planned, proposed, postponed, cancelled, denied",
    "start": "first day (ISO)",
    "end": "last day (ISO), empty when unknown",
    "precision": "day, week, month, quarter, year, decade",
    "basis": "explicit, relative, duration, inherited",
    "approximate": "true for 'around', 'about'",
    "edtf": "the range in Extended Date/Time Format",
    "date_text": "the time expression in the document",
    "actors": "names of the actors, or the words of the document for the unnamed",
    "actor_countries": "their countries",
    "actor_roles": "their offices",
    "recipients": "names of the recipients",
    "recipient_countries": "their countries",
    "recipient_roles": "their offices",
    "location": "name of the place's country or region",
    "country": "code of the place's country",
    "subdivision": "ISO 3166-2 code",
    "places": "cities and sites",
    "latitude": "degrees",
    "longitude": "degrees",
    "attributes": "what the event type adds, as JSON",
    "codes": "codes in other schemes, as JSON",
    "attribution": "whom the statement is attributed to",
    "trigger": "the words that report the event",
    "document_id": "id of the document",
    "document_url": "its address",
    "document_title": "its headline",
    "document_published": "the day on which it was published",
    "extractor": "plugin and version",
    "confidence": "0 to 1",
    "mentions": "number of mentions merged",
}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def flat_row(event: Event) -> dict[str, Cell]:
    """The event's values by column, in the order of ``COLUMNS``; text without lone surrogates."""
    document = event.document
    row: dict[str, Cell] = dict.fromkeys(COLUMNS)
    row.update(id=event.id, action=event.action, status=event.status.value)
    if event.dates:
        row.update(_dates(event.dates))
    row.update(_parties("actors", "actor", event.actors))
    row.update(_parties("recipients", "recipient", event.recipients))
    if event.location:
        row.update(_place(event.location))
    row.update(
        attributes=_json(event.attributes),
        codes=_json(event.codes),
        attribution=called(event.attribution) if event.attribution else None,
        trigger=joined(event.quotes("trigger")),
        document_id=_text(document.get("id")),
        document_url=_text(document.get("url")),
        document_title=_text(document.get("title")),
        document_published=_text(document.get("published")),
        extractor=event.extractor,
        confidence=event.confidence,
        mentions=event.mentions,
    )
    return {name: sound(value) if isinstance(value, str) else value for name, value in row.items()}


def _dates(dates: DateRange) -> dict[str, Cell]:
    return {
        "start": dates.start.isoformat() if dates.start else None,
        "end": dates.end.isoformat() if dates.end else None,
        "precision": dates.precision.value,
        "basis": dates.basis.value,
        "approximate": dates.approximate,
        "edtf": dates.edtf(),
        "date_text": dates.text,
    }


def _place(place: Location) -> dict[str, Cell]:
    return {
        "location": place.name,
        "country": place.country,
        "subdivision": place.subdivision,
        "places": joined(place.places),
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def called(actor: Actor) -> str:
    """The actor's name, or what the document calls it, or its country."""
    return actor.name or actor.text or actor.country or ""


def joined(values: Iterable[str]) -> str | None:
    """Several values in one cell; None for none."""
    return "; ".join(values) or None


def sound(text: str) -> str:
    """The text with lone surrogates replaced: files and databases hold valid Unicode only."""
    return _SURROGATE.sub("\ufffd", text)


def _parties(names: str, prefix: str, actors: Iterable[Actor]) -> dict[str, Cell]:
    parties = tuple(actors)
    return {
        names: joined(called(a) for a in parties),
        f"{prefix}_countries": joined(a.country or "" for a in parties),
        f"{prefix}_roles": joined(a.role.value if a.role else "" for a in parties),
    }


def _json(value: Mapping[str, object]) -> str | None:
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True) if value else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
