"""``eventx extract``: articles in, events out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from eventx.cli.engines import engine_of, plugin_options
from eventx.cli.faults import Faults
from eventx.cli.inputs import Day, Inputs, called
from eventx.cli.output import note
from eventx.cli.writing import chosen, write

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.records import Event, Report

_DEFAULT: Final = "table"


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", type=Day(), help="Publication date of the documents that state none, as 2024-06-17.")
@click.option(
    "--format", "format_name", metavar="NAME", help="table (the default), json, jsonl, csv, geojson, sqlite, icews, ..."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write to, instead of the terminal."
)
@plugin_options
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Number of processes.")
def extract(*, files: tuple[str, ...], published: date | None, **options: Any) -> int:
    """Extract the events of articles. FILE is text, Markdown, JSON, JSONL or HTML; - is standard input.

    Without --format the ending of --output decides; without either it is a table. "eventx plugins" lists the formats
    and their endings.
    """
    engine = engine_of(options)
    output: Path | None = options["output"]
    exporter = chosen(engine, options["format_name"], output, _DEFAULT)
    inputs = Inputs(files, engine.readers, published)
    faults = Faults(engine.failures)
    write(exporter, _events(engine, inputs, options["workers"], faults), output)
    return 1 if faults.failed or inputs.failed else 0


def _events(engine: Engine, inputs: Inputs, workers: int, faults: Faults) -> Iterator[Event]:
    """The events of all documents, in order; what went wrong is told."""
    for report in engine.stream(inputs, workers=workers):
        _tell(report, faults)
        yield from report.events


def _tell(report: Report, faults: Faults) -> None:
    where = called(report.document)
    for failure in report.failures:
        faults.tell(failure, where)
    own = report.document.metadata.get("notes", ())
    for told in (*own, *report.notes):
        if not (told == "no publication date was found" and report.notes):
            note(f"{where}: {told}")
