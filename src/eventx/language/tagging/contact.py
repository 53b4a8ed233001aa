"""Relative clauses that no pronoun opens: "the journalist Egypt arrested in May", "the men police detained"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from eventx.language.tagging.row import DAYS, INNER, NAMES, TIMES_AND_WAYS
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import load_words

_LONGEST: Final = 4  # words of the name of a country: "the United Arab Emirates"
_REACH: Final = 12  # words behind its verb within which the outer clause goes on
_FORMS: Final = frozenset({"VBN", "VBD", "VBZ", "VBP"})
# What follows a verb whose object stands before it.
_GAP: Final = frozenset({"ADP", "ADV", "AUX", "SCONJ", "PUNCT"})
_OPEN: Final = frozenset({"DET", "NUM"})
_DEFINITE: Final = frozenset({"the", "these", "those"})
_ENDS: Final = frozenset({"PUNCT", "CCONJ", "SCONJ", "PRON"})
_ACTING: Final = cues("phrases", "forces") | cues("tagging", "acting")
_CALLED: Final = cues("tagging", "countries_called")
# ... and the days that are told from today, which no clause follows either.
_TIMES: Final = TIMES_AND_WAYS | DAYS | {"today", "yesterday", "tonight"}


class Tagged(Protocol):
    """What is read of a sentence: the row while it is tagged, or its tokens."""

    @property
    def lowers(self) -> Sequence[str]:
        """The words in small letters."""

    @property
    def tags(self) -> Sequence[str]:
        """Their classes."""

    @property
    def lemmas(self) -> Sequence[str]:
        """Their base forms."""

    @property
    def features(self) -> Sequence[str]:
        """Their forms."""


def contact_verb(row: Tagged, at: int) -> int:
    """The verb of the relative clause whose subject begins at the token; 0 where none does.

    Its object, the noun before, is missing behind the verb ("arrested in May"), and the clause around it either has
    its verb already or gets it behind.
    """
    if at < 1 or row.tags[at - 1] != "NOUN" or row.lemmas[at - 1] in _TIMES:
        return 0
    verb = _behind_subject(row, at)
    while verb and verb < len(row.tags) and row.tags[verb] in ("AUX", "ADV"):
        verb += 1
    if not verb or verb + 1 >= len(row.tags) or row.tags[verb] != "VERB" or row.features[verb] not in _FORMS:
        return 0
    lists, words = load_predicates(), load_words()
    lemma = row.lemmas[verb]
    if lemma in lists.speech or lemma in words.active or lemma in words.stative or not _lacks_object(row, verb):
        return 0
    return verb if _is_inside(row, at, verb) else 0


def _behind_subject(row: Tagged, at: int) -> int:
    """The token behind the subject that begins at the token; 0 where it is none that is looked for."""
    if row.lowers[at] in _ACTING:
        return at + 1 if row.features[at - 1] == "P" else 0
    if row.tags[at] == "PROPN":
        if row.lemmas[at - 1] in _CALLED or not _has_article(row, at - 1):
            return 0
        lands = load_predicates().lands
        for size in range(min(_LONGEST, len(row.tags) - at), 0, -1):
            if " ".join(row.lowers[at : at + size]) in lands:
                return at + size
        return 0
    if row.lowers[at] not in _DEFINITE:
        return 0  # "to hand over a guard involved in a shooting"
    end = at + 1
    while end < len(row.tags) and row.tags[end] in INNER:
        end += 1
    return end if row.tags[end - 1] in NAMES else 0


def _has_article(row: Tagged, noun: int) -> bool:
    while noun > 0 and row.tags[noun] in INNER:
        if row.tags[noun] == "NUM":
            return True
        noun -= 1
    return row.tags[noun] in _OPEN


def _lacks_object(row: Tagged, verb: int) -> bool:
    behind = verb + 1
    particle = f"{row.lowers[verb]} {row.lowers[behind]}" in load_words().particle_verbs
    if particle or f"{row.lemmas[verb].split()[0]} {row.lowers[behind]}" in load_words().particle_verbs:
        behind += 1  # "carried out in Syria"
    if behind >= len(row.tags):
        return True
    return row.lowers[behind] in DAYS or (row.tags[behind] in _GAP and row.lowers[behind] != "by")


def _is_inside(row: Tagged, at: int, verb: int) -> bool:
    """True for a clause inside another: whose verb came before its noun, or comes behind without a mark between."""
    before = at - 1
    while before >= 0 and row.tags[before] in (*INNER, "DET"):
        before -= 1
    finite = next((i for i in range(before, -1, -1) if row.tags[i] in ("VERB", "AUX")), -1)
    if finite >= 0 and row.features[finite] != "VBG":
        return row.lemmas[finite].split()[0] not in load_predicates().giving and row.lowers[before] != ","
    if before >= 0 and row.tags[before] == "ADP":
        return False  # "In the capital the men arrested on Sunday"
    for index in range(verb + 1, min(len(row.tags), verb + _REACH)):
        if row.tags[index] in _ENDS:
            return False
        if row.tags[index] == "AUX" or (row.tags[index] == "VERB" and row.features[index] in ("VBD", "VBZ", "VBP")):
            return True
    return False
