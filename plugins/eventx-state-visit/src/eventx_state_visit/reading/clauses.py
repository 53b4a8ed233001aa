"""From one clause to the visits that it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from eventx import Dropped, Mention, Status
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.of_clause import destinations_of
from eventx_state_visit.destinations.places import mentions_of
from eventx_state_visit.destinations.whereabouts import left_from, meant_by_there, meet_there, spends_there
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.patterns.itineraries import NEXT, PLANS
from eventx_state_visit.patterns.predicates import pattern_of
from eventx_state_visit.patterns.refusals import refusal, untold
from eventx_state_visit.reading.asides import apposed, on_the_way, received_there
from eventx_state_visit.reading.departures import coming_from, homecoming, leads_home, leaving
from eventx_state_visit.reading.pairing import paired
from eventx_state_visit.reading.precedents import former_one, precedent, repeated
from eventx_state_visit.reading.presence import BEING, read_presence, until
from eventx_state_visit.status.moods import mood_of
from eventx_state_visit.status.predicates import Reading
from eventx_state_visit.visitors.homeland import at_home_elsewhere
from eventx_state_visit.visitors.hosts import hosts_of
from eventx_state_visit.visitors.travellers import named_next, visitors_of


def read(scene: Scene) -> Iterator[Claim | Dropped]:
    """The claims of a clause, or why it makes none. Clauses without a trigger give nothing."""
    pattern = pattern_of(scene)
    made: list[Claim | Dropped] = []
    if pattern is not None:
        reason = untold(scene)
        if reason:
            yield scene.drop(reason, pattern.name)
            return
        made = list(_claims(scene, pattern))
        yield from made
    clause = scene.clause
    placed = [found for found in made if isinstance(found, Claim) and found.country]
    for claim in placed:
        yield from precedent(claim, scene)
        yield from repeated(claim, scene)
        yield from former_one(claim, scene)
    aside = list(_beside(scene, placed)) if clause.form == "verb" and clause.tense else []
    yield from aside
    if aside or any(isinstance(found, Claim) for found in made):
        return
    if clause.form == "verb" and (clause.lemma in BEING or clause.lemma in scene.lexicon.placing):
        for found in read_presence(scene):
            yield found
            if isinstance(found, Claim) and found.country:
                yield from former_one(found, scene)


def _beside(scene: Scene, told: Sequence[Claim]) -> Iterator[Claim | Dropped]:
    """What stands beside the verb: "X, in Kiev since Tuesday, leaves for Rome", "said on his way to Oslo"."""
    countries = {claim.country for claim in told}
    for found in (*apposed(scene), *on_the_way(scene), *received_there(scene)):
        if isinstance(found, Dropped) or found.country not in countries:
            yield found


def _planned(reading: Reading, scene: Scene, pattern: Pattern) -> Reading:
    """The reading, where the next stop or a stay until a day says when the visit is."""
    clause, listed = scene.clause, pattern.name == "itinerary"
    if listed and clause.lemma in NEXT and clause.tense == "present":
        # "Nigeria is the next stop"; "the second stop" may be where they are
        reading = Reading(Status.PLANNED, clause.predicate, assumed=clause.lemma == "be")
    told_by = clause.complement("on") if listed and clause.lemma == "be" else clause.subject if listed else None
    if told_by is not None and told_by.lemma in PLANS:
        reading = Reading(Status.PLANNED, clause.predicate, assumed=True)  # "her itinerary lists Malaysia"
    if pattern.name == "stay" and reading.status is Status.PLANNED and until(scene):
        return Reading(Status.ONGOING, reading.cue, live=True)  # "will stay through Thursday"
    return reading


def _claims(scene: Scene, pattern: Pattern) -> Iterator[Claim | Dropped]:
    visitors = visitors_of(scene, pattern)
    hosts = hosts_of(scene, pattern)
    destinations = destinations_of(scene, pattern, visitors, hosts)
    elsewhere = at_home_elsewhere(scene, destinations) if destinations and not visitors else None
    if elsewhere is not None:
        visitors = visitors_of(elsewhere, pattern)
    if destinations and not visitors and pattern.motion and scene.clause.form == "verb":
        visitors = named_next(scene)
    there = meet_there(scene, visitors) if pattern.weak and not destinations else []
    last = spends_there(scene, visitors) if pattern.name == "spend" and visitors and not destinations else []
    destinations = destinations or there
    reason = refusal(scene, pattern, visitors, destinations)
    if reason:
        yield scene.drop(reason, pattern.name)
        return
    reading = mood_of(scene, pattern)
    if reading is None:
        yield scene.drop("said not to have taken place", pattern.name)
        return
    reading = _planned(reading, scene, pattern)
    if leads_home(scene, pattern, visitors, destinations):
        yield from homecoming(scene, visitors, reading)
        return
    if pattern.name == "leave":
        yield from leaving(scene, pattern, visitors, destinations, reading)
        return
    as_well = visitors and not destinations and reading.status is Status.PROPOSED
    left = left_from(scene, visitors) if pattern.name == "return" and not destinations else ()
    told = mentions_of(there or last) or left
    told = told or (_as_well(scene, pattern, visitors) if as_well else ())
    yield from paired(scene, pattern, visitors, destinations, hosts, reading, there=told)
    if pattern.motion and pattern.name != "return" and visitors and scene.clause.tense:
        yield from coming_from(scene, visitors, reading)


def _as_well(scene: Scene, pattern: Pattern, visitors: Sequence[Mention]) -> tuple[Mention, ...]:
    """ "The envoy was in Peru, and his colleague has asked for permission to go": where others of the sentence were."""
    bare = scene.clause.lemma in ("go", "travel") and scene.clause.relation == "complement" and pattern.name == "travel"
    if not bare or not _GOES.match(scene.analysis.text, scene.clause.predicate.end):
        return ()
    return tuple(m for m in mentions_of(meant_by_there(scene, visitors)) if scene.sentence_span.contains(m.span))


_GOES: Final = re.compile(r"\s*(?:[,.;]|$|(?:too|as well|also|soon)\b)")
