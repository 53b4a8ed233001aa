"""Malformed plugins, parts, candidates and errors: each is told of whom it is, where, and what to write."""

import re
import sys
import types

import pytest

from eventx import (
    ActorTable,
    Candidate,
    ConfigError,
    Engine,
    EventType,
    Lexicon,
    PluginError,
    Span,
)
from eventx.errors import describe, raised_at

from .parts import DOCUMENT, GOOD, Part, Plugin, extractor, faults_with


def annotator(**fields):
    return Part(**{"provides": "mine", "annotate": lambda a, n: (), **fields})


@pytest.mark.parametrize(
    ("hooks", "told"),
    [
        ({"extractors": [Part(requires=None, extract=list)]}, "its requires is None; write a tuple of texts"),
        ({"extractors": [Part(requires=(1, 2), extract=list)]}, "its requires is (1, 2); write a tuple of texts"),
        (
            {"extractors": [Part(requires="clauses", extract=list)]},
            "is the text 'clauses'; write a tuple, ('clauses',)",
        ),
        ({"extractors": [Part(requires=("clausse",), extract=list)]}, "(did you mean clauses?); it is left out"),
        ({"extractors": [Part(extract=3)]}, "'part' whose extract cannot be called"),
        ({"annotators": [annotator(provides=None)]}, "its provides is None; write the name of one layer"),
        ({"annotators": [annotator(provides=("tokens",))]}, "its provides is ('tokens',); write the name"),
        ({"annotators": [annotator(requires=None)]}, "its requires is None"),
        ({"lexicons": lambda: [Lexicon(name="x", entries={3: "4"})]}, "form of some characters, not 3 @ $.entries"),
        ({"lexicons": lambda: [Lexicon(name="x", entries=["a"])]}, "expected a mapping of form to payload, not list"),
        ({"lexicons": lambda: [Lexicon(name="x", entries={"japan": 4})]}, "not int 4 @ $.entries.japan"),
        ({"lexicons": lambda: [Lexicon(name="x", entries={}, nouns=None)]}, "a set of words, not NoneType @ $.nouns"),
        ({"lexicons": lambda: [Lexicon(name="x", entries={}, nouns="japan")]}, "a set of words, not str @ $.nouns"),
        ({"lexicons": lambda: [Lexicon(name="x", entries={}, nouns=[4])]}, "expected a word, not int 4 @ $.nouns"),
        ({"lexicons": [ActorTable(name="x", load=[])]}, "the table 'x' whose load cannot be called"),
        ({"readers": [Part(suffixes=".md", read=list)]}, "is the text '.md'; write a tuple, ('.md',)"),
        ({"exporters": [Part(suffix=None, export=list)]}, "its suffix is None; write the file ending"),
        ({"event_types": lambda: [EventType(name="x", identity=("actor",))]}, "did you mean 'actors'? @ $.identity"),
        ({"event_types": lambda: [EventType(name="x", identity="actors")]}, "not 'actors' @ $.identity"),
        ({"event_types": lambda: [EventType(name="x", identity=3)]}, "not '3' @ $.identity"),
        ({"event_types": lambda: [EventType(name="x", general=3)]}, "expected a string, not int @ $.general"),
        ({"event_types": [EventType(name="x", general="actt")]}, "'actt', which nobody declares; did you mean 'act'?"),
        ({"event_types": lambda: [EventType(name="x", status_codes={"planed": {}})]}, "did you mean planned?"),
        ({"event_types": lambda: [EventType(name="x", status_codes={"planned": 3})]}, "@ $.status_codes.planned"),
        ({"event_types": lambda: [EventType(name="x", codes={"plover": 3})]}, "not int 3 @ $.codes.plover"),
        ({"event_types": lambda: [EventType(name="x", codes="abc")]}, "expected a mapping, not str @ $.codes"),
        ({"event_types": lambda: None}, "eventx_event_types returned None; return a list of parts, [] for none"),
        ({"extractors": lambda wrong: []}, "the argument of eventx_extractors is config, which may be left out"),
        ({"document_done": lambda wrong: []}, "the argument of eventx_document_done is report"),
        ({}, "it has no hook of eventx: put @eventx.hookimpl above"),
    ],
)
def test_a_malformed_part_is_a_fault_of_its_plugin(hooks, told):
    """The engine stands; the other plugin's event is there."""
    (fault,) = faults_with(Plugin(**hooks))
    assert fault.startswith(("build:", "load:"))
    assert told in fault
    assert "\n" not in fault


