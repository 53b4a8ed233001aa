"""Open-class words: the candidates of the word list, decided by the words around them."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.described import (
    acts_alone,
    begins_kind,
    describes,
    is_compound,
    is_fallen,
    is_listed,
    is_unproven,
    joins_gerund,
    leads,
    let_in,
    stands,
    stands_between,
)
from eventx.language.tagging.features import finite_feature, past_feature
from eventx.language.tagging.row import CLITICS, GET, HAVE, NAMES, NOMINAL, PHRASAL, POSSESSIVE, PREFIXES, Row
from eventx.language.tagging.verbs import is_predicate
from eventx.lexicon.cues import cues
from eventx.lexicon.names import load_names
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import (
    ADJECTIVE,
    ADVERB,
    ANY_NOUN,
    ANY_VERB,
    BASE,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    WordForm,
)

_ADJECTIVE_ENDINGS: Final = tuple(cues("tagging", "adjective_endings"))

_WITH_E: Final = ("at", "is", "iz", "c", "g", "s", "v", "ur", "in", "ut")  # "castigated": castigate
_OFFICE_PREFIXES: Final = tuple(cues("tagging", "office_prefixes"))
_UNITS: Final = cues("tagging", "time_units")
# "killing at least 55 people": the words before a number
_QUANTIFYING: Final = frozenset(
    {("at", "least"), ("at", "most"), ("more", "than"), ("up", "to"), ("as", "many"), ("close", "to")}
)
_ENDING: Final = 3  # letters of "ing", and more than "ed": a verb has more
_MULTIPLYING: Final = frozenset({"double", "halve", "quadruple", "treble", "triple"})
_JOINT: Final = cues("tagging", "agreements_and_bans")
_RESULTS: Final = cues("tagging", "results")
_ASPECTUAL: Final = cues("tagging", "aspectual")
_LIGHT: Final = cues("tagging", "light")


def content_word(row: Row, at: int, low: str, form: WordForm | None) -> str:
    """The tag of an open-class word; its lemma and feature are set."""
    if form is None:
        return _unknown(row, at, low)
    bits = form.classes
    if not at and _begins_name(row, low):
        row.features[at] = "S"
        return "PROPN"
    gas = low == "tear" and row.lowers[at : at + 2] == _TEAR_GAS
    tag = _decide(row, at, form) if bits & ANY_VERB and not gas else _nominal(row, at, form)
    if tag == "NOUN":
        row.features[at] = "P" if bits & PLURAL and not (bits & NOUN and low == form.noun) else "S"
        row.lemmas[at] = form.noun or low
    elif tag == "VERB":
        base = row.features[at] in ("VB", "VBP") and bits & BASE and (bits & PAST or not form.verb)
        row.lemmas[at] = low.replace("-", "") if base else form.verb or low  # "co-operate"
    return tag


_TEAR_GAS: Final = ["tear", "gas"]  # which nobody tears


def _begins_name(row: Row, low: str) -> bool:
    """ "Peter Hultqvist cited", "John Kerry, the envoy,": a word that is a first name, before a surname."""
    after = row.words[1:2]
    if row.titled or not after or not after[0][0].isupper() or row.fixed[1] is not None:
        return False
    return low.capitalize() in load_names().first


def _unknown(row: Row, at: int, low: str) -> str:
    """A word that the list does not have: a name, or by its ending."""
    if row.words[at][0].isupper():
        row.features[at] = "S"
        return "PROPN"
    if "-" in low:
        return _hyphened(row, at, low)
    prefixed = row.table.open.look(low[4:]) if low.startswith("over") else None
    if prefixed is not None and prefixed.classes & ANY_VERB and not prefixed.classes & ANY_NOUN:
        tag = content_word(row, at, low[4:], prefixed)
        row.lemmas[at] = f"over{row.lemmas[at]}"
        return tag  # "overflew"
    if low.endswith("ly"):
        return "ADV"
    if low.endswith("ing") and len(low) > _ENDING:
        tag = _gerund(row, at, GERUND | NOUN, 0)
        if tag == "VERB":
            row.lemmas[at] = _stem(low[:-3])
        return tag
    if low.endswith("ed") and len(low) > _ENDING:  # "appea'ed": the rest of a broken word is no verb
        row.lemmas[at] = _stem(low[:-2])
        return _past_form(row, at, PAST | PARTICIPLE, low)
    if low.endswith(_ADJECTIVE_ENDINGS):
        return "ADJ"
    row.features[at] = "P" if low.endswith("s") and not low.endswith(("ss", "us")) else "S"  # "minibus" is one
    row.lemmas[at] = low[:-1] if row.features[at] == "P" else low
    return "NOUN"


def _stem(rest: str) -> str:
    """The verb of what stands before the ending: "castigat(ed)", "airdropp(ing)", "torch(ed)"."""
    if rest.endswith("i") and len(rest) > 2:
        return f"{rest[:-1]}y"  # "pilloried"
    if rest.endswith(_WITH_E) and not rest.endswith(("ss", "our")):
        return f"{rest}e"
    if rest.endswith("ll") and sum(letter in "aeiouy" for letter in rest) > 1:
        return rest[:-1]  # "marvelled"
    doubled = len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in "lszf"
    return rest[:-1] if doubled else rest


def _tells(row: Row, at: int) -> bool:
    """True where a hyphenated form can be the verb: after its subject or "have", adverbs passed over."""
    at -= 1
    while at > 0 and row.tags[at] == "ADV":
        at -= 1
    return at >= 0 and (row.tags[at] in NAMES or row.lowers[at] in HAVE)


def _office_that_did(row: Row, at: int, low: str) -> bool:
    """ "The vice-president accused Iran": what was done follows the holder of a second or a former office."""
    ahead = row.forms[at + 1] if at + 1 < row.size else None
    return low.startswith(_OFFICE_PREFIXES) and ahead is not None and bool(ahead.classes & PAST)


def _hyphened(row: Row, at: int, low: str) -> str:
    """A hyphenated word: an adjective before a noun ("two-day", "US-led"), else as its last part."""
    last = low.rsplit("-", 1)[1]
    if row.words[at][-len(last) :][:1].isupper():  # "al-Shahristani"
        row.features[at] = "S"
        return "PROPN"
    form = row.table.open.look(last)
    if form is not None and form.classes & PAST and row.right(at + 1) in "DM" and _tells(row, at):
        row.features[at] = "VBD"  # "test-fired a missile"
        row.lemmas[at] = f"{low[: -len(last)]}{form.verb}"
        return "VERB"
    if form is not None and form.classes & ANY_NOUN and (not row.nominal(at + 1) or _office_that_did(row, at, low)):
        row.features[at] = "P" if form.classes & PLURAL else "S"
        return "NOUN"
    if low.startswith(PREFIXES) and form is not None and form.classes & ANY_VERB:
        tag = content_word(row, at, low, form)
        row.lemmas[at] = low[: -len(last)] + row.lemmas[at]
        return tag
    return "ADJ"


def _decide(row: Row, at: int, form: WordForm) -> str:
    """Noun, verb, adjective or adverb, for a form that can be a verb."""
    bits = form.classes
    verb = bits & ANY_VERB
    before = row.left(at)
    if bits & NOUN and _shares_noun(row, at):
        return "NOUN"
    if verb & BASE and row.wants_base(before):
        row.features[at] = "VB"
        return "VERB"
    if verb == GERUND:
        return _gerund(row, at, bits, form.usual)
    if verb & PARTICIPLE and row.wants_participle(before) and _is_participle(row, at, before, bits, form.usual):
        row.features[at] = "VBN"
        return "VERB"
    if verb & PAST and form.verb in _MULTIPLYING and row.lowers[at - 2 : at] == ["more", "than"]:
        row.tags[at - 1], row.features[at] = "ADV", "VBD"
        return "VERB"  # "more than doubled its pledge"
    if verb & (PAST | PARTICIPLE) and not verb & BASE:
        return _past_form(row, at, bits, row.lowers[at], form.usual)
    if not bits & (ANY_NOUN | ADJECTIVE | ADVERB):
        row.features[at] = finite_feature(row, at, before, verb)
        return "VERB"
    if is_predicate(row, at, before, form) or stands(row, at, form):
        row.features[at] = finite_feature(row, at, before, verb)
        return "VERB"
    return _nominal(row, at, form)


def _shares_noun(row: Row, at: int) -> bool:
    """True for "oil" in "impose a trade and oil embargo": two nouns before one that names an agreement or a ban."""
    if at < 3 or row.tags[at - 1] != "CCONJ" or at + 1 >= row.size or row.lowers[at + 1] not in _JOINT:
        return False
    return row.tags[at - 2] == "NOUN" and row.lowers[at - 3] in ("a", "an", "the")


def _is_participle(row: Row, at: int, before: int, bits: int, usual: int) -> bool:
    """After "be" or "have": not for an adjective or noun that happens to look like one ("is left", "has set rules")."""
    if row.lowers[before] in HAVE:
        return not (bits & BASE and bits & ANY_NOUN and usual & ANY_NOUN) or row.right(at + 1) in "DMTPA"
    if row.lowers[before] in GET:
        return not bits & ANY_NOUN or bool(usual & (PAST | PARTICIPLE))
    return not usual & (NOUN | ADVERB) and not (usual & ADJECTIVE and bits & BASE)


def _nominal(row: Row, at: int, form: WordForm) -> str:
    """Noun, adjective or adverb."""
    bits = form.classes
    if not at and bits & ADVERB and row.words[at][0].isupper() and row.words[1:2] and row.words[1][0].isupper():
        row.features[at] = "S"
        return "PROPN"  # "South African aid"
    if bits & ADVERB and not bits & ANY_NOUN:
        if not bits & ADJECTIVE or (at and row.lowers[at - 1] in row.table.modals):
            return "ADV"  # "would likely be released"
        describing = row.nominal(at + 1) or form.usual & ADJECTIVE
        return "ADJ" if describing and not stands_between(row, at) else "ADV"
    if bits & ADJECTIVE:
        if not bits & ANY_NOUN:
            return "ADJ"
        return "ADJ" if _modifies(row, at, form) else "NOUN"
    by_form = form.usual & ADVERB or (row.lowers[at].endswith("ly") and not bits & ANY_VERB)  # "supply routes"
    if bits & ADVERB and by_form and not (at and row.tags[at - 1] in ("DET", "ADJ", "ADP", "PART")):
        return "ADV"
    return "NOUN"


def _modifies(row: Row, at: int, form: WordForm) -> bool:
    """Adjective or noun: before a noun an adjective; after "be" and at a phrase's end as usual."""
    if is_listed(row, at):
        return True
    if row.nominal(at + 1):
        return not form.usual & ANY_NOUN
    previous = row.tags[at - 1] if at else ""
    if previous == "ADP":
        return False  # "a call for calm"
    if previous == "AUX" and row.lemmas[at - 1] == "be" and not form.classes & PLURAL:
        return True  # "is responsible"
    if not form.usual & ADJECTIVE:
        return False
    if row.lowers[at] == "free" and (previous in NAMES or previous == "PRON"):
        return True  # "set the prisoner free"
    return previous not in PHRASAL and not (at and row.lowers[at - 1] in POSSESSIVE)


