"""Events into a format: which exporter writes them, and what is told where one fails."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import frozen

from eventx.cli.output import note, replacing
from eventx.errors import ExportError, describe
from eventx.hooks.endings import ending_of, has_ending

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.hooks import Exporter, FileExporter
    from eventx.records import Event

_BUILTIN = "eventx"


@frozen(slots=True)
class Chosen:
    """An exporter, and the plugin that it is from."""

    part: Exporter | FileExporter
    plugin: str


def chosen(engine: Engine, name: str | None, output: Path | None, default: str) -> Chosen:
    """The exporter of a name, else of the output's ending, else the default one.

    Raises UsageError for a name or an ending that no exporter has.
    """
    known = {m.part.name: Chosen(m.part, m.plugin.name) for m in engine.contributions.parts["eventx_exporters"]}
    if name is None and output is not None:
        ending = ending_of(output.name, (c.part.suffix for c in known.values()))
        if not ending:
            listed = ", ".join(f"{c.part.suffix} ({n})" for n, c in sorted(known.items()))
            told = f"the ending of {output} tells no format; give --format NAME, or one of the endings {listed}"
            raise click.UsageError(told)
        return [c for c in known.values() if has_ending((c.part.suffix,), ending)][-1]
    wanted = name or default
    if wanted not in known:
        raise click.UsageError(f"no format is called {wanted!r}; there are: {', '.join(sorted(known))}")
    return known[wanted]


def write(exporter: Chosen, events: Iterable[Event], output: Path | None) -> None:
    """Write the events to standard output or to a file, which is replaced when all is written.

    Raises ExportError where the exporter fails; what the events' own source raises goes through as it is.
    """
    from eventx.hooks import FileExporter

    if output is not None and not output.absolute().parent.is_dir():
        raise click.UsageError(f"the folder {output.parent} of --output does not exist: make it first")
    part = exporter.part
    source = _Source(events, part)
    if not isinstance(part, FileExporter):
        with replacing(output) as stream:
            _run(exporter, source, lambda: part.export(source, stream))
    elif output is None:
        raise click.UsageError(f"the format {part.name} needs a file: give --output FILE{part.suffix}")
    else:
        _write_file(exporter, part, source, output)
    source.tell()


def _write_file(exporter: Chosen, part: FileExporter, source: _Source, output: Path) -> None:
    """Have a file written beside the old one, then put in its place; a database, which is added to, in its place."""
    if getattr(part, "in_place", False):
        _run(exporter, source, lambda: part.export_file(source, output))
        return
    folder = Path(tempfile.mkdtemp(prefix=".eventx-", dir=output.absolute().parent))
    made = folder / output.name
    try:
        _run(exporter, source, lambda: part.export_file(source, made))
        if not made.is_file():
            raise ExportError(f"{_called(exporter)} wrote no file: export_file(events, path) has to write to its path")
        made.replace(output)
    except OSError as error:
        raise click.FileError(str(output), hint=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(exporter: Chosen, source: _Source, export: Callable[[], None]) -> None:
    try:
        export()
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except BaseException as error:  # an exporter may raise anything
        if source.error is not None:
            raise source.error from None
        if exporter.plugin == _BUILTIN and isinstance(error, (OSError, ExportError)):
            raise
        raise ExportError(f"{_called(exporter)} failed, its output is not whole: {describe(error)}") from error
    if source.error is not None:  # the exporter kept it to itself
        raise source.error


def _called(exporter: Chosen) -> str:
    return f"plugin {exporter.plugin}: the exporter {exporter.part.name!r}"


class _Source:
    """The events on their way to an exporter: what making them raises is not the exporter's fault."""

    def __init__(self, events: Iterable[Event], part: Exporter | FileExporter) -> None:
        self._events = events
        self._part = part
        self._left_out: Counter[str] = Counter()
        self.error: BaseException | None = None

    def __iter__(self) -> Iterator[Event]:
        reason_of = getattr(self._part, "leaves_out", None)
        events = iter(self._events)
        while True:
            try:
                event = next(events)
            except StopIteration:
                return
            except BaseException as error:
                self.error = error
                raise
            reason = reason_of(event) if reason_of else ""
            if reason:
                self._left_out[reason] += 1
            yield event

    def tell(self) -> None:
        """How many events the format has no room for, and why."""
        if self._left_out:
            count = sum(self._left_out.values())
            why = ", ".join(f"{n} {reason}" for reason, n in sorted(self._left_out.items()))
            note(f"the format {self._part.name} leaves out {count} event{'s' if count != 1 else ''}: {why}")
