"""The JSON form of events: round trip, schema, and errors that name the field."""

import copy
import json
import pickle
import re
from datetime import date, datetime

import jsonschema
import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eventx
from eventx import Actor, DateRange, Event, Evidence, Location, RecordError, Status
from eventx.records.codes import BESIDES_ISO, country_codes
from eventx.testing import events

VALIDATOR = jsonschema.Draft202012Validator(
    eventx.json_schema(), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)


def whole():
    """An event with every field filled."""
    return Event(
        action="visit",
        actors=(Actor(name="Vladimir Putin", text="Putin", country="RUS", role=eventx.Role.HEAD_OF_STATE),),
        location=Location(name="Vietnam", country="VNM", places=("Hanoi",), latitude=21.03, longitude=105.85),
        dates=DateRange(start=date(2024, 6, 19), end=date(2024, 6, 20)),
        status=Status.PLANNED,
        attributes={"level": "state", "purpose": ["talks"]},
        codes={"plover": "AGREE:visit"},
        attribution=Actor(text="the Kremlin", country="RUS"),
        evidence=(Evidence(role="trigger", start=6, end=16, quote="will visit", sentence=0),),
        document={"id": "d", "url": None, "title": None, "published": "2024-06-17"},
    ).identified()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("RUSS", "did you mean RUS?"),
        ("Germany", "did you mean DEU?"),
        ("de", "did you mean DEU?"),
        ("Russia", "did you mean RUS?"),
        ("", "write the ISO 3166-1 alpha-3 code, such as FRA"),
        ("QQQ", "write the ISO 3166-1 alpha-3 code"),
        (5, "'5' is no country code"),
    ],
)
def test_a_country_is_a_code_that_there_is(code, told):
    """ISO 3166-1 by pycountry, and those beside it; in a JSON form the field is named."""
    for kind in (Actor, Location):
        with pytest.raises(RecordError, match=re.escape(told)):
            kind(country=code)
    if isinstance(code, str):
        form = {**whole().to_dict(), "recipients": [{"country": "FRA"}, {"country": code}]}
        with pytest.raises(RecordError, match=re.escape("@ $.recipients[1].country")):
            Event.from_dict(form)


def test_the_codes_are_those_of_pycountry_and_some_beside():
    """They are kept as text, for the library takes long to load: here they are compared."""
    historic = {state.alpha_3 for state in pycountry.historic_countries if hasattr(state, "alpha_3")}
    assert country_codes() == {country.alpha_3 for country in pycountry.countries} | historic | BESIDES_ISO


@pytest.mark.parametrize("code", ["FRA", "XKX", "SUN", "DDR", "YUG", "UNO", "EUR", "NGO", None])
def test_codes_of_states_past_and_present_and_of_organisations(code):
    """All that the reference lists."""
    assert Actor(country=code).country == Location(country=code).country == code


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Event(action=""),
        lambda: Event(action=3),
        lambda: Event(action="visit", actors=["Ada"]),
        lambda: Event(action="visit", actors=("Ada",)),
        lambda: Event(action="visit", evidence=(None,)),
        lambda: Evidence(role="trigger", start=5, end=3, quote="", sentence=0),
        lambda: Location(subdivision="California"),
        lambda: eventx.Document(text="a", language=None),
        lambda: eventx.Document(text="a", title=3),
        lambda: eventx.Document(text="a", id=3),
        lambda: eventx.Document(text="a", metadata="x"),
    ],
)
def test_a_value_that_no_record_can_hold_is_refused(wrong):
    """At once, and not where it is written."""
    with pytest.raises(RecordError, match=r"@ \$"):
        wrong()


def test_records_are_frozen_all_the_way_down():
    """Fields, mappings, and the lists and mappings in them; what is read of them can be copied and changed."""
    event = Event(action="visit", attributes={"list": [1, {"a": []}], "map": {"b": [2]}})
    for change in (
        lambda: event.attributes["list"].append(3),
        lambda: event.attributes["list"][1].update(a=1),
        lambda: event.attributes["list"][1]["a"].extend([1]),
        lambda: event.attributes["map"].pop("b"),
        event.attributes["map"]["b"].sort,
        lambda: event.attributes.update(x=1),
    ):
        with pytest.raises(TypeError, match="records are immutable"):
            change()
    with pytest.raises(AttributeError):
        event.action = "other"
    assert event.attributes == {"list": [1, {"a": []}], "map": {"b": [2]}}
    assert pickle.loads(pickle.dumps(event)) == copy.deepcopy(event) == event
    copied = event.to_dict()["attributes"]
    copied["list"].append(3)
    assert len(event.attributes["list"]) == 2


