"""Adjectives of nationality: which words are such, and which nouns share one ("Israeli tanks and troops")."""

from __future__ import annotations

from eventx.language.mentions.line import Line
from eventx.language.mentions.phrases import Form, Phrase
from eventx.records import MentionKind


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
