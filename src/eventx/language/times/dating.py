"""From a reading to the calendar: TIMEX3 value, first and last day, precision, basis."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from attrs import define, evolve, frozen

from eventx.language.times import calendar as cal
from eventx.language.times.calendar import Days
from eventx.language.times.holidays import feast
from eventx.language.times.reading import Reading
from eventx.records import Basis, Precision

_FAR = 8  # years
_NEAR = 45  # days within which a month and day is taken for the nearest one, whatever the verb
_TOO_CLOSE = 2  # days: "last Monday" is not said of the day before yesterday
_TURN = 11  # December to January: the story goes on into the next year


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

    def mention(self, year: int, month: int | None = None, day: int | None = None, passing: bool = False) -> None:
        """Take note of a date mentioned. A single one far from the story does not move it; a second one does."""
        if self.narrative and passing and self.year is not None:
            return
        if self.narrative and self.year is not None and abs(year - self.year) > _FAR:
            if self.aside is None or abs(self.aside - year) > _FAR:
                self.aside = year
                return
        self.aside = None
        self.year, self.month, self.day = year, month, day

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


Direction = Callable[..., int]  # the way a bare date points; with True by the words before it only


def dated(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """The calendar sense of ``reading``; None where it names nothing possible ("31 February")."""
    found = _KINDS[reading.kind](reading, frame, direction)
    if found is not None and reading.clock and reading.kind != "clock" and found.precision is Precision.DAY:
        return evolve(found, type="TIME", value=found.value + reading.clock)
    return found


def _year_value(year: int, bc: bool) -> str:
    return f"BC{year:04}" if bc else f"{year:04}"


def _date(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    year, month, day = reading.year, reading.month, reading.day
    if reading.bc or (frame.bc and (year is None or year < 1000)):
        return _before_christ(reading, frame)
    basis, anchor = Basis.EXPLICIT, ""
    if month is None and day is not None:
        return _day_of_month(reading, frame)
    if year is None:
        year, anchor = _year_of(reading, frame, direction)
        if year is None:
            return _open(reading)
        basis = Basis.INHERITED if anchor == "narrative" else Basis.EXPLICIT if day else Basis.RELATIVE
    else:
        frame.bc = False
    if month is None:
        span = cal.years(year, year)
        frame.mention(year, passing=reading.passing)
        return Dated("DATE", f"{year:04}", span, Precision.YEAR, basis, anchor) if span else None
    if day is None:
        span = cal.month_days(year, month)
        frame.mention(year, month)
        return Dated("DATE", f"{year:04}-{month:02}", span, Precision.MONTH, basis, anchor) if span else None
    full = cal.make(year, month, day)
    if full is None:
        return None
    frame.mention(year, month, day)
    return Dated("DATE", full.isoformat(), (full, full), Precision.DAY, basis, anchor)


def _open(reading: Reading) -> Dated:
    """A date without its year and nothing to take it from."""
    value = f"XXXX-{reading.month:02}" + (f"-{reading.day:02}" if reading.day else "")
    return Dated("DATE", value, None, Precision.DAY if reading.day else Precision.MONTH)


def _before_christ(reading: Reading, frame: Frame) -> Dated | None:
    year = reading.year or frame.year
    if year is None:
        return None
    frame.bc = True
    frame.mention(year, reading.month, reading.day)
    value = f"BC{year:04}" + (f"-{reading.month:02}" if reading.month else "")
    value += f"-{reading.day:02}" if reading.month and reading.day else ""
    return Dated("DATE", value, None, Precision.DAY if reading.day else Precision.YEAR)


def _day_of_month(reading: Reading, frame: Frame) -> Dated | None:
    """ "Thursday 11", "on the 20th": the month from the date last mentioned, or from the day of publication."""
    base = frame.told() if frame.narrative else frame.reference
    if base is None or reading.day is None:
        return Dated("DATE", f"XXXX-XX-{reading.day:02}", None, Precision.DAY)
    best: list[tuple[int, date]] = []
    reach = 8 if reading.weekday else 1
    for shift in range(-reach, reach + 1):
        month = cal.add_months(base.replace(day=1), shift)
        full = cal.make(month.year, month.month, reading.day) if month else None
        if full and (reading.weekday is None or full.isoweekday() == reading.weekday):
            best.append((abs((full - base).days), full))
    if not best:
        return None
    return _on(min(best)[1], frame, Basis.RELATIVE, "narrative" if frame.narrative else "publication")


def _year_of(reading: Reading, frame: Frame, direction: Direction) -> tuple[int | None, str]:
    """The year of a date written without one."""
    month, base, anchor = reading.month or 1, frame.reference, "publication"
    if frame.after is not None and not reading.rel:
        first = frame.after[0]
        return first.year + ((month, reading.day or 31) < (first.month, first.day)), "publication"
    told = frame.told()
    if frame.narrative and told is not None and reading.rel not in ("last", "next", "this"):
        return _told_year(reading, frame), "narrative"
    if reading.rel in ("following", "previous", "that") and told is not None:
        base, anchor = told, "narrative"
    if base is None:
        return None, ""
    if reading.rel in ("last", "previous"):
        return base.year - (month >= base.month), anchor
    if reading.rel in ("next", "following"):
        return base.year + (month <= base.month), anchor
    if reading.rel in ("this", "that"):
        return base.year, anchor
    return _nearest_year(reading, base, direction), anchor


def _told_year(reading: Reading, frame: Frame) -> int:
    """In a story the year goes on, and turns when the months start over."""
    year = frame.year or 1
    if not (reading.month and frame.month):
        return year
    if reading.rel == "following":
        return year + (reading.month <= frame.month)
    if reading.rel == "previous":
        return year - (reading.month >= frame.month)
    return year + (reading.month - frame.month <= -_TURN)


def _nearest_year(reading: Reading, base: date, direction: Direction) -> int:
    month = reading.month or 1
    if reading.day is not None:
        options = [
            (abs((full - base).days), (full - base).days, y)
            for y in (base.year - 1, base.year, base.year + 1)
            if (full := cal.make(y, month, reading.day))
        ]
        return _likeliest(sorted(options), direction) if options else base.year
    way = direction()
    gap = (month - base.month + 6) % 12 - 6  # months from publication to the nearest such month
    if way > 0 and gap < 0:
        gap += 12 if gap < -1 or True else 0
    elif way < 0 and gap > 0:
        gap -= 12
    return base.year + (base.month - 1 + gap) // 12


def _likeliest(options: list[tuple[int, int, int]], direction: Direction) -> int:
    """The year of the nearest day; one farther off where the verb points the other way and the nearest is not near.

    ``options`` are (days away, days ahead, year), the nearest first.
    """
    nearest = options[0]
    if nearest[0] <= _NEAR:
        return nearest[2]
    way = direction()
    return next((year for _, ahead, year in options if ahead * way > 0), nearest[2]) if way else nearest[2]


def _on(day: date, frame: Frame, basis: Basis, anchor: str) -> Dated:
    frame.mention(day.year, day.month, day.day)
    return Dated("DATE", day.isoformat(), (day, day), Precision.DAY, basis, anchor)


def _weekday(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    weekday = reading.weekday or 1
    told = frame.told()
    story = frame.narrative or reading.rel in ("following", "previous", "that")
    base = told if story and told is not None else frame.reference
    anchor = "narrative" if story and told is not None else "publication"
    if base is None:
        return Dated("DATE", f"XXXX-WXX-{weekday}", None, Precision.DAY, Basis.RELATIVE)
    if frame.after is not None and not reading.rel:
        day = cal.add_days(frame.after[0], (weekday - frame.after[0].isoweekday()) % 7)
        return _on(day, frame, Basis.RELATIVE, anchor) if day else None
    back = (base.isoweekday() - weekday) % 7
    if reading.rel in ("next", "following"):
        shift = 7 - back
        shift += 7 if shift <= _TOO_CLOSE and not reading.near and anchor == "publication" else 0
    elif reading.rel in ("last", "previous"):
        shift = -(back or 7)
        shift -= 7 if -shift <= _TOO_CLOSE and not reading.near and anchor == "publication" else 0
    elif reading.rel == "this":
        shift = weekday - base.isoweekday()
        shift += 7 if shift < 0 and direction() >= 0 else 0
    elif reading.rel == "that":
        shift = -back
    elif direction() > 0:
        shift = (7 - back) % 7
    else:
        shift = -back
    day = cal.add_days(base, shift)
    return _on(day, frame, Basis.RELATIVE, anchor) if day else None


def _base(reading: Reading, frame: Frame) -> tuple[date | None, str]:
    """The day that a relative expression is counted from, and what that is."""
    told = frame.told()
    if told is not None and (reading.base == "narrative" or frame.narrative):
        return told, "narrative"
    return frame.reference, "publication"


def _offset(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    unit = reading.unit
    if reading.base == "event":
        return _from_event(reading, frame, direction)
    base, anchor = _base(reading, frame)
    if frame.narrative and not reading.base == "narrative" and unit == "D" and reading.value == "":
        return Dated("DATE", "PRESENT_REF", None, None, Basis.RELATIVE) if reading.count == 0 else None
    if reading.stage == "within" and (frame.narrative or direction() <= 0 or reading.vague):
        return Dated("DURATION", reading.value)
    if reading.vague:
        return Dated("DATE", "PAST_REF" if reading.stage == "back" else "FUTURE_REF", None, None, Basis.RELATIVE)
    if unit.startswith("T"):
        return _clock_offset(reading, base, anchor)
    if base is None:
        return Dated(
            "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), None, None, Basis.RELATIVE
        )
    if reading.rel and not reading.clock:
        return None
    return _shifted(unit, reading.count, base, frame, anchor)


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
        return _period(
            {"week": "W", "month": "M", "year": "Y"}.get(str(anchor.precision), "Y"), day, frame, anchor.anchor
        )
    return _on(day, frame, Basis.RELATIVE, anchor.anchor)


def _clock_offset(reading: Reading, base: date | None, anchor: str) -> Dated | None:
    if base is None:
        return Dated("TIME", "XXXX-XX-XXTXX", None, Precision.DAY, Basis.RELATIVE)
    hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[reading.unit] * reading.count
    day = cal.add_days(base, int(hours / 24)) if abs(hours) < 24e6 else None
    if day is None:
        return None
    return Dated("TIME", f"{day.isoformat()}TXX", (day, day), Precision.DAY, Basis.RELATIVE, anchor)


def _from_event(reading: Reading, frame: Frame, direction: Direction) -> Dated:
    """A length to an event in its own clause. The event lies as long before publication in a news frame."""
    length = Dated("DURATION", reading.value, None, None, Basis.RELATIVE, "event")
    if (
        frame.reference is None
        or frame.narrative
        or reading.signal != "after"
        or reading.vague
        or reading.unit.startswith("T")
        or direction(True) < 0
    ):
        return length
    shifted = _shifted(reading.unit, -reading.count, frame.reference, evolve(frame), "event")
    return evolve(length, days=shifted.days, precision=shifted.precision) if shifted else length


def _shifted(unit: str, count: float, base: date, frame: Frame, anchor: str) -> Dated | None:
    """The day, week, month, year ... that lies ``count`` units from ``base``."""
    number = int(count)
    if abs(number) > 100_000:
        return None
    if unit == "D":
        day = cal.add_days(base, number)
        return _on(day, frame, Basis.RELATIVE, anchor) if day else None
    if unit in ("W", "FN", "WE"):
        day = cal.add_days(base, number * (14 if unit == "FN" else 7) + (round((count - number) * 7)))
        return _period("WE" if unit == "WE" else "W", day, frame, anchor)
    if unit in ("M", "Q"):
        return _period(unit, cal.add_months(base, number * (3 if unit == "Q" else 1)), frame, anchor)
    years = round(count * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(unit, 1) - (0.01 if count < 0 else 0))
    if not 1 <= base.year + years <= 9999:
        return None
    return _period(
        "Y" if unit == "Y" else unit if unit != "DE" else "DE",
        cal.make(base.year + years, base.month, 1),
        frame,
        anchor,
    )


def _period(
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
        return _quarter_days(day.year, quarter, frame, anchor, basis)
    elif unit == "Y":
        value, days = f"{day.year:04}", (date(day.year, 1, 1), date(day.year, 12, 31))
        note(day.year)
    else:
        size = {"DE": 10, "CE": 100, "ML": 1000}[unit]
        first = max(1, day.year // size * size)
        span = cal.years(first, min(9999, day.year // size * size + size - 1))
        value, days = f"{day.year // size:0{5 - len(str(size))}}", span or (day, day)
    return Dated("DATE", value, days, precision, basis, anchor)


def _quarter_days(year: int, quarter: int, frame: Frame | None, anchor: str, basis: Basis) -> Dated | None:
    days = cal.months(year, 3 * quarter - 2, year, 3 * quarter)
    if days is None:
        return None
    if frame is not None:
        frame.mention(year, 3 * quarter - 2)
    return Dated("DATE", f"{year:04}-Q{quarter}", days, Precision.QUARTER, basis, anchor)


def _shift(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    unit = "W" if reading.unit == "FN" else reading.unit
    told = frame.told()
    deictic = reading.rel in ("last", "next", "this") and not (frame.narrative and told)
    if frame.narrative and not reading.rel:
        deictic = False
    base, anchor = (frame.reference, "publication")
    if not deictic and told is not None and (reading.base == "narrative" or frame.narrative):
        base, anchor = told, "narrative"
    if frame.bc and not deictic:
        if unit != "Y" or frame.year is None or frame.year <= reading.count:
            return None
        return _before_christ(Reading(start=0, end=0, kind="date", year=frame.year - int(reading.count)), frame)
    if base is None:
        open_value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX"}
        return Dated("DATE", open_value.get(unit, "XXXX"), None, None, Basis.RELATIVE)
    if reading.rel == "yearago":
        if unit == "Y":
            return None
        past = cal.add_months(base, -12)
        return _period(unit, past, None, anchor)
    if unit == "D":
        return _shift_day(reading, base, frame, anchor)
    count = reading.count
    if unit == "WE":
        count += _weekend_way(reading, base, direction)
    return _shifted(unit, count, base, frame, anchor)


def _week_part(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "Tuesday of next week": the weekday in the week that is named."""
    week = _shift(reading, frame, direction)
    if week is None or week.days is None or week.precision is not Precision.WEEK:
        return Dated("DATE", f"XXXX-WXX-{reading.weekday}", None, Precision.DAY, Basis.RELATIVE)
    day = cal.add_days(week.days[0], (reading.weekday or 1) - 1)
    return _on(day, frame, Basis.RELATIVE, week.anchor) if day else None


