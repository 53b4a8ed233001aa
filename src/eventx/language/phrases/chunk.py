"""The chunk: a run of tokens of one kind."""

from __future__ import annotations

from typing import NamedTuple

NP, VG, PREP, CONJ, SUB, REL, COMMA, TIME, OTHER, ADVERB, QUOTE = (
    "NP", "VG", "PREP", "CONJ", "SUB", "REL", "COMMA", "TIME", "OTHER", "ADVERB", "QUOTE",
)  # fmt: skip


class Chunk(NamedTuple):
    """A run of tokens ``first`` to ``last`` (inclusive) of one kind.

    For a noun phrase: ``head`` is its head token, ``possessor`` the token range of its possessor, ``parts`` the
    token ranges (first, last, head) of its conjuncts. For a preposition, ``word`` is the whole of it.
    """

    kind: str
    first: int
    last: int
    head: int
    word: str = ""
    possessor: tuple[int, int] | None = None
    parts: tuple[tuple[int, int, int], ...] = ()
