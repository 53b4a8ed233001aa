"""The first pass: every word gets its tag, left to right."""

from __future__ import annotations

from functools import cache
from typing import Final

from eventx.language.tagging.closed import closed_word, is_name
from eventx.language.tagging.content import content_word
from eventx.language.tagging.row import NAMES, QUOTES, RELATIVE, Row
from eventx.lexicon.words import BASE, Words

_VERBAL: Final = frozenset({"VERB", "AUX"})
_STOPS: Final = frozenset({";", ":", "–", "—", "--"})
_MARKS: Final = frozenset({",", ".", ":", ";", "(", ")", '"', "?", "!"})
_DEEPEST: Final = 3  # interrupted clauses that are kept in mind
_SHOUTED: Final = frozenset({"ok", "oks"})  # no names: "Israel OKs new homes"
_BEFORE_QUESTION: Final = frozenset({"PUNCT", "CCONJ", "ADV"})


def _counted(row: Row, at: int, low: str) -> str:
    """ "a 24-hour strike", "the 16-year-old", "two 16-year-olds"."""
    if row.nominal(at + 1) and row.fixed[at + 1] is None:
        return "ADJ"
    row.features[at] = "P" if low.endswith("s") else "S"
    return "NOUN"


def _before_subject(row: Row, at: int) -> bool:
    """True for an auxiliary that opens a question, or the "should" of "should Togo close the border"."""
    if at == 0 or row.tags[at - 1] in _BEFORE_QUESTION:
        return True
    return row.lowers[at] == "should" and row.noun_phrase(at + 1)


def _is_asked(row: Row, at: int) -> bool:
    """True for the verb of "Will the president veto the bill": a base form between two phrases."""
    form = row.forms[at]
    return (
        form is not None
        and bool(form.classes & BASE)
        and row.tags[at - 1] in NAMES
        and row.right(at + 1) in "DM"
        and not row.ahead(at)
    )


def first_pass(row: Row) -> None:
    """Tag left to right; keep track of whether the clause has its finite verb."""
    tags, features = row.tags, row.features
    asked = -1  # where an auxiliary stands before its subject: "Will the president veto"
    outer: list[bool] = []  # what was seen of the clauses that the present one interrupts
    sure, turning = row.table.sure.get, _turning(row.table)
    for at, (word, low, fixed, form) in enumerate(zip(row.words, row.lowers, row.fixed, row.forms, strict=True)):
        if word != low:
            tag = _tag(row, at, word, low, fixed)
        elif (known := sure(low)) is not None:
            tags.append(known)
            if low in turning:
                _turn(row, at, known, low, outer)
            continue
        elif fixed is not None:
            tag = closed_word(row, at, low, fixed)
        elif form is None:
            tag = "PUNCT" if low in _MARKS else _tag(row, at, word, low, fixed)
        elif form.only:
            tags.append(form.only)
            if form.only == "NOUN":
                row.lemmas[at], features[at] = form.noun, "P" if form.noun != low else "S"
            continue
        else:
            tag = content_word(row, at, low, form)
        tags.append(tag)
        if tag == "PUNCT":
            _part(row, at, low, outer)
        elif tag in _VERBAL:
            asked = _asking(row, at, tag, asked)
            _tell(row, at)
        elif asked >= 0 and tag in ("NOUN", "ADJ") and at > asked + 1 and _is_asked(row, at):
            tags[at], features[at], row.lemmas[at] = "VERB", "VB", low
            asked = -1
            _tell(row, at)
        elif low in turning:
            _turn(row, at, tag, low, outer)


def _asking(row: Row, at: int, tag: str, asked: int) -> int:
    """Where an auxiliary stands before its subject, once the word ``at`` is tagged as a verb; -1 nowhere."""
    if tag == "VERB":
        return -1
    return at if row.wants_base(at, tag) and _before_subject(row, at) else asked


@cache
def _turning(table: Words) -> frozenset[str]:
    """The words that may begin another clause, whose finite verb comes still."""
    return frozenset(word for word, tag in table.closed.items() if tag == "SCONJ") | table.either | RELATIVE | {"but"}


def _tag(row: Row, at: int, word: str, low: str, fixed: str | None) -> str:
    """The tag of a word that its form alone does not give."""
    first = word[0]
    capital = first.isupper()
    if fixed is not None and not (capital and is_name(row, at, low)):
        return closed_word(row, at, low, fixed) if low not in row.table.sure else fixed
    if not (first.isalnum() or (len(word) > 1 and "-" in word)):
        return "PUNCT"
    if first.isdigit():
        return "NUM" if word[-1].isdigit() or "-" not in word else _counted(row, at, low)
    if capital and not row.titled and at > 0 and not row.opens(at) and low not in _SHOUTED:
        row.features[at] = "S"
        return "PROPN"
    return content_word(row, at, low, row.forms[at])


def _under_noun(row: Row, at: int) -> bool:
    """True for an infinitive in the subject ("his refusal to accept it means"); others have had their subject."""
    before = at - 1
    if before < 1 or row.lowers[before] != "to" or row.seen:
        return False
    return row.tags[before - 1] == "NOUN"


def _opens_clause(row: Row, at: int) -> bool:
    """True for an "as" that a clause may follow: before a plural or a name, or right after a verb ("comes as")."""
    return row.plural(at + 1) or (at > 0 and row.tags[at - 1] == "VERB")


def _adds_to(row: Row, at: int) -> bool:
    """ "added the group to its list": nothing is said."""
    if row.lemmas[at] != "add" or row.lowers[at + 1 : at + 2] in (["that"], [","]):
        return False
    ahead = row.lowers[at + 1 : at + 7]
    return "to" in ahead and not {",", "that", '"'} & set(ahead[: ahead.index("to")])


def _tell(row: Row, at: int) -> None:
    """A verb is tagged: a finite one is that of its clause."""
    row.demanded = -1
    feature = row.features[at]
    if feature in ("VBG", "VBN") or (feature == "VB" and _under_noun(row, at)):
        return
    row.seen = row.lemmas[at] not in row.table.saying or _adds_to(row, at)
    row.told = row.told or feature != "VB"


def _part(row: Row, at: int, low: str, outer: list[bool]) -> None:
    """A mark is tagged: it begins a clause, or ends one that interrupts another."""
    if low in _STOPS:
        outer.clear()
        row.seen = False
    elif low in QUOTES and at and row.tags[at - 1] == "PUNCT":
        row.seen = False
    elif outer and row.seen:
        row.seen = outer.pop()


def _turn(row: Row, at: int, tag: str, low: str, outer: list[bool]) -> None:
    """A word is tagged that may begin another clause."""
    if tag == "SCONJ" or (tag == "PRON" and low in RELATIVE):
        if len(outer) < _DEEPEST:
            outer.append(row.seen)
        row.seen = False
    elif tag == "ADP":  # "after allies intervened", "as protesters storm"
        if low in row.table.either and (row.ahead(at) or (low == "as" and _opens_clause(row, at))):
            row.seen = False
    elif low == "but":
        row.seen = False
