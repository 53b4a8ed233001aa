"""Filling the roles of a frame from a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from eventx.frames.classes import admits
from eventx.frames.deeds import doers
from eventx.frames.heads import COUNTRIES, SUFFERED, mentions_of, suffered
from eventx.frames.model import COMPLEMENT, RoleSource
from eventx.frames.model import Role as FrameRole
from eventx.frames.occasions import occasions, of_occasion
from eventx.frames.refer import (
    at_home,
    author,
    left_of,
    locals_of,
    of_dateline,
    others,
)  # fmt: skip
from eventx.frames.slots import arguments
from eventx.frames.topics import is_topic, is_venue
from eventx.frames.view import View
from eventx.frames.words import ARMS
from eventx.lexicon.predicates import load_predicates
from eventx.records import Argument, Clause, Mention, MentionKind, PlacePrecision, Sector

_PREPOSITIONS: Final = (
    "against", "with", "to", "on", "from", "of", "for", "at", "over", "into", "between", "toward", "towards", "in",
    "by", "among", "about", "through", "across", "near",
)  # fmt: skip
OBJECTS: Final = (RoleSource("object"), RoleSource("prep", _PREPOSITIONS))
_EMBEDDED: Final = (
    RoleSource("subject"),
    RoleSource("object"),
    RoleSource("indirect"),
    RoleSource("prep", _PREPOSITIONS),
)


def fillers(
    view: View,
    clause: Clause,
    role: FrameRole,
    taken: Sequence[Mention] = (),
    *,
    acting: bool = False,
    topics: frozenset[str] = frozenset(),
) -> list[Mention]:
    """The mentions that fill a role, from the first source that gives any; none of those ``taken``.

    ``acting`` is for the role of the actor: "Finnish tanks" act for Finland, a "Finnish firm" does not. In the others
    one whose country is only the scene's ("the men") gives way to one of a later source whose country is stated.
    Beside one of the ``topics`` a country is no party.
    """
    keys = {m.actor.key for m in taken if m.actor}
    weak: list[Mention] = []
    told = clause.form == "verb" and clause.voice == "active" and clause.subject is not None
    for source in role.acting if acting and told else role.sources:
        found = [
            m
            for m in of_source(view, clause, source, taken, acting=acting)
            if m not in taken
            and admits(m, role, leisure=view.leisure)
            and not (m.actor and m.actor.key in keys)
            and not _is_their_own(m, taken, source)
            and not (topics and is_topic(view, m, topics))
            and not is_venue(view, m)
        ]
        if weak and found and (_of_their_place(found, weak) or all(m.kind is MentionKind.PRONOUN for m in found)):
            break  # "blamed extremists for her death"
        if any(not taken or _stated(m) for m in found):
            return list(dict.fromkeys(found))
        weak = weak or found
    return list(dict.fromkeys(weak))


def _is_their_own(mention: Mention, taken: Sequence[Mention], source: RoleSource) -> bool:
    """True for the name of the country that the actors are of, which then tells where, not whom.

    Not where those outside the state act on it: "Separatists accused Russia".
    """
    code = _country(mention) if mention.kind in COUNTRIES and not _is_seat(mention) else None
    mine = [m.actor for m in taken if m.actor and m.actor.country == code] if code else []
    return bool(mine) and not (source.slot == "object" and any(e.sector in _OUTSIDE for e in mine))


def _country(mention: Mention) -> str | None:
    entity = mention.actor or mention.place
    return entity.country if entity is not None else None


def _is_seat(mention: Mention) -> bool:
    """True for the White House, whom lawmakers of its own country can urge."""
    return mention.place is not None and mention.place.precision is PlacePrecision.SITE


def _stated(mention: Mention) -> bool:
    """True where the text itself says whose the actor is."""
    known = mention.actor is not None and mention.actor.country is not None
    return bool(mention.members) or (known and mention.resolved_via != "context")


# Who has the state of their own country against them: "Separatists accused Russia", not "Russian lawmakers accused".
_OUTSIDE: Final = frozenset({Sector.REB, Sector.OPP, Sector.CVL, Sector.UNS})
_HARMED: Final = frozenset({Sector.REB, Sector.CVL})


def _of_their_place(found: Sequence[Mention], weak: Sequence[Mention]) -> bool:
    """True for the country in "struck militants in Iraq": it is where the militants are."""
    here = {_country(m) for m in weak if m.actor is not None and m.actor.sector in _HARMED}
    new = [m for m in found if m not in weak]
    return bool(here and new) and all(m.kind in COUNTRIES and _country(m) in here for m in new)


def of_source(
    view: View, clause: Clause, source: RoleSource, taken: Sequence[Mention] = (), *, acting: bool = False
) -> Iterator[Mention]:
    """The mentions that a source gives, whoever they are."""
    slot, beside = source.slot, of_occasion(source)
    if beside is not None:
        for other in occasions(view, clause):
            yield from of_source(view, other, beside, acting=acting)
    elif slot.startswith("governor."):
        governor = view.governor(clause)
        if governor is not None:
            inner = RoleSource(slot.removeprefix("governor."), source.prepositions)
            yield from of_source(view, governor, inner, acting=acting)
    elif slot.startswith("content."):
        yield from _content(view, clause, (RoleSource(slot.removeprefix("content."), source.prepositions),))
    elif slot == "embedded":
        yield from _content(view, clause, _EMBEDDED)
    elif slot == "modifier":
        yield from _modifiers(view, clause)
    elif slot == "inside":
        yield from _inside(view, clause, source)
    elif slot == "other":
        yield from others(view, clause, taken)
    elif slot == "deed":
        yield from doers(view, clause)
    elif slot == "locals":
        yield from locals_of(view, clause)
    elif slot == "home":
        yield from at_home(view, clause, taken)
    elif slot == "dateline":
        yield from of_dateline(view, clause, taken)
    else:
        yield from _of_arguments(view, clause, source, acting=acting)


def _of_arguments(view: View, clause: Clause, source: RoleSource, *, acting: bool) -> Iterator[Mention]:
    """The mentions of the clause's own arguments; where a verb has none as subject, who stands left of it."""
    given = given_by(view, clause, source)
    named = False
    for argument in given:
        wrote = author(view, clause, argument) if acting and source.slot == "subject" else None
        by, told = wrote or (argument, clause)
        for mention in mentions_of(by, view, told, acting=acting):
            named = True
            yield mention
    if given and not named:  # "asked four states, including Peru and Chile"
        yield from (m for c in _listed(clause, given[-1]) for m in mentions_of(c, view, clause, acting=acting))
    if source.slot != "subject" or clause.form != "verb" or clause.voice != "active":
        return
    if not given:
        yield from left_of(view, clause)
    elif clause.relation == "coordination":
        yield from _speaker(view, clause, given[0])


