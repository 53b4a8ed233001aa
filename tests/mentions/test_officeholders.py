"""The index of officeholders: whom a name means on a day, and whom it does not."""

from __future__ import annotations

from datetime import date

import pytest

from eventx.hooks import Officeholder
from eventx.lexicon.officeholders import OfficeholderIndex
from eventx.records import Role


def term(
    name: str, country: str, role: Role, start: int, end: int | None, surname: str = "", *names: str
) -> Officeholder:
    """A term of whole years."""
    return Officeholder(
        name=name,
        country=country,
        role=role,
        names=names,
        surname=surname,
        start=date(start, 1, 1),
        end=date(end, 12, 31) if end else None,
    )


INDEX = OfficeholderIndex(
    [
        term("Lee Dong-min", "KOR", Role.OTHER, 1997, 2007, "Lee"),
        term("Jess Jaxon", "USA", Role.OTHER, 1990, None, "Jaxon"),
        term("Tupou Fale V", "TON", Role.MONARCH, 2000, 2012, "Tupou"),
        term("João de Matos", "AGO", Role.MINISTER, 2001, 2010, "de Matos"),
        term("Priya Pateel", "GBR", Role.MINISTER, 2019, 2022, "Pateel"),
        term("Chris Eavens", "AUS", Role.MINISTER, 2008, 2010, "Eavens"),
        term("Dona Trumble", "USA", Role.HEAD_OF_STATE, 2017, 2020, "Trumble"),
        term("Dona Trumble", "USA", Role.OTHER, 2015, 2016, "Trumble"),
        term("Viktor Yushenko", "UKR", Role.HEAD_OF_STATE, 2005, 2010, "Yushenko"),
    ]
)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Spike Lee", Role.OTHER),  # a surname that stands first is no first name
        ("Julio De Vido", Role.MINISTER),  # a particle is no surname
        ("Jon Jaxon", Role.OTHER),  # an initial is not enough for who has no office of state
        ("Prakash Pateel", Role.MINISTER),  # an initial is not enough years before the term
        ("Jess", Role.OTHER),  # "Chairman Jess" is no Jess Jaxon
    ],
)
def test_a_title_does_not_make_a_namesake_the_officeholder(name: str, role: Role) -> None:
    assert INDEX.by_title(name.split(), role, date(2005, 1, 1)) is None


@pytest.mark.parametrize(
    ("name", "role", "day", "found"),
    [
        ("V. Yushenko", Role.HEAD_OF_STATE, date(2006, 1, 1), "Viktor Yushenko"),
        ("Lee", Role.OTHER, date(2006, 1, 1), "Lee Dong-min"),
        ("Priya Patel Pateel", Role.MINISTER, date(2020, 1, 1), "Priya Pateel"),
    ],
)
def test_a_title_finds_its_holder(name: str, role: Role, day: date, found: str) -> None:
    holding = INDEX.by_title(name.split(), role, day)
    assert holding is not None
    assert holding.row.name == found


def test_a_numeral_is_no_surname() -> None:
    assert INDEX.by_name(["Tupou", "Fale", "V"], date(2005, 1, 1)) is not None
    assert INDEX.by_name(["Tupou", "V"], date(2005, 1, 1)) is None


@pytest.mark.parametrize(
    ("year", "country", "known"),
    [(2005, None, False), (2005, "AUS", True), (2009, None, True), (2020, None, True), (2025, None, False)],
)
def test_a_minister_is_not_looked_for_far_from_the_term(year: int, country: str | None, *, known: bool) -> None:
    assert (INDEX.by_name(["Chris", "Eavens"], date(year, 6, 1), country) is not None) is known


def test_a_leader_is_known_before_the_term_but_not_yet_in_office() -> None:
    holding = INDEX.by_name(["Dona", "Trumble"], date(2005, 1, 1))
    assert holding is not None
    assert (holding.row.country, holding.current, holding.past, holding.future) == ("USA", False, False, True)


def test_who_was_just_elected_or_just_left_is_not_in_the_future() -> None:
    for day in (date(2016, 11, 20), date(2021, 2, 1)):
        holding = INDEX.by_title(["Trumble"], Role.HEAD_OF_STATE, day)
        assert holding is not None
        assert not holding.future


@pytest.mark.parametrize(("name", "found"), [("Yusuf", "Yusuf"), ("Karim", "Karim bin Yusuf")])
def test_a_king_is_not_called_by_his_fathers_name(name: str, found: str) -> None:
    """ "King Yusuf", in a report on the years of his son Karim bin Yusuf."""
    kings = [
        term("Yusuf", "OMN", Role.MONARCH, 1960, 1999, "Yusuf", "King Yusuf"),
        term("Karim bin Yusuf", "OMN", Role.MONARCH, 2000, None, "Karim", "King Karim"),
    ]
    holding = OfficeholderIndex(kings).by_title([name], Role.MONARCH, date(2020, 1, 1), "OMN")
    assert holding is not None
    assert holding.row.name == found
