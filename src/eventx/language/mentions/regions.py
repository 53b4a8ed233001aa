"""Who leads a province, a breakaway region or a people without a state leads no country: "Scotland's leader"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.line import Line
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.recall import LEADS
from eventx.records import MentionKind, PlacePrecision, Role, Sector

_REGIONS: Final = (PlacePrecision.SUBDIVISION, PlacePrecision.REGION)
_TERRITORIES: Final = frozenset({"Gaza"})  # cities that stand for the land around them
# Adjectives that the places read as those of the state.
_REGIONAL: Final = frozenset({"scottish", "welsh", "turkish cypriot", "turkish-cypriot"})
# Peoples that have a government of their own inside a state, or one that no other state recognises.
_GOVERNED: Final = frozenset(
    {"catalan", "basque", "flemish", "walloon", "chechen", "dagestani", "ingush", "tatar", "corsican", "acehnese",
     "tigrayan", "tigrean", "abkhaz", "ossetian", "transnistrian", "sahrawi", "bosnian serb",
     "abkhazians", "south ossetians"}
)  # fmt: skip
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
        _becomes(item, "regional leader", Role.OFFICIAL, Sector.GOV)


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
    return item.form is Form.OFFICE and item.role in LEADS and bool(item.offices)


def _becomes(item: Phrase, office: str, role: Role, sector: Sector) -> None:
    item.offices = tuple(evolve(o, office=office, role=role, sector=sector) for o in item.offices)
    item.role, item.sector = role, sector