def _listed(clause: Clause, argument: Argument) -> Iterator[Argument]:
    """What "including" counts among an argument; not among one behind it ("a bomb wounded 20, including two Kurds")."""
    for other in clause.complements:
        if other.preposition == "including" and argument.span.before(other.span):
            between = [clause.object, clause.indirect, *clause.complements]
            if not any(
                a and a is not other and argument.span.before(a.span) and a.span.before(other.span) for a in between
            ):
                yield other


def _speaker(view: View, clause: Clause, subject: Argument) -> Iterator[Mention]:
    """Japan, in "Japan said five of the missiles had come down in its waters and lodged a protest"."""
    told = view.governor(clause)
    saying = view.governor(told) if told is not None and told.relation == "complement" else None
    if saying is None or saying.lemma not in load_predicates().speech or saying.subject is None:
        return
    if not any(m.span.overlaps(subject.head) for m in view.mentions):
        yield from mentions_of(saying.subject, view, saying, acting=True)


def given_by(view: View, clause: Clause, source: RoleSource) -> list[Argument]:
    """The arguments of a slot, of the clause or its occasion; a noun without any may take those of its verb.

    "Clashes broke out between A and B": the complement is the verb's, the parties are the noun's.
    """
    beside = of_occasion(source)
    if beside is not None:
        return [argument for other in occasions(view, clause) for argument in given_by(view, other, beside)]
    given = list(arguments(clause, source)) or _of_its_noun(view, clause, source)
    if given:
        return given
    governor = view.governor(clause)
    if (
        clause.form != "noun"
        or source.slot != "prep"
        or governor is None
        or clause.relation not in ("subject", "object")
    ):
        return []
    return [c for c in governor.complements if c.preposition in source.prepositions and c.preposition != "by"]


