"""Dates as articles print them: in a line of their own, in front matter, in a field of a JSON record.

A date is read only where day, month and year are all there and can be told apart: "06/07/2024" is no date.
Nothing here knows what day it is today.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY: Final = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s{1,3})?"
_ZONE: Final = r"(?:\s{0,2}(?:[a-z]{1,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2}|\([a-z ]{1,30}\))){0,2}"
_HOUR: Final = r"\d{1,2}[:.]\d\d(?:[:.]\d\d(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\.?)?"
_CLOCK: Final = rf"(?:,?\s{{0,2}}(?:at\s|@\s|t|-\s|\|\s)?\s{{0,2}}{_HOUR}{_ZONE})?"
_FORMS: Final = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)",
        rf"{_YEAR}[/.](?P<number>\d\d?)[/.](?P<day>\d\d?)",
        rf"{_YEAR}(?P<number>\d\d)(?P<day>\d\d)",
        rf"{_WEEKDAY}{_MONTH}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?:\s{{1,3}}of)?[\s-]{{1,3}}{_MONTH},?[\s-]{{1,3}}{_YEAR}",
    )
)
_SLASHED: Final = re.compile(r"(?P<one>\d\d?)[/.](?P<two>\d\d?)[/.](?P<year>(?:1[5-9]|20)\d\d)" + _CLOCK, re.IGNORECASE)
_NUMBERS: Final = re.compile(r"[\d\s:.,/TZ+-]*", re.IGNORECASE)
_WEEK: Final = re.compile(r"\d{4}-?W\d\d-?\d")  # an ISO week with its day
# "June 17-20, 2024", "12 h 2024-06": more than one day, or none.
_SEVERAL: Final = re.compile(r"(?<![\d-])\d{1,2}\s?[-–]\s?\d{1,2}(?![\d/.-])|\d\s?h\b|W\d\d", re.IGNORECASE)
_LONGEST: Final = 80
_LABEL: Final = re.compile(
    r"(?:first |originally |last )?(?P<word>published|posted|publication date|date|updated|modified|issued|released)"
    r"(?: (?:on|at))?\s{0,2}:?\s{1,3}",
    re.IGNORECASE,
)
_STALE: Final = ("updated", "modified")


def parse_day(text: str) -> date | None:
    """The day of a text that is a date and, at most, a time of day; None for anything else.

    ISO, "June 17, 2024", "17 June 2024", "Mon, 17 Jun 2024 10:15:00 GMT", "2024/06/17"; with slashes or
    points only where one number can be no month.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _from(match)
    match = _SLASHED.fullmatch(text)
    if match is None:
        return None
    one, two = int(match["one"]), int(match["two"])
    if one > 12 >= two:
        return _day(int(match["year"]), two, one)
    if two > 12 >= one or one == two:
        return _day(int(match["year"]), one, two)
    return None


def parse_stated_day(text: str) -> date | None:
    """The day of a text that is known to be a date (front matter, a JSON field), in odd forms too."""
    labelled = labelled_day(text)
    found = labelled[0] if labelled else None
    if found or len(text) > _LONGEST or not re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", text):
        return found
    if _WEEK.fullmatch(text.strip()):
        return _of_week(text.strip())
    if _NUMBERS.fullmatch(text) or _SEVERAL.search(text):
        return None  # ambiguous or no day of the calendar, and a looser parser would guess
    return _by_dateparser(text)


def labelled_day(text: str) -> tuple[date, bool] | None:
    """The day of a date line ("June 17, 2024", "Published: 17 June 2024") and whether it dates the publication.

    The second value is False for "Updated ..." lines, which count only where there is no other.
    """
    text = text.strip()
    if len(text) > _LONGEST * 2:
        return None
    label = _LABEL.match(text)
    found = parse_day(text[label.end() :] if label else text)
    if found is None:
        return None
    return found, not (label and label["word"].lower() in _STALE)


def _from(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else _MONTHS.index(groups["month"][:3].lower()) + 1
    return _day(int(groups["year"]), month, int(groups["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _of_week(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _by_dateparser(text: str) -> date | None:
    """dateparser, held to absolute dates with day, month and year in the text: no part is ever taken from today."""
    import warnings

    import dateparser

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its own calls into the standard library are not the reader's business
            found = dateparser.parse(text.strip(), settings=settings)
    except Exception:  # its parsers raise many kinds of errors on odd input; none of them is a date
        return None
    return found.date() if found and str(found.year) in text else None
