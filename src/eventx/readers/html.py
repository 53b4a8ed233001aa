"""Web pages, by trafilatura (the extra ``html``): the article without menus, adverts and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from eventx.errors import ReadError, describe
from eventx.readers.days import parse_day
from eventx.readers.decoding import decode
from eventx.readers.particulars import Particulars
from eventx.records import Document

_LONGEST: Final = 10_000_000  # characters; trafilatura builds a tree of the page
# A tag with so many attributes that the parser's time, which grows with their square, would be felt.
_CROWDED: Final = re.compile(r"<([A-Za-z][\w-]*)\s[^<>]{20000,}>")
_WORD: Final = re.compile(r"\w+")
# No day is taken from the clock: dates are sought in the page, up to the last one that a page can have.
_DATES: Final = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


class HtmlReader:
    """Reads the article of a saved web page."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, source: str) -> Iterator[Document | ReadError]:
        """Yield the one document of the page, or why there is none."""
        try:
            decoded = decode(data, source, markup=True)
            found = _extracted(decoded.text, source)
        except ReadError as error:
            yield error
            return
        title = found.title or None
        paragraphs = [p.strip() for p in (found.text or "").split("\n") if p.strip()]
        if not paragraphs:
            yield ReadError("no article was found in the page", source)
            return
        if title and not _same(paragraphs[0], title):
            paragraphs.insert(0, title)
        known = Particulars(
            title=title,
            published=parse_day(found.date or ""),
            byline=found.author or None,
            url=found.url or None,
            publisher=found.sitename or None,
            language=found.language or None,
        )
        yield known.document("\n\n".join(paragraphs), source, decoded.notes, encoding=decoded.encoding)


def _extracted(page: str, source: str) -> Any:
    """What trafilatura finds in the page. Raises ReadError where it is not installed, or finds nothing."""
    try:
        import trafilatura
    except ImportError as error:
        told = f"web pages need trafilatura (the extra 'html'), which cannot be imported ({error})"
        raise ReadError(f"{told}: pip install trafilatura lxml_html_clean", source) from error
    if len(page) > _LONGEST:
        raise ReadError(f"the page has more than {_LONGEST} characters; save the article alone", source)
    try:
        found = trafilatura.bare_extraction(
            _CROWDED.sub(r"<\1>", page), include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )
    except Exception as error:  # a parser of broken pages may break on one
        raise ReadError(f"the page cannot be parsed: {describe(error)}", source) from error
    if found is None:
        raise ReadError("no article was found in the page", source)
    return found


def _same(one: str, other: str) -> bool:
    return _WORD.findall(one.lower()) == _WORD.findall(other.lower())
