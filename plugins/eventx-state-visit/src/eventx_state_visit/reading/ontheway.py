"""Where the way of somebody leads who does something else: "told the paper on his way to Honiara"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from eventx import Dropped, Mention, Status
from eventx.resolve import place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.places import grouped
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.parties import is_person
from eventx_state_visit.reading.pairing import paired
from eventx_state_visit.status.predicates import Reading, of_verb
from eventx_state_visit.visitors.travellers import visitors_of

_ON_THE_WAY: Final = Pattern(name="travel", lemmas=frozenset(), visitor=("subject",), destination=(), motion=True)
_LEADS_TO: Final = re.compile(
    r"\b(?:on (?:his|her|their|the) way|en route)\s+(?:back |over |on )?(?:to|for)\s+(?:the\s+)?", re.IGNORECASE
)


def on_the_way(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "spoke to reporters in Panama on her way to Havana", "En route to Ankara, Duda stopped in Sofia".

    The way is that of the subject of the verb before it, or at the start of the sentence of the one behind it. A
    verb that is negated tells of nobody's way; what is only planned has the way planned with it.
    """
    clause, text = scene.clause, scene.analysis.text
    leads = _LEADS_TO.search(text, scene.sentence_span.start, scene.sentence_span.end)
    if leads is None or clause.negated or clause.subject is None or not _is_nearest(scene, leads.start()):
        return
    destinations = grouped(m for m in scene.mentions if m.span.start == leads.end() and place_of(m) is not None)
    visitors = _persons(visitors_of(scene, _ON_THE_WAY)) if destinations else []
    told = of_verb(clause, "", scene.lexicon) if visitors else None
    if told is None:
        return
    status = Status.PLANNED if told.status in (Status.PLANNED, Status.PROPOSED) else Status.OCCURRED
    yield from paired(scene, _ON_THE_WAY, visitors, destinations, (), Reading(status, assumed=True))


def _is_nearest(scene: Scene, at: int) -> bool:
    """True for the last verb with a subject before the words, else for the first one behind them."""
    verbs = [c for c in scene.clauses if c.form == "verb" and c.tense and c.subject is not None]
    before = [c for c in verbs if c.predicate.start < at]
    nearest = before[-1] if before else next(iter(verbs), None)
    return nearest is scene.clause and scene.clause.lemma != "be"


def _persons(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if is_person(m)]
