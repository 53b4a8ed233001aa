"""Mentions to actors."""

from __future__ import annotations

from collections.abc import Iterable

from eventx.records import Actor, Entity, Mention, Role, Sector


def actor_of(mention: Mention, entity: Entity | None = None) -> Actor:
    """The actor that a mention refers to, with the name of its entity (a group has none unless the entity has one).

    ``entity`` picks one member of a plural mention. Who held an office before holds none.
    """
    entity = entity or mention.actor or mention.place
    if entity is None:
        return Actor(text=mention.text)
    if entity is mention.place and mention.actor is None:
        # A place that acts is its government.
        return Actor(name=entity.name, text=mention.text, country=entity.country, sector=Sector.GOV)
    role = Role.OTHER if entity.former and entity.role is not None else entity.role
    return Actor(name=entity.name, text=mention.text, country=entity.country, role=role, sector=entity.sector)


def actors_of(mentions: Iterable[Mention]) -> tuple[Actor, ...]:
    """The actors of several mentions, plural ones taken apart, each actor once, in text order."""
    found: dict[tuple[str | None, str | None, str], Actor] = {}
    for mention in mentions:
        entities: tuple[Entity | None, ...] = mention.members or (None,)
        for entity in entities:
            actor = actor_of(mention, entity)
            key = (actor.name, actor.country, "" if actor.name else actor.text.lower())
            found.setdefault(key, actor)
    return tuple(found.values())
