"""Participles and gerunds: reduced relatives, adverbials and complements."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.walk import controller, share, skip_left
from eventx.language.phrases import ADVERB, COMMA, CONJ, NP, PREP, QUOTE, SUB, TIME, VG, Chunk
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens


def participle(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """ "officials visiting Kenya", ", confirming", "after meeting", "Visiting Kenya, Obama said"."""
    lists = load_predicates()
    index = skip_left(draft.at - 1, chunks)
    previous = before[-1] if before else None
    draft.relation, draft.governor = "participle", previous
    if index < 0:
        draft.governor = None
        draft.subject = main_subject(draft.at, chunks)
        return
    chunk = chunks[index]
    if (
        chunk.kind == NP
        and index == draft.at - 1
        and not (previous is not None and previous.lemma in ("spend", "keep") and previous.object is None)
    ):
        draft.subject = Slot(chunk, via="participle")
        return
    if chunk.kind in (PREP, SUB):
        draft.relation = "adverbial"
        draft.cue = draft.cue or (chunk.first, chunk.last)
        if previous is None:
            draft.subject = main_subject(draft.at, chunks)
        elif previous.subject is not None:
            draft.subject = Slot(previous.subject.chunk, via="control")
        if previous is not None and chunk.word in ("from", "of"):
            modality = lists.governors.get(previous.lemma)
            if modality is not None:
                draft.modality, draft.relation = modality, "complement"
                draft.cue = (previous.first, chunk.last)
                if previous.lemma in lists.object_control and previous.object is not None:
                    draft.subject = Slot(previous.object.chunk, via="control")
                elif previous.group is not None and previous.group.voice == "passive":
                    draft.subject = controller(previous)
        return
    if chunk.kind == VG and previous is not None and draft.group is not None and draft.group.kind == "gerund":
        draft.relation = "complement"  # "considered visiting", "denied sending"
        draft.subject = controller(previous)
        modality = lists.governors.get(previous.lemma)
        draft.modality, draft.cue = (
            (modality, (previous.first, previous.last)) if modality else (previous.modality, previous.cue)
        )
        return
    if chunk.kind == CONJ and previous is not None:
        share(draft, previous, tokens)
        return
    if previous is not None:
        lead = previous
        while lead.relation in ("complement", "purpose") and lead.governor is not None:
            lead = lead.governor
        draft.governor = lead
        if lead.subject is not None:
            draft.subject = Slot(lead.subject.chunk, via="participle")
    else:
        draft.subject = main_subject(draft.at, chunks)


def main_subject(at: int, chunks: list[Chunk]) -> Slot | None:
    """The first free noun phrase after a comma: "Visiting Kenya, Obama said"; or the one that an insertion follows."""
    if len(chunks) > 1 and chunks[0].kind == NP and chunks[1].kind == COMMA and at > 1:
        return Slot(chunks[0], via="participle")
    for index in range(at + 1, len(chunks) - 1):
        if chunks[index].kind == COMMA:
            after = index + 1
            while after < len(chunks) and chunks[after].kind in (ADVERB, TIME, QUOTE):
                after += 1
            if after < len(chunks) and chunks[after].kind == NP:
                return Slot(chunks[after], via="participle")
    return None
