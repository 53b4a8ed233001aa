"""The words beside a name that speak for or against a place (``place_cues.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from eventx.lexicon.cues import cues
from eventx.lexicon.names import load_names
from eventx.lexicon.tables import toml_table


@frozen(slots=True)
class PlaceCues:
    """The cues, lower-cased; ``home`` maps the ending of a web address to a country; ``first`` are first names.

    ``landing`` are the words before the preposition that leads to an airport's name, by preposition or particle.
    """

    inside: frozenset[str]
    way: frozenset[str]
    acts: frozenset[str]
    side: frozenset[str]
    attitude: frozenset[str]
    motion: frozenset[str]
    native: frozenset[str]
    kinds: frozenset[str]
    kinds_after: frozenset[str]
    kinds_before: frozenset[str]
    names_after: frozenset[str]
    names_before: frozenset[str]
    portfolio_heads: frozenset[str]
    accords: frozenset[str]
    subjects: frozenset[str]
    meetings: frozenset[str]
    neutral: frozenset[str]
    civic: frozenset[str]
    shouted: frozenset[str]
    first: frozenset[str]
    landing: Mapping[str, frozenset[str]] = field(hash=False)
    home: Mapping[str, str] = field(hash=False)


def _given_names() -> list[str]:
    """First names of the United States census of 1990 (made by ``tools/build_cities.py``)."""
    return (files("eventx.lexicon") / "data" / "given_names.txt").read_text(encoding="utf-8").split()


@cache
def load_place_cues() -> PlaceCues:
    """The cues of the package (loaded once a process)."""
    table = toml_table("place_cues.toml")
    before, nouns, names = table["before"], table["nouns"], table["names"]
    return PlaceCues(
        inside=frozenset(before["inside"]),
        way=frozenset(before["way"]),
        acts=frozenset(before["acts"]),
        side=cues("places", "area_adjectives").union(before["side"]),
        attitude=frozenset(before["attitude"]),
        motion=frozenset(before["motion"]),
        native=frozenset(before["native"]),
        kinds=frozenset(nouns["kind"]),
        kinds_after=frozenset(nouns["after"]),
        kinds_before=frozenset(nouns["before"]),
        names_after=frozenset(names["after"]),
        names_before=frozenset(names["before"]),
        portfolio_heads=frozenset(names["portfolio_heads"]),
        accords=frozenset(names["accords"]),
        subjects=frozenset(names["subjects"]),
        meetings=cues("occasions", "gatherings").union(names["rounds"]),
        neutral=frozenset(names["neutral"]),
        civic=frozenset(names["civic"]),
        shouted=frozenset(names["shouted"]),
        first=frozenset(load_names().first) | frozenset(_given_names()),
        landing={word: frozenset(words) for word, words in table["landing"].items()},
        home=table["home"],
    )
