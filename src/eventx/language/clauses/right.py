"""Objects and prepositional phrases to the right of a verb group."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.walk import is_finite_chunk
from eventx.language.phrases import ADVERB, COMMA, CONJ, NP, PREP, QUOTE, TIME, VG, Chunk
from eventx.records import Tokens

_GIVES = frozenset(
    [
        "give",
        "send",
        "offer",
        "tell",
        "grant",
        "hand",
        "lend",
        "pay",
        "show",
        "sell",
        "promise",
        "award",
        "deny",
        "supply",
        "provide",
        "ask",
    ]
)


def fill_right(draft: Draft, chunks: list[Chunk], tokens: Tokens) -> None:
    """Objects and prepositional phrases up to the end of the clause."""
    group = draft.group
    assert group is not None
    draft.widen(draft.first, draft.last)
    index, size = draft.at + 1, len(chunks)
    while index < size:
        chunk = chunks[index]
        if chunk.first <= draft.last:
            index += 1
            continue
        kind = chunk.kind
        if kind in (TIME, ADVERB, QUOTE):
            draft.widen(chunk.first, chunk.last)
        elif kind == NP:
            if _is_next_subject(index, chunks, tokens):
                return
            _take(draft, chunk, group.voice, tokens)
        elif kind == PREP and index + 1 < size:
            index = _take_prepositional(draft, index, chunks)
            if index < 0:
                return
        elif (kind == COMMA and chunk.word == "," and _prepositional_after(index, chunks)) or (
            kind == CONJ and index + 1 < size and chunks[index + 1].kind == PREP
        ):
            pass
        else:
            return
        index += 1


def _take(draft: Draft, chunk: Chunk, voice: str, tokens: Tokens) -> None:
    """A bare noun phrase after the verb: object, or second object."""
    if draft.complements and any(s.chunk.first > draft.last for s in draft.complements):
        return
    draft.widen(chunk.first, chunk.last)
    if draft.object is None or draft.object.via == "relative":
        draft.object = Slot(chunk) if draft.object is None else draft.object
    elif draft.indirect is None and draft.lemma in _GIVES:
        draft.indirect, draft.object = draft.object, Slot(chunk)


def _take_prepositional(draft: Draft, index: int, chunks: list[Chunk]) -> int:
    """A preposition with its phrase; the index of the phrase, or -1 where the clause ends."""
    preposition = chunks[index]
    after = index + 1
    if chunks[after].kind == ADVERB and after + 1 < len(chunks):
        after += 1
    target = chunks[after]
    if target.kind == NP:
        draft.complements.append(Slot(target, preposition.word))
        draft.widen(preposition.first, target.last)
        return after
    if target.kind == TIME:
        draft.widen(preposition.first, target.last)
        return after
    if target.kind == PREP:  # "from across the border"
        return index
    return -1


def _is_next_subject(index: int, chunks: list[Chunk], tokens: Tokens) -> bool:
    """True when the noun phrase is the subject of a finite verb group right after it."""
    after = index + 1
    while after < len(chunks) and chunks[after].kind == ADVERB:
        after += 1
    return after < len(chunks) and chunks[after].kind == VG and is_finite_chunk(chunks[after], tokens)


def _prepositional_after(index: int, chunks: list[Chunk]) -> bool:
    """ ", including a trip to China": a prepositional phrase after a comma still belongs to the clause."""
    after = index + 1
    return after + 1 < len(chunks) and (
        (chunks[after].kind == PREP and chunks[after + 1].kind in (NP, TIME)) or chunks[after].kind == TIME
    )
