"""Clauses of leaving and of coming back: the country that is left, the way home, the stop that somebody comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Dropped, Mention, Modality, Sector, Status
from eventx.resolve import place_of
from eventx_state_visit.claims import HAPPENED, Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.descriptions import LAND_NOUNS, TOWN_NOUNS
from eventx_state_visit.destinations.of_clause import onward, origins
from eventx_state_visit.destinations.places import Destination
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import country_of
from eventx_state_visit.reading.pairing import paired
from eventx_state_visit.status.predicates import Reading

_HOMEWARD: Final = Pattern(name="return", lemmas=frozenset(), visitor=("subject",), destination=(), motion=True)
_FROM: Final = Pattern(name="return", lemmas=frozenset(), visitor=("subject",), destination=("from",), motion=True)


def _foreseen(reading: Reading, scene: Scene) -> Reading:
    """ "said that the king would fly back on Monday": the future of what was said, no doubt."""
    would = scene.clause.modality is Modality.CONDITIONAL and scene.clause.relation == "complement"
    return Reading(Status.PLANNED, reading.cue) if would else reading


def leads_home(
    scene: Scene, pattern: Pattern, visitors: Sequence[Mention], destinations: Sequence[Destination]
) -> bool:
    """ "He returned to Tokyo on Monday": whoever goes back to a country of their own."""
    back = pattern.name == "return" or (pattern.name == "travel" and scene.clause.lemma.endswith(" back"))
    return back and bool(destinations and visitors) and not those_abroad(destinations, visitors)


def homecoming(scene: Scene, visitors: Sequence[Mention], reading: Reading) -> Iterator[Claim | Dropped]:
    """The end of a visit that was told elsewhere: its visitors are home, or will be."""
    past = reading.status in HAPPENED
    home = Reading(Status.OCCURRED, reading.cue, over=True) if past else _foreseen(reading, scene)
    yield from paired(scene, _HOMEWARD, visitors, (), (), home)


def leaving(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    destinations: Sequence[Destination],
    reading: Reading,
) -> Iterator[Claim | Dropped]:
    """Two visits at the most: one to the country that is left, one to where the way leads."""
    past = reading.status in HAPPENED
    left = Reading(Status.OCCURRED, reading.cue, over=True) if past else reading
    back = evolve(pattern, name="return")
    abroad = those_abroad(destinations, visitors)
    ahead = onward(scene)
    for found in paired(scene, back, visitors, abroad, (), left) if abroad else ():
        undated = isinstance(found, Claim) and ahead and not past and found.dates is not None and not found.dates.end
        # "will leave for Geneva to speak on Tuesday"
        yield evolve(found, dates=None, date_spans=(), within=True) if undated and isinstance(found, Claim) else found
    if not destinations:
        if not ahead and past and _leaves_behind(scene):
            return
        home = not those_abroad(ahead, visitors)  # "and left the following day", "for home"
        if home and (past or _at_the_end(scene)):
            yield from paired(scene, back, visitors, (), (), left)
            return
        if not past and not ahead and _on_a_day(scene):
            yield from paired(scene, evolve(pattern, name="depart", destination=()), visitors, (), (), left)
            return
        if past and _from_there(scene):
            yield from paired(scene, back, visitors, (), (), left)
    if ahead or not destinations:
        yield from paired(scene, evolve(pattern, name="travel"), visitors, ahead, (), reading)


def _leaves_behind(scene: Scene) -> bool:
    """ "had left the talks to his envoy", "left the question open": what is left is no country, and no time."""
    taken = scene.clause.object
    if taken is None or taken.lemma in _LANDS or taken.lemma in _TIMES:
        return False
    if any(taken.span.overlaps(t.span) for t in scene.analysis.times(scene.clause.sentence)):
        return False
    return not any(taken.span.overlaps(m.span) for m in scene.mentions if place_of(m) is not None)


_LANDS: Final = LAND_NOUNS | TOWN_NOUNS | {"here"}
_TIMES: Final = words_of("times")


def _at_the_end(scene: Scene) -> bool:
    """ "before leaving on Sunday", "arrives on Friday and leaves on Sunday": the end of the stay just told."""
    governor = scene.tie.governor
    if scene.clause.object is not None:  # "before he leaves office"
        return False
    if scene.clause.relation == "coordination" and governor is not None:
        return governor.lemma in scene.lexicon.verbs_of("arrive")
    behind = governor is not None and governor.head.before(scene.clause.head)  # not "Before leaving, he met ..."
    return behind and scene.clause.relation == "adverbial" and scene.subordinator == "before"


def _on_a_day(scene: Scene) -> bool:
    """ "is expected to leave later in the day", "leaves on Sunday": the end of a stay that goes on, if there is one."""
    return scene.is_dated and scene.clause.object is None and not scene.clause.negated


def _from_there(scene: Scene) -> bool:
    """ "arrived in Kabul on Monday and later left for Moscow": the stay just told is over."""
    governor = scene.tie.governor
    if scene.clause.relation != "coordination" or governor is None or governor.tense != "past":
        return False
    before = scene.lexicon.verbs.get(governor.lemma)
    return before is not None and before.name in _STAYS


_STAYS: Final = ("arrive", "visit", "travel", "stay", "spend", "enter")


def coming_from(scene: Scene, visitors: Sequence[Mention], reading: Reading) -> Iterator[Claim | Dropped]:
    """ "flew in from New Delhi", "flies on Friday from Oslo to Riga": a stop outside the traveller's country."""
    if any(m.actor and m.actor.sector is Sector.IGO for m in visitors):
        return
    abroad = those_abroad(origins(scene), visitors)
    past = reading.status in HAPPENED
    if not abroad or not (past or (reading.status is Status.PLANNED and _on_a_day(scene))):
        return
    left = Reading(Status.OCCURRED, over=True) if past else reading
    for found in paired(scene, _FROM, visitors, abroad, (), left):
        if isinstance(found, Dropped):
            yield found
        elif past or (found.dates is not None and found.dates.start is None and not found.days):
            # "flies from Oslo to the summit in Riga"; not "from Oslo he will go to Riga for a visit on 18 and 19 March"
            yield evolve(found, level="unspecified", purposes=(), gathering=None)


def those_abroad(destinations: Sequence[Destination], visitors: Sequence[Mention]) -> list[Destination]:
    """The destinations outside the countries of the visitors."""
    homes = {country_of(m) for m in visitors}
    return [g for g in destinations if g.country not in homes]
