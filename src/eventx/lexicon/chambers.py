"""Which countries call a chamber of their parliament a Senate, a House or a Congress: ``chambers.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

AMERICAN: Final = "USA"


@cache
def load_chambers() -> Mapping[str, frozenset[str]]:
    """The countries by the first word of the chamber's name or of its members' ("senate", "senator", "house")."""
    text = (files("eventx.lexicon") / "data" / "chambers.toml").read_text(encoding="utf-8")
    return {word: frozenset(codes) for word, codes in tomllib.loads(text).items()}