def test_parts_and_plugins_that_cannot_be_asked():
    """A property may raise anything."""

    class Wilful:
        name = "wilful"
        requires = ()

        @property
        def extract(self):
            raise WildError("not now")

    class Unnamed(Wilful):
        @property
        def name(self):
            raise ValueError("no name")

    (fault,) = faults_with(Plugin(extractors=[Wilful()]))
    assert "returned Wilful, which cannot be inspected: WildError: not now" in fault
    with pytest.raises(PluginError, match="its name cannot be asked for: ValueError: no name"):
        Engine([Unnamed()])


@pytest.mark.parametrize(("given", "told"), [(None, "None"), (3, "int")])
def test_an_extractor_that_gives_no_list_is_told_what_to_give(given, told):
    """A forgotten return is a common slip."""
    (fault,) = faults_with(Plugin(extractors=[extractor(lambda a: given)]))
    assert f"extract: extract gave {told}; yield candidates, or return []" in fault


def test_a_broader_type_may_be_that_of_a_plugin_which_is_not_there():
    """Only what looks like a slip of the pen is told."""
    assert Engine([Plugin(event_types=[EventType(name="visit", general="encounter")])]).failures == []


class MuteError(Exception):
    """An error that cannot say what it is."""

    def __str__(self):
        raise RuntimeError("no text")


class WildError(BaseException):
    """An error that no one expects."""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MuteError(), "MuteError: (what it says cannot be told: its text raised RuntimeError)"),
        (WildError("x"), "WildError: x"),
        (GeneratorExit(), "GeneratorExit"),
        (SystemExit(2), "SystemExit: 2"),
    ],
)
def test_whatever_a_plugin_raises_costs_only_its_own(error, told):
    """In an extractor, a provider, a hook, a table, a watcher: one report, with the fault and its line."""

    def raising(*_, **__):
        raise error

    line = raising.__code__.co_firstlineno + 1
    for hooks in (
        {"extractors": [extractor(raising)]},
        {"annotators": [annotator(provides="clauses", annotate=raising)], "extractors": [extractor(asking)]},
        {"extractors": raising},
        {"document_done": lambda report: raising()},
    ):
        (fault,) = faults_with(Plugin(**hooks))
        assert told in fault
        assert f"test_malformed.py:{line}" in fault
    (fault,) = faults_with(Plugin(lexicons=[ActorTable(name="mine", load=raising)]))
    assert told in fault
    assert describe(error) == told


def asking(analysis):
    """An extractor that looks at the clauses and finds nothing."""
    assert analysis.clauses(0)
    return []


def test_ctrl_c_ends_the_run():
    """The user's wish is no fault of a plugin."""

    def stopped(analysis):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Engine([Plugin(extractors=[extractor(stopped)])]).process(DOCUMENT)


def test_the_line_of_an_error_is_the_last_one_in_the_plugin():
    """What the plugin called in other packages is not its code."""
    with pytest.raises(re.error) as caught:
        re.compile("(")
    here = __name__.partition(".")[0]
    assert re.fullmatch(r"engine/test_malformed\.py:\d+", raised_at(caught.value, here))
    assert raised_at(caught.value, "nobody") == ""


CLAIM = {"event_type": "act", "sentence": 0, "trigger": Span(6, 13)}
MODULE = types.ModuleType("holder")
MODULE.PLUGIN = GOOD


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"plugins": [None]}, "None is no plugin; a plugin is a module or an object with functions marked"),
        ({"plugins": [3]}, "3 is no plugin"),
        ({"plugins": ["state-visit"]}, "'state-visit' is a text and no plugin; an installed one is chosen by its name"),
        ({"plugins": [Plugin]}, "the class Plugin is no plugin; hand over an instance of it, Plugin()"),
        ({"plugins": GOOD}, "plugins is a list of plugins, not Plugin; write plugins=[...]"),
        ({"plugins": "state-visit"}, "installed ones are chosen by names=['state-visit']"),
        ({"also": [None]}, "None is no plugin"),
        ({"names": "state-visit"}, "names is a list of names; write names=['state-visit']"),
        ({"disable": "state-visit"}, "disable is a list of names; write disable=['state-visit']"),
        ({"names": [3]}, "names is a list of names of plugins, not [3]"),
        ({"plugins": [GOOD], "names": ["good"]}, "where plugins are handed over, leave it out"),
        ({"plugins": [GOOD], "disable": ["godo"]}, "no plugin is called 'godo'; there are: eventx, good"),
    ],
)
def test_an_engine_of_what_is_no_plugin_is_refused(arguments, told):
    """With what to write in its place."""
    with pytest.raises(ConfigError, match=re.escape(told)):
        Engine(**arguments)


