"""From a reading to the calendar: TIMEX3 value, first and last day, precision, basis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import evolve

from eventx.language.times import calendar as cal
from eventx.language.times import cycles, pieces, points, relative
from eventx.language.times.frame import Dated, Direction, Frame, on_day, period_of
from eventx.language.times.reading import Reading
from eventx.records import Basis, Precision


def dated(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """The calendar sense of ``reading``; None where it names nothing possible ("31 February")."""
    found = _KINDS[reading.kind](reading, frame, direction)
    if (
        found is not None
        and reading.clock
        and reading.kind not in ("clock", "overnight")
        and found.precision is Precision.DAY
    ):
        return evolve(found, type="TIME", value=found.value + reading.clock)
    return found


def _nothing_tells(*, before: bool = False, plans: bool = False) -> int:
    """The way of a date that stands for itself, whatever the verbs around it say."""
    return 0


def _counted(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "two weeks before Christmas", "three days from tomorrow": counted from a day that is named."""
    way = direction if reading.anchor is not None and reading.anchor.weekday else _nothing_tells
    anchor = dated(reading.anchor, frame, way) if reading.anchor else None
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


def _portion(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "the first nine months of 1989": a length, with its days in the period that it is a part of."""
    whole = dated(reading.anchor, frame, direction) if reading.anchor else None
    if whole is None:
        return None
    return pieces.part_of(reading, whole, frame)


def _set(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    return Dated("SET", reading.value)


def _ref(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    return Dated("DATE", reading.value, None, None, Basis.RELATIVE)


_KINDS: Final[dict[str, Callable[[Reading, Frame, Direction], Dated | None]]] = {
    "date": points.date_date,
    "weekday": points.date_weekday,
    "weekpart": relative.date_week_part,
    "nth": pieces.date_nth,
    "counted": _counted,
    "portion": _portion,
    "steps": pieces.date_steps,
    "weeknumber": pieces.date_week_number,
    "dayoffset": pieces.date_weekday_offset,
    "bareunit": relative.date_bare_unit,
    "todate": pieces.date_to_date,
    "offset": relative.date_offset,
    "shift": relative.date_shift,
    "season": cycles.date_season,
    "quarter": cycles.date_quarter,
    "half": cycles.date_quarter,
    "yearago": cycles.date_yearago,
    "decade": cycles.date_decade,
    "century": cycles.date_century,
    "fiscal": cycles.date_fiscal,
    "holiday": cycles.date_holiday,
    "length": relative.date_length,
    "weekof": pieces.date_weekof,
    "clock": relative.date_clock,
    "overnight": relative.date_overnight,
    "set": _set,
    "ref": _ref,
}
