"""Newswire sentences with every expression marked: exact spans, values, days."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from eventx.language.times import find_times

_MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|([^|{}]+))?\}")
Expected = tuple[int, int, str, str]


def _cases() -> list[tuple[str, date]]:
    data = tomllib.loads(Path(__file__).with_name("newswire.toml").read_text(encoding="utf-8"))
    return [(case, date.fromisoformat(group["published"])) for group in data.values() for case in group["cases"]]


def _read(case: str) -> tuple[str, list[Expected]]:
    """The sentence without its marks, and what they say: start, end, value, days ("" where not stated)."""
    text, expected, end = "", [], 0
    for mark in _MARK.finditer(case):
        text += case[end : mark.start()]
        expected.append((len(text), len(text) + len(mark[1]), mark[2], mark[3] or ""))
        text += mark[1]
        end = mark.end()
    return text + case[end:], expected


@pytest.mark.parametrize(("case", "published"), _cases())
def test_sentence_has_exactly_the_marked_expressions(case: str, published: date) -> None:
    text, expected = _read(case)
    times = find_times(text, published)
    shown = [(t.span.start, t.span.end, t.value) for t in times]
    assert shown == [e[:3] for e in expected], text
    for time, (*_, days) in zip(times, expected, strict=True):
        assert not days or f"{time.start}..{time.end}" == days
