"""Who belongs to a class of actors ("state", "civic", "leader"), and so may fill a role that is limited to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.frames.model import CLASSES
from eventx.frames.model import Role as FrameRole
from eventx.frames.words import CIVIC, PRIVATE
from eventx.records import Entity, Mention, MentionKind, Role, Sector
from eventx.records.codes import INTERGOVERNMENTAL

_OF_A_COUNTRY: Final = frozenset({Sector.GOV, Sector.LEG, Sector.JUD, Sector.MED})
_ARMED: Final = frozenset(
    {"armed", "masked", "unidentified", "hooded", "gun-toting", "machete-wielding", "knife-wielding"}
)
_FIGHTING: Final = frozenset({"fighters", "troops", "forces", "militants", "gunmen", "soldiers", "fighter", "soldier"})
_OFFICIALS: Final = frozenset(Role) - {Role.OTHER, Role.OFFICIAL, Role.DELEGATION}


def actors_of(mention: Mention) -> Sequence[Entity]:
    """Each of those for whom a mention stands: the two of "the two leaders", or the one actor, or nobody."""
    return mention.members or ((mention.actor,) if mention.actor is not None else ())


def admits(mention: Mention, role: FrameRole, *, leisure: bool = False) -> bool:
    """True when the mention can fill the role (no classes: anybody who acts).

    In a report on sport or shows (``leisure``) only those fill a role of some class who hold an office, and the police.
    """
    if _shut_out(mention, role):
        return False
    anybody = not role.classes or "any" in role.classes
    actors = actors_of(mention)
    if not actors:
        return anybody and mention.place is not None and mention.place.country is not None
    if anybody:
        return True
    if leisure and not any(actor.role in _OFFICIALS or actor.sector in ("COP", "MIL", "REB") for actor in actors):
        return False
    return any(_of_class(mention, actor, role.classes) for actor in actors)


def goes_along(mention: Mention, role: FrameRole) -> bool:
    """True for whoever takes part in public affairs, beside those who fill a role: the unions of "MPs and unions"."""
    return not _shut_out(mention, role) and any(_of_class(mention, actor, _PUBLIC) for actor in actors_of(mention))


_PUBLIC: Final = ("political", "civic")


def _shut_out(mention: Mention, role: FrameRole) -> bool:
    """True for whom the role excludes by a noun or a class."""
    if role.never and not _named(mention).isdisjoint(role.never):
        return True
    return bool(role.barred) and any(_of_class(mention, actor, role.barred) for actor in actors_of(mention))


def _of_class(mention: Mention, actor: Entity, classes: Sequence[str]) -> bool:
    """True when the actor belongs to one of the classes."""
    person = mention.kind in (MentionKind.PERSON, MentionKind.OFFICE)
    if "leader" in classes and (person or (mention.kind is MentionKind.PRONOUN and actor.role is not None)):
        return True
    sectors = _sectors(mention, actor)
    if "civic" in classes and Sector.CVL in sectors and _is_civic(mention):
        return True
    return any(not sectors.isdisjoint(CLASSES.get(name, frozenset({name}))) for name in classes)


def _is_civic(mention: Mention) -> bool:
    """True for those who take part in public affairs, for unions and churches by name, and for a people ("Serbs")."""
    if _is_body(mention):
        return True
    last = mention.text.rsplit(" ", 1)[-1]
    if mention.kind is MentionKind.GROUP and last[:1].isupper() and last.endswith("s"):
        return True
    return not CIVIC.isdisjoint((*_named(mention), *mention.text.lower().split()))


def _is_body(mention: Mention) -> bool:
    """True for an organisation of a name of its own, unlike "a union"."""
    return mention.kind is MentionKind.ORGANIZATION and mention.actor is not None and mention.actor.key[:5] == "body:"


def _sectors(mention: Mention, actor: Entity) -> set[str]:
    """The sectors that an actor can stand for in its clause."""
    if actor.sector is not None:
        if actor.sector in _OF_A_COUNTRY and actor.country is None and actor.role not in _OFFICIALS:
            return set()  # "a spokesman", "the president": of what is not known
        if actor.sector is Sector.CVL and not _ARMED.isdisjoint(mention.text.lower().split()):
            return {Sector.UNS.value}  # "masked men"
        if actor.sector is Sector.CVL:
            single = mention.kind is MentionKind.PERSON and not _is_civic(mention)
            private = mention.kind is MentionKind.GROUP and not _named(mention).isdisjoint(PRIVATE)
            of_body = {Sector.IGO.value} if actor.country in INTERGOVERNMENTAL and not single else set()  # "UN experts"
            if _is_body(mention):  # unions, churches: they speak as societies do
                of_body = {*of_body, Sector.NGO.value}
            return set() if single or private else {Sector.CVL.value, *of_body}
        if (
            actor.sector is Sector.GOV
            and mention.kind is MentionKind.GROUP
            and not _FIGHTING.isdisjoint(_named(mention))
        ):
            return {Sector.GOV.value, Sector.MIL.value}  # the fighters of those who rule
        if actor.sector is Sector.UNS and mention.kind is MentionKind.PERSON:
            return set()  # somebody with a name and no more
        return {actor.sector.value}
    if mention.kind is MentionKind.COUNTRY:
        return {Sector.GOV.value}
    if mention.kind is not MentionKind.DEMONYM:
        return set()
    low = mention.text.lower()
    if low.endswith("s"):  # "the Palestinians": the people, or those who lead them
        return {Sector.GOV.value, Sector.CVL.value}
    return {Sector.GOV.value}


def _named(mention: Mention) -> frozenset[str]:
    """The words of a group by which it is told from others: its noun, as the mention layer keys it, and its head."""
    words = {mention.text.lower().rsplit(" ", 1)[-1]}
    if mention.actor is not None and mention.actor.key.startswith("group:"):
        words.add(mention.actor.key.rsplit(":", 1)[-1].replace("_", " "))
    return frozenset(words)
