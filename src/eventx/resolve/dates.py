"""Time expressions to one date range."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from eventx.records import Basis, DateRange, Precision, TimeExpression

_BEGINS: Final = {"from", "since", "beginning", "starting", "begins", "starts", "after"}
_ENDS: Final = {"until", "till", "to", "through", "ending", "ends", "by"}


def date_range(times: Sequence[TimeExpression]) -> DateRange | None:
    """The range that the expressions give together; None when they give no calendar day.

    "from Monday" opens, "until Friday" closes, a length ("three-day") with a first day gives the
    last one (basis duration); an explicit end wins over a counted one. Of several plain
    expressions the finest counts, of equals the first.
    """
    opening = closing = None
    length: TimeExpression | None = None
    plain: list[TimeExpression] = []
    for time in times:
        if time.type == "DURATION" and time.days and time.start is None:
            length = length or time
        elif time.start is None and time.end is None:
            continue
        elif time.signal in _BEGINS and opening is None and not _is_range(time):
            opening = time
        elif time.signal in _ENDS and closing is None and not _is_range(time):
            closing = time
        else:
            plain.append(time)
    if opening and closing and opening.start and closing.end and opening.start <= closing.end:
        return _range(opening, opening.start, closing.end)
    best = min(plain, key=_fineness, default=None) or opening
    if best is None:
        return _range(closing, None, closing.end) if closing and closing.signal not in ("by", "to") else None
    return _with_length(best, length, opening is best)


def _with_length(best: TimeExpression, length: TimeExpression | None, opens: bool) -> DateRange:
    """The range of one expression, its end counted from a length where there is one."""
    start, end = best.start, best.end
    single_day = best.precision is Precision.DAY and start is not None and (start == end or end is None)
    if length and length.days and single_day and start is not None:
        return _range(best, start, _counted(start, length.days), Basis.DURATION)
    if opens and single_day:
        end = None
    return _range(best, start, end)


def _counted(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days - 1)
    except OverflowError:
        return None


def _is_range(time: TimeExpression) -> bool:
    return bool(time.start and time.end and time.start != time.end and time.precision is Precision.DAY)


def _fineness(time: TimeExpression) -> int:
    return list(Precision).index(time.precision) if time.precision else len(Precision)


def _range(time: TimeExpression, start: date | None, end: date | None, basis: Basis | None = None) -> DateRange:
    return DateRange(
        start=start,
        end=end,
        precision=time.precision or Precision.DAY,
        basis=basis or time.basis,
        approximate=time.approximate,
        text=time.text,
    )
