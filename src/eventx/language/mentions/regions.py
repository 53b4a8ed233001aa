"""Who leads a province, a breakaway region or a people without a state leads no country: "Scotland's leader"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from eventx.language.mentions.line import Line
from eventx.language.mentions.phrases import Form, Held, Phrase
from eventx.lexicon.cues import cues
from eventx.lexicon.holdings import LEADING
from eventx.records import MentionKind, PlacePrecision, Role, Sector

if TYPE_CHECKING:
    from eventx.language.mentions.referents import Referent
    from eventx.language.mentions.register import Register

_REGIONS: Final = (PlacePrecision.SUBDIVISION, PlacePrecision.REGION)
_TERRITORIES: Final = frozenset({"Gaza"})  # cities that stand for the land around them
# Adjectives that the places read as those of the state.
_REGIONAL: Final = frozenset({"scottish", "welsh", "turkish cypriot", "turkish-cypriot"})
_GOVERNED: Final = cues("mentions", "self_governed")
_RULING: Final = frozenset({"greek cypriot", "kosovo albanian", "kosovars"})  # whose leader leads a state


def of_region(item: Phrase, place: Phrase) -> None:
    """An office with the name of a province or region that lies in one country."""
    named = place.place
    if not _leads(item) or named is None or place.country is None:
        return
    inside = named.kind is MentionKind.PLACE and named.place is not None
    if inside and named.place is not None and named.place.precision not in _REGIONS:
        inside = named.place.name in _TERRITORIES
    of_two = bool(item.countries) and place.country not in item.countries  # "the Bosnian Serb leader"
    if inside or (named.kind is MentionKind.DEMONYM and (of_two or named.text.lower() in _REGIONAL)):
        region = named.place.name if inside and named.place is not None else None
        _becomes(item, "regional leader", Role.OFFICIAL, Sector.GOV, region or "")


def of_nation(item: Phrase, people: str) -> None:
    """An office with the adjective of a people: "the Tamil leader"."""
    if not _leads(item) or people in _RULING:
        return
    if people in _GOVERNED:
        _becomes(item, "regional leader", Role.OFFICIAL, Sector.GOV)
    else:
        _becomes(item, "leader of a people", Role.OTHER, Sector.OPP)


def is_where(line: Line, place: Phrase, item: Phrase) -> bool:
    """True for the "In Scotland" of "In Scotland President Duda said": where, not of what he is president."""
    before = place.first - 1
    return before >= 0 and line.tokens.lowers[before] in ("in", "at") and line.capital(item.head_first)


def _leads(item: Phrase) -> bool:
    return item.form is Form.OFFICE and item.role in LEADING and bool(item.offices)


def _becomes(item: Phrase, office: str, role: Role, sector: Sector, region: str = "") -> None:
    of = (region,) if region else ()
    item.offices = tuple(evolve(o, office=office, role=role, sector=sector, portfolio=of) for o in item.offices)
    item.role, item.sector = role, sector


def holder(register: Register, phrase: Phrase, held: Held, country: str) -> Referent | None:
    """Who governed the region on the document's day, as the table has it: the "President of Catalonia"."""
    if held.office != "regional leader" or not held.portfolio or phrase.former or phrase.indefinite or phrase.plural:
        return None
    rows = register.table.of_region(country, held.portfolio[0], register.day)
    titles = _TITLES if held.form == "leader" else (held.form,)
    for title in titles:
        row = next((row for row in rows if row.title.lower().startswith(title)), None)
        if row is not None:
            return register.referent_of_row(row, held) if register.may_be(row, phrase.gender) else None
    return None


_TITLES: Final = ("president", "head", "first minister", "premier", "minister-president", "prime minister", "leader")
