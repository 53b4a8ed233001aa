"""The words that a sentence must hold to be looked at."""

import re
import tomllib
from pathlib import Path

import pytest

import eventx
import eventx_leaders
import eventx_state_visit
from eventx import LexiconError, inflections
from eventx.lexicon.words import load_words
from eventx_state_visit.lexicon import _patterns, load_lexicon, words_of

TRIGGERS = eventx_state_visit.PLUGIN.eventx_lexicons()[0].entries


@pytest.mark.parametrize(
    "form",
    ["sent", "told", "seen", "seeing", "putting down", "hopped", "trekked", "flew", "went", "met", "held", "spent",
     "led", "swung", "snuck", "drove", "spoke", "left", "jetted", "conferred", "travelled", "traveled",
     "despatched", "wound up", "taken part"],
)  # fmt: skip
def test_irregular_forms(form):
    """Irregular and doubled forms are looked for."""
    assert form in TRIGGERS or form.partition(" ")[0] in TRIGGERS


@pytest.mark.parametrize(
    "form",
    ["sended", "telled", "seed", "seing", "puted", "hoped", "hoping", "leded a delegation", "ised to follow",
     "firsted stop", "ceremonied", "forumed", "spended"],
)  # fmt: skip
def test_no_false_forms(form):
    """What is no form of a trigger is not looked for."""
    assert form not in TRIGGERS


def test_every_form_is_of_its_trigger():
    """The core reads every form that is looked for as a form of its trigger, where its word list knows the trigger."""
    words, look = load_lexicon(), load_words().open.look
    verbs, nouns = words.triggers()
    verbs = {verb.partition(" ")[0] for verb in (*verbs, *words.strong.verbs, *words.encounter_verbs)} - {"be"}
    for verb, forms in inflections(verbs).items():
        for form in forms:
            entry = look(form)
            assert entry is None or verb in (entry.verb, form) or look(verb) is None or not look(verb).verb, form
    for noun, forms in inflections(nouns=nouns | words.strong.nouns | words.encounter_nouns).items():
        for form in (form for form in forms if form != noun and " " not in form):
            assert look(form) is None or look(form).noun == noun, form


def test_phrases_stand_as_they_are():
    """A phrase with a finite verb is looked for as it stands."""
    assert {"comes next", "is to follow"} <= TRIGGERS.keys()
    assert not {"comeses next", "ised to follow", "being to follow"} & TRIGGERS.keys()


def test_missing_list():
    """A list that the data lacks is an error that names the list and the file."""
    with pytest.raises(LexiconError, match=r"visit\.toml: the table \[words\] lacks the list 'nowhere'; add it"):
        words_of("nowhere")


def test_every_list_is_used():
    """No list of the table of words is there in vain."""
    folder = Path(eventx_state_visit.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    asked = set(re.findall(r'words_of\(["\'](\w+)["\']\)', code))
    assert asked == tomllib.loads((folder / "data" / "visit.toml").read_text(encoding="utf-8"))["words"].keys()


def test_doubled_lemma():
    """A lemma that two patterns list is an error that names both and says what to do."""
    row = {"visitor": [], "destination": []}
    rows = [{"name": "arrive", "lemmas": ["stop over"], **row}, {"name": "stay", "lemmas": ["stop over"], **row}]
    with pytest.raises(LexiconError, match=r"'arrive' and 'stay' both list the lemma 'stop over'.*take it out"):
        _patterns(rows)


def test_a_fault_of_a_layer_costs_no_visit():
    """The extractor names all layers that it reads; without the context of places it still works."""

    class Failing:
        name = "failing context"
        provides = "place_context"
        requires = ()

        def annotate(self, analysis, sentence):
            raise RuntimeError("no context")

    class Plugin:
        name = "failing"

        @eventx.hookimpl
        def eventx_annotators(self):
            return [Failing()]

    assert {"discourse", "place_context"} <= set(eventx_state_visit.StateVisitExtractor.requires)
    engine = eventx.Engine([eventx_state_visit.PLUGIN, eventx_leaders.PLUGIN, Plugin()])
    text = "Finance Minister Odd Person, the minister said, will visit Japan on Friday."
    report = engine.process(eventx.Document(text=text, published="2024-06-17"))
    assert not [f for f in report.failures if f.part == "state-visit"]
