"""The letters that a pattern can begin with: so that only rules with a chance are tried at a place.

Understands the part of regular-expression syntax that the grammar uses: groups, look-arounds,
sets, escapes, alternation, and the quantifiers ``?`` and ``{0,n}``.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\(\?:|\(\?<?[=!]|\(|\)|\||\[[^\]]+\]|\\.|\?|\{\d+,\d+\}|.", re.DOTALL)
_LOOK = ("(?=", "(?!", "(?<=", "(?<!")


def first_letters(pattern: str) -> frozenset[str]:
    """Every character that a match of ``pattern`` can begin with. Raises ValueError for one that can be empty."""
    tokens = _TOKEN.findall(pattern)
    letters, nullable, _ = _choice(tokens, 0)
    if nullable:
        raise ValueError(f"a rule must match at least one word: {pattern!r}")
    return frozenset(letters)


def _choice(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    """Alternatives up to the closing bracket: their first letters, whether one can be empty, where they stop."""
    letters: set[str] = set()
    nullable = False
    while True:
        branch, empty, at = _sequence(tokens, at)
        letters |= branch
        nullable = nullable or empty
        if at < len(tokens) and tokens[at] == "|":
            at += 1
            continue
        return letters, nullable, at


def _sequence(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    letters: set[str] = set()
    open_ = True  # nothing has been consumed for certain yet
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        atom, nullable, at = _atom(tokens, at)
        if at < len(tokens) and (tokens[at] == "?" or tokens[at].startswith("{0,")):
            nullable, at = True, at + 1
        elif at < len(tokens) and tokens[at].startswith("{"):
            at += 1
        if open_:
            letters |= atom
            open_ = nullable
    return letters, open_, at


def _atom(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    token = tokens[at]
    if token in _LOOK:
        _, _, end = _choice(tokens, at + 1)
        return set(), True, end + 1
    if token in ("(", "(?:"):
        letters, nullable, end = _choice(tokens, at + 1)
        return letters, nullable, end + 1
    if token.startswith("["):
        return set(token[1:-1]), False, at + 1
    return {token[-1]}, False, at + 1
