"""For which country somebody travels whom the text gives none, or the wrong one: the other country that it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Mention, MentionKind, Role
from eventx.records import ORGANIZATIONS
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.places import Destination, home_of
from eventx_state_visit.parties import PERSONS, SINGLE, country_of, is_person, may_travel

_MINISTERS: Final = frozenset({Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER})
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
    if actor is None or mention.kind not in SINGLE or not actor.name or actor.country is not None:
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


def other_than(visitors: Sequence[Mention], destinations: set[str], scene: Scene) -> list[Mention]:
    """ "will not meet Netanyahu when he travels to Washington": "he" is not whoever is at home there.

    The last person before the pronoun who represents another country; empty where no pronoun is to be read anew.
    """
    if visitors and all(m.kind is MentionKind.GROUP and m.resolved_via == "context" for m in visitors):
        return _from_elsewhere(visitors, destinations, scene)
    if not visitors or any(m.kind is not MentionKind.PRONOUN for m in visitors):
        return []
    before = [
        m
        for m in scene.mentions
        if m.kind in PERSONS and m.span.before(visitors[0].span) and may_travel(m) and country_of(m) not in destinations
    ]
    return before[-1:]


def _from_elsewhere(visitors: Sequence[Mention], destinations: set[str], scene: Scene) -> list[Mention]:
    """ "A delegation led by Kim returned after attending a conference in Moscow": the country of a group was guessed.

    It is that of a person named beside it, else that of the dateline.
    """
    beside = [country_of(m) for m in scene.mentions if is_person(m) and country_of(m) not in (None, *destinations)]
    country = next(
        iter([*beside, *(d.country for d in home_of(scene.analysis) if d.country not in destinations)]), None
    )
    if country is None:
        return []
    return [evolve(m, actor=evolve(m.actor, country=country)) for m in visitors if m.actor is not None]
