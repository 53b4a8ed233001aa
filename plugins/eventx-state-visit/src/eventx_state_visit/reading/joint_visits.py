"""Who of a third country travels in the same clause: "flew in with the Polish foreign minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from eventx import Argument, Clause, Mention
from eventx.resolve import place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import WITH, arguments, heads
from eventx_state_visit.parties import PERSONS, country_of, keys_of, may_travel
from eventx_state_visit.visitors.posts import at_the_post

# Rules of visits on which somebody from a third country may go along.
_TRAVEL_RULES: Final = frozenset({"visit", "travel", "arrive", "stay", "spend", "enter", "presence", "return"})


def with_foreign_companions(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """The claim, and one for each officeholder of a third country with whom the visitors go."""
    if claim.rule not in _TRAVEL_RULES or claim.noun or not (claim.visitors and claim.country):
        yield claim
        return
    going, keys = list(_going_with(scene)), claim.keys
    own = [m for m in going if country_of(m) == claim.origin and not keys & set(keys_of([m]))]
    yield evolve(claim, visitors=(*claim.visitors, *own))  # "flew in with her defence minister, X"
    known = {country_of(m) for m in claim.visitors}
    for companion in going:
        country = country_of(companion)
        if country is None or country in known or country == claim.country or at_the_post(scene, [companion]):
            continue
        known.add(country)
        yield evolve(claim, visitors=(companion,), hosts=(), confidence=claim.confidence - 0.1)


def _going_with(scene: Scene) -> Iterator[Mention]:
    """The persons behind "with" and its like, where no other act stands between: "for talks with" names a host."""
    clause = scene.clause
    for slot in WITH:
        for argument in arguments(clause, slot):
            if not argument.via and not _of_other(clause, argument, scene) and _follows_place(slot, argument, scene):
                yield from (m for m in heads(argument, scene.mentions) if m.kind in PERSONS and may_travel(m))


def _of_other(clause: Clause, argument: Argument, scene: Scene) -> bool:
    """ "travelled to Oslo for talks with", "to meet with": what "with" rather belongs to."""
    between = (c for c in scene.clauses if c is not clause and clause.predicate.before(c.head))
    return any(c.head.before(argument.span) for c in between)


def _follows_place(slot: str, argument: Argument, scene: Scene) -> bool:
    """True where "with" stands right behind the verb, a place or a time: not "at odds with", "in a row with"."""
    text = scene.analysis.text
    if _IN_MIND.match(text, argument.span.end):
        return False
    near = max(0, argument.span.start - _LINKING)
    before = text[near : argument.span.start].rstrip()
    if not before.lower().endswith(slot):
        return False
    end = near + len(before.removesuffix(before[-len(slot) :]).rstrip(" ,"))
    ends = {m.span.end for m in scene.mentions if place_of(m) is not None}
    ends |= {t.span.end for t in scene.analysis.times(scene.clause.sentence)} | {scene.clause.predicate.end}
    return end in ends


_LINKING: Final = 24  # characters of ", together with the "
_IN_MIND: Final = re.compile(r"\s+(?:in mind|at odds|on the phone)\b")