def _of_its_noun(view: View, clause: Clause, source: RoleSource) -> list[Argument]:
    """Eritrea, in "Sanctions on Eritrea were lifted", which is the verb's in "lifted sanctions on Eritrea"."""
    if source.slot != "prep" or clause.form != "verb" or clause.voice != "passive" or clause.subject is None:
        return []
    at = view.clauses.index(clause)
    nouns = (view.clauses[n] for n in view.children.get(at, ()) if view.clauses[n].relation == "subject")
    return [c for noun in nouns if noun.form == "noun" for c in arguments(noun, source) if c.preposition != "by"]


def _content(view: View, clause: Clause, sources: Sequence[RoleSource]) -> Iterator[Mention]:
    """Whoever takes part in what is threatened, demanded or promised, but the one who does so."""
    at = view.clauses.index(clause)
    own = {
        m.actor.key for a in arguments(clause, RoleSource("subject")) for m in mentions_of(a, view, clause) if m.actor
    }
    waiting, seen = list(view.children.get(at, ())), {at}
    while waiting:
        number = waiting.pop(0)
        other = view.clauses[number]
        if number in seen or other.relation not in COMPLEMENT:
            continue
        seen.add(number)
        for source in sources:
            if source.slot == "subject" and other.form == "noun" and other.lemma in SUFFERED:
                continue  # "condemned Zelaya's arrest"
            for argument in arguments(other, source):
                if argument.lemma in _SET_FREE and other.lemma in _DEMANDING:
                    continue  # "marched to demand the release of X": from whom, it does not say
                for mention in mentions_of(argument, view, other):
                    if mention.actor is None or mention.actor.key not in own:
                        yield mention
        waiting.extend(view.children.get(number, ()))


_SET_FREE: Final = frozenset({"release", "freeing", "liberation", "freedom"})
_DEMANDING: Final = frozenset({"demand", "seek", "urge", "call for", "want", "request"})


def within(source: RoleSource) -> tuple[RoleSource, ...]:
    """What "inside" looks into: the object and the complements, of which the source may name some."""
    return OBJECTS if not source.prepositions else (OBJECTS[0], RoleSource("prep", source.prepositions))


def _inside(view: View, clause: Clause, source: RoleSource) -> Iterator[Mention]:
    """Whoever is named inside the object or the complements, at any depth, after their heads."""
    for slot in within(source):
        for argument in arguments(clause, slot):
            if argument.preposition == "with" and not source.prepositions and view.has_head(argument, ARMS):
                continue  # "pounded the city of Rafah with artillery"
            for mention in view.mentions:
                within_it = argument.span.contains(mention.span) and mention.kind is not MentionKind.PRONOUN
                if within_it and not suffered(mention, argument):
                    yield mention


_JOINTS: Final = (" and ", "-", "‐", "‑", "–")


def _modifiers(view: View, clause: Clause) -> Iterator[Mention]:
    """National adjectives and names right before a noun predicate: "Israeli strikes", "US-China talks"."""
    if clause.form != "noun" or (clause.subject is not None and clause.subject.via != "modifier"):
        return
    start, limit = clause.extent.start, clause.head.start
    near = [
        m
        for m in view.mentions
        if start <= m.span.start and m.span.end <= limit and limit - m.span.end <= 25 and m.actor
    ]
    if near:
        last = near[-1]
        text = view.analysis.text
        yield from (m for m in near if m is last or text[m.span.end : last.span.start] in _JOINTS)
