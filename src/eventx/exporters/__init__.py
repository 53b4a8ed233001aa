"""Exporters: from events to files, one small module a format."""

from __future__ import annotations

from typing import Final

from eventx.exporters.csv import CsvExporter
from eventx.exporters.flat import COLUMNS, flat_row
from eventx.exporters.geojson import GeojsonExporter
from eventx.exporters.lines import JsonExporter, JsonlExporter
from eventx.exporters.sqlite import SqliteExporter
from eventx.exporters.table import TableExporter
from eventx.hooks import Exporter, FileExporter

EXPORTERS: Final[tuple[Exporter | FileExporter, ...]] = (
    TableExporter(),
    JsonExporter(),
    JsonlExporter(),
    CsvExporter(),
    GeojsonExporter(),
    SqliteExporter(),
)

__all__ = [
    "COLUMNS",
    "EXPORTERS",
    "CsvExporter",
    "GeojsonExporter",
    "JsonExporter",
    "JsonlExporter",
    "SqliteExporter",
    "TableExporter",
    "flat_row",
]
