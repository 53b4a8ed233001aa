"""Coreference, measured on short texts of our own in which every mention is marked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from eventx.records import Mention

FOLDER = Path(__file__).parent / "coreference"
FLOOR = 0.94
_MARK = re.compile(r"\[([^\]|]*)\|([^\]|]*)(?:\|([^\]]*))?\]")


@frozen
class Marked:
    """A text without its marks, and the marks as (start, end, referents)."""

    text: str
    marks: tuple[tuple[int, int, tuple[str, ...]], ...]


def unmarked(source: str) -> Marked:
    """Read [words|referents]. A third part gives the larger phrase that the mark stands for; "-" is not scored."""
    plain, marks, at = "", [], 0
    for match in _MARK.finditer(source):
        plain += source[at : match.start()]
        start, words = len(plain), match.group(1)
        plain += words
        at = match.end()
        if match.group(2) != "-":
            marks.append((start, len(plain), tuple(match.group(2).split("+"))))
    return Marked(plain + source[at:], tuple(marks))


def texts() -> list[tuple[str, Marked]]:
    """All marked texts with the name of their file."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        found += [(path.stem, unmarked(t)) for t in tomllib.loads(path.read_text(encoding="utf-8"))["texts"]]
    return found


def keys_of(mention: Mention) -> tuple[str, ...]:
    """The keys of what a mention means."""
    if mention.members:
        return tuple(sorted(m.key for m in mention.members))
    return (mention.actor.key,) if mention.actor else ()


def scored(desk: Any, marked: Marked) -> list[tuple[str, bool, str]]:
    """(words, right or not, what was found) of every mark.

    The first mention of a referent is right when it is found and is nobody else; each later one when it has
    the key of the first.
    """
    mentions = desk.read(marked.text)
    first: dict[str, str] = {}
    outcome = []
    for start, end, referents in marked.marks:
        words = marked.text[start:end]
        mention = best(mentions, start, end)
        keys = keys_of(mention) if mention else ()
        if len(referents) == 1 and referents[0] not in first:
            right = len(keys) == 1 and keys[0] not in first.values()
            first[referents[0]] = keys[0] if len(keys) == 1 else f"lost {words}"
        else:
            wanted = tuple(sorted(first.get(r, r) for r in referents))
            right = keys == wanted
        outcome.append((words, right, " ".join(keys) or "nothing"))
    return outcome


def best(mentions: list[Mention], start: int, end: int) -> Mention | None:
    """The mention of that stretch: exactly, else one with its end or head inside and overlapping it most."""
    exact = [m for m in mentions if m.span.start == start and m.span.end == end and m.kind.value not in ("demonym",)]
    if exact:
        return exact[0]
    near = [
        m
        for m in mentions
        if m.head.end <= end + 40 and m.span.start <= start < m.span.end and m.kind.value not in ("demonym", "country")
    ]
    return min(near, key=lambda m: abs(m.span.start - start) + abs(m.span.end - end), default=None)


def test_enough_texts_are_marked() -> None:
    assert len(texts()) >= 120
    assert sum(len(m.marks) for _, m in texts()) >= 550


def test_coreference_reaches_its_floor(desk: Any) -> None:
    outcome = [(name, *o) for name, marked in texts() for o in scored(desk, marked)]
    right = sum(o[2] for o in outcome)
    wrong = [f"{name}: {words!r} -> {found}" for name, words, ok, found in outcome if not ok]
    assert right / len(outcome) >= FLOOR, "\n".join([f"{right}/{len(outcome)}", *wrong])


@pytest.mark.parametrize("source", ["[A|x] met [B|y+x]", "no marks"])
def test_marks_are_read(source: str) -> None:
    marked = unmarked(source)
    assert "[" not in marked.text
    assert all(marked.text[s:e] in ("A", "B") for s, e, _ in marked.marks)
