"""Seasons, quarters, halves, decades, centuries, fiscal years and holidays."""

from __future__ import annotations

import re
from datetime import date

from eventx.language.times import calendar as cal
from eventx.language.times.frame import Dated, Direction, Frame, half_of, on_day, period_of, quarter_of
from eventx.language.times.holidays import feast
from eventx.language.times.points import likeliest
from eventx.language.times.reading import Reading
from eventx.records import Basis, Precision


def date_season(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A season, of a year given, told or counted from publication."""
    season, year = reading.value, reading.year
    basis, anchor = Basis.EXPLICIT, ""
    if reading.bc or (frame.bc and year is None):
        return Dated("DATE", f"BC{year or frame.year or 0:04}-{season}", None, Precision.QUARTER)
    if year is None:
        year, anchor = _season_year(reading, frame, direction)
        basis = Basis.RELATIVE
    if year is None:
        return Dated("DATE", f"XXXX-{season}", None, Precision.QUARTER, Basis.RELATIVE)
    days = cal.season_days(year, season)
    if days is None:
        return None
    frame.mention(year, cal.SEASONS[season][0])
    return Dated("DATE", f"{year:04}-{season}", days, Precision.QUARTER, basis, anchor)


def _season_year(reading: Reading, frame: Frame, direction: Direction) -> tuple[int | None, str]:
    first = cal.SEASONS[reading.value][0]
    told = frame.told()
    if told is not None and (frame.narrative or reading.rel in ("following", "previous", "that")):
        if reading.rel in ("following", "next"):
            return told.year + (first <= told.month), "narrative"
        return told.year - (reading.rel in ("previous", "last")), "narrative"
    base = frame.reference
    if base is None:
        return None, ""
    if reading.rel == "ago":
        begun = base.year - (first > base.month)
        days = cal.season_days(begun, reading.value)
        return begun - int(reading.count) + (days is None or base > days[1]), "publication"
    if reading.rel in ("last", "previous"):
        return base.year - (first >= base.month or base.month <= 2), "publication"
    if reading.rel in ("next", "following"):
        return base.year + (first <= base.month), "publication"
    if reading.value == "WI" and base.month <= 2:
        return base.year - 1, "publication"
    if reading.rel == "this":
        return base.year, "publication"
    way = direction()
    gap = (first + 1 - base.month + 6) % 12 - 6
    gap += 12 if way > 0 and gap < -1 else -12 if way < 0 and gap > 1 else 0
    return base.year + (base.month - 1 + gap) // 12, "publication"


def date_quarter(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A quarter or half of a year; without a year the last one begun, unless the verb points ahead."""
    year, number = reading.year, reading.number
    if reading.value == "FY" and year is not None:
        return Dated("DATE", f"FY{year}-{'H' if reading.kind == 'half' else 'Q'}{number}", None, Precision.QUARTER)
    basis, anchor = Basis.EXPLICIT, ""
    if year is None:
        base, anchor = frame.reference, "publication"
        if frame.narrative and frame.told():
            base, anchor = frame.told(), "narrative"
        if base is None:
            prefix = "H" if reading.kind == "half" else "Q"
            return Dated("DATE", f"XXXX-{prefix}{number}", None, Precision.QUARTER, Basis.RELATIVE)
        basis, year = Basis.RELATIVE, _quarter_year(reading, base, frame.narrative, direction)
    if reading.kind == "half":
        frame.half = (year, number, frame.at)
        return half_of(year, number, basis, anchor)
    return quarter_of(year, number, frame, anchor, basis)


def _quarter_year(reading: Reading, base: date, narrative: bool, direction: Direction) -> int:
    year = base.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
    begins = (reading.number - 1) * (3 if reading.kind == "quarter" else 6) + 1
    bare = reading.rel in ("", "that", "yearago")
    begun = begins + 3 if reading.stage == "whole" else begins  # of "the October-December quarter" the last is over
    if reading.kind == "half" and direction() < 0:
        begun = begins + 2  # in January nobody reports on the half that has just begun
    if bare and begun > base.month and not narrative and (reading.rel == "yearago" or direction() <= 0):
        year -= 1
    return year - (reading.rel == "yearago")


def date_yearago(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A unit of the year before: "the same quarter a year ago", "the year-earlier period"; or the quarter at hand.

    The quarter is the one that the text named last, else the last that is over.
    """
    near, half, unit = frame.quarter_near(), frame.half_near(), reading.unit
    base, anchor = frame.reference, "publication"
    if frame.narrative and frame.told():
        base, anchor = frame.told(), "narrative"
    if base is None:
        return Dated("DATE", "XXXX-QX" if unit == "Q" else "XXXX", None, None, Basis.RELATIVE)
    if half and unit == "":
        return half_of(reading.year or half[0] - 1, half[1], Basis.RELATIVE, anchor)
    if unit == "Q" or (unit == "" and near):
        over = divmod(base.year * 4 + (base.month - 1) // 3 - 1, 4)
        year, number = near if near and reading.rel != "latest" else (over[0], over[1] + 1)
        back = 0 if reading.rel in ("same", "latest") else 1
        year = reading.year + back if reading.year else year
        return quarter_of(year - back, number, frame if not back else None, anchor, Basis.RELATIVE)
    if unit in ("Y", "D"):
        return None
    if unit == "" and reading.year:
        return period_of("Y", cal.make(reading.year, 1, 1), None, anchor)
    told = frame.told()
    here = told is not None and reading.near and unit in ("W", "M") and frame.said_at >= frame.sentence
    base = told if told is not None and (reading.base == "narrative" or here) else base
    back = 12 if reading.year is None else 12 * (base.year - reading.year)
    return period_of(unit or "Y", cal.add_months(base, -back), None, anchor)


def date_decade(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A decade; "'30s" lies in the century of the decade mentioned before, else in the last one."""
    year = reading.year or 0
    if reading.vague and frame.decade:
        year = frame.decade // 100 * 100 + year % 100
        year -= 100 if frame.reference and year > frame.reference.year else 0
    if reading.bc:
        frame.bc = True
        return Dated("DATE", f"BC{year // 10:03}", None, Precision.DECADE)
    frame.decade = year
    days = cal.years(year, year + 9)
    return Dated("DATE", f"{year // 10:03}", days, Precision.DECADE) if days else None


def date_century(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A century, by the years that its number suggests: the 20th is 1900 to 1999, as TIMEX3 has it."""
    number = reading.number - 1
    if reading.bc:
        return Dated("DATE", f"BC{number:02}", None, Precision.DECADE)
    days = cal.years(max(1, number * 100), number * 100 + 99)
    return Dated("DATE", f"{number:02}", days, Precision.DECADE) if days else None


def date_fiscal(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A fiscal year: a value without days, as its first day differs by country and company."""
    if reading.year is None:
        if frame.reference is None:
            return Dated("DATE", "FYXXXX", None, Precision.YEAR, Basis.RELATIVE)
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
        return Dated("DATE", f"FY{frame.reference.year + shift}", None, Precision.YEAR, Basis.RELATIVE, "publication")
    return Dated("DATE", f"FY{reading.year}", None, Precision.YEAR)


def date_holiday(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """The day of a holiday in its year."""
    year, anchor = reading.year, ""
    base = frame.told() if frame.narrative else frame.reference
    key = reading.value
    if len(key) == len("2001-09-11"):
        year = int(key[:4])
    if year is None and base is None:
        return Dated("DATE", f"XXXX-{key}" if re.fullmatch(r"\d\d-\d\d", key) else "XXXX-XX-XX", None, Precision.DAY)
    if year is None and base is not None:
        anchor = "narrative" if frame.narrative else "publication"
        year = base.year if frame.narrative else _feast_year(reading, base, direction)
    day = feast(key, year or 1)
    shifted = cal.add_days(day, int(reading.count)) if day else None
    if reading.unit == "WE" and shifted:
        return _feast_weekend(shifted, anchor)
    return on_day(shifted, frame, Basis.EXPLICIT, anchor) if shifted else None


def _feast_weekend(day: date, anchor: str) -> Dated | None:
    """ "Labor Day weekend": the Saturday and Sunday nearest, and the feast where it lies beside them."""
    saturday = cal.add_days(day, (5 - day.weekday() + 3) % 7 - 3)
    sunday = cal.add_days(saturday, 1) if saturday else None
    if saturday is None or sunday is None:
        return None
    near = abs((day - saturday).days) <= 2
    days = (min(day, saturday), max(day, sunday)) if near else (saturday, sunday)
    return Dated("DATE", cal.iso_week(saturday) + "-WE", days, Precision.DAY, Basis.EXPLICIT, anchor)


def _feast_year(reading: Reading, base: date, direction: Direction) -> int | None:
    if reading.rel.endswith("-year"):
        return base.year + {"last": -1, "next": 1}.get(reading.rel[:4], 0)
    days = [
        (abs((d - base).days), (d - base).days, y)
        for y in (base.year - 1, base.year, base.year + 1)
        if (d := feast(reading.value, y))
    ]
    if not days:
        return None
    way = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel) or direction()
    if reading.rel:
        return min([d for d in days if d[1] * way >= 1] or days)[2]
    return likeliest(sorted(days), lambda: way)
