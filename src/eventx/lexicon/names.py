"""Names of persons: first names with their gender, honorifics, particles, and how spellings are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from attrs import field, frozen

from eventx.lexicon.tables import toml_table, uncollected

# Letters that NFKD does not take apart, marks that are left out, and hyphens as spaces.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a", "ħ": "h"}
    | dict.fromkeys("'’‘ʻʼ`´.")
    | dict.fromkeys("-‐‑–", " ")
)
# Small words that are also the first part of East Asian names, after a title: "President To Lam".
SYLLABLES: Final = frozenset({"to", "in", "an", "on", "so", "do", "no", "he"})


@frozen(slots=True)
class Names:
    """The lexicon of personal names."""

    first: Mapping[str, str] = field(hash=False)
    honorifics: Mapping[str, str] = field(hash=False)
    particles: frozenset[str]
    skipped: frozenset[str]
    veto: frozenset[str]
    common: frozenset[str]
    says: frozenset[str]
    family_first: frozenset[str]

    def is_first(self, word: str) -> bool:
        """True for a known first name, with or without its accents, or in capitals."""
        if word in self.first:
            return True
        if word.isascii() and not word.isupper():
            return False
        return fold(word).title() in self.first

    def gender(self, words: Iterable[str]) -> str:
        """The gender that the first known first name among the words tells: "m", "f" or ""."""
        for word in words:
            gender = self.first.get(word)
            if gender is None and not word.isascii():
                gender = self.first.get(fold(word).title())
            if gender is not None:
                return gender
        return ""

    def surname(self, key: tuple[str, ...], name: tuple[str, ...]) -> str:
        """The surname in a name's compared words: the first of a family-first name ("Lee Myung-bak"), else the last."""
        given_in_two = len(key) == 3 and (len(name) == 3 or "-" in name[-1])
        return key[0] if given_in_two and key[0] in self.family_first else key[-1]

    def key(self, words: Iterable[str]) -> tuple[str, ...]:
        """The words of a name as they are compared: folded, without particles such as "al" or "bin"."""
        return _key(tuple(words), self.skipped)

    def keys(self, names: Sequence[str]) -> list[tuple[str, ...]]:
        """The keys of many names; each is what ``key`` gives for its words, at a fraction of the cost."""
        skipped = self.skipped
        found = map(tuple, map(str.split, _all_folded(names)))
        return [key if skipped.isdisjoint(key) else _kept(key, skipped) for key in found]


def _all_folded(names: Sequence[str]) -> list[str]:
    """What ``fold`` makes of each name."""
    if not names:
        return []
    joined = "\n".join(names).lower()
    if joined.count("\n") != len(names) - 1 or "\r" in joined:  # a name with a line break in it
        joined = "\n".join([" ".join(name.split()) for name in names]).lower()
    for code, plain in _PLAIN.items():  # on a long text a fourth of what ``translate`` takes
        joined = joined.replace(chr(code), plain or "")
    joined = unicodedata.normalize("NFKD", joined)
    marks = "".join([c for c in set(joined) if unicodedata.combining(c)])
    return (re.sub(f"[{marks}]", "", joined) if marks else joined).split("\n")


@lru_cache(maxsize=16384)
def _key(words: tuple[str, ...], skipped: frozenset[str]) -> tuple[str, ...]:
    return _kept([part for word in words for part in fold(word).split()], skipped)


def _kept(folded: Sequence[str], skipped: frozenset[str]) -> tuple[str, ...]:
    return tuple([part for part in folded if part not in skipped]) or tuple(folded)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word without case, accents, dots and apostrophes; hyphens as spaces ("Sérgio" and "sergio" agree)."""
    lowered = word.lower().translate(_PLAIN)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


@cache
@uncollected()
def load_names() -> Names:
    """The names of the package's tables (``first_names.csv``, ``names.toml``). Read once."""
    words = toml_table("names.toml")
    rows = (files("eventx.lexicon") / "data" / "first_names.csv").read_text(encoding="utf-8").splitlines()
    first = {name: gender for name, _, gender in [row.partition(",") for row in rows[1:]]}
    return Names(
        first=first,
        honorifics=words["honorifics"],
        particles=frozenset(words["particles"]["words"]),
        skipped=frozenset(words["particles"]["skipped"]),
        veto=frozenset(words["veto"]["words"]),
        common=frozenset(words["common"]["words"]),
        says=frozenset(words["acts"]["says"]),
        family_first=frozenset(words["family_first"]["words"]),
    )
