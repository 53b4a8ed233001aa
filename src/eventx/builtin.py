"""The built-in plugin: readers and exporters, through the same hooks as everyone's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.hooks import Exporter, FileExporter, Reader, hookimpl


class Builtin:
    """Gives the readers and exporters that come with eventx."""

    name = "eventx"

    @hookimpl
    def eventx_readers(self) -> Sequence[Reader]:
        """Plain text, Markdown, JSON, JSONL, HTML."""
        from eventx import readers

        return tuple(getattr(readers, "READERS", ()))

    @hookimpl
    def eventx_exporters(self) -> Sequence[Exporter | FileExporter]:
        """JSON, JSONL, CSV, GeoJSON, SQLite, table."""
        from eventx import exporters

        return tuple(getattr(exporters, "EXPORTERS", ()))


BUILTIN: Final = Builtin()
