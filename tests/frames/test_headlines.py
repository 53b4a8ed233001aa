"""What a headline says in short is one event with what the text tells."""

import pytest

import eventx
from eventx.frames import FramePlugin, parse_frames

FILE = """
[defaults]
actors = { from = ["subject"], class = "any" }
recipients = ["object"]
identity = ["actors"]

[[event]]
name = "free"
codes = { plover = "CONCEDE:free" }
[[event.frame]]
verbs = ["free"]

[[event]]
name = "release"
codes = { plover = "CONCEDE:release" }
[[event.frame]]
verbs = ["release"]

[[event]]
name = "attack"
codes = { plover = "ASSAULT:attack" }
[[event.frame]]
verbs = ["attack"]

[[event]]
name = "visit"
codes = { plover = "CONSULT:visit" }
status_codes = { planned = { plover = "AGREE:visit" } }
[[event.frame]]
verbs = ["visit"]

[[event]]
name = "promise"
codes = { plover = "AGREE:promise" }
[[event.frame]]
verbs = ["promise"]
"""


@pytest.fixture(scope="module")
def engine():
    return eventx.Engine([FramePlugin("headlines", [parse_frames(FILE, "headlines.toml")])], strict=True)


def events(engine, title, text):
    document = eventx.Document(text=f"{title}\n{text}", title=title, published="2016-05-05")
    return engine.process(document).events


def test_the_text_tells_it_again(engine):
    (event,) = events(engine, "Peru frees sailors", "LIMA (AP) - Peru on Monday released six Chilean sailors.")
    assert event.action == "release"
    assert event.dates.start.isoformat() == "2016-05-02"


def test_the_headline_gives_what_the_text_leaves_out(engine):
    (event,) = events(engine, "Peru frees Chilean sailors", "LIMA (AP) - Six sailors were released on Monday.")
    assert [a.country for a in event.actors] == ["PER"]


def test_a_visit_to_come_is_the_promise_of_one(engine):
    (event,) = events(engine, "Peru to visit Chile", "LIMA (AP) - Peru promised Chile a visit on Monday.")
    assert event.action == "promise"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Peru visits Chile", "LIMA (AP) - Peru promised Chile a visit on Monday."),  # done, and still to come
        ("Peru frees sailors", "LIMA (AP) - Chile released six miners."),  # somebody else
        ("Peru frees sailors", "LIMA (AP) - Peru attacked Chile."),  # another act
        (
            "Peru frees sailors",
            "It was a cold day. Snow fell. It fell all day. Then Peru released six miners.",
        ),  # far off
    ],
)
def test_what_is_another_event_stays(engine, title, text):
    assert len(events(engine, title, text)) == 2
