"""Finite verb groups: the subject to the left, and how the clause is joined."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.walk import is_finite_chunk, share, skip_left
from eventx.language.phrases import ADVERB, COMMA, CONJ, NP, PREP, REL, SUB, TIME, VG, Chunk
from eventx.records import Modality, Tokens

_CONDITIONS = frozenset({"if", "unless", "whether"})
_TEMPORAL = frozenset({"when", "while", "after", "before", "as", "once", "since", "until", "till"})


def finite(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """The subject stands to the left; the chunk before it says how the clause is joined."""
    index = skip_left(draft.at - 1, chunks)
    previous = before[-1] if before else None
    if index >= 0 and chunks[index].kind == REL:
        _relative(draft, index, before, chunks)
        return
    if index >= 0 and chunks[index].kind == CONJ and previous is not None:
        share(draft, previous, tokens)
        return
    subject = _subject_index(draft.at, chunks, tokens)
    if subject is None:
        if previous is not None and previous.subject is not None and _continues(index, chunks):
            share(draft, previous, tokens)
        return
    chunk = chunks[subject]
    draft.subject = Slot(chunk)
    draft.widen(chunk.first, chunk.last)
    opener = skip_left(subject - 1, chunks)
    _opening(draft, opener, before, chunks, tokens)
    _fronted(draft, subject, chunks)


def _continues(index: int, chunks: list[Chunk]) -> bool:
    return index >= 0 and chunks[index].kind in (COMMA, CONJ)


def _relative(draft: Draft, rel: int, before: list[Draft], chunks: list[Chunk]) -> None:
    """ "who met": the antecedent is the phrase before the pronoun."""
    index = rel - 1
    while index >= 0 and chunks[index].kind in (COMMA, PREP):
        index -= 1
    if index >= 0 and chunks[index].kind == NP:
        draft.subject = Slot(chunks[index], via="relative")
    draft.relation = "relative"
    draft.governor = before[-1] if before else None


def _subject_index(at: int, chunks: list[Chunk], tokens: Tokens) -> int | None:
    """The chunk that is the subject of the verb group ``at``: the last free noun phrase to the left.

    Prepositional phrases, and what stands between commas after the subject, are passed over.
    """
    index = skip_left(at - 1, chunks)
    if index < 0:
        return None
    if chunks[index].kind == COMMA:
        return _before_insertion(index, chunks, tokens)
    while index >= 0:
        kind = chunks[index].kind
        if kind == NP:
            owner = skip_left(index - 1, chunks)
            if owner >= 0 and chunks[owner].kind == PREP and owner == index - 1:
                index = skip_left(owner - 1, chunks)
                if index >= 0 and chunks[index].kind == CONJ:
                    index = skip_left(index - 1, chunks)
                if index >= 0 and chunks[index].kind == COMMA:
                    found = _before_insertion(index, chunks, tokens)
                    return found if found is not None and _free(found, chunks) else None
                continue
            return index
        if kind == PREP and index + 1 < at and chunks[index + 1].kind == TIME:  # "on Monday"
            index = skip_left(index - 1, chunks)
            continue
        if kind == VG and not is_finite_chunk(chunks[index], tokens):
            index = skip_left(index - 1, chunks)
            continue
        return None
    return None


def _before_insertion(comma: int, chunks: list[Chunk], tokens: Tokens) -> int | None:
    """ "Putin, who visited China, said": the phrase before the opening comma of the insertion."""
    index = comma - 1
    seen = 0
    while index >= 0 and seen < 14:
        if chunks[index].kind == COMMA:
            subject = skip_left(index - 1, chunks)
            opens = chunks[index + 1].kind
            if (
                subject >= 0
                and chunks[subject].kind == NP
                and (opens in (REL, VG, PREP, NP, ADVERB, SUB) and _free(subject, chunks))
            ):
                return subject
            if subject >= 0 and chunks[subject].kind == NP and opens in (REL, VG, PREP, NP):
                return _of_preposition(subject, chunks, tokens)
        index -= 1
        seen += 1
    return None


def _free(index: int, chunks: list[Chunk]) -> bool:
    """True for a noun phrase that no preposition or verb has as its object."""
    before = skip_left(index - 1, chunks)
    return before < 0 or chunks[before].kind not in (PREP, VG)


def _of_preposition(index: int, chunks: list[Chunk], tokens: Tokens) -> int | None:
    """For "the visit by X, which ..., began": the free phrase further left."""
    at = index
    while at >= 0:
        before = skip_left(at - 1, chunks)
        if before < 0:
            return at if chunks[at].kind == NP else None
        if chunks[before].kind != PREP:
            return at if chunks[before].kind not in (VG,) and chunks[at].kind == NP else None
        at = skip_left(before - 1, chunks)
        if at < 0 or chunks[at].kind != NP:
            return None
    return None


def _opening(draft: Draft, opener: int, before: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """What stands before the subject: "if", "when", "that", a relative adverb, or the verb it is the content of."""
    if opener < 0:
        return
    chunk = chunks[opener]
    previous = before[-1] if before else None
    if chunk.kind in (SUB, PREP) and chunk.word in _CONDITIONS | _TEMPORAL | {
        "because",
        "although",
        "though",
        "whereas",
    }:
        draft.relation = "adverbial"
        draft.governor = previous
        if chunk.word in _CONDITIONS:
            draft.modality, draft.cue = Modality.CONDITIONAL, (chunk.first, chunk.last)
        elif draft.cue is None:
            draft.cue = (chunk.first, chunk.last)
    elif chunk.kind == REL:
        draft.relation, draft.governor = "relative", previous
        antecedent = opener - 1
        while antecedent >= 0 and chunks[antecedent].kind == COMMA:
            antecedent -= 1
        if antecedent >= 0 and chunks[antecedent].kind == NP:
            if chunk.word == "where":
                draft.complements.append(Slot(chunks[antecedent], "in", "relative"))
            elif chunk.word in ("which", "that", "whom"):
                draft.object = Slot(chunks[antecedent], "", "relative")
    elif (chunk.kind == SUB and chunk.word == "that" and previous is not None) or (
        chunk.kind == VG and previous is not None and chunk.first == previous.first
    ):
        draft.relation, draft.governor = "complement", previous


def _fronted(draft: Draft, subject: int, chunks: list[Chunk]) -> None:
    """ "In Cairo, Kishida will meet ...": prepositional phrases at the start of the clause."""
    index = subject - 1
    if index >= 0 and chunks[index].kind == COMMA:
        index -= 1
    while index >= 0 and chunks[index].kind in (NP, TIME, PREP, ADVERB):
        if chunks[index].kind == NP and (index == 0 or chunks[index - 1].kind != PREP):
            return
        if chunks[index].kind == PREP and index + 1 < len(chunks) and chunks[index + 1].kind == NP:
            draft.complements.append(Slot(chunks[index + 1], chunks[index].word))
            draft.widen(chunks[index].first, chunks[index].first)
        elif chunks[index].kind == TIME:
            draft.widen(chunks[index].first, chunks[index].last)
        index -= 1
