"""Infinitives: complements, purposes, and the headline's future."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.walk import controller, skip_left
from eventx.language.phrases import NP, Chunk
from eventx.lexicon.predicates import load_predicates
from eventx.records import Modality, Tokens


def infinitive(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens, headline: bool) -> None:
    """ "plans to visit", "urged Kim to visit", "plans for X to visit", the headline's "X to visit"."""
    lists = load_predicates()
    governor = before[-1] if before else None
    index = skip_left(draft.at - 1, chunks)
    noun = chunks[index] if index >= 0 and chunks[index].kind == NP else None
    if noun is not None:
        lemma = tokens.lemmas[noun.head]
        modality = lists.governors.get(lemma)
        if modality is not None and tokens.tags[noun.head] == "NOUN":
            draft.modality, draft.cue = modality, (noun.head, draft.first)
            draft.relation, draft.governor = "complement", governor
            draft.subject = _possessor(noun) or (
                Slot(governor.subject.chunk, via="control") if governor and governor.subject else None
            )
            return
    if governor is None:
        if noun is not None:
            draft.subject = Slot(noun)
            draft.modality, draft.cue = Modality.FUTURE, (draft.first, draft.first)
            draft.widen(noun.first, noun.last)
        return
    distance = index - governor.at
    draft.governor = governor
    direct = distance <= 0 or (distance == 1 and chunks[index].first == governor.last)
    base = governor.lemma.removeprefix("be ")
    object_control = base in lists.object_control and noun is not None and not direct
    if headline and noun is not None and governor.group is not None and _starts_clause(index, chunks):
        draft.subject, draft.governor = Slot(noun), None
        draft.modality, draft.cue = Modality.FUTURE, (draft.first, draft.first)
        return
    modality = _chained(governor, base)
    if direct:
        draft.relation = "complement"
        draft.subject = controller(governor)
        if modality is not None:
            draft.modality = modality
            draft.cue = (governor.first, draft.first)
        else:
            draft.modality, draft.cue = governor.modality, governor.cue
        draft.negated = draft.negated or (governor.negated and modality in (None, Modality.PLANNED, Modality.FUTURE))
        return
    if object_control and noun is not None:
        draft.relation, draft.subject = "complement", Slot(noun, via="control")
        draft.modality, draft.cue = modality or governor.modality, (governor.first, governor.last)
        return
    draft.relation, draft.subject = "purpose", controller(governor)
    if (
        modality in (Modality.PLANNED, Modality.AGREED)
        and governor.group is not None
        and governor.group.voice == "passive"
    ):
        draft.modality, draft.cue = modality, (governor.first, governor.last)
    elif governor.modality is not Modality.ASSERTED:
        draft.modality, draft.cue = governor.modality, governor.cue
    elif _ahead(governor):
        draft.modality, draft.cue = Modality.FUTURE, (draft.first, draft.first)


def _starts_clause(index: int, chunks: list[Chunk]) -> bool:
    before = index - 1
    return before >= 0 and chunks[before].word in (";", ":", ",")


def _ahead(governor: Draft) -> bool:
    """The purpose of a journey under way still lies ahead: "is flying to Rome to meet"."""
    return governor.group is not None and governor.group.aspect == "progressive"


def _chained(governor: Draft, base: str) -> Modality | None:
    """The modality that a governing verb gives, weighed with its own ("may agree to" is possible)."""
    lists = load_predicates()
    if base == "go" and governor.group is not None and governor.group.aspect == "progressive":
        return Modality.FUTURE
    modality = lists.governors.get(base)
    if governor.group is not None and governor.group.copula and governor.modality is Modality.FUTURE:
        return Modality.FUTURE
    if modality is None:
        return None
    if base in ("ask", "invite", "urge") and governor.group is not None and governor.group.voice == "passive":
        return Modality.REQUIRED
    if governor.negated and modality in (Modality.AGREED, Modality.DESIRED):
        return Modality.REFUSED
    if governor.modality in (Modality.POSSIBLE, Modality.CONDITIONAL) and modality in (
        Modality.PLANNED,
        Modality.AGREED,
    ):
        return governor.modality
    return modality


def _possessor(noun: Chunk) -> Slot | None:
    if noun.possessor is None:
        return None
    first, last = noun.possessor
    return Slot(Chunk(NP, first, last, last, parts=((first, last, last),)), "'s", "possessive")
