"""Invariants 2 and 4: the same events, byte for byte, in any process and order of registration; ids are stable."""

import itertools
import os
import subprocess
import sys
from importlib.metadata import entry_points

import pytest

import eventx

from .conftest import ARTICLES

PRINTED = """
import sys, eventx
engine = eventx.Engine()
for path in sys.argv[1:]:
    for document in eventx.read_documents(path):
        report = engine.process(document)
        for event in report.events:
            print(event.to_json())
        print(report.candidates, report.dropped, report.merges)
"""


def printed(folder, **env):
    command = [sys.executable, "-c", PRINTED, *map(str, ARTICLES)]
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHONHASH", "LC_", "LANG", "TZ"))}
    return subprocess.run(
        command, cwd=folder, env={**clean, "PYTHONUTF8": "1", **env}, capture_output=True, check=True
    ).stdout


def test_processes_agree_whatever_their_hash_seed_and_surroundings(tmp_path):
    """Hash order, time zone, language, folder: none of it is in the result, nor in its explanation."""
    first = printed("/", PYTHONHASHSEED="0", TZ="Asia/Tokyo", LANG="C")
    assert first.count(b'"id":"evt_') > 10
    assert printed(tmp_path, PYTHONHASHSEED="1", TZ="America/New_York", LANG="de_DE.UTF-8", HOME=str(tmp_path)) == first


def test_the_order_of_registration_changes_nothing(articles):
    """Nor does a plugin that is there twice under another name that finds nothing."""
    plugins = [point.load() for point in sorted(entry_points(group="eventx"), key=lambda p: p.name)]
    results = set()
    for order in itertools.islice(itertools.permutations(plugins), 0, 6, 2):
        engine = eventx.Engine(list(order))
        results.add("\n".join(e.to_json() for d in articles for e in engine.process(d).events))
    assert len(results) == 1


def test_an_engine_has_no_memory(engine, articles):
    """The second time, in reverse order, after odd texts, the same document gives the same report."""
    first = [engine.process(d) for d in articles]
    engine.process(eventx.Document(text="Putin \ud800 visited " * 50, published="1999-01-01"))
    assert [engine.process(d) for d in reversed(articles)] == first[::-1]


def test_ids_are_hashes_of_content(engine, articles):
    """One id an event; a re-run is idempotent; another day of publication is another event."""
    events = [e for d in articles for e in engine.process(d).events]
    assert len({e.id for e in events}) == len(events)
    for event in events:
        assert event.identified().id == event.id
        assert len(event.id) == 24
    (document,) = [d for d in articles if "announcement" in d.metadata["source"]]
    text = {"text": document.text, "url": document.url}
    ids = [
        {e.id for e in engine.process(eventx.Document(**text, published=day)).events}
        for day in (document.published, "2023-08-29")
    ]
    assert ids[0] != ids[1]


@pytest.mark.parametrize("published", [None, "2024-06-17"])
def test_nothing_is_dated_by_the_clock(engine, published):
    """A relative date is read against the publication date, or not at all."""
    text = "French President Emmanuel Macron visited Rabat on Monday. He will visit Tunis tomorrow, and Oslo next week."
    report = engine.process(eventx.Document(text=text, published=published))
    dated = [e for e in report.events if e.dates]
    assert bool(dated) == bool(published)
    assert bool(report.notes) == (published is None)
    assert all(e.dates.start is None or e.dates.start.year == 2024 for e in dated)