def _gerund(row: Row, at: int, bits: int, usual: int) -> str:
    """An -ing form: a progressive, a participle or a gerund is a verb; "the meeting" a noun."""
    before = row.left(at)
    previous = row.tags[at - 1] if at else ""
    low = row.lowers[before] if before >= 0 else ""
    noun = bool(bits & ANY_NOUN)
    if before >= 0 and row.tags[before] == "AUX" and row.lemmas[before] == "be":
        return _after_be(row, at, before, usual)
    if describes(row, at, previous):
        return "ADJ"
    if is_compound(row, at, previous):
        row.features[at] = "S"
        return "NOUN"
    determined = (previous in NOMINAL and low not in _PEOPLE) or low in POSSESSIVE
    if determined or row.lowers[at - 1 : at] in (["'s"], ["’s"], ["'"]):
        describing = row.nominal(at + 1) and not (noun and usual & ANY_NOUN)
        if describing or (row.noun_phrase(at + 1) and not noun):
            return "ADJ"
        row.features[at] = "S"
        return "NOUN"
    if noun and _names(row, at, previous, usual):
        return "NOUN"
    if at + 1 >= row.size and previous == "NOUN" and row.features[at - 1] == "S":
        row.features[at] = "S"
        return "NOUN"  # a headline's "ferry sinking"
    if previous == "VERB" and row.nominal(at + 1) and row.lemmas[at - 1] in _LIGHT:
        return "ADJ"  # "made working visits"
    if usual & ADJECTIVE and row.nominal(at + 1) and previous in ("ADP", "VERB", "CCONJ"):
        return "ADJ"
    row.features[at] = "VBG"
    return "VERB"


