"""State visits: who visits whom, where, when, at which level, planned or cancelled."""

from __future__ import annotations

from collections.abc import Sequence

from eventx import EventType, Extractor, Lexicon, Status, hookimpl
from eventx_state_visit.claims import EVENT_TYPE
from eventx_state_visit.extractor import ENCOUNTER, TRIGGERS, StateVisitExtractor
from eventx_state_visit.extractor import VISIT as VISIT_PAYLOAD
from eventx_state_visit.forms import inflected
from eventx_state_visit.lexicon import load_lexicon

__all__ = ["PLUGIN", "StateVisitExtractor", "StateVisitPlugin"]

_AHEAD = {"plover": "AGREE:visit", "cameo": "036"}
_REFUSED = {"plover": "REJECT:visit", "cameo": "126"}

VISIT = EventType(
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
    general="meet",
    identity=("actors", "location"),
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
        visits = (*inflected(words.triggers()), *words.presence)
        meetings = inflected(words.encounters)
        entries = dict.fromkeys(meetings, ENCOUNTER) | dict.fromkeys(visits, VISIT_PAYLOAD)
        return (Lexicon(name=TRIGGERS, entries=dict(sorted(entries.items()))),)

    @hookimpl
    def eventx_extractors(self) -> Sequence[Extractor]:
        """The extractor."""
        return (StateVisitExtractor(),)


PLUGIN = StateVisitPlugin()
