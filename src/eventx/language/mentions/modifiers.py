"""What a modifier or an owner makes of an office or a group: a deputy, an official of an organisation, a people's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attrs import evolve

from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.regions import of_nation
from eventx.lexicon.cues import cues
from eventx.records import Role, Sector

_HAVE_DEPUTIES: Final = (Role.HEAD_OF_GOVERNMENT, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER, Role.MINISTER)


def of_people(item: Phrase, low: str, peoples: Mapping[str, str]) -> None:
    """ "Chechen rebels" are Russian; "ethnic Albanian guerrillas" are at home where the scene is."""
    of_nation(item, low)
    if low == "ethnic":
        item.ethnic, item.countries = item.country or "", ()
    elif not item.countries:
        code = peoples[low]
        item.countries = (code,) if code else ()


def of_party(item: Phrase) -> None:
    """ "the Tory leader" leads no country, "Republican lawmakers" stay lawmakers."""
    if item.offices and item.offices[0].office in ("leader", "chairman", "chief", "head"):
        item.offices = tuple(evolve(o, office="party leader", role=Role.OTHER, sector=Sector.OPP) for o in item.offices)
        item.role, item.sector, item.noun = Role.OTHER, Sector.OPP, ""


def of_finance(item: Phrase) -> None:
    """A chancellor where that is a minister of finance."""
    item.offices = tuple(
        evolve(o, office="chancellor of the exchequer", role=Role.MINISTER) if o.office == "chancellor" else o
        for o in item.offices
    )
    item.role = Role.MINISTER if item.role is Role.HEAD_OF_GOVERNMENT else item.role


def two_peoples(word: str, named: Callable[[str], str | None]) -> bool:
    """True for "British-Iranian"."""
    return all(named(part) for part in word.split("-"))


def tied(item: Phrase, word: str, named: Callable[[str], str | None]) -> None:
    """ "Saudi-led coalition" is Saudi, and so is a "Saudi-backed" one; "Iran-backed militia" is not Iranian."""
    backed = word.lower().endswith("-backed") and item.group is not None and item.group.name == "coalition"
    if not (word.lower().endswith("-led") or backed) or item.countries:
        return
    country = named(word.rpartition("-")[0])
    if country is not None:
        item.countries = (country,)


def lowered(item: Phrase) -> None:
    """A deputy: of a leader or a minister a minister, of anybody else an official."""
    held = item.offices[0]
    if held.role is Role.HEAD_OF_STATE and held.office == "president":
        role = Role.VICE_PRESIDENT
    elif held.role in _HAVE_DEPUTIES:
        role = Role.MINISTER
    else:
        role = held.role if held.role is Role.ENVOY else Role.OFFICIAL
    item.offices = (evolve(held, office=f"deputy {held.office}", role=role),)
    item.role = role


def of_deputy(phrase: Phrase, role: Role | None) -> Role | None:
    """The office of "his deputy", where ``role`` is his; None for other relations and for deputies of nobody known."""
    if phrase.noun != "deputy" or not phrase.kin or role is None:
        return None
    if role is Role.HEAD_OF_STATE:
        return Role.VICE_PRESIDENT
    return Role.MINISTER if role in _HAVE_DEPUTIES else None


# "dozens of protesters"
QUANTITIES: Final = cues("mentions", "round_numbers") | cues("mentions", "collectives")
OF_STATE: Final = cues("mentions", "institutional")
_STAFF: Final = cues("mentions", "staff")


def of_organization(item: Phrase) -> None:
    """An office or a group of an international organisation."""
    if item.form is Form.OFFICE and item.offices:
        item.offices = tuple(evolve(o, role=Role.IGO_OFFICIAL, sector=Sector.IGO) for o in item.offices)
        item.role, item.sector = Role.IGO_OFFICIAL, Sector.IGO
    elif item.form is Form.GROUP and item.sector in (Sector.GOV, Sector.COP, Sector.LEG):
        item.sector = Sector.IGO
    elif item.form is Form.GROUP and item.group is not None and item.group.name in _STAFF:
        item.role, item.sector = Role.IGO_OFFICIAL, Sector.IGO


def of_body(item: Phrase) -> None:
    """An office in a company, a party, a club."""
    item.offices = tuple(evolve(o, role=Role.OTHER, sector=Sector.UNS) for o in item.offices)
    item.role, item.sector = Role.OTHER, Sector.UNS
    item.noun = ""


def of_owner(item: Phrase, owner: Phrase) -> None:
    """Whoever leads or speaks for a company, a court, rebels or a party belongs to it and to no government.

    Who leads a party that has governed may lead the country.
    """
    office, sector = item.office, owner.sector
    if office is None or office.office not in _LEADING or sector in (None, Sector.GOV, Sector.IGO):
        return
    if office.office != "spokesman" and owner.group is not None and owner.group.governing:
        return
    role = Role.LEGISLATOR if sector is Sector.LEG else item.role if office.office == "spokesman" else Role.OTHER
    item.offices = tuple(evolve(o, sector=sector, role=role or o.role) for o in item.offices)
    item.role, item.sector = role, sector


_LEADING: Final = cues("mentions", "leading")


def outranks(kind: str, sector: Sector | None, item: Phrase) -> bool:
    """True where a noun of this kind and sector before another one says what that is: "opposition lawmakers".

    "Communist rebels" are rebels all the same.
    """
    if item.sector is Sector.REB and sector is Sector.OPP and kind == "person":
        return False
    return kind == "named" or sector in (Sector.OPP, Sector.REB, Sector.COP, Sector.MIL)
