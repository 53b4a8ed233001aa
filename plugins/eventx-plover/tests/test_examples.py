"""The example sentences of every category: what they must give, and what must give nothing."""

from collections import Counter

import pytest

import eventx
from eventx.frames import run_examples
from eventx_plover import PLUGIN

FRAMESETS = [s for s in PLUGIN.framesets if s.event_types]


@pytest.fixture(scope="module")
def engine():
    """An engine with nothing but this plugin."""
    return eventx.Engine([PLUGIN], strict=True)


@pytest.mark.parametrize("frameset", FRAMESETS, ids=lambda s: s.source)
def test_examples_hold(frameset, engine):
    """Every example of the file gives what it says."""
    faults = [f"{r.source}:{r.example.line}: {f}" for r in run_examples(frameset, engine) for f in r.faults]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("frameset", FRAMESETS, ids=lambda s: s.source)
def test_there_are_enough_examples(frameset):
    """Fifteen a category at least, and enough of them that must not fire."""
    quiet = sum(e.none for e in frameset.examples)
    assert len(frameset.examples) >= 15
    assert quiet * 3 >= len(frameset.examples) - 2


def test_categories_are_whole():
    """One file a category of the ontology, and every event type says its codes in it."""
    files = {s.source.removesuffix(".toml").upper() for s in FRAMESETS}
    coded = Counter(kind.codes["plover"].partition(":")[0] for s in FRAMESETS for kind in s.event_types)
    assert files == set(coded)
    assert len(files) == 17
    assert all(kind.codes.get("cameo", "").isdigit() for s in FRAMESETS for kind in s.event_types)