@given(events())
@settings(max_examples=120, deadline=None)
def test_events_survive_their_json_form(event):
    """to_dict and to_json lose nothing, and both say the same."""
    assert Event.from_dict(event.to_dict()) == event
    assert Event.from_json(event.to_json()) == event
    assert json.loads(event.to_json()) == event.to_dict()
    assert list(json.loads(event.to_json())) == list(event.to_dict())


@given(events())
@settings(max_examples=60, deadline=None)
def test_events_validate_against_the_published_schema(event):
    """What eventx writes is what the schema says."""
    VALIDATOR.validate(event.to_dict())


@given(events())
@settings(max_examples=30, deadline=None)
def test_the_id_is_a_hash_of_the_content(event):
    """The same content has the same id; confidence and version do not count."""
    assert event.identified() == event
    assert Event.from_dict({**event.to_dict(), "confidence": 0.5, "extractor": "x 2"}).identified().id == event.id
    assert Event.from_dict({**event.to_dict(), "action": "other"}).identified().id != event.id


def test_the_schema_is_a_schema_and_says_what_each_field_is():
    """Draft 2020-12, a description on every property, nothing else allowed."""
    schema = eventx.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    shapes = [schema, *schema["$defs"].values()]
    for shape in shapes:
        for name, field in shape["properties"].items():
            assert "description" in field or "$ref" in field, name
    assert set(schema["properties"]) == set(whole().to_dict())
    assert eventx.json_schema() is not eventx.json_schema()


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"status": "maybe"}, "status"),
        ({"dates": {**whole().to_dict()["dates"], "start": "June"}}, "start"),
        ({"dates": {**whole().to_dict()["dates"], "start": None, "end": None}}, "dates"),
        ({"confidence": 1.5}, "confidence"),
        ({"extra": 1}, ""),
        ({"actors": [{"name": "x"}]}, "actors"),
        ({"codes": {"plover": 3}}, "codes"),
        ({"location": {**whole().to_dict()["location"], "country": "Russia"}}, "location"),
    ],
)
def test_the_schema_refuses_what_eventx_does_not_write(change, path):
    """The schema is closed: a wrong value or an unknown field does not pass."""
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({**whole().to_dict(), **change})


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"action": None}, "$.action"),
        ({"action": 5}, "$.action"),
        ({"id": 5}, "$.id"),
        ({"status": "maybe"}, "$.status"),
        ({"status": ["planned"]}, "$.status"),
        ({"actors": "Putin"}, "$.actors"),
        ({"actors": [5]}, "$.actors[0]"),
        ({"actors": [{}, {"role": "king"}]}, "$.actors[1].role"),
        ({"actors": [{"name": 5}]}, "$.actors[0].name"),
        ({"recipients": [{"sector": "XXX"}]}, "$.recipients[0].sector"),
        ({"location": []}, "$.location"),
        ({"location": {"latitude": "north"}}, "$.location.latitude"),
        ({"location": {"latitude": 91}}, "$.location.latitude"),
        ({"location": {"places": [1]}}, "$.location.places[0]"),
        ({"location": {"precision": "street"}}, "$.location.precision"),
        ({"dates": "2024"}, "$.dates"),
        ({"dates": {}}, "$.dates"),
        ({"dates": {"start": "17 June"}}, "$.dates.start"),
        ({"dates": {"start": 2024}}, "$.dates.start"),
        ({"dates": {"start": "20240617"}}, "$.dates.start"),
        ({"dates": {"start": "2024-06-17", "end": "2024-06-16"}}, "$.dates.end"),
        ({"dates": {"start": "2024-06-17", "precision": "hour"}}, "$.dates.precision"),
        ({"dates": {"start": "2024-06-17", "approximate": "yes"}}, "$.dates.approximate"),
        ({"attributes": []}, "$.attributes"),
        ({"attributes": {"a": {"b": {1}}}}, "$.attributes.a.b"),
        ({"attributes": {"a": [float("nan")]}}, "$.attributes.a[0]"),
        ({"codes": {"plover": 1}}, "$.codes.plover"),
        ({"attribution": "Kremlin"}, "$.attribution"),
        ({"evidence": [{}]}, "$.evidence[0].role"),
        ({"evidence": [{"role": "x", "start": 0, "end": "1", "quote": ""}]}, "$.evidence[0].end"),
        ({"evidence": [{"role": "x", "start": 3, "end": 1, "quote": ""}]}, "$.evidence[0].end"),
        ({"evidence": [{"role": "x", "start": -1, "end": 1, "quote": ""}]}, "$.evidence[0].start"),
        ({"evidence": [{"role": "x", "start": True, "end": 1, "quote": ""}]}, "$.evidence[0].start"),
        ({"document": "d"}, "$.document"),
        ({"confidence": "high"}, "$.confidence"),
        ({"confidence": 2}, "$.confidence"),
        ({"confidence": float("inf")}, "$.confidence"),
        ({"mentions": 1.5}, "$.mentions"),
        ({"extractor": 1}, "$.extractor"),
    ],
)
def test_an_error_names_the_field(change, path):
    """Whatever is wrong, it is a RecordError with the path of the field."""
    with pytest.raises(RecordError) as caught:
        Event.from_dict({**whole().to_dict(), **change})
    assert caught.value.path == path
    assert f"@ {path}" in str(caught.value)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(whole().to_dict())), _JSON)
