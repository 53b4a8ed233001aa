"""Which time expressions date a frame's event: its own, those of the clause it goes with, those it is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from attrs import evolve

from eventx.frames.view import View
from eventx.hooks.parts import Analysis
from eventx.lexicon.predicates import load_predicates
from eventx.records import Clause, Precision, TimeExpression
from eventx.resolve import times_of

_STEPS = 4  # clauses up to which a date is looked for
_HISTORY = 10  # years before publication from which on a mere noun ("the 1939 battle") reports nothing
_TOGETHER = frozenset({"when", "as", "while"})  # what they open happens on the day of the clause above
_COUNTED = frozenset({"after", "before"})


def times_for(view: View, clause: Clause) -> tuple[TimeExpression, ...]:
    """The expressions that date the clause's event.

    Without one of its own it has those of the clause above that it goes with: "broke up the march on Friday, wounding
    two". "A day after the minister quit" is counted from the date of the clause around it.
    """
    times = view.analysis.times(view.sentence)
    at, steps, apart = clause, 0, False
    while times and steps < _STEPS:
        chosen = times_of(at, view.clauses, times)
        counted = _counted(view, at, times)
        if counted is not None:
            return (counted,)
        if chosen:
            return tuple(evolve(t, signal="") for t in chosen) if apart else chosen
        governor = view.governor(at)
        if governor is None or not _shares(view, at, governor):
            break
        apart = apart or at.relation == "adverbial"  # "began on Monday when police fired": they fired on Monday
        at, steps = governor, steps + 1
    return ()


def _shares(view: View, clause: Clause, governor: Clause) -> bool:
    """True for what happens on the day of the clause above: its noun or content, what goes on with "and" or "-ing"."""
    if clause.relation in ("object", "subject", "complement"):
        return clause.form == "noun" or governor.lemma not in load_predicates().speech
    if clause.form != "verb":
        return False
    if clause.relation == "coordination":
        return clause.tense == governor.tense and clause.modality is governor.modality
    if clause.relation == "adverbial":
        return clause.cue is not None and view.lowered(clause.cue).strip() in _TOGETHER
    return clause.relation == "participle" and not clause.tense


def _counted(view: View, clause: Clause, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day that "a day after" or "two days before" its clause counts from the date of the sentence."""
    if clause.form != "verb" or clause.relation != "adverbial" or clause.cue is None:
        return None
    word = view.lowered(clause.cue).strip()
    if word not in _COUNTED:
        return None
    for time in times:
        if time.type != "DURATION" or time.signal != word or time.anchor != "event":
            continue
        if 0 <= clause.cue.start - time.span.end <= 1:
            base = _base(times, time)
            days = time.days if time.days is not None else 0 if "H" in time.value else None
            return _shifted(base, -days if word == "after" else days) if base is not None and days is not None else None
    return None


def _base(times: Sequence[TimeExpression], counted: TimeExpression) -> TimeExpression | None:
    """The day that a sentence gives before the words that count from it."""
    before = [t for t in times if t.span.end <= counted.span.start and t.precision is Precision.DAY]
    return next((t for t in reversed(before) if t.start is not None and t.start == t.end), None)


def _shifted(base: TimeExpression, days: int) -> TimeExpression | None:
    assert base.start is not None
    try:
        day = base.start + timedelta(days=days)
    except OverflowError:
        return None
    return evolve(base, start=day, end=day, value=day.isoformat(), anchor="narrative", signal="")


def historic(times: Sequence[TimeExpression], analysis: Analysis) -> bool:
    """True when all that dates the noun lies many years before publication."""
    published = analysis.document.published
    days = [t.end or t.start for t in times if t.end or t.start]
    return (
        bool(days) and published is not None and all(d is not None and d.year < published.year - _HISTORY for d in days)
    )
