"""Steps over the chunks of a clause that several rules take."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import ADVERB, QUOTE, TIME, Chunk
from eventx.records import Modality, Tokens


def skip_left(index: int, chunks: list[Chunk]) -> int:
    """The next chunk to the left that is no adverb, time or quote mark."""
    while index >= 0 and chunks[index].kind in (ADVERB, TIME, QUOTE):
        index -= 1
    return index


def is_finite_chunk(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a verb group that needs a subject of its own."""
    lead = chunk.first
    return tokens.lowers[lead] != "to" and tokens.features[lead] not in ("VBG", "VBN")


def share(draft: Draft, previous: Draft, tokens: Tokens) -> None:
    """ "arrived in A and met B": the subject of the verb before."""
    group, lead = draft.group, previous
    assert group is not None
    bare = (
        group.tense == "present" and draft.first == draft.head and draft.lemma.split()[0] == tokens.lowers[draft.head]
    )
    takes_over = (
        bare and lead.group is not None and (lead.group.kind == "infinitive" or lead.modality is not Modality.ASSERTED)
    )
    while not takes_over and _depends(lead, group.kind) and lead.governor is not None:
        lead = lead.governor
    if lead.subject is not None:
        draft.subject = Slot(lead.subject.chunk, via="coordination")
    draft.governor, draft.relation = lead, "coordination"
    if takes_over or (draft.modality is Modality.ASSERTED and not group.tense):
        draft.modality, draft.cue = lead.modality, lead.cue  # "will visit Rome and meet the pope"


def _depends(lead: Draft, kind: str) -> bool:
    """True for a verb that cannot be what a verb of the other kind is coordinated with."""
    return (
        lead.relation in ("complement", "purpose", "participle") and lead.group is not None and lead.group.kind != kind
    )


def controller(governor: Draft) -> Slot | None:
    """The subject of the governing verb as that of its infinitive or gerund."""
    return Slot(governor.subject.chunk, via="control") if governor.subject is not None else None
