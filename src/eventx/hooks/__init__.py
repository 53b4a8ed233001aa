"""Hook specifications, the protocols of the parts, and the plugin host."""

from eventx.hooks.officeholders import Head, Officeholders
from eventx.hooks.parts import (
    ActorTable,
    Analysis,
    Annotator,
    Exporter,
    Extractor,
    FileExporter,
    Lexicon,
    Officeholder,
    Reader,
)
from eventx.hooks.specs import ENTRY_POINT_GROUP, hookimpl, hookspec

__all__ = [
    "ENTRY_POINT_GROUP",
    "ActorTable",
    "Analysis",
    "Annotator",
    "Exporter",
    "Extractor",
    "FileExporter",
    "Head",
    "Lexicon",
    "Officeholder",
    "Officeholders",
    "Reader",
    "hookimpl",
    "hookspec",
]
