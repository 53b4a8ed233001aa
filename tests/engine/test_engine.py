"""The engine: order, isolation, reports."""

import gc
import pickle

import pytest

from eventx import Candidate, ConfigError, Document, Dropped, Engine, EventType, Lexicon, PartError, Span, hookimpl


class Shout:
    """An extractor of the word "boom" for these tests."""

    name = "shout"
    requires = ("sentences", "terms")

    def extract(self, analysis):
        for term in analysis.terms("shouts"):
            if analysis.document.id == "bad":
                raise ValueError("cannot shout")
            yield Candidate(event_type="shout", sentence=term.sentence, trigger=term.span)
        if "hush" in analysis.text:
            yield Dropped(event_type="shout", sentence=0, trigger=Span(0, 4), reason="hushed")


class ShoutPlugin:
    """A whole small plugin."""

    name = "shout"

    @hookimpl
    def eventx_event_types(self):
        return [EventType(name="shout")]

    @hookimpl
    def eventx_lexicons(self):
        return [Lexicon(name="shouts", entries={"boom": "boom"})]

    @hookimpl
    def eventx_extractors(self):
        return [Shout()]


class Needy:
    name = "needy"
    requires = ("sentences", "dreams")

    def extract(self, analysis):
        return []


class NeedyPlugin:
    name = "needy"

    @hookimpl
    def eventx_extractors(self):
        return [Needy()]


def test_events_carry_extractor_document_and_evidence():
    """An event says who made it, of which document, and by which characters."""
    text = "A boom. Another boom, hush."
    report = Engine([ShoutPlugin()]).process(Document(text=text, id="d", published="2024-01-01"))
    assert report.ok
    assert [text[e.start : e.end] for event in report.events for e in event.evidence] == ["boom", "boom"]
    assert {e.extractor for e in report.events} == {"shout"}
    assert report.events[0].document["published"] == "2024-01-01"
    assert [d.reason for d in report.dropped] == ["hushed"]


def test_a_part_that_raises_costs_only_its_own_output_for_that_document():
    """The fault is in that document's report, with plugin, part and document named; the next one is whole."""
    engine = Engine([ShoutPlugin()])
    bad, good = engine.stream([Document(text="boom", id="bad"), Document(text="boom", id="good")])
    assert [f.stage for f in bad.failures] == ["extract"]
    assert "cannot shout" in str(bad.failures[0])
    assert "plugin shout" in str(bad.failures[0])
    assert "document bad" in str(bad.failures[0])
    assert good.ok
    assert len(good.events) == 1


def test_strict_raises_with_the_same_names():
    """strict=True turns the fault into an error."""
    with pytest.raises(PartError, match="shout on document bad: ValueError: cannot shout"):
        Engine([ShoutPlugin()], strict=True).process(Document(text="boom", id="bad"))


def test_an_unmet_need_is_reported_and_the_others_run():
    """A part that requires a layer nobody provides is left out, said once for every document."""
    engine = Engine([NeedyPlugin(), ShoutPlugin()])
    report = engine.process(Document(text="boom"))
    assert "dreams" in report.failures[0].reason
    assert len(report.events) == 1
    with pytest.raises(ConfigError, match="dreams"):
        Engine([NeedyPlugin()], strict=True)


def test_unknown_plugin_names_are_refused_with_the_known_ones():
    """A typo in a plugin's name is no silent no-op."""
    with pytest.raises(ConfigError, match="no plugin is called 'nope'"):
        Engine(disable=["nope"])


def test_empty_and_undated_documents_say_so():
    """An empty result comes with a reason."""
    engine = Engine([ShoutPlugin()])
    assert "empty" in engine.process(Document(text=" \n")).notes[0]
    assert "no publication date" in engine.process(Document(text="boom")).notes[0]


def test_the_order_of_registration_changes_nothing():
    """The same plugins in another order give the same events, byte for byte."""
    doc = Document(text="boom boom", id="d")
    one = Engine([ShoutPlugin(), NeedyPlugin()]).process(doc)
    other = Engine([NeedyPlugin(), ShoutPlugin()]).process(doc)
    assert [e.to_dict() for e in one.events] == [e.to_dict() for e in other.events]
    assert one.failures == other.failures


@pytest.mark.parametrize("running", [True, False])
def test_the_garbage_collector_is_left_as_it_was(running):
    """A document pauses the collector and leaves it on or off, as the caller has it, also where a part raises."""
    engine = Engine([ShoutPlugin()], strict=True)
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        engine.process(Document(text="boom"))
        with pytest.raises(PartError):
            engine.process(Document(text="boom", id="bad"))
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()


def test_one_report_a_document_in_order_from_worker_processes():
    """Two processes give the reports of one, in the documents' order."""
    docs = [Document(text=f"boom {n}", id=str(n), published="2024-01-01") for n in range(40)]
    engine = Engine(plugins=[])
    assert [r.document.id for r in engine.stream(iter(docs), workers=2)] == [d.id for d in docs]
    with pytest.raises(ConfigError, match="workers must be 1 or more"):
        engine.stream(docs, workers=0)


def test_reports_survive_pickling():
    """Reports travel between processes unchanged."""
    report = Engine([ShoutPlugin()]).process(Document(text="boom", id="d"))
    assert pickle.loads(pickle.dumps(report)) == report
