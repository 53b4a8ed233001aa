"""Whether anybody can fill the roles of a frame, told from the words of a clause before anybody is identified."""

from __future__ import annotations

from typing import Final

from eventx.frames.anaphora import BARE
from eventx.frames.fill import given_by, within
from eventx.frames.model import COMPLEMENT, Frame, Role, RoleSource
from eventx.frames.occasions import occasions, of_occasion
from eventx.frames.slots import arguments
from eventx.frames.view import View
from eventx.records import Argument, Clause

NOBODY: Final = "nobody is named who could fill its roles"
_SUBJECT: Final = RoleSource("subject")
_PLAIN: Final = frozenset({"subject", "object", "indirect", "possessor", "prep", "source"})
_SINGLE: Final = frozenset({"NUM", "PRON", "DET"})  # a phrase of one such word may be the start of a longer one


def hopeless(frame: Frame, view: View, clause: Clause) -> str:
    """Why nobody can fill the roles: no words of the clause are those of a party; "" where some may be.

    In a reciprocal event those who fill the role of the recipients are actors as well.
    """
    actors = _fillable(view, clause, frame.actors)
    if not actors and not frame.reciprocal:
        if frame.actors.required:
            return NOBODY
        reason = agentless(frame, view, clause)
        if reason:
            return reason
    if actors and not frame.recipients.required:
        return ""
    recipients = _fillable(view, clause, frame.recipients)
    return NOBODY if not recipients and (frame.recipients.required or not actors) else ""


def agentless(frame: Frame, view: View, clause: Clause) -> str:
    """Why a clause in which nobody fills the role of the actor is none of the frame; "" where it may lack one.

    A passive may, and a clause whose subject is one of the frame's instruments; a doer whom the frame does not admit
    is none.
    """
    if not frame.actors.sources:
        return ""
    source = frame.actors.sources[0]
    given = _given(source, clause)
    if by_instrument(frame, view, clause):
        return ""
    listed = ", ".join(frame.actors.classes) or "any"
    if given:
        return f"whoever does it is not of class {listed}"
    if clause.form == "verb" and clause.voice == "active" and source == _SUBJECT:
        return "its subject was not found"
    return ""


def _given(source: RoleSource, clause: Clause) -> list[Argument]:
    return list(arguments(clause, source)) if source.slot in ("subject", "object", "prep") else []


def by_instrument(frame: Frame, view: View, clause: Clause) -> bool:
    """True where one of the frame's instruments stands in the place of the actor: "a bomb killed three"."""
    if not frame.instruments or not frame.actors.sources:
        return False
    return any(view.has_head(a, frame.instruments) for a in _given(frame.actors.sources[0], clause))


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
    if slot == "inside":
        return any(
            view.prospects.any(*view.range(a.span)) for inner in within(source) for a in arguments(clause, inner)
        )
    beside = of_occasion(source)
    if beside is not None:
        return any(_gives(view, other, beside) for other in occasions(view, clause))
    if slot == "embedded" or slot.startswith("content."):
        children = view.children.get(view.clauses.index(clause), ())
        return any(view.clauses[number].relation in COMPLEMENT for number in children)
    if slot not in _PLAIN:
        return view.prospects.any(0, len(view.tokens))
    given = given_by(view, clause, source)
    if not given:
        return slot == "subject" and clause.form == "verb" and clause.voice == "active"
    return any(_may_name(view, argument) for argument in given)


def _may_name(view: View, argument: Argument) -> bool:
    first, last = view.range(argument.span)
    if (last - first == 1 and view.tokens.tags[first] in _SINGLE) or argument.lemma in BARE:
        return True
    return view.prospects.any(first, last)
