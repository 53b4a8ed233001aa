"""Where somebody is stated to be: the places of an act or a state, not of a journey."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from eventx import Clause, Mention
from eventx.resolve import place_of
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments
from eventx_state_visit.destinations.dependents import where
from eventx_state_visit.destinations.descriptions import LAND_NOUNS, by_description, meant_by_the_country
from eventx_state_visit.destinations.places import (
    NAMES,
    OWNERS,
    TOWNS,
    Destination,
    destinations_in,
    grouped,
    home_of,
    located,
)
from eventx_state_visit.lexicon import words_of
from eventx_state_visit.parties import PERSONS


def present(scene: Scene, homes: Container[str | None] = ()) -> list[Destination]:
    """Where somebody is said to be: "is in Rome", "has been in the Iranian capital since Monday".

    "The country" of those who are at home in one of the ``homes`` is rather the one that the article is sent from.
    """
    visited = scene.clause.aspect == "perfect"  # "has been to Chad"
    told: list[Destination] = []
    for argument in (a for slot in ("in", "at", "back in") for a in arguments(scene.clause, slot)):
        found = destinations_in(argument, scene.mentions, scene.analysis.text)
        found = found or by_description(argument, scene.analysis, scene.clause.sentence, None)
        if found and argument.lemma in LAND_NOUNS and found[0].country in homes:
            found = [d for d in home_of(scene.analysis) if d.country not in homes]
        joined = not told or _JOINED.search(scene.analysis.text, argument.span.start - 8, argument.span.start)
        told.extend(d for d in found if joined and d.country not in {t.country for t in told})
    if told:
        return told
    return located(scene, scene.clause, "to", "back to") if visited else []


_JOINED: Final = re.compile(r"\band in (?:the )?$")  # "was in Singapore on Monday and in Malaysia on Tuesday"


def told_before(scene: Scene) -> list[Destination]:
    """The country behind "has been in the capital since Thursday": the one named last."""
    for argument in arguments(scene.clause, "in"):
        if argument.lemma.lower() in ("capital", "city", "island"):
            return meant_by_the_country(argument, scene.analysis, scene.clause.sentence, None)
    return []


def meant_by_there(scene: Scene, visitors: Sequence[Mention]) -> list[Destination]:
    """What "there" takes up: the place named last, in the sentence or the two before; of "here" that of the dateline.

    It is no place that only says whose somebody is, and none at home.
    """
    home = {m.actor.country for m in visitors if m.actor}
    if "here" in scene.words(scene.clause.extent):
        return [d for d in home_of(scene.analysis) if d.country not in home]
    for sentence in range(scene.clause.sentence, max(-1, scene.clause.sentence - _RECENT), -1):
        mentions = scene.analysis.mentions(sentence)
        owners = [m for m in mentions if m.kind in OWNERS]
        for mention in reversed(mentions):
            named = mention.kind in NAMES and place_of(mention) is not None
            named = named and scene.analysis.text[mention.span.end : mention.span.end + 2] not in ("'s", "’s")
            if not named or (sentence == scene.clause.sentence and not mention.span.before(scene.clause.predicate)):
                continue
            if not any(m.span.contains(mention.span) for m in owners):
                return [d for d in grouped([mention]) if d.country not in home]
    return []


_RECENT: Final = 3  # sentences


def meet_there(scene: Scene, visitors: Sequence[Mention]) -> list[Destination]:
    """ "also had a session there with Lavrov", "met Lavrov there": the place told before, where two persons meet."""
    span = scene.clause.extent
    named = [m for m in visitors if m.actor is not None and m.actor.name]
    met = _MET_THERE.search(scene.analysis.text, scene.clause.predicate.start, span.end + len(" there."))
    return meant_by_there(scene, visitors) if len(named) > 1 and met is not None else []


def spends_there(scene: Scene, visitors: Sequence[Mention]) -> list[Destination]:
    """ "spent six hours in the enclave", "spent a night in the capital": of the place named last."""
    return meant_by_there(scene, visitors) if in_a_land(scene.clause) else []


def in_a_land(clause: Clause) -> bool:
    """True for "in the enclave", "in the capital": a land or its capital by no name."""
    held = (a.lemma.lower() for slot in ("in", "on") for a in arguments(clause, slot))
    return not (LAND_NOUNS | {"capital", "city"}).isdisjoint(held)


_MET_THERE: Final = re.compile(r"\bthere\b(?=[.,]|\s+(?:with|on|for|this|last|earlier|later)\b)")


def placed(scene: Scene) -> Iterator[Destination]:
    """The city or site that "in" or "at" places the act in: narrower than a country, which may be its topic."""
    own = [] if _hearers_elsewhere(scene) or _talks_between(scene) else located(scene, scene.clause, "in", "at")
    told = _hearers_are_there(scene) or _gives_a_speech(scene)
    for destination in own or where(scene):
        if told or any(_is_narrow(m) for m in destination.mentions):
            yield destination


def _hearers_elsewhere(scene: Scene) -> bool:
    """ "urged the backers of talks in Astana to resume": behind people told by a noun, the place is theirs."""
    urged, place = scene.clause.object, scene.clause.complement("in")
    if scene.clause.lemma not in _URGING or urged is None or place is None:
        return False
    return urged.span.before(place.span) and urged.head.of(scene.analysis.text)[:1].islower()


def _talks_between(scene: Scene) -> bool:
    """ "said after talks in Baku between the two sides": where others talked."""
    nouns = (c for c in scene.clauses if c.governor is not None and scene.clauses[c.governor] is scene.clause)
    return any(c.form == "noun" and c.complement("between") and c.complement("in") for c in nouns)


_URGING: Final = words_of("urging")


def _hearers_are_there(scene: Scene) -> bool:
    """ "told an audience in Britain": where those are who listen, as a country tells it as well."""
    heard, place = scene.clause.object, scene.clause.complement("in")
    told = scene.clause.lemma in ("tell", "address") and heard is not None and place is not None
    if not told or heard is None or place is None or not 0 <= place.span.start - heard.span.end <= len(" in the "):
        return False
    return heard.lemma in _HEARERS or heard.lemma in scene.lexicon.gatherings


def _gives_a_speech(scene: Scene) -> bool:
    """ "delivered a speech in Ghana": where somebody speaks, as a country tells it as well."""
    given, place = scene.clause.object, scene.clause.complement("in")
    if scene.clause.lemma not in ("deliver", "give") or given is None or place is None:
        return False
    return given.lemma in _SPEECHES and 0 <= place.span.start - given.span.end <= len(" in the ")


_SPEECHES: Final = words_of("speeches")
_HEARERS: Final = words_of("hearers")


def fronted(scene: Scene) -> list[Destination]:
    """ "In oil-rich Angola she will sign an agreement": a country named before the subject, of whom is on the way."""
    subject = scene.clause.subject
    if subject is None:
        return []
    before = [a for a in arguments(scene.clause, "in") if a.span.before(subject.span)]
    return [d for a in before for d in destinations_in(a, scene.mentions, scene.analysis.text)]


def _is_narrow(mention: Mention) -> bool:
    place = place_of(mention)
    return place is not None and place.precision in TOWNS


def left_from(scene: Scene, visitors: Sequence[Mention]) -> tuple[Mention, ...]:
    """ "TOKYO - Hours before she was to meet the premier, she flew home": the dateline's place, with a host named."""
    home = home_of(scene.analysis)
    clause = scene.clause
    if not home or not visitors or clause.lemma not in _HOMEWARD or clause.tense != "past" or clause.object:
        return ()
    if any(place_of(m) is not None for m in scene.mentions if not home[0].mentions[0].span.overlaps(m.span)):
        return ()  # where else, may be told by what is named
    own = {m.actor.country for m in visitors if m.actor}
    met = any(m.kind in PERSONS and m.actor and m.actor.country == home[0].country for m in scene.mentions)
    return home[0].mentions if met and home[0].country not in own else ()


_HOMEWARD: Final = frozenset({"fly home", "go home"})
