"""What neighbouring expressions are to each other: ends of a range, a length and its first day, a shared year."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import evolve

from eventx.language.times.calendar import Days, add_days, add_months
from eventx.language.times.frame import Frame
from eventx.language.times.reading import ENDS, Reading
from eventx.records import Basis, Precision, TimeExpression

_JOIN: Final = re.compile(
    r"\s?[-–—~]\s?|/|,?\s(?:to|through|thru|until|till)(?: on)?(?: the)?\s|\s(?:and|to)\s(?:on |the )?", re.IGNORECASE
)
_LIST: Final = re.compile(r"(?:\s?[-–—]\s?|,?\s(?:and|or|to|through|until|till)\s(?:the\s|on\s)?|,\s)", re.IGNORECASE)
_BEGINS: Final = re.compile(r",? (?:starting|beginning|commencing|from)(?: on| from)? ", re.IGNORECASE)
_ENDS: Final = re.compile(r",? (?:ended|ending|through|to|until)(?: on| in)? ", re.IGNORECASE)
_GOES_ON: Final = re.compile(r",? (?:and|or) [A-Z]|, [A-Z][a-z]+day,? ")
_THERE: Final = re.compile(r",? on |, (?:from|in|between|by|until) ", re.IGNORECASE)
_APPOSED: Final = re.compile(r",? \(|, ")
_MONTHS: Final = {"M": 1, "Q": 3, "Y": 12}
_LONGEST: Final = 80  # characters of a range; a list of more days is none


def chain(reading: Reading) -> list[Reading]:
    """The reading and those that hang on it: the days of "March 5, 6 and 7"."""
    parts = [reading]
    while parts[-1].last is not None:
        parts.append(parts[-1].last)
    return parts


def take_year(text: str, reading: Reading, other: Reading, parts: list[Reading]) -> None:
    """The year of "in March and April 1918", "26 June - 4 August 1952" stands at the last one only."""
    if reading.kind not in ("date", "season") or other.kind != reading.kind or reading.year or reading.rel:
        return
    if other.year is None or (reading.kind == "date" and (not reading.month or other.month is None)):
        return
    if (other.day is None) != (reading.day is None):
        return
    near = parts[-1]
    if other.start - near.end <= 12 and _LIST.fullmatch(text, near.end, other.start):
        turned = reading.month is not None and other.month is not None and reading.month > other.month
        for part in parts:
            part.year = other.year - turned
            part.bc = other.bc


def give_year(text: str, reading: Reading, other: Reading) -> None:
    """The year of "in 1990, on 2 August", "in 1963, from February to May" stands at the first one only."""
    if reading.kind != "date" or other.kind != "date" or not reading.year or reading.month or reading.stage:
        return
    if other.year or not other.month or other.rel or other.start - reading.end > 10:
        return
    gap = _THERE.fullmatch(text, reading.end, other.start)
    if gap and (other.day or gap.group()[0] == ","):
        for part in chain(other):
            part.year, part.bc = reading.year, reading.bc


def look_ahead(text: str, frame: Frame, reading: Reading, after: Reading | None) -> None:
    """Take note of what comes next: the weekday that ends a range, the date in "Wednesday (June 19)"."""
    frame.closing = 0
    if after is None or reading.kind != "weekday" or reading.rel:
        return
    gap = text[reading.end : after.start] if after.start - reading.end <= 14 else ""
    if after.kind == "weekday" and not after.rel and gap and _JOIN.fullmatch(gap):
        frame.closing = after.weekday or 0
    elif after.kind == "weekpart" and gap and _JOIN.fullmatch(gap):  # "from Tuesday to Thursday of last week"
        reading.kind, reading.unit, reading.base = "weekpart", after.unit, after.base
        reading.rel, reading.count = after.rel, after.count
    elif after.kind == "date" and after.day and after.month and gap and _APPOSED.fullmatch(gap):
        reading.kind, reading.weekday = "date", None
        reading.year, reading.month, reading.day = after.year, after.month, after.day


def tail_signal(text: str, reading: Reading, part: Reading) -> str:
    """ "until" before the second end of a range; "" before the second of two days ("June 3 and 5")."""
    return "" if "and" in text[reading.end : part.start].lower() else "until"


def opens(text: str, out: list[TimeExpression], part: Reading) -> Days | None:
    """The days of the expression before ``part``, where the two are the ends of a range."""
    if not out or out[-1].start is None or out[-1].end is None or part.year is not None:
        return None
    gap = text[out[-1].span.end : part.start] if part.start - out[-1].span.end <= 14 else ""
    if not gap or not _JOIN.fullmatch(gap):
        return None
    if _is_and(gap) and part.kind != "weekday" and not _between(text, out[-1].span.start):
        return None
    if part.kind == "weekday" and (out[-1].precision not in _NEAR_A_WEEKDAY or (_is_and(gap) and _is_since(out[-1]))):
        return None  # "has risen since January and fell on Thursday"
    return out[-1].start, out[-1].end


_NEAR_A_WEEKDAY: Final = frozenset((Precision.DAY, Precision.WEEK))


def _is_since(time: TimeExpression) -> bool:
    return time.signal in ("since", "from")


def _is_and(gap: str) -> bool:
    return gap.split()[:1] in (["and"], ["And"], ["AND"])


def _between(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].lower().split()[-1:] == ["between"]


def bounded(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Lengths that end on a day named behind them ("the nine months ended Sept. 30") get their days."""
    out: list[TimeExpression] = []
    for place, time in enumerate(times):
        after = times[place + 1] if place + 1 < len(times) else None
        if after is not None and time.type == "DURATION" and time.start is None and after.end is not None:
            gap = text[time.span.end : after.span.start] if after.span.start - time.span.end <= 16 else ""
            if gap and _ENDS.fullmatch(gap) and time.text.lower().startswith("the "):
                time = _ending(time, after)
        out.append(time)
    return out


