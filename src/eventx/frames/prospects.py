"""Whether anybody can fill the roles of a frame, told from the words of a clause before anybody is identified."""

from __future__ import annotations

from eventx.frames.fill import given_by
from eventx.frames.model import Frame, Role, RoleSource
from eventx.frames.view import View
from eventx.records import Argument, Clause

_PLAIN = frozenset({"subject", "object", "indirect", "possessor", "prep", "source"})
_SINGLE = frozenset({"NUM", "PRON", "DET"})  # a phrase of one such word may be the start of a longer one


def hopeless(frame: Frame, view: View, clause: Clause) -> bool:
    """True when no words of the clause can be those of a party, or none those of one that the frame must have.

    In a reciprocal event those who fill the role of the recipients are actors as well.
    """
    actors = _fillable(view, clause, frame.actors)
    if actors and not frame.recipients.required:
        return False
    if frame.actors.required and not actors and not frame.reciprocal:
        return True
    recipients = _fillable(view, clause, frame.recipients)
    return not recipients and (frame.recipients.required or not actors)


def _fillable(view: View, clause: Clause, role: Role) -> bool:
    """True when one of the role's sources may give somebody."""
    return any(_gives(view, clause, source) for source in role.sources)


def _gives(view: View, clause: Clause, source: RoleSource) -> bool:
    slot = source.slot
    if slot.startswith("governor."):
        governor = view.governor(clause)
        inner = RoleSource(slot.removeprefix("governor."), source.prepositions)
        return governor is not None and _gives(view, governor, inner)
    if slot == "modifier":
        if clause.form != "noun":
            return False
        first, _ = view.range(clause.extent)
        head, _ = view.range(clause.head)
        return view.prospects.any(first, head)
    if slot not in _PLAIN:
        return True
    given = given_by(view, clause, source)
    if not given:
        return slot == "subject" and clause.form == "verb" and clause.voice == "active"
    return any(_may_name(view, argument) for argument in given)


def _may_name(view: View, argument: Argument) -> bool:
    first, last = view.range(argument.span)
    if last - first == 1 and view.tokens.tags[first] in _SINGLE:
        return True
    return view.prospects.any(first, last)
