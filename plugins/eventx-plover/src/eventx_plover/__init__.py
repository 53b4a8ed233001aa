"""Political events in the PLOVER ontology: declarative frames, crosswalks, and the layouts of event data sets."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Final

from eventx import Exporter, hookimpl
from eventx.frames import FramePlugin, load_frames
from eventx_plover.exporters import EXPORTERS

__all__ = ["PLUGIN", "PloverPlugin"]


class PloverPlugin(FramePlugin):
    """The frames of all categories, and the exporters ``icews``, ``phoenix`` and ``polecat``."""

    @hookimpl
    def eventx_exporters(self) -> Sequence[Exporter]:
        """Rows as existing tools read them."""
        return EXPORTERS


_DATA: Final = files("eventx_plover") / "data"

PLUGIN: Final = PloverPlugin(
    name="plover",
    framesets=[
        load_frames(path) for path in sorted(_DATA.iterdir(), key=lambda path: path.name) if path.name.endswith(".toml")
    ],
)
