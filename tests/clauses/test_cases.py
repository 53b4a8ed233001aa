"""Every sentence in ``cases/*.toml`` gives the clauses that are written beside it.

A clause is written ``lemma key=value; key=value; flag``; a noun predicate has ``/n`` after its lemma. Keys: S subject,
O object, I indirect object, M modality, T tense, A aspect, src source, else a preposition. The value is the phrase
as the text has it, conjuncts joined by " + ", "-" for none. Flags: neg, passive, active. What is not written is not
compared; ``absent`` lists lemmas that must not be predicates.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from eventx.records import Argument, Clause

CASES = Path(__file__).parent / "cases"


def files() -> Iterator[object]:
    """The cases of each file: a test for each sentence would cost more than what it tests."""
    for path in sorted(CASES.glob("*.toml")):
        yield pytest.param(tomllib.loads(path.read_text(encoding="utf-8"))["case"], id=path.stem)


def phrase(argument: Argument | None, text: str) -> str:
    """An argument as the cases write it."""
    if argument is None:
        return "-"
    return " + ".join(span.of(text) for span in argument.conjuncts)


def differences(clause: Clause, fields: list[str], text: str) -> list[str]:
    """What of the written fields the clause does not have."""
    found: list[str] = []
    for field in fields:
        key, _, wanted = field.partition("=")
        if key in ("neg", "passive", "active"):
            got, wanted = str(clause.negated if key == "neg" else clause.voice == key), "True"
        elif key == "S":
            got = phrase(clause.subject, text)
        elif key == "O":
            got = phrase(clause.object, text)
        elif key == "I":
            got = phrase(clause.indirect, text)
        elif key == "M":
            got = clause.modality.value
        elif key == "T":
            got = clause.tense
        elif key == "A":
            got = clause.aspect
        elif key == "src":
            got = phrase(clause.source, text)
        else:
            given = [phrase(c, text) for c in clause.complements if c.preposition == key]
            got = wanted if wanted in given else ", ".join(given) or "-"
        if got != wanted:
            found.append(f"{key} is {got!r}, not {wanted!r}")
    return found


@pytest.mark.parametrize("cases", list(files()))
def test_cases(cases, read_clauses):
    wrong = [f"{case['text']!r}: {fault}" for case in cases for fault in faults(case, read_clauses)]
    assert not wrong, "\n".join(wrong)


def faults(case: dict[str, Any], read_clauses: Callable[[str, bool], list[Clause]]) -> Iterator[str]:
    """What of a case does not hold."""
    text = case["text"]
    clauses = read_clauses(text, case.get("headline", False))
    for written in case["clauses"]:
        name, fields = parts(written)
        lemma, _, form = name.partition("/")
        same = [c for c in clauses if c.lemma == lemma and (c.form == "noun") == (form == "n")]
        if not same:
            yield f"no clause {name}: {[(c.lemma, c.form) for c in clauses]}"
            continue
        missing = min((differences(c, fields, text) for c in same), key=len)
        if missing:
            yield f"{name}: {'; '.join(missing)}"
    for lemma in case.get("absent", ()):
        if any(c.lemma == lemma and c.form == "verb" for c in clauses):
            yield f"{lemma} is no predicate"


def parts(written: str) -> tuple[str, list[str]]:
    """A written clause as its lemma and its fields."""
    head, *fields = [piece.strip() for piece in written.split(";")]
    for mark in (" S=", " O=", " I=", " M=", " T=", " A=", " src="):
        if mark in head:
            name, value = head.split(mark, 1)
            return name, [f"{mark.strip()}{value}", *fields]
    words = head.split(" ")
    at = next((i for i, word in enumerate(words) if "=" in word or word in ("neg", "passive")), len(words))
    rest = " ".join(words[at:])
    return " ".join(words[:at]), [*([rest] if rest else []), *fields]


def test_there_are_many():
    """The promise of the documentation: 400 sentences."""
    assert sum(len(file.values[0]) for file in files()) >= 400
