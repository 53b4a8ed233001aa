"""Place mentions to one location."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from eventx.records import Entity, Location, Mention, PlacePrecision
from eventx.resolve.mentions import place_of

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

    The name is the country's as the reference table has it, the coordinates are those of the finest place with any,
    or else the country's, and the precision is that of the place that they are of. Places of another country than
    the first one's are left out.
    """
    entities = [e for m in mentions if (e := place_of(m)) is not None]
    code = country or next((e.country for e in entities if e.country), None)
    inside = [e for e in entities if code is None or e.country in (code, None)]
    if code is None and not inside:
        return None
    return _location(code, inside)


def _location(code: str | None, inside: Sequence[Entity]) -> Location:
    from eventx.lexicon.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    finest = min(inside, key=_rank, default=None)
    named = tuple(dict.fromkeys(e.name for e in inside if e.name and _rank(e) < len(_ORDER) - 1))
    located = min((e for e in inside if e.latitude is not None), key=_rank, default=None)
    capital = gazetteer.coordinates(code) if located is None and code else None
    if located is not None:
        latitude, longitude, shown = located.latitude, located.longitude, located.precision
    elif capital is not None:
        (latitude, longitude), shown = capital, PlacePrecision.COUNTRY
    else:
        latitude, longitude, shown = None, None, finest.precision if finest else None
    return Location(
        name=gazetteer.country_name(code) if code else (finest.name if finest else None),
        country=code,
        subdivision=finest.subdivision if finest else None,
        places=named,
        latitude=latitude,
        longitude=longitude,
        precision=shown or PlacePrecision.COUNTRY,
    )


def _rank(entity: Entity) -> int:
    return _ORDER.index(entity.precision) if entity.precision in _ORDER else len(_ORDER) - 1
