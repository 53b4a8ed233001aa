"""Political events in the PLOVER ontology, as declarative frames."""

from __future__ import annotations

from importlib.resources import files

from eventx.frames import plugin_from_frames

__all__ = ["PLUGIN"]

_DATA = files("eventx_plover") / "data"

PLUGIN = plugin_from_frames(
    *sorted((path for path in _DATA.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name),
    name="plover",
)
