"""Invariant 3: one report per document, always; a fault is a value in it."""

import sys
import textwrap
import time
from pathlib import Path

import attrs
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
            if "leave" in text:
                raise SystemExit(3)
            if "odd" in text:
                local = type("Local", (str,), {})  # a text that only this process knows
                yield eventx.Candidate(event_type="mood", sentence=0, trigger=eventx.Span(0, 3), frame=local())
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


def test_a_document_on_which_a_worker_dies_costs_only_itself(moody):
    """Before, beside and long after it, every other document is read; the source may be slower than the death."""
    texts = ["calm"] * 200
    for at in (3, 40, 41, 190):
        texts[at] = "die"

    def slow():
        for number, document in enumerate(documents(texts)):
            if number == 60:
                time.sleep(1)
            yield document

    reports = list(eventx.Engine([moody]).stream(slow(), workers=2))
    assert [r.document.id for r in reports] == [str(n) for n in range(200)]
    for report in reports:
        died = report.document.text == "die"
        assert ["the worker process died" in f.reason for f in report.failures] == [True] * died
        assert len(report.events) == (not died)


def test_what_cannot_travel_between_processes_is_a_failure_of_its_document(moody):
    """A report with a value of a local class in it, a document with a function."""
    sent = documents(["calm", "odd", "calm"])
    sent[2] = attrs.evolve(sent[2], metadata={"f": lambda: 0})
    reports = list(eventx.Engine([moody]).stream(sent, workers=2))
    assert [len(r.events) for r in reports] == [1, 0, 0]
    assert "its report cannot leave the worker process" in reports[1].failures[0].reason
    assert "it cannot be sent to a worker process" in reports[2].failures[0].reason


def test_an_engine_that_workers_cannot_build_is_told_at_once(moody, monkeypatch):
    """No run over thousands of documents that all fail for one reason."""
    monkeypatch.delenv("PYTHONPATH")
    monkeypatch.setattr(sys, "path", [p for p in sys.path if not (Path(p) / "moody_plugin.py").exists()])
    with pytest.raises(eventx.ConfigError, match="cannot be built in a worker process"):
        next(eventx.Engine([moody]).stream(documents(["calm"]), workers=2))


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


@given(
    texts=st.lists(st.sampled_from(["", " ", "raise", "leave", "odd", "calm", "\ud800", "x" * 5_000_001]), max_size=6)
)
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
