"""Reading of marked sentences, one a line: "[Paris=USA], [Texas=USA]"; what is not marked is no place.

The mark is the country's code, "-" for a region of several countries, "?" for what must stay ambiguous. A day at
the start of a line ("1985-06-01: ") is the day of publication; otherwise it is 2020-01-01. Each line is a document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from eventx.language.analysis import LayeredAnalysis
from eventx.language.layers import base_annotators
from eventx.language.places import find_places
from eventx.lexicon.gazetteer import load_gazetteer
from eventx.records import Document, Mention, Sentence, Tokens

CASES = Path(__file__).parent / "cases"
_MARK = re.compile(r"\[([^\]=]+)=([A-Z]{3}|[-?])\]")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d): ")


class Case(NamedTuple):
    """One sentence with what it names: (start, end) -> code."""

    name: str
    text: str
    day: date
    gold: dict[tuple[int, int], str]


def parsed(name: str, line: str) -> Case:
    """The case of one marked line."""
    day = date(2020, 1, 1)
    dated = _DAY.match(line)
    if dated:
        day, line = date.fromisoformat(dated[1]), line[dated.end() :]
    gold: dict[tuple[int, int], str] = {}
    text, last = "", 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        gold[len(text), len(text) + len(mark[1])] = mark[2]
        text += mark[1]
        last = mark.end()
    return Case(name, text + line[last:], day, gold)


def cases() -> Iterator[Case]:
    """All marked sentences, in the order of files and lines."""
    for file in sorted(CASES.glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                yield parsed(f"{file.stem}:{number}", line)


class Desk:
    """The layers up to places."""

    def __init__(self) -> None:
        self._providers = base_annotators((), ())

    def first(self, text: str) -> tuple[Sentence, Tokens]:
        """The first sentence of a text and its tokens."""
        analysis = self._analysis(text, None)
        return analysis.sentences[0], analysis.tokens(0)

    def _analysis(self, text: str, day: date | None, **known: object) -> LayeredAnalysis:
        def raised(_: object, error: Exception) -> None:
            raise error

        document = Document(text=text, published=day, **known)  # type: ignore[arg-type]
        return LayeredAnalysis(document, {p.provides: p for p in self._providers}, raised)

    def mentions(self, text: str, day: date | None = None, **known: object) -> list[Mention]:
        """All places, countries, peoples and organisations of a text."""
        analysis = self._analysis(text, day, **known)
        context = analysis.layer("place_context", -1)
        found: list[Mention] = []
        for sentence in analysis.sentences:
            found.extend(find_places(analysis.tokens(sentence.index), sentence, text, load_gazetteer(), context))
        return found

    def read(self, text: str, day: date | None = None, **known: object) -> dict[tuple[int, int], str]:
        """(start, end) -> code of each mention: "?" for an ambiguous one, "-" for no country."""
        found = {}
        for mention in self.mentions(text, day, **known):
            entity = mention.place or mention.actor
            code = "?" if mention.resolved_via == "ambiguous" else (entity and entity.country) or "-"
            found[mention.span.start, mention.span.end] = code
        return found

    def countries(self, text: str, day: date | None = None, **known: object) -> dict[str, str]:
        """Words -> code."""
        return {text[start:end]: code for (start, end), code in self.read(text, day, **known).items()}


@pytest.fixture(scope="session")
def desk() -> Desk:
    """The layers up to places."""
    return Desk()


@pytest.fixture(scope="session")
def reads(desk: Desk) -> Callable[..., dict[str, str]]:
    """Words -> code of a text."""
    return desk.countries
