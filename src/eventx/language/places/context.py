"""What the whole document says of where it plays: its countries, its persons, names that it has made clear."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from attrs import evolve, field, frozen

from eventx.hooks.parts import Analysis
from eventx.language.places.dateline import dateline_country
from eventx.language.places.standing import Container, Hit, Surroundings
from eventx.language.tokens import Words
from eventx.lexicon.cues import cues
from eventx.lexicon.gazetteer import NATIONAL, Gazetteer, PlaceReading
from eventx.lexicon.place_cues import load_place_cues
from eventx.records import Discourse, Document, Tokens

COMMISSION: Final = "European Commission"
_STATING: Final = frozenset({"country", "demonym", "people", "organization"})
_PARTS: Final = NATIONAL | {"subdivision", "organization"}
_LARGE: Final = 500  # thousands of people: a city that stands for its country where nothing else is called so
_RARE: Final = 5  # times as large as the next city of the name


# (start, end, reading): characters of a part of "Russia-Ukraine" or "Franco-German"
Compound = tuple[int, int, PlaceReading]
_HYPHEN: Final = re.compile(r"[-‐‑](?=[A-Z])")
_COMPOUND: Final = re.compile(r"[A-Z][A-Za-z.]+(?:[-‐‑][A-Z][A-Za-z.]+)+(?![\w-])")
_TIED: Final = re.compile(r"[-‐‑](?:[bdips]|led)")
_DOINGS: Final = "|".join(sorted(cues("places", "doings")))
_DONE: Final = "|".join(sorted(cues("places", "done")))
_DOING: Final = re.compile(rf"(?<![\w-])([A-Z][A-Za-z.]+)[-‐‑](?:{_DOINGS}) (?:[\w.-]+ ){{0,3}}(?:{_DONE})\b")
_LONGEST: Final = 24  # letters of a word before a hyphen


@frozen(slots=True)
class PlaceContext:
    """What the document says of where it plays.

    ``countries`` counts the names that mean one country only, ``divisions`` provinces and states by their codes and by
    their country; ``dateline`` is the country of the dateline's place, ``home`` that of the publisher. ``persons`` are
    words used as persons' names, ``settled`` the names that the text places once ("Paris, Texas") with the place.
    ``stated`` are the countries called by their names or adjectives, and the codes of organisations
    (of the European Commission the name as well). ``names`` are the
    names found, by sentence (None: not sought), ``words`` the lower-cased words of the document where
    a cue is looked for. ``compounds`` are the countries and peoples inside words with hyphens, by sentence.
    """

    countries: Mapping[str, int] = field(factory=dict, hash=False)
    dateline: str | None = None
    home: str | None = None
    day: date | None = None
    divisions: Mapping[str, int] = field(factory=dict, hash=False)
    persons: frozenset[str] = frozenset()
    settled: Mapping[str, Container] = field(factory=dict, hash=False)
    names: Mapping[int, Surroundings] | None = field(default=None, hash=False)
    words: frozenset[str] = frozenset()
    compounds: Mapping[int, Sequence[Compound]] = field(factory=dict, hash=False)
    stated: frozenset[str] = frozenset()


def context_of(
    sentences: Iterable[tuple[Words, Sequence[Hit]]],
    tokens: Callable[[int], Tokens],
    gazetteer: Gazetteer,
    document: Document | None = None,
    discourse: Discourse | None = None,
) -> PlaceContext:
    """The context of a document from the words of its sentences and the names in them.

    ``tokens`` gives the tagged tokens of a sentence; only those with names are tagged.
    """
    reader = _Reader(gazetteer, document.published if document else None)
    starts: list[int] = []
    for index, (words, hits) in enumerate(sentences):
        reader.read(index, words, hits, tokens)
        starts.append(words.starts[0] if words.starts else starts[-1] if starts else 0)
    compounds = reader.compounds(document.text, starts) if document is not None else {}
    return PlaceContext(
        countries=dict(reader.countries),
        dateline=_told_from(document, discourse, gazetteer, reader.countries),
        home=home_of(document),
        day=document.published if document else None,
        divisions=dict(reader.divisions),
        persons=frozenset(reader.persons),
        settled=reader.settled,
        names=reader.names,
        words=reader.words(),
        compounds=compounds,
        stated=frozenset(reader.stated),
    )


class _Reader:
    """Reads the sentences once."""

    def __init__(self, gazetteer: Gazetteer, day: date | None) -> None:
        self._gazetteer = gazetteer
        self._day = day
        self._cues = load_place_cues()
        self._sought = False
        self._read: list[list[str]] = []
        self.countries: Counter[str] = Counter()
        self.divisions: Counter[str] = Counter()
        self.persons: set[str] = set()
        self.stated: set[str] = set()
        self.settled: dict[str, Container] = {}
        self.names: dict[int, Surroundings] = {}

    def read(self, index: int, words: Words, hits: Sequence[Hit], tagged: Callable[[int], Tokens]) -> None:
        """Note what the sentence ``index`` tells by the ``hits`` among its words; ``tagged`` gives its tokens."""
        self._read.append(words.words)
        if not hits:
            return
        tokens = tagged(index)
        around = self.names[index] = Surroundings(tokens, hits, self._gazetteer, self._cues)
        for number, (first, last, readings) in enumerate(hits):
            best = readings[0]
            if best.kind in _STATING and best.country:
                self.stated.add(best.country)
                if best.name == COMMISSION:
                    self.stated.add(COMMISSION)
            if best.landing:  # mostly a person's name, which tells nothing of where the document plays
                if last > first:
                    self.persons.add(tokens.words[last])
                continue
            if best.sole and not (best.kind == "capital" and len(readings) > 1 and around.container_after(number)):
                self.countries[best.country or ""] += 1
                continue
            self._sought = self._sought or bool(best.cues)
            if best.doubt or best.kind in ("city", "capital"):
                self._weigh(around, number, tokens, first, last)
            elif best.kind == "subdivision" and best.country:
                self._divide(best.country, best.subdivision)
                self.countries[best.country] += 1
            elif best.country and best.kind in NATIONAL and _unrivalled(readings):
                self.countries[best.country] += 1

    def _weigh(self, around: Surroundings, number: int, tokens: Tokens, first: int, last: int) -> None:
        """A name that may be a person's, or a city."""
        readings = around.hits[number][2]
        best = readings[0]
        container = around.container_after(number)
        if container is not None:
            self.settled.setdefault(" ".join(tokens.words[first : last + 1]), container)
            larger = around.hits[number + 1] if number + 1 < len(around.hits) else None
            if larger is not None and len(larger[2]) > 1:  # the Georgia of "Athens, Georgia"
                words = " ".join(tokens.words[larger[0] : larger[1] + 1])
                self.settled.setdefault(words, Container(container.country, None))
            self.countries[container.country] += 1
            if container.division:
                self._divide(container.country, container.division)
            return
        if best.doubt and best.kind != "organization":
            standing = around.standing(number)
            if standing.person or (standing.ends and best.kind != "country"):
                self.persons.add(tokens.words[last])
            elif (
                best.country
                and best.kind in ("country", "capital")
                and best.doubt < 2
                and best.holds(self._day)
                and standing.weight >= 0
                and _unrivalled(readings)
            ):
                self.countries[best.country] += 1
            return
        if best.kind == "capital":
            if best.country and _unrivalled(readings):
                self.countries[best.country] += 1
        elif best.country and best.population >= _LARGE and _dominant(readings):
            self.countries[best.country] += 1

    def _divide(self, country: str, division: str | None) -> None:
        self.divisions.update((country, division) if division else (country,))

    def compounds(self, text: str, starts: Sequence[int]) -> dict[int, list[Compound]]:
        """The countries and peoples in words such as "Russia-Ukraine", "Israel-Gaza", "US-Taliban"."""
        found: dict[int, list[Compound]] = {}
        reach = 0
        for hyphen in _HYPHEN.finditer(text):
            start = hyphen.start()
            if start < reach:
                continue
            while (
                start > reach
                and hyphen.start() - start < _LONGEST
                and (text[start - 1].isalpha() or text[start - 1] == ".")
            ):
                start -= 1
            match = _COMPOUND.match(text, start)
            if match is None or self._gazetteer.readings(match.group()):
                continue
            reach = match.end()
            parts = self._parts(match)
            if parts:
                found.setdefault(max(0, bisect_right(starts, match.start()) - 1), []).extend(parts)
                self.countries.update(best.country for _, _, best in parts if best.country)
        for match in _DOING.finditer(text) if _TIED.search(text) else ():
            best = next(iter(self._gazetteer.readings(match.group(1))), None)
            if best is not None and best.country and best.kind in ("country", "demonym") and best.doubt < 2:
                at = max(0, bisect_right(starts, match.start()) - 1)
                found.setdefault(at, []).append((*match.span(1), evolve(best, kind="demonym", acts=False)))
        return found

    def _parts(self, match: re.Match[str]) -> list[Compound]:
        """The parts that are countries, peoples or provinces; capitals and doubtful names only among others."""
        parts: list[Compound] = []
        at, whole = match.start(), True
        for word in re.split("[-‐‑]", match.group()):
            best = next(iter(self._gazetteer.readings(word)), None)
            fits = best is not None and best.kind in _PARTS and (best.doubt < 2 or best.kind == "demonym")
            if fits and best is not None and best.country:
                parts.append((at, at + len(word), best))
            else:
                whole = False
            at += len(word) + 1
        return parts if whole else [p for p in parts if p[2].kind in ("country", "demonym") and p[2].doubt < 2]

    def words(self) -> frozenset[str]:
        """The words of the document, where an abbreviation needs one of them."""
        if not self._sought:
            return frozenset()
        return frozenset(word.lower() for words in self._read for word in words)


