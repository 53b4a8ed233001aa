"""Readers and exporters of a plugin on sources and events that they must survive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from eventx.errors import ExportError, ReadError, describe
from eventx.hooks import Exporter, FileExporter, Reader
from eventx.records import Actor, DateRange, Document, Event, Evidence, Location, Precision, Status

_BYTES: Final[Mapping[str, bytes]] = {
    "no bytes": b"",
    "bytes that are no UTF-8": b"caf\xe9 \xff\xfe\x00\x80",
    "UTF-16": "The president visited.".encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbfThe president visited.",
    "half a JSON object": b'{"text": "The president',
    "JSON of other types": b'[1, null, "x", {"text": 3}, []]',
    "an unclosed quote in a table": b'text,published\n"The president,2024-06-17\n',
    "tags that do not close": b"<html><body><p>The president <b>visited",
}


def reader_faults(reader: Reader, texts: Mapping[str, str]) -> Iterator[str]:
    """What a reader gets wrong: it yields documents and ReadErrors, the same each time, and raises nothing else."""
    sources = {**_BYTES, **{name: text.encode("utf-8", "surrogatepass") for name, text in texts.items()}}
    where: dict[str, tuple[str, list[str]]] = {}  # by the kind of fault: what one says of it, and the sources
    for name, data in sources.items():
        fault = _misread(reader, data)
        if fault:
            where.setdefault(fault.partition(":")[0], (fault, []))[1].append(name)
    for fault, names in where.values():
        yield f"the reader {reader.name!r} on {', '.join(map(repr, names[:3]))}: {fault}"


def _misread(reader: Reader, data: bytes) -> str:
    runs: list[list[Any]] = []
    for _ in range(2):
        try:
            runs.append(list(reader.read(data, "contract" + next(iter(reader.suffixes), ""))))
        except ReadError as error:
            runs.append([error])
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return f"it raised {describe(error)}; yield a ReadError for what cannot be read"
    wrong = next((found for found in runs[0] if not isinstance(found, (Document, ReadError))), None)
    if wrong is not None:
        return f"it yielded {type(wrong).__name__}; a reader yields Document or ReadError"
    if [_seen(found) for found in runs[0]] != [_seen(found) for found in runs[1]]:
        return "it reads the same bytes otherwise the second time"
    return ""


def _seen(found: Document | ReadError) -> object:
    return str(found) if isinstance(found, ReadError) else found


def exporter_faults(exporter: Exporter | FileExporter, events: Sequence[Event]) -> Iterator[str]:
    """What an exporter gets wrong: it writes no events, few and odd ones, the same each time, and raises nothing."""
    for name, some in (("no events", ()), ("one event", (_FULL,)), ("odd events", (_BARE, _ODD, *events))):
        try:
            first, second = _written(exporter, some), _written(exporter, some)
        except ExportError:
            continue  # it says that it cannot write them
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            yield f"the exporter {exporter.name!r} on {name}: it raised {describe(error)}"
            continue
        if first is None:
            yield f"the exporter {exporter.name!r} on {name}: it wrote no file where it was told to"
        elif isinstance(exporter, Exporter) and first != second:
            yield f"the exporter {exporter.name!r} on {name}: it writes the same events otherwise the second time"


def _written(exporter: Exporter | FileExporter, events: Iterable[Event]) -> str | bytes | None:
    if isinstance(exporter, Exporter):
        stream = StringIO()
        exporter.export(iter(events), stream)
        return stream.getvalue()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"contract{exporter.suffix}"
        exporter.export_file(iter(events), path)
        return path.read_bytes() if path.exists() else None


_QUOTE: Final = "will go to"
_DOCUMENT: Final = {"id": "contract", "url": None, "title": 'Odd, "quoted"\ntitle', "published": "2024-06-17"}
_FULL: Final = Event(
    action="contract",
    actors=(Actor(name="Ada Lovelace", text="Ada", country="GBR"),),
    recipients=(Actor(text="officials"), Actor(name="Kenya", text="Kenya", country="KEN")),
    location=Location(name="Kenya", country="KEN", places=("Nairobi",), latitude=-1.28, longitude=36.82),
    dates=DateRange(start=date(2024, 6, 18), end=date(2024, 6, 19)),
    status=Status.PLANNED,
    attributes={"level": "state", "list": [1, {"x": None}]},
    codes={"plover": "AGREE:visit"},
    evidence=(Evidence(role="trigger", start=4, end=14, quote=_QUOTE, sentence=0),),
    document=_DOCUMENT,
    extractor="contract 1",
).identified()
_BARE: Final = Event(action="contract")
_ODD: Final = Event(
    action="contract",
    actors=(Actor(text="\ud800 lone, \x00 none\r\n\"'=1+1"), Actor(name="中文 עברית 😀", text="")),
    location=Location(name="somewhere"),
    dates=DateRange(end=date(1, 1, 1), precision=Precision.DECADE, approximate=True),
    evidence=(Evidence(role="trigger", start=0, end=1, quote="\ud800", sentence=0),),
    document=_DOCUMENT,
).identified()
