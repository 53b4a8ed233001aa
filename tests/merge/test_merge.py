"""Which records become one event, and what the one event keeps."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from eventx import Actor, DateRange, Event, EventType, Evidence, Location, Precision, Role, Sector, Status
from eventx.merge import compare, merge_candidates, merge_events
from eventx.merge.combine import combine
from eventx.merge.names import same_name
from eventx.merge.reports import final_status

LEVELS = ("unspecified", "working", "official", "state")
VISIT = EventType(
    name="visit", identity=("actors", "location"), general="meet", ranked={"level": LEVELS}, length="days"
)
MEET = EventType(name="meet")
TYPES = {"visit": VISIT, "meet": MEET}
ADA = Actor(name="Ada Oduya", country="NGA", role=Role.FOREIGN_MINISTER)
BEN = Actor(name="Ben Castro", country="NGA", role=Role.HEAD_OF_STATE)
PERU = Location(name="Peru", country="PER")


def days(first, last=None, precision=Precision.DAY):
    return DateRange(start=date.fromisoformat(first), end=date.fromisoformat(last or first), precision=precision)


def visit(at=0, **fields):
    base = {
        "action": "visit",
        "actors": (ADA,),
        "location": PERU,
        "evidence": (Evidence(role="trigger", start=at, end=at + 5, quote="visit", sentence=at // 10),),
        "document": {"id": "d1"},
    }
    return Event(**{**base, **fields}).identified()


def merged(*events):
    return merge_candidates(list(events), TYPES)[0]


def test_two_mentions_of_one_visit_become_one_event_with_both_quotes():
    """Same visitor, same country, no contradiction."""
    (event,) = merged(visit(0), visit(50, dates=days("2024-06-18", "2024-06-19")))
    assert event.mentions == 2
    assert len(event.quotes("trigger")) == 2
    assert event.dates == days("2024-06-18", "2024-06-19")


@pytest.mark.parametrize(
    "other",
    [
        {"location": Location(country="CHL")},
        {"actors": (BEN,)},
        {"dates": days("2000-01-01", "2000-12-31", Precision.YEAR)},
        {"location": None},
        {"actors": ()},
    ],
)
def test_contradicting_or_missing_identity_keeps_apart(other):
    """Another place, person or time is another visit, and nothing merges on a missing value."""
    first = visit(0, dates=days("2024-06-18"))
    assert len(merged(first, visit(50, **other))) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("MIL", "REB", 2),
        ("GOV", "OPP", 2),
        ("GOV", "CVL", 2),
        ("GOV", "MIL", 1),
        ("REB", None, 1),
    ],
)
def test_a_government_and_those_against_it_are_not_one_party(one, other, count):
    sides = [Actor(country="PER", sector=sector and Sector(sector), text=str(sector)) for sector in (one, other)]
    assert len(merged(*(visit(at, actors=(side,)) for at, side in zip((0, 50), sides, strict=True)))) == count


@pytest.mark.parametrize(("said", "where", "count"), [("MPs", None, 2), ("a senator", None, 1), ("MPs", PERU, 1)])
def test_a_lawmaker_by_name_does_not_speak_for_the_others(said, where, count):
    """What several say is not what one of them says; those who travel to one place are one delegation."""
    several = Actor(text=said, country="GBR", sector=Sector.LEG)
    one = Actor(name="Yvette Cooper", country="GBR", role=Role.LEGISLATOR, sector=Sector.LEG)
    kinds = {"blame": EventType(name="blame", identity=("actors",))}
    records = [visit(at, action="blame", actors=(who,), location=where) for at, who in ((0, several), (50, one))]
    assert len(merge_candidates(records, kinds)[0]) == count


def test_a_named_person_may_be_private_in_one_place_and_an_official_in_another():
    private = Actor(name="Ada Oduya", country="NGA", sector=Sector.CVL)
    assert len(merged(visit(0, actors=(private,)), visit(50))) == 1


def test_what_is_over_and_what_is_planned_are_two_visits_unless_the_dates_agree():
    """ "has visited Peru" and "will visit Peru" are two; with one date they are one, and the later status counts."""
    assert len(merged(visit(0, status=Status.OCCURRED), visit(50, status=Status.PLANNED))) == 2
    dated = {"dates": days("2024-06-18")}
    (event,) = merged(visit(0, status=Status.OCCURRED, **dated), visit(50, status=Status.PLANNED, **dated))
    assert event.status is Status.OCCURRED


def test_a_cancelled_visit_stays_one_record_with_its_old_dates():
    """The record of a cancelled visit is kept with the dates that were planned."""
    (event,) = merged(visit(0, status=Status.CANCELLED), visit(50, status=Status.PLANNED, dates=days("2024-06-18")))
    assert (event.status, event.dates) == (Status.CANCELLED, days("2024-06-18"))


def test_the_finer_date_and_the_more_formal_level_win():
    """A day is finer than a week; a state visit is more formal than an official one."""
    (event,) = merged(
        visit(0, dates=days("2024-06-17", "2024-06-23", Precision.WEEK), attributes={"level": "official"}),
        visit(50, dates=days("2024-06-18"), attributes={"level": "state"}),
    )
    assert event.dates == days("2024-06-18")
    assert event.attributes["level"] == "state"


def test_a_date_of_the_visit_itself_beats_the_date_of_an_act_within_it():
    """ "met there on Wednesday" does not shorten a stay of three days."""
    within = Evidence(role="within", start=60, end=65, quote="x", sentence=6)
    inner = visit(50, dates=days("2024-06-19"))
    inner = evolve(inner, evidence=(*inner.evidence, within))
    (event,) = merged(visit(0, dates=days("2024-06-18", "2024-06-20")), inner)
    assert event.dates == days("2024-06-18", "2024-06-20")


def test_the_narrower_event_type_keeps_a_trigger_that_both_claim():
    """A visit that a broader frame also claims is one event."""
    wide = evolve(visit(0), action="meet")
    events, decisions = merge_candidates([wide, visit(0)], TYPES)
    assert [e.action for e in events] == ["visit"]
    assert "narrower" in decisions[0].reason


def test_a_refusal_to_merge_says_why():
    """The contradiction is told in words."""
    _, decisions = merge_candidates([visit(0, dates=days("2024-06-18")), visit(50, dates=days("2001-05-01"))], TYPES)
    assert decisions[0].joined is False
    assert "dates contradict" in decisions[0].reason


def test_reports_of_several_documents_become_one_event_only_when_dated():
    """Across documents an undated report joins nothing; dated ones with a day or two between them do."""
    first = visit(0, dates=days("2024-06-18"), document={"id": "d1", "published": "2024-06-17"})
    later = visit(0, dates=days("2024-06-18", "2024-06-19"), document={"id": "d2", "published": "2024-06-20"})
    undated = visit(0, document={"id": "d3", "published": "2024-06-21"})
    events, _ = merge_events([undated, later, first])
    assert sorted(e.mentions for e in events) == [1, 2]
    assert len(merge_events([undated, later, first], across=False)[0]) == 3


def report(number, status, first, last=None, **fields):
    document = {"id": f"d{number}", "published": f"2024-06-{number:02}"}
    return visit(0, status=status, dates=days(first, last), document=document, **fields)


def test_reports_over_time_give_one_event_with_its_history_and_sources():
    """Planned, then occurred: the last word counts, each document is a source, the quote stands in the head's text."""
    planned = report(10, Status.PLANNED, "2024-06-18")
    occurred = report(20, Status.OCCURRED, "2024-06-18", "2024-06-19")
    (event,), decisions = merge_events([occurred, planned])
    assert event.status is Status.OCCURRED
    assert event.document["id"] == "d20"
    assert [s["document"] for s in event.attributes["sources"]] == ["d10", "d20"]
    assert [h["status"] for h in event.attributes["history"]] == ["planned", "occurred"]
    assert event.attributes["conflicts"] == [{"field": "dates.end", "values": ["2024-06-18", "2024-06-19"]}]
    assert decisions[0].joined


