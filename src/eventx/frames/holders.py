"""Whose the posts and buildings are that somebody strikes: "army positions", "a police checkpoint"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.frames.view import View
from eventx.frames.words import POSTS
from eventx.lexicon.gazetteer import load_gazetteer
from eventx.lexicon.groups import Group, load_groups
from eventx.records import Argument, Entity, Mention, MentionKind, Sector

_HOLDING: Final = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.REB, Sector.OPP, Sector.LEG})
_SHARE: Final = 0.5  # of the names of countries in a text that its main one has


def holder(view: View, argument: Argument) -> Mention | None:
    """The army of "army positions", where the words before the head name a group and nobody's country is stated.

    Its country is that of a place in the sentence, else the one that the text speaks of most.
    """
    return group_before(view, argument) if argument.lemma.lower() in POSTS else None


def group_before(view: View, argument: Argument) -> Mention | None:
    """The group that the words before an argument's head name: the rebels of "a rebel attack"."""
    first, _ = view.range(argument.span)
    head, _ = view.range(argument.head)
    nouns, tokens = load_groups().nouns, view.tokens
    for index in range(first, head):
        hit = nouns.at(tokens.lowers, index) or _of_those_who_hold(tokens.lowers[index])
        if hit is None or index + hit[0] > head or hit[1].sector not in _HOLDING:
            continue
        country = _leading(tokens.words[first:index]) or _country(view)
        span = tokens.span(index, index + hit[0] - 1)
        return Mention(
            span=span,
            head=span,
            text=span.of(view.analysis.text),
            kind=MentionKind.GROUP,
            sentence=view.sentence,
            actor=Entity(key=f"group:{country or '?'}:{hit[1].name}", country=country, sector=hit[1].sector),
            plural=True,
            resolved_via="context" if country else "",
        )
    return None


def _of_those_who_hold(word: str) -> tuple[int, Group] | None:
    """The rebels of "rebel-held districts"."""
    who, mark, held = word.rpartition("-")
    return load_groups().nouns.at([who], 0) if mark and held in _HELD else None


def _leading(words: Sequence[str]) -> str | None:
    """The country of "a US-led coalition air strike"."""
    for word in words:
        who, mark, led = word.rpartition("-")
        if mark and led == "led":
            readings = load_gazetteer().readings(who)
            return next((r.country for r in readings if r.kind in ("country", "demonym")), None)
    return None


_HELD: Final = frozenset({"held", "controlled", "run", "ruled", "occupied"})


def _country(view: View) -> str | None:
    """The country of the first place that the sentence names, else the main one of the text."""
    place = next((m.place.country for m in view.mentions if m.place is not None and m.place.country), None)
    context = view.place_context
    if place is not None or context is None or not context.countries:
        return place
    code, count = max(context.countries.items(), key=lambda item: item[1])
    return code if count >= _SHARE * sum(context.countries.values()) else None
