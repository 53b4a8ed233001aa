"""The grammar of ``times_grammar.toml``, compiled: which rules can begin where.

No pattern repeats without bound, so a match costs no more than its own length.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from eventx.language.times.firsts import first_widths
from eventx.language.times.lexer import OTHER, word_table

# Every expression holds a word of one of these classes within its first words.
_CORE = (
    "month name_month short_month march_short low_month weekday weekdays short_weekday sat_sun season "
    "seasons fall unit century millennium quarter half units clock_unit clock_units second weekend "
    "weekends hour_word ampm zone oclock daypart dayparts tonight deictic past moment present past_ref "
    "future adverb_set era era_ad fiscal fiscal_mark quarter_mark feast half_mark th occasion "
    "compact recent current coming long_unit hhmm latest times_word "
    "decade_word year s "
)
_REACH = 24  # words and spaces from the first word of an expression to its core

Rule = tuple[str, re.Pattern[str]]


@frozen(slots=True)
class Grammar:
    """``rules`` that can begin with a letter, in order; ``core`` finds the letters that an expression needs.

    ``alone`` are those rules among them that can match before a word without meaning for time: most words are such.
    """

    rules: Mapping[str, tuple[Rule, ...]]
    alone: Mapping[str, tuple[Rule, ...]]
    core: re.Pattern[str]

    def at(self, classes: str, place: int) -> tuple[Rule, ...]:
        """The rules that have a chance at a place where one can begin."""
        table = self.alone if classes.startswith(_MEANINGLESS, place + 1) else self.rules
        return table[classes[place]]


_MEANINGLESS = f" {OTHER}"
_DIGITS = ("n12", "n31", "n99", "zero", "year", "n999", "hhmm")
_NAME = re.compile(r"<([a-z_0-9]+)>")


@cache
def _source() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Aliases and rules as the file has them."""
    path = files("eventx.lexicon") / "data" / "times_grammar.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
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
def grammar() -> Grammar:
    """The rules, compiled once and sorted by the letters that they can begin with."""
    letters = word_table().letters
    by_letter: dict[str, list[Rule]] = {}
    alone: dict[str, list[Rule]] = {}
    for name, pattern in _source()[1].items():
        body = _expand(pattern)
        compiled = re.compile(body)
        for letter, width in sorted(first_widths(body).items()):
            by_letter.setdefault(letter, []).append((name, compiled))
            short = alone.setdefault(letter, [])
            if width <= len(_MEANINGLESS) or OTHER in body:
                short.append((name, compiled))
    digits = _expand("[<digits>]")
    core = re.compile(
        "["
        + "".join(letters[name] for name in _CORE.split())
        + f"]|{digits}[-/.:](?={digits})|'(?={digits})"
        + f"|{letters['cardinal']} (?=[{letters['cardinal']}{letters['hundred']}])"  # "nineteen ninety six"
    )
    return Grammar(_frozen(by_letter), _frozen(alone), core)


def _frozen(table: Mapping[str, list[Rule]]) -> Mapping[str, tuple[Rule, ...]]:
    return {letter: tuple(rules) for letter, rules in table.items()}


def places(classes: str) -> Iterator[int]:
    """The places where an expression may begin: words that a rule can begin with, near enough before a core."""
    known = grammar()
    begins = known.rules
    at = 0
    for match in known.core.finditer(classes):
        core = match.start()
        for place in range(max(at, core - _REACH), core + 1):
            if classes[place] in begins:
                yield place
        at = max(at, core + 1)
