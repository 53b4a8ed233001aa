"""Explicit dates of documents in other languages: found by the names of months, read by dateparser.

Only dates that are written out are read: "18 juin 2024", "du 3 au 5 mars", "2024年6月18日", "18.06.2024".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any, Final

from attrs import frozen

from eventx.language.times import calendar as cal
from eventx.language.times.calendar import Days
from eventx.language.times.publication import parse_date
from eventx.lexicon.tables import toml_table
from eventx.records import Basis, Precision, Span, TimeExpression

_MONTHS: Final[tuple[str, ...]] = tuple(toml_table("cues_calendar.toml")["months"])  # in their order
_NUMERIC: Final = r"(?<![\d./-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}/\d{1,2}/\d{4})(?![\d/-])"
_ORDINAL: Final = r"(?:\.|er|re|ème|º|ª|\.º|-го|-е)?"


@frozen(slots=True)
class Tongue:
    """What finds dates of one language: ``months`` by their case-folded names, ``pattern`` for a date or two."""

    code: str
    months: Mapping[str, int]
    pattern: re.Pattern[str]
    suffixed: bool  # year, month and day stand before their marks


def is_foreign(language: str) -> bool:
    """True for a language tag that is given and is not English's."""
    return bool(language) and language.lower() != "en" and not re.match(r"en[-_]", language, re.IGNORECASE)


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    return toml_table("times_languages.toml")


@cache
def tongue(language: str) -> Tongue | None:
    """The patterns of a language by its tag ("fr", "de-AT"); None where dateparser does not know it."""
    code = re.split(r"[-_]", language.lower())[0]
    try:
        info: Mapping[str, Any] = import_module(f"dateparser.data.date_translation_data.{code}").info
    except (ImportError, AttributeError):
        return None
    marks = _words()["marks"].get(code)
    if marks:
        return Tongue(code, {}, re.compile(_suffixed(marks)), True)
    months = {
        unicodedata.normalize("NFC", name).casefold(): number
        for number, month in enumerate(_MONTHS, 1)
        for name in info.get(month, ())
        if len(name) > 2 and not any(c.isdigit() for c in name)
    }
    months |= {name: number for number, name in enumerate(_words()["cases"].get(code, ()), 1)}
    return Tongue(code, months, re.compile(_spelled(code, months), re.IGNORECASE), False) if months else None


def _spelled(code: str, months: Mapping[str, int]) -> str:
    """Day, month in letters, year; the first of two days may stand before them."""
    names = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name)))
    of = "".join(rf"{re.escape(w)}\s?|" for w in _words()["of"].get(code, ()))
    through = "|".join(re.escape(w) for w in _words()["through"].get(code, ()))
    link = rf"\s?[-–—]\s?|\s(?:{through})\s" if through else r"\s?[-–—]\s?"
    first = rf"(?:(?P<first>\d{{1,2}}){_ORDINAL}(?:{link}))?"
    year = rf"(?:,?\s(?:{of})(?P<year>\d{{4}})(?!\d))?"
    day = rf"(?<![\d.,/:-]){first}(?P<day>\d{{1,2}}){_ORDINAL}\s(?:{of})(?P<month>{names})(?!\w)\.?{year}"
    alone = rf"(?<!\w)(?P<bare>{names})(?!\w)\.?\s(?:{of})(?P<of>\d{{4}})(?!\d)"
    return f"{day}|{alone}|(?P<numeric>{_NUMERIC})"


def _suffixed(marks: list[str]) -> str:
    """Year, month and day before their marks: "2024年6月18日至19日"."""
    y, m, d = marks
    second = rf"(?:\s?(?:至|到|から|[-–~～])\s?(?:(?P<month2>\d{{1,2}})\s?{m}\s?)?(?P<day2>\d{{1,2}})\s?{d})?"
    full = (
        rf"(?:(?P<year>\d{{4}})\s?{y}\s?)?(?P<month>\d{{1,2}})\s?{m}(?:\s?(?P<day>\d{{1,2}})(?P<mark>\s?{d}){second})?"
    )
    return rf"(?<!\d){full}|(?<!\d)(?P<alone>\d{{4}})\s?{y}|(?P<numeric>{_NUMERIC})"


def foreign_times(
    text: str, reference: date | None, language: str, *, ranges: bool = True
) -> tuple[TimeExpression, ...]:
    """The explicit dates of a text in another language, in order; () for a language that dateparser does not know.

    A date without its year takes the one nearest to ``reference``, the day of publication; without ``ranges`` the two
    ends of a range are two expressions.
    """
    known = tongue(language)
    if known is None:
        return ()
    return tuple(
        time
        for match in known.pattern.finditer(text)
        for time in (_signed if known.suffixed else _named)(text, match, known, reference, ranges)
    )


