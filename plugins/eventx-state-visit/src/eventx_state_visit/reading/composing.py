"""A claim put together from what a clause says of one visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from attrs import evolve

from eventx import Clause, DateRange, Mention, Modality, Precision, Span, Status
from eventx_state_visit.claims import ATTENDING, HAPPENED, Claim
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import heads
from eventx_state_visit.dates.lengths import moved, of_hours, of_whole_tour, overnight
from eventx_state_visit.dates.timing import Timing
from eventx_state_visit.destinations.places import Destination, home_of, is_region
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import country_of, is_person
from eventx_state_visit.reading.attributes import first_of, gathering_of, level_of, purposes_of
from eventx_state_visit.reading.dating import GOES_ON, dates_of, is_title
from eventx_state_visit.status.calendar import settle
from eventx_state_visit.status.predicates import Reading

# Words that need not point back to a visit told before: "a training mission", "flew out on Monday".
_UNCONNECTED: Final = words_of("unconnected")
_SHORT_STAYS: Final = words_of("short_stays")
_MODEST: Final = ("presence", *ATTENDING)  # rules that say less plainly that somebody travels
_DEPTH: Final = 3  # clauses above one in which an invitation is accepted
_STAYS_ON: Final = 60  # days
_LONGEST_TRIGGER: Final = 80


def compose(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    destination: Destination,
    hosts: Sequence[Mention],
    reading: Reading,
    *,
    follows: bool,
) -> Claim:
    """The claim of one visit; ``follows`` says that it is a later stop of the same clause."""
    clause, published = scene.clause, scene.analysis.document.published
    when = dates_of(scene, pattern, reading)
    claim = Claim(
        sentence=clause.sentence,
        trigger=_trigger(scene),
        visitors=tuple(visitors),
        country=destination.country,
        places=_with_here(destination, scene),
        hosts=tuple(m for m in hosts if m not in visitors and destination.country in (None, "", country_of(m))),
        dates=_coming(when.dates, reading.status, published, listed=pattern.name == "itinerary"),
        date_spans=when.spans,
        within=when.within,
        status=_agreed(settle(reading, when.dates, published, stay=_days_after(pattern, scene)), when, scene),
        cue=reading.cue,
        follows=follows or any(w in scene.lexicon.sequence for w in scene.words(clause.extent)),
        over=reading.over and not (when.dates and when.dates.end and published and when.dates.end > published),
        onward=_goes_on(scene, pattern),
        aside=clause.lemma in _UNCONNECTED or _to_region(scene),
        assumed=reading.assumed and (when.dates is None or is_title(scene)),
        inferred=reading.assumed,
        days=when.days,
        measure=when.measure,
        confidence=_confidence(pattern, visitors),
        opening=pattern.name == "itinerary" and _opens(scene),
        rule=pattern.name,
    )
    return _to_its_level(_with_words(claim, scene, pattern), scene, pattern)


def _with_here(destination: Destination, scene: Scene) -> tuple[Mention, ...]:
    """The places of the destination, with the city of the dateline for who "arrived here for a visit to Peru"."""
    here = (
        [d for d in home_of(scene.analysis) if d.country == destination.country] if scene.clause.form == "verb" else []
    )
    if not here or "here" not in scene.words(scene.clause.extent):
        return destination.mentions
    return tuple(dict.fromkeys((*destination.mentions, *here[0].mentions)))


def _to_its_level(claim: Claim, scene: Scene, pattern: Pattern) -> Claim:
    """The claim with what its noun says, and with its level where it leads to a summit."""
    claim = _of_noun(claim, scene, pattern) if scene.clause.form == "noun" else claim
    return evolve(claim, level="summit") if _to_summit(claim, scene, pattern, _stretch(scene)) else claim


def _goes_on(scene: Scene, pattern: Pattern) -> bool:
    """ "then travelled to Oslo", "flew on to Oslo": the stop before is over."""
    clause = scene.clause
    if clause.form != "verb" or not clause.tense or not pattern.motion or pattern.name == "return":
        return False
    if clause.lemma in _ONWARD or GOES_ON.match(scene.analysis.text, clause.predicate.end):
        return True
    return "then" in scene.words(Span(clause.extent.start, clause.predicate.end + _THEN))


_ONWARD: Final = words_of("onward")
_THEN: Final = len(" then")


def _opens(scene: Scene) -> bool:
    """ "The first stop will be Peru", "The tour begins in Peru"."""
    subject = scene.clause.subject
    first = subject is not None and "first" in scene.words(subject.span)
    return first or scene.clause.lemma in ("begin", "start", "kick off")


def _to_region(scene: Scene) -> bool:
    """ "promised to visit Africa": no country that was told before is meant."""
    clause = scene.clause
    destinations = (clause.object, clause.complement("to")) if clause.form == "verb" else ()
    return any(g is not None and is_region(g.span.of(scene.analysis.text)) for g in destinations)


def _with_words(claim: Claim, scene: Scene, pattern: Pattern) -> Claim:
    """The claim with what the words around it add: purpose, gathering, source, "his first trip since"."""
    text, stretch = scene.analysis.text, _stretch(scene)
    return evolve(
        claim,
        purposes=purposes_of(text, stretch, scene.lexicon),
        gathering=gathering_of(text, stretch),
        attribution=_source(scene),
        invited=pattern.name == "invite",
        first=first_of(text, scene.sentence_span),
    )


def _of_noun(claim: Claim, scene: Scene, pattern: Pattern) -> Claim:
    """The claim with what stands around the noun: its level, its length, how it points back."""
    clause = scene.clause
    tokens = scene.analysis.tokens(clause.sentence)
    level, span = ("unspecified", None) if pattern.weak else level_of(tokens, clause, scene.lexicon)
    night = overnight(tokens, clause)
    hours = None if night else of_hours(scene)
    if of_whole_tour(scene):  # its length and its end are those of the tour
        dates = evolve(claim.dates, end=None) if claim.dates is not None and claim.dates.start else None
        claim = evolve(claim, days=None, measure=None, dates=dates, date_spans=claim.date_spans if dates else ())
    return evolve(
        claim,
        level=level,
        level_span=span,
        days=claim.days or (2 if night else 1 if hours else None),
        measure=claim.measure or night or hours,
        noun=True,
        stop=clause.lemma in _SHORT_STAYS,
        apposition=modifiers.is_apposed(scene),
    )


def _agreed(status: Status, when: Timing, scene: Scene) -> Status:
    """An invitation that was accepted for a stated time is a plan; without one it stays a proposal."""
    if status is not Status.PROPOSED or when.dates is None:
        return status
    clause: Clause | None = scene.clause
    for _ in range(_DEPTH):
        if clause is None or clause.governor is None:
            return status
        clause = scene.clauses[clause.governor]
        if clause.lemma == "accept" and not clause.negated and clause.modality is Modality.ASSERTED:
            return Status.PLANNED
    return status


def _days_after(pattern: Pattern, scene: Scene) -> int:
    """How long after the day of an act its visit is taken to go on; "has been in Rome since" says that it does."""
    clause, above = scene.clause, scene.tie.governor
    if above is not None and (above.lemma, above.tense) == ("be", "past") and modifiers.is_superlative(scene):
        return 0  # "Xi was the first to go there, signing it on Saturday"
    if pattern.name == "presence" and clause.tense == "present":
        return _STAYS_ON
    return 0 if pattern.weak else 1 if pattern.name in ("host", *ATTENDING) else 3


def _coming(dates: DateRange | None, status: Status, published: date | None, *, listed: bool) -> DateRange | None:
    """On a Sunday "this week" of what is still to come is the week that begins next day.

    The "Thursday" of a stop to come that a tour's itinerary lists is the next one.
    """
    if dates is None or published is None or status in HAPPENED:
        return dates
    start = moved(dates.start, 7)
    if dates.start is None or start is None:
        return dates
    if listed and dates.start < published <= start:  # "Nigeria is the next stop, on Thursday"
        return evolve(dates, start=start, end=moved(dates.end, 7))
    if dates.precision is not Precision.WEEK or dates.end != published:
        return dates
    return evolve(dates, start=start, end=moved(published, 7))


def _to_summit(claim: Claim, scene: Scene, pattern: Pattern, stretch: Span) -> bool:
    """True when the trip, of no level so far, is to a multilateral meeting."""
    if claim.level != "unspecified" or not (pattern.gathering or scene.clause.form == "verb"):
        return False
    text = _FROM_SUMMIT.sub(" ", _AHEAD_OF.split(stretch.of(scene.analysis.text).lower())[0])
    return any(word in text for word in ("summit", "conference", "forum", "general assembly"))


_FROM_SUMMIT: Final = re.compile(r"\bfrom (?:an?|the) [^,.;]{0,40}?(?:summit|conference|forum|assembly)\b")
_AHEAD_OF: Final = re.compile(r"\b(?:before|after)\b")  # "flies to Doha before attending the forum in Davos"


def _stretch(scene: Scene) -> Span:
    """The clause with the clauses that say its purpose."""
    span = scene.clause.extent
    for other in scene.dependents("purpose", "object", "complement"):
        span = span.cover(other.extent)
    return span


def _trigger(scene: Scene) -> Span:
    """The words that say it: the verb group, or the noun with its carrying verb."""
    clause, tie = scene.clause, scene.tie
    if clause.form == "noun" and tie.governor is not None and tie.relation == "object":
        span = tie.governor.predicate.cover(clause.head)
        if len(span) < _LONGEST_TRIGGER:
            return span
    return clause.predicate


def _source(scene: Scene) -> Mention | None:
    governor = scene.tie.governor
    argument = scene.clause.source or (governor.source if governor else None)
    if argument is None:
        return None
    return next((m for m in heads(argument, scene.mentions) if m.actor is not None), None)


def _confidence(pattern: Pattern, visitors: Sequence[Mention]) -> float:
    base = 0.6 if pattern.weak else 0.75 if pattern.name in _MODEST else 0.9
    return base if any(is_person(m) for m in visitors) else base - 0.1
