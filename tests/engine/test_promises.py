"""What a plugin provides in the place of a layer of ours is checked, and its fault is its own."""

import re
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings

from eventx import (
    Candidate,
    Clause,
    ConfigError,
    Discourse,
    Document,
    Engine,
    EventType,
    Lexicon,
    PartError,
    Sentence,
    Span,
    Term,
    Tokens,
)
from eventx.language.promises import OF_SENTENCES, REPLACEABLE, breach
from eventx.testing import documents, hostile_texts

from .parts import giving

TEXT = "French President Emmanuel Macron visited Rabat on Monday. He said that talks went well."
DOCUMENT = Document(text=TEXT, published="2024-10-30")
HERE, THERE, BEYOND = Span(33, 40), Span(60, 64), Span(900, 950)


class Layer:
    """A provider of a layer that gives what ``make`` makes of the analysis and the sentence."""

    name = "layer"

    def __init__(self, provides, make, requires=()):
        self.provides, self._make, self.requires = provides, make, requires

    def annotate(self, analysis, sentence):
        return self._make(analysis, sentence)


class Reading:
    """An extractor that reads every layer."""

    name = "reading"
    requires = ("clauses",)

    def extract(self, analysis):
        assert analysis.discourse is not None
        for sentence in analysis.sentences:
            number = sentence.index
            rows = (analysis.tokens(number), analysis.times(number), analysis.mentions(number))
            assert all(len(row) >= 0 for row in rows)
            for clause in analysis.clauses(number):
                yield Candidate(event_type="act", sentence=number, trigger=clause.head)
        for term in analysis.terms("words"):
            yield Candidate(event_type="act", sentence=term.sentence, trigger=term.span)


GOOD = giving(
    "good", (), [Reading()], [EventType(name="act", identity=())], [Lexicon(name="words", entries={"talks": "t"})]
)
ALONE = Engine([GOOD]).process(DOCUMENT)


def clause(**fields):
    return Clause(**{"sentence": 0, "predicate": HERE, "head": HERE, "lemma": "visit", **fields})


def tokens(**fields):
    one = ("visited",)
    full = {"words": one, "lowers": one, "starts": (33,), "ends": (40,), "tags": ("VERB",), "lemmas": one}
    return Tokens(**{**full, "features": ("VBD",), **fields})


def first(layer, **fields):
    """Our own layer, its first item changed."""

    def make(analysis, sentence):
        item, *rest = analysis.layer(layer, sentence)
        return (evolve(item, **fields), *rest)

    return make


WRONG = [
    *[(layer, lambda *_: ["x"]) for layer in sorted(REPLACEABLE - {"vocabulary"})],
    *[(layer, lambda *_: 3) for layer in sorted(REPLACEABLE)],
    *[(layer, lambda *_: ("x",)) for layer in sorted(REPLACEABLE - {"vocabulary"})],
    *[(layer, lambda *_: (x for x in ())) for layer in sorted(REPLACEABLE)],
    ("vocabulary", lambda *_: [3]),
    ("vocabulary", lambda *_: "words"),
    ("sentences", lambda *_: ()),
    ("sentences", lambda *_: (Sentence(index=4, span=Span(0, 57)),)),
    ("sentences", lambda *_: (Sentence(index=0, span=BEYOND),)),
    ("sentences", lambda *_: (Sentence(index=0, span=Span(0, 0)),)),
    ("sentences", lambda *_: (Sentence(index=0, span=Span(0, 57)), Sentence(index=1, span=Span(50, 80)))),
    ("sentences", first("sentences", section="lead")),
    ("discourse", lambda *_: Discourse(quotes=(BEYOND,))),
    ("discourse", lambda *_: Discourse(dateline=BEYOND)),
    ("terms", lambda *_: {"words": [Term(span=THERE, lexicon="words", payload="t", sentence=1)]}),
    ("terms", lambda *_: {"words": (Term(span=BEYOND, lexicon="words", payload="t", sentence=1),)}),
    ("terms", lambda *_: {"words": (Term(span=THERE, lexicon="words", payload="t", sentence=0),)}),
    ("terms", lambda *_: {"words": (Term(span=THERE, lexicon="words", payload="t", sentence=9),)}),
    ("tokens", lambda *_: tokens(lemmas=())),
    ("tokens", lambda *_: tokens(starts=(33.0,))),
    ("tokens", lambda *_: tokens(starts=(900,), ends=(950,))),
    ("times", first("times", span=BEYOND)),
    ("times", first("times", sentence=1)),
    ("times", first("times", span=THERE)),
    ("times", first("times", start="2024-10-28")),
    ("mentions", first("mentions", span=BEYOND)),
    ("mentions", first("mentions", kind="person")),
    ("mentions", first("mentions", actor="France")),
    ("mentions", first("mentions", members=("France",))),
    ("clauses", lambda *_: (clause(governor=99),)),
    ("clauses", lambda *_: (clause(governor=0),)),
    ("clauses", lambda *_: (clause(governor="0"),)),
    ("clauses", lambda *_: (clause(predicate=BEYOND),)),
    ("clauses", lambda *_: (clause(extent=BEYOND),)),
    ("clauses", lambda *_: (clause(predicate=THERE),)),
    ("clauses", lambda *_: (clause(sentence=1),)),
    ("clauses", lambda *_: (clause(lemma=None),)),
    ("clauses", lambda *_: (clause(subject=Span(0, 5)),)),
    ("clauses", lambda *_: (clause(modality="asserted"),)),
]


