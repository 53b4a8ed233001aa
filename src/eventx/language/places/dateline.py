"""The country of a dateline: "GENEVA, Aug 9 (Agency) -", "KUMANOVO, Macedonia, June 9 -"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from eventx.lexicon.gazetteer import Gazetteer, PlaceReading

_STATES: Final = frozenset({"country", "subdivision", "capital", "city"})
_RIVAL: Final = 8  # times as large as a town of a country that the text names, and the larger one is not meant


def dateline_country(place: str, rest: str, gazetteer: Gazetteer, named: Mapping[str, int]) -> str | None:
    """The country in which a dateline's place lies; None where no name of it is known.

    ``rest`` is what follows the place ("Macedonia, June 9 (Agency) -"), ``named`` counts the countries that the text
    names: a smaller town in one of them is meant rather than a larger one elsewhere.
    """
    readings = [r for form in _forms(place) for r in gazetteer.readings(form) if r.country and r.kind in _STATES]
    within = _container(rest, gazetteer)
    if within is not None:
        return within
    if not readings:
        return None
    if readings[0].kind in ("country", "capital"):
        return readings[0].country
    largest = max(r.population for r in readings)
    near = [r for r in readings if named.get(r.country or "", 0) and r.population * _RIVAL >= largest]
    return max(near or readings, key=lambda r: r.population).country


def _forms(place: str) -> Iterator[str]:
    """The place as written, in small letters, and without "City"; the first of "BEIJING/WASHINGTON"."""
    first = place.partition("/")[0].strip(" .")
    yield first
    small = " ".join(word.capitalize() for word in first.split())
    if small != first:
        yield small
    if small.endswith(" City"):
        yield small.removesuffix(" City")


def _container(rest: str, gazetteer: Gazetteer) -> str | None:
    """The country of the second name: "Macedonia", "Arizona", "N.Y."."""
    if not rest.startswith(","):
        return None
    name = rest[1:].partition(",")[0].partition("(")[0].strip(" -–—/")
    if not name:
        return None
    short = gazetteer.abbreviated(name) or gazetteer.abbreviated(name.rstrip("."))
    if short is not None:
        return short[0]
    found: PlaceReading | None = next(iter(gazetteer.readings(name)), None)
    return found.country if found is not None and found.kind in ("country", "subdivision") else None
