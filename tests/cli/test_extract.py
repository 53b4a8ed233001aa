"""``eventx extract``: inputs, formats, options, exit codes."""

import csv
import io
import json
import sqlite3
import subprocess
import sys

import pytest

import eventx

TEXT = "French President Emmanuel Macron visited Rabat on Monday."
DATED = ("--published", "2024-10-30", "--plugin", "state-visit")


def events_of(done):
    return [eventx.Event.from_json(line) for line in done.out.splitlines()]


def test_a_table_is_the_default(cli, visit):
    """Exit code 0, nothing on standard error."""
    done = cli("extract", visit, *DATED)
    assert done.code == 0
    assert done.err == ""
    heads, _, row = done.out.splitlines()
    assert heads.split() == ["action", "status", "when", "who", "to", "whom", "where", "says"]
    assert "2024-10-28" in row
    assert "Emmanuel Macron (FRA)" in row


def test_no_events_is_no_fault(cli):
    """The table says so; data formats are empty, in their own way."""
    assert cli("extract", "-", *DATED, stdin=b"The harvest was late.").out == "no events\n"
    assert cli("extract", "-", *DATED, "--format", "jsonl", stdin=b"The harvest was late.").out == ""
    assert json.loads(cli("extract", "-", *DATED, "--format", "json", stdin=b"The harvest was late.").out) == []


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "geojson"])
def test_formats(cli, visit, name):
    """Each holds the one visit."""
    done = cli("extract", visit, *DATED, "--format", name)
    assert done.code == 0
    if name == "csv":
        (row,) = csv.DictReader(io.StringIO(done.out))
        assert (row["action"], row["country"], row["start"]) == ("visit", "MAR", "2024-10-28")
    elif name == "geojson":
        (feature,) = json.loads(done.out)["features"]
        assert feature["properties"]["action"] == "visit"
    else:
        (event,) = [json.loads(done.out)] if name == "jsonl" else json.loads(done.out)
        assert event["location"]["country"] == "MAR"


def test_sqlite_needs_a_file_and_the_ending_decides(cli, visit, tmp_path):
    """Wrong usage without ``--output``; with it no ``--format`` is needed."""
    done = cli("extract", visit, *DATED, "--format", "sqlite")
    assert done.code == 2
    assert "give --output FILE.sqlite" in done.err
    assert cli("extract", visit, *DATED, "--output", "v.sqlite").code == 0
    database = sqlite3.connect(tmp_path / "v.sqlite")
    assert database.execute("SELECT action FROM events").fetchall() == [("visit",)]
    database.close()


def test_standard_input(cli):
    """``-`` is standard input, whatever its format; messages call it <stdin>."""
    line = json.dumps({"text": TEXT, "published": "2024-10-30"}).encode() + b"\n"
    done = cli("extract", "-", "--plugin", "state-visit", "--format", "jsonl", stdin=line + b"{}\n" + line)
    assert done.code == 1
    assert [e.location.country for e in events_of(done)] == ["MAR", "MAR"]
    assert "<stdin>:2: has no text" in done.err


def test_published_is_for_those_that_state_no_date(cli, tmp_path):
    """What a document says of itself is kept, and told."""
    (tmp_path / "own.md").write_text(f"---\npublished: 2023-05-03\n---\n{TEXT}\n")
    done = cli("extract", "own.md", *DATED, "--format", "jsonl")
    assert events_of(done)[0].dates.start.isoformat() == "2023-05-01"
    assert "own.md: states its date 2023-05-03 itself" in done.err
    assert done.code == 0


def test_no_date_is_a_note_and_the_event_stays_undated(cli, visit):
    """Never today."""
    done = cli("extract", visit, "--plugin", "state-visit", "--format", "jsonl")
    assert done.code == 0
    assert events_of(done)[0].dates is None
    assert done.err.count("no publication date") == 1


