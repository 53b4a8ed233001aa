"""The grammar of ``times_grammar.toml``, compiled: which rules can begin where.

No pattern repeats without bound, so a match costs no more than its own length.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from functools import cache
from importlib.resources import files

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


class Grammar:
    """The rules by the letters that they can begin with; ``core`` finds the letters that an expression needs.

    A pattern is compiled when a rule is first tried.
    """

    def __init__(self, bodies: Mapping[str, str], core: re.Pattern[str]) -> None:
        self.core = core
        self._bodies = bodies
        self._compiled: dict[str, Rule] = {}
        self._tried: dict[str, tuple[Rule, ...]] = {}  # by letter, with a space where the next word has no meaning
        self._names: dict[str, list[str]] = {}
        for name, body in bodies.items():
            for letter, width in first_widths(body).items():
                self._names.setdefault(letter, []).append(name)
                alone = self._names.setdefault(letter + " ", [])
                if width <= len(_MEANINGLESS) or OTHER in body:
                    alone.append(name)

    @property
    def begins(self) -> Container[str]:
        """The letters that a rule can begin with."""
        return self._names

    def at(self, classes: str, place: int) -> tuple[Rule, ...]:
        """The rules that have a chance at a place where one can begin, in order.

        Fewer have one before a word without meaning for time: most words are such.
        """
        letter = classes[place]
        if classes.startswith(_MEANINGLESS, place + 1):
            letter += " "
        found = self._tried.get(letter)
        if found is None:
            found = self._tried[letter] = tuple(map(self._rule, self._names[letter]))
        return found

    def _rule(self, name: str) -> Rule:
        known = self._compiled.get(name)
        if known is None:
            known = self._compiled[name] = name, re.compile(self._bodies[name])
        return known


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
    """The rules, sorted once by the letters that they can begin with."""
    letters = word_table().letters
    digits = _expand("[<digits>]")
    core = re.compile(
        "["
        + "".join(letters[name] for name in _CORE.split())
        + f"]|{digits}[-/.:](?={digits})|'(?={digits})"
        + f"|{letters['cardinal']} (?=[{letters['cardinal']}{letters['hundred']}])"  # "nineteen ninety six"
    )
    return Grammar({name: _expand(pattern) for name, pattern in _source()[1].items()}, core)


def places(classes: str) -> Iterator[int]:
    """The places where an expression may begin: words that a rule can begin with, near enough before a core."""
    known = grammar()
    begins = known.begins
    at = 0
    for match in known.core.finditer(classes):
        core = match.start()
        for place in range(max(at, core - _REACH), core + 1):
            if classes[place] in begins:
                yield place
        at = max(at, core + 1)
