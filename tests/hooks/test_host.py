"""The plugin host: everything that a plugin can get wrong is a fault that names it, and the others go on."""

import re
import types

import pytest

import eventx
import eventx.readers
from eventx import Document, Engine, EventType, Lexicon, hookimpl
from eventx.hooks import host as host_module
from eventx.hooks.host import PluginHost, PluginInfo


class Distribution:
    def __init__(self, name, version="1.0"):
        self.name, self.version = name, version


class Point:
    """An entry point as importlib.metadata gives it."""

    def __init__(self, name, load, dist="dist-one"):
        self.name, self._load, self.value = name, load, f"{name}:PLUGIN"
        self.dist = Distribution(dist) if dist else None

    def load(self):
        return self._load()


def raising(error):
    def load():
        raise error

    return load


class Word:
    """An extractor of one word."""

    name = "word"
    requires = ("terms", "sentences")

    def extract(self, analysis):
        for term in analysis.terms("words"):
            yield eventx.Candidate(event_type="word", sentence=term.sentence, trigger=term.span)


class Good:
    name = "good"

    @hookimpl
    def eventx_event_types(self):
        return [EventType(name="word")]

    @hookimpl
    def eventx_lexicons(self):
        return [Lexicon(name="words", entries={"word": "word"})]

    @hookimpl
    def eventx_extractors(self):
        return [Word()]


@pytest.fixture
def installed(monkeypatch):
    """Make these the installed plugins."""

    def install(*points):
        monkeypatch.setattr(host_module, "entry_points", lambda group: list(points))

    return install


def told(engine):
    return [str(f) for f in engine.failures]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ImportError("no module named nothing"), "ImportError: no module named nothing"),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError"),
        (SystemExit(3), "SystemExit: 3"),
        (AttributeError("module has no attribute PLUGIN"), "no attribute PLUGIN"),
        (eventx.FrameError(("a.toml:3: wrong", "a.toml:5: wrong too")), "a.toml:5: wrong too"),
    ],
)
def test_a_plugin_that_cannot_be_imported_is_a_fault(installed, error, text):
    """The others give their events all the same; the list of plugins shows it as inactive, with the reason."""
    installed(Point("bad", raising(error)), Point("good", Good))
    engine = Engine()
    (fault,) = told(engine)
    assert text in fault
    assert "plugin bad" in fault
    report = engine.process(Document(text="A word.", published="2024-06-17"))
    assert len(report.events) == 1
    assert [str(f) for f in report.failures] == [fault]
    assert {p.name: p.active for p in engine.contributions.plugins} == {"bad": False, "eventx": True, "good": True}


def test_a_stop_by_the_user_is_no_fault(installed):
    """Ctrl-C during an import ends the run."""
    installed(Point("bad", raising(KeyboardInterrupt())))
    with pytest.raises(KeyboardInterrupt):
        Engine()


def test_two_plugins_of_one_name_are_a_fault_that_names_both(installed):
    """Which one wins does not depend on the order of installation."""
    first, second = Point("good", Good, "alpha"), Point("good", Good, "beta")
    for points in ((first, second), (second, first)):
        installed(*points)
        engine = Engine()
        (fault,) = told(engine)
        assert "'good' is taken by alpha 1.0; beta is not loaded" in fault
        assert len(engine.process(Document(text="A word.")).events) == 1


class Raises(Good):
    name = "raises"

    @hookimpl
    def eventx_extractors(self):
        raise RuntimeError("not today")


class Exits(Good):
    name = "leaves"

    @hookimpl
    def eventx_extractors(self):
        raise SystemExit(1)


@pytest.mark.parametrize(("plugin", "text"), [(Raises, "RuntimeError: not today"), (Exits, "SystemExit: 1")])
def test_a_hook_that_raises_costs_that_hook_only(plugin, text):
    """Its other hooks count, and other plugins too."""
    engine = Engine([plugin(), Good()])
    assert any(f"eventx_extractors raised {text}" in fault for fault in told(engine))
    assert len(engine.process(Document(text="A word.")).events) == 1


def no_parts():
    """What an idle hook returns."""
    return []


def idle():
    """What is never marked: hookimpl marks the function itself."""
    return []


def plugin_of(**hooks):
    """A plugin with these functions, marked as hooks."""
    made = types.SimpleNamespace(name="odd")
    for name, function in hooks.items():
        setattr(made, name, function)
    return made


