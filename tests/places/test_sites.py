"""Airports, palaces and halls: where they lie, by which names they go, and which names are nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pytest

from eventx.lexicon.gazetteer import load_gazetteer
from eventx.lexicon.place_tables import Tables, several, table

from .conftest import Case, cases

GAZETTEER = load_gazetteer()
NEAR = 150.0  # km
EARTH = 6371.0  # radius, km
BUILDINGS = ("palace", "residence", "parliament", "venue")


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points on the earth."""
    (lat, lon), (to_lat, to_lon) = [(radians(a), radians(b)) for a, b in (one, other)]
    half = sin((lat - to_lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((lon - to_lon) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


@cache
def _towns() -> dict[str, list[tuple[float, float]]]:
    """The points of all cities, by country, and of the capitals."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for packed in GAZETTEER._texts.decode().splitlines():  # there is no public way to list them
        for text in packed.split(";"):
            country, _, latitude, longitude, *_ = text.split(",")[-7:]
            towns.setdefault(country, []).append((float(latitude), float(longitude)))
    for code in Tables().countries:
        seat = GAZETTEER.coordinates(code)
        if seat is not None:
            towns.setdefault(code, []).append(seat)
    return towns


def _placed() -> Iterator[tuple[str, str, tuple[float, float]]]:
    for row in table("airports.csv", 7):
        yield row[0], row[1], (float(row[2]), float(row[3]))
    for row in table("sites.csv", 6):
        if row[4] in BUILDINGS:
            yield row[0], row[1], (float(row[2]), float(row[3]))


def test_airports_and_buildings_lie_near_a_town_of_their_country() -> None:
    wrong = [(n, c) for n, c, at in _placed() if min(_apart(at, town) for town in _towns()[c]) > NEAR]
    assert wrong == []


def test_no_name_belongs_to_two_sites() -> None:
    owners: dict[str, str] = {}
    rows = [(r[0], [*several(r[5]), *several(r[6])]) for r in table("airports.csv", 7)]
    rows += [(r[0], several(r[5])) for r in table("sites.csv", 6)]
    rows += [(r[0], []) for r in table("metonyms.csv", 3)]
    twice = [f for name, others in rows for f in {name, *others} if owners.setdefault(f, name) != name]
    assert twice == []


def _marked() -> list[Case]:
    return [case for case in cases() if case.name.startswith(("arrivals:", "venues:"))]


@pytest.mark.parametrize("case", _marked(), ids=lambda case: case.name)
def test_arrivals_and_venues_are_read_as_marked(desk: Any, case: Case) -> None:
    assert desk.read(case.text, case.day) == case.gold


@pytest.mark.parametrize(
    "name",
    [
        "State House", "Government House", "Parliament House", "National Palace", "Presidential Palace",
        "Royal Palace", "Imperial Palace", "Republican Palace", "Peace Palace", "People's Palace", "Mansion House",
        "International Airport", "National Airport",
    ],
)  # fmt: skip
def test_names_that_several_countries_share_are_tied_to_none(name: str) -> None:
    assert GAZETTEER.readings(name) == ()


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Ben Gurion airport", "ISR"), ("Ben Gurion International Airport", "ISR"), ("Vnukovo Airport", "RUS"),
        ("Noi Bai international airport", "VNM"), ("Chaklala airbase", "PAK"), ("Nur Khan air base", "PAK"),
        ("José Martí Airport", "CUB"), ("N’Djili airport", "COD"), ("Andrews Air Force Base", "USA"),
    ],
)  # fmt: skip
def test_the_endings_of_airports_are_known(form: str, country: str) -> None:
    assert [r.country for r in GAZETTEER.readings(form)] == [country]


def test_what_a_name_means_besides_the_airport_comes_first() -> None:
    readings = GAZETTEER.readings("Kennedy")
    assert [r.landing for r in readings] == sorted(r.landing for r in readings)
    assert readings[-1].landing


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("landed at Indira Gandhi", True),
        ("arrived late on Friday at Indira Gandhi", True),
        ("flew out of Indira Gandhi", True),
        ("taking off from Indira Gandhi", True),
        ("stones flew at Indira Gandhi", False),
        ("looked at Indira Gandhi", False),
        ("letters from Indira Gandhi", False),
        ("landed beside Indira Gandhi", False),
        ("was proud of Indira Gandhi", False),
        ("arrived at Indira Gandhi's home", False),
        ("arrived at Indira Gandhi Stadium", False),
    ],
)
def test_the_words_that_lead_to_an_airport(desk: Any, words: str, read: bool) -> None:
    found = desk.countries(f"The guests {words} in time.")
    assert found.get("Indira Gandhi") == ("IND" if read else None)