@settings(max_examples=300, deadline=None)
def test_no_value_raises_anything_but_a_record_error(field, value):
    """A wrong type anywhere is a RecordError that starts at that field, never a TypeError."""
    error = None
    try:
        Event.from_dict({**whole().to_dict(), field: value})
    except RecordError as raised:
        error = raised
    assert error is None or error.path.startswith(f"$.{field}")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "5", '"x"', "[" * 100_000, b"\xff\xfe", '{"action": NaN}'])
def test_bad_json_is_a_record_error(text):
    """Text that is no JSON, or JSON that is no object."""
    with pytest.raises(RecordError):
        Event.from_json(text)


def test_unknown_fields_are_passed_over_so_that_later_versions_can_be_read():
    """A file of a later schema version is no error."""
    assert Event.from_dict({**whole().to_dict(), "novelty": 1}) == whole()


def test_only_the_action_is_needed():
    """A short event by hand gets the defaults."""
    assert Event.from_dict({"action": "visit"}) == Event(action="visit")


def test_lone_surrogates_pass_through_json():
    """A damaged quote is kept as it is."""
    event = Event(action="x", evidence=(Evidence(role="trigger", start=0, end=1, quote="\ud800", sentence=0),))
    assert Event.from_json(event.to_json()) == event
    event.to_json().encode("utf-8")


def test_attributes_are_json_types_and_read_only():
    """Days, enums and tuples become what JSON has; the mapping cannot be changed."""
    event = Event(action="x", attributes={"day": date(2024, 6, 17), "status": Status.DENIED, "list": (1, 2)})
    assert event.attributes == {"day": "2024-06-17", "status": "denied", "list": [1, 2]}
    with pytest.raises(TypeError, match="immutable"):
        event.attributes["day"] = 1
    with pytest.raises(RecordError, match=r"set .*@ \$\.attributes\.odd"):
        Event(action="x", attributes={"odd": {1}})


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda: Event(action="x", status="planned"), "$.status"),
        (lambda: Event(action="x", confidence=-0.1), "$.confidence"),
        (lambda: Event(action="x", confidence=True), "$.confidence"),
        (lambda: Event(action="x", codes=["a"]), "$.codes"),
        (lambda: DateRange(start="2024-06-17"), "$.dates.start"),
        (lambda: DateRange(end=datetime(2024, 6, 17)), "$.dates.end"),
        (DateRange, "$.dates"),
        (lambda: Location(longitude=200), "$.location.longitude"),
        (lambda: eventx.Document(text=b"x"), "$.text"),
        (lambda: eventx.Document(text="x", published="June"), "$.published"),
        (lambda: eventx.Span(3, 2), "$.span"),
    ],
)
def test_records_refuse_wrong_values_by_hand_too(make, path):
    """The constructors name the field as the JSON form does."""
    with pytest.raises(RecordError) as caught:
        make()
    assert caught.value.path == path


def test_numbers_of_any_size_survive():
    """JSON has no largest whole number."""
    event = Event(action="x", attributes={"n": 2**70})
    assert Event.from_json(event.to_json()) == event


def test_records_pickle():
    """Events go between processes."""
    assert pickle.loads(pickle.dumps(whole())) == whole()
