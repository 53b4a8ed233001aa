"""Text to words and a string of word classes: one character a word, so that grammar rules are plain patterns.

The class string of "on June 18-19, 2024" reads like the text: a letter for the month, one for each
kind of number, and spaces and punctuation as themselves. Words without meaning for time are ``x``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from itertools import accumulate, repeat
from typing import Final

from attrs import frozen

from eventx.errors import LexiconError
from eventx.language.segment import paragraphs
from eventx.lexicon.tables import toml_table

OTHER: Final = "x"
_FIRST_CODE: Final = 0x3400  # class letters from a block that no English text uses; any block would do
_WORD: Final = re.compile(
    r"[A-Za-z]{2,}(?![A-Za-z\x80-\U0010ffff])|\s+"  # most words; the rest of the pattern need not be tried for them
    r"|[ap]\.\s?m\b\.?|[AP]\.M\b\.?|B\.C\.(?:E\.)?|B\.C\b|A\.D\.|[^\W\d_]+|\d+|.",
    re.DOTALL,
)
# "20240617", as file names and addresses write a day.
_COMPACT: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_LONG: Final = re.compile(r"[12][09]\d{6}")  # what every such day holds, found at a glance
_SPACES: Final = (" ", "\n", "\t", "\r\n", " \n", "\n ", "\xa0", "\u202f", "\u2009", "  ")
_SELF: Final = ",.-/:()'$%&;+#[]!?"
_LIKE: Final = {
    "’": "'",
    "‘": "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    "−": "-",
    "‐": "-",
    "~": "-",
    "£": "$",
    "€": "$",
    "¥": "$",
}
_DOTTED: Final = {"p.m.": 12, "p.m": 12, "P.M.": 12, "P.M": 12, "a.m.": 0, "a.m": 0, "A.M.": 0, "A.M": 0} | {
    "p. m.": 12, "a. m.": 0, "p. m": 12, "a. m": 0}  # fmt: skip

# Numbers by what they can be: a month or day, a day, a number of two digits, a year, any other.
NUMBER_CLASSES: Final = ("n12", "n31", "n99", "zero", "year", "n999", "hhmm", "compact", "number")

Value = int | str


@frozen(slots=True)
class WordTable:
    """Word classes: ``codes`` gives the class letter of a word, ``letters`` of a class name."""

    codes: Mapping[str, str]
    values: Mapping[str, Value]
    letters: Mapping[str, str]
    names: Mapping[str, str]


@frozen(slots=True)
class Lexed:
    """A text cut up: ``words`` (spaces too) with their ``starts``, and the class string, one letter a word.

    ``openings`` are the offsets at which paragraphs begin: no verb governs a date of another one.
    """

    text: str
    words: list[str]
    starts: list[int]
    classes: str

    @cached_property
    def openings(self) -> frozenset[int]:
        """The offsets of the first words of the paragraphs."""
        text = self.text
        if "\n" not in text and "\r" not in text:
            return frozenset()
        return frozenset([p.end - len(p.of(text).lstrip()) for p in paragraphs(text)])


@cache
def word_table() -> WordTable:
    """The table, read once from ``times.toml``. Raises LexiconError where a word has two classes."""
    data = toml_table("times.toml")
    proper = set(data.pop("proper"))
    letters = {name: chr(_FIRST_CODE + i) for i, name in enumerate((*data, *NUMBER_CLASSES))}
    codes: dict[str, str] = {}
    values: dict[str, Value] = {}
    for name, entries in data.items():
        for word, value in entries.items():
            for form in _forms(word, name, proper):
                if form in codes:
                    raise LexiconError(f"times.toml: {form!r} stands in two classes; keep it in one")
                codes[form] = letters[name]
                values[form] = value
    for form, value in _DOTTED.items():
        codes[form], values[form] = letters["ampm"], value
    for form in ("B.C.", "B.C.E.", "B.C"):
        codes[form] = letters["era"]
    codes["A.D."] = letters["era_ad"]
    codes |= {mark: mark for mark in _SELF} | _LIKE | dict.fromkeys(_SPACES, " ")
    codes |= _numbers(letters)
    return WordTable(codes, values, letters, {code: name for name, code in letters.items()})


@cache
def cues(name: str) -> frozenset[str]:
    """The list ``name`` of ``times_cues.toml``: words around an expression that decide how it is read."""
    return _cue_lists()[name]


@cache
def _cue_lists() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in toml_table("times_cues.toml").items()}


def _forms(word: str, name: str, proper: set[str]) -> list[str]:
    if name == "low_month":
        return [word]
    if name in proper:
        return sorted({word, word.upper()})
    return sorted({word.lower(), word.capitalize(), word.upper()})


def _numbers(letters: Mapping[str, str]) -> dict[str, str]:
    codes = {str(n): letters["n999"] for n in range(100, 1000)}
    codes |= {str(n): letters["year"] for n in range(1000, 2200)}
    codes |= {str(n): letters["n99"] for n in range(32, 100)}
    for n in range(1, 32):
        codes[str(n)] = codes[f"{n:02}"] = letters["n12" if n <= 12 else "n31"]
    codes["0"] = codes["00"] = letters["zero"]
    codes |= {f"{n:04}": letters["hhmm"] for n in range(1000)}  # "0930 GMT"
    return codes


def lex(text: str, first: int = 0, last: int | None = None) -> Lexed:
    """Cut ``text`` from ``first`` up to ``last``; starts are offsets into the whole text."""
    table = word_table()
    words = _WORD.findall(text, first, len(text) if last is None else last)
    starts = list(accumulate(map(len, words), initial=first))
    classes = "".join(map(table.codes.get, words, repeat(OTHER)))
    if _LONG.search(text, first):
        compact = table.letters["compact"]
        classes = "".join(
            compact if c == OTHER and _COMPACT.fullmatch(w) else c for w, c in zip(words, classes, strict=True)
        )
    if table.letters["following"] in classes:
        classes = _after_which(words, classes, table)
    return Lexed(text, words, starts, classes)


def _after_which(words: list[str], classes: str, table: WordTable) -> str:
    """The classes with "following" as a preposition: "fled following Monday's raid", not "the following Monday"."""
    code = table.letters["following"]
    named = {table.letters["weekday"], table.letters["month"]}
    found = list(classes)
    for at, letter in enumerate(classes):
        if letter == code and classes[at + 2 : at + 3] in named and (at < 2 or words[at - 2].lower() not in _GIVEN):
            found[at] = OTHER
    return "".join(found)


_GIVEN: Final = frozenset({"the", "that", "this", "each", "every"})  # before an adjective
