"""Impossible candidates, dropped triggers and records: a fault of who made them, which names the field."""

import re

import pytest

from eventx import (
    Actor,
    Candidate,
    DateRange,
    Dropped,
    Engine,
    Event,
    Evidence,
    PartError,
    RecordError,
    Span,
)

from .parts import DOCUMENT, GOOD, Plugin, extractor, faults_with

MENTION = Engine([GOOD]).analyze(DOCUMENT).mentions(0)[0]
CLAIM = {"event_type": "act", "sentence": 0, "trigger": Span(6, 13)}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"actors": ("Japan",)}, "expected Mention, not str @ $.actors[0]"),
        ({"actors": (Actor(name="Japan"),)}, "expected Mention, not Actor @ $.actors[0]"),
        ({"actors": [MENTION]}, "expected a tuple of Mention, not list @ $.actors"),
        ({"recipients": MENTION}, "expected a tuple of Mention, not Mention @ $.recipients"),
        ({"places": ("Japan",)}, "$.places[0]"),
        ({"times": ("Monday",)}, "expected TimeExpression, not str @ $.times[0]"),
        ({"dates": "2024-06-17"}, "expected DateRange, not str @ $.dates"),
        ({"status": "planned"}, "expected Status, not str @ $.status"),
        ({"status_cue": (0, 5)}, "expected Span, not tuple @ $.status_cue"),
        ({"attribution": "Japan"}, "expected Mention, not str @ $.attribution"),
        ({"attributes": ["x"]}, "expected a mapping, not list @ $.attributes"),
        ({"attributes": {"x": {1}}}, "set is no type that JSON can hold"),
        ({"evidence": (Span(0, 5),)}, "expected (role, Span), not Span @ $.evidence[0]"),
        ({"evidence": ((3, Span(0, 5)),)}, "expected a string, not int @ $.evidence"),
        ({"evidence": (("actor", (0, 5)),)}, "expected Span, not tuple @ $.evidence"),
        ({"trigger": (0, 5)}, "expected Span, not tuple @ $.trigger"),
        ({"trigger": Span(5, 5)}, "expected a span of some characters; 5..5 holds none @ $.trigger"),
        ({"trigger": Span(0.0, 5.0)}, "a span runs from a whole number to another, not 0.0..5.0 @ $.trigger"),
        ({"sentence": -1}, "expected 0 or more, not -1 @ $.sentence"),
        ({"sentence": "0"}, "expected a whole number, not str @ $.sentence"),
        ({"event_type": None}, "expected a string, not NoneType @ $.event_type"),
        ({"event_type": ""}, "expected a word, not an empty string @ $.event_type"),
        ({"frame": None}, "$.frame"),
        ({"sentence": 1}, "its trigger 'visited' begins in sentence 0, not in 1; write sentence=analysis.sentence_at"),
        ({"sentence": 99}, "begins in sentence 0, not in 99"),
        ({"trigger": Span(900, 950)}, "its trigger does not stand at 900..950: the text has 31 characters"),
        ({"event_type": "atc"}, "the event type 'atc' was not declared by any plugin; did you mean 'act'?"),
        ({"event_type": "nil"}, "was not declared by any plugin: give it in the hook eventx_event_types"),
        ({"evidence": (("actor", Span(0, 99)),)}, "what says the actor does not stand at 0..99"),
    ],
)
def test_an_impossible_candidate_is_a_fault_of_its_extractor(fields, told):
    """With plugin, part and document, at whatever step it is found; strict raises PartError."""
    bad = Plugin(extractors=[extractor(lambda a: [Candidate(**{**CLAIM, **fields})])])
    bad.__version__ = "9"
    (fault,) = faults_with(bad)
    assert told in fault
    assert "(plugin bad, part part, " in fault
    assert fault.endswith("document d)")
    with pytest.raises(PartError, match="plugin bad: part on document d"):
        Engine([bad, GOOD], strict=True).process(DOCUMENT)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"sentence": 77, "trigger": Span(900, 950)}, "its trigger does not stand at 900..950"),
        ({"sentence": 1}, "begins in sentence 0, not in 1"),
        ({"trigger": (0, 5)}, "expected Span, not tuple @ $.trigger"),
        ({"reason": None}, "expected a string, not NoneType @ $.reason"),
    ],
)
def test_an_impossible_dropped_trigger_is_one_too(fields, told):
    """And is not in the report, where it would mislead."""
    bad = Plugin(extractors=[extractor(lambda a: [Dropped(**{**CLAIM, "reason": "none", **fields})])])
    (fault,) = faults_with(bad)
    assert told in fault
    assert Engine([bad]).process(DOCUMENT).dropped == ()


def test_one_impossible_candidate_costs_no_other_of_its_extractor():
    """What comes after it is taken."""
    claims = [Candidate(**{**CLAIM, "sentence": 1}), Candidate(**CLAIM)]
    report = Engine([GOOD, Plugin(extractors=[extractor(lambda a: claims)])]).process(DOCUMENT)
    assert [len(report.events), len(report.failures)] == [2, 1]


@pytest.mark.parametrize(
    ("kind", "fields", "path"),
    [
        (Evidence, {"role": 3, "start": 0, "end": 1, "quote": "J", "sentence": 0}, "$.evidence.role"),
        (Evidence, {"role": "x", "start": 0, "end": 1, "quote": None, "sentence": 0}, "$.evidence.quote"),
        (Evidence, {"role": "x", "start": 0, "end": 1, "quote": "J", "sentence": -1}, "$.evidence.sentence"),
        (Evidence, {"role": "x", "start": "0", "end": 1, "quote": "J", "sentence": 0}, "$.evidence.start"),
        (Actor, {"name": 3}, "$.actor.name"),
        (Actor, {"text": None}, "$.actor.text"),
        (Actor, {"role": "envoy"}, "$.actor.role"),
    ],
)
def test_a_record_holds_only_what_its_json_form_can_give_back(kind, fields, path):
    """An event made of it would be refused when it is read."""
    with pytest.raises(RecordError, match=re.escape(path)):
        kind(**fields)


def test_a_week_date_is_no_day():
    """The schema forbids it, so reading does too."""
    event = Event(action="x", dates=DateRange(start=DOCUMENT.published)).to_dict()
    event["dates"]["start"] = "2024-W25-1"
    with pytest.raises(RecordError, match=r"expected an ISO day like 2024-06-17, not '2024-W25-1' @ \$\.dates\.start"):
        Event.from_dict(event)
