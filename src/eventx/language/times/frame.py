"""What a date is counted from while a text is read, and what a dated expression comes to."""

from __future__ import annotations

from datetime import date
from typing import Final, Protocol

from attrs import define, frozen

from eventx.language.times import calendar as cal
from eventx.language.times.calendar import Days
from eventx.records import Basis, Precision

_FAR: Final = 8  # years from the story at which a single mention does not move it
_SHORTLY: Final = 100  # characters: what the sentence before may have named
_RIGHT_BEHIND: Final = 8  # characters of "; and only "
_REMEMBERED: Final = 600  # characters for which a quarter that was named stays the one that is meant


@define(slots=True)
class Frame:
    """What relative expressions are counted from while a text is read from front to back.

    ``reference`` is the day of publication. ``said`` is the date last mentioned, as far as it was
    given (year, month, day). ``narrative`` tells a history, where dates continue the story, from
    news, where they lean on the day of publication. ``bc``: the story plays before our era.
    """

    reference: date | None
    narrative: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    bc: bool = False
    after: Days | None = None  # the first end of a range whose second end is being read
    aside: int | None = None  # a year mentioned once, far from the story
    at: int = 0  # where in the text the expression stands that is being dated
    said_at: int = 0  # where the date stood that was mentioned last
    sentence: int = 0  # where the sentence begins
    quarter: tuple[int, int, int] | None = None  # the quarter mentioned last: year, number, where
    half: tuple[int, int, int] | None = None  # the half of a year mentioned last, likewise
    closing: int = 0  # the weekday that ends the range of weekdays which the one being read begins
    week: tuple[Days, int] | None = None  # "next week" as mentioned last, and where
    decade: int = 0  # the first year of the decade mentioned last
    a_day: date | None = None  # the last date that was a day
    beside: Frame | None = None  # the same, as of a date behind "since", which did not move it
    beside_end: int = 0  # where that date ended

    def mention(self, year: int, month: int | None = None, day: int | None = None, *, passing: bool = False) -> None:
        """Take note of a date mentioned. A single one far from the story does not move it; a second one does.

        ``passing``: a year inside a sentence, which does not move a story that has its year.
        """
        if self.narrative and passing and self.year is not None:
            return
        far = self.narrative and self.year is not None and abs(year - self.year) > _FAR
        if far and (self.aside is None or abs(self.aside - year) > _FAR):
            self.aside = year
            return
        self.aside = None
        self.year, self.month, self.day, self.said_at = year, month, day, self.at
        if day is not None:
            self.a_day = cal.make(year, month or 1, day)
        if month is None:
            self.quarter = None

    def quarter_near(self) -> tuple[int, int] | None:
        """Year and number of the quarter that the text is about here, if it named one a little before."""
        if self.quarter is None or not 0 <= self.at - self.quarter[2] <= _REMEMBERED:
            return None
        return self.quarter[:2]

    def half_near(self) -> tuple[int, int] | None:
        """The same of a half, where it is named in the sentence or shortly before, and no quarter came after it."""
        if self.half is None or self.half[2] < self.sentence - _SHORTLY:
            return None
        return self.half[:2] if self.quarter is None or self.quarter[2] < self.half[2] else None

    def counting(self) -> Frame:
        """What "two months later" counts from: also the date of "since 1987; two months later", right before it."""
        near = self.beside is not None and 0 <= self.at - self.beside_end <= _RIGHT_BEHIND
        return self.beside if near and self.beside is not None else self

    def month_here(self) -> tuple[int, int] | None:
        """Year and month that the sentence named before, where no day or other period came after."""
        after = self.quarter is None or self.said_at > self.quarter[2]
        here = self.said_at >= self.sentence and self.month is not None and self.day is None and after
        return (self.year or 1, self.month or 1) if here else None

    def day_told(self) -> date | None:
        """The last date that was a day: what "the same day" means. None where a story has gone on to another month."""
        if self.bc or self.a_day is None:
            return None
        gone_on = self.a_day.year != self.year or self.month not in (None, self.a_day.month)
        return None if self.narrative and gone_on else self.a_day

    def told(self) -> date | None:
        """The date last mentioned, as a day; the day of publication where the text is news without one."""
        if self.year is None or self.bc:
            return None
        return cal.make(self.year, self.month or 1, self.day or 1)


@frozen(slots=True)
class Dated:
    """What a reading comes to."""

    type: str
    value: str
    days: Days | None = None
    precision: Precision | None = None
    basis: Basis = Basis.EXPLICIT
    anchor: str = ""


class Direction(Protocol):
    """The way a bare date points: 1 ahead, -1 back, 0 where nothing tells."""

    def __call__(self, *, before: bool = False, plans: bool = False) -> int:
        """By the words around the date; ``before``: by those before it only.

        With ``plans`` whether it dates what was planned and nobody knows to have come (see ``plans.is_open_plan``).
        """
        ...


def on_day(day: date, frame: Frame, basis: Basis, anchor: str) -> Dated:
    """One day, taken note of."""
    frame.mention(day.year, day.month, day.day)
    return Dated("DATE", day.isoformat(), (day, day), Precision.DAY, basis, anchor)


def period_of(
    unit: str, day: date | None, frame: Frame | None, anchor: str, basis: Basis = Basis.RELATIVE
) -> Dated | None:
    """The calendar unit that ``day`` lies in."""
    if day is None:
        return None
    precision = cal.PRECISION[unit]
    note = frame.mention if frame is not None else (lambda *_: None)
    if unit == "D":
        value, days = day.isoformat(), (day, day)
        note(day.year, day.month, day.day)
    elif unit in ("W", "WE"):
        week = cal.week_days(day)
        if week is None:
            return None
        if unit == "WE":
            saturday = cal.add_days(week[0], 5)
            value, days = cal.iso_week(day) + "-WE", (saturday or week[0], week[1])
        else:
            value, days = cal.iso_week(day), week
        note(days[0].year, days[0].month, days[0].day)
    elif unit == "M":
        value, span = f"{day.year:04}-{day.month:02}", cal.month_days(day.year, day.month)
        days = span or (day, day)
        note(day.year, day.month)
    elif unit == "Q":
        quarter = (day.month + 2) // 3
        return quarter_of(day.year, quarter, frame, anchor, basis)
    elif unit == "Y":
        value, days = f"{day.year:04}", (date(day.year, 1, 1), date(day.year, 12, 31))
        note(day.year)
    else:
        size = {"DE": 10, "CE": 100, "ML": 1000}[unit]
        first = max(1, day.year // size * size)
        span = cal.years(first, min(9999, day.year // size * size + size - 1))
        value, days = f"{day.year // size:0{5 - len(str(size))}}", span or (day, day)
    return Dated("DATE", value, days, precision, basis, anchor)


def half_of(year: int, number: int, basis: Basis, anchor: str) -> Dated | None:
    """A half of a year."""
    days = cal.months(year, 6 * number - 5, year, 6 * number)
    return Dated("DATE", f"{year:04}-H{number}", days, Precision.QUARTER, basis, anchor) if days else None


def quarter_of(year: int, quarter: int, frame: Frame | None, anchor: str, basis: Basis) -> Dated | None:
    """A quarter of a year."""
    days = cal.months(year, 3 * quarter - 2, year, 3 * quarter)
    if days is None:
        return None
    if frame is not None:
        frame.mention(year, 3 * quarter - 2)
        frame.quarter = (year, quarter, frame.at)
    return Dated("DATE", f"{year:04}-Q{quarter}", days, Precision.QUARTER, basis, anchor)
