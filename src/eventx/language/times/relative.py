"""Dates counted in units from publication, from the date last mentioned, or from an event; lengths."""

from __future__ import annotations

from datetime import date
from typing import Final

from attrs import evolve

from eventx.language.times import calendar as cal
from eventx.language.times.frame import Dated, Direction, Frame, half_of, on_day, period_of, quarter_of
from eventx.language.times.points import before_christ
from eventx.language.times.reading import Reading
from eventx.records import Basis, Precision

_FINE: Final = frozenset(("D", "W", "FN"))  # units that are counted from a day, not from a year or month
_TOLD_NEAR: Final = 300  # characters for which the month or year of a date stays the one that is meant
_REPORTED: Final = 3  # months in which the year before is still reported on
_ONE_SENTENCE: Final = 200  # characters: what the sentence before may have named
_SAME_NEWS: Final = 14  # days from publication within which a day mentioned is that of the news told


def base_of(reading: Reading, frame: Frame) -> tuple[date | None, str]:
    """The day that a relative expression is counted from, and what that is."""
    story = frame.counting() if reading.base == "narrative" else frame
    told = story.told()
    if told is not None and (reading.base == "narrative" or frame.narrative):
        return (story.day_told() if reading.unit in _FINE else told), "narrative"
    return frame.reference, "publication"


def date_offset(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """So many units from publication, from the date last mentioned, or from an event."""
    unit = reading.unit
    if reading.base == "event":
        return _from_event(reading, frame, direction)
    base, anchor = base_of(reading, frame)
    if frame.narrative and reading.base != "narrative" and unit == "D" and reading.value == "":
        if reading.count == 0:
            return Dated("DATE", "PRESENT_REF", None, None, Basis.RELATIVE)
        base, anchor = frame.reference, "publication"
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
    if not frame.narrative and unit == "Y" and reading.number and abs(reading.count) == 1:
        compared = _same_unit(int(reading.count), frame, anchor)
        if compared is not None:
            return compared
    return shifted(unit, reading.count, base, frame, anchor)


def _same_unit(step: int, frame: Frame, anchor: str) -> Dated | None:
    """ "from $3 million a year earlier", "May 2008 ... a year later": as fine as what it is compared with."""
    near, here, half = frame.quarter_near(), frame.month_here(), frame.half_near()
    if half and step < 0 and frame.half and frame.half[2] >= frame.sentence:
        return half_of(half[0] + step, half[1], Basis.RELATIVE, anchor)
    if not here and near and step < 0 and frame.quarter and frame.quarter[2] >= frame.sentence - _ONE_SENTENCE:
        return quarter_of(near[0] + step, near[1], None, anchor, Basis.RELATIVE)
    if here:
        day = cal.make(here[0] + step, here[1], 1)
        return period_of("M", day, None if step < 0 else frame, anchor)
    return None


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
        or (not reading.near and direction(before=True) < 0)
    ):
        return length
    event = shifted(reading.unit, -reading.count, frame.reference, evolve(frame), "event")
    return evolve(length, days=event.days, precision=event.precision) if event else length


def shifted(unit: str, count: float, base: date, frame: Frame, anchor: str) -> Dated | None:
    """The day, week, month, year ... that lies ``count`` units from ``base``."""
    number = int(count)
    if abs(number) > 100_000:
        return None
    if unit == "D":
        day = cal.add_days(base, number)
        return on_day(day, frame, Basis.RELATIVE, anchor) if day else None
    if unit in ("W", "FN", "WE"):
        day = cal.add_days(base, number * (14 if unit == "FN" else 7) + (round((count - number) * 7)))
        return period_of("WE" if unit == "WE" else "W", day, frame, anchor)
    if unit in ("M", "Q"):
        return period_of(unit, cal.add_months(base, number * (3 if unit == "Q" else 1)), frame, anchor)
    if unit == "Y" and count != number:
        return period_of("Y", cal.add_months(base, round(count * 12)), frame, anchor)
    years = round(count * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(unit, 1) - (0.01 if count < 0 else 0))
    if not 1 <= base.year + years <= 9999:
        return None
    return period_of(
        "Y" if unit == "Y" else unit if unit != "DE" else "DE",
        cal.make(base.year + years, base.month, 1),
        frame,
        anchor,
    )


