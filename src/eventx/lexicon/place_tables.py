"""The curated tables of places: from their rows to readings.

``countries.csv`` (names, demonyms, sovereign, time of existence), ``country_points.csv`` (for
those whose capital is not among the cities), ``capitals.csv`` (with time of validity),
``metonyms.csv``, ``regions.csv``, ``sites.csv``, ``airports.csv``, ``organizations.csv`` and ``place_doubts.csv`` were
written for eventx, one fact a line. A list inside a column is separated by commas without a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

from attrs import evolve, frozen

from eventx.errors import LexiconError
from eventx.lexicon.abbreviations import BEFORE_DOT

# Splits a name as the tokenizer of the language layer does (a test compares them).
_WORD: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    rf"|(?:{BEFORE_DOT})\.(?=\s|$|,)"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|bn|tn|m|k|am|pm)?(?![\w])%?"
    r"|\w+(?:['’](?=\w)\w+)*(?:[-‐‑](?=\w)\w+(?:['’](?=\w)\w+)*)*"
    r"|--+|\.\.\.+|[^\w\s]"
)
_ENDING: Final = re.compile(r"(?<=.)(?:n['’]t|['’](?:s|re|ve|ll|d|m|S))$")
_LIST: Final = re.compile(r",(?! )")
_BUILT: Final = re.compile(r" (?:International )?(?:[Aa]irport|Air (?:Force )?Base)$")
# What follows the name of an airport or air base.
_ENDINGS: Final = {
    "airport": (" airport", " Airport", " International Airport", " international airport"),
    "airbase": (" air base", " Air Base", " airbase", " Airbase"),
}
_TOWNS: Final = {"city": 400, "town": 150}  # thousands of people as which they count: as well known as such a city


@frozen(kw_only=True, slots=True, eq=False)
class PlaceReading:
    """One thing that a name can mean.

    ``kind`` is country, demonym, people, capital, city, subdivision, region, metonym, site or organization; ``acts``
    is true for what can stand for a government or organisation. ``subdivision`` is an ISO 3166-2 code, coordinates are
    in degrees, ``population`` in thousands of people. ``doubt`` (0 to 3) is how likely the word is no place at all
    but a person's name, 4 that it is an everyday word; ``article`` is true where only the name with "the" is meant
    ("the West"). ``start`` and ``end`` are the first and last day on which a capital or a historic state was one.
    ``cues`` are words of which the document must have one, for abbreviations that have other meanings. ``sole`` is
    true where the name means a country, its people or its capital and hardly anything else; ``landing`` is true for the
    short name of an airport ("Ben Gurion") that is one only where somebody lands or arrives. Compared by identity.
    """

    name: str
    country: str | None
    kind: str
    subdivision: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    doubt: int = 0
    article: bool = False
    acts: bool = False
    start: date | None = None
    end: date | None = None
    cues: frozenset[str] = frozenset()
    sole: bool = False
    landing: bool = False

    def holds(self, day: date | None) -> bool:
        """True where the reading was valid on the day (None: unknown)."""
        return day is None or ((self.start is None or self.start <= day) and (self.end is None or day <= self.end))


@lru_cache(maxsize=4096)
def split_name(name: str) -> str:
    """A name as its tokens with single spaces between them."""
    if name.replace(" ", "").isalpha():
        return name
    words = _WORD.findall(name)
    if "'" in name or "’" in name:
        words = [part for word in words for part in _ENDING.sub(r" \g<0>", word).split(" ")]
    return " ".join(words)


def table(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of ``lexicon/data/NAME`` after its head. Raises LexiconError for a row of another width."""
    lines = (files("eventx.lexicon") / "data" / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[1:], 2):
        row = line.split("|")
        if len(row) != columns:
            raise LexiconError(f"{name}, line {number}: {len(row)} columns in {line!r}; {columns} are expected")
        yield row


def several(column: str) -> list[str]:
    """The entries of a column with a list."""
    return _LIST.split(column) if column else []


def day(text: str) -> date | None:
    """An ISO day, or None for an empty column."""
    return date.fromisoformat(text) if text else None


