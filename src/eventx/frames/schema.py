"""The JSON Schema of frame files, for editors: made from the table of keys, so that the two cannot drift apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from eventx.frames.expected import FIELDS as EXPECTABLE
from eventx.frames.keys import (
    EVENT_KEYS,
    EXAMPLE_KEYS,
    FIELDS,
    FILE_KEYS,
    FRAME_KEYS,
    LOCATION_KEYS,
    NAME,
    OVER,
    POLARITIES,
    ROLE_KEYS,
    SLOTS,
)
from eventx.frames.load import DEFAULT_KEYS
from eventx.frames.model import CLASSES, RELATIONS
from eventx.records import Sector, Status

_TEXT: Final = {"type": "string"}
_WORDS: Final = {"type": "array", "items": {"type": "string"}}
_SLOT: Final = "|".join(SLOTS)
_OVER: Final = "|".join(map(re.escape, OVER))
_SOURCE: Final = {"type": "string", "pattern": rf"^({_OVER})?(({_SLOT})|(prep|inside):.+)$"}
_CODES: Final = {"type": "object", "additionalProperties": {"type": "string"}}
_KINDS: Final[Mapping[str, Any]] = {
    "text": _TEXT,
    "name": {"type": "string", "pattern": f"^{NAME}$"},
    "flag": {"type": "boolean"},
    "number": {"type": "number", "minimum": 0, "maximum": 1},
    "count": {"type": "integer"},
    "words": _WORDS,
    "lists": {"type": "object", "additionalProperties": _WORDS},
    "codes": _CODES,
    "values": {"type": "object"},
    "status": {"enum": [s.value for s in Status]},
    "status codes": {
        "type": "object",
        "propertyNames": {"enum": [s.value for s in Status]},
        "additionalProperties": _CODES,
    },
    "polarity": {"enum": list(POLARITIES)},
    "fields": {
        "type": "array",
        "items": {"anyOf": [{"enum": list(FIELDS)}, {"type": "string", "pattern": r"^attributes\.\S+$"}]},
    },
    "relations": {"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"enum": list(RELATIONS)}}]},
    "complements": {"type": "object", "additionalProperties": _WORDS},
    "sources": {"anyOf": [_SOURCE, {"type": "array", "items": _SOURCE}]},
    "classes": {"$ref": "#/$defs/classes"},
    "role": {"$ref": "#/$defs/role"},
    "place": {"$ref": "#/$defs/place"},
    "day": {"description": "a TOML date, or a text such as 2024-06-17"},
    "expected": {"type": "array", "items": {"$ref": "#/$defs/expected"}},
    "frames": {"type": "array", "items": {"$ref": "#/$defs/frame"}},
    "examples": {"type": "array", "items": {"$ref": "#/$defs/example"}},
    "events": {"type": "array", "items": {"$ref": "#/$defs/event"}},
    "defaults": {"$ref": "#/$defs/defaults"},
}


def frames_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a frame file. Editors that know TOML schemas complete and check by it."""
    known = [*CLASSES, *(s.value for s in Sector)]
    one = {"enum": known}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "eventx frame file",
        **_object(FILE_KEYS),
        "$defs": {
            "event": _object(EVENT_KEYS, "name"),
            "defaults": _object({key: EVENT_KEYS[key] for key in DEFAULT_KEYS}),
            "frame": {**_object(FRAME_KEYS), "anyOf": [{"required": ["verbs"]}, {"required": ["nouns"]}]},
            "role": {"anyOf": [_KINDS["sources"], _object(ROLE_KEYS)]},
            "place": {"anyOf": [_KINDS["sources"], _object(LOCATION_KEYS)]},
            "classes": {"anyOf": [one, {"type": "array", "items": one}]},
            "example": _object(EXAMPLE_KEYS, "text"),
            "expected": {"type": "object", "properties": {k: {} for k in EXPECTABLE}, "additionalProperties": False},
        },
    }


def _object(keys: Mapping[str, tuple[str, str]], *required: str) -> dict[str, Any]:
    """A table with the keys; other keys are wrong."""
    made: dict[str, Any] = {
        "type": "object",
        "properties": {key: {"description": told, **_KINDS[kind]} for key, (kind, told) in keys.items()},
        "additionalProperties": False,
    }
    return {**made, "required": list(required)} if required else made
