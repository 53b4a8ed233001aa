"""From matched words to a reading: days and times as one says them ("half past ten", "at dawn", "two winters ago")."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.times.lexer import cues
from eventx.language.times.readers import read_point
from eventx.language.times.reading import Phrase, Reading
from eventx.language.times.sets import day_number
from eventx.language.times.units import count_of, unit_of

_HOURS: Final = frozenset(("cardinal", "one", "n12"))
_STEPS: Final = {"last": -1, "next": 1, "following": 1, "previous": -1, "coming": 1}


def read_day_of_month(phrase: Phrase) -> Reading | None:
    """ "the 24th of last month", "the first of next month"."""
    day, names = day_number(phrase), [name for name, _ in phrase.items()]
    if day is None or unit_of(phrase) != "M":
        return None
    rel = next(name for name in reversed(names) if name in _STEPS or name in ("this", "that", "same"))
    told = rel in ("previous", "following", "that", "same")
    return Reading(
        start=phrase.start,
        end=phrase.end,
        kind="nth",
        number=day,
        unit="D",
        value="M",
        rel={"coming": "next", "same": "that"}.get(rel, rel),
        count=_STEPS.get(rel, 0),
        base="narrative" if told else "publication",
    )


def read_spoken_clock(phrase: Phrase) -> Reading | None:
    """ "half past ten", "a quarter to six on Friday", "two in the afternoon"."""
    if not _is_hour_expected(phrase):
        return None
    lexed, names = phrase.lexed, phrase.table.names
    numbers = [i for i in range(phrase.first, phrase.stop) if names.get(lexed.classes[i]) in _HOURS]
    link = next((n for n, _ in phrase.items() if n in ("past", "to")), "")
    at = numbers[1] if link and not {"half", "quarter"} & {n for n, _ in phrase.items()} else numbers[0]
    hour, minutes = int(phrase.value(lexed.words[at])), _minutes(evolve(phrase, stop=at)) if link else 0
    if hour > 12 or minutes > 59:
        return None
    part = next((str(phrase.value(w)) for n, w in phrase.items() if n == "daypart"), "")
    hour += 12 if hour < 12 and (part in ("TAF", "TEV") or (part == "TNI" and hour > 4)) else 0
    whole = hour * 60 + (minutes if link != "to" else -minutes)
    clock = f"T{whole // 60 % 24:02}:{whole % 60:02}"
    day = _day_behind(phrase, at)
    reading = Reading(start=phrase.start, end=phrase.end, kind="clock", clock=clock)
    return evolve(day, start=phrase.start, clock=clock) if day else reading


def _minutes(phrase: Phrase) -> int:
    """The minutes before "past" and "to"."""
    names = {name for name, _ in phrase.items()}
    if "half" in names:
        return 30
    return 15 if "quarter" in names else int(count_of(phrase)[0] or 99)


def _day_behind(phrase: Phrase, hour: int) -> Reading | None:
    """The reading of the day that follows the hour: "half past ten on Friday"."""
    names, classes = phrase.table.names, phrase.lexed.classes
    for at in range(hour + 1, phrase.stop):
        if names.get(classes[at]) in ("daypart", "on", "in", "the", "at") or classes[at] in " ,":
            continue
        return read_point(evolve(phrase, first=at))
    return None


def _is_hour_expected(phrase: Phrase) -> bool:
    """True behind "at", "by", "now", "it is"; not for "killed two in the afternoon"."""
    before = phrase.before(2)
    return before in cues("clock_before") or before == "now" or (before in ("is", "was") and phrase.before(4) == "it")


def read_light(phrase: Phrase) -> Reading | None:
    """ "at dawn", "by nightfall": a part of the day by its light; not "after dawn raids"."""
    word = phrase.text.lower()
    if word not in cues("light") or phrase.before(2) not in cues("light_before") or phrase.before(1) != " ":
        return None
    after = phrase.after(1).lower()
    if (
        phrase.after() == " "
        and after.isalpha()
        and after not in cues("clause_openers") | cues("adverb_before") | {"till", "until"}
    ):
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="clock", clock=str(phrase.value(word)))


def read_seasons_ago(phrase: Phrase) -> Reading | None:
    """ "two winters ago": so many back, the one at hand not counted."""
    count, vague = count_of(phrase)
    season = next(str(phrase.value(w)) for n, w in phrase.items() if n in ("seasons", "season", "fall"))
    if vague or count is None or count != int(count):
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="season", value=season, rel="ago", count=int(count))
