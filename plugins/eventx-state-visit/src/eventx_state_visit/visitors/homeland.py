"""Whose minister a traveller is whom the text calls "Finance Minister X": the other country that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Mention, MentionKind, Role
from eventx.records import ORGANIZATIONS
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.places import Destination

_MINISTERS: Final = frozenset({Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER})
_PERSONS: Final = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.PRONOUN})
_CLEAR: Final = 2  # times as often as any third country


def at_home_elsewhere(scene: Scene, destinations: Sequence[Destination]) -> Scene | None:
    """The scene with its ministers by name of the country that the text names most beside those; None without any.

    Papers leave out what their readers know: whose finance minister travels to Japan is told by the country that
    the rest of the article is about. Nobody's where a third country is named nearly as often.
    """
    countries = {d.country for d in destinations if d.country}
    if not countries or not any(_has_no_country(m) for m in scene.mentions):
        return None
    country = _rest(scene, countries)
    return evolve(scene, mentions=[_of(m, country) for m in scene.mentions]) if country else None


def _of(mention: Mention, country: str) -> Mention:
    if mention.actor is None or not _has_no_country(mention):
        return mention
    return evolve(mention, actor=evolve(mention.actor, country=country), resolved_via="context")


def _has_no_country(mention: Mention) -> bool:
    """True for a minister in office of whom the text tells the name, not the country."""
    actor = mention.actor
    if actor is None or mention.kind not in _PERSONS or not actor.name or actor.country is not None:
        return False
    return actor.role in _MINISTERS and not actor.former


def _rest(scene: Scene, destinations: set[str]) -> str | None:
    """The country that the text names most beside the destinations, twice as often as any other."""
    context = scene.analysis.layer("place_context", -1)
    if not context:  # its provider failed on this document
        return None
    counts = context.countries
    rest = sorted(((n, code) for code, n in counts.items() if code not in destinations | ORGANIZATIONS), reverse=True)
    if not rest or (len(rest) > 1 and rest[0][0] < _CLEAR * rest[1][0]):
        return None
    return str(rest[0][1])
