"""Which sentences of a document are worth reading: told from their words, before mentions and clauses are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.frames.affairs import Affairs
from eventx.frames.gate import Gate
from eventx.frames.model import FrameSet
from eventx.frames.needs import Promise
from eventx.hooks.parts import Analysis
from eventx.records import Section


class Screen:
    """Passes over the sentences in which no frame can find an event."""

    def __init__(self, framesets: Sequence[FrameSet]) -> None:
        self._gate = Gate(framesets)
        frames = [frame for frameset in framesets for frame in frameset.frames]
        self._public = frozenset(frame.name for frame in frames if frame.public_affairs)
        self._all_public = len(self._public) == len(frames)

    def affairs(self, analysis: Analysis) -> Affairs | None:
        """What the document is about; None where no frame asks."""
        return Affairs(analysis) if self._public else None

    def promising(self, analysis: Analysis, affairs: Affairs | None) -> Iterator[tuple[int, frozenset[str]]]:
        """The sentences that hold all words of some frame, its trigger as a verb or noun, with such frames by name.

        For frames of public affairs the sentence must be one that may tell of these.
        """
        for sentence, promises, public in list(self._gated(analysis, affairs)):
            names = self._names(self._gate.standing(promises, analysis.tokens(sentence)), public=public)
            if names:
                yield sentence, names

    def _names(self, promises: Sequence[Promise], *, public: bool) -> frozenset[str]:
        """The frames of some promises; those of public affairs only where the sentence may tell of these."""
        names = frozenset().union(*[promise.frames for promise in promises])
        return names if public else names - self._public

    def _gated(self, analysis: Analysis, affairs: Affairs | None) -> Iterator[tuple[int, list[Promise], bool]]:
        """The sentences that hold all words of some frame, and whether they may tell of public affairs.

        They are told one right after the other, before any is read: so the tables of the gate stay in reach.
        """
        for sentence in analysis.sentences:
            barred = affairs is not None and affairs.barred(sentence.index)
            if sentence.section is Section.FURNITURE or (barred and self._all_public):
                continue
            promises = self._gate.promises(analysis.layer("vocabulary", sentence.index))
            if not promises:
                continue
            public = not barred and (affairs is None or affairs.may_tell(sentence.index))
            if public or self._names(promises, public=False):
                yield sentence.index, promises, public
