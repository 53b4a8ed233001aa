"""``eventx merge``: the events of several articles, those of one event made one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from eventx.cli.output import complain, replacing
from eventx.errors import ReadError, RecordError
from eventx.records import Event


@click.command()
@click.argument("files", metavar="EVENTS.jsonl...", nargs=-1, required=True)
@click.option("--within", is_flag=True, help="Merge within each document only, never across.")
@click.option("--why", is_flag=True, help="Tell each decision and its reason on standard error.")
@click.option("--format", "format_name", default="jsonl", show_default=True, metavar="NAME", help="Format to write.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write to.")
def merge(files: tuple[str, ...], within: bool, why: bool, format_name: str, output: Path | None) -> int:
    """Merge events from JSONL files as "eventx extract --format jsonl" writes them; - is standard input."""
    from eventx.engine import Engine
    from eventx.exporters import EXPORTERS
    from eventx.hooks import Exporter
    from eventx.merge import merge_events

    known: dict[str, Exporter] = {e.name: e for e in EXPORTERS if isinstance(e, Exporter)}
    if format_name not in known:
        raise click.UsageError(f"no format is called {format_name!r}; there are: {', '.join(sorted(known))}")
    events: list[Event] = []
    failed = False
    for name in files:
        for found in _events(name):
            if isinstance(found, ReadError):
                failed = True
                complain(str(found))
            else:
                events.append(found)
    merged, decisions = merge_events(events, across=not within, event_types=Engine().event_types)
    with replacing(output) as stream:
        known[format_name].export(merged, stream)
    if why:
        for made in decisions:
            what = "takes in" if made.joined else "stays apart from"
            mention = f"{made.document} [{made.sentence}] “{made.trigger}”"
            complain(f"{made.event} {what} {mention}: {made.reason}")
    return 1 if failed else 0


def _events(name: str) -> Iterator[Event | ReadError]:
    """The events of a file, with a ReadError for each line that is none."""
    source = "<stdin>" if name == "-" else name
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        yield ReadError(f"cannot be read: {getattr(error, 'strerror', None) or error}", source)
        return
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield Event.from_json(line)
        except RecordError as error:
            yield ReadError(f"is no event: {error}", source, number)
