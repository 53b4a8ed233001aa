"""Groups named after their cause or their people: "media organisations", "gay rights activists".

The table ``associations.toml`` holds the modifiers and the nouns that each kind of them goes with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from attrs import field, frozen

from eventx.errors import LexiconError
from eventx.lexicon.groups import KINDS, Group
from eventx.lexicon.offices import phrase_forms
from eventx.lexicon.phrases import PhraseIndex
from eventx.lexicon.tables import toml_table
from eventx.records import Sector

JOINTS: Final = frozenset({"and", "or"})


@frozen(slots=True)
class _Kind:
    """What the groups of one block of the table are, and the nouns that can head their names, with their number."""

    kind: str
    sector: Sector
    country: str | None
    heads: PhraseIndex[tuple[str, bool]] = field(eq=False)


class Associations:
    """Finds a modifier and a head noun that goes with it; two modifiers may share the noun."""

    def __init__(self, modifiers: PhraseIndex[tuple[_Kind, ...]]) -> None:
        self._modifiers = modifiers

    @property
    def first_words(self) -> frozenset[str]:
        """The words that such a name can start with."""
        return self._modifiers.first_words

    def at(self, lowers: Sequence[str], index: int) -> tuple[int, Group] | None:
        """(number of words, group) of the longest name at ``index``, or None."""
        first = self._modifiers.at(lowers, index)
        if first is None:
            return None
        size, kinds = first
        found = self._headed(lowers, index, size, kinds)
        if found is not None or index + size + 1 >= len(lowers) or lowers[index + size] not in JOINTS:
            return found
        other = self._modifiers.at(lowers, index + size + 1)
        return None if other is None else self._headed(lowers, index, size + 1 + other[0], (*kinds, *other[1]))

    def _headed(self, lowers: Sequence[str], index: int, size: int, kinds: Sequence[_Kind]) -> tuple[int, Group] | None:
        """The name whose modifiers take ``size`` words, if a noun that goes with one of them heads it."""
        at = index + size
        for kind in kinds if at < len(lowers) else ():
            head = kind.heads.at(lowers, at)
            if head is not None:
                return size + head[0], _group(lowers[index : at + head[0]], size, kind, *head[1])
        return None


def _group(form: Sequence[str], size: int, kind: _Kind, head: str, plural: bool) -> Group:
    """The group of this form: its first ``size`` words are the modifiers, ``head`` is its noun in the singular."""
    name = " ".join((*form[:size], head)).replace("’", "'").replace(" '", "'")
    return Group(name, " ".join(form), kind.kind, kind.sector, country=kind.country, plural=plural)


@cache
def load_associations() -> Associations:
    """The groups of the package's table ``associations.toml``. Read once."""
    table = toml_table("associations.toml")
    heads = {name: PhraseIndex(_heads(nouns)) for name, nouns in table["heads"].items()}
    kinds: dict[str, list[_Kind]] = {}
    for row in table["kinds"]:
        kind = _kind(row, heads)
        for modifier in row["modifiers"]:
            kinds.setdefault(modifier, []).append(kind)
    return Associations(PhraseIndex((form, tuple(k)) for word, k in kinds.items() for form in phrase_forms(word)))


def _kind(row: Mapping[str, Any], heads: Mapping[str, PhraseIndex[tuple[str, bool]]]) -> _Kind:
    if row["heads"] not in heads:
        raise LexiconError(f"associations.toml: heads {row['heads']!r} is none of {sorted(heads)}")
    if row["kind"] not in KINDS or row["sector"] not in list(Sector):
        raise LexiconError(
            f"associations.toml: {row['kind']!r} must be one of {sorted(KINDS)}, {row['sector']!r} a Sector"
        )
    return _Kind(row["kind"], Sector(row["sector"]), row.get("country"), heads[row["heads"]])


def _heads(nouns: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, bool]]]:
    for noun in nouns:
        singular, _, plural = noun.partition("/")
        for form in phrase_forms(singular):
            yield form, (singular, False)
        for form in phrase_forms(plural or f"{singular}s"):
            yield form, (singular, True)
