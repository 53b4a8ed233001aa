"""News sentences: what is found, what it comes to, what is left alone."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from eventx.language.times import find_times
from eventx.records import Basis, Precision


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SENTENCES = _load("sentences")
MONDAY = date(2024, 6, 17)


def _found(sentence: str, reference: date | None) -> str:
    return "; ".join(f"{t.text}={t.value}" for t in find_times(sentence, reference))


@pytest.mark.parametrize(
    ("sentences", "reference"),
    [(SENTENCES.MARCH_2013, date(2013, 3, 22)), (SENTENCES.JUNE_2024, MONDAY)],
    ids=["March 2013", "June 2024"],
)
def test_sentences_give_these_values(sentences: list[tuple[str, str]], reference: date) -> None:
    found = [(sentence, _found(sentence, reference), expected) for sentence, expected in sentences]
    wrong = [f"{sentence}: {got}, not {expected}" for sentence, got, expected in found if got != expected]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "sentence",
    [
        "Theresa May left the room.",
        "Brian May plays the guitar.",
        "You may go, she said, may you not?",
        "They march for peace.",
        "The Long March was hard.",
        "The March on Rome changed Italy.",
        "Sun Yat-sen led the party.",
        "The Sun shone on them.",
        "He sat on the mat and the sun rose.",
        "Mar the paint and you pay.",
        "April Jones sings well.",
        "It seated 2000 people.",
        "It cost $1999 in all.",
        "Some 1500 troops advanced.",
        "A force of 1800 men marched.",
        "Call 555-1234 or 020 7946 0958.",
        "Call 2010-1345 at once.",
        "They won 3-1 and then 2-1.",
        "The score was 21-19.",
        "Flight 1990X was late.",
        "The Boeing 747-400 landed.",
        "The A380 and the F-16 flew.",
        "Section 5.12 was struck out.",
        "One second, please, he came second.",
        "The second man ran.",
        "The first half was goalless.",
        "She is 25 years old.",
        "The 45-year-old man was held.",
        "A child of 6 years of age ran.",
        "Three quarters of voters said no.",
        "The well is a spring of water.",
        "Prices fall and rise.",
        "The quarter-final was close.",
        "Radio 4's Today programme was on air.",
        "The Sunday Times and the Daily Telegraph wrote it.",
        "He will march to the sea.",
        "He gave 110 percent, not 1998 percent.",
        "The 12/24 split was fine.",
        "Version 3.10.12 is out.",
        "The ratio is 1:1 here.",
        "Room 1408 was empty.",
        "In summary, nothing happened.",
        "The august body met.",
        "He paid 20 pounds.",
        "A new year-on-year record.",
        "Good work, he said.",
        "31 February 2010 is no day.",
        "The good years are over.",
        "Windows 7 and Article 5 are old.",
        "50's beef is with the rapper.",
        "The odds are 4/9 and 8/13.",
        "It was made by Sun. It failed.",
        "He spoke on ITV1's This Morning.",
        "It costs £6m in all.",
        "He is in his late 40s.",
        "Temperatures were in the low 80s.",
        "Black Monday and Super Tuesday are names.",
        "Bloody Sunday is a film.",
        "Saturday Night Live was on.",
        "The 21st Century Fox deal is done.",
        "They scored in the second quarter and led at the end.",
        "The first half ended with a late goal.",
        "They spoke at Mar-a-Lago.",
        "Fahrenheit 9/11 is a film.",
        "His odds went from 4/1 to 5/2.",
        "The vision of Vision 2030 and Article 1950 is clear.",
        "It won't happen overnight.",
        "An overnight success, she said.",
        "He is player of the year.",
        "Thought for the Day was on.",
        "He opened a current account.",
        "Prices rose as soon as he spoke.",
        "He will soon be here.",
        "A 10-year-old car and a decades-old feud.",
        "He killed 10 there.",
        "They ran 3 in the match.",
        "Week 5 of the season was good.",
        "He won 20130315 votes.",
    ],
)
def test_nothing_is_read_as_a_time(sentence: str) -> None:
    assert [t.text for t in find_times(sentence, MONDAY) if t.value != "2010"] == []


@pytest.mark.parametrize(
    ("sentence", "start", "end", "precision"),
    [
        ("He visited last week.", "2024-06-10", "2024-06-16", Precision.WEEK),
        ("He visited last month.", "2024-05-01", "2024-05-31", Precision.MONTH),
        ("He visited last year.", "2023-01-01", "2023-12-31", Precision.YEAR),
        ("He visited 24 years ago.", "2000-01-01", "2000-12-31", Precision.YEAR),
        ("He visited nine months ago.", "2023-09-01", "2023-09-30", Precision.MONTH),
        ("He visited two weeks ago.", "2024-06-03", "2024-06-09", Precision.WEEK),
        ("He will visit in two weeks.", "2024-07-01", "2024-07-07", Precision.WEEK),
        ("He visited ten days ago.", "2024-06-07", "2024-06-07", Precision.DAY),
        ("It was built in the 1980s.", "1980-01-01", "1989-12-31", Precision.DECADE),
        ("It was built in the 19th century.", "1800-01-01", "1899-12-31", Precision.DECADE),
        ("It grew in the first quarter.", "2024-01-01", "2024-03-31", Precision.QUARTER),
        ("It grew in the spring of 2020.", "2020-03-01", "2020-05-31", Precision.QUARTER),
        ("The winter of 1977 was cold.", "1977-12-01", "1978-02-28", Precision.QUARTER),
        ("They met over the weekend.", "2024-06-15", "2024-06-16", Precision.DAY),
        ("They will meet this weekend.", "2024-06-22", "2024-06-23", Precision.DAY),
        ("He stayed from June 3 to June 5.", "2024-06-03", "2024-06-05", Precision.DAY),
        ("He stayed from May 30-June 2, 2022.", "2022-05-30", "2022-06-02", Precision.DAY),
        ("He stayed from Dec. 30 to Jan. 2, 2023.", "2022-12-30", "2023-01-02", Precision.DAY),
        ("Shops close Friday through Sunday.", "2024-06-14", "2024-06-16", Precision.DAY),
        ("He will stay from Wednesday to Friday.", "2024-06-19", "2024-06-21", Precision.DAY),
        ("He ruled from 1990 to 1995.", "1990-01-01", "1995-12-31", Precision.YEAR),
    ],
)
def test_days_are_inclusive_and_as_precise_as_stated(sentence: str, start: str, end: str, precision: Precision) -> None:
    (time,) = find_times(sentence, MONDAY)
    assert (str(time.start), str(time.end), time.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He left on Monday.", "DATE"),
        ("He left on Monday night.", "TIME"),
        ("He left at 3 p.m.", "TIME"),
        ("He stayed three days.", "DURATION"),
        ("He comes every Monday.", "SET"),
        ("He comes twice a week.", "SET"),
        ("He is now here.", "DATE"),
    ],
)
def test_type_is_that_of_timex3(sentence: str, kind: str) -> None:
    (time,) = find_times(sentence, MONDAY)
    assert time.type == kind


@pytest.mark.parametrize(
    ("sentence", "signal"),
    [
        ("He stays until Friday.", "until"),
        ("He stays till Friday.", "until"),
        ("He stays through Friday.", "until"),
        ("He was there since May 3.", "since"),
        ("It must end by Friday.", "by"),
        ("It ended before Friday.", "before"),
        ("It ended after Friday.", "after"),
        ("A visit beginning Monday is planned.", "beginning"),
        ("A visit starting on Monday is planned.", "beginning"),
        ("A visit ending on Monday is planned.", "ending"),
        ("It is valid from Friday.", "from"),
        ("As of Friday it is valid.", "from"),
        ("He left on Friday.", ""),
    ],
)
def test_signal_is_the_word_that_bounds(sentence: str, signal: str) -> None:
    (time,) = find_times(sentence, MONDAY)
    assert time.signal == signal


@pytest.mark.parametrize(
    ("sentence", "days"),
    [("a two-day visit", 2), ("three days", 3), ("a week", 7), ("two weeks", 14), ("half a decade", 1826)],
)
def test_length_gives_its_days(sentence: str, days: int) -> None:
    (time,) = find_times(sentence, MONDAY)
    assert (time.type, time.days, time.start) == ("DURATION", days, None)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It lasted four hours and 21 minutes.", "PT4H21M"),
        ("He served two years and three months.", "P2Y3M"),
        ("It saves £6m a year.", "P1Y"),
        ("In the last decade it grew.", "P1DE"),
        ("Half an hour passed.", "PT30M"),
        ("It took two bloody weeks.", "P2W"),
        ("It cost many years of work.", "PXY"),
    ],
)
def test_lengths_and_rates_have_their_value(sentence: str, value: str) -> None:
    (time,) = find_times(sentence, MONDAY)
    assert time.value == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He is heading to Rome on Sunday.", "2024-06-23"),
        ("He was heading to Rome on Sunday.", "2024-06-16"),
        ("They accepted an invitation to return on Thursday.", "2024-06-20"),
        ("The talks would be held on Thursday.", "2024-06-20"),
        ("The talks were held on Thursday.", "2024-06-13"),
        ("The talks are to be held on Thursday.", "2024-06-20"),
        ("He refused to come on Thursday.", "2024-06-20"),
        ("He flew to London on Thursday.", "2024-06-13"),
        ("He would have come on Thursday.", "2024-06-13"),
        ("A statement issued on Thursday says he will go.", "2024-06-13"),
        ("Nurses had called a second strike for Thursday.", "2024-06-20"),
        ("He announced a vote for Thursday.", "2024-06-20"),
        ("He called on Thursday for a vote.", "2024-06-13"),
        ("He was called to Rome for Thursday's talks.", "2024-06-13"),
    ],
)
def test_governing_verb_points_the_weekday(sentence: str, value: str) -> None:
    (time,) = find_times(sentence, MONDAY)
    assert time.value == value


def test_list_of_numeric_days_goes_on_after_on() -> None:
    values = [t.value for t in find_times("They meet on 11/20, 11/22 or 11/25 in Rome.", date(2024, 11, 1))]
    assert values == ["2024-11-20", "2024-11-22", "2024-11-25"]


def test_past_weeks_reach_back_from_publication() -> None:
    (time,) = find_times("Over the past two weeks it rained.", MONDAY)
    assert (str(time.start), str(time.end), time.anchor) == ("2024-06-03", "2024-06-17", "publication")


def test_length_after_an_event_dates_the_event_in_a_frame_of_news() -> None:
    (time,) = find_times("The trip comes nine months after he hosted Kim.", MONDAY)
    assert (time.anchor, time.signal, time.precision) == ("event", "after", Precision.MONTH)
    assert (str(time.start), str(time.end)) == ("2023-09-01", "2023-09-30")


def test_length_after_an_event_has_no_days_in_the_past() -> None:
    (time,) = find_times("He was killed nine months after he hosted Kim.", MONDAY)
    assert (time.anchor, time.start, time.value) == ("event", None, "P9M")


@pytest.mark.parametrize("sentence", ["on Tuesday", "last week", "today", "two days ago", "in May", "next year"])
def test_without_a_reference_a_relative_expression_has_no_days(sentence: str) -> None:
    (time,) = find_times(sentence, None)
    assert (time.start, time.end) == (None, None)


def test_without_a_reference_a_full_date_has_its_days() -> None:
    (time,) = find_times("on 3 May 2020", None)
    assert (time.start, time.basis, time.anchor) == (date(2020, 5, 3), Basis.EXPLICIT, "")


def test_ends_of_a_range_can_be_had_each_for_itself() -> None:
    times = find_times("from June 18 to 19", MONDAY, ranges=False)
    assert [(t.text, t.value, t.signal) for t in times] == [
        ("June 18", "2024-06-18", "from"),
        ("19", "2024-06-19", "until"),
    ]


def test_early_and_late_are_approximate() -> None:
    early, plain = find_times("in early May and on May 3", MONDAY)
    assert early.approximate
    assert not plain.approximate


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "He came on Monday. He left on Tuesday."
    (time,) = find_times(text, MONDAY, first=19)
    assert text[time.span.start : time.span.end] == "Tuesday"
    assert [t.text for t in find_times(text, MONDAY, first=0, last=18)] == ["Monday"]
