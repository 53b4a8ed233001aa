"""Where an event of a frame takes place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import evolve

from eventx.frames.fill import given_by
from eventx.frames.model import Frame
from eventx.frames.slots import WHERE
from eventx.frames.topics import is_topic
from eventx.frames.view import View
from eventx.frames.words import cues
from eventx.language.mentions.scene import is_mission
from eventx.language.tagging.row import INNER, PHRASAL
from eventx.lexicon.predicates import load_predicates
from eventx.records import Argument, Clause, Entity, Mention, MentionKind, Role, Sector
from eventx.records.codes import ORGANIZATIONS

# Those whom somebody may meet at home, wherever they come from: "Iraqi militants seized an Australian journalist".
_TRAVELLERS: Final = frozenset({Sector.CVL, Sector.MED, Sector.NGO, Sector.BUS})
# Those who seldom act abroad.
_SETTLED: Final = frozenset({Sector.COP, Sector.REB, Sector.CVL, Sector.OPP, Sector.LEG, Sector.JUD, Sector.MED})


def places_of(
    view: View, clause: Clause, frame: Frame, actors: Sequence[Mention], recipients: Sequence[Mention]
) -> tuple[tuple[Mention, ...], str | None]:
    """The place mentions of the location role, or the country that the parties or the dateline imply where it says so.

    See docs/reference/frames.md for what each source of ``_IMPLIED`` gives.
    """
    for source in frame.location.sources:
        if source.slot in _IMPLIED:
            country = _IMPLIED[source.slot](view, clause, actors, recipients)
            if country:
                return (), country
            continue
        if source.slot == "place":
            found = _nearby(view, clause, [*actors, *recipients], frame.topics)
        else:
            found = [
                m
                for argument in given_by(view, clause, source)
                for m in view.mentions
                if argument.span.contains(m.span)
                and m.place is not None
                and not _elsewhere(view, m, frame.topics)
                and not _is_whose(argument, m)
            ]
        if found:
            return tuple(found), None
    return (), None


def placed(
    parties: Sequence[Mention], actors: Sequence[Mention], places: Sequence[Mention], country: str | None
) -> tuple[Mention, ...]:
    """The parties, with those named persons at home of whom no more is said than what befell them in a country.

    "Police in Peru held Juan Rojas" tells of a Peruvian, as far as a reader knows; the mention says that the country
    is the context's.
    """
    there: set[str | None] = {m.place.country for m in places if m.place is not None and m.place.country} or {country}
    home = _home(actors)
    code = next(iter(there)) if len(there) == 1 else None
    if code is None or code in ORGANIZATIONS or home not in (None, code) or (actors and home is None):
        return tuple(parties)
    return tuple(_at_home(m, code) for m in parties)


_PRIVATE: Final = frozenset({None, Sector.CVL, Sector.MED, Sector.UNS, Sector.REB, Sector.OPP})
_PERSONS: Final = (MentionKind.PERSON, MentionKind.OFFICE)


def _at_home(mention: Mention, country: str) -> Mention:
    person = mention.actor
    private = person is not None and person.role in (None, Role.OTHER) and person.sector in _PRIVATE
    if person is None or not private or person.country is not None or mention.kind not in _PERSONS:
        return mention
    return evolve(mention, actor=evolve(person, country=country), resolved_via="context")


def _elsewhere(view: View, mention: Mention, topics: frozenset[str]) -> bool:
    """True for the "US" of "outside the US embassy in London", and for where the war is that is talked about."""
    return is_mission(mention, view.analysis.text) or is_topic(view, mention, topics)


def _is_whose(argument: Argument, mention: Mention) -> bool:
    """True for the "U.S." of "killed in a U.S. raid": it tells who raided."""
    behind = argument.head.start - mention.span.end
    return 0 < behind <= _BESIDE and argument.lemma in load_predicates().events


_BESIDE: Final = 24  # characters between a country and the act that is its own


def _entities(parties: Sequence[Mention]) -> list[Entity]:
    return [e for m in parties for e in ((m.actor,) if m.actor else m.members or ((m.place,) if m.place else ())) if e]


def _home(parties: Sequence[Mention]) -> str | None:
    """The one country of the parties."""
    countries = {e.country for e in _entities([m for m in parties if not _is_outlet(m)]) if e.country}
    code = countries.pop() if len(countries) == 1 else None
    return code if code and code not in ORGANIZATIONS else None


def _is_outlet(mention: Mention) -> bool:
    """True for "CNN", which is of a country and at work in all."""
    actor = mention.actor
    return actor is not None and actor.sector is Sector.MED and actor.key.startswith("body:")


def _is_craft(view: View, mention: Mention) -> bool:
    """True for a plane or a ship, and for the country of "a Malian cargo ship": it is struck wherever it is."""
    if mention.sentence != view.sentence:
        return False
    tags = view.tokens.tags
    _, last = view.range(mention.span)
    while last < len(tags) and tags[last] in INNER:
        last += 1
    return view.tokens.lemmas[last - 1].lower() in _CRAFTS


_CRAFTS: Final = cues("crafts")


def _own(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The actors' country where they act at home: police, rebels, citizens; others where the text plays there alone."""
    country = _home(actors)
    if country is None:
        return None
    foreign = bool(recipients) and _home(recipients) not in (None, country)
    if foreign and not {e.sector for e in _entities(recipients)} <= _TRAVELLERS:
        return None  # "Palestinians seized an Israeli soldier"
    context = view.place_context
    if all(e.sector in _SETTLED for e in _entities(actors)):
        away = context is not None and context.dateline not in (None, country) and country not in context.countries
        return None if away else country  # Taliban gunmen in a report from Peshawar
    return country if context is not None and country in (context.dateline, _only(context.countries)) else None


