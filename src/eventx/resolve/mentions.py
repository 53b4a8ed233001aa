"""The mentions that an argument of a clause holds."""

from __future__ import annotations

from typing import Literal

from eventx.hooks.parts import Analysis
from eventx.records import Argument, Entity, Mention, MentionKind


def mentions_of(
    analysis: Analysis, argument: Argument | None, role: Literal["actor", "place"] = "actor"
) -> tuple[Mention, ...]:
    """The mentions in an argument that can have the role, in text order; none for an argument that there is not.

    ``role`` "actor" asks for mentions of somebody or something that acts, "place" for those of places.
    """
    if argument is None:
        return ()
    inside = [m for m in analysis.mentions(analysis.sentence_at(argument.span)) if m.span.overlaps(argument.span)]
    return tuple(m for m in inside if (m.actor if role == "actor" else place_of(m)) is not None)


def place_of(mention: Mention) -> Entity | None:
    """The mention's reading as a place: of a country's name, the country. None for one that names no place."""
    if mention.place is not None:
        return mention.place
    return mention.actor if mention.kind is MentionKind.COUNTRY else None
