"""When two names may be one person's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from eventx.lexicon.cues import cues

_TITLES: Final = cues("merge", "titles") | {"the", "of"}
_WORD: Final = re.compile(r"[^a-z0-9 ]+")


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case and titles (a name that is only a title keeps it)."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _WORD.sub(" ", plain.lower()).split()
    return tuple(w for w in words if w not in _TITLES) or tuple(words)


def same_name(one: str, other: str) -> bool:
    """True when the shorter name's words all stand in the longer one, or first and last words agree."""
    a, b = folded(one), folded(other)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return a[0] == b[0] and a[-1] == b[-1]
