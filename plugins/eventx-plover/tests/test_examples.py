"""The example sentences of every category: what they must give, and what must give nothing."""

import pytest

import eventx
from eventx.frames import run_examples
from eventx_plover import PLUGIN
from eventx_plover.crosswalk import plover_categories

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


def test_there_are_enough_examples():
    """Fifteen a category at least, and enough of them that must not fire; a category may have two files."""
    examples = {name: [] for name in plover_categories()}
    for frameset in FRAMESETS:
        examples[category(frameset)] += frameset.examples
    for name, found in examples.items():
        assert len(found) >= 15, name
        assert sum(e.none for e in found) * 3 >= len(found) - 2, name


def test_categories_are_whole():
    """Every category of the ontology is there; a file belongs to one, and all its event types have their codes."""
    assert {category(s) for s in FRAMESETS} == set(plover_categories())
    assert all(kind.codes.get("cameo", "").isdigit() for s in FRAMESETS for kind in s.event_types)


def category(frameset):
    """The category that all event types of a file are in."""
    (found,) = {kind.codes["plover"].partition(":")[0] for kind in frameset.event_types}
    return found


# The modes of PLOVER (its manual and the crosswalk of 2021) that the event types of a category can have.
MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone", "host"},
    "RETREAT": {"withdraw", "release", "return", "disarm", "ceasefire", "access", "ease"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "allege", "investigate"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence", "political"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct"},
    "SANCTION": {"expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives",
        "suicide-attack", "heavy-weapons", "crowd-control", "aerial", "drone", "destroy", "unconventional", "cleansing",
    },
}  # fmt: skip


def test_modes_are_those_of_plover():
    """A mode of one's own would be read by nobody."""
    for frameset in FRAMESETS:
        known = MODES.get(category(frameset), set())
        found = {frame.attributes["mode"] for frame in frameset.frames if "mode" in frame.attributes}
        assert found <= known, frameset.source
