"""Closed-class words: looked up, and decided by their neighbours where they have two classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.language.tagging.content import content_word
from eventx.language.tagging.infinitive import back_takes, lasts_on, opens_infinitive
from eventx.language.tagging.row import BE, CLITICS, DO, GENITIVE, HAVE, NAMES, POSSESSIVE, QUOTES, Row
from eventx.language.tagging.that import that
from eventx.lexicon.cues import cues
from eventx.lexicon.names import SYLLABLES
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import (
    ADJECTIVE,
    ANY_NOUN,
    ANY_VERB,
    BASE,
    PARTICIPLE,
    PAST,
    PLURAL,
    SURE,
    THIRD,
)

_AUX_LEMMA: Final = dict.fromkeys(BE, "be") | dict.fromkeys(HAVE, "have") | dict.fromkeys(DO, "do")
_AUX_FEATURE: Final = {
    "am": "VBP", "are": "VBP", "'m": "VBP", "'re": "VBP", "’m": "VBP", "’re": "VBP", "is": "VBZ", "was": "VBD",
    "were": "VBD", "be": "VB", "been": "VBN", "being": "VBG", "has": "VBZ", "have": "VBP",
    "'ve": "VBP", "’ve": "VBP", "had": "VBD", "having": "VBG", "do": "VBP", "does": "VBZ", "did": "VBD",
}  # fmt: skip
# Capitals of these begin a name only as said.
_SMALL: Final = frozenset(
    {"the", "a", "an", "and", "of", "i", "for", "in", "on", "at", "to", "by", "with", "from", "he", "she", "but",
     "or", "as", "if", "it", "we", "they", "you", "is", "are", "was", "his", "her", "their"}
)  # fmt: skip
_TITLES: Final = cues("tagging", "titles")
_INSIDE: Final = frozenset({"only", "then", "far", "back", "very"})  # adverbs that stand in a phrase: "the only hotel"
_HEADS: Final = frozenset({"chief", "general"})  # adjectives that name persons too
_NAMING: Final = frozenset({"ADJ", "ADV", "NUM", "ADP", "SCONJ", "DET"})


def closed_word(row: Row, at: int, low: str, fixed: str) -> str:
    """The tag of the closed-class word ``low`` at ``at``, whose class in the word list is ``fixed``.

    Sets its lemma and feature in the row where it is an auxiliary or, against its class, a noun or a verb.
    """
    if low in _AUX_LEMMA:
        row.lemmas[at] = _AUX_LEMMA[low]
        row.features[at] = "VB" if low in ("have", "do") and row.wants_base(row.left(at)) else _AUX_FEATURE[low]
        return "AUX"
    if fixed == "MODAL":
        if low in ("will", "might", "can") and at and (row.tags[at - 1] == "DET" or row.lowers[at - 1] in POSSESSIVE):
            row.features[at] = "S"
            return "NOUN"  # "impose its will"
        return "AUX"
    if low in GENITIVE:
        return _clitic(row, at)
    if low in ("'", "’"):
        return "PART" if at and row.lowers[at - 1].endswith("s") and row.tags[at - 1] in NAMES else "PUNCT"
    if low == "that":
        return that(row, at)
    if low == "to":
        return "PART" if opens_infinitive(row, at) else "ADP"
    if low == "her":
        return "PRON"
    if low == "armed" and _armed(row, at):
        return "VERB"
    odd = _odd(row, at, low, fixed) if low in _ODD or fixed == "ADJ" else ""
    if odd:
        return odd
    if low in ("which", "what"):
        return _relative(row, at)
    if low == "yet":
        return "CCONJ" if at == 0 or row.tags[at - 1] == "PUNCT" else "ADV"
    return _by_right(row, at, low, fixed) if fixed != "ADP" or low == "like" else _preposition(row, at, low)


def _preposition(row: Row, at: int, low: str) -> str:
    """The tag of a preposition, which may be the particle of the verb before."""
    before = at - 2 if at > 1 and row.lowers[at - 1] in QUOTES else at - 1
    return "ADV" if at and row.tags[before] == "VERB" and _is_particle(row, at, low) else "ADP"


_ARMING: Final = frozenset({"he", "she", "it", "they", "we", "who", "which", "that"})


def _armed(row: Row, at: int) -> bool:
    """ "denied that it armed rebels"; not "armed men"."""
    if not at or not row.noun_phrase(at + 1):
        return False
    if row.tags[at - 1] == "PROPN":  # "the claim that Chad armed rebels"
        arming = row.tags[at - 2 : at - 1] == ["SCONJ"] and not row.ahead(at)
    else:
        arming = row.lowers[at - 1] in _ARMING and row.tags[at - 1] == "PRON"
    relative = row.lowers[at - 1] in ("who", "which", "that")
    if not arming or (relative and row.ahead(at)):
        return False  # "the men that armed rebels killed"
    row.features[at], row.lemmas[at] = "VBD", "arm"
    return True


# Words with a use that their class does not tell; adjectives may have one besides.
_ODD: Final = _INSIDE | {"no", "chief", "since", "before", "one", "once", "mine", "long", "so", "half"}


def _odd(row: Row, at: int, low: str, fixed: str) -> str:
    """The tag of a word in a use that its class does not tell, or ""."""
    before = row.tags[at - 1] if at else ""
    if low == "no" and at + 1 < row.size and row.lowers[at + 1] in (".", ",", "longer"):
        return "ADV"
    if low in ("willing", "unwilling"):
        return fixed
    if low in ("neighbouring", "neighboring") and before == "NOUN":
        row.features[at] = "VBG"
        return "VERB"  # "states neighbouring Iraq"
    part = low == "half" and before in ("ADJ", "PROPN")  # "the Serbian half of Bosnia", "the northern half"
    if part or (low == "chief" and row.lowers[at + 1 : at + 2] == ["of"]):
        row.features[at] = "S"
        return "NOUN"
    since = low in ("since", "before") and before == "AUX" and row.lemmas[at - 1] == "have"
    if (since and _past_form(row, at + 1)) or (low == "so" and row.lowers[at + 1 : at + 2] == ["far"]):
        return "ADV"  # "has since dismissed", "has so far refused"
    inside = _inside(row, at, low) if before == "DET" else "ADJ" if low == "then" and _held_office(row, at) else ""
    if inside:
        return inside
    if low == "one" and row.nominal(at + 1):
        return "NUM"
    if low == "once" and (before == "AUX" or row.lowers[at + 1 : at + 2] in (["again"], ["more"], ["every"], ["a"])):
        return "ADV"
    if low == "once" and row.lowers[at - 1 : at] in (["who"], ["he"], ["she"], ["they"]) and _past_form(row, at + 1):
        return "ADV"  # "who once sent troops"
    if low == "mine" and (before in ("DET", "ADJ", "NUM", "PART", "NOUN") or (before == "ADP" and row.nominal(at + 1))):
        row.features[at] = "S"
        return "NOUN"
    if low == "long" and before == "AUX" and row.lemmas[at - 1] == "have":
        return "ADV"
    if fixed == "ADJ" and row.wants_base(row.left(at)):
        form = row.forms[at]
        if low == "open" or (form is not None and form.classes & BASE and not row.nominal(at + 1)):
            row.features[at] = "VB"
            return "VERB"
    return ""


def _held_office(row: Row, at: int) -> bool:
    """ "a visit by then prime minister Ada Oduya": an office and a name behind; not "and by then Premier Ba had"."""
    verb = at > 0 and row.tags[at - 1] == "VERB"
    if not verb and not (at > 1 and row.tags[at - 1] == "ADP" and row.tags[at - 2] in (*NAMES, "VERB")):
        return False
    offices = load_predicates().offices
    for index in range(at + 1, min(at + 1 + _OFFICE_REACH, row.size - 1)):
        if not row.words[index].isalpha():
            return False
        if row.lowers[index] in offices:
            return row.words[index + 1][0].isupper()
    return False


_OFFICE_REACH: Final = 4  # words from "then" to the noun of office: "then Ghanaian prime minister Ada Oduya"


def _inside(row: Row, at: int, low: str) -> str:
    """ "the back of the hall", "the only hotel": an adverb that stands in a phrase."""
    if low == "back" and row.lowers[at + 1 : at + 2] == ["of"]:
        row.features[at] = "S"
        return "NOUN"
    return "ADJ" if low in _INSIDE and row.nominal(at + 1) else ""


_BEFORE_BASE: Final = frozenset(
    {"not", "n't", "will", "would", "should", "must", "may", "might", "can", "could", "cannot", "did", "does"}
)


def _backs(row: Row, at: int) -> str:
    """The form of the verb in "vowed to back the plan", "who back opposing sides"; none in "went back to work"."""
    before, after = row.lowers[at - 1], row.lowers[at + 1 : at + 2]
    if before in _BEFORE_BASE:  # "did not back the plan"
        return "VB" if back_takes(row, at) else ""
    if before == "to" or (at > 1 and row.lowers[at - 2] == "to" and row.tags[at - 1] == "ADV"):
        return "VB" if back_takes(row, at) else ""
    if row.tags[at - 1] == "NOUN" and row.features[at - 1] == "P":  # "ministers back the plan"
        plain = after not in (["to"], ["home"], ["on"]) and row.right(at + 1) in "DN"
        tells = plain and not row.seen and not row.ahead(at) and row.noun_phrase(at + 1)
    else:
        tells = before in ("who", "they", "we") and row.noun_phrase(at + 1) and after not in (["to"], ["home"])
    return "VBP" if tells else ""


def _is_base(row: Row, at: int, low: str, before: str) -> bool:
    """True for the verbs of "would like to", "will last three days"."""
    likes = low == "like" and before in ("AUX", "PART", "PRON") and row.wants_base(row.left(at))
    return likes or (low == "last" and _lasts(row, at))


def _lasts(row: Row, at: int) -> bool:
    """True for the verb of "will last three days", "may last until Friday"; not for "to last year"."""
    left = row.left(at)
    if not row.wants_base(left) and not (row.tags[at - 1] == "ADV" and row.wants_base(row.left(left))):
        return False
    return lasts_on(row, at)


def _past_form(row: Row, at: int) -> bool:
    """True for a form that can stand behind "have"."""
    if at < row.size and row.lowers[at] == "been":
        return True
    form = row.forms[at] if at < row.size else None
    return form is not None and bool(form.classes & PARTICIPLE)


def _by_right(row: Row, at: int, low: str, fixed: str) -> str:
    """The tag of a word whose class depends on what follows."""
    tags, before = row.tags, row.tags[at - 1] if at else ""
    if at > 1 and row.lowers[at - 1] in QUOTES:
        before = tags[at - 2]  # "Labour's "first shot""
    if at and _is_base(row, at, low, before):
        row.features[at] = "VB"
        return "VERB"
    if low in ("next", "last", "first") and (at == 0 or before in ("DET", "PART", "ADP", "PRON")):
        return "ADJ" if before == "DET" or row.nominal(at + 1) else fixed
    if low == "next" and before in ("VERB", "ADV") and row.nominal(at + 1):
        return "ADJ"  # "put off next week's talks"
    backing = _backs(row, at) if low == "back" and at else ""
    if backing:
        row.features[at], row.lemmas[at] = backing, "back"
        return "VERB"
    if low in ("like", "up", "down", "out", "back", "round"):
        if at and before == "VERB" and _is_particle(row, at, low):
            return "ADV"
        if low not in row.table.either:
            return fixed
    if low in row.table.either:
        start = at + 1 + (row.lowers[at + 1 : at + 2] == ["about"] and row.fixed[at + 2 : at + 3] == ["NUM"])
        return "ADP" if row.noun_phrase(start) or row.plural(start) else fixed  # "after talks" has no subject yet
    if low in ("more", "most", "less", "least", "much") and row.nominal(at + 1) and not _adjective(row, at + 1):
        return "ADJ"
    home = low == "home" and (before in ("DET", "ADJ", "ADP", "PART", "PROPN") or tags[at - 1 : at] == ["PRON"])
    forces = low == "military" and (_past(row, at + 1) or (_third(row, at + 1) and row.right(at + 2) == "D"))
    heads = low in _HEADS and before in NAMES and (_third(row, at + 1) or _past(row, at + 1))  # "UN chief urges calm"
    national = low == "national" and before == "PROPN" and _past_form(row, at + 1)  # "a French national shot dead"
    if home or forces or heads or national:
        row.features[at] = "S"
        return "NOUN"
    if fixed == "ADJ" and not row.nominal(at + 1):
        form = row.forms[at]
        if form is not None and form.classes & (ANY_NOUN | ANY_VERB):
            return content_word(row, at, low, form)
    return fixed


def _is_particle(row: Row, at: int, low: str) -> bool:
    """True where the verb before and this word are one: "let in", "take in refugees"."""
    if f"{row.lemmas[at - 1]} {low}" not in row.table.particle_verbs:
        return False
    return low != "in" or row.lemmas[at - 1] != "take" or _sheltered(row, at)


def _sheltered(row: Row, at: int) -> bool:
    """ "agreed to take in more than a million refugees"; not "action taken in Syria", "the oath he took in Rome"."""
    passive = row.features[at - 1] == "VBN" and row.lowers[row.left(at - 1)] not in HAVE
    if passive or at + 1 >= row.size:
        return False
    after, form = row.lowers[at + 1], row.forms[at + 1]
    people = form is not None and bool(form.classes & PLURAL) and row.words[at + 1].islower()
    number = row.fixed[at + 1] == "NUM" or (after[0].isdigit() and not (after.isdigit() and len(after) == 4))
    return people or number or after in _QUANTIFYING or after.removesuffix("s") in load_predicates().nationalities


_QUANTIFYING: Final = frozenset({"more", "at", "some", "about", "around", "over", "nearly", "almost", "up", "any"})


def _past(row: Row, at: int) -> bool:
    """True for a past before its object, though it may stand before a noun: "The Russian military used a base"."""
    form = row.forms[at] if at < row.size else None
    if form is None or not form.classes & PAST:
        return False
    return row.right(at + 1) == "D" or (form.usual & (SURE | PAST) == SURE | PAST and row.right(at + 1) == "N")


def _third(row: Row, at: int) -> bool:
    """True where a third person may stand before its object: "backs Kyiv", "vows to fight"."""
    form = row.forms[at] if at < row.size else None
    if form is None or not form.classes & THIRD:
        return False
    return row.right(at + 1) in "DMTPN" or (bool(form.usual & THIRD) and row.right(at + 1) == "A")  # "promises more"


def _adjective(row: Row, at: int) -> bool:
    """True for a word that is an adjective and no noun."""
    form = row.forms[at]
    return form is not None and bool(form.classes & ADJECTIVE) and not form.classes & ANY_NOUN


def _clitic(row: Row, at: int) -> str:
    """ "'s" is "is" or "has" after a pronoun or before what no possessor has, a possessive mark elsewhere."""
    after = row.lowers[at + 1] if at + 1 < row.size else ""
    if (at and row.lowers[at - 1] in ("he", "she", "it", "that", "there", "who", "what", "here", "where", "how")) or (
        after in ("not", "been", "going", "a", "an", "the", "now", "also")
    ):
        row.lemmas[at] = "have" if after in ("been", "had", "got", "become") else "be"
        row.features[at] = "VBZ"
        return "AUX"
    return "PART"


_CIRCUMSTANCES: Final = cues("tagging", "circumstances")


def _relative(row: Row, at: int) -> str:
    """ "which", "what": a pronoun, but for "in which case", "asked what plans"."""
    before = row.tags[at - 1] if at else ""
    if at + 1 >= row.size or row.fixed[at + 1] not in (None, "ADJ", "NUM") or before in NAMES or before == "PUNCT":
        return "PRON"
    if before == "ADP" and row.lowers[at + 1] not in _CIRCUMSTANCES:
        return "PRON"  # "a raid in which nine men died"
    form = row.forms[at + 1]
    if row.words[at + 1][0].isupper() or (form is not None and form.classes & ANY_VERB and not form.usual & ANY_NOUN):
        return "PRON"
    return "DET" if row.nominal(at + 1) else "PRON"


def is_name(row: Row, at: int, low: str) -> bool:
    """True for a capitalised closed-class word that is part of a name ("Theresa May", "Will Smith")."""
    if low in SYLLABLES and _after_title(row, at, low):
        return True
    if low in ("may", "will", "no", "us", "so", "de", "in", "an", "it"):
        return _is_odd_name(row, at, low)
    if low == "he":
        return is_style(row.words, at)
    if low == "one":  # "Air Force One"
        return at > 0 and not row.titled and not row.opens(at) and row.words[at - 1][0].isupper()
    return (
        at > 0 and low not in _SMALL and not row.titled and row.table.closed.get(low) in _NAMING and not row.opens(at)
    )


def is_style(words: Sequence[str], at: int) -> bool:
    """True for the "HE" of "HE Prime Minister X" and "HE the Foreign Minister": His or Her Excellency."""
    behind = words[at + 1 : at + 3]
    if words[at] != "HE" or not behind:
        return False
    return any(word.istitle() for word in behind) and (behind[0][0].isupper() or behind[0] == "the")


def _after_title(row: Row, at: int, low: str) -> bool:
    """ "President To Lam", "Vietnam's To Lam": small words that begin a name of two capitals."""
    if not at or row.titled or not row.words[at + 1 : at + 2] or not row.words[at + 1][0].isupper():
        return False
    return row.lowers[at - 1] in _TITLES or (low == "to" and row.lowers[at - 1] in CLITICS)


def _is_odd_name(row: Row, at: int, low: str) -> bool:
    """Auxiliaries and other words that are names now and then."""
    if low == "us":
        return row.words[at] == "US"
    if low not in ("may", "will"):
        return False
    if low == "may" and at and not row.titled and not row.opens(at):
        return True
    before = row.tags[at - 1] if at else ""
    if at == 0:
        form = row.forms[1] if row.size > 1 else None
        finite = form is not None and form.finite > 0
        return not row.titled and (finite or row.fixed[1:2] in (["AUX"], ["MODAL"]))
    if row.titled:
        return at + 1 < row.size and row.words[at + 1][:1].isdigit()
    return before in ("PROPN", "ADP", "DET", "PART", "PUNCT", "NUM", "CCONJ", "ADJ", "VERB") or (
        at + 1 < row.size and row.words[at + 1][:1].isdigit()
    )
