"""Why a clause with a trigger makes no visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Argument, Mention, MentionKind, Sector
from eventx_state_visit.claims import ATTENDING
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.modifiers import POSSESSIVES
from eventx_state_visit.clause.scene import Scene, is_remote
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.clause.ties import goes_along
from eventx_state_visit.dates.lengths import of_nights
from eventx_state_visit.destinations.dependents import scheduled
from eventx_state_visit.destinations.of_clause import onward
from eventx_state_visit.destinations.places import Destination, mentions_of
from eventx_state_visit.destinations.whereabouts import in_a_land
from eventx_state_visit.lexicon import SEVERAL, Pattern, words_of
from eventx_state_visit.parties import PERSONS, SINGLE, country_of
from eventx_state_visit.patterns.itineraries import names_stop
from eventx_state_visit.visitors.posts import at_the_post, lives_there


def untold(scene: Scene) -> str:
    """Why the clause tells of no single visit, whoever goes wherever; empty where it may."""
    if _generic(scene):
        return "a habit or a generality, no single visit"
    if scene.sentence_span.of(scene.analysis.text).endswith("?") and not scene.clause.headline:
        return "asked, not told"
    return "a question that is not answered" if _left_open(scene) else ""


def refusal(scene: Scene, pattern: Pattern, visitors: Sequence[Mention], destinations: Sequence[Destination]) -> str:
    """Why the clause claims nothing; empty where it may."""
    if not destinations and _itinerary(scene, pattern):
        return "told by the verb that names the stop"
    if _of_thought(scene, pattern):
        return "visits something that is no place"
    if not destinations and _of_many(scene, pattern):
        return "visits several countries that are not named"
    if not visitors and (_named_otherwise(scene) or _made_by_another(scene) or _somebody_else(scene, pattern)):
        return "its visitor represents no country that the text tells"
    if not visitors and not destinations:
        definite = scene.clause.form == "noun" and not pattern.weak and modifiers.is_definite(scene)
        return "" if definite else "names neither an official visitor nor a country"
    if pattern.weak and len(destinations) > 1 and any(a.via == "relative" for a in scene.clause.complements):
        return "which of several places is meant is not told"
    beside = any("/" in slot for slot in pattern.visitor)  # "Trump and the visiting premier discussed settlements"
    if scene.clause.lemma == "discuss" and not beside and not _face_to_face(scene, destinations):
        return "the place is what is spoken of"
    if pattern.name == "meet-again" and not _one_another(scene):
        return "sees something, meets nobody"
    if pattern.name == "spend" and visitors and not destinations and _is_spent_there(scene):
        return ""  # "the guest house where she will spend two nights": where, was told
    if pattern.weak and not (visitors and destinations):
        gathering = pattern.name == "talks" and scene.clause.lemma in scene.lexicon.summits and len(visitors) > 1
        return "" if gathering and not destinations else "no travel is stated"
    told = _by_company(scene, pattern, visitors, destinations) or _by_rule(scene, pattern, visitors, destinations)
    return told or _by_trigger(scene, pattern)


def _face_to_face(scene: Scene, destinations: Sequence[Destination]) -> bool:
    """ "discussed the crisis with Medvedev in Sochi", against "discussed the situation in Ukraine"."""
    partner = scene.clause.complement("with")
    places = [m.span for m in mentions_of(destinations)]
    first = scene.clause.predicate  # "In Paris, he discussed the problem with Chirac"
    if partner is None or any("," in scene.analysis.text[partner.span.end : span.start] for span in places):
        return False  # "discuss all issues with him, including the policy in Syria"
    return all(partner.span.before(span) or span.before(first) for span in places)


def _plays(scene: Scene, visitors: Sequence[Mention]) -> bool:
    """ "Morocco travel to Mexico for the World Cup": a country without a person is a team there."""
    named = [m for m in visitors if m.actor is not None and (m.actor.name or m.actor.role) and m.kind in PERSONS]
    return not named and _SPORT.search(scene.sentence_span.of(scene.analysis.text)) is not None


_SPORT: Final = re.compile(rf"\b(?:{'|'.join(sorted(words_of('sport')))})\b")


def _by_company(
    scene: Scene, pattern: Pattern, visitors: Sequence[Mention], destinations: Sequence[Destination]
) -> str:
    """What is refused for those who come together."""
    if scene.clause.lemma == "join" and _joins_somebody(scene) and _lie_inside(scene, destinations):
        return "joins somebody, wherever that is"
    if pattern.name in _ASSEMBLING and visitors and all(_are_members(m) for m in visitors):
        return "leaders of an organisation's members, who may be anybody"
    return ""


def _by_rule(scene: Scene, pattern: Pattern, visitors: Sequence[Mention], destinations: Sequence[Destination]) -> str:
    """What a rule of its own refuses."""
    posted = pattern.weak or pattern.name in ("host", "arrive")
    foreign = [m for m in visitors if country_of(m) not in {g.country for g in destinations}]
    resident = pattern.gathering and visitors and all(lives_there(m, destinations, scene) for m in visitors)
    if resident or (posted and at_the_post(scene, foreign)):
        return "an ambassador at the post"
    if visitors and _plays(scene, visitors):
        return "a team, no visitor of state"
    if pattern.name == "travel" and scene.clause.lemma in _GOING_ON and _does_else(scene):
        return "goes on with something that is no journey"
    if pattern.name in ("travel", "arrive", "pass") and _leads_nowhere(scene, destinations):
        return "leads to something that is no place"
    if pattern.name == "travel" and not destinations and "abroad" in scene.words(scene.sentence_span):
        return "goes abroad, nowhere in particular"
    if pattern.delegation and not _leads_delegation(scene):
        return "leads no delegation"
    if pattern.name == "spend" and not _is_time(scene):
        return "spends no time"
    if pattern.name == "leave" and not (destinations or onward(scene)) and not visitors:
        return "names neither an official visitor nor a country"
    if pattern.name in ("host", "invite", "bar") and not visitors:
        return "receives nobody who represents a country"
    remote = is_remote(scene.analysis, scene.clause.sentence, scene.lexicon.remote)
    if remote and (pattern.weak or pattern.gathering):
        return "a call or a video meeting, nobody travels"
    partakes = pattern.gathering and any(a.lemma in scene.lexicon.nouns for a in arguments(scene.clause, "in"))
    if partakes or (not destinations and _is_along(scene)):
        return "goes along on a visit told elsewhere"
    if pattern.gathering and not destinations and _attends_else(scene):
        return "attends something that is no gathering of states"
    return ""


def _is_spent_there(scene: Scene) -> bool:
    """ "will spend two nights", "spent six hours in the enclave"."""
    return of_nights(scene) is not None or (in_a_land(scene.clause) and _is_time(scene))


def _is_along(scene: Scene) -> bool:
    """ "are also on the trip", "is along for the trip": who is on "the" trip is on somebody's told before."""
    verb = scene.tie.governor
    return verb is not None and scene.clause.form == "noun" and goes_along(verb, scene.analysis, scene.lexicon.nouns)


