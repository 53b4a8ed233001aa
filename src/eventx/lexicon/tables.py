"""Reading the reference tables of the package."""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

import tomli  # as the standard library has it, but compiled: the tables are large


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from running; serves as a decorator, too.

    While large tables grow, or a document is read, it would look through all that is there again and again, and find
    nothing. Threads may do so side by side: who switched it off switches it on again.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def csv_rows(name: str, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of ``lexicon/data/NAME`` by column."""
    text = (files("eventx.lexicon") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter=delimiter))


def toml_table(name: str) -> dict[str, Any]:
    """The content of ``lexicon/data/NAME``."""
    return tomli.loads((files("eventx.lexicon") / "data" / name).read_text(encoding="utf-8"))
