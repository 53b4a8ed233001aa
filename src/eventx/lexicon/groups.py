"""Groups: common nouns for unnamed actors ("troops", "officials"), and names of armed groups, parties, media."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final

from attrs import field, frozen

from eventx.errors import LexiconError
from eventx.lexicon.offices import phrase_forms
from eventx.lexicon.phrases import PhraseIndex
from eventx.lexicon.tables import csv_rows
from eventx.records import Role, Sector

KINDS: Final = frozenset({"person", "collective", "institution", "named", "thing"})


BY_HEAD: Final = "*"  # the form of a group that is named by its head noun alone, and is in no table


@frozen(slots=True)
class Group:
    """One form of a noun for actors, or the name of an organisation.

    ``kind``: "person" (count noun: "official"), "collective" ("delegation"), "institution"
    ("ministry"), "thing" (a ship or an aircraft, which stands for its country), "named" ("Hezbollah", matched with its
    capitals).
    """

    name: str
    form: str
    kind: str
    sector: Sector
    role: Role | None = None
    country: str | None = None
    plural: bool = False
    governing: tuple[tuple[int, int], ...] = ()  # of a party: the first and last years in which it governed

    def sector_on(self, day: date | None) -> Sector:
        """The sector on a day: a party that governs then is of the government."""
        governs = day is not None and any(first <= day.year <= last for first, last in self.governing)
        return Sector.GOV if governs else self.sector


@frozen(slots=True)
class Groups:
    """The lexicon of groups: nouns, and names (to be compared with their capitals).

    ``small`` are the first words of names without a capital ("al-Qaeda").
    """

    nouns: PhraseIndex[Group] = field(eq=False)
    named: PhraseIndex[Group] = field(eq=False)
    small: frozenset[str] = field(eq=False)


@cache
def load_groups() -> Groups:
    """The groups of the package's table ``groups.csv``. Read once."""
    groups = [group for row in csv_rows("groups.csv") for group in _groups(row)]
    named = [group for group in groups if group.kind == "named"]
    return Groups(
        nouns=PhraseIndex((form, g) for g in groups if g.kind != "named" for form in phrase_forms(g.form)),
        named=PhraseIndex((form, g) for g in named for form in phrase_forms(g.form)),
        small=frozenset(form[0] for g in named if g.form[0].islower() for form in phrase_forms(g.form)),
    )


def _groups(row: Mapping[str, str]) -> Iterator[Group]:
    if row["kind"] not in KINDS:
        raise LexiconError(f"groups.csv, {row['singular']!r}: kind {row['kind']!r} is none of {sorted(KINDS)}")
    try:
        sector, role = Sector(row["sector"]), Role(row["role"]) if row["role"] else None
    except ValueError as error:
        raise LexiconError(f"groups.csv, {row['singular']!r}: {error}; use a value of Sector and Role") from None
    name = row["singular"]
    for form, plural in ((row["singular"], row["singular"] == row["plural"]), (row["plural"], True)):
        if form and not (plural and form == row["singular"] and form != row["plural"]):
            yield Group(name, form, row["kind"], sector, role, row["country"] or None, plural)
