"""Whether a date is that of a plan that came to nothing, or of which nobody says what became of it.

"He dropped plans to go in February", "was supposed to travel in December": the month may lie ahead or behind.
"""

from __future__ import annotations

from typing import Final

from eventx.language.times.direction import is_put_off
from eventx.language.times.lexer import Lexed, cues
from eventx.lexicon import cues as lexicon

# What is planned and called off: "dropped plans to go", "called off a trip".
_ACTS: Final = lexicon.cues("occasions", "gatherings") | lexicon.cues("occasions", "journeys") | cues("acts")
_STOP: Final = frozenset(".;?!¶")
_WINDOW: Final = 44  # words and spaces before the date
_AFTER: Final = 16  # words and spaces behind it
_WORDS: Final = 3  # between "was" and "due": "was also originally due"


def is_open_plan(lexed: Lexed, first: int, stop: int) -> int:
    """1 where the words ``first`` to ``stop`` date what was planned or called off; not until when it is put off.

    2 where the plan was overtaken, so that its day is over: "had been due to end on Sunday but was extended".
    """
    if is_put_off(lexed.words, first):
        return 0
    if _was_planned(lexed, first):
        return 2 if _was_overtaken(lexed.words, stop) else 1
    return int(_is_called_off(lexed, stop))


def _was_overtaken(words: list[str], stop: int) -> bool:
    """ "but was extended", ", but stayed on", "but lasted until": it went on behind the day."""
    behind = [word.lower() for word in words[stop : stop + 2 * _WORDS + 2] if not word.isspace() and word != ","]
    return behind[:1] == ["but"] and any(word in cues("overtaken") for word in behind[1:_WORDS])


def _was_planned(lexed: Lexed, first: int) -> bool:
    """ "was to visit Rome in", "had planned to go in", "called off a trip in": the nearest verb before the date."""
    words, noun = lexed.words, False
    for at in range(first - 1, max(-1, first - _WINDOW), -1):
        word = words[at].lower()
        if word in _STOP or "\n" in word or lexed.starts[at] in lexed.openings:
            return False
        if not word.isalpha():
            continue
        if word in _ACTS:
            noun = True
        elif noun and (word in cues("calling_off") or (word in ("called", "put") and _next(words, at, 1) == ["off"])):
            return True
        elif word in ("was", "were", "had"):
            return _plans(words, at, word)
        elif word in cues("back") or (word.endswith("ed") and word not in cues("planned") and words[at].islower()):
            return False
    return False


def _plans(words: list[str], at: int, word: str) -> bool:
    """True for "was due", "were also to", "had been expected", "had hoped"."""
    for after in _next(words, at, _WORDS):
        if after in cues("planned"):
            return True
        if after == "to" and word != "had":
            return True
        if after != "been" and not after.endswith("ly") and after not in ("also", "first", "not", "once"):
            return word == "had" and after in cues("wanted")
    return False


def _next(words: list[str], at: int, count: int) -> list[str]:
    """The next words, lower-cased, spaces left out."""
    return [word.lower() for word in words[at + 1 : at + 1 + 2 * count] if not word.isspace()]


def _is_called_off(lexed: Lexed, stop: int) -> bool:
    """ "a visit in April was cancelled", "talks planned for May have been put off"."""
    words, passive = lexed.words, False
    for at in range(stop, min(len(words), stop + _AFTER)):
        word = words[at].lower()
        if word in _STOP:
            return False
        if word in ("was", "were", "been", "is", "are"):
            passive = True
        elif passive and (
            word in cues("calling_off") or (word in ("called", "put") and _next(words, at, 1) == ["off"])
        ):
            return True
    return False
