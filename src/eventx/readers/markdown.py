"""Markdown: the article's text with the markup taken off, so that no mark stands inside a word or sentence.

Blocks (headings, paragraphs, list items, table cells) are set apart by an empty line; a line break inside a
block is a space; links keep their text, emphasis its words; pictures and HTML tags go. A paragraph that the
source breaks off in the middle of a sentence stays broken off: mending it is the sentence layer's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import frozen

from eventx.errors import ReadError
from eventx.readers.decoding import decode
from eventx.readers.frontmatter import split_front_matter
from eventx.readers.particulars import Particulars, printed, stated
from eventx.readers.tags import without_tags
from eventx.records import Document

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LONGEST: Final = 500_000  # characters; no article is longer, and a list of half a million characters takes seconds
_LONGEST_BLOCK: Final = 20_000  # characters of one paragraph in which inline markup is looked for
_MARK: Final = "[*_`\\[\\]<>!&\\\\~]"
_HAS_MARKS: Final = re.compile(_MARK)
_FOOTNOTE: Final = re.compile(r"\[\^[\w-]{1,20}\]:?")
_LONG_NUMBER: Final = 99  # "2024. It was ..." opens an ordered list in Markdown; its number is text


@frozen(slots=True)
class _Block:
    text: str  # line breaks still there
    heading: int = 0


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table")
    parser.block.ruler.disable("code")  # articles indent paragraphs; they do not quote code
    parser.core.ruler.disable("inline")  # done a block at a time, for blocks of a sane length
    return parser


class MarkdownReader:
    """Reads one article in Markdown, with or without front matter."""

    name = "markdown"
    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, data: bytes, source: str) -> Iterator[Document | ReadError]:
        """Yield the one document of ``data``, or why there is none."""
        try:
            decoded = decode(data, source)
        except ReadError as error:
            yield error
            return
        front = split_front_matter(decoded.text)
        notes = list(decoded.notes)
        if len(front.body) > _LONGEST:
            notes.append(f"longer than {_LONGEST} characters: read as plain text, markup kept")
            text, found = front.body, Particulars()
        else:
            blocks = tuple(_blocks(front.body))
            text = "\n\n".join(b.text.replace("\n", " ") for b in blocks)
            found = _particulars(blocks)
        if not text.strip():
            yield ReadError("has no text", source)
            return
        yield stated(front.fields).over(found).document(text, source, notes, encoding=decoded.encoding)


def _particulars(blocks: Sequence[_Block]) -> Particulars:
    first = min((b.heading for b in blocks if b.heading), default=0)
    title = next((" ".join(b.text.split()) for b in blocks if b.heading == first), None) if first else None
    return Particulars(title=title).over(printed([b.text for b in blocks if not b.heading]))


def _blocks(source: str) -> Iterator[_Block]:
    """The blocks with text in them, in order."""
    parser, env = _parser(), {}  # type: ignore[var-annotated]
    heading, number = 0, ""
    for token in parser.parse(source, env):
        if token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if _is_text(token.info) else ""
        else:
            text = _text_of(token, parser, env)
            if text:
                yield _Block(number + text, heading)
                number = ""


def _is_text(number: str) -> bool:
    return number.isdecimal() and int(number) > _LONG_NUMBER


def _text_of(token: Token, parser: MarkdownIt, env: dict[str, object]) -> str:
    """The text of a token that has any, without its markup."""
    if token.type == "inline":
        text = token.content
        if len(text) <= _LONGEST_BLOCK and _HAS_MARKS.search(text):
            text = _inline(text, parser, env)
        return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    if token.type == "html_block":
        return without_tags(token.content).strip()
    return token.content.strip() if token.type == "fence" else ""


def _inline(text: str, parser: MarkdownIt, env: dict[str, object]) -> str:
    tokens: list[Token] = []
    parser.inline.parse(_FOOTNOTE.sub("", text), parser, env, tokens)
    return "".join(_plain(token) for token in tokens)


def _plain(token: Token) -> str:
    if token.type in ("text", "text_special", "code_inline"):
        return token.content
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return "\n" if re.match(r"</?(?:br|p|div|li|td)\b", token.content, re.IGNORECASE) else ""
    return ""
