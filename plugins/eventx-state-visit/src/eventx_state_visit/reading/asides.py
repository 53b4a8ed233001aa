"""What stands beside the verb of a clause: "X, in Kiev since Tuesday, said", "said on his way to Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Dropped, Mention, Status
from eventx.resolve import date_range, place_of
from eventx_state_visit.claims import AHEAD, Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import heads
from eventx_state_visit.destinations.places import grouped
from eventx_state_visit.destinations.whereabouts import fronted
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.parties import country_of, is_person
from eventx_state_visit.reading.pairing import paired
from eventx_state_visit.reading.presence import MEETING, PRESENCE, status_there
from eventx_state_visit.status.predicates import Reading, of_verb
from eventx_state_visit.visitors.travellers import visitors_of


def apposed(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "Foreign Minister Wang Yi, in Cambodia for a gathering, said": between commas, where somebody is and why."""
    subject = scene.clause.subject
    if subject is None or subject.via:
        return
    text, verb = scene.analysis.text, scene.clause.predicate.start
    opening = _APPOSED.match(text, subject.span.end, verb)
    reason = _since_when(scene, subject.span.end)
    if opening is None or reason is None:
        yield from _returned(scene, subject.span.end)
        yield from _meanwhile(scene)
        return
    destinations = grouped(m for m in scene.mentions if m.span.start == opening.end() and place_of(m) is not None)
    visitors = [m for m in visitors_of(scene, PRESENCE) if is_person(m)]
    if destinations and visitors and destinations[0].mentions[0].span.end <= reason:
        for found in paired(scene, PRESENCE, visitors, destinations, (), Reading(Status.ONGOING, live=True)):
            yield _stay(found, scene, reason) if isinstance(found, Claim) else found


def _since_when(scene: Scene, start: int) -> int | None:
    """Where the reason or the time of a stay stands before the verb: "for a gathering", "from Jan 22 to Jan 24"."""
    verb = scene.clause.predicate.start
    reason = _REASON.search(scene.analysis.text, start, verb)
    if reason is not None:
        return reason.start()
    times = (t for t in scene.analysis.times(scene.clause.sentence) if start <= t.span.start and t.span.end <= verb)
    return next((t.span.start for t in times if t.start or t.end), None)


def _stay(claim: Claim, scene: Scene, start: int) -> Claim:
    """ "X, in Kiev since Tuesday, leaves tomorrow": the day in the aside is that of the stay, no other one."""
    published = scene.analysis.document.published
    own = next((t for t in scene.analysis.times(scene.clause.sentence) if t.span.start == start), None)
    if own is None:
        return claim
    begun = own.start is not None and published is not None and own.start <= published
    status = Status.ONGOING if own.signal == "since" and begun else claim.status
    return evolve(claim, dates=date_range([own]), date_spans=(own.span,), within=own.signal == "since", status=status)


def received_there(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "In Cape Verde, President Pires gave him a medal": somebody at home there does something for a traveller.

    It counts only for a visitor who travels: the object may have been honoured from afar.
    """
    clause = scene.clause
    subject, taken = clause.subject, clause.indirect or clause.object
    if subject is None or taken is None or clause.voice != "active" or clause.negated:
        return
    destinations = fronted(scene)
    hosts = [m for m in heads(subject, scene.mentions) if is_person(m)] if len(destinations) == 1 else []
    if not hosts or any(country_of(m) != destinations[0].country for m in hosts):
        return
    visitors = [m for m in heads(taken, scene.mentions) if is_person(m)]
    reading = status_there(scene, being=False) if visitors else None
    if reading is None:
        return
    yield from paired(scene, MEETING, visitors, destinations, hosts, reading, tentative=True)


def _returned(scene: Scene, start: int) -> Iterator[Claim | Dropped]:
    """ "Mubarak, just back from talks in Colombia, said", "said on his return from Rome": where he was."""
    text, verb = scene.analysis.text, scene.clause.predicate
    opening = (
        _BACK.match(text, start, verb.start)
        or _ON_RETURN.match(text, start, verb.start)
        or _ON_RETURN.match(text, verb.end, scene.sentence_span.end)
    )
    if opening is None:
        return
    destinations = grouped(m for m in scene.mentions if m.span.start == opening.end() and place_of(m) is not None)
    visitors = [m for m in visitors_of(scene, PRESENCE) if is_person(m)]
    if destinations and visitors:
        yield from paired(
            scene, evolve(PRESENCE, name="return"), visitors, destinations, (), Reading(Status.OCCURRED, over=True)
        )


_BACK: Final = re.compile(
    r",\s+(?:who (?:is|was|had) )?(?:just |newly |freshly |recently )?(?:back|returned|fresh) from\s+"
    r"(?:[^.,;:]{0,60}?\b(?:in|to)\s+)?(?:the\s+)?"
)
_ON_RETURN: Final = re.compile(
    r"[^.;:“”\"]{0,40}?[\s,](?:up)?on\s(?:(?:his|her|their)\s)?return from\s+"
    r"(?:[^.,;:]{0,60}?\b(?:in|to)\s+)?(?:the\s+)?"
)


def _meanwhile(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "told reporters on Monday while in Brussels for talks": where whoever acts is then."""
    opening = _WHILE.match(scene.analysis.text, scene.clause.predicate.end, scene.sentence_span.end)
    if opening is None:
        return
    destinations = grouped(m for m in scene.mentions if m.span.start == opening.end() and place_of(m) is not None)
    visitors = [m for m in visitors_of(scene, PRESENCE) if is_person(m)]
    if destinations and visitors:
        reading = Reading(Status.OCCURRED, assumed=True)
        yield from paired(scene, MEETING, visitors, destinations, (), reading)


_WHILE: Final = re.compile(r"[^.;:“”\"]{1,60}? while (?:in|visiting) (?:the )?")
_APPOSED: Final = re.compile(r",\s+(?:currently |already |now |back |also )?(?:in|visiting)\s+(?:the\s+)?")
_REASON: Final = re.compile(r"\s(?:for|on a|to attend)\s")


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
    status = Status.PLANNED if told.status in AHEAD else Status.OCCURRED
    yield from paired(scene, _ON_THE_WAY, visitors, destinations, (), Reading(status, assumed=True))


def _is_nearest(scene: Scene, at: int) -> bool:
    """True for the last verb with a subject before the words, else for the first one behind them."""
    verbs = [c for c in scene.clauses if c.form == "verb" and c.tense and c.subject is not None]
    before = [c for c in verbs if c.predicate.start < at]
    nearest = before[-1] if before else next(iter(verbs), None)
    return nearest is scene.clause and scene.clause.lemma != "be"


def _persons(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if is_person(m)]
