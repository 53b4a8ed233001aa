"""Bodies by their own names: political parties, agencies, unions, societies, armed groups of one country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from eventx.errors import LexiconError
from eventx.lexicon.groups import Group
from eventx.lexicon.offices import phrase_forms, phrase_words
from eventx.lexicon.phrases import PhraseIndex
from eventx.records import Sector

_OPEN_END: Final = 9999
_FIELDS: Final = ("country", "sector", "names", "unsure", "governing")


class Bodies:
    """The bodies by name.

    A name that bodies of several countries bear, or that means something else as well ("Labour", "the Democrats"), is
    a doubtful one: it counts where the text speaks of its country. The names that begin with a word are cut up when a
    text first has that word: a text meets few of the thousands.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        self._cut: dict[str, PhraseIndex[tuple[tuple[Group, bool], ...]]] = {}
        for line in lines:
            names = line.split("|", 3)[2]
            for name in names.split(","):
                self._by_first.setdefault(phrase_words(name)[0], []).append((name, line))

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a name can start with, lower-cased."""
        return frozenset(self._by_first)

    def at(self, lowers: Sequence[str], index: int) -> tuple[int, tuple[tuple[Group, bool], ...]] | None:
        """(number of words, the bodies with whether each is sure) of the longest name at a token, or None."""
        first = lowers[index]
        found = self._cut.get(first)
        if found is None:
            if first not in self._by_first:
                return None
            found = self._cut[first] = self._index(first)
        return found.at(lowers, index)

    def _index(self, first: str) -> PhraseIndex[tuple[tuple[Group, bool], ...]]:
        """The names that begin with a word."""
        bearers: dict[tuple[str, ...], list[tuple[Group, bool]]] = {}
        for name, line in self._by_first[first]:
            for form in phrase_forms(name):
                bearers.setdefault(form, []).append(_body(name, line))
        return PhraseIndex((form, tuple(found)) for form, found in bearers.items())


def _body(name: str, line: str) -> tuple[Group, bool]:
    """The body of a line by one of its names, and whether the name is sure."""
    country, sector, names, unsure, governing = line.split("|")
    try:
        years = tuple(map(_years, filter(None, governing.split(";"))))
        group = Group(names.split(",")[0], name, "named", Sector(sector), None, country, governing=years)
    except ValueError as error:
        raise LexiconError(f"bodies.csv, {names!r}: {error}; use a sector, and years as in 1997-2010") from None
    return group, name not in unsure.split(",")


def _years(text: str) -> tuple[int, int]:
    """ "1997-2010", "2024-" (until now), "2005"."""
    first, dash, last = text.partition("-")
    return int(first), int(last or (_OPEN_END if dash else first))


def _lines() -> Iterator[str]:
    """The lines of the table."""
    text = (files("eventx.lexicon") / "data" / "bodies.csv").read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    if head != "|".join(_FIELDS):
        raise LexiconError(f"bodies.csv begins with {head!r}; its columns are {', '.join(_FIELDS)}")
    yield from lines


@cache
def load_bodies() -> Bodies:
    """The bodies of the package's table ``bodies.csv``: its editors' own, as of 2026. Read once."""
    return Bodies(list(_lines()))