def date_shift(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """The unit that is so many from the one at hand: "last week", "this year", "the following month"."""
    unit = "W" if reading.unit == "FN" else reading.unit
    told = frame.told()
    deictic = reading.rel in ("last", "next", "this") and (reading.near or not (frame.narrative and told))
    if (frame.narrative and not reading.rel) or _next_of_told(reading, frame):
        deictic = False
    base, anchor = (frame.reference, "publication")
    of_told = reading.base == "narrative" or frame.narrative or _next_of_told(reading, frame)
    leant_on = frame.day_told() if unit == "D" else told
    if not deictic and told is not None and of_told and not _told_of_later(reading, frame, leant_on, direction):
        base, anchor = leant_on, "narrative"
    if frame.bc and not deictic:
        if unit != "Y" or frame.year is None or frame.year <= reading.count:
            return None
        return before_christ(Reading(start=0, end=0, kind="date", year=frame.year - int(reading.count)), frame)
    if base is None:
        open_value = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "WE": "XXXX-WXX-WE", "Q": "XXXX-QX"}
        return Dated("DATE", open_value.get(unit, "XXXX"), None, None, Basis.RELATIVE)
    if frame.narrative and anchor == "publication":
        frame = evolve(frame)  # a word of the writer's own time does not move the story
    if unit == "D":
        return _shift_day(reading, base, frame, anchor)
    count = reading.count
    if unit == "WE":
        count += _weekend_way(reading, base, direction)
    if unit == "W" and reading.rel == "this" and base.isoweekday() == 7 and anchor == "publication" and direction() > 0:
        count += 1  # on Sunday the week to come
    found = shifted(unit, count, base, frame, anchor)
    if unit == "W" and reading.rel == "next" and found is not None and found.days is not None:
        frame.week = (found.days, frame.at)
    return found


def _told_of_later(reading: Reading, frame: Frame, told: date | None, direction: Direction) -> bool:
    """ "is due on 4 June ... flew in the same day": what is past did not happen on a day to come."""
    if frame.narrative or frame.reference is None or told is None or told <= frame.reference:
        return False
    return reading.unit == "D" and reading.count == 0 and direction() < 0


def _next_of_told(reading: Reading, frame: Frame) -> bool:
    """ "on 5 May ... the next day": counted from the day named before, also in news."""
    return reading.unit == "D" and reading.rel == "next" and not reading.near and frame.year is not None


