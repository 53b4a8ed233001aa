"""The contract of plugins: growth of work, layers, readers and exporters, and what would mislead."""

import time
import types

import pytest

import eventx
from eventx import Candidate, EventType, Lexicon, Span, hookimpl
from eventx.testing import check_extractor, growth, plugin_faults

TYPES = (EventType(name="visit"),)
WORDS = (Lexicon(name="visits", entries={"visited": "visit", "visit": "visit"}),)


class Visits:
    """Finds the word "visited"."""

    name = "visits"
    requires = ("terms", "sentences")

    def extract(self, analysis):
        for term in analysis.terms("visits"):
            yield Candidate(event_type="visit", sentence=term.sentence, trigger=term.span)


def faults_of(extractor):
    with pytest.raises(AssertionError) as caught:
        check_extractor(extractor, event_types=TYPES, lexicons=WORDS)
    return str(caught.value)


def test_one_whose_work_grows_with_the_square_of_the_text_is_told_soon():
    """Before it has taken minutes; the text and both times are named."""

    class Square(Visits):
        def extract(self, analysis):
            text = analysis.text
            for start in range(0, len(text), 20):
                text.count("zq", start)
            return super().extract(analysis)

    class Slow(Square):
        def extract(self, analysis):
            for _ in range(8):
                list(super().extract(analysis))
            return super().extract(analysis)

    started = time.process_time()
    told = faults_of(Slow())
    assert "some work grows faster than the text" in told
    assert "characters took" in told
    assert time.process_time() - started < 60


@pytest.mark.parametrize(
    ("spent", "told"),
    [([0.01, 0.04, 0.16, 0.64], 0), ([0.01, 0.16, 2.56, 41.0], 1), ([0.5, 2.0, 8.1, 33.0], 0), ([0.0, 0.2, 0.3], 0)],
)
def test_growth_is_told_by_the_ratio_of_times(monkeypatch, spent, told):
    """Linear work passes however slow it is; squared work does not, once it takes time to speak of."""
    lengths = [1000, 4000, 16000, 64000]
    times = dict(zip(lengths, spent, strict=False))
    monkeypatch.setattr(growth, "_spent", lambda engine, text: times.get(len(text), 0.0))
    assert len(list(growth.growth_faults({"a text": "x" * 64000}, None))) == told


def test_a_slow_moment_of_the_machine_is_no_growth(monkeypatch):
    """What looks odd is measured again, and the shortest run counts."""
    times = {1000: [0.1], 4000: [0.4], 16000: [4.0, 1.6, 1.7], 64000: [6.4]}

    def spent(engine, text):
        left = times[len(text)]
        return left.pop(0) if len(left) > 1 else left[0]

    monkeypatch.setattr(growth, "_spent", spent)
    assert list(growth.growth_faults({"a text": "x" * 64000}, None)) == []


def whole(**hooks):
    """A plugin of these parts."""
    made = {f"eventx_{name}": hookimpl(lambda parts=parts: parts) for name, parts in hooks.items()}
    return types.SimpleNamespace(name="whole", **made)


class Layer:
    name = "layer"
    requires = ("sentences",)

    def __init__(self, provides, gives):
        self.provides, self._gives = provides, gives

    def annotate(self, analysis, sentence):
        return self._gives(analysis, sentence)


@pytest.mark.parametrize(
    ("layer", "gives", "told"),
    [
        ("clauses", lambda a, n: ["x"], "the layer is list; it must be a tuple of Clause"),
        ("tokens", lambda a, n: 3, "it must be Tokens"),
        ("mine", lambda a, n: 1 / 0, "ZeroDivisionError"),
    ],
)
@pytest.mark.usefixtures("short_texts")
def test_layers_are_asked_for_though_no_extractor_reads_them(layer, gives, told):
    """A plugin may provide nothing else."""
    faults = plugin_faults(whole(annotators=[Layer(layer, gives)]))
    assert any(told in fault and "part layer" in fault for fault in faults), faults


@pytest.mark.usefixtures("short_texts")
def test_a_layer_that_keeps_its_promise_is_no_fault():
    """Though no extractor reads it."""
    assert plugin_faults(whole(annotators=[Layer("mine", lambda a, n: (n,))])) == []


class Lines:
    """A reader of one document a line."""

    name = "lines"
    suffixes = (".lines",)

    def read(self, data, source):
        for line in data.decode("utf-8", "replace").splitlines():
            yield eventx.Document(text=line)


class Strict(Lines):
    def read(self, data, source):
        yield eventx.Document(text=data.decode("utf-8"))


class Texts(Lines):
    def read(self, data, source):
        yield data.decode("utf-8", "replace")


class Refusing(Lines):
    def read(self, data, source):
        raise eventx.ReadError("not mine", source)
        yield


class Counts(Lines):
    calls = 0

    def read(self, data, source):
        self.calls += 1
        yield eventx.Document(text=str(self.calls))


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        (Lines(), None),
        (Refusing(), None),
        (Strict(), "it raised UnicodeDecodeError"),
        (Texts(), "it yielded str; a reader yields Document or ReadError"),
        (Counts(), "it reads the same bytes otherwise the second time"),
    ],
)
@pytest.mark.usefixtures("short_texts")
def test_readers_are_tried_on_damaged_sources(reader, told):
    """Bytes that are no UTF-8, halves of files, the hostile texts."""
    faults = plugin_faults(whole(readers=[reader]))
    assert [told in fault and "the reader 'lines' on" in fault for fault in faults] == [True] * bool(told), faults


class Actions:
    """An exporter of the actions alone."""

    name = "actions"
    suffix = ".actions"

    def export(self, events, stream):
        stream.writelines(event.action + "\n" for event in events)


class Located(Actions):
    def export(self, events, stream):
        stream.writelines(event.location.name for event in events)


class Greedy(Actions):
    def export(self, events, stream):
        stream.write(str(len(events)))


class Filed:
    """An exporter to files only."""

    name = "filed"
    suffix = ".filed"

    def __init__(self, write=True):
        self._write = write

    def export_file(self, events, path):
        if self._write:
            path.write_text("".join(event.action for event in events))


@pytest.mark.parametrize(
    ("exporter", "told"),
    [
        (Actions(), None),
        (Filed(), None),
        (Located(), "on odd events: it raised AttributeError"),
        (Greedy(), "on no events: it raised TypeError"),
        (Filed(write=False), "it wrote no file where it was told to"),
    ],
)
@pytest.mark.usefixtures("short_texts")
def test_exporters_are_tried_on_odd_events(exporter, told):
    """None, a full one, one without place and date, lone surrogates."""
    faults = plugin_faults(whole(exporters=[exporter]))
    assert bool(faults) == bool(told)
    assert not told or any(told in fault for fault in faults), faults


@pytest.mark.usefixtures("short_texts")
def test_what_misleads_is_told():
    """A dropped trigger that stands nowhere, a lexicon that is not there, a plugin without hooks."""

    class Nowhere(Visits):
        def extract(self, analysis):
            yield eventx.Dropped(event_type="visit", sentence=77, trigger=Span(900_000, 900_050), reason="no")

    assert "its trigger does not stand at 900000..900050" in faults_of(Nowhere())

    class Leaving(Visits):
        def extract(self, analysis):
            raise SystemExit(3)

    assert "SystemExit: 3" in faults_of(Leaving())

    class Misspelt(Visits):
        def extract(self, analysis):
            return analysis.terms("vists")

    assert "no lexicon is called 'vists'; did you mean 'visits'?" in faults_of(Misspelt())
    (fault,) = plugin_faults(types.SimpleNamespace(name="idle"))
    assert "it has no hook of eventx" in fault
