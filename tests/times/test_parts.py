"""The parts under the grammar: publication dates, holidays, first letters, the word table, the annotators."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from importlib.resources import files

import pytest

from eventx.language.analysis import LayeredAnalysis
from eventx.language.discourse import DiscourseAnnotator
from eventx.language.segment import SentencesAnnotator
from eventx.language.times import DocumentTimesAnnotator, TimesAnnotator, find_times, parse_date
from eventx.language.times.calendar import add_months, easter, iso_week, nth_weekday
from eventx.language.times.firsts import Starts, start_of
from eventx.language.times.grammar import grammar
from eventx.language.times.holidays import feast, holiday_at, holidays
from eventx.language.times.lexer import lex
from eventx.records import Document

MONDAY = date(2024, 6, 17)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-17", date(2024, 6, 17)),
        ("2024-06-17T10:00:00Z", date(2024, 6, 17)),
        ("17 June 2024", date(2024, 6, 17)),
        ("June 17, 2024", date(2024, 6, 17)),
        ("Mon, 17 Jun 2024 08:00:00 GMT", date(2024, 6, 17)),
        ("17. Juni 2024", date(2024, 6, 17)),
        ("17 juin 2024", date(2024, 6, 17)),
        ("17 de junio de 2024", date(2024, 6, 17)),
        ("17 июня 2024", date(2024, 6, 17)),
        ("2024年6月17日", date(2024, 6, 17)),
        ("yesterday", None),
        ("June 17", None),
        ("", None),
        ("no date at all", None),
        ("2024-13-45", None),
    ],
)
def test_publication_date_of_any_format_and_never_from_the_clock(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


def test_relative_publication_date_counts_from_the_reference() -> None:
    assert parse_date("yesterday", MONDAY) == date(2024, 6, 16)


@pytest.mark.parametrize(
    ("year", "day"), [(2000, "04-23"), (2008, "03-23"), (2013, "03-31"), (2024, "03-31"), (2025, "04-20")]
)
def test_easter_falls_on_its_sunday(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 2023, "2023-11-23"),
        ("Black Friday", 2023, "2023-11-24"),
        ("Memorial Day", 2024, "2024-05-27"),
        ("Good Friday", 2024, "2024-03-29"),
        ("Whit Monday", 2024, "2024-05-20"),
        ("New Year’s Day", 2024, "2024-01-01"),
        ("Labor Day", 2021, "2021-09-06"),
        ("Election Day", 2020, "2020-11-03"),
        ("Orthodox Easter", 2024, "2024-05-05"),
        ("Passover", 2024, "2024-04-23"),
        ("Rosh Hashanah", 2024, "2024-10-03"),
        ("Yom Kippur", 2023, "2023-09-25"),
        ("Eid al-Fitr", 2024, "2024-04-10"),
        ("Lunar New Year", 2024, "2024-02-10"),
    ],
)
def test_holiday_falls_on_its_day(name: str, year: int, day: str) -> None:
    found = holiday_at(name, 0)
    assert found is not None
    assert str(feast(found[0], year)) == day


def test_every_holiday_has_a_day_in_every_year() -> None:
    for name, rule in holidays().days.items():
        years = range(1985, 2031) if rule == "L" else range(int(rule[:4]) if len(rule) == 10 else 1900, 2101)
        assert all(feast(rule, year) for year in years), name


def test_every_holiday_is_found_by_the_grammar() -> None:
    for name in holidays().days:
        (time,) = find_times(f"They rest on {name.title()}.".replace("'S", "'s"), MONDAY)
        assert time.text.lower() == name


def test_calendar_arithmetic_keeps_to_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(9999, 12, 1), 1) is None
    assert nth_weekday(2024, 5, 1, -1) == date(2024, 5, 27)
    assert iso_week(date(2021, 1, 3)) == "2020-W53"


@pytest.mark.parametrize(
    ("pattern", "places", "ends"),
    [
        ("ab", ("a", "b", "", "", ""), ("", "b", "", "", "")),
        ("a?b", ("ab", "b", "", "", ""), ("b", "b", "", "", "")),
        ("(?:a|bc)?d", ("abd", "cd", "d", "", ""), ("d", "d", "d", "", "")),
        ("(?!x)[ab]c", ("ab", "c", "", "", ""), ("", "c", "", "", "")),
        (r"\.a", (".", "a", "", "", ""), ("", "a", "", "", "")),
        ("(?:a?b?){0,2}c", ("abc", "abc", "abc", "bc", "c"), ("c", "c", "c", "c", "c")),
        ("abcd|a", ("a", "b", "c", "d", ""), ("a", "", "", "d", "")),
        ("a{1,3}b", ("a", "ab", "ab", "b", ""), ("", "b", "b", "b", "")),
        ("abcdefg", ("a", "b", "c", "d", "e"), ("", "", "", "", "")),
    ],
)
def test_start_of_a_pattern(pattern: str, places: tuple[str, ...], ends: tuple[str, ...]) -> None:
    assert start_of(pattern) == (tuple(map(frozenset, places)), tuple(map(frozenset, ends)), False)


@pytest.mark.parametrize(
    ("pattern", "begins", "begins_not"),
    [
        ("ab?c", ["abc", "ac", "acx", "ac"], ["a", "ax", "bc", ""]),
        ("a|bcd", ["a", "axx", "bcd"], ["c", "bx", ""]),
        ("(?:ab)?", ["", "ab", "x"], []),
        (r"([-/])a\1b", ["-a-", "/a-"], ["a-a", "-b-"]),
    ],
)
def test_what_can_begin_a_match(pattern: str, begins: list[str], begins_not: list[str]) -> None:
    start = start_of(pattern)
    assert all(start.fits(text) for text in begins)
    assert not any(start.fits(text) for text in begins_not)
    several = Starts([start, start_of("q"), start])
    assert all(list(several.fitting(text)) == [0, 2] for text in begins)
    assert not any(list(several.fitting(text)) for text in begins_not)


@pytest.mark.parametrize(
    "text", ["the minister", "a month", "the month of May", "last gasp", "at 5pm", "12 men", "2004-"]
)
def test_rules_that_are_passed_over_match_nothing(text: str) -> None:
    data = tomllib.loads((files("eventx.lexicon") / "data" / "times_grammar.toml").read_text(encoding="utf-8"))
    classes, known = lex(text).classes, grammar()
    tried = {name for name, _ in known.at(classes, 0)}
    assert not any(known.rule(name)[1].match(classes) for name in data["rules"] if name not in tried)


def _analysis(text: str, fault: Callable[..., None]) -> LayeredAnalysis:
    providers = {
        "sentences": SentencesAnnotator(),
        "discourse": DiscourseAnnotator(),
        "document_times": DocumentTimesAnnotator(),
        "times": TimesAnnotator(),
    }
    return LayeredAnalysis(Document(text=text, published="2024-06-17"), providers, fault)


def test_layer_gives_each_sentence_its_own_expressions() -> None:
    faults: list[object] = []
    analysis = _analysis("He came on Monday. He will leave on Friday.\n\nNothing here.", lambda *a: faults.append(a))
    per_sentence = [[(t.text, t.sentence) for t in analysis.times(s.index)] for s in analysis.sentences]
    assert per_sentence == [[("Monday", 0)], [("Friday", 1)], []]
    assert faults == []


def test_layer_reads_a_history_as_one() -> None:
    text = "On 12 January 1848 it began. On 3 May it ended. " + "It was not over in 1849, in 1850 or in 1851. " * 3
    analysis = _analysis(text, lambda *a: None)
    assert [t.value for t in analysis.times(1)] == ["1848-05-03"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LIMA, June 16: The envoy landed today.", "2024-06-16"),
        ("LIMA, 14 June - The envoy landed today.", "2024-06-14"),  # written on Friday for Monday's paper
        ("June 16, /WIRE/. The envoy landed today.", "2024-06-16"),
        ("LIMA: The envoy landed today.", "2024-06-17"),
        ("LIMA, June 3 - The envoy landed today.", "2024-06-17"),  # who wrote it so long ago would not say so
        ("On June 16 the envoy left. The envoy landed today.", "2024-06-17"),
    ],
)
def test_report_counts_from_its_dateline(text: str, day: str) -> None:
    analysis = _analysis(text, lambda *a: None)
    assert [t.value for s in analysis.sentences for t in analysis.times(s.index) if t.text == "today"] == [day]


@pytest.mark.parametrize(
    ("text", "days", "first", "last"),
    [
        ("a 48-hour strike", 2, None, None),
        ("the past 24 hours", 1, "2024-06-16", "2024-06-17"),
        ("the next 48 hours", 2, "2024-06-17", "2024-06-19"),
        ("the past 12 hours", None, None, None),  # on one day or two
        ("a 30-hour strike", None, None, None),
    ],
)
def test_hours_that_make_days(text: str, days: int | None, first: str | None, last: str | None) -> None:
    (time,) = find_times(text, date(2024, 6, 17))
    assert (time.days, time.start and time.start.isoformat(), time.end and time.end.isoformat()) == (days, first, last)
