"""What a phrase behind "of" or "for" belongs to, where that is not simply the phrase before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.language.phrases.chunk import NP, Chunk
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens

_CHARGED: Final = cues("phrases", "charged")
_DOERS: Final = cues("phrases", "forces") | cues("phrases", "doers")


def done_by(found: Sequence[Chunk], chunk: Chunk, tokens: Tokens) -> bool:
    """ "the arrest by police of a dissident", "a review by the army of the raid": what is done is behind who did it.

    ``chunk`` is the phrase right of "of", before which ``found`` stands.
    """
    if len(found) < 4 or found[-3].word != "by" or found[-4].kind != NP:
        return False
    events = load_predicates().events
    if tokens.lemmas[chunk.head] in events and tokens.tags[chunk.head] == "NOUN":
        return True  # nobody is "the army of the raid"
    doer, first = found[-2].head, found[-2].first
    named = tokens.tags[doer] == "PROPN" and tokens.tags[first] != "DET"  # not "by the Paris Club of creditors"
    known = named or tokens.lowers[doer] in _DOERS
    return known and tokens.lemmas[found[-4].head] in events


def of_state(outer: Chunk, chunk: Chunk, tokens: Tokens) -> bool:
    """ "Secretary of State Rex Tillerson's tour" is a tour, not a secretary."""
    return tokens.lowers[outer.head] == "secretary" and tokens.lowers[chunk.first] == "state"


def is_charged(outer: Chunk, chunk: Chunk, tokens: Tokens) -> bool:
    """ "Minister for Trade X", "Secretary of State for Defence": the portfolio of an office in capitals."""
    written = tokens.words[outer.last][0].isupper() and tokens.tags[chunk.first] == "PROPN"
    beside = outer.last == chunk.first - 2 and chunk.possessor is None
    return written and beside and tokens.lowers[outer.last] in _CHARGED


def takes_in(outer: Chunk, chunk: Chunk, tokens: Tokens) -> bool:
    """ "The Popular Front (PF) leaders": a phrase with its abbreviation before the head."""
    tags = tokens.tags
    return (
        outer.kind == NP == chunk.kind
        and tags[outer.head] == "PROPN"
        and tags[chunk.head] == "NOUN"
        and tags[chunk.first] in ("NOUN", "PROPN", "ADJ")
    )