@pytest.mark.parametrize(
    ("statuses", "final"),
    [
        ("planned occurred planned", "occurred"),
        ("planned cancelled", "cancelled"),
        ("planned cancelled planned", "planned"),
        ("proposed planned postponed planned occurred", "occurred"),
        ("planned postponed proposed", "postponed"),
        ("ongoing occurred", "occurred"),
        ("occurred cancelled", "occurred"),
        ("proposed", "proposed"),
    ],
)
def test_the_last_word_on_the_status(statuses, final):
    """In order of publication; what took place is not undone by an old plan told again."""
    assert final_status(Status(s) for s in statuses.split()).value == final


def test_the_codes_follow_the_status_across_documents():
    """A planned visit that took place is no longer coded as planned."""
    kind = EventType(
        name="visit",
        codes={"plover": "CONSULT:visit"},
        status_codes={Status.PLANNED: {"plover": "AGREE:visit"}},
        identity=("actors", "location"),
    )
    reports = [report(10, Status.PLANNED, "2024-06-18"), report(20, Status.OCCURRED, "2024-06-18")]
    (event,), _ = merge_events(reports, event_types={"visit": kind})
    assert event.codes == {"plover": "CONSULT:visit"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Oduya", "Oduya", True),
        ("President Ada Oduya", "Ada Oduya", True),
        ("José Núñez", "Jose Nunez", True),
        ("Ada Oduya", "Ben Oduya", False),
        ("Kim Jong Un", "Kim Jong Il", False),
    ],
)
def test_names(one, other, same):
    """A shorter form of a name is the same name; relatives are not."""
    assert same_name(one, other) is same


