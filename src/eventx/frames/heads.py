"""Whom an argument names: the mention at its head, who owns or modifies that, or one named after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx.frames.anaphora import BARE, stands_for
from eventx.frames.holders import holder
from eventx.frames.refer import antecedent, crowd
from eventx.frames.view import View
from eventx.frames.words import ARMS, ORGANS, PARTITIVES, cues
from eventx.records import Argument, Clause, Mention, MentionKind, Sector, Span

SUFFERED: Final = cues("suffered")  # what befalls the one whose it is
_PRONOUNS: Final = frozenset({"it", "they", "them", "he", "she", "him", "her", "its", "their", "itself", "themselves"})
# A country is no party to what its own government does at home.
COUNTRIES: Final = frozenset({MentionKind.COUNTRY, MentionKind.DEMONYM})
_WHERE: Final = COUNTRIES | {MentionKind.PLACE}


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
            if acting and best is not None and best.kind in COUNTRIES and _modifies(view, best, span):
                best = None  # "a million US consumers" are not the United States
        if best is None and number == 0 and not (acting and not view.has_head(argument, ORGANS)):
            owner = _owner(span, head, view.mentions)
            if owner is None or acting or not suffered(owner, argument):
                best = owner or _after(span, head, view.mentions)
        if best is None and head is not None:
            best = _apposed(span, head, view)
        if best is not None and acting and _commands(best) and best.actor and view.has_head(argument, ARMS):
            best = evolve(best, actor=evolve(best.actor, sector=Sector.MIL))  # "Russian tanks", "NATO planes"
        if best is not None and best not in found:
            found.append(best)
    return found


def suffered(owner: Mention, argument: Argument) -> bool:
    """True for "Zelaya's arrest": whoever is named before it did not do it."""
    person = owner.kind in (MentionKind.PERSON, MentionKind.OFFICE)
    return person and argument.lemma in SUFFERED and owner.span.end <= argument.head.start


def _commands(mention: Mention) -> bool:
    """True for a country, and for an organisation of states."""
    return mention.kind in COUNTRIES or (mention.actor is not None and mention.actor.sector is Sector.IGO)


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
