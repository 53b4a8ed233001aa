"""Broader and narrower event types that claim the same words, or speak of one event."""

import sys
from collections import Counter

import pytest
from attrs import evolve

from eventx import Actor, EventType, Evidence, Location
from eventx.merge import merge_candidates

from .test_merge import ADA, EVA, LIN, days, visit

TALKS = EventType(name="talks", identity=("actors",), general="meet")
KINDS = {"meet": EventType(name="meet", identity=("actors",)), "talks": TALKS}


def test_a_broader_event_joins_the_narrower_one_that_agrees():
    """ "They met", "the talks": one event of the narrower type, with the words of both and the date of either."""
    narrow = visit(0, action="talks", location=None)
    broad = visit(40, action="meet", location=None, dates=days("2024-06-18"))
    (event,), decisions = merge_candidates([narrow, broad], KINDS)
    assert (event.action, event.mentions, event.dates) == ("talks", 2, broad.dates)
    assert len(event.quotes("trigger")) == 2
    assert "kind of" in decisions[-1].reason


def test_a_broader_event_that_contradicts_stays():
    """Another place, another event."""
    other = Location(name="Chile", country="CHL")
    events, _ = merge_candidates([visit(0, action="talks"), visit(40, action="meet", location=other)], KINDS)
    assert [e.action for e in events] == ["talks", "meet"]


def test_a_broader_event_of_unknown_parties_stays():
    """What is missing never merges."""
    events, _ = merge_candidates([visit(0, action="talks"), visit(40, action="meet", actors=())], KINDS)
    assert len(events) == 2


def test_a_replaced_event_gives_way_only_where_it_claims_the_same_words():
    """ "cancelled a visit" is one visit that was called off; elsewhere the other type stands for itself."""
    kinds = {"visit": EventType(name="visit", replaces=("cancel",)), "cancel": EventType(name="cancel")}
    (event,), decisions = merge_candidates([visit(0, action="cancel"), visit(0)], kinds)
    assert event.action == "visit"
    assert "visit replaces cancel" in decisions[0].reason
    events, _ = merge_candidates([visit(0), visit(40, action="cancel")], kinds)
    assert sorted(e.action for e in events) == ["cancel", "visit"]


MEETINGS = {
    "meet": EventType(name="meet", identity=("actors",), reciprocal=True),
    "visit": EventType(name="visit", identity=("actors", "location"), general="meet"),
}


@pytest.mark.parametrize(
    ("parties", "actions"),
    [
        ((ADA, EVA), ["visit"]),
        ((ADA, Actor(country="PER", text="Lima")), ["visit"]),
        ((ADA, LIN), ["visit", "meet"]),
        ((ADA, EVA, LIN), ["visit", "meet"]),
    ],
)
def test_a_meeting_joins_a_visit_only_with_all_its_parties(parties, actions):
    """Whoever met is the visitor, the host, or of the country: else it is another meeting."""
    events, _ = merge_candidates(
        [visit(0, recipients=(EVA,)), visit(40, action="meet", actors=parties, location=None)], MEETINGS
    )
    assert [e.action for e in events] == actions


def test_a_trigger_is_claimed_only_where_it_shares_characters():
    """Side by side is not over each other; a wide trigger is found behind narrower ones."""
    wide = evolve(visit(0), evidence=(Evidence(role="trigger", start=0, end=60, quote="x" * 60, sentence=0),))
    narrow = [wide.identified(), visit(10), visit(20)]
    for start, length, joined in ((25, 3, True), (55, 3, True), (60, 5, False)):
        there = Evidence(role="trigger", start=start, end=start + length, quote="x" * length, sentence=0)
        broad = evolve(visit(0), action="meet", actors=(LIN,), evidence=(there,)).identified()
        _, decisions = merge_candidates([broad, *narrow], MEETINGS)
        assert any("narrower" in d.reason for d in decisions) is joined


def calls(count):
    """How many functions are called to merge a text in which one visit is told ``count`` times, by two event types."""
    events = [visit(20 * n, action=action) for n in range(count) for action in ("visit", "meet")]
    seen = Counter()
    sys.setprofile(lambda frame, event, arg: seen.update((event,)))
    try:
        merge_candidates(events, MEETINGS)
    finally:
        sys.setprofile(None)
    return seen["call"]


def test_merging_grows_with_the_number_of_mentions():
    """Eight times the mentions take some eight times the steps; held each against each they take sixty times them."""
    assert calls(800) < 16 * calls(100)