def _nth(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "the first week of May", "the second Tuesday of November", "the last weekend in March"."""
    named = reading.month is not None or reading.year is not None
    of_unit = evolve(reading, unit=reading.value, number=0, weekday=None)
    whole = _date(evolve(reading, weekday=None), frame, direction) if named else _shift(of_unit, frame, direction)
    if whole is None or whole.days is None:
        return whole
    first, last = whole.days
    number = reading.number
    if reading.weekday:
        day = cal.add_days(first, (reading.weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        if number < 0:
            day = cal.add_days(last, -((last.isoweekday() - reading.weekday) % 7))
        fits = day is not None and day <= last
        return _on(day, frame, whole.basis, whole.anchor) if fits and day else None
    if reading.unit == "D":
        day = cal.add_days(first, number - 1) if number > 0 else last
        return _on(day, frame, whole.basis, whole.anchor) if day and day <= last else None
    if reading.unit == "M" and reading.month is None:
        month = number if number > 0 else 12
        return _date(evolve(reading, month=month), frame, direction) if month <= 12 else None
    if reading.unit not in ("W", "WE"):
        return None
    thursday = cal.add_days(first, (3 - first.weekday()) % 7 + 7 * (number - 1))
    if number < 0:
        thursday = cal.add_days(last, -((last.weekday() - 3) % 7))
    return _period(reading.unit, thursday, frame, whole.anchor, whole.basis)


def _weekend_way(reading: Reading, base: date, direction: Direction) -> int:
    """ "the weekend" lies behind unless the verb says otherwise; on Saturday and Sunday it is this one."""
    if base.isoweekday() >= 6 or frame_free(reading):
        return 0
    if reading.rel == "":
        return 0 if direction() > 0 else -1
    if reading.rel == "this":
        return -1 if direction() < 0 and base.isoweekday() <= 2 else 0
    return 0


def frame_free(reading: Reading) -> bool:
    """True where the weekend was counted from elsewhere than the day of publication."""
    return reading.base == "narrative"


def _shift_day(reading: Reading, base: date, frame: Frame, anchor: str) -> Dated | None:
    if reading.rel == "this" and anchor != "narrative":
        return Dated("DATE", base.isoformat(), (base, base), Precision.DAY, Basis.RELATIVE, anchor)
    day = cal.add_days(base, int(reading.count))
    return _on(day, frame, Basis.RELATIVE, anchor) if day else None


def _season(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
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


def _quarter(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    year = reading.year
    basis, anchor = Basis.EXPLICIT, ""
    if year is None:
        base, anchor = frame.reference, "publication"
        if frame.narrative and frame.told():
            base, anchor = frame.told(), "narrative"
        if base is None:
            prefix = "H" if reading.kind == "half" else "Q"
            return Dated("DATE", f"XXXX-{prefix}{reading.number}", None, Precision.QUARTER, Basis.RELATIVE)
        basis = Basis.RELATIVE
        year = base.year + {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
        size = 3 if reading.kind == "quarter" else 6
        begins = (reading.number - 1) * size + 1
        if not reading.rel and begins > base.month and direction() <= 0 and not frame.narrative:
            year -= 1
    if reading.kind == "half":
        days = cal.months(year, 6 * reading.number - 5, year, 6 * reading.number)
        return Dated("DATE", f"{year:04}-H{reading.number}", days, Precision.QUARTER, basis, anchor) if days else None
    return _quarter_days(year, reading.number, frame, anchor, basis)


def _decade(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    year = reading.year or 0
    if reading.bc:
        frame.bc = True
        return Dated("DATE", f"BC{year // 10:03}", None, Precision.DECADE)
    days = cal.years(year, year + 9)
    return Dated("DATE", f"{year // 10:03}", days, Precision.DECADE) if days else None


def _century(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    number = reading.number - 1
    if reading.bc:
        return Dated("DATE", f"BC{number:02}", None, Precision.DECADE)
    days = cal.years(max(1, number * 100), number * 100 + 99)
    return Dated("DATE", f"{number:02}", days, Precision.DECADE) if days else None


def _fiscal(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    if reading.year is None:
        if frame.reference is None:
            return Dated("DATE", "FYXXXX", None, Precision.YEAR, Basis.RELATIVE)
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
        return Dated("DATE", f"FY{frame.reference.year + shift}", None, Precision.YEAR, Basis.RELATIVE, "publication")
    return Dated("DATE", f"FY{reading.year}", None, Precision.YEAR)


def _holiday(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    year, anchor = reading.year, ""
    base = frame.told() if frame.narrative else frame.reference
    key = reading.value
    if year is None and base is None:
        return Dated("DATE", f"XXXX-{key}" if re.fullmatch(r"\d\d-\d\d", key) else "XXXX-XX-XX", None, Precision.DAY)
    if year is None and base is not None:
        anchor = "narrative" if frame.narrative else "publication"
        year = base.year if frame.narrative else _feast_year(reading, base, direction)
    day = feast(key, year or 1)
    shifted = cal.add_days(day, int(reading.count)) if day else None
    return _on(shifted, frame, Basis.EXPLICIT, anchor) if shifted else None


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
    return _likeliest(sorted(days), lambda: way)


def _length(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    plain = Dated("DURATION", reading.value)
    if not reading.rel or reading.days is None or frame.reference is None or frame.narrative:
        return plain
    unit = reading.unit if reading.unit in cal.PRECISION else "D"
    base = frame.reference
    if reading.rel in ("last", "previous"):
        first, last = _reach(base, unit, -reading.count, reading.days), base
    elif reading.rel == "next":
        first, last = cal.add_days(base, 1), _reach(base, unit, reading.count, reading.days)
    else:
        return plain
    if first is None or last is None:
        return plain
    return evolve(plain, days=(first, last), precision=cal.PRECISION[unit], basis=Basis.RELATIVE, anchor="publication")


def _reach(base: date, unit: str, count: float, days: int) -> date | None:
    """The day ``count`` units from ``base``: by the calendar for months and years, else by days."""
    size = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if size and abs(count) < 1e4:
        return cal.add_months(base, round(count * size))
    return cal.add_days(base, days if count > 0 else -days)


def _weekof(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    inner = _date(reading, frame, direction)
    if inner is None or inner.days is None:
        return inner
    day = cal.add_days(inner.days[0], int(reading.count) * {"D": 1, "W": 7, "WE": 7}.get(reading.unit, 30))
    return _period(reading.unit, day, frame, inner.anchor, inner.basis)


def _clock(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    base = frame.told() if frame.narrative or (frame.day and frame.year) else frame.reference
    if base is None or (frame.narrative and frame.day is None):
        return Dated("TIME", "XXXX-XX-XX" + reading.clock, None, Precision.DAY, Basis.RELATIVE)
    anchor = "narrative" if frame.narrative or frame.day else "publication"
    return Dated("TIME", base.isoformat() + reading.clock, (base, base), Precision.DAY, Basis.RELATIVE, anchor)


def _set(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    return Dated("SET", reading.value)


def _ref(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    return Dated("DATE", reading.value, None, None, Basis.RELATIVE)


_KINDS: dict[str, Callable[[Reading, Frame, Direction], Dated | None]] = {
    "date": _date,
    "weekday": _weekday,
    "weekpart": _week_part,
    "nth": _nth,
    "counted": _counted,
    "offset": _offset,
    "shift": _shift,
    "season": _season,
    "quarter": _quarter,
    "half": _quarter,
    "decade": _decade,
    "century": _century,
    "fiscal": _fiscal,
    "holiday": _holiday,
    "length": _length,
    "weekof": _weekof,
    "clock": _clock,
    "set": _set,
    "ref": _ref,
}
