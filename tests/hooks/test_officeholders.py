"""Officeholders of office that become records when they are asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.hooks import Officeholder, Officeholders
from eventx.records import Role

ROWS = st.lists(
    st.builds(
        Officeholder,
        name=st.sampled_from(["Ann Example", "Bob Example"]),
        country=st.sampled_from(["NZL", "FRA"]),
        role=st.sampled_from(list(Role)),
        names=st.lists(st.sampled_from(["A. Example", "B. Example"]), max_size=2).map(tuple),
        start=st.none() | st.dates(date(1990, 1, 1), date(2020, 1, 1)),
    ),
    max_size=6,
)


@given(st.lists(ROWS, max_size=4))
def test_tables_that_are_joined_are_one_sequence(tables: list[list[Officeholder]]) -> None:
    """In the order of the tables, as a list of all rows would be."""
    rows = [row for table in tables for row in table]
    terms = Officeholders.joined([Officeholders.of(table) for table in tables])
    assert list(terms) == rows
    assert [terms[at] for at in range(-len(rows), 0)] == rows
    assert terms[1:] == rows[1:]
    assert [head[0] for head in terms.heads] == [row.name for row in rows]


def test_a_record_is_made_once_and_when_it_is_asked_for() -> None:
    """Not before, and not twice."""
    made: list[int] = []

    def make(number: int) -> Officeholder:
        made.append(number)
        return Officeholder(name="Ann Example", country="NZL", role=Role.ENVOY)

    terms = Officeholders([("Ann Example", "", (), "NZL", "envoy")] * 3, make)
    assert made == []
    assert terms[1] is terms[1]
    assert made == [1]


def test_there_is_no_term_behind_the_last() -> None:
    """As in any sequence."""
    with pytest.raises(IndexError):
        Officeholders.of([])[0]


def test_a_table_holds_officeholders_only() -> None:
    """What else a plugin gives is told."""
    with pytest.raises(TypeError, match="not str"):
        Officeholders.of(["Ann Example"])  # type: ignore[list-item]
