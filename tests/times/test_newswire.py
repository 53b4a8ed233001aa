"""Newswire sentences with every expression marked: exact spans, values, days."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eventx.language.times import find_times

_MARK = re.compile(r"\{([^|{}]+)\|([^|{}]+)(?:\|([^|{}]+))?\}")
Expected = tuple[int, int, str, str]


def _groups() -> list[object]:
    data = tomllib.loads(Path(__file__).with_name("newswire.toml").read_text(encoding="utf-8"))
    groups = data.items()
    return [pytest.param(group["cases"], date.fromisoformat(group["published"]), id=name) for name, group in groups]


def _read(case: str) -> tuple[str, list[Expected]]:
    """The sentence without its marks, and what they say: start, end, value, days ("" where not stated)."""
    text, expected, end = "", [], 0
    for mark in _MARK.finditer(case):
        text += case[end : mark.start()]
        expected.append((len(text), len(text) + len(mark[1]), mark[2], mark[3] or ""))
        text += mark[1]
        end = mark.end()
    return text + case[end:], expected


@pytest.mark.parametrize(("cases", "published"), _groups())
def test_sentences_have_exactly_the_marked_expressions(cases: list[str], published: date) -> None:
    wrong = [fault for case in cases for fault in _faults(case, published)]
    assert not wrong, "\n".join(wrong)


def _faults(case: str, published: date) -> Iterator[str]:
    """What of a sentence is not as marked."""
    text, expected = _read(case)
    times = find_times(text, published)
    shown = [(t.span.start, t.span.end, t.value) for t in times]
    if shown != [e[:3] for e in expected]:
        yield f"{text}: {[(text[start:end], value) for start, end, value in shown]}"
        return
    for time, (*_, days) in zip(times, expected, strict=True):
        if days and f"{time.start}..{time.end}" != days:
            yield f"{text}: {time.start}..{time.end}, not {days}"
