"""Terms of office on a day: which of a person's rows counts, and how far it lies from the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from eventx.hooks.parts import Officeholder
from eventx.lexicon.names import fold
from eventx.records import Role

# Of several offices at a time the first of these is the person's role.
RANK: Final = (
    Role.HEAD_OF_STATE,
    Role.MONARCH,
    Role.HEAD_OF_GOVERNMENT,
    Role.VICE_PRESIDENT,
    Role.FOREIGN_MINISTER,
    Role.DEFENSE_MINISTER,
    Role.ROYAL,
    Role.IGO_OFFICIAL,
    Role.MINISTER,
    Role.MILITARY,
    Role.ENVOY,
    Role.LEGISLATOR,
    Role.OFFICIAL,
    Role.DELEGATION,
    Role.OTHER,
)
LEADING: Final = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.MONARCH})
_RANK: Final = {role: number for number, role in enumerate(RANK)}

# Days before and after a lesser office in which a full name still means its holder.
_YEARS_BEFORE: Final = 365
_YEARS_AFTER: Final = 10 * 365
GRACE: Final = 120  # days around a term in which a name alone still means its holder (elected, just left)


@frozen(slots=True)
class Holding:
    """A person of the table as of a day: the row that counts, and whether the term covers the day."""

    row: Officeholder
    current: bool
    past: bool  # the term ended before the day
    future: bool = False  # the term began long after the day: the person did not hold the office yet


def best(rows: Iterable[Officeholder], day: date | None, country: str | None = None) -> Holding:
    """Of one name's rows the one that counts on ``day``: in office then, else nearest in time; by rank among equals."""
    pool = list(rows)
    pool = [row for row in pool if row.country == country] or pool if country else pool
    if day is None:
        row = min(pool, key=lambda r: (_RANK[r.role], -(r.start or date.min).toordinal()))
        return Holding(row, current=False, past=False)
    if min(distance(row, day) for row in pool) > GRACE:
        pool = [row for row in pool if row.role in LEADING] or pool  # Bill Clinton, long after all his offices
    row = min(pool, key=lambda r: (distance(r, day), _RANK[r.role], -(r.start or date.min).toordinal()))
    away = distance(row, day)
    past = away > 0 and row.end is not None and row.end < day
    return Holding(row, current=away == 0, past=past, future=away > GRACE and not past)


def namesake(holding: Holding, rows: Sequence[Officeholder], day: date, country: str | None) -> bool:
    """True when so many years lie between the day and a lesser office that the name rather means another."""
    row = holding.row
    if row.country == country or any(other.role in LEADING for other in rows):
        return False
    return distance(row, day) > (_YEARS_AFTER if holding.past else _YEARS_BEFORE)


def surname_of(row: Officeholder) -> list[str]:
    """The folded words of the surname: the stated one, else the last word of the name."""
    return fold(row.surname or row.name.split()[-1]).split()


def distance(row: Officeholder, day: date) -> int:
    """Days between the day and the term; 0 inside it."""
    if row.start is not None and day < row.start:
        return (row.start - day).days
    if row.end is not None and day > row.end:
        return (day - row.end).days
    return 0
