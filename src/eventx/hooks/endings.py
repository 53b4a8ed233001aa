"""File endings (".jsonl", ".bullets.md"): by them readers and exporters are picked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def ending_of(name: str, known: Iterable[str]) -> str:
    """The longest of the known endings that a file name has, in lower case; "" for none.

    Letter case does not count. A name that is nothing but the ending (".json", a hidden file) has none.
    """
    folded = name.casefold()
    folds = (ending.casefold() for ending in known)
    return max((e for e in folds if folded.endswith(e) and _stem(folded, e)), key=len, default="")


def has_ending(endings: Iterable[str], wanted: str) -> bool:
    """True where one of the endings is the wanted one (in lower case)."""
    return any(ending.casefold() == wanted for ending in endings)


def faulty_ending(value: Any) -> str:
    """What is wrong with an ending; empty for a good one."""
    if not isinstance(value, str):
        return f"the ending {value!r} is no string; write it as '.wire'"
    if len(value) < 2 or not value.startswith("."):
        return f"the ending {value!r} does not begin with a dot; write it as '.{value.strip('.') or 'wire'}'"
    if any(c.isspace() or c in "/\\" for c in value):
        return f"the ending {value!r} has a space or slash in it; write it as '.wire'"
    return ""


def _stem(name: str, ending: str) -> bool:
    return name[: len(name) - len(ending)][-1:] not in ("", "/", "\\")
