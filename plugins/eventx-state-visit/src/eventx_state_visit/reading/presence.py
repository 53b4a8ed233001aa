"""Somebody who is stated to be in another country: "Kerry is in Riyadh for talks", "told reporters in Seoul"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Dropped, Mention, MentionKind, Modality, Status
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.scene import Scene, is_remote
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.destinations.places import Destination, grouped, mentions_of
from eventx_state_visit.destinations.whereabouts import fronted, in_a_land, meant_by_there, placed, present, told_before
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.parties import country_of, is_person
from eventx_state_visit.reading.pairing import paired
from eventx_state_visit.status.moods import goes_on_beside
from eventx_state_visit.status.plans import is_likely, thwarted
from eventx_state_visit.status.predicates import Reading, of_verb
from eventx_state_visit.visitors.posts import at_the_post
from eventx_state_visit.visitors.travellers import visitors_of

PRESENCE: Final = Pattern(name="presence", lemmas=frozenset({"be"}), visitor=("subject",), destination=("in", "at"))
_ARRIVAL: Final = Pattern(
    name="arrive", lemmas=frozenset({"be due"}), visitor=("subject",), destination=(), motion=True
)
MEETING: Final = evolve(PRESENCE, weak=True, name="talks")
BEING: Final = frozenset({"be", "be due", "expect"})


def _is_awaited(scene: Scene) -> bool:
    """ "The ministers are both due on Wednesday", "will be there from Friday": where to, is told elsewhere."""
    clause = scene.clause
    due = clause.object is not None and clause.object.span.of(scene.analysis.text).split()[-1] == "due"
    there = clause.object is None and "there" in scene.words(clause.extent)
    return scene.is_dated and (clause.lemma == "be due" or (clause.lemma == "be" and (due or there)))


def until(scene: Scene) -> bool:
    """ "will be in the country up to Wednesday": whoever will be there until a day is there."""
    times = [t for t in scene.analysis.times(scene.clause.sentence) if scene.clause.extent.contains(t.span)]
    return bool(times) and all(t.signal in ("until", "till", "through", "to") for t in times)


def _names(scene: Scene, destinations: Sequence[Destination]) -> bool:
    """True where the clause names a place itself, and no "the country" stands for one."""
    return any(scene.clause.extent.contains(m.span) for m in mentions_of(destinations))


def _points_back(scene: Scene) -> bool:
    """ "is already here", "has been in the capital since Thursday": where that is was told before."""
    return in_a_land(scene.clause) or not {"here", "there"}.isdisjoint(scene.words(scene.clause.extent))


def read_presence(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "Kerry is in Riyadh for talks", "told reporters in Seoul": a person stated to be in another country."""
    expected = scene.clause.lemma == "expect"
    visitors = visitors_of(scene, evolve(PRESENCE, visitor=("object",)) if expected else PRESENCE)
    being = scene.clause.lemma in BEING
    if scene.clause.negated and not being:
        return  # "will not accept limits in Ramallah"
    if expected and scene.clause.voice != "passive":
        yield from _awaited(scene, visitors)
        return
    visitors = [m for m in visitors if (being or _may_be_abroad(m)) and not at_the_post(scene, [m])]
    if not visitors:
        return
    if _is_awaited(scene) and not present(scene):
        told = of_verb(scene.clause, "", scene.lexicon) if "there" in scene.words(scene.clause.extent) else None
        there = mentions_of(meant_by_there(scene, visitors)) if told else ()
        awaited = told or Reading(Status.PLANNED, scene.clause.predicate)
        yield from paired(scene, _ARRIVAL, visitors, (), (), awaited, there=there)
        return
    taken = scene.clause.object
    if being and taken is not None and taken.lemma not in ("guest", "present"):
        return  # "In Italy, the president is popular"
    destinations = present(scene, {country_of(m) for m in visitors}) if being else list(placed(scene))
    tentative = not destinations and not being
    pointing = being and not destinations and _points_back(scene)
    if not destinations:
        destinations = told_before(scene) if pointing else fronted(scene) if tentative else []
    if not (destinations or pointing) or is_remote(scene.analysis, scene.clause.sentence, scene.lexicon.remote):
        return
    reading = status_there(scene, being=being)
    if reading is None or (reading.status is Status.PROPOSED and not _names(scene, destinations)):
        return  # "called it off so that he could be in the country": at home, for all that is told
    pattern = PRESENCE if being else MEETING
    there = mentions_of(meant_by_there(scene, visitors)) if pointing and not destinations else ()
    yield from paired(scene, pattern, visitors, destinations, (), reading, there=there, tentative=tentative)


