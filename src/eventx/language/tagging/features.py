"""Which form of a verb a word is: past or participle, present or base."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.left import BARE, follows_comma, fronted
from eventx.language.tagging.row import BE, CLAUSE_REACH, DAYS, NAMES, QUOTES, Row
from eventx.lexicon.words import BASE, PARTICIPLE, PAST, THIRD, WordForm

SUBJECTS: Final = frozenset({"i", "you", "we", "they", "he", "she", "it", "who", "which", "that", "there", "what"})


def finite_feature(row: Row, at: int, before: int, verb: int) -> str:
    """VBZ, VBD, VBN, VBP or VB for a form that is a verb, whose bits as one are ``verb``.

    ``before`` is the word to the left, adverbs skipped; -1 at the start.
    """
    if verb & THIRD:
        return "VBZ"
    if verb & PAST:
        if before < 0 and row.lowers[at] == "let":
            return "VB"
        if verb & BASE and before >= 0 and row.lowers[before] in ("i", "you", "we", "they") and same_verb(row, at):
            return "VBP"
        return past_feature(row, at, verb)
    if row.wants_base(before) or (before >= 0 and row.lemmas[before] in BARE):
        return "VB"
    return "VBP"


def same_verb(row: Row, at: int) -> bool:
    """True for "they put"; "they saw", "we found" are the past of another verb."""
    form = row.forms[at]
    return form is None or form.verb == row.lowers[at]


def past_feature(row: Row, at: int, bits: int) -> str:
    """VBN after "have" or "be" and where only a participle can stand, else VBD."""
    if not bits & PAST:
        return "VBN"
    if not bits & PARTICIPLE:
        return "VBD"
    before = row.left(at)
    if before < 0 or row.wants_participle(before):
        return "VBN"
    if row.lowers[at + 1 : at + 2] == ["dead"] and row.tags[before] in NAMES and row.right(at + 2) not in "DMN":
        return "VBN"  # "Three men shot dead in Lima were"
    form = row.forms[at]
    by = _by_somebody(row, at, form)
    by = by and (form is None or f"{form.verb} by" not in row.table.particle_verbs)  # "stood by the envoy"
    tag = row.tags[before]
    joined = tag == "CCONJ" and row.lowers[before] != "but"
    if form is not None and not by and form.verb in row.table.active and not joined:
        return "VBD"
    called = tag in NAMES and row.lowers[at + 1 : at + 2] == ["as"] and _is_stative(row, at)  # "dressed as Batman"
    return "VBN" if called or _lacks_auxiliary(row, at, before, by) else "VBD"


def _by_somebody(row: Row, at: int, form: WordForm | None) -> bool:
    """ "seized by rebels", "taken away by rebels": the agent stands behind the verb, or behind its particle."""
    behind = at + 1
    if form is not None and row.lowers[at + 2 : at + 3] == ["by"]:
        behind += f"{form.verb} {row.lowers[at + 1]}" in row.table.particle_verbs
    return row.lowers[behind : behind + 1] == ["by"] and not _measure(row, behind + 1)


def _measure(row: Row, at: int) -> bool:
    """True for a number: "shortened by one hour" has no agent."""
    return at < row.size and (row.fixed[at] == "NUM" or row.lowers[at] == "one" or row.words[at][0].isdigit())


def _lacks_auxiliary(row: Row, at: int, before: int, by: bool) -> bool:
    """True for a participle without an auxiliary: "the men arrested in", ", led by", "after being seen"."""
    if row.lowers[before] in DAYS and before > 1 and row.tags[before - 1] == "NOUN" and _is_single(row, before - 1):
        before -= 1  # "broke up a rally Monday held to mourn"
    tag, follows = row.tags[before], row.right(at + 1)
    if tag == "PRON" and row.lowers[before] in SUBJECTS:
        return False
    if tag == "VERB" and follows in "DM":
        return False  # "the man whom police arrested denied the charges"
    if not by and row.seen and goes_on(row, at - 1):
        return False
    if tag in ("ADP", "SCONJ", "DET", "VERB"):
        return row.lowers[before] != "that"
    if tag == "PUNCT":
        if row.words[before] in QUOTES or _ends_apposition(row, before):
            return False
        return by or _listed(row, at, before) or (follows in "PT" and (row.seen or is_inserted(row, at)))
    if tag in NAMES and (by or follows in "PTAE"):
        form = row.forms[at]
        if tag == "NOUN" and not row.seen and _of_opening(row, at, before):
            return True
        if not by and _takes_object(row, at):
            return False
        if form is not None and form.verb in row.table.saying and not by and follows_comma(row, before):
            return False
        if row.seen and (by or (follows in "PTA" and (tag == "NOUN" or follows in "PA"))):
            return by or not _new_clause(row, at, before)
        if follows in "PT" and (_is_stative(row, at) or (form is not None and _apposed(row, at, before))):
            return True
        return by and (row.told or row.ahead(at) > 0)
    return tag == "CCONJ" and _parallel(row, before, follows, by)


def _is_stative(row: Row, at: int) -> bool:
    """ "based in Oslo", "known to police": the past form behind a noun is a participle."""
    form = row.forms[at]
    return form is not None and form.verb in row.table.stative


def _is_single(row: Row, at: int) -> bool:
    """True for the noun of "a rally", "an angry crowd"."""
    start = at - 1
    while start > 0 and row.tags[start] == "ADJ":
        start -= 1
    return row.lowers[start] in ("a", "an")


def _ends_apposition(row: Row, comma: int) -> bool:
    """ "after Ada Oduya, his rival in the party, called for": the clause of the conjunction goes on."""
    start = next((i for i in range(comma - 1, max(1, comma - _APPOSITION), -1) if row.lowers[i] == ","), 0)
    if not start or row.tags[start + 1] not in ("DET", "PRON") or "VERB" in row.tags[start:comma]:
        return False
    at = start - 1
    while at > 0 and row.tags[at] in NAMES:
        at -= 1
    return at < start - 1 and row.lowers[at] in _BEFORE_SUBJECTS


_APPOSITION: Final = 12  # words between its commas
_BEFORE_SUBJECTS: Final = frozenset({"after", "as", "because", "before", "since", "that", "until", "when", "while"})


def _listed(row: Row, at: int, before: int) -> bool:
    """ "was stopped, beaten and jailed"."""
    passive = row.features[before - 1] == "VBN" and row.lowers[row.left(before - 1)] in BE
    return passive and row.lowers[at + 1 : at + 2] in (["and"], [","])


def _of_opening(row: Row, at: int, before: int) -> bool:
    """ "Under an agreement filed in court on Monday, the city will": the opening's noun cannot be a subject too."""
    if row.features[before] != "S" or not fronted(row, before):
        return False
    start = before
    while start > 0 and row.tags[start] in ("NOUN", "ADJ", "NUM"):
        start -= 1
    if row.lowers[start] not in ("a", "an", "the"):
        return False
    comma = next((i for i in range(at + 1, min(at + _TO_COMMA, row.size - 1)) if row.lowers[i] == ","), 0)
    return bool(comma) and row.ahead(comma) > 0


