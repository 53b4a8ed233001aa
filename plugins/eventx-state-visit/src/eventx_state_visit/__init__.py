"""State visits: who visits whom, where, when, at which level, planned or cancelled.

The way of an article: `screening` finds the sentences worth reading, each clause of them is read to claims, the claims
of the article are completed from each other, and what is whole becomes a candidate. Each package below
answers one question, its docstring says what stands in which of its modules, and it imports only from further down
(import-linter holds that).

| package | question |
|---|---|
| `extractor` | in which order all this happens |
| `linking` | what the claims of one article say together: completed from each other, by stay and by journey |
| `occasions` | which gatherings and meetings the visitors come for |
| `reading` | what one clause or line claims |
| `patterns` | does a clause speak of a visit, in which slots, and why may it make none after all |
| `visitors` | who travels, who receives |
| `destinations` | where to |
| `dates` | when |
| `status` | whether: it took place, goes on, is planned, was called off |
| `clause` | the grammar that all of these read |
| `claims` | what is said of one visit |
| `parties` | who may travel for a state |
| `screening` | which sentences are worth reading |
| `lexicon`, `data/visit.toml` | the words |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from eventx import EventType, Extractor, Lexicon, Status, hookimpl, inflections
from eventx_state_visit.claims import EVENT_TYPE
from eventx_state_visit.extractor import StateVisitExtractor
from eventx_state_visit.lexicon import VisitLexicon, load_lexicon
from eventx_state_visit.reading.attributes import LEVELS
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
    replaces=("cancel-visit",),
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
        return (
            Lexicon(name=TRIGGERS, entries=_triggers(words)),
            Lexicon(name=OFFICES, entries=_offices(words)),
        )

    @hookimpl
    def eventx_extractors(self) -> Sequence[Extractor]:
        """The extractor."""
        return (StateVisitExtractor(),)


def _triggers(words: VisitLexicon) -> dict[str, str]:
    """What a sentence must hold to be looked at, in all its forms, with what it can start."""
    verbs, nouns = words.triggers()
    acts = inflections({*words.strong.verbs, *verbs, *words.encounter_verbs})
    things = inflections(nouns={*words.strong.nouns, *nouns, *words.encounter_nouns})
    strong = {*_forms(words.strong.verbs, acts), *_forms(words.strong.nouns, things), *words.strong.phrases}
    weak = {*_forms(verbs, acts), *_forms(nouns, things), *words.presence}
    weak = {word for word in weak if word.partition(" ")[0] not in strong}  # "flew in" is as strong as "flew"
    meetings = {*_forms(words.encounter_verbs, acts), *_forms(words.encounter_nouns, things), *words.company}
    entries = dict.fromkeys(meetings, ENCOUNTER) | dict.fromkeys(weak, WEAK) | dict.fromkeys(strong, STRONG)
    return dict(sorted(entries.items()))


def _forms(words: Iterable[str], inflected: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The forms of all the words."""
    return (form for word in words for form in inflected[word])


def _offices(words: VisitLexicon) -> dict[str, str]:
    """The words by which an article is known to speak of those who represent states."""
    named = dict.fromkeys(words.statecraft, STATECRAFT) | dict.fromkeys(words.holders, HOLDER)
    return dict(sorted((named | dict.fromkeys(words.offices, OFFICE)).items()))


PLUGIN: Final = StateVisitPlugin()
