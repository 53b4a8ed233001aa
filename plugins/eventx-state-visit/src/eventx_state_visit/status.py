"""The status of a visit: from the clause, its governor, and the dates."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from eventx import Clause, DateRange, Modality, Precision, Span, Status

_BY_MODALITY = {
    Modality.FUTURE: Status.PLANNED,
    Modality.PLANNED: Status.PLANNED,
    Modality.AGREED: Status.PLANNED,
    Modality.POSSIBLE: Status.PROPOSED,
    Modality.DESIRED: Status.PROPOSED,
    Modality.REQUIRED: Status.PROPOSED,
    Modality.CONDITIONAL: Status.PROPOSED,
    Modality.THREATENED: Status.PROPOSED,
    Modality.REFUSED: Status.DENIED,
    Modality.DENIED: Status.DENIED,
    Modality.FAILED: Status.CANCELLED,
    Modality.CANCELLED: Status.CANCELLED,
    Modality.POSTPONED: Status.POSTPONED,
}


@frozen(slots=True)
class Reading:
    """A status with its cue; ``over`` is set where the text says that the visit has ended."""

    status: Status
    cue: Span | None = None
    over: bool = False


def of_verb(clause: Clause, preset: str) -> Reading | None:
    """The status that a verb clause gives; None for a visit that is said not to have taken place at all."""
    status = _BY_MODALITY.get(clause.modality)
    if clause.negated:
        if status in (Status.PLANNED, Status.PROPOSED):
            return Reading(Status.DENIED, clause.cue or clause.predicate)
        if status is None:
            return None
    if preset == "proposed" and status in (None, Status.PLANNED, Status.PROPOSED):
        return Reading(Status.PROPOSED, clause.predicate)
    if status is not None:
        return Reading(status, clause.cue)
    if clause.relation == "adverbial" and clause.tense == "present" and clause.cue is not None and not clause.headline:
        return Reading(Status.PLANNED, clause.cue)  # "before he visits", "when he travels to"
    if clause.aspect == "progressive" and clause.tense != "past":
        return Reading(Status.ONGOING, clause.predicate)
    if preset:
        return Reading(Status(preset))
    return Reading(Status.OCCURRED, over=clause.tense == "past")


def of_noun(noun: Clause, governor: Clause | None, carriers: dict[str, str], ended: frozenset[str]) -> Reading | None:
    """The status of "visit" as a noun, by the verb that carries it ("cancelled his visit")."""
    own = _BY_MODALITY.get(noun.modality)
    if governor is None or noun.relation not in ("object", "subject", "complement", "purpose"):
        if own is not None and not noun.negated:
            return Reading(own, noun.cue)
        return Reading(Status.OCCURRED)
    kind = carriers.get(governor.lemma, "")
    verb = of_verb(governor, "")
    if noun.relation in ("complement", "purpose"):
        # "said during a visit", "after a visit": the noun has the time of its verb, not its modality.
        ahead = verb is not None and verb.status is Status.PLANNED
        return Reading(Status.PLANNED, governor.cue) if ahead and verb else Reading(own or Status.OCCURRED, noun.cue)
    if verb is None:
        return Reading(Status.DENIED, governor.predicate) if kind in ("occurred", "planned", "proposed") else None
    if kind in ("cancelled", "postponed", "denied"):
        if governor.modality in (Modality.POSSIBLE, Modality.CONDITIONAL, Modality.THREATENED) or governor.negated:
            return Reading(Status.PLANNED, governor.predicate)
        return Reading(Status(kind), governor.predicate)
    if kind in ("planned", "proposed") and noun.relation == "object":
        return Reading(Status(kind), governor.predicate)
    if verb.status in (Status.OCCURRED, Status.ONGOING) and own is not None:
        return Reading(own, noun.cue)
    if kind == "ongoing" and verb.status is Status.OCCURRED:
        return Reading(Status.ONGOING, governor.predicate)
    over = governor.lemma in ended and verb.status is Status.OCCURRED
    return Reading(verb.status, verb.cue or governor.predicate, over=over)


def settle(reading: Reading, dates: DateRange | None, published: date | None) -> Status:
    """The status once the dates are known: what lies ahead is planned, what is over has occurred."""
    status = reading.status
    if dates is None or published is None or status not in (Status.OCCURRED, Status.ONGOING):
        return status
    if dates.start and dates.start > published and dates.precision is Precision.DAY:
        return Status.PLANNED
    if dates.end and dates.end < published:
        return Status.OCCURRED
    if status is Status.OCCURRED and not reading.over and dates.start == published and dates.end is None:
        return Status.ONGOING
    if status is Status.OCCURRED and not reading.over and dates.contains(published) and (dates.days or 0) > 1:
        return Status.ONGOING if dates.precision is Precision.DAY else status
    return status
