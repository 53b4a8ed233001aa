"""What a plugin's parts get wrong costs their own output, and nothing of anybody else's."""

import pytest

from eventx import (
    ActorTable,
    Candidate,
    ConfigError,
    Document,
    Engine,
    EventType,
    Officeholder,
    PartError,
    Role,
    Span,
    engine,
    hookimpl,
)

from .parts import giving

TEXT = "French President Emmanuel Macron visited Rabat on Monday."
DOCUMENT = Document(text=TEXT, published="2024-10-30")


class Layer:
    """A provider of a layer that does as it is told."""

    name = "layer"

    def __init__(self, provides="clauses", requires=(), gives=None):
        self.provides, self.requires, self._gives = provides, requires, gives

    def annotate(self, analysis, sentence):
        if isinstance(self._gives, BaseException):
            raise self._gives
        return self._gives


class Reading:
    """An extractor that claims each predicate."""

    name = "reading"
    requires = ("clauses",)

    def extract(self, analysis):
        for sentence in analysis.sentences:
            for clause in analysis.clauses(sentence.index):
                yield Candidate(event_type="act", sentence=sentence.index, trigger=clause.head)


READER = giving("reader", extractors=[Reading()], types=[EventType(name="act")])


def triggers(report):
    return [e.quotes("trigger") for e in report.events]


@pytest.mark.parametrize("gives", [ValueError("no model"), SystemExit(3), None])
def test_where_a_layer_fails_the_one_that_it_replaced_takes_over(gives):
    """Its fault is told; extractors of other plugins find what they would find without it."""
    made = Engine([READER, giving(annotators=[Layer(gives=gives)])])
    report = made.process(DOCUMENT)
    assert triggers(report) == triggers(Engine([READER]).process(DOCUMENT)) == [["visited"]]
    (fault,) = report.failures
    assert (fault.stage, fault.plugin, fault.part) == ("annotate", "mine", "layer")
    assert str(gives or "annotate returned None") in fault.reason
    assert made.analyze(DOCUMENT).clauses(0)
    with pytest.raises(PartError, match="layer on document"):
        Engine([READER, giving(annotators=[Layer(gives=gives)])], strict=True).process(DOCUMENT)


def test_an_empty_layer_is_no_fault():
    """A provider may find nothing."""
    report = Engine([READER, giving(annotators=[Layer(gives=())])]).process(DOCUMENT)
    assert (report.events, report.failures) == ((), ())


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ([Layer(requires=("dreams",))], ["requires dreams, which nothing provides; it is left out"]),
        (
            [Layer("clauses", ("signs",)), Layer("signs", ("clauses",))],
            ["requires signs, which in turn need it", "requires clauses, which in turn need it"],
        ),
        (
            [Layer("clauses", ("signs",)), Layer("signs", ("dreams",))],
            ["requires dreams, which nothing provides", "requires signs, which nothing provides"],
        ),
    ],
)
def test_a_layer_with_unmet_needs_leaves_ours_in_its_place(layers, told):
    """And so the extractors that read it."""
    made = Engine([READER, giving(annotators=layers)])
    assert len(made.failures) == len(told)
    assert all(any(part in f.reason for f in made.failures) for part in told)
    assert triggers(made.process(DOCUMENT)) == [["visited"]]


def test_an_extractor_that_ends_the_process_does_not():
    """sys.exit() in a plugin is a fault like any other."""

    class Leaving:
        name = "leaving"
        requires = ()

        def extract(self, analysis):
            raise SystemExit(2)

    report = Engine([READER, giving(extractors=[Leaving()])]).process(DOCUMENT)
    assert triggers(report) == [["visited"]]
    assert [f.reason for f in report.failures] == ["SystemExit: 2"]


def test_what_merging_cannot_take_stays_unmerged(monkeypatch):
    """One report a document, whatever happens."""

    def broken(*_):
        raise ZeroDivisionError("one by none")

    monkeypatch.setattr(engine, "merge_candidates", broken)
    report = Engine([READER]).process(DOCUMENT)
    assert triggers(report) == [["visited"]]
    assert report.failures[0].stage == "merge"
    assert "ZeroDivisionError: one by none" in report.failures[0].reason
    with pytest.raises(ZeroDivisionError):
        Engine([READER], strict=True).process(DOCUMENT)


@pytest.mark.parametrize("back", [{"general": "a"}, {"replaces": ("a",)}])
def test_a_kind_of_itself_is_a_fault(back):
    """Else each of two types would give way to the other, and both events be lost."""
    types = [EventType(name="a", general="b"), EventType(name="b", **back)]

    class Both:
        name = "both"
        requires = ()

        def extract(self, analysis):
            for name in "ab":
                yield Candidate(event_type=name, sentence=0, trigger=Span(0, 6))

    made = Engine([giving(extractors=[Both()], types=types)])
    assert ["a kind of itself" in f.reason for f in made.failures] == [True]
    assert len(made.process(DOCUMENT).events) == 1


@pytest.mark.parametrize(
    ("load", "told"),
    [
        (lambda: ["Ada"], "holds Officeholder values, not str"),
        (lambda: None, "'NoneType' object is not iterable"),
        (lambda: [Officeholder(name="Ada", country="Kenya", role=Role.MINISTER)], "did you mean KEN?"),
    ],
)
def test_a_table_that_is_none_is_a_fault_of_its_plugin(load, told):
    """Countries in it are checked; the engine stands."""
    made = Engine([READER, giving(lexicons=[ActorTable(name="mine", load=load)])])
    (fault,) = made.failures
    assert "the table 'mine' cannot be loaded" in fault.reason
    assert told in fault.reason
    assert triggers(made.process(DOCUMENT)) == [["visited"]]


def test_a_country_that_is_none_is_a_fault_of_the_extractor():
    """With the code that was probably meant."""

    class Lost:
        name = "lost"
        requires = ()

        def extract(self, analysis):
            yield Candidate(event_type="act", sentence=0, trigger=Span(0, 6), attributes={"country": "MARR"})

    report = Engine([READER, giving("lost", extractors=[Lost()])]).process(DOCUMENT)
    assert triggers(report) == [["visited"]]
    assert "'MARR' is no country code; did you mean MAR? @ $.location.country" in report.failures[0].reason
    assert report.failures[0].plugin == "lost"


class Tuned:
    """A plugin with settings."""

    name = "tuned"

    @hookimpl
    def eventx_event_types(self, config):
        return [EventType(name=config.get("action", "act"))]


def test_settings_reach_the_hooks_of_their_plugin():
    """Each plugin sees its own; without any they are empty; what is for nobody is refused."""
    assert set(Engine([Tuned()]).event_types) == {"act"}
    assert set(Engine([Tuned()], config={"tuned": {"action": "deed"}}).event_types) == {"deed"}
    with pytest.raises(ConfigError, match="no plugin is called 'tunde'; there are: eventx, tuned"):
        Engine([Tuned()], config={"tunde": {}})
    with pytest.raises(ConfigError, match="the settings of tuned are no mapping"):
        Engine([Tuned()], config={"tuned": 3})


def test_a_second_plugin_object_of_one_name_is_left_out():
    """The first one works; what to do is said."""
    made = Engine([Tuned(), Tuned()])
    assert set(made.event_types) == {"act"}
    (fault,) = made.failures
    assert fault.reason == ("the name 'tuned' is taken by another plugin; this one is not loaded: give it another name")
