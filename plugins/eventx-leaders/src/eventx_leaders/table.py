"""Reading and checking the tables of officeholders."""

from __future__ import annotations

import calendar
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path

from eventx.errors import LexiconError
from eventx.hooks import Officeholder
from eventx.records import Role, Sector

# The day up to which the heads of state and government are meant to be complete; later terms are there where known.
AS_OF = date(2025, 10, 31)

COLUMNS = ("name", "variants", "surname", "country", "role", "title", "start", "end", "sector", "source")
REQUIRED = ("name", "country", "role")

# One holder at a time. Captains regent, presidencies and councils with several members are not exclusive.
EXCLUSIVE = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.MONARCH})

# A handover may be dated a few days apart by two sources; longer overlaps are faults of the table.
HANDOVER = timedelta(days=31)

_ROLES = {role.value: role for role in Role}
_SECTORS = {sector.value: sector for sector in Sector}


def load(extra: str | Path | None = None) -> tuple[Officeholder, ...]:
    """All terms of the package's tables, and those of the user's CSV file ``extra``, in file order.

    Raises LexiconError that names file and line of a wrong row.
    """
    rows = _packaged()
    if extra is None:
        return rows
    path = Path(extra)
    return rows + tuple(_read(path.read_text(encoding="utf-8-sig"), str(path)))


@cache
def _packaged() -> tuple[Officeholder, ...]:
    folder = files("eventx_leaders") / "data"
    tables = sorted((item for item in folder.iterdir() if item.name.endswith(".csv")), key=lambda item: item.name)
    return tuple(row for item in tables for row in _read(item.read_text(encoding="utf-8"), item.name))


def _read(text: str, source: str) -> Iterator[Officeholder]:
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in REQUIRED if column not in (reader.fieldnames or ())]
    if missing:
        raise LexiconError(f"{source}: the column(s) {', '.join(missing)} are missing; the columns are {COLUMNS}")
    for row in reader:
        try:
            yield _term(row)
        except (KeyError, ValueError) as error:
            raise LexiconError(f"{source}, line {reader.line_num}: {error}") from None


def _term(row: Mapping[str, str | None]) -> Officeholder:
    name, role = (row["name"] or "").strip(), (row["role"] or "").strip()
    if not name or role not in _ROLES:
        raise ValueError(f"name {name!r} with role {role!r}: a name and one of the roles {', '.join(_ROLES)} is needed")
    sector = row.get("sector") or "GOV"
    if sector not in _SECTORS:
        raise ValueError(f"{sector!r} is no sector; the sectors are {', '.join(_SECTORS)}")
    variants = row.get("variants") or ""
    start, end = row.get("start"), row.get("end")
    return Officeholder(
        name=name,
        country=(row["country"] or "").strip(),
        role=_ROLES[role],
        names=tuple(v.strip() for v in variants.split("|") if v.strip()) if variants else (),
        surname=row.get("surname") or "",
        title=row.get("title") or "",
        start=_day(start, last=False) if start else None,
        end=_day(end, last=True) if end else None,
        sector=_SECTORS[sector],
        source=row.get("source") or "",
    )


def _day(text: str, *, last: bool) -> date:
    """The first or last day of an ISO day, month or year."""
    if len(text) == 10:
        return date.fromisoformat(text)
    parts = text.strip().split("-")
    if len(parts) > 2 or not all(part.isdigit() for part in parts):
        raise ValueError(f"{text!r} is no date; write 2024-06-18, 2024-06 or 2024")
    year = int(parts[0])
    month = int(parts[1]) if len(parts) == 2 else (12 if last else 1)
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def faults(rows: Sequence[Officeholder], countries: Iterable[str]) -> list[str]:
    """What is wrong with a table: unknown country codes, ends before starts, overlapping terms of one office."""
    known = frozenset(countries)
    found = [f"{_told(row)}: unknown country code" for row in rows if row.country not in known]
    found += [f"{_told(row)}: ends before it starts" for row in rows if row.start and row.end and row.end < row.start]
    return found + list(_overlaps(rows))


def _overlaps(rows: Sequence[Officeholder]) -> Iterator[str]:
    """Terms of different persons in one exclusive office that overlap by more than a handover.

    Offices of one role with different titles (two heads of a federation) are different offices.
    """
    offices: dict[tuple[str, Role, str], list[Officeholder]] = {}
    for row in rows:
        if row.role in EXCLUSIVE and row.start is not None:
            offices.setdefault((row.country, row.role, row.title), []).append(row)
    for terms in offices.values():
        terms.sort(key=lambda row: (row.start or date.min, row.end or date.max))
        running = terms[0]
        for row in terms[1:]:
            if row.name != running.name and row.start and (running.end or date.max) - row.start > HANDOVER:
                yield f"{_told(running)} overlaps {_told(row)}"
            if (row.end or date.max) >= (running.end or date.max):
                running = row


def _told(row: Officeholder) -> str:
    start, end = row.start or "?", row.end or "today"
    return f"{row.name} ({row.country} {row.role.value} {start}..{end})"
