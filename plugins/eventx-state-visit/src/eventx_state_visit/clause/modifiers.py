"""What stands around the visit noun: level, purpose, gathering, "the first by ... since"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from eventx import Analysis, Clause, Span, Tokens
from eventx_state_visit.lexicon import VisitLexicon

if TYPE_CHECKING:
    from eventx_state_visit.clause.scene import Scene

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


def first_token(tokens: Tokens, span: Span) -> int:
    """The index of the first token that ends after the span starts."""
    return next((i for i, end in enumerate(tokens.ends) if end > span.start), len(tokens))


def before_head(tokens: Tokens, clause: Clause, most: int = 8) -> list[int]:
    """The tokens that modify a noun from the left, nearest first, up to its determiner or possessor."""
    at = first_token(tokens, clause.head)
    chosen: list[int] = []
    for index in range(at - 1, max(-1, at - 1 - most), -1):
        tag, word = tokens.tags[index], tokens.lowers[index]
        if tag in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or word in ("-", "–", "and", "one", "two") or "-" in word:
            chosen.append(index)
            continue
        if tag == "VERB" and word.endswith(("ing", "ed")):
            chosen.append(index)
            continue
        break
    return chosen


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


def overnight(tokens: Tokens, clause: Clause) -> Span | None:
    """The word of "an overnight stay", which lasts two days."""
    found = [i for i in before_head(tokens, clause) if tokens.lowers[i] == "overnight"]
    return tokens.span(found[0], found[0]) if found else None


def of_hours(scene: Scene) -> Span | None:
    """The words of "a visit of a few hours", "a six-hour stop", which lasts no more than a day."""
    text, head = scene.analysis.text, scene.clause.head
    found = _HOURS_AHEAD.search(text, max(scene.sentence_span.start, head.start - _HOURS_REACH), head.start)
    found = found or _HOURS_BEHIND.match(text, head.end)
    return Span(*found.span(1)) if found else None


_HOURS_REACH: Final = 40  # characters before the noun
_HOURLY: Final = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2]"
_HOURS_AHEAD: Final = re.compile(rf"(?i)\b((?:(?:{_HOURLY})-hour|hours-long))(?: [a-z]+){{0,2}} $")
_HOURS_BEHIND: Final = re.compile(
    r"(?i)\s+(?:of|lasting|that lasted|which lasted) (?:only |just |barely |about |no more than |less than )?"
    rf"((?:a few|some|several|{_HOURLY}) hours)\b"
)


def of_whole_tour(scene: Scene) -> bool:
    """ "an eight-nation trip", "the rest of his eight-day tour", "the first stop of a four-country tour"."""
    text, head = scene.analysis.text, scene.clause.head
    before = text[max(scene.sentence_span.start, head.start - _TOUR_REACH) : head.start]
    return bool(_OF_TOUR.search(before) or _TOUR_BEHIND.match(text, head.end))


_TOUR_REACH: Final = 48  # characters before the noun
_NATIONS: Final = r"[a-z0-9]+-(?:nation|country|state|stop|leg|city|capital|continent)"
_OF_TOUR: Final = re.compile(rf"\b(?:{_NATIONS}\b[^.;,]*|(?:rest|remainder) of (?:his|her|their|the) (?:[\w-]+ )?)$")
_TOUR_BEHIND: Final = re.compile(rf" of (?:an?|his|her|their|the) (?:[\w-]+ )?{_NATIONS}\b")


def of_nights(scene: Scene) -> int | None:
    """The days of "will spend two nights there"."""
    told = _NIGHTS.match(scene.analysis.text, scene.clause.predicate.end)
    return _COUNTED.index(told[1].lower()) + 2 if told is not None else None


_COUNTED: Final = ("one", "two", "three", "four", "five", "six")
_NIGHTS: Final = re.compile(rf"(?i)\s+({'|'.join(_COUNTED)}) nights?\b")


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


def is_remote(analysis: Analysis, sentence: int, words: frozenset[str]) -> bool:
    """True when the sentence speaks of a call or a video meeting; "calls on" and "called for" are none."""
    tokens = analysis.tokens(sentence)
    lowers = tokens.lowers
    for at, low in enumerate(lowers):
        if low not in words:
            continue
        if low not in ("call", "calls"):
            return True
        after = lowers[at + 1] if at + 1 < len(lowers) else ""
        if tokens.tags[at] == "NOUN" and after not in ("on", "for") and "courtesy" not in lowers[max(0, at - 2) : at]:
            return True
    return False


def is_definite(scene: Scene) -> bool:
    """True for "the visit", "his trip", "this tour": a noun in the singular that points back to a visit told before."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.head)
    if at >= len(tokens) or tokens.features[at] == "P":
        return False
    left = min([at, *before_head(tokens, scene.clause)])
    return left > 0 and (tokens.lowers[left - 1] in _DEFINITE or tokens.tags[left - 1] == "PART")


def is_apposed(scene: Scene) -> bool:
    """True for a noun phrase right behind a comma: "..., his second trip to the country"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.head)
    if at >= len(tokens):
        return False
    left = min([at, *before_head(tokens, scene.clause)]) - 1
    return (
        left > 0 and tokens.words[left - 1] == "," and (tokens.lowers[left] in _DEFINITE or tokens.lowers[left] == "a")
    )


def leading(scene: Scene) -> tuple[str, str]:
    """The preposition right before the noun phrase and the word before that: ("for", "preparations"); "" for none."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.head)
    if at >= len(tokens):
        return "", ""
    left = min([at, *before_head(tokens, scene.clause)])
    while left > 0 and (
        tokens.lowers[left - 1] in _DEFINITE or tokens.lowers[left - 1] in ("a", "an", "any", "another")
    ):
        left -= 1
    owner = scene.clause.subject
    if left > 0 and tokens.lowers[left - 1] in ("'s", "’s", "'", "’") and owner is not None:
        left = min(left, first_token(tokens, owner.span))  # "a date for the president's trip"
    words = tokens.lowers[max(0, left - 5) : left]
    for size in (5, 4, 3, 2):
        phrase = " ".join(words[-size:])
        if len(words) >= size and phrase in scene.lexicon.ties:
            return phrase, ""
    return (words[-1], words[-2]) if len(words) > 1 else (words[-1] if words else "", "")


def is_negated(scene: Scene) -> bool:
    """ "There has been no trip to Kaesong"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.head)
    if at >= len(tokens):
        return False
    left = min([at, *before_head(tokens, scene.clause)])
    left -= left > 1 and tokens.lowers[left - 1] == "such"  # "made no such trip"
    return left > 0 and tokens.lowers[left - 1] == "no"


def is_superlative(scene: Scene) -> bool:
    """True for "the first leader to visit", "the highest-ranking official to go": an infinitive that tells no plan."""
    if scene.clause.form != "verb" or scene.clause.tense:
        return False
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.predicate)
    if at >= len(tokens) or tokens.lowers[at] != "to":
        return False
    before = tokens.lowers[max(0, at - 8) : at]
    return any(w in _RANKING or (w.endswith("est") and len(w) > 5) or "est-" in w for w in before)


def is_unfulfilled(scene: Scene) -> bool:
    """ "has yet to go": an infinitive of what has not happened."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    at = first_token(tokens, scene.clause.predicate)
    return 0 < at < len(tokens) and tokens.lowers[at] == "to" and tokens.lowers[at - 1] == "yet"


_RANKING: Final = frozenset({"first", "last", "only", "most", "second", "third", "latest", "top", "senior-most"})
_DEFINITE: Final = frozenset({"the", "this", "that", "his", "her", "their", "its", "my", "our"})
