"""Whom an act is done to where its clause does not name them: who made "the offer", unnamed people at home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from eventx.frames.classes import actors_of, admits
from eventx.frames.heads import SUFFERED
from eventx.frames.model import Role, RoleSource
from eventx.frames.refer import are_people, opening, standing_for, thing_before
from eventx.frames.slots import arguments
from eventx.frames.view import View
from eventx.frames.words import ANSWERED, BELONGINGS, MOVES, TOLD_BY
from eventx.records import Argument, Clause, Entity, Mention, MentionKind, Sector, Status

_OBJECT: Final = RoleSource("object")
_POINTING: Final = frozenset({"the", "this", "that", "such", "these", "those"})
_BACK: Final = 5  # sentences in which the deed was told
_REAL: Final = (Status.OCCURRED, Status.ONGOING, Status.PLANNED)
_NEAR: Final = 2  # sentences in which it was where only "the move" stands for it
_PARTIES: Final = frozenset(
    {MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.GROUP, MentionKind.PERSON, MentionKind.OFFICE}
)
_OPENING: Final = 24  # characters of a sentence within which its subject starts
# Those who seldom act abroad: whom they act upon is of their country.
_SETTLED: Final = frozenset({Sector.COP, Sector.REB, Sector.CVL, Sector.OPP, Sector.LEG, Sector.JUD, Sector.UNS})


def implied(view: View, clause: Clause, role: Role, actors: Sequence[Mention]) -> list[Mention]:
    """Whom the clause means without naming them; empty where it means nobody in particular."""
    owners = _owners(view, clause, role, actors)
    if owners is not None and admits(owners, role):
        return [owners]
    argument = next(arguments(clause, _OBJECT), None)
    if argument is not None:
        argument = thing_before(view, clause, argument) or argument
    if argument is None or any(argument.span.contains(m.span) for m in view.mentions):
        return []
    first, _ = view.range(argument.span)
    if view.tokens.lowers[first] in ("a", "an") and argument.lemma in MOVES:
        found = _mover(view, clause, actors)
        return [found] if found is not None and admits(found, role) else []
    deed = view.sentence > 0 and argument.lemma in ANSWERED and view.tokens.lowers[first] in _POINTING
    doers = _doers(view, argument, actors) if deed else []
    if not doers and deed:
        doers = _doers_before(view, argument.lemma, actors)
    if doers:
        return [m for m in doers if admits(m, role)]
    authored = deed and argument.lemma not in SUFFERED  # a killing is not the deed of whoever comes first
    found = (_author(view, actors) if authored else None) or _unnamed(view, argument, actors)
    return [found] if found is not None and admits(found, role) else []


def _owners(view: View, clause: Clause, role: Role, actors: Sequence[Mention]) -> Mention | None:
    """The people whose pipeline is blown up, whose rally is broken up: those of the place, or of who acts at home."""
    for argument in _struck(view, clause, role):
        held = view.has_head(argument, BELONGINGS) and not any(argument.head.overlaps(m.span) for m in view.mentions)
        if held:
            country = _lies_in(view, clause, argument) or _at_home(actors)
            return _people(argument, view, country) if country is not None else None
    return None


def _struck(view: View, clause: Clause, role: Role) -> Iterator[Argument]:
    """What an act is done to, where the role says so: its object, what stands behind "on" or "at", that of its aim."""
    if any(source.slot == "object" for source in role.sources):
        yield from arguments(clause, _OBJECT)
    told = {preposition for source in role.sources for preposition in source.prepositions} & _AT
    yield from (c for c in clause.complements if c.preposition in told)
    for number in view.children.get(view.clauses.index(clause), ()):
        aim = view.clauses[number]
        if aim.relation == "purpose" and aim.object is not None:
            yield aim.object


_AT: Final = frozenset({"at", "into", "on"})


def _lies_in(view: View, clause: Clause, argument: Argument) -> str | None:
    """The country of the place behind what is struck: "a pipeline in southern Iraq"."""
    behind = (m for m in view.mentions if m.place is not None and m.span.start >= argument.head.end)
    near = next((m for m in behind if clause.extent.contains(m.span)), None)
    return near.place.country if near is not None and near.place is not None else None


def _mover(view: View, clause: Clause, actors: Sequence[Mention]) -> Mention | None:
    """Who made "a move condemned by the EU", "a decision that Iraq deplored": the subject of the verb before."""
    told = view.governor(clause) if clause.relation in ("participle", "relative") else None
    if told is None or told.subject is None or told.negated or told.form != "verb":
        return None
    keys = {m.actor.key for m in actors if m.actor}
    held = (m for m in view.mentions if told.subject.span.contains(m.span) and m.kind in _PARTIES)
    return next(
        (m for m in held if m.actor is not None and m.actor.sector is not None and m.actor.key not in keys), None
    )


def _doers(view: View, argument: Argument, actors: Sequence[Mention]) -> list[Mention]:
    """Who did "the launch", "the accord": the doers of the clause that tells it, in the nearest sentence before."""
    verbs = TOLD_BY.get(argument.lemma, ())
    keys = {m.actor.key for m in actors if m.actor}
    for sentence in range(view.sentence - 1, max(-1, view.sentence - 1 - _BACK), -1) if verbs else ():
        for clause in view.analysis.clauses(sentence):
            if clause.lemma not in verbs or clause.form != "verb" or clause.negated:
                continue
            doing = clause.subject if clause.voice == "active" else clause.complement("by")
            found = _told(view, sentence, clause) or (_parties(view, sentence, doing) if doing is not None else [])
            found = [m for m in found if m.actor and m.actor.country and m.actor.key not in keys]
            if found:
                return [m for m in found if not any(o is not m and o.span.contains(m.span) for o in found)]
    return []


def _told(view: View, sentence: int, clause: Clause) -> list[Mention]:
    """Those whose deed a frame found in the clause."""
    told = (d for d in view.deeds if d.sentence == sentence and d.trigger.overlaps(clause.predicate))
    return next((list(deed.actors) for deed in told), [])


def _parties(view: View, sentence: int, argument: Argument) -> list[Mention]:
    """The parties that an argument of an earlier sentence names."""
    return [m for m in view.analysis.mentions(sentence) if argument.span.contains(m.span) and m.kind in _PARTIES]


def _doers_before(view: View, noun: str, actors: Sequence[Mention]) -> list[Mention]:
    """Whose "the move", "this decision" is: of those who did, or will do, the last deed of others that was told.

    "The attack" is that of an act of the kind alone.
    """
    keys = {e.key for m in actors for e in actors_of(m)}
    for deed in reversed(view.deeds):
        if view.sentence - deed.sentence > _NEAR:
            break
        doers = [e.key for m in deed.actors for e in actors_of(m)]
        kind = noun in MOVES or noun in view.kin.get(deed.event_type, ())
        if doers and kind and deed.status in _REAL and keys.isdisjoint(doers):
            return list(deed.actors)
    return []


def _author(view: View, actors: Sequence[Mention]) -> Mention | None:
    """Whose deed "the move", "this threat" is: of the party that the sentence before starts with."""
    keys = {m.actor.key for m in actors if m.actor}
    home = {m.actor.country for m in actors if m.actor}
    start = opening(view, view.sentence - 1)
    before = view.analysis.mentions(view.sentence - 1)
    if len({m.actor.country for m in before if m.actor and m.actor.sector} - home - {None}) > 1:
        return None  # it could be the deed of either
    for mention in before:
        if mention.span.start > start + _OPENING:
            return None
        if mention.span.start < start:
            continue
        if mention.kind in _PARTIES and mention.actor is not None and mention.actor.sector is not None:
            return None if mention.actor.key in keys or _suffers(view, mention) else mention
    return None


def _suffers(view: View, mention: Mention) -> bool:
    """True for the subject of a passive: "Hariri was killed" tells of no deed of his."""
    told = (c for c in view.analysis.clauses(mention.sentence) if c.subject and c.subject.span.overlaps(mention.span))
    return any(clause.voice == "passive" for clause in told)


def _unnamed(view: View, argument: Argument, actors: Sequence[Mention]) -> Mention | None:
    """The people of "abducted two organisers": those who act at home act upon their own."""
    country = _at_home(actors) if are_people(view, argument) else None
    return _people(argument, view, country) if country is not None else None


def _at_home(actors: Sequence[Mention]) -> str | None:
    """The one country of actors who seldom act abroad."""
    entities = [m.actor for m in actors if m.actor is not None]
    countries = {e.country for e in entities}
    settled = len(countries) == 1 and all(e.sector in _SETTLED for e in entities)
    return next(iter(countries)) if settled else None


def _people(argument: Argument, view: View, country: str) -> Mention:
    """The argument as people of a country."""
    people = Entity(key=f"group:{country}:{argument.lemma}", country=country, sector=Sector.CVL)
    return standing_for(argument, view, MentionKind.GROUP, people, "context")
