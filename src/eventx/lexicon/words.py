"""The word list: which classes an English word form can have, and its lemmas.

The table ``words.csv`` is made by ``tools/build_words.py`` (sources there); the closed classes and the corrections
are in ``closed_words.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from operator import methodcaller
from typing import Any, Final

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


@frozen(slots=True)
class WordForm:
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
    """The forms asked for so far, unknown ones (None) among them; when they become too many, all are made anew."""

    def __init__(self, make: Callable[[str], WordForm | None]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, form: str) -> WordForm | None:
        if len(self) >= _MOST:
            self.clear()
        made = self[form] = self._make(form)
        return made


_MOST: Final = 100_000  # forms that are kept: names have no end


class WordForms:
    """The forms of the open classes. ``look`` gives what is known of one, None for an unknown one.

    Each is put together when it is first asked for: a text has a few thousand of the 49,000. ``rows`` are the table's
    fields by form: the letters of its classes, its lemmas as a noun and as a verb where they are other than the form,
    the letter of its usual class. ``only`` are the corrections.
    """

    look: Callable[[str], WordForm | None]

    def __init__(self, rows: dict[str, str], only: Mapping[str, Any]) -> None:
        self._rows = rows
        self._nouns, self._adjectives = frozenset(only["noun"]), frozenset(only["adj"])
        self._naming, self._verbs, self._past = frozenset(only["naming"]), frozenset(only["verb"]), only["past"]
        for form in (*self._naming, *self._past):
            rows.setdefault(form, ",,,")
        self.look = _Made(self._make).__getitem__

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, form: object) -> bool:
        return form in self._rows

    def _make(self, form: str) -> WordForm | None:
        row = self._rows.get(form)
        if row is None:
            return None
        letters, noun, verb, letter = row.split(",")
        bits, usual = sum(map(_LETTERS.__getitem__, letters)), _LETTERS.get(letter, 0)
        noun, verb = noun or form * bool(bits & NOUN), verb or form * bool(bits & BASE)
        if form in self._past:
            bits, verb = PAST | PARTICIPLE, self._past[form]
        elif bits & THIRD and self._rare(verb):
            bits &= ~THIRD
            verb = verb if bits & ANY_VERB else ""
        if form in self._naming:
            bits, noun, usual = bits | NOUN, noun or form, NOUN
        if verb in self._verbs and bits & (BASE | PAST | THIRD) and not usual & PLURAL:
            usual = bits & (BASE | PAST | THIRD) | SURE
        return WordForm(bits, noun, verb, usual & (bits | SURE), _finite(bits, usual), _only(bits)) if bits else None

    def _rare(self, verb: str) -> bool:
        """True for a verb whose -s form always is the noun's plural ("to house"; "others", but "owns")."""
        return verb in self._nouns or (verb in self._adjectives and "s" in self._rows.get(f"{verb}s", "").split(",")[0])


@frozen(slots=True, eq=False)
class Words:
    """The word list.

    ``closed`` maps a closed-class word to its tag, ``sure`` those that no neighbour changes. ``saying`` are verbs that
    a clause without "that" follows, ``claims`` nouns whose content a "that" clause gives; after ``demanding`` ones
    that clause has a base form for its verb. The past form of an ``active`` verb after a noun is never a passive
    participle, that of a ``stative`` one before a preposition always. ``particle_verbs`` holds "call off",
    ``prepositional`` "call for", ``particle_firsts`` the verbs of both; ``prepositions`` those of several words by
    their first two, longest first.
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
    prepositions: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]


@cache
@uncollected()
def load_words() -> Words:
    """The word list that comes with eventx (loaded once a process; about 0.02 s)."""
    rules = toml_table("closed_words.toml")
    closed = {word: tag for tag, words in rules["classes"].items() for word in reversed(words)}
    for tag in ("ADJ", "NUM", "ADV", "SCONJ", "ADP", "DET", "PRON", "CCONJ", "PART", "AUX", "MODAL"):
        closed.update(dict.fromkeys(rules["classes"][tag], tag))
    openings: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in rules["phrases"]["prepositions"]:
        first, second, *rest = phrase.split()
        openings.setdefault((first, second), []).append((first, second, *rest))
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
        prepositions={two: tuple(sorted(all_of, key=len, reverse=True)) for two, all_of in openings.items()},
    )


def _sure(closed: Mapping[str, str], rules: Mapping[str, Any]) -> dict[str, str]:
    """The closed-class words whose tag never depends on their neighbours."""
    odd = {*rules["decided"]["words"], *rules["both"]["prepositions"], *_ODD}
    odd.update(verb.split()[1] for verb in rules["particles"]["verbs"])
    return {word: tag for word, tag in closed.items() if tag not in _DEPENDING and word not in odd}


def _open_classes(only: Mapping[str, Any]) -> WordForms:
    """The table's forms, with the corrections."""
    table = (files("eventx.lexicon") / "data" / "words.csv").read_text(encoding="utf-8")
    return WordForms({form: row for form, _, row in map(methodcaller("partition", ","), table.splitlines())}, only)


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
