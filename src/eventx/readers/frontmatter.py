"""Front matter: ``key: value`` lines between two lines of three hyphens at the top of a file."""

from __future__ import annotations

import re
from typing import Final

from attrs import field, frozen

_LINE: Final = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,60}?)\s{0,3}:(?:\s+(?P<value>.*))?$")
_ITEM: Final = re.compile(r"\s{1,8}\S|-\s|#|\s*$")
_MOST_LINES: Final = 200


@frozen(slots=True)
class FrontMatter:
    """The fields (keys lower-cased, spaces and hyphens as underscores) and the text after them."""

    body: str
    fields: dict[str, str] = field(factory=dict, hash=False)


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of a text and the rest. A text without (or with a plain rule at its top) is all rest."""
    opening = re.match(r"\s{0,100}---[ \t]*\r?\n", text)
    if opening is None:
        return FrontMatter(text)
    fields: dict[str, str] = {}
    at = opening.end()
    for _ in range(_MOST_LINES):
        end = text.find("\n", at)
        line = (text[at:] if end < 0 else text[at:end]).rstrip("\r")
        if line.rstrip() in ("---", "..."):
            body = "" if end < 0 else text[end + 1 :]
            return FrontMatter(body, fields) if fields else FrontMatter(text)
        match = _LINE.match(line) if len(line) < 5000 else None
        if match:
            key = re.sub(r"[ .-]", "_", match["key"].strip().lower())
            fields.setdefault(key, _value(match["value"] or ""))
        elif not _ITEM.match(line):
            break
        if end < 0:
            break
        at = end + 1
    return FrontMatter(text)


def _value(raw: str) -> str:
    raw = raw.strip()
    if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'":
        return raw[1:-1]
    return re.sub(r"\s+#.*$", "", raw) if raw[:1] != "#" else ""
