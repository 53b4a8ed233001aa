"""Who travels: the mentions that fill a pattern's slots, and what stands in for an empty one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Argument, Clause, Mention, MentionKind, Role
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.modifiers import POSSESSIVES
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import WITH, arguments, heads
from eventx_state_visit.clause.ties import picks
from eventx_state_visit.lexicon import NUMBERS, SEVERAL, Pattern, words_of
from eventx_state_visit.parties import PERSONS, country_of, is_person, may_travel
from eventx_state_visit.visitors.delegations import aboard, invited, leaders_of, led_by, let_go, of_sender, sent_by

_LEADING_TO: Final = words_of("leading_to")


def visitors_of(scene: Scene, pattern: Pattern) -> list[Mention]:
    """Who travels: of the pattern's slots the first that names somebody; of a meeting all its parties."""
    found: list[Mention] = _who_chooses(scene) or _made_by(scene) or _said_behind(scene) or invited(scene)
    if found:
        return found
    for slot in pattern.visitor:
        if slot == "subject" and _only_speaks_of_it(scene):
            continue
        here = [m for a in arguments(scene.clause, slot) for m in heads(a, scene.mentions)]
        if slot == "subject" and pattern.gathering and not any(may_travel(m) for m in here):
            here = [m for a in arguments(scene.clause, "including") for m in heads(a, scene.mentions)] or here
        here = here or (_meant_by_who(scene) or aboard(scene) if slot == "subject" else [])
        if slot == "subject":
            here = [let_go(_like_those_before(m, scene), scene) for m in here]
        if pattern.delegation or scene.clause.lemma in ("represent", "head"):
            here = [sent_by(m, scene) for m in here]
        if pattern.name == "send":
            here = [of_sender(m, scene) for m in here]
        if pattern.name == "itinerary":
            here = [m for a in arguments(scene.clause, slot) for m in scene.mentions if a.span.contains(m.span)]
        here = [
            m
            for m in here
            if not _of_several(m, slot)
            and may_travel(m, sent=scene.has_delegation)
            and m not in found
            and not m.text.lower().startswith("no ")
        ]
        if not pattern.weak and here:
            return leaders_of(here, scene) or _who_makes_it(here, scene) or here
        found.extend(m for m in here if is_person(m) and (slot == "subject" or _is_named(m)))
    return found or led_by(scene) or _whose_stop(scene) or ([] if _is_later_stop(scene) else _carrying(scene, pattern))


def _who_chooses(scene: Scene) -> list[Mention]:
    """Xi, in "Xi picked Russia for his first trip": who chooses goes, and "his" means nobody told before."""
    clause, tie = scene.clause, scene.tie
    if clause.form != "noun" or clause.subject is None or tie.governor is None or not picks(tie):
        return []
    own = clause.subject.span.of(scene.analysis.text).lower() in POSSESSIVES
    return _travelling(tie.governor, "subject", scene) if own else []


def _made_by(scene: Scene) -> list[Mention]:
    """Fujimori, in "to return a visit made to Quito by President Fujimori": who made it, tells the participle."""
    if scene.clause.form != "noun":
        return []
    made = (c for c in scene.told_of("participle") if c.voice == "passive" and c.lemma in ("make", "pay"))
    return next(([m for m in _travelling(c, "subject", scene) if _is_named(m)] for c in made), [])


def _said_behind(scene: Scene) -> list[Mention]:
    """Tillerson, in "spoke alongside Secretary Tillerson, on a visit to Brussels, as": of whom the phrase is said.

    Where the subject may as well be the visitor ("met Secretary Tillerson, on a visit to Brussels"), it is.
    """
    clause, text = scene.clause, scene.analysis.text
    opening = _ON_A.search(text, scene.sentence_span.start, clause.head.start) if clause.form == "noun" else None
    if opening is None:
        return []
    named = [m for m in scene.mentions if m.span.end == opening.start() and is_person(m) and may_travel(m)]
    verb = scene.tie.governor
    if not named or verb is None or (verb.subject is not None and verb.subject.span.contains(named[0].span)):
        return []
    places = (country_of(m) for a in clause.complements for m in heads(a, scene.mentions) if a.preposition in _TO)
    destinations = {country for country in places if country}
    if country_of(named[0]) in destinations:
        return []
    hosts = {country_of(m) for m in heads(verb.subject, scene.mentions)} if verb.subject is not None else set()
    return named if hosts & destinations or _BESIDE.search(text, verb.predicate.end, named[0].span.start) else []


_TO: Final = ("to", "in")
_ON_A: Final = re.compile(r",\s+(?:currently |now |then |also )?on (?:an?|his|her|the|their)\s(?:[\w-]+\s){0,3}$")
_BESIDE: Final = re.compile(r"\b(?:alongside|beside|next to|flanked by|joined by)\s(?:the |visiting )?$")