def test_plugins_can_be_chosen_and_left_out(cli, visit):
    """``--plugin`` uses only these, ``--disable`` all but these."""
    used = cli("extract", visit, *DATED, "--format", "jsonl")
    assert {e.action for e in events_of(used)} == {"visit"}
    none = cli("extract", visit, "--published", "2024-10-30", "--disable", "state-visit", "--format", "jsonl")
    assert "visit" not in {e.action for e in events_of(none)}


def test_without_a_plugin_that_finds_events_this_is_told(cli, visit):
    """No events would be a riddle."""
    done = cli("extract", visit, "--published", "2024-10-30", "--plugin", "leaders")
    assert done.code == 0
    assert done.out == "no events\n"
    assert done.err.startswith("note: no plugin in use finds events: install one")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "Missing argument 'FILE...'"),
        (
            ["visit.txt", "--format", "xls"],
            "no format is called 'xls'; there are: csv, geojson, icews, icews-all",
        ),
        (["visit.txt", "--output", "u.db"], "the ending of u.db tells no format; give --format NAME, or one of"),
        (["visit.txt", "--output", "u.icews"], ".icews.tsv (icews)"),
        (["visit.txt", "--output", "u.tsv"], "tells no format"),
        (["visit.txt", "--published", "someday"], "'someday' is no date; write it as 2024-06-17"),
        (["visit.txt", "--published", "06/07/2024"], "is no date"),
        (["visit.txt", "--plugin", "state-vist"], "no plugin is called 'state-vist'; installed are: eventx, "),
        (["visit.txt", "--disable", "nobody"], "no plugin is called 'nobody'"),
        (["visit.txt", "--output", "nowhere/a.csv"], "the folder nowhere of --output does not exist"),
        (["visit.txt", "--workers", "0"], "0 is not in the range x>=1"),
        (["visit.txt", "--formt", "csv"], "--format"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(cli, visit, args, told):
    """And nothing is done."""
    done = cli("extract", *args)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""


def test_a_file_is_replaced_when_all_is_written(cli, visit, tmp_path, monkeypatch):
    """A run that breaks off leaves the old file as it was, and no part behind."""
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr("eventx.engine.Engine.process", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            cli("extract", visit, *DATED, "--output", target)
    assert target.read_text() == "old"
    assert cli("extract", visit, *DATED, "--output", target).code == 0
    assert eventx.Event.from_json(target.read_text()).action == "visit"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "visit.txt"]


def test_an_output_that_cannot_be_written_is_told(cli, visit, tmp_path):
    """A directory is no file."""
    (tmp_path / "out.csv").mkdir()
    assert cli("extract", visit, *DATED, "--output", "out.csv").code == 2


def test_workers_give_the_same(cli, tmp_path):
    """In the same order, with the same messages."""
    rows = [{"id": str(n), "text": TEXT, "published": f"2024-10-{n + 10}"} for n in range(20)]
    lines = [json.dumps(row) for row in rows]
    (tmp_path / "many.jsonl").write_text("\n".join([*lines[:9], "broken", *lines[9:]]))
    alone = cli("extract", "many.jsonl", "--plugin", "state-visit", "--format", "jsonl")
    both = cli("extract", "many.jsonl", "--plugin", "state-visit", "--format", "jsonl", "--workers", "2")
    assert alone.code == both.code == 1
    assert both.out == alone.out
    assert both.err == alone.err
    assert len(events_of(both)) == 20


def test_output_may_be_cut_off(visit):
    """``eventx ... | head`` is no fault, and says nothing."""
    script = f"{sys.executable} -m eventx schema | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "{\n0\n"
    assert done.stderr == ""


def test_data_is_utf8_whatever_the_terminal_says(visit):
    """A terminal set to ASCII does not cost the run."""
    visit.write_text("French President Emmanuel Macron visited São Tomé on Monday. “Não”, he said.")
    done = subprocess.run(
        [sys.executable, "-m", "eventx", "explain", "--all", visit.name],
        cwd=visit.parent,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "São Tomé" in done.stdout.decode("utf-8")
