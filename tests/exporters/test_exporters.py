"""Exporters: each format holds the events, and survives what articles contain."""

import csv
import io
import json
import sqlite3
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx import Actor, DateRange, Event, Evidence, ExportError, FileExporter, Location, Status
from eventx.exporters import COLUMNS, EXPORTERS, SqliteExporter, TableExporter, flat_row
from eventx.testing import events

STREAMED = {e.name: e for e in EXPORTERS if not isinstance(e, FileExporter)}


def sample(**more):
    """An event with what a table needs."""
    given = {
        "action": "visit",
        "actors": (Actor(name="Jan Holm", text="Holm", country="SWE"), Actor(text="a delegation")),
        "location": Location(name="Portugal", country="PRT", places=("Lisbon",), latitude=38.7, longitude=-9.1),
        "dates": DateRange(start=date(2024, 6, 18), end=date(2024, 6, 19)),
        "status": Status.PLANNED,
        "evidence": (Evidence(role="trigger", start=0, end=10, quote="will visit", sentence=0),),
        "document": {"id": "d", "title": "T", "url": None, "published": "2024-06-17"},
        "attributes": {"level": "state"},
    }
    return Event(**{**given, **more}).identified()


def written(name, found):
    stream = io.StringIO()
    STREAMED[name].export(iter(found), stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", sorted(STREAMED))
@given(found=st.lists(events(), max_size=3))
@settings(max_examples=30, deadline=None)
def test_any_events_can_be_written_as_utf8(name, found):
    """Lone surrogates, NULs and control characters of articles break no format."""
    written(name, found).encode("utf-8")


@given(st.lists(events(), max_size=3))
@settings(max_examples=30, deadline=None)
def test_json_and_jsonl_hold_the_events_whole(found):
    """What is written can be read back."""
    assert [Event.from_dict(e) for e in json.loads(written("json", found))] == found
    assert [Event.from_json(line) for line in written("jsonl", found).split("\n")[:-1]] == found


def test_csv_has_one_row_an_event_under_documented_columns():
    """Lists are separated by semicolons; an unknown value is empty."""
    (row,) = csv.DictReader(io.StringIO(written("csv", [sample()])))
    assert list(row) == list(COLUMNS)
    assert row["actors"] == "Jan Holm; a delegation"
    assert row["actor_countries"] == "SWE; "
    assert (row["start"], row["end"], row["edtf"]) == ("2024-06-18", "2024-06-19", "2024-06-18/2024-06-19")
    assert (row["approximate"], row["document_url"], row["recipients"]) == ("false", "", "")
    assert json.loads(row["attributes"]) == {"level": "state"}
    assert written("csv", []).strip() == ",".join(COLUMNS)


@given(events())
@settings(max_examples=40, deadline=None)
def test_a_csv_row_is_one_row_whatever_it_quotes(event):
    """Line breaks, quotes and separators inside cells are quoted."""
    rows = list(csv.reader(io.StringIO(written("csv", [event]), newline="")))
    assert len(rows) == 2
    assert len(rows[1]) == len(COLUMNS)


def test_geojson_has_longitude_first_and_null_for_no_place():
    """RFC 7946."""
    collection = json.loads(written("geojson", [sample(), sample(location=None)]))
    placed, placeless = collection["features"]
    assert collection["type"] == "FeatureCollection"
    assert placed["geometry"] == {"type": "Point", "coordinates": [-9.1, 38.7]}
    assert placed["properties"]["actors"] == "Jan Holm; a delegation"
    assert placed["id"].startswith("evt_")
    assert placeless["geometry"] is None
    assert json.loads(written("geojson", []))["features"] == []


def test_the_table_is_aligned_and_takes_no_markup_or_escapes():
    """Square brackets stay, control characters go, wide letters count double."""
    event = sample(actors=(Actor(name="[red]Jan[/red]\x1b[31m\u202e\nHolm", country="SWE"),))
    wide = sample(actors=(Actor(name="習近平", country="CHN"),), dates=None)
    lines = written("table", [event, wide]).split("\n")
    assert "[red]Jan[/red][31m Holm (SWE)" in lines[2]
    assert "\x1b" not in "".join(lines)
    assert lines[3].index("習近平") == lines[2].index("[red]")
    assert lines[2].index("Lisbon") - lines[3].index("Lisbon") == 3
    assert written("table", []) == "no events\n"


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        (DateRange(start=date(2024, 6, 18)), "from 2024-06-18"),
        (DateRange(end=date(2024, 6, 18)), "until 2024-06-18"),
        (DateRange(start=date(2024, 6, 1), end=date(2024, 6, 30)), "2024-06 "),
        (DateRange(start=date(2024, 6, 18), end=date(2024, 6, 19)), "2024-06-18 to 2024-06-19"),
    ],
)
def test_the_table_shows_days(dates, shown):
    """An unknown end is told."""
    assert shown in written("table", [sample(dates=dates)])


