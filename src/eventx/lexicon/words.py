"""The word list: which classes an English word form can have, and its lemmas.

The table ``words.csv.gz`` is made by ``tools/build_words.py`` (sources there); the closed classes and the
corrections are in ``closed_words.toml``.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from attrs import frozen

from eventx.lexicon.tables import toml_table, uncollected

# The classes that a form can have, as bits.
NOUN: Final = 1 << 0
PLURAL: Final = 1 << 1
BASE: Final = 1 << 2
PAST: Final = 1 << 3
PARTICIPLE: Final = 1 << 4
GERUND: Final = 1 << 5
THIRD: Final = 1 << 6
ADJECTIVE: Final = 1 << 7
ADVERB: Final = 1 << 8
# ... and the letters that stand for them in the table's rows of usual classes
_LETTERS: Final = {
    "n": NOUN, "s": PLURAL, "b": BASE, "d": PAST, "p": PARTICIPLE, "g": GERUND, "z": THIRD, "a": ADJECTIVE, "r": ADVERB,
}  # fmt: skip
ANY_NOUN: Final = NOUN | PLURAL
SURE: Final = 1 << 9  # with a usual class: hardly ever anything else
ANY_VERB: Final = BASE | PAST | PARTICIPLE | GERUND | THIRD


_DEPENDING: Final = frozenset({"AUX", "MODAL", "ADJ", "SCONJ", "PART"})
_ODD: Final = frozenset({"like", "may", "will"})


class WordForm(NamedTuple):
    """A form's possible classes (bits) and its lemmas as a noun and as a verb ("" where it is none).

    ``usual`` is the class (bit) that a form of several has most often, with ``SURE`` where it hardly ever has
    another, 0 where nothing is known.
    ``finite`` says how surely the form is a finite verb: 2 ("went", "says"), 1 ("arrested"), 0 ("plans").
    ``only`` is the tag of a form that is a noun, adjective or adverb and nothing else.
    """

    classes: int
    noun: str
    verb: str
    usual: int = 0
    finite: int = 0
    only: str = ""


class _Made(dict[str, WordForm | None]):
    """The forms asked for so far; an unknown one gives None and is not kept."""

    def __init__(self, make: Callable[[str], WordForm | None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, form: str) -> WordForm | None:
        made = self._make(form)
        if made is not None:
            self[form] = made
        return made


class WordForms:
    """The forms of the open classes. ``look`` gives what is known of one, None for an unknown one.

    Each is put together when it is first asked for: a text has a few thousand of the 57,000.
    """

    look: Callable[[str], WordForm | None]

    def __init__(
        self, classes: Mapping[str, int], nouns: Mapping[str, str], verbs: Mapping[str, str], usual: Mapping[str, int]
    ) -> None:
        self._classes, self._nouns, self._verbs, self._usual = classes, nouns, verbs, usual
        self.look = _Made(self._make).__getitem__

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)

    def __contains__(self, form: object) -> bool:
        return form in self._classes

    def _make(self, form: str) -> WordForm | None:
        bits = self._classes.get(form)
        if bits is None:
            return None
        likely = self._usual.get(form, 0)
        return WordForm(
            bits,
            self._nouns.get(form, ""),
            self._verbs.get(form, ""),
            likely & (bits | SURE),
            _finite(bits, likely),
            _only(bits),
        )


@frozen(slots=True, eq=False)
class Words:
    """The word list.

    ``closed`` maps a closed-class word to its tag, ``sure`` those that no neighbour changes. ``saying`` are verbs that
    a clause without "that" follows, ``claims`` nouns whose content a "that" clause gives; after ``demanding`` ones
    that clause has a base form for its verb. The past form of an ``active`` verb after a noun is never a passive
    participle, that of a ``stative`` one before a preposition always. ``particle_verbs`` holds "call off",
    ``prepositional`` "call for", ``particle_firsts`` the verbs of both; ``prepositions`` those of several words by
    their first one, longest first.
    """

    open: WordForms
    closed: Mapping[str, str]
    sure: Mapping[str, str]
    modals: frozenset[str]
    saying: frozenset[str]
    active: frozenset[str]
    claims: frozenset[str]
    demanding: frozenset[str]
    stative: frozenset[str]
    either: frozenset[str]
    particle_verbs: frozenset[str]
    prepositional: frozenset[str]
    particle_firsts: frozenset[str]
    particles: frozenset[str]
    prepositions: Mapping[str, tuple[tuple[str, ...], ...]]


@cache
@uncollected()
def load_words() -> Words:
    """The word list that comes with eventx (loaded once a process; about 0.05 s)."""
    rules = toml_table("closed_words.toml")
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
        sure=_sure(closed, rules),
        modals=frozenset(rules["classes"]["MODAL"]),
        saying=frozenset(rules["clauses"]["saying"]),
        active=frozenset(rules["clauses"]["active"]),
        claims=frozenset(rules["clauses"]["claims"]),
        demanding=frozenset(rules["clauses"]["demanding"]),
        stative=frozenset(rules["clauses"]["stative"]),
        either=frozenset(rules["both"]["prepositions"]),
        particle_verbs=frozenset(rules["particles"]["verbs"]),
        prepositional=frozenset(rules["particles"]["prepositional"]),
        particle_firsts=frozenset(
            verb.split()[0] for kind in ("verbs", "prepositional") for verb in rules["particles"][kind]
        ),
        particles=frozenset(rules["particles"]["words"]),
        prepositions={first: tuple(sorted(all_of, key=len, reverse=True)) for first, all_of in by_first.items()},
    )


def _sure(closed: Mapping[str, str], rules: Mapping[str, Any]) -> dict[str, str]:
    """The closed-class words whose tag never depends on their neighbours."""
    odd = {*rules["decided"]["words"], *rules["both"]["prepositions"], *_ODD}
    odd.update(verb.split()[1] for verb in rules["particles"]["verbs"])
    return {word: tag for word, tag in closed.items() if tag not in _DEPENDING and word not in odd}


def _lines() -> list[str]:
    packed = (files("eventx.lexicon") / "data" / "words.csv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf-8").splitlines()


def _open_classes(only: Mapping[str, Any]) -> WordForms:
    """The table's forms, with the corrections."""
    classes: dict[str, int] = {}
    nouns: dict[str, str] = {}
    verbs: dict[str, str] = {}
    usual: dict[str, int] = {}
    noun_only, adjective_only = frozenset(only["noun"]), frozenset(only["adj"])
    for line in _lines():
        kind, lemma, *forms = line.split(",")
        if kind == "n":
            classes[lemma] = classes.get(lemma, 0) | NOUN
            nouns.setdefault(lemma, lemma)
            for form in forms:
                classes[form] = classes.get(form, 0) | PLURAL
                nouns.setdefault(form, lemma)
        elif kind == "v":
            rare = lemma in noun_only or (lemma in adjective_only and f"{lemma}s" in nouns)  # "others", but "owns"
            _add_verb(lemma, forms, classes, verbs, rare)
            if lemma.endswith("ize") and lemma[:-2] + "se" not in classes:  # "mobilise"
                british = [form.replace("iz", "is") for form in forms]
                _add_verb(lemma[:-2] + "se", british, classes, verbs, rare=False)
        elif kind == "u":
            usual[lemma] = _LETTERS[forms[0]]
        else:
            bit = ADJECTIVE if kind == "a" else ADVERB
            for form in (lemma, *forms):
                classes[form] = classes.get(form, 0) | bit
    for form in only["naming"]:
        classes[form] = classes.get(form, 0) | NOUN
        nouns.setdefault(form, form)
        usual[form] = NOUN
    sure = frozenset(only["verb"])
    for form, verb in verbs.items():
        kind_of_verb = classes[form] & (BASE | PAST | THIRD)
        if verb in sure and kind_of_verb and not usual.get(form, 0) & PLURAL:
            usual[form] = kind_of_verb | SURE
    for form, lemma in only["past"].items():
        classes[form], verbs[form] = PAST | PARTICIPLE, lemma
    return WordForms(classes, nouns, verbs, usual)


def _only(bits: int) -> str:
    """The tag of a form with these classes if it can have no other (see ``WordForm.only``)."""
    if not bits & ~ANY_NOUN:
        return "NOUN"
    return {ADJECTIVE: "ADJ", ADVERB: "ADV"}.get(bits, "")


def _finite(bits: int, usual: int) -> int:
    """How surely a form of these classes is a finite verb (see ``WordForm.finite``)."""
    if not bits & (PAST | THIRD):
        return 0
    if bits & (BASE | ANY_NOUN | ADJECTIVE | ADVERB):
        return 1 if usual & (PAST | PARTICIPLE | THIRD) else 0
    return 1 if bits & PARTICIPLE else 2


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
