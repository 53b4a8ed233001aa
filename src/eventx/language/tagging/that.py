"""The word "that": a relative pronoun, a conjunction or a determiner."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.row import CLAUSE_REACH, MONTHS, NAMES, Row
from eventx.lexicon.cues import cues
from eventx.lexicon.words import ANY_NOUN, NOUN, PLURAL

_POINTED_AT: Final = cues("calendar", "parts_of_day") | cues("tagging", "pointed_at")


def that(row: Row, at: int) -> str:
    """ "that": a relative after a noun, a conjunction after a verb, else a determiner."""
    before = row.tags[at - 1] if at else ""
    if at + 1 < row.size and row.words[at + 1] in MONTHS and not _tells_of_month(row, at):
        return "DET"
    if before == "CCONJ" and row.ahead(at):
        return "SCONJ"  # "and that it was"
    if before in ("DET", "PRON") and row.verb_like(at + 1):  # "those that support hunting"
        return "PRON"
    if before == "PRON" and row.lowers[at - 1] in _ADDRESSED and _told(row, at):
        return "SCONJ"  # "tells him that a deal is near"
    if before in ("VERB", "AUX", "ADV", "ADJ") and at + 1 < row.size:
        if before in ("VERB", "AUX") and row.size > at + 2 and row.fixed[at + 1] is None:
            form = row.forms[at + 1]
            reported = row.lemmas[at - 1] in row.table.saying and row.lowers[at + 1] not in _POINTED_AT
            noun = form is not None and bool(form.classes & NOUN) and not form.classes & PLURAL
            if noun and not reported and not row.ahead(at):
                return "DET"  # "accepted that offer"
        row.demanded = at if any(lemma in row.table.demanding for lemma in row.lemmas[max(0, at - 3) : at]) else -1
        return "SCONJ"
    if before in NAMES or (before == "PUNCT" and at > 1):
        if row.verb_like(at + 1) and not (before == "PROPN" and _tells_of_noun(row, at)):
            return "PRON"
        if before != "PUNCT" and row.lemmas[at - 1] not in row.table.claims and not _told(row, at):
            return "PRON"
        row.demanded = at if row.lemmas[at - 1] in row.table.demanding else -1
        return "SCONJ"
    return "DET" if row.nominal(at + 1) else "PRON"


def _tells_of_month(row: Row, at: int) -> bool:
    """True for "said that August was"; not for "were scrapped that August after", "came that June"."""
    said = bool(at) and (row.lemmas[at - 1] in row.table.saying or row.lemmas[at - 1] in _DECIDING)
    behind = row.lowers[at + 2] if at + 2 < row.size else "."
    return said or behind not in _BEHIND_MONTH


_DECIDING: Final = cues("tagging", "deciding")
_BEHIND_MONTH: Final = frozenset(
    {".", ",", ";", "after", "amid", "and", "as", "at", "because", "before", "but", "by", "for", "following", "from",
     "in", "on", "over", "to", "when", "where", "with"}
)  # fmt: skip


def _tells_of_noun(row: Row, at: int) -> bool:
    """True for "told Serbia that police would need", "said on Monday that police in Kenya arrested".

    A noun stands behind, with its verb further on.
    """
    form = row.forms[at + 1] if at + 1 < row.size else None
    noun = form is not None and bool(form.usual & ANY_NOUN)
    start = at - 1
    while start > 0 and row.tags[start] == "PROPN":
        start -= 1
    addressed = row.tags[start] == "VERB" and (row.lemmas[start] == "tell" or row.lemmas[start] in _TELLING)
    return noun and (row.tags[start] == "ADP" or addressed) and row.ahead(at + 1) > 0 and _told(row, at)


def _told(row: Row, at: int) -> bool:
    """True for the "that" of "told Voice of America that", "announced in Paris that": no verb between."""
    for index in range(at - 1, max(-1, at - CLAUSE_REACH), -1):
        tag = row.tags[index]
        if tag == "VERB":
            known = row.lemmas[index] in _MAKING_KNOWN and _is_what_is_known(row, index, at)  # "announced the ban that"
            return not known and (row.lemmas[index] in row.table.saying or row.lemmas[index] in _TELLING)
        if tag in ("AUX", "SCONJ", "PUNCT"):
            return False
        if tag == "NOUN" and row.lemmas[index] in row.table.claims and row.lowers[index + 1] in ("in", "by", "from"):
            return True  # "a report in a newspaper that the king would"
    return False


def _is_what_is_known(row: Row, verb: int, at: int) -> bool:
    """True where nothing but a definite noun stands between the verb and "that": no time, no preposition."""
    plain = at > verb + 2 and row.tags[verb + 1] == "DET" and row.tags[at - 1] == "NOUN"
    return plain and row.lowers[at - 1] not in _POINTED_AT and not {"ADP", "PUNCT"} & set(row.tags[verb + 2 : at])


_MAKING_KNOWN: Final = cues("tagging", "announcing") | cues("tagging", "making_known")
_ADDRESSED: Final = frozenset({"him", "her", "me", "us", "them", "you"})
_TELLING: Final = cues("tagging", "telling")
