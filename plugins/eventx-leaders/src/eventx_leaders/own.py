"""Reading a user's own table of officeholders: every fault at once, each with its line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from eventx.errors import LexiconError, RecordError
from eventx.hooks import Officeholder
from eventx_leaders.table import COLUMNS, officeholders, term

REQUIRED: Final = ("name", "country", "role")
_SHOWN: Final = 50  # faults of one file; a wrong separator makes one of each row


def load(extra: str | Path | None = None) -> tuple[Officeholder, ...]:
    """All terms of the package's tables, and those of the user's CSV file ``extra``, in file order.

    Raises LexiconError that names every wrong row of ``extra`` with its line.
    """
    return (*officeholders(), *(() if extra is None else read(extra)))


def read(path: str | Path) -> tuple[Officeholder, ...]:
    """The terms of a user's own CSV file (UTF-8; the columns of the package's tables, in any order).

    Raises LexiconError where it cannot be read, and for all that is wrong in it, with the lines.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise LexiconError(f"{path}, line {line}: is not in UTF-8; save the table as CSV in UTF-8") from error
    faults: list[str] = []
    found = tuple(_terms(text, faults))
    if faults:
        more = [f"{path}: {len(faults) - _SHOWN} more faults"] if len(faults) > _SHOWN else []
        raise LexiconError("\n".join([*(f"{path}, {fault}" for fault in faults[:_SHOWN]), *more]))
    return found


def _terms(text: str, faults: list[str]) -> Iterator[Officeholder]:
    rows = _rows(text)
    header = [column.strip() for column in next(rows, (1, []))[1]]
    while header and not header[-1]:
        header.pop()
    faults.extend(f"line 1: {told}" for told in _header_faults(header))
    if faults:
        return
    shared: dict[str, str] = {}  # thousands of rows have the same titles, codes and sources
    for number, row in rows:
        while len(row) > len(header) and not row[-1].strip():
            row.pop()
        if not any(map(str.strip, row)):
            continue
        if len(row) != len(header):
            told = (
                "put quotes around a field with a comma in it"
                if len(row) > len(header)
                else "an empty field has one too"
            )
            faults.append(f"line {number}: has {len(row)} fields, and the first line {len(header)}: {told}")
            continue
        try:
            yield _term(shared, dict(zip(header, map(str.strip, row), strict=True)))
        except RecordError as error:
            faults.append(f"line {number}: {error.path.removeprefix('$.')}: {error.reason}")
        except ValueError as error:
            faults.append(f"line {number}: {error}")


def _term(shared: dict[str, str], row: Mapping[str, str]) -> Officeholder:
    """The term of a row. Raises ValueError that names what is wrong."""
    made = term(shared, *(row.get(column, "") for column in COLUMNS))
    if made.start and made.end and made.end < made.start:
        raise ValueError(f"end: {row['end']} is before the start, {row['start']}")
    return made


def _header_faults(header: list[str]) -> Iterator[str]:
    columns = ", ".join(COLUMNS)
    for column in header:
        if column not in COLUMNS:
            near = get_close_matches(column.lower(), COLUMNS, 1)
            yield f"the column {column!r} is unknown; " + (
                f"did you mean {near[0]!r}?" if near else f"known are {columns}"
            )
        elif header.count(column) > 1:
            yield f"the column {column!r} stands twice"
    missing = [column for column in REQUIRED if column not in header]
    if missing:
        yield f"the column{'s' * (len(missing) > 1)} {', '.join(missing)} must be there; the columns are {columns}"


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The fields of each row with the number of the line on which it begins."""
    reader, line = csv.reader(io.StringIO(text, newline="")), 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1
