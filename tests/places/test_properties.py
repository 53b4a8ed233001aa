"""What holds for the places of any text."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.language.places import find_places
from eventx.lexicon.gazetteer import load_gazetteer

WORDS = st.sampled_from(
    [
        "Paris", "Texas", "Georgia", "the", "West", "US-China", "Kobe", "Bryant", "in", "of", "city", "Mr", "Reading",
        "Israel", "-", ",", ".", "'s", "Korea", "New", "York", "UN", "ICC", "WHO", "Bonn", "Kremlin", "Baghdad", "de",
        "Lima", "Sao", "Tomé", "İzmir", "U.S.", "\n\n", "(", "Ill.", "Springfield", "and", "Tahrir Square", "ﬁ", "🌍",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, day=st.sampled_from([None, date(1985, 1, 1), date(2020, 1, 1)]))
def test_places_are_words_of_the_text_in_order_and_apart(desk: Any, text: str, day: date | None) -> None:
    last = 0
    for mention in desk.mentions(text, day):
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.span.start >= last
        last = mention.span.end
        entity = mention.place or mention.actor
        assert (entity is None) == (mention.resolved_via == "ambiguous")


@settings(max_examples=50, deadline=None)
@given(text=TEXTS)
def test_the_same_text_has_the_same_places(desk: Any, text: str) -> None:
    assert desk.mentions(text, None) == desk.mentions(text, None)


def test_without_a_context_a_sentence_is_read_by_itself(desk: Any) -> None:
    text = "Talks in Geneva opened."
    sentence, tokens = desk.first(text)
    assert [m.text for m in find_places(tokens, sentence, text, load_gazetteer(), None)] == ["Geneva"]


def test_work_grows_with_the_length_of_the_text(desk: Any) -> None:
    """Ten times the text takes some ten times the time, and not the hundred of work that is quadratic."""
    for part in ("Paris, Texas, US-China. ", "A-A-A-A-", "Georgia ", "London and ", "the West "):
        short, long = (min(_spent(desk, part * count) for _ in range(2)) for count in (200, 2000))
        assert long < 50 * max(short, 0.02), part


def _spent(desk: Any, text: str) -> float:
    """CPU seconds of reading a text."""
    started = time.process_time()
    desk.read(text)
    return time.process_time() - started
