"""Whose a deed is in which somebody was harmed or seized: "killed in a rebel attack", "a Taliban raid killed"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.holders import group_before
from eventx.frames.model import RoleSource
from eventx.frames.slots import arguments
from eventx.frames.view import View
from eventx.frames.words import DEEDS, FRAYS
from eventx.records import Argument, Clause, Mention, MentionKind, Sector

_SUBJECT: Final = RoleSource("subject")
_WITHIN: Final = (_SUBJECT, RoleSource("prep", ("in", "during", "amid", "from")))
_SUFFERING: Final = RoleSource("object")
_STATE: Final = frozenset({None, Sector.GOV, Sector.MIL, Sector.COP})
_FORCES: Final = frozenset({Sector.MIL, Sector.COP})
_JOINTS: Final = (" and ", ", ")


def doers(view: View, clause: Clause) -> list[Mention]:
    """Those who did it, as the first named deed of the clause says: in words before it, or behind its "by"."""
    for source in _WITHIN:
        for argument in arguments(clause, source):
            found: list[Mention] = []
            if view.has_head(argument, DEEDS):
                found = [
                    m for m in _named(view, argument) or _told_of(view, argument, "by") if not _own(view, clause, m)
                ]
            elif view.has_head(argument, FRAYS):
                found = list(_told_of(view, argument, "with"))
            if found:
                return found
    return []


def _own(view: View, clause: Clause, doer: Mention) -> bool:
    """True for "a US soldier was killed in a US raid", who took part in it, and for houses of parliament."""
    state = doer.actor
    if state is None or state.sector not in _STATE:
        return state is not None and state.sector is Sector.LEG
    slot = _SUFFERING if clause.voice == "passive" or clause.object is not None else _SUBJECT
    heads = [argument.head for argument in arguments(clause, slot)]
    harmed = [m for m in view.mentions if m.actor is not None and any(m.head.overlaps(head) for head in heads)]
    return any(
        (m.actor.country == state.country and m.actor.sector in _FORCES)
        or (m.kind is MentionKind.PERSON and m.actor.country is None)
        for m in harmed
        if m.actor is not None
    )


def _named(view: View, argument: Argument) -> list[Mention]:
    """The parties right before the deed ("Russian and Syrian air raids"), else the group that is named there."""
    start = argument.span.start
    limit = argument.head.start if len(argument.conjuncts) < 2 else argument.conjuncts[-1].end
    inside = (m for m in view.mentions if start <= m.span.start and m.span.end <= limit)
    before = [m for m in inside if (m.actor or m.members) and not _is_place(m)]
    if not before:
        group = group_before(view, argument)
        return [group] if group is not None else []
    text = view.analysis.text
    found = [before[-1]]
    for mention in reversed(before[:-1]):
        if text[mention.span.end : found[0].span.start] not in _JOINTS:
            break
        found.insert(0, mention)
    return found


def _is_place(mention: Mention) -> bool:
    """True for "the Yemen raid", which is not Yemen's; "a US raid" is theirs."""
    return mention.place is not None and mention.kind is not MentionKind.DEMONYM and not mention.text.isupper()


def _told_of(view: View, argument: Argument, preposition: str) -> Iterator[Mention]:
    """The militants of "died in an attack by militants", "in clashes with militants"."""
    for noun in view.clauses:
        if noun.form == "noun" and noun.head.overlaps(argument.head):
            for other in arguments(noun, RoleSource("prep", (preposition,))):
                yield from (m for m in view.mentions if m.head.overlaps(other.head) and (m.actor or m.members))
