"""Days of a stay told by their number: "on Thursday, on the third and last day of his visit"."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from eventx import Precision, TimeExpression
from eventx.resolve import date_range
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.dates.lengths import moved
from eventx_state_visit.dates.timing import Timing

_NUMBERS: Final = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_LAST: Final = ("last", "final", "closing")
_DAY_OF: Final = re.compile(
    rf"\bthe (?P<number>{'|'.join((*_NUMBERS, *_LAST))})(?: and (?P<last>{'|'.join(_LAST)}))? (?:full )?day of "
    r"(?:an?|the|his|her|their|this|[A-Z][\w-]+['’]s)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_REACH: Final = 110  # characters of the phrase before the noun
_NEAR: Final = 12  # characters between a day and ", the last day of"


def of_the_nth_day(when: Timing, scene: Scene) -> Timing:
    """The timing counted from the number of the day, where the noun's sentence gives that number and the date."""
    clause, text = scene.clause, scene.analysis.text
    told = _DAY_OF.search(text, max(scene.sentence_span.start, clause.head.start - _REACH), clause.head.start)
    day = _date_of(scene, told.start()) if told is not None else None
    if told is None or day is None or day.start is None:
        return when
    number = _NUMBERS.get(told["number"].lower())
    ends = number is None or told["last"] is not None
    length = when.days if number is None else number if ends else when.days
    first = number or length
    start = moved(day.start, 1 - first) if first else None
    end = day.start if ends else moved(start, length - 1) if length and start else None
    told_day = date_range([day])
    if told_day is None or (start is None and end is None):
        return when
    dates = evolve(told_day, start=start, end=end)
    return evolve(when, dates=dates, spans=(day.span,), within=start is None or end is None)


def _date_of(scene: Scene, at: int) -> TimeExpression | None:
    """The date of the numbered day: right before the phrase, else the only one of the sentence."""
    times = [t for t in scene.analysis.times(scene.clause.sentence) if t.start and t.precision is Precision.DAY]
    verbs = [c.extent for c in scene.clauses if c.form == "verb"]  # a date outside is that of the dateline
    days = [t for t in times if t.start == t.end and any(extent.contains(t.span) for extent in verbs)]
    beside = next((t for t in days if 0 <= at - t.span.end <= _NEAR), None)
    return beside or (days[0] if len(days) == 1 else None)
