"""What a pattern can begin with: so that only rules with a chance are tried at a place.

Understands the part of regular-expression syntax that the grammar uses: names in angle brackets, groups, look-arounds,
sets, escapes, alternation, and the quantifiers ``?`` and ``{0,n}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"<[a-z_0-9]+>|\(\?:|\(\?<?[=!]|\(|\)|\||\[[^\]]+\]|\\.|\?|\{\d+,\d+\}|.", re.DOTALL)
_NAME: Final = re.compile(r"<([a-z_0-9]+)>")
_LOOK: Final = ("(?=", "(?!", "(?<=", "(?<!")
DEEP: Final = 5  # characters that are looked at: three words with the spaces between them
_NOTHING: Final[frozenset[str]] = frozenset()
_WHATEVER: Final = "any character"  # what a reference to a group can be
_END: Final = "\n"  # stands behind the end of a text; no class has it as its letter


class Start(NamedTuple):
    """How a pattern can begin: the characters that can stand at each of its first places, and end a match there.

    ``empty`` is true where the pattern can match nothing at all.
    """

    letters: tuple[frozenset[str], ...]
    ends: tuple[frozenset[str], ...]
    empty: bool

    def fits(self, text: str) -> bool:
        """False where surely no match begins with these characters (as many as are looked at, fewer at the end)."""
        if self.empty:
            return True
        for place, (known, ends) in enumerate(zip(self.letters, self.ends, strict=True)):
            letter = text[place : place + 1]
            if letter not in known and _WHATEVER not in known:
                return False
            if letter in ends or _WHATEVER in ends:
                return True
        return True

    def lengths(self) -> list[int]:
        """The lengths that a match can have, as far as is looked at."""
        return [0] * self.empty + [place + 1 for place, ends in enumerate(self.ends) if ends]


class Starts:
    """The starts of many patterns, asked all at once: each is a bit of the numbers of a letter at a place."""

    def __init__(self, starts: Sequence[Start]) -> None:
        self._empty = sum(1 << number for number, start in enumerate(starts) if start.empty)
        self._letters = [_bits(start.letters[place] for start in starts) for place in range(DEEP)]
        self.begins: Container[str] = self._letters[0]  # the characters that one can begin with
        self._ends = [_bits(start.ends[place] for start in starts) for place in range(DEEP)]

    def fitting(self, text: str) -> Iterator[int]:
        """The numbers of the starts that fit the text (see ``Start.fits``), in order."""
        going, done = -1, self._empty
        for letter, known, ends in zip(text.ljust(DEEP, _END), self._letters, self._ends, strict=True):
            going &= known.get(letter, known[_WHATEVER])
            done |= going & ends.get(letter, ends[_WHATEVER])
        left = done | going
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest


def _bits(sets: Iterable[frozenset[str]]) -> dict[str, int]:
    """By character the bits of the sets that hold it, or that hold whatever there is."""
    bits = {_WHATEVER: 0}
    for number, characters in enumerate(sets):
        for character in characters:
            bits[character] = bits.get(character, 0) | 1 << number
    return {character: found | bits[_WHATEVER] for character, found in bits.items()}


_NONE: Final = (_NOTHING,) * DEEP
_EMPTY: Final = Start(_NONE, _NONE, empty=True)


def start_of(pattern: str, named: Callable[[str], Start] | None = None) -> Start:
    """How a match of ``pattern`` can begin; ``named`` tells it of what a name in angle brackets stands for."""
    return _choice(_TOKEN.findall(pattern), 0, named)[0]


def one_of(characters: str) -> Start:
    """The start of a set of characters."""
    first = (frozenset(characters), *_NONE[1:])
    return Start(first, first, empty=False)


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
        whatever = (frozenset({_WHATEVER}),) * DEEP
        return Start(whatever, whatever, empty=False), at + 1
    return one_of(token[-1]), at + 1


def _either(one: Start, other: Start) -> Start:
    return Start(_joint(one.letters, other.letters), _joint(one.ends, other.ends), one.empty or other.empty)


def _joint(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The characters at each place of either."""
    return tuple([a | b if a and b else a or b for a, b in zip(one, other, strict=True)])


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
    letters, ends = one.letters, one.ends if other.empty else _NONE
    for length in one.lengths():
        moved = _NONE[:length]
        letters = _joint(letters, (*moved, *other.letters[: DEEP - length]))
        ends = _joint(ends, (*moved, *other.ends[: DEEP - length]))
    return Start(letters, ends, one.empty and other.empty)
