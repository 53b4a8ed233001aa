"""What holds for every text."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.language.times import document_times, find_times, parse_date

WORDS = [
    *[
        "on",
        "in",
        "the",
        "from",
        "to",
        "until",
        "between",
        "and",
        "of",
        "last",
        "next",
        "this",
        "June",
        "May",
        "March",
        "3",
        "18",
        "19",
        "2024",
        "1939",
        "Monday",
        "Friday",
        "week",
        "month",
        "year",
        "ago",
        "later",
        "two",
        "days",
        "three-day",
        "every",
        "summer",
        "quarter",
        "first",
        "Q3",
        "p.m.",
        "-",
        ",",
        ".",
        "'",
        "s",
        "12/05",
        "1990s",
        "century",
        "early",
        "late",
        "morning",
        "night",
        "Christmas",
        "Day",
        "tomorrow",
        "now",
        "past",
        "half",
        "a",
        "an",
        "BC",
        "½",
        "ended",
        "starting",
        "twice",
        "times",
        "overnight",
        "all",
        "year-ago",
        "fiscal",
        "latest",
        "10/1",
        "20240617",
        "0930",
        "GMT",
        "earlier",
        "after",
        "before",
        "or",
        "two-thirds",
        "thousand",
        "Labor",
        "weekend",
        "Eid",
        "al-Fitr",
        "~",
        "(",
        ")",
        "😀",
    ],
    "\u2028",
    "\x00",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
dates = st.one_of(st.none(), st.dates())


@given(texts, dates)
@settings(max_examples=300, deadline=None)
def test_expressions_quote_the_text_in_order_and_never_run_backwards(text: str, reference: date | None) -> None:
    end = 0
    for time in find_times(text, reference):
        assert text[time.span.start : time.span.end] == time.text
        assert time.text.strip() == time.text != ""
        assert time.span.start >= end
        end = time.span.end
        if time.start is not None and time.end is not None:
            assert time.start <= time.end


@given(texts, dates)
@settings(max_examples=150, deadline=None)
def test_same_text_gives_same_expressions(text: str, reference: date | None) -> None:
    assert find_times(text, reference) == find_times(text, reference)
    assert document_times(text, reference, ranges=False) == document_times(text, reference, ranges=False)


@given(texts, st.dates())
@settings(max_examples=150, deadline=None)
def test_stories_never_fail_either(text: str, said: date) -> None:
    for time in find_times(text, None, narrative=said):
        assert time.value


@given(st.text(max_size=60), dates)
@settings(max_examples=100, deadline=None)
def test_publication_date_of_any_text_is_a_date_or_none(text: str, reference: date | None) -> None:
    found = parse_date(text, reference, languages=["en"])
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    "piece",
    [
        *("a ", "May ", "1-", "12/", "the of ", "monday, ", "'", "\ud800", "\x00", "😀 2 ", "two ", "early ", "to go "),
        *("June 3, ", "next week ", "the quarter ", "a year earlier ", "1/2-", "20240617 ", "overnight ", "May to "),
        "Monday and Tuesday and Wednesday and Thursday and Friday and Saturday and Sunday and ",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    size = max(1, 6_000 // len(piece))
    short, long = piece * size, piece * (8 * size)
    find_times(short, date(2024, 6, 17))
    begun = process_time()
    find_times(short, date(2024, 6, 17))
    middle = process_time()
    find_times(long, date(2024, 6, 17))
    end = process_time()
    assert end - middle < 40 * (middle - begun) + 0.5
