"""The letters that a pattern can begin with, and how much it must match then: only rules with a chance are tried.

Understands the part of regular-expression syntax that the grammar uses: groups, look-arounds,
sets, escapes, alternation, and the quantifiers ``?`` and ``{0,n}``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\(\?:|\(\?<?[=!]|\(|\)|\||\[[^\]]+\]|\\.|\?|\{\d+,\d+\}|.", re.DOTALL)
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")


def first_widths(pattern: str) -> dict[str, int]:
    """Every character that a match of ``pattern`` can begin with, and the fewest characters of such a match.

    Raises ValueError for a pattern that can be empty.
    """
    tokens = _TOKEN.findall(pattern)
    part, _ = _choice(tokens, 0)
    if not part.width:
        raise ValueError(f"a rule must match at least one word: {pattern!r}")
    return part.letters


class _Part(NamedTuple):
    """A part of a pattern: its first letters with the fewest characters from there, and its fewest characters."""

    letters: dict[str, int]
    width: int


def _choice(tokens: list[str], at: int) -> tuple[_Part, int]:
    """Alternatives up to the closing bracket, and where they stop."""
    letters: dict[str, int] = {}
    widths: list[int] = []
    while True:
        branch, at = _sequence(tokens, at)
        widths.append(branch.width)
        for letter, width in branch.letters.items():
            letters[letter] = min(width, letters.get(letter, width))
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        return _Part(letters, min(widths)), at


def _sequence(tokens: list[str], at: int) -> tuple[_Part, int]:
    parts: list[_Part] = []
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        part, at = _atom(tokens, at)
        if at < len(tokens) and (tokens[at] == "?" or tokens[at].startswith("{0,")):
            part, at = _Part(part.letters, 0), at + 1
        elif at < len(tokens) and tokens[at].startswith("{"):
            at += 1
        parts.append(part)
    whole = _Part({}, 0)
    for part in reversed(parts):  # what can be left out leaves the letters of what follows
        letters = dict(whole.letters) if not part.width else {}
        for letter, width in part.letters.items():
            letters[letter] = min(width + whole.width, letters.get(letter, width + whole.width))
        whole = _Part(letters, part.width + whole.width)
    return whole, at


def _atom(tokens: list[str], at: int) -> tuple[_Part, int]:
    token = tokens[at]
    if token in _LOOK:
        _, end = _choice(tokens, at + 1)
        return _Part({}, 0), end + 1
    if token in ("(", "(?:"):
        part, end = _choice(tokens, at + 1)
        return part, end + 1
    if token.startswith("["):
        return _Part(dict.fromkeys(token[1:-1], 1), 1), at + 1
    return _Part({token[-1]: 1}, 1), at + 1
