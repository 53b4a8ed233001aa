"""The plugin's word lists, read from ``data/visit.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from attrs import field, frozen

from eventx import LexiconError

_FILE: Final = "visit.toml"


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
class Strong:
    """Words that nearly always speak of travel or of guests."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: frozenset[str]


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
    strong: Strong
    going: frozenset[str]
    setting_out: frozenset[str]
    scheduling: Mapping[str, str] = field(hash=False)
    dating: Mapping[str, str] = field(hash=False)
    ties: Mapping[str, str] = field(hash=False)
    placing: frozenset[str]
    encounters: frozenset[str]
    encounter_verbs: frozenset[str]
    encounter_nouns: frozenset[str]
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

    def triggers(self) -> tuple[frozenset[str], frozenset[str]]:
        """The verbs and the nouns that can start a visit: what a sentence must hold to be looked at.

        Light words ("hold talks") are left to those that go with them; so are the verbs of an itinerary, whose
        subjects are nouns of this list.
        """
        return frozenset(self.verbs) - self.light, frozenset({*self.nouns, *self.gatherings}) - self.light

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
    """Lemma -> its pattern; raises LexiconError where two patterns list one lemma."""
    known: dict[str, Pattern] = {}
    for row in rows:
        fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
        fields["lemmas"] = frozenset(row["lemmas"])
        pattern = Pattern(**fields)
        for lemma in row["lemmas"]:
            if lemma in known:
                raise LexiconError(
                    f"eventx-state-visit, {_FILE}: the patterns {known[lemma].name!r} and {pattern.name!r} both list "
                    f"the lemma {lemma!r}; only one could ever match: take it out of one of them"
                )
            known[lemma] = pattern
    return known


def _kinds(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Word -> the kind under which the table lists it."""
    return {word: kind for kind, words in table.items() for word in words}


def _scan(table: Mapping[str, Any]) -> dict[str, Any]:
    """The words by which sentences are found."""
    lists: dict[str, Any] = {key: tuple(table[key]) for key in ("presence", "offices", "statecraft")}
    strong = Strong(**{kind: frozenset(words) for kind, words in table["strong"].items()})
    return {**lists, "strong": strong, "light": frozenset(table["light"]), "holders": tuple(table["soft"])}


# The fields of single lists: the table of each and its key there.
_LISTS: Final = {
    "ended": ("carriers", "ended"),
    "soft": ("carriers", "soft"),
    "gatherings": ("gatherings", "nouns"),
    "summits": ("gatherings", "summit"),
    "veto_objects": ("vetoes", "objects"),
    "abstract": ("vetoes", "abstract"),
    "no_places": ("vetoes", "no_places"),
    "remote": ("vetoes", "remote"),
    "generic": ("vetoes", "generic"),
    "sequence": ("sequence", "words"),
    "going": ("ties", "going"),
    "setting_out": ("setting_out", "verbs"),
    "placing": ("presence", "verbs"),
    "companions": ("companions", "verbs"),
    "sites": ("sites", "nouns"),
    "recent": ("adjectives", "recent"),
    "upcoming": ("adjectives", "upcoming"),
    "mooted": ("adjectives", "mooted"),
    "beside": ("encounters", "with"),
    "encounter_verbs": ("encounters", "verbs"),
    "encounter_nouns": ("encounters", "nouns"),
}


@cache
def _data() -> Mapping[str, Any]:
    """The file of word lists."""
    return tomllib.loads((files("eventx_state_visit") / "data" / _FILE).read_text(encoding="utf-8"))


def words_of(name: str) -> frozenset[str]:
    """The list of that name in the table ``words``; raises LexiconError where there is none."""
    try:
        return frozenset(_data()["words"][name])
    except KeyError:
        raise LexiconError(f"eventx-state-visit, {_FILE}: the table [words] lacks the list {name!r}; add it") from None


# The numbers that news writes as words, and those of more than one for a regular expression.
NUMBERS: Final[Mapping[str, int]] = _data()["numbers"]
SEVERAL: Final = "|".join(word for word, number in NUMBERS.items() if number > 1)


@cache
def load_lexicon() -> VisitLexicon:
    """The word lists that come with the plugin; raises LexiconError where two patterns list one lemma."""
    data = _data()
    lists: dict[str, Any] = {name: frozenset(data[table][key]) for name, (table, key) in _LISTS.items()}
    journey = [row for row in data["verb"] if row["name"] == "itinerary"]
    return VisitLexicon(
        verbs=_patterns([row for row in data["verb"] if row not in journey]),
        itinerary=next(iter(_patterns(journey).values())),
        nouns=_patterns(data["noun"]),
        **_scan(data["scan"]),
        **lists,
        carriers=_kinds({kind: words for kind, words in data["carriers"].items() if kind not in ("ended", "soft")}),
        levels=_kinds(data["levels"]),
        purposes={name: tuple(words) for name, words in data["purposes"].items()},
        ties=_kinds({kind: words for kind, words in data["ties"].items() if kind != "going"}),
        scheduling=_kinds(data["scheduling"]),
        dating=_kinds(data["dating"]),
        ahead=_kinds(data["ahead"]),
        seats={code: frozenset(cities) for code, cities in data["seats"].items()},
        company=tuple(data["encounters"]["company"]),
        encounters=lists["encounter_verbs"] | lists["encounter_nouns"],
    )
