"""From matched words to a reading: parts of a period, numbered weeks, and counts made of several units."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.times.lexer import cues
from eventx.language.times.names import WEEKDAYS
from eventx.language.times.periods import common
from eventx.language.times.quarters import read_quarter
from eventx.language.times.readers import glued
from eventx.language.times.reading import Phrase, Reading
from eventx.language.times.units import count_of, period, read_length, unit_of

_INNER: Final = frozenset(("of", "in"))


def read_portion(phrase: Phrase) -> Reading | None:
    """ "the first nine months of 1989", "the last two weeks of May": a length in the period that follows."""
    link = _find(phrase, _INNER)
    if link is None or glued(phrase):
        return None
    head = read_length(evolve(phrase, stop=link - 1), counted_quarters=True)
    whole = _whole(evolve(phrase, first=link + 2))
    if head is None or whole is None or head.vague:
        return None
    first = next((n for n, _ in phrase.items() if n in ("ordinal", "second", "last")), "")
    number = next((int(phrase.value(w)) for n, w in phrase.items() if n in ("ordinal", "second")), 0)
    if first != "last" and number != 1:
        return None
    head.kind, head.end, head.anchor = "portion", phrase.end, whole
    head.number = -1 if first == "last" else 1
    return head


def _whole(phrase: Phrase) -> Reading | None:
    """The period of which a part is taken: a month, a quarter, a year, "last year"."""
    names = [n for n, _ in phrase.items()]
    if "quarter" in names and ("ordinal" in names or "second" in names):
        return read_quarter(phrase)
    reading = common(phrase, "date")
    if reading.month or (reading.year and "unit" not in names):
        return reading
    reading.kind, reading.unit = "shift", unit_of(phrase)
    reading.count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
    reading.base = "narrative" if reading.rel in ("previous", "following", "that") else "publication"
    return reading


def _find(phrase: Phrase, classes: frozenset[str]) -> int | None:
    names, codes = phrase.table.names, phrase.lexed.classes
    return next((i for i in range(phrase.first, phrase.stop) if names.get(codes[i]) in classes), None)


def read_all_unit(phrase: Phrase) -> Reading | None:
    """ "all day", "all year": a length."""
    if phrase.lexed.words[phrase.first].lower() != "all":
        return None
    unit = unit_of(phrase)
    return Reading(start=phrase.start, end=phrase.end, kind="length", unit=unit, count=1, value=period(unit, 1))


def read_long_unit(phrase: Phrase) -> Reading | None:
    """ "a weeklong strike", "the monthlong siege"."""
    word = next(w for n, w in phrase.items() if n == "long_unit")
    unit = str(phrase.value(word))
    count = None if word.lower().endswith("slong") else 1
    return Reading(
        start=phrase.start,
        end=phrase.end,
        kind="length",
        unit=unit,
        count=1,
        value=period(unit, count),
        vague=not count,
    )


def read_week_number(phrase: Phrase) -> Reading | None:
    """ "in week 31", "week 3 of 2027": a week of the ISO calendar; "Week 5" of a season is none."""
    items = phrase.items()
    word = next(w for n, w in items if n == "unit")
    named = any(n in ("year", "last", "next", "this") for n, _ in items)
    if word != "week" or not (named or phrase.before(2) in ("in", ",", "the") or items[0][0] == "the"):
        return None
    reading = common(phrase, "weeknumber")
    reading.number = int(next(w for n, w in items if n in ("n12", "n31", "n99")))
    return reading if 1 <= reading.number <= 53 else None


def read_after_next(phrase: Phrase) -> Reading | None:
    """ "the week after next", "the year before last"."""
    names = [n for n, _ in phrase.items()]
    count = 2 if names[-1] == "next" else -2
    unit = unit_of(phrase)
    if unit in ("D", "") or phrase.after(1).lower() in ("week", "month", "year"):
        return None
    rel = "next" if count > 0 else "last"
    return Reading(start=phrase.start, end=phrase.end, kind="shift", unit=unit, count=count, rel=rel)


def read_bare_unit(phrase: Phrase) -> Reading | None:
    """ "for the week", "during the year": the unit at hand."""
    unit, before, after = unit_of(phrase), phrase.before(2), phrase.after(1).lower()
    if unit not in ("D", "W", "M", "Y") or phrase.text != phrase.text.lower():
        return None
    if phrase.before(1) != " " or before not in ("for", "in", "during"):
        return None
    if after in cues("unit_defined") or (unit == "D" and before != "for") or phrase.after(1)[:1].isdigit():
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="bareunit", unit=unit)


def read_to_date(phrase: Phrase) -> Reading | None:
    """ "the year to date": the unit at hand up to publication."""
    if phrase.lexed.words[phrase.stop - 1].lower() != "date":
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="todate", unit=unit_of(phrase), rel="this")


def read_compound_offset(phrase: Phrase) -> Reading | None:
    """ "two years and three months ago", "2 weeks, 2 days later": counted in the finest unit that is named."""
    if glued(phrase):
        return None
    names, codes, parts = phrase.table.names, phrase.lexed.classes, []
    begin = phrase.first
    for i in range(phrase.first, phrase.stop):
        if names.get(codes[i]) in ("unit", "units"):
            part = evolve(phrase, first=begin, stop=i + 1)
            parts.append((count_of(part)[0], unit_of(part)))
            begin = i + 1
    if any(count is None for count, _ in parts):
        return None
    last = phrase.items()[-1][0]
    back = -1 if any(n in ("ago", "earlier") for n, _ in phrase.items()) else 1
    inner: Reading | None = None
    base = "narrative" if last in ("later", "earlier") else "publication"
    for count, unit in parts:
        step = Reading(
            start=phrase.start, end=phrase.end, kind="steps", unit=unit, count=back * (count or 0), base=base
        )
        step.anchor, inner = inner, step
    return inner


def read_ago_this(phrase: Phrase) -> Reading | None:
    """ "ten years ago this week", "a year ago today": the unit at hand, so many years before."""
    count, vague = count_of(evolve(phrase, stop=_find(phrase, frozenset(("ago",))) or phrase.stop))
    names = [n for n, _ in phrase.items()]
    first = next(str(phrase.value(w)) for n, w in phrase.items() if n in ("unit", "units"))
    if glued(phrase) or vague or count is None:
        return None
    unit = "D" if names[-1] == "deictic" else unit_of(phrase)
    inner = Reading(start=phrase.start, end=phrase.end, kind="steps", unit=first, count=-count)
    day = int(phrase.value(phrase.items()[-1][1])) if names[-1] == "deictic" else 0
    return Reading(start=phrase.start, end=phrase.end, kind="steps", unit=unit, count=day, anchor=inner)


def read_weekday_offset(phrase: Phrase) -> Reading | None:
    """ "a week ago Tuesday", "Monday two weeks from now": a weekday so many weeks from its nearest."""
    unit = unit_of(phrase)
    count, vague = count_of(phrase)
    names = [n for n, _ in phrase.items()]
    if glued(phrase) or vague or count is None or unit not in ("W", "FN", "M", "Y"):
        return None
    weekday = next(int(phrase.value(w)) for n, w in phrase.items() if n in WEEKDAYS)
    ago = "ago" in names
    if ago and names[-1] in WEEKDAYS and unit != "W":
        return None  # "three years ago Tuesday" is a day of that date
    reading = Reading(start=phrase.start, end=phrase.end, kind="dayoffset", unit=unit, weekday=weekday)
    reading.count = -count if ago else count
    reading.near = names[-1] in WEEKDAYS
    return reading
