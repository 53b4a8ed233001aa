"""Whether a form is the verb of its clause."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.features import SUBJECTS, goes_on, is_inserted, same_verb
from eventx.language.tagging.left import (
    bare_infinitive,
    closes_insertion,
    disagrees,
    follows_comma,
    fronted,
    in_participle,
    joined,
    people_do,
    plural_name,
)
from eventx.language.tagging.row import BEFORE_NOUNS, CLAUSE_REACH, CLITICS, NAMES, POSSESSIVE, QUOTES, Row
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import (
    ADJECTIVE,
    ADVERB,
    ANY_NOUN,
    ANY_VERB,
    BASE,
    PARTICIPLE,
    PAST,
    PLURAL,
    SURE,
    THIRD,
    WordForm,
)

_SINGULAR: Final = frozenset({"he", "she", "it", "this", "everyone", "someone", "nobody", "one"})
_PLURAL_PRONOUNS: Final = frozenset({"i", "you", "we", "they", "who", "which", "that", "both", "many", "some"})
_PLURAL_SUBJECTS: Final = _PLURAL_PRONOUNS | cues("tagging", "plural_subjects")
_PEOPLE: Final = cues("tagging", "people")
_TALKS: Final = cues("tagging", "happenings")
_GOING: Final = cues("tagging", "going_on")
_TRANSITIVE: Final = cues("tagging", "transitive")
_LET_GO: Final = cues("tagging", "let_go")
# What the word to the right tells of a verb (above 0) or of a noun (below 0).
_RIGHT: Final = {"D": 3, "M": 2, "T": 1, "P": 0, "A": 1, "F": -4, "N": 0, "V": -1, "C": -1, "Q": 1, "E": -1, "S": 2}


def is_predicate(row: Row, at: int, before: int, form: WordForm) -> bool:
    """Whether a form that can be a verb or something else is the verb of its clause.

    ``before`` is the word to the left, adverbs skipped.
    """
    tags, lowers, bits = row.tags, row.lowers, form.classes
    if before < 0:
        return _opens_sentence(row, at, form)
    tag, low = tags[before], lowers[before]
    if low in ("this", "that") and tag in ("DET", "PRON") and bits & THIRD and row.right(at + 1) in "DMTAPSQ":
        tags[before] = "PRON"  # "this means that": no plural follows "this"
        return True
    if tag == "NUM" and low.endswith("s") and bits & BASE:  # "thousands protest"
        return _RIGHT[row.right(at + 1)] >= 0 and not row.seen and not row.ahead(at)
    if tag in ("DET", "NUM", "ADP") or low in POSSESSIVE or (low in CLITICS and tag == "PART"):
        return False
    if tag == "ADJ" or (low in BEFORE_NOUNS and bits & THIRD):
        return False  # "after stops in Lima"
    if tag == "PRON":
        return _after_pronoun(row, at, low, form)
    if tag == "AUX":  # "is open", "has plans"
        return False
    score = _prior(form) + _RIGHT[row.right(at + 1)]
    if at + 1 < row.size and row.lowers[at + 1] == "of":
        score -= 3
    if tag in NAMES:
        if _is_theirs(row, at):
            return False
        return not disagrees(row, at, before, bits) and score + _after_noun(row, at, before, form) > 0
    if tag == "VERB":
        return score > -3 and _is_bare(row, at, before, form)
    if tag == "CCONJ":
        return score + _after_conjunction(row, at, before, form) > 0
    if tag in ("PUNCT", "SCONJ", "ADV"):
        return score + _after_mark(row, at, before, form) > 0
    return score > 1


def _is_theirs(row: Row, at: int) -> bool:
    """True for the plural before its own verb: "Border guards shot at a boat", "Peace talks resume"."""
    low = row.lowers[at]
    return (low in _PEOPLE and _are_to_act(row, at + 1)) or (low in _TALKS and _go_on(row, at + 1))


def _are_to_act(row: Row, after: int) -> bool:
    """ "Border guards shot at a boat", "Somali pirates release a ship": what follows people is their verb."""
    form = row.forms[after] if after < row.size else None
    return form is not None and bool(form.classes & (PAST | BASE)) and row.words[after].islower()


def _go_on(row: Row, after: int) -> bool:
    """ "Peace talks resume in Oslo", "Air strikes continue": what goes on or comes to an end is no verb itself."""
    form = row.forms[after] if after < row.size else None
    return (
        form is not None and bool(form.classes & BASE) and row.lowers[after] in _GOING and row.right(after + 1) in "PEA"
    )


def _is_bare(row: Row, at: int, before: int, form: WordForm) -> bool:
    """ "helped build a road", "let go of it"; not "makes clear that", "let fuel into the town"."""
    lemma = row.lemmas[before]
    if form.usual & ADJECTIVE or lemma not in ("help", "let") or not form.classes & BASE:
        return False
    thing = lemma == "let" and form.usual & ANY_NOUN and form.verb not in _LET_GO
    return not (thing and row.right(at + 1) in "PCE")


def _prior(form: WordForm) -> int:
    """What the form usually is: a verb 1 to 2, a noun or adjective -2."""
    if not form.usual:
        return 0
    if form.usual & SURE:
        return 5
    return 2 if form.usual & ANY_VERB else -2


def _after_pronoun(row: Row, at: int, low: str, form: WordForm) -> bool:
    bits = form.classes
    if low not in SUBJECTS:
        if low in _PLURAL_SUBJECTS or (low != "one" and low.endswith(("one", "body", "thing"))):
            return bool(bits & (PAST | THIRD | BASE)) and not row.seen
        return False
    if low in ("that", "which", "who", "what"):
        if row.right(at + 1) == "F" and bits & (ANY_NOUN | ADJECTIVE):
            return False
        return bool(bits & (PAST | THIRD | BASE))
    if low == "it" and row.seen and row.tags[at - 1] == "PRON" and bits & ADJECTIVE:
        return False
    if low in _SINGULAR:
        return bool(bits & (PAST | THIRD | (BASE if row.demanded >= 0 else 0)))
    if bits & BASE and not (bits & PAST and not same_verb(row, at)):
        return not bits & ADJECTIVE or row.right(at + 1) in "DMTPA"
    return bool(bits & PAST)


def _after_noun(row: Row, at: int, before: int, form: WordForm) -> int:
    """The weight of a noun to the left, and of the rest of the clause."""
    bits = form.classes
    plural = row.features[before] == "P" or row.lowers[before] in _PLURAL_SUBJECTS or plural_name(row, before)
    score = 0
    if form.verb in row.table.saying:
        if plural and row.lowers[at + 1 : at + 2] and row.lowers[at + 1] in ("he", "she", "it", "they", "we"):
            return 6  # "rebels claim they"
        if plural and row.right(at + 1) == "E" and follows_comma(row, before):
            return 6  # ", state media report."
        if plural and not row.seen and row.right(at + 1) in "DM":
            return 4  # "critics claim the vote was rigged"
    if bits & BASE and (_plan_of_people(row, at, before, form) if plural else people_do(row, at, before)):
        return 8
    if row.seen:
        if bits & BASE and (plural or not form.usual & ANY_NOUN) and bare_infinitive(row, before):
            return 5  # "let judges view evidence"
        score -= 0 if bits & PAST and goes_on(row, at - 1) else 3
    elif fronted(row, before):
        score -= 4
    ahead = row.ahead(at)
    if ahead:
        score -= 1 + ahead
    elif not row.seen:
        score += 3
    if before < at - 1:  # an adverb between: "officials also plan"
        score += 3
    if row.demanded >= 0 and bits & BASE and not row.seen:
        return score + 2
    if _is_noun_here(row, at, before, form):
        return -6
    if bits & PAST and not bits & (THIRD | PLURAL):
        return score + 1
    return score + _agreement(row, at, before, form, plural=plural)


def _is_noun_here(row: Row, at: int, before: int, form: WordForm) -> bool:
    """True where what stands around a form in -s tells that it is a plural."""
    bits, behind = form.classes, row.lowers[at + 1 : at + 2]
    if behind == [","] and is_inserted(row, at + 1):
        return True  # "attacks, which happen every day, have"
    if not bits & PLURAL:
        return False
    if form.verb in _TRANSITIVE and row.right(at + 1) in "PTEFC":
        return True  # "the militia suspects on trial"
    if bits & THIRD and in_participle(row, before):
        return True  # ", defying Ukrainian protests and sanctions, signed"
    return behind == ["that"] and _surely_finite(row, at + 2)  # "the London talks that ended"


def _plan_of_people(row: Row, at: int, before: int, form: WordForm) -> bool:
    """ "Prosecutors plan to question him": who plans, hopes, needs; not "the jobs plan to be put before"."""
    joined_to = row.forms[at + 2] if row.lowers[at + 1 : at + 2] == ["and"] and at + 2 < row.size else None
    both = form.classes & joined_to.classes & PAST if joined_to is not None and not row.seen else 0
    if both and joined_to is not None and not joined_to.classes & (ANY_NOUN | ADJECTIVE):
        return True  # "police beat and arrested"
    lists = load_predicates()
    return row.lemmas[before] in lists.offices and form.verb in lists.governors and row.right(at + 1) == "T"


def _surely_finite(row: Row, at: int) -> bool:
    """True for an auxiliary, or a form that can only be a finite verb."""
    form = row.forms[at] if at < row.size else None
    if at < row.size and row.fixed[at] in ("AUX", "MODAL"):
        return True
    return form is not None and form.finite > 0 and not form.classes & (ANY_NOUN | ADJECTIVE)


def _agreement(row: Row, at: int, before: int, form: WordForm, *, plural: bool) -> int:
    """The weight of number: "the minister plans", "ministers plan"."""
    if form.classes & THIRD:
        if plural:
            return -2 if form.usual & SURE else -5
        if row.tags[before] != "PROPN":
            return 1
        return {"D": 4, "M": 4, "T": 2}.get(row.right(at + 1), 1)
    if plural:
        return 1
    if joined(row, before):
        return 0
    return -4 if row.tags[before] == "NOUN" else -3


def _after_conjunction(row: Row, at: int, before: int, form: WordForm) -> int:
    """Parallel to what stands before the conjunction: "meets X and visits Y", "talks and visits"."""
    bits, over = form.classes, False
    for index in range(before - 1, max(-1, before - CLAUSE_REACH), -1):
        if row.tags[index] == "VERB":
            feature = row.features[index]
            if feature == "VB" and bits & THIRD and row.tags[index - 1] == "PART":
                over = True  # "vows to restore order but calls for aid": beside "vows"
                continue
            if over:
                return 9 if feature == "VBZ" and _has_object(row, at, before, form) else -3
            same = (
                (feature in ("VB", "VBP") and bits & BASE)
                or (feature == "VBZ" and bits & THIRD)
                or (feature in ("VBD", "VBN") and bits & (PAST | PARTICIPLE))
            )
            if not same:
                return -3
            if before < at - 1:  # "and instead focus"
                return 4
            return 3 if row.right(at + 1) in "DMNAT" and not bits & (PLURAL | THIRD) else 1
        if row.tags[index] == "AUX":
            return -1
    return -3


def _has_object(row: Row, at: int, before: int, form: WordForm) -> bool:
    """ "and demands an apology", "but calls for aid": a verb; not "to ignore protests and calls for his removal"."""
    whole = f"{form.verb} {row.lowers[at + 1]}" if at + 1 < row.size else ""
    particle = whole in row.table.prepositional or whole in row.table.particle_verbs
    return row.right(at + 1) == "D" or (particle and row.lowers[before] == "but")


def _after_mark(row: Row, at: int, before: int, form: WordForm) -> int:
    """After a comma or a quotation mark."""
    if row.words[before] in QUOTES or form.classes & ADVERB:
        return -2
    ahead = row.ahead(at)
    if ahead or not form.classes & (THIRD | PAST):
        return -2 - ahead
    if closes_insertion(row, before):
        return 3  # "Russia, despite warnings, cut ties"
    return 0 if form.classes & THIRD and not row.seen else -2


def _opens_sentence(row: Row, at: int, form: WordForm) -> bool:
    """At the start a base form is an order ("Stop the war"); rare in news, so only before an object."""
    return bool(form.classes & BASE and form.usual & BASE) and row.right(at + 1) == "D" and not row.ahead(at)
