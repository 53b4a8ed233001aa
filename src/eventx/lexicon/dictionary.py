"""A dictionary of multi-word forms, matched over tokens: the longest form at each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress, count
from typing import Generic, TypeVar

P = TypeVar("P")


class Dictionary(Generic[P]):
    """Forms (tuples of tokens) with payloads.

    ``find`` takes tokens as they stand, so the forms must be split into tokens in the same way. Time is linear in the
    number of tokens: a set of proper prefixes tells when to stop.
    """

    __slots__ = ("_entries", "_first", "_prefixes")

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], P]]) -> None:
        self._entries: dict[tuple[str, ...] | str, P] = {}
        self._prefixes: set[tuple[str, ...] | str] = set()
        for words, payload in entries:
            if not words:
                continue
            self._entries[words[0] if len(words) == 1 else words] = payload
            for size in range(1, len(words)):
                self._prefixes.add(words[0] if size == 1 else words[:size])
        self._first = frozenset(key for key in (*self._entries, *self._prefixes) if isinstance(key, str))

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, words: tuple[str, ...]) -> P | None:
        """The payload of exactly this form."""
        return self._entries.get(words[0] if len(words) == 1 else words)

    def find(self, words: Sequence[str]) -> list[tuple[int, int, P]]:
        """(first token, last token, payload) of the longest form at each place, left to right, without overlap."""
        entries, prefixes = self._entries, self._prefixes
        found: list[tuple[int, int, P]] = []
        reach, size = 0, len(words)
        # Most words start no form; they are passed over at once.
        for at in compress(count(), map(self._first.__contains__, words)):
            if at < reach:
                continue
            word = words[at]
            payload = entries.get(word)
            best = at if payload is not None else -1
            if word in prefixes:
                end = at + 2
                while end <= size:
                    key = tuple(words[at:end])
                    longer = entries.get(key)
                    if longer is not None:
                        best, payload = end - 1, longer
                    if key not in prefixes:
                        break
                    end += 1
            if payload is not None and best >= 0:
                found.append((at, best, payload))
                reach = best + 1
        return found
