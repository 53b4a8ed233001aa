"""Calendar points: dates with or without their year, weekdays, days of the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from attrs import evolve

from eventx.language.times import calendar as cal
from eventx.language.times.frame import Dated, Direction, Frame, on_day
from eventx.language.times.reading import Reading
from eventx.records import Basis, Precision

_JUST_GONE: Final = 2  # days since a weekday for which something was planned: the next one is much farther off
_NEAR: Final = 80  # days within which a month and day is taken for the nearest one, whatever the verb
_TOO_CLOSE: Final = 2  # days: "last Monday" is not said of the day before yesterday
_WEEKS_AGO: Final = 14  # days since the first end of a range, after which a weekday is not counted from there
_EVE: Final = 6  # days since such a weekday: of the morrow nobody says "the following Friday"
_TURN: Final = 11  # December to January: the story goes on into the next year


def date_date(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A date as far as it is given: year, month, day; the year taken from elsewhere where it is not."""
    year, month, day = reading.year, reading.month, reading.day
    if reading.bc or (frame.bc and (year is None or year < 1000)):
        return before_christ(reading, frame)
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


def before_christ(reading: Reading, frame: Frame) -> Dated | None:
    """A date before our era: a value ("BC0480-09"), and no days, as the calendar has none."""
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
    return on_day(min(best)[1], frame, Basis.RELATIVE, "narrative" if frame.narrative else "publication")


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
    counted = reading.unit == "Y"  # "January last year", where "last January" is the nearest one
    if reading.rel in ("last", "previous"):
        return base.year - (counted or month >= base.month), anchor
    if reading.rel in ("next", "following"):
        return base.year + (counted or month <= base.month), anchor
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
        if reading.named_year and base.year >= reading.named_year:
            return reading.named_year
        return likeliest(sorted(options), direction) if options else base.year
    way = direction()
    gap = (month - base.month + 6) % 12 - 6  # months from publication to the nearest such month
    if gap * way < 0 and direction(plans=True):
        return base.year + (base.month - 1 + gap) // 12  # "was supposed to travel in December"
    if way > 0 and gap < 0:
        gap += 12
    elif way < 0 and gap > 0:
        gap -= 12
    return base.year + (base.month - 1 + gap) // 12


def likeliest(options: list[tuple[int, int, int]], direction: Callable[[], int]) -> int:
    """The year of the nearest day; one farther off where the verb points the other way and the nearest is not near.

    ``options`` are (days away, days ahead, year), the nearest first.
    """
    nearest = options[0]
    if nearest[0] <= _NEAR:
        return nearest[2]
    way = direction()
    return next((year for _, ahead, year in options if ahead * way > 0), nearest[2]) if way else nearest[2]


def date_weekday(reading: Reading, frame: Frame, direction: Direction) -> Dated | None:
    """A weekday: the last one, the day of publication included, unless its word or its verb points ahead."""
    weekday = reading.weekday or 1
    told = frame.told()
    # Even in a history a bare weekday is the writer's own, where there is a day of publication to count from.
    story = reading.rel in ("following", "previous", "that") or (frame.narrative and frame.reference is None)
    if story and told is not None:
        told = _leaning_on(reading, frame, direction)
    base = told if story and frame.year is not None else frame.reference
    anchor = "narrative" if story and told is not None else "publication"
    if base is None:
        return Dated("DATE", f"XXXX-WXX-{weekday}", None, Precision.DAY, Basis.RELATIVE)
    if frame.after is not None and not reading.rel and not _lies_behind(reading, frame, base, direction):
        day = cal.add_days(frame.after[0], (weekday - frame.after[0].isoweekday()) % 7)
        return on_day(day, frame, Basis.RELATIVE, anchor) if day else None
    day = cal.add_days(base, _weekday_shift(reading, frame, base, anchor, direction))
    if frame.narrative and anchor == "publication":
        frame = evolve(frame)  # the writer's own day does not move the story
    return on_day(day, frame, Basis.RELATIVE, anchor) if day else None


def _leaning_on(reading: Reading, frame: Frame, direction: Direction) -> date | None:
    """The day that "the previous Tuesday" leans on: no day to come where the verb is past ("had expired").

    A year or a month is none.
    """
    day, published = frame.day_told(), frame.reference
    ahead = not frame.narrative and day is not None and published is not None and day > published
    return published if ahead and reading.rel != "following" and direction() < 0 else day


def _lies_behind(reading: Reading, frame: Frame, base: date, direction: Direction) -> bool:
    """ "from October 1 to Sunday", in December: the first end is long over, so the weekday is the writer's own."""
    first = frame.after[0] if frame.after else base
    return (base - first).days > _WEEKS_AGO and direction() <= 0


def _weekday_shift(reading: Reading, frame: Frame, base: date, anchor: str, direction: Direction) -> int:
    """Days from ``base`` to the weekday."""
    weekday = reading.weekday or 1
    back = (base.isoweekday() - weekday) % 7
    far = not reading.near and anchor == "publication"
    if reading.rel in ("next", "following"):
        if far:
            return 7 - base.isoweekday() + weekday  # the one of next week
        return 7 - back + (7 if back == _EVE and reading.rel == "following" else 0)
    if reading.rel in ("last", "previous"):
        same_week = 0 < back < base.isoweekday()
        return -(back or 7) - (7 if same_week and back <= _TOO_CLOSE and far else 0)
    if reading.rel == "this":
        shift = weekday - base.isoweekday()
        return shift + 7 if shift < 0 and direction() >= 0 else shift
    if reading.rel == "that":
        return -back
    way = direction()
    plan = direction(plans=True) if way > 0 and back else 0
    if plan > 1 or (plan and back <= _JUST_GONE):
        return -back  # "was scheduled to come on Tuesday", in Thursday's report
    if way > 0 or (way == 0 and frame.week is not None and frame.week[1] >= frame.sentence):
        return _ahead(weekday, base, frame)
    if frame.closing:  # "from Sunday to Tuesday": the last Tuesday and the Sunday before it
        end = (base.isoweekday() - frame.closing) % 7
        return -end - (frame.closing - weekday) % 7
    return -back


def _ahead(weekday: int, base: date, frame: Frame) -> int:
    """Days to the next such weekday; to the one of "next week" where the sentence names that before."""
    if frame.week is not None and frame.week[1] >= frame.sentence:
        monday = frame.week[0][0]
        return (monday - base).days + weekday - 1
    return (weekday - base.isoweekday()) % 7
