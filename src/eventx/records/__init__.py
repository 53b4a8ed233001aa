"""The value types: frozen, typed, with a stable JSON form. Imports nothing else of eventx but the errors."""

from eventx.records.annotations import (
    Argument,
    Clause,
    Discourse,
    Entity,
    Mention,
    MentionKind,
    Modality,
    Section,
    Sentence,
    Term,
    TimeExpression,
    Tokens,
)
from eventx.records.codec import SCHEMA_VERSION
from eventx.records.codes import ORGANIZATIONS
from eventx.records.document import Document
from eventx.records.event import Candidate, Dropped, Event, EventType, broader_types, document_stamp
from eventx.records.parts import Actor, DateRange, Evidence, Location
from eventx.records.report import Failure, Merged, Processor, Report
from eventx.records.schema import json_schema
from eventx.records.span import Span
from eventx.records.vocabulary import Basis, PlacePrecision, Precision, Role, Sector, Status

__all__ = [
    "ORGANIZATIONS",
    "SCHEMA_VERSION",
    "Actor",
    "Argument",
    "Basis",
    "Candidate",
    "Clause",
    "DateRange",
    "Discourse",
    "Document",
    "Dropped",
    "Entity",
    "Event",
    "EventType",
    "Evidence",
    "Failure",
    "Location",
    "Mention",
    "MentionKind",
    "Merged",
    "Modality",
    "PlacePrecision",
    "Precision",
    "Processor",
    "Report",
    "Role",
    "Section",
    "Sector",
    "Sentence",
    "Span",
    "Status",
    "Term",
    "TimeExpression",
    "Tokens",
    "broader_types",
    "document_stamp",
    "json_schema",
]
