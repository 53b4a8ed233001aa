"""Interruptions between a verb and its object: "condemned, in the strongest terms, the attack"."""

from __future__ import annotations

from typing import Final

from eventx.language.phrases.chunk import COMMA, NP, PREP, SUB, TIME, VG, Chunk
from eventx.lexicon.cues import cues
from eventx.records import Tokens

_LONGEST: Final = 5  # chunks between the two commas
_TAKING: Final = cues("phrases", "taking")  # lemmas of verbs that are not used without an object


def uninterrupted(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """The chunks without the commas around what stands between such a verb and its object."""
    dropped: set[int] = set()
    for at in range(len(chunks) - 4):
        verb, comma = chunks[at], chunks[at + 1]
        if verb.kind != VG or comma.kind != COMMA or not _takes_object(verb, tokens):
            continue
        end = _end(chunks, at + 2)
        if end and _is_object(chunks, end + 1, tokens):
            dropped |= {at + 1, end}
    return [chunk for number, chunk in enumerate(chunks) if number not in dropped] if dropped else chunks


def _takes_object(verb: Chunk, tokens: Tokens) -> bool:
    """True for an active verb that is not used without an object."""
    if tokens.lemmas[verb.last] not in _TAKING or tokens.tags[verb.last] != "VERB":
        return False
    return not any(tokens.lemmas[at] == "be" for at in range(verb.first, verb.last))


def _end(chunks: list[Chunk], first: int) -> int:
    """The comma behind prepositional phrases and times only; 0 where something else stands there."""
    expected: tuple[str, ...] = _OPENING
    for at in range(first, min(first + _LONGEST + 1, len(chunks))):
        kind = chunks[at].kind
        if kind == COMMA and NP not in expected and at > first:
            return at
        if kind not in expected:
            return 0
        expected = (NP, TIME) if kind in (PREP, SUB) else _OPENING  # "after long talks" opens as a clause would
    return 0


_OPENING: Final[tuple[str, ...]] = (PREP, SUB, TIME)


def _is_object(chunks: list[Chunk], at: int, tokens: Tokens) -> bool:
    """True for a noun phrase that is no subject of a verb behind it, unless that is an infinitive."""
    if at >= len(chunks) or chunks[at].kind != NP:
        return False
    behind = chunks[at + 1] if at + 1 < len(chunks) else None
    return behind is None or behind.kind != VG or tokens.lowers[behind.first] == "to"
