"""Whom one leads: "the leader of Hamas", "of the main opposition party" leads no country."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.modifiers import of_party
from eventx.language.mentions.phrases import Phrase
from eventx.records import Role, Sector

_DESCRIBED: Final = 4  # words up to the noun of "a banned Islamic opposition party"
_PARTIES: Final = frozenset({"party", "movement", "faction", "sect", "tribe", "clan", "gang", "cult", "union"})


def of_group(reader: Expander, item: Phrase, index: int) -> bool:
    """Take in the group that stands at the token behind "leader of", "head of"; False where none does.

    The holder has its sector, "the head of the army" that of the military.
    """
    if item.offices == ():
        return False
    index += reader.lowers[index : index + 1] in (("the",), ("a",), ("an",))
    at = index
    while at < min(len(reader.tags), index + _DESCRIBED) and reader.tags[at] in ("ADJ", "VERB", "PROPN", "NOUN"):
        found = reader.by_first.get(at)
        if found is not None and found.group is not None:
            held = item.offices[0]
            role = Role.LEGISLATOR if found.sector is Sector.LEG else Role.OTHER
            item.offices = (evolve(held, sector=found.sector or held.sector, role=role),)
            item.role, item.sector = item.offices[0].role, item.offices[0].sector
            item.countries = item.countries or found.countries
            item.last, item.noun = found.last, ""
            reader.taken.add(id(found))
            return True
        at += 1
    if at > index and reader.line.tokens.lemmas[at - 1] in _PARTIES:
        of_party(item)
        item.last, item.noun = at - 1, ""
        return True
    return False
