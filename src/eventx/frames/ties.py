"""What ties a sentence to the news before it: nouns that tell it again, parties that are one."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from eventx.frames.classes import actors_of
from eventx.frames.view import View
from eventx.frames.words import ANNOUNCING
from eventx.records import Candidate, Clause, Entity, Sector, Span, TimeExpression

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_ORGANS: Final = frozenset({None, Sector.GOV, Sector.MIL, Sector.JUD, Sector.LEG, Sector.COP})


def judicial(candidate: Candidate) -> bool:
    """True for what courts do, which they do by saying so."""
    parties = [e for mention in candidate.actors for e in actors_of(mention)]
    return bool(parties) and all(party.sector is Sector.JUD for party in parties)


def of_one_state(one: Entity, other: Entity) -> bool:
    """True where one is a state or its government, and the other an organ or an official of it."""
    states = [e for e in (one, other) if e.role is None and e.sector is Sector.GOV]
    return bool(states) and one.country == other.country is not None and {one.sector, other.sector} <= _ORGANS


def of_one_court(one: Entity, other: Entity) -> bool:
    """True for a court and "the judge" of the sentence after it."""
    return one.sector is other.sector is Sector.JUD and (
        one.country == other.country or None in (one.country, other.country)
    )


def definite(view: View, phrase: Span) -> bool:
    """True for "the blast", "that raid on Thursday"."""
    first, last = view.range(phrase)
    return view.tokens.lowers[first] in _DEFINITE if first < last else False


def makes_known(view: View, clause: Clause, nouns: Set[str]) -> bool:
    """True for "announced the decision on Sunday", which says when the decision of the lead was taken."""
    told = clause.object
    announces = clause.lemma in ANNOUNCING and clause.tense == "past" and clause.aspect == "simple"
    return (
        announces
        and clause.voice == "active"
        and told is not None
        and definite(view, told.span)
        and not view.heads(told).isdisjoint(nouns)
    )


def owned(view: View, day: TimeExpression) -> str | None:
    """The noun of "Thursday's deadly blast"."""
    _, last = view.range(day.span)
    tokens = view.tokens
    if tokens.tags[last : last + 1] == ("PART",):
        last += 1
    elif not day.text.endswith(("'s", "’s")):
        return None
    for at in range(last, min(last + 4, len(tokens))):
        if tokens.tags[at] == "NOUN" and tokens.tags[at + 1 : at + 2] != ("NOUN",):
            return tokens.lemmas[at]
        if tokens.tags[at] not in ("ADJ", "NOUN", "VERB"):
            return None
    return None
