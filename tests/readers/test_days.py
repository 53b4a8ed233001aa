"""Dates as articles print them."""

from datetime import date

import pytest

from eventx.readers.days import labelled_day, parse_day, parse_stated_day

DAY = date(2024, 6, 17)


@pytest.mark.parametrize(
    "text",
    [
        "2024-06-17",
        "2024-06-17T23:59:59-05:00",
        "2024-06-17 10:00:00+00:00",
        "2024-06-17T10:00:00.123456Z",
        "2024/06/17",
        "2024.6.17",
        "20240617",
        "June 17, 2024",
        "june 17 2024",
        "Jun. 17, 2024",
        "June 17th, 2024",
        "Monday, June 17, 2024",
        "Mon., June 17, 2024 at 10:15 a.m. EDT",
        "Monday, June 17, 2024 | 10:15 PM ET",
        "17 June 2024",
        "17th of June, 2024",
        "17-Jun-2024",
        "Mon, 17 Jun 2024 10:15:00 GMT",
        "Mon, 17 Jun 2024 10:15:00 +0200",
        "17/06/2024",
        "06/17/2024",
        "17.06.2024",
        "  June 17, 2024\n",
    ],
)
def test_a_full_date_is_read(text):
    """Day, month and year are there and can be told apart."""
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "Monday",
        "June 17",
        "June 2024",
        "2024",
        "06/07/2024",  # June or July?
        "June 31, 2024",
        "2024-13-01",
        "June 17, 2024 was a warm day",
        "He arrived on June 17, 2024",
        "June 17, 24",
        "1234567890",
        "١٧ يونيو ٢٠٢٤",
    ],
)
def test_no_guess_is_made(text):
    """A part that is missing or unclear makes it no date: never today's."""
    assert parse_day(text) is None
    if text != "١٧ يونيو ٢٠٢٤":
        assert parse_stated_day(text) is None


@pytest.mark.parametrize("text", ["17 juin 2024", "17 de junio de 2024", "2024年6月17日", "Posted: Jun 17th 2024"])
def test_a_field_that_is_known_to_be_a_date_may_be_in_an_odd_form(text):
    """Front matter and JSON fields are dates by their name."""
    assert parse_stated_day(text) == DAY


@pytest.mark.parametrize("text", ["12 h 2024-06", "June 17-20, 2024", "2024-W25"])
def test_a_span_of_days_is_no_day(text):
    """Nor is an hour."""
    assert parse_stated_day(text) is None


def test_a_week_with_its_day_is_one():
    """As the ISO writes it."""
    assert parse_stated_day("2024-W25-1") == parse_stated_day("2024W251") == DAY


@pytest.mark.parametrize("text", ["3 days ago 2024", "in June 2024", "page 2024", "2024 edition", "last Monday, 2024"])
def test_nothing_is_filled_in_from_the_clock(text):
    """The looser parser is held to dates that are all there."""
    assert parse_stated_day(text) is None


def test_labels_tell_publication_from_update():
    """An update counts only where nothing else is there."""
    assert labelled_day("Published: 17 June 2024") == (DAY, True)
    assert labelled_day("Posted on June 17, 2024 10:15 am") == (DAY, True)
    assert labelled_day("Date: 2024-06-17") == (DAY, True)
    assert labelled_day("Last updated on June 17, 2024") == (DAY, False)
    assert labelled_day("Published by the ministry") is None