@pytest.mark.parametrize(("layer", "make"), WRONG)
def test_a_layer_that_breaks_its_promise_is_the_fault_of_its_provider(layer, make):
    """Ours takes over: the other plugin's events are what they are without the bad one, in either order."""
    bad = giving("bad", [Layer(layer, make)])
    for plugins in ([bad, GOOD], [GOOD, bad]):
        report = Engine(plugins).process(DOCUMENT)
        assert report.events == ALONE.events
        assert {(f.stage, f.plugin, f.part) for f in report.failures} == {("annotate", "bad", "layer")}
    assert layer in report.failures[0].reason
    with pytest.raises(PartError, match="plugin bad: layer on document"):
        Engine([bad, GOOD], strict=True).process(DOCUMENT)


@pytest.mark.parametrize("layer", sorted(REPLACEABLE))
def test_what_we_provide_keeps_the_promise_on_hostile_texts(layer):
    """A plugin that hands our layer on, with corrections, is not blamed for what was ours."""
    for text in hostile_texts().values():
        assert_kept(Document(text=text[:4000], published="2024-06-17"), layer)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_what_we_provide_keeps_the_promise_on_any_text(document):
    """Whatever the text."""
    for layer in REPLACEABLE:
        assert_kept(document, layer)


ENGINE = Engine([GOOD])


def assert_kept(document, layer):
    analysis = ENGINE.analyze(document)
    for number in range(len(analysis.sentences)) if layer in OF_SENTENCES else (-1,):
        assert breach(layer, analysis.layer(layer, number), analysis, number) == ""


@pytest.mark.parametrize("layer", sorted(REPLACEABLE))
def test_a_provider_that_asks_for_its_own_layer_gets_ours(layer):
    """So it can correct a little of it: no recursion, and the same events where it corrects nothing."""
    for requires in ((), (layer,)):
        same = giving("same", [Layer(layer, lambda a, n: a.layer(layer, n), requires)])
        report = Engine([same, GOOD], strict=True).process(DOCUMENT)
        assert report.events == ALONE.events


def test_a_provider_can_correct_a_few_clauses():
    """What it gives is what all others see; what it sees under that name stays ours, whoever asked before."""
    seen = []

    def corrected(analysis, sentence):
        seen.append([c.lemma for c in analysis.clauses(0)])
        return tuple(evolve(c, lemma="tour") if c.lemma == "visit" else c for c in analysis.clauses(sentence))

    engine = Engine([giving("mine", [Layer("clauses", corrected, ("clauses",))]), GOOD])
    analysis = engine.analyze(DOCUMENT)
    assert [c.lemma for c in analysis.clauses(0)] == ["tour"]
    assert analysis.clauses(1)
    assert seen == [["visit"], ["visit"]]


