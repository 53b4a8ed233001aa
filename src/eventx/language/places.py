"""Places, countries, organisations and demonyms in a sentence, and which of several a name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from attrs import field, frozen

from eventx.hooks.parts import Analysis
from eventx.lexicon.gazetteer import Gazetteer, PlaceReading
from eventx.lexicon.names import load_names
from eventx.records import Entity, Mention, MentionKind, PlacePrecision, Sector, Sentence, Span, Tokens

_LOCATIVE = frozenset(
    [
        "in", "at", "to", "from", "near", "for", "into", "around", "outside", "inside",
        "of", "through", "via", "visit", "visited", "visiting", "visits", "leaving", "left", "reached",
        "between", "and", ",",
    ]
)  # fmt: skip
_FOLLOWS_A_NAME = frozenset(
    [
        "united", "city", "fc", "rovers", "wanderers", "athletic", "town", "albion", "rangers", "times",
        "post", "herald", "telecom", "airways", "airlines", "hilton",
    ]
)  # fmt: skip
_PRECISION = {
    "country": PlacePrecision.COUNTRY,
    "capital": PlacePrecision.CITY,
    "city": PlacePrecision.CITY,
    "subdivision": PlacePrecision.SUBDIVISION,
    "region": PlacePrecision.REGION,
    "site": PlacePrecision.SITE,
    "metonym": PlacePrecision.SITE,
}
_SMALL = 100  # thousands of people: below, a city needs a word of place before it or its country after it


@frozen(slots=True)
class PlaceContext:
    """What the document says of where it plays: countries with counts, the dateline's and the publisher's country."""

    countries: Mapping[str, int] = field(factory=dict, hash=False)
    dateline: str | None = None


def context_of(all_tokens: Iterable[Sequence[str]], gazetteer: Gazetteer) -> PlaceContext:
    """The countries that unambiguous names (countries, demonyms, capitals) point to."""
    counts: Counter[str] = Counter()
    for words in all_tokens:
        for _, _, readings in gazetteer.find(words):
            best = readings[0]
            if best.country and best.kind in ("country", "demonym", "people", "capital") and not best.ambiguous:
                counts[best.country] += 1
    return PlaceContext(dict(counts))


def find_places(
    tokens: Tokens, sentence: Sentence, text: str, gazetteer: Gazetteer, context: PlaceContext | None
) -> tuple[Mention, ...]:
    """The mentions of places, countries, organisations and demonyms, in text order.

    A name that stays ambiguous has ``resolved_via`` "ambiguous" and its likeliest reading's country left out.
    """
    hits = sorted([*gazetteer.find(tokens.words), *_halves(tokens, gazetteer, context)])
    found: list[Mention] = []
    for number, (first, last, readings) in enumerate(hits):
        after = hits[number + 1] if number + 1 < len(hits) else None
        if _in_a_name(tokens, first, last, readings, hits, number):
            continue
        reading, via = _choose(tokens, first, last, readings, after, context)
        if reading is not None:
            found.append(_mention(tokens, first, last, reading, via, sentence, text, gazetteer))
    return tuple(found)


def _halves(
    tokens: Tokens, gazetteer: Gazetteer, context: PlaceContext | None
) -> list[tuple[int, int, tuple[PlaceReading, ...]]]:
    """ "the South", "the North" in a document about the two Koreas."""
    if context is None or not {"PRK", "KOR"} <= context.countries.keys():
        return []
    found = []
    for at, word in enumerate(tokens.words):
        if word in ("South", "North") and at and tokens.lowers[at - 1] == "the":
            follows = tokens.words[at + 1 : at + 2]
            if not follows or not follows[0][:1].isupper():
                found.append((at, at, gazetteer.readings(f"{word} Korea")))
    return found


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.lower() for name in load_names().first)


def _in_a_name(
    tokens: Tokens,
    first: int,
    last: int,
    readings: tuple[PlaceReading, ...],
    hits: Sequence[tuple[int, int, tuple[PlaceReading, ...]]],
    number: int,
) -> bool:
    """True where the name is part of a person's or a club's name ("Jordan Smith", "Manchester United")."""
    best = readings[0]
    if last + 1 < len(tokens) and tokens.lowers[last + 1] in _FOLLOWS_A_NAME and best.kind in ("city", "capital"):
        return tokens.words[last + 1][0].isupper()
    if best.kind in ("demonym", "people", "organization", "metonym", "region", "site"):
        return False
    before = tokens.words[first - 1] if first else ""
    follows = tokens.words[last + 1] if last + 1 < len(tokens) else ""
    if before[:1].isupper() and tokens.tags[first - 1] == "PROPN" and _is_first_name(before):
        return not (number and hits[number - 1][1] == first - 1)
    if best.ambiguous and follows[:1].isupper() and tokens.tags[last + 1] == "PROPN" and first == last:
        place_next = number + 1 < len(hits) and hits[number + 1][0] == last + 1
        return not place_next and tokens.lowers[first] in _first_names()
    return False


def _is_first_name(word: str) -> bool:
    return word.lower() in _first_names() or (len(word) == 2 and word.endswith("."))


def _choose(
    tokens: Tokens,
    first: int,
    last: int,
    readings: tuple[PlaceReading, ...],
    after: tuple[int, int, tuple[PlaceReading, ...]] | None,
    context: PlaceContext | None,
) -> tuple[PlaceReading | None, str]:
    """The reading that fits, and how it was found; None where nothing speaks for any."""
    best = readings[0]
    before = tokens.lowers[first - 1] if first else ""
    contained = _container(tokens, last, after)
    if contained is not None:
        inside = [
            r for r in readings if r.country == contained.country and (contained.subdivision in (None, r.subdivision))
        ]
        if inside:
            return inside[0], "table"
    if best.kind in ("city", "subdivision") and len(readings) > 1 and context is not None:
        named = [r for r in readings if r.country in context.countries]
        if named and best.country not in context.countries and best.population < 1000:
            best = named[0]
    if best.kind == "city":
        located = before in _LOCATIVE or tokens.lowers[max(0, first - 2) : max(0, first - 1)] == ("city",)
        if best.ambiguous and before not in ("in", "to", "at", "from", "near"):
            return None, ""
        if best.population < _SMALL and not (located or (context and best.country in context.countries)):
            return None, ""
        if best.population < _SMALL and len(readings) > 1 and not (context and best.country in context.countries):
            return best, "ambiguous"
    if (
        best.kind == "capital"
        and best.ambiguous
        and before not in ("in", "to", "at", "from", "near", "for", "visit", "visited")
    ) and not (context and best.country in context.countries):
        return None, ""
    if best.name == "Georgia" and _american(context, "GEO"):
        state = next((r for r in readings if r.country == "USA"), best)
        return state, "table"
    return best, "table"


def _american(context: PlaceContext | None, rival: str) -> bool:
    """True when the document is about the United States and names nothing else of the rival country."""
    if context is None:
        return False
    return context.countries.get("USA", 0) > 1 and context.countries.get(rival, 0) == 0


def _container(
    tokens: Tokens, last: int, after: tuple[int, int, tuple[PlaceReading, ...]] | None
) -> PlaceReading | None:
    """ "Sochi, Russia": the larger place that follows a comma."""
    if after is None or after[0] != last + 2 or tokens.words[last + 1] != ",":
        return None
    larger = after[2][0]
    return larger if larger.kind in ("country", "subdivision") else None


def _mention(
    tokens: Tokens,
    first: int,
    last: int,
    reading: PlaceReading,
    via: str,
    sentence: Sentence,
    text: str,
    gazetteer: Gazetteer,
) -> Mention:
    span = Span(tokens.starts[first], tokens.ends[last])
    kind = _kind(reading)
    place = _place(reading, gazetteer) if reading.kind in _PRECISION else None
    if via == "ambiguous":
        place = None
    return Mention(
        span=span,
        head=span,
        text=span.of(text),
        kind=kind,
        sentence=sentence.index,
        actor=_actor(reading, gazetteer),
        place=place,
        plural=reading.kind == "people" and reading.name.endswith("s"),
        resolved_via="metonym" if reading.kind == "metonym" else via,
    )


def _kind(reading: PlaceReading) -> MentionKind:
    if reading.kind == "organization":
        return MentionKind.ORGANIZATION
    if reading.kind in ("demonym", "people"):
        return MentionKind.DEMONYM
    return MentionKind.COUNTRY if reading.acts else MentionKind.PLACE


def _actor(reading: PlaceReading, gazetteer: Gazetteer) -> Entity | None:
    """The government, organisation or people that the name can stand for."""
    if reading.kind == "organization":
        sector = Sector.NGO if reading.country == "NGO" else Sector.IGO
        return Entity(key=f"org:{reading.name}", name=reading.name, country=reading.country, sector=sector)
    if reading.kind in ("demonym", "people"):
        return Entity(key=f"people:{reading.country}", name=None, country=reading.country)
    if not reading.acts or reading.country is None:
        return None
    return Entity(
        key=f"country:{reading.country}",
        name=gazetteer.country_name(reading.country),
        country=reading.country,
        sector=Sector.GOV,
    )


def _place(reading: PlaceReading, gazetteer: Gazetteer) -> Entity:
    precision = _PRECISION[reading.kind]
    latitude, longitude = reading.latitude, reading.longitude
    if latitude is None and precision is PlacePrecision.COUNTRY and reading.country:
        latitude, longitude = gazetteer.coordinates(reading.country) or (None, None)
    key = (
        f"country:{reading.country}"
        if precision is PlacePrecision.COUNTRY
        else f"place:{reading.country}:{reading.name}"
    )
    return Entity(
        key=key,
        name=reading.name,
        country=reading.country,
        subdivision=reading.subdivision,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
    )


class PlaceContextAnnotator:
    """Provides the layer ``place_context`` (of the whole document)."""

    name = "place_context"
    provides = "place_context"
    requires = ("tokens", "sentences")

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def annotate(self, analysis: Analysis, sentence: int) -> PlaceContext:
        """The countries that the document's unambiguous names point to."""
        tokens = (analysis.tokens(s.index).words for s in analysis.sentences)
        return context_of(tokens, self._gazetteer())
