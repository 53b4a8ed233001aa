"""Countries, places and organisations by their names.

The tables are ``countries.csv``, ``regions.csv``, ``sites.csv`` and ``organizations.csv`` (written for
eventx) and ``cities.csv.gz`` (GeoNames, see NOTICE). Codes are ISO 3166-1 alpha-3 as pycountry has them, XKX for
Kosovo, the old codes of historic states, and UNO EUR NAT AFU ARL ASE IGO NGO for organisations.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from eventx.lexicon.dictionary import Dictionary
from eventx.lexicon.words import load_words

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[-’']\w+)*\.?(?=\s|$)|\w+(?:[-’']\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"(?<=\w)(['’]s)$")
# Countries whose name is also a person's name, an American state's or an everyday word's.
_AMBIGUOUS = frozenset(
    [
        "Georgia", "Jordan", "Chad", "Turkey", "Guinea", "Congo", "Korea", "Niger", "Israel",
        "Male", "Mali",
    ]
)  # fmt: skip
# Places that are likelier a person or a word than a place unless something speaks for the place.
_DOUBTFUL = frozenset(
    [
        "Nice", "Reading", "March", "Mobile", "Bath", "Cork", "Split", "Victoria", "Lincoln",
        "Jackson", "Madison", "Charlotte", "Florence", "Austin", "Houston", "Sydney", "Orlando", "Santiago",
        "Adelaide", "Alexandria", "Darwin", "Chelsea", "Everton", "Arsenal", "Hamilton", "Paris", "Kent",
        "Derby", "Hull", "Essen", "Bari", "Bush", "Moon", "Kelly", "Taylor", "Tyler",
        "Carson", "Clinton", "Cleveland", "Dallas", "Denver", "Brown", "Trump", "Obama", "Lima",
        "Cali", "Leon", "Ali", "Ban", "Man", "Of", "Un", "Police", "White",
        "Young", "Nelson", "Most", "Best", "Sale", "Deal", "Rugby", "Sunday", "Media",
        "Central", "Union", "Independence", "University", "Enterprise", "Liberal", "Normal", "Defiance", "Tours",
        "Nancy", "Lens",
    ]
)  # fmt: skip


@frozen(kw_only=True, slots=True)
class PlaceReading:
    """One thing that a name can mean.

    ``kind`` is country, demonym, people, capital, city, subdivision, region, metonym, site or organization; ``acts``
    is true for what can stand for a government or organisation; ``population`` is in thousands.
    """

    name: str
    country: str | None
    kind: str
    subdivision: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    ambiguous: bool = False
    acts: bool = False


@frozen(slots=True)
class Gazetteer:
    """All names. ``find`` gives the longest names over tokens; names need their capitals ("us" is never "US")."""

    _names: Dictionary[tuple[PlaceReading, ...]]
    _countries: Mapping[str, str] = field(hash=False)
    _capitals: Mapping[str, PlaceReading] = field(hash=False)

    def readings(self, form: str) -> tuple[PlaceReading, ...]:
        """What a name can mean, the likeliest first; empty for an unknown one."""
        return self._names.get(split_name(form)) or ()

    def find(self, words: Sequence[str]) -> list[tuple[int, int, tuple[PlaceReading, ...]]]:
        """(first token, last token, readings) of each name in the tokens, the longest at a place."""
        return self._names.find(words)

    def country_name(self, code: str) -> str | None:
        """The short name of a country or organisation code."""
        return self._countries.get(code)

    def capital(self, code: str) -> PlaceReading | None:
        """The capital (the seat of government that news names) of a country."""
        return self._capitals.get(code)

    def coordinates(self, code: str) -> tuple[float, float] | None:
        """The coordinates of the capital, in degrees; None where it is not known."""
        capital = self._capitals.get(code)
        if capital is None or capital.latitude is None or capital.longitude is None:
            return None
        return capital.latitude, capital.longitude


@cache
def split_name(name: str) -> tuple[str, ...]:
    """A name split as the tokenizer splits it: a possessive "'s" is a word of its own."""
    return tuple(part for word in _WORD.findall(name) for part in _POSSESSIVE.sub(r" \1", word).split(" "))


def _rows(name: str) -> Iterator[list[str]]:
    data = (files("eventx.lexicon") / "data" / name).read_bytes()
    lines = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8").splitlines()
    for line in lines if name.endswith(".gz") else lines[1:]:
        yield line.split("|")


class _Builder:
    """Collects readings by name; earlier ones are likelier."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, ...], list[PlaceReading]] = {}
        self.countries: dict[str, str] = {}
        self.capitals: dict[str, PlaceReading] = {}
        self._seats: dict[str, set[str]] = {}

    def add(self, name: str, reading: PlaceReading, *, upper: bool = False) -> None:
        known = self.found.setdefault(split_name(name), [])
        if all((k.country, k.kind, k.name) != (reading.country, reading.kind, reading.name) for k in known):
            known.append(reading)
        if upper and len(name) > 4 and not name.isupper():  # "MOSCOW" in a dateline or headline
            self.add(name.upper(), reading)

    def countries_table(self) -> None:
        for code, names, adjectives, people, capitals, metonyms in _rows("countries.csv"):
            forms = [n for n in re.split(r",(?! )", names) if n]
            short = forms[0]
            self.countries[code] = short
            for form in forms:
                reading = PlaceReading(
                    name=short, country=code, kind="country", ambiguous=form in _AMBIGUOUS, acts=True
                )
                self.add(form.removeprefix("the ").removeprefix("The "), reading, upper=True)
            for form in filter(None, re.split(r",(?! )", adjectives)):
                self.add(form, PlaceReading(name=short, country=code, kind="demonym", acts=False), upper=True)
            for form in filter(None, re.split(r",(?! )", people)):
                self.add(form, PlaceReading(name=short, country=code, kind="people"))
            self._seats[code] = set(filter(None, re.split(r",(?! )", capitals)))
            for form in filter(None, re.split(r",(?! )", metonyms)):
                name = form.removeprefix("the ")
                self.add(name, PlaceReading(name=name, country=code, kind="metonym", acts=True), upper=True)
        for region, code, kind in _rows("regions.csv"):
            self._region(region, code or None, kind)

    def _region(self, name: str, code: str | None, kind: str) -> None:
        state = kind if "-" in kind else None
        sort = "region" if kind == "region" else "city" if kind == "city" else "subdivision"
        reading = PlaceReading(name=name, country=code, kind=sort, subdivision=state)
        key = split_name(name)
        if key in self.found and self.found[key][0].country == code:  # "Gaza" is itself before it is Palestine
            self.found[key].insert(0, reading)
            return
        self.add(name, reading)

    def sites(self) -> None:
        for name, code, latitude, longitude in _rows("sites.csv"):
            reading = PlaceReading(
                name=name, country=code, kind="site", latitude=float(latitude), longitude=float(longitude)
            )
            self.add(name, reading)

    def organizations(self) -> None:
        for code, _, names in _rows("organizations.csv"):
            for form in filter(None, names.split(",")):
                name = form.removeprefix("the ")
                self.add(name, PlaceReading(name=name, country=code, kind="organization", acts=True))
        self.countries.update(
            {
                "UNO": "United Nations",
                "EUR": "European Union",
                "NAT": "NATO",
                "AFU": "African Union",
                "ARL": "Arab League",
                "ASE": "ASEAN",
            }
        )

    def cities(self) -> None:
        """Cities, largest first. Names that are everyday words are left out, small namesakes too."""
        common = load_words()
        places = [row for row in _rows("cities.csv.gz") if len(row) == 7]
        for name, others, code, state, latitude, longitude, population in places:
            size = int(population)
            seats = self._seats.get(code, ())
            forms = [name, *others.split(";")] if others else [name]
            is_seat = any(form in seats for form in forms)
            for form in forms:
                low = form.lower()
                if (
                    not is_seat
                    and len(split_name(form)) == 1
                    and (low in common.open or low in common.closed)
                    and size < 300
                ):
                    continue
                if len(form) < 4 and not is_seat and size < 300:
                    continue
                known = self.found.get(split_name(form))
                if known and (known[0].kind in ("country", "demonym", "people", "organization") and not is_seat):
                    continue
                if known and len(known) >= 4:
                    continue
                if form != name and known:
                    continue
                reading = PlaceReading(
                    name=form if form in seats else name,
                    country=code,
                    kind="capital" if form in seats else "city",
                    subdivision=state or None,
                    latitude=float(latitude),
                    longitude=float(longitude),
                    population=size,
                    ambiguous=form in _DOUBTFUL,
                    acts=form in seats,
                )
                self._city(form, reading)

    def _city(self, form: str, reading: PlaceReading) -> None:
        if reading.kind == "capital":
            known = self.found.setdefault(split_name(form), [])
            at = next((i for i, k in enumerate(known) if k.kind not in ("country", "capital")), len(known))
            known.insert(at, reading)
            self.capitals.setdefault(reading.country or "", reading)
            if len(form) > 4:
                self.add(form.upper(), reading)
        else:
            self.add(form, reading, upper=reading.population >= 300)

    def missing_seats(self) -> None:
        """Capitals that the city table does not have, without coordinates."""
        for code, seats in self._seats.items():
            for seat in sorted(seats):
                known = self.found.get(split_name(seat), [])
                if not any(k.country == code and k.kind == "capital" for k in known):
                    base = next(
                        (k for k in known if k.country == code and k.latitude is not None), None
                    ) or self.capitals.get(code)
                    reading = PlaceReading(
                        name=seat, country=code, kind="capital", acts=True,
                        latitude=base.latitude if base else None, longitude=base.longitude if base else None,
                    )  # fmt: skip
                    self.found.setdefault(split_name(seat), []).insert(0, reading)
                    self.add(seat.upper(), reading)


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with eventx (loaded once a process)."""
    build = _Builder()
    build.countries_table()
    build.organizations()
    build.cities()
    build.missing_seats()
    build.sites()
    names = Dictionary((words, tuple(found)) for words, found in build.found.items())
    return Gazetteer(names, build.countries, build.capitals)
