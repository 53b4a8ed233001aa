"""From matched words to a reading: seasons, decades, centuries, holidays, weeks, now and then."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from eventx.language.times.holidays import holiday_at
from eventx.language.times.lexer import cues
from eventx.language.times.names import DAYS, MONTHS, STAGES, WEEKDAYS
from eventx.language.times.readers import RELATIONS, glued, read_point, stage_of
from eventx.language.times.reading import ENDS, Phrase, Reading

_FEAST_TAIL: Final = re.compile(
    r"(?:,? (?:of |in )?(?P<year>[12]\d{3})(?!\d))?(?:(?: of)? (?P<rel>last|this|next) year\b)?"
    r"(?: (?P<part>morning|afternoon|evening|night|weekend)\b)?(?: (?P<late>[12]\d{3})(?!\d))?",
    re.IGNORECASE,
)
_PARTS: Final = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def common(phrase: Phrase, kind: str) -> Reading:
    """A reading with what most periods share: stage, relation, year, month."""
    reading = Reading(start=phrase.start, end=phrase.end, kind=kind)
    for name, word in phrase.items():
        if name in STAGES:
            reading.stage = stage_of(phrase, word, name)
        elif name in RELATIONS:
            reading.rel = RELATIONS[name]
        elif name == "year" or (name in ("n12", "n31", "n99", "n999") and kind == "season"):
            reading.year = int(word)
        elif name == "era":
            reading.bc = True
        elif name in MONTHS:
            reading.month = int(phrase.value(word))
    return reading


def read_season(phrase: Phrase) -> Reading | None:
    """ "the summer of 1916", "last winter", "spring 2013", "early autumn"."""
    reading = common(phrase, "season")
    for name, word in phrase.items():
        if name in ("season", "fall"):
            reading.value = str(phrase.value(word))
            if name == "fall" and not _is_autumn(phrase, reading):
                return None
            if name == "season" and not _is_season(phrase, reading, word):
                return None
    if "unit" in [n for n, _ in phrase.items()] and reading.rel == "":
        return None
    return reading


def _is_autumn(phrase: Phrase, reading: Reading) -> bool:
    if reading.year or (reading.rel and phrase.after(1).lower() not in ("in", "of", "by")):
        return True
    return (
        phrase.before(2) in ("in", "by", "since", "until", "throughout", "over")
        and "the" in phrase.text.lower().split()
        and (phrase.after(1).lower() not in ("of", "in", "from"))
    )


def _is_season(phrase: Phrase, reading: Reading, word: str) -> bool:
    """A bare "spring" is a verb or a well; "Winter" a name; "spring onion" a plant."""
    if reading.year or reading.rel or reading.stage:
        return True
    if word.lower() == "spring" and phrase.before(2) not in (
        "in",
        "by",
        "since",
        "until",
        "of",
        "the",
        "during",
        "for",
    ):
        return False
    return not (word[0].isupper() and phrase.after(1)[:1].isupper())


def read_decade(phrase: Phrase) -> Reading | None:
    """ "the late 1980s", "the '90s", "the nineties"."""
    if glued(phrase):
        return None
    reading = common(phrase, "decade")
    text = phrase.text
    for name, word in phrase.items():
        if name in ("n99", "n31"):
            reading.year = 1900 + int(word)
        elif name == "decade_word":
            reading.year = 1900 + int(phrase.value(word))
            told = text.lower().startswith(("the ", "early", "late", "mid"))
            if not told or phrase.before(2) in ("his", "her", "their") or phrase.after(1).lower() == "of":
                return None  # "in her late forties", "the twenties of each month"
    if reading.year is None or not _is_decade(phrase):
        return None
    if reading.year >= 1900 and not text.rstrip("s'’")[-4:].isdigit():
        reading.vague = True  # "'30s": the century is open
    if reading.year % 10:
        if reading.year < 1000 or not text.endswith(("'s", "’s")):
            return None
        reading.kind, reading.end = "date", reading.end - 2
        return reading
    if re.search(r"\d\d$", text.rstrip("s'’")) is None and "decade" in text:
        return None
    if "'" in text and text.rstrip().endswith(("'s", "’s")) and reading.year > 999 and not text.startswith("the "):
        reading.kind = "date"  # "1990's economy" rather than "the 1990's"
        reading.end -= 2
    return reading


def _is_decade(phrase: Phrase) -> bool:
    """True for "the 60s", "'60s", "in 60s style"; not for the rapper's "50's beef", "her late 40s", degrees."""
    text = phrase.text.lower()
    short = not any(word.isdigit() and len(word) == 4 for _, word in phrase.items())
    if short and phrase.before(2) in cues("possessors"):
        return False
    if short and any(name == "n31" for name, _ in phrase.items()):
        return "'" in text[:-2] or "’" in text[:-2]
    if short and cues("degrees") & set(phrase.lowers_around(16)):
        return False
    return (
        text.startswith(("the ", "'", "’", "early", "late", "mid"))
        or text[:4].isdigit()
        or phrase.before(2) in ("in", "since", "from", "mid")
    )


