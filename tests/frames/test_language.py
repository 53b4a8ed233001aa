"""The declarative language: each feature in a frame file of its own, whose examples are the tests."""

from pathlib import Path

import pytest

import eventx
from eventx.frames import FramePlugin, load_frames, run_examples

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
    frameset = load_frames(text, "wrong.toml")
    (result,) = run_examples(frameset, eventx.Engine([FramePlugin("wrong", [frameset])]))
    assert not result.passed
    assert "gave visit by Chad" in result.faults[0]


def test_two_extractors_of_frames_do_not_share_words():
    """Each plugin's trigger words are its own."""
    one = load_frames('[[event]]\nname = "a"\n[[event.frame]]\nverbs = ["attack"]\nrecipients = ["object"]\n', "a.toml")
    two = load_frames('[[event]]\nname = "b"\n[[event.frame]]\nverbs = ["invade"]\nrecipients = ["object"]\n', "b.toml")
    engine = eventx.Engine([FramePlugin("one", [one]), FramePlugin("two", [two])], strict=True)
    report = engine.process(eventx.Document(text="Chad attacked Niger. Chad invaded Niger."))
    assert [e.action for e in report.events] == ["a", "b"]
