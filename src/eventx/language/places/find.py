"""The layer's work for one sentence: from the names that the gazetteer finds to mentions."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from attrs import evolve

from eventx.language.places.choice import choose
from eventx.language.places.context import COMMISSION, PlaceContext
from eventx.language.places.landing import lands
from eventx.language.places.namesakes import commissions, is_native, is_union
from eventx.language.places.standing import Hit, Standing, Surroundings
from eventx.lexicon.gazetteer import NATIONAL, Gazetteer, PlaceReading
from eventx.lexicon.place_cues import load_place_cues
from eventx.records import Entity, Mention, MentionKind, PlacePrecision, Sector, Sentence, Span, Tokens

_PRECISION: Final = {
    "country": PlacePrecision.COUNTRY,
    "capital": PlacePrecision.CITY,
    "city": PlacePrecision.CITY,
    "subdivision": PlacePrecision.SUBDIVISION,
    "region": PlacePrecision.REGION,
    "site": PlacePrecision.SITE,
    "metonym": PlacePrecision.SITE,
}
_KOREAS: Final = frozenset({"PRK", "KOR"})
_HALVES: Final = frozenset({"South", "North"})
_WHOLES: Final = frozenset({"Korea", "Korean"})
_PEOPLES: Final = frozenset({"demonym", "people", "country"})
_UNION_SEAT, _UNION = "Brussels", "European Union"
_PLAIN: Final = Standing(0.0, None, part=False, person=False)
# Kinds of names that other countries have as well, and what tells by standing before them.
_OWNED: Final = {
    "site": frozenset({"city", "capital"}),
    "metonym": NATIONAL,
}
_SURE: Final = frozenset({"country", "demonym", "people", "metonym", "site"})


def find_places(
    tokens: Tokens, sentence: Sentence, text: str, gazetteer: Gazetteer, context: PlaceContext | None
) -> tuple[Mention, ...]:
    """The mentions of places, countries, organisations and demonyms, in text order.

    A name that stays ambiguous between places of several countries has ``resolved_via`` "ambiguous" and neither place
    nor actor: the reading is reported, not guessed.
    """
    context = context or PlaceContext()
    around = context.names.get(sentence.index) if context.names is not None else None
    if around is None and context.names is None:
        around = Surroundings(tokens, gazetteer.find(tokens.words), gazetteer, load_place_cues())
    halves = _halves(tokens, gazetteer, context)
    if COMMISSION in context.stated:
        halves = [*halves, *commissions(tokens, gazetteer)]
    compounds = context.compounds.get(sentence.index, ())
    if around is None and not halves and not compounds:
        return ()
    around = around or Surroundings(tokens, (), gazetteer, load_place_cues())
    if halves:
        both = sorted([*around.hits, *halves], key=lambda hit: hit[:2])
        around = Surroundings(tokens, both, gazetteer, load_place_cues())
    found: list[Mention] = []
    for number, hit in enumerate(around.hits):
        reading, via = _read(around, number, hit, tokens, context, gazetteer)
        if reading is not None:
            span = Span(tokens.starts[hit[0]], tokens.ends[hit[1]])
            found.append(_mention(span, reading, via, sentence, text, gazetteer))
    if compounds:
        read = {mention.span.start for mention in found}  # the parts of "U.S.-Soviet" are tokens of their own
        inside = [hit for hit in compounds if hit[0] not in read]
        found.extend(_mention(Span(at, end), r, "table", sentence, text, gazetteer) for at, end, r in inside)
        found.sort(key=lambda mention: mention.span.start)
    return tuple(found)


def _halves(tokens: Tokens, gazetteer: Gazetteer, context: PlaceContext) -> list[Hit]:
    """ "the South", "the North" in a document about the two Koreas, and the first half of "North and South Korea"."""
    if context.countries.keys().isdisjoint(_KOREAS):
        return []
    both = context.countries.keys() >= _KOREAS
    found = []
    for at, word in enumerate(tokens.words):
        if word not in _HALVES:
            continue
        follows = tokens.words[at + 1 : at + 4]
        if len(follows) == 3 and follows[0] in ("and", "or") and follows[1] in _HALVES and follows[2] in _WHOLES:
            found.append((at, at, gazetteer.readings(f"{word} {follows[2]}")))
        elif both and at and tokens.lowers[at - 1] == "the" and not (follows and follows[0][:1].isupper()):
            found.append((at, at, gazetteer.readings(f"{word} Korea")))
    return found


def _read(
    around: Surroundings, number: int, hit: Hit, tokens: Tokens, context: PlaceContext, gazetteer: Gazetteer
) -> tuple[PlaceReading | None, str]:
    """The reading of one hit and how it was found."""
    first, last, readings = hit
    if readings[-1].landing:
        if lands(tokens, first, last):
            return readings[-1], "table"
        hit = first, last, readings[:-1]
    if not hit[2]:
        return None, ""
    if readings[0].kind == "people" and is_native(tokens, first, readings[0].name, around.owner(number, _PEOPLES)):
        return None, ""
    reading, via = _named(around, number, hit, tokens, context, gazetteer)
    if reading is not None and reading.kind == "capital":
        if around.hosts(number):  # "the Moscow talks": no government
            reading = evolve(reading, kind="city", acts=False)
        elif reading.name == _UNION_SEAT and is_union(tokens, first, context):
            reading = gazetteer.readings(_UNION)[0]
    return reading, via


def _named(
    around: Surroundings, number: int, hit: Hit, tokens: Tokens, context: PlaceContext, gazetteer: Gazetteer
) -> tuple[PlaceReading | None, str]:
    """The reading of a hit that is not named by who lands there."""
    first, last, readings = hit
    best = readings[0]
    if best.sole and best.kind != "capital":
        if (last == first and _shouted(tokens, first)) or (best.kind == "country" and around.company(last)):
            return None, ""
        return best, "table"
    if best.article and not _has_article(tokens, first, last):
        return None, ""
    if best.cues:
        return _abbreviation(best, context)
    if best.kind == "site" and around.elsewhere(number, best.country):
        return None, ""  # "the Sultan Qaboos Grand Mosque in Muscat" is not that in Mecca
    if best.kind in _OWNED:
        owner = around.owner(number, _OWNED[best.kind])
        if owner is not None and owner != best.country:
            if best.kind == "site":  # "Baghdad's Tahrir Square" is not the one in Cairo
                return None, ""
            return evolve(best, country=owner), "table"  # "Pakistan's Foreign Office"
        state = gazetteer.state(best.country, context.day) if best.country and best.kind == "metonym" else best.country
        if state != best.country:
            return evolve(best, country=state), "table"  # the Kremlin of 1985
    sure = best.kind in _SURE and len(readings) == 1 and not best.doubt
    persons = sure and best.kind == "country" and first and tokens.words[last] in context.persons
    if (persons and around.standing(number).person) or (last == first and _shouted(tokens, first)):
        return None, ""
    if sure or best.kind == "organization":
        return best, "table"
    form = " ".join(tokens.words[first : last + 1])
    standing = around.standing(number) if best.kind not in ("demonym", "people") or best.doubt else _PLAIN
    reading, via = choose(readings, standing, form, context)
    if reading is not None and reading.kind == "capital" and standing.inside:  # "London Marathon" is no government
        reading = evolve(reading, kind="city", acts=False)
    return reading, via


def _has_article(tokens: Tokens, first: int, last: int) -> bool:
    """True for "the West", "the wider Gulf", but not "the West Wing"."""
    before = tokens.words[max(0, first - 2) : first]
    the = bool(before) and before[-1].lower() == "the"
    the = the or (len(before) == 2 and before[0].lower() == "the" and before[1].islower())
    after = tokens.words[last + 1] if last + 1 < len(tokens) else ""
    return the and not after[:1].isupper()


def _abbreviation(best: PlaceReading, context: PlaceContext) -> tuple[PlaceReading | None, str]:
    """ "ICC" is the court where the document speaks of courts; otherwise it stays open."""
    if any(cue.lower() in context.words for cue in best.cues):
        return best, "table"
    return (None, "") if best.doubt else (best, "ambiguous")


def _shouted(tokens: Tokens, at: int) -> bool:
    """True for a short word among others in capitals, which may be an ordinary word."""
    word = tokens.words[at]
    if len(word) > 5 or tokens.lowers[at] not in load_place_cues().shouted or not word.isupper():
        return False
    beside = [w for w in tokens.words[max(0, at - 2) : at + 3] if w.isalpha() and w != word and len(w) > 2]
    return bool(beside) and all(w.isupper() for w in beside)


def _mention(
    span: Span, reading: PlaceReading, via: str, sentence: Sentence, text: str, gazetteer: Gazetteer
) -> Mention:
    open_ = via == "ambiguous"
    kind, actor, place = _entities(reading, gazetteer)
    return Mention(
        span=span,
        head=span,
        text=span.of(text),
        kind=kind if not open_ or kind is MentionKind.ORGANIZATION else MentionKind.PLACE,
        sentence=sentence.index,
        actor=None if open_ else actor,
        place=None if open_ else place,
        plural=reading.kind == "people" and reading.name.endswith("s"),
        resolved_via="metonym" if reading.kind == "metonym" else via,
    )


@lru_cache(maxsize=4096)
def _entities(reading: PlaceReading, gazetteer: Gazetteer) -> tuple[MentionKind, Entity | None, Entity | None]:
    """The kind of a reading's mentions, the actor and the place that they refer to."""
    place = _place(reading, gazetteer) if reading.kind in _PRECISION else None
    return _kind(reading), _actor(reading, gazetteer), place


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
