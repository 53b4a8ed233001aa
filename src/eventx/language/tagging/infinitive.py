"""The "to" of infinitives: told from the preposition by what follows."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.row import OPENING_QUOTES, QUOTES, Row
from eventx.lexicon.cues import cues
from eventx.lexicon.words import ADJECTIVE, ADVERB, ANY_NOUN, BASE, PARTICIPLE, WordForm

_BACK_ON: Final = (["down"], ["away"], ["off"], ["out"], ["up"])
_HARDLY_VERBS: Final = frozenset({"dialogue", "major"})  # "open to dialogue", "roads to major cities"
_AFTER_TO: Final = cues("tagging", "after_to")
_ONCE_THERE: Final = cues("tagging", "once_there")
_REACHING: Final = cues("tagging", "reaching")
_LEADING: Final = cues("tagging", "leading")
_AIMED: Final = frozenset({"use", "deploy", "fire", "order"})  # what they act on is for a purpose


def opens_infinitive(row: Row, at: int) -> bool:
    """True for a "to" before a base form (adverbs skipped)."""
    for index in range(at + 1, min(at + 4, row.size)):
        low, form = row.lowers[index], row.forms[index]
        if index == at + 1 and low in OPENING_QUOTES:
            continue  # 'urged them to "stand down"'
        if low in ("be", "have", "do") or (low == "back" and row.lowers[at - 1] != "back" and back_takes(row, index)):
            return True
        if low == "last" and row.tags[at - 1 : at] in (["VERB"], ["ADJ"], ["AUX"]) and lasts_on(row, index):
            return True  # "is expected to last until Friday"
        if row.words[index][0].isupper() and not row.titled:
            return False
        if form is not None and form.classes & BASE and row.fixed[index] in (None, "ADJ"):
            before = (
                at - 1 if row.lowers[at + 1] in OPENING_QUOTES else index - 2
            )  # an adverb behind "to" is not tagged yet
            return not form.classes & (ANY_NOUN | ADJECTIVE) or _base_after_to(row, index, form, before)
        if low in ("not", "n't") or row.fixed[index] == "ADV":
            continue
        if form is not None and form.classes & ADVERB and not form.classes & ANY_NOUN:
            continue
        return False
    return False


def _base_after_to(row: Row, at: int, form: WordForm, before: int) -> bool:
    """ "to visit Rome" against "a return to power", "to support from voters"."""
    if form.verb in _HARDLY_VERBS:
        return False
    follows = row.right(at + 1)
    if at + 1 < row.size and row.lowers[at + 1] in QUOTES:  # 'to "crush" the revolt', not 'to "attack" videos'
        follows = row.right(at + 2)
        if follows not in "DM":
            return False
    if (
        follows not in "DM"
        and 0 <= before < len(row.tags)
        and row.lemmas[before] in _LEADING
        and form.classes & ANY_NOUN
    ):
        return False
    taking = at + 1 < row.size and row.fixed[at + 1] == "ADJ" and row.right(at + 2) in "NM"  # "to jail former MPs"
    if follows not in "DM" and before >= 0 and form.verb in _AFTER_TO | _ONCE_THERE and not taking:
        if before >= len(row.tags) or row.lemmas[before] in _REACHING:
            return False
        return form.verb in _ONCE_THERE or row.tags[before] in ("VERB", "ADJ", "AUX")
    if form.usual & ADJECTIVE and follows == "N":  # "used force to clear protesters", not "gave way to free trade"
        return not _AIMED.isdisjoint(row.lemmas[max(at - 5, 0) : max(at - 2, 0)])
    return not form.usual & PARTICIPLE


def lasts_on(row: Row, at: int) -> bool:
    """True before what says for how long: "last three days", "last until Friday"."""
    after = row.lowers[at + 1 : at + 2]
    return bool(after) and (after[0] in _HOW_LONG or row.fixed[at + 1] == "NUM")


_HOW_LONG: Final = cues("tagging", "how_long")


def back_takes(row: Row, at: int) -> bool:
    """True before what can be backed, and for "back down"."""
    after = row.lowers[at + 1 : at + 2]
    return after in _BACK_ON or ((row.nominal(at + 1) or row.noun_phrase(at + 1)) and after != ["to"])
