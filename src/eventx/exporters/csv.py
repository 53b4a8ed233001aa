"""CSV: one flat row an event (columns in ``eventx.exporters.flat``), for spreadsheets and statistics programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO

from eventx.exporters.flat import COLUMNS, Cell, flat_row
from eventx.records import Event


class CsvExporter:
    """Comma-separated, RFC 4180 quoting, a header line.

    An unknown value is an empty cell; a line end inside a cell is LF.
    """

    name = "csv"
    suffix = ".csv"

    def export(self, events: Iterable[Event], stream: IO[str]) -> None:
        """Write the header, then each event when it comes."""
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for event in events:
            writer.writerow([_cell(value) for value in flat_row(event).values()])


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    return value.replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")
