"""From matched words to a reading: dates in numbers, and days of one month as a range."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from eventx.language.times.lexer import cues
from eventx.language.times.names import DAYS, MONTHS, WEEKDAYS
from eventx.language.times.readers import RELATIONS, glued, short_year
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
    rel = next((RELATIONS[n] for n in names if n in RELATIONS), "")
    sure = any(n in WEEKDAYS for n in names) or rel in ("this", "next", "last")
    month, day = numbers
    if month > 12:
        month, day = day, month
    if month > 12 or glued(phrase) or not (sure or _day_expected(phrase)):
        return None
    dotted = "." in phrase.text[-3:]
    if dotted and ("," in phrase.text or phrase.after(1).lower() in cues("rated") | cues("counted")):
        return None  # "by Sunday, 1.6 percent more"
    rel = "" if any(n in WEEKDAYS for n in names) else rel
    return Reading(start=phrase.start, end=phrase.end, kind="date", month=month, day=day, rel=rel)


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
    if phrase.class_after() == " " and phrase.class_after(1) == "x" and phrase.after(1) not in cues("clause_openers"):
        return None  # "the 4th floor"; but "on the 17th when he left"
    number = next(int(w) for n, w in phrase.items() if n in ("n12", "n31"))
    return Reading(start=phrase.start, end=phrase.end, kind="date", day=number)


def read_stamp(phrase: Phrase) -> Reading | None:
    """ "2013-03-22T14:30:00", "2013-03-22 14:30": a day with its time."""
    found = _STAMP.fullmatch(phrase.text)
    if found is None:
        return None
    year, month, day, hour, minute = (int(n) for n in found.groups())
    if hour > 24 or minute > 59:
        return None
    clock = f"T{hour:02}:{minute:02}"
    return Reading(start=phrase.start, end=phrase.end, kind="date", year=year, month=month, day=day, clock=clock)


def read_compact(phrase: Phrase) -> Reading | None:
    """ "20240617": a day written as eight figures, where nothing makes it an amount or a number of something."""
    if phrase.class_before() in ("$", "#", "&", "+", ".") or phrase.class_before(2) in ("$", "#"):
        return None
    if phrase.after(1).lower() in cues("counted"):
        return None
    if phrase.after()[:1].isalpha() or phrase.after() == "%" or phrase.before(1)[-1:].isalpha():
        return None
    text = phrase.text
    year, month, day = int(text[:4]), int(text[4:6]), int(text[6:])
    return Reading(start=phrase.start, end=phrase.end, kind="date", year=year, month=month, day=day)


def read_month_first(phrase: Phrase) -> Reading | None:
    """ "12/2015", "05-2019": a month of a year, where it is no fraction and no phone number."""
    month, year = (int(n) for n in re.findall(r"\d+", phrase.text))
    if glued(phrase) or not 1900 <= year <= 2100 or phrase.before(2).isdigit():
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="date", year=year, month=month)


def read_pair(phrase: Phrase) -> Reading | None:
    """ "10/1-10/7/2018", "from 10/25 to 01/25": two numeric days, month first; the year stands at either or both."""
    if glued(phrase):
        return None
    halves = list(_HALF.finditer(phrase.text))
    if len(halves) != 2:
        return None
    years = [int(half["y"]) if half["y"] else None for half in halves]
    if years == [None, None] and phrase.before(2) not in ("from", "between", "on", ""):
        return None  # rather a pair of scores
    if set(phrase.lowers_around(40)) & cues("odds"):
        return None
    parts: list[Reading] = []
    for half, year in zip(halves, years, strict=True):
        month, day = int(half["m"]), int(half["d"])
        month, day = (day, month) if month > 12 else (month, day)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        at = phrase.start + half.start()
        parts.append(Reading(start=at, end=phrase.start + half.end(), kind="date", month=month, day=day))
        parts[-1].year = short_year(year) if year is not None else None
    head, tail = parts
    if head.year is None and tail.year is not None:
        head.year = tail.year - ((head.month or 0, head.day or 0) > (tail.month or 0, tail.day or 0))
    head.last = tail
    return head


_STAMP: Final = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d)(?::\d\d)?")
_HALF: Final = re.compile(r"(?P<m>\d\d?)[/-](?P<d>\d\d?)(?:(?:[/-]|,? )(?P<y>\d{4}|\d\d)(?!\d|/))?")
_LINKS: Final = frozenset(("to", "through", "and", "-", "or", ","))


def read_days(phrase: Phrase) -> Reading | None:
    """Days of one month: "June 18-19", "March 5, 6 and 7", "from Thursday 11 to Tuesday 16 June 2020"."""
    if glued(phrase):
        return None
    items = phrase.items()
    days = _days(phrase)
    month = next((int(phrase.value(word)) for name, word in items if name in MONTHS), None)
    year = next((int(word) for name, word in items if name == "year"), None)
    if not 2 <= len(days) <= 5 or not all(1 <= day <= 31 for day, _, _ in days):
        return None
    numbers = [day for day, _, _ in days]
    turns = [i for i, (a, b) in enumerate(pairwise(numbers)) if a >= b]
    if turns and (len(days) > 2 or month is None or _link_word(phrase, days) not in ("to", "through", "-")):
        return None
    first_named = next(name for name, _ in items if name in MONTHS or name in DAYS) in MONTHS
    head: Reading | None = None
    for place, (day, start, end) in reversed(list(enumerate(days))):
        part = Reading(start=start, end=end, kind="date", year=year, month=month, day=day, last=head)
        if turns and month and place == (1 if first_named else 0):
            _turn(part, 1 if first_named else -1)
        head = part
    if head is not None:
        head.start = phrase.start
    last = head
    while last is not None and last.last is not None:
        last = last.last
    if last is not None:
        last.end = phrase.end
    return head


def _turn(part: Reading, step: int) -> None:
    """The month after or before: "April 27 to the third", "the 27th to the third of April"."""
    month = (part.month or 1) + step
    part.month = (month - 1) % 12 + 1
    if part.year:
        part.year += (month - 1) // 12


def _days(phrase: Phrase) -> list[tuple[int, int, int]]:
    """The days named, each with its place in the text; "twenty-seventh" is one."""
    lexed, names = phrase.lexed, phrase.table.names
    found: list[tuple[int, int, int]] = []
    joined, weekday = False, -1
    for i in range(phrase.first, phrase.stop):
        name = names.get(lexed.classes[i], lexed.classes[i])
        if name in WEEKDAYS:
            weekday = lexed.starts[i]
        elif name in DAYS:
            day, end = int(phrase.value(lexed.words[i])), lexed.starts[i + 1]
            if joined and found and found[-1][0] in (20, 30) and day < 10:
                found[-1] = (found[-1][0] + day, found[-1][1], end)
            else:
                found.append((day, lexed.starts[i] if weekday < 0 else weekday, end))
            joined, weekday = name == "cardinal", -1
        elif name == "th" and found:
            found[-1] = (*found[-1][:2], lexed.starts[i + 1])
        elif name not in ("-", " "):
            joined = False
    return found


def _link_word(phrase: Phrase, days: list[tuple[int, int, int]]) -> str:
    """The class of the word between the first two days."""
    lexed, names = phrase.lexed, phrase.table.names
    for i in range(phrase.first, phrase.stop):
        name = names.get(lexed.classes[i], lexed.classes[i])
        if days[0][2] <= lexed.starts[i] < days[1][1] and name in _LINKS:
            return name
    return ""
