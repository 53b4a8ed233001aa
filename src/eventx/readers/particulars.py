"""What an article says of itself: title, date of publication, byline, address, publisher, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Final

from attrs import field, frozen

from eventx.readers.days import labelled_day, parse_stated_day
from eventx.records import Document

# Names of one particular in front matter and in JSON of several makers; the first that has a value counts.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title", "headline"),
    "published": (
        "published",
        "date_publish",
        "date_published",
        "publish_date",
        "published_at",
        "publication_date",
        "pubdate",
        "date",
    ),
    "url": ("url", "original_url", "source_url", "canonical_url", "canonical", "permalink", "link"),
    "publisher": ("publisher", "site_name", "sitename", "site", "source_domain", "source"),
    "language": ("language", "lang"),
    "byline": ("byline", "author", "authors"),
}
_HEAD: Final = 8  # paragraphs at the top in which byline and date line stand
_FOOT: Final = 6  # paragraphs at the bottom in which a labelled date or address stands
_LONGEST_BYLINE: Final = 120
_BYLINE: Final = re.compile(r"(?:by|from)\s{1,3}(?P<who>[A-Z@][^\r\n]{1,100})", re.IGNORECASE)
_ADDRESS: Final = re.compile(
    r"(?:original url|original article|original|source url|canonical url|permalink|url|link)\s{0,2}:?\s{0,4}"
    r"<?(?P<url>https?://[^\s<>]{3,2000})>?",
    re.IGNORECASE,
)
_ADDRESS_LABEL: Final = re.compile(
    r"(?:original url|original article|source url|canonical url|permalink|url|link)\s{0,2}:", re.I
)
_BARE: Final = re.compile(r"<?(?P<url>https?://[^\s<>]{3,2000})>?")
_PIECES: Final = re.compile(r"\s{1,3}[|·•–—-]{1,2}\s{1,3}|\n|\t")


@frozen(kw_only=True, slots=True)
class Particulars:
    """What was found; ``notes`` says what was stated but could not be read."""

    title: str | None = None
    published: date | None = None
    byline: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    id: str | None = None
    rest: Mapping[str, Any] = field(factory=dict, hash=False)
    notes: tuple[str, ...] = ()

    def over(self, other: Particulars) -> Particulars:
        """These particulars, with gaps filled from ``other``."""
        return Particulars(
            title=self.title or other.title,
            published=self.published or other.published,
            byline=self.byline or other.byline,
            url=self.url or other.url,
            publisher=self.publisher or other.publisher,
            language=self.language or other.language,
            id=self.id or other.id,
            rest={**other.rest, **self.rest},
            notes=(*self.notes, *other.notes),
        )

    def document(self, text: str, source: str, notes: Iterable[str] = (), **metadata: Any) -> Document:
        """The document of a text with these particulars; what had to be assumed is in ``metadata["notes"]``."""
        told = [*notes, *self.notes]
        if self.published is None:
            told.append("no publication date was found")
        known: dict[str, Any] = {**self.rest, **metadata, "source": source}
        if self.byline:
            known["byline"] = self.byline
        if told:
            known["notes"] = told
        given = {"id": self.id} if self.id else {}
        return Document(
            text=text,
            published=self.published,
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            language=self.language or "en",
            metadata=known,
            **given,
        )


def stated(fields: Mapping[str, Any], own: Iterable[str] = ()) -> Particulars:
    """The particulars in fields by name (front matter, a JSON object); names in ``own`` belong to the caller."""
    used = {name for names in NAMES.values() for name in names} | {"id", *own}
    found = {key: _first(fields, names) for key, names in NAMES.items()}
    notes: list[str] = []
    published = None
    raw = found["published"]
    if raw is not None:
        published = _day_of(raw)
        if published is None:
            notes.append(f"the publication date {str(raw)[:80]!r} cannot be read; write it as 2024-06-17")
    notes.extend(_misspelt(fields, used, found))
    if found["publisher"] and _BARE.fullmatch(str(found["publisher"])):  # "source:" is used for either
        found["url"], found["publisher"] = found["url"] or found["publisher"], None
    identity = fields.get("id")
    return Particulars(
        title=_line(found["title"]),
        published=published,
        byline=_line(found["byline"]),
        url=_line(found["url"]),
        publisher=_line(found["publisher"]),
        language=_line(found["language"]),
        id=None if identity is None else str(identity),
        rest={key: value for key, value in fields.items() if key not in used},
        notes=tuple(notes),
    )


def _misspelt(fields: Mapping[str, Any], used: set[str], found: Mapping[str, Any]) -> Iterator[str]:
    """The unknown keys that look like one of a particular that is not there."""
    missing = [name for key, names in NAMES.items() if found[key] is None for name in names]
    for key in fields:
        near = get_close_matches(str(key), missing, 1, cutoff=0.85) if key not in used else ()
        if near:
            yield f"the key {str(key)[:60]!r} is unknown; did you mean {near[0]!r}?"


def printed(paragraphs: Sequence[str]) -> Particulars:
    """The particulars that stand in lines of their own at the top and the bottom of an article."""
    fresh: date | None = None
    stale: date | None = None
    byline: str | None = None
    for paragraph in paragraphs[:_HEAD]:
        for piece in _pieces(paragraph):
            day = labelled_day(piece)
            if day and day[1]:
                fresh = fresh or day[0]
            elif day:
                stale = stale or day[0]
            elif byline is None:
                byline = _byline_of(piece)
    for paragraph in paragraphs[_HEAD:][-_FOOT:]:
        day = labelled_day(paragraph) if paragraph[:1].isalpha() and ":" in paragraph[:40] else None
        if day and day[1]:
            fresh = fresh or day[0]
    return Particulars(published=fresh or stale, byline=byline, url=_address(paragraphs))


def _pieces(paragraph: str) -> list[str]:
    """A line, and the parts of one such as "By Ada Roe | June 17, 2024"."""
    line = paragraph.strip()
    if len(line) > 2 * _LONGEST_BYLINE:
        return []
    parts = [p.strip() for p in _PIECES.split(line)]
    return [line, *(p for p in parts if p and p != line)]


def _byline_of(piece: str) -> str | None:
    match = _BYLINE.fullmatch(piece)
    if match is None or piece[-1] in ".?!:" or len(match["who"].split()) > 12:
        return None
    return match["who"].strip() if match["who"][0].isupper() or match["who"][0] == "@" else None


def _address(paragraphs: Sequence[str]) -> str | None:
    """The address after an "Original url:" label, in the same paragraph or the next one."""
    near = [*range(min(_HEAD, len(paragraphs))), *range(max(_HEAD, len(paragraphs) - _FOOT), len(paragraphs))]
    for at in near:
        line = paragraphs[at].strip()[:2200]
        match = _ADDRESS.fullmatch(line)
        if match is None and _ADDRESS_LABEL.fullmatch(line) and at + 1 < len(paragraphs):
            match = _BARE.fullmatch(paragraphs[at + 1].strip()[:2200])
        if match:
            return match["url"]
    return None


def _first(fields: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((fields[n] for n in names if fields.get(n) not in (None, "", [], ())), None)


def _line(value: Any) -> str | None:
    """A text, or the texts of a list in one line; None for anything else."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v) for v in value if isinstance(v, str)) or None
    return None


def _day_of(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return parse_stated_day(value) if isinstance(value, str) else None
