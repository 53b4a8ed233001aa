"""Programmes: lines without a verb that name the stops of a journey and their days.

"August 17: Ramallah (Palestine)", "Minister for Finance X: Toronto and Ottawa, 14-18 March", under a sentence that
tells who travels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from eventx import Analysis, DateRange, Mention, Sentence, Span, Status, TimeExpression
from eventx.resolve import date_range, place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations.places import NAMES, Destination, grouped
from eventx_state_visit.parties import by_country, country_of, may_travel

_FEWEST: Final = 2  # lines that make a programme
_APART: Final = 2  # sentences between two of them, at the most
_LONGEST: Final = 240  # characters of a line
_LINE: Final = re.compile(
    r"^[ \t]*(?:[-–—•*·]+|\(?[a-z0-9]{1,2}[.)])?[ \t]*(?=[^\n]{6,240}$)[A-Z\d][^\n:]*?(?::|\s[–—-]\s)", re.MULTILINE
)
_MORE: Final = re.compile(r",\s+(?:for|where|who|which|with|in the)\b|[.;]\s")
_BULLET: Final = " \t-–—•*·"
_AFTER_DAYS: Final = re.compile(r"\s*[:–—-]\s*(?:the\s+|in\s+)?(?:[A-Za-z]+ (?:port|city|capital|town|island) of\s+)?")
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "VB"})


@frozen(slots=True)
class _Line:
    """A line of a programme: who travels (if it says so), and what follows the colon."""

    sentence: int
    visitors: tuple[Mention, ...]
    stops: Span
    days: TimeExpression | None


def programme_of(analysis: Analysis) -> list[Claim]:
    """The stops that the lines of a programme name; empty for an article without one."""
    if len(_LINE.findall(analysis.text)) < _FEWEST:
        return []
    lines = [line for s in analysis.sentences if (line := _line(analysis, s)) is not None]
    near = [
        line
        for at, line in enumerate(lines)
        if any(0 < abs(line.sentence - other.sentence) <= _APART for other in lines[max(0, at - 1) : at + 2])
    ]
    return [claim for line in near for claim in _claims(analysis, line)]


def _line(analysis: Analysis, sentence: Sentence) -> _Line | None:
    """The sentence as a line of a programme; None where it is none."""
    text, span = analysis.text, sentence.span
    starts = text[max(0, span.start - _LONGEST) : span.start].rstrip(_BULLET)
    if len(span) > _LONGEST or not (starts.endswith("\n") or span.start == 0) or _is_told(analysis, sentence.index):
        return None
    body = span.of(text)
    first = span.start + len(body) - len(body.lstrip(_BULLET))
    times = [t for t in analysis.times(sentence.index) if t.start is not None]
    if times and times[0].span.start == first:
        opening = _AFTER_DAYS.match(text, times[0].span.end, span.end)
        places = [m for m in analysis.mentions(sentence.index) if _is_place(m)]
        if opening and any(m.span.start == opening.end() for m in places):
            return _Line(sentence.index, (), Span(opening.end(), span.end), times[0])
        return None
    colon = text.find(":", first, span.end)
    head = Span(first, colon) if colon > 0 else None
    who = [m for m in analysis.mentions(sentence.index) if head is not None and head.contains(m.span) and may_travel(m)]
    if head is None or not who or who[-1].span.end < colon - 1:
        return None
    return _Line(sentence.index, tuple(who), Span(colon, span.end), None)


def _is_told(analysis: Analysis, sentence: int) -> bool:
    """True for a sentence with a finite verb, which tells by itself."""
    tokens = analysis.tokens(sentence)
    colon = next((at for at, word in enumerate(tokens.words) if word == ":"), len(tokens))
    until = next((at for at, word in enumerate(tokens.words) if at > colon and word in (",", ".", ";")), len(tokens))
    return any(
        tokens.tags[at] == "AUX" or (tokens.tags[at] == "VERB" and tokens.features[at] in _FINITE)
        for at in range(until)
    )


def _is_place(mention: Mention) -> bool:
    place = place_of(mention)
    return mention.kind in NAMES and place is not None and place.country is not None


def _claims(analysis: Analysis, line: _Line) -> Iterator[Claim]:
    """One claim a stop, with the days beside it or those of the line."""
    more = _MORE.search(analysis.text, line.stops.start, line.stops.end)  # more words of another kind, a full stop
    end = more.start() if more else line.stops.end
    places = [m for m in analysis.mentions(line.sentence) if _is_place(m) and line.stops.start <= m.span.start < end]
    destinations = grouped(places)
    times = [t for t in analysis.times(line.sentence) if t.start is not None and t is not line.days]
    home = {country_of(m) for m in line.visitors}
    groups: list[tuple[Mention, ...]] = by_country(line.visitors) or [()]
    for number, destination in enumerate(destinations):
        if destination.country in home:
            continue
        days = line.days or _days_of(number, destinations, times)
        for group in groups:
            yield _claim(analysis, line, group, destination, days)


def _days_of(
    number: int, destinations: Sequence[Destination], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The time expression behind a stop and before the next one; the only one of a line with one stop."""
    start = destinations[number].mentions[0].span.end
    end = destinations[number + 1].mentions[0].span.start if number + 1 < len(destinations) else None
    found = [t for t in times if start <= t.span.start and (end is None or t.span.start < end)]
    return found[0] if found else None


def _claim(
    analysis: Analysis,
    line: _Line,
    visitors: tuple[Mention, ...],
    destination: Destination,
    days: TimeExpression | None,
) -> Claim:
    dates = date_range([days]) if days is not None else None
    return Claim(
        sentence=line.sentence,
        trigger=destination.mentions[0].span,
        visitors=visitors,
        country=destination.country,
        places=destination.mentions,
        dates=dates,
        date_spans=(days.span,) if days is not None and dates is not None else (),
        status=_status(dates, analysis.document.published),
        confidence=0.75,
        rule="itinerary",
    )


def _status(dates: DateRange | None, published: date | None) -> Status:
    """A programme is one of days to come, unless they are over."""
    if dates is None or published is None or dates.start is None:
        return Status.PLANNED
    if dates.end is not None and dates.end < published:
        return Status.OCCURRED
    return Status.ONGOING if dates.start <= published else Status.PLANNED
