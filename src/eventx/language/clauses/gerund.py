"""Gerunds that stand where a noun does: as an object ("denied sending") or as a subject ("sending troops would be")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.clauses.draft import Draft
from eventx.language.clauses.level import Level
from eventx.language.phrases import NP, Chunk
from eventx.lexicon.cues import cues
from eventx.records import Modality

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

FOLLOWING: Final = cues("clauses", "aspectual")
_THOUGHT: Final = (Modality.CONDITIONAL, Modality.POSSIBLE, Modality.FUTURE)


def as_object(work: Assembly, draft: Draft, governor: Draft) -> None:
    """ "considered visiting", "denied sending", "stopped issuing"."""
    draft.depend(governor, "complement")
    draft.subject = governor.controller()
    modality = work.lists.governors.get(governor.lemma)
    if modality is not None and governor.lemma not in FOLLOWING:
        draft.put(modality, (governor.first, governor.last))
    else:
        draft.put(governor.modality, governor.cue)
    draft.negated = draft.negated or (governor.negated and modality in (None, Modality.PLANNED))


def as_subject(level: Level, draft: Draft) -> Chunk | None:
    """The gerund, with what belongs to it, that is the subject of the level's verb: "sending troops would be"."""
    gerund = level.last
    if gerund is not None and gerund.kind == "infinitive" and level.opener is not None and level.kind == "complement":
        gerund = gerund.governor  # "that allowing them to vote would"
    if gerund is None or gerund.kind != "gerund" or (level.fronted and level.fronted[-1].preposition == "among"):
        return None
    return told_of(gerund, draft)


def told_of(gerund: Draft, draft: Draft) -> Chunk:
    """The gerund as the phrase of which the verb tells; what "would be" so is thought of, and nobody does it."""
    if draft.modality in _THOUGHT:
        gerund.subject = None
        gerund.put(draft.modality, draft.cue)
    return Chunk(NP, gerund.start, gerund.end, gerund.head)


def opens_content(work: Assembly, draft: Draft, governor: Draft | None, introducer: Chunk) -> bool:
    """True for "said that releasing him would help": the gerund opens what is said."""
    if introducer.word != "that" or governor is None or draft.kind != "gerund":
        return False
    work.levels.append(Level("complement", governor, opener=introducer))
    draft.governor, draft.relation = governor, "complement"
    return True
