"""Whom a bare noun stands for: "the country", "the kingdom", "the group" after Amnesty, "the bloc" after the EU."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from eventx.frames.refer import NAMED, TOWARDS, dealt_with, standing_for
from eventx.frames.view import View
from eventx.frames.words import OF_LANDS, OF_STATES, STYLES
from eventx.records import Argument, Clause, Entity, Mention, MentionKind, Sector, Span
from eventx.records.codes import ORGANIZATIONS

_BACK: Final = 2  # sentences in which the body was named
_ARMED: Final = frozenset({Sector.REB, Sector.OPP})
_CIVIC: Final = frozenset({Sector.NGO, Sector.CVL})
_STATES: Final = frozenset({Sector.IGO})
_NOUNS: Final[Mapping[str, frozenset[Sector]]] = {
    "agency": frozenset({Sector.GOV, Sector.COP, Sector.NGO}),
    "group": _ARMED | _CIVIC,
    "organisation": _ARMED | _CIVIC | _STATES,
    "organization": _ARMED | _CIVIC | _STATES,
    "movement": _ARMED,
    "militia": _ARMED,
    "charity": _CIVIC,
    "watchdog": _CIVIC,
    "bloc": _STATES,
    "alliance": _STATES,
}
_UNIONS: Final = frozenset({"bloc", "body", "grouping", "alliance"})  # "the Islamic group" is no union of states
_COUNTED: Final = re.compile(r"[a-z0-9]+-(?:nation|member|country|state)$")
_MEN: Final = frozenset({None, Sector.CVL, Sector.UNS})
_KEYS: Final = ("body:", "org:")
_LAND: Final = frozenset({"country", "nation", "state", *STYLES})
_OTHERS: Final = frozenset({"neighbour", "neighbor", "rival", "foe", "adversary"})
_POSSESSIVE: Final = frozenset({"its", "their"})
_BODIES: Final = _UNIONS.union(_NOUNS)
BARE: Final = _LAND | _OTHERS | _BODIES  # lemmas that can stand for somebody


def stands_alone(view: View) -> bool:
    """True where a bare noun may be the only party of its sentence: "The bloc condemned the mutiny"."""
    return not _BODIES.isdisjoint(view.tokens.lemmas)


def stands_for(view: View, clause: Clause, argument: Argument) -> Mention | None:
    """Whom an argument headed by one of the ``BARE`` nouns means; None where the text does not tell."""
    if argument.lemma in _OTHERS:
        return _other(view, clause, argument)
    return _country(view, clause, argument) if argument.lemma in _LAND else _body(view, argument)


def _other(view: View, clause: Clause, argument: Argument) -> Mention | None:
    """The country that "its neighbour" means: whom the clause above deals with, else the only other of the text."""
    first, _ = view.range(argument.span)
    if view.tokens.lowers[first] not in _POSSESSIVE or clause.subject is None:
        return None
    met = dealt_with(view, clause)
    if met is not None and met.kind in NAMED:
        return standing_for(argument, view, MentionKind.COUNTRY, met.actor, "coreference") if met.actor else None
    own = {m.actor.country for m in view.mentions if m.actor and clause.subject.span.overlaps(m.span)} - {None}
    context = view.place_context
    named = context.countries if context is not None else ()
    others = [code for code in named if code not in own and code not in ORGANIZATIONS]
    if not own or len(others) != 1:
        return None
    land = Entity(key=f"country:{others[0]}", country=others[0], sector=Sector.GOV)
    return standing_for(argument, view, MentionKind.COUNTRY, land, "context")


def _country(view: View, clause: Clause, argument: Argument) -> Mention | None:
    """The country that "suspended the country" means: the first of the sentence before, else that of the dateline.

    It is none that acts in the clause itself, and none that something takes place "in". A kingdom, an emirate is one
    that is so, and may be named in the sentence itself.
    """
    if not _is_land(view.lowered(argument.span).split()) or (argument.preposition or "to") not in TOWARDS:
        return None
    if argument.lemma in STYLES:
        return _styled(view, argument)
    own = {
        m.actor.country for m in view.mentions if m.actor and clause.subject and clause.subject.span.overlaps(m.span)
    }
    told = view.analysis.mentions(view.sentence - 1) if view.sentence else ()
    named = [entity.country for m in told if m.kind in NAMED and (entity := m.place or m.actor) is not None]
    context = view.place_context
    code = next((c for c in (*named, context.dateline if context else None) if c), None)
    if code is None or code in own:
        return None
    land = Entity(key=f"country:{code}", country=code, sector=Sector.GOV)
    return standing_for(argument, view, MentionKind.COUNTRY, land, "context")


def _is_land(words: Sequence[str]) -> bool:
    """True for "the country", "the East African nation", "the kingdom"; not for "the state", "the host country"."""
    if words[:1] != ["the"] or words[-1] not in _LAND:
        return False
    between = words[1:-1]
    plain = bool(between) if words[-1] == "state" else True
    return plain and OF_LANDS.issuperset(between)


def _styled(view: View, argument: Argument) -> Mention | None:
    """The kingdom named last: "Saudi Arabia said the kingdom had"."""
    for mention in _before(view, argument):
        entity = mention.actor or mention.place
        code = entity.country if entity is not None else None
        if code in STYLES[argument.lemma]:
            land = Entity(key=f"country:{code}", country=code, sector=Sector.GOV)
            return standing_for(argument, view, MentionKind.COUNTRY, land, "coreference")
    return None


def _body(view: View, argument: Argument) -> Mention | None:
    """The last body named before "the group" that can be called so; None where there is none."""
    text = view.lowered(Span(argument.span.start, argument.head.end)).strip()
    sectors = _called(text.removeprefix("the ")) if text.startswith("the ") else frozenset()
    for mention in _before(view, argument) if sectors else ():
        body = mention.actor
        if body is None:
            continue
        if body.sector in sectors and body.key.startswith(_KEYS):
            return standing_for(argument, view, MentionKind.ORGANIZATION, body, "coreference")
        if text == "the group" and mention.plural and body.sector in _MEN:
            return None  # "five men ... the group had set fire to a car"
    return None


def _called(text: str) -> frozenset[Sector]:
    """The sectors of whom a text calls so: "group", "regional bloc", "55-member body"."""
    sectors = _NOUNS.get(text)
    if sectors is not None:
        return sectors
    *kinds, noun = text.split()
    of_states = bool(kinds) and noun in _UNIONS and all(kind in OF_STATES or _COUNTED.match(kind) for kind in kinds)
    return _STATES if of_states else frozenset()


def _before(view: View, argument: Argument) -> Iterator[Mention]:
    """The mentions of the sentence up to the argument and of those before it, the nearest first."""
    yield from (m for m in reversed(view.mentions) if m.span.end <= argument.span.start)
    for sentence in range(view.sentence - 1, max(-1, view.sentence - 1 - _BACK), -1):
        yield from reversed(view.analysis.mentions(sentence))
