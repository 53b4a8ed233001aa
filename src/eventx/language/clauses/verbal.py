"""Verb clauses: a draft for each verb group, related to the others and filled."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.finite import finite
from eventx.language.clauses.infinitive import infinitive
from eventx.language.clauses.participle import participle
from eventx.language.clauses.predicate import verb_group
from eventx.language.clauses.right import fill_right
from eventx.language.phrases import VG, Chunk
from eventx.records import Tokens


def verb_drafts(chunks: list[Chunk], tokens: Tokens, *, headline: bool) -> list[Draft]:
    """A draft for each verb group, with its arguments."""
    drafts: list[Draft] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == VG:
            group = verb_group(chunks, at, tokens)
            drafts.append(
                Draft(
                    at=at,
                    first=group.first,
                    last=group.last,
                    head=group.head,
                    lemma=group.lemma,
                    group=group,
                    modality=group.modality,
                    cue=group.cue,
                    negated=group.negated,
                )
            )
    for number, draft in enumerate(drafts):
        before = drafts[:number]
        _relate(draft, before, chunks, tokens, headline)
        fill_right(draft, chunks, tokens)
    for draft in drafts:
        if draft.subject is None and draft.relation in ("participle", "adverbial") and draft.governor is not None:
            governing = draft.governor.subject
            if governing is not None:
                via = "participle" if draft.relation == "participle" else "control"
                draft.subject = Slot(governing.chunk, via=via)
    return drafts


def _relate(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens, headline: bool) -> None:
    """Subject, governor and relation of a verb group."""
    group = draft.group
    assert group is not None
    if group.kind == "infinitive":
        infinitive(draft, before, chunks, tokens, headline)
    elif group.kind in ("gerund", "participle"):
        participle(draft, before, chunks, tokens)
    else:
        finite(draft, before, chunks, tokens)
