"""Countries, places and organisations by their names.

The curated tables (see ``place_tables``) come first; cities and first-level divisions are those of ``cities.csv``
(GeoNames, see NOTICE; made by ``tools/build_cities.py``), which is kept as text and read name by name when a name is
asked for. Codes are ISO 3166-1 alpha-3 as pycountry has them, XKX for Kosovo, the old codes of historic states, and UNO
EUR NAT AFU ARL ASE IGO NGO for organisations.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import accumulate, compress, islice
from typing import Final

from attrs import evolve, field, frozen

from eventx.lexicon.place_tables import PlaceReading, Tables, split_name, table
from eventx.lexicon.tables import uncollected

__all__ = ["Gazetteer", "PlaceReading", "load_gazetteer", "split_name"]

Hit = tuple[int, int, tuple[PlaceReading, ...]]
NATIONAL: Final = frozenset({"country", "demonym", "people", "capital"})  # kinds of names that stand for a country
_NEAR: Final = 0.6  # degrees: a capital and the city of the same name are one within this distance


@frozen(slots=True, eq=False)
class Gazetteer:
    """All names. ``find`` gives the longest names over tokens; names need their capitals ("us" is never "US")."""

    # All names are keys of ``_cities``; the values tell where in ``_texts`` a name's line of readings begins (one text
    # takes half the memory of 54,000), -1 for those of the tables only.
    _tables: Tables
    _cities: Mapping[str, int]
    _texts: bytes
    _starts: Container[str]  # the first words of names
    _pairs: Mapping[str, Sequence[int]]  # the first two words -> how many words such names have, largest first
    _short: Mapping[str, tuple[str, str]]
    _known: dict[str, tuple[PlaceReading, ...]] = field(factory=dict)  # readings made so far

    def readings(self, form: str) -> tuple[PlaceReading, ...]:
        """What a name can mean, the likeliest first; empty for an unknown one. "Korea, South" is read as well."""
        found = self._readings(split_name(form))
        if not found and ", " in form:
            turned = " ".join(reversed(form.split(", ", 1)))
            found = self._readings(split_name(turned.removeprefix("The ").removeprefix("the ")))
        return found

    def find(self, words: Sequence[str]) -> list[Hit]:
        """(first token, last token, readings) of each name in the tokens, the longest at a place, left to right."""
        starts, pairs, names, known = self._starts, self._pairs, self._cities, self._known
        size, reach = len(words), 0
        found: list[Hit] = []
        for at in compress(range(size), map(starts.__contains__, words)):
            if at < reach:
                continue
            form, last = words[at], at
            for count in pairs.get(f"{form} {words[at + 1]}", ()) if at + 1 < size else ():
                longer = " ".join(words[at : at + count])
                if longer in names and at + count <= size:
                    form, last = longer, at + count - 1
                    break
            if last > at or form in names:
                reach = last + 1
                found.append((at, last, known.get(form) or self._readings(form)))
        return found

    def abbreviated(self, form: str) -> tuple[str, str] | None:
        """(country, division) of an abbreviation that names one after a city's name: "Ariz.", "IL"."""
        return self._short.get(form)

    def country_name(self, code: str) -> str | None:
        """The short name of a country or organisation code."""
        return self._tables.countries.get(code)

    def sovereign(self, code: str) -> str:
        """The state that a territory belongs to; the code itself for a state."""
        return self._tables.sovereigns.get(code, code)

    def state(self, code: str, day: date | None) -> str:
        """The state that governed from a country's capital on a day: for Russia in 1985 the Soviet Union."""
        founded = self._tables.founded.get(code)
        if day is None or founded is None or founded <= day or code not in self._tables.seats:
            return code
        seats = self._readings(split_name(self._tables.seats[code][0].name))
        return next((r.country or code for r in seats if r.kind == "capital" and r.end and r.holds(day)), code)

    def capital(self, code: str, day: date | None = None) -> PlaceReading | None:
        """The seat of government of a country on a day; None where the country has none."""
        seats = self._tables.seats.get(code, ())
        seat = next((s for s in seats if s.holds(day)), seats[0] if seats else None)
        if seat is None:
            return None
        named = self._readings(split_name(seat.name))
        return next((r for r in named if r.kind == "capital" and r.country == code), seat)

    def coordinates(self, code: str) -> tuple[float, float] | None:
        """The coordinates of the capital, in degrees; None where it is not known."""
        capital = self.capital(code)
        if capital is None or capital.latitude is None or capital.longitude is None:
            return self._tables.points.get(code)
        return capital.latitude, capital.longitude

    def _readings(self, form: str) -> tuple[PlaceReading, ...]:
        made = self._known.get(form)
        if made is None:
            curated = self._tables.found.get(form, [])
            if form not in self._cities:
                return ()
            made = self._known[form] = self._merged(form, curated, self._cities_of(form))
        return made

    def _cities_of(self, form: str) -> list[PlaceReading]:
        """The cities and divisions of a name."""
        at = self._cities.get(form, -1)
        if at < 0:
            return []
        line = self._texts[at : self._texts.index(b"\n", at)].decode("utf-8")
        return [self._city(form, text) for text in line.split(";")]

    def _city(self, form: str, text: str) -> PlaceReading:
        name, country, division, latitude, longitude, thousands, doubt, kind = text.split(",")
        level, article = self._tables.doubt(form, int(doubt))
        if article:  # "the Commonwealth" is the region, not the town
            level, article = 3, False
        return PlaceReading(
            name=name,
            country=country,
            kind="city" if kind == "c" else "subdivision",
            subdivision=division or None,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(thousands),
            doubt=level,
            article=article,
        )

    def _merged(
        self, form: str, curated: Sequence[PlaceReading], cities: list[PlaceReading]
    ) -> tuple[PlaceReading, ...]:
        """The curated readings, with what the cities know of them, and the other cities."""
        merged = []
        for reading in curated:
            if reading.kind in ("capital", "subdivision", "city") and reading.country:
                same = self._same(reading, cities)
                if same is not None:
                    reading = evolve(
                        reading,
                        latitude=same.latitude,
                        longitude=same.longitude,
                        population=max(reading.population, same.population),
                        subdivision=reading.subdivision or same.subdivision,
                    )
                    cities = [c for c in cities if not _doubled(c, reading)]
            merged.append(reading)
        if merged and merged[0].kind == "country":  # "Luxembourg" is the state, and its capital by the way
            cities = [c for c in cities if c.country != merged[0].country]
        if merged and _sole(merged[0], (*merged[1:], *cities)):
            merged[0] = evolve(merged[0], sole=True)
        if any(r.landing for r in merged):  # these come last: what else the name means is read as if they were not
            return tuple(sorted((*merged, *cities), key=lambda r: r.landing))
        return (*merged, *cities)

    def _same(self, reading: PlaceReading, cities: Sequence[PlaceReading]) -> PlaceReading | None:
        """The city (or division) that a curated reading is; a capital by another name is looked up by that."""
        kind = "subdivision" if reading.kind == "subdivision" else "city"
        near = {reading.country, self.sovereign(reading.country or "")}
        for form in ("", reading.name):
            for each in (self._cities_of(split_name(form)) if form else []) or cities:
                if each.kind == kind and each.country in near | _HEIRS.get(reading.country or "", frozenset()):
                    return each
        return None