def date_bare_unit(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "for the year", "in the month": the one of the date named before, else the one at hand.

    Early in a year what is reported "for the year" is the one that is over.
    """
    told, base, unit = frame.told(), frame.reference, reading.unit
    near = told is not None and frame.at - frame.said_at <= _TOLD_NEAR
    if told is not None and unit in ("Y", "M") and (near or frame.narrative) and (unit == "Y" or frame.month):
        return period_of(unit, told, None, "narrative")
    if base is None:
        return Dated(
            "DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"), basis=Basis.RELATIVE
        )
    if unit == "Y" and base.month <= _REPORTED and direction() < 0:
        base = cal.add_months(base, -12) or base
    return period_of(unit, base, None, "publication")


def date_week_part(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "Tuesday of next week": the weekday in the week that is named."""
    week = date_shift(reading, frame, direction)
    if week is None or week.days is None or week.precision is not Precision.WEEK:
        return Dated("DATE", f"XXXX-WXX-{reading.weekday}", None, Precision.DAY, Basis.RELATIVE)
    day = cal.add_days(week.days[0], (reading.weekday or 1) - 1)
    return on_day(day, frame, Basis.RELATIVE, week.anchor) if day else None


def _weekend_way(reading: Reading, base: date, direction: Direction) -> int:
    """ "the weekend" lies behind unless the verb says otherwise; on Saturday and Sunday it is this one."""
    if base.isoweekday() >= 6 or _counted_elsewhere(reading):
        return 0
    if reading.rel == "":
        return 0 if direction() > 0 else -1
    if reading.rel == "this":
        return -1 if direction() < 0 and base.isoweekday() <= 2 else 0
    return 0


def _counted_elsewhere(reading: Reading) -> bool:
    """True where the weekend was counted from elsewhere than the day of publication."""
    return reading.base == "narrative"


def _shift_day(reading: Reading, base: date, frame: Frame, anchor: str) -> Dated | None:
    told = frame.told()
    if reading.rel == "this" and frame.narrative and told is not None and frame.day is not None:
        return Dated("DATE", told.isoformat(), (told, told), Precision.DAY, Basis.RELATIVE, "narrative")
    if reading.rel == "this" and anchor != "narrative":
        return Dated("DATE", base.isoformat(), (base, base), Precision.DAY, Basis.RELATIVE, anchor)
    day = cal.add_days(base, int(reading.count))
    return on_day(day, frame, Basis.RELATIVE, anchor) if day else None


def date_length(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A length; with days where it reaches to or from publication ("the past two weeks")."""
    plain = Dated("DURATION", reading.value)
    if not reading.rel or reading.days is None or frame.reference is None or frame.narrative:
        return plain
    unit = reading.unit if reading.unit in cal.PRECISION else "D"
    base = frame.reference
    if unit == "Q":
        return _quarters(reading, plain, base)
    first: date | None
    last: date | None
    if reading.rel in ("last", "previous"):
        first, last = _reach(base, unit, -reading.count, reading.days), base
    elif reading.rel == "next":
        # days are those to come; hours run from now
        first = base if reading.unit == "TH" else cal.add_days(base, 1)
        last = _reach(base, unit, reading.count, reading.days)
    else:
        return plain
    if first is None or last is None:
        return plain
    return evolve(plain, days=(first, last), precision=cal.PRECISION[unit], basis=Basis.RELATIVE, anchor="publication")


def _quarters(reading: Reading, plain: Dated, base: date) -> Dated:
    """ "the last two quarters": those of the calendar that are over, or are to come."""
    count = max(1, round(reading.count))
    at = base.year * 4 + (base.month - 1) // 3
    first, last = (at - count, at - 1) if reading.rel in ("last", "previous") else (at + 1, at + count)
    if reading.rel not in ("last", "previous", "next", "following") or count > 4000:
        return plain
    days = cal.months(first // 4, first % 4 * 3 + 1, last // 4, last % 4 * 3 + 3)
    return evolve(plain, days=days, precision=Precision.QUARTER, basis=Basis.RELATIVE, anchor="publication")


def _reach(base: date, unit: str, count: float, days: int) -> date | None:
    """The day ``count`` units from ``base``: by the calendar for months and years, else by days."""
    size = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if size and abs(count) < 1e4:
        return cal.add_months(base, round(count * size))
    return cal.add_days(base, days if count > 0 else -days)


def date_overnight(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """ "overnight": from the evening before publication to its morning, or to the next one."""
    base = frame.reference
    if base is None or frame.narrative:
        return Dated("TIME", "XXXX-XX-XXTNI", None, Precision.DAY, Basis.RELATIVE)
    first = base if direction() > 0 else cal.add_days(base, -1)
    last = cal.add_days(first, 1) if first else None
    if first is None or last is None:
        return None
    return Dated("TIME", first.isoformat() + "TNI", (first, last), Precision.DAY, Basis.RELATIVE, "publication")


def date_clock(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A time of day without its day."""
    told, reference = frame.told(), frame.reference
    near = told is not None and reference is not None and abs((told - reference).days) <= _SAME_NEWS
    base = told if frame.narrative or (frame.day and near) else reference
    if base is told and told is not None and reference is not None and told > reference and not frame.narrative:
        base = reference if direction() < 0 else told
    if base is None or (frame.narrative and frame.day is None):
        return Dated("TIME", "XXXX-XX-XX" + reading.clock, None, Precision.DAY, Basis.RELATIVE)
    anchor = "narrative" if base is told else "publication"
    return Dated("TIME", base.isoformat() + reading.clock, (base, base), Precision.DAY, Basis.RELATIVE, anchor)
