"""The grammar of ``times_grammar.toml``, compiled: which rules can begin where.

No pattern repeats without bound, so a match costs no more than its own length.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from itertools import compress
from typing import Final

from eventx.language.times.firsts import DEEP, Start, Starts, one_of, start_of
from eventx.language.times.lexer import word_table
from eventx.lexicon.tables import toml_table, uncollected

# Every expression holds a word of one of these classes within its first words.
_CORE: Final = (
    "month name_month short_month march_short low_month weekday weekdays short_weekday sat_sun season "
    "seasons fall unit century millennium quarter half units clock_unit clock_units second weekend "
    "weekends hour_word ampm zone oclock daypart dayparts tonight deictic past moment present past_ref "
    "future adverb_set era era_ad fiscal fiscal_mark quarter_mark feast half_mark th occasion "
    "compact recent current coming long_unit hhmm latest times_word "
    "decade_word year s light "
)
_REACH: Final = 24  # words and spaces from the first word of an expression to its core

Rule = tuple[str, re.Pattern[str]]


class Grammar:
    """The rules by the letters that they can begin with; ``core`` finds the letters that an expression needs.

    A pattern is compiled when a rule is first tried.
    """

    def __init__(self, starts: Mapping[str, Start], core: re.Pattern[str]) -> None:
        self.core = core
        self._compiled: dict[str, Rule] = {}
        self._tried: dict[str, tuple[Rule, ...]] = {}  # by the letters of a place and those after it
        self._names = tuple(starts)
        self._starts = Starts(tuple(starts.values()))

    @property
    def begins(self) -> Container[str]:
        """The letters that a rule can begin with."""
        return self._starts.begins

    def at(self, classes: str, place: int) -> tuple[Rule, ...]:
        """The rules that have a chance at a place where one can begin, in order."""
        letters = classes[place : place + DEEP]
        found = self._tried.get(letters)
        if found is None:
            if len(self._tried) >= _MOST:
                self._tried.clear()
            found = self._tried[letters] = tuple([self.rule(self._names[n]) for n in self._starts.fitting(letters)])
        return found

    def rule(self, name: str) -> Rule:
        """The rule of that name."""
        known = self._compiled.get(name)
        if known is None:
            known = self._compiled[name] = name, re.compile(_expand(_source()[1][name]))
        return known


_MOST: Final = 20_000  # combinations of letters that are kept in mind
_DIGITS: Final = ("n12", "n31", "n99", "zero", "year", "n999", "hhmm")
_NAME: Final = re.compile(r"<([a-z_0-9]+)>")


@cache
def _source() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Aliases and rules as the file has them."""
    data = toml_table("times_grammar.toml")
    return data["aliases"], data["rules"]


def _expand(pattern: str) -> str:
    """The pattern with every ``<name>`` replaced by its class letter or its alias."""
    letters = word_table().letters
    aliases, _ = _source()

    def one(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "digits":
            return "".join(letters[n] for n in _DIGITS)
        return _expand(aliases[name]) if name in aliases else letters[name]

    return _NAME.sub(one, pattern)


@cache
@uncollected()
def grammar() -> Grammar:
    """The rules, sorted once by the letters that they can begin with."""
    letters = word_table().letters
    digits = _expand("[<digits>]")
    core = re.compile(
        "["
        + "".join(letters[name] for name in _CORE.split())
        + f"]|{digits}[-/.:](?={digits})|'(?={digits})"
        + f"|{letters['cardinal']} (?=[{letters['cardinal']}{letters['hundred']}])"  # "nineteen ninety six"
    )
    return Grammar({name: start_of(pattern, _start) for name, pattern in _source()[1].items()}, core)


@cache
def _start(name: str) -> Start:
    """How what a name stands for begins."""
    aliases, _ = _source()
    return start_of(aliases[name], _start) if name in aliases else one_of(_expand(f"<{name}>"))


def places(classes: str) -> Iterator[int]:
    """The places where an expression may begin: words that a rule can begin with, near enough before a core."""
    known = grammar()
    begins = known.begins.__contains__
    at = 0
    for match in known.core.finditer(classes):
        core = match.start()
        first, at = max(at, core - _REACH), core + 1
        yield from compress(range(first, at), map(begins, classes[first:at]))
