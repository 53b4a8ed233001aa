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
    PASSED,
    PREP,
    QUOTE,
    REL,
    SUB,
    TIME,
    VG,
    Chunk,
    passing,
)
from eventx.language.phrases.complex import SUBORDINATING, appositions, coordinated, subordinated
from eventx.language.phrases.fronted import parted
from eventx.language.phrases.interruption import uninterrupted
from eventx.language.phrases.outlook import finite_follows, finite_verbs, is_finite
from eventx.records import TimeExpression, Tokens

__all__ = [
    "ADVERB",
    "COMMA",
    "CONJ",
    "NP",
    "OTHER",
    "PASSED",
    "PREP",
    "QUOTE",
    "REL",
    "SUB",
    "TIME",
    "VG",
    "Chunk",
    "chunked",
    "finite_follows",
    "finite_verbs",
    "is_finite",
    "passing",
]


def chunked(tokens: Tokens, times: Sequence[TimeExpression], *, headline: bool = False) -> list[Chunk]:
    """The chunks of a sentence, complex noun phrases built."""
    chunks = parted(basic_phrases(tokens, times), tokens)
    marks = {c.word for c in chunks}
    if "," in marks:
        chunks = appositions(uninterrupted(chunks, tokens), tokens)
    if headline or not marks.isdisjoint(("and", "or", "&", "plus", "nor", "also")):
        chunks = coordinated(chunks, tokens, headline=headline)
    if "should" in tokens.lowers or not marks.isdisjoint(SUBORDINATING):
        subordinated(chunks, tokens, headline=headline)
    return chunks
