"""Event types, candidates and events."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Self

from attrs import evolve, field, frozen

from eventx.records.annotations import Mention, TimeExpression
from eventx.records.checks import all_are, between, is_a, is_text, plain_map
from eventx.records.document import Document
from eventx.records.frozenmap import FrozenMap
from eventx.records.parts import Actor, DateRange, Evidence, Location
from eventx.records.span import Span
from eventx.records.vocabulary import Status


@frozen(kw_only=True, slots=True)
class EventType:
    """A kind of event that a plugin can extract.

    ``name`` is the event's ``action`` ("visit"). ``codes`` are its codes in other schemes when
    it is asserted; ``status_codes`` overrides them by status (PLOVER codes a planned visit as
    AGREE). ``general`` names a broader event type: where both claim one clause, the narrower wins. ``replaces`` names
    others that it wins over in a clause without being a kind of them (a visit that is called off, over the act of
    calling it off).
    ``identity`` names the fields (actors, recipients, location, dates) that tell two events of the type apart: mentions
    are merged only where all of them are known and agree.
    """

    name: str
    description: str = ""
    codes: Mapping[str, str] = field(factory=dict, converter=FrozenMap, hash=False)
    status_codes: Mapping[Status, Mapping[str, str]] = field(factory=dict, converter=FrozenMap, hash=False)
    general: str | None = None
    replaces: tuple[str, ...] = ()
    reciprocal: bool = False
    identity: tuple[str, ...] = ("actors", "recipients")

    def codes_for(self, status: Status) -> Mapping[str, str]:
        """The codes that hold for an event of this type with the given status."""
        return {**self.codes, **self.status_codes.get(status, {})}


@frozen(kw_only=True, slots=True)
class Candidate:
    """An extractor's claim that one stretch of text reports an event.

    ``actors``, ``recipients`` and ``places`` are mentions of the analysis; ``times`` the time
    expressions that date the event, or ``dates`` a range that the extractor worked out itself (it
    wins). ``evidence`` pairs a role with a span; the trigger's comes from ``trigger``.
    ``frame`` names the frame or rule that fired, for explanations.
    """

    event_type: str
    sentence: int
    trigger: Span
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    dates: DateRange | None = None
    status: Status = Status.OCCURRED
    status_cue: Span | None = None
    attribution: Mention | None = None
    attributes: Mapping[str, Any] = field(factory=dict, converter=FrozenMap, hash=False)
    evidence: tuple[tuple[str, Span], ...] = ()
    confidence: float = field(default=0.8, validator=between(0.0, 1.0, "$.confidence"))
    frame: str = ""


@frozen(kw_only=True, slots=True)
class Dropped:
    """A trigger that an extractor looked at and did not take, with the reason."""

    event_type: str
    sentence: int
    trigger: Span
    reason: str
    frame: str = ""


def _attributes(value: Mapping[str, Any]) -> FrozenMap:
    return plain_map(value, "$.attributes")


def _codes(value: Mapping[str, Any]) -> FrozenMap:
    return plain_map(value, "$.codes")


def _document(value: Mapping[str, Any]) -> FrozenMap:
    return plain_map(value, "$.document")


@frozen(kw_only=True, slots=True)
class Event:
    """One event: who did what, to or with whom, where, when, in which status, by which characters.

    ``id`` is a hash of the content (see ``identified``): the same event of the same document has
    the same id in every run. ``dates`` is None for an undated event. ``mentions`` counts the places
    of the text that were merged into the event; their evidence is all in ``evidence``. ``attributes``,
    ``codes`` and ``document`` hold JSON types only: days and enums become text, tuples lists.

    Raises RecordError for a value that a field cannot hold.
    """

    id: str = ""
    action: str = field(validator=is_text("$.action", filled=True))
    actors: tuple[Actor, ...] = field(default=(), validator=all_are(Actor, "$.actors"))
    recipients: tuple[Actor, ...] = field(default=(), validator=all_are(Actor, "$.recipients"))
    location: Location | None = None
    dates: DateRange | None = None
    status: Status = field(default=Status.OCCURRED, validator=is_a(Status, "$.status"))
    attributes: Mapping[str, Any] = field(factory=dict, converter=_attributes, hash=False)
    codes: Mapping[str, str] = field(factory=dict, converter=_codes, hash=False)
    attribution: Actor | None = None
    evidence: tuple[Evidence, ...] = field(default=(), validator=all_are(Evidence, "$.evidence"))
    document: Mapping[str, Any] = field(factory=dict, converter=_document, hash=False)
    extractor: str = ""
    confidence: float = field(default=0.8, validator=between(0.0, 1.0, "$.confidence"))
    mentions: int = 1

    def identified(self) -> Event:
        """The event with ``id`` set to the hash of all its other fields but confidence and extractor version."""
        content = self.to_dict()
        for key in ("id", "confidence", "extractor"):
            content.pop(key)
        text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return evolve(self, id="evt_" + hashlib.sha256(text.encode()).hexdigest()[:20])

    def quotes(self, role: str) -> list[str]:
        """The quotes of the evidence for one role, in text order."""
        return [e.quote for e in sorted(self.evidence, key=lambda e: (e.start, e.end)) if e.role == role]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, schema version 1 (see ``eventx.json_schema``)."""
        from eventx.records.codec import event_to_dict

        return event_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The event of a JSON form. Raises RecordError that names the wrong field."""
        from eventx.records.codec import event_from_dict

        return event_from_dict(cls, data)

    def to_json(self) -> str:
        """The JSON form as one line of text."""
        from eventx.records.codec import event_to_json

        return event_to_json(self)

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The event of a line that ``to_json`` wrote. Raises RecordError for bad JSON or a wrong field."""
        from eventx.records.codec import event_from_json

        return event_from_json(cls, text)


def document_stamp(document: Document) -> dict[str, Any]:
    """What an event keeps of its document."""
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
    }
