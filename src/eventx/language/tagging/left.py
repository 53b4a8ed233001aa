"""What stands to the left of a form that may be a verb: a comma, a fronted phrase, an insertion, "A and B"."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.row import CLAUSE_REACH, NAMES, PHRASAL, PHRASE_REACH, QUOTES, Row
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import BASE, PAST, PLURAL

BARE: Final = cues("tagging", "bare_infinitive")
_PAIR: Final = 5  # words of "the ministers and their envoys"
_INSERTED: Final = 14  # words between the commas of an insertion


def follows_comma(row: Row, at: int) -> bool:
    """True for the last word of a noun phrase right after a comma: ", state media report"."""
    for index in range(at, max(0, at - PHRASE_REACH), -1):
        tag = row.tags[index]
        if tag == "PUNCT":
            return row.lowers[index] == "," or row.words[index] in QUOTES
        if tag not in PHRASAL and tag != "PRON":
            return False
    return False


def bare_infinitive(row: Row, at: int) -> bool:
    """True when a verb that takes a bare infinitive stands a few words before, with a phrase between."""
    for index in range(at, max(-1, at - PHRASE_REACH), -1):
        tag = row.tags[index]
        if tag == "VERB":
            if row.lemmas[index] == "make" and row.lowers[index + 1] in ("a", "an"):
                return False  # "make a transit stop"
            return row.lemmas[index] in BARE
        if tag in ("PUNCT", "AUX", "SCONJ"):
            return False
    return False


def people_do(row: Row, at: int, before: int) -> bool:
    """ "Rebels in Mali release the men", "police near Lagos fire shots": the verb is that of the people.

    ``before`` is the last word of the place.
    """
    follows = row.right(at + 1)
    if row.tags[before] != "PROPN" or row.seen or row.ahead(at) > 1 or not (follows in "DM" or row.plural(at + 1)):
        return False
    start = before
    while start > 0 and row.tags[start] == "PROPN":
        start -= 1
    if start < 1 or row.lowers[start] not in ("in", "at", "near", "from", "outside", "across"):
        return False
    return row.tags[start - 1] == "NOUN" and (row.features[start - 1] == "P" or row.lowers[start - 1] == "police")


def plural_name(row: Row, at: int) -> bool:
    """ "the Tories", "Germans": a name in -s after "the", or one that is the plural of a word."""
    low = row.lowers[at]
    if row.tags[at] != "PROPN" or not low.endswith("s") or low.endswith("ss"):
        return False
    form = row.forms[at]
    if low[:-1] in load_predicates().nationalities or (at > 0 and is_people(row, at - 1)):
        return True  # "Germans", "Iraqi Kurds"
    return (form is not None and bool(form.classes & PLURAL)) or (at > 0 and row.lowers[at - 1] == "the")


def is_people(row: Row, at: int) -> bool:
    """True for "Iraqi"; not for "US", "NATO"."""
    return row.lowers[at] in load_predicates().nationalities and row.lowers[at] not in load_predicates().acting


def before_base(row: Row, at: int) -> bool:
    """ "rebel attacks force thousands", "air strikes force the army to": a base form with its object follows a plural.

    A bare noun does not stand before "the" or a number, so it is the verb. Headlines drop their articles.
    """
    form = row.forms[at + 1] if at + 1 < row.size and row.fixed[at + 1] is None else None
    if form is None or not form.classes & BASE or form.classes & (PAST | PLURAL) or row.headline or row.seen:
        return False
    return row.words[at + 1].islower() and (row.right(at + 2) == "D" or row.fixed[at + 2 : at + 3] == ["NUM"])


def counts_one(row: Row, at: int) -> bool:
    """True for the last noun of a phrase with "a": what follows "a phone", "a new arms" agrees with it or is a noun.

    Not of "a majority", "a group of men": they act in the plural.
    """
    for index in range(at, max(-1, at - PHRASE_REACH), -1):
        if row.tags[index] == "DET":
            return row.lowers[index] in ("a", "an")
        if row.tags[index] not in ("NOUN", "ADJ", "PROPN") or row.lemmas[index] in _MANY:
            return False
    return False


_MANY: Final = cues("tagging", "many")


def disagrees(row: Row, at: int, before: int, bits: int) -> bool:
    """True for a form with these ``bits`` that cannot be the verb of the noun ``before``: it would have another ending.

    "In a phone call that", "a new arms package worth", "under house arrest", "demonstrators waving Catalan flags".
    """
    if row.lowers[at] == "access" and row.right(at + 1) == "T":
        return True  # "denied inspectors access to"
    if bits & BASE and not bits & PAST and row.demanded < 0:
        if counts_one(row, before):
            return not bare_infinitive(row, before)
        single = row.features[before] == "S" and row.tags[before] == "NOUN"
        return single and row.right(at + 1) == "E" and row.tags[before - 1 : before] == ["ADP"]
    lemma = row.lemmas[before - 1] if before else ""
    if bits & PLURAL and row.tags[before - 1] == "VERB" and lemma in load_predicates().giving:
        return lemma not in row.table.saying and row.tags[before] == "PROPN"  # "gave Chad arms two weeks ago"
    if bits & PLURAL and row.tags[before] == "NOUN" and before_base(row, at):
        return True
    people = before > 1 and row.features[before - 2] == "P" and row.tags[before - 2] in NAMES
    return people and bool(bits & PLURAL) and row.features[before - 1] == "VBG"


def fronted(row: Row, at: int) -> bool:
    """True for the last noun of a clause that so far is only a prepositional phrase ("in some opinion polls")."""
    for index in range(at, max(-1, at - CLAUSE_REACH), -1):
        tag = row.tags[index]
        if tag == "ADP":
            low = row.lowers[index]
            if index == 0 or row.tags[index - 1] in ("PUNCT", "CCONJ", "ADV", "SCONJ"):
                return low not in ("after", "before", "since", "as", "until", "than")
        elif tag not in PHRASAL:
            return False
    return False


def joined(row: Row, at: int) -> bool:
    """True for the last of "A and B"."""
    for index in range(at - 1, max(-1, at - _PAIR), -1):
        if row.tags[index] == "CCONJ" or (row.headline and row.lowers[index] == ","):
            return True
        if row.tags[index] not in ("NOUN", "PROPN", "DET", "ADJ"):
            return False
    return False


def closes_insertion(row: Row, comma: int) -> bool:
    """True for the second comma of "Greece, like others, plans": nothing but a phrase before the first one.

    Also that of "the firm, which is based in Rome, cut jobs" and "the film, shot in Rome, cut costs".
    """
    told = False
    for index in range(comma - 1, max(0, comma - _INSERTED), -1):
        if row.lowers[index] == ",":
            if told and row.lowers[index + 1] not in _RELATIVES and row.features[index + 1] not in ("VBN", "VBG"):
                return False
            start = next((i + 1 for i in range(index - 1, -1, -1) if _opens_clause(row, i)), 0)
            return row.tags[index - 1] in NAMES and not any(tag in ("VERB", "AUX") for tag in row.tags[start:index])
        told = told or row.tags[index] in ("VERB", "AUX")
    return False


_RELATIVES: Final = frozenset({"which", "who", "whose", "where"})


def _opens_clause(row: Row, at: int) -> bool:
    """True for "when", "that", "after": the clause behind it has a verb of its own."""
    return row.tags[at] == "SCONJ" or row.lowers[at] in ("after", "before", "until")


def in_participle(row: Row, at: int) -> bool:
    """True for a word of ", defying French protests": of what a gerund right behind a comma has for its object."""
    low = max(-1, at - _REACH)
    index = at
    while index > low and row.tags[index] in _OBJECT:
        index -= 1
    if index <= low or row.tags[index] != "VERB" or row.features[index] != "VBG":
        return False
    return (index == 0 or row.lowers[index - 1] == ",") and row.lemmas[index] not in row.table.saying


_OBJECT: Final = PHRASAL | {"ADV", "CCONJ", "PRON"}
_REACH: Final = 10  # words back to the gerund
