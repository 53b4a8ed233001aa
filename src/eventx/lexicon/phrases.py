"""An index of phrases by their first word: the longest one that starts at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")


class PhraseIndex(Generic[V]):
    """Phrases (as tuples of lower-cased words) with a value each."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], V]]) -> None:
        first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for words, value in entries:
            if words:
                first.setdefault(words[0], []).append((words, value))
        self._first = {word: tuple(sorted(found, key=lambda e: -len(e[0]))) for word, found in first.items()}

    @property
    def first_words(self) -> frozenset[str]:
        """The words that a phrase can start with."""
        return frozenset(self._first)

    def at(self, lowers: Sequence[str], index: int) -> tuple[int, V] | None:
        """(number of words, value) of the longest phrase at ``index``, or None."""
        found = self._first.get(lowers[index])
        if found is None:
            return None
        room = len(lowers) - index
        for words, value in found:
            size = len(words)
            if size == 1:
                return 1, value
            if size <= room and tuple(lowers[index : index + size]) == words:
                return size, value
        return None