def _by_trigger(scene: Scene, pattern: Pattern) -> str:
    """What a trigger is refused for that has another sense."""
    if pattern.name == "host" and _welcomes_a_deed(scene):
        return "welcomes what somebody does"
    if scene.clause.lemma == "flight" and not scene.clause.complement("to", "from"):
        return "flies to nowhere in particular"
    return ""


def _joins_somebody(scene: Scene) -> bool:
    """ "will be joined by the president of the commission": no gathering is told."""
    joined = [m for a in arguments(scene.clause, "object") for m in heads(a, scene.mentions)]
    return bool(joined) and all(m.kind in SINGLE for m in joined)


def _lie_inside(scene: Scene, destinations: Sequence[Destination]) -> bool:
    """True where no place is named outside of whoever is joined: "Estonia's Reinsalu was joined by Rinkevics"."""
    joined = list(arguments(scene.clause, "object"))
    return all(any(a.span.contains(m.span) for a in joined) for m in mentions_of(destinations))


def _are_members(mention: Mention) -> bool:
    """ "EU leaders", "ASEAN foreign ministers": of the members, and none of them named."""
    actor = mention.actor
    group = mention.kind is MentionKind.GROUP and actor is not None and actor.sector is Sector.IGO
    return group and _MEMBERS.search(mention.text) is not None


_MEMBERS: Final = re.compile(r"\b(?:leaders|ministers|presidents|premiers|chiefs|heads of (?:state|government))\b")
_ASSEMBLING: Final = ("host", "invite", "meet", "talks", "presence", *ATTENDING)
_GOING_ON: Final = words_of("going_on")