def test_a_module_that_holds_a_plugin_will_do():
    """As it does for the contract check; a module of hooks stays one."""
    assert len(Engine([MODULE]).process(DOCUMENT).events) == 1
    assert Engine([GOOD], disable=["good"]).event_types == {}
    (fault,) = Engine([object()]).failures
    assert "it has no hook of eventx" in fault.reason
    (fault,) = Engine([sys]).failures
    assert "it has no hook of eventx" in fault.reason


def owner(name, payload, requires=("lexicon:words",)):
    """A plugin with a lexicon, an event type and an extractor that reads the one and claims the other."""

    def extract(analysis):
        for term in analysis.terms("words"):
            yield Candidate(event_type="deed", sentence=term.sentence, trigger=term.span)

    return Plugin(
        name,
        lexicons=[Lexicon(name="words", entries={payload: "x"})],
        event_types=[EventType(name="deed", description=name)],
        extractors=[extractor(extract, name, requires)],
    )


@pytest.mark.parametrize("requires", [("lexicon:words",), ()])
def test_one_whose_lexicon_is_taken_does_not_read_the_other_ones(requires):
    """Both sides are named, whatever the order; the extractor without its lexicon is left out."""
    pair = [owner("alpha", "rained", requires), owner("beta", "visited", requires)]
    for plugins in (pair, pair[::-1]):
        engine = Engine(plugins)
        told = [str(f) for f in engine.failures]
        assert any("taken by a part of plugin alpha" in t and "rename either lexicon" in t for t in told)
        assert any("taken by a part of plugin alpha" in t and "rename either event type" in t for t in told)
        assert any("it reads the lexicon 'words' of its plugin, which was refused; it is left out" in t for t in told)
        assert all("plugin beta" in t for t in told)
        assert [e.extractor for e in engine.process(DOCUMENT).events] == ["alpha"]


def test_one_whose_event_type_is_taken_does_not_claim_the_other_ones():
    """Its candidates would get codes and identity that are not theirs."""
    beta = Plugin(
        "beta",
        event_types=[EventType(name="deed")],
        extractors=[extractor(lambda a: [Candidate(**{**CLAIM, "event_type": "deed"})])],
    )
    report = Engine([owner("alpha", "rained"), beta]).process(DOCUMENT)
    assert [e.extractor for e in report.events] == ["alpha"]
    assert "the event type 'deed' of this plugin was refused" in report.failures[-1].reason


def test_a_plugin_may_emit_the_event_type_of_another():
    """Another way to find an event is not another event; the event says who found it."""
    more = Plugin("more", extractors=[extractor(lambda a: [Candidate(**{**CLAIM, "trigger": Span(0, 5)})])])
    report = Engine([more, GOOD]).process(DOCUMENT)
    assert report.ok
    assert sorted(e.extractor for e in report.events) == ["good", "more"]


def test_settings_for_a_plugin_that_takes_none_are_told():
    """They would change nothing, without a word."""
    (fault,) = Engine([GOOD], config={"good": {"limit": 3}}).failures
    assert str(fault) == "build: settings are given for it, but none of its hooks takes config (plugin good)"
    assert Engine([GOOD], config={"good": {}}).failures == []


def test_watchers_see_a_document_that_is_too_long(monkeypatch):
    """They are called after each document."""
    seen = []
    monkeypatch.setattr("eventx.engine._MAX_TEXT", 10)

    def watch(report):
        seen.append(report)

    Engine([Plugin(document_done=watch)]).process(DOCUMENT)
    assert ["more than 10 are not read" in f.reason for r in seen for f in r.failures] == [True]
