"""From a path or bytes to documents: the reader is picked by the file's ending, else by how the text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from eventx.errors import ReadError, describe
from eventx.hooks import Reader
from eventx.records import Document

_SNIFFED: Final = 4096
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
    reader = pick_reader(data, source, readers)
    if reader is None:
        yield ReadError("no reader is installed that could read it", source)
        return
    try:
        yield from reader.read(data, source)
    except ReadError as error:
        yield error
    except (KeyboardInterrupt, GeneratorExit):  # the user stops, or nobody asks for more
        raise
    except BaseException as error:  # a plugin's reader may raise anything; the other sources go on
        yield ReadError(f"the reader {reader.name!r} failed: {describe(error)}", source)


def pick_reader(data: bytes, source: str, readers: Sequence[Reader]) -> Reader | None:
    """The reader of the source's ending, the last of them where several claim it; else of the text's beginning."""
    suffix = Path(source).suffix.lower()
    claiming = [r for r in readers if suffix and suffix in r.suffixes]
    if claiming:
        return claiming[-1]
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
        return "json" if head.lstrip()[1:2] in "\r\n" else "jsonl"
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
