"""From matched words to a reading: what comes again ("every Monday", "twice a week", "the 25th of each month")."""

from __future__ import annotations

from eventx.language.times.names import DAYS, MONTHS, WEEKDAYS
from eventx.language.times.reading import Phrase, Reading
from eventx.language.times.units import SETS, count_of, period, unit_of


def read_times_a(phrase: Phrase) -> Reading | None:
    """ "twice a week", "three times a year": a set of that period."""
    unit = unit_of(phrase)
    return Reading(start=phrase.start, end=phrase.end, kind="set", unit=unit, value=SETS.get(unit, period(unit, 1)))


def read_set(phrase: Phrase) -> Reading | None:
    """ "every Monday", "each year", "daily", "Mondays", "every two weeks"."""
    items = phrase.items()
    names = [n for n, _ in items]
    unit = unit_of(phrase)
    reading = Reading(start=phrase.start, end=phrase.end, kind="set", unit=unit)
    first = items[0][1].lower()
    if "adverb_set" in names:
        reading.value = str(phrase.value(items[0][1]))
        reading.value = "XXXX-XX-XXTNI" if reading.value == "TNI" else reading.value
        return None if items[0][1] != first and not _sentence_start(phrase) else reading
    if first == "other" or (first == "per" and unit == "CE"):
        return None
    weekday = next((int(phrase.value(w)) for n, w in items if n in WEEKDAYS or n == "weekdays"), None)
    if names == ["weekends"]:
        reading.value = "XXXX-WXX-WE" if unit == "WE" else "XXXX-WXX-WD"
        return reading if phrase.before(2) in ("on", "at", "during", "over") else None
    if weekday:
        reading.value = f"XXXX-WXX-{weekday}"
        return reading
    month = next((int(phrase.value(w)) for n, w in items if n in MONTHS), None)
    part = next((str(phrase.value(w)) for n, w in items if n in ("season", "fall", "daypart")), None)
    if month or part:
        reading.value = (
            f"XXXX-{month:02}" if month else f"XXXX-XX-XX{part}" if part and part[0] == "T" else f"XXXX-{part}"
        )
        return reading
    count, _ = count_of(phrase)
    if not unit:
        return None
    count = 2 if "other" in phrase.text.lower() and count is None else count
    reading.value = "XXXX-WXX-WE" if unit == "WE" else period(unit, count if count is not None else 1)
    return reading


def _sentence_start(phrase: Phrase) -> bool:
    return (
        phrase.class_before(2) in ("", ".", "x")
        and phrase.class_before(1) in ("", " ", "x")
        and phrase.before(2) in ("", ".", "\n")
    )


def read_day_of_each_month(phrase: Phrase) -> Reading | None:
    """ "the 25th of each month"."""
    day = day_number(phrase)
    if day is None or unit_of(phrase) != "M":
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="set", unit="M", value=f"XXXX-XX-{day:02}")


def day_number(phrase: Phrase) -> int | None:
    """The day of the month that the phrase gives as "25th" or "twenty-fifth"."""
    day = sum(int(phrase.value(word)) for name, word in phrase.items() if name in DAYS or name == "one")
    return day if 1 <= day <= 31 else None
