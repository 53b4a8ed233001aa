"""Histories: dates go on from the date last mentioned."""

from __future__ import annotations

from datetime import date

import pytest

from eventx.language.times import document_times, find_times
from eventx.records import Basis

HISTORY = (
    "The uprising of 1848 began in Palermo on 12 January 1848. In February it reached Paris. "
    "On 13 March Vienna rose, and two days later Pest followed. In May 1848 a parliament met. "
    "By December 1848 it was over in Rome. In January new troops came. The following year Rome fell. "
    "In 1849 the last rebels gave up. The treaty of 1850 closed the matter; in 1851 all was quiet."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In April the army moved.", "1939-04"),
        ("On 3 May the army moved.", "1939-05-03"),
        ("The next day it rained.", "1939-03-16"),
        ("The previous day it rained.", "1939-03-14"),
        ("Two weeks later it rained.", "1939-W13"),
        ("Three days earlier it rained.", "1939-03-12"),
        ("The following year it rained.", "1940"),
        ("That year it rained.", "1939"),
        ("Later that month it rained.", "1939-03"),
        ("The following Monday it rained.", "1939-03-20"),
        ("On the same day it rained.", "1939-03-15"),
        ("In the summer it rained.", "1939-SU"),
        ("A year earlier it rained.", "1938"),
        ("The day after, it rained.", "1939-03-16"),
    ],
)
def test_story_goes_on_from_the_date_last_mentioned(sentence: str, expected: str) -> None:
    (time,) = find_times(sentence, date(2009, 1, 1), narrative=date(1939, 3, 15))
    assert (time.value, time.anchor) == (expected, "narrative")


def test_year_taken_over_is_inherited() -> None:
    (time,) = find_times("On 3 May it fell.", date(2009, 1, 1), narrative=date(1939, 3, 15))
    assert time.basis is Basis.INHERITED


def test_history_is_told_from_news_by_its_dates() -> None:
    values = [t.value for t in document_times(HISTORY, date(2009, 1, 1))]
    assert values[:5] == ["1848", "1848-01-12", "1848-02", "1848-03-13", "1848-03-15"]
    assert values[values.index("1848-12") + 1] == "1849-01"


def test_news_with_old_dates_stays_news() -> None:
    text = "The museum, founded in 1890, said Tuesday it will close on Friday. It burned in 1911 and in 1944."
    values = [t.value for t in document_times(text, date(2024, 6, 17))]
    assert values == ["1890", "2024-06-11", "2024-06-21", "1911", "1944"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in March and April 1918", ["1918-03", "1918-04"]),
        ("(26 June - 4 August 1952)", ["1952-06-26", "1952-08-04"]),
        ("from December to February 1945", ["1944-12", "1945-02"]),
        ("the war (499-493 BC)", ["BC0499", "BC0493"]),
        ("between 1 May and 3 June 1940", ["1940-05-01", "1940-06-03"]),
    ],
)
def test_first_of_a_list_takes_its_year_from_the_last(text: str, values: list[str]) -> None:
    assert [t.value for t in find_times(text, date(2009, 1, 1), ranges=False)] == values


def test_single_far_year_does_not_move_the_story() -> None:
    text = "In 1940 they fought. In 1700 an ancestor had built the fort. In May it fell."
    times = find_times(text, date(2009, 1, 1), narrative=date(1940, 1, 1))
    assert times[-1].value == "1940-05"


def test_date_before_our_era_has_a_value_but_no_days() -> None:
    (time,) = find_times("in 480 BC", date(2009, 1, 1))
    assert (time.value, time.start, time.end) == ("BC0480", None, None)


@pytest.mark.parametrize(
    ("sentence", "expected"), [("She died on Saturday.", "2008-12-27"), ("Last year she fell ill.", "2008")]
)
def test_words_of_the_writers_own_time_count_from_publication_even_in_a_history(sentence: str, expected: str) -> None:
    text = sentence + " In May it rained."
    first, month = find_times(text, date(2009, 1, 1), narrative=date(1939, 3, 15))
    assert (first.value, first.anchor) == (expected, "publication")
    assert month.value == "1939-05"