# Where the cities of historic states lie now.
_HEIRS: Final = {
    "SUN": frozenset({"RUS"}), "YUG": frozenset({"SRB"}), "SCG": frozenset({"SRB"}), "CSK": frozenset({"CZE"}),
    "DDR": frozenset({"DEU"}), "VDR": frozenset({"VNM"}), "YMD": frozenset({"YEM"}),
}  # fmt: skip


def _sole(best: PlaceReading, others: Sequence[PlaceReading]) -> bool:
    """True for a country, demonym or capital without doubts whose name no other one of today has."""
    if best.doubt or best.article or best.kind not in NATIONAL or best.end is not None:
        return False
    return all(o.country == best.country or o.end is not None or not _rivals(o, best) for o in others)


def _rivals(other: PlaceReading, best: PlaceReading) -> bool:
    return other.kind in NATIONAL or (best.kind == "capital" and other.population * 5 >= best.population)


def _doubled(city: PlaceReading, reading: PlaceReading) -> bool:
    """True where a city or division is what a curated reading says already."""
    if city.country != reading.country or city.latitude is None or reading.latitude is None:
        return False
    apart = abs(city.latitude - reading.latitude) + abs((city.longitude or 0.0) - (reading.longitude or 0.0))
    return apart < _NEAR or (city.kind == "subdivision" and reading.kind == "subdivision")


def _openings(names: Iterable[str]) -> tuple[set[str], dict[str, tuple[int, ...]]]:
    """The first words of names of several words; their first two words with the numbers of words, largest first."""
    firsts: set[str] = set()
    pairs: dict[str, tuple[int, ...]] = {}
    for form in names:
        first, _, others = form.partition(" ")
        if not others:
            continue
        firsts.add(first)
        second, _, rest = others.partition(" ")
        pair, count = (f"{first} {second}", 3 + rest.count(" ")) if rest else (form, 2)
        known = pairs.get(pair, ())
        if count not in known:
            pairs[pair] = _with(known, count)
    return firsts, pairs


@cache
def _with(counts: tuple[int, ...], count: int) -> tuple[int, ...]:
    """The counts with one more; the same few tuples for thousands of names."""
    return tuple(sorted((*counts, count), reverse=True))


@cache
@uncollected()
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with eventx (loaded once a process)."""
    tables = Tables()
    # The number of names of one word and the bytes of all, the names, then as many lines with their readings.
    with (files("eventx.lexicon") / "data" / "cities.csv").open("rb") as data:
        single, size = map(int, data.readline().split(b","))
        names, texts = data.read(size).decode("utf-8").splitlines(), data.read()
    cities = dict(zip(names, accumulate(map(len, BytesIO(texts)), initial=0), strict=False))
    firsts, pairs = _openings((*islice(names, single, None), *tables.found))
    for form in tables.found:
        cities.setdefault(form, -1)
    starts = firsts.union(islice(names, single), tables.found)
    short = {split_name(form): (country, division) for form, country, division in table("abbreviations.csv", 3)}
    return Gazetteer(tables, cities, texts, starts, pairs, short)
