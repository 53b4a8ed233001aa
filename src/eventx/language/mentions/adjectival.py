"""Nouns that are actors only with a country or people before them: "Kurdish parties", "a Danish tanker"."""

from __future__ import annotations

from typing import Final

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.nationality import is_adjective
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import CLITICS

_NEIGHBOURS: Final = frozenset({"neighbours", "neighbors"})
OF_COUNTRIES: Final = _NEIGHBOURS | {"parties"}
_NOUNS: Final = frozenset({"NOUN", "PROPN"})


def is_of_country(reader: Expander, phrase: Phrase) -> bool:
    """True where a country's name or adjective, or a people's, stands in the phrase before its head."""
    after, noun = phrase.head_last + 1, phrase.noun
    if after < len(reader.tags) and reader.tags[after] in _NOUNS and phrase.last == phrase.head_last:
        return False
    inside = range(phrase.first, phrase.head_first)
    place = next((found for at in inside if (found := reader.by_first.get(at)) and found.form is Form.PLACE), None)
    if noun in _NEIGHBOURS:
        owned = place is not None and reader.lowers[place.last + 1] in CLITICS
        phrase.countries = ()  # whoever they are, they are not that country
        return owned
    if place is not None:
        return is_adjective(place)
    return noun == "parties" and not reader.words.offices.peoples.keys().isdisjoint(reader.lowers[at] for at in inside)
