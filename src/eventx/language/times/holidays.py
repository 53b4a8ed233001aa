"""Holidays with a known rule: their names in a text, and their day in a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import frozen

from eventx.language.times import calendar as cal
from eventx.language.times import movable
from eventx.lexicon.tables import toml_table


@frozen(slots=True)
class Holidays:
    """``days`` gives the rule of each name (lower-case); ``names`` finds a name at a place of a text.

    ``chinese`` gives the first day of the Chinese year that begins in a year of ours.
    """

    days: Mapping[str, str]
    names: re.Pattern[str]
    chinese: Mapping[int, date]


@cache
def holidays() -> Holidays:
    """The table of ``holidays.toml``, read once."""
    data = toml_table("holidays.toml")
    days: dict[str, str] = data["days"]
    longest_first = sorted(days, key=lambda name: (-len(name), name))
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in longest_first)
    chinese = {day.year: day for day in map(date.fromisoformat, data["chinese_new_year"]["days"])}
    return Holidays(days, re.compile(rf"(?:{pattern})\b(?!['’]?\w)", re.IGNORECASE), chinese)


def holiday_at(text: str, start: int) -> tuple[str, int] | None:
    """The rule of the holiday whose name begins at ``start``, and where the name ends."""
    match = holidays().names.match(text, start)
    if match is None:
        return None
    return holidays().days[match.group().lower().replace("’", "'")], match.end()


def feast(rule: str, year: int) -> date | None:
    """The day of a rule in a year, as ``holidays.toml`` explains the rules; None where it has none."""
    if not 1583 <= year <= 9998:  # the Gregorian calendar's own years
        return None
    if rule[0] in "EOH":
        base = {"E": cal.easter, "O": movable.orthodox_easter, "H": movable.rosh_hashanah}[rule[0]](year)
        return cal.add_days(base, int(rule[1:]))
    if rule[0] == "I":
        month, _, day = rule[1:].partition("-")
        return movable.islamic_day(year, int(month), int(day))
    if rule[0] == "L":
        return holidays().chinese.get(year)
    if "," in rule:
        first, _, shift = rule.partition("+")
        number, weekday, nth = (int(n) for n in first.split(","))
        return cal.add_days(cal.nth_weekday(year, number, weekday, nth), int(shift or 0))
    if len(rule) == len("2001-09-11"):
        return date.fromisoformat(rule) if year >= int(rule[:4]) else None
    return cal.make(year, int(rule[:2]), int(rule[3:]))
