"""Who goes along from another country: "was in Chad with Danish Foreign Minister X"; and who a party is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from eventx import Argument, Clause, Mention, MentionKind
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations import NUMBERS, place_of
from eventx_state_visit.refusals import at_the_post
from eventx_state_visit.scene import Scene
from eventx_state_visit.slots import WITH, arguments, country_of, heads, may_travel

_GOING: Final = frozenset({"visit", "travel", "arrive", "stay", "spend", "enter", "presence", "return"})  # rules
_PERSONS: Final = (MentionKind.PERSON, MentionKind.OFFICE)


def with_fellows(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """The claim, and one for each officeholder of a third country with whom the visitors go."""
    yield claim
    if claim.rule not in _GOING or claim.noun or not (claim.visitors and claim.country):
        return
    known = {country_of(m) for m in claim.visitors}
    for fellow in _beside(scene):
        country = country_of(fellow)
        if country is None or country in known or country == claim.country or at_the_post(scene, [fellow]):
            continue
        known.add(country)
        yield evolve(claim, visitors=(fellow,), hosts=(), confidence=claim.confidence - 0.1)


def _beside(scene: Scene) -> Iterator[Mention]:
    """The persons behind "with" and its like, where no other act stands between: "for talks with" names a host."""
    clause = scene.clause
    for slot in WITH:
        for argument in arguments(clause, slot):
            if not argument.via and not _of_other(clause, argument, scene) and _follows_place(slot, argument, scene):
                yield from (m for m in heads(argument, scene.mentions) if m.kind in _PERSONS and may_travel(m))


def _of_other(clause: Clause, argument: Argument, scene: Scene) -> bool:
    """ "travelled to Oslo for talks with", "to meet with": what "with" rather belongs to."""
    between = (c for c in scene.clauses if c is not clause and clause.predicate.before(c.head))
    return any(c.head.before(argument.span) for c in between)


def _follows_place(slot: str, argument: Argument, scene: Scene) -> bool:
    """True where "with" stands right behind the verb, a place or a time: not "at odds with", "in a row with"."""
    text = scene.analysis.text
    if _IN_MIND.match(text, argument.span.end):
        return False
    near = max(0, argument.span.start - _NEAR)
    before = text[near : argument.span.start].rstrip()
    if not before.lower().endswith(slot):
        return False
    end = near + len(before.removesuffix(before[-len(slot) :]).rstrip(" ,"))
    ends = {m.span.end for m in scene.mentions if place_of(m) is not None}
    ends |= {t.span.end for t in scene.analysis.times(scene.clause.sentence)} | {scene.clause.predicate.end}
    return end in ends


_NEAR: Final = 24  # characters of ", together with the "
_IN_MIND: Final = re.compile(r"\s+(?:in mind|at odds|on the phone)\b")


def named_next(scene: Scene) -> list[Mention]:
    """Who arrived, in "The presidents of four states arrived in Oslo. A of B, C of D, E of F and G of H spoke there".

    As many as the first sentence counts must act in the next one; whoever acts together with them is there as well.
    """
    subject, following = scene.clause.subject, scene.clause.sentence + 1
    if subject is None or following >= len(scene.analysis.sentences):
        return []
    counted = COUNT.search(subject.span.of(scene.analysis.text))
    acting = next((c for c in scene.analysis.clauses(following) if c.form == "verb" and c.tense), None)
    if counted is None or acting is None or acting.subject is None or acting.negated:
        return []
    mentions = scene.analysis.mentions(following)
    named = [m for m in heads(acting.subject, mentions) if m.kind in _PERSONS and may_travel(m)]
    if len(named) != NUMBERS[counted[1].lower()] or len(acting.subject.conjuncts) != len(named):
        return []
    if acting.lemma not in scene.lexicon.placing:
        return named
    joined = [m for slot in WITH[1:] for a in arguments(acting, slot) for m in heads(a, mentions)]
    return [*named, *(m for m in joined if m.kind in _PERSONS and may_travel(m))]


# "Four presidents", "The presidents of four states"; not "The two leaders", who were told before.
COUNT: Final = re.compile(r"(?i)(?:^|\bof )(two|three|four|five|six|seven|eight)\b")
