"""The declarative language: each feature in a frame file of its own, whose examples are the tests."""

from pathlib import Path

import pytest

import eventx
from eventx.frames import FramePlugin, load_frames, parse_frames, run_examples

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_feature(path):
    """The file's examples give what they must, and nothing where they must not."""
    frameset = load_frames(path)
    engine = eventx.Engine([FramePlugin(path.stem, [frameset])], strict=True)
    results = run_examples(frameset, engine)
    faults = [f"{path.name}:{r.example.line}: {fault}" for r in results for fault in r.faults]
    assert not faults, "\n".join(faults)
    assert any(r.example.none for r in results)


def test_an_example_can_fail():
    """A wrong expectation is told with what came instead."""
    text = """
[[event]]
name = "visit"
example = [{ text = "Chad attacked Niger.", expect = [{ actors = ["FRA"] }] }]
[[event.frame]]
verbs = ["attack"]
"""
    frameset = parse_frames(text, "wrong.toml")
    (result,) = run_examples(frameset, eventx.Engine([FramePlugin("wrong", [frameset])]))
    assert not result.passed
    assert "gave visit by Chad" in result.faults[0]


TWO = """
[[event]]
name = "visit"
example = [{{ text = "Chad attacked Niger. Peru attacked Chile.", expect = {expect} }}]
[[event.frame]]
verbs = ["attack"]
"""


@pytest.mark.parametrize(
    ("expect", "told"),
    [
        ('[{}, { actors = ["Chad"] }]', []),
        ('[{ actors = ["Chad"] }, {}], only = true', []),
        ("[{}, {}, {}]", ["must give action = 'visit'; gave visit by Chad (occurred); visit by Peru (occurred)"]),
        ('[{ actors = ["Chad"] }]', []),
        ('[{ actors = ["Chad"] }], only = true', ["must give nothing else, gave visit by Peru (occurred)"]),
    ],
)
def test_expected_events_are_found_in_any_order(expect, told):
    """A vague one takes what a precise one leaves; ``only`` admits no others."""
    frameset = parse_frames(TWO.format(expect=expect), "two.toml")
    (result,) = run_examples(frameset, eventx.Engine([FramePlugin("two", [frameset])], strict=True))
    assert list(result.faults) == told


def test_a_required_place_is_required():
    """Without it there is no event, and the reason is told."""
    text = (
        '[[event]]\nname = "a"\nlocation = { from = "prep:in", required = true }\n[[event.frame]]\nverbs = ["strike"]\n'
    )
    engine = eventx.Engine([FramePlugin("one", [parse_frames(text)])], strict=True)
    assert [e.location.country for e in engine.process(eventx.Document(text="Chad struck rebels in Mali.")).events] == [
        "MLI"
    ]
    report = engine.process(eventx.Document(text="Chad struck rebels."))
    assert not report.events
    assert [d.reason for d in report.dropped] == ["no place fills location"]


def test_a_threat_of_another_plugin_is_an_event_of_its_type():
    """The file need not declare it; whether anybody does is told by ``eventx check``."""
    frame = '[[event.frame]]\nverbs = ["abduct"]\nrecipients = ["object"]\n'
    one = parse_frames('[[event]]\nname = "abduct"\nthreat = "menace"\n' + frame, "one.toml")
    two = parse_frames('[[event]]\nname = "menace"\n[[event.frame]]\nverbs = ["menace"]\n', "two.toml")
    engine = eventx.Engine([FramePlugin("one", [one]), FramePlugin("two", [two])], strict=True)
    text = "The rebels will abduct soldiers unless the army leaves. The rebels will abduct clerks unless France leaves."
    assert {e.action for e in engine.process(eventx.Document(text=text)).events} == {"menace"}


def test_two_extractors_of_frames_do_not_share_words():
    """Each plugin's trigger words are its own."""
    one = parse_frames(
        '[[event]]\nname = "a"\n[[event.frame]]\nverbs = ["attack"]\nrecipients = ["object"]\n', "a.toml"
    )
    two = parse_frames(
        '[[event]]\nname = "b"\n[[event.frame]]\nverbs = ["invade"]\nrecipients = ["object"]\n', "b.toml"
    )
    engine = eventx.Engine([FramePlugin("one", [one]), FramePlugin("two", [two])], strict=True)
    report = engine.process(eventx.Document(text="Chad attacked Niger. Chad invaded Niger."))
    assert [e.action for e in report.events] == ["a", "b"]
