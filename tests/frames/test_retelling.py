"""A deed that is told again as "the attack" is one event, with what each telling says of it."""

import pytest

import eventx

DATE = "2016-05-05"


@pytest.fixture(scope="module")
def engine():
    return eventx.Engine(strict=True)


def assaults(engine, text):
    events = engine.process(eventx.Document(text=text, published=DATE)).events
    return [event for event in events if event.codes.get("plover", "").startswith("ASSAULT")]


@pytest.mark.parametrize(
    "again",
    [
        "Dozens were also wounded in the attack.",
        "The bombing wounded 30 others.",
        "The attack was claimed by Maoist rebels.",
        "Maoist rebels claimed responsibility for the attack.",
        "Two children died in the blast.",
    ],
)
def test_it_is_one_event(engine, again):
    (event,) = assaults(engine, f"A bomb killed ten people in Kathmandu on Monday. {again}")
    assert event.location.country == "NPL"
    assert event.dates.start.isoformat() == "2016-05-02"


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed when Maoist rebels shelled Kathmandu on Monday.",
        "Ten people were killed and six wounded as Maoist rebels shelled Kathmandu on Monday.",
        "Ten people were killed and six others injured when Maoist rebels attacked a market in Kathmandu on Monday.",
    ],
)
def test_what_people_were_killed_by_is_one_event_with_their_death(engine, text):
    (event,) = assaults(engine, text)
    assert [(actor.country, actor.sector) for actor in event.actors] == [("NPL", "REB")]
    assert event.dates.start.isoformat() == "2016-05-02"


def test_others_who_kill_while_rebels_attack_do_it_themselves(engine):
    assert len(assaults(engine, "Nepalese troops killed six men when Maoist rebels attacked Kathmandu on Monday.")) == 2


def test_who_claims_it_did_it(engine):
    (event,) = assaults(
        engine, "A bomb killed ten people in Kathmandu. Maoist rebels claimed responsibility for the attack."
    )
    assert [(actor.country, actor.sector) for actor in event.actors] == [("NPL", "REB")]


@pytest.mark.parametrize(
    "other",
    [
        "Nepalese soldiers shot two rebels during the attack.",  # others, who hit back
        "Three people were killed in an attack in Pokhara.",  # not "the" attack
        "On Tuesday two people were wounded in the attack.",  # of another day
    ],
)
def test_another_deed_is_another_event(engine, other):
    found = assaults(engine, f"Maoist rebels killed ten people in Kathmandu on Monday. {other}")
    assert len(found) == 2


def test_what_was_dropped_says_so(engine):
    text = "A bomb killed ten people in Kathmandu. Dozens were wounded in the attack."
    report = engine.process(eventx.Document(text=text, published=DATE))
    assert "told again in sentence 0" in {drop.reason for drop in report.dropped}
