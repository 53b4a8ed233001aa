"""Conditions that somebody sets: a hostile act that is announced under one is a threat."""

from __future__ import annotations

from typing import Final

from eventx.frames.view import View
from eventx.frames.words import CONDITIONAL
from eventx.records import Clause, Modality

_OWN: Final = frozenset(
    {"elected", "re-elected", "election", "elections", "win", "wins", "won", "necessary", "possible"}
)
_NEAR: Final = 6  # words behind an "if" that say what it is
_ANNOUNCED: Final = (Modality.FUTURE, Modality.CONDITIONAL)


def sets_condition(view: View) -> bool:
    """True where a condition is set to somebody; "if elected" sets it to nobody but oneself."""
    text = view.text
    for word in CONDITIONAL:
        _, found, after = text.partition(f" {word} ")
        if found and _OWN.isdisjoint(after.split()[:_NEAR]):
            return True
    return False


def announced(view: View, clause: Clause) -> bool:
    """True for what somebody says that they will do, on a condition: "will shell the city unless the army leaves"."""
    if clause.form != "verb" or clause.modality not in _ANNOUNCED or clause.negated:
        return False
    told = clause.source is not None or clause.modality is Modality.FUTURE
    return told and clause.relation != "adverbial" and sets_condition(view)
