"""Whom an act is done to where its clause does not name them: who made "the offer", unnamed people at home."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.frames.classes import admits
from eventx.frames.fill import arguments
from eventx.frames.model import Role, RoleSource
from eventx.frames.refer import are_people, standing_for
from eventx.frames.view import View
from eventx.records import Argument, Clause, Entity, Mention, MentionKind, Sector

_OBJECT = RoleSource("object")
_POINTING = frozenset({"the", "this", "that", "such", "these", "those"})
# What one party does and the other answers.
_DEEDS = frozenset(
    [
        "accusation", "action", "allegation", "announcement", "appeal", "attack", "ban", "bid", "call", "charge",
        "claim", "comment", "criticism", "decision", "declaration", "demand", "gesture", "initiative", "measure",
        "move", "offer", "plan", "pledge", "proposal", "raid", "remark", "report", "request", "resolution", "ruling",
        "statement", "step", "strike", "threat", "truce", "ultimatum", "verdict", "warning",
    ]
)  # fmt: skip
_PARTIES = frozenset(
    {MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.GROUP, MentionKind.PERSON, MentionKind.OFFICE}
)
_OPENING = 24  # characters of a sentence within which its subject starts
# Those who seldom act abroad: whom they act upon is of their country.
_SETTLED = frozenset({Sector.COP, Sector.REB, Sector.CVL, Sector.OPP, Sector.LEG, Sector.JUD, Sector.UNS})


def implied(view: View, clause: Clause, role: Role, actors: Sequence[Mention]) -> list[Mention]:
    """Whom the clause means without naming them; empty where it means nobody in particular."""
    argument = next(arguments(clause, _OBJECT), None)
    if argument is None:
        return []
    found = _author(view, argument, actors) or _unnamed(view, argument, actors)
    return [found] if found is not None and admits(found, role) else []


def _author(view: View, argument: Argument, actors: Sequence[Mention]) -> Mention | None:
    """Whose deed "the move", "this threat" is: of the party that the sentence before starts with."""
    first, _ = view.range(argument.span)
    if view.sentence == 0 or argument.lemma not in _DEEDS or view.tokens.lowers[first] not in _POINTING:
        return None
    if any(argument.span.contains(m.span) for m in view.mentions):
        return None
    keys = {m.actor.key for m in actors if m.actor}
    home = {m.actor.country for m in actors if m.actor}
    start = view.analysis.sentences[view.sentence - 1].span.start
    before = view.analysis.mentions(view.sentence - 1)
    if len({m.actor.country for m in before if m.actor and m.actor.sector} - home - {None}) > 1:
        return None  # it could be the deed of either
    for mention in before:
        if mention.span.start > start + _OPENING:
            return None
        if mention.kind in _PARTIES and mention.actor is not None and mention.actor.sector is not None:
            return None if mention.actor.key in keys else mention
    return None


def _unnamed(view: View, argument: Argument, actors: Sequence[Mention]) -> Mention | None:
    """The people of "abducted two organisers": those who act at home act upon their own."""
    entities = [m.actor for m in actors if m.actor is not None]
    countries = {e.country for e in entities}
    if len(countries) != 1 or None in countries or not all(e.sector in _SETTLED for e in entities):
        return None
    if any(argument.span.contains(m.span) for m in view.mentions) or not are_people(view, argument):
        return None
    country = entities[0].country
    people = Entity(key=f"group:{country}:{argument.lemma}", country=country, sector=Sector.CVL)
    return standing_for(argument, view, MentionKind.GROUP, people, "context")
