"""Readers: from files to documents, one small module a format.

``read_documents`` is the short way; ``read_path`` the way for many files, in which a source that cannot be
read is a value and not the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from eventx.errors import ReadError
from eventx.hooks import Reader
from eventx.readers.html import HtmlReader
from eventx.readers.markdown import MarkdownReader
from eventx.readers.plain import TextReader
from eventx.readers.rows import JsonlReader, JsonReader
from eventx.readers.sources import pick_reader, read_bytes, read_path
from eventx.records import Document

READERS: Final[tuple[Reader, ...]] = (TextReader(), MarkdownReader(), JsonReader(), JsonlReader(), HtmlReader())

__all__ = [
    "READERS",
    "HtmlReader",
    "JsonReader",
    "JsonlReader",
    "MarkdownReader",
    "TextReader",
    "pick_reader",
    "read_bytes",
    "read_documents",
    "read_path",
]


def read_documents(path: Path | str, readers: Sequence[Reader] = READERS) -> Iterator[Document]:
    """The documents of a file: text, Markdown, JSON, JSONL or HTML, by its ending or its looks.

    ``readers`` are the built-in ones, or an engine's (``engine.readers``). Raises ReadError at the first
    document that cannot be read; ``eventx.readers.read_path`` yields it instead and goes on.
    """
    for found in read_path(path, readers):
        if isinstance(found, ReadError):
            raise found
        yield found
