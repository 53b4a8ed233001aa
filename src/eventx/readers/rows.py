"""Articles as JSON objects: a JSON file of one or many, and JSONL with one a line.

Two forms are known by their field names: eventx's own (``text``, ``title``, ``published``, ``url``, ``publisher``,
``language``, ``id``) and news-please's (``maintext``, ``date_publish``, ``source_domain``, ...). Other fields go
into the document's metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from eventx.errors import ReadError, RecordError
from eventx.readers.decoding import decode
from eventx.readers.particulars import stated
from eventx.records import Document
from eventx.records.codec import parse_json
from eventx.records.fields import kind_of

_TEXTS: Final = ("text", "maintext", "body", "content")
_LISTS: Final = ("articles", "documents", "items", "data")
_SECOND_LINE: Final = re.compile(r"[}\]][ \t]*\r?\n\s*[{\[]")


class JsonReader:
    """Reads a JSON file: one article, a list of articles, or an object that holds such a list."""

    name = "json"
    suffixes = (".json",)

    def read(self, data: bytes, source: str) -> Iterator[Document | ReadError]:
        """Yield the documents in order; an item that is none is a ReadError with its number."""
        try:
            decoded = decode(data, source)
            value = parse_json(decoded.text)
        except ReadError as error:
            yield error
            return
        except RecordError as error:
            if _SECOND_LINE.search(decoded.text[:1_000_000]):  # JSON Lines under the wrong name
                yield from JsonlReader().read(data, source)
            else:
                yield ReadError(error.reason, source)
            return
        if isinstance(value, Mapping) and not any(name in value for name in _TEXTS):
            value = next((value[n] for n in _LISTS if isinstance(value.get(n), list)), value)
        if not isinstance(value, list):
            yield _document(value, source, None, decoded.notes)
            return
        if not value:
            yield ReadError("holds an empty list: there is no article in it", source)
        for number, item in enumerate(value, 1):
            found = _document(item, source, None, decoded.notes)
            yield ReadError(f"item {number}: {found.reason}", source) if isinstance(found, ReadError) else found


class JsonlReader:
    """Reads JSON Lines: one article a line. A bad line costs only itself."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def read(self, data: bytes, source: str) -> Iterator[Document | ReadError]:
        """Yield a Document or a ReadError for each line that is not blank."""
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4096]:
            try:
                data = decode(data, source).text.encode("utf-8", "surrogatepass")
            except ReadError as error:
                yield error
                return
        found = False
        for number, line in _lines(data.removeprefix(b"\xef\xbb\xbf")):
            found = True
            yield _line(line, source, number)
        if not found:
            yield ReadError("is empty", source)


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The lines with something in them, numbered from 1, one at a time; only LF ends a line of JSON Lines."""
    at, number = 0, 0
    while at < len(data):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        number += 1
        line = data[at:end].strip()
        if line:
            yield number, line
        at = end + 1


def _line(line: bytes, source: str, number: int) -> Document | ReadError:
    notes: tuple[str, ...] = ()
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        try:
            decoded = decode(line, source)
        except ReadError as error:
            return ReadError(error.reason, source, number)
        text, notes = decoded.text, decoded.notes
    try:
        value = parse_json(text)
    except RecordError as error:
        return ReadError(error.reason.replace("at line 1, column", "at column"), source, number)
    return _document(value, source, number, notes)


def _document(value: Any, source: str, line: int | None, notes: tuple[str, ...]) -> Document | ReadError:
    if not isinstance(value, Mapping):
        return ReadError(f"an article is a JSON object, not {kind_of(value)}", source, line)
    name = next((n for n in _TEXTS if value.get(n) is not None), None)
    if name is None:
        known = ", ".join(str(k)[:30] for k in list(value)[:12]) or "none"
        return ReadError(
            f"has no text: the field 'text' or 'maintext' is missing; its fields are: {known}", source, line
        )
    text = value[name]
    if not isinstance(text, str):
        return ReadError(f"the field {name!r} is {kind_of(text)}, not a string", source, line)
    if not text.strip():
        return ReadError(f"has no text: the field {name!r} is empty", source, line)
    more = {} if line is None else {"line": line}
    try:
        return stated(value, own=(name,)).document(text, source, notes, **more)
    except RecordError as error:
        return ReadError(str(error), source, line)
