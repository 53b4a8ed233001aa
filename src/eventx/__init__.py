"""eventx: normalized event records (who, did what, where, when, in which status) from news text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from eventx.errors import (
    ConfigError,
    EventxError,
    ExportError,
    FrameError,
    LexiconError,
    PartError,
    PluginError,
    ReadError,
    RecordError,
)
from eventx.hooks import (
    ActorTable,
    Analysis,
    Annotator,
    Exporter,
    Extractor,
    FileExporter,
    Lexicon,
    Officeholder,
    Officeholders,
    Reader,
    hookimpl,
)
from eventx.records import (
    Actor,
    Argument,
    Basis,
    Candidate,
    Clause,
    DateRange,
    Discourse,
    Document,
    Dropped,
    Entity,
    Event,
    EventType,
    Evidence,
    Failure,
    Location,
    Mention,
    MentionKind,
    Merged,
    Modality,
    PlacePrecision,
    Precision,
    Report,
    Role,
    Section,
    Sector,
    Sentence,
    Span,
    Status,
    Term,
    TimeExpression,
    Tokens,
    json_schema,
)

if TYPE_CHECKING:
    from datetime import date

    from eventx.engine import Engine
    from eventx.lexicon.inflections import inflections
    from eventx.merge import merge_events
    from eventx.readers import read_documents

__all__ = [
    "Actor",
    "ActorTable",
    "Analysis",
    "Annotator",
    "Argument",
    "Basis",
    "Candidate",
    "Clause",
    "ConfigError",
    "DateRange",
    "Discourse",
    "Document",
    "Dropped",
    "Engine",
    "Entity",
    "Event",
    "EventType",
    "EventxError",
    "Evidence",
    "ExportError",
    "Exporter",
    "Extractor",
    "Failure",
    "FileExporter",
    "FrameError",
    "Lexicon",
    "LexiconError",
    "Location",
    "Mention",
    "MentionKind",
    "Merged",
    "Modality",
    "Officeholder",
    "Officeholders",
    "PartError",
    "PlacePrecision",
    "PluginError",
    "Precision",
    "ReadError",
    "Reader",
    "RecordError",
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
    "extract",
    "hookimpl",
    "inflections",
    "json_schema",
    "merge_events",
    "read_documents",
]


def extract(text: str, published: date | str | None = None) -> list[Event]:
    """The events of one article, by the installed plugins.

    ``published`` (a date or ISO string) is what relative dates are read against. The engine is
    built anew at each call; for many articles build an ``Engine`` once. Raises EventxError where a
    plugin failed, since there is no report to look at.
    """
    from eventx.engine import Engine

    report = Engine().process(Document(text=text, published=published))
    broken = [f for f in report.failures if f.stage != "watch"]
    if broken:
        raise EventxError("; ".join(str(f) for f in broken) + "; use Engine.process to go on with the rest")
    return list(report.events)


def __getattr__(name: str) -> Any:
    """Heavy names load when they are first used, so that ``import eventx`` stays cheap."""
    if name == "Engine":
        from eventx.engine import Engine

        return Engine
    if name == "inflections":
        from eventx.lexicon.inflections import inflections

        return inflections
    if name == "merge_events":
        from eventx.merge import merge_events

        return merge_events
    if name == "read_documents":
        from eventx.readers import read_documents

        return read_documents
    if name == "__version__":
        from importlib.metadata import version

        return version("eventx")
    raise AttributeError(f"module 'eventx' has no attribute {name!r}")
