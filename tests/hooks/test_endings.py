"""Readers and exporters are picked by the longest ending, in any letter case; a wrong ending is a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx import Engine, hookimpl
from eventx.hooks.endings import ending_of
from eventx.readers import pick_reader

WORDS = st.text("abcXYZ", min_size=1, max_size=4)
ENDINGS = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: "." + ".".join(words))


class Lines:
    """A reader of nothing."""

    name = "lines"

    def __init__(self, suffixes):
        self.suffixes = suffixes

    def read(self, data, source):
        yield from ()


class Bullets:
    """An exporter of nothing."""

    name = "bullets"

    def __init__(self, suffix):
        self.suffix = suffix

    def export(self, events, stream):
        return


def plugin(readers=(), exporters=(), name="own"):
    class Own:
        @hookimpl
        def eventx_readers(self):
            return readers

        @hookimpl
        def eventx_exporters(self):
            return exporters

    made = Own()
    made.name = name
    return made


@given(WORDS, ENDINGS, st.lists(ENDINGS, max_size=4))
def test_the_longest_known_ending_counts(stem, ending, others):
    """Whatever the letter case of the file or of the ending."""
    found = ending_of((stem + ending).swapcase(), [ending, *others])
    assert len(found) >= len(ending)
    assert (stem + ending).casefold().endswith(found)
    assert found in {e.casefold() for e in (ending, *others)}


def test_a_name_without_a_stem_has_no_ending():
    """A hidden file is no file of that format."""
    assert ending_of("a/.json", [".json"]) == ""
    assert ending_of("a/b.JSON", [".json"]) == ".json"


@pytest.mark.parametrize("suffixes", [".str", None, (1,), ("wire",), ("",), (".",), (". x",)])
def test_wrong_endings_of_a_reader_are_a_fault(suffixes):
    """None of them is accepted, or ignored, in silence."""
    engine = Engine([plugin(readers=[Lines(suffixes)])])
    (fault,) = engine.failures
    assert fault.plugin == "own"
    assert "lines" in fault.reason
    assert "'.wire'" in fault.reason or "write a tuple" in fault.reason


@pytest.mark.parametrize("suffix", [None, 1, "md", "", (".md",)])
def test_wrong_endings_of_an_exporter_are_a_fault(suffix):
    """As for readers."""
    (fault,) = Engine([plugin(exporters=[Bullets(suffix)])]).failures
    assert "bullets" in fault.reason


def test_a_longer_or_upper_case_ending_of_a_plugin_wins():
    """A built-in reader has ".json"; the plugin ".wire.json" and, from the built-in one, ".TXT"."""
    own = Lines((".wire.json", ".TXT"))
    engine = Engine([plugin(readers=[own])])
    assert engine.failures == []
    assert pick_reader(b"{}", "a.Wire.JSON", engine.readers) is own
    assert pick_reader(b"{}", "a.txt", engine.readers) is own
    assert pick_reader(b"{}", "a.json", engine.readers).name == "json"


def test_two_plugins_that_claim_one_ending_are_a_fault():
    """Both are named; the last by name has it."""
    first, second = Lines((".wire",)), Lines((".WIRE",))
    second.name = "other-lines"
    engine = Engine([plugin([second], name="b"), plugin([first], name="a")])
    (fault,) = engine.failures
    assert fault.plugin == "b"
    assert "the ending '.wire' is claimed by 'lines' of plugin a too" in fault.reason
    assert pick_reader(b"", "x.wire", engine.readers) is second
