"""Who is posted in a country and pays no visit there: ambassadors, and those who represent somebody in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from eventx import Mention
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.places import Destination
from eventx_state_visit.lexicon import words_of
from eventx_state_visit.parties import PERSONS


def at_the_post(scene: Scene, visitors: Sequence[Mention]) -> bool:
    """ "The Chinese ambassador, Chen Song, who met Dahal at Baluwatar": whoever is posted there pays no visit."""
    posted = {m.actor.key for m in scene.mentions if m.actor is not None and _is_posted(m, scene.analysis.text)}
    return bool(visitors) and all(m.actor is not None and m.actor.key in posted for m in visitors)


def _is_posted(mention: Mention, text: str) -> bool:
    """True for an ambassador, and for "Taiwan's representative in Grenada"."""
    words = mention.text.lower()
    if mention.kind in PERSONS and _AMBASSADOR.search(words):
        return True
    if _POSTED_HERE.search(words):
        return True
    return words.endswith(_OFFICES_ABROAD) and _POSTED.match(text, mention.span.end) is not None


_OFFICES_ABROAD: Final = tuple(words_of("offices_abroad"))
_AMBASSADOR: Final = re.compile(r"\bambassadors?\b(?![- ]at[- ]large|[- ]to the (?:un\b|united nations))")
_POSTED_HERE: Final = re.compile(r"\b(?:representative|envoy|consul|head of (?:mission|office)) in [a-z]")
_POSTED: Final = re.compile(r"\s+(?:in|to)\s+(?:the\s+)?(?=[A-Z])")


def lives_there(mention: Mention, destinations: Sequence[Destination], scene: Scene) -> bool:
    """The "Russian Ambassador in South Korea", at a ceremony there."""
    if mention.kind not in PERSONS or not _AMBASSADOR.search(mention.text.lower()):
        return False
    behind = _POSTED.match(scene.analysis.text, mention.span.end)
    at = behind.end() if behind is not None else -1
    return any(
        m.span.start == at or mention.span.contains(m.span)
        for destination in destinations
        for m in destination.mentions
    )
