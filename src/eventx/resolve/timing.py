"""Which time expressions of a sentence date a clause."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.records import Clause, TimeExpression


def times_of(clause: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions inside the clause's extent that belong to no narrower clause beside it.

    A noun predicate and the verb that carries it share theirs; the date of a reporting verb ("said on Monday") is
    that verb's alone, since its extent does not hold the content.
    """
    chosen: list[TimeExpression] = []
    for time in times:
        if not clause.extent.overlaps(time.span):
            continue
        if any(_narrower(other, clause, clauses, time) for other in clauses):
            continue
        chosen.append(time)
    return tuple(chosen)


def _narrower(other: Clause, clause: Clause, clauses: Sequence[Clause], time: TimeExpression) -> bool:
    """True when another clause, not joined to this one, claims the expression more closely."""
    if other is clause or not other.extent.overlaps(time.span):
        return False
    if _joined(other, clause, clauses) or _joined(clause, other, clauses):
        return _holds_as_modifier(other, clause, time)
    return len(other.extent) < len(clause.extent)


def _joined(inner: Clause, outer: Clause, clauses: Sequence[Clause]) -> bool:
    """True when ``inner`` depends directly on ``outer`` as its noun, complement or purpose."""
    return inner.governor is not None and clauses[inner.governor] is outer


def _holds_as_modifier(other: Clause, clause: Clause, time: TimeExpression) -> bool:
    """ "a 2019 deal" dates the deal and not what is done with it: the expression stands before the other's noun."""
    return (
        other.form == "noun"
        and clause.form == "verb"
        and time.span.before(other.head)
        and other.extent.start <= time.span.start
    )
