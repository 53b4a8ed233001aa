"""Validators of the records' fields: what they refuse is a RecordError that names the field."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final

from eventx.errors import RecordError
from eventx.records.codes import country_codes, country_fault
from eventx.records.frozenmap import FrozenMap
from eventx.records.span import Span
from eventx.records.vocabulary import Status

Validator = Callable[[Any, Any, Any], None]
# The fields that can tell two events of a type apart, besides attributes.
IDENTITY_FIELDS: Final = ("actors", "recipients", "location", "location.country", "dates")
_ATTRIBUTE: Final = re.compile(r"attributes\.\S+")
_SUBDIVISION: Final = re.compile("[A-Z]{2}-[A-Z0-9]{1,3}")


def is_a(kind: type, path: str, *, optional: bool = False) -> Validator:
    """The value is an instance of ``kind`` (or, where ``optional``, None)."""

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, kind) and not (optional and value is None):
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


def is_whole(path: str) -> Validator:
    """The value is a whole number, 0 or more."""

    def check(_: Any, __: Any, value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            raise RecordError(f"expected a whole number, not {type(value).__name__}", path)
        if value < 0:
            raise RecordError(f"expected 0 or more, not {value}", path)

    return check


def is_stretch(path: str, *, optional: bool = False, filled: bool = False) -> Validator:
    """The value is a Span of whole numbers (or, where ``optional``, None), with ``filled`` not an empty one."""

    def check(_: Any, __: Any, value: Any) -> None:
        if optional and value is None:
            return
        if not isinstance(value, Span):
            raise RecordError(f"expected Span, not {type(value).__name__}", path)
        if not (isinstance(value.start, int) and isinstance(value.end, int)):
            raise RecordError(f"a span runs from a whole number to another, not {value.start}..{value.end}", path)
        if filled and not len(value):
            raise RecordError(f"expected a span of some characters; {value.start}..{value.end} holds none", path)

    return check


def are_quoted(path: str) -> Validator:
    """The value is a tuple of pairs of a role and a Span."""
    role, stretch = is_text(path, filled=True), is_stretch(path)

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, tuple):
            raise RecordError(f"expected a tuple of (role, Span), not {type(value).__name__}", path)
        for number, pair in enumerate(value):
            if not isinstance(pair, tuple) or len(pair) != 2:
                raise RecordError(f"expected (role, Span), not {type(pair).__name__}", f"{path}[{number}]")
            role(None, None, pair[0])
            stretch(None, None, pair[1])

    return check


def is_text(path: str, *, optional: bool = False, filled: bool = False) -> Validator:
    """The value is a string (or, where ``optional``, None), with ``filled`` not an empty one."""

    def check(_: Any, __: Any, value: Any) -> None:
        if filled and value == "":
            raise RecordError("expected a word, not an empty string", path)
        if not isinstance(value, str) and not (optional and value is None):
            raise RecordError(f"expected a string, not {type(value).__name__}", path)

    return check


def identity_fault(value: Any) -> str:
    """What is wrong with the names of identity fields, and what to write; empty for good ones."""
    told = f"identity is a list of {', '.join(IDENTITY_FIELDS)}, attributes.NAME"
    if not isinstance(value, (list, tuple)):
        return f"{told}, not {str(value)[:40]!r}"
    wrong = next((name for name in value if not _tells_apart(name)), None)
    if wrong is None:
        return ""
    near = get_close_matches(wrong, IDENTITY_FIELDS, 1) if isinstance(wrong, str) else []
    return f"{told}; {str(wrong)[:40]!r} is none of them" + (f", did you mean {near[0]!r}?" if near else "")


def _tells_apart(name: object) -> bool:
    return isinstance(name, str) and (name in IDENTITY_FIELDS or _ATTRIBUTE.fullmatch(name) is not None)


def is_identity(_: Any, __: Any, value: Any) -> None:
    """The value is a tuple of identity fields."""
    fault = identity_fault(value)
    if fault or not isinstance(value, tuple):
        raise RecordError(fault or f"expected a tuple, not {type(value).__name__}", "$.identity")


def are_codes(path: str) -> Validator:
    """The value maps the names of schemes to codes."""

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, Mapping):
            raise RecordError(f"expected a mapping of scheme to code, not {type(value).__name__}", path)
        for scheme, code in value.items():
            if not isinstance(scheme, str) or not isinstance(code, str):
                raise RecordError(f"expected a string, not {type(code).__name__} {code!r:.40}", f"{path}.{scheme}")

    return check


def are_status_codes(path: str) -> Validator:
    """The value maps statuses to codes by scheme."""

    def check(_: Any, __: Any, value: Any) -> None:
        for status, codes in value.items():
            if status not in set(Status):
                near = get_close_matches(str(status), Status, 1)
                hint = f"did you mean {near[0]!s}?" if near else f"known are {', '.join(Status)}"
                raise RecordError(f"{str(status)[:40]!r} is no status; {hint}", path)
            are_codes(f"{path}.{status}")(None, None, codes)

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


def frozen_map(value: Any, path: str) -> FrozenMap:
    """A read-only mapping of what was given for the field at ``path``."""
    if not isinstance(value, Mapping):
        raise RecordError(f"expected a mapping, not {type(value).__name__}", path)
    return FrozenMap(value)


def are_texts(path: str) -> Validator:
    """The value maps strings to strings, no key being empty."""

    def check(_: Any, __: Any, value: Any) -> None:
        if not isinstance(value, Mapping):
            raise RecordError(f"expected a mapping of form to payload, not {type(value).__name__}", path)
        for form, payload in value.items():
            if not isinstance(form, str) or not form:
                raise RecordError(f"expected a form of some characters, not {form!r:.40}", path)
            if not isinstance(payload, str):
                raise RecordError(f"expected a string, not {type(payload).__name__} {payload!r:.40}", f"{path}.{form}")

    return check


def words_of(value: Iterable[str], path: str) -> frozenset[str]:
    """The words of a set, list or tuple that was given for the field at ``path``."""
    if not isinstance(value, (set, frozenset, list, tuple)):
        raise RecordError(f"expected a set of words, not {type(value).__name__}", path)
    for word in value:
        if not isinstance(word, str):
            raise RecordError(f"expected a word, not {type(word).__name__} {word!r:.40}", path)
    return frozenset(value)


def is_plain(path: str) -> Validator:
    """The value holds nothing but what JSON can hold, or what becomes such."""

    def check(_: Any, __: Any, value: Any) -> None:
        plain(value, path)

    return check


def plain_map(value: Any, path: str) -> FrozenMap:
    """A read-only mapping in JSON types, so that a record equals what is read back from its JSON."""
    if not isinstance(value, Mapping):
        raise RecordError(f"expected a mapping, not {type(value).__name__}", path)
    return FrozenMap(plain(value, path))
