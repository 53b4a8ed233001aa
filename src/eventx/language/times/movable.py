"""Feasts of other calendars: Orthodox Easter, the Hebrew new year, days of the Islamic year.

Arithmetic after Reingold and Dershowitz, "Calendrical Calculations"; a day is counted from 1 January of year 1.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

_HEBREW_EPOCH: Final = -1_373_427
_ISLAMIC_EPOCH: Final = 227_015


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the churches that count by the Julian calendar, as a Gregorian day."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def _elapsed(year: int) -> int:
    """Days from the Hebrew epoch to the mean new moon of the year's Tishri, put off as the rules of weekdays ask."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def rosh_hashanah(year: int) -> date:
    """The Hebrew new year (1 Tishri) that falls in a Gregorian year."""
    hebrew = year + 3761
    before, here, after = (_elapsed(hebrew + shift) for shift in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + here + delay)


def islamic_day(year: int, month: int, day: int) -> date | None:
    """The first day in a Gregorian year with this month and day of the Islamic civil calendar."""
    near = (year - 622) * 33 // 32
    for islamic in range(near - 1, near + 3):
        ordinal = _ISLAMIC_EPOCH - 1 + 354 * (islamic - 1) + (3 + 11 * islamic) // 30 + 29 * (month - 1) + month // 2
        found = date.fromordinal(ordinal + day)
        if found.year == year:
            return found
    return None