class Tables:
    """Readings by name in the order of likelihood, from the curated tables."""

    def __init__(self) -> None:
        self.found: dict[str, list[PlaceReading]] = {}
        self.countries: dict[str, str] = {}
        self.sovereigns: dict[str, str] = {}
        self.founded: dict[str, date] = {}  # the first day of states that followed others
        self.seats: dict[str, list[PlaceReading]] = {}
        self.points = {code: (float(lat), float(lon)) for code, lat, lon in table("country_points.csv", 3)}
        self._doubts = {name: level for name, level, _ in table("place_doubts.csv", 3)}
        self._countries()
        self._organizations()
        self._regions()
        self._capitals()
        self._metonyms()
        self._sites()
        self._airports()

    def doubt(self, name: str, computed: int = 0) -> tuple[int, bool]:
        """(level, needs its article) of a name: as the table of doubts has it, or else as computed."""
        level = self._doubts.get(name)
        if level is None:
            return computed, False
        return (0, True) if level == "the" else (4 if level == "word" else int(level), False)

    def _add(self, name: str, reading: PlaceReading, *, upper: bool = False) -> None:
        form = name.removeprefix("the ").removeprefix("The ") if not name.startswith("The Hague") else name
        doubt, article = self.doubt(form)
        if doubt or article:
            reading = evolve(reading, doubt=doubt, article=article)
        known = self.found.setdefault(split_name(form), [])
        if not known or all(
            (k.country, k.kind, k.name) != (reading.country, reading.kind, reading.name) for k in known
        ):
            known.append(reading)
        if upper and len(form) > 3 and not form.isupper():  # "MOSCOW" in a dateline or headline
            shouted = self.found.setdefault(split_name(form.upper()), [])
            if all((k.country, k.kind) != (reading.country, reading.kind) for k in shouted):
                shouted.append(reading)

    def _countries(self) -> None:
        for code, names, official, adjectives, people, sovereign, since, until in table("countries.csv", 8):
            forms = several(names)
            short = forms[0]
            self.countries[code] = short
            if sovereign:
                self.sovereigns[code] = sovereign
            start, end = day(since), day(until)
            if start is not None:
                self.founded[code] = start
            country = PlaceReading(name=short, country=code, kind="country", acts=True, start=start, end=end)
            demonym = PlaceReading(name=short, country=code, kind="demonym", start=start, end=end)
            nation = PlaceReading(name=short, country=code, kind="people", start=start, end=end)
            for form in (*forms, *several(official)):
                self._add(form, country, upper=form in forms)
            for form in several(adjectives):
                self._add(form, demonym, upper=True)
            for form in several(people):
                self._add(form, nation)

    def _organizations(self) -> None:
        for code, _, names, unsure, cues in table("organizations.csv", 5):
            forms, doubtful = several(names), several(unsure)
            words = frozenset(several(cues))
            for form in forms:
                needed = words if form in doubtful else frozenset()
                self._add(form, PlaceReading(name=forms[0], country=code, kind="organization", acts=True, cues=needed))
        for code, name in (
            ("UNO", "United Nations"), ("EUR", "European Union"), ("NAT", "NATO"), ("AFU", "African Union"),
            ("ARL", "Arab League"), ("ASE", "ASEAN"),
        ):  # fmt: skip
            self.countries[code] = name

    def _regions(self) -> None:
        for name, code, division, kind, others in table("regions.csv", 5):
            for form in (name, *several(others)):
                reading = PlaceReading(name=name, country=code or None, kind=kind, subdivision=division or None)
                self._add(form, reading, upper=True)

    def _capitals(self) -> None:
        for code, names, kind, since, until in table("capitals.csv", 5):
            forms = several(names)
            for form in forms:
                reading = PlaceReading(
                    name=forms[0] if form.startswith(forms[0]) or not form.isascii() else form,
                    country=code,
                    kind="capital",
                    acts=True,
                    start=day(since),
                    end=day(until),
                )
                if form == forms[0] and kind == "seat":
                    self.seats.setdefault(code, []).append(reading)
                self._add(form, reading, upper=True)

    def _metonyms(self) -> None:
        for name, code, _ in table("metonyms.csv", 3):
            self._add(name, PlaceReading(name=name, country=code, kind="metonym", acts=True), upper=True)

    def _sites(self) -> None:
        for name, code, latitude, longitude, kind, others in table("sites.csv", 6):
            sort = "city" if kind in _TOWNS else "region" if kind in ("region", "island") else "site"
            reading = PlaceReading(
                name=name, country=code, kind=sort, latitude=float(latitude), longitude=float(longitude),
                population=_TOWNS.get(kind, 0),
            )  # fmt: skip
            for form in (name, *several(others)):
                self._add(form, reading)

    def _airports(self) -> None:
        """The names with what follows them ("X International Airport"), and those that stand without it."""
        for name, code, latitude, longitude, kind, others, landed in table("airports.csv", 7):
            site = PlaceReading(
                name=name, country=code, kind="site", latitude=float(latitude), longitude=float(longitude)
            )  # fmt: skip
            bare = evolve(site, doubt=3, landing=True)
            for form in (name, *several(others)):
                self._add(form, site)
            for form in several(landed):
                self.found.setdefault(split_name(form), []).append(bare)
                self.found.setdefault(split_name(f"{form} International"), []).append(bare)
            every = [site]
            for stem in {_BUILT.sub("", form) for form in (name, *several(others), *several(landed))}:
                words = split_name(stem)
                for ending in _ENDINGS[kind]:
                    self.found.setdefault(words + ending, every)
