"""The persons of tables of officeholders by their names: in full, by first and last word, surname, word and sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice
from typing import TypeVar

from eventx.hooks.officeholders import Officeholders
from eventx.hooks.parts import Officeholder
from eventx.lexicon.names import Names
from eventx.lexicon.tables import uncollected
from eventx.lexicon.transliteration import sound
from eventx.records import Role

_Key = TypeVar("_Key")
_Numbers = Sequence[int]
# The words of all names of a person as they are compared, those of the surname, and the numbers of the terms.
_Forms = tuple[tuple[tuple[str, ...], ...], tuple[str, ...], _Numbers]


class _Rows(dict[int, Officeholder]):
    """The terms that were asked for by their numbers: a text asks for the same ones again and again."""

    def __init__(self, rows: Officeholders) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, number: int) -> Officeholder:
        row = self[number] = self._rows[number]
        return row


class PersonNames:
    """Officeholders by names as they are compared (see ``Names.key``); each table is made when first asked for."""

    def __init__(self, rows: Officeholders, names: Names) -> None:
        self._rows, self._names = _Rows(rows), names
        self._heads = rows.heads
        self._sounding: dict[Role, dict[str, _Numbers]] = {}

    def in_full(self, key: tuple[str, ...]) -> list[Officeholder]:
        """The terms of persons of that full name."""
        return self._at(self._full.get(key, ()))

    def by_ends(self, first: str, last: str) -> list[Officeholder]:
        """The terms of persons whose name has these first and last words."""
        return self._at(self._ends.get((first, last), ()))

    def by_surname(self, surname: str) -> list[Officeholder]:
        """The terms of persons of that surname, its words with spaces between them."""
        return self._at(self._surname.get(surname, ()))

    def by_word(self, word: str) -> list[Officeholder]:
        """The terms of persons with that word in a name."""
        return self._at(self._word.get(word, ()))

    def by_sound(self, role: Role, spelled: str) -> list[Officeholder]:
        """The terms of persons with an office of the role whose surname sounds like that."""
        return self._at(self._sounds(role).get(spelled, ()))

    def knows_surname(self, surname: str) -> bool:
        """True when somebody bears it."""
        return surname in self._surname

    def _at(self, numbers: _Numbers) -> list[Officeholder]:
        return [self._rows[number] for number in numbers]

    @cached_property
    @uncollected()
    def _forms(self) -> list[_Forms]:
        """The forms of all persons with the numbers of their terms; all are folded at once."""
        # The terms of a person have the same names: they are cut once.
        persons: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
        for number, head in enumerate(self._heads):
            persons.setdefault(head[:3], []).append(number)
        surnames = [surname or name.split()[-1] for name, surname, _ in persons]
        different = list(dict.fromkeys(surnames))
        surname_keys = dict(zip(different, self._names.keys(different), strict=True))
        keys = iter(self._names.keys([form for name, _, forms in persons for form in (name, *forms)]))
        return [
            (tuple(dict.fromkeys(islice(keys, 1 + len(forms)))) if forms else (next(keys),), surname, numbers)
            for ((_, _, forms), numbers), surname in zip(
                persons.items(), map(surname_keys.__getitem__, surnames), strict=True
            )
        ]

    @cached_property
    @uncollected()
    def _full(self) -> dict[tuple[str, ...], _Numbers]:
        return _indexed((key, same) for keys, _, same in self._forms for key in keys)

    @cached_property
    @uncollected()
    def _ends(self) -> dict[tuple[str, str], _Numbers]:
        """By first and last word. "George V" is not George Tupou V: a numeral is no surname."""
        return _indexed(
            (ends, same)
            for keys, _, same in self._forms
            for ends in {(key[0], key[-1]) for key in keys if len(key) > 1 and len(key[-1]) > 1}
        )

    @cached_property
    @uncollected()
    def _surname(self) -> dict[str, _Numbers]:
        return _indexed((" ".join(surname), same) for _, surname, same in self._forms)

    @cached_property
    @uncollected()
    def _word(self) -> dict[str, _Numbers]:
        return _indexed(
            (word, same)
            for keys, _, same in self._forms
            for word in (set().union(*keys) if len(keys) > 1 else dict.fromkeys(keys[0]))
            if len(word) > 1
        )

    @cached_property
    @uncollected()
    def _roles(self) -> dict[str, list[_Forms]]:
        """The forms by each role that one of the terms has."""
        found: dict[str, list[_Forms]] = {}
        heads = self._heads
        for form in self._forms:
            numbers = form[2]
            for role in {heads[number][4] for number in numbers} if len(numbers) > 1 else (heads[numbers[0]][4],):
                found.setdefault(role, []).append(form)
        return found

    @uncollected()
    def _sounds(self, role: Role) -> dict[str, _Numbers]:
        known = self._sounding.get(role)
        if known is None:
            known = self._sounding[role] = _indexed(
                (spelled, same)
                for keys, surname, same in self._roles.get(role, ())
                for spelled in {sound(w) for w in (*surname, *(key[-1] for key in keys)) if len(w) > 3}
            )
        return known


def _indexed(pairs: Iterable[tuple[_Key, _Numbers]]) -> dict[_Key, _Numbers]:
    """The numbers by key; most keys are one person's, whose list is kept as it is."""
    found: dict[_Key, _Numbers] = {}
    for key, numbers in pairs:
        have = found.get(key)
        found[key] = numbers if have is None else (*have, *numbers)
    return found
