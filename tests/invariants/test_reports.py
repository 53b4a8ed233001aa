"""Invariant 3: one report per document, always; a fault is a value in it."""

import sys
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eventx

SOURCE = """
    import os
    import eventx

    class Moody:
        name = "moody"
        requires = ("sentences",)

        def extract(self, analysis):
            text = analysis.text
            if "raise" in text:
                raise ValueError("as asked")
            if "die" in text:
                os._exit(7)
            yield eventx.Candidate(event_type="mood", sentence=0, trigger=eventx.Span(0, len(text)))

    class Plugin:
        name = "moody"

        @eventx.hookimpl
        def eventx_event_types(self):
            return [eventx.EventType(name="mood")]

        @eventx.hookimpl
        def eventx_extractors(self):
            return [Moody()]

    PLUGIN = Plugin()
"""


@pytest.fixture
def moody(tmp_path, monkeypatch):
    """A plugin, importable in worker processes, that does what the text says."""
    (tmp_path / "moody_plugin.py").write_text(textwrap.dedent(SOURCE))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    import moody_plugin

    yield moody_plugin.PLUGIN
    sys.modules.pop("moody_plugin", None)


def documents(texts):
    return [eventx.Document(id=str(n), text=text, published="2024-06-17") for n, text in enumerate(texts)]


@pytest.mark.parametrize("workers", [1, 2])
def test_one_report_a_document_in_order(moody, workers):
    """Those that fail have their failure, the others their event."""
    texts = [("raise " if n % 3 == 0 else "calm ") * (1 + n % 5) for n in range(50)]
    reports = list(eventx.Engine([moody]).stream(iter(documents(texts)), workers=workers))
    assert [r.document.id for r in reports] == [str(n) for n in range(50)]
    for report in reports:
        fails = "raise" in report.document.text
        assert [f.reason for f in report.failures] == ["ValueError: as asked"] * fails
        assert len(report.events) == (not fails)
        assert all((f.plugin, f.part, f.document) == ("moody", "moody", report.document.id) for f in report.failures)


def test_a_worker_that_dies_gives_failed_reports(moody):
    """Still one a document, in order."""
    texts = ["calm"] * 20 + ["die"] + ["calm"] * 20
    reports = list(eventx.Engine([moody]).stream(documents(texts), workers=2))
    assert [r.document.id for r in reports] == [str(n) for n in range(41)]
    assert "the worker process died" in reports[20].failures[0].reason


def test_documents_are_drawn_as_they_are_needed(moody):
    """A stream of any length: nothing is read far ahead."""
    drawn = []

    def endless():
        for number in range(10**9):
            drawn.append(number)
            yield eventx.Document(id=str(number), text="calm")

    stream = eventx.Engine([moody]).stream(endless())
    assert [next(stream).document.id for _ in range(3)] == ["0", "1", "2"]
    assert len(drawn) == 3


@given(texts=st.lists(st.sampled_from(["", " ", "raise", "calm", "\ud800", "x" * 5_000_001]), max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_documents_give_as_many_reports(moody, texts):
    """Empty, blank, failing, far too long."""
    reports = list(eventx.Engine([moody]).stream(documents(texts)))
    assert [r.document.text for r in reports] == texts
    for report in reports:
        assert report.ok or report.failures[0].reason
        assert report.document.text.strip() or report.notes


def test_a_failing_source_of_documents_is_not_hidden(moody):
    """What the caller's own generator raises is the caller's."""

    def broken():
        yield eventx.Document(text="calm")
        raise OSError("disk")

    stream = eventx.Engine([moody]).stream(broken())
    assert next(stream).ok
    with pytest.raises(OSError, match="disk"):
        next(stream)
