"""Whom a sentence names and who is no party to an act: what is spoken of, where people meet, who acts beside it."""

from __future__ import annotations

from typing import Final

from eventx.frames.view import View
from eventx.frames.words import cues
from eventx.lexicon import cues as lexicon
from eventx.records import Clause, Mention, MentionKind

_ABOUT: Final = frozenset({"in", "of", "on", "with", "over", "against"})
# What is held in a place that is no party to it: "failed to agree at talks in Brussels".
_MEETINGS: Final = lexicon.cues("occasions", "gatherings") | cues("addresses")


def is_topic(view: View, mention: Mention, topics: frozenset[str]) -> bool:
    """True for the country of "the Iraq war", "the war in Iraq": what is spoken of."""
    if mention.kind not in (MentionKind.COUNTRY, MentionKind.PLACE):
        return False
    first, last = view.range(mention.span)
    lemmas, lowers = view.tokens.lemmas, view.tokens.lowers
    if last < len(lemmas) and lemmas[last] in topics:
        return True
    before = first - 1 - (first > 0 and lowers[first - 1] == "the")
    return before > 0 and lowers[before] in _ABOUT and lemmas[before - 1] in topics


def is_venue(view: View, mention: Mention) -> bool:
    """True for Brussels in "failed to agree at talks in Brussels": where people meet, who are not its own."""
    first, _ = view.range(mention.span)
    tokens = view.tokens
    if first < 2 or tokens.lowers[first - 1] not in ("in", "at") or tokens.lemmas[first - 2] not in _MEETINGS:
        return False
    return mention.kind in (MentionKind.COUNTRY, MentionKind.PLACE)


def acts_apart(view: View, clause: Clause, mention: Mention) -> bool:
    """True for the subject of what is only told beside it: "threatened sanctions, while the UN called for calm"."""
    for other in view.clauses:
        if (
            other is clause
            or other.form != "verb"
            or other.subject is None
            or not other.subject.span.contains(mention.span)
        ):
            continue
        first, _ = view.range(other.extent)
        if other.relation == "adverbial" and "while" in view.tokens.lowers[max(0, first - 1) : first + 1]:
            return True
    return False
