"""The scan for lexicon forms."""

from hypothesis import given
from hypothesis import strategies as st

from eventx.hooks import Lexicon
from eventx.language.scan import LexiconIndex, VocabularyAnnotator

ACTS = LexiconIndex(Lexicon(name="acts", entries={"call off": "cancel", "call": "phone", "visit": "visit"}))
NAMES = LexiconIndex(Lexicon(name="names", entries={"Will": "person"}, cased=True))


def found(text, index=ACTS):
    return [(span.of(text), payload) for span, payload in index.find(text)]


def test_the_longest_form_of_a_lexicon_wins_at_a_place():
    """ "call off" hides "call" where both start."""
    assert found("They call off the VISIT; I call.") == [
        ("call off", "cancel"),
        ("VISIT", "visit"),
        ("call", "phone"),
    ]


def test_cased_forms_and_whole_words_only():
    """A cased lexicon tells "Will" from "will"; no form matches inside a word."""
    assert found("Will will revisit visitors", NAMES) == [("Will", "person")]
    assert found("Will will revisit visitors") == []


def test_offsets_survive_letters_whose_lower_case_is_longer():
    """The Turkish capital I with dot lower-cases to two characters."""
    assert found("İİİ visit") == [("visit", "visit")]


def texts():
    """Any text, and texts of the forms and their parts."""
    words = st.lists(st.sampled_from(["call", "Call", "off", "VISIT", "Will", "İ", "-", "’s", "\n"]))
    return st.text(max_size=200) | words.map(" ".join) | words.map("".join)


@given(texts())
def test_hits_are_verbatim(text):
    """On any text a hit's characters are the form, but for case; and its words promise it."""
    for index in (ACTS, NAMES):
        for span, _ in index.find(text):
            assert " ".join(span.of(text).lower().split()) in {"call off", "call", "visit", "will"}
            assert index.may_stand(VocabularyAnnotator.words(text))