def test_tokens_may_be_cut_otherwise_than_ours():
    """Ours go on with them: no layer of ours fails, and places are found."""

    def by_space(analysis, sentence):
        span = analysis.sentences[sentence].span
        found = [(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\S+", span.of(analysis.text))]
        words = tuple(analysis.text[start:end] for start, end in found)
        starts, ends = zip(*found, strict=True)
        nouns, single = ("NOUN",) * len(words), ("S",) * len(words)
        lowers = tuple(word.lower() for word in words)
        return Tokens(words=words, lowers=lowers, starts=starts, ends=ends, tags=nouns, lemmas=lowers, features=single)

    engine = Engine([giving("mine", [Layer("tokens", by_space)]), GOOD], strict=True)
    text = 'In Rabat, on Monday (early), Mr. Smith\'s "team" met: Paris, Rome, Cairo. He left for Nairobi.'
    analysis = engine.analyze(Document(text=text, published="2024-10-30"))
    assert [w for n in (0, 1) for w in analysis.tokens(n).words] == text.split()
    assert "Nairobi" not in [m.text for m in analysis.mentions(0)]
    assert "Rabat," in analysis.tokens(0).words
    assert engine.process(DOCUMENT).ok


def test_a_correction_that_fails_leaves_ours():
    """Even where it had asked for it."""

    def broken(analysis, sentence):
        raise ValueError(str(len(analysis.mentions(sentence))))

    report = Engine([giving("bad", [Layer("mentions", broken, ("mentions",))]), GOOD]).process(DOCUMENT)
    assert report.events == ALONE.events
    assert {f.plugin for f in report.failures} == {"bad"}


def test_a_circle_that_nobody_declared_is_the_fault_of_the_plugin_in_it():
    """Our clauses need tokens: a provider of tokens that asks for clauses cannot have them."""
    bad = giving("bad", [Layer("tokens", lambda a, n: a.clauses(n) and a.tokens(n))])
    report = Engine([bad, GOOD]).process(DOCUMENT)
    assert report.events == ALONE.events
    assert {f.plugin for f in report.failures} == {"bad"}
    assert "in turn needs the layer 'tokens'" in report.failures[0].reason


def test_a_layer_of_ones_own_may_keep_what_it_knows_of_the_document():
    """Asked for under -1; one that needs itself for the same sentence is a fault."""
    own = Layer("mine", lambda a, n: (len(a.text),) if n < 0 else a.layer("mine", -1))
    assert Engine([giving("p", [own])], strict=True).analyze(DOCUMENT).layer("mine", 1) == (len(TEXT),)
    round_ = giving("p", [Layer("mine", lambda a, n: a.layer("mine", n))], [Asks(lambda a: a.layer("mine", 0))])
    (fault,) = Engine([round_]).process(DOCUMENT).failures
    assert (fault.stage, fault.part) == ("annotate", "layer")
    (fault,) = Engine([giving("p", [Layer("mine", lambda a, n: (), ("mine",))])]).failures
    assert "requires the layer 'mine', which it provides" in fault.reason


def test_a_layer_that_is_ours_alone_cannot_be_replaced():
    """It may change at any time; the fault says which can."""
    (fault,) = Engine([giving("bad", [Layer("place_context", lambda a, n: ())])]).failures
    assert "is eventx's own" in fault.reason
    assert "clauses" in fault.reason


class Asks:
    """An extractor that asks a question."""

    name = "asks"
    requires = ()

    def __init__(self, question):
        self._question = question

    def extract(self, analysis):
        self._question(analysis)
        return []


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (lambda a: a.terms("wrods"), "no lexicon is called 'wrods'; did you mean 'words'?"),
        (lambda a: a.layer("my-lyaer", 0), "no layer is called 'my-lyaer'; did you mean 'my-layer'?"),
        (lambda a: a.layer("zzz", 0), "no layer is called 'zzz'; there are: clauses"),
        (lambda a: a.mentions(99), "there is no sentence 99: the document's sentences are 0 to 1"),
        (lambda a: a.mentions(-1), "there is no sentence -1"),
        (lambda a: a.clauses(-1), "there is no sentence -1"),
        (lambda a: a.tokens(a.sentences[0]), "a sentence is asked for by its number (sentence.index), not by Sentence"),
        (lambda a: a.layer("my-layer", 99), "there is no sentence 99"),
    ],
)
def test_who_asks_for_what_is_not_there_is_told(question, told):
    """The fault is the extractor's, never that of the layer; strict raises PartError."""
    plugin = giving("curious", [Layer("my-layer", lambda a, n: ())], [Asks(question)])
    (fault,) = Engine([plugin, GOOD]).process(DOCUMENT).failures
    assert (fault.stage, fault.plugin, fault.part) == ("extract", "curious", "asks")
    assert told in fault.reason
    with pytest.raises(PartError, match="plugin curious: asks on document"):
        Engine([plugin, GOOD], strict=True).process(DOCUMENT)


def test_a_reader_of_an_analysis_is_told_too():
    """Without any plugin at work."""
    with pytest.raises(ConfigError, match="did you mean 'words'"):
        Engine([GOOD]).analyze(DOCUMENT).terms("word")


def test_an_extractor_that_swallows_the_fault_of_a_layer_does_not_hide_it():
    """strict raises it all the same."""

    def swallow(analysis):
        try:
            analysis.clauses(0)
        except Exception:
            return

    bad = giving("bad", [Layer("clauses", lambda *_: 3)], [Asks(swallow)])
    with pytest.raises(PartError, match="plugin bad: layer on document"):
        Engine([bad], strict=True).process(DOCUMENT)


def test_dates_of_ours_are_days():
    """What the checks ask of times holds for a real expression."""
    (time,) = ENGINE.analyze(DOCUMENT).times(0)
    assert time.start == date(2024, 10, 28)
