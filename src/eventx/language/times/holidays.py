"""Holidays with a known rule: their names in a text, and their day in a year."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from attrs import frozen

from eventx.language.times import calendar as cal


@frozen(slots=True)
class Holidays:
    """``days`` gives the rule of each name (lower-case); ``names`` finds a name at a place of a text."""

    days: Mapping[str, str]
    names: re.Pattern[str]


@cache
def holidays() -> Holidays:
    """The table of ``holidays.toml``, read once."""
    path = files("eventx.lexicon") / "data" / "holidays.toml"
    days: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))["days"]
    longest_first = sorted(days, key=lambda name: (-len(name), name))
    pattern = "|".join(re.escape(name).replace("'", "['’]") for name in longest_first)
    return Holidays(days, re.compile(rf"(?:{pattern})\b(?!['’]?\w)", re.IGNORECASE))


def holiday_at(text: str, start: int) -> tuple[str, int] | None:
    """The rule of the holiday whose name begins at ``start``, and where the name ends."""
    match = holidays().names.match(text, start)
    if match is None:
        return None
    return holidays().days[match.group().lower().replace("’", "'")], match.end()


def feast(rule: str, year: int) -> date | None:
    """The day of a rule in a year: "12-25", "E-2" (days from Easter Sunday), "9,1,1" (first Monday of September)."""
    if not 1583 <= year <= 9999:  # the Gregorian calendar's own years
        return None
    if rule[0] == "E":
        return cal.add_days(cal.easter(year), int(rule[1:]))
    if "," in rule:
        base, _, shift = rule.partition("+")
        month, weekday, nth = (int(n) for n in base.split(","))
        return cal.add_days(cal.nth_weekday(year, month, weekday, nth), int(shift or 0))
    return cal.make(year, int(rule[:2]), int(rule[3:]))
