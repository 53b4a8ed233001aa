"""Frame files that are named on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventx.errors import FrameError

if TYPE_CHECKING:
    from eventx.frames import FramePlugin


def plugin_of_file(target: str) -> FramePlugin:
    """The plugin that a frame file makes, called after the file. Raises FrameError with all that is wrong."""
    from eventx.frames import FramePlugin, load_frames

    path = Path(target)
    if not path.is_file():
        raise FrameError((f"{target}: does not exist" if not path.exists() else f"{target}: is no file",))
    return FramePlugin(path.stem, [load_frames(path, target)])
