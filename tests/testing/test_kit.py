"""The kit for plugin authors: good plugins pass, each breach of the contract is told."""

import subprocess
import sys
import types

import pytest

import eventx
from eventx import Candidate, Engine, EventType, Evidence, Lexicon, Span, hookimpl
from eventx.testing import (
    assert_extracts,
    assert_nothing,
    check_extractor,
    check_plugin,
    hostile_texts,
    plugin_faults,
)

TYPES = (EventType(name="visit"),)
WORDS = (Lexicon(name="visits", entries={"visited": "visit", "visit": "visit"}),)


class Visits:
    """Finds the word "visited"."""

    name = "visits"
    requires = ("terms", "sentences")

    def extract(self, analysis):
        for term in analysis.terms("visits"):
            yield Candidate(event_type="visit", sentence=term.sentence, trigger=term.span)


def faults_of(extractor, **more):
    with pytest.raises(AssertionError) as caught:
        check_extractor(extractor, event_types=TYPES, lexicons=WORDS, **more)
    return str(caught.value)


def test_a_good_extractor_passes():
    """And is really run: on an example of its own too."""
    seen = []

    class Watched(Visits):
        def extract(self, analysis):
            seen.append(analysis.text)
            return super().extract(analysis)

    check_extractor(Watched(), event_types=TYPES, lexicons=WORDS, examples=["My own text."])
    assert set(hostile_texts().values()) <= set(seen)
    assert "My own text." in seen


@pytest.mark.usefixtures("short_texts")
def test_one_that_raises_on_odd_text_is_told_with_the_text():
    """One line a fault, however many texts show it."""

    class Ascii(Visits):
        def extract(self, analysis):
            analysis.text.encode("cp1252")
            return super().extract(analysis)

    told = faults_of(Ascii())
    assert "Chinese" in told
    assert "UnicodeEncodeError" in told

    class Head(Visits):
        def extract(self, analysis):
            analysis.sentences[0]
            return super().extract(analysis)

    told = faults_of(Head())
    assert "1 breach" in told
    assert "texts ('empty', 'only space'" in told


@pytest.mark.usefixtures("short_texts")
def test_one_that_keeps_state_is_told():
    """An engine is shared: what it gives depends on the document alone."""

    class Counting(Visits):
        calls = 0

        def extract(self, analysis):
            type(self).calls += 1
            for found in super().extract(analysis):
                yield eventx.Candidate(
                    event_type="visit",
                    sentence=found.sentence,
                    trigger=found.trigger,
                    attributes={"number": self.calls},
                )

    assert "a second engine gives other events" in faults_of(Counting())


@pytest.mark.usefixtures("short_texts")
def test_one_that_points_outside_the_text_is_told():
    """A span beyond the end quotes nothing."""

    class Beyond(Visits):
        def extract(self, analysis):
            for found in super().extract(analysis):
                end = len(analysis.text) + 5
                yield eventx.Candidate(
                    event_type="visit",
                    sentence=found.sentence,
                    trigger=found.trigger,
                    evidence=(("actor", Span(0, end)),),
                )

    assert "does not stand at" in faults_of(Beyond())


@pytest.mark.usefixtures("short_texts")
def test_what_cannot_be_loaded_is_told():
    """Undeclared types, unmet needs, parts that are none."""

    class Needy(Visits):
        requires = ("dreams",)

    assert "requires dreams" in faults_of(Needy())
    with pytest.raises(AssertionError, match="declares no event type"):
        check_extractor(Visits(), lexicons=WORDS)
    assert "which is not an extractor" in faults_of(object())


def test_plugins_by_name(monkeypatch):
    """An installed one, a module, a module's PLUGIN, none."""

    class Plugin:
        name = "mine"

        @hookimpl
        def eventx_event_types(self):
            return TYPES

    monkeypatch.setitem(sys.modules, "my_plugin", types.SimpleNamespace(PLUGIN=Plugin()))
    check_plugin("my-plugin")
    (fault,) = plugin_faults("no-such-plugin")
    assert "no such plugin or module" in fault


ENGINE = Engine(
    [
        types.SimpleNamespace(
            name="visits",
            eventx_event_types=hookimpl(lambda: TYPES),
            eventx_lexicons=hookimpl(lambda: WORDS),
            eventx_extractors=hookimpl(lambda: [Visits()]),
        )
    ]
)


