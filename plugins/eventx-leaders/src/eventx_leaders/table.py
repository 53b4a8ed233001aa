"""Reading and checking the tables of officeholders."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import itemgetter
from pathlib import Path
from typing import Final

from eventx.errors import LexiconError
from eventx.hooks import Head, Officeholder, Officeholders
from eventx.records import Role, Sector

# The day up to which the heads of state and government are meant to be complete; later terms are there where known.
AS_OF: Final = date(2025, 12, 31)

COLUMNS: Final = ("name", "variants", "surname", "country", "role", "title", "start", "end", "sector", "source")
REQUIRED: Final = ("name", "country", "role")

_ROLES: Final = {role.value: role for role in Role}
_SECTORS: Final = {sector.value: sector for sector in Sector}


def load(extra: str | Path | None = None) -> tuple[Officeholder, ...]:
    """All terms of the package's tables, and those of the user's CSV file ``extra``, in file order.

    Raises LexiconError that names file and line of a wrong row of ``extra``.
    """
    return (*officeholders(), *(() if extra is None else read(extra)))


def read(path: str | Path) -> tuple[Officeholder, ...]:
    """The terms of a user's own CSV file (UTF-8; the columns of the package's tables, in any order).

    Raises LexiconError that names file and line of a wrong row.
    """
    return tuple(_read(Path(path).read_text(encoding="utf-8-sig"), str(path)))


@cache
def officeholders() -> Officeholders:
    """All terms of the package's tables, in file order; each becomes a record when it is asked for."""
    heads: list[Head] = []
    rests: list[str | list[str]] = []  # title, start, end, sector and source: as they stand, or in fields after quotes
    shared: dict[str, str] = {}
    for item in _tables(files("eventx_leaders") / "data"):
        for line in item.read_text(encoding="utf-8").splitlines()[1:]:
            quoted = '"' in line
            row = next(csv.reader([line])) if quoted else line.split(",", 5)
            name, variants, surname, country, role = row[:5]
            names = tuple(variants.split("|")) if variants else ()
            heads.append((name, surname, names, shared.setdefault(country, country), _ROLES[role]))
            rests.append(row[5:] if quoted else row[5])

    def make(number: int) -> Officeholder:
        name, surname, names, country, role = heads[number]
        rest = rests[number]
        fields = rest.split(",") if isinstance(rest, str) else rest
        return _term(shared, name, "|".join(names), surname, country, role, *fields)

    return Officeholders(heads, make)


def _tables(folder: Traversable) -> Iterator[Traversable]:
    """The CSV files of a folder and of its folders, by name."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _tables(item)
        elif item.name.endswith(".csv"):
            yield item


def _read(text: str, source: str) -> Iterator[Officeholder]:
    rows = _rows(text)
    _, header = next(rows, (0, []))
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        raise LexiconError(f"{source}: the column(s) {', '.join(missing)} are missing; the columns are {COLUMNS}")
    shared: dict[str, str] = {}  # thousands of rows have the same titles, codes and sources
    # The place of each column in a row; a column that is not there reads the empty field that every row gets.
    in_order = itemgetter(*(header.index(column) if column in header else len(header) for column in COLUMNS))
    for number, row in rows:
        if not row:
            continue
        row += [""] * (len(header) + 1 - len(row))
        try:
            yield _term(shared, *map(str.strip, in_order(row)))
        except ValueError as error:
            raise LexiconError(f"{source}, line {number}: {error}") from None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The fields of each row with the number of its line; a text without quotes needs no reader of CSV."""
    lines = text.splitlines()
    if '"' not in text:
        for number, line in enumerate(lines, 1):
            yield number, line.split(",") if line else []
        return
    reader = csv.reader(lines)
    for row in reader:
        yield reader.line_num, row


def _term(
    shared: dict[str, str],
    name: str,
    variants: str,
    surname: str,
    country: str,
    role: str,
    title: str,
    start: str,
    end: str,
    sector: str,
    source: str,
) -> Officeholder:
    if not name or role not in _ROLES:
        raise ValueError(f"name {name!r} with role {role!r}: a name and one of the roles {', '.join(_ROLES)} is needed")
    if sector and sector not in _SECTORS:
        raise ValueError(f"{sector!r} is no sector; the sectors are {', '.join(_SECTORS)}")
    return Officeholder(
        name=name,
        country=shared.setdefault(country, country),
        role=_ROLES[role],
        names=tuple(filter(None, map(str.strip, variants.split("|")))) if variants else (),
        surname=surname,
        title=shared.setdefault(title, title),
        start=_day(start, last=False) if start else None,
        end=_day(end, last=True) if end else None,
        sector=_SECTORS[sector] if sector else Sector.GOV,
        source=shared.setdefault(source, source),
    )


def _day(text: str, *, last: bool) -> date:
    """The first or last day of an ISO day, month or year."""
    if len(text) == 10:
        return date.fromisoformat(text)
    return _period(text, last)


@lru_cache(maxsize=2048)
def _period(text: str, last: bool) -> date:
    """The first or last day of an ISO month or year."""
    parts = text.split("-")
    if len(parts) > 2 or not all(part.isdigit() for part in parts):
        raise ValueError(f"{text!r} is no date; write 2024-06-18, 2024-06 or 2024")
    year = int(parts[0])
    month = int(parts[1]) if len(parts) == 2 else (12 if last else 1)
    return date(year, month, monthrange(year, month)[1] if last else 1)
