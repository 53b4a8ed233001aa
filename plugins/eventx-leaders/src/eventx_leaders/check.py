"""Checking tables of officeholders: what cannot be true of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from eventx.hooks import Officeholder
from eventx.records import Role
from eventx_leaders.own import load

# Offices with one holder at a time.
EXCLUSIVE: Final = frozenset(
    {
        Role.HEAD_OF_STATE,
        Role.HEAD_OF_GOVERNMENT,
        Role.MONARCH,
        Role.VICE_PRESIDENT,
        Role.FOREIGN_MINISTER,
        Role.DEFENSE_MINISTER,
    }
)

# Titles of those roles that several persons bear together: San Marino has two captains regent, Andorra two princes.
SHARED: Final = frozenset({"Captain Regent", "Co-Prince", "Co-President", "Co-leader of the Military Council"})

# A handover may be dated a few days apart by two sources; longer overlaps are faults of the table.
HANDOVER: Final = timedelta(days=31)


def faults(rows: Sequence[Officeholder], countries: Iterable[str] | None = None) -> list[str]:
    """What cannot be true of a table.

    Country codes that are not among ``countries`` (by default those of the package's tables), ends before starts,
    terms of one office that overlap, and the same term twice.
    """
    known = frozenset(countries if countries is not None else (row.country for row in load()))
    found = [f"{_told(row)}: unknown country code" for row in rows if row.country not in known]
    found += [f"{_told(row)}: ends before it starts" for row in rows if row.start and row.end and row.end < row.start]
    return found + list(_overlaps(rows)) + list(_repeated(rows))


def _overlaps(rows: Sequence[Officeholder]) -> Iterator[str]:
    """Terms of different persons in one exclusive office that overlap by more than a handover.

    Offices of one role with different titles (two heads of a federation) are different offices.
    """
    offices: dict[tuple[str, Role, str], list[Officeholder]] = {}
    for row in rows:
        if row.role in EXCLUSIVE and row.title not in SHARED and row.start is not None:
            offices.setdefault((row.country, row.role, row.title), []).append(row)
    for terms in offices.values():
        terms.sort(key=lambda row: (row.start or date.min, row.end or date.max))
        running = terms[0]
        for row in terms[1:]:
            if row.name != running.name and _overlap(running, row) > HANDOVER:
                yield f"{_told(running)} overlaps {_told(row)}"
            if (row.end or date.max) >= (running.end or date.max):
                running = row


def _overlap(earlier: Officeholder, later: Officeholder) -> timedelta:
    """How long two terms run side by side; none for a handover of which only the year is known."""
    end, start = earlier.end or date.max, later.start or date.min
    if (end.month, end.day, start.month, start.day) == (12, 31, 1, 1) and end.year == start.year:
        return timedelta()
    return min(end, later.end or date.max) - start


def _repeated(rows: Sequence[Officeholder]) -> Iterator[str]:
    """Terms of one person in one office that run at the same time."""
    terms: dict[tuple[str, str, Role, str], list[Officeholder]] = {}
    for row in rows:
        terms.setdefault((row.name, row.country, row.role, row.title), []).append(row)
    for same in terms.values():
        same.sort(key=lambda row: row.start or date.min)
        for earlier, later in pairwise(same):
            if (earlier.end or date.max) - (later.start or date.min) > HANDOVER:
                yield f"{_told(earlier)} is there twice: {_told(later)}"


def _told(row: Officeholder) -> str:
    start, end = row.start or "?", row.end or "today"
    return f"{row.name} ({row.country} {row.role.value} {start}..{end})"