_PEOPLE: Final = frozenset({"those", "these", "all", "that", "both"})  # who may be doing it: "those attending"


def _after_be(row: Row, at: int, before: int, usual: int) -> str:
    """An -ing form that follows a form of "be" (at ``before``): mostly a progressive."""
    if row.lowers[at].endswith("willing") or (usual & ADJECTIVE and row.right(at + 1) not in "DMT"):
        return "ADJ"  # "is willing to"
    if before and row.lowers[before - 1] == "there" and row.nominal(at + 1):
        return "ADJ"  # "there is growing support"
    row.features[at] = "VBG"
    return "VERB"


def _names(row: Row, at: int, previous: str, usual: int) -> bool:
    """True for a gerund that is a noun after a preposition, a noun or nothing."""
    follows = "M" if tuple(row.lowers[at + 1 : at + 3]) in _QUANTIFYING else row.right(at + 1)
    if not at and (row.words[1:2] == ["Street"] or follows == "F"):
        return True  # "Downing Street insisted", "Shelling went on"
    if _particle_follows(row, at):
        return False
    if previous == "VERB" and row.lemmas[at - 1] in _ASPECTUAL:
        return False
    if previous == "ADP" and at > 1 and row.lemmas[at - 2] in _UNITS and follows in "PECF":
        return True  # "hours of questioning by prosecutors", "weeks of fighting"
    if previous == "ADP" and follows == "C" and joins_gerund(row, at):
        return False
    if previous in ("ADP", "VERB", "CCONJ", "PUNCT", ""):
        if follows in "DMTAQ" or (follows == "N" and not usual & ANY_NOUN):
            return False
        return bool(usual & ANY_NOUN) or (previous == "ADP" and follows in "EC")
    if previous in NAMES:
        told_of = row.lowers[at + 1 : at + 2] == ["that"] and row.right(at + 2) == "F"
        if previous == "NOUN" and usual & ANY_NOUN and told_of:
            return True  # "a court ruling that imposed"
        if row.features[at - 1] == "P" or follows in "DMT":
            return False
        return bool(usual & ANY_NOUN) or (row.ahead(at) > 0 and follows == "F") or follows == "E"
    return bool(usual & ANY_NOUN) and follows in "PEFC"


