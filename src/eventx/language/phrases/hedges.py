"""Hedges: "what appeared to be", "what it called" before the phrase that is meant all the same."""

from __future__ import annotations

import re
from typing import Final

from eventx.language.tagging.row import INNER
from eventx.records import Tokens

_LONGEST: Final = 12  # tokens
_MEANT: Final = INNER | {"DET", "PUNCT"}
_SAYER: Final = r"(?:it|he|she|they|we|(?:[\w.'’-]+ ){0,3}[\w.'’-]+)"
_HEDGE: Final = re.compile(
    r"what (?:(?:appears?|appeared|seems?|seemed|looks?|looked) (?:likely )?to (?:be|have been)"
    r"|(?:is|was|are|were) (?:\w+ly )?(?:believed|thought|said|suspected|reported|understood) to (?:be|have been)"
    r"|(?:is|was|are|were) (?:\w+ly )?(?:described|seen|regarded|billed|viewed) as"
    rf"|{_SAYER} (?:said|says|say|claimed|claims|believes?|believed|suspects?|suspected) (?:is|was|are|were)"
    rf"|{_SAYER} (?:called|calls?|termed|terms|labelled|labeled|branded|dubbed|considers?|considered|described as|"
    r"describes? as|sees? as|saw as)) "
)


def hedge_end(tokens: Tokens, at: int) -> int:
    """The token behind a hedge that begins at ``at`` ("what"), where a phrase follows; 0 for none."""
    match = _HEDGE.match(" ".join((*tokens.lowers[at : at + _LONGEST], "")))
    if match is None:
        return 0
    end = at + match[0].count(" ")
    called = match[0].rstrip().endswith(("called", "calls", "call"))
    if end >= len(tokens) or tokens.tags[end] not in _MEANT or (called and tokens.lowers[end] in ("on", "for", "off")):
        return 0
    return end
