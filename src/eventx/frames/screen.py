"""Which sentences of a document are worth reading: told from their words, before mentions and clauses are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventx.frames.gate import Gate
from eventx.frames.model import FrameSet
from eventx.frames.words import OFFICIAL, SHOW, SPORT
from eventx.hooks.parts import Analysis
from eventx.records import Section

_LEISURE = 5  # different words of sport, or of shows, that make a report one on it


class Screen:
    """Passes over the sentences in which no frame can find an event."""

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        self._gate = Gate(framesets)

    def promising(self, analysis: Analysis, *, leisure: bool) -> Iterator[tuple[int, frozenset[str]]]:
        """The sentences that hold all words of some frame, its trigger as a verb or noun, with such frames by name.

        Of a report on sport or shows (``leisure``) only those with a word of public affairs.
        """
        gate = self._gate
        for sentence in analysis.sentences:
            if sentence.section is Section.FURNITURE:
                continue
            words = analysis.layer("vocabulary", sentence.index)
            if leisure and OFFICIAL.isdisjoint(words):
                continue
            promise = gate.promise(words)
            if promise is not None and gate.kept(promise, analysis.tokens(sentence.index)):
                yield sentence.index, promise.frames


def is_leisure(analysis: Analysis) -> bool:
    """True for a report on sport or shows: it has several of the words by which such reports are known."""
    sport: set[str] = set()
    show: set[str] = set()
    for sentence in analysis.sentences:
        words = analysis.layer("vocabulary", sentence.index)
        sport.update(SPORT.intersection(words))
        show.update(SHOW.intersection(words))
    return len(sport) >= _LEISURE or len(show) >= _LEISURE
