"""Single sentences: which words are a mention, of what kind, and whom they mean."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eventx.records import Entity, Mention

FOLDER = Path(__file__).parent / "cases"


def files() -> list[Any]:
    """The cases of each file as test parameters."""
    return [
        pytest.param(tomllib.loads(path.read_text(encoding="utf-8"))["case"], id=path.stem)
        for path in sorted(FOLDER.glob("*.toml"))
    ]


def entities(mention: Mention) -> tuple[Entity | None, ...]:
    """Whom the mention means."""
    return mention.members or (mention.actor or mention.place,)


def described(mention: Mention) -> dict[str, str]:
    """The mention in the words of the cases."""
    known = [e for e in entities(mention) if e is not None]
    return {
        "kind": mention.kind.value,
        "name": " + ".join(e.name or "-" for e in known) or "-",
        "country": " + ".join(e.country or "-" for e in known) or "-",
        "role": " + ".join(e.role.value if e.role else "-" for e in known) or "-",
        "sector": " + ".join(e.sector.value if e.sector else "-" for e in known) or "-",
        "former": "former" if any(e.former for e in known) else "",
    }


def test_there_are_enough_cases() -> None:
    assert sum(len(file.values[0]) for file in files()) >= 300


@pytest.mark.parametrize("cases", files())
def test_cases(desk: Any, cases: list[dict[str, Any]]) -> None:
    wrong = [f"{case['text']!r}: {fault}" for case in cases for fault in faults(desk, case)]
    assert not wrong, "\n".join(wrong)


def faults(desk: Any, case: dict[str, Any]) -> Iterator[str]:
    """What of a case does not hold."""
    mentions = desk.read(case["text"], case.get("published", "2018-05-01"))
    for line in case.get("find", ()):
        words, *wanted = (part.strip() for part in line.split("|"))
        found = [described(m) for m in mentions if m.text == words]
        wanted += [""] * (6 - len(wanted))
        fields = dict(zip(("kind", "name", "country", "role", "sector", "former"), wanted, strict=True))
        if not any(all(v in ("*", d[k]) for k, v in fields.items()) for d in found):
            yield f"{words!r} wants {wanted}, found {found or [m.text for m in mentions]}"
    for line in case.get("never", ()):
        words, kind = (part.strip() for part in line.split("|"))
        wrong = [described(m) for m in mentions if m.text == words and kind in ("*", m.kind.value)]
        if wrong:
            yield f"{words!r} must not be read: {wrong}"
