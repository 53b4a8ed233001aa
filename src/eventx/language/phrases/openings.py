"""Datelines at the start of a sentence, and remarks in parentheses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from eventx.lexicon.tables import toml_table
from eventx.records import Tokens

_DASHES: Final = frozenset({"-", "–", "—", "--"})
_LONGEST_DATELINE: Final = 16  # tokens
_LONGEST_REMARK: Final = 14


def dateline_end(tokens: Tokens) -> int:
    """The number of tokens of a dateline ("KABUL, Afghanistan (AP) -", "TOKYO -") at the start; 0 without one."""
    told = _agency_end(tokens)
    return _place_end(tokens, told) or told


def _place_end(tokens: Tokens, first: int) -> int:
    """The token behind the dateline that begins at ``first``; 0 without one."""
    words = tokens.words
    if len(words) < first + 4 or not words[first][:1].isupper() or len(words[first]) < 3:
        return 0
    shouted = words[first].isupper()  # "Bamako (AGENCY) -" is one by its agency alone
    for at in range(first + 1, min(first + _LONGEST_DATELINE, len(words) - 1)):
        if words[at] in _DASHES:
            if not shouted and not any(w.isupper() and len(w) > 2 for w in words[first + 1 : at]):
                return 0
            return at + 1 if _stands_apart(tokens, at) else 0
        if tokens.tags[at] in ("VERB", "AUX", "DET", "PRON", "ADP"):
            return 0
    return 0


def _agency_end(tokens: Tokens) -> int:
    """The token behind the agency that a feed puts first ("AFP -"), 0 without one."""
    words = tokens.words
    for length in (1, 2):
        if len(words) > length + 2 and words[length] in _DASHES and " ".join(words[:length]) in _agencies():
            return length + 1 if _stands_apart(tokens, length) else 0
    return 0


def _stands_apart(tokens: Tokens, dash: int) -> bool:
    """True with blanks on both sides of the dash."""
    return tokens.ends[dash - 1] < tokens.starts[dash] and tokens.ends[dash] < tokens.starts[dash + 1]


@cache
def _agencies() -> frozenset[str]:
    return frozenset(toml_table("discourse.toml")["agencies"])


def parenthesis_end(tokens: Tokens, at: int, times: Sequence[int]) -> int:
    """The token that closes the parenthesis at ``at`` if it holds no verb and no time; 0 otherwise."""
    for index in range(at + 1, min(at + _LONGEST_REMARK, len(tokens))):
        if tokens.words[index] == ")":
            return index
        if tokens.tags[index] in ("VERB", "AUX") or (times and times[index] >= 0):
            return 0
    return 0
