"""The destinations that a clause gives, from its slots or from what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Argument, Clause, Mention, MentionKind, PlacePrecision, Span
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import ABOUT, arguments, heads
from eventx_state_visit.clause.ties import tie_of
from eventx_state_visit.destinations.dependents import (
    appointed,
    embedded,
    held,
    made,
    of_purpose,
    scheduled,
    then_to,
    where,
)
from eventx_state_visit.destinations.descriptions import by_description, place_or_demonym, several_lands
from eventx_state_visit.destinations.governors import (
    chosen,
    lapsed,
    named_ahead,
    of_carrier,
    of_governor,
    of_main,
    of_who_ends,
    of_who_prepares,
    of_witness,
)
from eventx_state_visit.destinations.places import (
    NAMES,
    Destination,
    destinations_in,
    grouped,
    home_of,
    home_of_those,
    located,
)
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import PERSONS, country_of


def destinations_of(
    scene: Scene, pattern: Pattern, visitors: Sequence[Mention], hosts: Sequence[Mention]
) -> list[Destination]:
    """The destinations, one a country; empty where the clause gives none."""
    found = _in_slots(scene, pattern, visitors) or _on_island(scene, pattern)
    if found:
        return _of_hosts(scene, pattern, hosts) or found
    if pattern.name == "leave":
        return []
    if pattern.name == "bar":
        return [Destination(d.country, ()) for d in home_of_those(hosts)]  # "was refused a visa by Moscow"
    if pattern.name in ("host", "invite"):
        return home_of_those(hosts)
    clause = scene.clause
    if pattern.name == "talks" and clause.form == "noun":
        return of_carrier(scene) or appointed(scene)
    if clause.form == "noun" and not pattern.weak:
        persons = [m for a in arguments(clause, "to") for m in heads(a, scene.mentions) if m.kind in PERSONS]
        if persons and pattern.name == "visit":
            return home_of_those(persons)  # "made a visit to the Israeli prime minister"
        known = made(scene) or _modifying(scene) or of_who_ends(scene, _origin(visitors))
        known = known or scheduled(scene) or of_governor(scene, _origin(visitors)) or of_purpose(scene)
        known = known or chosen(scene) or lapsed(scene) or of_who_prepares(scene, _origin(visitors))
        return known or where(scene) or _here(scene) or of_witness(scene, _origin(visitors))
    if pattern.name == "visit":
        named = [m for a in arguments(clause, "object") for m in heads(a, scene.mentions)]
        return home_of_those(named) or _here(scene)
    if pattern.gathering:
        return embedded(scene) or _here(scene) or _further_on(scene) or held(scene) or where(scene)
    if pattern.motion or pattern.delegation:
        return embedded(scene) or _here(scene) or _in_town(scene)
    return named_ahead(scene) if pattern.name == "meet" else []


_MET_THERE: Final = words_of("met_there")


def _besides(scene: Scene, argument: Argument, found: Sequence[Destination]) -> Iterator[Destination]:
    """ "will visit Aceh in Indonesia, as well as Sri Lanka"."""
    for other in arguments(scene.clause, "as well as"):
        if argument.span.before(other.span):
            told = {destination.country for destination in found}
            named = destinations_in(other, scene.mentions, scene.analysis.text)
            yield from (d for d in named if d.country not in told)


def _on_island(scene: Scene, pattern: Pattern) -> list[Destination]:
    """ "on the Greek island of Rhodes", "on the German leg of his tour": the only places that one is "on"."""
    if pattern.name not in ("visit", "stay", "spend", "arrive", "arrival"):
        return []
    legs = [a for a in arguments(scene.clause, "on") if a.lemma in _LEGS]
    for mention in (m for a in legs for m in scene.mentions if a.span.contains(m.span) and m.span.before(a.head)):
        if mention.kind is MentionKind.DEMONYM and (country := place_or_demonym(mention)):
            return [Destination(country, (mention,))]
    isles = [a for a in arguments(scene.clause, "on") if a.lemma.lower() in _ISLES]
    return next((d for a in isles if (d := by_description(a, scene.analysis, scene.clause.sentence, None))), [])


_LEGS: Final = words_of("legs")
_ISLES: Final = words_of("isles")


def _further_on(scene: Scene) -> list[Destination]:
    """ "attend a meeting of Islamic countries, the D-8, in Cairo": "in" and a place behind the apposition."""
    text, taken = scene.analysis.text, scene.clause.object
    if taken is None or not scene.is_gathering(taken):
        return []
    verbs = [c.predicate.start for c in scene.clauses if c.form == "verb" and c.tense]
    end = min((at for at in verbs if at > taken.head.end), default=scene.sentence_span.end)
    behind = [m for m in scene.mentions if place_of(m) and taken.head.before(m.span) and m.span.end <= end]
    named = [m for m in behind if _IN.search(text, max(0, m.span.start - 12), m.span.start)]
    return grouped(named[:1])


_IN: Final = re.compile(r"\s(?:in|at)\s+(?:the\s+)?$")


def _origin(visitors: Sequence[Mention]) -> str | None:
    return next((m.actor.country for m in visitors if m.actor), None)


def _in_slots(scene: Scene, pattern: Pattern, visitors: Sequence[Mention]) -> list[Destination]:
    clause, origin = scene.clause, _origin(visitors)
    for slot in pattern.destination:
        found: list[Destination] = []
        for argument in arguments(clause, slot):
            if _is_no_place(scene, slot, argument, visitors) or _of_another(scene, argument):
                continue
            if pattern.weak and clause.form == "noun" and _of_topic(clause, argument):
                continue
            if found and clause.form == "verb" and _of_visit_noun(scene, argument):
                continue  # "will fly to Tokyo, with a possible visit to Canada"
            if slot == "to" and clause.form == "noun" and argument.lemma in _MET_THERE:
                continue  # "on a visit to US troops at Bagram"
            inner = pattern.gathering or scene.is_gathering(argument)
            if slot == "object" and pattern.name == "attend" and argument.lemma.lower() in _CHAMBERS:
                found.extend(_of_chamber(scene, argument, origin))
                continue
            here = destinations_in(argument, scene.mentions, scene.analysis.text, deep=inner)
            if inner and pattern.gathering:
                here = [d for d in here if not _is_topic(d, argument, scene)]
            if not here and clause.form == "noun" and argument.lemma == "country":
                here = of_governor(scene, origin) or of_main(scene, origin)  # "on his trip to the country"
            if clause.lemma not in ("tour", "leave") or argument.lemma != "country":  # who tours it is at home there
                here = here or by_description(argument, scene.analysis, clause.sentence, origin)
            if not (pattern.gathering or pattern.weak):
                here = here or several_lands(argument, scene.analysis, clause.sentence, origin)
            if not here and pattern.name in ("visit", "travel", "arrive") and slot not in ("for", "between"):
                here = destinations_in(argument, scene.mentions, scene.analysis.text, deep=True)
            found.extend(d for d in here if d.country not in {f.country for f in found})
            if found and not pattern.weak:
                found.extend(_besides(scene, argument, found))
            if found and pattern.name == "travel" and slot == "to":
                found.extend(then_to(scene, found))
            if found and pattern.weak:
                break  # "talks in Dushanbe on the situation in Afghanistan"
        if found:
            return found
    return _to_where(scene) if pattern.name == "travel" else []


def _is_no_place(scene: Scene, slot: str, argument: Argument, visitors: Sequence[Mention]) -> bool:
    """ "Official Visit of the Crown Prince of Jordan": whose visit it is; "visited the wounded": who they are."""
    if slot == "object":
        return argument.lemma in scene.lexicon.veto_objects
    return slot == "of" and any(m in visitors for m in heads(argument, scene.mentions))


def _is_topic(destination: Destination, gathering: Argument, scene: Scene) -> bool:
    """ "the Mali Recovery Conference", "the Libya summit": a country before the noun is what it is about."""
    text = scene.analysis.text
    ahead = [m for m in destination.mentions if gathering.span.contains(m.span) and m.span.before(gathering.head)]
    named = [m for m in ahead if (p := place_of(m)) is not None and p.precision is PlacePrecision.COUNTRY]
    # not "Mali's conference", "in Mali for the summit"
    apart = (text[m.span.end : gathering.head.start] for m in named)
    return len(named) == len(destination.mentions) and all(_COMPOUND.fullmatch(words) for words in apart)


_COMPOUND: Final = re.compile(r"(?: [A-Z][\w-]+)* ")


def _of_hosts(scene: Scene, pattern: Pattern, hosts: Sequence[Mention]) -> list[Destination]:
    """ "is to be received by the king at the palace in Oslo, with the war in Syria on the agenda": in whose country.

    Empty where none of the places lies in the country of those who receive.
    """
    if pattern.name != "host":
        return []
    own = {country_of(m) for m in hosts}
    named = (_in_slots(scene, evolve(pattern, destination=(slot,)), ()) for slot in pattern.destination)
    return [d for found in named for d in found if d.country in own][:1]


_CHAMBERS: Final = words_of("chambers")


def _of_chamber(scene: Scene, argument: Argument, origin: str | None) -> list[Destination]:
    """ "addressed both houses of Ethiopia's parliament", "addressed the Israeli Knesset": whose parliament it is."""
    if not scene.clause.tense:
        return []  # "was invited to address Congress"
    inside = [m for m in scene.mentions if argument.span.contains(m.span) and m.actor is not None]
    codes = dict.fromkeys(m.actor.country for m in inside if m.actor and m.actor.country not in (None, origin))
    named = [m for m in inside if m.kind is MentionKind.COUNTRY]
    code = next((c for c in codes if c and c not in ORGANIZATIONS), None)
    return [Destination(code, tuple(m for m in named if m.actor and m.actor.country == code))] if code else []


def _to_where(scene: Scene) -> list[Destination]:
    """ "Beijing, where he will fly to on Saturday": the place that "where" takes up is the destination."""
    taken = [a for a in arguments(scene.clause, "in") if a.via == "relative"]
    return [d for a in taken for d in destinations_in(a, scene.mentions, scene.analysis.text)]


def onward(scene: Scene) -> list[Destination]:
    """Where the way leads from a country that somebody leaves: "left Cairo for Tunis", "leaving for Thailand"."""
    for slot in ("for", "to"):
        for argument in arguments(scene.clause, slot):
            found = destinations_in(argument, scene.mentions, scene.analysis.text)
            # "will leave for the lakeside resort of Ohrid"
            found = found or by_description(argument, scene.analysis, scene.clause.sentence, None)
            if found and not _of_visit_noun(scene, argument):  # not "left Rome ahead of a visit to Peru"
                return found
    return embedded(scene)


def origins(scene: Scene) -> list[Destination]:
    """Where a traveller comes from: "flew in from New Delhi"."""
    return located(scene, scene.clause, "from")[:1]


def _here(scene: Scene) -> list[Destination]:
    """ "arrived here", "his debut here": the place of the dateline."""
    end = min(scene.clause.extent.end + _NEXT_WORD, scene.sentence_span.end)
    return home_of(scene.analysis) if "here" in scene.words(Span(scene.clause.extent.start, end)) else []


_NEXT_WORD: Final = 5  # characters in which "here" stands right behind a clause


def _in_town(scene: Scene) -> list[Destination]:
    """ "BANGUI - The envoy went to the presidential palace": a building of the place of the dateline."""
    if any(a.lemma in _BUILDINGS for a in arguments(scene.clause, "to")):
        return home_of(scene.analysis)
    return []


_BUILDINGS: Final = words_of("buildings")


def _modifying(scene: Scene) -> list[Destination]:
    """The destination before the noun: "his China trip", "the Beijing visit"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    indexes = modifiers.before_head(tokens, scene.clause)
    if not indexes:
        return []
    span = Span(tokens.starts[min(indexes)], scene.clause.head.start)
    named = [m for m in scene.mentions if span.contains(m.span) and m.kind in NAMES]
    return grouped(named)