def read_century(phrase: Phrase) -> Reading | None:
    """ "the 19th century", "the early twenty-first century", "the 4th century BC"."""
    reading = common(phrase, "century")
    if phrase.text.endswith("Century") and phrase.after() == " " and phrase.after(1)[:1].isupper():
        return None  # a company, not a time
    for name, word in phrase.items():
        if name in ("ordinal", "second", "cardinal") or name in ("n12", "n31", "n99"):
            reading.number += int(phrase.value(word))
    return reading if 1 <= reading.number <= 30 else None


def read_holiday(phrase: Phrase) -> Reading | None:
    """ "Christmas", "Christmas Eve", "New Year's Day", "last Easter", "Labor Day 2021"."""
    reading = common(phrase, "holiday")
    lexed = phrase.lexed
    first = phrase.first
    while phrase.table.names.get(lexed.classes[first]) not in ("feast", "name_month", "th", "month"):
        first += 1
    text = lexed.text
    found = holiday_at(text, lexed.starts[first])
    if found is None or _is_of_others(text, lexed.starts[first]):
        return None
    rule, end = found
    company = _NAMED_BEHIND.match(text, end)
    if company and company[1] in cues("titles"):
        return None  # "Labor Day Securities"
    name = text[lexed.starts[first] : end]
    if name.islower() and name in ("epiphany", "election day", "passover"):
        return None
    tail = _FEAST_TAIL.match(text, end)
    reading.value, reading.end, reading.year, reading.month = rule, end, None, None
    reading.approximate = rule[0] == "I"
    if tail and tail["year"]:
        reading.year, reading.end = int(tail["year"]), tail.end()
    elif tail and tail["rel"]:
        reading.rel, reading.end = f"{tail['rel'].lower()}-year", tail.end()
    if tail and tail["part"] and tail["part"].lower() == "weekend":
        reading.unit, reading.end = "WE", tail.end()
        reading.year = int(tail["late"]) if tail["late"] else reading.year
    elif tail and tail["part"]:
        reading.clock, reading.end = _PARTS[tail["part"].lower()], tail.end("part")
    return reading


def _is_of_others(text: str, start: int) -> bool:
    """True for "Ukraine's Independence Day", "Holocaust Memorial Day": another day than the one of the table."""
    named = _NAMED_BEFORE.search(text, max(0, start - 30), start)
    return named is not None and text[start].isupper() and named[1].lower() not in cues("before_holiday")


_NAMED_BEHIND: Final = re.compile(r" ([A-Z]\w+)")
_NAMED_BEFORE: Final = re.compile(r"\b([A-Z][\w’'.-]*)\s$")


def read_holiday_weekend(phrase: Phrase) -> Reading | None:
    """ "the weekend of Thanksgiving"."""
    feast = read_holiday(evolve(phrase, first=phrase.stop - 1))
    if feast is None:
        return None
    feast.start, feast.unit = phrase.start, "WE"
    return feast


def read_numeric_holiday(phrase: Phrase) -> Reading | None:
    """ "9/11": a day of history known by its figures."""
    found = holiday_at(phrase.lexed.text, phrase.start)
    if glued(phrase) or phrase.before(2) == "fahrenheit" or found is None or found[1] != phrase.end:
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="holiday", value=found[0])


def read_weekof(phrase: Phrase) -> Reading | None:
    """ "the week of June 17", "the weekend of 5 May"."""
    two = re.search(r"[-–]\d\d?$", phrase.text) is not None  # "the weekend of Feb. 14-15"
    inner = read_point(evolve(phrase, stop=phrase.stop - 2) if two else phrase)
    if inner is None:
        return None
    inner.end = phrase.end
    if inner.month is None and inner.day is None:  # "the week of the 18th"
        inner.day, inner.year = inner.year, None
    inner.unit = next((str(phrase.value(w)) for n, w in phrase.items() if n in ("unit", "weekend")), "")
    if inner.unit not in ("W", "WE", "D", "M"):
        return None
    words = [n for n, _ in phrase.items()]
    inner.kind = "weekof"
    inner.count = 1 if "after" in words else -1 if "before" in words else 0
    return inner


