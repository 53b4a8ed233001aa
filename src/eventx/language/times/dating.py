"""From a reading to the calendar: TIMEX3 value, first and last day, precision, basis."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from eventx.language.times import calendar as cal
from eventx.language.times import cycles, points, relative
from eventx.language.times.frame import Dated, Direction, Frame, on_day, period_of
from eventx.language.times.points import date_date
from eventx.language.times.reading import Reading
from eventx.language.times.relative import date_shift
from eventx.records import Basis, Precision


def dated(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """The calendar sense of ``reading``; None where it names nothing possible ("31 February")."""
    found = _KINDS[reading.kind](reading, frame, direction)
    if found is not None and reading.clock and reading.kind != "clock" and found.precision is Precision.DAY:
        return evolve(found, type="TIME", value=found.value + reading.clock)
    return found


def _counted(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "two weeks before Christmas", "three days from tomorrow": counted from a day that is named."""
    anchor = (
        dated(reading.anchor, frame, direction if reading.anchor.weekday else lambda: 0) if reading.anchor else None
    )
    if anchor is None or anchor.days is None or reading.unit.startswith("T"):
        return anchor
    base = anchor.days[0] if reading.count < 0 else anchor.days[1]
    number = reading.count
    if reading.unit in ("D", "W", "FN", "WE"):
        day = cal.add_days(base, round(number * {"D": 1, "FN": 14}.get(reading.unit, 7))) if abs(number) < 1e6 else None
    else:
        unit = {"M": 1, "Q": 3, "Y": 12, "DE": 120}.get(reading.unit, 1200)
        day = cal.add_months(base, round(number * unit)) if abs(number) < 1e5 else None
    if day is None:
        return None
    if anchor.precision is not Precision.DAY:
        return period_of(
            {"week": "W", "month": "M", "year": "Y"}.get(str(anchor.precision), "Y"), day, frame, anchor.anchor
        )
    return on_day(day, frame, Basis.RELATIVE, anchor.anchor)


def _nth(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
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


def _weekof(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    inner = date_date(reading, frame, direction)
    if inner is None or inner.days is None:
        return inner
    day = cal.add_days(inner.days[0], int(reading.count) * {"D": 1, "W": 7, "WE": 7}.get(reading.unit, 30))
    return period_of(reading.unit, day, frame, inner.anchor, inner.basis)


def _set(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    return Dated("SET", reading.value)


def _ref(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    return Dated("DATE", reading.value, None, None, Basis.RELATIVE)


_KINDS: dict[str, Callable[[Reading, Frame, Direction], Dated | None]] = {
    "date": points.date_date,
    "weekday": points.date_weekday,
    "weekpart": relative.date_week_part,
    "nth": _nth,
    "counted": _counted,
    "offset": relative.date_offset,
    "shift": relative.date_shift,
    "season": cycles.date_season,
    "quarter": cycles.date_quarter,
    "half": cycles.date_quarter,
    "decade": cycles.date_decade,
    "century": cycles.date_century,
    "fiscal": cycles.date_fiscal,
    "holiday": cycles.date_holiday,
    "length": relative.date_length,
    "weekof": _weekof,
    "clock": relative.date_clock,
    "set": _set,
    "ref": _ref,
}
