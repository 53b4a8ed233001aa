"""Complex phrases: noun phrases with their "of" phrases, appositions and coordinations."""

from __future__ import annotations

from eventx.language.phrases.chunk import ADVERB, COMMA, CONJ, NP, OTHER, PREP, REL, SUB, TIME, VG, Chunk
from eventx.records import Tokens


def with_of(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """Noun phrases with their "of" phrases: "the president of Ghana"; the head stays."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind == NP and tokens.tags[chunk.head] != "PRON":
            while index + 2 < len(chunks) and chunks[index + 1].kind == PREP and chunks[index + 1].word == "of":
                inner = chunks[index + 2]
                if inner.kind not in (NP, TIME):
                    break
                chunk = chunk._replace(last=inner.last, parts=((chunk.first, inner.last, chunk.head),))
                index += 2
                chunk, index = _of_joined(chunk, chunks, index, tokens)
        out.append(chunk)
        index += 1
    return out


def _of_joined(chunk: Chunk, chunks: list[Chunk], index: int, tokens: Tokens) -> tuple[Chunk, int]:
    """ "the presidents of Ghana and Senegal": a plural head keeps what is joined inside its "of" phrase."""
    if tokens.features[chunk.head] != "P":
        return chunk, index
    while index + 2 < len(chunks):
        mark, nxt = chunks[index + 1], chunks[index + 2]
        joins = mark.kind == CONJ and mark.word in ("and", "or")
        lists = mark.kind == COMMA and any(c.kind == CONJ for c in chunks[index + 2 : index + 8 : 1][1:4])
        if nxt.kind != NP or not (joins or lists) or tokens.tags[nxt.first] != "PROPN":
            return chunk, index
        chunk = chunk._replace(last=nxt.last, parts=((chunk.first, nxt.last, chunk.head),))
        index += 2
        if joins:
            return chunk, index
    return chunk, index


def appositions(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """A name and its description between commas are one phrase with the name as its head."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind == NP and index + 2 < len(chunks) and chunks[index + 1].word == ",":
            nxt = chunks[index + 2]
            closes = (
                index + 3 >= len(chunks)
                or chunks[index + 3].word in (",", ".", ";")
                or (chunks[index + 3].kind in (VG, OTHER))
            )
            fronted = index == 1 and chunks[0].kind == PREP  # "According to the daily, Ada Oduya resigned"
            if nxt.kind == NP and closes and not fronted and _describes(chunk, nxt, tokens):
                name = nxt if _is_name(nxt, tokens) and not _is_name(chunk, tokens) else chunk
                end = index + 3 if index + 3 < len(chunks) and chunks[index + 3].word == "," else index + 2
                if end == index + 3 and _list_goes_on(chunks, index + 4):
                    out.append(chunk)
                    index += 1
                    continue
                joined = Chunk(
                    NP,
                    chunk.first,
                    nxt.last,
                    name.head,
                    possessor=chunk.possessor,
                    parts=((chunk.first, nxt.last, name.head),),
                )
                out.append(joined)
                index = end + 1
                continue
        out.append(chunk)
        index += 1
    return out


def _list_goes_on(chunks: list[Chunk], index: int) -> bool:
    """True when what looked like an apposition is the middle of a list ("A, the B, and C")."""
    return index < len(chunks) and chunks[index].kind == CONJ


def _is_name(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a phrase that is headed by a proper name of a person or place, not by an office."""
    return tokens.tags[chunk.head] == "PROPN" and tokens.tags[chunk.first] == "PROPN"


def _describes(one: Chunk, other: Chunk, tokens: Tokens) -> bool:
    """True for "Ada Oduya, the foreign minister" and "the foreign minister, Ada Oduya"."""
    a, b = _is_name(one, tokens), _is_name(other, tokens)
    if a == b:
        return False
    described = other if a else one
    low = tokens.lowers[described.first]
    if tokens.tags[described.head] not in ("NOUN", "PROPN"):
        return False
    if a and low in ("the", "a", "an", "his", "her", "their", "its"):
        return True
    if (not a and low in ("the", "his", "her", "its", "their")) or described.possessor is not None:
        return True
    return a and tokens.tags[described.first] in ("PROPN", "ADJ", "NOUN") and tokens.tags[described.head] == "NOUN"


def coordinated(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """ "A, B and C" as one phrase of three conjuncts, where no verb follows that needs the last as its subject."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind != NP:
            out.append(chunk)
            index += 1
            continue
        parts, end = list(chunk.parts), index
        while True:
            joined = _join(chunks, end, tokens, subject=not _verb_before(out))
            if joined is None:
                break
            members, end = joined
            for member in members:
                parts.extend(chunks[member].parts)
        last = chunks[end].last
        out.append(chunk._replace(last=max(last, chunk.last), parts=tuple(parts)))
        index = end + 1
    return out


def _verb_before(out: list[Chunk]) -> bool:
    """True when a finite-looking verb group stands before in this clause."""
    for chunk in reversed(out):
        if chunk.kind == VG:
            return True
        if chunk.kind in (SUB, REL) or chunk.word in (";", ":"):
            return False
    return False


def _join(chunks: list[Chunk], at: int, tokens: Tokens, *, subject: bool) -> tuple[list[int], int] | None:
    """The members that a coordination adds after chunk ``at``, and where it ends; None without one."""
    members: list[int] = []
    index = at
    while index + 2 < len(chunks) and chunks[index + 1].word == "," and chunks[index + 2].kind == NP:
        members.append(index + 2)
        index += 2
    if members and index + 3 < len(chunks) and chunks[index + 1].word == "," and chunks[index + 2].kind == CONJ:
        index += 1
    if (
        index + 2 >= len(chunks)
        or chunks[index + 1].kind != CONJ
        or chunks[index + 1].word not in ("and", "or", "&", "plus")
    ):
        return None
    last = index + 2
    if chunks[last].kind == ADVERB and last + 1 < len(chunks):
        last += 1
    if chunks[last].kind != NP:
        return None
    follows = last + 1
    while follows < len(chunks) and chunks[follows].kind in (ADVERB, TIME):
        follows += 1
    if follows < len(chunks) and chunks[follows].kind == VG and not subject and _finite(chunks[follows], tokens):
        return None
    return [*members, last], last


def _finite(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a verb group that needs a subject of its own."""
    first = chunk.first
    return tokens.lowers[first] != "to" and tokens.features[first] not in ("VBG", "VBN")


_SUBORDINATING = frozenset({"after", "before", "since", "until", "till", "as", "than"})


def subordinated(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """ "before the president visits": a preposition before the subject of a finite verb is a conjunction."""
    out = list(chunks)
    for at, chunk in enumerate(chunks):
        if chunk.kind != PREP or chunk.word not in _SUBORDINATING or at + 2 >= len(chunks) or chunks[at + 1].kind != NP:
            continue
        index = at + 2
        while index + 1 < len(chunks) and chunks[index].kind == PREP and chunks[index + 1].kind == NP:
            index += 2
        while index < len(chunks) and chunks[index].kind in (ADVERB, TIME):
            index += 1
        if index < len(chunks) and chunks[index].kind == VG and _finite(chunks[index], tokens):
            out[at] = chunk._replace(kind=SUB)
    return out
