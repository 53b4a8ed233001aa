"""Names of airports that are names of persons or words as well: "landed at Ben Gurion"."""

from __future__ import annotations

from typing import Final

from eventx.language.tagging.row import GENITIVE
from eventx.lexicon.cues import cues
from eventx.lexicon.place_cues import load_place_cues
from eventx.records import Tokens

_POINTS: Final = frozenset({"at", "into", "from", "of"})
_DAYS: Final = cues("calendar", "weekdays")
_REACH: Final = 4  # words between a verb and its preposition: "touched down early on Tuesday at"


def lands(tokens: Tokens, first: int, last: int) -> bool:
    """True where somebody lands at, arrives at or takes off from what the tokens name, and no larger name follows."""
    return _led(tokens.lowers, first) and not _runs_on(tokens, last + 1)


def _led(lowers: tuple[str, ...], first: int) -> bool:
    """True after "landed at", "touched down at", "flew into", "took off from"."""
    landing = load_place_cues().landing
    if first < 2 or lowers[first - 1] not in _POINTS:
        return False
    preposition, at = lowers[first - 1], first - 2
    if preposition == "of":  # "flew out of"
        return lowers[at] == "out" and at > 0 and lowers[at - 1] in landing["into"]
    while at > 0 and first - 2 - at < _REACH and (lowers[at] in landing["between"] or lowers[at] in _DAYS):
        at -= 1
    verb, before = lowers[at], lowers[at - 1] if at else ""
    if preposition == "from":
        return verb in landing["from"] or (verb == "off" and before in landing["off"])
    if preposition == "into":
        return verb in landing["into"]
    return verb in landing["at"] or (verb == "down" and before in landing["down"])


def _runs_on(tokens: Tokens, after: int) -> bool:
    """True where the name goes on ("Ben Gurion University") or is an owner's ("Kennedy's house")."""
    if after >= len(tokens.words):
        return False
    word, low = tokens.words[after], tokens.lowers[after]
    if low in GENITIVE:
        return True
    return low not in _DAYS and word[0].isalpha() and (word[0].isupper() or tokens.tags[after] == "NOUN")
