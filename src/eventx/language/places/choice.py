"""Which of several places a name means, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import Final

from attrs import evolve

from eventx.language.places.context import PlaceContext
from eventx.language.places.standing import Container, Standing
from eventx.lexicon.gazetteer import PlaceReading

# Points for being a place at all, by kind; cities by their size.
_PRIOR: Final = {
    "country": 4.0,
    "capital": 3.0,
    "region": 3.0,
    "metonym": 3.0,
    "site": 3.0,
    "demonym": 4.0,
    "people": 4.0,
}
_DOUBT: Final[tuple[float, ...]] = (0.0, 1.0, 2.0, 4.0, 4.0)  # points against it, by doubt
_WORD: Final = 4  # the doubt of an everyday word
_CAPITAL: Final = 2.0  # the points where such a word has a capital in mid sentence
_ENOUGH: Final = 1.0  # points from which a name is taken for the place
_CLOSE: Final = 0.3  # two readings nearer to each other than this stay ambiguous (a city twice as large as the other)
_NAMED: Final = 1.5  # points for a country or division that the document names
_SMALLER: Final = 5


def choose(
    readings: Sequence[PlaceReading], standing: Standing, form: str, context: PlaceContext
) -> tuple[PlaceReading | None, str]:
    """The reading that fits, and how it was found ("table" or "ambiguous"); None where it is likelier no place."""
    best, sure = select(readings, standing.container or context.settled.get(form), context)
    if not accepted(best, standing, form, context):
        return None, ""
    if sure:
        return best, "table"
    return best, "ambiguous"


def select(
    readings: Sequence[PlaceReading], container: Container | None, context: PlaceContext
) -> tuple[PlaceReading, bool]:
    """The likeliest reading, and whether no other country's comes close to it.

    Where two places of one country come close, the country is sure and the point is not: it loses its coordinates.
    """
    best = readings[0]
    if len(readings) == 1:
        return _on_day(best, context), True
    if container is not None:
        inside = [r for r in readings if r.country == container.country and _in_division(r, container)]
        if inside:
            return _on_day(inside[0], context), True
    largest = max(r.population for r in readings)
    likely = [_likely(r, context, state=best.kind == "country", largest=largest) for r in readings]
    if likely[0] >= 4.0 and best.kind != "capital":
        likely[0] += 0.5  # "Congo", "Korea", "Dominican": the table has the likelier state first
    scored = sorted(zip(likely, range(0, -len(likely), -1), readings, strict=True), key=lambda s: s[:2], reverse=True)
    top, _, best = scored[0]
    rivals = [r for score, _, r in scored[1:] if top - score < _CLOSE]
    if any(r.country != best.country for r in rivals):
        return best, False
    if any(_apart(r, best) for r in rivals):
        return evolve(best, latitude=None, longitude=None, subdivision=None), True
    return _on_day(best, context), True


def accepted(best: PlaceReading, standing: Standing, form: str, context: PlaceContext) -> bool:
    """True where enough speaks for the place."""
    if standing.part:
        return False
    if best.kind in ("demonym", "people"):
        return not best.doubt or (not standing.person and (best.doubt < 2 or best.country in context.countries))
    if standing.person and (best.doubt or best.kind not in ("organization", "metonym", "region", "site")):
        return False
    doubt = _CAPITAL if best.doubt == _WORD and not standing.starts else _DOUBT[best.doubt]
    points = _prior(best) - doubt + standing.weight
    named = bool(best.doubt) and form.rsplit(" ", 1)[-1] in context.persons
    if best.kind == "country" and best.doubt < 2 and not named:
        points = max(points, 2.0)  # capitals beside a country's name tell little ("Team Jordan")
    elif not best.doubt and standing.inside and _prior(best) >= 2:
        points += 2.0  # "London Marathon": a place inside a name
    if best.country in context.countries:
        points += 2.0 if best.kind == "capital" else 1.0
    if context.home is not None and best.country == context.home:
        points += 0.5
    if context.dateline is not None and best.country == context.dateline:
        points += 0.5
    if form in context.settled:
        points += 4.0
    if named:
        points -= 4.0
    return points >= _ENOUGH


def _prior(reading: PlaceReading) -> float:
    known = _PRIOR.get(reading.kind)
    if known is not None:
        return known
    size = reading.population
    if reading.kind == "subdivision":
        return 3.0 if not size or reading.latitude is None else 2.5 if size >= 1000 else 1.0 if size >= 300 else 0.0
    if size >= 1000:
        return 3.0
    if size >= 300:
        return 2.0
    return 0.5 if size >= 100 else 0.0 if size >= 50 else -1.0


def _likely(reading: PlaceReading, context: PlaceContext, *, state: bool, largest: int) -> float:
    """How likely a reading is among the others of its name: its size, and what the document is about.

    ``state`` is true where the name is that of a state as well; ``largest`` is the size of the largest place so called:
    a text that names the United States does not mean Geneva in Illinois.
    """
    if reading.kind in ("country", "demonym", "people"):
        points = 4.0
    elif reading.kind == "capital":
        points = 2.0 + log10(max(reading.population, 100))
    elif reading.kind == "subdivision":
        points = log10(max(reading.population, 300)) - 0.5
    else:
        points = log10(max(reading.population, 1)) if reading.population else 2.8
    if not reading.holds(context.day):
        points -= 3.0
    elif reading.end is not None:
        points += 1.0 if context.day is not None else -1.0
    country = reading.country or ""
    named = context.countries.get(country, 0)
    if named:
        if state and reading.kind == "subdivision" and not context.divisions.get(country):
            points += 0.3  # "Georgia" in a text that names the United States, but none of its states
        elif reading.kind == "city" and reading.population * _SMALLER < largest:
            points += 0.5
        else:
            points += _NAMED + named / max(1, sum(context.countries.values()))
    if reading.subdivision and reading.kind == "city" and context.divisions.get(reading.subdivision):
        points += _NAMED
    if country and country == context.dateline:
        points += 1.0
    if country and country == context.home:
        points += 1.0
    return points


def _in_division(reading: PlaceReading, container: Container) -> bool:
    if container.division is None or reading.kind == "capital":
        return True
    return reading.subdivision == container.division and reading.kind != "subdivision"


def _apart(one: PlaceReading, other: PlaceReading) -> bool:
    """True where two readings of one country are different towns."""
    return one.kind == other.kind == "city" and one.subdivision != other.subdivision


def _on_day(reading: PlaceReading, context: PlaceContext) -> PlaceReading:
    """A former seat of government is a city like others."""
    if reading.kind == "capital" and not reading.holds(context.day):
        return evolve(reading, kind="city", acts=False)
    return reading
