"""DateRange: days, contains, overlaps, intersection, EDTF."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from eventx import DateRange, Precision, RecordError
from eventx.testing import date_ranges
from eventx.testing.strategies import days


def of(start, end, **more):
    return DateRange(
        start=date.fromisoformat(start) if start else None, end=date.fromisoformat(end) if end else None, **more
    )


@given(date_ranges())
def test_a_range_contains_itself_and_its_ends(r):
    """Both ends are inside; a range with an unknown end holds nothing for certain."""
    if r.start and r.end:
        assert r.contains(r)
        assert r.contains(r.start)
        assert r.contains(r.end)
        assert not r.contains(r.end + timedelta(1))
        assert r.days == (r.end - r.start).days + 1
    else:
        assert not r.contains(r)
        assert r.days is None


@given(date_ranges(), date_ranges())
def test_overlap_is_mutual_and_intersection_lies_in_both(one, other):
    """The intersection exists exactly where the two overlap, and is the same either way."""
    assert one.overlaps(other) == other.overlaps(one)
    both = one.intersection(other)
    assert (both is not None) == one.overlaps(other)
    if both is None:
        return
    back = other.intersection(one)
    assert (both.start, both.end, both.precision) == (back.start, back.end, back.precision)
    if one.start and one.end and other.start and other.end:
        assert one.contains(both)
        assert other.contains(both)


@given(date_ranges(), days())
def test_a_day_that_is_contained_overlaps(r, day):
    """contains implies overlaps."""
    if r.contains(day):
        assert r.overlaps(DateRange(start=day, end=day))


@pytest.mark.parametrize(
    ("start", "end", "more", "edtf"),
    [
        ("2024-06-18", "2024-06-18", {}, "2024-06-18"),
        ("2024-06-18", "2024-06-19", {}, "2024-06-18/2024-06-19"),
        ("2023-09-01", "2023-09-30", {}, "2023-09"),
        ("2024-02-01", "2024-02-29", {}, "2024-02"),
        ("2023-12-01", "2023-12-31", {}, "2023-12"),
        ("2023-12-01", "2023-12-15", {}, "2023-12-01/2023-12-15"),
        ("2024-01-01", "2024-12-31", {}, "2024"),
        ("2024-01-01", "2024-12-30", {}, "2024-01-01/2024-12-30"),
        ("2024-04-01", "2024-06-30", {}, "2024-34"),
        ("1950-01-01", "1959-12-31", {}, "195X"),
        ("1951-01-01", "1960-12-31", {}, "1951-01-01/1960-12-31"),
        ("2024-05-01", "2024-05-31", {"approximate": True}, "2024-05~"),
        ("2024-06-18", None, {}, "2024-06-18/"),
        (None, "2024-06-18", {}, "/2024-06-18"),
        ("2024-06-18", "2024-06-20", {"approximate": True}, "2024-06-18~/2024-06-20~"),
        ("9999-12-01", "9999-12-31", {}, "9999-12"),
    ],
)
def test_edtf(start, end, more, edtf):
    """A calendar unit is written as the unit, anything else as an interval."""
    assert of(start, end, **more).edtf() == edtf


def test_intersection_takes_the_finer_precision():
    """A week in a month is known to the week."""
    month = of("2024-06-01", "2024-06-30", precision=Precision.MONTH)
    week = of("2024-06-24", "2024-07-01", precision=Precision.WEEK)
    both = month.intersection(week)
    assert (both.start, both.end, both.precision) == (date(2024, 6, 24), date(2024, 6, 30), Precision.WEEK)


def test_an_open_end_meets_what_comes_later():
    """An unknown end is read as open by overlaps."""
    assert of("2024-06-18", None).overlaps(of("2030-01-01", "2030-01-02"))
    assert not of("2024-06-18", None).overlaps(of("2024-06-16", "2024-06-17"))


def test_an_end_before_the_start_is_refused():
    """Both days are in the message."""
    with pytest.raises(RecordError, match="the end 2024-06-17 lies before the start 2024-06-18"):
        of("2024-06-18", "2024-06-17")
