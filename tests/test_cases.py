"""Every folder of tests/cases is an article with what must come out of it: exactly these events."""

import json
from pathlib import Path

import pytest

import eventx

CASES = sorted(p for p in (Path(__file__).parent / "cases").iterdir() if p.is_dir())


@pytest.fixture(scope="module")
def engine():
    return eventx.Engine()


def one_of(expected):
    return expected if isinstance(expected, list) else [expected]


def mismatch(want, event):
    """The first field in which the event is not what is wanted; None where it is."""
    got = event.to_dict()
    names = [a["name"] for a in got["actors"]]
    dates = got["dates"] or {"start": None, "end": None, "precision": None}
    if want["actor"] is not None and want["actor"] not in names:
        return f"actor {names}, wanted {want['actor']}"
    if want["from"] not in [a["country"] for a in got["actors"]]:
        return f"origin {got['actors']}, wanted {want['from']}"
    if got["location"]["country"] != want["to"]:
        return f"destination {got['location']['country']}, wanted {want['to']}"
    for field in ("start", "end", "precision"):
        if (
            field in want
            and (want[field] is not None or want["status"] != "planned")
            and dates[field] not in one_of(want[field])
        ):
            return f"{field} {dates[field]}, wanted {want[field]}"
    if got["status"] not in one_of(want["status"]):
        return f"status {got['status']}, wanted {want['status']}"
    for host in want.get("hosts", ()):
        if host not in [a["name"] for a in got["recipients"]]:
            return f"hosts {[a['name'] for a in got['recipients']]}, wanted {host}"
    for place in want.get("places", ()):
        if place not in got["location"]["places"]:
            return f"places {got['location']['places']}, wanted {place}"
    for attribute in ("level", "leg"):
        if attribute in want and got["attributes"].get(attribute) != want[attribute]:
            return f"{attribute} {got['attributes'].get(attribute)}, wanted {want[attribute]}"
    return None


@pytest.mark.parametrize("folder", CASES, ids=lambda p: p.name)
def test_case(folder, engine):
    """The events of the article are the expected ones, no more and no fewer."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (document,) = eventx.read_documents(folder / "article.md")
    report = engine.process(document)
    assert report.ok, report.failures
    events = [e for e in report.events if e.action == expected["action"]]
    told = [(e.actors[0].name, e.location and e.location.country, e.dates and e.dates.edtf(), e.status) for e in events]
    assert len(events) == len(expected["events"]), told
    left = list(events)
    for want in expected["events"]:
        faults = [mismatch(want, event) for event in left]
        assert None in faults, f"{want} -> {faults}"
        left.pop(faults.index(None))
    for event in events:
        for piece in event.evidence:
            assert document.text[piece.start : piece.end] == piece.quote
