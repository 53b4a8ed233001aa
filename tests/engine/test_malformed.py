"""Malformed plugins, parts, candidates and errors: each is told of whom it is, where, and what to write."""

import re
import sys
import types

import pytest

from eventx import (
    Actor,
    ActorTable,
    Candidate,
    ConfigError,
    DateRange,
    Document,
    Dropped,
    Engine,
    Event,
    EventType,
    Evidence,
    Lexicon,
    PartError,
    RecordError,
    Span,
    hookimpl,
)
from eventx.errors import describe, raised_at

TEXT = "Japan visited China. It rained."
DOCUMENT = Document(text=TEXT, id="d", published="2024-06-17")


class Part:
    """A part with the attributes that it is given."""

    def __init__(self, **fields):
        vars(self).update({"name": "part", "requires": (), **fields})


class Plugin:
    """A plugin whose hooks return what they are given, or what a function gives."""

    def __init__(self, name="bad", **hooks):
        self.name = name
        for hook, parts in hooks.items():
            give = parts if callable(parts) else (lambda parts=parts: parts)
            setattr(self, f"eventx_{hook}", hookimpl(give))


def extractor(extract, name="part", requires=()):
    return Part(name=name, requires=requires, extract=extract)


GOOD = Plugin(
    "good",
    event_types=[EventType(name="act")],
    extractors=[extractor(lambda a: [Candidate(event_type="act", sentence=0, trigger=Span(6, 13))])],
)


def faults_with(bad):
    """The faults of an engine with a bad plugin beside a good one, whose event is there all the same."""
    engine = Engine([bad, GOOD])
    report = engine.process(DOCUMENT)
    assert [e.quotes("trigger") for e in report.events if e.extractor == "good"] == [["visited"]]
    assert all(f.plugin == "bad" for f in report.failures)
    return [str(f) for f in report.failures]


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


def test_a_broader_type_may_be_that_of_a_plugin_which_is_not_there():
    """Only what looks like a slip of the pen is told."""
    assert Engine([Plugin(event_types=[EventType(name="visit", general="encounter")])]).failures == []


class MuteError(Exception):
    """An error that cannot say what it is."""

    def __str__(self):
        raise RuntimeError("no text")


class Wild(BaseException):
    """An error that no one expects."""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MuteError(), "MuteError: (what it says cannot be told: its text raised RuntimeError)"),
        (Wild("x"), "Wild: x"),
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
    assert re.fullmatch(r"tests/engine/test_malformed\.py:\d+", raised_at(caught.value, here))
    assert raised_at(caught.value, "nobody") == ""


