"""Reading the fields of a JSON object: each has its type, and an error names its path."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from eventx.errors import RecordError
from eventx.records.codes import country_fault

V = TypeVar("V", bound=StrEnum)
T = TypeVar("T")

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JSON_NAMES: Final = {
    "NoneType": "null",
    "str": "a string",
    "bool": "a boolean",
    "int": "a number",
    "float": "a number",
    "list": "a list",
    "dict": "an object",
}


def kind_of(value: Any) -> str:
    """What JSON calls the type of the value."""
    return _JSON_NAMES.get(type(value).__name__, type(value).__name__)


class Fields:
    """One JSON object at ``path``, read field by field.

    A field that is missing or null gives the default; one of a wrong type raises RecordError. Fields that
    are not asked for are passed over, so that files of later schema versions can be read.
    """

    def __init__(self, value: Any, path: str) -> None:
        if not isinstance(value, Mapping):
            raise RecordError(f"expected an object, not {kind_of(value)}", path)
        self._data = value
        self.path = path

    def required(self, name: str) -> None:
        """Raise RecordError where the field is missing or null."""
        if self._data.get(name) is None:
            raise RecordError(f"the field {name!r} is missing", f"{self.path}.{name}")

    def at(self, name: str) -> str:
        """The path of a field."""
        return f"{self.path}.{name}"

    def text(self, name: str, default: str = "") -> str:
        """A string."""
        found = self.text_or_none(name)
        return default if found is None else found

    def text_or_none(self, name: str) -> str | None:
        """A string or None."""
        value = self._data.get(name)
        if value is None or isinstance(value, str):
            return value
        raise RecordError(f"expected a string, not {kind_of(value)}", self.at(name))

    def country(self, name: str) -> str | None:
        """A country code or None."""
        value = self.text_or_none(name)
        fault = "" if value is None else country_fault(value)
        if fault:
            raise RecordError(fault, self.at(name))
        return value

    def whole(self, name: str, default: int) -> int:
        """A whole number, 0 or more."""
        value = self._data.get(name)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int):
            raise RecordError(f"expected a whole number, not {kind_of(value)}", self.at(name))
        if value < 0:
            raise RecordError(f"expected 0 or more, not {value}", self.at(name))
        return value

    def number(self, name: str) -> float | None:
        """A finite number or None."""
        value = self._data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise RecordError(f"expected a number, not {kind_of(value)} {str(value)[:40]!r}", self.at(name))
        return value

    def flag(self, name: str) -> bool:
        """A boolean; False when missing."""
        value = self._data.get(name)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise RecordError(f"expected true or false, not {kind_of(value)}", self.at(name))
        return value

    def day(self, name: str) -> date | None:
        """A day written as YYYY-MM-DD, or None."""
        value = self._data.get(name)
        if value is None:
            return None
        try:
            if _DAY.fullmatch(value):  # the standard library reads week dates (2024-W25-1), too
                return date.fromisoformat(value)
        except (TypeError, ValueError):
            pass
        raise RecordError(f"expected an ISO day like 2024-06-17, not {str(value)[:40]!r}", self.at(name))

    def word(self, name: str, kind: type[V]) -> V | None:
        """A word of a closed vocabulary, or None."""
        value = self._data.get(name)
        if value is None:
            return None
        try:
            return kind(value)
        except (TypeError, ValueError):
            known = ", ".join(v.value for v in kind)
            raise RecordError(f"{str(value)[:40]!r} is not one of {known}", self.at(name)) from None

    def mapping(self, name: str) -> Mapping[str, Any]:
        """An object; empty when missing."""
        value = self._data.get(name)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise RecordError(f"expected an object, not {kind_of(value)}", self.at(name))
        return value

    def texts(self, name: str) -> Mapping[str, str]:
        """An object whose values are strings; empty when missing."""
        found = self.mapping(name)
        for key, value in found.items():
            if not isinstance(value, str):
                raise RecordError(f"expected a string, not {kind_of(value)}", f"{self.at(name)}.{key}")
        return found

    def items(self, name: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
        """A list, each item read by ``read(item, path)``; empty when missing."""
        value = self._data.get(name)
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)):
            raise RecordError(f"expected a list, not {kind_of(value)}", self.at(name))
        return tuple(read(item, f"{self.at(name)}[{i}]") for i, item in enumerate(value))

    def one(self, name: str, read: Callable[[Any, str], T]) -> T | None:
        """A part read by ``read(value, path)``, or None."""
        value = self._data.get(name)
        return None if value is None else read(value, self.at(name))


def text_item(value: Any, path: str) -> str:
    """A string in a list."""
    if not isinstance(value, str):
        raise RecordError(f"expected a string, not {kind_of(value)}", path)
    return value
