"""Destinations in the clauses that hang on one or stand beside it: "will attend a summit in Doha"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from eventx import Clause
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments
from eventx_state_visit.destinations.places import Destination, destinations_in, located
from eventx_state_visit.lexicon import words_of


def held(scene: Scene) -> list[Destination]:
    """ "will be at the inauguration, to be held in Santo Domingo": where the gathering is held."""
    for other in scene.clauses:
        if other.lemma in _CONVENED and other.voice == "passive" and scene.clause.predicate.before(other.predicate):
            return located(scene, other, "in", "at")
    return []


def appointed(scene: Scene) -> list[Destination]:
    """ "a meeting with the president that was to take place in Washington", "talks planned for Friday in Rome"."""
    behind = (c for c in scene.clauses if scene.clause.predicate.before(c.predicate))
    told = (c for c in behind if c.lemma in _APPOINTED and c.relation in _DESCRIBING)
    return next((found for c in told if (found := located(scene, c, "in", "at"))), [])


_DESCRIBING: Final = frozenset({"relative", "participle", "purpose", "complement"})
_APPOINTED: Final = words_of("appointing")
_CONVENED: Final = words_of("convened")


def made(scene: Scene) -> list[Destination]:
    """ "the first visit ever made to Tuvalu by a president": the participle behind the noun has its destination."""
    told = (c for c in scene.told_of("participle") if c.lemma in ("make", "pay", "plan", "schedule"))
    return next((located(scene, c, "to") for c in told), [])


def scheduled(scene: Scene) -> list[Destination]:
    """ "with stops planned in Oslo and Rome": the places stand behind what is done about the noun."""
    planned = (c for c in scene.told_of("participle") if c.voice == "passive" and c.lemma in scene.lexicon.scheduling)
    return next((located(scene, c, "in", "to") for c in planned), [])


def of_purpose(scene: Scene) -> list[Destination]:
    """ "a visit by Xi to meet the president in Florida": the place of what the visit is for."""
    beside = (c for c in scene.clauses if c.relation == "purpose" and c.governor == scene.clause.governor)
    behind = (c for c in beside if scene.clause.head.before(c.head))
    return next((found for c in behind if (found := _place_of(c, scene))), [])


def _place_of(clause: Clause, scene: Scene) -> list[Destination]:
    """Where a clause beside the scene's takes place: the first destinations behind "in" or "at"."""
    places = (argument for slot in ("in", "at") for argument in arguments(clause, slot))
    found = (destinations_in(argument, scene.mentions, scene.analysis.text) for argument in places)
    return next(filter(None, found), [])


def embedded(scene: Scene) -> list[Destination]:
    """The place of a noun inside the clause: "will attend a summit in Doha", "head to talks in Geneva"."""
    for other in scene.dependents("object", "purpose", "complement"):
        lexicon = scene.lexicon
        if other.form != "noun" or not (other.lemma in lexicon.gatherings or other.lemma in lexicon.nouns):
            continue
        found = _place_of(other, scene)
        if found:
            return found
    return []


def where(scene: Scene) -> list[Destination]:
    """ "met in Niamey for a summit where the presidents signed": the place of the clause before "where"."""
    before = [c for c in scene.clauses if c.predicate.before(scene.clause.predicate)]
    if not before:
        return []
    between = scene.analysis.text[before[-1].head.end : scene.clause.predicate.start]
    if " where " not in between:
        return []
    return next((found for c in reversed(before) if (found := located(scene, c, "in", "at"))), [])


def then_to(scene: Scene, found: Sequence[Destination]) -> Iterator[Destination]:
    """ "will travel to Ghana to see the president and then to Togo": a further stop behind what the first is for."""
    told = {destination.country for destination in found}
    for other in scene.dependents("purpose", "complement"):
        for argument in arguments(other, "to"):
            if _THEN.search(scene.analysis.text, max(0, argument.span.start - _NEAR_THEN), argument.span.start):
                named = destinations_in(argument, scene.mentions, scene.analysis.text)
                yield from (d for d in named if d.country not in told)


_NEAR_THEN: Final = 24  # characters of "and from there on to the "
_THEN: Final = re.compile(r"\b(?:then|from there|after that|later|afterwards?|next)(?: on)? to (?:the )?$")
