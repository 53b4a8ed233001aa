"""A table for reading. With rich installed and a terminal to write to it has colour; else plain aligned text.

Text from articles is shown as it is: never read as markup, and without the control characters that could
move a terminal's cursor.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import IO, Final

from eventx.exporters.flat import called, sound
from eventx.records import Actor, DateRange, Event

_HEADS: Final = ("action", "status", "when", "who", "to whom", "where", "says")
_WIDEST: Final = (40, 9, 24, 38, 30, 28, 44)  # columns that a cell may take on a terminal before it is cut
_NONE: Final = "-"
_STYLES: Final = {"occurred": "green", "ongoing": "green", "cancelled": "red", "denied": "red", "postponed": "yellow"}


class TableExporter:
    """One line an event: what, status, days, who, to whom, where, and the words that say so."""

    name = "table"
    suffix = ".txt"

    def export(self, events: Iterable[Event], stream: IO[str]) -> None:
        """Write all events once the last one is there: the widths depend on all."""
        rows = [_row(event) for event in events]
        if not rows:
            stream.write("no events\n")
            return
        if not _is_terminal(stream):
            stream.write(plain_table(_HEADS, rows))  # whole: who reads a file has no other place to look
        elif not _rich_table(rows, stream):
            stream.write(plain_table(_HEADS, rows, _WIDEST))


def plain_table(heads: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int] = ()) -> str:
    """Aligned columns of text under their heads; cells are cut to ``widest`` where it is given."""
    cells = [[printable(c) for c in row] for row in (heads, *rows)]
    if widest:
        cells = [[_cut(c, limit) for c, limit in zip(row, widest, strict=True)] for row in cells]
    widths = [max(_width(c) for c in column) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    return "".join(
        "  ".join(c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True)).rstrip() + "\n" for row in cells
    )


def printable(text: str) -> str:
    """The text in one line, without control characters, direction marks and lone surrogates."""
    shown = "".join(" " if c.isspace() else "" if unicodedata.category(c) in ("Cc", "Cf") else c for c in sound(text))
    return " ".join(shown.split())


def _row(event: Event) -> tuple[str, ...]:
    place = event.location
    where = ""
    if place:
        where = ", ".join(dict.fromkeys([*place.places, place.name or place.country or ""]))
    said = event.quotes("trigger")
    return (
        event.action,
        event.status.value,
        _when(event.dates),
        _names(event.actors),
        _names(event.recipients),
        where.strip(", ") or _NONE,
        said[0] if said else _NONE,
    )


def _when(dates: DateRange | None) -> str:
    if dates is None:
        return _NONE
    if dates.end is None:
        return f"from {dates.start}"
    if dates.start is None:
        return f"until {dates.end}"
    return dates.edtf().replace("/", " to ")


def _names(actors: Sequence[Actor]) -> str:
    return "; ".join(called(a) + (f" ({a.country})" if a.country and a.name else "") for a in actors) or _NONE


def _width(text: str) -> int:
    """Columns on a terminal: two for wide East Asian letters, none for marks that stand on the letter before."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(text: str, limit: int) -> str:
    if _width(text) <= limit:
        return text
    kept = text[:limit]
    while _width(kept) > limit - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _is_terminal(stream: IO[str]) -> bool:
    check = getattr(stream, "isatty", None)
    return bool(check and check())


def _rich_table(rows: Sequence[Sequence[str]], stream: IO[str]) -> bool:
    """Write with rich; False where it is not installed."""
    try:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text
    except ImportError:
        return False
    table = Table(*_HEADS, header_style="bold", box=None, pad_edge=False)
    for row in rows:
        cells = [Text(printable(cell)) for cell in row]
        cells[1].stylize(_STYLES.get(row[1], ""))
        table.add_row(*cells)
    Console(file=stream).print(table)
    return True
