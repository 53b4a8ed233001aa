"""The scan for lexicon forms."""

from hypothesis import given
from hypothesis import strategies as st

from eventx.hooks import Lexicon
from eventx.language.scan import LexiconIndex

INDEX = LexiconIndex(
    [
        Lexicon(name="acts", entries={"call off": "cancel", "call": "phone", "visit": "visit"}),
        Lexicon(name="names", entries={"Will": "person"}, cased=True),
    ]
)


def found(text):
    return [(lexicon, span.of(text), payload) for lexicon, span, payload in INDEX.find(text)]


def test_the_longest_form_of_a_lexicon_wins_at_a_place():
    """ "call off" hides "call" where both start."""
    assert found("They call off the VISIT; I call.") == [
        ("acts", "call off", "cancel"),
        ("acts", "VISIT", "visit"),
        ("acts", "call", "phone"),
    ]


def test_cased_forms_and_whole_words_only():
    """A cased lexicon tells "Will" from "will"; no form matches inside a word."""
    assert found("Will will revisit visitors") == [("names", "Will", "person")]


def test_offsets_survive_letters_whose_lower_case_is_longer():
    """The Turkish capital I with dot lower-cases to two characters."""
    assert found("İİİ visit") == [("acts", "visit", "visit")]


@given(st.text(max_size=200))
def test_hits_are_verbatim(text):
    """On any text a hit's characters are the form, but for case."""
    for lexicon, span, _ in INDEX.find(text):
        words = span.of(text).lower().split()
        assert " ".join(words) in {"call off", "call", "visit", "will"}, lexicon
