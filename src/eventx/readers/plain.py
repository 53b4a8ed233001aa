"""Plain text: the document's text is the file's text, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from eventx.errors import ReadError
from eventx.readers.decoding import decode
from eventx.readers.frontmatter import split_front_matter
from eventx.readers.particulars import Particulars, printed, stated
from eventx.records import Document

_LINE: Final = re.compile(r"[^\r\n]+")
_EDGE: Final = 20_000  # characters at the top and the bottom in which particulars are looked for
_LONGEST_TITLE: Final = 200


class TextReader:
    """Reads plain text. Front matter is taken off; everything else stays, line ends too."""

    name = "text"
    suffixes = (".txt", ".text")

    def read(self, data: bytes, source: str) -> Iterator[Document | ReadError]:
        """Yield the one document of ``data``, or why there is none."""
        try:
            decoded = decode(data, source)
        except ReadError as error:
            yield error
            return
        front = split_front_matter(decoded.text)
        if not front.body.strip():
            yield ReadError("has no text", source)
            return
        found = stated(front.fields).over(_around(front.body))
        yield found.document(front.body, source, decoded.notes, encoding=decoded.encoding)


def _around(text: str) -> Particulars:
    """The particulars in the first and last lines; the first line is the title where it looks like one."""
    top = _lines(text[:_EDGE])
    bottom = _lines(text[-_EDGE:]) if len(text) > _EDGE else []
    title = None
    if len(top) > 1 and len(top[0]) <= _LONGEST_TITLE and not top[0].endswith((".", "!", ":", ";", ",")):
        start = text.find(top[0]) + len(top[0])
        blank = re.match(r"[ \t]*(?:\r\n|\r|\n)[ \t]*(?:\r|\n)", text[start : start + 100])
        title = top[0] if blank else None
    return Particulars(title=title).over(printed([*top[:60], *(bottom or top)[-10:]] if len(top) > 60 else top))


def _lines(text: str) -> list[str]:
    return [m.group().strip() for m in _LINE.finditer(text) if not m.group().isspace()]
