"""Envoys with two names before them: "Israel's UN envoy" is of Israel, "the EU's Kosovo envoy" of the EU."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.modifiers import of_organization
from eventx.language.mentions.phrases import Phrase
from eventx.records import MentionKind, Role, Sector
from eventx.records.codes import INTERGOVERNMENTAL

_ENVOYS: Final = frozenset({"ambassador", "envoy", "high commissioner"})
_NAMES: Final = (MentionKind.COUNTRY, MentionKind.ORGANIZATION)


def is_charge(place: Phrase) -> bool:
    """True for a name, not an adjective, that may say where an envoy is sent to."""
    return place.place is not None and place.place.kind in _NAMES


def is_envoy(item: Phrase) -> bool:
    """True for an ambassador or envoy; not for a commissioner of an organisation, whom no state sends."""
    return item.office is not None and item.office.office.removeprefix("deputy ") in _ENVOYS


def sent_by(item: Phrase, code: str | None = None) -> None:
    """The name before the envoy is where he is sent to; ``code`` is who sends him (None: whoever owns the phrase)."""
    item.abroad = item.countries[0]
    item.countries = (code,) if code is not None else ()
    item.offices = tuple(evolve(o, role=Role.ENVOY, sector=Sector.GOV) for o in item.offices)
    item.role, item.sector = Role.ENVOY, Sector.GOV
    if code in INTERGOVERNMENTAL:
        of_organization(item)
