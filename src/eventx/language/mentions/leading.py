"""Whom one leads or serves: "the leader of Hamas", "of the main opposition party" leads no country."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.modifiers import of_owner, of_party
from eventx.language.mentions.phrases import Phrase
from eventx.lexicon.cues import cues
from eventx.records import MentionKind, Role, Sector

_DESCRIBED: Final = 4  # words up to the noun of "a banned Islamic opposition party"
_PARTIES: Final = cues("mentions", "parties")


def of_group(reader: Expander, item: Phrase, index: int) -> bool:
    """Take in the group that stands at the token behind "leader of", "head of"; False where none does.

    The holder has its sector, "the head of the army" that of the military.
    """
    leads = item.noun in ("complement", "country") or (
        item.office is not None and item.office.office == "deputy leader"
    )
    if item.offices == () or not leads:
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
            item.countries = item.countries or found.countries or _nation(reader, index, at)
            item.last, item.noun = found.last, ""
            reader.taken.add(id(found))
            return True
        at += 1
    if at > index and reader.line.tokens.lemmas[at - 1] in _PARTIES:
        of_party(item)
        item.countries = item.countries or _nation(reader, index, at)
        item.last, item.noun = at - 1, ""
        return True
    return False


def _nation(reader: Expander, first: int, end: int) -> tuple[str, ...]:
    """Of the Philippines, in "a leader of a Philippine communist group": the nation named before the group."""
    for at in range(first, end):
        found = reader.by_first.get(at)
        if found is not None and found.place is not None and found.place.kind in _NATIONS:
            entity = found.place.actor or found.place.place
            return (entity.country,) if entity is not None and entity.country else ()
    return ()


def of_national_body(reader: Expander, item: Phrase) -> None:
    """Whose house, embassy or command it is: "the upper house of the Russian parliament", "at the Israeli embassy".

    Those who are against a body are not of its nation ("victims of the Russian army"): private persons are left out.
    """
    after, lowers = item.last + 1, reader.lowers
    sent = item.role is Role.DELEGATION  # by whomever: "a delegation of the Syrian opposition"
    if item.countries or not (sent or item.sector in _SERVING) or lowers[after : after + 1] not in _OF:
        return
    nation = reader.by_first.get(after + 1 + (lowers[after + 1 : after + 2] == ("the",)))
    if nation is None or nation.place is None or nation.place.kind not in _NATIONS:
        return
    behind = (reader.by_first.get(at) for at in (nation.last + 1, nation.last + 2))
    body = next((b for b in behind if b is not None and b.group is not None), None)
    if body is None or body.group is None or not (sent or body.group.kind == "institution"):
        return
    if lowers[after] != "at" or body.group.name in _MISSIONS:
        item.countries = nation.countries
        of_owner(item, body)
        item.noun = "" if item.noun in ("complement", "country", "modifier") else item.noun


_OF: Final = (("of",), ("from",), ("at",))
_NATIONS: Final = (MentionKind.DEMONYM, MentionKind.COUNTRY)
_SERVING: Final = frozenset({Sector.GOV, Sector.LEG, Sector.MIL, Sector.COP, Sector.JUD})
_MISSIONS: Final = cues("mentions", "missions")
