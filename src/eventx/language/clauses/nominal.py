"""Noun predicates: "Putin's visit to Pyongyang", "talks between A and B", "launched an attack on C"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import ADVERB, COMMA, CONJ, NP, PREP, TIME, Chunk
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import load_words
from eventx.records import Modality, Tokens

_CONTROLLED = frozenset(
    {
        "on",
        "for",
        "during",
        "after",
        "before",
        "from",
        "in",
        "at",
        "following",
        "ahead of",
        "with",
        "by",
        "to",
        "as part of",
        "including",
        "of",
        "about",
        "despite",
    }
)
_STATUS = frozenset({Modality.CANCELLED, Modality.POSTPONED, Modality.REFUSED, Modality.DENIED, Modality.THREATENED})


def noun_drafts(chunks: list[Chunk], tokens: Tokens, verbs: list[Draft]) -> list[Draft]:
    """A draft for each noun phrase (or conjunct of one) that names an event."""
    events = load_predicates().events
    drafts: list[Draft] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind != NP:
            continue
        for first, last, head in _heads(chunk, tokens):
            lemma = tokens.lemmas[head]
            name = _event(tokens, head, lemma, events)
            if name:
                drafts.append(_draft(at, chunk, first, last, head, name, chunks, tokens, verbs))
    return drafts


def _event(tokens: Tokens, head: int, lemma: str, events: frozenset[str]) -> str:
    """The event noun at the head, or ""; a capitalised one ("a State Visit") counts after a modifier."""
    low, tag = tokens.lowers[head], tokens.tags[head]
    if tag == "NOUN":
        return lemma if lemma in events else low if low in events else ""
    if tag == "PROPN" and head and tokens.tags[head - 1] in ("PROPN", "ADJ", "DET", "NOUN", "PART"):
        form = load_words().open.get(low)
        noun = form.noun if form else low
        return noun if noun in events else ""
    return ""


def _heads(chunk: Chunk, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """The heads of the phrase and of the "of" phrases in it: "the end of a visit" holds two nouns."""
    for first, last, head in chunk.parts:
        yield first, last, head
        start = head + 1
        for index in range(head + 1, last + 1):
            if tokens.lowers[index] == "of":
                start = index + 1
            ends = index == last or tokens.lowers[index + 1] in ("of", "and", ",")
            if start > head + 1 and ends and tokens.tags[index] in ("NOUN", "PROPN") and index > head:
                yield start, last, index


def _draft(
    at: int,
    chunk: Chunk,
    first: int,
    last: int,
    head: int,
    lemma: str,
    chunks: list[Chunk],
    tokens: Tokens,
    verbs: list[Draft],
) -> Draft:
    draft = Draft(at=at, first=head, last=head, head=head, lemma=lemma, form="noun")
    draft.widen(first, last)
    _inner(draft, chunk, first, last, head, tokens)
    _fill_right(draft, at, chunks)
    _govern(draft, at, chunk, chunks, verbs)
    _subject(draft, chunks[at - 1].word if at and chunks[at - 1].kind == PREP else "")
    return draft


def _inner(draft: Draft, chunk: Chunk, first: int, last: int, head: int, tokens: Tokens) -> None:
    """The possessor in the phrase, and its "of" complement."""
    possessor = _possessor_before(first, head, tokens)
    if possessor is not None:
        start, end = possessor
        draft.subject = Slot(Chunk(NP, start, end, end, parts=((start, end, end),)), "'s", "possessive")
    if head + 2 <= last and tokens.lowers[head + 1] == "of":
        inner_last = last
        inner_head = next((i for i in range(head + 2, last + 1) if i == last or tokens.lowers[i + 1] in ("of",)), last)
        draft.complements.append(
            Slot(Chunk(NP, head + 2, inner_last, inner_head, parts=((head + 2, inner_last, inner_head),)), "of")
        )


def _possessor_before(first: int, head: int, tokens: Tokens) -> tuple[int, int] | None:
    """The last possessor before the head inside the phrase."""
    for index in range(head - 1, first - 1, -1):
        if tokens.tags[index] == "PART" and tokens.lowers[index] in ("'s", "’s", "'", "’") and index > first:
            return first, index - 1
        if tokens.tags[index] == "PRON" and tokens.lowers[index] in (
            "my",
            "your",
            "his",
            "her",
            "its",
            "our",
            "their",
            "whose",
        ):
            return index, index
    return None


def _fill_right(draft: Draft, at: int, chunks: list[Chunk]) -> None:
    """The prepositional phrases right after the noun, in a chain."""
    index = at + 1
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind in (TIME, ADVERB):
            draft.widen(chunk.first, chunk.last)
        elif chunk.kind == PREP and index + 1 < len(chunks) and chunks[index + 1].kind in (NP, TIME):
            target = chunks[index + 1]
            if target.kind == NP:
                draft.complements.append(Slot(target, chunk.word))
            draft.widen(chunk.first, target.last)
            index += 1
        elif (chunk.kind == CONJ and index + 2 < len(chunks) and chunks[index + 1].kind == PREP) or (
            chunk.kind == COMMA and chunk.word == "," and index + 1 < len(chunks) and chunks[index + 1].kind == TIME
        ):
            pass
        else:
            return
        index += 1


def _govern(draft: Draft, at: int, chunk: Chunk, chunks: list[Chunk], verbs: list[Draft]) -> None:
    """The verb that has the noun's phrase as object, subject or complement."""
    lists = load_predicates()
    for verb in verbs:
        relation = _relation(verb, chunk)
        if relation:
            draft.governor, draft.relation = verb, relation
            break
    else:
        before = [v for v in verbs if v.head < chunk.first]
        if at > 0 and chunks[at - 1].kind == PREP and before:
            draft.governor, draft.relation = before[-1], "complement"
    governor = draft.governor
    if governor is None:
        return
    draft.negated = governor.negated and draft.relation == "object" and governor.lemma in lists.light
    modality = lists.governors.get(governor.lemma)
    if draft.relation == "object" and modality in _STATUS and governor.modality is Modality.ASSERTED:
        draft.modality, draft.cue = modality, (governor.first, governor.last)
    elif draft.relation == "object" and governor.lemma in lists.light:
        draft.modality, draft.cue = governor.modality, governor.cue
    passive = governor.group is not None and governor.group.voice == "passive"
    if draft.relation == "subject" and passive and modality in _STATUS:
        draft.modality, draft.cue = modality, (governor.first, governor.last)


def _relation(verb: Draft, chunk: Chunk) -> str:
    if verb.object is not None and verb.object.chunk == chunk and not verb.object.via:
        return "object"
    if verb.subject is not None and verb.subject.chunk == chunk and not verb.subject.via:
        return "subject"
    if any(s.chunk == chunk for s in verb.complements):
        return "complement"
    return ""


def _subject(draft: Draft, preposition: str) -> None:
    """Who does it: the possessor; else the "by" phrase; else the subject of the verb that carries the noun."""
    if draft.subject is not None:
        return
    agent = next((s for s in draft.complements if s.preposition == "by"), None)
    if agent is not None:
        draft.subject = Slot(agent.chunk, "by")
        return
    verb = draft.governor
    if verb is None or verb.subject is None or (verb.group is not None and verb.group.voice == "passive"):
        return
    carried = draft.relation == "object" and verb.lemma in load_predicates().light
    if carried or (draft.relation == "complement" and preposition in _CONTROLLED):
        draft.subject = Slot(verb.subject.chunk, via="control")
