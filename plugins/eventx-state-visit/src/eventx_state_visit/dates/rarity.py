"""Spans that tell how rare a visit is and not when it is: "the first since 1991", "the third in a month"."""

from __future__ import annotations

import re
from typing import Final

from eventx import Analysis, Precision, TimeExpression
from eventx_state_visit.lexicon import words_of


def counts(time: TimeExpression, analysis: Analysis) -> bool:
    """ "for the second time in a month", "his first trip in five years": a span that something is counted in."""
    if time.type == "DURATION" and time.start is None:
        return False
    text = analysis.text
    if _measures_a_first(time, text):
        return True
    before = text[max(0, time.span.start - 40) : time.span.start].lower().split()
    return (
        len(before) > 1
        and before[-1] in ("in", "over")
        and before[-2] in _COUNTED
        and time.text[:1].isalpha()
        and (
            time.text.lower().startswith(
                ("a ", "an ", "as ", "two ", "three ", "four ", "five ", "six ", "less", "more")
            )
        )
    )


def _measures_a_first(time: TimeExpression, text: str) -> bool:
    """ "the first by a senior official since 1991", "the first in 34 years": how rare a visit is, not when it is."""
    before = text[max(0, time.span.start - _PHRASE) : time.span.start].lower()
    rare = _RARE.search(before) is not None
    counted = before.endswith(("in ", "for ")) and _YEARS.search(time.text.lower()) is not None
    if time.precision is not Precision.DAY and _SINCE.search(before) is not None:
        return True  # "the first since the fall of the dictator in January"
    return (time.signal == "since" and rare) or (counted and (rare or time.anchor == "publication"))


_PHRASE: Final = 120  # characters
_RARE: Final = re.compile(r"\b(?:first|last|only|maiden|second|third|highest[- ]\w+|most senior)\b[^.;]*$")
_SINCE: Final = re.compile(
    r"\b(?:first|last|only|maiden)\b"
    r"(?:[^.;]*\bsince\s+[a-z][^.;\d]*|[^;]*\bsince\s+(?:[\w.'’-]+\s+){1,5}(?:back )?(?:in|on)\s+)$"
)
_YEARS: Final = re.compile(r"\b(?:years|decades|months|generation|century)\b")
_COUNTED: Final = words_of("counted_visits")
