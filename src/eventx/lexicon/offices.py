"""Offices: what a person holds ("prime minister"), with role, sector and gender, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from attrs import field, frozen

from eventx.errors import LexiconError
from eventx.lexicon.phrases import PhraseIndex
from eventx.lexicon.tables import csv_rows, toml_table
from eventx.records import Role, Sector

# Words as the tokenizer cuts them: hyphens and inner apostrophes stay in a word, an abbreviation keeps its dot.
_WORD: Final = re.compile(r"(?:[a-z]\.){2,}|'s\b|\w+(?:(?!'s\b)[-']\w+)*\.?|'|&")


def phrase_words(text: str) -> tuple[str, ...]:
    """A phrase as lower-cased words, cut as the tokens of a sentence are."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def phrase_forms(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase with straight and, where it has any, with curly apostrophes."""
    words = phrase_words(text)
    yield words
    if "'" in text:
        yield tuple(word.replace("'", "’") for word in words)


@frozen(slots=True)
class Office:
    """One form of an office's name.

    ``name`` is the same for all forms; ``needs`` says what must stand with the form for it to be an
    office: "name" or "title" (a name after it), "capital" (a capital or a determiner), "country",
    "modifier", "portfolio", "complement", "" (nothing).
    """

    name: str
    form: str
    role: Role
    sector: Sector
    gender: str = ""
    plural: bool = False
    needs: str = ""


@frozen(slots=True)
class Offices:
    """The lexicon of offices."""

    index: PhraseIndex[Office] = field(eq=False)
    portfolios: Mapping[str, Role] = field(hash=False)
    former: frozenset[str]
    still: frozenset[str]
    modifiers: frozenset[str]
    of_kin: frozenset[str]  # modifiers of a relative
    lower: frozenset[str]
    junior: frozenset[str]  # forms of offices below a minister, whatever portfolio follows
    private: frozenset[str]  # offices of a firm, a union
    nominal: frozenset[str]
    elect: tuple[str, ...]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    parliamentary: frozenset[str]
    seats: Mapping[str, Role] = field(hash=False)
    kin: Mapping[str, str] = field(hash=False)
    countries: Mapping[str, str] = field(hash=False)
    peoples: Mapping[str, str] = field(hash=False)
    chancellors: frozenset[str]
    parties: frozenset[str]

    def portfolio_role(self, words: Iterable[str]) -> Role:
        """The role of a minister with these words in the portfolio: foreign or defence minister, else minister.

        Foreign affairs win over other affairs in one portfolio ("Foreign Affairs and Trade").
        """
        roles = [self.portfolios[w] for w in words if w in self.portfolios]
        for role in (Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER):
            if role in roles:
                return role
        return Role.MINISTER


@cache
def load_offices() -> Offices:
    """The offices of the package's tables (``offices.csv``, ``portfolios.csv``, ``offices.toml``). Read once."""
    words = toml_table("offices.toml")
    portfolios = {row["word"]: Role(row["role"]) for row in csv_rows("portfolios.csv")}
    offices = [office for row in csv_rows("offices.csv") for office in _offices(row)]
    return Offices(
        index=PhraseIndex((form, office) for office in offices for form in phrase_forms(office.form)),
        portfolios=portfolios,
        former=frozenset(words["former"]),
        still=frozenset(words["still"]),
        modifiers=frozenset(words["modifiers"]),
        of_kin=frozenset(words["of_kin"]),
        lower=frozenset(words["lower"]),
        junior=frozenset(words["junior"]),
        private=frozenset(words["private"]),
        nominal=frozenset(words["nominal"]),
        elect=tuple(words["elect"]),
        determiners=frozenset(words["determiners"]),
        indefinite=frozenset(words["indefinite"]),
        parliamentary=frozenset(words["parliamentary"]),
        seats={seat: Role(role) for seat, role in words["seats"].items()},
        kin=words["kin"],
        countries=words["countries"],
        peoples=words["peoples"],
        chancellors=frozenset(words["chancellors"]),
        parties=frozenset(words["parties"]),
    )


def _offices(row: Mapping[str, str]) -> Iterator[Office]:
    try:
        role, sector = Role(row["role"]), Sector(row["sector"])
    except ValueError as error:
        raise LexiconError(f"offices.csv, office {row['office']!r}: {error}; use a value of Role and Sector") from None
    for form, plural in ((row["singular"], False), (row["plural"], True)):
        if form:
            yield Office(row["office"], form, role, sector, row["gender"], plural, row["needs"])
