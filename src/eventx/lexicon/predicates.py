"""What governing words do to a predicate, and which nouns are predicates: ``predicates.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from attrs import field, frozen

from eventx.lexicon.cues import cues
from eventx.lexicon.tables import csv_rows, toml_table
from eventx.records import Modality

# Two names that a hyphen joins, of whom what follows is: "US-China talks", "Russian-Turkish consultations".
TWO_NAMES: Final = re.compile(r"[A-Z][\w.]+[-‐‑–][A-Z][\w.]+")


@frozen(slots=True)
class Predicates:
    """The lists: modality by governing lemma, object control, verbs of speech, light verbs, event nouns, and so on.

    ``contents`` are nouns with the modality of the "that" clause behind them; that of a claim (``doubted``) is
    denied under a verb of ``rejecting``. ``parted`` are verbs whose object an "of" follows ("accused X of abuses"),
    ``charged`` verbs whose object has done what follows "of", "for" or "from" ("accused X of killing");
    ``hindering`` verbs whose subject is not the one whose efforts they are about ("hampered efforts to");
    ``giving`` verbs with two objects, ``naming`` those with one and what it is called; ``units`` those of time,
    ``terms`` what else sets somebody one; ``shared`` verbs whose object may stand behind the next verb ("shot and
    killed X"), ``shifted`` those and others whose object may stand behind a phrase with a preposition ("received in
    Doha the minister"); ``supposing`` the words that open what is only supposed ("if", "Had Iran attacked");
    ``judging`` adjectives that judge what was done ("was right to go"); ``suffered`` event nouns that are hardly
    the deed of whom something happens to after them ("yielded after protests"), ``harming`` verbs for what they do,
    ``held`` those that are held and take place; ``offices`` nouns of office; ``nationalities`` adjectives of
    countries and acronyms that may stand for the one who acts ("a Russian attack", "US sanctions"), lower-cased;
    ``lands`` names of countries, of the seats of their governments and acronyms; ``acting`` those adjectives that
    stand alone as well ("the US imposed tariffs").
    """

    governors: Mapping[str, Modality] = field(hash=False)
    contents: Mapping[str, Modality] = field(hash=False)
    rejecting: frozenset[str]
    doubted: frozenset[str]
    object_control: frozenset[str]
    speech: frozenset[str]
    light: frozenset[str]
    events: frozenset[str]
    suffered: frozenset[str]
    harming: frozenset[str]
    held: frozenset[str]
    charged: frozenset[str]
    parted: frozenset[str]
    hindering: frozenset[str]
    giving: frozenset[str]
    naming: frozenset[str]
    units: frozenset[str]
    terms: frozenset[str]
    shared: frozenset[str]
    shifted: frozenset[str]
    supposing: frozenset[str]
    judging: frozenset[str]
    offices: frozenset[str]
    nationalities: frozenset[str]
    lands: frozenset[str]
    acting: frozenset[str]


def _nationalities() -> frozenset[str]:
    """The adjectives of the table of countries, lower-cased; not those that are names as well ("Hong Kong")."""
    rows = csv_rows("countries.csv", "|")
    given = {form.strip().lower() for row in rows for form in row["adjectives"].split(",")}
    return frozenset(given - {name.strip().lower() for row in rows for name in row["names"].split(",")} - {""})


def _lands(acronyms: list[str]) -> frozenset[str]:
    """The names of countries and of the seats of their governments, lower-cased, and acronyms that act."""
    rows = csv_rows("countries.csv", "|") + csv_rows("capitals.csv", "|")
    names = {name.strip().lower() for row in rows for name in row["names"].split(",")}
    return frozenset(names.union(acronyms) - {""})


@cache
def load_predicates() -> Predicates:
    """The lists that come with eventx. A lemma keeps the first modality that lists it."""
    data = toml_table("predicates.toml")
    governors: dict[str, Modality] = {}
    for modality, lemmas in data["governors"].items():
        for lemma in lemmas:
            governors.setdefault(lemma, Modality(modality))
    told = data["contents"]
    gatherings, journeys = cues("occasions", "gatherings"), cues("occasions", "journeys")
    return Predicates(
        governors=governors,
        contents={noun: m for m in Modality for noun in told.get(m.value, ())},
        rejecting=frozenset(told["rejecting"]),
        doubted=frozenset(told["claims"]),
        object_control=frozenset(data["control"]["object"]),
        speech=frozenset(data["speech"]["verbs"]),
        light=frozenset(data["light"]["verbs"]),
        events=gatherings.union(journeys, data["events"]["suffered"], data["events"]["nouns"]),
        suffered=frozenset(data["events"]["suffered"]),
        harming=frozenset(data["events"]["harming"]),
        held=gatherings.union(data["events"]["held"]),
        charged=frozenset(data["control"]["charged"]),
        parted=frozenset(data["control"]["parted"]),
        hindering=frozenset(data["hindrance"]["verbs"]),
        giving=frozenset(data["giving"]["verbs"]),
        naming=frozenset(data["naming"]["verbs"]),
        units=frozenset(data["terms"]["units"]),
        terms=frozenset(data["terms"]["nouns"]),
        shared=frozenset(data["shared"]["verbs"]),
        shifted=frozenset(data["shared"]["verbs"] + data["shifted"]["verbs"]),
        supposing=frozenset(data["conditions"]["words"]),
        judging=frozenset(data["judgements"]["adjectives"]),
        offices=frozenset(data["offices"]["nouns"]),
        nationalities=_nationalities().union(data["nationalities"]["words"], data["nationalities"]["names"]),
        lands=_lands(data["nationalities"]["names"]),
        acting=frozenset(data["nationalities"]["names"]),
    )