def _like_those_before(mention: Mention, scene: Scene) -> Mention:
    """ "No Israeli leader had been there since Peres came": who came last is of the country of those who had not."""
    governor, actor = scene.tie.governor, mention.actor
    if governor is None or governor.subject is None or actor is None or mention.kind is not MentionKind.PERSON:
        return mention
    if scene.subordinator != "since" or actor.name is None:
        return mention
    whose = (m.actor for m in scene.mentions if governor.subject.span.contains(m.span))
    country = next((a.country for a in whose if a is not None and a.country), None)
    office = actor.role or Role.OFFICIAL
    if country is None or actor.country not in (None, country):
        return mention
    return evolve(mention, actor=evolve(actor, country=country, role=office, former=False))  # in office at that time


def _whose_stop(scene: Scene) -> list[Mention]:
    """Tillerson, in "Beijing was Tillerson's final stop after visiting Japan": no place travels."""
    clause, governor = scene.clause, scene.tie.governor
    if clause.form != "verb" or clause.relation != "adverbial" or governor is None or governor.lemma != "be":
        return []
    stops = [c for c in scene.clauses if c.form == "noun" and c.lemma in ("stop", "leg", "trip", "tour", "visit")]
    return next((found for stop in stops if (found := _travelling(stop, "subject", scene))), [])


def _is_later_stop(scene: Scene) -> bool:
    """ "with an audience pencilled in, before a last stop in Abu Dhabi": a stop of the journey, whosever that is."""
    governor = scene.tie.governor
    return scene.clause.lemma in ("stop", "leg") and governor is not None and governor.relation == "participle"


