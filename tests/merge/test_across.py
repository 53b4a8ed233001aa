"""Which events of different documents become one, what keeps others apart, and what the reasons say."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import eventx
from eventx import Actor, EventType, Location, PlacePrecision, Precision, Sector, Status
from eventx.errors import RecordError
from eventx.merge import merge_candidates, merge_events

from .test_merge import ADA, BEN, PERU, days, visit

FRANCE = Actor(name="France", country="FRA", text="France", sector=Sector.GOV)
ARMY = Actor(text="the army", country="PER", sector=Sector.MIL)
CHAD = Actor(name="Chad", country="TCD", text="Chad", sector=Sector.GOV)
MALI = Actor(name="Mali", country="MLI", text="Mali", sector=Sector.GOV)
KINDS = {
    "recall": EventType(name="recall", identity=("actors",)),
    "meet": EventType(name="meet", identity=("actors",), reciprocal=True),
    "attack": EventType(name="attack", identity=("actors",)),
    "raid": EventType(name="raid", identity=("actors",), general="attack"),
    "visit": EventType(name="visit", identity=("actors", "location.country"), general="meet"),
}
LIMA = Location(country="PER", places=("Lima",), latitude=-12.05, longitude=-77.04, precision=PlacePrecision.CITY)
CUSCO = Location(country="PER", places=("Cusco",), latitude=-13.52, longitude=-71.97, precision=PlacePrecision.CITY)
DAY = days("2024-10-28")


def told(number, **fields):
    base = {"action": "recall", "actors": (FRANCE,), "recipients": (CHAD,), "location": None, "dates": DAY}
    return visit(0, **{**base, "document": {"id": f"d{number}", "published": f"2024-10-{number:02}"}, **fields})


def pair(**fields):
    """The events of a report and of one that differs from it in some fields."""
    return merge_events([told(29, **fields.pop("first", {})), told(30, **fields)], event_types=KINDS)


def test_the_identity_of_the_type_holds_across_documents():
    """Who recalled whom on which day is enough, though nobody says where."""
    events, decisions = pair()
    assert len(events) == 1
    assert decisions[0].joined
    assert decisions[0].document == "d30"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"dates": None}, "not known to agree: dates"),
        ({"dates": days("2023-10-28")}, "dates contradict: 2024-10-28 against 2023-10-28"),
        ({"dates": days("2024-01-01", "2024-12-31", Precision.YEAR)}, "dates too coarse to tell events apart: 2024"),
        ({"actors": (), "location": LIMA}, ""),
        ({"recipients": (MALI,), "location": LIMA, "first": {"location": LIMA}}, "recipients contradict: Chad"),
        ({"location": CUSCO, "first": {"location": LIMA}}, "location contradict: Lima, PER against Cusco, PER"),
        ({"recipients": (), "location": LIMA}, ""),
    ],
)
def test_what_keeps_reports_apart(fields, reason):
    """What is missing never merges, what contradicts neither; for near pairs the reason names the field."""
    events, decisions = pair(**fields)
    assert len(events) == 2
    assert not reason or reason in decisions[0].reason
    assert all(not d.joined for d in decisions)


@pytest.mark.parametrize(
    ("who", "whom", "second", "count"),
    [
        (ARMY, (Actor(text="rebels", country="PER"),), DAY, 1),
        (ARMY, (Actor(text="rebels", country="PER"),), days("2024-10-29"), 2),
        (ADA, (CHAD,), days("2024-10-29"), 1),
        (ADA, (CHAD,), days("2024-10-30"), 2),
    ],
)
def test_armies_act_day_by_day(who, whom, second, count):
    """A day is forgiven to somebody who has a name, none to those who have none."""
    one = {"action": "attack", "actors": (who,), "recipients": whom}
    assert len(pair(first=one, **one, dates=second)[0]) == count


def test_whom_a_leader_blames_at_home_is_told_by_no_country():
    """Two of one country are two, and so is one without a recipient at a place unknown."""
    one, other = Actor(text="the court", country="NGA"), Actor(text="lawmakers", country="NGA")
    events, decisions = pair(actors=(ADA,), recipients=(other,), first={"actors": (ADA,), "recipients": (one,)})
    assert len(events) == 2
    assert "recipients not known to agree" in decisions[0].reason


def test_a_meeting_takes_two():
    """One party in common, on one day, is no meeting of the same people."""
    alone = {"action": "meet", "actors": (ADA,), "recipients": ()}
    assert len(pair(first=alone, **alone)[0]) == 2
    both = {**alone, "actors": (ADA, FRANCE)}
    assert len(pair(first=both, **both)[0]) == 1


def test_two_articles_on_one_recall_are_one_event():
    """From texts on, with the type that the frames declare."""
    engine = eventx.Engine()
    events = []
    for published in ("2024-10-30", "2024-10-31"):
        text = "France recalled its ambassador to Chad on October 28."
        found = engine.process(eventx.Document(id=published, text=text, published=published)).events
        events += found
    merged, decisions = merge_events(events, event_types=engine.event_types)
    assert len(events) == 2
    assert len(merged) == 1
    assert [d.joined for d in decisions] == [True]


def test_cities_and_recipients_that_differ_keep_mentions_apart():
    """Of one document as well; a visit may take in several cities."""
    first, second = visit(0, action="attack", location=LIMA), visit(50, action="attack", location=CUSCO)
    assert len(merge_candidates([first, second], KINDS)[0]) == 2
    there, here = visit(0, location=LIMA), visit(50, location=CUSCO)
    assert len(merge_candidates([there, here], KINDS)[0]) == 1
    praised = [visit(at, action="recall", location=None, recipients=(to,)) for at, to in ((0, CHAD), (50, MALI))]
    assert len(merge_candidates(praised, KINDS)[0]) == 2


def test_a_suburb_is_no_other_city():
    """Names of places some kilometres apart may be of one place."""
    callao = evolve(LIMA, places=("Callao",), latitude=-12.06, longitude=-77.15)
    first, second = visit(0, action="attack", location=LIMA), visit(50, action="attack", location=callao)
    assert len(merge_candidates([first, second], KINDS)[0]) == 1


def test_a_pronoun_is_nobody():
    """ "He" here and "he" there are not one person by that."""
    he = Actor(text="He")
    assert len(merge_candidates([visit(at, action="recall", actors=(he,)) for at in (0, 50)], KINDS)[0]) == 2


@pytest.mark.parametrize(
    ("broad", "count"),
    [
        ({}, 1),
        ({"location": CUSCO}, 2),
        ({"recipients": (CHAD,)}, 2),
        ({"actors": (Actor(text="lawmakers", country="PER", sector=Sector.LEG),)}, 2),
    ],
)
def test_a_broader_event_of_others_stays(broad, count):
    """Another city, recipient, or kind of party is another event."""
    narrow = visit(0, action="raid", actors=(ARMY,), location=LIMA, recipients=(MALI,))
    wide = visit(50, **{"action": "attack", "actors": (ARMY,), **broad})
    assert len(merge_candidates([narrow, wide], KINDS)[0]) == count


@pytest.mark.parametrize(("at", "count"), [(0, 2), (90, 1)])
def test_a_day_that_only_the_broader_event_has_comes_after(at, count):
    """ "Called for protests on Friday. Rioters looted shops." tells no day of the riot."""
    narrow = visit(50, action="raid", actors=(ARMY,), location=None)
    wide = visit(at, action="attack", actors=(ARMY,), location=None, dates=DAY)
    assert len(merge_candidates([narrow, wide], KINDS)[0]) == count


@pytest.mark.parametrize(
    "text",
    [
        "Protesters gathered in Tunis to denounce him. In Sidi Bouzid, protesters set fire to a police station.",
        "The opposition called for nationwide protests on Friday. Police in Dakar fled and rioters looted shops.",
    ],
)
def test_crowds_of_two_cities_or_days_are_two(text):
    """By the types that the frames declare."""
    found = eventx.Engine().process(eventx.Document(text=text, published="2024-10-30")).events
    assert {e.action for e in found} == {"demonstrate", "riot"}


ACT = EventType(name="visit", identity=("actors", "location", "attributes.act"))


def test_an_attribute_can_tell_events_apart():
    """Closing and reopening are two where the type says so; one that does not say which joins neither."""
    acts = [visit(0, attributes={"act": "close"}), visit(50, attributes={"act": "reopen"}), visit(90)]
    events, decisions = merge_candidates(acts, {"visit": ACT})
    assert len(events) == 3
    assert "attributes.act contradict: close against reopen" in decisions[0].reason
    same = [visit(at, attributes={"act": "close"}) for at in (0, 50)]
    assert len(merge_candidates(same, {"visit": ACT})[0]) == 1


def test_attributes_that_differ_are_told():
    """The first value stays, and the decision says what went."""
    acts = [visit(0, attributes={"act": "close"}), visit(50, attributes={"act": "reopen"})]
    (event,), decisions = merge_candidates(acts, KINDS)
    assert event.attributes["act"] == "close"
    assert "attributes.act differs: close against reopen" in decisions[0].reason
    reports = [visit(0, attributes={"act": act}, dates=DAY, document={"id": act}) for act in ("close", "reopen")]
    (event,), _ = merge_events(reports, event_types=KINDS)
    assert {"field": "attributes.act", "values": ["close", "reopen"]} in event.attributes["conflicts"]


@pytest.mark.parametrize("name", ["actor", "attributes.", "location.city", 3])
def test_an_identity_field_that_there_is_not_is_refused(name):
    """With what may stand there."""
    with pytest.raises(RecordError, match="identity is a list of actors, recipients, location"):
        EventType(name="visit", identity=("actors", name))


PARTS = st.builds(
    lambda at, action, status, dates, who, where, number: visit(
        at, action=action, status=status, dates=dates, actors=who, location=where, document={"id": f"d{number}"}
    ),
    st.integers(0, 300),
    st.sampled_from(["visit", "meet", "attack", "raid", "recall"]),
    st.sampled_from(list(Status)),
    st.none() | st.sampled_from([DAY, days("2024-10-27", "2024-10-30"), days("2001-05-01")]),
    st.sampled_from([(ADA,), (BEN,), (ADA, FRANCE), (ARMY,), ()]),
    st.sampled_from([PERU, LIMA, CUSCO, None]),
    st.integers(1, 3),
)


@given(st.lists(PARTS, max_size=12))
def test_decisions_name_events_that_came_out(records):
    """Within a document, and across documents."""
    alone = [evolve(record, document={"id": "d"}).identified() for record in records]
    for events, decisions in (merge_candidates(alone, KINDS), merge_events(records, event_types=KINDS)):
        assert {made.event for made in decisions} <= {event.id for event in events}
