"""Which countries have a chamber called Senate, House or Congress, and federal courts: ``chambers.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from eventx.lexicon.tables import toml_table

AMERICAN: Final = "USA"


@cache
def load_chambers() -> Mapping[str, frozenset[str]]:
    """The countries by the first word of the chamber's name or of its members' ("senate", "senator", "house")."""
    found = {word: frozenset(codes) for word, codes in toml_table("chambers.toml").items()}
    return {**found, "senator": found["senator"] | found["senate"]}
