"""The slots of a clause, read in the active voice, and the mentions that fill them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Argument, Clause, Mention, MentionKind, Span
from eventx_state_visit.lexicon import words_of


def arguments(clause: Clause, slot: str) -> Iterator[Argument]:
    """The arguments in a slot: "subject" and "object" as in the active voice, "indirect", "source", else a preposition.

    "subject/1" is the second of those whom "and" joins as its subject.
    """
    passive = clause.voice == "passive" and clause.form == "verb"
    whole, joined, number = slot.partition("/")
    if joined:
        for argument in arguments(clause, whole):
            part = argument.conjuncts[int(number)]
            yield evolve(argument, span=part, conjuncts=(part,))
    elif slot == "subject":
        chosen = clause.complement("by") if passive else clause.subject
        if chosen:
            yield chosen
    elif slot == "object":
        chosen = clause.subject if passive else clause.object
        if chosen:
            yield chosen
    elif slot == "indirect":
        if clause.indirect:
            yield clause.indirect
    elif slot == "source":
        if clause.source:
            yield clause.source
    elif not (passive and slot == "by"):
        yield from (c for c in clause.complements if c.preposition == slot and not _of_conflict(clause, c))


def _of_conflict(clause: Clause, argument: Argument) -> bool:
    """ "held talks on the war in Syria": the place right behind what is talked about is where that takes place."""
    return argument.preposition == "in" and any(
        c.preposition in ABOUT and c.lemma in _CONFLICTS and 0 < argument.span.start - c.span.end <= len(" in ")
        for c in clause.complements
    )


ABOUT: Final = words_of("about")
_CONFLICTS: Final = words_of("conflicts")


def heads(argument: Argument, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that fill the argument: one a conjunct, the largest that holds the conjunct's head."""
    found: list[Mention] = []
    for span in argument.conjuncts or (argument.span,):
        head = argument.head if span.contains(argument.head) else None
        best = _filling(span, head, mentions)
        if best is None and head is not None and argument.lemma.lower() in _PARTITIVES:
            best = next((m for m in mentions if span.contains(m.span) and head.before(m.span) and _acts(m)), None)
        if best is not None and best not in found:
            found.append(best)
    return found


_PARTITIVES: Final = words_of("counts")


def _acts(mention: Mention) -> bool:
    """True for whom "a team of" counts: those whose country is stated."""
    counted = mention.kind in (MentionKind.GROUP, MentionKind.PERSON, MentionKind.OFFICE)
    return counted and mention.resolved_via != "context"


def _filling(span: Span, head: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    """The mention at the head of a phrase: the one that covers the head, else the last that ends the phrase."""
    inside = [m for m in mentions if span.overlaps(m.span) and m.kind is not MentionKind.DEMONYM]
    if head is not None:
        covering = [m for m in inside if m.span.contains(head) or m.head.overlaps(head)]
        if covering:
            return max(covering, key=lambda m: (m.actor is not None, len(m.span)))
        return None
    starting = [m for m in inside if m.span.start <= span.start + 4]
    ending = [m for m in inside if m.span.end == span.end and m.kind is MentionKind.PERSON]  # "Spain's Pedro Sanchez"
    pool = ending or starting or inside
    return max(pool, key=lambda m: (len(m.span), -m.span.start), default=None)


# The prepositions of whoever does something together with the subject.
WITH: Final = ("with", "together with", "along with", "alongside")


_LIST: Final = 120  # characters behind the last clause that a list of persons may run on


def behind(clause: Clause, clauses: Sequence[Clause]) -> Span:
    """What follows the meeting up to the next verb with a subject of its own: long lists of offices lie there."""
    start = clause.head.end
    later = [
        (
            c.subject.span.start
            if c.subject and not c.subject.via and c.subject.span.start >= start
            else c.predicate.start
        )
        for c in clauses
        if c.form == "verb" and c.tense and c.predicate.start >= start and c.relation != "relative"
    ]
    end = min(later, default=max(c.extent.end for c in clauses) + _LIST)
    return Span(start, max(start, end))
