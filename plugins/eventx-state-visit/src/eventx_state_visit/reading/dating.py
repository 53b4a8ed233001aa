"""When the visit of a clause takes place: its dates, as its pattern, its status and a numbered day bear on them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import evolve

from eventx import Clause, Modality, Precision, Status, TimeExpression
from eventx.resolve import date_range, place_of, times_of
from eventx_state_visit.claims import CALLED_OFF
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.dates.lengths import moved, of_nights
from eventx_state_visit.dates.timing import Timing, timing
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.status.moods import homeward
from eventx_state_visit.status.predicates import Reading


def dates_of(scene: Scene, pattern: Pattern, reading: Reading) -> Timing:
    """When the visit takes place, by the times of its clause and of those that govern it."""
    clause, analysis = scene.clause, scene.analysis
    home = not pattern.destination  # "returned to his country"
    leaving = pattern.name in ("return", "depart") and (home or homeward(clause, scene.lexicon))
    if pattern.name == "itinerary" and pattern.visitor == ("subject",):  # "will tour Asia, ending on Friday in Seoul"
        leaving = leaving or scene.lexicon.dating.get(clause.lemma) == "last"
    arrival = _is_arrival(scene, pattern) or (pattern.name == "return" and not leaving)  # "returned to Beirut"
    when = timing(clause, scene.clauses, analysis, scene.lexicon, arrival=arrival, leaving=leaving)
    if clause.form == "noun" and not pattern.weak:
        when = _of_the_nth_day(when, scene)
        when = (_of_the_title(scene) if when.dates is None else None) or when
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


_TAKING_IN: Final = words_of("taking_in")
_PARTS_OF_DAY: Final = words_of("parts_of_day")
_TOLD_OF: Final = re.compile(r"\b(?:notice|notification|news|word|announcement) of (?:the|his|her|their|a) $")


def is_title(scene: Scene) -> bool:
    """ "Official Visit of the Crown Prince, 10 to 12 January": a line without a verb, about one visit."""
    nouns = [c for c in scene.clauses if c.form == "noun" and c.lemma in scene.lexicon.nouns]
    return len(nouns) == 1 and nouns[0] is scene.clause and not any(c.form == "verb" for c in scene.clauses)


def _of_the_title(scene: Scene) -> Timing | None:
    """The days behind a comma at the end of a title are those of the visit that it names."""
    if not is_title(scene):
        return None
    text, times = scene.analysis.text, scene.analysis.times(scene.clause.sentence)
    told = [t for t in times if t.start and _COMMA.search(text, scene.clause.head.end, t.span.start)]
    if len(told) != 1 or _MORE.search(text, told[0].span.end, scene.sentence_span.end):
        return None
    dates = date_range(told)
    return Timing(dates, (told[0].span,)) if dates is not None else None


_COMMA: Final = re.compile(r",\s+(?:from |on |for )?$")
_MORE: Final = re.compile(r"\w")


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
    nights = of_nights(scene) if pattern.name == "spend" and when.days is None else None
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


def _for_hours(scene: Scene) -> bool:
    """ "spent a few hours in Yerevan": a length in hours."""
    times = scene.analysis.times(scene.clause.sentence)
    return any(t.value.startswith("PT") and scene.clause.extent.contains(t.span) for t in times)


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
        and not GOES_ON.match(scene.analysis.text, clause.predicate.end)  # "goes on tonight to Oslo"
    ):
        return False  # "will go to Yerevan on Saturday": a plan tells the day of the visit
    if pattern.motion or pattern.weak or pattern.name in ("arrival", "departure", "presence", "host", "bar"):
        return True
    if pattern.name == "visit" and clause.tense == "past" and _sees_a_site(scene):
        return True  # "visited a school in Nairobi on Wednesday"
    return clause.lemma in ("speak", "address", "open") or (clause.form == "noun" and clause.lemma == "stop")


_AREAS: Final = words_of("areas")
_BARE_TRAVEL: Final = words_of("bare_travel")
_BRIEF: Final = words_of("stopping")
GOES_ON: Final = re.compile(r"\s+on\b(?!\s+(?:an?|the|his|her|their|its|[A-Z\d])\b)(?!\s+[A-Z\d])")


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


_NUMBERS: Final = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_LAST: Final = ("last", "final", "closing")
_DAY_OF: Final = re.compile(
    rf"\bthe (?P<number>{'|'.join((*_NUMBERS, *_LAST))})(?: and (?P<last>{'|'.join(_LAST)}))? (?:full )?day of "
    r"(?:an?|the|his|her|their|this|[A-Z][\w-]+['’]s)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
_REACH: Final = 110  # characters of the phrase before the noun
_NEAR: Final = 12  # characters between a day and ", the last day of"


def _of_the_nth_day(when: Timing, scene: Scene) -> Timing:
    """The timing counted from the number of the day, where the noun's sentence gives that number and the date."""
    clause, text = scene.clause, scene.analysis.text
    told = _DAY_OF.search(text, max(scene.sentence_span.start, clause.head.start - _REACH), clause.head.start)
    day = _date_of(scene, told.start()) if told is not None else None
    if told is None or day is None or day.start is None:
        return when
    number = _NUMBERS.get(told["number"].lower())
    ends = number is None or told["last"] is not None
    length = when.days if number is None else number if ends else when.days
    first = number or length
    start = moved(day.start, 1 - first) if first else None
    end = day.start if ends else moved(start, length - 1) if length and start else None
    told_day = date_range([day])
    if told_day is None or (start is None and end is None):
        return when
    dates = evolve(told_day, start=start, end=end)
    return evolve(when, dates=dates, spans=(day.span,), within=start is None or end is None)


def _date_of(scene: Scene, at: int) -> TimeExpression | None:
    """The date of the numbered day: right before the phrase, else the only one of the sentence."""
    times = [t for t in scene.analysis.times(scene.clause.sentence) if t.start and t.precision is Precision.DAY]
    verbs = [c.extent for c in scene.clauses if c.form == "verb"]  # a date outside is that of the dateline
    days = [t for t in times if t.start == t.end and any(extent.contains(t.span) for extent in verbs)]
    beside = next((t for t in days if 0 <= at - t.span.end <= _NEAR), None)
    return beside or (days[0] if len(days) == 1 else None)
