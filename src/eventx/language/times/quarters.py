"""From matched words to a reading: quarters, halves, fiscal years, and what they are compared with."""

from __future__ import annotations

from typing import Final

from eventx.language.times.lexer import cues
from eventx.language.times.names import MONTHS
from eventx.language.times.periods import common
from eventx.language.times.readers import short_year
from eventx.language.times.reading import Phrase, Reading

_NEAR: Final = 60  # words around a bare half or quarter that tell business from sport


def read_quarter(phrase: Phrase) -> Reading | None:
    """ "the third quarter", "the first half of 2008", "Q3 2024", "last year's fourth quarter"."""
    items = phrase.items()
    names = [n for n, _ in items]
    reading = common(phrase, "half" if {"half", "half_mark"} & set(names) else "quarter")
    for name, word in items:
        if name in ("ordinal", "second"):
            reading.number = int(phrase.value(word))
        elif name in ("n12", "n31") and not reading.number:
            reading.number = int(word)
        elif name == "last" and not reading.number and "unit" not in names[:3]:
            reading.number, reading.rel = (4 if reading.kind == "quarter" else 2), ""
    if any(n == "last" for n in names[:2]) and not reading.year and "unit" not in names:
        return None  # "last quarter": counted from publication
    if "unit" in names and any(str(phrase.value(w)) != "Y" for n, w in items if n == "unit"):
        return None
    if {"ago", "earlier", "before"} & set(names):
        reading.rel = "yearago"
    reading.value = "FY" if "fiscal" in names and reading.year else ""
    limit = 4 if reading.kind == "quarter" else 2
    return reading if 1 <= reading.number <= limit and _is_business(phrase, reading, of_year="unit" in names) else None


def _is_business(phrase: Phrase, reading: Reading, *, of_year: bool) -> bool:
    """True where a half or quarter is one of a year, not of a match."""
    if phrase.after() == "-" and phrase.after(1).lower() in ("final", "finals", "back", "backs", "time"):
        return False
    if reading.year or reading.rel or of_year:
        return True
    around = set(phrase.lowers_around(_NEAR))
    if reading.kind == "half":
        return bool(around & cues("business")) and not around & cues("match")
    return not around & cues("match") or bool(around & cues("business"))


def read_latter_half(phrase: Phrase) -> Reading | None:
    """ "the latter half of 2008", "the latter half of last year"."""
    reading = common(phrase, "half")
    units = [str(phrase.value(word)) for name, word in phrase.items() if name == "unit"]
    if "latter" not in phrase.text.lower() or units not in ([], ["Y"]):
        return None
    reading.number, reading.stage = 2, ""
    return reading


def read_same_quarter(phrase: Phrase) -> Reading | None:
    """ "the same quarter a year ago", "the same period last year", "the year-earlier quarter"."""
    reading = common(phrase, "yearago")
    names = [name for name, _ in phrase.items()]
    reading.near = "same" in names
    for name, word in phrase.items():
        if name == "occasion" and word.lower() not in (("period",) if reading.year else ("period", "time")):
            return None
        if name in ("quarter", "unit", "occasion"):
            reading.unit = "" if name == "occasion" else str(phrase.value(word))
            break
    if reading.month:
        reading.kind, reading.rel = "date", "last"
    return reading


def read_year_ago(phrase: Phrase) -> Reading | None:
    """ "the year-earlier quarter", "the year-ago third quarter", "the year-ago period", "year-ago"."""
    reading = common(phrase, "yearago")
    items = phrase.items()
    if str(phrase.value(next(w for n, w in items if n == "unit"))) != "Y":
        return None
    for name, word in items:
        if name in ("ordinal", "second"):
            reading.number = int(phrase.value(word))
        elif name in ("quarter", "half"):
            reading.unit = str(phrase.value(word))
        elif name == "occasion" and word.lower() != "period":
            reading.end = phrase.lexed.starts[phrase.stop - 2]
    reading.base = "narrative" if any(n == "earlier" for n, _ in items) else "publication"
    if reading.number and reading.unit:
        reading.kind, reading.rel = ("quarter" if reading.unit == "Q" else "half"), "yearago"
    reading.stage = ""
    return reading


def read_months_quarter(phrase: Phrase) -> Reading | None:
    """ "the October-December quarter", "the January to March quarter": three months that are a quarter."""
    months = [int(phrase.value(word)) for name, word in phrase.items() if name in MONTHS]
    if len(months) != 2 or months[1] - months[0] != 2 or months[0] % 3 != 1:
        return None
    if any(name == "occasion" and word.lower() != "period" for name, word in phrase.items()):
        return None
    reading = common(phrase, "quarter")
    reading.number, reading.month, reading.stage = months[1] // 3, None, "whole"
    return reading


def read_bare_quarter(phrase: Phrase) -> Reading | None:
    """ "in the quarter", "the latest quarter": the one mentioned last, or the last that is over."""
    latest = any(name in ("latest", "most") for name, _ in phrase.items())
    after = phrase.after(1).lower()
    if not latest and (phrase.before(2) not in _WITHIN and after not in ("ended", "ending")):
        return None
    if phrase.after() == "-" or after in ("of", "final", "finals", "century", "mile", "back", "backs", "point"):
        return None
    if not latest and not set(phrase.lowers_around(_NEAR)) & cues("business") and after != "ended":
        return None
    return Reading(start=phrase.start, end=phrase.end, kind="yearago", unit="Q", rel="latest" if latest else "same")


_WITHIN: Final = frozenset(("in", "for", "during", "throughout", "of", "this", "over", "within", "through"))


def read_fiscal(phrase: Phrase) -> Reading | None:
    """ "fiscal 2013", "fiscal year 2013", "FY14", "the current fiscal year", "the fiscal year ended"."""
    reading = common(phrase, "fiscal")
    for name, word in phrase.items():
        if name in ("n12", "n31", "n99"):
            reading.year = short_year(int(word))
    if not reading.year and not reading.rel:
        reading.rel = "this"
    return reading
