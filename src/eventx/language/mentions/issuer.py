"""Whose statement a document is: the ministry and its country that stand above or below it on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from eventx.language.places.context import home_of
from eventx.lexicon.chambers import AMERICAN
from eventx.lexicon.gazetteer import Hit

if TYPE_CHECKING:
    from eventx.hooks.parts import Analysis

# Lines, of which some may be empty or rows of dots.
_AT_END: Final = 8
_AT_START: Final = 3
_AT_HEAD: Final = 5
_LONGEST: Final = 110  # characters of such a line
_BODY: Final = re.compile(
    r"(?:the\s+)?(?:ministry|department|office|cabinet|government|chancellery|secretariat|presidency|press)\b"
    r"|(?:the\s+)?(?:prime minister|president|foreign ministry)(?:['’]s|ial)?\s+(?:office|department|press)\b",
    re.IGNORECASE,
)
_MASTHEAD: Final = re.compile(r"\b(?:MINISTER|MINISTRY|PRESIDENT|PREMIER|SECRETARY)\b")
# A headline in capitals tells what somebody does.
_NEWS: Final = re.compile(r"\b(?:VISITS?|TRIP|TOUR|TALKS|MEETS?|ARRIVES?|LEAVES|CONCLUDES?|WELCOMES?|ADDRESSES)\b")
_DAY: Final = re.compile(
    r"\W*(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}|[A-Za-z]{3,9}\s+\d{1,2}),?\s+\d{4}\W*$"
)
# The web address of a government: "www.mfa.gov.sg", "www.gov.uk", "www.mofa.go.jp".
_HOST: Final = re.compile(r"^[a-z]+://([^/:?#]*).*$", re.IGNORECASE | re.DOTALL)
_OFFICIAL: Final = re.compile(r"(?:^|\.)(?:gov|gob|gouv|gub|govt|go)\.[a-z]{2}$|\.gov$", re.IGNORECASE)
# What stands above the statements of the White House.
_PRESS_SECRETARY: Final = re.compile(r"(?:the white house,?\s+)?office of the press secretary\b", re.IGNORECASE)
_STATES: Final = frozenset({"country", "demonym", "people"})


def country_of_issuer(analysis: Analysis) -> str | None:
    """The alpha-3 code of the country whose ministry signs the document; None for a text that nobody signs so.

    "MINISTRY OF FOREIGN AFFAIRS / SINGAPORE / 5 MAY 2024" below a statement, "New Delhi / August 30, 2024" below one,
    "AUSTRALIAN MINISTER FOR TRADE" in capitals above one, or the "Office of the Press Secretary" (of the White House);
    else whose government's web address it came from.
    """
    count = len(analysis.sentences)
    ending = {i: line for i in range(max(0, count - _AT_END), count) if (line := _line(analysis, i))}
    last = list(ending)
    for number, (index, line) in enumerate(ending.items()):
        after = last[number + 1] if number + 1 < len(last) else None
        if _BODY.match(line):
            found = _named(analysis, index, _STATES) or (_alone(analysis, after) if after is not None else None)
            if found is not None:
                return found
        elif after is not None and _DAY.match(ending[after]):
            found = _alone(analysis, index)
            if found is not None:
                return found
    head = [_line(analysis, index) for index in range(min(_AT_HEAD, count))]
    if last and any(map(_DAY.match, head[:_AT_START])):
        found = _alone(analysis, last[-1])  # dated above, "New Delhi" below
        if found is not None:
            return found
    if any(map(_PRESS_SECRETARY.fullmatch, head)):
        return AMERICAN
    for index, line in enumerate(head[:_AT_START]):
        if line.isupper() and _MASTHEAD.search(line) and not _NEWS.search(line):
            below = index + 1 if index + 1 < count else None
            return _named(analysis, index, _STATES) or (_alone(analysis, below) if below is not None else None)
    return home_of(analysis.document) if _OFFICIAL.search(_host(analysis.document.url)) else None


def _host(url: str | None) -> str:
    return _HOST.sub(r"\1", url) if url else ""


def _line(analysis: Analysis, index: int) -> str:
    """The sentence where it is short and ends in no full stop, else nothing."""
    span = analysis.sentences[index].span
    if span.end - span.start > _LONGEST:
        return ""
    line = analysis.text[span.start : span.end].strip(" .\u00a0\t·•*_-")
    return "" if analysis.text[span.end - 1 : span.end] in ".!?:" else line


def _hits(analysis: Analysis, index: int) -> tuple[Hit, ...]:
    return cast("tuple[Hit, ...]", analysis.layer("place_names", index))


def _named(analysis: Analysis, index: int, kinds: frozenset[str]) -> str | None:
    """The country that the line names, when it is one alone."""
    named = {readings[0].country for _, _, readings in _hits(analysis, index) if readings[0].kind in kinds}
    return next(iter(named)) if len(named) == 1 else None


def _alone(analysis: Analysis, index: int) -> str | None:
    """The country of a line that is nothing but a country or a capital."""
    hits = _hits(analysis, index)
    if len(hits) != 1:
        return None
    first, last, readings = hits[0]
    words = [w for w in _line(analysis, index).split() if w.lower() not in ("the", "republic", "of")]
    best = next((r for r in readings if r.kind in ("country", "capital")), None)
    return best.country if best is not None and len(words) <= last - first + 1 else None
