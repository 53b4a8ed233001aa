"""From matched words to a reading: units counted or named ("two weeks ago", "last year", "three-day")."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.times.lexer import cues
from eventx.language.times.names import MONTHS, NUMBERS, STAGES
from eventx.language.times.readers import RELATIONS, glued, stage_of
from eventx.language.times.reading import ENDS, Phrase, Reading

# What joins a count to the event, or the date, that it is counted from: "nine months after he left".
TO_EVENT: Final = frozenset(("after", "before", "following", "since"))
_UNIT_CLASSES: Final = frozenset(
    ("unit", "units", "century", "millennium", "quarter", "half", "weekend", "weekends", "clock_unit", "clock_units")
)
_DAYS: Final = {"D": 1, "W": 7, "FN": 14, "M": 30, "Q": 91, "Y": 365, "DE": 3652, "CE": 36524, "WE": 2}
_HOURS: Final = 24  # hours of a day
_SPANNING: Final = frozenset(("over", "in", "during", "for", "within", "throughout"))
_VAGUE: Final = frozenset(("vague", "recent"))
_APPROXIMATE: Final = frozenset(("approx", "at", "more", "than", "vague"))
_HALVES: Final = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}
SETS: Final = {
    "D": "P1D",
    "W": "P1W",
    "M": "P1M",
    "Q": "P1Q",
    "Y": "P1Y",
    "DE": "P1DE",
    "CE": "P1CE",
    "TH": "PT1H",
    "TM": "PT1M",
}


def unit_of(phrase: Phrase) -> str:
    """The code of the last unit in the phrase: D, W, M, Q, Y, DE, CE, WE, TH (hours), TM, TS."""
    unit = ""
    for name, word in phrase.items():
        if name in _UNIT_CLASSES and not (name == "half" and unit):
            unit = str(phrase.value(word))
        elif name == "second" and not unit:
            unit = "TS"
    return unit


def count_of(phrase: Phrase) -> tuple[float | None, bool]:
    """The number in the phrase, and whether it is only roughly given; None for "few", "several", no number."""
    items = phrase.items()
    names = [name for name, _ in items]
    vague = any(name in _VAGUE and word.lower() != "some" for name, word in items)
    number = _decimal(phrase) or _fraction(phrase) or _whole(phrase, items)
    if vague and (number is None or "a" in names):
        return None, True
    if "half" in names and "one-half" in phrase.text.lower() and number is not None:
        number -= 0.5
    elif "half" in names:
        article = 1 if "a" in names and number is None else 0
        number = ((number or article) if "and a half" in phrase.text.lower().replace("-", " ") else 0) + 0.5
    if number is None and "a" in names:
        number = 1
    return number, vague


def _whole(phrase: Phrase, items: list[tuple[str, str]]) -> float | None:
    """The whole number that the words or figures give."""
    total: float | None = None
    for name, word in items:
        if name in ("cardinal", "one", "couple"):
            total = (total or 0) + int(phrase.value(word))
        elif name == "hundred":
            total = max(total or 0, 1) * int(phrase.value(word))
        elif name in NUMBERS:
            total = (total * 1000 if total else 0) + int(word)
    return total


def _decimal(phrase: Phrase) -> float | None:
    words = phrase.lexed.words
    for i in range(phrase.first, phrase.stop - 2):
        if words[i].isdigit() and words[i + 1] == "." and words[i + 2].isdigit():
            return float(f"{words[i]}.{words[i + 2]}")
    return None


def _fraction(phrase: Phrase) -> float | None:
    """The number of "2 1/2" and "2½"."""
    words = phrase.lexed.words
    for i in range(phrase.first, phrase.stop):
        if phrase.table.names.get(phrase.lexed.classes[i]) == "fraction":
            whole = words[i - 1] if i > phrase.first else ""
            return (int(whole) if whole.isdigit() else 0) + float(phrase.value(words[i]))
        if words[i] == "/" and i >= phrase.first + 3 and words[i + 1].isdigit() and words[i - 3].isdigit():
            below = int(words[i + 1])
            return int(words[i - 3]) + int(words[i - 1]) / below if below else None
    return None


def read_quarter_century(phrase: Phrase) -> Reading | None:
    """ "a quarter of a century", "a quarter-century"."""
    return Reading(start=phrase.start, end=phrase.end, kind="length", unit="Y", count=25, value="P25Y", days=9131)


def _number(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"


def period(unit: str, count: float | None) -> str:
    """The TIMEX3 value of a length: "P3D", "PT2H", "P1DE", "PXM"."""
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    number = "X" if count is None else _number(count)
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    if unit == "FN":
        return "P2W" if count == 1 else f"P{_number((count or 1) * 2)}W"
    return f"P{number}{unit}"


def read_length(phrase: Phrase, *, counted_quarters: bool = False) -> Reading | None:
    """ "three days", "two-day", "half an hour", "a year and a half", "a week" (a set after a rate), "months"."""
    unit = unit_of(phrase)
    if glued(phrase) or not unit or _no_length(phrase, "M" if counted_quarters and unit == "Q" else unit):
        return None
    count, vague = count_of(phrase)
    names = [n for n, _ in phrase.items()]
    if names[-1] == "long_suffix":  # "a years-long war", "week-long"
        count, vague = (None, True) if names[:-1] in (["a", "units"], ["units"]) else (count or 1, vague)
    article = names[-1] == "long_suffix" and names[0] == "a"  # "a | week-long strike", as "a | two-day strike"
    start = phrase.lexed.starts[phrase.first + 2] if article else phrase.start
    reading = Reading(start=start, end=phrase.end, kind="length", unit=unit)
    if is_rate(phrase):
        reading.kind, reading.value = "set", SETS.get(unit, period(unit, 1))
        return reading
    reading.value, reading.count = period(unit, count), count or 1
    reading.vague = vague or count is None
    reading.approximate = reading.vague or any(n in _APPROXIMATE for n, _ in phrase.items())
    if count is not None and unit in _DAYS:
        reading.days = max(1, round(count * _DAYS[unit]))
    elif count and unit == "TH" and not count % _HOURS:  # "a 48-hour strike"
        reading.days = int(count / _HOURS)
    return reading


def read_compound(phrase: Phrase) -> Reading | None:
    """ "four hours and 21 minutes", "two years, three months": one length of two units, the greater first."""
    classes, names = phrase.lexed.classes, phrase.table.names
    cut = next(i for i in range(phrase.first, phrase.stop) if names.get(classes[i]) in _UNIT_CLASSES) + 1
    head, tail = evolve(phrase, stop=cut), evolve(phrase, first=cut)
    first, second = unit_of(head), unit_of(tail)
    (more, _), (less, _) = count_of(head), count_of(tail)
    if more is None or less is None or glued(phrase) or _ORDER.find(first) >= _ORDER.find(second):
        return None
    whole, rest = period(first, more), period(second, less)
    reading = Reading(start=phrase.start, end=phrase.end, kind="length", unit=second, count=less)
    reading.value = whole + rest.removeprefix("PT" if first.startswith("T") else "P")
    if second in _DAYS:
        reading.days = max(1, round(more * _DAYS[first] + less * _DAYS[second]))
    return reading


_ORDER: Final = "CE DE Y M W D TH TM TS"  # units from the greatest to the least


def _no_length(phrase: Phrase, unit: str) -> bool:
    """True for what only looks like a length: ages, "a second man", "one day" as once, "the day"."""
    after = phrase.after(1).lower()
    names = [n for n, _ in phrase.items()]
    if phrase.text.lower().endswith("old") or phrase.class_before() == "-":
        return True
    if phrase.text.lower() == "hours" and phrase.before(2) in cues("small_hours"):
        return True
    if names[0] == "vague" and phrase.before(2) == "as":
        return True  # "the third in as many years"
    if phrase.text.lower() in ("these days", "those days") or (names == ["units"] and not _bare(phrase)):
        return True
    if "year" in names and "units" not in names and "clock_units" not in names:
        return True
    if phrase.after() == "-" and after in ("old", "olds"):
        return True
    if after == "old" or (after in ("olds",)):
        return True
    if after == "of" and phrase.after(3).lower() == "age":
        return True
    if unit == "TS" and "units" not in names and "clock_units" not in names:
        return True
    if unit == "TS" and "second" in names and "clock_units" not in names:
        return True
    if unit == "Q" and ("units" not in names or len(names) < 2 or after == "of" or "full" not in names):
        return True
    if phrase.text.lower() == "one day" and phrase.before(2) in cues("one_day"):
        return False
    return phrase.text.lower() in ("some day", "one day", "the one day")


def _bare(phrase: Phrase) -> bool:
    """True for "for years", "days before": a plural that is a length of its own; not "the good years"."""
    before, after = phrase.before(2), phrase.after(1).lower()
    return (
        before in cues("bare_before")
        or not before.isalnum()
        or after in ("before", "after", "of", "later", "earlier", "ago")
    )


def is_rate(phrase: Phrase) -> bool:
    """True for "a day" in "twice a day", "$5 a day", "three million barrels a day"."""
    names = [n for n, _ in phrase.items()]
    if names[:1] != ["a"] or len(names) != 2:
        return False
    before = phrase.before(2)
    return (
        _counted(phrase)
        or before in cues("rated")
        or before[:1].isdigit()
        or phrase.class_before(2) in ("hundred", "cardinal", "couple")
        or (phrase.class_before(2) in ("units", "clock_units"))
    )


def _counted(phrase: Phrase) -> bool:
    """True after a number of things: "150,000 cars a year"."""
    thing, number = phrase.before(2), phrase.class_before(4)
    return thing.endswith("s") and (
        phrase.before(4).isdigit() or number in ("hundred", "cardinal", "n12", "n31", "n99", "n999", "year", "vague")
    )


def read_offset(phrase: Phrase) -> Reading | None:
    """ "two weeks ago", "three days later", "nine months after ...", "in two weeks", "a year from now"."""
    unit = unit_of(phrase) or ("D" if any(name == "dayparts" for name, _ in phrase.items()) else "")
    if glued(phrase) or not unit:
        return None
    if unit == "Q" and (phrase.class_before(2) == "in" or phrase.items()[-1][0] == "since"):
        return None  # "has shrunk by a quarter since 2008"
    if phrase.after(1) == "than" and phrase.items()[-1][0] in ("later", "earlier"):
        return None  # "eighteen months later than planned"
    if phrase.after(1) in cues("compared") and not _relational([n for n, _ in phrase.items()]):
        return None  # "set in a month sooner than usual"
    count, vague = count_of(phrase)
    if count is None and not vague and phrase.items()[0][0] in ("unit",):
        count = 1
    names = [n for n, _ in phrase.items()]
    reading = Reading(start=phrase.start, end=phrase.end, kind="offset", unit=unit)
    reading.vague = count is None
    reading.approximate = vague or any(n in _APPROXIMATE for n in names)
    back = "ago" in names or "earlier" in names or "before" in names
    reading.count = (count or 0) * (-1 if back else 1)
    reading.value = period(unit, count)
    reading.base = "publication" if "ago" in names or "from" in names or not _relational(names) else "narrative"
    if count is not None and unit in _DAYS:
        reading.days = max(1, round(count * _DAYS[unit]))
    reading.stage = "back" if back else "ahead"
    if phrase.class_before(2) == "in" and not _relational(names) and "ago" not in names and "from" not in names:
        reading.stage = "ahead" if phrase.before(4) in ("is", "are", "due") else "within"
        reading.stage = "ahead" if names[-1] == "occasion" else reading.stage  # "in two weeks' time"
        reading.vague = reading.vague or phrase.items()[0][1] == "over"  # "phased in over four weeks"
        before = {phrase.before(back) for back in (4, 6, 8)}
        reading.vague = reading.vague or bool(before & cues("measured"))
    reading.number = 1 if names[0] == "a" else 0  # "a year earlier": as fine as what it is compared with
    tail = names[-1]
    if tail in TO_EVENT:
        return _to_event(phrase, reading, tail)
    return reading


def _relational(names: list[str]) -> bool:
    return not (TO_EVENT | {"later", "earlier"}).isdisjoint(names)


def _to_event(phrase: Phrase, reading: Reading, tail: str) -> Reading:
    """A count to an event: "nine months after he hosted her". Without words for the event: to the date before."""
    bare = phrase.after()[:1] in ENDS or phrase.after(1).lower() in ("and", "but")
    if bare and tail in ("after", "before"):
        return reading
    reading.end = phrase.lexed.starts[phrase.stop - 2]  # before the last word, which is the tail
    reading.signal = tail if tail != "following" else "after"
    reading.base = "event"
    reading.near = phrase.before(2) in cues("present")
    reading.count = abs(reading.count)
    return reading


def read_span(phrase: Phrase) -> Reading | None:
    """ "the past two weeks", "the next few days", "the first three months": lengths, dated where they touch now."""
    reading = read_length(phrase, counted_quarters=True)
    if reading is None:
        return None
    names = [n for n, _ in phrase.items()]
    if names[0] == "last" and _is_verb(phrase):
        return None
    reading.kind = "length"
    if phrase.after(1) == "of":
        return reading
    for name in names:
        if name in ("last", "past", "recent", "latest", "next", "coming", "following", "previous"):
            reading.rel = "last" if name in ("past", "recent", "latest") else RELATIONS[name]
    counted = count_of(phrase)[0] is not None or any(n in ("vague", "couple") for n in names)
    if "recent" in names or ("coming" in names and not counted):
        reading.kind, reading.value = "ref", "PAST_REF" if "recent" in names else "FUTURE_REF"
        return reading
    if reading.vague and reading.value.startswith("P"):
        reading.value = period(reading.unit, None)
    if "past" in names and reading.unit == "Q" and "units" not in names:
        reading.kind, reading.rel, reading.count = "shift", "last", -1
        return reading
    if "past" in names and "units" not in names and "clock_units" not in names:
        reading.value = period(reading.unit, 1)
        reading.days = _DAYS.get(reading.unit)
        reading.vague = False
    return reading


def _is_verb(phrase: Phrase) -> bool:
    """True for "will last three days", "is expected to last two weeks"."""
    before = [w.lower() for w in phrase.lexed.words[max(0, phrase.first - 4) : phrase.first] if not w.isspace()]
    return any(w in cues("modals") or w in ("to", "did", "does", "not") for w in before[-2:-1] + before[-1:])


def read_shift(phrase: Phrase) -> Reading | None:
    """ "last week", "this year", "the following month", "late next year", "that weekend", "the end of the month"."""
    reading = Reading(start=phrase.start, end=phrase.end, kind="shift", unit=unit_of(phrase))
    for name, word in phrase.items():
        if name in MONTHS:
            reading.kind, reading.month = "date", int(phrase.value(word))
            if reading.unit != "Y":
                return None
        elif name in RELATIONS and not (name == "the" or (reading.rel and name == "same")):
            reading.rel = RELATIONS[name]
        elif name in STAGES:
            reading.stage = stage_of(phrase, word, name)
    if phrase.text.endswith(("'s", "’s")):
        reading.end -= 2
    if phrase.text.lower().endswith("end of the day") and _is_after_all(phrase):
        return None
    if any(name in ("latest", "most") for name, _ in phrase.items()):
        reading.rel = "last"
    reading.near = not any(name == "the" for name, _ in phrase.items())
    reading.count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
    if reading.rel in ("previous", "following", "that") or (not reading.rel and reading.stage and reading.unit == "D"):
        reading.base = "narrative"
    if (
        reading.rel == "last"
        and phrase.text.lower().startswith("the last")
        and phrase.before(2) in _SPANNING
        and reading.unit in ("Y", "DE", "CE")
    ):
        reading.kind, reading.value = "length", period(reading.unit, 1)
        reading.days, reading.count = _DAYS.get(reading.unit), 1
        return reading
    if reading.unit == "FN" and reading.rel == "next":
        reading.kind, reading.value, reading.days, reading.count = "length", "P2W", 14, 1
        return reading
    if reading.unit in ("", "H") or (reading.unit == "D" and reading.rel == "last"):
        return None
    return reading


def _is_after_all(phrase: Phrase) -> bool:
    """True for the idiom "at the end of the day, people have cameras"."""
    back = 4 if phrase.before(2) == "the" else 2
    return phrase.before(back) == "at" and (phrase.after() == "," or not phrase.before(back + 2)[-1:].isalnum())
