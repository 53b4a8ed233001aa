"""From PLOVER categories and CAMEO codes to quad classes and intensities: the tables in ``tables``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import evolve, frozen

__all__ = ["CameoCode", "PloverCategory", "cameo_code", "cameo_codes", "plover_categories", "plover_category"]


@frozen(slots=True)
class CameoCode:
    """A CAMEO code: its name, its quad class (1 to 4) and its intensity (-10 to 10, the worse the lower).

    ``category`` is the PLOVER category that took its place, "" for an appeal, which PLOVER gave up.
    """

    code: str
    name: str
    quad: int
    intensity: float
    category: str = ""

    @property
    def root(self) -> str:
        """The class of the code, two digits."""
        return self.code[:2]


@frozen(slots=True)
class PloverCategory:
    """A PLOVER category: the CAMEO class that it continues and its quad class ("1" verbal cooperation to "4")."""

    name: str
    cameo: str
    quad: int


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("eventx_plover") / "tables" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """The CAMEO codes of the table, by code."""
    return {
        row["cameo"]: CameoCode(row["cameo"], row["name"], int(row["quad"]), float(row["intensity"]), row["plover"])
        for row in _rows("cameo.csv")
    }


@cache
def plover_categories() -> Mapping[str, PloverCategory]:
    """The PLOVER categories, by name."""
    return {row["plover"]: PloverCategory(row["plover"], row["cameo"], int(row["quad"])) for row in _rows("plover.csv")}


def cameo_code(code: str) -> CameoCode | None:
    """The entry of a code, or of its longest beginning that the table has; None for none ("" or a foreign code)."""
    table = cameo_codes()
    for length in range(len(code), 1, -1):
        found = table.get(code[:length].ljust(3, "0"))
        if found is not None:
            return evolve(found, code=code)
    return None


def plover_category(cameo: str) -> PloverCategory | None:
    """The PLOVER category of a CAMEO code, the other way of the crosswalk; None where PLOVER has none ("020", "")."""
    entry = cameo_code(cameo)
    return plover_categories().get(entry.category) if entry is not None else None
