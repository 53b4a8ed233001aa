"""``eventx extract``: articles in, events out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from eventx.cli.engines import engine_of, plugin_options
from eventx.cli.inputs import Day, Inputs, called
from eventx.cli.output import complain, note, replacing

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.hooks import Exporter, FileExporter
    from eventx.records import Event, Failure, Report

_DEFAULT: Final = "table"


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="Publication date of the documents that state none, as 2024-06-17.")
@click.option(
    "--format", "format_name", metavar="NAME", help="table (the default), json, jsonl, csv, geojson, sqlite, ..."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write to, instead of the terminal."
)
@plugin_options
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Number of processes.")
def extract(*, files: tuple[str, ...], published: date | None, **options: Any) -> int:
    """Extract the events of articles. FILE is text, Markdown, JSON, JSONL or HTML; - is standard input.

    Without --format the ending of --output decides, else it is a table.
    """
    engine = engine_of(options)
    output: Path | None = options["output"]
    exporter = _exporter(engine.exporters, options["format_name"], output)
    inputs = Inputs(files, engine.readers, published)
    run = _Run(engine, inputs, options["workers"])
    _write(exporter, run.events(), output)
    return 1 if run.failed or inputs.failed else 0


def _write(exporter: Exporter | FileExporter, events: Iterator[Event], output: Path | None) -> None:
    from eventx.hooks import FileExporter

    if output is not None and not output.absolute().parent.is_dir():
        raise click.UsageError(f"the folder {output.parent} of --output does not exist: make it first")
    if not isinstance(exporter, FileExporter):
        with replacing(output) as stream:
            exporter.export(events, stream)
    elif output is None:
        raise click.UsageError(f"the format {exporter.name} needs a file: give --output FILE{exporter.suffix}")
    else:
        exporter.export_file(events, output)


class _Run:
    """The run over all inputs: gives the events, tells the faults once each."""

    def __init__(self, engine: Engine, inputs: Inputs, workers: int) -> None:
        self._engine = engine
        self._inputs = inputs
        self._workers = workers
        self._told: set[str] = set()
        self.failed = False

    def events(self) -> Iterator[Event]:
        """The events of all documents, in order. Afterwards ``failed`` says whether a document failed."""
        for failure in self._engine.failures:
            self._tell(failure, "")
        for report in self._engine.stream(self._inputs, workers=self._workers):
            self._faults(report)
            yield from report.events

    def _faults(self, report: Report) -> None:
        where = called(report.document)
        for failure in report.failures:
            self._tell(failure, where)
        own = report.document.metadata.get("notes", ())
        for told in (*own, *report.notes):
            if not (told == "no publication date was found" and report.notes):
                note(f"{where}: {told}")

    def _tell(self, failure: Failure, where: str) -> None:
        """A fault in a document each time, one of building the engine once."""
        self.failed = True
        text = f"{where}: {failure}" if failure.document and where else str(failure)
        if text not in self._told:
            self._told.add(text)
            complain(text)


def _exporter(
    known: Mapping[str, Exporter | FileExporter], name: str | None, output: Path | None
) -> Exporter | FileExporter:
    if name is None and output is not None:
        return next((e for e in known.values() if e.suffix == output.suffix.lower()), known[_DEFAULT])
    wanted = name or _DEFAULT
    if wanted not in known:
        raise click.UsageError(f"no format is called {wanted!r}; there are: {', '.join(sorted(known))}")
    return known[wanted]
