"""Terms of office of a large table, each of which becomes a record when it is asked for.

A text names a few dozen of the twenty thousand persons that a table knows: who they are called and which office they
have must be known of all, the rest of those only that are met.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import overload

from eventx.hooks.parts import Officeholder

# Name, surname, all forms of the name, country and role of a term, as its Officeholder has them.
Head = tuple[str, str, tuple[str, ...], str, str]


class Officeholders(Sequence[Officeholder]):
    """Officeholders that are made by ``make`` from their number when one is first asked for.

    ``heads`` are what names and offices are found by; the record with that number must say the same. ``make`` must not
    fail for any of their numbers, since it is called while a document is read: check the table before.
    """

    def __init__(self, heads: Iterable[Head], make: Callable[[int], Officeholder]) -> None:
        self.heads = tuple(heads)
        self._make = make
        self._made: dict[int, Officeholder] = {}

    @classmethod
    def of(cls, rows: Iterable[Officeholder]) -> Officeholders:
        """Of records that are there already. Raises TypeError for a row that is no Officeholder."""
        if isinstance(rows, Officeholders):
            return rows
        made = tuple(rows)
        wrong = next((row for row in made if not isinstance(row, Officeholder)), None)
        if wrong is not None:
            raise TypeError(f"a table holds Officeholder values, not {type(wrong).__name__}")
        return cls([(row.name, row.surname, row.names, row.country, row.role) for row in made], made.__getitem__)

    @classmethod
    def joined(cls, tables: Sequence[Officeholders]) -> Officeholders:
        """The terms of several tables, one after another."""
        if len(tables) == 1:
            return tables[0]
        begins = list(accumulate(map(len, tables), initial=0))

        def make(number: int) -> Officeholder:
            table = bisect_right(begins, number) - 1
            return tables[table][number - begins[table]]

        return cls([head for table in tables for head in table.heads], make)

    def __len__(self) -> int:
        return len(self.heads)

    @overload
    def __getitem__(self, at: int) -> Officeholder: ...
    @overload
    def __getitem__(self, at: slice) -> list[Officeholder]: ...
    def __getitem__(self, at: int | slice) -> Officeholder | list[Officeholder]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number = range(len(self.heads))[at]  # raises IndexError as any sequence does
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = self._make(number)
        return made
