"""Who travels in a delegation or aboard a vehicle: whoever leads it, whoever is sent, whoever it carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Argument, Mention, MentionKind, Modality, Role
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.destinations.places import destinations_in
from eventx_state_visit.lexicon import words_of
from eventx_state_visit.parties import country_of, is_person, may_travel

_VEHICLES: Final = words_of("vehicles")
_BEARING: Final = words_of("bearing")


def aboard(scene: Scene) -> list[Mention]:
    """Kim, in "Kim's armoured train rolled into China"; Li, in "the plane carrying Premier Li landed"."""
    subject = scene.clause.subject
    if subject is not None and subject.lemma.lower() == "it" and scene.tie.relation == "adverbial":
        subject = _vehicle_above(scene)
    if subject is None or subject.lemma.lower() not in _VEHICLES:
        return []
    inside = [m for m in scene.mentions if subject.span.contains(m.span)]
    of = subject.head.end + len(" of ")  # "the plane of Premier Li"
    owners = [m for m in inside if m.span.before(subject.head) or 0 <= m.span.start - of <= len("the ")]
    held = [c for c in scene.clauses if c.lemma in _BEARING and c.subject and c.subject.head == subject.head]
    carried = [m for c in held for a in arguments(c, "object") for m in heads(a, scene.mentions)]
    return [m for m in (*owners, *carried) if is_person(m)]


def _vehicle_above(scene: Scene) -> Argument | None:
    """ "Jets escorted Premier Li's plane as it entered Pakistani airspace": what "it" takes up."""
    above = scene.tie.governor
    return next((a for a in (above.object, above.subject) if a is not None), None) if above is not None else None


def leaders_of(sent: Sequence[Mention], scene: Scene) -> list[Mention]:
    """Who leads the delegation that travels: "A delegation led by X arrived"."""
    group = sent[0].actor
    party = group is not None and (group.role is Role.DELEGATION or sent[0].kind is MentionKind.GROUP)
    if len(sent) > 1 or group is None or not party:
        return []
    return [m for m in led_by(scene, group.country) if may_travel(m, sent=True) and country_of(m) == group.country]


def led_by(scene: Scene, country: str | None = None) -> list[Mention]:
    """ "The Council, led by the Secretary General, will pay a visit": whoever leads the body that travels."""
    subject = scene.clause.subject
    for other in scene.clauses:
        led = other.lemma in ("lead", "head") and other.voice == "passive" and other.subject is not None
        # "A group of lawmakers led by the speaker"
        if led and subject is not None and other.subject is not None and subject.span.contains(other.subject.head):
            leaders = [m for a in arguments(other, "subject") for m in heads(a, scene.mentions)]
            return [m for m in (_of_country(m, country) for m in leaders) if may_travel(m)]
    return []


def _of_country(mention: Mention, country: str | None) -> Mention:
    """The mention with that country, where the text tells none."""
    actor = mention.actor
    return mention if actor is None or actor.country else evolve(mention, actor=evolve(actor, country=country))


def invited(scene: Scene) -> list[Mention]:
    """The president, in "extended an invitation to the president to visit Peru": who is asked to, not who asks."""
    clause, verb = scene.clause, scene.tie.governor
    if clause.form != "verb" or clause.tense or clause.relation not in ("purpose", "complement") or verb is None:
        return []
    taken = verb.object if verb.voice == "active" else None
    if taken is None or taken.lemma != "invitation" or verb.lemma not in _INVITING or verb.negated:
        return []
    if verb.modality is Modality.REFUSED:
        return []  # "declined to extend an invitation": nobody was asked
    asked = [a for a in (verb.indirect, verb.complement("to")) if a is not None]
    return [m for a in asked for m in heads(a, scene.mentions) if may_travel(m)]


_INVITING: Final = words_of("giving_invitations")


def sent_by(mention: Mention, scene: Scene) -> Mention:
    """A leader whose country the text does not state has that of the delegation."""
    actor = mention.actor
    if actor is None:
        return mention
    if scene.clause.lemma == "represent":
        return _representing(mention, scene)
    ahead = [a for slot in ("to", "in") for a in arguments(scene.clause, slot)]
    destinations = {d.country for a in ahead for d in destinations_in(a, scene.mentions, scene.analysis.text)}
    if actor.country is not None and actor.country not in destinations:
        return mention  # else its country was only guessed, from where the story plays
    for argument in arguments(scene.clause, "object"):
        for group in heads(argument, scene.mentions):
            if group.kind is MentionKind.GROUP and group.actor and group.actor.country:
                if group.resolved_via == "context" and group.actor.country in destinations:
                    continue  # guessed from where they go
                role = actor.role or Role.OFFICIAL
                return evolve(mention, actor=evolve(actor, country=group.actor.country, role=role))
    return mention


def let_go(mention: Mention, scene: Scene) -> Mention:
    """ "thanked President X for allowing the prime minister to visit Peru": the prime minister is X's."""
    verb, actor = scene.tie.governor, mention.actor
    if verb is None or verb.lemma not in _LETTING or verb.subject is None or actor is None or actor.country:
        return mention
    places = {country_of(m) for m in heads(scene.clause.object, scene.mentions)} if scene.clause.object else set()
    owner = next((country_of(m) for m in heads(verb.subject, scene.mentions)), None)
    if owner is None or not places or owner in places or mention.kind is not MentionKind.PERSON:
        return mention
    return evolve(mention, actor=evolve(actor, country=owner))


_LETTING: Final = words_of("letting")


def of_sender(mention: Mention, scene: Scene) -> Mention:
    """ "North Korea sent a delegation": a group of no country, or of a guessed one, has that of who sends it."""
    told = mention.actor is not None and mention.actor.country is not None and mention.resolved_via != "context"
    if told or mention.actor is None or mention.kind is not MentionKind.GROUP:
        return mention
    named = [m for a in arguments(scene.clause, "subject") for m in scene.mentions if a.span.contains(m.span)]
    sender = next((country for m in named if (country := country_of(m))), None)
    return mention if sender is None else evolve(mention, actor=evolve(mention.actor, country=sender))


def _representing(mention: Mention, scene: Scene) -> Mention:
    """ "Shettima represented Nigeria at the inauguration": the object is the country."""
    for argument in arguments(scene.clause, "object"):
        for named in heads(argument, scene.mentions):
            if named.kind is MentionKind.COUNTRY and named.actor and mention.actor:
                return evolve(mention, actor=evolve(mention.actor, country=named.actor.country))
    return mention
