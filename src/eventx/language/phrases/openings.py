"""Datelines at the start of a sentence, and remarks in parentheses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx.records import Tokens

_DASHES: Final = frozenset({"-", "–", "—", "--"})
_LONGEST_DATELINE: Final = 16  # tokens
_LONGEST_REMARK: Final = 14


def dateline_end(tokens: Tokens) -> int:
    """The number of tokens of a dateline ("KABUL, Afghanistan (AP) -", "TOKYO -") at the start; 0 without one."""
    words = tokens.words
    if len(words) < 4 or not words[0][:1].isupper() or len(words[0]) < 3:
        return 0
    shouted = words[0].isupper()  # "Bamako (AGENCY) -" is one by its agency alone
    for at in range(1, min(_LONGEST_DATELINE, len(words) - 1)):
        if words[at] in _DASHES:
            if not shouted and not any(w.isupper() and len(w) > 2 for w in words[1:at]):
                return 0
            spaced = tokens.ends[at - 1] < tokens.starts[at] and tokens.ends[at] < tokens.starts[at + 1]
            return at + 1 if spaced else 0
        if tokens.tags[at] in ("VERB", "AUX", "DET", "PRON", "ADP"):
            return 0
    return 0


def parenthesis_end(tokens: Tokens, at: int, times: Sequence[int]) -> int:
    """The token that closes the parenthesis at ``at`` if it holds no verb and no time; 0 otherwise."""
    for index in range(at + 1, min(at + _LONGEST_REMARK, len(tokens))):
        if tokens.words[index] == ")":
            return index
        if tokens.tags[index] in ("VERB", "AUX") or (times and times[index] >= 0):
            return 0
    return 0
