"""Whom a clause is attributed to: "X said that ...", "..., X said", "according to X"."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import NP, PREP, Chunk
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens


def attribute(drafts: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """Give each content clause its source, and its reporting verb as governor where it has none."""
    speech = load_predicates().speech
    reporting = [d for d in drafts if d.form == "verb" and d.lemma in speech and d.subject is not None]
    for verb in reporting:
        trailing = _trails(verb, drafts, tokens)
        for draft in drafts:
            if draft is verb or draft.source is not None:
                continue
            inside = draft.head < verb.first if trailing else draft.head > verb.last
            if (
                inside
                and verb.subject is not None
                and not (
                    draft.subject and draft.subject.chunk == verb.subject.chunk and trailing and draft.lemma in speech
                )
            ):
                draft.source = Slot(verb.subject.chunk)
                if draft.governor is None and draft.form == "verb":
                    draft.governor, draft.relation = verb, "complement"
    if not reporting:
        _according(drafts, chunks)


def _trails(verb: Draft, drafts: list[Draft], tokens: Tokens) -> bool:
    """True for ", X said" after its content."""
    first = min(verb.first, verb.subject.chunk.first if verb.subject else verb.first)
    before = first - 1
    while before >= 0 and tokens.lowers[before] in ('"', "”", "“", "'", "’"):
        before -= 1
    if before < 0 or tokens.lowers[before] != ",":
        return False
    return any(d.form == "verb" and d.head < first for d in drafts)


def _according(drafts: list[Draft], chunks: list[Chunk]) -> None:
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.kind == PREP and chunk.word == "according to" and chunks[at + 1].kind == NP:
            for draft in drafts:
                draft.source = draft.source or Slot(chunks[at + 1])