def _told_from(
    document: Document | None, discourse: Discourse | None, gazetteer: Gazetteer, named: Mapping[str, int]
) -> str | None:
    """The country of the dateline."""
    if document is None or discourse is None or discourse.dateline is None or discourse.dateline_place is None:
        return None
    place = discourse.dateline_place
    rest = document.text[place.end : discourse.dateline.end]
    return dateline_country(place.of(document.text), rest, gazetteer, named)


def _unrivalled(readings: Sequence[PlaceReading]) -> bool:
    """True where the other readings of today are small places or of the same country."""
    best = readings[0]
    return all(
        r.country == best.country or r.end is not None or (r.kind == "city" and r.population < _LARGE)
        for r in readings[1:]
    )


def _dominant(readings: Sequence[PlaceReading]) -> bool:
    best = readings[0]
    return all(r.country == best.country or r.population * _RARE < best.population for r in readings[1:])


def home_of(document: Document | None) -> str | None:
    """The country of the publisher: stated in the metadata ("country"), or by the ending of the web address."""
    if document is None:
        return None
    stated = document.metadata.get("country")
    if isinstance(stated, str) and len(stated) == 3:
        return stated.upper()
    if not document.url:
        return None
    try:
        host = urlsplit(document.url).hostname or ""
    except ValueError:
        return None
    return load_place_cues().home.get(host.rsplit(".", 1)[-1])


class PlaceNamesAnnotator:
    """Provides the layer ``place_names``: the names in a sentence that may be places, before they are read.

    It needs no tagged tokens, so an extractor can pass over sentences without names at little cost.
    """

    name = "place_names"
    provides = "place_names"
    requires = ("words",)

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def annotate(self, analysis: Analysis, sentence: int) -> tuple[Hit, ...]:
        """The names of the gazetteer in the sentence: first word, last word, what they can mean."""
        words: Words = analysis.layer("words", sentence)
        return tuple(self._gazetteer().find(words.words))


class PlaceContextAnnotator:
    """Provides the layer ``place_context`` (of the whole document)."""

    name = "place_context"
    provides = "place_context"
    requires = ("words", "place_names", "tokens", "sentences", "discourse")

    def __init__(self, gazetteer: Callable[[], Gazetteer]) -> None:
        self._gazetteer = gazetteer

    def annotate(self, analysis: Analysis, sentence: int) -> PlaceContext:
        """The context that the document's names give."""
        found = [(analysis.layer("words", s.index), analysis.layer("place_names", s.index)) for s in analysis.sentences]
        return context_of(found, analysis.tokens, self._gazetteer(), analysis.document, analysis.discourse)
