"""The second pass: reduced relatives, and headlines without any finite verb."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.contact import contact_verb
from eventx.language.tagging.row import BEFORE_NOUNS, DAYS, NAMES, PARTS_OF_DAY, PHRASAL, RELATIVE, Row
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import TWO_NAMES
from eventx.lexicon.words import BASE, PARTICIPLE, PAST, THIRD

_STOPS: Final = frozenset(
    {",", "and", "but", "that", "who", "which", "when", "after", "before", "as", "where", "while", ";", ":", "if",
     "because", "–", "—", "or", '"', "”", "“", "than", "what", "how", "whether", "although", "though",
     "unless", "until", "once", "since"}
)  # fmt: skip
_VERBAL: Final = frozenset({"VERB", "AUX"})
_PHRASE: Final = PHRASAL | {"ADP", "PRON"}


def second_pass(row: Row) -> None:
    """Reduced relatives, then clauses left without a finite verb."""
    finite = [i for i, tag in enumerate(row.tags) if tag in _VERBAL and row.finite_at(i)]
    later = -1
    for at in reversed(finite):
        if row.features[at] == "VBD" and row.tags[at] == "VERB" and later >= 0 and _is_reduced(row, at, later):
            row.features[at] = "VBN"
        else:
            later = at
    if "," in row.lowers and "VBD" in row.features:
        _aside(row)
        if "with" in row.lowers:
            _accompanying(row)
    if not _MISSILES.isdisjoint(row.lemmas):
        _launched(row)
    if not _ODD.isdisjoint(row.lowers):
        _of_two(row)
        _each(row)
        _said_between(row)
    if "VBN" in row.features:
        _contact(row)
    if row.headline:
        _headline_passives(row)
    if row.headline and not any(_is_verb(row, at) for at in range(row.size)):
        _find_headline_verb(row)


def _contact(row: Row) -> None:
    """ "criticised the strikes the Israelis carried out in Syria": they did so; nobody carried them out."""
    for at in range(1, row.size - 1):
        if row.tags[at - 1] == "NOUN" and row.tags[at] in _SUBJECTS:
            verb = contact_verb(row, at)
            if verb and row.features[verb] == "VBN" and row.tags[verb - 1] in NAMES:
                row.features[verb] = "VBD"


_SUBJECTS: Final = frozenset({"DET", "PROPN", "NOUN"})


def _aside(row: Row) -> None:
    """ "The envoy, released after three hours, denounced it": a past form between commas, before the finite one."""
    for at in range(2, row.size - 2):
        if row.lowers[at - 1] != "," or row.features[at] != "VBD":
            continue
        if row.tags[at + 1] != "ADP" and row.tags[at + 1 : at + 3] != ["ADV", "ADP"]:  # "taken away by gunmen"
            continue
        form, close = row.forms[at], at + 1
        if row.tags[at - 2] not in NAMES or form is None or not form.classes & PARTICIPLE:
            continue
        while close < row.size and row.tags[close] not in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ"):
            close += 1
        told = close + 1 < row.size and row.lowers[close] == "," and row.finite_at(close + 1)
        if told and form.verb not in row.table.active and not any(map(row.finite_at, range(at))):
            row.features[at] = "VBN"


def _accompanying(row: Row) -> None:
    """ "They were dispersed, with 11 people detained.": what was done besides, told behind the clause."""
    for at in range(2, row.size):
        form = row.forms[at]
        if row.features[at] != "VBD" or row.tags[at - 1] not in NAMES or form is None:
            continue
        if not form.classes & PARTICIPLE or form.verb in row.table.active or row.right(at + 1) not in "PEC":
            continue
        start = at - 1
        while start > 0 and row.tags[start] in _PHRASE and row.lowers[start] != "with":
            start -= 1
        if row.lowers[start - 1 : start + 1] == [",", "with"] and any(map(row.finite_at, range(start))):
            row.features[at] = "VBN"


def _of_two(row: Row) -> None:
    """ "After US-China talks": behind the names of two they are theirs, and not what a person of that name does."""
    for at in range(1, row.size):
        if row.tags[at] == "VERB" and row.lowers[at] in _JOINT and TWO_NAMES.fullmatch(row.words[at - 1]):
            form = row.forms[at]
            row.tags[at], row.features[at] = "NOUN", "P"
            row.lemmas[at] = form.noun if form is not None else row.lowers[at]


def _each(row: Row) -> None:
    """ "Ghana and Togo each sent troops": it stands beside the verb, which tells what they did.

    In "but each accused the other" it is who did it.
    """
    for at in range(row.size - 1):
        if row.lowers[at] != "each" or row.tags[at] != "DET":
            continue
        beside = at > 0 and row.tags[at - 1] in NAMES and row.tags[at + 1] in ("VERB", "ADJ")
        alone = (not at or row.tags[at - 1] == "CCONJ") and row.lowers[at + 2 : at + 3] == ["the"]
        form = row.forms[at + 1]
        if form is not None and form.classes & PAST and (beside or alone):
            row.tags[at], row.tags[at + 1], row.features[at + 1] = "ADV" if beside else "PRON", "VERB", "VBD"
            row.lemmas[at + 1] = form.verb


def _said_between(row: Row) -> None:
    """ "a visit that both sides say will help": between whose words it is and what will be, a verb of saying."""
    for at in range(2, row.size - 1):
        if row.tags[at] != "NOUN" or row.lowers[at] not in _SAYING or row.tags[at + 1] != "AUX":
            continue
        form = row.forms[at]
        if form is not None and row.tags[at - 1] in NAMES and row.features[at - 1] == "P" and _in_relative(row, at):
            row.tags[at], row.features[at], row.lemmas[at] = "VERB", "VBP", form.verb


_SAYING: Final = cues("tagging", "saying_between")
_JOINT: Final = frozenset({"talks", "ties", "relations"})
_ODD: Final = _SAYING | _JOINT | {"each"}


def _launched(row: Row) -> None:
    """ "Rockets fired from Gaza landed": what cannot fire has been fired, and the past form behind it tells."""
    for at in range(1, row.size - 1):
        if row.features[at] != "VBD" or row.lemmas[at] not in _LAUNCHING or row.lemmas[at - 1] not in _MISSILES:
            continue
        behind = _past_behind(row, at) if row.tags[at + 1] == "ADP" else None
        if behind is not None:
            form = row.forms[behind]
            row.features[at], row.features[behind], row.tags[behind] = "VBN", "VBD", "VERB"
            row.lemmas[behind] = (form.verb if form is not None else "") or row.lemmas[behind]


def _past_behind(row: Row, at: int) -> int | None:
    """The next past form of the clause, behind the phrase that stands at the token."""
    for behind in range(at + 2, min(row.size, at + _NEAR)):
        form = row.forms[behind]
        if row.lowers[behind] in _STOPS:
            return None
        if form is not None and form.classes & PAST and row.tags[behind] in ("VERB", "NOUN"):
            return behind
    return None


_NOUN_LIKE: Final = frozenset({"ban", "bans", "sanctions"})  # verbs of headlines that are nouns elsewhere
_LAUNCHING: Final = cues("tagging", "launching")
_MISSILES: Final = cues("tagging", "missiles")
_NEAR: Final = 8  # tokens
_TO_LATER: Final = 14  # tokens from a reduced relative to the verb of its clause


def _is_reduced(row: Row, at: int, later: int) -> bool:
    """ "the men killed in the raid fled": after a noun, before a preposition, with a finite verb further on."""
    form = row.forms[at]
    if (
        form is None
        or not form.classes & PARTICIPLE
        or form.verb in row.table.active
        or not at
        or row.tags[at - 1] not in NAMES
    ):
        return False
    if at + 1 >= row.size or row.tags[at + 1] not in ("ADP", "ADV", "PART"):
        return False
    if row.tags[later - 1] == "PRON" or later - at > _TO_LATER or _in_relative(row, at) or _says_so(row, at, later):
        return False
    stops = [index for index in range(at + 1, later) if row.lowers[index] in _STOPS]
    return not stops or (len(stops) == 1 and _disagrees(row, stops[0], later))


def _disagrees(row: Row, at: int, verb: int) -> bool:
    """ "arrested since the attack have been freed": the noun behind the preposition is not what the verb is said of."""
    if row.lowers[at] not in BEFORE_NOUNS or row.tags[at] != "ADP" or row.tags[verb - 1] != "NOUN":
        return False
    wanted = _NUMBERS.get(row.lowers[verb], "")
    return bool(wanted) and {row.features[verb - 1], wanted} == {"S", "P"}


_NUMBERS: Final = {"have": "P", "are": "P", "were": "P", "has": "S", "is": "S", "was": "S"}


def _says_so(row: Row, at: int, later: int) -> bool:
    """ "The government announced today X will go": a time, then whoever the verb further on is told of."""
    form = row.forms[at]
    if form is None or form.verb not in _ANNOUNCING:
        return False
    start = at + 2 if row.tags[at + 1] == "ADV" else at + 3 if row.lowers[at + 2] in DAYS else later
    while start < later and row.lowers[start] in PARTS_OF_DAY:
        start += 1
    return start < later and all(tag in _NOMINAL for tag in row.tags[start:later])


_ANNOUNCING: Final = cues("tagging", "announcing")
_NOMINAL: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})


def _in_relative(row: Row, at: int) -> bool:
    """ "which the two states signed": the noun before is the subject of a relative clause."""
    index = at - 1
    while index >= 0 and row.tags[index] in PHRASAL:
        index -= 1
    if index > 0 and row.lowers[index] == "that" and row.tags[index] == "SCONJ" and row.tags[index - 1] == "VERB":
        return False  # "said that men held in connection with the coup must be freed"
    return index >= 0 and (row.tags[index] == "SCONJ" or (row.tags[index] == "PRON" and row.lowers[index] in RELATIVE))


def _headline_passives(row: Row) -> None:
    """A past form of a headline is a passive ("Two killed in blast"); what happened is told in the present."""
    for at in range(1, row.size):
        if row.tags[at] != "VERB" or row.features[at] != "VBD" or row.tags[at - 1] in ("PRON", "SCONJ"):
            continue
        form = row.forms[at]
        if form is None or not form.classes & PARTICIPLE or form.verb in row.table.active:
            continue
        behind = at + 1 + (row.right(at + 1) == "Q")  # "UN chief 'appalled' by strike"
        if row.right(behind) in "PTAES" or (row.tags[at + 1 : at + 2] == ["ADJ"] and at + 2 < row.size):
            row.features[at] = "VBN"


def _is_verb(row: Row, at: int) -> bool:
    """True for a verb that a clause may have for its own: not "working", in "a ban from working"."""
    gerund = row.features[at] == "VBG" and at > 0 and row.tags[at - 1] == "ADP"
    return row.tags[at] in _VERBAL and not gerund


def _has_object(row: Row, at: int) -> bool:
    """ "US sanctions Sudanese generals"; not "US sanctions regime"."""
    if at + 1 >= row.size:
        return False
    return row.tags[at + 1] in ("PROPN", "ADJ", "NUM", "DET") or row.features[at + 1] == "P"


def _find_headline_verb(row: Row) -> None:
    """A headline's verb may look like a noun: take the first plural-looking verb form after a name."""
    for at in range(1, row.size):
        if row.lowers[at] in _NOUN_LIKE and row.tags[at - 1] in NAMES and _has_object(row, at):
            row.tags[at], row.features[at] = "VERB", "VBZ" if row.lowers[at].endswith("s") else "VBP"
            row.lemmas[at] = row.lowers[at].removesuffix("s")
            return
        form = row.forms[at]
        if form is None or not form.classes & (THIRD | BASE | PAST) or row.tags[at] not in ("NOUN", "PROPN", "ADJ"):
            continue
        follows = row.tags[at + 1] if at + 1 < row.size else ""
        if row.tags[at - 1] in NAMES and form.classes & (THIRD | PAST) and follows in _PHRASE:
            row.tags[at] = "VERB"
            row.features[at] = "VBZ" if form.classes & THIRD else "VBD"
            row.lemmas[at] = form.verb
            return
