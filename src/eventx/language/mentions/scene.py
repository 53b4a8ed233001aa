"""The scene of a document: which countries it is about, and from which one it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from eventx.language.tagging.row import GENITIVE
from eventx.lexicon.predicates import load_predicates
from eventx.records import Mention, MentionKind, PlacePrecision
from eventx.records.codes import ORGANIZATIONS

# What stands before the name of a place that somebody goes to.
_GOING: Final = re.compile(
    r"\b(?:to|for|visit|visits|visited|visiting|into|via|towards?|(?:arriv|land)\w+ (?:in|at))\s+(?:the\s+)?$"
)
_LOCATED: Final = re.compile(r"\b(?:in|at|near|outside|across|inside|around)\s+(?:the\s+)?$", re.IGNORECASE)
_NEXT: Final = re.compile(r"(?: and [A-Z]\w+)?(?:[ -][A-Za-z-]+){1,3}")
_MISSION: Final = re.compile(r"(?i)(?:['’]s)?\s+(?:embass(?:y|ies)|consulates?|high commission)\b")
_NEAR: Final = 60  # characters from a subject to whom it deals with
_AHEAD: Final = 0.5  # the weight of a mention that was not read yet
_HEAD: Final = 3.0  # of one in the headline or the first sentence


class Scene:
    """Counts the countries of a document as its sentences are read.

    ``counts`` says how often the whole document names each one; what was already read counts more.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._weights = {code: _AHEAD * n for code, n in sorted(counts.items()) if code not in ORGANIZATIONS}
        self._sorted: list[str] | None = None
        self._own: dict[str, float] = {}
        self._spoken_of: set[str] = set()  # named otherwise than as a destination
        self._read: set[str] = set()

    def weigh(self, places: Sequence[Mention], sentence: int, text: str) -> None:
        """Note the places of a sentence."""
        if not places:
            return
        self._sorted = None
        weight = _HEAD if sentence < 2 else 1.0
        weights, spoken_of = self._weights, self._spoken_of
        for place in places:
            entity = place.place or place.actor
            code = entity.country if entity is not None else None
            if code is None or code in ORGANIZATIONS:
                continue
            weights[code] = weights.get(code, 0.0) + weight
            self._read.add(code)
            if code not in spoken_of:
                start = place.span.start
                if not _GOING.search(text, max(0, start - 16), start):
                    spoken_of.add(code)

    def speaks_from(self, code: str) -> None:
        """Note that an office was named without its country, and that it is this one's."""
        self._own[code] = self._own.get(code, 0.0) + 1.0

    def weighty(self) -> list[str]:
        """The countries that the document is about so far, the weightiest first."""
        if self._sorted is None:
            self._sorted = sorted(self._weights, key=lambda code: (-self._weights[code], code))
        return self._sorted

    def home(self, speaker: str | None) -> str | None:
        """The country that the document speaks from: whose offices it names without saying whose.

        Without any, the speaker's, or the one that it is about; None for a text about two countries, and for one
        that only names where somebody goes ("the minister leaves for Hanoi").
        """
        if self._own and speaker not in self._own:
            return max(self._own, key=lambda code: self._own[code])  # of equals the one told first
        if speaker is not None:
            return speaker
        weighty = self.weighty()
        if len(weighty) > 1 and self._weights[weighty[0]] < 2 * self._weights[weighty[1]]:
            return None
        return weighty[0] if weighty and weighty[0] in self._spoken_of else None

    def setting(self, places: Sequence[Mention], text: str, other_than: str = "", at: int | None = None) -> str | None:
        """The country in which a sentence plays: the only one it names, else the weightiest of the document.

        One named behind a phrase that begins ``at`` is whom those deal with, where the document is about another as
        well: "lawmakers condemned Israel".
        """
        places = [m for m in places if not is_mission(m, text)]
        if at is not None:
            dealt = [m for m in places if at < m.span.start <= at + _NEAR and _is_dealt_with(m, text)]
            others = [m for m in places if m not in dealt]
            codes = set(_codes(dealt))
            elsewhere = [code for code in self.weighty() if code not in codes and code != other_than]
            if dealt and not others and elsewhere:
                return elsewhere[0]
        settings = [m for m in places if m.kind is not MentionKind.DEMONYM or not _of_an_act(m, text)]
        named = dict.fromkeys(code for code in _codes(settings or places) if code != other_than)
        if len(named) > 1:  # "demonstrators in Baghdad burned American flags": where it plays, not what is named
            there = dict.fromkeys(_codes([m for m in places if located(m, text)]))
            if len(there) == 1:
                return next(iter(there))
        if len(named) == 1 and not (named.keys() & (self._read - self._spoken_of)):
            return next(iter(named))
        going = self._read - self._spoken_of  # where somebody only goes, nothing plays
        weighty = [code for code in self.weighty() if code != other_than and code not in going]
        return next((code for code in weighty if code in named), weighty[0] if weighty else None)


def is_mission(place: Mention, text: str) -> bool:
    """True for the embassy of a country, which stands in another: "rallied outside the Japanese embassy"."""
    return bool(_MISSION.search(place.text) or _MISSION.match(text, place.span.end))


def _is_dealt_with(place: Mention, text: str) -> bool:
    """True for a country by its name, which nothing says to be where or whose something is."""
    if place.kind is not MentionKind.COUNTRY or place.place is None or located(place, text):
        return False
    owns = text[place.span.end : place.span.end + 2] in GENITIVE
    return place.place.precision is PlacePrecision.COUNTRY and not owns


def located(place: Mention, text: str) -> bool:
    """True for a name after "in", "at", "near"; "killed in Israeli strikes" does not say where."""
    if place.kind is MentionKind.DEMONYM and _of_an_act(place, text):
        return False
    return _LOCATED.search(text, *_before(place)) is not None


def _of_an_act(place: Mention, text: str) -> bool:
    """True for "Israeli" before "air strikes"."""
    events = load_predicates().events
    words = _NEXT.match(text, place.span.end)
    return words is not None and any(w in events or w.removesuffix("s") in events for w in words[0].lower().split())


def _before(place: Mention) -> tuple[int, int]:
    return max(0, place.span.start - 12), place.span.start


def _codes(places: Sequence[Mention]) -> list[str]:
    entities = (place.place or place.actor for place in places)
    return [e.country for e in entities if e is not None and e.country and e.country not in ORGANIZATIONS]
