"""Without any table of officeholders: what the text states is known, and nothing else is claimed."""

from __future__ import annotations

from typing import Any

import pytest

from eventx.records import Role, Sector


@pytest.fixture(scope="session")
def bare(desk: Any) -> Any:
    """The layers over an empty table."""
    return type(desk)(())


def actor(desk: Any, text: str, words: str) -> Any:
    """The actor of the mention with these words."""
    return next(m.actor for m in desk.read(text) if m.text == words)


def test_a_name_after_a_country_has_it_and_no_sector(bare: Any) -> None:
    found = actor(bare, "North Korea's Kim Jong Un flew to Hanoi.", "Kim Jong Un")
    assert (found.name, found.country, found.role, found.sector) == ("Kim Jong Un", "PRK", None, None)


def test_a_stated_office_gives_role_and_sector(bare: Any) -> None:
    found = actor(bare, "Former North Korean leader Kim Jong Il died.", "Former North Korean leader Kim Jong Il")
    assert (found.country, found.role, found.sector, found.former) == ("PRK", Role.HEAD_OF_STATE, Sector.GOV, True)


def test_an_office_stated_later_is_learned(bare: Any) -> None:
    text = "Kim Jong Un flew to Hanoi. The North Korean leader, Kim Jong Un, was met at the station. Kim waved."
    found = actor(bare, text, "Kim")
    assert (found.country, found.role, found.sector) == ("PRK", Role.HEAD_OF_STATE, Sector.GOV)


def test_a_bare_name_claims_nothing(bare: Any) -> None:
    found = actor(bare, "Martin Reiss said no.", "Martin Reiss")
    assert (found.country, found.role, found.sector) == (None, None, None)