def _does_else(scene: Scene) -> bool:
    """ "to continue deportations to Afghanistan"."""
    taken = scene.clause.object
    return taken is not None and taken.lemma not in scene.lexicon.nouns


def _welcomes_a_deed(scene: Scene) -> bool:
    """ "welcomes President Xi attending the forum": the deed is welcome; not "welcomed Xi arriving in Oslo"."""
    taken = scene.clause.object
    if scene.clause.lemma != "welcome" or taken is None:
        return False
    deeds = (c for c in scene.dependents("participle") if c.voice == "active" and not c.tense and c.subject is not None)
    others = (c for c in deeds if c.lemma not in scene.lexicon.going and c.lemma not in scene.lexicon.verbs_of("visit"))
    return any(c.subject is not None and c.subject.head.overlaps(taken.head) for c in others)


_REACHED: Final = words_of("reached")


def _leads_nowhere(scene: Scene, destinations: Sequence[Destination]) -> bool:
    """ "came to office", "went to war", "goes to court": the way leads to nothing that lies abroad."""
    if any(a.lemma.lower() in _REACHED for a in arguments(scene.clause, "at")):
        return True  # "arrived at a common position on Kosovo"
    if any(a.lemma == "airspace" for a in arguments(scene.clause, "through")):
        return True  # "passed through Russian airspace"
    ends = [] if destinations else arguments(scene.clause, "to")
    return any(a.lemma.lower() in scene.lexicon.no_places for a in ends)


def _one_another(scene: Scene) -> bool:
    """ "see each other": two who meet."""
    taken = scene.clause.object
    return taken is not None and taken.span.of(scene.analysis.text).lower() in ("each other", "one another")


def _of_thought(scene: Scene, pattern: Pattern) -> bool:
    """ "would not be visiting the subject again": what the verb takes is spoken of, and nobody goes there."""
    thought = pattern.name == "visit" or scene.clause.lemma == "address"
    return thought and any(a.lemma in scene.lexicon.abstract for a in arguments(scene.clause, "object"))


def _leads_delegation(scene: Scene) -> bool:
    """ "led a team of 30", "is bringing a delegation": the object is a group that is sent."""
    return any(a.lemma.lower() in _SENT for a in arguments(scene.clause, "object"))


_SENT: Final = words_of("sent")


def _attends_else(scene: Scene) -> bool:
    """ "attends drills in Krtsanisi": the object is named and is no gathering."""
    taken = scene.clause.object
    return (
        taken is not None
        and not scene.is_gathering(taken)
        and scene.clause.lemma in ("attend", "open", "address", "join", "chair", "co-chair")
    )


def _itinerary(scene: Scene, pattern: Pattern) -> bool:
    """ "The tour began in Brazil": the verb tells the stop, so the noun tells none."""
    verb = scene.tie.governor
    if scene.clause.form != "noun" or pattern.weak or verb is None:
        return False
    if scene.tie.relation == "object":
        return names_stop(evolve(scene, clause=verb))
    if scene.tie.relation != "subject":
        return False
    return verb.lemma in scene.lexicon.itinerary.lemmas and verb.complement("in", "to") is not None


def _of_many(scene: Scene, pattern: Pattern) -> bool:
    """ "visited 44 countries": where, is not told."""
    taken = scene.clause.object
    if pattern.name != "visit" or taken is None or taken.lemma not in _COUNTED:
        return False
    return taken.head.of(scene.analysis.text).lower() != taken.lemma


_COUNTED: Final = words_of("counted")


def _is_time(scene: Scene) -> bool:
    """ "spent five days", "will spend the weekend"."""
    taken = scene.clause.object
    times = scene.analysis.times(scene.clause.sentence)
    if taken is None:
        return any(scene.clause.extent.overlaps(t.span) for t in times)
    return taken.lemma in _TIMES or any(taken.span.overlaps(t.span) for t in times)


_TIMES: Final = words_of("times")


