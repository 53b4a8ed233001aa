"""A frame file that is wrong: every fault at once, with its line; no value whatever brings anything but faults."""

import datetime

import pytest

from eventx import FrameError
from eventx.frames import parse_frames
from eventx.frames.keys import EVENT_KEYS, EXAMPLE_KEYS, FILE_KEYS, FRAME_KEYS, ROLE_KEYS
from eventx.frames.load import _Reader
from eventx.frames.locate import Lines
from eventx.frames.shape import sound

HEAD = '[[event]]\nname = "a"\n'
FRAME = '[[event.frame]]\nverbs = ["go"]\n'


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["f.toml:1: no event type: write at least one [[event]] table"]),
        ("[[event]]\nname = \n", ["f.toml:2: no valid TOML: Invalid value (at line 2, column 8)"]),
        ("event = 3", ["f.toml:1: event is written as [[event]] tables, not as 3"]),
        ("[[event]]\nname = 3\n" + FRAME, ["f.toml:2: name is a text in quotes, not 3"]),
        (HEAD + "threat = 3\n" + FRAME, ["f.toml:3: threat is a text in quotes, not 3"]),
        ("[defaults]\nthreat = ['a']\n" + HEAD + FRAME, ["f.toml:2: threat is a text in quotes, not ['a']"]),
        (HEAD + "frame = ['x']", ["f.toml:3: frame is written as [[event.frame]] tables, not as 'x'"]),
        (HEAD + "[[event.frame]]\nverb = ['go']", ["f.toml:4: the key 'verb' is unknown; did you mean 'verbs'?"]),
        (HEAD + FRAME + "status = ['planned']", ["f.toml:5: status is a status in quotes, not ['planned']"]),
        (HEAD + FRAME + "status = 'plannd'", ["f.toml:5: 'plannd' is no status; known are occurred, ongoing"]),
        (HEAD + FRAME + "actors = 'subjct'", ["f.toml:5: actors cannot come from 'subjct'; did you mean 'subject'?"]),
        (HEAD + FRAME + "priority = 'high'", ["f.toml:5: priority is a number, not 'high'"]),
        (HEAD + FRAME + "confidence = 7", ["f.toml:5: confidence lies between 0 and 1"]),
        (HEAD + "codes = 3\n" + FRAME, ["f.toml:3: codes is a table of codes"]),
        (HEAD + "reciprocal = 'x'\n" + FRAME, ["f.toml:3: reciprocal is true or false, not 'x'"]),
        (HEAD + FRAME + "[[event.example]]\nnone = true", ["f.toml:5: an example needs a text"]),
        (HEAD + FRAME + "[[event.example]]\ntext = 'x'", ["f.toml:5: an example says either what it must give"]),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'x'\nnone = true\npublished = 'soon'",
            ["f.toml:8: published is a day like 2024-06-17, not 'soon'"],
        ),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'x'\nexpect = [{ country = 'Peru' }]",
            ["f.toml:7: 'Peru' is no country code; did you mean PER?"],
        ),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'x'\nexpect = [{ status = 'plannd', start = '12 March' }]",
            ["f.toml:7: 'plannd' is no status", "f.toml:7: start is a day like 2024-06-17, not '12 March'"],
        ),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'The PKK fled'\nexpect = [{ actors = ['PKK', 'POR'] }]",
            ["f.toml:7: actors: 'POR' is no country code; did you mean PRT?"],
        ),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'x'\nexpect = [{ action = 'b' }]",
            ["f.toml:7: 'b' is no event type of this file"],
        ),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'x'\nnone = true\nexpect = []",
            ["f.toml:5: an example says either what it must give"],
        ),
        (
            HEAD + FRAME + "[[event.example]]\ntext = 'x'\nnone = true\nonly = true",
            ["f.toml:8: only = true stands beside expect"],
        ),
        (
            "[[event]]\nname = 'Step Down'\n" + FRAME,
            ["f.toml:2: name is in lower case with hyphens, such as 'step-down'"],
        ),
        (
            HEAD + "location = { from = 'place', class = 'state' }\n" + FRAME,
            ["f.toml:3: the key 'class' is unknown; known are from, required"],
        ),
        (HEAD + FRAME + "actors = 'xylophone'", ["f.toml:5: actors cannot come from 'xylophone'; known are subject, "]),
        ("[words]\n\n[[events]]\nname = 'a'\n", ["f.toml:3: the key 'events' is unknown; did you mean 'event'?"]),
        (HEAD + FRAME + HEAD + FRAME, ["f.toml:5: the event type 'a' stands twice"]),
        (
            "[[event]]\nname = 3\nidentity = ['who']\n"
            + FRAME
            + "priority = 'high'\nactors = 'subjct'\n[other]\nx = 1\n",
            [
                "f.toml:2: name is a text in quotes",
                "f.toml:3: identity is a list of actors",
                "f.toml:6: priority is a number",
                "f.toml:7: actors cannot come from 'subjct'",
                "f.toml:8: the key 'other' is unknown",
            ],
        ),
    ],
)
def test_every_fault_is_told_with_its_line(text, faults):
    """And what to write in its place."""
    with pytest.raises(FrameError) as caught:
        parse_frames(text, "f.toml")
    for fault in faults:
        assert any(told.startswith(fault) for told in caught.value.faults), caught.value.faults
    assert len(set(caught.value.faults)) == len(caught.value.faults)
    lines = [int(fault.split(":")[1]) for fault in caught.value.faults]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "[[event.frame]]\nverb = ['go']",
        HEAD + FRAME + "[[event.example]]\ntext = 'x'\nexpect = { actors = ['PER'] }",
        "[[event]]\nname = 3\n" + FRAME,
    ],
)
def test_one_mistake_is_one_fault(text):
    """What follows from it is not told besides."""
    with pytest.raises(FrameError) as caught:
        parse_frames(text, "f.toml")
    assert len(caught.value.faults) == 1, caught.value.faults


