"""Bodies by their own names: the table, and what doubtful names mean in a text."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest

from eventx.errors import LexiconError
from eventx.lexicon.bodies import Bodies, load_bodies
from eventx.lexicon.groups import load_groups
from eventx.records import Sector

ROWS = (files("eventx.lexicon") / "data" / "bodies.csv").read_text(encoding="utf-8").splitlines()[1:]


def test_every_row_is_whole() -> None:
    """A country, a sector, names, doubtful ones among them, and years that run forward."""
    bodies = load_bodies()
    for row in ROWS:
        country, sector, names, unsure, _ = row.split("|")
        assert len(country) == 3, row
        assert Sector(sector), row
        assert set(filter(None, unsure.split(","))) <= set(names.split(",")), row
        for name in names.split(","):
            found = bodies.at(tuple(name.lower().split()), 0)
            if found is not None and found[0] == len(name.split()):
                assert all(first <= last for body, _ in found[1] for first, last in body.governing), row


def test_a_sure_name_has_one_bearer() -> None:
    countries: dict[str, set[str]] = {}
    for row in ROWS:
        country, _, names, unsure, _ = row.split("|")
        for name in set(names.split(",")) - set(unsure.split(",")):
            countries.setdefault(name.lower(), set()).add(country)
    assert not {name: found for name, found in countries.items() if len(found) > 1}


def test_no_sure_name_is_in_the_table_of_groups_as_well() -> None:
    named = load_groups().named
    doubled = []
    for row in ROWS:
        for name in set(row.split("|")[2].split(",")) - set(row.split("|")[3].split(",")):
            words = tuple(name.lower().split())
            found = named.at(words, 0)
            if found is not None and found[0] == len(words):
                doubled.append(name)
    assert not doubled


def test_a_party_that_governs_on_the_day_is_of_the_government() -> None:
    (found, sure), *_ = Bodies(["GBR|OPP|Labour Party,Labour|Labour|1997-2010;2024-"]).at(("labour", "party"), 0)[1]  # type: ignore[index]
    assert sure
    assert found.sector_on(date(2005, 1, 1)) is found.sector_on(date(2025, 1, 1)) is Sector.GOV
    assert found.sector_on(date(2015, 1, 1)) is found.sector_on(None) is Sector.OPP


def test_a_faulty_row_is_named() -> None:
    with pytest.raises(LexiconError, match=r"bodies\.csv, 'Greens'"):
        Bodies(["AUT|ZZZ|Greens||"]).at(("greens",), 0)
    with pytest.raises(LexiconError, match="as in 1997-2010"):
        Bodies(["AUT|OPP|Greens||long ago"]).at(("greens",), 0)