def _who_makes_it(told: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Macron, in "Macron will make the first visit by a French president": the subject of the verb above."""
    governor = scene.tie.governor
    unnamed = all(m.kind is MentionKind.OFFICE and m.text.lower().startswith(("a ", "an ")) for m in told)
    if scene.clause.form != "noun" or not unnamed or governor is None or scene.tie.relation != "object":
        return []
    country = country_of(told[0])
    return [m for m in _travelling(governor, "subject", scene) if is_person(m) and country_of(m) == country]


def _meant_by_who(scene: Scene) -> list[Mention]:
    """Le Drian, in "the agenda of Minister Le Drian, who is due"; King, in "King, the envoy for human rights, who".

    "Who" is a person: where the phrase before it is none, the last one named before.
    """
    subject = scene.clause.subject
    if subject is None:  # "Syria's president, who has a bounty on his head and who is coming to Riyadh"
        again = _AND_WHO.search(scene.analysis.text, scene.sentence_span.start, scene.clause.predicate.start)
        before = (c.subject for c in scene.clauses if c.head.before(scene.clause.head))
        told = [s for s in before if s is not None and s.via == "relative"]
        return [m for m in heads(told[-1], scene.mentions) if is_person(m)] if again and told else []
    if not _WHO.match(scene.analysis.text, subject.span.end):
        return []
    return [m for m in scene.mentions if m.span.end <= subject.span.end and is_person(m)][-1:]


_AND_WHO: Final = re.compile(r"\b(?:and|but) who\s+$")
_WHO: Final = re.compile(r"\s*,?\s*who\b")


_SPEAKING: Final = words_of("speaking_of")


def _only_speaks_of_it(scene: Scene) -> bool:
    """ "Rousseff criticized the trip", "to save the trip": who does something to a visit told before may be anybody."""
    clause, governor = scene.clause, scene.tie.governor
    if clause.form != "noun" or clause.subject is None or governor is None:
        return False
    spoken_of = clause.lemma in scene.lexicon.gatherings and governor.lemma in _SPEAKING
    if spoken_of and clause.subject.span.before(governor.predicate):
        return True  # "he pointed to negotiations in Kazakhstan"
    if clause.subject.via != "control":
        return False
    known = governor.lemma in scene.lexicon.carriers or governor.lemma in scene.lexicon.going
    own = known or governor.lemma in scene.lexicon.itinerary.lemmas or governor.lemma in scene.lexicon.soft
    return scene.tie.relation == "object" and modifiers.is_definite(scene) and not own


def _of_several(mention: Mention, slot: str) -> bool:
    """ "the Lions on their tour": a plural possessor is none of the single persons whom it may be taken for.

    "Representatives from China, India and Russia" are nobody in particular.
    """
    if len(mention.members) > 1 and _FROM_SEVERAL.match(mention.text):
        return True
    alone = mention.kind is MentionKind.PRONOUN and not mention.members
    return alone and slot == "subject" and mention.text.lower() == "their" and not mention.plural


_FROM_SEVERAL: Final = re.compile(r"(?!the\b|both\b)(?:[\w-]+ ){0,3}[a-z]+s from ", re.IGNORECASE)


def _is_named(mention: Mention) -> bool:
    """True for a party of a meeting whose name is known: the unnamed may well be at home there."""
    return all(e is not None and e.name for e in mention.members or (mention.actor,))


def _carrying(scene: Scene, pattern: Pattern) -> list[Mention]:
    """Whom the noun does not tell, the verb above it or the main clause does.

    "The delegation concluded its visit", "is scheduled for a visit", "During a visit to Tirana, the minister said".
    """
    clause, tie = scene.clause, scene.tie
    if clause.subject is None and (pattern.delegation or modifiers.is_superlative(scene)):
        return _named_before(scene)
    if clause.form != "noun":
        return []
    if pattern.weak:
        return _after_talks(scene) if pattern.name == "talks" else []
    subject = clause.subject
    welcome = pattern.name == "welcome" and subject is not None and subject.via == "possessive"
    owned = subject is not None and subject.span.of(scene.analysis.text).lower() not in POSSESSIVES | {"what"}
    if owned and not welcome:
        return []
    if tie.governor is not None and (tie.relation == "object" or tie.preposition in _LEADING_TO):
        given = tie.governor.lemma in ("give", "accord", "give in")  # "were given a hero's welcome"
        passive = tie.governor.voice == "passive" and (given or tie.relation != "object")
        slot = "object" if passive else "subject"
        found = _travelling(tie.governor, slot, scene)
        if found and not _another(subject, found, scene):
            return found
    if modifiers.preceding(scene)[0] not in scene.lexicon.ties:
        return []
    verbs = [c for c in scene.clauses if c.form == "verb" and c.subject and c.relation != "relative"]
    around = [c for c in verbs if not c.extent.before(clause.head)]
    holding = [c for c in around if c.extent.contains(clause.head)] or around
    found = _travelling(holding[0], _traveller_of(holding[0], scene), scene) if holding else []
    return [] if _another(subject, found, scene) else found


def _after_talks(scene: Scene) -> list[Mention]:
    """ "arrived in Georgia after talks in Baku": whoever travels on was there."""
    if modifiers.preceding(scene)[0] not in ("after", "following") or scene.clause.subject is not None:
        return []
    before = [c for c in scene.clauses if c.form == "verb" and c.predicate.before(scene.clause.head)]
    verb = before[-1] if before else None
    pattern = scene.lexicon.verbs.get(verb.lemma) if verb is not None else None
    if verb is None or pattern is None or not pattern.motion:
        return []
    return [m for m in _travelling(verb, "subject", scene) if is_person(m)]


def _traveller_of(verb: Clause, scene: Scene) -> str:
    """ "was told during a visit", "welcomed the emperor at the start of a visit": the slot of whoever is there."""
    return "object" if verb.voice == "passive" or verb.lemma in scene.lexicon.verbs_of("host") else "subject"


def _another(subject: Argument | None, found: Sequence[Mention], scene: Scene) -> bool:
    """ "X will advise the Lions on their tour": "their" is no single person's, "its" no person's."""
    if subject is None:
        return False
    word = subject.span.of(scene.analysis.text).lower()
    alone = len(found) == 1 and is_person(found[0]) and not found[0].members
    return alone and word in ("their", "its")


def _named_before(scene: Scene) -> list[Mention]:
    """ "The adviser, Ada Oduya, led a delegation": the person right before the verb.

    Also "Albright, the most senior official to come": whom the phrase before the infinitive is said of.
    """
    start = scene.clause.predicate.start
    described = (MentionKind.OFFICE, MentionKind.GROUP)
    office = next((m for m in scene.mentions if m.kind in described and 0 <= start - m.span.end <= 1), None)
    start = office.span.start if office is not None else start
    near = [m for m in scene.mentions if m.kind is MentionKind.PERSON and 0 <= start - m.span.end <= _COMMA]
    return [m for m in (sent_by(m, scene) for m in near[-1:]) if may_travel(m, sent=True)]


_COMMA: Final = 3  # characters that a comma and spaces take


def _travelling(clause: Clause, slot: str, scene: Scene) -> list[Mention]:
    return [m for a in arguments(clause, slot) for m in heads(a, scene.mentions) if may_travel(m)]


def named_next(scene: Scene) -> list[Mention]:
    """Who arrived, in "The presidents of four states arrived in Oslo. A of B, C of D, E of F and G of H spoke there".

    As many as the first sentence counts must act in the next one; whoever acts together with them is there as well.
    """
    subject, following = scene.clause.subject, scene.clause.sentence + 1
    if subject is None or following >= len(scene.analysis.sentences):
        return []
    counted = _COUNT.search(subject.span.of(scene.analysis.text))
    acting = next((c for c in scene.analysis.clauses(following) if c.form == "verb" and c.tense), None)
    if counted is None or acting is None or acting.subject is None or acting.negated:
        return []
    mentions = scene.analysis.mentions(following)
    named = [m for m in heads(acting.subject, mentions) if m.kind in PERSONS and may_travel(m)]
    if len(named) != NUMBERS[counted[1].lower()] or len(acting.subject.conjuncts) != len(named):
        return []
    if acting.lemma not in scene.lexicon.placing:
        return named
    joined = [m for slot in WITH[1:] for a in arguments(acting, slot) for m in heads(a, mentions)]
    return [*named, *(m for m in joined if m.kind in PERSONS and may_travel(m))]


# "Four presidents", "The presidents of four states"; not "The two leaders", who were told before.
_COUNT: Final = re.compile(rf"(?i)(?:^|\bof )({SEVERAL})\b")
