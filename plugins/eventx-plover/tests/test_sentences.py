"""The sentences of the files beside: what they must give, and that no frame of the plugin is left without one."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import eventx
import eventx_plover
from eventx.frames import Example, FrameSet, run_examples
from eventx_plover import PLUGIN

FILES = sorted(Path(__file__).parent.glob("sentences_*.toml"))
GROUPS = [pair for file in FILES for pair in tomllib.loads(file.read_text(encoding="utf-8")).items()]
CASES = [pytest.param(case, id=f"{name}: {case['text']}") for name, group in GROUPS for case in group["cases"]]
DATA = Path(eventx_plover.__file__).parent / "data"
KINDS = tuple(kind for frameset in PLUGIN.framesets for kind in frameset.event_types)


@pytest.fixture(scope="module")
def engine():
    """An engine with nothing but this plugin."""
    return eventx.Engine([PLUGIN], strict=True)


@pytest.mark.parametrize("case", CASES)
def test_sentence_gives_what_it_must(case, engine):
    """Events of all categories count: what must give nothing gives none of another file either."""
    example = Example(
        event_type="",
        line=0,
        text=case["text"],
        published=date(2024, 6, 17),
        expect=tuple(case.get("expect", ())),
        none=case.get("none", False),
    )
    (result,) = run_examples(FrameSet(source="sentences", event_types=KINDS, examples=(example,)), engine)
    assert result.passed, result.faults


def test_every_frame_fires_in_a_sentence(engine):
    """A frame that no sentence proves may be one that can never fire."""
    texts = [(e.text, e.published) for s in PLUGIN.framesets for e in s.examples]
    texts += [(case["text"], None) for _, group in GROUPS for case in group["cases"]]
    reports = [engine.process(eventx.Document(text=text, published=day)) for text, day in texts]
    fired = {candidate.frame for report in reports for candidate in report.candidates}
    assert {frame.name for s in PLUGIN.framesets for frame in s.frames} - fired == set()


def test_every_event_type_has_a_sentence_that_must_not_fire():
    """Its own, in its file: one of another type of the category proves nothing of its frames."""
    quiet = {e.event_type for s in PLUGIN.framesets for e in s.examples if e.none}
    assert {kind.name for kind in KINDS} - quiet == set()


@pytest.mark.parametrize("frameset", PLUGIN.framesets, ids=lambda s: s.source)
def test_word_lists_are_used(frameset):
    """What nobody asks for is a slip."""
    text = (DATA / frameset.source).read_text(encoding="utf-8")
    for name in tomllib.loads(text).get("words", {}):
        assert f'"@{name}"' in text, name
