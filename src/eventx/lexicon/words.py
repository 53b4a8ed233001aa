"""The word list: which classes an English word form can have, and its lemmas.

The table ``words.csv.gz`` is made by ``tools/build_words.py`` (sources there); the closed classes and the
corrections are in ``closed_words.toml``.
"""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from attrs import field, frozen

# The classes that a form can have, as bits.
NOUN, PLURAL, BASE, PAST, PARTICIPLE, GERUND, THIRD, ADJECTIVE, ADVERB = (1 << n for n in range(9))
ANY_NOUN = NOUN | PLURAL
ANY_VERB = BASE | PAST | PARTICIPLE | GERUND | THIRD


class WordForm(NamedTuple):
    """A form's possible classes (bits) and its lemmas as a noun and as a verb ("" where it is none)."""

    classes: int
    noun: str
    verb: str


@frozen(slots=True)
class Words:
    """The word list.

    ``closed`` maps a closed-class word to its tag; ``particle_verbs`` holds "call off"; ``prepositions``
    those of several words by their first one, longest first.
    """

    open: Mapping[str, WordForm] = field(hash=False)
    closed: Mapping[str, str] = field(hash=False)
    modals: frozenset[str]
    either: frozenset[str]
    particle_verbs: frozenset[str]
    particles: frozenset[str]
    prepositions: Mapping[str, tuple[tuple[str, ...], ...]] = field(hash=False)


def _data(name: str) -> bytes:
    return (files("eventx.lexicon") / "data" / name).read_bytes()


@cache
def load_words() -> Words:
    """The word list that comes with eventx (loaded once a process; about 0.1 s)."""
    rules = tomllib.loads(_data("closed_words.toml").decode("utf-8"))
    closed = {word: tag for tag, words in rules["classes"].items() for word in reversed(words)}
    for tag in ("ADJ", "NUM", "ADV", "SCONJ", "ADP", "DET", "PRON", "CCONJ", "PART", "AUX", "MODAL"):
        closed.update(dict.fromkeys(rules["classes"][tag], tag))
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in rules["phrases"]["prepositions"]:
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append(words)
    return Words(
        open=_open_classes(rules["only"]),
        closed=closed,
        modals=frozenset(rules["classes"]["MODAL"]),
        either=frozenset(rules["both"]["prepositions"]),
        particle_verbs=frozenset(rules["particles"]["verbs"]),
        particles=frozenset(rules["particles"]["words"]),
        prepositions={first: tuple(sorted(all_of, key=len, reverse=True)) for first, all_of in by_first.items()},
    )


def _open_classes(only: Mapping[str, Any]) -> dict[str, WordForm]:
    """Form -> classes and lemmas."""
    classes: dict[str, int] = {}
    nouns: dict[str, str] = {}
    verbs: dict[str, str] = {}
    not_noun, not_verb = frozenset(only["verb"]), frozenset(only["noun"]) | frozenset(only["adj"])
    for line in gzip.decompress(_data("words.csv.gz")).decode("utf-8").splitlines():
        kind, lemma, *forms = line.split(",")
        if kind == "n":
            if lemma not in not_noun:
                classes[lemma] = classes.get(lemma, 0) | NOUN
                nouns.setdefault(lemma, lemma)
                for form in forms:
                    classes[form] = classes.get(form, 0) | PLURAL
                    nouns.setdefault(form, lemma)
        elif kind == "v":
            _add_verb(lemma, forms, classes, verbs, lemma in not_verb)
        else:
            classes[lemma] = classes.get(lemma, 0) | (ADJECTIVE if kind == "a" else ADVERB)
    for form, lemma in only["past"].items():
        classes[form], verbs[form] = PAST | PARTICIPLE, lemma
    return {form: WordForm(bits, nouns.get(form, ""), verbs.get(form, "")) for form, bits in classes.items()}


def _add_verb(lemma: str, forms: list[str], classes: dict[str, int], verbs: dict[str, str], rare: bool) -> None:
    """Add a verb's forms; a rare verb ("to house") lacks the -s form, which is always the noun's plural."""
    past, participle, gerund, third = (*forms, "", "", "", "")[:4]
    classes[lemma] = classes.get(lemma, 0) | BASE
    verbs.setdefault(lemma, lemma)
    for given, bits in (
        (past, PAST if participle else PAST | PARTICIPLE),
        (participle, PARTICIPLE),
        (gerund, GERUND),
        (third, THIRD),
    ):
        for form in given.split("/"):
            if form and not (rare and bits == THIRD):
                classes[form] = classes.get(form, 0) | bits
                verbs[form] = lemma  # "found" is a form of "find" before it is a verb of its own
