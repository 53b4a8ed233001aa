"""Which time expressions date a frame's event: its own, those of the clause it goes with, those it is counted from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from eventx.frames.lasting import just_begun, lasting
from eventx.frames.view import View
from eventx.frames.words import BEGINNING, HAPPENING, cues
from eventx.hooks.parts import Analysis
from eventx.lexicon.predicates import load_predicates
from eventx.records import Clause, Modality, Precision, Status, TimeExpression
from eventx.resolve import times_of

_STEPS: Final = 4  # clauses up to which a date is looked for
_HISTORY: Final = 10  # years before publication from which on a mere noun ("the 1939 battle") reports nothing
_TOGETHER: Final = frozenset({"when", "as", "while"})  # what they open happens on the day of the clause above
_COUNTED: Final = frozenset({"after", "before"})
_NEARLY: Final = frozenset({"hours", "minutes", "moments", "shortly", "soon", "just", "immediately", "hour"})
_APART: Final = frozenset(
    {"over", "after", "following", "about", "against", "of", "for", "since", "before", "despite", "from", "because of"}
)
_VAGUE: Final = 800  # days of a stretch that is too long to date an act


def times_for(view: View, clause: Clause, *, spoken: bool = False) -> tuple[TimeExpression, ...]:
    """The expressions that date the clause's event.

    Without one of its own it has those of the clause above that it goes with: "broke up the march on Friday, wounding
    two". "A day after the minister quit" is counted from the date of the clause around it. An act that is done by
    saying so (``spoken``) has the date of the saying: "it would hit back, the ministry said on Friday".
    """
    times = [t for t in map(_plain, view.analysis.times(view.sentence)) if _dates(view, t)]
    at, steps, apart = clause, 0, False
    while times and steps < _STEPS:
        chosen = tuple(t for t in times_of(at, view.clauses, times) if not _of_another(view, at, t))
        chosen = tuple(t for t in chosen if not _of_inner(view, at, t) and not _of_aside(at, t))
        counted = _counted(view, at, times)
        if counted is not None:
            return (counted,)
        if chosen:
            if apart:  # what is "after Monday's raid" itself is on the day told beside it
                chosen = tuple(t for t in chosen if t.signal not in _COUNTED) or chosen
                return tuple(evolve(t, signal="") for t in chosen)
            return lasting(view, at, chosen)
        inner = _of_content(view, at, times)
        if inner:
            return inner
        governor = view.governor(at)
        told = spoken or _made_known(at)
        if governor is None or not (_shares(view, at, governor) or (told and _said(at, governor))):
            break
        apart = apart or at.relation == "adverbial"  # "began on Monday when police fired": they fired on Monday
        at, steps = governor, steps + 1
    if not times:
        return just_begun(view, clause)
    for inside in (_of_start, _of_state, _of_next, _of_crowd):
        found = inside(view, clause, times)
        if found:
            return found
    return just_begun(view, clause)


def agreed(
    times: tuple[TimeExpression, ...], status: Status, clause: Clause, published: date | None, *, spoken: bool
) -> tuple[tuple[TimeExpression, ...], Status]:
    """The times and the status of an act, where they contradict each other.

    What is still to come has no past date, but that of the saying (``spoken``). A present ("holds its summit on
    May 25") or a noun with a date to come is planned, and so is what was called ("called a strike for May 8"); a past
    form keeps its status, and the date is that of something else ("called for a strike on May 8").
    """
    times = _without_term(times)
    days = [(t.start or t.end, t.end or t.start) for t in times if t.start or t.end]
    if published is None or not days:
        return times, status
    if status in (Status.PLANNED, Status.PROPOSED):
        past = all(last is not None and last < published for _, last in days)
        return (() if past and not spoken else times), status
    if status not in (Status.OCCURRED, Status.ONGOING) or not all(f is not None and f > published for f, _ in days):
        return times, status
    present = clause.form == "noun" or (clause.tense == "present" and clause.aspect == "simple")
    called = clause.lemma in _CALLING and clause.object is not None
    ahead = (present or called) and status is Status.OCCURRED and not spoken
    return (times, Status.PLANNED) if ahead else ((), status)


_CALLING: Final = frozenset({"call", "call for", "schedule", "convene", "organise", "organize", "plan"})


_TERM: Final = 90  # days from which a length told beside a day is that of what follows from the act


def _without_term(times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """ "was jailed for 18 years on Tuesday": it took no 18 years to jail him."""
    if not any(t.precision is Precision.DAY for t in times):
        return times
    return tuple(t for t in times if t.type != "DURATION" or t.start is not None or (t.days or 0) < _TERM)


_STATES: Final = cues("states")


def _of_state(view: View, clause: Clause, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The day behind what only describes: "were sent to areas held by rebels on March 3" were sent that day.

    So behind what somebody is accused of: "arrested two men accused of plotting a coup on March 3".
    """
    for number in view.children.get(view.clauses.index(clause), ()):
        other = view.clauses[number]
        if other.relation == "participle" and other.voice == "passive" and other.lemma in _STATES:
            inner = (view.clauses[n] for n in view.children.get(number, ()))
            for told in (other, *(c for c in inner if c.form == "verb" and not c.tense)):
                days = tuple(t for t in times_of(told, view.clauses, times) if t.precision is Precision.DAY)
                if days:
                    return days
    return ()


def _of_crowd(view: View, clause: Clause, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The day on which those had come whom it befell: "fired tear gas to disperse people who gathered on Monday"."""
    if clause.form != "verb" or clause.tense != "past" or clause.modality is not Modality.ASSERTED:
        return ()
    inner = [view.clauses[n] for n in view.children.get(view.clauses.index(clause), ())]
    aims = [n for c in inner if c.relation == "purpose" for n in view.children.get(view.clauses.index(c), ())]
    for other in (*inner, *(view.clauses[n] for n in aims)):
        if other.relation == "relative" and other.tense == "past" and other.lemma in _GATHERING:
            below = (view.clauses[n] for n in view.children.get(view.clauses.index(other), ()))
            for told in (other, *(c for c in below if c.form == "verb" and not c.tense)):
                days = _days(view, told, times)
                if days:
                    return days
    return ()


_GATHERING: Final = cues("gathering")


def _of_start(view: View, clause: Clause, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The day on which it begins: "will scrap visas starting next week", "a summit due to take place on March 20"."""
    at = view.clauses.index(clause)
    for number in view.children.get(at, ()):
        other = view.clauses[number]
        if other.relation == "participle" and other.lemma in BEGINNING and not other.tense and other.object is None:
            return times_of(other, view.clauses, times)
    if clause.form == "noun" and clause.modality is Modality.FUTURE:
        for other in view.clauses[at + 1 : at + 2]:
            if other.relation == "purpose" and other.lemma in HAPPENING:
                return times_of(other, view.clauses, times)
    return ()


def _of_next(view: View, clause: Clause, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The day told at the end of a row of acts: "bowed to anger and resigned on Monday", "fired on women marching on".

    Acts that are joined by "and" share it where they are of one tense; so does who does something while another acts,
    and what happens when or as another thing does ("as the ministers met on Monday, thousands marched").
    """
    if clause.form != "verb" or clause.tense != "past" or clause.modality is not Modality.ASSERTED:
        return ()
    at = view.clauses.index(clause)
    for other in view.clauses[max(0, at - 1) : at]:
        ahead = other.relation == "adverbial" and other.governor in (None, at) and other.extent.before(clause.extent)
        if ahead and other.tense == "past" and other.aspect != "perfect" and _opened_by(view, other) in _TOGETHER:
            days = _days(view, other, times)
            if days:
                return days
    # Each clause once: what is joined goes on to what is joined to it, and twice a step would never end.
    for number in dict.fromkeys((*view.children.get(at, ()), *range(at + 1, len(view.clauses)))):
        other = view.clauses[number]
        linked = other.relation == "coordination" and other.governor == at
        linked = linked or (clause.governor is other.governor is None and view.between(clause, other) == "and")
        joined = linked and other.tense == "past" and other.modality is clause.modality
        if other.governor != at and not joined:
            continue
        beside = other.relation == "participle" and not other.tense and other.voice == "active"
        beside = beside or (other.tense == "past" and _opened_by(view, other) in _TOGETHER) or _means(clause, other)
        if other.form != "verb" or not (joined or beside) or other.aspect == "perfect":
            continue
        days = _days(view, other, times) or (_of_next(view, other, times) if joined else ())
        if days and other.head.before(days[0].span):
            return days[:1]
    return ()


def _days(view: View, clause: Clause, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The day that a clause itself gives."""
    return tuple(t for t in times_of(clause, view.clauses, times) if t.precision is Precision.DAY and not t.signal)[:1]


def _means(clause: Clause, other: Clause) -> bool:
    """ "recognised it in a treaty signed on Monday": what the act is done by has the same day."""
    if other.relation != "participle" or other.voice != "passive" or other.tense or other.subject is None:
        return False
    head = other.subject.head
    return any(c.preposition in ("in", "under", "with", "by") and c.head.overlaps(head) for c in clause.complements)


def _shares(view: View, clause: Clause, governor: Clause) -> bool:
    """True for what happens on the day of the clause above: its noun or content, what goes on with "and" or "-ing"."""
    if clause.relation in ("object", "subject", "complement"):
        if clause.form == "noun":
            return clause.relation != "complement" or _goes_with(clause, governor)
        aimed = governor.relation == "purpose" and clause.modality is not Modality.ASSERTED  # "efforts to mediate"
        return not (clause.tense or aimed) and governor.lemma not in load_predicates().speech
    if clause.form != "verb":
        return False
    if clause.relation == "coordination":
        return clause.tense == governor.tense and clause.modality is governor.modality
    if clause.relation == "adverbial":
        means = _opened_by(view, clause) == "by" and not clause.tense  # "answered by expelling the envoy"
        return means or goes_on_beside(view, clause)
    if clause.relation == "purpose":  # "marched on Monday to demand pay": they did
        done = governor.tense == "past" and governor.voice == "active"
        return done and clause.modality is governor.modality is Modality.ASSERTED
    return clause.relation == "participle" and not clause.tense


def goes_on_beside(view: View, clause: Clause) -> bool:
    """True for what an adverbial clause tells of the same day: "as", "while", "hours after"."""
    return _opened_by(view, clause) in _TOGETHER or _close(view, clause)


def _opened_by(view: View, clause: Clause) -> str:
    """The word that opens an adverbial clause."""
    return view.lowered(clause.cue).strip() if clause.relation == "adverbial" and clause.cue is not None else ""


def _plain(time: TimeExpression) -> TimeExpression:
    """The expression, open at its end where it says since when."""
    return evolve(time, end=None) if time.signal == "since" and time.start is not None else time


def _dates(view: View, time: TimeExpression) -> bool:
    """False for what dates nothing: a length that is no "for five days" or "two-day", a decade, a century."""
    if time.start is not None and time.end is not None and (time.end - time.start).days > _VAGUE:
        return False
    if time.type != "DURATION" or time.start is not None or (time.signal in _COUNTED and time.anchor == "event"):
        return True
    first, _ = view.range(time.span)
    return "-" in time.text or (first > 0 and view.tokens.lowers[first - 1] == "for")


def _of_another(view: View, clause: Clause, time: TimeExpression) -> bool:
    """True for the length before "after" and "before": it tells when the clause that they open happened."""
    if time.signal not in _COUNTED:
        return False
    opened = [c for c in view.clauses if c is not clause and c.cue is not None and c.relation == "adverbial"]
    return any(c.cue is not None and 0 <= c.cue.start - time.span.end <= 1 for c in opened)


def _of_inner(view: View, clause: Clause, time: TimeExpression) -> bool:
    """ "acquitted over the killings in 2011": a time long past behind a noun that "over" sets apart is the noun's."""
    published = view.analysis.document.published
    old = published is not None and time.end is not None and (published - time.end).days > _OLD
    at = view.clauses.index(clause)
    return old and any(
        inner.form == "noun"
        and inner.extent.contains(time.span)
        and inner.head.before(time.span)
        and not _goes_with(inner, clause)
        for inner in (view.clauses[n] for n in view.children.get(at, ()))
    )


_OLD: Final = 90  # days


def _of_aside(clause: Clause, time: TimeExpression) -> bool:
    """ "Smith, in power since 1994, told the crowd": nobody "told since 1994", so the time is that of the aside."""
    told = clause.form == "verb" and (clause.tense, clause.aspect) == ("past", "simple")
    return told and time.signal == "since" and time.span.before(clause.head)


def _of_content(view: View, clause: Clause, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The past day of what was ordered or agreed, which is the day of the order: "ordered it to disband on Friday".

    What "is due to take place on Friday" has that day, past or not.
    """
    published = view.analysis.document.published
    if clause.lemma in _AWAITED:
        content = next((view.clauses[n] for n in view.children.get(view.clauses.index(clause), ())[-1:]), clause)
        return times_of(content, view.clauses, times)
    if clause.form != "verb" or clause.tense != "past" or published is None:
        return ()
    for number in view.children.get(view.clauses.index(clause), ()):
        content = view.clauses[number]
        if content.form != "verb" or content.tense or content.relation not in ("complement", "purpose"):
            continue
        for time in times_of(content, view.clauses, times):
            past = time.end is not None and time.end <= published and not time.signal
            if past and time.precision is Precision.DAY:
                return (time,)
    return ()


_AWAITED: Final = frozenset({"be due", "be set", "be scheduled", "be expected", "be likely"})


def _goes_with(noun: Clause, governor: Clause) -> bool:
    """True for a noun after "in", "at", "during": what is done "over" or "following" it is of another day.

    What is said after talks is said on their day.
    """
    before = next((c.preposition for c in governor.complements if c.span.contains(noun.head)), "in")
    return before not in _APART or (before in ("after", "following") and governor.lemma in load_predicates().speech)


def _made_known(clause: Clause) -> bool:
    """True for what one is doing or has done oneself: "said on Monday it is expelling", "said they had toppled him"."""
    if clause.tense == "present":
        return clause.aspect == "progressive"
    own = clause.subject is not None and clause.subject.lemma.lower() in ("it", "they", "he", "she")
    return own and clause.tense == "past" and clause.aspect == "perfect" and clause.voice == "active"


def _said(clause: Clause, governor: Clause) -> bool:
    """True for the content of what somebody says."""
    return clause.relation == "complement" and governor.lemma in load_predicates().speech


def _close(view: View, clause: Clause) -> bool:
    """True for "hours after", "shortly before": the same day, or nearly so."""
    if clause.cue is None or _opened_by(view, clause) not in _COUNTED:
        return False
    first, _ = view.range(clause.cue)
    return first > 0 and view.tokens.lowers[first - 1] in _NEARLY


def _counted(view: View, clause: Clause, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day that "a day after" or "two days before" its clause counts from the date of the sentence."""
    word = _opened_by(view, clause)
    if clause.form != "verb" or clause.cue is None or word not in _COUNTED:
        return None
    for time in times:
        if time.type != "DURATION" or time.signal != word or time.anchor != "event":
            continue
        if 0 <= clause.cue.start - time.span.end <= 1:
            base = _base(times, time)
            days = time.days if time.days is not None else 0 if "H" in time.value else None
            if _is_vague(time):
                return None
            return _shifted(base, -days if word == "after" else days) if base is not None and days is not None else None
    return None


def _is_vague(time: TimeExpression) -> bool:
    """True for "less than two weeks", and for months, whose days nobody counts; not for "just two days"."""
    exact = not time.approximate or time.text.lower().startswith(_EXACT)
    return (time.days or 0) > 1 and not (exact and time.value[-1:] not in ("M", "Y"))


_EXACT: Final = ("just", "only", "exactly", "a mere")


def _base(times: Sequence[TimeExpression], counted: TimeExpression) -> TimeExpression | None:
    """The day that a sentence gives before the words that count from it."""
    before = [t for t in times if t.span.end <= counted.span.start and t.precision is Precision.DAY]
    return next((t for t in reversed(before) if t.start is not None and t.start == t.end), None)


def _shifted(base: TimeExpression, days: int) -> TimeExpression | None:
    assert base.start is not None
    try:
        day = base.start + timedelta(days=days)
    except OverflowError:
        return None
    return evolve(base, start=day, end=day, value=day.isoformat(), anchor="narrative", signal="")


def historic(times: Sequence[TimeExpression], analysis: Analysis) -> bool:
    """True when all that dates the noun lies many years before publication."""
    published = analysis.document.published
    days = [t.end or t.start for t in times if t.end or t.start]
    return (
        bool(days) and published is not None and all(d is not None and d.year < published.year - _HISTORY for d in days)
    )
