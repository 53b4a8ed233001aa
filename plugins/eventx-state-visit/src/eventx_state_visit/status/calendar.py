"""What the calendar makes of a status: what lies ahead is planned, what is over has occurred."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from eventx import DateRange, Precision, Status
from eventx_state_visit.claims import HAPPENED
from eventx_state_visit.status.predicates import Reading

_GONE_BY: Final = timedelta(days=60)  # since the end of what was planned
_STAY: Final = 3  # days after an arrival in which a report still speaks of a visit under way


def _last(dates: DateRange) -> date | None:
    """The last day on which what begins on the dates may begin."""
    return dates.start if dates.precision is Precision.DAY else dates.end or dates.start


def _part(dates: DateRange, status: Status) -> Status:
    """What "earlier this month" and "later this week" say, which hold the day of the report."""
    word = (dates.text or "").partition(" ")[0].lower()
    return Status.PLANNED if word == "later" else Status.OCCURRED if word == "earlier" else status


def settle(reading: Reading, dates: DateRange | None, published: date | None, *, stay: int = _STAY) -> Status:
    """The status once the dates are known: what lies ahead is planned, what is over has occurred.

    ``stay`` are the days for which a visit of an open end is taken to go on: fewer after a meeting than an arrival.
    """
    status = reading.status
    if reading.assumed and status is Status.PLANNED and dates and published and (_last(dates) or published) < published:
        status = Status.OCCURRED  # a present tense for what is past
    if status is Status.PLANNED and dates and dates.end and published and published - dates.end > _GONE_BY:
        return Status.OCCURRED  # "discussed plans during his meeting in New York in 2015"
    if dates is None or published is None or status not in HAPPENED:
        return status
    if dates.start and dates.start > published:
        return Status.PLANNED
    if reading.over and dates.start is None and dates.end and dates.end > published:
        return Status.ONGOING  # "after concluding her visit on Sunday, she will fly on"
    if reading.over or (dates.end and dates.end < published):
        return Status.OCCURRED
    if dates.start is None and dates.end and dates.end > published:
        return Status.ONGOING  # "the visit runs until Sunday"
    if dates.precision is not Precision.DAY or dates.start is None:
        return _part(dates, status)
    if dates.end is None:
        return Status.ONGOING if published - dates.start <= timedelta(days=stay) else Status.OCCURRED
    if (dates.days or 0) > 1 and dates.contains(published) and dates.end != published:
        return Status.ONGOING
    return status
