"""Finding faults of a table, and that the packaged ones have none."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

import eventx_leaders
from eventx.hooks import Officeholder
from eventx.records import Role
from eventx_leaders.check import EXCLUSIVE


def term(
    name: str, start: str, end: str, country: str = "NZL", role: Role = Role.HEAD_OF_GOVERNMENT, title: str = ""
) -> Officeholder:
    """A term, by default of a head of government."""
    return Officeholder(
        name=name,
        country=country,
        role=role,
        title=title,
        start=date.fromisoformat(start),
        end=date.fromisoformat(end) if end else None,
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([term("A", "2020-01-01", "2021-01-01"), term("B", "2020-06-01", "2022-01-01")], "overlaps"),
        ([term("A", "2020-01-01", ""), term("B", "2020-06-01", "")], "overlaps"),
        ([term("A", "2020-01-01", ""), term("A", "2020-06-01", "2020-12-01")], "twice"),
        ([term("A", "2020-01-01", "2019-01-01")], "ends before"),
    ],
)
def test_faults_are_found(rows: list[Officeholder], told: str, codes: frozenset[str]) -> None:
    assert any(told in fault for fault in eventx_leaders.faults(rows, codes))


def test_a_country_outside_the_table_is_found() -> None:
    (fault,) = eventx_leaders.faults([term("A", "2020-01-01", "2021-01-01", "NZL")], frozenset({"FRA"}))
    assert "unknown country" in fault


@pytest.mark.parametrize(
    "rows",
    [
        # a handover that two sources date differently
        [term("A", "2020-01-01", "2021-01-10"), term("B", "2021-01-01", "2022-01-01")],
        # a handover of which only the year is known
        [term("A", "2020-01-01", "2021-12-31"), term("B", "2021-01-01", "2022-01-01")],
        # two offices of one role
        [
            term("A", "2020-01-01", "2021-01-01", title="First Prime Minister"),
            term("B", "2020-01-01", "2021-01-01", title="Second Prime Minister"),
        ],
        # one office of two persons
        [
            term("A", "2020-04-01", "2020-10-01", "SMR", Role.HEAD_OF_STATE, "Captain Regent"),
            term("B", "2020-04-01", "2020-10-01", "SMR", Role.HEAD_OF_STATE, "Captain Regent"),
        ],
        # many ministers
        [
            term("A", "2020-01-01", "2021-01-01", role=Role.MINISTER),
            term("B", "2020-01-01", "2021-01-01", role=Role.MINISTER),
        ],
    ],
)
def test_what_is_no_fault(rows: list[Officeholder], codes: frozenset[str]) -> None:
    assert eventx_leaders.faults(rows, codes) == []


def test_the_tables_have_no_faults(codes: frozenset[str]) -> None:
    assert eventx_leaders.faults(eventx_leaders.load(), codes) == []


def test_every_term_names_its_source_and_title() -> None:
    assert [row.name for row in eventx_leaders.load() if not (row.source and row.title)] == []


def test_every_term_of_a_single_office_has_a_start() -> None:
    assert [row.name for row in eventx_leaders.load() if row.role in EXCLUSIVE and row.start is None] == []


def test_the_rows_of_a_person_agree_on_the_names() -> None:
    spelled: dict[tuple[str, str], set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    for row in eventx_leaders.load():
        spelled[row.name, row.country].add((row.surname, row.names))
    assert [person for person, forms in spelled.items() if len(forms) > 1] == []


def test_names_are_plain_and_told_once() -> None:
    wrong = [
        row.name
        for row in eventx_leaders.load()
        if len({row.name, *row.names}) <= len(row.names)
        or any(c in "[]()/|,;:" for c in "".join((row.name, *row.names)))
    ]
    assert wrong == []
