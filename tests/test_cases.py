"""Every folder of tests/cases is an article with what must come out of it: exactly these events.

Of the long articles some events are known to be missed or read wrongly: they are marked as a ``gap``, and ``extra``
counts the events that should not be there. A gap that is closed fails the test until its mark is taken away, so the
marks say how things stand. Events marked ``may`` are matters of judgement: they may be there or not.
"""

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
            and (want[field] is not None or want.get("status") != "planned")
            and dates[field] not in one_of(want[field])
        ):
            return f"{field} {dates[field]}, wanted {want[field]}"
    if "status" in want and got["status"] not in one_of(want["status"]):
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
    """The events of the article are the expected ones, no more and no fewer, but for the gaps that are marked."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (document,) = eventx.read_documents(folder / "article.md")
    report = engine.process(document)
    assert report.ok, report.failures
    events = [e for e in report.events if e.action == expected["action"]]
    left = list(events)
    for want in expected["events"]:
        if not want.get("gap") and not want.get("may"):
            take(want, left)
    for want in expected["events"]:
        if want.get("gap"):
            assert None not in [mismatch(want, event) for event in left], f"no gap any more: {want['quote']}"
    for want in expected["events"]:
        faults = [mismatch(want, event) for event in left]
        if want.get("may") and None in faults:
            left.pop(faults.index(None))
    assert len(left) == expected.get("extra", 0), [tell(e) for e in left]
    for event in events:
        for piece in event.evidence:
            assert document.text[piece.start : piece.end] == piece.quote


def take(want, left):
    """Take the event that is wanted from those that are left."""
    faults = [mismatch(want, event) for event in left]
    assert None in faults, f"{want} -> {list(zip(faults, map(tell, left), strict=True))}"
    left.pop(faults.index(None))


def tell(event):
    """What a failing test shows of an event."""
    where = event.location and event.location.country
    return event.actors[0].name, where, event.dates and event.dates.edtf(), event.status.value
