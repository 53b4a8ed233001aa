"""When a visit takes place: the clause's time expressions as one date range."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from eventx import Clause, DateRange, Precision, Span, TimeExpression
from eventx.resolve import date_range, times_of


@frozen(slots=True)
class Timing:
    """A date range with the spans that give it; ``within``: the day of an act inside the visit."""

    dates: DateRange | None
    spans: tuple[Span, ...]
    within: bool = False


def timing(clause: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression], *, arrival: bool) -> Timing:
    """The timing that a clause gives; with ``arrival`` a single day is only the first one."""
    chosen = times_of(clause, clauses, times)
    borrowed = bool(chosen) and clause.form == "noun" and clause.relation == "complement"
    if not chosen and clause.governor is not None and (clause.form == "noun" or clause.relation == "adverbial"):
        chosen = times_of(clauses[clause.governor], clauses, times)
        borrowed = (
            clause.form == "noun" and clause.relation == "complement"
        )  # "said during a visit on Sunday" dates the saying
    dates = date_range(chosen)
    if dates is None:
        return Timing(None, ())
    spans = tuple(t.span for t in chosen if t.start or t.end or t.days)
    single = dates.precision is Precision.DAY and dates.start is not None and dates.start == dates.end
    if (arrival or borrowed) and single and not any(t.days and t.type == "DURATION" for t in chosen):
        return Timing(evolve(dates, end=None), spans, within=True)
    return Timing(dates, spans)
