"""From matched words to a reading: dates in numbers, and days of one month as a range."""

from __future__ import annotations

import re

from eventx.language.times.lexer import cues
from eventx.language.times.readers import MONTHS, WEEKDAYS, glued, short_year
from eventx.language.times.reading import Phrase, Reading


def _iso(phrase: Phrase) -> bool:
    """True for a date complete with year first: it means a date wherever it stands."""
    return phrase.class_first() == "year" and len(phrase.text) == 10


def read_numeric(phrase: Phrase) -> Reading | None:
    """ "2024-06-18", "06/18/2024", "18.06.2024", "2024-06". Slashes: month first unless that is impossible."""
    if (glued(phrase) and not _iso(phrase)) or (
        phrase.class_before() in ("-", "/", ".") and phrase.before(2).isdigit()
    ):
        return None
    text = phrase.text
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    reading = Reading(start=phrase.start, end=phrase.end, kind="date")
    if numbers[0] > 999:
        reading.year, reading.month = numbers[0], numbers[1]
        reading.day = numbers[2] if len(numbers) > 2 else None
        return reading
    first, second, year = numbers
    if year < 100 and "." in text:
        return None  # "3.10.12" is rather a version or a score than a date
    month, day = (first, second) if "/" in text or "-" in text else (second, first)
    if month > 12:
        month, day = day, month
    if month > 12 or not month or not day:
        return None
    reading.year, reading.month, reading.day = short_year(year), month, day
    return reading


def read_named(phrase: Phrase) -> Reading | None:
    """ "Sep-23-2020", "23/Sep/2020", "2019-aug-1", "Oct/2"."""
    if glued(phrase):
        return None
    reading = Reading(start=phrase.start, end=phrase.end, kind="date")
    for name, word in phrase.items():
        if name in MONTHS:
            reading.month = int(phrase.value(word))
        elif name == "year":
            reading.year = int(word)
        elif reading.day is None:
            reading.day = int(word)
        else:
            reading.year = short_year(int(word))
    return reading if reading.month and reading.day and reading.day <= 31 else None


def read_numeric_day(phrase: Phrase) -> Reading | None:
    """ "on 22/04", "Friday 7/6": month first unless that is impossible; only where a day is expected."""
    names = [n for n, _ in phrase.items()]
    numbers = [int(w) for n, w in phrase.items() if n in ("n12", "n31")]
    weekday = any(n in WEEKDAYS for n in names)
    month, day = numbers
    if month > 12:
        month, day = day, month
    if month > 12 or glued(phrase) or not (weekday or _day_expected(phrase)):
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="date", month=month, day=day)


def _day_expected(phrase: Phrase) -> bool:
    """True after "on", "by", "until", and in a list that such a word opens: "on 11/20, 11/22 or 11/25"."""
    cue = phrase.before(2 if phrase.before(1) == " " else 1)
    if cue not in (",", "and", "or") or phrase.before(1) != " ":
        return phrase.before(1) == " " and cue in cues("numeric_cues")
    words = [word.lower() for word in phrase.lexed.words[max(0, phrase.first - 18) : phrase.first]]
    return "on" in words and "/" in words[words.index("on") :]


def read_ordinal_day(phrase: Phrase) -> Reading | None:
    """ "on the 20th": a day of the month at hand; not "the 20th century", "finished 4th"."""
    start_the = phrase.lexed.words[phrase.first].lower() == "the"
    cue = phrase.before(2)
    if glued(phrase) or cue not in cues("ordinal_cues") or (not start_the and cue != "on"):
        return None
    number = next(int(w) for n, w in phrase.items() if n in ("n12", "n31"))
    return Reading(start=phrase.start, end=phrase.end, kind="date", day=number)


_LINKS = frozenset(("to", "through", "and", "-"))


def read_days(phrase: Phrase) -> Reading | None:
    """Two days of one month: "June 18-19", "from Thursday 11 to Tuesday 16 June 2020"."""
    if glued(phrase):
        return None
    items = phrase.items()
    days = [int(word) for name, word in items if name in ("n12", "n31")]
    month = next(int(phrase.value(word)) for name, word in items if name in MONTHS)
    year = next((int(word) for name, word in items if name == "year"), None)
    if len(days) != 2 or not days[0] < days[1] <= 31:
        return None
    link = _link(phrase)
    starts, words = phrase.lexed.starts, phrase.lexed.words
    first_stop = link - 1 if words[link - 1].isspace() else link
    second = link + 1
    while words[second].isspace() or words[second].lower() == "the" or words[second] in ("-", "–"):
        second += 1
    head = Reading(start=phrase.start, end=starts[first_stop], kind="date", year=year, month=month, day=days[0])
    head.last = Reading(start=starts[second], end=phrase.end, kind="date", year=year, month=month, day=days[1])
    return head


def _link(phrase: Phrase) -> int:
    """The word between the two days: "to", "and", "through", a dash."""
    classes, names = phrase.lexed.classes, phrase.table.names
    seen = False
    for i in range(phrase.first, phrase.stop):
        name = names.get(classes[i], classes[i])
        if seen and name in _LINKS:
            return i
        seen = seen or name in ("n12", "n31")
    raise AssertionError(f"a rule for two days without a link between them: {phrase.text!r}")
