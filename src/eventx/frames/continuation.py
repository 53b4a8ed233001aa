"""An act that goes on with the one its clause depends on: "opened fire, killing three", "killed three in a raid"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from eventx.frames.occasions import opener
from eventx.frames.view import View
from eventx.records import Candidate, Clause

_HURT: Final = frozenset({"hurt", "injure", "maim", "wound"})
_SAME_ACT: Final = frozenset({"when", "as"})  # behind "after" may stand what it was done for


def continued(
    found: Candidate,
    view: View,
    number: int,
    told: Mapping[int, Candidate],
    akin: Callable[[Candidate, Candidate], bool],
) -> int | None:
    """The number of the clause whose act ``found``, told in the clause of this ``number``, is part of; else None.

    Both are ``akin``: of one family. "Killing three" has no other actor than what it goes on with. Those who shelled
    the town "when ten people were killed" are the ones who killed them, where nobody else is said to have.
    """
    clause = view.clauses[number]
    at = clause.governor
    toll = _joined_before(view, number) if clause.lemma in _HURT and clause.form == "verb" else number
    if toll in told and toll != number and _adds_up(view.clauses[toll], told[toll], clause, found):
        return toll
    if at is None:
        return None
    if clause.relation == "adverbial":
        at = at if at in told else _joined_before(view, at)
        above = told.get(at)
        one = above is not None and opener(view, clause) in _SAME_ACT and above.status is found.status
        if above is None or not one or not above.recipients or not akin(found, above):
            return None
        return at if not above.actors or above.actors == found.actors else None
    if clause.relation == "coordination" and clause.voice == "passive":  # "was shot in the back and killed"
        above = told.get(at)
        if above is None or view.clauses[at].negated:
            return None
        one = above.event_type == found.event_type and above.status is found.status
        same = above.recipients == found.recipients != () and found.actors in ((), above.actors)
        return at if one and same else None
    inside = clause.form == "noun" and clause.relation == "complement"
    if at not in told or (not inside and (clause.relation != "participle" or clause.tense)):
        return None
    return at if akin(found, told[at]) and all(actor in told[at].actors for actor in found.actors) else None


def _adds_up(above: Clause, first: Candidate, clause: Clause, found: Candidate) -> bool:
    """ "killed four and wounded ten", "ten were killed and scores wounded": one toll."""
    if first.event_type != found.event_type or first.status is not found.status or above.voice != clause.voice:
        return False
    named = any(c.preposition == "by" for c in clause.complements)
    return above.form == "verb" and (found.actors in ((), first.actors) or (clause.voice == "passive" and not named))


def _joined_before(view: View, at: int) -> int:
    """The clause before in "ten were killed and five more wounded when"; else ``at`` itself."""
    if at == 0:
        return at
    return at - 1 if view.between(view.clauses[at - 1], view.clauses[at]).strip(", ") == "and" else at
