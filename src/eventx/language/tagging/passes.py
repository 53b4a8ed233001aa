"""The first pass: every word gets its tag, left to right."""

from __future__ import annotations

from eventx.language.tagging.closed import DECIDED, closed_word, is_name
from eventx.language.tagging.content import content_word
from eventx.language.tagging.row import QUOTES, RELATIVE, Row


def first_pass(row: Row) -> None:
    """Tag left to right; keep track of whether the clause has its finite verb."""
    tags, features, titled = row.tags, row.features, row.titled
    outer: list[bool] = []  # what was seen of the clauses that the present one interrupts
    for at, (word, low, fixed) in enumerate(zip(row.words, row.lowers, row.fixed, strict=True)):
        first = word[0]
        capital = first.isupper()
        if fixed is not None and not (capital and is_name(row, at, low)):
            tag = closed_word(row, at, low, fixed) if low in DECIDED or fixed in DECIDED else fixed
        elif not (first.isalnum() or (len(word) > 1 and "-" in word)):
            tag = "PUNCT"
        elif first.isdigit():
            tag = "NUM"
        elif capital and not titled and at > 0 and not row.opens(at):
            tag = "PROPN"
            features[at] = "S"
        else:
            tag = content_word(row, at, low, row.forms[at])
        tags.append(tag)
        if tag in ("VERB", "AUX"):
            if features[at] not in ("VBG", "VBN"):  # an infinitive has had its subject as well
                row.seen = row.lemmas[at] not in row.table.saying
        elif tag == "SCONJ" or (tag == "PRON" and low in RELATIVE):
            if len(outer) < 3:
                outer.append(row.seen)
            row.seen = False
        elif tag == "PUNCT":
            if low in (";", ":", "–", "—", "--"):
                outer.clear()
                row.seen = False
            elif low in QUOTES and at and tags[at - 1] == "PUNCT":
                row.seen = False
            elif outer and row.seen:
                row.seen = outer.pop()
        elif tag == "ADP" and low in row.table.either and row.ahead(at):  # "after allies intervened"
            row.seen = False
        elif tag == "CCONJ" and low == "but":
            row.seen = False
