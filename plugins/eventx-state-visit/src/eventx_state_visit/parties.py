"""The persons and groups that take part: who may travel for a state, for which country, under which keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Entity, Mention, MentionKind, Role, Sector

PERSONS: Final = (MentionKind.PERSON, MentionKind.OFFICE)  # whoever is told by a name or an office
SINGLE: Final = (*PERSONS, MentionKind.PRONOUN)  # ... or as told before
_TRAVELLING_ROLES: Final = frozenset(Role) - {Role.OTHER}
_TRAVELLING_SECTORS: Final = frozenset({Sector.GOV, Sector.MIL, Sector.LEG, Sector.IGO})
_OF_A_MISSION: Final = re.compile(r"(?i)\b(?:consulate|embassy)\b")  # "a US embassy official": posted where it stands
_LATE: Final = re.compile(r"(?i)(?:^|\bthe |['’]s )late ")


def may_travel(mention: Mention, *, sent: bool = False) -> bool:
    """True for who can pay a visit in the sense of the event type: an office holder or an official group.

    ``sent`` says that the sentence speaks of a delegation: then a person of a government needs no office.
    """
    actor = mention.actor
    if mention.members:
        return all(_represents(m, sent) and m.country and not m.former for m in mention.members)
    if actor is None or actor.country in (None, "NGO") or _OF_A_MISSION.search(mention.text):
        return False  # a sports federation sends nobody, who works at a consulate is there
    if actor.former and not _LATE.search(mention.text):  # who died since held the office when travelling
        return False
    if mention.kind is MentionKind.GROUP:
        sent = actor.role in _TRAVELLING_ROLES and actor.role is not Role.MILITARY  # "troops" and "jets" pay no visits
        return sent and actor.sector in _TRAVELLING_SECTORS
    if mention.kind is MentionKind.PRONOUN and mention.plural and actor.role is Role.MILITARY:
        return False
    if mention.kind in SINGLE:
        return _represents(actor, sent)
    return False


def _represents(actor: Entity, sent: bool) -> bool:
    """True for an office holder, and in a delegation for whoever belongs to a government."""
    return actor.role in _TRAVELLING_ROLES or (sent and actor.role is Role.OTHER and actor.sector is Sector.GOV)


def is_sent(mention: Mention) -> bool:
    """True for "envoys" and "a delegation" of no stated country: whose they are, says who sends them."""
    actor = mention.actor
    unsaid = mention.kind is MentionKind.GROUP and actor is not None and actor.country is None
    return unsaid and actor is not None and actor.role in (Role.ENVOY, Role.DELEGATION)


def is_person(mention: Mention) -> bool:
    """True for a mention of a single known person or office holder."""
    return mention.kind in SINGLE and bool(mention.actor or mention.members)


def country_of(mention: Mention) -> str | None:
    """The country that a mention's actor represents; of a plural mention the one that all members share."""
    if mention.actor and mention.actor.country:
        return mention.actor.country
    countries = {m.country for m in mention.members}
    return countries.pop() if len(countries) == 1 else None


def keys_of(mentions: Sequence[Mention]) -> Iterator[str]:
    """The entity keys of mentions, of plural ones those of their members."""
    for mention in mentions:
        for entity in mention.members or (mention.actor,):
            if entity is not None:
                yield entity.key


def by_country(visitors: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The visitors by the country that they represent, in text order; plural mentions taken apart."""
    groups: dict[str, list[Mention]] = {}
    for mention in visitors:
        if mention.actor and mention.actor.country:
            groups.setdefault(mention.actor.country, []).append(mention)
            continue
        for member in mention.members:
            if member.country:
                groups.setdefault(member.country, []).append(evolve(mention, actor=member, members=()))
    return [tuple(group) for group in groups.values()]