def _takes_object(row: Row, at: int) -> bool:
    """ "North Korea shot off four missiles": a particle of the verb's own, and its object behind."""
    form = row.forms[at]
    if form is None or at + 2 >= row.size or row.right(at + 2) not in "DM":
        return False
    return f"{form.verb} {row.lowers[at + 1]}" in row.table.particle_verbs


def _new_clause(row: Row, at: int, before: int) -> bool:
    """ "A stopped in Oslo on Monday, Foreign Minister Ada Oduya followed in May": a name right behind a comma."""
    if row.lowers[at] != "followed" or row.tags[before] != "PROPN" or is_inserted(row, at):
        return False
    return follows_comma(row, before)


def goes_on(row: Row, at: int) -> bool:
    """True where "and" with a short phrase stands before a verb: "flew to London and in the evening left for Paris"."""
    for index in range(at, max(0, at - _PHRASE), -1):
        if row.tags[index] == "ADP":
            return index < at and row.lowers[index - 1] in ("and", "but")
        if row.tags[index] not in ("NOUN", "PROPN", "ADV", "ADJ", "DET", "NUM"):
            return False
    return False


_PHRASE: Final = 5  # words of "in the late evening"
_TO_COMMA: Final = 18  # words in which the comma is looked for that ends an insertion or an opening


def _apposed(row: Row, at: int, before: int) -> bool:
    """ ", a body linked to the union, investigated": the phrase before stands between commas."""
    return follows_comma(row, before) and is_inserted(row, at)


def is_inserted(row: Row, at: int) -> bool:
    """True when the next comma is right before a finite verb: "the firm, based in Oslo, said"."""
    for index in range(at + 1, min(at + _TO_COMMA, row.size - 1)):
        if row.lowers[index] == ",":
            fixed, form = row.fixed[index + 1], row.forms[index + 1]
            return fixed in ("AUX", "MODAL") or (fixed is None and form is not None and form.finite > 0)
    return False


def _parallel(row: Row, conjunction: int, follows: str, by: bool) -> bool:
    """True for "was arrested and charged with", against "was arrested and told reporters"."""
    for index in range(conjunction - 1, max(-1, conjunction - CLAUSE_REACH), -1):
        if row.tags[index] == "VERB":
            spoken = row.forms[conjunction + 1] if conjunction + 1 < row.size else None
            if spoken is not None and not by and (spoken.verb in row.table.saying or spoken.verb == "call"):
                return row.features[index] == "VBN" and follows not in "DMP"
            return row.features[index] == "VBN" and (by or follows not in "DM")
    return by
