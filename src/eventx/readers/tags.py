"""HTML tags taken off a short stretch of text (a block of HTML inside Markdown); linear in its length."""

from __future__ import annotations

import html
import re
from typing import Final

_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>|<[!?][^<>]*>")
# fmt: off
_INLINE: Final = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "var",
))
# fmt: on
_UNREAD: Final = ("script", "style", "template", "noscript")


def without_tags(source: str) -> str:
    """The text between the tags; block tags become line breaks; comments, scripts and styles go."""
    text = _cut(source, "<!--", "-->")
    for name in _UNREAD:
        text = _cut(text, f"<{name}", f"</{name}>")
    text = _TAG.sub(lambda m: "" if (m[2] or "").lower() in _INLINE else "\n", text)
    lines = (" ".join(line.split()) for line in html.unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _cut(text: str, opening: str, closing: str) -> str:
    """The text without the stretches from ``opening`` to ``closing``; an unclosed one stays."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose lower case is two
        lower = text
    kept: list[str] = []
    at = 0
    while True:
        start = lower.find(opening, at)
        end = lower.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            kept.append(text[at:])
            return "".join(kept)
        kept.append(text[at:start])
        at = end + len(closing)
