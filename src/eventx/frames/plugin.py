"""A whole plugin made of frame files."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from eventx.errors import FrameError
from eventx.frames.extractor import FrameExtractor
from eventx.frames.load import load_frames
from eventx.frames.model import FrameSet
from eventx.hooks import Extractor, Lexicon, hookimpl
from eventx.records import EventType


class FramePlugin:
    """The hooks of a plugin that is nothing but frame files."""

    def __init__(self, name: str, framesets: Sequence[FrameSet]) -> None:
        self.name = name
        self.framesets = tuple(framesets)

    @hookimpl
    def eventx_event_types(self) -> Sequence[EventType]:
        """The event types of all files."""
        return tuple(kind for frameset in self.framesets for kind in frameset.event_types)

    @hookimpl
    def eventx_lexicons(self) -> Sequence[Lexicon]:
        """The nouns of all frames, of which the layer ``clauses`` makes predicates."""
        nouns = frozenset(noun for frameset in self.framesets for frame in frameset.frames for noun in frame.nouns)
        return (Lexicon(name=f"{self.name} nouns", entries={}, nouns=nouns),) if nouns else ()

    @hookimpl
    def eventx_extractors(self) -> Sequence[Extractor]:
        """One extractor for all frames."""
        return (FrameExtractor(self.name, self.framesets),)


def plugin_from_frames(*sources: Path | str | Traversable, name: str) -> FramePlugin:
    """A plugin of frame files, ready for an entry point. Raises FrameError with every fault of every file."""
    framesets: list[FrameSet] = []
    faults: list[str] = []
    for source in sources:
        try:
            framesets.append(load_frames(source))
        except FrameError as error:
            faults.extend(error.faults)
    if faults:
        raise FrameError(tuple(faults))
    return FramePlugin(name, framesets)
