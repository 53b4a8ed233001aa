"""From matched words to a reading: points of the calendar (days, months, years, seasons, clock times)."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from eventx.language.times.lexer import cues
from eventx.language.times.names import MONTHS, NUMBERS, STAGES, WEEKDAYS, is_name, is_title
from eventx.language.times.reading import ENDS, Phrase, Reading

_CLOCK: Final = re.compile(
    r"(?P<h5>\d{1,2})(?::(?P<m5>\d\d))?(?= (?:in the|at) (?P<part>morning|afternoon|evening|night))"
    r"|(?P<h>\d{1,2})(?:(?P<sep>[:.])(?P<m>\d\d)(?::\d\d)?)?\s?(?P<ampm>[ap]\.?\s?m\b\.?)"
    r"|(?P<h2>\d{1,2}):(?P<m2>\d\d)(?::\d\d)?|(?P<word>\bnoon|\bmidday|\bmidnight)\b"
    r"|(?P<h4>\d\d)(?P<m4>\d\d)(?=\s?\(?[A-Z]{2,4}\b)"
    r"|(?P<oc>\w+) o['’‘]clock"
    r"|(?P<h6>\d{1,2})(?= (?:this|that|last|tomorrow|yesterday|today|tonight)\b)",
    re.IGNORECASE,
)
_BARE_HOUR: Final = re.compile(r"\d{1,2} (?:in|at|this|that|last|tomorrow|yesterday|today|tonight)\b")
# How a word places what follows it, by the class of the word.
RELATIONS: Final = {
    "last": "last",
    "past": "last",
    "previous": "previous",
    "next": "next",
    "coming": "next",
    "following": "following",
    "this": "this",
    "current": "this",
    "that": "that",
    "same": "that",
    "these": "this",
}


def clock_of(phrase: Phrase) -> tuple[str, int, int]:
    """The time of day in the phrase as "T15:00", with its offsets; ("", -1, -1) without one."""
    match = _CLOCK.search(phrase.text)
    if match is None:
        return "", -1, -1
    start, end = phrase.start + match.start(), phrase.start + match.end()
    if match["word"]:
        return ("T24:00" if match["word"].lower() == "midnight" else "T12:00"), start, end
    if match["oc"]:
        word = match["oc"].lower()
        hour = int(phrase.value(word)) if word in phrase.table.values or word.isdigit() else 99
        hour += _later_half(phrase, hour) if hour < 12 else 0
        return (f"T{hour:02}:00" if hour < 25 else ""), start, end
    hour = int(match["h"] or match["h2"] or match["h4"] or match["h5"] or match["h6"])
    minute = int(match["m"] or match["m2"] or match["m4"] or match["m5"] or 0)
    if match["part"] and hour < 12 and (match["part"].lower() in ("afternoon", "evening") or hour > 6):
        hour += 12 if match["part"].lower() != "morning" else 0
    if match["ampm"] is None and match["part"] is None and hour < 12:
        hour += _later_half(phrase, hour)
    if match["ampm"]:
        hour = hour % 12 + (12 if match["ampm"][0] in "pP" else 0)
    if hour > 24 or minute > 59:
        return "", start, end
    return f"T{hour:02}:{minute:02}", start, end


def _later_half(phrase: Phrase, hour: int) -> int:
    """12 where the phrase says that the hour is one of the later half of the day: "nine o'clock tonight"."""
    parts = {str(phrase.value(word)) for name, word in phrase.items() if name in ("daypart", "tonight")}
    return 12 if parts & {"TAF", "TEV"} or ("TNI" in parts and hour > 4) else 0


def glued(phrase: Phrase) -> bool:
    """True where the phrase is a piece of something longer: "$10", "A380", "3.5", "1-2", "/5"."""
    before = phrase.lexed.classes[phrase.first - 1] if phrase.first else " "
    digit_first = phrase.lexed.words[phrase.first][0].isdigit()
    if digit_first and before == ":" and not _is_number(phrase, phrase.class_before(2)):
        return _runs_on(phrase)
    if digit_first and (before in "$#/.:&+" or _is_number(phrase, phrase.class_before())):
        return True
    if digit_first and before == " " and phrase.class_before(2) == "$":
        return True
    if digit_first and before == "-" and phrase.first > 1:
        name = phrase.class_before(2)
        if _is_number(phrase, name) and not (name == "year" and phrase.class_first() == "year"):
            return True
        return (
            name == "x" and phrase.before(2)[-1:].isalnum() and len(phrase.before(2)) < 4 and phrase.before(2) != "pre"
        )
    if digit_first and before == "," and _is_number(phrase, phrase.class_before(2)):
        return True
    if before not in " ,-'(/" and (before == "x" or before.isalpha()) and _wordy(phrase):
        return True
    return _runs_on(phrase)


def _wordy(phrase: Phrase) -> bool:
    word = phrase.lexed.words[phrase.first - 1]
    return word[-1:].isalnum() or word == "_"


def _runs_on(phrase: Phrase) -> bool:
    last, after = phrase.lexed.words[phrase.stop - 1], phrase.after()
    if not last[-1:].isdigit():
        return False
    if after == "%" or after.isalpha():
        return after not in ("s",)
    if after in (".", ",", ":", "/", "-", "–") and _is_number(phrase, phrase.class_after(1)):
        return after not in ("-", "–")
    return False


def _is_number(phrase: Phrase, name: str) -> bool:
    return name in NUMBERS


def read_point(phrase: Phrase) -> Reading | None:
    """A day, month or year with whatever stands by it: weekday, time of day, stage, relation."""
    if glued(phrase):
        return None
    if _is_clause(phrase):
        phrase = evolve(phrase, first=phrase.first + 2)  # "said that Thursday's meeting ..."
    clock, clock_start, clock_end = clock_of(phrase)
    reading = Reading(start=phrase.start, end=phrase.end, kind="date", clock=clock)
    pending: list[int] = []
    for at, (name, word) in _placed(phrase):
        if not clock_start <= at < clock_end:
            _take(reading, phrase, name, word, pending)
    if reading.month and reading.rel and any(name == "unit" for name, _ in phrase.items()):
        reading.unit = "Y"  # "November of last year"
    return _settled(reading, pending, phrase)


def read_day_year(phrase: Phrase) -> Reading | None:
    """ "5 May last year", "March 3 this year"; not "March 3 this week"."""
    unit, rel = phrase.stop - 1, phrase.stop - 3  # the last word, and the one before its space
    if phrase.value(phrase.lexed.words[unit]) != "Y":
        return None
    stop = rel - 1 if phrase.lexed.words[rel - 2] != "," else rel - 2
    reading = read_point(evolve(phrase, stop=stop))
    if reading is not None:
        reading.rel, reading.unit, reading.end = phrase.lexed.words[rel].lower(), "Y", phrase.end
    return reading


def read_overnight(phrase: Phrase) -> Reading | None:
    """ "the strikes came overnight": the night before publication; not "an overnight stay"."""
    behind = phrase.after(1).lower()
    done = (behind.endswith("ed") or behind in cues("adverb_before_acts")) and phrase.before(2) not in cues("articles")
    after = phrase.after()[:1] in ENDS or behind in cues("adverb_before") or done  # "gunmen overnight killed"
    if phrase.text.lower() != "overnight" or not after or _idiom(phrase):
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="overnight", clock="TNI")


def read_part(phrase: Phrase) -> Reading | None:
    """ "the morning", "that night"; not "the overnight train"."""
    return None if phrase.text.lower().endswith("overnight") else read_point(phrase)


def _idiom(phrase: Phrase) -> bool:
    """True for "it won't happen overnight"."""
    return any(phrase.before(back) in cues("idiom") for back in range(1, 9))


def _is_clause(phrase: Phrase) -> bool:
    """True where "that" opens a clause and does not point at the day or month behind it."""
    if phrase.class_first() != "that" or not phrase.before(2).isalpha() or phrase.before(2) in cues("that_points"):
        return False
    return any(name in WEEKDAYS or name in MONTHS for name, _ in phrase.items())


def read_clock_part(phrase: Phrase) -> Reading | None:
    """ "7:45 in the morning", "at 3 in the afternoon"; not "killed 3 in the afternoon"."""
    bare = _BARE_HOUR.match(phrase.text) is not None
    return None if bare and phrase.before(2) not in cues("clock_before") else read_point(phrase)


def read_part_day(phrase: Phrase) -> Reading | None:
    """ "dawn Friday"; not the song "One Night on Friday"."""
    return read_point(phrase) if phrase.text[0].islower() else None


def _placed(phrase: Phrase) -> list[tuple[int, tuple[str, str]]]:
    names, lexed = phrase.table.names, phrase.lexed
    return [
        (lexed.starts[i], (names[lexed.classes[i]], lexed.words[i]))
        for i in range(phrase.first, phrase.stop)
        if lexed.classes[i] in names
    ]


def _take(reading: Reading, phrase: Phrase, name: str, word: str, pending: list[int]) -> None:
    """Put one word of the phrase into its field; numbers wait, as day or year is not clear yet."""
    if name in MONTHS:
        reading.month = int(phrase.value(word))
    elif name in WEEKDAYS:
        reading.weekday = int(phrase.value(word))
    elif name == "year":
        reading.year = int(word)
    elif name in NUMBERS or name in ("ordinal", "second", "cardinal", "one", "hundred"):
        pending.append(int(phrase.value(word)))
    elif name == "deictic":
        reading.kind, reading.count, reading.unit = "offset", int(phrase.value(word)), "D"
    elif name in ("daypart", "tonight"):
        reading.clock = reading.clock or str(phrase.value(word))
        if name == "tonight":
            reading.kind, reading.unit = "offset", "D"
    elif name in RELATIONS and (name != "that" or not reading.rel):
        reading.near = reading.near or reading.rel == "this" or name in ("past", "coming")
        reading.rel = RELATIONS[name]
    elif name in STAGES:
        reading.stage = stage_of(phrase, word, name)
    elif name == "era":
        reading.bc = True


def stage_of(phrase: Phrase, word: str, name: str) -> str:
    """ "early", "mid" or "late" for a word such as "beginning", "late", "earlier"."""
    if name == "later":
        return "late"
    if name == "earlier":
        return "early"
    return str(phrase.value(word))


def _settled(reading: Reading, pending: list[int], phrase: Phrase) -> Reading | None:
    if reading.bc and pending and reading.year is None:
        reading.year = pending.pop()
    if reading.kind == "offset" and not reading.clock and is_title(phrase):
        return None
    if not pending and (reading.month or reading.weekday) and is_name(phrase, reading):
        return None
    if pending and not _number_fields(reading, pending, phrase):
        return None
    if reading.kind == "date" and reading.month is None and reading.day is None:
        if reading.weekday:
            reading.kind = "weekday"
        elif reading.year is None and reading.clock:
            reading.kind = "clock"
        elif reading.year is None:
            return None
    if not reading.clock and ":" in phrase.text:
        return None
    if reading.kind == "clock" and phrase.text[:1].isupper() and is_title(phrase):
        return None
    if reading.kind == "clock" and reading.rel:
        _shift_clock(reading, phrase.class_first() == "the")
    if (reading.month, reading.day, reading.year) == (9, 11, None) and phrase.after(1).lower() in cues("attacks"):
        reading.named_year = 2001
    return reading


def _number_fields(reading: Reading, pending: list[int], phrase: Phrase) -> bool:
    """Put the numbers into day and year; False where they don't fit."""
    if reading.month and reading.year is None:
        if 31 < pending[-1] < 100 and len(pending) <= 2:  # "April of 87"
            reading.year = short_year(pending[-1])
            reading.day = pending[0] if len(pending) > 1 else None
            return reading.day is None or reading.day <= 31
        if pending[0] > 31:
            return False
        whole = year_in_words(pending)
        if whole and not any(word.isdigit() or name in ("ordinal", "second") for name, word in phrase.items()):
            reading.year = whole  # "October two thousand and five"
            return True
        pending, reading.year = _year_in_words(pending, phrase)
    pair = _ordinal_pair(pending)
    if reading.month or reading.weekday:
        reading.day = pending[0] + pending[1] if pair else pending[0]
        if len(pending) > 1 and reading.year is None and not pair:
            reading.year = short_year(pending[-1])
        return 1 <= reading.day <= 31
    reading.year = pending[0]
    return reading.kind != "offset"


