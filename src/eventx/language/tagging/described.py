"""Words that describe whoever is named behind them: "visiting President Niinisto", "ousted President Park"."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.row import NAMES, Row

_STANDING: Final = frozenset(
    [
        "visiting", "warring", "ruling", "outgoing", "incoming", "sitting", "retiring",
        "sweeping", "crippling", "punishing", "freezing", "scorching",
    ]
)  # fmt: skip
_SIDES: Final = frozenset({"sides", "parties", "camps", "factions", "forces", "groups", "views", "armies", "fans"})
_BEFORE_GUESTS: Final = frozenset({"with", "by", "to", "for", "between"})
_TITLES: Final = frozenset(
    {"president", "prime", "premier", "minister", "secretary", "chancellor", "king", "queen", "foreign", "defence",
     "defense", "general", "leader", "envoy", "counterpart", "official", "officials", "delegation", "speaker"}
)  # fmt: skip
_TITLE_REACH: Final = 5  # words from "visiting" to the title of the guest


def _before_title(row: Row, at: int, previous: str) -> bool:
    """ "told visiting US Secretary of State Rex Tillerson", "talks with visiting President Niinisto"."""
    if previous != "VERB" and row.lowers[at - 1] not in _BEFORE_GUESTS:
        return False
    return any(
        row.lowers[index] in _TITLES and all(word[0].isupper() for word in row.words[at + 1 : index])
        for index in range(at + 1, min(at + _TITLE_REACH, row.size))
    )


# What is told of leaders and others before their titles.
_FALLEN: Final = frozenset(
    {"ousted", "deposed", "jailed", "detained", "imprisoned", "exiled", "impeached", "disgraced", "toppled", "fallen",
     "overthrown", "sacked", "suspended", "convicted", "indicted", "wounded", "retired", "re-elected", "fired",
     "expelled"}
)  # fmt: skip


def is_fallen(row: Row, at: int, previous: str) -> bool:
    """ "plan to question ousted President Park"; not "the army ousted President Morsi"."""
    if row.lowers[at] not in _FALLEN or previous in NAMES or at + 2 >= row.size:
        return False
    named = row.words[at + 1][0].isupper() and row.words[at + 2][0].isupper()
    return named and row.lowers[at + 1] in _TITLES and previous != "PRON"


def describes(row: Row, at: int, previous: str) -> bool:
    """ "for visiting foreign guests", "told visiting President X", "back opposing sides": no act of the clause."""
    low, after = row.lowers[at], row.lowers[at + 1] if at + 1 < row.size else ""
    if low == "opposing":
        return after in _SIDES
    if low not in _STANDING:
        return False
    plain = row.nominal(at + 1) and row.words[at + 1].islower() and row.fixed[at + 1] in (None, "ADJ")
    return plain or _before_title(row, at, previous)
