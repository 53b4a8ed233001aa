"""Whether a visit is under way while something else is told: "Straw, visiting Beijing, said", "comes as X visits"."""

from __future__ import annotations

from eventx import Modality
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.ties import subordinator
from eventx_state_visit.lexicon import Pattern


def is_meanwhile(scene: Scene, pattern: Pattern) -> bool:
    """ "Straw, visiting Beijing, said", "was traveling to Turkey": what somebody is doing while something is told."""
    clause = scene.clause
    if clause.voice != "active":
        return False
    if pattern.name == "travel":
        return clause.aspect == "progressive" and clause.tense == "past"
    aside = pattern.name == "visit" and clause.relation == "participle" and not clause.tense
    return aside and stands_aside(scene)


def goes_on_beside(scene: Scene) -> bool:
    """ "The launch comes as Tillerson visits China": while it is told."""
    clause = scene.clause
    now = clause.tense == "present" and clause.relation == "adverbial" and clause.modality is Modality.ASSERTED
    return now and subordinator(clause, scene.analysis) in ("as", "while")


def is_until_now(scene: Scene) -> bool:
    """ "has spent much of this month in Aden", "has spent the past two days there": what is spent goes on."""
    taken, published = scene.clause.object, scene.analysis.document.published
    lasting = scene.clause.tense == "present" and scene.clause.aspect == "perfect"
    if taken is None or published is None or not lasting:
        return False
    told = (t for t in scene.analysis.times(scene.clause.sentence) if taken.span.overlaps(t.span))
    return any(t.start and t.end and t.start <= published <= t.end for t in told)


def stands_aside(scene: Scene) -> bool:
    """True for what is told of the subject between it and its verb, which tells of the past."""
    verbs = [c for c in scene.clauses if c.form == "verb" and c.tense == "past" and not c.relation and c.subject]
    head = scene.clause.head
    return any(c.subject is not None and c.subject.span.before(head) and head.before(c.predicate) for c in verbs)
