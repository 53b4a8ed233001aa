"""Pieces of periods: the n-th week of a month, the first months of a year, numbered weeks, weekdays weeks away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from attrs import evolve

from eventx.language.times import calendar as cal
from eventx.language.times.frame import Dated, Direction, Frame, on_day, period_of
from eventx.language.times.points import date_date
from eventx.language.times.reading import Reading
from eventx.language.times.relative import date_shift
from eventx.records import Basis, Precision


def date_nth(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "the first week of May", "the second Tuesday of November", "the last weekend in March"."""
    named = reading.month is not None or reading.year is not None
    of_unit = evolve(reading, unit=reading.value, number=0, weekday=None)
    whole = (
        date_date(evolve(reading, weekday=None), frame, direction) if named else date_shift(of_unit, frame, direction)
    )
    if whole is None or whole.days is None:
        return whole
    first, last = whole.days
    number = reading.number
    if reading.weekday:
        day = cal.add_days(first, (reading.weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        if number < 0:
            day = cal.add_days(last, -((last.isoweekday() - reading.weekday) % 7))
        fits = day is not None and day <= last
        return on_day(day, frame, whole.basis, whole.anchor) if fits and day else None
    if reading.unit == "D":
        day = cal.add_days(first, number - 1) if number > 0 else last
        return on_day(day, frame, whole.basis, whole.anchor) if day and day <= last else None
    if reading.unit == "M" and reading.month is None:
        month = number if number > 0 else 12
        return date_date(evolve(reading, month=month), frame, direction) if month <= 12 else None
    if reading.unit not in ("W", "WE"):
        return None
    thursday = cal.add_days(first, (3 - first.weekday()) % 7 + 7 * (number - 1))
    if number < 0:
        thursday = cal.add_days(last, -((last.weekday() - 3) % 7))
    return period_of(reading.unit, thursday, frame, whole.anchor, whole.basis)


def date_weekof(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "the week of June 17", "the day after 5 May"."""
    inner = date_date(reading, frame, direction)
    if inner is None or inner.days is None:
        return inner
    day = cal.add_days(inner.days[0], int(reading.count) * {"D": 1, "W": 7, "WE": 7}.get(reading.unit, 30))
    return period_of(reading.unit, day, frame, inner.anchor, inner.basis)


_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS: Final = {"D": 1, "W": 7, "FN": 14}


def _step(day: date, unit: str, count: float) -> date | None:
    """The day ``count`` units on; None beyond the calendar."""
    if abs(count) > 1e5:
        return None
    if unit in _MONTHS:
        return cal.add_months(day, round(count * _MONTHS[unit]))
    return cal.add_days(day, round(count * _DAYS.get(unit, 7)))


def part_of(reading: Reading, whole: Dated, frame: Frame) -> Dated:
    """The first or last units of a period that is dated."""
    plain = Dated("DURATION", reading.value)
    if whole.days is None or reading.unit not in cal.PRECISION:
        return plain
    first: date | None
    last: date | None
    first, last = whole.days
    if reading.unit == "W":
        first, last = _whole_weeks(first, last)
    if reading.number > 0:
        after = _step(first, reading.unit, reading.count)
        last = cal.add_days(after, -1) if after else None
    else:
        before = cal.add_days(last, 1)
        first = _step(before, reading.unit, -reading.count) if before else None
    slack = timedelta(days=6 if reading.unit == "W" else 0)
    if first is None or last is None or not whole.days[0] - slack <= first <= last <= whole.days[1] + slack:
        return plain
    precision = cal.PRECISION[reading.unit]
    if (reading.unit, reading.count) == ("M", 3) and first.month % 3 == 1:
        frame.quarter = (first.year, (first.month + 2) // 3, frame.at)
    return evolve(plain, days=(first, last), precision=precision, basis=whole.basis, anchor=whole.anchor)


def _whole_weeks(first: date, last: date) -> tuple[date, date]:
    """Monday of the first and Sunday of the last week that lie in a period by their Thursday, as ISO 8601 counts."""
    monday = cal.add_days(first, (3 - first.weekday()) % 7 - 3)
    sunday = cal.add_days(last, 3 - (last.weekday() - 3) % 7)
    return monday or first, sunday or last


def date_steps(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "two years and three months ago": one step after the other; as fine as the last unit."""
    told = frame.told()
    base, anchor = frame.reference, "publication"
    if told is not None and (reading.base == "narrative" or frame.narrative):
        base, anchor = told, "narrative"
    steps: list[Reading] = []
    step: Reading | None = reading
    while step is not None:
        steps.append(step)
        step = step.anchor
    for one in reversed(steps):
        base = _step(base, one.unit, one.count) if base else None
    if base is None:
        return None if frame.reference else Dated("DATE", "XXXX-XX-XX", None, None, Basis.RELATIVE)
    return period_of("W" if reading.unit == "FN" else reading.unit, base, frame, anchor)


def date_week_number(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "week 3 of 2027", by ISO 8601."""
    base = frame.reference
    year = reading.year
    if year is None and base is not None:
        year = base.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
    if year is None or not 1 <= year <= 9998:
        return Dated("DATE", f"XXXX-W{reading.number:02}", None, Precision.WEEK)
    try:
        monday = date.fromisocalendar(year, reading.number, 1)
    except ValueError:
        return None
    return period_of("W", monday, frame, "" if reading.year else "publication", Basis.EXPLICIT)


def date_weekday_offset(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "a week ago Tuesday": counted from the last one; "Monday two weeks from now": the one of that week."""
    base, weekday = frame.reference, reading.weekday or 1
    if base is None:
        return Dated("DATE", f"XXXX-WXX-{weekday}", None, Precision.DAY, Basis.RELATIVE)
    if reading.near:
        last = cal.add_days(base, -((base.isoweekday() - weekday) % 7))
        day = _step(last, reading.unit, reading.count) if last else None
    else:
        there = _step(base, reading.unit, reading.count)
        day = cal.add_days(there, (weekday - there.isoweekday() + 3) % 7 - 3) if there else None
    return on_day(day, frame, Basis.RELATIVE, "publication") if day else None


def date_to_date(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "the year to date": the unit at hand, up to the day of publication."""
    base = frame.reference
    if base is None or reading.unit not in ("W", "M", "Q", "Y"):
        return Dated("DATE", "PRESENT_REF", None, None, Basis.RELATIVE)
    whole = period_of(reading.unit, base, None, "publication")
    return evolve(whole, days=(whole.days[0], base)) if whole and whole.days else whole
