"""What follows a chunk: whether a noun phrase is the subject of a finite verb."""

from __future__ import annotations

from typing import Final

from eventx.language.phrases.chunk import COMMA, CONJ, NP, OTHER, PASSED, PREP, REL, SUB, TIME, VG, Chunk
from eventx.records import Tokens

_ENDS: Final = frozenset({COMMA, CONJ, OTHER, REL, SUB})
_NEAR: Final = 8  # chunks: how far a look ahead goes
_PHRASES: Final = 3  # prepositional phrases that may stand between subject and verb


def is_finite(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a verb group that needs a subject of its own."""
    first = chunk.first
    return tokens.features[first] not in ("VBG", "VBN") and tokens.lowers[first] != "to"


def finite_follows(chunks: list[Chunk], index: int, tokens: Tokens) -> bool:
    """True when after the noun phrase at ``index``, and phrases that belong to it, a finite verb group comes."""
    size, phrases = len(chunks), 0
    at = index + 1
    while at < size:
        kind = chunks[at].kind
        if kind == VG:
            return is_finite(chunks[at], tokens)
        if kind == PREP and phrases < _PHRASES and at + 1 < size and chunks[at + 1].kind in (NP, TIME):
            phrases += 1
            at += 2
        elif kind in PASSED:
            at += 1
        else:
            return False
    return False


def finite_verbs(chunks: list[Chunk], at: int, tokens: Tokens) -> int:
    """How many finite verb groups come from ``at`` on, before a mark, a conjunction or a relative pronoun."""
    verbs = 0
    for chunk in chunks[at : at + _NEAR]:
        if chunk.kind in _ENDS:
            break
        verbs += chunk.kind == VG and is_finite(chunk, tokens)
    return verbs
