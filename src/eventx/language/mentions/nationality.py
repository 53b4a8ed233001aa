"""Adjectives of nationality: which words are such, and which nouns share one ("Israeli tanks and troops")."""

from __future__ import annotations

from typing import Final

from eventx.language.mentions.line import Line
from eventx.language.mentions.phrases import Form, Phrase
from eventx.records import MentionKind, Sector

_FORCES: Final = (Sector.COP, Sector.MIL)


def is_adjective(place: Phrase) -> bool:
    """True for a demonym, or an abbreviation used as one ("U.S. and Russian officials")."""
    mention = place.place
    assert mention is not None
    return mention.kind is MentionKind.DEMONYM or mention.text.isupper()


def is_model(low: str) -> bool:
    """True for the "F-16" of "Israeli F-16 warplanes"."""
    return low[:1].isalpha() and low[-1:].isdigit() and "-" in low


def share_country(item: Phrase, line: Line, by_last: dict[int, Phrase]) -> None:
    """Give the second of two nouns the country of the adjective before the first: "Israeli tanks and troops"."""
    thing = item.first - 2
    place = by_last.get(thing - 1)
    joined = thing > 0 and line.tokens.lowers[thing + 1] == "and" and line.tokens.tags[thing] == "NOUN"
    if joined and place is not None and place.form is Form.PLACE and place.countries and is_adjective(place):
        item.countries = place.countries


def joined(item: Phrase, before: Phrase, line: Line, by_last: dict[int, Phrase], taken: set[int]) -> int:
    """Take in the other adjectives of "French, German and Spanish police", left of the one ``before`` the group.

    Those taken are added to ``taken``, their countries to the item's. The next index to look at, going left.
    """
    lowers, index = line.tokens.lowers, before.first - 1
    while index > 0 and lowers[index] in ("and", ",", "&") and _may_be_of_several(item):
        index -= lowers[index] == "and" and lowers[index - 1] == ","
        other = by_last.get(index - 1)
        if other is None or other.form is not Form.PLACE or not other.countries or not is_adjective(other):
            break
        if other.countries[0] in item.countries:
            break
        item.countries = (*other.countries, *item.countries)
        taken.add(id(other))
        item.first = other.first
        index = other.first - 1
    return index


def _may_be_of_several(item: Phrase) -> bool:
    """True for officials, police, a delegation, an army: not for one government, nor for a body by its name."""
    group = item.group
    if item.plural or group is None or group.kind == "named":
        return item.plural
    return group.kind == "collective" or group.sector in _FORCES
