"""Lengths counted from a day that is named: "two weeks before Christmas", "three days from tomorrow"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.times.numeric import read_numeric
from eventx.language.times.periods import read_holiday
from eventx.language.times.readers import read_point
from eventx.language.times.reading import Phrase, Reading
from eventx.language.times.units import TO_EVENT, count_of, is_rate, period, unit_of

_LINKS: Final = TO_EVENT | {"from"}


def read_counted(phrase: Phrase) -> Reading | None:
    """The length and, as ``anchor``, the reading of the day it is counted from."""
    names, classes = phrase.table.names, phrase.lexed.classes
    link = next((i for i in range(phrase.first, phrase.stop) if names.get(classes[i]) in _LINKS), None)
    if link is None or (names.get(classes[link]) == "from" and phrase.before(2) == "for"):
        return None  # "for three days from 10 May": a stay, joined from its two parts
    head = evolve(phrase, stop=link - 1)
    count, vague = count_of(head)
    unit = unit_of(head)
    anchor = _anchor(evolve(phrase, first=link + 2))
    if count is None or vague or anchor is None or not unit or is_rate(head):
        return None  # "six hours a day from Saturday"
    before = names.get(classes[link]) == "before"
    link_from = names.get(classes[link]) == "from"  # "two weeks from Monday" is one expression, also in TimeML
    return Reading(
        start=phrase.start,
        end=anchor.end,
        kind="counted",
        unit=unit,
        count=-count if before else count,
        value=period(unit, count),
        number=0 if link_from else len(head.text),
        anchor=anchor,
    )


def _anchor(phrase: Phrase) -> Reading | None:
    first = phrase.table.names.get(phrase.lexed.classes[phrase.first])
    if first == "feast":
        return read_holiday(phrase)
    return read_numeric(phrase) if "/" in phrase.text else read_point(phrase)
