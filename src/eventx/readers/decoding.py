"""Bytes to text: byte order marks, UTF-8, UTF-16, a declared charset, else a Western code page with a note."""

from __future__ import annotations

import codecs
import re
from typing import Final

from attrs import frozen

from eventx.errors import ReadError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of formats that are often handed over by mistake.
_FORMATS: Final = (
    (b"%PDF", "a PDF file: convert it to text first"),
    (b"PK\x03\x04", "a zip archive (or a .docx, .odt, .epub): unpack it or save it as text first"),
    (b"\x1f\x8b", "compressed with gzip: unpack it first"),
    (b"BZh", "compressed with bzip2: unpack it first"),
    (b"\xfd7zXZ", "compressed with xz: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstandard: unpack it first"),
    (b"\x89PNG", "a PNG picture: give the text of the article"),
    (b"\xff\xd8\xff", "a JPEG picture: give the text of the article"),
    (b"GIF8", "a GIF picture: give the text of the article"),
    (b"\x7fELF", "a program: give the text of an article"),
    (b"SQLite format 3\x00", "an SQLite database: export the articles as JSON Lines first"),
)
_CONTROLS: Final = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_SAMPLE: Final = 65_536
_MOST_CONTROLS: Final = 0.02  # of the bytes; text has none, a damaged one a few
_REPLACED: Final = "\ufffd"
_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]{2,40})",
    re.I,
)


@frozen(kw_only=True, slots=True)
class Decoded:
    """A text, the encoding that it was read with, and what had to be assumed."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, source: str, *, markup: bool = False) -> Decoded:
    """The text of ``data``, without a byte order mark.

    A mark decides; else UTF-8 where the bytes are valid; else UTF-16 where every other byte is zero; else, with
    ``markup``, the charset that the page declares; else UTF-8 with a few bytes replaced, or Windows-1252. Whatever
    is assumed is noted. Raises ReadError for no bytes and for bytes that are no text.
    """
    if not data:
        raise ReadError("is empty", source)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, source)
    for mark, told in _FORMATS:
        if data.startswith(mark):
            raise ReadError(f"is {told}", source)
    wide = _wide(data)
    if wide:
        return Decoded(text=data.decode(wide, "replace"), encoding=wide, notes=(f"no byte order mark; read as {wide}",))
    if _binary(data):
        raise ReadError("is binary, not text: save the article as text, Markdown, JSON or HTML", source)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    return (_declared(data) if markup else None) or _damaged(data) or _western(data)


def _marked(data: bytes, encoding: str, source: str) -> Decoded:
    if not data:
        raise ReadError("is empty", source)
    text = data.decode(encoding, "replace")
    broken = text.count(_REPLACED)
    return Decoded(text=text, encoding=encoding, notes=_lost(broken, encoding) if broken else ())


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    sample = data[: min(len(data), 4096) // 2 * 2]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else None


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(2, len(sample) * _MOST_CONTROLS)


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = (match.group(1) or match.group(2)).decode("ascii")
    try:
        encoding = codecs.lookup(name).name
        return Decoded(text=data.decode(encoding, "replace"), encoding=encoding)
    except (LookupError, ValueError):
        return None  # an unknown name, or a codec that gives no text


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are wrong, against a file in another encoding, where most are."""
    text = data.decode("utf-8", "replace")
    own = data.count(b"\xef\xbf\xbd")
    broken = text.count(_REPLACED) - own
    sound = len(text) - len(text.encode("ascii", "ignore")) - broken
    if sound < broken * 4:
        return None
    return Decoded(text=text, encoding="utf-8", notes=_lost(broken, "UTF-8"))


def _western(data: bytes) -> Decoded:
    for encoding in ("cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:  # five bytes mean nothing in cp1252
            continue
        return Decoded(text=text, encoding=encoding, notes=(f"not valid UTF-8; read as {encoding}",))
    raise AssertionError("latin-1 decodes any bytes")


def _lost(count: int, encoding: str) -> tuple[str, ...]:
    return (f"{count} places are not valid {encoding}; replaced by U+FFFD",)
