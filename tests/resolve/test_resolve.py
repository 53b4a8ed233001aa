"""From mentions and clauses to places and statuses."""

import pytest

import eventx
from eventx import Entity, Mention, MentionKind, Modality, PlacePrecision, Span, Status
from eventx.resolve import STATUS_OF, actor_of, location_of, mentions_of, place_of, status_of

PALACE = Entity(key="p", name="Independence Palace", country="VNM", precision=PlacePrecision.SITE)
DA_NANG = Entity(
    key="d", name="Da Nang", country="VNM", precision=PlacePrecision.CITY, latitude=16.07, longitude=108.22
)
VIETNAM = Entity(key="v", name="Vietnam", country="VNM", precision=PlacePrecision.COUNTRY)


PLAIN = {"span": Span(0, 5), "head": Span(0, 5), "sentence": 0, "text": "there", "kind": MentionKind.PLACE}


def mention(place, **fields):
    return Mention(**{**PLAIN, "place": place, **fields})


@pytest.mark.parametrize(
    ("named", "latitude", "precision"),
    [
        ([PALACE, DA_NANG], 16.07, PlacePrecision.CITY),
        ([DA_NANG, PALACE], 16.07, PlacePrecision.CITY),
        ([PALACE], 21.02, PlacePrecision.COUNTRY),
        ([VIETNAM], 21.02, PlacePrecision.COUNTRY),
    ],
)
def test_coordinates_and_precision_are_of_one_place(named, latitude, precision):
    """A site that nobody has placed leaves them to the city, and the country's come last."""
    place = location_of([mention(entity) for entity in named])
    assert (place.latitude, place.precision) == (latitude, precision)
    assert set(place.places) == {e.name for e in named if e is not VIETNAM}


def test_a_group_has_the_name_of_its_entity_or_none():
    """ "Taliban fighters" may be the Taliban; "soldiers" are nobody by name."""
    named = Entity(key="t", name="Taliban", country="AFG")
    group = {"kind": MentionKind.GROUP, "text": "fighters"}
    assert actor_of(mention(None, actor=named, **group)).name == "Taliban"
    assert actor_of(mention(None, actor=Entity(key="s", country="AFG"), **group)).name is None


def analysed(text):
    analysis = eventx.Engine(plugins=[]).analyze(eventx.Document(text=text, published="2024-10-30"))
    return analysis, analysis.clauses(0)


def test_mentions_of_an_argument():
    """Those that act, those that are places; none of a slot that nobody fills."""
    analysis, (clause, *_) = analysed("President Emmanuel Macron visited Rabat.")
    assert [m.text for m in mentions_of(analysis, clause.subject)] == ["President Emmanuel Macron"]
    (rabat,) = mentions_of(analysis, clause.object, "place")
    assert place_of(rabat).name == "Rabat"
    assert mentions_of(analysis, clause.indirect) == ()


def test_every_modality_has_a_status():
    """One table, which an event type may overrule."""
    assert set(STATUS_OF) == set(Modality)
    failed = next(c for c in analysed("The minister failed to visit Rabat.")[1] if c.modality is Modality.FAILED)
    assert status_of(failed) is Status.DENIED
    assert status_of(failed, {Modality.FAILED: Status.CANCELLED}) is Status.CANCELLED


@pytest.mark.parametrize(
    ("how", "status"),
    [("will fly", "planned"), ("may travel", "proposed"), ("flew", "ongoing")],
)
def test_the_talks_that_a_journey_is_for_are_part_of_it(how, status):
    """One act, one event: they lie ahead as the journey does."""
    text = f"Anthony Albanese {how} to Port Moresby on Tuesday for talks with James Marape."
    (event,) = eventx.Engine().process(eventx.Document(text=text, published="2024-10-30")).events
    assert (event.action, event.status.value) == ("visit", status)
    assert "talks" in event.quotes("trigger")


def test_what_a_plan_is_about_may_have_happened():
    """Only what a journey or a meeting is for lies ahead with it."""
    text = "Japan will blame the Taliban for the attack on its troops in Kabul."
    found = eventx.Engine().process(eventx.Document(text=text, published="2024-10-30")).events
    assert all(e.status is Status.OCCURRED for e in found if e.action == "attack")
