"""Lines of a TOML file: where a table or key stands, for error messages."""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]+\")\s*=")


class Lines:
    """The line numbers (from 1) of tables and keys, by path.

    Array tables count from 0: ``("event", 0, "frame", 1)``.
    """

    def __init__(self, text: str) -> None:
        self._at: dict[tuple[str | int, ...], int] = {}
        self._counts: dict[tuple[str | int, ...], int] = {}
        path: tuple[str | int, ...] = ()
        quoted = ""
        listed: tuple[str | int, ...] = ()  # the key whose list of inline tables is open
        for number, line in enumerate(text.splitlines(), 1):
            if quoted:
                quoted = "" if quoted in line else quoted
                continue
            if listed:
                listed = self._inline(listed, line, number)
                if listed:
                    continue
            table = _TABLE.match(line)
            if table:
                path = self._enter(table.group(2), number, array=table.group(1) == "[[")
                self._at.setdefault(path, number)
                continue
            key = _KEY.match(line)
            if key:
                self._at.setdefault((*path, key.group(1).strip('"')), number)
                if line.rstrip().endswith("["):
                    listed = (*path, key.group(1).strip('"'))
                quoted = next((q for q in ('"""', "'''") if line.count(q) % 2), "")

    def _inline(self, listed: tuple[str | int, ...], line: str, number: int) -> tuple[str | int, ...]:
        """Note an inline table that starts a line of a list; () at the list's end."""
        start = line.strip()
        if start.startswith("]"):
            return ()
        if start.startswith("{"):
            index = self._counts.get(listed, -1) + 1
            self._counts[listed] = index
            self._at.setdefault((*listed, index), number)
        return listed

    def _enter(self, dotted: str, number: int, *, array: bool) -> tuple[str | int, ...]:
        path: tuple[str | int, ...] = ()
        parts = [p.strip().strip('"') for p in dotted.split(".")]
        for position, part in enumerate(parts):
            path = (*path, part)
            if array and position == len(parts) - 1:
                self._at.setdefault(path, number)
                index = self._counts.get(path, -1) + 1
                self._counts[path] = index
                path = (*path, index)
            elif path in self._counts:
                path = (*path, self._counts[path])
        if array:  # the counts of what lies inside start anew
            self._counts = {p: c for p, c in self._counts.items() if p[: len(path)] != path}
        return path

    def of(self, *path: str | int) -> int:
        """The line of a path, or of the nearest table that holds it; 1 where nothing is known."""
        while path:
            if path in self._at:
                return self._at[path]
            path = path[:-1]
        return 1
