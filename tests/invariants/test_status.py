"""Invariant 7: a status never changes the event type; the codes follow the status."""

import pytest

import eventx

WAYS = {
    "occurred": "French President Emmanuel Macron visited Norway in May.",
    "ongoing": "French President Emmanuel Macron is visiting Norway this week.",
    "planned": "French President Emmanuel Macron will visit Norway in July.",
    "proposed": "French President Emmanuel Macron may visit Norway in July.",
    "postponed": "French President Emmanuel Macron has postponed his visit to Norway.",
    "cancelled": "French President Emmanuel Macron has cancelled his visit to Norway.",
}


@pytest.mark.parametrize("status", WAYS)
def test_a_visit_is_a_visit(engine, status):
    """Planned, put off or called off."""
    report = engine.process(eventx.Document(text=WAYS[status], published="2024-06-17"))
    (event,) = [e for e in report.events if e.action == "visit"]
    assert event.status == status
    assert event.location.country == "NOR"


def test_every_event_is_of_a_declared_type_with_the_codes_of_its_status(engine, articles):
    """Whatever its status."""
    for document in articles:
        for event in engine.process(document).events:
            kind = engine.event_types[event.action]
            assert dict(event.codes) == dict(kind.codes_for(event.status))


def test_codes_are_given_for_each_status_without_changing_the_name(engine):
    """What a scheme calls a planned event is the scheme's business."""
    for kind in engine.event_types.values():
        for status in eventx.Status:
            assert set(kind.codes) <= set(kind.codes_for(status))
    visit = engine.event_types["visit"]
    assert visit.codes_for(eventx.Status.PLANNED)["plover"].startswith("AGREE")
    assert not visit.codes_for(eventx.Status.OCCURRED)["plover"].startswith("AGREE")