STATUSES = st.sampled_from(list(Status))
DATES = st.none() | st.sampled_from([days("2024-06-18"), days("2024-06-18", "2024-06-20"), days("2001-05-01")])
EVENTS = st.builds(
    lambda at, status, dates, who, where: visit(at, status=status, dates=dates, actors=who, location=where),
    st.integers(0, 900),
    STATUSES,
    DATES,
    st.sampled_from([(ADA,), (BEN,), ()]),
    st.sampled_from([PERU, None]),
)


@given(EVENTS, EVENTS)
def test_comparison_is_symmetric(one, other):
    """Which record comes first does not matter to the verdicts."""
    assert compare(one, other).fields == compare(other, one).fields


@given(st.lists(EVENTS, max_size=8))
def test_no_mention_is_lost(events):
    """Every mention's trigger is in exactly one of the merged events; merging again changes nothing."""
    result, _ = merge_candidates(events, TYPES)
    assert sum(e.mentions for e in result) == len(events)
    triggers = {(e.start, e.end) for r in result for e in r.evidence if e.role == "trigger"}
    assert triggers == {(e.evidence[0].start, e.evidence[0].end) for e in events}


def test_a_name_is_on_one_side_only():
    """Whoever blames in one mention and is blamed in another stays with the earliest; nobody is lost."""
    peru = Actor(name="Peru", country="PER")
    (event,) = merged(visit(0, recipients=(peru,)), visit(50, actors=(ADA, peru), recipients=(BEN,)))
    assert event.actors == (ADA,)
    assert event.recipients == (peru, BEN)
    (event,) = merged(visit(0), visit(50, recipients=(ADA, BEN)))
    assert (event.actors, event.recipients) == ((ADA,), (BEN,))


def test_a_group_without_a_name_may_be_on_both_sides():
    """Rebels attack rebels: two groups under one word."""
    rebels = Actor(text="rebels", country="PER")
    (event,) = merged(visit(0, actors=(ADA, rebels)), visit(50, recipients=(rebels,)))
    assert (event.actors, event.recipients) == ((ADA, rebels), (rebels,))


@given(
    st.lists(st.tuples(*[st.lists(st.sampled_from([ADA, BEN]), max_size=2, unique=True)] * 2), min_size=2, max_size=5)
)
def test_every_party_of_the_mentions_is_a_party_of_the_event(sides):
    """Putting a name on one side never takes it off both."""
    records = [visit(9 * n, actors=tuple(a), recipients=tuple(r)) for n, (a, r) in enumerate(sides)]
    event = combine(records)
    named = {p.name for p in (*event.actors, *event.recipients)}
    assert named == {p.name for r in records for p in (*r.actors, *r.recipients)}
    assert not {a.name for a in event.actors} & {r.name for r in event.recipients}


def meeting(at, *parties, **fields):
    return visit(at, action="meet", actors=parties, location=None, **fields)


RECIPROCAL = {"meet": EventType(name="meet", identity=("actors",), reciprocal=True)}
EVA = Actor(name="Eva Sand", country="NOR", role=Role.HEAD_OF_STATE)
LIN = Actor(name="Lin Bao", country="CHN", role=Role.HEAD_OF_STATE)
NORWAY = Actor(name="Norway", country="NOR", text="Norway")
REBELS = Actor(text="the rebels")


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ((ADA, EVA), (ADA, LIN), 2),
        ((ADA, EVA), (EVA, ADA), 1),
        ((ADA, EVA), (ADA, NORWAY), 1),
        ((ADA, EVA), (ADA,), 1),
        ((ADA,), (ADA, EVA, LIN), 1),
        ((ADA, EVA), (BEN, EVA), 2),
        ((ADA, REBELS), (ADA, EVA), 2),
        ((ADA, REBELS), (ADA, Actor(text="The rebels")), 1),
    ],
)
def test_meetings_with_different_parties_are_different_meetings(one, other, count):
    """In a reciprocal event all parties are actors: one in common is not enough."""
    events, decisions = merge_candidates([meeting(0, *one), meeting(40, *other)], RECIPROCAL)
    assert len(events) == count
    assert count == 1 or not decisions or "actors contradict" in decisions[0].reason


def test_lists_of_any_json_type_are_united_each_item_once():
    """What a plugin puts into a list need not be hashable."""
    one, other = [{"a": 1}, "x"], [["y"], {"a": 1}, 2]
    (event,) = merged(visit(0, attributes={"list": one}), visit(50, attributes={"list": other}))
    assert event.attributes["list"] == [{"a": 1}, "x", ["y"], 2]


@pytest.mark.parametrize(
    ("dates", "days_then"),
    [(days("2024-06-18", "2024-06-19"), 2), (None, 1), (DateRange(start=date(2024, 6, 17)), None)],
)
def test_the_length_in_days_is_that_of_the_merged_dates(dates, days_then):
    """ "on Tuesday", then "on June 18-19": two days."""
    first = visit(0, dates=days("2024-06-18"), attributes={"days": 1})
    if dates and dates.end is None:
        first = visit(0, attributes={"days": 1})
    (event,) = merged(first, visit(50, dates=dates))
    assert event.attributes.get("days") == days_then
