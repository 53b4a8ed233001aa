"""To what a place in a clause belongs: to its predicate, or to another noun that stands nearer."""

from __future__ import annotations

from eventx import Argument, Clause
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import ABOUT
from eventx_state_visit.clause.ties import tie_of


def of_topic(clause: Clause, argument: Argument) -> bool:
    """ "talks on the occupations in Zimbabwe": a place behind what is talked about is where that takes place."""
    return any(c.preposition in ABOUT and c.span.before(argument.span) for c in clause.complements)


def of_another(scene: Scene, argument: Argument) -> bool:
    """ "cancelled his trip after a visit to Saudi Arabia": the place belongs to the visit noun that is nearer.

    So does one before the verb: "Following a visit to Rabat, the minister flew to Madrid"; and where there were talks
    before: "arrived in Georgia after talks in Baku".
    """
    clause = scene.clause
    fronted = argument.span.before(clause.predicate)
    if clause.form == "verb" and not fronted:
        return any(
            other.form == "noun"
            and other.governor is not None
            and scene.clauses[other.governor] is clause
            and scene.lexicon.tied(tie_of(other, scene.clauses).preposition) in ("before", "after")
            and any(held.span == argument.span for held in other.complements)
            for other in scene.clauses
        )
    inner = argument.preposition in ("in", "at") and clause.form == "noun"  # "a visit in response to protests in X"
    return any(
        other.form == "noun"
        and (other.lemma in scene.lexicon.nouns or (inner and other.lemma not in scene.lexicon.gatherings))
        and (fronted or clause.head.before(other.head))
        and other is not clause
        and any(held.span == argument.span for held in other.complements)
        for other in scene.clauses
    )


def of_visit_noun(scene: Scene, argument: Argument) -> bool:
    """True for a place that a visit noun between the verb and it takes as well."""
    nouns = [c for c in scene.clauses if c.form == "noun" and c.lemma in scene.lexicon.nouns]
    held = [c for c in nouns if scene.clause.predicate.before(c.head) and c.head.before(argument.span)]
    return any(a.span == argument.span for c in held for a in c.complements)
