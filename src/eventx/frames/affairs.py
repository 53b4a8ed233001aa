"""What a report is about, told from its words: sport and shows, public affairs, or other things."""

from __future__ import annotations

from typing import Final

from eventx.frames.words import AFFAIRS, OFFICIAL, SHOW, SPORT
from eventx.hooks.parts import Analysis

_LEISURE: Final = 5  # different words of sport, or of shows, that make a report one on it
_TELLING: Final = SPORT | SHOW | AFFAIRS
_SHARE: Final = 20  # sentences, of which one must have a word of public affairs for the report to be one on these
_SHORT: Final = 5  # sentences of a report that is too short to tell


class Affairs:
    """Which sentences of a document may tell of public affairs.

    Of a report on sport or shows (``leisure``) only those with an official word. Of one that hardly speaks of public
    affairs those with a word of these, those right after one, and those that name a place or an organisation.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        sport: set[str] = set()
        show: set[str] = set()
        self._spoken: list[bool] = []
        for sentence in analysis.sentences:
            telling = _TELLING.intersection(analysis.layer("vocabulary", sentence.index))
            if telling:  # most sentences have no such word: then they are looked through once, not three times
                sport |= telling & SPORT
                show |= telling & SHOW
            self._spoken.append(not AFFAIRS.isdisjoint(telling))
        self.leisure = len(sport) >= _LEISURE or len(show) >= _LEISURE
        size = len(self._spoken)
        self._public = not self.leisure and (size <= _SHORT or sum(self._spoken) * _SHARE >= size)

    def barred(self, sentence: int) -> bool:
        """True for a sentence of a report on sport or shows without an official word."""
        return self.leisure and OFFICIAL.isdisjoint(self._analysis.layer("vocabulary", sentence))

    def may_tell(self, sentence: int) -> bool:
        """True for a sentence, not barred, that may tell of public affairs."""
        spoken = self._public or self.leisure or self._spoken[sentence] or (sentence > 0 and self._spoken[sentence - 1])
        return spoken or bool(self._analysis.layer("place_names", sentence))
