"""Where a visit goes: the countries that an argument names, with the places in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from eventx import Analysis, Argument, Mention, MentionKind, PlacePrecision, Span
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.lexicon import words_of

_COUNTRY_NOUNS: Final = words_of("land_nouns")
_CAPITAL_NOUNS: Final = words_of("town_nouns")
_FORMER: Final = "former "
TOWNS: Final = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
NARROW: Final = TOWNS | {PlacePrecision.SUBDIVISION}  # parts of a country


@frozen(slots=True)
class Destination:
    """A country and the mentions that name it or places in it."""

    country: str
    mentions: tuple[Mention, ...]

    @property
    def has_city(self) -> bool:
        """True where a city or a site is named, not only the country."""
        places = [place_of(mention) for mention in self.mentions]
        return any(p is not None and p.precision in TOWNS for p in places)


def destinations_in(
    argument: Argument, mentions: Sequence[Mention], text: str, *, deep: bool = False
) -> list[Destination]:
    """The destinations in the argument, in text order, one a country.

    Places at the heads of its conjuncts count, and those that a list goes on with ("A, B and C"); with ``deep`` also
    those further inside ("a summit in Doha").
    """
    places = [m for m in mentions if _is_place(m, text) and argument.span.start <= m.span.start]
    inside = [m for m in places if argument.span.contains(m.span) or m.span.contains(argument.span)]
    if not deep:
        spans = argument.conjuncts or (argument.span,)
        inside = [m for m in inside if any(_at_head(m, span, argument.head, text) for span in spans)]
        inside = inside or _spelled_out(argument, places, text)
    if not any(argument.span.overlaps(m.span) for m in mentions):
        inside = inside or _holding(argument, places, text)
    if inside:
        later = [m for m in places if inside[-1].span.before(m.span) and not _of_person(m, mentions)]
        inside += _listed(inside[-1], later, text)
    return grouped(inside)


def _holding(argument: Argument, places: Sequence[Mention], text: str) -> list[Mention]:
    """Portugal, in "travel to Fatima, Portugal, on": the larger place behind a name that is in no table."""
    behind = next((m for m in places if argument.span.before(m.span)), None)
    if behind is None or not argument.span.of(text)[:1].isupper():
        return []
    near = _HOLDS.fullmatch(text, argument.span.end, behind.span.start)
    return [behind] if near is not None and _ENDS.match(text, behind.span.end) else []


_HOLDS: Final = re.compile(r"(?:,|,?\s+in|\s*\()\s*(?:the\s+)?(?:[a-z]+ern\s+)?")
_ENDS: Final = re.compile(
    r"\s*(?:[,.;)]|$|(?:on|for|to|from|this|next|last|where|at|and|with|during|after|before|as)\b)"
)


def _spelled_out(argument: Argument, places: Sequence[Mention], text: str) -> list[Mention]:
    """The first place behind "four countries - " or "several capitals, including"; the list goes on from it."""
    if not argument.head.of(text).endswith("s"):
        return []
    behind = [m for m in places if argument.span.before(m.span)]
    mark = _COLON.fullmatch(text, argument.span.end, behind[0].span.start) if behind else None
    if mark is None:
        return []
    several = mark["word"] is not None or bool(_listed(behind[0], behind[1:], text))
    return behind[:1] if several else []  # "visit the troops: Ukraine needs them"


_COLON: Final = re.compile(r"\s*(?:--?|[–—:]|,?\s(?P<word>including|namely|among them|such as))\s+(?:the\s+)?")


def _of_person(place: Mention, mentions: Sequence[Mention]) -> bool:
    """ "In Belgrade, U.S. envoy Richard Holbrooke": a country that says whose somebody is, and no further place."""
    persons = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP)
    return any(m.kind in persons and m is not place and m.span.contains(place.span) for m in mentions)


def _listed(last: Mention, later: Sequence[Mention], text: str) -> list[Mention]:
    """The places that follow in one list: only commas and "and" stand between."""
    found: list[Mention] = []
    first = last
    for mention in later:
        owner = text[mention.span.end : mention.span.end + 2] in ("'s", "’s")  # "Beijing, Pyongyang's ally"
        if owner or not _LIST.fullmatch(text, last.span.end, mention.span.start):
            break
        found.append(mention)
        last = mention
    while (
        found
        and not _AND.search(text, (first, *found)[-2].span.end, last.span.start)
        and _ACTS.match(text, last.span.end)
    ):  # "After a visit to Abu Dhabi, the U.S. criticised"
        found.pop()
        last = (first, *found)[-1]
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise([first, *found])]
    dated = any(map(_DATED.search, gaps))  # "meetings in China on Saturday, North Korea announced" lists nothing
    ended = any(map(_AND.search, gaps[-2:]))  # ", and Lusaka, Zambia"
    return found if ended or not dated else []


_AND: Final = re.compile(r"\band\b|&")
# What a place at the end of a list does not do.
_ACTS: Final = re.compile(
    r"\s+(?!(?:this|as|across|towards|afterwards|perhaps|besides|plus)\b)"
    r"(?:had|have|will|would|could|can|may|did|said|went|[a-z]+(?:ed|s))\b"
)
_DATED: Final = re.compile(r"\bon\b|\d")


_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAYS: Final = r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?"
# "Cairo on Tuesday and Amman on Wednesday", "Oslo on 24 June, Helsinki on 25-26 June and Tallinn"
_DATE: Final = (
    rf"(?:[A-Z][a-z]+day|{_DAYS}(?:\s+to\s+\d{{1,2}})?\s+{_MONTH}(?:\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}\s*(?:[-–]|to)\s*{_MONTH}\s+\d{{1,2}}"
    rf"|{_MONTH}\s+{_DAYS}(?:\s+to\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)"
)
_BETWEEN: Final = r"\s*(?:,|and|&|,\s*and|as well as|,\s*then|and then)\s+"
# "in Accra from March 26-29, in Lusaka from March 31 to April 2": behind a date the preposition may stand again.
_LIST: Final = re.compile(rf"(?:,?\s+(?:on|from)\s+{_DATE}{_BETWEEN}(?:in\s+)?|{_BETWEEN})(?:the\s+)?")


_REGION: Final = re.compile(
    r"(?:the )?(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral|[Ll]atin|Southeast|South-East)(?:ern)? )?"
    r"(?:Africa|Europe|Asia|America|Americas|Middle East|Balkans|Caucasus|Caribbean|Gulf|Pacific|Far East|Arctic)"
)


def is_region(text: str) -> bool:
    """True for "Africa", "the Middle East": where to exactly, is not told."""
    return _REGION.fullmatch(text) is not None


def grouped(mentions: Iterable[Mention]) -> list[Destination]:
    """The place mentions by country, each country once, in text order."""
    by_country: dict[str, list[Mention]] = {}
    for mention in mentions:
        place = place_of(mention)
        if place and place.country:
            by_country.setdefault(place.country, []).append(mention)
    return [Destination(code, tuple(found)) for code, found in by_country.items()]


def _is_place(mention: Mention, text: str) -> bool:
    place = place_of(mention)
    if place is None or place.country is None:
        return False
    if text[mention.span.end : mention.span.end + 1] in ("-", "‐", "‑"):
        return False  # "a U.S.-sponsored conference"
    if _is_bygone(mention, text):
        return False
    return mention.kind in (MentionKind.COUNTRY, MentionKind.PLACE) or mention.place is not None


def _is_bygone(mention: Mention, text: str) -> bool:
    """ "the territory of the former Soviet Union", "the former Soviet republic of Azerbaijan"."""
    return text[max(0, mention.span.start - len(_FORMER)) : mention.span.start].lower() == _FORMER


def _at_head(mention: Mention, span: Span, head: Span, text: str) -> bool:
    """True when the mention is the phrase itself, stands at its start, or is its named head; not "Germany's press"."""
    if not span.contains(mention.span):
        return False
    if text[mention.span.end : mention.span.end + 2] in ("'s", "’s") and mention.span.end + 2 < span.end:
        return mention.span.overlaps(head)
    return mention.span.overlaps(head) or mention.span.start - span.start <= 5


def home_of(analysis: Analysis) -> list[Destination]:
    """The country of the dateline; empty for an article without one."""
    place = analysis.discourse.dateline_place
    if place is None:
        return []
    mentions = [m for m in analysis.mentions(analysis.sentence_at(place)) if place_of(m) is not None]
    named = [m for m in mentions if place.overlaps(m.span)]
    after = [m for m in mentions if 0 <= m.span.start - place.end <= len(", ")]  # "SMALLTOWN, Egypt - "
    return grouped(named or after)[:1]


def by_description(argument: Argument, analysis: Analysis, sentence: int, avoid: str | None) -> list[Destination]:
    """The country behind "the isolated country" or "the Malaysian capital".

    A demonym in the phrase names it; a bare "the country" is the last country named before.
    """
    word = argument.lemma.lower()
    if word not in _COUNTRY_NOUNS | _CAPITAL_NOUNS or argument.head.of(analysis.text).lower() != word:
        return []  # "South East Asian countries" name none
    mentions = analysis.mentions(sentence)
    inside = [m for m in mentions if argument.span.contains(m.span) and place_or_demonym(m)]
    named = [m for m in inside if m.text.lower() not in _REGIONAL and not _is_bygone(m, analysis.text)]
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
    if word in _CAPITAL_NOUNS:
        return []
    return last_named(argument, analysis, sentence, avoid)


def describes_a_place(mention: Mention, text: str) -> bool:
    """True for the demonym of "the Dutch resort of Noordwijk"."""
    if mention.kind is not MentionKind.DEMONYM:
        return False
    after = text[mention.span.end : mention.span.end + _NEXT_WORDS].split()
    return any(word.strip(",.") in _CAPITAL_NOUNS for word in after[:2])


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


def last_named(argument: Argument, analysis: Analysis, sentence: int, avoid: str | None) -> list[Destination]:
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
    number = _HOW_MANY.get(words[-2]) if len(words) in (2, 3) and words[-1] in _PLURALS else None
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
NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_HOW_MANY: Final = {"both": 2, **NUMBERS}
_PLURALS: Final = frozenset({"countries", "nations", "states", "neighbours", "neighbors", "capitals", "republics"})