def _scene(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The country of the dateline for what its own people do or suffer, and for what nobody in particular does."""
    context = view.place_context
    if context is None or context.dateline is None:
        return None
    doing = {e.country for e in _entities(actors) if e.country}
    suffering = {e.country for e in _entities(recipients) if e.country}
    return context.dateline if not doing or context.dateline in doing | suffering else None


def _resident(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The country of the dateline for what its own people say, anywhere in the report."""
    context = view.place_context
    return context.dateline if context is not None and context.dateline == _home(actors) else None


def _of_actors(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The actors' country; of an army that seizes foreigners theirs: "U.S. soldiers arrested an Iraqi commander"."""
    home, theirs = _home(actors), _home(recipients)
    soldiers = {e.sector for e in _entities(actors)} == {Sector.MIL}
    return theirs if soldiers and theirs is not None and theirs != home else home


def _of_recipients(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The recipients' country; not that of crafts, nor of soldiers in a text on another country as well."""
    home = _home([m for m in recipients if not _is_craft(view, m)])
    context = view.place_context
    soldiers = {e.sector for e in _entities(recipients)} == {Sector.MIL}
    if home is None or not soldiers or actors or context is None:
        return home
    return home if context.countries.keys() - ORGANIZATIONS <= {home} else None


def _seat(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The country of courts, prosecutors and parliaments; a lawmaker may speak anywhere."""
    for mention in actors:
        sectors = {e.sector for e in _entities([mention])}
        chamber = mention.kind is MentionKind.ORGANIZATION and sectors == {Sector.LEG}
        if not chamber and sectors != {Sector.JUD}:
            return None
    return _home(actors)


def _officials(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The country of the recipients, where all of them are in its public life: a foreigner may be held anywhere."""
    sectors = {e.sector for e in _entities(recipients)}
    return _home(recipients) if sectors and sectors <= _PUBLIC else None


_MANY: Final = 3  # countries who act together, of which the dateline's is only one
_PUBLIC: Final = frozenset({Sector.GOV, Sector.OPP, Sector.LEG, Sector.JUD, Sector.COP})
_AGENCY: Final = 12  # characters of the name of an agency


def _only(countries: Mapping[str, int]) -> str | None:
    """The one country among those that a text names."""
    states = [code for code in countries if code not in ORGANIZATIONS]
    return states[0] if len(states) == 1 else None


def _here(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The country of the dateline, for "here", and in its sentence for what its own people or its guests do."""
    context = view.place_context
    if context is None or context.dateline is None:
        return None
    if " here " in view.lowered(clause.extent):
        return context.dateline
    sent = _dateline(view, clause, actors, recipients)
    countries = {e.country for e in _entities(actors)}
    if sent in countries:
        return sent if len(countries) < _MANY else None
    return sent if sent not in _NEWSROOMS and _are_guests(actors) else None


def _are_guests(actors: Sequence[Mention]) -> bool:
    """True for persons in office: "HANOI - U.S. Defense Secretary Mark Esper accused China"."""
    return bool(actors) and all(m.kind in _PERSONS and m.actor and m.actor.country and m.actor.role for m in actors)


# Where the agencies write about everybody who is elsewhere.
_NEWSROOMS: Final = frozenset({"USA", "GBR"})


def _dateline(view: View, clause: Clause, actors: Sequence[Mention], recipients: Sequence[Mention]) -> str | None:
    """The country of the dateline in the sentence that it opens; for meetings, which are reported from where they are.

    In "MOSCOW, March 1. /TASS/. Russia is" that sentence is one further on.
    """
    context, dateline = view.place_context, view.analysis.discourse.dateline
    if context is None or dateline is None:
        return None
    behind = (s.index for s in view.analysis.sentences if s.span.end - max(s.span.start, dateline.end) > _AGENCY)
    return context.dateline if next(behind, None) == view.sentence else None


_IMPLIED: Final[Mapping[str, Callable[[View, Clause, Sequence[Mention], Sequence[Mention]], str | None]]] = {
    "actors": _of_actors,
    "recipients": _of_recipients,
    "parties": lambda view, clause, actors, recipients: _home([*actors, *recipients]) if recipients else None,
    "own": _own,
    "here": _here,
    "dateline": _dateline,
    "resident": _resident,
    "scene": _scene,
    "seat": _seat,
    "officials": _officials,
}


def _nearby(view: View, clause: Clause, parties: Sequence[Mention], topics: frozenset[str]) -> list[Mention]:
    """Places in the clause's stretch that follow "in", "at", "near" and are no party."""
    tokens = view.tokens
    for mention in view.mentions:
        if mention.place is None or not clause.extent.contains(mention.span) or mention in parties:
            continue
        if mention.kind is MentionKind.DEMONYM or _elsewhere(view, mention, topics):
            continue
        first, _ = view.range(mention.span)
        before = first - 1
        while before >= 0 and tokens.tags[before] in PHRASAL:
            before -= 1
        if before >= 0 and tokens.lowers[before] in WHERE:
            return [mention]
    return []
