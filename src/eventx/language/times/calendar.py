"""Calendar arithmetic: shifting by units, the interval of a TIMEX3 value, movable feasts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from eventx.records import Precision

Days = tuple[date, date]

PRECISION: Final = {
    "D": Precision.DAY,
    "WE": Precision.DAY,
    "W": Precision.WEEK,
    "FN": Precision.WEEK,
    "M": Precision.MONTH,
    "Q": Precision.QUARTER,
    "H": Precision.QUARTER,
    "SE": Precision.QUARTER,
    "Y": Precision.YEAR,
    "DE": Precision.DECADE,
    "CE": Precision.DECADE,
    "ML": Precision.DECADE,
}

# The months of a season, as meteorology counts them; winter runs into the next year.
SEASONS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days | None:
    """First and last day of a month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months(first_year: int, first_month: int, last_year: int, last_month: int) -> Days | None:
    """First day of one month to the last day of another."""
    a, b = month_days(first_year, first_month), month_days(last_year, last_month)
    return (a[0], b[1]) if a and b else None


def years(first: int, last: int) -> Days | None:
    """First day of one year to the last day of another."""
    return (date(first, 1, 1), date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def week_days(day: date) -> Days | None:
    """Monday to Sunday of the week of ``day``."""
    monday = add_days(day, -day.weekday())
    sunday = add_days(day, 6 - day.weekday())
    return (monday, sunday) if monday and sunday else None


def add_days(day: date, count: int) -> date | None:
    """The day ``count`` days on; None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """The same day ``count`` months on, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    span = month_days(year, month + 1)
    return make(year, month + 1, min(day.day, span[1].day)) if span else None


def iso_week(day: date) -> str:
    """The value of the week of ``day``: "2024-W25"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def season_days(year: int, season: str) -> Days | None:
    """First and last day of a season; the winter of a year begins in its December."""
    first, last = SEASONS[season]
    return months(year, first, year + (last < first), last)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The ``nth`` weekday (1 Monday .. 7 Sunday) of a month; -1 is the last one."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    final = date(year, month, monthrange(year, month)[1])
    return final - timedelta(days=(final.weekday() - weekday + 1) % 7)
