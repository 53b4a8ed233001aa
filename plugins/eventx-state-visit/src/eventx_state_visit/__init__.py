"""State visits: who visits whom, where, when, at which level, planned or cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from eventx import EventType, Extractor, Lexicon, Status, hookimpl
from eventx_state_visit.claims import EVENT_TYPE
from eventx_state_visit.extractor import StateVisitExtractor
from eventx_state_visit.forms import inflected
from eventx_state_visit.lexicon import VisitLexicon, load_lexicon
from eventx_state_visit.modifiers import LEVELS
from eventx_state_visit.screening import ENCOUNTER, HOLDER, OFFICE, OFFICES, STATECRAFT, STRONG, TRIGGERS, WEAK

__all__ = ["PLUGIN", "StateVisitExtractor", "StateVisitPlugin"]

_AHEAD: Final = {"plover": "AGREE:visit", "cameo": "036"}
_REFUSED: Final = {"plover": "REJECT:visit", "cameo": "126"}

VISIT: Final = EventType(
    name=EVENT_TYPE,
    description="A representative of one state or international organisation goes to another country.",
    codes={"plover": "CONSULT:visit", "cameo": "042"},
    status_codes={
        Status.PLANNED: _AHEAD,
        Status.PROPOSED: _AHEAD,
        Status.POSTPONED: _AHEAD,
        Status.CANCELLED: _REFUSED,
        Status.DENIED: _REFUSED,
    },
    general="host-visit",
    identity=("actors", "location.country"),
    ranked={"level": LEVELS},
    length="days",
)


class StateVisitPlugin:
    """The hooks of the plugin."""

    name = "state-visit"

    @hookimpl
    def eventx_event_types(self) -> Sequence[EventType]:
        """The event type ``visit``."""
        return (VISIT,)

    @hookimpl
    def eventx_lexicons(self) -> Sequence[Lexicon]:
        """The words that can start a visit, in all their forms."""
        words = load_lexicon()
        strong = tuple(inflected(words.strong))
        weak = (*inflected(words.triggers()), *words.presence)
        weak = tuple(word for word in weak if word.partition(" ")[0] not in strong)  # "flew in" is as strong as "flew"
        entries = dict.fromkeys((*inflected(words.encounters), *words.company), ENCOUNTER)
        entries |= dict.fromkeys(weak, WEAK) | dict.fromkeys(strong, STRONG)
        return (
            Lexicon(name=TRIGGERS, entries=dict(sorted(entries.items()))),
            Lexicon(name=OFFICES, entries=_offices(words)),
        )

    @hookimpl
    def eventx_extractors(self) -> Sequence[Extractor]:
        """The extractor."""
        return (StateVisitExtractor(),)


def _offices(words: VisitLexicon) -> dict[str, str]:
    """The words by which an article is known to speak of those who represent states."""
    named = dict.fromkeys(words.statecraft, STATECRAFT) | dict.fromkeys(words.holders, HOLDER)
    return dict(sorted((named | dict.fromkeys(words.offices, OFFICE)).items()))


PLUGIN: Final = StateVisitPlugin()