ODD = (
    0, -1, 1.5, True, "", "x", [], [3], ["x"], [[]], [{}], {}, {"x": 3}, {"x": {"y": []}}, {"from": [{}]},
    datetime.date(2024, 1, 1), datetime.time(1), datetime.datetime(2024, 1, 1),
)  # fmt: skip


def base():
    """The data of a sound file with every kind of table in it."""
    return {
        "words": {"leave": ["go"]},
        "defaults": {"location": ["place"]},
        "event": [
            {
                "name": "a",
                "frame": [{"verbs": ["@leave"], "actors": {"from": "subject"}}],
                "example": [{"text": "x", "none": True}],
            }
        ],
    }


PLACES = {
    "file": (FILE_KEYS, lambda data: data),
    "defaults": (EVENT_KEYS, lambda data: data["defaults"]),
    "event": (EVENT_KEYS, lambda data: data["event"][0]),
    "frame": (FRAME_KEYS, lambda data: data["event"][0]["frame"][0]),
    "role": (ROLE_KEYS, lambda data: data["event"][0]["frame"][0]["actors"]),
    "example": (EXAMPLE_KEYS, lambda data: data["event"][0]["example"][0]),
}


@pytest.mark.parametrize("place", PLACES)
def test_no_value_brings_anything_but_faults(place):
    """Whatever stands for whatever key."""
    keys, table = PLACES[place]
    for key in keys:
        for value in ODD:
            data = base()
            table(data)[key] = value
            reader = _Reader("f.toml", Lines(""))
            reader.read(sound(data, reader.fault))
            assert all(fault.startswith("f.toml:") for fault in reader.faults)


def test_a_sound_file_has_no_faults():
    """The base of the test above."""
    reader = _Reader("f.toml", Lines(""))
    reader.read(sound(base(), reader.fault))
    assert reader.faults == ()
