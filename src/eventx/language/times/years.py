"""From matched words to a reading: years that stand alone, which may as well be counts, and ranges of years."""

from __future__ import annotations

import re
from typing import Final

from eventx.language.times.lexer import cues
from eventx.language.times.readers import glued, read_point, short_year, year_in_words
from eventx.language.times.reading import ENDS, Phrase, Reading

# Of these the ones that take a count as well as a year.
_WEAK: Final = frozenset(("the", "a", "about", "around", "to", "and", "or", ",", "", "as"))
_COUNTING: Final = frozenset(("$", "some", "nearly", "than", "least", "over", "most"))
_SINGULAR_S: Final = frozenset(("was", "is", "has", "his", "as", "this"))


def read_years(phrase: Phrase) -> Reading | None:
    """ "1939-45", "2004/05"."""
    if glued(phrase):
        return None
    first, tail = (int(n) for n in re.findall(r"\d+", phrase.text))
    if phrase.text[4] == "-" and first >= 1900 and tail <= 12 and tail != first % 100 + 1:
        return None  # rather a month: "2015-12"
    second = first // 100 * 100 + tail
    if first % 100 == 99 and tail == 0:
        second = first + 1
    if not 0 < second - first < 60 or first < 1200:
        return None
    return _pair(phrase, first, second)


def read_years_bc(phrase: Phrase) -> Reading | None:
    """ "499-493 BC": both years before our era."""
    if glued(phrase):
        return None
    first, second = (int(n) for n in re.findall(r"\d+", phrase.text))
    if first < second:
        return None
    found = _pair(phrase, first, second)
    found.bc = True
    if found.last:
        found.last.bc = True
    return found


def _pair(phrase: Phrase, first: int, second: int) -> Reading:
    head, tail = list(re.finditer(r"\d+", phrase.text))
    found = Reading(start=phrase.start, end=phrase.start + head.end(), kind="date", year=first)
    found.last = Reading(start=phrase.start + tail.start(), end=phrase.end, kind="date", year=second)
    return found


def read_year(phrase: Phrase) -> Reading | None:
    """A bare year, where the words around it don't make it a count, a price, a model or a score."""
    if glued(phrase):
        return None
    reading = read_point(phrase)
    if reading is None or reading.year is None:
        return reading
    if phrase.after() in ("-", "–") and phrase.after(1).isdigit() and phrase.class_after(1) != "year":
        return None
    reading.passing = not _at_head(phrase)
    if reading.stage or "year" in phrase.text.lower() or reading.bc:
        return reading
    return None if _is_count(phrase, reading.year) else reading


def _is_count(phrase: Phrase, year: int) -> bool:
    """True where the number is rather counted than dated."""
    before, after = phrase.before(2), phrase.after(1).lower()
    if phrase.class_before() not in (" ", ""):
        before = phrase.before(1)
    if phrase.class_before() == "-" and phrase.class_before(2) == "year" and not _in_range(phrase, year):
        return True
    if before in cues("numbered") and phrase.class_before() == " ":
        return True
    if after in cues("counted") or phrase.after() == "%" or before in _COUNTING:
        return True
    if 1900 <= year <= 2099:
        events = before == "the" and after in cues("yearly")
        return year % 100 == 0 and after.endswith("s") and before not in ("in", "since", "by", "of") and not events
    if _in_range(phrase, year):
        return False
    if before == "to" and phrase.before(4) in ("back", "dates", "dating", "prior", "up"):
        return False
    if before == "of":
        certain = phrase.before(4) not in cues("amounts")
    else:
        certain = before in cues("year_cues") and (before not in _WEAK or _listed(phrase))
    return not certain or (after.endswith("s") and phrase.after() == " " and after not in _SINGULAR_S)


def _in_range(phrase: Phrase, year: int) -> bool:
    """True at either end of "1861-1865"."""
    if phrase.after() in ("-", "–") and phrase.class_after(1) == "year":
        return int(phrase.after(1)) > year
    return phrase.class_before() == "-" and phrase.class_before(2) == "year" and int(phrase.before(2)) < year


def _listed(phrase: Phrase) -> bool:
    """True next to another year: "1776 and 1777", "from 1805 to 1812"; or at the end: "the war of 1812."."""
    words = phrase.lexed.words[max(0, phrase.first - 8) : phrase.first]
    if any(len(word) == 4 and word.isdigit() for word in words):
        return True
    return phrase.before(2) in ("the", "as") and (phrase.after()[:1] in ENDS or phrase.before(2) == "as")


def _at_head(phrase: Phrase) -> bool:
    """True at the head of a sentence or paragraph: "In 1976, ...", "By early 1990 ...", "1984"."""
    words = phrase.lexed.words
    for back in range(1, 6):
        at = phrase.first - back
        if at < 0 or words[at] in (".", "!", "?", ";", ":") or (words[at].isspace() and "\n\n" in words[at]):
            return True
    return False


def read_word_year(phrase: Phrase) -> Reading | None:
    """ "in nineteen ninety six", "in two thousand and fifteen": after a word that takes a year."""
    numbers = [int(phrase.value(word)) for name, word in phrase.items() if name != "and"]
    goes_on = phrase.after()[:1] in ENDS or phrase.after(1).lower() in cues("year_ends")
    year = year_in_words(numbers)
    if phrase.before(2) not in ("in", "since", "by", "of", "until", "from", "year") or not goes_on or year is None:
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="date", year=year)


def read_short_year(phrase: Phrase) -> Reading | None:
    """ "'68": a year of the last hundred, after a word that takes one."""
    if phrase.before(2) not in ("in", "of", "since", "by", "until", "from", "summer", "spring", "to"):
        return None
    digits = re.search(r"\d\d", phrase.text)
    if digits is None or phrase.after()[:1].isalnum():
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="date", year=short_year(int(digits.group())))