def test_assert_extracts_compares_the_fields_that_are_given():
    """Partial forms, paths, several events in any order."""
    text = "He visited. She will visit."
    events = assert_extracts(ENGINE, text, None, [{"evidence.0.quote": "visit"}, {"evidence.0.quote": "visited"}])
    assert len(events) == 2
    assert_extracts(ENGINE, text, None, {"evidence": [{"quote": "visited", "sentence": 0}]}, others=True)
    assert_extracts(
        ENGINE, "He visited.", "2024-06-17", {"document": {"published": "2024-06-17"}, "status": "occurred"}
    )
    assert_nothing(ENGINE, "He stayed.")


@pytest.mark.parametrize(
    ("expected", "told"),
    [
        ([], "one event too many: visit occurred"),
        ({"status": "planned"}, "status: wanted 'planned', got 'occurred'"),
        ({"location.country": "PRK"}, "location.country: wanted 'PRK', got None"),
        ({"actors": [{"name": "x"}]}, "actors: wanted 1 items"),
        ([{"action": "visit"}, {"action": "visit"}], "no event for"),
    ],
)
def test_assert_extracts_says_what_differs(expected, told):
    """The message names the field, and what came instead."""
    with pytest.raises(AssertionError) as caught:
        assert_extracts(ENGINE, "He visited.", None, expected)
    assert told in str(caught.value)


def test_assert_extracts_fails_on_faults():
    """A part that raises is no empty result."""

    class Broken(Visits):
        def extract(self, analysis):
            raise ValueError("broken")

    engine = Engine(
        [
            types.SimpleNamespace(
                name="broken",
                eventx_event_types=hookimpl(lambda: TYPES),
                eventx_lexicons=hookimpl(lambda: WORDS),
                eventx_extractors=hookimpl(lambda: [Broken()]),
            )
        ]
    )
    with pytest.raises(AssertionError, match="parts failed"):
        assert_nothing(engine, "He stayed.")


def test_the_fixtures_work_in_a_project_of_its_own(tmp_path):
    """Opt-in by pytest_plugins; the plugins under test are a fixture to override."""
    (tmp_path / "conftest.py").write_text(
        "import pytest\npytest_plugins = ['eventx.testing.fixtures']\n"
        "@pytest.fixture(scope='session')\ndef eventx_plugins():\n    return []\n"
    )
    (tmp_path / "test_it.py").write_text(
        "def test_it(eventx_engine, eventx_process):\n"
        "    assert eventx_process('A text.').ok\n    assert eventx_engine.event_types == {}\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "1 passed" in done.stdout, done.stdout


@pytest.mark.parametrize(
    ("missing", "use", "told"),
    [
        ("hypothesis", "from eventx.testing import documents", "(the extra 'testing'): pip install hypothesis"),
        ("pytest", "import eventx.testing.fixtures", "(the extra 'testing'): pip install pytest"),
    ],
)
def test_without_the_extra_the_rest_works_and_the_error_says_what_to_install(missing, use, told):
    """Contract checks and assertions need neither pytest nor hypothesis."""
    code = (
        f"import sys; sys.modules[{missing!r}] = None\nfrom eventx.testing import check_plugin, assert_extracts\n{use}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told in done.stderr
    assert "check_plugin" not in done.stderr


def test_hostile_texts_are_the_same_in_every_run():
    """No chance, no hash order."""
    code = (
        "import hashlib; from eventx.testing import hostile_texts as h;"
        "print(hashlib.sha256(repr(dict(h())).encode()).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": s}).stdout
        for s in ("1", "2")
    }
    assert len(runs) == 1


def test_strategies_make_valid_values():
    """Evidence stands in the document, whatever the text."""
    from hypothesis import given, settings

    @settings(max_examples=20, deadline=None)
    @given(eventx.testing.events(), eventx.testing.documents(), eventx.testing.spans("abc"))
    def run(event, document, span):
        assert all(isinstance(e, Evidence) and e.end - e.start == len(e.quote) for e in event.evidence)
        assert document.id.startswith("doc_")
        assert span.end <= 3

    run()
