"""Names in other spellings: whether two written forms can be one name."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_SLIP: Final = 0.88  # likeness of two spellings of one surname
_SOUNDS: Final = (
    ("tch", "ch"), ("sch", "sh"), ("sh", "ch"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"),
    ("ck", "k"), ("cz", "ch"), ("dj", "j"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s"),
)  # fmt: skip


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A folded word as its consonants, alike for most transliterations of one name ("saleh", "salih": "slh")."""
    for spelled, plain in _SOUNDS:
        word = word.replace(spelled, plain)
    word = re.sub(r"c(?!h)", "k", word)
    kept = "".join(c for n, c in enumerate(word) if c not in "aeiouy" or n == 0)
    return re.sub(r"(.)\1+", r"\1", kept)


def two_persons(key: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """True for names of three words and more of which each has one that the other lacks ("Gan Kim Yong")."""
    if len(key) < 3 or len(name) < 3:
        return False
    heard, known = {sound(w) for w in key if len(w) > 1}, {sound(w) for w in name if len(w) > 1}
    return bool(heard - known) and bool(known - heard)


def slipped(key: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """True for names of one first name whose last words differ by a letter or so."""
    if len(name) < 2 or name[0] != key[0] or len(key[1]) < 5:
        return False
    return _alike(key[1], name[-1], _SLIP)


def same_given(one: str, other: str) -> bool:
    """True for two spellings of one folded given name ("aleksey", "alexei"); not for Paul and Paula."""
    if min(len(one), len(other)) < 4 or (one[-1] == "a") != (other[-1] == "a"):
        return False
    return _alike(_plain(one), _plain(other), _SAME)


def _alike(one: str, other: str, least: float) -> bool:
    """True for two words of at least that likeness; mostly they share too few letters to need a closer look."""
    shared = sum(map(frozenset(other).__contains__, one))
    return 2 * shared / (len(one) + len(other)) >= least and SequenceMatcher(None, one, other).ratio() >= least


def _plain(word: str) -> str:
    return word.replace("x", "ks").replace("y", "i")


_SAME: Final = 0.8  # likeness of two spellings of one given name


def initial(word: str) -> str:
    """The first letter of a folded word, alike for letters that stand for one sound (Gorbachev's "C" is "K")."""
    return {"c": "k", "q": "k", "y": "j"}.get(word[:1], word[:1])
