"""Clauses that name a stop of a journey: "Nigeria is the last stop", "The tour moves on to Samoa"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx import Argument, Clause, MentionKind
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import heads
from eventx_state_visit.destinations.places import names_only_places
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import is_person, may_travel

_EDGES: Final = words_of("edges")
_STOP_NOUNS: Final = words_of("stops")
PLANS: Final = words_of("plans")
_ITEMISING: Final = words_of("listing")
NEXT: Final = words_of("coming_next")
_TOURS: Final = words_of("tours")
# Journeys and those who make them, told before: "The mission will then fly on to Lima".
_UNDER_WAY: Final = words_of("companies")
_MOVING: Final = words_of("moving_on")
# Verbs whose subject, where it is a place, is a stop of the tour that they take: "Sofia and Berlin complete the swing".
_CLOSING: Final = words_of("closing")


def of_journey(scene: Scene) -> Pattern | None:
    """What names a stop of a journey."""
    clause, lexicon = scene.clause, scene.lexicon
    subject, taken = clause.subject, clause.object
    if (clause.lemma, clause.voice, clause.relation) == ("follow", "passive", "participle") and _is_next_stop(scene):
        return evolve(lexicon.itinerary, destination=("subject",))
    if subject is None:
        return None
    if clause.lemma in _EDGES and taken is None and _goes_on_from_journey(scene):
        return evolve(lexicon.itinerary, visitor=("subject",), destination=("in", "at"))
    listing = clause.lemma in lexicon.itinerary.lemmas
    if clause.lemma in _ITEMISING and subject.lemma in PLANS and clause.object is not None:
        return lexicon.itinerary  # "an itinerary that listed Malaysia and Japan"
    if listing and (subject.lemma in lexicon.nouns or subject.lemma in _STOP_NOUNS or _is_tour_before(scene, subject)):
        return lexicon.itinerary
    if listing and subject.lemma in PLANS and _is_travellers(scene, subject):
        return lexicon.itinerary  # "His programme will conclude in Oslo"
    if _travels_on(scene, subject):
        return evolve(lexicon.itinerary, visitor=(), destination=("to", "for", "into"))  # "The tour moves on to Samoa"
    if clause.lemma == "be" and subject.lemma in _STOP_NOUNS:
        return lexicon.itinerary  # "The last stop will be Kazakhstan"
    if (
        clause.lemma == "make"
        and taken is not None
        and names_only_places(scene, taken)
        and _is_stop(clause.complement("as"))
    ):
        return evolve(lexicon.itinerary, visitor=("subject",), destination=("object",))  # "made Oslo her first stop"
    stop = clause.lemma == "be" and _is_stop(taken)  # "Nigeria is the last stop"
    stop = stop or (_is_listed(clause) and names_only_places(scene, subject))
    if stop or names_stop(scene) or _comes_next(scene, subject):
        return evolve(lexicon.itinerary, destination=("subject",))
    return None


def _goes_on_from_journey(scene: Scene) -> bool:
    """ "will tour Asia, starting in Seoul", "will be in Lima on Friday and finishes in Quito"."""
    clause, governor = scene.clause, scene.tie.governor
    if clause.relation not in ("participle", "coordination") or clause.complement("in", "at") is None:
        return False
    if clause.relation == "coordination" and governor is not None and governor.relation == "participle":
        above = governor.governor
        governor = scene.clauses[above] if governor.lemma in _EDGES and above is not None else governor
    known = scene.lexicon.verbs.get(governor.lemma) if governor is not None else None
    placed = governor is not None and governor.lemma == "be" and governor.complement("in", "at") is not None
    return placed or (known is not None and (known.motion or known.name in ("visit", "stay")))


def _is_listed(clause: Clause) -> bool:
    """ "Peru and Chile are also on the itinerary"."""
    listed = clause.complement("on") if clause.lemma == "be" and clause.object is None and not clause.negated else None
    return listed is not None and listed.lemma == "itinerary"


def _is_travellers(scene: Scene, subject: Argument) -> bool:
    """True for "his programme", "the minister's itinerary": it is that of somebody who may travel."""
    owners = (m for m in scene.mentions if subject.span.contains(m.span) and m.span.before(subject.head))
    return any(is_person(m) and may_travel(m) for m in owners)


def _travels_on(scene: Scene, subject: Argument) -> bool:
    """ "The tour then moves on to Samoa"; not "the ruling party goes to Samoa", which is nobody's company."""
    clause = scene.clause
    if subject.lemma not in _UNDER_WAY or clause.lemma not in _MOVING or not clause.complement("to", "for", "into"):
        return False
    words = subject.span.of(scene.analysis.text).lower()
    return subject.lemma != "party" or (words == "the party" and clause.lemma != "go")


def _is_stop(argument: Argument | None) -> bool:
    return argument is not None and argument.lemma in _STOP_NOUNS


def names_stop(scene: Scene) -> bool:
    """ "Prague closes the trip on June 24": the subject is a place, the object a tour."""
    clause = scene.clause
    taken = clause.object
    closes = clause.lemma in _CLOSING and taken is not None and taken.lemma in scene.lexicon.nouns
    return closes and clause.subject is not None and names_only_places(scene, clause.subject)


def _is_next_stop(scene: Scene) -> bool:
    """ "will be in Japan on Wednesday, followed by South Korea"; not "exports went to Japan, followed by"."""
    then, governor = scene.clause.complement("by"), scene.tie.governor
    if then is None or not names_only_places(scene, then) or governor is None:
        return False
    if any(c.form == "noun" and c.lemma in scene.lexicon.nouns for c in scene.clauses):
        return True
    who = [m for m in heads(governor.subject, scene.mentions) if may_travel(m)] if governor.subject else []
    return bool(who) and not all(m.kind is MentionKind.COUNTRY for m in who)


def _comes_next(scene: Scene, subject: Argument) -> bool:
    """ "Samoa comes next", "Tonga and Vanuatu are to follow"."""
    clause = scene.clause
    if clause.object is not None or not names_only_places(scene, subject):
        return False
    return clause.lemma == "follow" or (clause.lemma == "come" and "next" in scene.words(scene.sentence_span))


def _is_tour_before(scene: Scene, subject: Argument) -> bool:
    """ "It began in Madagascar and took Wang to Zambia": "it" is the tour of the sentence before."""
    if subject.lemma != "it" or scene.clause.sentence == 0 or not scene.clause.complement("in", "to"):
        return False
    return any(lemma in _TOURS for lemma in scene.analysis.tokens(scene.clause.sentence - 1).lemmas)
