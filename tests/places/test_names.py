"""The names of every country, and the tables against the authority for codes and against themselves."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pycountry
import pytest

from eventx.language.tokens import tokenize
from eventx.lexicon.gazetteer import load_gazetteer
from eventx.lexicon.groups import load_groups
from eventx.lexicon.place_tables import Tables, several, split_name, table
from eventx.records import Sector

GAZETTEER = load_gazetteer()
TABLES = Tables()
HISTORIC = {"SUN", "YUG", "CSK", "DDR", "SCG", "VDR", "YMD"}
ORGANIZATIONS = {"UNO", "EUR", "NAT", "AFU", "ARL", "ASE", "IGO", "NGO"}


def _codes(name: str, *kinds: str) -> set[str | None]:
    return {r.country for r in GAZETTEER.readings(name) if not kinds or r.kind in kinds}


def test_the_countries_are_those_of_iso_3166_and_few_others() -> None:
    ours = {row[0] for row in table("countries.csv", 8)}
    theirs = {c.alpha_3 for c in pycountry.countries}
    assert theirs - ours == set()
    assert ours - theirs == HISTORIC | {"XKX"}


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda c: c.alpha_3)
def test_every_name_of_pycountry_resolves(country: object) -> None:
    names = {getattr(country, key) for key in ("name", "official_name", "common_name") if hasattr(country, key)}
    for name in names:
        form = name.removeprefix("the ").removeprefix("The ")
        assert country.alpha_3 in _codes(form, "country"), name  # type: ignore[attr-defined]


def test_the_names_that_news_uses_resolve() -> None:
    """Short name, adjective and people of each country, as a reader would write them."""
    with (Path(__file__).parent / "names.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="|"):
            for name in row["names"].split(","):
                assert row["code"] == GAZETTEER.readings(name)[0].country, name
            for name in filter(None, row["people"].split(",")):
                assert row["code"] in _codes(name, "demonym", "people"), name


def test_every_state_has_a_seat_with_coordinates() -> None:
    for code, name in TABLES.countries.items():
        if code in ORGANIZATIONS or code in ("ATA", "BVT", "HMD", "UMI", "SGS", "ATF"):
            continue
        assert GAZETTEER.coordinates(code), name


def test_seats_of_a_country_follow_each_other() -> None:
    for code, seats in TABLES.seats.items():
        for one in seats:
            assert one.start is None or one.end is None or one.start < one.end, (code, one.name)
            for other in seats:
                if one is not other and one.end is not None and other.start is not None:
                    assert one.end < other.start or other.end is None or other.end < (one.start or date.min), code


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("DEU", "1985-01-01", "Bonn"),
        ("DEU", "2020-01-01", "Berlin"),
        ("KAZ", "1995-01-01", "Almaty"),
        ("KAZ", "2020-01-01", "Astana"),
        ("MMR", "2000-01-01", "Yangon"),
        ("MMR", "2020-01-01", "Naypyidaw"),
        ("NGA", "1985-01-01", "Lagos"),
        ("PAK", "1955-01-01", "Karachi"),
        ("USA", "1999-01-01", "Washington"),
    ],
)
def test_capitals_have_their_time(code: str, day: str, name: str) -> None:
    seat = GAZETTEER.capital(code, date.fromisoformat(day))
    assert seat is not None
    assert seat.name == name


def test_every_code_in_the_tables_is_known() -> None:
    known = set(TABLES.countries) | ORGANIZATIONS
    for name, readings in TABLES.found.items():
        for reading in readings:
            assert reading.country is None or reading.country in known, (name, reading.country)
    assert set(TABLES.sovereigns.values()) <= known


def test_names_are_split_as_the_tokenizer_splits_them() -> None:
    names = [n for row in table("countries.csv", 8) for column in row[1:5] for n in several(column)]
    names += [n for row in table("organizations.csv", 5) for n in several(row[2])]
    names += [n for row in table("metonyms.csv", 3) for n in (row[0],)]
    names += [n for row in table("sites.csv", 6) for n in (row[0], *several(row[5]))]
    names += [n for row in table("airports.csv", 7) for n in (row[0], *several(row[5]), *several(row[6]))]
    names += [f"{n} International Airport" for row in table("airports.csv", 7) for n in several(row[6])]
    names += [n for row in table("regions.csv", 5) for n in (row[0], *several(row[4]))]
    names += [n for row in table("capitals.csv", 5) for n in several(row[1])]
    wrong = [n for n in names if split_name(n) != " ".join(tokenize(n, 0, len(n))[0])]
    assert wrong == []


def test_every_doubt_is_about_a_name() -> None:
    idle = [name for name, _, _ in table("place_doubts.csv", 3) if not GAZETTEER.readings(name)]
    assert idle == []


def test_no_name_stands_twice_in_the_doubts() -> None:
    names = [name for name, _, _ in table("place_doubts.csv", 3)]
    assert len(names) == len(set(names))


def test_territories_have_their_sovereign() -> None:
    assert GAZETTEER.sovereign("GIB") == "GBR"
    assert GAZETTEER.sovereign("GRL") == "DNK"
    assert GAZETTEER.sovereign("FRA") == "FRA"


def test_unknown_names_have_no_reading() -> None:
    assert GAZETTEER.readings("Atlantis Nova") == ()
    assert GAZETTEER.country_name("QQQ") is None
    assert GAZETTEER.capital("QQQ") is None


def test_organisations_and_sites_are_many() -> None:
    assert sum(1 for _ in table("organizations.csv", 5)) >= 150
    assert sum(1 for _ in table("sites.csv", 6)) >= 800
    assert sum(1 for _ in table("airports.csv", 7)) >= 350
    assert sum(1 for _ in table("metonyms.csv", 3)) >= 200


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Hamas", "PSE"), ("Hezbollah", "LBN"), ("Islamic State", None), ("ISIS", None),
        ("ISIL", None), ("al-Qaida", None), ("al-Qaeda", None), ("al-Shabaab", "SOM"), ("Boko Haram", "NGA"),
        ("FARC", "COL"), ("PKK", "TUR"), ("Houthis", "YEM"), ("M23", "COD"), ("ELN", "COL"), ("LTTE", "LKA"),
        ("Abu Sayyaf", "PHL"), ("Khmer Rouge", "KHM"), ("Jundallah", "IRN"), ("Revolutionary United Front", "SLE"),
    ],
)  # fmt: skip
def test_armed_groups_are_known(name: str, country: str | None) -> None:
    found = load_groups().named.at(tuple(name.lower().split()), 0)
    assert found is not None
    assert (found[1].sector, found[1].country) == (Sector.REB, country)


@pytest.mark.parametrize(
    ("code", "day", "state"),
    [
        ("RUS", "1985-06-01", "SUN"),
        ("RUS", "1995-06-01", "RUS"),
        ("CZE", "1980-06-01", "CSK"),
        ("SRB", "2004-06-01", "SCG"),
        ("FRA", "1985-06-01", "FRA"),
        ("SSD", "2005-06-01", "SSD"),
    ],
)
def test_the_state_that_governed_from_a_capital(code: str, day: str, state: str) -> None:
    assert GAZETTEER.state(code, date.fromisoformat(day)) == state
