"""Reading the reference tables of the package."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from typing import Any


def csv_rows(name: str) -> list[dict[str, str]]:
    """The rows of ``lexicon/data/NAME`` by column."""
    text = (files("eventx.lexicon") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def toml_table(name: str) -> dict[str, Any]:
    """The content of ``lexicon/data/NAME``."""
    return tomllib.loads((files("eventx.lexicon") / "data" / name).read_text(encoding="utf-8"))
