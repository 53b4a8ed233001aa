"""The hooks of eventx. Each is called once, when an Engine is built, and returns parts.

The Engine runs the parts itself, so that a part which raises costs its own output for that
document and nothing else. A plugin is a module or an object with functions marked
``@eventx.hookimpl``; it is found through the entry-point group ``eventx``.

``config`` are the plugin's settings (``Engine(config={NAME: {...}})``), empty where none are given. A plugin that has
no settings leaves the argument out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import pluggy

from eventx.hooks.parts import ActorTable, Annotator, Exporter, Extractor, FileExporter, Lexicon, Reader
from eventx.records import EventType, Report

if TYPE_CHECKING:
    import click

PROJECT: Final = "eventx"
ENTRY_POINT_GROUP: Final = "eventx"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def eventx_event_types(config: Mapping[str, Any]) -> Sequence[EventType]:  # type: ignore[empty-body]
    """The event types that this plugin's extractors emit."""


@hookspec
def eventx_lexicons(config: Mapping[str, Any]) -> Sequence[Lexicon | ActorTable]:  # type: ignore[empty-body]
    """Surface forms for the one scan over the text (read by ``analysis.terms(name)``), and tables of officeholders."""


@hookspec
def eventx_readers(config: Mapping[str, Any]) -> Sequence[Reader]:  # type: ignore[empty-body]
    """Readers that turn files of some format into documents."""


@hookspec
def eventx_annotators(config: Mapping[str, Any]) -> Sequence[Annotator]:  # type: ignore[empty-body]
    """Providers of language layers; one for a layer that already has a provider replaces it."""


@hookspec
def eventx_extractors(config: Mapping[str, Any]) -> Sequence[Extractor]:  # type: ignore[empty-body]
    """Extractors of candidate events."""


@hookspec
def eventx_exporters(config: Mapping[str, Any]) -> Sequence[Exporter | FileExporter]:  # type: ignore[empty-body]
    """Writers of events in some format."""


@hookspec
def eventx_commands(group: click.Group) -> Any:
    """Add commands to the command line (called when it starts)."""


@hookspec
def eventx_document_done(report: Report) -> None:
    """Watch-only: called after each document; what it returns or raises changes no event."""
