"""Whose minister a traveller is whom the text calls "Finance Minister X": the other country that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from eventx import Mention, MentionKind, Role
from eventx_state_visit.destinations import ORGANISATIONS, Destination
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.scene import Scene
from eventx_state_visit.slots import arguments, heads

_MINISTERS = frozenset({Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER})
_PERSONS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.PRONOUN})
_CLEAR = 2  # times as often as any third country


def ministers_of_the_rest(scene: Scene, pattern: Pattern, goals: Sequence[Destination]) -> list[Mention]:
    """The ministers by name in the visitor's place, with the country that the text names most beside the goals.

    Papers leave out what their readers know: whose finance minister travels to Japan is told by the country that
    the rest of the article is about. Nobody where a third country is named nearly as often.
    """
    goal = {g.country for g in goals if g.country}
    country = _rest(scene, goal) if goal else None
    if country is None:
        return []
    named = (m for slot in pattern.visitor for a in arguments(scene.clause, slot) for m in heads(a, scene.mentions))
    return [
        evolve(m, actor=evolve(m.actor, country=country), resolved_via="context")
        for m in named
        if m.actor is not None
        and m.kind in _PERSONS
        and m.actor.name
        and m.actor.country is None
        and m.actor.role in _MINISTERS
        and not m.actor.former
    ]


def _rest(scene: Scene, goals: set[str]) -> str | None:
    """The country that the text names most beside the goals, twice as often as any other."""
    counts = scene.analysis.layer("place_context", -1).countries
    rest = sorted(((n, code) for code, n in counts.items() if code not in goals | ORGANISATIONS), reverse=True)
    if not rest or (len(rest) > 1 and rest[0][0] < _CLEAR * rest[1][0]):
        return None
    return str(rest[0][1])
