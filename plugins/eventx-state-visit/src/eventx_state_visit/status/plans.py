"""Plans around a clause: what lies ahead with the verb above it, what had been planned and did not come about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx import Clause, Modality, Span
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.ties import subordinator


def lies_ahead(governor: Clause | None, scene: Scene) -> bool:
    """ "is to travel on before concluding the trip": what stands behind "before" has not happened yet.

    It may have where the sentence tells what happened: "was in Kenya before going to Sudan".
    """
    if governor is None or governor.tense or governor.form != "verb":
        return False
    above = scene.clauses[governor.governor] if governor.governor is not None else None
    if governor.relation == "coordination" and above is not None:  # "before chairing it and flying on"
        return lies_ahead(above, scene)
    told = above is not None and above.tense == "past" and above.modality is Modality.ASSERTED
    return not told and stands_before(governor, scene)


def plan_beside(scene: Scene) -> Span | None:
    """The words of the plan that a participle behind it is part of: "will extend his tour, flying to Tokyo"."""
    clause, governor = scene.clause, scene.tie.governor
    if clause.relation == "coordination" and governor is not None and governor.relation == "participle":
        above = governor.governor  # "starting in Seoul and finishing in Tokyo"
        clause, governor = governor, scene.clauses[above] if above is not None else None
    if clause.relation != "participle" or clause.tense or governor is None or clause.head.before(governor.head):
        return None
    return _plan_before(clause, governor, scene)


def plan_of(clause: Clause | None, scene: Scene) -> Span | None:
    """The words that put a clause ahead: its own, or those of the verb that it goes on from as a participle."""
    if clause is None:
        return None
    if clause.modality in (Modality.FUTURE, Modality.PLANNED):
        return clause.cue or clause.predicate
    above = scene.clauses[clause.governor] if clause.governor is not None else None
    if clause.relation != "participle" or clause.tense or above is None:
        return None
    return _plan_before(clause, above, scene)


def _plan_before(clause: Clause, governor: Clause, scene: Scene) -> Span | None:
    """The words of a plan that stands before a clause, in the governing verb or its content."""
    verbs = (c for c in _with_content(governor, scene) if c is governor or c.head.before(clause.head))
    plan = next((c for c in verbs if c.modality in (Modality.FUTURE, Modality.PLANNED)), None)
    return (plan.cue or plan.predicate) if plan is not None and plan.form == "verb" else None


def stands_before(clause: Clause, scene: Scene) -> bool:
    """True for a clause without a tense behind "before"."""
    return not clause.tense and clause.relation == "adverbial" and subordinator(clause, scene.analysis) == "before"


def is_likely(scene: Scene) -> bool:
    """ "should be in Lima on Tuesday", "should arrive by noon": what will be, by all that is known."""
    clause = scene.clause
    coming = clause.lemma in ("be", "land", *scene.lexicon.verbs_of("arrive"))
    ahead = clause.modality is Modality.REQUIRED and not clause.negated
    return coming and ahead and "should" in scene.words(clause.predicate)


def precedes_plan(scene: Scene) -> bool:
    """ "After visiting Paris this week, he will fly on": a stop before one to come; its dates tell if it is over."""
    clause, governor = scene.clause, scene.tie.governor
    if clause.tense or clause.relation != "adverbial" or governor is None:
        return False
    if scene.subordinator != "after":
        return False
    ahead = (Modality.FUTURE, Modality.PLANNED, Modality.DESIRED)
    return any(verb.modality in ahead for verb in _with_content(governor, scene))


def _with_content(verb: Clause, scene: Scene) -> Iterator[Clause]:
    """A verb and what it governs as its content: "is expected" and "to go"."""
    at = scene.clauses.index(verb)
    yield verb
    yield from (c for c in scene.clauses if c.governor == at and c.relation == "complement")


def thwarted(clause: Clause | None, clauses: Sequence[Clause]) -> bool:
    """True for a plan of the past: "had been due to spend a week there", "was to have visited Cuba"."""
    if clause is None or clause.governor is None or clause.relation not in ("complement", "coordination"):
        return False
    above = clauses[clause.governor]
    if clause.relation == "coordination":  # "had been scheduled to meet them and to be in Tashkent"
        return not clause.tense and thwarted(above, clauses)
    if above.tense != "past" or clause.tense in ("future", "present") or clause.modality is Modality.REQUIRED:
        return False  # "had announced that he will attend", "had told aides to prepare"
    return above.aspect == "perfect" or (above.lemma == "be" and clause.aspect == "perfect")


def had_been_due(scene: Scene) -> bool:
    """ "The visit had been due to begin on Sunday": a plan of the past, with the noun as its subject."""
    verb = scene.tie.governor
    due = verb is not None and scene.tie.relation == "subject" and verb.lemma == "be due"
    return due and verb is not None and (verb.tense, verb.aspect) == ("past", "perfect")
