"""Reports: exactly one for each document, with its events, faults and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from attrs import field, frozen

from eventx.records.document import Document
from eventx.records.event import Candidate, Dropped, Event
from eventx.records.frozenmap import FrozenMap


@frozen(kw_only=True, slots=True)
class Failure:
    """Something that went wrong, as a value.

    ``stage`` is load, build, read, annotate, extract, resolve, merge or watch; ``plugin`` and ``part`` say whose code
    it was, ``at`` the file and line of that code where it raised, ``document`` on which document (or source).
    """

    stage: str
    reason: str
    plugin: str = ""
    part: str = ""
    document: str = ""
    at: str = ""

    def __str__(self) -> str:
        where = ", ".join(
            f"{label} {value}"
            for label, value in (
                ("plugin", self.plugin),
                ("part", self.part),
                ("at", self.at),
                ("document", self.document),
            )
            if value
        )
        return f"{self.stage}: {self.reason}" + (f" ({where})" if where else "")


@frozen(kw_only=True, slots=True)
class Merged:
    """A decision of the merge step: ``event`` took in the mention at ``trigger``, or stays apart from it.

    ``event`` is the id of one of the events that came out, ``document`` the id of the mention's document.
    """

    event: str
    sentence: int
    trigger: str
    joined: bool
    reason: str
    document: str = ""


@frozen(kw_only=True, slots=True)
class Report:
    """What came of one document.

    ``events`` is empty for an article without events; ``notes`` then, and whenever something
    limits the result, says why ("no publication date: relative dates stay unresolved").
    ``candidates``, ``dropped`` and ``merges`` explain the events; ``timings`` are seconds a stage
    (not part of the result: never compared).
    """

    document: Document
    events: tuple[Event, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    merges: tuple[Merged, ...] = ()
    timings: Mapping[str, float] = field(factory=dict, eq=False, hash=False, converter=FrozenMap)

    @property
    def ok(self) -> bool:
        """True when nothing failed."""
        return not self.failures


class Processor(Protocol):
    """An engine, as far as it is fed with documents."""

    def process(self, document: Document) -> Report:
        """The report of one document."""
        ...
