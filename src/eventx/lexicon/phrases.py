"""An index of phrases by their first word: the longest one that starts at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")


class PhraseIndex(Generic[V]):
    """Phrases (as tuples of lower-cased words) with a value each."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], V]]) -> None:
        first: dict[str, dict[tuple[str, ...], V]] = {}
        for words, value in entries:
            if words:
                first.setdefault(words[0], {}).setdefault(words, value)
        # the sizes of a word's phrases, the longest first, so that each size is one look-up
        self._first = {
            word: (tuple(sorted({len(words) for words in found}, reverse=True)), found) for word, found in first.items()
        }

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase can start with."""
        return frozenset(self._first)

    def at(self, lowers: Sequence[str], index: int) -> tuple[int, V] | None:
        """(number of words, value) of the longest phrase at ``index``, or None."""
        found = self._first.get(lowers[index])
        if found is None:
            return None
        sizes, phrases = found
        room = len(lowers) - index
        for size in sizes:
            if size <= room:
                words = tuple(lowers[index : index + size])
                if words in phrases:
                    return size, phrases[words]
        return None
