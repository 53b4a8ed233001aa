"""Documents from the files named on the command line; ``-`` is standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click
from attrs import evolve

from eventx.cli.output import complain, note
from eventx.errors import ReadError

if TYPE_CHECKING:
    from eventx.hooks import Reader
    from eventx.records import Document


class Day(click.ParamType[date]):
    """A day on the command line: 2024-06-17."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or wrong usage."""
        if isinstance(value, date):
            return value
        from eventx.readers.days import parse_day

        day = parse_day(value)
        if day is None:
            self.fail(f"{value!r} is no date; write it as 2024-06-17", param, ctx)
        return day


class Inputs:
    """The documents of several sources, one after the other; what cannot be read is told and counted."""

    def __init__(self, files: Sequence[str], readers: Sequence[Reader], published: date | None = None) -> None:
        self._files = files
        self._readers = readers
        self._published = published
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        for name in self._files:
            for found in self._found(name):
                if isinstance(found, ReadError):
                    self.failed += 1
                    complain(str(found))
                else:
                    yield self._dated(found)

    def _found(self, name: str) -> Iterator[Document | ReadError]:
        from eventx.readers import read_bytes, read_path

        if name == "-":
            return read_bytes(sys.stdin.buffer.read(), "<stdin>", self._readers)
        return read_path(name, self._readers)

    def _dated(self, document: Document) -> Document:
        """The document with the date of the command line where it states none itself."""
        given = self._published
        if given is None or document.published == given:
            return document
        if document.published is None:
            left = [n for n in document.metadata.get("notes", ()) if n != "no publication date was found"]
            return evolve(document, published=given, metadata={**document.metadata, "notes": left})
        where = document.metadata.get("source", document.id)
        note(f"{where}: states its date {document.published} itself; --published {given} is for those that state none")
        return document


def called(document: Document) -> str:
    """What to call a document in messages: its source and line, or its id."""
    source, line = document.metadata.get("source"), document.metadata.get("line")
    return f"{source}:{line}" if source and line else str(source or document.id)
