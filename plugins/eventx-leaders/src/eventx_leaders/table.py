"""Reading the package's tables of officeholders."""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from eventx.hooks import Head, Officeholder, Officeholders
from eventx.records import Role, Sector

# The day up to which the heads of state and government are meant to be complete; later terms are there where known.
AS_OF: Final = date(2025, 12, 31)

COLUMNS: Final = ("name", "variants", "surname", "country", "role", "title", "start", "end", "sector", "source")

_ROLES: Final = {role.value: role for role in Role}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PERIOD: Final = re.compile(r"[0-9]{4}(-[0-9]{2})?")
_SECTORS: Final = {sector.value: sector for sector in Sector}


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
        return term(shared, name, "|".join(names), surname, country, role, *fields)

    return Officeholders(heads, make)


def _tables(folder: Traversable) -> Iterator[Traversable]:
    """The CSV files of a folder and of its folders, by name."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _tables(item)
        elif item.name.endswith(".csv"):
            yield item


def term(
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
    """The term of a row's fields. Raises ValueError that names the column and what is wrong in it."""
    if not name:
        raise ValueError("name: is empty")
    if role not in _ROLES:
        raise ValueError(f"role: {role!r} is no role; the roles are {', '.join(_ROLES)}")
    if sector and sector not in _SECTORS:
        raise ValueError(f"sector: {sector!r} is no sector; the sectors are {', '.join(_SECTORS)}")
    return Officeholder(
        name=name,
        country=shared.setdefault(country, country),
        role=_ROLES[role],
        names=tuple(filter(None, map(str.strip, variants.split("|")))) if variants else (),
        surname=surname,
        title=shared.setdefault(title, title),
        start=_day(start, "start") if start else None,
        end=_day(end, "end") if end else None,
        sector=_SECTORS[sector] if sector else Sector.GOV,
        source=shared.setdefault(source, source),
    )


def _day(text: str, column: str) -> date:
    """The first or last day of an ISO day, month or year."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else _period(text, column == "end")
    except ValueError:
        raise ValueError(f"{column}: {text!r} is no date; write 2024-06-18, 2024-06 or 2024") from None


@lru_cache(maxsize=2048)
def _period(text: str, last: bool) -> date:
    """The first or last day of an ISO month or year."""
    if not _PERIOD.fullmatch(text):
        raise ValueError(text)
    year, _, given = text.partition("-")
    month = int(given) if given else (12 if last else 1)
    return date(int(year), month, monthrange(int(year), month)[1] if last else 1)
