"""SQLite: tables ``events``, ``parties`` and ``evidence``. Writing an event again replaces it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from eventx.errors import ExportError
from eventx.exporters.flat import COLUMNS, flat_row, sound
from eventx.records import Event

if TYPE_CHECKING:
    from sqlite3 import Connection

_TYPES: Final = {
    "latitude": "REAL",
    "longitude": "REAL",
    "confidence": "REAL",
    "mentions": "INTEGER",
    "approximate": "INTEGER",
}
_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS events ("
    + ", ".join(f'"{name}" {_TYPES.get(name, "TEXT")}' + (" PRIMARY KEY" if name == "id" else "") for name in COLUMNS)
    + ", json TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS parties (event_id TEXT NOT NULL, side TEXT NOT NULL, position INTEGER NOT NULL, "
    "name TEXT, text TEXT, country TEXT, role TEXT, sector TEXT, PRIMARY KEY (event_id, side, position))",
    "CREATE TABLE IF NOT EXISTS evidence (event_id TEXT NOT NULL, position INTEGER NOT NULL, role TEXT NOT NULL, "
    'start INTEGER, "end" INTEGER, quote TEXT, sentence INTEGER, PRIMARY KEY (event_id, position))',
    "CREATE INDEX IF NOT EXISTS parties_country ON parties (country)",
    "CREATE INDEX IF NOT EXISTS events_start ON events (start)",
)
_INSERT: Final = f"INSERT OR REPLACE INTO events VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"


class SqliteExporter:
    """A database file; one that exists is added to, and an event that it has (same id) is replaced."""

    name = "sqlite"
    suffix = ".sqlite"
    in_place = True  # one transaction: a run that fails leaves the file as it was

    def export_file(self, events: Iterable[Event], path: Path) -> None:
        """Write all events in one transaction. Raises ExportError where the file is no database of events."""
        import sqlite3

        try:
            connection = sqlite3.connect(path)
        except sqlite3.Error as error:
            raise ExportError(f"{path}: cannot be opened as a database: {error}") from error
        try:
            with connection:
                for statement in _TABLES:
                    connection.execute(statement)
                for event in events:
                    _write(connection, event)
        except sqlite3.Error as error:
            raise ExportError(f"{path}: is not a database of events, or cannot be written: {error}") from error
        finally:
            connection.close()


def _write(connection: Connection, event: Event) -> None:
    row = flat_row(event)
    connection.execute(_INSERT, [*row.values(), sound(event.to_json())])
    connection.execute("DELETE FROM parties WHERE event_id = ?", [event.id])
    connection.execute("DELETE FROM evidence WHERE event_id = ?", [event.id])
    for side, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for at, a in enumerate(actors):
            values = [sound(v) if v else v for v in (a.name, a.text, a.country, a.role, a.sector)]
            connection.execute("INSERT INTO parties VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [event.id, side, at, *values])
    for at, e in enumerate(event.evidence):
        connection.execute(
            "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)",
            [event.id, at, sound(e.role), e.start, e.end, sound(e.quote), e.sentence],
        )
