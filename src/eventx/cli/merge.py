"""``eventx merge``: the events of several articles, those of one event made one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from eventx.cli.faults import Faults
from eventx.cli.output import complain, note, prints_aside
from eventx.cli.writing import chosen, write
from eventx.errors import ReadError, RecordError
from eventx.records import Event
from eventx.records.codec import parse_json

_DEFAULT: Final = "jsonl"


@click.command()
@click.argument("files", metavar="EVENTS...", nargs=-1, required=True)
@click.option("--within", is_flag=True, help="Merge within each document only, never across.")
@click.option("--why", is_flag=True, help="Tell each decision and its reason on standard error.")
@click.option("--format", "format_name", metavar="NAME", help="jsonl (the default), or another one of extract.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write to.")
def merge(files: tuple[str, ...], within: bool, why: bool, format_name: str | None, output: Path | None) -> int:
    """Merge events from JSONL or JSON files as "eventx extract" writes them; - is standard input.

    Without --format the ending of --output decides; without either it is JSONL. An event that stands there more than
    once (the same id) counts once.
    """
    from eventx.engine import Engine
    from eventx.merge import merge_events

    with prints_aside():
        engine = Engine()
    exporter = chosen(engine, format_name, output, _DEFAULT)
    faults = Faults(engine.failures)
    events: dict[str, Event] = {}
    failed = False
    again = 0
    for name in files:
        for found in _events(name):
            if isinstance(found, ReadError):
                failed = True
                complain(str(found))
            else:
                key = found.id or found.identified().id
                again += key in events
                events.setdefault(key, found)
    if again:
        note(f"{again} event{'s' if again != 1 else ''} had an id that was there already; each id counts once")
    merged, decisions = merge_events(events.values(), across=not within, event_types=engine.event_types)
    write(exporter, merged, output)
    if why:
        for made in decisions:
            what = "takes in" if made.joined else "stays apart from"
            mention = f"{made.document} [{made.sentence}] “{made.trigger}”"
            complain(f"{made.event} {what} {mention}: {made.reason}")
    return 1 if failed or faults.failed else 0


def _events(name: str) -> Iterator[Event | ReadError]:
    """The events of a file, with a ReadError for each that is none; one for all of a file without any event."""
    source = "<stdin>" if name == "-" else name
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        yield ReadError(f"cannot be read: {getattr(error, 'strerror', None) or error}", source)
        return
    data = data.removeprefix(b"\xef\xbb\xbf")
    faults: list[ReadError] = []
    sound = False
    for found in _listed(data, source) if data.lstrip()[:1] == b"[" else _lines(data, source):
        if isinstance(found, ReadError) and not sound:
            faults.append(found)
            continue
        if not sound:
            yield from faults
            sound, faults = True, []
        yield found
    if len(faults) > 1:
        told = f"holds no event ({faults[0].reason}); give what eventx extract --format jsonl, or json, writes"
        yield ReadError(told, source)
    else:
        yield from faults


def _listed(data: bytes, source: str) -> Iterator[Event | ReadError]:
    """The events of a JSON list."""
    try:
        items: Any = parse_json(data.decode("utf-8"))
    except (RecordError, UnicodeDecodeError) as error:
        yield ReadError(f"is no list of events: {error}", source)
        return
    for number, item in enumerate(items, 1):
        try:
            yield Event.from_dict(item)
        except RecordError as error:
            yield ReadError(f"item {number} is no event: {error}", source)


def _lines(data: bytes, source: str) -> Iterator[Event | ReadError]:
    """The events of JSON Lines."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield Event.from_json(line)
        except RecordError as error:
            yield ReadError(f"is no event: {error}", source, number)
