"""From a path or bytes to documents: the reader is picked by the file's ending, else by how the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from eventx.errors import ReadError, describe
from eventx.hooks import Reader
from eventx.hooks.endings import ending_of, has_ending
from eventx.records import Document

_SNIFFED: Final = 4096
_TABLES: Final = (".csv", ".tsv")  # they look like text, and as prose they give nothing
_PAGE: Final = re.compile(r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_OBJECT: Final = re.compile(r"\s{0,200}\{\s{0,200}\"")
_LIST: Final = re.compile(r"\s{0,200}\[\s{0,200}\{\s{0,200}\"")
_MARKDOWN: Final = re.compile(r"^#{1,6} \S|\]\((?:https?:|#|/)[^)\s]{0,300}\)|^\*\*[^*\n]{1,80}\*\*", re.MULTILINE)


def read_path(path: Path | str, readers: Sequence[Reader]) -> Iterator[Document | ReadError]:
    """The documents of a file, with a ReadError in the place of each that cannot be read. Raises nothing."""
    try:
        data = _bytes_of(Path(path))
    except ReadError as error:
        yield error
        return
    yield from read_bytes(data, str(path), readers)


def read_bytes(data: bytes, source: str, readers: Sequence[Reader]) -> Iterator[Document | ReadError]:
    """The documents of bytes that came from ``source``, a file name or a word for where they are from."""
    ending = Path(source).suffix.lower()
    if ending in _TABLES and not ending_of(source, (suffix for r in readers for suffix in r.suffixes)):
        cure = "write each row as a line of JSON Lines, with the fields text, published, title, ..."
        yield ReadError(f"{ending} is no format of articles: {cure}", source)
        return
    reader = pick_reader(data, source, readers)
    if reader is None:
        yield ReadError("no reader is installed that could read it", source)
        return
    try:
        given: Iterator[Any] = reader.read(data, source)
        for found in given:
            if isinstance(found, (Document, ReadError)):
                yield found
            else:
                told = f"the reader {reader.name!r} yields Document or ReadError, not {type(found).__name__}"
                yield ReadError(f"{told}: mend its plugin, or leave it out", source)
    except ReadError as error:
        yield error
    except (KeyboardInterrupt, GeneratorExit):  # the user stops, or nobody asks for more
        raise
    except BaseException as error:  # a plugin's reader may raise anything; the other sources go on
        yield ReadError(f"the reader {reader.name!r} failed: {describe(error)}", source)


def pick_reader(data: bytes, source: str, readers: Sequence[Reader]) -> Reader | None:
    """The reader of the source's ending, else of the text's beginning.

    The longest ending counts (".wire.json" before ".json"), in any letter case; of several readers that claim it the
    last.
    """
    ending = ending_of(source, (suffix for reader in readers for suffix in reader.suffixes))
    if ending:
        return [r for r in readers if has_ending(r.suffixes, ending)][-1]
    named = {reader.name: reader for reader in readers}
    return named.get(_kind(data)) or named.get("text") or next(iter(readers), None)


def _kind(data: bytes) -> str:
    """The name of the built-in reader for a text that begins so."""
    head = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    if _PAGE.match(head):
        return "html"
    if _LIST.match(head):
        return "json"
    if _OBJECT.match(head):
        first, _, rest = data.strip().partition(b"\n")
        return "jsonl" if first.rstrip().endswith(b"}") and rest else "json"  # one that is no JSON is read as lines
    return "markdown" if _MARKDOWN.search(head) else "text"


def _bytes_of(path: Path) -> bytes:
    source = str(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("does not exist", source) from None
    except IsADirectoryError:
        raise ReadError("is a directory: name the files in it", source) from None
    except PermissionError:
        if path.is_dir():  # what Windows says of a directory
            raise ReadError("is a directory: name the files in it", source) from None
        raise ReadError("may not be read: permission denied", source) from None
    except (OSError, ValueError, MemoryError) as error:
        raise ReadError(
            f"cannot be read: {getattr(error, 'strerror', None) or error or 'out of memory'}", source
        ) from None