def _may_be_abroad(mention: Mention) -> bool:
    """False for who is guessed to be of a country, and for a spokesman, who speaks at home."""
    return is_person(mention) and mention.resolved_via != "context" and _AT_HOME.search(mention.text) is None


_AT_HOME: Final = re.compile(r"(?i)\bspokes(?:man|woman|person)\b")


def _stands_in(scene: Scene, reading: Reading) -> bool:
    """ "The deputy presided while the prime minister is in Oslo": there by now, unless what goes on is a plan."""
    governor = scene.tie.governor
    ahead = governor is not None and governor.modality is not Modality.ASSERTED
    beside = goes_on_beside(scene) or scene.subordinator in _REASONS
    return reading.status is Status.PLANNED and not ahead and not scene.clause.negated and beside


_REASONS: Final = frozenset({"because", "although", "though", "whereas"})


def _awaited(scene: Scene, visitors: list[Mention]) -> Iterator[Claim | Dropped]:
    """ "The Kremlin expects Modi in Kazan in July", "Tokyo expects Modi in August": where, or whoever expects."""
    if not visitors or scene.governs("complement", "purpose"):
        return  # "expects Modi to resign"
    destinations = present(scene)
    times = scene.analysis.times(scene.clause.sentence)
    if not destinations and any(t.start and scene.clause.predicate.before(t.span) for t in times):
        named = [m for a in arguments(scene.clause, "subject") for m in heads(a, scene.mentions)]
        destinations = grouped(m for m in named if m.kind is MentionKind.COUNTRY)
    if destinations:
        yield from paired(scene, PRESENCE, visitors, destinations, (), Reading(Status.PLANNED, scene.clause.predicate))


def status_there(scene: Scene, *, being: bool) -> Reading | None:
    """The status; None for who is not there."""
    reading = of_verb(scene.clause, "", scene.lexicon)
    if reading is None or modifiers.is_unfulfilled(scene):
        return None
    if being and reading.status is Status.PLANNED and until(scene):
        reading = Reading(Status.ONGOING, reading.cue, live=True)
    if scene.clause.lemma in ("be due", "expect") and (scene.clause.tense, scene.clause.aspect) == ("past", "perfect"):
        return Reading(Status.CANCELLED, scene.clause.predicate, assumed=True)  # "had been due in Rome on Saturday"
    if scene.clause.lemma in ("be due", "expect") or (reading.status is Status.PROPOSED and is_likely(scene)):
        return Reading(Status.PLANNED, scene.clause.predicate)
    if reading.status is Status.PLANNED and thwarted(scene.clause, scene.clauses):
        return Reading(Status.CANCELLED, reading.cue, assumed=True)
    been = scene.clause.complement("to") and not scene.clause.complement("on")  # not "has been on a visit to Chad"
    if being and scene.clause.aspect == "perfect" and (been or scene.clause.tense == "past"):
        return Reading(Status.OCCURRED, over=True)  # "has been to Chad"
    now = scene.clause.tense == "present" or (scene.clause.headline and not scene.clause.tense)  # "Kenny in Brussels"
    if being and ((reading.status is Status.OCCURRED and now) or _stands_in(scene, reading)):
        return Reading(Status.ONGOING, scene.clause.predicate, live=True)
    return reading
