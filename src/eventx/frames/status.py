"""The status of a clause, for frames."""

from __future__ import annotations

from typing import Final

from eventx.frames.words import cues
from eventx.records import Clause, Modality, Span, Status
from eventx.resolve import status_of

_TAKING_PLACE: Final = cues("taking_place")
_COMING: Final = cues("coming")
_ARRANGED: Final = frozenset({"plan", "schedule", "slate"})


def _is_arranged(noun: Clause, governor: Clause) -> bool:
    """True for "A march is planned for Friday", "they have planned a march", not "his part in planning the march"."""
    if governor.lemma not in _ARRANGED:
        return False
    return noun.relation == "subject" or (
        noun.relation == "object" and governor.voice == "active" and governor.tense != ""
    )


def _is_to_come(noun: Clause, governor: Clause) -> bool:
    """True for "Talks will take place", "a meeting is due to begin", "there may be a meeting"."""
    if noun.relation != "subject" or governor.voice != "active":
        return False
    return governor.lemma in _TAKING_PLACE or (governor.lemma == "be" and governor.predicate.before(noun.head))


def _is_denied(clause: Clause, governor: Clause) -> bool:
    """True for "denied bombing it"; "denied involvement when questioned" denies no questioning."""
    if clause.relation == "adverbial":
        return governor.object is None and clause.voice == "active"
    return clause.relation in ("complement", "object")


def _takes_part(noun: Clause, governor: Clause) -> bool:
    """True for the talks of "is due to take part in talks"."""
    return noun.relation == "complement" and any(
        c.preposition in ("in", "at") and c.span.contains(noun.head) for c in governor.complements
    )


def _is_purpose(noun: Clause, governor: Clause) -> bool:
    """True for the talks of "will fly to Lima for talks": they lie ahead as the journey does."""
    return (
        noun.relation == "complement"
        and governor.lemma in _COMING
        and any(c.preposition == "for" and c.span.contains(noun.head) for c in governor.complements)
    )


def told_status(clause: Clause, governor: Clause | None) -> tuple[Status, Span | None]:
    """The status that the clause's modality gives, with its cue. A negated plan is denied, and so is a denied fact."""
    status = status_of(clause)
    cue = clause.cue
    if (
        clause.form == "noun"
        and clause.modality is Modality.ASSERTED
        and governor is not None
        and (
            clause.relation == "object"
            or _takes_part(clause, governor)
            or _is_to_come(clause, governor)
            or _is_purpose(clause, governor)
        )
    ):
        status = status_of(governor)
        cue = governor.cue
    if governor is not None and clause.form == "noun" and _is_arranged(clause, governor):
        return Status.PLANNED, governor.predicate
    if governor is not None and governor.lemma == "deny" and _is_denied(clause, governor):
        return Status.DENIED, governor.predicate
    if clause.negated and status in (Status.OCCURRED, Status.PLANNED, Status.PROPOSED):
        return Status.DENIED, cue or clause.predicate
    if clause.modality is Modality.CONDITIONAL and clause.source is not None and clause.relation != "adverbial":
        return Status.PLANNED, cue  # "said it would send troops"
    if clause.aspect == "progressive" and status is Status.OCCURRED and clause.tense == "present":
        return Status.ONGOING, clause.predicate
    return status, cue
