"""A stretch of a document's text."""

from __future__ import annotations

from attrs import frozen

from eventx.errors import RecordError


@frozen(order=True, slots=True, init=False)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of a document's text.

    Only the methods of this class compare offsets; everything else asks them.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:  # written out: spans are what most is made of
        if not 0 <= start <= end:
            raise RecordError(f"a span runs forward from 0, not {start}..{end}", "$.span")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True when ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def before(self, other: Span) -> bool:
        """True when the span ends at or before the start of ``other``."""
        return self.end <= other.start

    def gap(self, other: Span) -> int:
        """Characters between the two; 0 when they touch or overlap."""
        return max(0, other.start - self.end, self.start - other.end)

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


# A frozen class of slots is filled through the slots themselves.
_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__
