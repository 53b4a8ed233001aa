"""How long a stay is, told as such or by its nights and hours, and the days that its date and its length come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from eventx import Analysis, Clause, DateRange, Precision, Span, TimeExpression, Tokens
from eventx.resolve import date_range
from eventx_state_visit.clause.modifiers import before_head
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.lexicon import NUMBERS, SEVERAL

STAY, INSIDE, FIRST, LAST = "stay", "inside", "first", "last"  # what a time expression dates


def of_the_trip(clause: Clause, times: Sequence[TimeExpression], analysis: Analysis) -> list[TimeExpression]:
    """ "The three-day trip would have taken him to Berlin": the length that the subject tells.

    So does what an arrival opens: "entered the country on Monday, at the start of a two-day visit".
    """
    subject = clause.subject
    told = [t for t in times if "-" in t.text and is_stay(t, analysis)]
    return [t for t in told if (subject and subject.span.contains(t.span)) or _opens(clause, t, analysis)]


def _opens(clause: Clause, time: TimeExpression, analysis: Analysis) -> bool:
    """True for the length of a visit at the start of which the clause's act takes place."""
    if time.span.start - clause.extent.end > _RIGHT_BEHIND or not clause.predicate.before(time.span):
        return False
    return _AT_THE_START.search(analysis.text, max(0, time.span.start - _RIGHT_BEHIND), time.span.start) is not None


_RIGHT_BEHIND: Final = 32  # characters of ", at the beginning of a"
_AT_THE_START: Final = re.compile(r"\bat the (?:start|beginning|outset) of an? $")


def of_the_reason(clause: Clause, times: Sequence[TimeExpression], analysis: Analysis) -> list[TimeExpression]:
    """ "will be in Apia on Thursday for a three-day retreat": the length of what somebody is there for."""
    reasons = [a for a in clause.complements if a.preposition == "for"] if clause.form == "verb" else []
    return [
        t
        for t in times
        if "-" in t.text and is_stay(t, analysis)
        if any(0 <= t.span.start - a.span.start <= len("another ") and a.span.contains(t.span) for a in reasons)
    ]


def is_length(time: TimeExpression) -> bool:
    """True for a length without a place on the calendar: "three days"."""
    return time.type == "DURATION" and time.days is not None and time.start is None


def is_stay(time: TimeExpression, analysis: Analysis) -> bool:
    """True for the length of a stay: "three-day", "for a week"; not for "in more than a decade"."""
    if not is_length(time) or (time.days or 0) > _LONGEST:
        return False
    before = analysis.text[max(0, time.span.start - 12) : time.span.start].lower().split()
    spent = analysis.text.startswith(" of ", time.span.end)  # "after three days of talks"
    return "-" in time.text or not before or before[-1] not in _OTHER_LENGTHS or (before[-1] == "after" and spent)


_LONGEST: Final = 60  # days of a visit
_OTHER_LENGTHS: Final = frozenset({"in", "over", "after", "within", "before", "than", "past", "every", "about"})


def ranged(times: Sequence[TimeExpression], lengths: Sequence[TimeExpression], kind: str) -> DateRange | None:
    """One range of the expressions, counted on or back by a length, cut to the side that they date."""
    if not times:
        return None
    found = date_range(times)
    if found is None or found.precision is not Precision.DAY:
        return found
    days = next((t.days for t in lengths if t.days), None)
    if found.start is None:  # "a two-day trip that ended on Saturday"
        return evolve(found, start=moved(found.end, 1 - days)) if days and kind == LAST else found
    if found.end not in (None, found.start):
        return found
    if kind == LAST:
        return evolve(found, start=moved(found.start, 1 - days) if days else None, end=found.start)
    if days and kind != INSIDE:
        return evolve(found, end=moved(found.start, days - 1))
    if kind in (FIRST, INSIDE):
        return evolve(found, end=moved(found.start, days - 1) if days else None)
    return found


def moved(day: date | None, days: int) -> date | None:
    """The day so many days away; None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days) if day else None
    except OverflowError:
        return None


def overnight(tokens: Tokens, clause: Clause) -> Span | None:
    """The word of "an overnight stay", which lasts two days."""
    found = [i for i in before_head(tokens, clause) if tokens.lowers[i] == "overnight"]
    return tokens.span(found[0], found[0]) if found else None


def of_hours(scene: Scene) -> Span | None:
    """The words of "a visit of a few hours", "a six-hour stop", which lasts no more than a day."""
    text, head = scene.analysis.text, scene.clause.head
    found = _HOURS_AHEAD.search(text, max(scene.sentence_span.start, head.start - _HOURS_REACH), head.start)
    found = found or _HOURS_BEHIND.match(text, head.end)
    return Span(*found.span(1)) if found else None


_HOURS_REACH: Final = 40  # characters before the noun
_HOURLY: Final = rf"{SEVERAL}|[2-9]|1[0-2]"
_HOURS_AHEAD: Final = re.compile(rf"(?i)\b((?:(?:{_HOURLY})-hour|hours-long))(?: [a-z]+){{0,2}} $")
_HOURS_BEHIND: Final = re.compile(
    r"(?i)\s+(?:of|lasting|that lasted|which lasted) (?:only |just |barely |about |no more than |less than )?"
    rf"((?:a few|some|several|{_HOURLY}) hours)\b"
)


def of_whole_tour(scene: Scene) -> bool:
    """ "an eight-nation trip", "the rest of his eight-day tour", "the first stop of a four-country tour"."""
    text, head = scene.analysis.text, scene.clause.head
    before = text[max(scene.sentence_span.start, head.start - _TOUR_REACH) : head.start]
    return bool(_OF_TOUR.search(before) or _TOUR_BEHIND.match(text, head.end))


_TOUR_REACH: Final = 48  # characters before the noun
_NATIONS: Final = r"[a-z0-9]+-(?:nation|country|state|stop|leg|city|capital|continent)"
_OF_TOUR: Final = re.compile(rf"\b(?:{_NATIONS}\b[^.;,]*|(?:rest|remainder) of (?:his|her|their|the) (?:[\w-]+ )?)$")
_TOUR_BEHIND: Final = re.compile(rf" of (?:an?|his|her|their|the) (?:[\w-]+ )?{_NATIONS}\b")


def of_nights(scene: Scene) -> int | None:
    """The days of "will spend two nights there"."""
    told = _NIGHTS.match(scene.analysis.text, scene.clause.predicate.end)
    return NUMBERS[told[1].lower()] + 1 if told is not None else None


_NIGHTS: Final = re.compile(rf"(?i)\s+(one|{SEVERAL}) nights?\b")


def inside(time: TimeExpression) -> str:
    """What the time of another deed dates: a day inside the stay, or the month of both."""
    return INSIDE if time.precision is Precision.DAY else STAY
