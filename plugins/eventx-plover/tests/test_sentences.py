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
BLOCK = 50  # sentences of a test: thousands of tests would cost more than what they test
BLOCKS = [
    pytest.param(group["cases"][start : start + BLOCK], id=f"{file.stem.removeprefix('sentences_')}-{name}-{start}")
    for file in FILES
    for name, group in tomllib.loads(file.read_text(encoding="utf-8")).items()
    for start in range(0, len(group["cases"]), BLOCK)
]
PUBLISHED = date(2024, 6, 17)
DATA = Path(eventx_plover.__file__).parent / "data"
KINDS = tuple(kind for frameset in PLUGIN.framesets for kind in frameset.event_types)


class Remembering:
    """An engine that processes a text once in all tests."""

    def __init__(self, engine):
        self.engine, self.reports = engine, {}

    def process(self, document):
        key = document.text, document.published
        if key not in self.reports:
            self.reports[key] = self.engine.process(document)
        return self.reports[key]


@pytest.fixture(scope="module")
def engine():
    """An engine with nothing but this plugin."""
    return Remembering(eventx.Engine([PLUGIN], strict=True))


@pytest.mark.parametrize("cases", BLOCKS)
def test_sentences_give_what_they_must(cases, engine):
    """Events of all categories count: what must give nothing gives none of another file either."""
    examples = tuple(
        Example(
            event_type="",
            line=number,
            text=case["text"],
            published=PUBLISHED,
            expect=tuple(case.get("expect", ())),
            none=case.get("none", False),
        )
        for number, case in enumerate(cases)
    )
    results = run_examples(FrameSet(source="sentences", event_types=KINDS, examples=examples), engine)
    wrong = [f"{result.example.text}: {'; '.join(result.faults)}" for result in results if not result.passed]
    assert not wrong, "\n".join(wrong)


def test_every_frame_fires_in_a_sentence(engine):
    """A frame that no sentence proves may be one that can never fire."""
    texts = [(e.text, e.published) for s in PLUGIN.framesets for e in s.examples]
    texts += [(case["text"], PUBLISHED) for _, group in GROUPS for case in group["cases"]]
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
