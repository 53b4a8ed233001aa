"""A document: the text of one article and what is known about it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from eventx.errors import RecordError
from eventx.records.checks import is_text
from eventx.records.frozenmap import FrozenMap


def _published(value: date | str | None) -> date | None:
    """A date from a date, an ISO string (a time after it is cut off) or None."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise RecordError(
            f"published must be a date or an ISO date like 2024-06-17, not {value!r}", "$.published"
        ) from None


def _text(value: str) -> str:
    if not isinstance(value, str):
        raise RecordError(f"text must be a string, not {type(value).__name__}; decode bytes first", "$.text")
    return value


def _metadata(value: Mapping[str, Any]) -> FrozenMap:
    if not isinstance(value, Mapping):
        raise RecordError(f"expected a mapping, not {type(value).__name__}", "$.metadata")
    return FrozenMap(value)


@frozen(kw_only=True, slots=True)
class Document:
    """One article.

    ``text`` is never altered: every offset in the system points into it. ``published`` is the
    date against which relative expressions ("on Monday") are read; where it is None they stay
    unresolved, for there is no hidden "today". ``id`` defaults to a hash of text and url.

    Raises RecordError for a text that is no string or a date that is none, and other fields of a wrong type.
    """

    text: str = field(converter=_text)
    published: date | None = field(default=None, converter=_published)
    title: str | None = field(default=None, validator=is_text("$.title", optional=True))
    url: str | None = field(default=None, validator=is_text("$.url", optional=True))
    publisher: str | None = field(default=None, validator=is_text("$.publisher", optional=True))
    language: str = field(default="en", validator=is_text("$.language"))
    metadata: Mapping[str, Any] = field(factory=dict, converter=_metadata, hash=False)
    id: str = field(validator=is_text("$.id"))

    @id.default
    def _hashed(self) -> str:
        seed = f"{self.url or ''}\x00{self.text}".encode("utf-8", "surrogatepass")
        return "doc_" + hashlib.sha256(seed).hexdigest()[:16]
