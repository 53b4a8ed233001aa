"""Countries told by what they are or as told before: "the Malaysian capital", "the country", "both countries"."""

from __future__ import annotations

import re
from typing import Final

from eventx import Analysis, Argument, Mention, MentionKind, PlacePrecision
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.destinations.places import Destination, grouped, home_of, is_defunct
from eventx_state_visit.lexicon import NUMBERS, words_of

LAND_NOUNS: Final = words_of("land_nouns")
TOWN_NOUNS: Final = words_of("town_nouns")


def by_description(argument: Argument, analysis: Analysis, sentence: int, avoid: str | None) -> list[Destination]:
    """The country behind "the isolated country" or "the Malaysian capital".

    A demonym in the phrase names it; a bare "the country" is the last country named before.
    """
    word = argument.lemma.lower()
    if word not in LAND_NOUNS | TOWN_NOUNS or argument.head.of(analysis.text).lower() != word:
        return []  # "South East Asian countries" name none
    mentions = analysis.mentions(sentence)
    inside = [m for m in mentions if argument.span.contains(m.span) and place_or_demonym(m)]
    named = [m for m in inside if m.text.lower() not in _REGIONAL and not is_defunct(m, analysis.text)]
    if inside and not named:  # "the former Soviet republic of Azerbaijan"
        named = [m for m in mentions if 0 <= m.span.start - argument.span.end <= len(" of the ") and place_of(m)]
    if named:
        city = next((m for m in named if place_of(m) is not None and m.kind is MentionKind.PLACE), None)
        country = place_or_demonym(city or named[0])
        if country is None:
            return []
        if city is not None:
            return [Destination(country, (city,))]  # "the Indonesian island of Bali"
        capital = _capital(analysis, sentence, country) if word == "capital" else None
        return [Destination(country, (capital,) if capital else (named[0],))]
    if word in TOWN_NOUNS:
        return []
    return meant_by_the_country(argument, analysis, sentence, avoid)


def describes_a_place(mention: Mention, text: str) -> bool:
    """True for the demonym of "the Dutch resort of Noordwijk"."""
    if mention.kind is not MentionKind.DEMONYM:
        return False
    after = text[mention.span.end : mention.span.end + _NEXT_WORDS].split()
    return any(word.strip(",.") in TOWN_NOUNS for word in after[:2])


_NEXT_WORDS: Final = 30  # characters of "seaside resort"


def _capital(analysis: Analysis, sentence: int, country: str) -> Mention | None:
    """Where "the Malaysian capital" was named before: news has the capital stand for its country."""
    for index in range(sentence, max(-1, sentence - _MEMORY), -1):
        for mention in analysis.mentions(index):
            place = place_of(mention)
            stands = mention.kind is MentionKind.COUNTRY and place is not None and place.country == country
            if stands and place is not None and place.precision is PlacePrecision.CITY:
                return mention
    return None


_REGIONAL: Final = ("central african",)  # "the Central African country" is any of that region
_MEMORY: Final = 20  # sentences


def place_or_demonym(mention: Mention) -> str | None:
    """The country of a place or of a demonym."""
    place = place_of(mention) or (mention.actor if mention.kind is MentionKind.DEMONYM else None)
    return place.country if place else None


_ARRIVES: Final = re.compile(r"\b(?:flew|came|comes|arrived|arrives|landed|flies|coming|arriving)\s+(?:in|into|to)\s+$")


def meant_by_the_country(argument: Argument, analysis: Analysis, sentence: int, avoid: str | None) -> list[Destination]:
    """The last country that was named before the phrase, in its sentence or the two before it.

    Where somebody arrives, "the country" is rather that of the dateline, if the article is sent from abroad.
    """
    home = home_of(analysis)
    if (
        home
        and home[0].country != avoid
        and _ARRIVES.search(analysis.text, max(0, argument.span.start - 24), argument.span.start)
    ):
        return home
    for index in range(sentence, max(-1, sentence - 3), -1):
        earlier = [
            m
            for m in analysis.mentions(index)
            if m.kind is MentionKind.COUNTRY and (index < sentence or m.span.before(argument.span))
        ]
        for mention in reversed(earlier):
            place = place_of(mention)
            if place and place.country and place.country != avoid and place.precision is PlacePrecision.COUNTRY:
                return [Destination(place.country, (mention,))]
    return []


def several_lands(argument: Argument, analysis: Analysis, sentence: int, avoid: str | None) -> list[Destination]:
    """ "Trade with Chad and Niger grew. The minister visited both countries": as many as were last named together."""
    words = argument.span.of(analysis.text).lower().split()
    number = (
        2
        if words[-2:-1] == ["both"]
        else NUMBERS.get(words[-2])
        if len(words) in (2, 3) and words[-1] in _PLURALS
        else None
    )
    if number is None or (words[0] not in _POINTING and words[-2] != "both"):
        return []
    for index in range(sentence, max(-1, sentence - _RECENT), -1):
        named = [
            m
            for m in analysis.mentions(index)
            if m.kind is MentionKind.COUNTRY and (index < sentence or m.span.before(argument.span))
        ]
        found = [d for d in grouped(named) if d.country != avoid and d.country not in ORGANIZATIONS]
        if len(found) >= number:
            return found if len(found) == number else []
    return []


_RECENT: Final = 3  # sentences
_POINTING: Final = frozenset({"the", "these", "those", "all"})
_PLURALS: Final = words_of("lands_together")
