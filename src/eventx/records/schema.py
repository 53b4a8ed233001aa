"""The published JSON Schema of the event form."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from eventx.records.codec import SCHEMA_VERSION
from eventx.records.vocabulary import Basis, PlacePrecision, Precision, Role, Sector, Status

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an event, schema version 1.

    It describes exactly what eventx writes: no other fields, and none left out. A new dict at each call.
    """
    return {
        "$schema": _DIALECT,
        "title": f"eventx event, schema version {SCHEMA_VERSION}",
        **_object(
            "One event: who did what, to or with whom, where, when, in which status, by which characters.", _fields()
        ),
        "$defs": {
            "actor": _actor(),
            "location": _location(),
            "dates": _dates(),
            "evidence": _evidence(),
            "document": _document(),
        },
    }


def _fields() -> dict[str, Any]:
    """The fields of an event, in the order in which they are written."""
    return {
        "id": _text("A hash of the content, the same in every run.", pattern="^(evt_[0-9a-f]{20})?$"),
        "action": _text("The event type.", minLength=1),
        "actors": _list("Who acted.", {"$ref": "#/$defs/actor"}),
        "recipients": _list("To or with whom.", {"$ref": "#/$defs/actor"}),
        "location": _or_null({"$ref": "#/$defs/location"}, "Where; null when the text names no place."),
        "dates": _or_null({"$ref": "#/$defs/dates"}, "When; null for an undated event."),
        "status": _words("What the text says of the event's reality.", Status),
        "attributes": {"type": "object", "description": "What the event type adds."},
        "codes": {
            "type": "object",
            "description": "Codes of the event in other schemes, by the scheme's name (plover, cameo).",
            "additionalProperties": {"type": "string"},
        },
        "attribution": _or_null({"$ref": "#/$defs/actor"}, "Whom the statement is attributed to."),
        "evidence": _list("The characters of the document that say so.", {"$ref": "#/$defs/evidence"}),
        "document": {"$ref": "#/$defs/document"},
        "extractor": _text("Distribution and version of the plugin that found the event."),
        "confidence": {
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "description": "Of the events with confidence c about the share c is right.",
        },
        "mentions": {
            "type": "integer",
            "minimum": 0,
            "description": "How many mentions of the event were merged into it.",
        },
    }


def _actor() -> dict[str, Any]:
    return _object(
        "A person, a delegation, a government or an organisation.",
        {
            "name": _text_or_null("Canonical name; null for the unnamed."),
            "text": _text("The words of the document."),
            "country": _country("Country or organisation of the actor."),
            "role": _word_or_null("Office on the date of the event.", Role),
            "sector": _word_or_null("Sector as the PLOVER ontology names them.", Sector),
        },
    )


def _location() -> dict[str, Any]:
    return _object(
        "A country and, where the text names them, places in it.",
        {
            "name": _text_or_null("Name of the country or region."),
            "country": _country("Country of the place."),
            "subdivision": _text_or_null("ISO 3166-2 code.", pattern="^[A-Z]{2}-[A-Z0-9]{1,3}$"),
            "places": _list("Cities and sites that the text names.", {"type": "string"}),
            "latitude": _degrees("North of the equator, of the finest place named that has any, or the country.", 90),
            "longitude": _degrees("East of Greenwich, of the same place.", 180),
            "precision": _word_or_null("The kind of the place that the coordinates are of.", PlacePrecision),
        },
    )


def _dates() -> dict[str, Any]:
    day = {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    shape = _object(
        "Days from start to end, both included.",
        {
            "start": {**day, "description": "First day; null when unknown."},
            "end": {**day, "description": "Last day; null when unknown."},
            "precision": _words("The calendar unit that the range was stated in.", Precision),
            "basis": _words("How the range was found.", Basis),
            "approximate": {"type": "boolean", "description": 'True for "around", "about".'},
            "text": _text_or_null("The time expression in the document."),
        },
    )
    known = [{"properties": {name: {"type": "string"}}} for name in ("start", "end")]
    return {**shape, "anyOf": known}


def _evidence() -> dict[str, Any]:
    offset = {"type": "integer", "minimum": 0}
    return _object(
        "A verbatim quote: the document's text from start to end.",
        {
            "role": _text("What the quote shows: trigger, actor, recipient, location, date, status, ..."),
            "start": {**offset, "description": "Offset of the first character (Unicode code points, from 0)."},
            "end": {**offset, "description": "Offset after the last character."},
            "quote": _text("The characters between the offsets."),
            "sentence": {**offset, "description": "Index of the sentence, from 0."},
        },
    )


def _document() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "The document that reports the event; other fields may be added.",
        "properties": {
            "id": _text("The document's id."),
            "url": _text_or_null("Its address."),
            "publisher": _text_or_null("Who published it."),
            "title": _text_or_null("Its headline."),
            "published": {
                "type": ["string", "null"],
                "format": "date",
                "description": "The day against which relative dates were read; null when unknown.",
            },
        },
    }


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(description: str, **rules: Any) -> dict[str, Any]:
    return {"type": "string", "description": description, **rules}


def _text_or_null(description: str, **rules: Any) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": description, **rules}


def _country(description: str) -> dict[str, Any]:
    codes = "ISO 3166-1 alpha-3, XKX, UNO EUR NAT AFU ARL ASE IGO NGO, or a historic state's old code."
    return _text_or_null(f"{description} {codes}", pattern="^[A-Z]{3}$")


def _words(description: str, kind: type[StrEnum]) -> dict[str, Any]:
    return {"type": "string", "description": description, "enum": [word.value for word in kind]}


def _word_or_null(description: str, kind: type[StrEnum]) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": description, "enum": [*(word.value for word in kind), None]}


def _degrees(description: str, limit: int) -> dict[str, Any]:
    return {"type": ["number", "null"], "description": f"Degrees. {description}", "minimum": -limit, "maximum": limit}


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items}


def _or_null(shape: dict[str, Any], description: str) -> dict[str, Any]:
    return {"description": description, "anyOf": [shape, {"type": "null"}]}