def _somebody_else(scene: Scene, pattern: Pattern) -> bool:
    """ "Richard Nixon, who visited Saigon in 1969": a person by name, so nobody that was told before is meant."""
    clause = scene.clause
    if clause.form != "verb" or clause.voice != "active" or clause.subject is None or "subject" not in pattern.visitor:
        return False
    head = clause.subject.head
    if _are_others(clause.subject, scene) or _OF_ANY.search(clause.subject.span.of(scene.analysis.text)):
        return True  # "The presidents of four states arrived", "Three ministers arrived"
    if _ANY_ONE.match(scene.analysis.text, clause.subject.span.start) and clause.subject.lemma not in _CONVEYANCES:
        return True  # "A private rice trader visited Tokyo"
    return any(
        m.kind is MentionKind.PERSON and m.actor is not None and m.actor.name and m.span.contains(head)
        for m in scene.mentions
    )


_OF_ANY: Final = re.compile(rf"\bof (?:\d+|{SEVERAL}|several|some|many|other|various|neighbou?ring)\b")
_ANY_ONE: Final = re.compile(r"(?i)an? ")
# Indefinite subjects that take whoever was told of somewhere.
_CONVEYANCES: Final = words_of("conveyances")


def _are_others(subject: Argument, scene: Scene) -> bool:
    """ "Three Navy vessels arrived for a visit": several that have not been told of."""
    many = _NUMERAL.match(scene.analysis.text, subject.span.start) is not None
    return many and subject.lemma not in _CONVEYANCES


_NUMERAL: Final = re.compile(rf"(?i)(?:\d+|{SEVERAL}|several|some|dozens|hundreds)\b")


def _made_by_another(scene: Scene) -> bool:
    """ "Opposition leader X cut short a visit to Dubai": a person by name makes it, so nobody told elsewhere does."""
    verb = scene.tie.governor
    if scene.clause.form != "noun" or verb is None or scene.tie.relation != "object" or verb.voice != "active":
        return False
    cut = verb.lemma == "cut"  # "cut short a visit"
    if verb.subject is None or not (cut or scene.lexicon.carriers.get(verb.lemma) in ("occurred", "ongoing")):
        return False
    makers = heads(verb.subject, scene.mentions)
    return any(m.kind is MentionKind.PERSON and m.actor is not None and m.actor.name for m in makers)


def _named_otherwise(scene: Scene) -> bool:
    """ "the visit by Vice Marshal Jo": somebody is named who is no visitor that we know, so nobody else is one."""
    clause = scene.clause
    if clause.form != "noun" or clause.subject is None:
        return False
    own = clause.subject.via in ("", "possessive")
    whose = clause.subject.span.of(scene.analysis.text).lower()
    if whose == "its":
        return True  # of a thing or a group, never of the person told before
    if whose not in POSSESSIVES:
        return own or _are_others(clause.subject, scene)
    owners = [m.actor for m in scene.mentions if m.span == clause.subject.span and m.actor is not None]
    return any(a.name and a.country and a.sector is Sector.OPP for a in owners)  # "the Labour leader ... his trip"


def _left_open(scene: Scene) -> bool:
    """ "It did not say how long they would stay": nothing is denied, nothing told."""
    governor = scene.tie.governor
    if governor is not None and governor.lemma in _ASKING and scene.tie.relation == "complement":
        return scene.subordinator in _QUESTIONS
    if governor is None or not governor.negated:
        return False
    if scene.tie.relation != "complement" and governor.lemma not in _OPEN:
        return False
    return (
        scene.subordinator in _QUESTIONS
        or _HOW_LONG.search(scene.analysis.text, governor.predicate.end, scene.clause.predicate.start) is not None
    )


_ASKING: Final = words_of("inquiring")
_OPEN: Final = words_of("leaving_open")
_QUESTIONS: Final = frozenset({"when", "whether", "if", "where", "who", "why", "how"})
_HOW_LONG: Final = re.compile(r"\b(?:how (?:long|many|often)|when|whether|which)\b")


def _generic(scene: Scene) -> bool:
    """True for "rarely hosts foreign guests", "never visits": an adverb of habit with a present tense.

    So are trips that are spoken of in general: "has scaled down his trips abroad".
    """
    clause = scene.clause
    tokens = scene.analysis.tokens(clause.sentence)
    first = modifiers.first_token(tokens, clause.predicate)
    if clause.form == "verb":
        around = tokens.lowers[max(0, first - 2) : first + 4]
        return clause.tense == "present" and any(word in scene.lexicon.generic for word in around)
    plural = first < len(tokens) and tokens.features[first] == "P"
    return plural and clause.lemma not in scene.lexicon.gatherings and not clause.complements and not scheduled(scene)
