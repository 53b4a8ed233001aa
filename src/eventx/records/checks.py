"""Validators of the records' fields: what they refuse is a RecordError that names the field."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from eventx.errors import RecordError
from eventx.records.codes import country_codes, country_fault
from eventx.records.frozenmap import FrozenMap

Validator = Callable[[Any, Any, Any], None]
# The fields that can tell two events of a type apart, besides attributes.
IDENTITY_FIELDS: Final = ("actors", "recipients", "location", "location.country", "dates")
_ATTRIBUTE: Final = re.compile(r"attributes\.\S+")
_SUBDIVISION: Final = re.compile("[A-Z]{2}-[A-Z0-9]{1,3}")


def is_a(kind: type, path: str) -> Validator:
    """The value is an instance of ``kind``."""

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, kind):
            raise RecordError(f"expected {kind.__name__}, not {type(value).__name__}", path)

    return check


def is_day(path: str) -> Validator:
    """The value is a day without a time, or None."""

    def check(_: Any, __: Any, value: Any) -> None:
        if value is None:
            return
        if not isinstance(value, date) or isinstance(value, datetime):
            raise RecordError(f"expected a datetime.date, not {type(value).__name__}", path)

    return check


def between(low: float, high: float, path: str, *, optional: bool = False) -> Validator:
    """The value is a number from ``low`` to ``high``, both included."""

    def check(_: Any, __: Any, value: Any) -> None:
        if optional and value is None:
            return
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise RecordError(f"expected a number, not {type(value).__name__}", path)
        if not low <= value <= high:
            raise RecordError(f"{value} does not lie between {low} and {high}", path)

    return check


def is_country(path: str) -> Validator:
    """The value is a country code, or None."""

    known = country_codes()

    def check(_: Any, __: Any, value: Any) -> None:
        if value is not None and not (isinstance(value, str) and value in known):
            raise RecordError(country_fault(value), path)

    return check


def is_subdivision(path: str) -> Validator:
    """The value has the form of an ISO 3166-2 code, or is None."""

    def check(_: Any, __: Any, value: Any) -> None:
        if value is not None and not (isinstance(value, str) and _SUBDIVISION.fullmatch(value)):
            raise RecordError(f"{str(value)[:40]!r} is no ISO 3166-2 code; write it as US-CA", path)

    return check


def all_are(kind: type, path: str) -> Validator:
    """The value is a tuple whose items are instances of ``kind``."""

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, tuple):
            raise RecordError(f"expected a tuple of {kind.__name__}, not {type(value).__name__}", path)
        for number, item in enumerate(value):
            if not isinstance(item, kind):
                raise RecordError(f"expected {kind.__name__}, not {type(item).__name__}", f"{path}[{number}]")

    return check


def is_text(path: str, *, optional: bool = False, filled: bool = False) -> Validator:
    """The value is a string (or, where ``optional``, None), with ``filled`` not an empty one."""

    def check(_: Any, __: Any, value: Any) -> None:
        if filled and value == "":
            raise RecordError("expected a word, not an empty string", path)
        if not isinstance(value, str) and not (optional and value is None):
            raise RecordError(f"expected a string, not {type(value).__name__}", path)

    return check


def identity_fault(name: object) -> str:
    """What is wrong with a field of an identity, and what to write; empty for a good one."""
    if isinstance(name, str) and (name in IDENTITY_FIELDS or _ATTRIBUTE.fullmatch(name)):
        return ""
    known = ", ".join(IDENTITY_FIELDS)
    return f"{str(name)[:40]!r} tells no events apart; name {known} or an attribute as 'attributes.NAME'"


def is_identity(path: str) -> Validator:
    """The value is a tuple of fields that can tell events apart."""

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, tuple):
            raise RecordError(f"expected a tuple of field names, not {type(value).__name__}", path)
        for name in value:
            fault = identity_fault(name)
            if fault:
                raise RecordError(fault, path)

    return check


def plain(value: Any, path: str = "$") -> Any:
    """The value in JSON types: mappings, sequences, enums and days become what JSON has for them.

    Raises RecordError for what JSON cannot hold (a set, an object, a number that is none).
    """
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise RecordError(f"{value} is no number that JSON can hold", path)
        return value
    if isinstance(value, Mapping):
        return {str(k): plain(v, f"{path}.{k}") for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v, f"{path}[{i}]") for i, v in enumerate(value)]
    if isinstance(value, date):
        return value.isoformat()
    raise RecordError(f"{type(value).__name__} is no type that JSON can hold; use text, numbers, lists, objects", path)


def plain_map(value: Any, path: str) -> FrozenMap:
    """A read-only mapping in JSON types, so that a record equals what is read back from its JSON."""
    if not isinstance(value, Mapping):
        raise RecordError(f"expected a mapping, not {type(value).__name__}", path)
    return FrozenMap(plain(value, path))
