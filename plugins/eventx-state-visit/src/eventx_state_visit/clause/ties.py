"""How a noun predicate hangs on its verb: "cancelled a trip", "arrived for a visit", "said during a visit"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from attrs import frozen

from eventx import Analysis, Clause
from eventx_state_visit.clause.slots import arguments
from eventx_state_visit.lexicon import words_of

_PHRASAL: Final = frozenset({"go on", "come on", "be on", "set off on", "set out on"})  # "goes on a private visit"
_EDGES: Final = words_of("edge_nouns")


@frozen(slots=True)
class Tie:
    """The governing clause, the relation to it, and the preposition between them ("" for object and subject)."""

    governor: Clause | None = None
    relation: str = ""
    preposition: str = ""


def tie_of(clause: Clause, clauses: Sequence[Clause]) -> Tie:
    """The tie of a clause to the one that it depends on."""
    if clause.governor is None:
        return Tie()
    governor = clauses[clause.governor]
    preposition = ""
    if _is_free(governor, clauses):  # "scrapped what was to have been a trip": the object of the verb above
        above: Clause | None = governor
        while above is not None and _is_free(above, clauses):
            above = clauses[above.governor] if above.governor is not None else None
        return Tie(above, "object") if above is not None else Tie(governor, clause.relation)
    if clause.form == "noun" and clause.relation == "object" and governor.lemma in _PHRASAL:
        return Tie(governor, "complement", governor.lemma.rsplit(" ", 1)[1])
    if clause.form == "noun" and clause.relation == "object" and not _is_object(clause, governor):
        return Tie(governor, "inner", preposition)
    if clause.form == "noun" and clause.relation == "complement":
        holding = [c for c in governor.complements if c.span.contains(clause.head)]
        if not holding:  # "left after talks ahead of a visit": the noun between holds it
            nouns = (c for c in clauses if c.form == "noun" and c is not clause)
            holding = [a for c in nouns for a in c.complements if a.span.contains(clause.head)]
        held = min(holding, key=lambda c: len(c.span)) if holding else None
        preposition = held.preposition if held is not None else ""
        if held is not None and held.lemma in _EDGES and preposition in ("at", "in"):
            preposition = f"{preposition} the {held.lemma} of"
    return Tie(governor, clause.relation, preposition)


def picks(tie: Tie) -> bool:
    """ "picked Peru for his first trip", "chose Oslo as the destination of her trip"."""
    chooses = tie.governor is not None and tie.governor.lemma in _CHOOSING and tie.governor.object is not None
    return chooses and tie.preposition in ("for", "as")


_CHOOSING: Final = words_of("choosing")


def _is_free(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """ "what was", "pulled out of what would have been"."""
    if clause.lemma != "be":
        return False
    if clause.subject is not None and clause.subject.lemma == "what":
        return True
    joined = clauses[clause.governor] if clause.governor is not None and clause.relation == "coordination" else None
    return joined is not None and any(c.lemma == "what" for c in joined.complements)


def _is_object(noun: Clause, verb: Clause) -> bool:
    """False for "took advantage of his visit": the noun stands inside the object and does not head it."""
    for argument in (verb.object, verb.subject if verb.voice == "passive" else None, verb.indirect):
        if argument is None:
            continue
        if argument.head.overlaps(noun.head) or len(argument.conjuncts) > 1:
            return True
        if argument.span.contains(noun.head):
            return False
    return True


def subordinator(clause: Clause, analysis: Analysis) -> str:
    """The conjunction right before a clause, lower-cased ("when", "after"); "" without one."""
    before = analysis.text[max(0, clause.extent.start - 12) : clause.extent.start].split()
    return before[-1].lower() if before else ""


def is_of_part(noun: Clause, tie: Tie) -> bool:
    """ "The formal part of the visit starts on Monday": what begins or ends is a part of the visit."""
    subject = tie.governor.subject if tie.governor is not None and tie.relation == "subject" else None
    return subject is not None and subject.lemma in _PARTS and subject.span.contains(noun.head)


_PARTS: Final = words_of("parts_of_a_visit")


def goes_along(verb: Clause, analysis: Analysis, nouns: Container[str]) -> bool:
    """ "are also on the trip", "is along for the trip"; not "is on his trip", which may be his own."""
    if verb.lemma != "be" or verb.negated:
        return False
    trips = [a for slot in ("on", "for") for a in arguments(verb, slot) if a.lemma in nouns]
    return any(a.span.of(analysis.text).lower() == f"the {a.lemma}" for a in trips)