def test_a_table_in_a_file_is_whole_and_names_a_place_once():
    """What is cut there is lost."""
    place = Location(name="Red Sea", country="YEM", places=("Red Sea",))
    table = written("table", [sample(action="recall-ambassador-for-consultations-at-home", location=place)])
    assert "recall-ambassador-for-consultations-at-home" in table
    assert table.count("Red Sea") == 1
    assert "…" not in table


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_rich_is_used_where_it_is_installed(monkeypatch):
    """With the same content; without rich the plain table stands in."""
    pytest.importorskip("rich")
    monkeypatch.setenv("COLUMNS", "200")
    with_rich, without = Terminal(), Terminal()
    event = sample(actors=(Actor(name="[red]Jan[/red]", country="SWE"),))
    TableExporter().export([event], with_rich)
    monkeypatch.setitem(__import__("sys").modules, "rich.console", None)
    TableExporter().export([event], without)
    assert "[red]Jan[/red]" in with_rich.getvalue()
    assert "-----" in without.getvalue()


def test_sqlite_holds_events_parties_and_evidence(tmp_path):
    """Writing again replaces: a re-run changes nothing."""
    path = tmp_path / "events.sqlite"
    event = sample()
    for _ in range(2):
        SqliteExporter().export_file([event, sample(action="summit")], path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM events").fetchone() == (2,)
        row = db.execute("SELECT country, start, latitude, json FROM events WHERE id = ?", [event.id]).fetchone()
        assert row[:3] == ("PRT", "2024-06-18", 38.7)
        assert Event.from_json(row[3]) == event
        parties = db.execute("SELECT name, text FROM parties WHERE event_id = ? ORDER BY position", [event.id])
        assert parties.fetchall() == [("Jan Holm", "Holm"), (None, "a delegation")]
        assert db.execute("SELECT quote FROM evidence").fetchall() == [("will visit",)] * 2
    db.close()


@given(st.lists(events(), max_size=2))
@settings(max_examples=15, deadline=None)
def test_sqlite_takes_any_events(tmp_path_factory, found):
    """Surrogates are replaced, nothing raises."""
    SqliteExporter().export_file(found, tmp_path_factory.mktemp("db") / "e.sqlite")


def test_sqlite_refuses_a_file_that_is_none(tmp_path):
    """The fault names the file; the file stays."""
    path = tmp_path / "notes.txt"
    path.write_text("these are notes, not a database " * 50)
    with pytest.raises(ExportError, match=r"notes\.txt: is not a database of events"):
        SqliteExporter().export_file([sample()], path)
    assert path.read_text().startswith("these are notes")
    with pytest.raises(ExportError, match="cannot be opened"):
        SqliteExporter().export_file([sample()], tmp_path / "none" / "e.sqlite")


def test_every_column_is_documented_and_filled():
    """The flat row has exactly the documented columns."""
    assert list(flat_row(sample())) == list(COLUMNS)
    assert all(COLUMNS.values())