def _of_topic(clause: Clause, argument: Argument) -> bool:
    """ "talks on the occupations in Zimbabwe": a place behind what is talked about is where that takes place."""
    return any(c.preposition in ABOUT and c.span.before(argument.span) for c in clause.complements)


def _of_another(scene: Scene, argument: Argument) -> bool:
    """ "cancelled his trip after a visit to Saudi Arabia": the place belongs to the visit noun that is nearer.

    So does one before the verb: "Following a visit to Rabat, the minister flew to Madrid"; and where there were talks
    before: "arrived in Georgia after talks in Baku".
    """
    clause = scene.clause
    fronted = argument.span.before(clause.predicate)
    if clause.form == "verb" and not fronted:
        return any(
            other.form == "noun"
            and other.governor is not None
            and scene.clauses[other.governor] is clause
            and scene.lexicon.tied(tie_of(other, scene.clauses).preposition) in ("before", "after")
            and any(held.span == argument.span for held in other.complements)
            for other in scene.clauses
        )
    inner = argument.preposition in ("in", "at") and clause.form == "noun"  # "a visit in response to protests in X"
    return any(
        other.form == "noun"
        and (other.lemma in scene.lexicon.nouns or (inner and other.lemma not in scene.lexicon.gatherings))
        and (fronted or clause.head.before(other.head))
        and other is not clause
        and any(held.span == argument.span for held in other.complements)
        for other in scene.clauses
    )


def _of_visit_noun(scene: Scene, argument: Argument) -> bool:
    """True for a place that a visit noun between the verb and it takes as well."""
    nouns = [c for c in scene.clauses if c.form == "noun" and c.lemma in scene.lexicon.nouns]
    held = [c for c in nouns if scene.clause.predicate.before(c.head) and c.head.before(argument.span)]
    return any(a.span == argument.span for c in held for a in c.complements)
