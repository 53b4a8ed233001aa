"""Who heads an organisation: "the UN Secretary-General", "the High Representative", in whose text it needs no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from eventx.language.mentions.phrases import Held, Phrase
from eventx.language.mentions.referents import Referent
from eventx.lexicon.gazetteer import Hit

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

# Form of an office -> its title in the table, and the organisations that have it; without any named it is the first's.
_TITLES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "secretary-general": ("Secretary-General", ("UNO", "NAT", "ARL", "ASE")),
    "secretary general": ("Secretary-General", ("UNO", "NAT", "ARL", "ASE")),
    "deputy secretary-general": ("Deputy Secretary-General", ("UNO", "NAT")),
    "high representative": ("High Representative", ("EUR",)),
}
# "UN chief", "head of the UN"; not "UN refugee chief".
_SHORT: Final = frozenset({"the", "of", "un", "u.n.", "united", "nations", "nato"})
_CHIEFS: Final = frozenset({"chief", "head"})
_OTHERS: Final = "IGO"  # the code of all organisations without one of their own


def head(register: Register, phrase: Phrase, held: Held, country: str | None) -> Referent | None:
    """The person who heads the organisation ``country``, or the only one that the document can mean.

    None for an office that a complement makes another one ("the secretary-general of the party"), for one of several
    organisations, and where the table does not know who it was on the document's day.
    """
    if phrase.former or phrase.indefinite or phrase.plural:
        return None
    lowers = register.tokens(register.now).lowers if register.now < len(register.sentences) else ()
    title, owners = _TITLES.get(held.form, ("", ()))
    chief = held.form in _CHIEFS and country in ("UNO", "NAT")
    words = (*lowers[phrase.first : phrase.head_first], *lowers[phrase.head_last + 1 : phrase.last + 1])
    if chief and country is not None and _SHORT.issuperset(words):
        title, owners = "Secretary-General", (country,)
    if not title:
        return None
    if country is None:
        if lowers[phrase.last + 1 : phrase.last + 2] in (("of",), ("for",), ("in",)) or not phrase.definite:
            return None
        country = _meant(register, held.form, owners)
    if country not in owners:
        return None
    row = register.table.titled(country, title, register.day)
    return register.referent_of_row(row, held) if row is not None else None


def _named(register: Register) -> Mapping[str, int]:
    """How often the document names the organisations of each code."""
    counts: Counter[str] = Counter()
    for sentence in register.sentences:
        for _, _, readings in cast("tuple[Hit, ...]", register.analysis.layer("place_names", sentence.index)):
            if readings[0].kind == "organization" and readings[0].country:
                counts[readings[0].country] += 1
    return counts


def _meant(register: Register, form: str, owners: tuple[str, ...]) -> str | None:
    """The one of the organisations that the document names most; without any the United Nations, who write a hyphen."""
    if register.organizations is None:
        register.organizations = _named(register)
    named = register.organizations
    counted = sorted(((named[code], code) for code in owners if named.get(code)), reverse=True)
    if not counted:
        return owners[0] if "-" in form and _OTHERS not in named and len(owners) > 1 else None
    tied = len(counted) > 1 and counted[0][0] == counted[1][0]
    return None if tied else counted[0][1]