def read_week_part(phrase: Phrase) -> Reading | None:
    """ "Tuesday of next week", "next week on Friday"."""
    reading = common(phrase, "weekpart")
    reading.weekday = next((int(phrase.value(w)) for n, w in phrase.items() if n in WEEKDAYS), None)
    reading.unit = next((str(phrase.value(w)) for n, w in phrase.items() if n == "unit"), "")
    if reading.unit != "W" or not reading.rel:
        return None
    reading.count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
    if reading.rel in ("previous", "following", "that"):
        reading.base = "narrative"
    return reading


def read_nth(phrase: Phrase) -> Reading | None:
    """ "the first week of May 2021", "the second Tuesday in November", "the last month of 1990"."""
    if glued(phrase):
        return None
    reading = common(phrase, "nth")
    seen_of = False
    for name, word in phrase.items():
        if name in ("of", "in"):
            seen_of = True
        elif name in WEEKDAYS:
            reading.weekday = int(phrase.value(word))
        elif name in ("unit", "weekend", "half") and not seen_of:
            reading.unit = str(phrase.value(word))
        elif name == "unit":
            reading.value = str(phrase.value(word))
        elif not seen_of and name in DAYS:
            reading.number += int(phrase.value(word))
        elif not seen_of and (name == "last" or word.lower() == "final"):
            reading.number = -1
    if not reading.number or reading.number > 31:
        return None
    if reading.unit == "H":  # as "early July": no unit of its own lies between a month and its days
        reading.kind, reading.rel, reading.unit = "date", "", ""
        reading.stage = "early" if reading.number == 1 else "late"
        return reading if reading.month else None
    if reading.value and not (reading.month or reading.year):
        names = [n for n, _ in phrase.items()]
        behind = names[max(names.index(n) for n in ("of", "in") if n in names) :]
        reading.rel = next((RELATIONS[n] for n in behind if n in RELATIONS), "")
        reading.count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
        reading.base = "narrative" if reading.rel in ("previous", "following", "that") else "publication"
        return reading if reading.value in ("M", "Y") else None
    reading.rel = ""
    return reading


def read_day_after(phrase: Phrase) -> Reading | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    reading = Reading(start=phrase.start, end=phrase.end, kind="offset", unit="D")
    names = dict(phrase.items())
    if "deictic" not in names:
        return _day_after_told(phrase, reading, names)
    if str(phrase.value(names.get("unit", "week"))) != "D":
        return None
    reading.count = int(phrase.value(names["deictic"])) + (1 if "after" in names else -1)
    return reading


def _day_after_told(phrase: Phrase, reading: Reading, names: dict[str, str]) -> Reading | None:
    """ "the day before", with nothing behind it: counted from the date last mentioned."""
    unit = str(phrase.value(names["unit"])) if "unit" in names else "D"  # "the night before"
    ends = phrase.after()[:1] in ENDS
    goes_on = phrase.after(1).lower() in cues("clause_openers") | cues("year_ends")
    if unit not in ("D", "W", "M", "Y") or not (ends or ("that" in names and goes_on)):
        return None
    reading.unit = unit
    reading.count = -1 if "before" in names else 1
    reading.value, reading.base = f"P1{reading.unit}", "narrative"
    return reading


def read_ref(phrase: Phrase) -> Reading | None:
    """ "now", "recently", "the future", "recent years"."""
    reading = Reading(start=phrase.start, end=phrase.end, kind="ref")
    names = [n for n, _ in phrase.items()]
    if names[:1] in (["current"], ["recent"]) and not _qualifies(phrase):
        return None
    for name, word in phrase.items():
        if name in ("present", "past_ref", "future", "moment", "ahead"):
            reading.value = str(phrase.value(word))
        elif name in ("past", "recent"):
            reading.value = "PAST_REF"
        elif name in ("these", "current"):
            reading.value = "PRESENT_REF"
        elif name == "coming":
            reading.value = "FUTURE_REF"
    if phrase.before(2) == "as" and phrase.after(1) == "as":
        return None  # "as recently as 2009"
    if names == ["future"] and phrase.after(1)[:1].islower() is False:
        return None
    if "past" in names and phrase.before(2) not in ("in", "of", "from", "into"):
        return None
    if "moment" in names and "unit" in names:
        return reading if "day" in phrase.text.lower() else None
    if "moment" in names and (phrase.before(2) not in ("at", "for", "of", "to") and "at" not in names):
        return None
    if "these" in names and phrase.text.lower() not in ("these days", "those days"):
        return None
    if phrase.text.lower() == "those days":
        reading.value = "PAST_REF"
    return reading


def _qualifies(phrase: Phrase) -> bool:
    """True for the adjective of "the current chairman", "recent polls"; not "current account", "direct current"."""
    after = phrase.after(1)
    if len(phrase.items()) > 1:
        return True
    if phrase.after() != " " or not after.isalpha() or after.lower() in cues("current_names"):
        return False
    return phrase.before(2) not in ("direct", "alternating", "electric", "electrical")
