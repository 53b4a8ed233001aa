"""Basic and complex phrases: noun phrases, verb groups, prepositions and the marks between them.

The first level of the cascade. A sentence's tokens become a flat row of chunks; noun phrases take in their
determiners, modifiers, possessors, "of" phrases, appositions and coordinations.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventx.language.phrases.basic import basic_phrases
from eventx.language.phrases.chunk import (
    ADVERB,
    COMMA,
    CONJ,
    NP,
    OTHER,
    PREP,
    QUOTE,
    REL,
    SUB,
    TIME,
    VG,
    Chunk,
)
from eventx.language.phrases.complex import appositions, coordinated, subordinated, with_of
from eventx.records import TimeExpression, Tokens

__all__ = ["ADVERB", "COMMA", "CONJ", "NP", "OTHER", "PREP", "QUOTE", "REL", "SUB", "TIME", "VG", "Chunk", "chunk"]


def chunk(tokens: Tokens, times: Sequence[TimeExpression]) -> list[Chunk]:
    """The chunks of a sentence, complex noun phrases built."""
    basic = basic_phrases(tokens, times)
    return subordinated(coordinated(appositions(with_of(basic, tokens), tokens), tokens), tokens)