def _particle_follows(row: Row, at: int) -> bool:
    form = row.forms[at]
    return form is not None and at + 1 < row.size and f"{form.verb} {row.lowers[at + 1]}" in row.table.particle_verbs


def _past_form(row: Row, at: int, bits: int, low: str, usual: int = 0) -> str:
    """A past form: an adjective before a noun ("the wounded man"), else a verb."""
    previous = row.tags[at - 1] if at else ""
    before = row.lowers[at - 1] if at else ""
    if before == "general" and at > 1 and row.tags[at - 2] == "NOUN":
        previous = "NOUN"  # "the attorney general accused Iran"
    if is_fallen(row, at, previous) or is_unproven(row, at, previous):
        return "ADJ"
    noun_behind = row.nominal(at + 1) and row.lowers[at + 1] not in _RESULTS
    if bits & PARTICIPLE and noun_behind and _stands_before_noun(row, at, previous, before):
        return "ADJ"
    if bits & ANY_NOUN and (previous in ("DET", "ADJ") or before in POSSESSIVE or _named_by_gerund(row, at, previous)):
        row.features[at] = "S"
        return "NOUN"
    if usual & ADJECTIVE and bits & ADJECTIVE and row.wants_participle(row.left(at)) is False and previous != "PRON":
        if row.nominal(at + 1) and previous not in NAMES:
            return "ADJ"
        if previous in ("AUX", "VERB") or (previous == "ADV" and row.tags[row.left(at)] == "AUX"):
            return "ADJ"
    row.features[at] = past_feature(row, at, bits)
    row.lemmas[at] = low if not low.endswith("ed") else row.lemmas[at]
    return "VERB"


def _stands_before_noun(row: Row, at: int, previous: str, before: str) -> bool:
    """True for a participle that describes the noun behind it: "the wounded man", "his seized ship".

    ``previous`` is the tag of the word ``before`` it.
    """
    if not at:
        return leads(row)
    if previous == "VERB" and row.fixed[at + 1] is None and begins_kind(row, at + 1):
        return True  # "enable continued resistance", "arrested suspected Kurdish rebels"
    if let_in(row, at):
        return True
    if previous in NOMINAL or row.fixed[at - 1] == "NUM":  # "the Group of Seven wealthy"
        return before not in _ALONE
    if before in POSSESSIVE or (before in CLITICS and previous == "PART") or previous == "ADP":
        return True
    if previous == "ADV":
        return _in_phrase(row, at - 1)  # "the newly elected leader"
    national = _national(row, at - 1) and row.words[at + 1].islower() and _in_phrase(row, at - 2)
    return national and not acts_alone(row, at)


# Determiners that stand alone, too, so that what is done follows them: "both signed agreements".
_ALONE: Final = frozenset({"that", "which", "all", "both", "many", "several", "few", "most", "some"})


def _named_by_gerund(row: Row, at: int, previous: str) -> bool:
    """True after a noun in -ing that is no doer: "a warning shot"."""
    form = row.forms[at - 1] if at else None
    return previous == "NOUN" and form is not None and bool(form.classes & GERUND) and row.right(at + 1) in "PE"


_COMPOUND: Final = cues("tagging", "compound_participles")


def _national(row: Row, at: int) -> bool:
    """True for an adjective with a capital: "Palestinian armed groups"; not in "the US imposed tariffs"."""
    low = row.lowers[at]
    if at < 1 or row.tags[at] != "PROPN" or low not in load_predicates().nationalities:
        return False
    sure = 0 if row.lowers[at + 1] in _COMPOUND else 1
    return low not in load_predicates().acting or row.ahead(at + 2) > sure


def _in_phrase(row: Row, adverb: int) -> bool:
    """True for an adverb inside a noun phrase ("the newly elected leader")."""
    index = row.left(adverb + 1)
    tag, low = row.tags[index], row.lowers[index]
    return tag in ("DET", "ADP") or low in POSSESSIVE or (tag == "PART" and low in CLITICS)
