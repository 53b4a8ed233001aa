"""The arguments of a clause, by the slots that a frame names: subject, object, "prep:on", ..."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.model import RoleSource
from eventx.frames.words import HELP, cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Argument, Clause

_COUNTING: Final = ("up to", "as many as")  # "up to 200 men marched", read as a phrase before the verb
WHERE: Final = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around"})
_OCCASIONS: Final = cues("occasions")
_PARTICLES: Final = ("up", "down", "off", "out", "away", *_COUNTING)


def arguments(clause: Clause, source: RoleSource) -> Iterator[Argument]:
    """The arguments of a clause in a slot, read in the active voice."""
    passive = clause.form == "verb" and clause.voice == "passive"
    if source.slot == "prep":
        found = [
            c
            for c in clause.complements
            if c.preposition in source.prepositions
            and not (passive if c.preposition == "by" else c.preposition == "with" and c.lemma in HELP)  # of an ally
        ]
        yield from found if len(found) < 2 else _of_its_own(clause, found)
        if clause.object is not None and not passive and clause.lemma.partition(" ")[2] in source.prepositions:
            yield clause.object  # "went on strike", read as "go on" with an object
        return
    chosen: Argument | None = None
    if source.slot == "subject":
        chosen = clause.complement("by") if passive else clause.subject
        if chosen is None and not passive:
            chosen = next((c for c in clause.complements if c.preposition in _COUNTING and _before(c, clause)), None)
    elif source.slot == "object":
        chosen = clause.subject if passive and clause.subject is not None and not _given(clause) else clause.object
        if chosen is None and clause.form == "verb":
            # "beat up three men", read as a phrase with "up"
            readings = (c for c in clause.complements if c.preposition in _PARTICLES and not _before(c, clause))
            chosen = next(readings, None)
    elif source.slot == "indirect":
        chosen = clause.subject if passive and _given(clause) else clause.indirect
    elif source.slot == "possessor" and clause.subject is not None and clause.subject.preposition in ("'s", "by"):
        chosen = clause.subject
    elif source.slot == "source":
        chosen = clause.source
    if chosen is not None:
        yield chosen


def _of_its_own(clause: Clause, found: list[Argument]) -> Iterator[Argument]:
    """Those behind an occasion left out: "struck targets in Syria after a bombing in Istanbul" struck no Istanbul."""
    yield found[0]
    yield from (a for a in found[1:] if a.preposition not in WHERE or not _is_of_occasion(clause, a, found))


def _is_of_occasion(clause: Clause, argument: Argument, found: list[Argument]) -> bool:
    before = [c for c in clause.complements if c.span.start < argument.span.start]
    last = max(before, key=lambda c: c.span.start, default=argument)
    return last not in found and last.preposition in _OCCASIONS


def _given(clause: Clause) -> bool:
    """True for "The activist was granted asylum", whose object is what was given and whose subject received it.

    Whoever "was denied a visa" has received nothing, and is whom the refusal met: the object.
    """
    given = clause.subject is not None and clause.object is not None and clause.lemma in load_predicates().giving
    return given and clause.lemma not in ("deny", "refuse")


def _before(argument: Argument, clause: Clause) -> bool:
    return argument.span.end <= clause.predicate.start