@pytest.mark.parametrize(
    ("hooks", "text"),
    [
        ({"eventx_extractor": hookimpl(no_parts)}, "eventx_extractor is no hook of eventx; did you mean eventx_ext"),
        ({"something_else": hookimpl(no_parts)}, "something_else is no hook of eventx; the hooks are eventx_event"),
        ({"eventx_extractors": idle}, "eventx_extractors is not marked: put @eventx.hookimpl above it"),
        ({"eventx_extracters": idle}, "not marked; did you mean eventx_extractors?"),
        (
            {"eventx_extractors": hookimpl(lambda wrong: [])},
            "eventx_extractors takes wrong; the argument of eventx_extractors is config",
        ),
        (
            {"eventx_extractors": hookimpl(lambda: None)},
            "eventx_extractors returned None; return a list of parts, [] for none",
        ),
        ({"eventx_extractors": hookimpl(lambda: "abc")}, "eventx_extractors returned str; return a list"),
        ({"eventx_extractors": hookimpl(lambda: 5)}, "eventx_extractors returned int; return a list"),
        ({"eventx_extractors": hookimpl(lambda: [5])}, "returned int, which is not an extractor: name, requires"),
        ({"eventx_extractors": hookimpl(lambda: [Word])}, "returned the class Word; return an instance of it, Word()"),
        ({"eventx_readers": hookimpl(lambda: [Word()])}, "returned Word, which is not a reader"),
        ({"eventx_exporters": hookimpl(lambda: [Word()])}, "returned Word, which is not an exporter"),
        ({"eventx_annotators": hookimpl(lambda: [Word()])}, "returned Word, which is not an annotator"),
        ({"eventx_lexicons": hookimpl(lambda: [{"a": "b"}])}, "returned dict, which is not an eventx.Lexicon"),
        ({"eventx_event_types": hookimpl(lambda: ["visit"])}, "returned str, which is not an eventx.EventType"),
        ({"eventx_event_types": hookimpl(lambda: [EventType(name="")])}, "whose name is ''; give it a name"),
    ],
)
def test_what_a_plugin_gets_wrong_is_told_when_it_is_loaded(hooks, text):
    """With what to do; the other plugin gives its events."""
    engine = Engine([plugin_of(**hooks), Good()])
    assert any(text in fault and "plugin odd" in fault for fault in told(engine)), told(engine)
    assert len(engine.process(Document(text="A word.")).events) == 1


class Awkward:
    requires = ()

    @property
    def name(self):
        raise ValueError("no name today")

    def extract(self, analysis):
        return []


def test_a_part_that_cannot_even_be_asked_its_name():
    """Its fault is told, nothing raised."""
    engine = Engine([plugin_of(eventx_extractors=hookimpl(lambda: [Awkward()])), Good()])
    assert len(told(engine)) == 1
    assert len(engine.process(Document(text="A word.")).events) == 1


class Csv:
    name = "csv"
    suffix = ".csv"

    def export(self, events, stream):
        stream.write("mine")


def test_a_part_that_is_asked_for_by_name_cannot_hide_another():
    """The built-in csv stays; the fault says whose name is taken."""
    engine = Engine([plugin_of(eventx_exporters=hookimpl(lambda: [Csv()]))])
    assert "the name is taken by a part of plugin eventx" in told(engine)[0]
    assert type(engine.exporters["csv"]).__module__ == "eventx.exporters.csv"


class Late:
    name = "zz late"
    suffixes = (".md",)

    def read(self, data, source):
        yield Document(text="mine")


def test_a_plugins_reader_wins_its_ending_over_the_built_in_one():
    """Built-in parts come first, so the last that claims an ending is a plugin's, whatever its name."""
    plugin = plugin_of(eventx_readers=hookimpl(lambda: [Late()]))
    plugin.name = "aaa"
    engine = Engine([plugin])
    assert engine.readers[-1].name == "zz late"
    (doc,) = eventx.readers.read_bytes(b"# x", "a.md", engine.readers)
    assert doc.text == "mine"


def test_disabled_and_unwanted_plugins_are_listed_but_not_loaded(installed):
    """Their code does not run."""
    installed(Point("bad", raising(RuntimeError())), Point("good", Good))
    engine = Engine(disable=["bad"])
    assert engine.failures == []
    assert [(p.name, p.active) for p in engine.contributions.plugins if p.name != "eventx"] == [
        ("bad", False),
        ("good", True),
    ]
    assert Engine(names=["good"]).failures == []


def test_a_plugin_may_be_a_module():
    """Functions of a module are hooks like methods of an object."""
    module = types.ModuleType("my_plugin")
    module.eventx_event_types = hookimpl(lambda: [EventType(name="x")])
    assert set(Engine([module]).event_types) == {"x"}


def test_two_hosts_share_nothing():
    """There is no plugin manager for the whole process."""
    one, other = PluginHost(), PluginHost()
    one.add(Good(), PluginInfo(name="good"))
    assert other.contributions().plugins == ()


def test_an_extractor_that_raises_on_one_document_costs_that_document_only():
    """Stage, plugin, part and document are in the failure."""

    class Touchy(Word):
        def extract(self, analysis):
            if "bad" in analysis.text:
                raise ValueError("touchy")
            yield from super().extract(analysis)

    class Plugin(Good):
        @hookimpl
        def eventx_extractors(self):
            return [Touchy()]

    engine = Engine([Plugin()])
    bad, good = engine.stream([Document(text="A bad word.", id="1"), Document(text="A word.", id="2")])
    told = str(bad.failures[0])
    assert re.sub(r"\d+, doc", "N, doc", told) == (
        "extract: ValueError: touchy (plugin good, part word, at tests/hooks/test_host.py:N, document 1)"
    )
    assert len(good.events) == 1
