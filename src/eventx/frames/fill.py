"""Filling the roles of a frame from a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx.frames.anaphora import BARE, stands_for
from eventx.frames.classes import admits
from eventx.frames.deeds import doers
from eventx.frames.holders import holder
from eventx.frames.model import COMPLEMENT, RoleSource
from eventx.frames.model import Role as FrameRole
from eventx.frames.occasions import occasions, of_occasion
from eventx.frames.refer import (
    antecedent,
    at_home,
    author,
    crowd,
    left_of,
    locals_of,
    of_dateline,
    others,
)  # fmt: skip
from eventx.frames.slots import arguments
from eventx.frames.topics import is_topic, is_venue
from eventx.frames.view import View
from eventx.frames.words import ARMS, ORGANS, PARTITIVES
from eventx.lexicon.predicates import load_predicates
from eventx.records import Argument, Clause, Mention, MentionKind, PlacePrecision, Sector, Span

_PRONOUNS: Final = frozenset({"it", "they", "them", "he", "she", "him", "her", "its", "their", "itself", "themselves"})
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
# A country is no party to what its own government does at home.
_COUNTRIES: Final = frozenset({MentionKind.COUNTRY, MentionKind.DEMONYM})
_WHERE: Final = _COUNTRIES | {MentionKind.PLACE}


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
    home = {m.actor.country for m in taken if m.actor and m.actor.country}
    weak: list[Mention] = []
    told = clause.form == "verb" and clause.voice == "active" and clause.subject is not None
    for source in role.acting if acting and told else role.sources:
        found = [
            m
            for m in of_source(view, clause, source, taken, acting=acting)
            if m not in taken
            and admits(m, role, leisure=view.leisure)
            and not (m.actor and m.actor.key in keys)
            and not (m.kind in _COUNTRIES and _country(m) in home and not _is_seat(m))
            and not (topics and is_topic(view, m, topics))
            and not is_venue(view, m)
        ]
        if weak and found and (_of_their_place(found, weak) or all(m.kind is MentionKind.PRONOUN for m in found)):
            break  # "blamed extremists for her death"
        if any(not taken or _stated(m) for m in found):
            return list(dict.fromkeys(found))
        weak = weak or found
    return list(dict.fromkeys(weak))


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


_HARMED: Final = frozenset({Sector.REB, Sector.CVL})


def _of_their_place(found: Sequence[Mention], weak: Sequence[Mention]) -> bool:
    """True for the country in "struck militants in Iraq": it is where the militants are."""
    here = {_country(m) for m in weak if m.actor is not None and m.actor.sector in _HARMED}
    new = [m for m in found if m not in weak]
    return bool(here and new) and all(m.kind in _COUNTRIES and _country(m) in here for m in new)


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
        listed = (c for c in clause.complements if c.preposition == "including" and given[-1].span.before(c.span))
        yield from (m for c in listed for m in mentions_of(c, view, clause, acting=acting))
    if source.slot != "subject" or clause.form != "verb" or clause.voice != "active":
        return
    if not given:
        yield from left_of(view, clause)
    elif clause.relation == "coordination":
        yield from _speaker(view, clause, given[0])


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
                if argument.span.contains(mention.span) and mention.kind is not MentionKind.PRONOUN:
                    yield mention


def mentions_of(argument: Argument, view: View, clause: Clause | None = None, *, acting: bool = False) -> list[Mention]:
    """The mentions that fill an argument, one a conjunct.

    The outermost mention at the conjunct's head; where the head is a quantity ("thousands of"), the one it counts;
    where it is a thing ("Israeli strikes"), the country that possesses or modifies it, else one named after it.
    """
    found = _at_conjuncts(argument, view, acting=acting)
    if clause is not None and (not found or all(m.kind in _WHERE for m in found)) and not _named_head(found, argument):
        people = crowd(view, argument)
        people = people or (None if acting else holder(view, argument))
        if people is not None:
            return [people]
    if not found and clause is not None and argument.lemma in BARE:
        meant = stands_for(view, clause, argument)
        return [meant] if meant is not None else []
    if not found:
        found = _next_to(argument, view)
    pronoun = argument.lemma.lower() in _PRONOUNS or (len(found) == 1 and found[0].kind is MentionKind.PRONOUN)
    if pronoun and clause is not None and not any(m.actor or m.members for m in found):
        if argument.lemma.lower() == "they" and clause.source is not None and len(clause.source.conjuncts) > 1:
            return _at_conjuncts(clause.source, view, acting=acting)  # "Denmark and Norway said they would train"
        meant = antecedent(view, clause, argument)
        return [meant] if meant is not None else found
    return found


def _at_conjuncts(argument: Argument, view: View, *, acting: bool) -> list[Mention]:
    """The mentions in the phrase itself, one a conjunct."""
    found: list[Mention] = []
    for number, span in enumerate(argument.conjuncts or (argument.span,)):
        head = argument.head if span.contains(argument.head) else None
        best = _at_head(span, head, view.mentions)
        if best is not None and acting and best.kind is MentionKind.DEMONYM and _single(best):
            continue  # "the German": a person
        if best is None and head is not None and argument.lemma.lower() in PARTITIVES:
            best = _after(span, head, view.mentions) or _owner(span, head, view.mentions)
            if acting and best is not None and best.kind in _COUNTRIES and _modifies(view, best, span):
                best = None  # "a million US consumers" are not the United States
        if best is None and number == 0 and not (acting and not view.has_head(argument, ORGANS)):
            best = _owner(span, head, view.mentions) or _after(span, head, view.mentions)
        if best is None and head is not None:
            best = _apposed(span, head, view)
        if best is not None and acting and _commands(best) and best.actor and view.has_head(argument, ARMS):
            best = evolve(best, actor=evolve(best.actor, sector=Sector.MIL))  # "Russian tanks", "NATO planes"
        if best is not None and best not in found:
            found.append(best)
    return found


def _commands(mention: Mention) -> bool:
    """True for a country, and for an organisation of states."""
    return mention.kind in _COUNTRIES or (mention.actor is not None and mention.actor.sector is Sector.IGO)


def _apposed(span: Span, head: Span, view: View) -> Mention | None:
    """ "Fortify Rights, a campaign group, applauded": what an unknown name is said to be."""
    text = view.analysis.text
    for mention in view.mentions:
        if span.contains(mention.span) and mention.kind is MentionKind.GROUP and mention.span.start > head.end:
            return mention if text[head.end : mention.span.start].strip() == "," else None
    return None


def _named_head(found: Sequence[Mention], argument: Argument) -> bool:
    """True when one of the mentions is what the phrase is about, and no modifier of it."""
    return any(m.head.overlaps(argument.head) for m in found)


def _next_to(argument: Argument, view: View) -> list[Mention]:
    """ "killed one U.S. soldier": a numeral that a reader took for the whole phrase."""
    first, last = view.range(argument.span)
    if last - first != 1 or view.tokens.tags[first] not in ("NUM", "PRON", "DET"):
        return []
    end = argument.span.end
    return [m for m in view.mentions if end < m.span.start <= end + 2 and (m.actor or m.members)][:1]


def _modifies(view: View, mention: Mention, span: Span) -> bool:
    """True for a country before a noun that is none of its organs."""
    _, last = view.range(mention.span)
    tokens = view.tokens
    inside = last < len(tokens.tags) and tokens.starts[last] < span.end
    return inside and tokens.tags[last] == "NOUN" and tokens.lemmas[last] not in ORGANS


def _single(mention: Mention) -> bool:
    """True for "German", "Iraqi" as a noun: one person; "the French", "the Chinese" are many."""
    return not mention.text.lower().endswith(("s", "sh", "ch", "ese"))


def _at_head(span: Span, head: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    inside = [m for m in mentions if span.overlaps(m.span)]
    if head is not None:
        inside = [
            m
            for m in inside
            if m.head.overlaps(head)
            or (m.span.contains(head) and span.contains(m.span) and m.kind is not MentionKind.DEMONYM)
        ]
    elif inside:
        inside = [m for m in inside if m.span.end >= span.end - 1] or [
            m for m in inside if m.span.start <= span.start + 5
        ]
    return max(inside, key=lambda m: (m.actor is not None or bool(m.members), len(m.span)), default=None)


def _owner(span: Span, head: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    """The possessor or national adjective before the head."""
    limit = head.start if head is not None else span.end
    before = [m for m in mentions if span.contains(m.span) and m.span.end <= limit and (m.actor or m.members)]
    return before[0] if before else None


def _after(span: Span, head: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    """The first actor that the argument names after its head: "the release of the activists"."""
    start = head.end if head is not None else span.start
    return next((m for m in mentions if start <= m.span.start < span.end and m.actor), None)


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
