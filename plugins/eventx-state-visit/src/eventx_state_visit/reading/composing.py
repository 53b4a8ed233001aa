"""A claim put together from what a clause says of one visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from attrs import evolve

from eventx import Clause, DateRange, Mention, Modality, Precision, Span, Status
from eventx.resolve import date_range, place_of, times_of
from eventx_state_visit.claims import CALLED_OFF, Claim
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import heads
from eventx_state_visit.dates.lengths import moved
from eventx_state_visit.dates.timing import Timing, timing
from eventx_state_visit.destinations.places import Destination, home_of, is_region
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import country_of, is_person
from eventx_state_visit.reading.daycount import of_the_nth_day
from eventx_state_visit.status.calendar import settle
from eventx_state_visit.status.moods import homeward
from eventx_state_visit.status.predicates import Reading

# Words that need not point back to a visit told before: "a training mission", "flew out on Monday".
_UNCONNECTED: Final = words_of("unconnected")
_TAKING_IN: Final = words_of("taking_in")
_PARTS_OF_DAY: Final = words_of("parts_of_day")
_SHORT_STAYS: Final = words_of("short_stays")
_MODEST: Final = ("presence", "attend", "take-part", "speak")  # rules that say less plainly that somebody travels
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
    when = _when(scene, pattern, reading)
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
        assumed=reading.assumed and when.dates is None,
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
    if clause.lemma in _ONWARD or _GOES_ON.match(scene.analysis.text, clause.predicate.end):
        return True
    return "then" in scene.words(Span(clause.extent.start, clause.predicate.end + _THEN))


_GOES_ON: Final = re.compile(r"\s+on\b(?!\s+(?:an?|the|his|her|their|its|[A-Z\d])\b)(?!\s+[A-Z\d])")
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
        purposes=modifiers.purposes_of(text, stretch, scene.lexicon),
        gathering=modifiers.gathering_of(text, stretch),
        attribution=_source(scene),
        invited=pattern.name == "invite",
        first=modifiers.first_of(text, scene.sentence_span),
    )


def _when(scene: Scene, pattern: Pattern, reading: Reading) -> Timing:
    """When the visit takes place, by the times of its clause and of those that govern it."""
    clause, analysis = scene.clause, scene.analysis
    home = not pattern.destination  # "returned to his country"
    leaving = pattern.name in ("return", "depart") and (home or homeward(clause, scene.lexicon))
    if pattern.name == "itinerary" and pattern.visitor == ("subject",):  # "will tour Asia, ending on Friday in Seoul"
        leaving = leaving or scene.lexicon.dating.get(clause.lemma) == "last"
    arrival = _is_arrival(scene, pattern) or (pattern.name == "return" and not leaving)  # "returned to Beirut"
    when = timing(clause, scene.clauses, analysis, scene.lexicon, arrival=arrival, leaving=leaving)
    if clause.form == "noun" and not pattern.weak:
        when = of_the_nth_day(when, scene)
    if when.dates is None and reading.status is Status.POSTPONED:
        when = _first_set_for(scene) or when
    today = when.dates is not None and when.dates.start == when.dates.end == analysis.document.published
    if today and when.dates is not None and clause.lemma == "be" and clause.tense == "past":
        when = evolve(when, dates=evolve(when.dates, end=None), within=True)  # "was in India today": and still is
    if clause.form == "noun" and _TOLD_OF.search(analysis.text, max(0, clause.extent.start - 24), clause.head.start):
        when = when.undated()  # "gave them notice of the trip only a week ago"
    visa = pattern.name == "bar" and clause.object is not None and clause.object.lemma == "visa"
    if clause.lemma in _TAKING_IN or visa:
        when = when.undated()  # "The tour, which also takes in Fiji, ends on June 4", "refused him a visa in May"
    return _within_a_day(_called_off_on(when, reading, clause, analysis.document.published), scene, pattern)


_TOLD_OF: Final = re.compile(r"\b(?:notice|notification|news|word|announcement) of (?:the|his|her|their|a) $")


def _first_set_for(scene: Scene) -> Timing | None:
    """ "X, who had been announced for today, will come at a later stage": the day it was set for first."""
    for other in scene.clauses:
        planned = (
            other.lemma in ("be due", *scene.lexicon.scheduling) or scene.lexicon.carriers.get(other.lemma) == "planned"
        )
        if not planned or other.subject is None or other.subject.via != "relative":
            continue
        told = [t for t in times_of(other, scene.clauses, scene.analysis.times(scene.clause.sentence)) if t.start]
        dates = date_range(told)
        if dates is not None:
            return Timing(dates, tuple(t.span for t in told))
    return None


def _for_hours(scene: Scene) -> bool:
    """ "spent a few hours in Yerevan": a length in hours."""
    times = scene.analysis.times(scene.clause.sentence)
    return any(t.value.startswith("PT") and scene.clause.extent.contains(t.span) for t in times)


def _called_off_on(when: Timing, reading: Reading, clause: Clause, published: date | None) -> Timing:
    """ "called off his trip to Jerusalem on Sunday": a day gone by is that of the decision."""
    ended = reading.status in CALLED_OFF and not reading.assumed
    dates = when.dates
    if reading.status is Status.POSTPONED and dates is not None and dates.start is None:
        return when.undated()  # "was put off until next year": the new day, not that of the visit
    if not ended or clause.form != "noun" or dates is None or published is None or dates.end is None:
        return when
    past = dates.precision is Precision.DAY and dates.end <= published
    behind = all(clause.head.before(span) for span in when.spans)
    return when.undated() if past and behind else when


def _within_a_day(when: Timing, scene: Scene, pattern: Pattern) -> Timing:
    """ "spent some hours in Galle on Friday": the stay ends on the day that it begins."""
    taken, dates = scene.clause.object, when.dates
    nights = modifiers.of_nights(scene) if pattern.name == "spend" and when.days is None else None
    if nights is not None:
        return evolve(when, days=nights)
    short = pattern.name == "spend" and (taken.lemma in _PARTS_OF_DAY if taken is not None else _for_hours(scene))
    short = short or "for the day" in scene.clause.extent.of(scene.analysis.text)  # "came to the island for the day"
    plural = taken is not None and taken.lemma == "day" and taken.head.of(scene.analysis.text).lower() != "day"
    if short and not plural and dates is None:
        return evolve(when, days=1)
    if not short or plural or dates is None or dates.start is None or dates.precision is not Precision.DAY:
        return when
    return evolve(when, dates=evolve(dates, end=dates.start), within=False)


def _of_noun(claim: Claim, scene: Scene, pattern: Pattern) -> Claim:
    """The claim with what stands around the noun: its level, its length, how it points back."""
    clause = scene.clause
    tokens = scene.analysis.tokens(clause.sentence)
    level, span = ("unspecified", None) if pattern.weak else modifiers.level_of(tokens, clause, scene.lexicon)
    night = modifiers.overnight(tokens, clause)
    hours = None if night else modifiers.of_hours(scene)
    if modifiers.of_whole_tour(scene):  # its length and its end are those of the tour
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


def _is_arrival(scene: Scene, pattern: Pattern) -> bool:
    """True where a single day is that of an arrival or of an act, and not the whole stay."""
    clause = scene.clause
    if clause.lemma == "be" and clause.tense in ("past", "future") and clause.aspect == "simple":
        return False  # "was in Georgia on March 25", "will be in Singapore on Thursday"
    if clause.form == "verb" and clause.lemma in _BRIEF:
        return False
    if _is_appointment(clause, pattern):
        return False
    if (
        clause.lemma in _BARE_TRAVEL
        and clause.tense in ("future", "present", "infinitive", "")
        and clause.aspect == "simple"
        and not _GOES_ON.match(scene.analysis.text, clause.predicate.end)  # "goes on tonight to Oslo"
    ):
        return False  # "will go to Yerevan on Saturday": a plan tells the day of the visit
    if pattern.motion or pattern.weak or pattern.name in ("arrival", "departure", "presence", "host", "bar"):
        return True
    if pattern.name == "visit" and clause.tense == "past" and _sees_a_site(scene):
        return True  # "visited a school in Nairobi on Wednesday"
    return clause.lemma in ("speak", "address", "open") or (clause.form == "noun" and clause.lemma == "stop")


def _is_appointment(clause: Clause, pattern: Pattern) -> bool:
    """ "is due at the White House on Friday", "will welcome him to the palace on Friday": the day of the visit."""
    if clause.lemma in ("be due", "expect"):
        house = clause.complement("at")
        return house is not None and house.lemma != "airport"
    ahead = clause.modality in (Modality.FUTURE, Modality.PLANNED) and pattern.name == "host"
    house = clause.complement("to", "at") if ahead else None
    return house is not None and house.lemma not in ("airport", "airbase", "station", "border")


def _sees_a_site(scene: Scene) -> bool:
    """True for a verb whose object is something in the country, and not the country or a city."""
    taken = scene.clause.object
    if scene.clause.form != "verb" or taken is None or taken.via or taken.lemma in _AREAS:
        return False
    return not any(place_of(m) is not None and m.span.overlaps(taken.head) for m in scene.mentions)


_AREAS: Final = words_of("areas")
_BARE_TRAVEL: Final = words_of("bare_travel")
_BRIEF: Final = words_of("stopping")


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
    return 0 if pattern.weak else 1 if pattern.name in ("host", "attend", "take-part", "speak") else 3


def _coming(dates: DateRange | None, status: Status, published: date | None, *, listed: bool) -> DateRange | None:
    """On a Sunday "this week" of what is still to come is the week that begins next day.

    The "Thursday" of a stop to come that a tour's itinerary lists is the next one.
    """
    if dates is None or published is None or status in (Status.OCCURRED, Status.ONGOING):
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
