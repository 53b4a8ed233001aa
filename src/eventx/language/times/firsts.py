"""What a pattern can begin with: so that only rules with a chance are tried at a place.

Understands the part of regular-expression syntax that the grammar uses: names in angle brackets, groups, look-arounds,
sets, escapes, alternation, and the quantifiers ``?`` and ``{0,n}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"<[a-z_0-9]+>|\(\?:|\(\?<?[=!]|\(|\)|\||\[[^\]]+\]|\\.|\?|\{\d+,\d+\}|.", re.DOTALL)
_NAME: Final = re.compile(r"<([a-z_0-9]+)>")
_LOOK: Final = ("(?=", "(?!", "(?<=", "(?<!")
DEEP: Final = 5  # characters that are looked at: three words with the spaces between them
_NOTHING: Final[frozenset[str]] = frozenset()
_WHATEVER: Final = "any character"  # what a reference to a group can be


class Start(NamedTuple):
    """How a pattern can begin: the characters that can stand at each of its first places, and how long it can be.

    ``lengths`` of more than the places that are looked at are given as that.
    """

    letters: tuple[frozenset[str], ...]
    lengths: frozenset[int]

    def fits(self, text: str) -> bool:
        """False where surely no match begins with these characters (as many as are looked at, fewer at the end)."""
        for place in range(DEEP):
            known = self.letters[place]
            if place in self.lengths:
                return True
            if text[place : place + 1] not in known and _WHATEVER not in known:
                return False
        return True


_EMPTY: Final = Start((_NOTHING,) * DEEP, frozenset({0}))


def start_of(pattern: str, named: Callable[[str], Start] | None = None) -> Start:
    """How a match of ``pattern`` can begin; ``named`` tells it of what a name in angle brackets stands for."""
    return _choice(_TOKEN.findall(pattern), 0, named)[0]


def one_of(characters: str) -> Start:
    """The start of a set of characters."""
    return Start((frozenset(characters), *(_NOTHING,) * (DEEP - 1)), frozenset({1}))


def _choice(tokens: list[str], at: int, named: Callable[[str], Start] | None) -> tuple[Start, int]:
    """Alternatives up to the closing bracket, and where they stop."""
    found, at = _sequence(tokens, at, named)
    while at < len(tokens) and tokens[at] == "|":
        branch, at = _sequence(tokens, at + 1, named)
        found = _either(found, branch)
    return found, at


def _sequence(tokens: list[str], at: int, named: Callable[[str], Start] | None) -> tuple[Start, int]:
    found = _EMPTY
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        part, at = _atom(tokens, at, named)
        if at < len(tokens) and tokens[at] == "?":
            part, at = _either(_EMPTY, part), at + 1
        elif at < len(tokens) and tokens[at].startswith("{"):
            part, at = _repeated(part, *map(int, tokens[at][1:-1].split(","))), at + 1
        found = _then(found, part)
    return found, at


def _atom(tokens: list[str], at: int, named: Callable[[str], Start] | None) -> tuple[Start, int]:
    token = tokens[at]
    if token in _LOOK:
        return _EMPTY, _choice(tokens, at + 1, named)[1] + 1
    if token in ("(", "(?:"):
        part, end = _choice(tokens, at + 1, named)
        return part, end + 1
    name = _NAME.fullmatch(token)
    if name is not None and named is not None:
        return named(name.group(1)), at + 1
    if token.startswith("["):
        inside = one_of(_NAME.sub("", token[1:-1]))
        if named is not None:
            for inner in _NAME.findall(token):
                inside = _either(inside, named(inner))
        return inside, at + 1
    if token[0] == "\\" and token[-1].isdigit():
        return Start((frozenset({_WHATEVER}),) * DEEP, frozenset(range(1, DEEP + 1))), at + 1
    return one_of(token[-1]), at + 1


def _either(one: Start, other: Start) -> Start:
    letters = tuple([a | b if a and b else a or b for a, b in zip(one.letters, other.letters, strict=True)])
    return Start(letters, one.lengths | other.lengths)


def _repeated(part: Start, least: int, most: int) -> Start:
    """The same part so many times after itself; what lies deeper than is looked at does not count."""
    found = _EMPTY
    for number in range(min(most, DEEP)):
        found = _then(found, part if number < least else _either(_EMPTY, part))
    return found


def _then(one: Start, other: Start) -> Start:
    """One after the other."""
    if one is _EMPTY:
        return other
    letters = list(one.letters)
    for length in one.lengths:
        for place in range(length, DEEP):
            if other.letters[place - length]:
                letters[place] |= other.letters[place - length]
    lengths = frozenset([min(DEEP, a + b) for a in one.lengths for b in other.lengths])
    return Start(tuple(letters), lengths)
