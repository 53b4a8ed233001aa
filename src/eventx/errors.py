"""The one exception family of eventx.

::

    EventxError
    ├── RecordError         a record's value or JSON form is wrong
    ├── ReadError           a source could not be read as a document
    ├── PluginError         a plugin cannot be loaded or used
    │   └── PartError       one part (extractor, annotator, ...) raised on one document
    ├── LexiconError        a lexicon table is wrong
    ├── FrameError          a declarative event type (TOML) is wrong
    ├── ConfigError         an engine was asked for something impossible
    └── ExportError         events could not be written

Every message says what was wrong, where, and what to do about it.
"""

from __future__ import annotations

from pathlib import PurePath
from types import TracebackType
from typing import Any


def describe(error: BaseException) -> str:
    """An error in one text: its type and what it says. Raises nothing, whatever the error's own code does."""
    kind = type(error).__name__
    try:
        said = str(error)
    except Exception as second:  # the error of a plugin may be of its own making
        said = f"(what it says cannot be told: its text raised {type(second).__name__})"
    return f"{kind}: {said}" if said else kind


def raised_at(error: BaseException, package: str) -> str:
    """Where the code of a top-level ``package`` raised an error, as "package/module.py:line"; "" where it did not.

    The path begins at the package, so that it is the same wherever the package is installed.
    """
    found: TracebackType | None = None
    step = error.__traceback__
    while step is not None:
        if _module(step).partition(".")[0] == package:
            found = step
        step = step.tb_next
    if found is None:
        return ""
    path = PurePath(found.tb_frame.f_code.co_filename)
    depth = _module(found).count(".") + (2 if path.name == "__init__.py" else 1)
    return f"{'/'.join(path.parts[-depth:])}:{found.tb_lineno}"


def _module(step: TracebackType) -> str:
    return str(step.tb_frame.f_globals.get("__name__", ""))


class EventxError(Exception):
    """Root of all errors that eventx raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors travel between processes with all they carry, whatever their constructor takes."""
        return (_remake, (type(self), self.args, self.__dict__.copy()))


def _remake(kind: type[EventxError], args: tuple[Any, ...], state: dict[str, Any]) -> EventxError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class RecordError(EventxError, ValueError):
    """A record was given a value that it cannot hold.

    ``path`` names the field, in the form ``$.dates.start``.
    """

    def __init__(self, reason: str, path: str = "$") -> None:
        super().__init__(f"{reason} @ {path}")
        self.reason = reason
        self.path = path


class ReadError(EventxError):
    """A source (file, line, page) could not be read as a document. ``line`` counts from 1, None for the whole."""

    def __init__(self, reason: str, source: str, line: int | None = None) -> None:
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {reason}")
        self.reason = reason
        self.source = source
        self.line = line


class PluginError(EventxError):
    """A plugin cannot be loaded, or clashes with another one."""

    def __init__(self, reason: str, plugin: str) -> None:
        super().__init__(f"plugin {plugin}: {reason}")
        self.reason = reason
        self.plugin = plugin


class PartError(PluginError):
    """A part of a plugin raised while it worked on a document."""

    def __init__(self, reason: str, plugin: str, part: str, document: str) -> None:
        super().__init__(f"{part} on document {document}: {reason}", plugin)
        self.part = part
        self.document = document


class LexiconError(EventxError):
    """A reference table has a wrong, doubled or missing entry."""


class FrameError(EventxError):
    """A declarative event type is wrong; ``faults`` lists every fault found."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class ConfigError(EventxError, ValueError):
    """An engine was configured with something that does not exist or fit."""


class ExportError(EventxError):
    """Events could not be written in the format asked for."""
