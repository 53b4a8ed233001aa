"""Declarative event types: TOML files with frames and example sentences."""

from eventx.frames.check import ExampleResult, run_examples
from eventx.frames.extractor import FrameExtractor
from eventx.frames.load import load_frames, parse_frames
from eventx.frames.model import Example, Frame, FrameSet, RoleSource
from eventx.frames.plugin import FramePlugin, plugin_from_frames
from eventx.frames.schema import frames_schema

__all__ = [
    "Example",
    "ExampleResult",
    "Frame",
    "FrameExtractor",
    "FramePlugin",
    "FrameSet",
    "RoleSource",
    "frames_schema",
    "load_frames",
    "parse_frames",
    "plugin_from_frames",
    "run_examples",
]
