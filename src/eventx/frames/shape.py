"""The shape of a frame file: values of the wrong type are told and left out, so that the rest can be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from eventx.frames.keys import EVENT_KEYS, EXAMPLE_KEYS, FILE_KEYS, FRAME_KEYS, LOCATION_KEYS, ROLE_KEYS

Path = tuple[str | int, ...]
Keys = Mapping[str, tuple[str, str]]
Fault = Callable[..., None]  # (message, *path)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_codes(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(code, str) for code in value.values())


# Kind of value (see ``eventx.frames.keys``) -> what it must be, and how that is told. Kinds that are not here are
# checked where they are read.
_PLAIN: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "text": (_is_text, "a text in quotes"),
    "name": (_is_text, "a text in quotes"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "status": (_is_text, "a status in quotes"),
    "polarity": (_is_text, "a word in quotes"),
    "codes": (_is_codes, 'a table of codes, such as { plover = "AGREE:visit" }'),
    "status codes": (
        lambda value: isinstance(value, Mapping) and all(_is_codes(codes) for codes in value.values()),
        'a table of codes by status, such as { planned = { plover = "AGREE:visit" } }',
    ),
    "values": (lambda value: isinstance(value, Mapping), 'a table of values, such as { mode = "by sea" }'),
    "classes": (
        lambda value: isinstance(value, str) or (isinstance(value, list) and all(map(_is_text, value))),
        "a class of actors, or a list of them",
    ),
    "day": (
        lambda value: isinstance(value, str) or (isinstance(value, date) and not isinstance(value, datetime)),
        "a day like 2024-06-17",
    ),
    "expected": (
        lambda value: isinstance(value, list) and all(isinstance(item, Mapping) for item in value),
        'a list of tables, such as [{ actors = ["Kenya"] }]',
    ),
}
# Kind of value that is a list of tables -> the keys of each.
_TABLES: Final[Mapping[str, Keys]] = {"events": EVENT_KEYS, "frames": FRAME_KEYS, "examples": EXAMPLE_KEYS}
# Kind of value that may be a table -> its keys.
_TABLE: Final[Mapping[str, Keys]] = {"defaults": EVENT_KEYS, "role": ROLE_KEYS, "place": LOCATION_KEYS}


def sound(data: Mapping[str, Any], fault: Fault) -> dict[str, Any]:
    """The data of a file without the values whose type is wrong; ``fault`` is told each, with its path."""
    return _sound(data, FILE_KEYS, (), fault)


def _sound(table: Mapping[str, Any], keys: Keys, path: Path, fault: Fault) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for key, value in table.items():
        kind = keys.get(key, ("", ""))[0]
        here = (*path, key)
        if kind in _TABLES:
            kept[key] = _tables(value, _TABLES[kind], here, fault)
        elif kind in _TABLE and isinstance(value, Mapping):
            kept[key] = _sound(value, _TABLE[kind], here, fault)
        elif kind in _PLAIN and not _PLAIN[kind][0](value):
            fault(f"{key} is {_PLAIN[kind][1]}, not {_shown(value)}", *here)
        else:
            kept[key] = value
    return kept


def _tables(value: Any, keys: Keys, path: Path, fault: Fault) -> list[dict[str, Any]]:
    """The tables of a list; what is none is told, and an empty table keeps the count of the others."""
    name = ".".join(step for step in path if isinstance(step, str))
    if not isinstance(value, list):
        fault(f"{path[-1]} is written as [[{name}]] tables, not as {_shown(value)}", *path)
        return []
    kept: list[dict[str, Any]] = []
    for number, item in enumerate(value):
        if isinstance(item, Mapping):
            kept.append(_sound(item, keys, (*path, number), fault))
        else:
            fault(f"{path[-1]} is written as [[{name}]] tables, not as {_shown(item)}", *path)
    return kept


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
