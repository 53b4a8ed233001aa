"""Spot checks of the facts, and how much of the world the tables hold."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pycountry
import pytest

import eventx_leaders
from eventx.hooks import Officeholder
from eventx.lexicon.officeholders import OfficeholderIndex
from eventx.records import Role

LEADING = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.MONARCH})
# No members of the United Nations: dependent territories, observers, and what is claimed by others.
NO_MEMBERS = (
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT "
    "JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VGB VIR WLF PSE VAT"
)
MEMBERS = sorted({c.alpha_3 for c in pycountry.countries} - set(NO_MEMBERS.split()))
FOUNDED = {"SSD": 2012, "TLS": 2003, "MNE": 2007, "SRB": 2007}


def cases(name: str) -> list[dict[str, str]]:
    """The rows of a table of cases beside the tests."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def on(rows: Iterable[Officeholder], day: date) -> list[Officeholder]:
    """The rows whose term covers the day."""
    return [r for r in rows if (r.start or date.min) <= day <= (r.end or date.max)]


@pytest.fixture(scope="module")
def index() -> OfficeholderIndex:
    return OfficeholderIndex(eventx_leaders.load())


@pytest.mark.parametrize("case", cases("holders.csv"), ids=lambda c: f"{c['country']}-{c['role']}-{c['day']}")
def test_who_held_an_office(case: dict[str, str]) -> None:
    role = Role(case["role"])
    rows = [r for r in eventx_leaders.load() if r.country == case["country"] and r.role is role]
    assert {r.name for r in on(rows, date.fromisoformat(case["day"]))} == {case["name"]}


def test_every_region_is_checked() -> None:
    counts = Counter(case["region"] for case in cases("holders.csv"))
    assert set(counts) == {"africa", "americas", "asia", "europe", "ex_soviet", "middle_east", "oceania"}
    assert min(counts.values()) >= 7


@pytest.mark.parametrize("case", cases("names.csv"), ids=lambda c: c["spelled"])
def test_a_spelling_means_the_person(index: OfficeholderIndex, case: dict[str, str]) -> None:
    found = index.by_name(case["spelled"].split(), date.fromisoformat(case["day"]))
    assert found is not None
    assert (found.row.name, found.row.country) == (case["name"], case["country"])


def test_armed_groups_and_opposition_are_no_officeholders(index: OfficeholderIndex) -> None:
    for name, sector in (("Hassan Nasrallah", "REB"), ("Yahya Sinwar", "REB"), ("Alexei Navalny", "OPP")):
        found = index.by_name(name.split(), date(2020, 1, 1))
        assert found is not None
        assert (found.row.role, found.row.sector) == (Role.OTHER, sector)


def test_there_are_as_many_terms_as_a_reader_may_count_on() -> None:
    counts = Counter(row.role for row in eventx_leaders.load())
    assert sum(counts.values()) > 9500
    assert counts[Role.FOREIGN_MINISTER] > 2400
    assert counts[Role.DEFENSE_MINISTER] > 1200


def held(roles: frozenset[Role]) -> dict[str, list[Officeholder]]:
    """The rows with one of the roles, by country."""
    found: dict[str, list[Officeholder]] = defaultdict(list)
    for row in eventx_leaders.load():
        if row.role in roles:
            found[row.country].append(row)
    return found


def share(roles: frozenset[Role], first: int) -> float:
    """The share of the midsummers since a year for which a member's holder is known."""
    rows = held(roles)
    days = [
        (country, date(year, 7, 1))
        for country in MEMBERS
        for year in range(max(first, FOUNDED.get(country, first)), eventx_leaders.AS_OF.year + 1)
    ]
    return sum(bool(on(rows[country], day)) for country, day in days) / len(days)


def test_nearly_every_leader_since_1992_is_known() -> None:
    assert share(LEADING, 1992) > 0.995


def test_nearly_every_foreign_minister_since_2000_is_known() -> None:
    assert share(frozenset({Role.FOREIGN_MINISTER}), 2000) > 0.99


def test_every_member_has_leaders_and_a_foreign_minister_today() -> None:
    leading, foreign = held(LEADING), held(frozenset({Role.FOREIGN_MINISTER}))
    assert [c for c in MEMBERS if not on(leading[c], eventx_leaders.AS_OF)] == []
    assert [c for c in MEMBERS if not foreign[c]] == []


def test_historic_states_and_organizations_are_there() -> None:
    present = {row.country for row in eventx_leaders.load()}
    assert present >= {"SUN", "YUG", "CSK", "DDR", "SCG", "UNO", "EUR", "NAT", "AFU", "ARL", "ASE", "IGO"}