MENTION = Engine([GOOD]).analyze(DOCUMENT).mentions(0)[0]
CLAIM = {"event_type": "act", "sentence": 0, "trigger": Span(6, 13)}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"actors": ("Japan",)}, "expected Mention, not str @ $.actors[0]"),
        ({"actors": (Actor(name="Japan"),)}, "expected Mention, not Actor @ $.actors[0]"),
        ({"actors": [MENTION]}, "expected a tuple of Mention, not list @ $.actors"),
        ({"recipients": MENTION}, "expected a tuple of Mention, not Mention @ $.recipients"),
        ({"places": ("Japan",)}, "$.places[0]"),
        ({"times": ("Monday",)}, "expected TimeExpression, not str @ $.times[0]"),
        ({"dates": "2024-06-17"}, "expected DateRange, not str @ $.dates"),
        ({"status": "planned"}, "expected Status, not str @ $.status"),
        ({"status_cue": (0, 5)}, "expected Span, not tuple @ $.status_cue"),
        ({"attribution": "Japan"}, "expected Mention, not str @ $.attribution"),
        ({"attributes": ["x"]}, "expected a mapping, not list @ $.attributes"),
        ({"attributes": {"x": {1}}}, "set is no type that JSON can hold"),
        ({"evidence": (Span(0, 5),)}, "expected (role, Span), not Span @ $.evidence[0]"),
        ({"evidence": ((3, Span(0, 5)),)}, "expected a string, not int @ $.evidence"),
        ({"evidence": (("actor", (0, 5)),)}, "expected Span, not tuple @ $.evidence"),
        ({"trigger": (0, 5)}, "expected Span, not tuple @ $.trigger"),
        ({"trigger": Span(5, 5)}, "expected a span of some characters; 5..5 holds none @ $.trigger"),
        ({"trigger": Span(0.0, 5.0)}, "a span runs from a whole number to another, not 0.0..5.0 @ $.trigger"),
        ({"sentence": -1}, "expected 0 or more, not -1 @ $.sentence"),
        ({"sentence": "0"}, "expected a whole number, not str @ $.sentence"),
        ({"event_type": None}, "expected a string, not NoneType @ $.event_type"),
        ({"event_type": ""}, "expected a word, not an empty string @ $.event_type"),
        ({"frame": None}, "$.frame"),
        ({"sentence": 1}, "its trigger 'visited' begins in sentence 0, not in 1; write sentence=analysis.sentence_at"),
        ({"sentence": 99}, "begins in sentence 0, not in 99"),
        ({"trigger": Span(900, 950)}, "its trigger does not stand at 900..950: the text has 31 characters"),
        ({"event_type": "atc"}, "the event type 'atc' was not declared by any plugin; did you mean 'act'?"),
        ({"event_type": "nil"}, "was not declared by any plugin: give it in the hook eventx_event_types"),
        ({"evidence": (("actor", Span(0, 99)),)}, "what says the actor does not stand at 0..99"),
    ],
)
def test_an_impossible_candidate_is_a_fault_of_its_extractor(fields, told):
    """With plugin, part and document, at whatever step it is found; strict raises PartError."""
    bad = Plugin(extractors=[extractor(lambda a: [Candidate(**{**CLAIM, **fields})])])
    bad.__version__ = "9"
    (fault,) = faults_with(bad)
    assert told in fault
    assert "(plugin bad, part part, " in fault
    assert fault.endswith("document d)")
    with pytest.raises(PartError, match="plugin bad: part on document d"):
        Engine([bad, GOOD], strict=True).process(DOCUMENT)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"sentence": 77, "trigger": Span(900, 950)}, "its trigger does not stand at 900..950"),
        ({"sentence": 1}, "begins in sentence 0, not in 1"),
        ({"trigger": (0, 5)}, "expected Span, not tuple @ $.trigger"),
        ({"reason": None}, "expected a string, not NoneType @ $.reason"),
    ],
)
def test_an_impossible_dropped_trigger_is_one_too(fields, told):
    """And is not in the report, where it would mislead."""
    bad = Plugin(extractors=[extractor(lambda a: [Dropped(**{**CLAIM, "reason": "none", **fields})])])
    (fault,) = faults_with(bad)
    assert told in fault
    assert Engine([bad]).process(DOCUMENT).dropped == ()


def test_one_impossible_candidate_costs_no_other_of_its_extractor():
    """What comes after it is taken."""
    claims = [Candidate(**{**CLAIM, "sentence": 1}), Candidate(**CLAIM)]
    report = Engine([GOOD, Plugin(extractors=[extractor(lambda a: claims)])]).process(DOCUMENT)
    assert [len(report.events), len(report.failures)] == [2, 1]


@pytest.mark.parametrize(
    ("kind", "fields", "path"),
    [
        (Evidence, {"role": 3, "start": 0, "end": 1, "quote": "J", "sentence": 0}, "$.evidence.role"),
        (Evidence, {"role": "x", "start": 0, "end": 1, "quote": None, "sentence": 0}, "$.evidence.quote"),
        (Evidence, {"role": "x", "start": 0, "end": 1, "quote": "J", "sentence": -1}, "$.evidence.sentence"),
        (Evidence, {"role": "x", "start": "0", "end": 1, "quote": "J", "sentence": 0}, "$.evidence.start"),
        (Actor, {"name": 3}, "$.actor.name"),
        (Actor, {"text": None}, "$.actor.text"),
        (Actor, {"role": "envoy"}, "$.actor.role"),
    ],
)
def test_a_record_holds_only_what_its_json_form_can_give_back(kind, fields, path):
    """An event made of it would be refused when it is read."""
    with pytest.raises(RecordError, match=re.escape(path)):
        kind(**fields)


def test_a_week_date_is_no_day():
    """The schema forbids it, so reading does too."""
    event = Event(action="x", dates=DateRange(start=DOCUMENT.published)).to_dict()
    event["dates"]["start"] = "2024-W25-1"
    with pytest.raises(RecordError, match=r"expected an ISO day like 2024-06-17, not '2024-W25-1' @ \$\.dates\.start"):
        Event.from_dict(event)


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
