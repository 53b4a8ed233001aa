"""Word classes: the candidates of the word list, decided by their neighbours.

Closed-class words are looked up; an open-class word with several candidates is decided left to right by the
classes found so far, by what can follow, by whether its clause has (or still gets) a finite verb, and last by the
class that the form usually has. A second pass looks after what only the whole sentence shows: past forms that are
reduced relatives ("the men killed in the raid fled"), and headlines without any finite verb.
"""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.passes import first_pass
from eventx.language.tagging.repair import second_pass
from eventx.language.tagging.row import Row
from eventx.lexicon.words import load_words

__all__ = ["tag"]

_ACRONYMS: Final = frozenset({"IS", "WHO"})  # the Islamic State, the health organisation


def _take_as_names(row: Row) -> None:
    """Acronyms that read like small words, beside a word in small letters: "IS fighters", not "PUTIN IS IN SEOUL"."""
    for at, word in enumerate(row.words):
        around = (*row.words[max(0, at - 1) : at], *row.words[at + 1 : at + 2])
        if word in _ACRONYMS and any(other.islower() and other.isalpha() for other in around):
            row.fixed[at] = row.forms[at] = None


def tag(words: list[str], lowers: list[str], *, headline: bool = False) -> tuple[list[str], list[str], list[str]]:
    """Universal tags, lemmas and features (see ``eventx.records.Tokens``) of a sentence's words."""
    row = Row(words, lowers, load_words(), headline)
    if not _ACRONYMS.isdisjoint(words):
        _take_as_names(row)
    first_pass(row)
    second_pass(row)
    return row.tags, row.lemmas, row.features
