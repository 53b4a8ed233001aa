"""Words that describe whoever is named behind them: "visiting President Niinisto", "ousted President Park"."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.left import counts_one
from eventx.language.tagging.row import NAMES, Row
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import ADJECTIVE, ANY_NOUN, GERUND, NOUN, PAST, PLURAL, WordForm

_STANDING: Final = cues("tagging", "standing")
_DOING: Final = cues("tagging", "doing")
_BEFORE_ACTS: Final = cues("tagging", "before_acts")
# Prepositions that no act follows: "amid mounting calls", "against advancing troops".
_BEFORE_THINGS: Final = frozenset({"amid", "amidst", "despite", "against"})
_SIDES: Final = cues("tagging", "sides")
_BEFORE_GUESTS: Final = frozenset({"with", "by", "to", "for", "between"})
_TITLES: Final = cues("tagging", "described_titles")
_TITLE_REACH: Final = 5  # words from "visiting" to the title of the guest


def _before_title(row: Row, at: int, previous: str) -> bool:
    """ "told visiting US Secretary of State Rex Tillerson", "talks with visiting President Niinisto"."""
    if previous != "VERB" and row.lowers[at - 1] not in _BEFORE_GUESTS:
        return False
    return any(
        row.lowers[index] in _TITLES and all(word[0].isupper() for word in row.words[at + 1 : index])
        for index in range(at + 1, min(at + _TITLE_REACH, row.size))
    )


_TWO_OBJECTS: Final = cues("tagging", "two_objects")


def leads(row: Row) -> bool:
    """ "Renewed clashes erupted", "Respected Comrade": a participle that opens the sentence and describes."""
    form, after = row.forms[0], row.words[1]
    if after[0].isupper():
        return bool(row.ahead(0))
    return form is not None and row.fixed[1] is None and form.verb not in _TWO_OBJECTS


def stands_between(row: Row, at: int) -> bool:
    """ "police overnight arrested", "troops late withdrew": between a noun and what it did a word tells when."""
    after = row.forms[at + 1] if at and at + 1 < row.size else None
    return after is not None and row.tags[at - 1] in NAMES and bool(after.classes & PAST)


_FALLEN: Final = cues("tagging", "fallen")


def is_fallen(row: Row, at: int, previous: str) -> bool:
    """ "plan to question ousted President Park"; not "the army ousted President Morsi".

    Nobody retires a general: "Ada Oduya and retired Lt Gen Ba met".
    """
    if row.lowers[at] == "retired" and at + 1 < row.size and row.lowers[at + 1].rstrip(".") in _RANKS:
        return row.words[at + 1][0].isupper() and previous not in NAMES and previous != "PRON"
    if row.lowers[at] not in _FALLEN or previous in NAMES or at + 2 >= row.size:
        return False
    named = row.words[at + 1][0].isupper() and row.words[at + 2][0].isupper()
    return named and row.lowers[at + 1] in _TITLES and previous != "PRON"


_RANKS: Final = cues("tagging", "ranks")


_UNPROVEN: Final = frozenset({"suspected", "alleged"})
_OPENS: Final = frozenset({"", "PUNCT", "SCONJ"})


def is_unproven(row: Row, at: int, previous: str) -> bool:
    """ "hours before suspected rebels attacked", "a boat carrying suspected Tamil Tigers"; nobody suspects them."""
    if row.lowers[at] not in _UNPROVEN or at + 1 >= row.size:
        return False
    return (previous in _OPENS and row.nominal(at + 1)) or (previous == "VERB" and row.words[at + 1][0].isupper())


def acts_alone(row: Row, at: int) -> bool:
    """ "A Palestinian stabbed two soldiers", "An Iraqi killed civilians": no phrase goes on so behind its adjective."""
    after = at + 1
    if row.fixed[after] == "NUM" or row.words[after][0].isdigit():
        return True
    form = row.forms[after]
    several = form is not None and bool(form.classes & PLURAL) and not form.classes & NOUN
    return several and row.lowers[at - 2 : at - 1] in (["a"], ["an"])


def let_in(row: Row, at: int) -> bool:
    """ "to let in wounded civilians": a participle behind a verb and its particle describes the object."""
    if at < 2 or row.tags[at - 1] != "ADV" or row.tags[at - 2] != "VERB" or row.features[at - 2] in ("VBN", ""):
        return False
    return f"{row.lemmas[at - 2]} {row.lowers[at - 1]}" in row.table.particle_verbs


def describes(row: Row, at: int, previous: str) -> bool:
    """ "for visiting foreign guests", "told visiting President X", "back opposing sides": no act of the clause."""
    low, after = row.lowers[at], row.lowers[at + 1] if at + 1 < row.size else ""
    if low == "opposing":
        return after in _SIDES
    if low in _DOING:
        acted_on = previous == "VERB" and row.lemmas[at - 1] not in _BEFORE_ACTS
        return (acted_on or row.lowers[at - 1] in _BEFORE_THINGS) and row.nominal(at + 1) and after.isalpha()
    if low not in _STANDING:
        return False
    plain = row.nominal(at + 1) and row.words[at + 1].islower() and row.fixed[at + 1] in (None, "ADJ")
    return plain or _before_title(row, at, previous)


def is_compound(row: Row, at: int, previous: str) -> bool:
    """ "suspended intelligence sharing with Mali", "money laundering"; not "a man sharing in the profits"."""
    if row.lowers[at] not in _COMPOUND_ACTS or previous != "NOUN" or row.features[at - 1] != "S":
        return False
    return row.right(at + 1) in "PCEF" and not counts_one(row, at - 1)


_COMPOUND_ACTS: Final = cues("tagging", "compound_acts")


def joins_gerund(row: Row, at: int) -> bool:
    """ "accused of shooting and killing a man": the gerund behind "and" has an object, so this one is a verb too."""
    form = row.forms[at + 2] if row.lowers[at + 1] == "and" and at + 2 < row.size else None
    return form is not None and bool(form.classes & GERUND) and row.right(at + 3) in "DM"


def stands(row: Row, at: int, form: WordForm) -> bool:
    """ "Syria stands accused of"."""
    return form.verb == "stand" and row.lowers[at + 1 : at + 2] in (["accused"], ["charged"], ["convicted"])


def is_listed(row: Row, at: int) -> bool:
    """ "a brief, cordial visit", "a short but intense visit": the first of several adjectives before a noun."""
    after = at + 1
    if not at or row.tags[at - 1] != "DET" or row.lowers[after : after + 1] not in ([","], ["but"], ["yet"]):
        return False
    while after < row.size and row.lowers[after] in (",", "but", "yet"):
        after += 1
    form = row.forms[after] if after < row.size else None
    described = form is not None and form.classes & ADJECTIVE and not form.usual & ANY_NOUN
    hyphened = after < row.size and "-" in row.lowers[after] and row.words[after].islower()
    return bool(described or hyphened) and row.nominal(after + 1)


def begins_kind(row: Row, at: int) -> bool:
    """True for a word without a capital, and for a nationality before a noun: "resistance", "Kurdish rebels"."""
    if row.words[at].islower():
        return True
    national = row.lowers[at] in load_predicates().nationalities and row.lowers[at - 1] != "included"
    form = row.forms[at + 1] if at + 1 < row.size and row.words[at + 1].islower() else None
    return national and form is not None and bool(form.classes & ANY_NOUN)