def _named(
    text: str, match: re.Match[str], known: Tongue, reference: date | None, ranges: bool
) -> Iterator[TimeExpression]:
    if match["numeric"]:
        yield from _numeric(text, match, known)
        return
    name = match["month"] or match["bare"]
    month = known.months.get(unicodedata.normalize("NFC", name).casefold())
    year = match["year"] or match["of"]
    if month is None:
        return
    if match["bare"]:
        days = cal.month_days(int(year), month)
        if days:
            yield _expression(text, match.start(), match.end(), days, Precision.MONTH)
        return
    wanted = int(match["day"])
    last = _day(f"{wanted} {name}", month, wanted, year, known, reference)
    opening = int(match["first"]) if match["first"] else 0
    end = match.end() if year or not match[0].endswith(".") else match.end() - (not _abbreviated(name, known))
    first = _day(f"{opening} {name}", month, opening, year, known, reference) if opening else None
    if first and last and first < last:
        yield from _two(text, (match.start(), match.end("first")), (match.start("day"), end), (first, last), ranges)
    elif last:
        yield _expression(text, match.start("day"), end, (last, last), Precision.DAY, certain=bool(year))
    elif reference is None and not year and wanted <= 31:
        yield _open(text, match.start("day"), end, f"XXXX-{month:02}-{wanted:02}")


def _abbreviated(name: str, known: Tongue) -> bool:
    """True where a longer name of the same month begins with this one: its full stop belongs to it."""
    short = name.casefold()
    month = known.months[unicodedata.normalize("NFC", name).casefold()]
    return any(m == month and n != short and n.startswith(short) for n, m in known.months.items())


def _day(words: str, month: int, day: int, year: str | None, known: Tongue, reference: date | None) -> date | None:
    """The day that dateparser reads, kept only where it is the one that is written."""
    if year is None and reference is None:
        return None
    years = [int(year)] if year else [reference.year + shift for shift in (-1, 0, 1)] if reference else []
    options = [parse_date(f"{words} {y}", reference or date(2000, 1, 1), [known.code]) for y in years if 1 <= y <= 9999]
    fitting = [found for found in options if found and (found.month, found.day) == (month, day)]
    base = reference or (fitting[0] if fitting else None)
    return min(fitting, key=lambda found: abs((found - base).days)) if base and fitting else None


def _signed(
    text: str, match: re.Match[str], known: Tongue, reference: date | None, ranges: bool
) -> Iterator[TimeExpression]:
    if match["numeric"]:
        yield from _numeric(text, match, known)
        return
    if match["alone"]:
        whole = cal.years(int(match["alone"]), int(match["alone"]))
        if whole:
            yield _expression(text, match.start(), match.end(), whole, Precision.YEAR)
        return
    month, day, year = int(match["month"]), match["day"], match["year"]
    if not 1 <= month <= 12:
        return
    if day is None:
        days = cal.month_days(int(year), month) if year else None
        if days:
            yield _expression(text, match.start(), match.end(), days, Precision.MONTH)
        return
    first = _nearest(month, int(day), year, reference)
    last = _nearest(int(match["month2"] or month), int(match["day2"]), year, reference) if match["day2"] else None
    if first and last and first < last:
        ends = (
            (match.start(), match.end("mark")),
            (match.start("month2" if match["month2"] else "day2"), match.end()),
        )
        yield from _two(text, *ends, (first, last), ranges)
    elif first:
        yield _expression(text, match.start(), match.end(), (first, first), Precision.DAY, certain=bool(year))
    elif reference is None and not year and int(day) <= 31:
        yield _open(text, match.start(), match.end(), f"XXXX-{month:02}-{int(day):02}")


def _nearest(month: int, day: int, year: str | None, reference: date | None) -> date | None:
    """A day given in figures, in its year or in the one nearest to the reference."""
    if year:
        return cal.make(int(year), month, day)
    if reference is None:
        return None
    options = [found for shift in (-1, 0, 1) if (found := cal.make(reference.year + shift, month, day))]
    return min(options, key=lambda found: abs((found - reference).days), default=None)


def _numeric(text: str, match: re.Match[str], known: Tongue) -> Iterator[TimeExpression]:
    found = parse_date(match["numeric"], date(2000, 1, 1), [known.code])
    figures = {int(n) for n in re.findall(r"\d+", match["numeric"])}
    if found and {found.year, found.month, found.day} == figures:
        yield _expression(text, match.start(), match.end(), (found, found), Precision.DAY)


def _two(text: str, head: tuple[int, int], tail: tuple[int, int], days: Days, ranges: bool) -> Iterator[TimeExpression]:
    """Two days of one date: as a range, or each for itself."""
    if not ranges:
        yield _expression(text, *head, (days[0], days[0]), Precision.DAY)
        yield _expression(text, *tail, (days[1], days[1]), Precision.DAY)
        return
    yield _expression(text, head[0], tail[1], days, Precision.DAY)


def _expression(
    text: str, start: int, end: int, days: Days, precision: Precision, *, certain: bool = True
) -> TimeExpression:
    """The expression of these days; ``certain`` is false where its year was taken from the publication."""
    first, last = days
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    if precision is Precision.MONTH:
        value = value[:7]
    elif precision is Precision.YEAR:
        value = value[:4]
    return TimeExpression(
        span=Span(start, end),
        text=text[start:end],
        type="DATE",
        value=value,
        start=first,
        end=last,
        precision=precision,
        basis=Basis.EXPLICIT,
        anchor="" if certain else "publication",
    )


def _open(text: str, start: int, end: int, value: str) -> TimeExpression:
    """A date without its year and nothing to take it from."""
    span = Span(start, end)
    return TimeExpression(span=span, text=text[start:end], type="DATE", value=value, precision=Precision.DAY)
