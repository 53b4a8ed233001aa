"""Place mentions to one location."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from eventx.records import Entity, Location, Mention, MentionKind, PlacePrecision

# From the finest to the coarsest.
_ORDER: Final = (
    PlacePrecision.SITE,
    PlacePrecision.CITY,
    PlacePrecision.REGION,
    PlacePrecision.SUBDIVISION,
    PlacePrecision.COUNTRY,
)


def location_of(mentions: Iterable[Mention], country: str | None = None) -> Location | None:
    """The location that the mentions name; ``country`` overrules theirs.

    The name is the country's as the reference table has it, the coordinates are those of the finest
    place with any. Places of another country than the first one's are left out.
    """
    entities = [e for m in mentions if (e := _place(m)) is not None]
    code = country or next((e.country for e in entities if e.country), None)
    inside = [e for e in entities if code is None or e.country in (code, None)]
    if code is None and not inside:
        return None
    return _location(code, inside)


def _place(mention: Mention) -> Entity | None:
    if mention.place is not None:
        return mention.place
    return mention.actor if mention.kind is MentionKind.COUNTRY else None


def _location(code: str | None, inside: Sequence[Entity]) -> Location:
    from eventx.lexicon.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    finest = min(inside, key=_rank, default=None)
    named = tuple(dict.fromkeys(e.name for e in inside if e.name and _rank(e) < len(_ORDER) - 1))
    latitude, longitude = (finest.latitude, finest.longitude) if finest else (None, None)
    if latitude is None and code:
        latitude, longitude = gazetteer.coordinates(code) or (None, None)
    return Location(
        name=gazetteer.country_name(code) if code else (finest.name if finest else None),
        country=code,
        subdivision=finest.subdivision if finest else None,
        places=named,
        latitude=latitude,
        longitude=longitude,
        precision=(finest.precision if finest else None) or PlacePrecision.COUNTRY,
    )


def _rank(entity: Entity) -> int:
    return _ORDER.index(entity.precision) if entity.precision in _ORDER else len(_ORDER) - 1
