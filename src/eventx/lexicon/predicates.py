"""What governing words do to a predicate, and which nouns are predicates: ``predicates.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from eventx.records import Modality


@frozen(slots=True)
class Predicates:
    """The lists: modality by governing lemma, object control, verbs of speech, light verbs, event nouns."""

    governors: Mapping[str, Modality] = field(hash=False)
    object_control: frozenset[str]
    speech: frozenset[str]
    light: frozenset[str]
    events: frozenset[str]


@cache
def load_predicates() -> Predicates:
    """The lists that come with eventx. A lemma keeps the first modality that lists it."""
    data = tomllib.loads((files("eventx.lexicon") / "data" / "predicates.toml").read_text(encoding="utf-8"))
    governors: dict[str, Modality] = {}
    for modality, lemmas in data["governors"].items():
        for lemma in lemmas:
            governors.setdefault(lemma, Modality(modality))
    return Predicates(
        governors=governors,
        object_control=frozenset(data["control"]["object"]),
        speech=frozenset(data["speech"]["verbs"]),
        light=frozenset(data["light"]["verbs"]),
        events=frozenset(data["events"]["nouns"]),
    )
