"""The plugin's word lists, read from ``data/visit.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen


@frozen(kw_only=True, slots=True)
class Pattern:
    """How one group of verbs or nouns fills the slots of a visit."""

    name: str
    lemmas: frozenset[str]
    visitor: tuple[str, ...]
    destination: tuple[str, ...]
    host: tuple[str, ...] = ()
    status: str = ""
    motion: bool = False
    gathering: bool = False
    weak: bool = False
    delegation: bool = False


@frozen(kw_only=True, slots=True)
class VisitLexicon:
    """All word lists of the plugin."""

    verbs: Mapping[str, Pattern] = field(hash=False)
    itinerary: Pattern
    nouns: Mapping[str, Pattern] = field(hash=False)
    carriers: Mapping[str, str] = field(hash=False)
    ended: frozenset[str]
    levels: Mapping[str, str] = field(hash=False)
    gatherings: frozenset[str]
    summits: frozenset[str]
    purposes: Mapping[str, tuple[str, ...]] = field(hash=False)
    veto_objects: frozenset[str]
    abstract: frozenset[str]
    no_places: frozenset[str]
    remote: frozenset[str]
    generic: frozenset[str]
    sequence: frozenset[str]
    light: frozenset[str]
    presence: tuple[str, ...]
    offices: tuple[str, ...]
    holders: tuple[str, ...]
    statecraft: tuple[str, ...]
    strong: frozenset[str]
    going: frozenset[str]
    setting_out: frozenset[str]
    scheduling: Mapping[str, str] = field(hash=False)
    dating: Mapping[str, str] = field(hash=False)
    ties: Mapping[str, str] = field(hash=False)
    placing: frozenset[str]
    encounters: frozenset[str]
    beside: frozenset[str]
    company: tuple[str, ...]
    companions: frozenset[str]
    seats: Mapping[str, frozenset[str]] = field(hash=False)
    sites: frozenset[str]
    soft: frozenset[str]
    recent: frozenset[str]
    upcoming: frozenset[str]
    mooted: frozenset[str]
    ahead: Mapping[str, str] = field(hash=False)

    def triggers(self) -> Iterator[str]:
        """The lemmas that can start a visit: what a sentence must hold to be looked at.

        Light words ("hold talks") are left to those that go with them; so are the verbs of an itinerary, whose
        subjects are nouns of this list.
        """
        yield from sorted({*self.verbs, *self.nouns, *self.gatherings} - self.light)

    def verbs_of(self, name: str) -> frozenset[str]:
        """The lemmas of the verb pattern called ``name``."""
        return next((p.lemmas for p in self.verbs.values() if p.name == name), frozenset())

    def tied(self, preposition: str) -> str:
        """What a preposition between a verb and a visit noun is: "during", "before", "after", "closing", "carried"."""
        return self.ties.get(preposition, "carried")

    def date_of(self, lemma: str, relation: str, preposition: str) -> str:
        """What a date of the governing verb dates of the visit noun: "stay", "first", "last", "inside", or "" for none.

        A date beside "announced a visit" is the announcement's; one beside "said during a visit" lies inside the stay.
        """
        if relation == "complement":
            tie = self.tied(preposition)
            if tie == "after" and lemma in self.verbs_of("return"):  # "flew home on Thursday after talks in Ulan Bator"
                return "last"
            if tie == "closing":  # "arrived last night at the end of a visit to Somalia"
                return "last"
            if lemma in self.going and tie in ("during", "before", "carried"):
                return self.dating.get(lemma, "stay")
            return "inside" if tie == "during" else ""
        if relation == "subject":
            return self.scheduling.get(lemma, "")
        if relation == "object":
            if lemma in self.dating:
                return self.dating[lemma]
            return "stay" if self.carriers.get(lemma, "") in ("occurred", "ongoing") else ""
        return ""


def _patterns(rows: list[dict[str, Any]]) -> dict[str, Pattern]:
    """Lemma -> its pattern; a lemma keeps the first pattern that lists it."""
    known: dict[str, Pattern] = {}
    for row in rows:
        fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        fields["lemmas"] = frozenset(row["lemmas"])
        pattern = Pattern(**fields)
        for lemma in row["lemmas"]:
            known.setdefault(lemma, pattern)
    return known


def _kinds(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Word -> the kind under which the table lists it."""
    return {word: kind for kind, words in table.items() for word in words}


def _scan(table: Mapping[str, list[str]]) -> dict[str, Any]:
    """The words by which sentences are found."""
    sets: dict[str, Any] = {key: frozenset(table[key]) for key in ("light", "strong")}
    lists: dict[str, Any] = {key: tuple(table[key]) for key in ("presence", "offices", "statecraft")}
    return {**sets, **lists, "holders": tuple(table["soft"])}


@cache
def load_lexicon() -> VisitLexicon:
    """The word lists that come with the plugin."""
    data = tomllib.loads((files("eventx_state_visit") / "data" / "visit.toml").read_text(encoding="utf-8"))
    journey = [row for row in data["verb"] if row["name"] == "itinerary"]
    return VisitLexicon(
        verbs=_patterns([row for row in data["verb"] if row not in journey]),
        itinerary=next(iter(_patterns(journey).values())),
        nouns=_patterns(data["noun"]),
        **_scan(data["scan"]),
        carriers=_kinds({kind: words for kind, words in data["carriers"].items() if kind not in ("ended", "soft")}),
        ended=frozenset(data["carriers"]["ended"]),
        levels=_kinds(data["levels"]),
        gatherings=frozenset(data["gatherings"]["nouns"]),
        summits=frozenset(data["gatherings"]["summit"]),
        purposes={name: tuple(words) for name, words in data["purposes"].items()},
        veto_objects=frozenset(data["vetoes"]["objects"]),
        abstract=frozenset(data["vetoes"]["abstract"]),
        no_places=frozenset(data["vetoes"]["no_places"]),
        remote=frozenset(data["vetoes"]["remote"]),
        generic=frozenset(data["vetoes"]["generic"]),
        sequence=frozenset(data["sequence"]["words"]),
        going=frozenset(data["ties"].pop("going")),
        setting_out=frozenset(data["setting_out"]["verbs"]),
        ties=_kinds(data["ties"]),
        scheduling=_kinds(data["scheduling"]),
        dating=_kinds(data["dating"]),
        placing=frozenset(data["presence"]["verbs"]),
        ahead=_kinds(data["ahead"]),
        companions=frozenset(data["companions"]["verbs"]),
        seats={code: frozenset(cities) for code, cities in data["seats"].items()},
        sites=frozenset(data["sites"]["nouns"]),
        soft=frozenset(data["carriers"]["soft"]),
        recent=frozenset(data["adjectives"]["recent"]),
        upcoming=frozenset(data["adjectives"]["upcoming"]),
        mooted=frozenset(data["adjectives"]["mooted"]),
        beside=frozenset(data["encounters"]["with"]),
        company=tuple(data["encounters"]["company"]),
        encounters=frozenset((*data["encounters"]["verbs"], *data["encounters"]["nouns"])),
    )
