"""Event types, candidates and events."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Self

from attrs import evolve, field, frozen

from eventx.records.annotations import Mention, TimeExpression
from eventx.records.checks import (
    all_are,
    are_codes,
    are_quoted,
    are_status_codes,
    between,
    frozen_map,
    is_a,
    is_identity,
    is_plain,
    is_stretch,
    is_text,
    is_whole,
    plain_map,
)
from eventx.records.document import Document
from eventx.records.frozenmap import FrozenMap
from eventx.records.parts import Actor, DateRange, Evidence, Location
from eventx.records.span import Span
from eventx.records.vocabulary import Status


def _type_codes(value: Mapping[str, str]) -> FrozenMap:
    return frozen_map(value, "$.codes")


def _status_codes(value: Mapping[Status, Mapping[str, str]]) -> FrozenMap:
    return frozen_map(value, "$.status_codes")


def _claimed(value: Mapping[str, Any]) -> FrozenMap:
    return frozen_map(value, "$.attributes")


@frozen(kw_only=True, slots=True)
class EventType:
    """A kind of event that a plugin can extract.

    ``name`` is the event's ``action`` ("visit"). ``codes`` are its codes in other schemes when
    it is asserted; ``status_codes`` overrides them by status (PLOVER codes a planned visit as
    AGREE). ``general`` names a broader event type, which another plugin may declare: where both claim one clause, the
    narrower wins. ``replaces`` names others that it wins over in a clause without being a kind of them (a visit that is
    called off, over the act of calling it off).
    ``identity`` names the fields that tell two events of the type apart: mentions are merged only where all of them are
    known and agree. A field is ``actors``, ``recipients``, ``location`` (its cities must not differ either),
    ``location.country`` (one event may be in several cities), ``dates``, or an attribute (``attributes.act``). By
    default these are actors and recipients, so mentions without recipients stay apart: for a type that has none write
    ("actors",) or ("actors", "location").
    ``ranked`` names attributes whose values have an order, the lowest first: of several the highest is kept.
    ``length`` names the attribute that tells how many days an event lasts: it is counted anew for merged dates.

    Raises RecordError for a value that a field cannot hold.
    """

    name: str = field(validator=is_text("$.name"))
    description: str = field(default="", validator=is_text("$.description"))
    codes: Mapping[str, str] = field(factory=dict, converter=_type_codes, validator=are_codes("$.codes"), hash=False)
    status_codes: Mapping[Status, Mapping[str, str]] = field(
        factory=dict,
        converter=_status_codes,
        validator=are_status_codes("$.status_codes"),
        hash=False,
    )
    general: str | None = field(default=None, validator=is_text("$.general", optional=True))
    replaces: tuple[str, ...] = field(default=(), validator=all_are(str, "$.replaces"))
    reciprocal: bool = field(default=False, validator=is_a(bool, "$.reciprocal"))
    identity: tuple[str, ...] = field(default=("actors", "recipients"), validator=is_identity)
    ranked: Mapping[str, Sequence[str]] = field(factory=dict, converter=FrozenMap, hash=False)
    length: str | None = field(default=None, validator=is_text("$.length", optional=True))

    def codes_for(self, status: Status) -> Mapping[str, str]:
        """The codes that hold for an event of this type with the given status."""
        return {**self.codes, **self.status_codes.get(status, {})}


def broader_types(name: str, event_types: Mapping[str, EventType]) -> list[str]:
    """The names of the event types of which one is a kind, nearest first; its own where it is a kind of itself."""
    found: list[str] = []
    known = event_types.get(name)
    while known is not None and known.general and known.general not in found:
        found.append(known.general)
        known = event_types.get(known.general)
    return found


@frozen(kw_only=True, slots=True)
class Candidate:
    """An extractor's claim that one stretch of text reports an event.

    ``actors``, ``recipients`` and ``places`` are mentions of the analysis; ``times`` the time
    expressions that date the event, or ``dates`` a range that the extractor worked out itself (it
    wins). ``evidence`` pairs a role with a span; the trigger's comes from ``trigger``.
    ``frame`` names the frame or rule that fired, for explanations. ``sentence`` is the number of the sentence that the
    trigger begins in (``analysis.sentence_at(trigger)``).

    Raises RecordError for a value that a field cannot hold, such as a trigger without characters.
    """

    event_type: str = field(validator=is_text("$.event_type", filled=True))
    sentence: int = field(validator=is_whole("$.sentence"))
    trigger: Span = field(validator=is_stretch("$.trigger", filled=True))
    actors: tuple[Mention, ...] = field(default=(), validator=all_are(Mention, "$.actors"))
    recipients: tuple[Mention, ...] = field(default=(), validator=all_are(Mention, "$.recipients"))
    places: tuple[Mention, ...] = field(default=(), validator=all_are(Mention, "$.places"))
    times: tuple[TimeExpression, ...] = field(default=(), validator=all_are(TimeExpression, "$.times"))
    dates: DateRange | None = field(default=None, validator=is_a(DateRange, "$.dates", optional=True))
    status: Status = field(default=Status.OCCURRED, validator=is_a(Status, "$.status"))
    status_cue: Span | None = field(default=None, validator=is_stretch("$.status_cue", optional=True))
    attribution: Mention | None = field(default=None, validator=is_a(Mention, "$.attribution", optional=True))
    attributes: Mapping[str, Any] = field(
        factory=dict, converter=_claimed, validator=is_plain("$.attributes"), hash=False
    )
    evidence: tuple[tuple[str, Span], ...] = field(default=(), validator=are_quoted("$.evidence"))
    confidence: float = field(default=0.8, validator=between(0.0, 1.0, "$.confidence"))
    frame: str = field(default="", validator=is_text("$.frame"))


@frozen(kw_only=True, slots=True)
class Dropped:
    """A trigger that an extractor looked at and did not take, with the reason.

    Raises RecordError for a value that a field cannot hold.
    """

    event_type: str = field(validator=is_text("$.event_type", filled=True))
    sentence: int = field(validator=is_whole("$.sentence"))
    trigger: Span = field(validator=is_stretch("$.trigger", filled=True))
    reason: str = field(validator=is_text("$.reason"))
    frame: str = field(default="", validator=is_text("$.frame"))


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
        """The event with ``id`` set to the hash of its other fields but confidence, extractor version and publisher."""
        content = self.to_dict()
        for key in ("id", "confidence", "extractor"):
            content.pop(key)
        content["document"].pop("publisher", None)
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
        "publisher": document.publisher,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
    }
