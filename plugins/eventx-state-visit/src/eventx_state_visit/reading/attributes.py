"""What a visit noun and the words around it add: level, purpose, gathering, "the first by ... since"."""

from __future__ import annotations

import re
from typing import Final

from eventx import Clause, Span, Tokens
from eventx_state_visit.clause.modifiers import before_head
from eventx_state_visit.lexicon import VisitLexicon

# From the least to the most formal.
LEVELS: Final = (
    "unspecified",
    "transit",
    "private",
    "summit",
    "working",
    "official_working",
    "official",
    "state",
)
_FIRST: Final = re.compile(
    r"\b(?:the|his|her|their|its)\s+(?:(?:very\s+)?first|second|third|fourth|fifth|maiden|last)\b"
    r"[^.;,]{0,80}?\b(?:visit|trip|tour|stop|since)\b(?:[^.;,]{0,60}?\bsince\b[^.;,]{0,40})?",
    re.IGNORECASE,
)
_NAMED_GATHERING: Final = re.compile(
    r"(?:(?:[A-Z0-9][\w.&’'–-]*|of|for|on|the|and)\s+){0,7}"
    r"(?:Summit|Forum|Conference|Assembly|Congress|Dialogue|Games|Olympics|Commission|Convention)\b|"
    r"\b(?:G-?7|G-?8|G-?20|NATO|EU|AU|APEC|ASEAN|BRICS|OPEC|UN|U\.N\.|Arab League|African Union|climate)\s+"
    r"(?:summit|conference|forum|meeting)\b"
)


def level_of(tokens: Tokens, clause: Clause, lexicon: VisitLexicon) -> tuple[str, Span | None]:
    """The level that the modifiers state, the most formal of several, with its span."""
    best, span = "unspecified", None
    levels: set[str] = set()
    for index in before_head(tokens, clause):
        level = lexicon.levels.get(tokens.lowers[index])
        if level:
            levels.add(level)
            if LEVELS.index(level) > LEVELS.index(best):
                best, span = level, Span(tokens.starts[index], tokens.ends[index])
    if {"official", "working"} <= levels:
        best = "official_working"
    return best, span


def purposes_of(text: str, span: Span, lexicon: VisitLexicon) -> tuple[str, ...]:
    """The purposes whose words stand in the stretch of text."""
    words = f" {' '.join(re.findall(r'[a-z-]+', span.of(text).lower()))} "
    return tuple(name for name, forms in lexicon.purposes.items() if any(f" {form} " in words for form in forms))


def gathering_of(text: str, span: Span) -> str | None:
    """The name of a multilateral event in the stretch of text ("the G7 summit")."""
    match = _NAMED_GATHERING.search(text, span.start, span.end)
    if match is None:
        return None
    name = re.sub(r"^(?:(?:of|for|on|the|and|The)\s+)+", "", match.group().strip())
    return " ".join(name.split()) if " " in name or name.isupper() else None


def first_of(text: str, span: Span) -> str | None:
    """A claim such as "his first trip to the country since 2010"."""
    match = _FIRST.search(text, span.start, span.end)
    return " ".join(match.group().split()) if match else None
