"""The chunk: a run of tokens of one kind."""

from __future__ import annotations

from typing import Final

# The kinds of chunks.
NP: Final = "NP"
VG: Final = "VG"
PREP: Final = "PREP"
CONJ: Final = "CONJ"
SUB: Final = "SUB"
REL: Final = "REL"
COMMA: Final = "COMMA"
TIME: Final = "TIME"
OTHER: Final = "OTHER"
ADVERB: Final = "ADVERB"
QUOTE: Final = "QUOTE"

# What a clause passes over on its way to what it is made of: these stand nearly anywhere in it.
PASSED: Final = frozenset({ADVERB, TIME, QUOTE})


class Chunk:
    """A run of tokens ``first`` to ``last`` (inclusive) of one kind; two chunks are equal if they are the same.

    For a noun phrase: ``head`` is its head token, ``possessor`` the token range of its possessor, ``parts`` the
    token ranges (first, last, head) of its conjuncts, empty for a phrase that coordinates nothing. For a
    preposition or a mark, ``word`` is the whole of it. An adjective phrase ("loyal", "very tense"; its ``word`` is
    empty) and a remark in parentheses are of the kind ADVERB: they are no noun phrases.
    """

    __slots__ = ("first", "head", "kind", "last", "parts", "possessor", "word")

    def __init__(
        self,
        kind: str,
        first: int,
        last: int,
        head: int,
        word: str = "",
        possessor: tuple[int, int] | None = None,
        parts: tuple[tuple[int, int, int], ...] = (),
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.head = head
        self.word = word
        self.possessor = possessor
        self.parts = parts

    def conjuncts(self) -> tuple[tuple[int, int, int], ...]:
        """The token ranges (first, last, head) of what the phrase coordinates, itself if nothing."""
        return self.parts or ((self.first, self.last, self.head),)


def passing(chunks: list[Chunk], index: int) -> int:
    """The index of the next chunk from ``index`` on that is not passed over; the number of all where there is none."""
    while index < len(chunks) and chunks[index].kind in PASSED:
        index += 1
    return index