def _ending(time: TimeExpression, after: TimeExpression) -> TimeExpression:
    """The length counted back from the last day of what it ended on."""
    size = re.fullmatch(r"P(\d+)([DWMQY])", time.value)
    end = after.end
    behind = add_days(end, 1) if end else None
    if size is None or behind is None or end is None:
        return time
    count, unit = int(size[1]), size[2]
    if unit in _MONTHS:
        start = add_months(behind, -count * _MONTHS[unit]) if count < 10_000 else None
        precision = Precision.MONTH if after.precision is Precision.MONTH or behind.day == 1 else Precision.DAY
    else:
        start = add_days(behind, -count * (7 if unit == "W" else 1)) if count < 100_000 else None
        precision = Precision.DAY
    if start is None:
        return time
    return evolve(time, start=start, end=end, precision=precision, basis=Basis.DURATION)


def joined(text: str, times: list[TimeExpression], reference: date | None, *, ranges: bool) -> list[TimeExpression]:
    """Ranges as one expression: neighbours with "to", "-", "between ... and", a length with its first day.

    Without ``ranges`` the expressions as they are.
    """
    if not ranges:
        return times
    out: list[TimeExpression] = []
    for time in times:
        before = out[-1] if out else None
        if before is not None and _is_range(text, before, time, reference):
            out[-1] = _range(text, before, time, reference)
        elif before is not None and (whole := _counted_from(text, before, time)):
            out[-1] = whole
        else:
            out.append(time)
    return out


def _is_range(text: str, a: TimeExpression, b: TimeExpression, reference: date | None) -> bool:
    if a.type != "DATE" or b.type != "DATE" or len(a.text) > _LONGEST:
        return False
    gap = text[a.span.end : b.span.start]
    start, end = _bound(a, reference, a.start), _bound(b, reference, b.end)
    if len(gap) > 14 or start is None or end is None or start > end:
        return False
    next_day = a.precision is Precision.DAY and a.precision is b.precision and b.start == add_days(a.end or start, 1)
    if gap == ", " or "/" in a.value:
        return next_day and "/" not in b.value and (gap == ", " or _is_and(gap.lstrip(","))) and _is_list(text, a, b)
    if not _JOIN.fullmatch(gap) or (gap[0] == "," and _is_within(text, a.span.start)):
        return False
    if _is_and(gap):
        return next_day or _between(text, a.span.start)
    return a.precision is b.precision or _between(text, a.span.start) or a.signal == "from" or "through" in gap


def _is_within(text: str, start: int) -> bool:
    """True for the month of "the ban, imposed in March, until June": what happened in it does not last from it."""
    return text[max(0, start - 12) : start].lower().split()[-1:] in (["in"], ["on"])


def restates(text: str, out: list[TimeExpression], part: Reading) -> bool:
    """True for the length of "died in December 2006, 33 years later.": it tells of the same date once more."""
    if part.kind != "offset" or part.base != "narrative" or part.count <= 0 or not out:
        return False
    return text[out[-1].span.end : part.start] == ", " and text[part.end : part.end + 1] in ENDS


def _is_list(text: str, a: TimeExpression, b: TimeExpression) -> bool:
    """True for the bare days of "March 5, 6 and 7", the weekdays of "Tuesday, Wednesday and Thursday"."""
    if b.text.isdigit():
        return True
    bare = b.text.isalpha() and b.basis is Basis.RELATIVE
    return bare and ("/" in a.value or _GOES_ON.match(text, b.span.end) is not None)


def _bound(time: TimeExpression, reference: date | None, day: date | None) -> date | None:
    """The day at which a range begins or ends; "now" is the day of publication."""
    return reference if time.value == "PRESENT_REF" and time.text.lower() == "now" else day


def _range(text: str, a: TimeExpression, b: TimeExpression, reference: date | None) -> TimeExpression:
    span = a.span.cover(b.span)
    first, last = a.value.partition("/")[0], b.value.rpartition("/")[2]
    start, end = _bound(a, reference, a.start), _bound(b, reference, b.end)
    order = list(Precision)
    known = [p for p in (a.precision, b.precision) if p is not None]
    precision = max(known, key=order.index) if known else None
    return evolve(
        a, span=span, text=span.of(text), value=f"{first}/{last}", start=start, end=end, precision=precision, signal=""
    )


def _counted_from(text: str, a: TimeExpression, b: TimeExpression) -> TimeExpression | None:
    """ "three days starting Wednesday": a length right before its first day."""
    if a.type != "DURATION" or not a.days or a.start is not None or b.type != "DATE" or b.start is None:
        return None
    gap = text[a.span.end : b.span.start] if b.span.start - a.span.end <= 20 else ""
    if not gap or not _BEGINS.fullmatch(gap) or b.precision is not Precision.DAY or b.start != b.end:
        return None
    size = re.fullmatch(r"P(\d+)([MQY])", a.value)
    behind = (
        add_months(b.start, int(size[1]) * _MONTHS[size[2]]) if size and len(size[1]) < 5 else add_days(b.start, a.days)
    )
    end = add_days(behind, -1) if behind else None
    if end is None:
        return None
    span = a.span.cover(b.span)
    value = f"{b.value}/{end.isoformat()}"
    return evolve(b, span=span, text=span.of(text), value=value, end=end, basis=Basis.DURATION, signal="")
