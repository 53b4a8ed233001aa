"""What holds for the mentions of any text."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "Russian", "President", "Vladimir", "Putin", "the", "The", "foreign", "minister", "ministers", "of", "and", ",",
        "France", "his", "her", "Chinese", "counterpart", "Wang", "Yi", "they", "two", "both", "leaders", "troops",
        "'s",
        "U.S.", "King", "Salman", "said", "\"", "“", "”", "I", "my", "Kim", "Jong", "Un", "sister", ".", "\n", "\n\n",
        "Mr", "Minister", "for", "Foreign", "Affairs", "ex-president", "US-led", "coalition", "who", "is", "not", "A",
        "K", "bin", "al", "von", "pair", "its", "country", "Presidents", "in", "Kenya", "police", "Hamas", "He",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=300))


def told(mentions: Any) -> list[Any]:
    """Mentions as comparable values."""
    return [(m.span, m.head, m.kind, m.actor, m.members, m.resolved_via) for m in mentions]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_mentions_lie_in_their_sentence_and_in_order(desk: Any, text: str) -> None:
    analysis = desk.analysis(text)
    for sentence in analysis.sentences:
        mentions = analysis.mentions(sentence.index)
        assert all(m.sentence == sentence.index for m in mentions)
        assert all(sentence.span.contains(m.span) and m.span.contains(m.head) for m in mentions)
        assert all(m.text == m.span.of(text) for m in mentions)
        assert [(m.span.start, -m.span.end) for m in mentions] == sorted((m.span.start, -m.span.end) for m in mentions)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_mentions_are_apart_or_nested(desk: Any, text: str) -> None:
    for sentence in (analysis := desk.analysis(text)).sentences:
        mentions = analysis.mentions(sentence.index)
        for number, one in enumerate(mentions):
            for other in mentions[number + 1 :]:
                nested = one.span.contains(other.span) or other.span.contains(one.span)
                assert nested or not one.span.overlaps(other.span), (one.text, other.text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_the_order_of_asking_does_not_matter(desk: Any, text: str) -> None:
    forward, backward = desk.analysis(text), desk.analysis(text)
    indexes = [s.index for s in forward.sentences]
    there = {i: told(forward.mentions(i)) for i in indexes}
    back = {i: told(backward.mentions(i)) for i in reversed(indexes)}
    assert there == back


@pytest.mark.parametrize("published", [None, "1800-01-01", "2150-01-01"])
def test_any_date_or_none_will_do(desk: Any, published: str | None) -> None:
    mentions = desk.read("Russian President Vladimir Putin met the Chinese president. He left.", published)
    assert mentions[0].actor.name == "Vladimir Putin"
    assert mentions[0].actor.country == "RUS"


@pytest.mark.parametrize(
    "text",
    ["A" * 300_000, "A " * 60_000, "the " * 60_000, "President " * 30_000, "'s " * 60_000, "Kim and " * 20_000,
     "\ud800 " * 10_000, "\x00" * 10_000, "“I said " * 20_000, "his counterpart " * 20_000, "🙂" * 50_000],
    ids=["letter", "capitals", "articles", "titles", "possessives", "names", "surrogates", "nulls", "quotes", "ties",
         "emoji"],
)  # fmt: skip
def test_hostile_texts_end(desk: Any, text: str) -> None:
    started = time.process_time()
    desk.read(text)
    assert time.process_time() - started < 10
