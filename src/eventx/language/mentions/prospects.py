"""Where in a sentence an actor may be named, told from the words alone: the cheap forerunner of ``mentions``."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from eventx.language.mentions.lexicon import load_words
from eventx.lexicon.cues import cues
from eventx.records import Tokens

# Word classes of a sentence's first word that make no name of it.
_PLAIN: Final = frozenset({"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "PUNCT", "ADV"})
_BEFORE: Final = ("ex-", "then-")
# Numbers and nouns that stand for unnamed people.
_PEOPLE: Final = cues("mentions", "round_numbers") | {"many", "others", "people", "crowd", "crowds", "both",
                                                      "two", "who", "which", "that", "each", "other"}  # fmt: skip


class Prospects:
    """The tokens of one sentence at which an actor may be named: capitals, and the words of the tables of actors."""

    __slots__ = ("_counts",)

    def __init__(self, tokens: Tokens) -> None:
        words = load_words()
        starts, elect = words.starts, words.offices.elect
        likely = [
            raw != low
            or low in starts
            or low in _PEOPLE
            or ("-" in low and (low.startswith(_BEFORE) or low.endswith(elect)))
            for raw, low in zip(tokens.words, tokens.lowers, strict=True)
        ]
        if likely and tokens.tags[0] in _PLAIN and tokens.lowers[0] not in starts and tokens.lowers[0] not in _PEOPLE:
            likely[0] = False
        self._counts = (0, *accumulate(likely))

    def any(self, first: int, last: int) -> bool:
        """True when an actor may be named in the tokens from ``first`` up to ``last`` (exclusive)."""
        return self._counts[last] > self._counts[first]