def _shift_clock(reading: Reading, told: bool) -> None:
    """ "last night", "the next morning", "this evening": a day with a part of it; "the" leans on the day told."""
    reading.kind, reading.unit = "offset", "D"
    reading.count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(reading.rel, 0)
    if reading.rel in ("previous", "following", "that") or (told and reading.rel == "next"):
        reading.base = "narrative"
    reading.rel, reading.value = "", "P1D"


def _year_in_words(pending: list[int], phrase: Phrase) -> tuple[list[int], int | None]:
    """The numbers of "5 May nineteen eighty six" as those of the day and the year; None without such a year."""
    if len(pending) < 3 or any(word.isdigit() for _, word in phrase.items()[-2:]):
        return pending, None
    cut = 2 if _ordinal_pair(pending) and len(pending) > 3 else 1
    year = year_in_words(pending[cut:])
    return (pending[:cut], year) if year else (pending, None)


def year_in_words(numbers: list[int]) -> int | None:
    """The year of "nineteen eighty six", "two thousand and five", given as its numbers."""
    if not 2 <= len(numbers) <= 5 or numbers[0] > 21 or (numbers[1] < 10 and numbers[0] > 2):
        return None  # "twenty nine" is a day
    if numbers[1] in (100, 1000):
        year = numbers[0] * numbers[1] + sum(numbers[2:])
    else:
        year = numbers[0] * 100 + sum(numbers[1:])
    return year if 1000 <= year <= 2199 else None


def _ordinal_pair(pending: list[int]) -> bool:
    return len(pending) >= 2 and pending[0] in (20, 30) and pending[1] < 10


def short_year(number: int) -> int:
    """The year of two digits: "68" is 1968, "13" is 2013; other numbers stay as they are."""
    return number + (1900 if number >= 40 else 2000) if number < 100 else number
