"""Acts that last: the day that one begins or ends on and its length give the days between."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from attrs import evolve

from eventx.frames.view import View
from eventx.frames.words import BEGINNING, ENDING
from eventx.records import Basis, Clause, Modality, Precision, TimeExpression

_LONGEST: Final = 60  # days of an exercise, of talks
_SIGNALS: Final = frozenset({"", "beginning", "for"})


def lasting(view: View, clause: Clause, chosen: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """ "began eight days of manoeuvres on Monday": the day that it begins on and the length give the last day.

    So do the day that it ends on and the length give the first one, of what ends and not of the ending ("ended a
    three-day strike on Friday").
    """
    days = [t for t in chosen if t.start is not None or t.end is not None]
    if not days:
        return just_begun(view, clause) or chosen
    if len(days) != 1 or not _is_one_day(days[0]):
        return chosen
    begun = _at_its_edge(view, clause, BEGINNING)
    if begun is not None:
        return _span(view, begun, days[0], 1) or chosen
    ended = _at_its_edge(view, clause, ENDING) if clause.form == "noun" and clause.relation == "object" else None
    return (_span(view, ended, days[0], -1) or chosen) if ended is not None else chosen


def just_begun(view: View, clause: Clause) -> tuple[TimeExpression, ...]:
    """ "have begun a 48-hour strike", in a sentence without a day: it lasts so long from the day of the report."""
    published, begun = view.analysis.document.published, _at_its_edge(view, clause, BEGINNING)
    if published is None or begun is None or (begun.tense, begun.aspect) != ("present", "perfect"):
        return ()
    length = _length(view, begun)
    dated = any(time.start is not None for time in view.analysis.times(view.sentence))
    if length is None or dated or begun.modality is not Modality.ASSERTED:
        return ()
    day = evolve(
        length, type="DATE", start=published, end=published, precision=Precision.DAY, basis=Basis.DURATION, days=None
    )
    return _span(view, begun, day, 1)


def _at_its_edge(view: View, clause: Clause, verbs: frozenset[str]) -> Clause | None:
    """The clause that says that the act begins or ends: its own, or that of the verb whose noun it is."""
    governor = view.governor(clause) if clause.form == "noun" else None
    return next((c for c in (clause, governor) if c is not None and c.lemma in verbs), None)


def _is_one_day(time: TimeExpression) -> bool:
    return time.start is not None and time.start == time.end and time.precision is Precision.DAY


def _length(view: View, clause: Clause) -> TimeExpression | None:
    """The length that the clause of the beginning or ending gives."""
    for time in view.analysis.times(view.sentence):
        length = time.type == "DURATION" and time.start is None and clause.extent.contains(time.span)
        if length and 1 <= (time.days or 0) <= _LONGEST and time.signal in _SIGNALS:
            return time
    return None


def _span(view: View, clause: Clause, day: TimeExpression, way: int) -> tuple[TimeExpression, ...]:
    """The days from ``day`` on (``way`` 1) or up to it (-1), as many as the length in the clause; none without one."""
    length = _length(view, clause)
    if length is None or length.days is None or day.start is None:
        return ()
    try:
        other = day.start + timedelta(days=way * (length.days - 1))
    except OverflowError:
        return ()
    return (evolve(day, start=min(day.start, other), end=max(day.start, other)),)
