"""When a visit takes place: which time expressions date a clause, and what they date: the stay or an act inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from eventx import Analysis, Clause, DateRange, Precision, Span, TimeExpression
from eventx.resolve import times_of
from eventx_state_visit.clause.ties import subordinator, tie_of
from eventx_state_visit.dates.dependents import from_before, from_below, from_beside
from eventx_state_visit.dates.governors import from_above, right_before
from eventx_state_visit.dates.lengths import (
    FIRST,
    INSIDE,
    LAST,
    STAY,
    is_length,
    is_stay,
    of_the_reason,
    of_the_trip,
    ranged,
)
from eventx_state_visit.lexicon import NUMBERS, VisitLexicon, words_of


@frozen(slots=True)
class Timing:
    """A date range with the spans that give it; ``within``: the day of an act inside the visit.

    ``days`` is the length of the stay and ``measure`` the words that give it, where the clause tells one.
    """

    dates: DateRange | None
    spans: tuple[Span, ...]
    within: bool = False
    days: int | None = None
    measure: Span | None = None

    def undated(self) -> Timing:
        """The length alone."""
        return Timing(None, (), days=self.days, measure=self.measure)


def timing(
    clause: Clause,
    clauses: Sequence[Clause],
    analysis: Analysis,
    lexicon: VisitLexicon,
    *,
    arrival: bool,
    leaving: bool = False,
) -> Timing:
    """The timing that a clause gives; a single day is with ``arrival`` the first, with ``leaving`` the last one."""
    since = clause.form == "verb" and subordinator(clause, analysis) == "since"  # "the first since Kohl came in 1995"
    own = clause.extent if since else None
    told = [t for t in analysis.times(clause.sentence) if (own and own.contains(t.span)) or not _counts(t, analysis)]
    if any(t.value == "PAST_REF" and 0 <= clause.predicate.start - t.span.end <= 1 for t in told):
        told = [t for t in told if clause.extent.contains(t.span)]  # "We recently met in Bonn. Today we have"
    times = [t for t in told if not _of_a_thing(t, analysis, lexicon) and t.text != "the day"]  # "came for the day"
    dated = list(_dated(clause, clauses, times, lexicon, analysis))
    lengths = [t for t, _ in dated if is_stay(t, analysis)] or of_the_reason(clause, times, analysis)
    left = _left_over(clause, clauses, times, analysis)
    found = _timing(left, dated, lengths, arrival=arrival, leaving=leaving)
    lengths = lengths if clause.form == "noun" or clause.lemma in _SPENDS else of_the_trip(clause, times, analysis)
    if lengths:
        return evolve(found, days=lengths[0].days, measure=lengths[0].span)
    return found


def _of_a_thing(time: TimeExpression, analysis: Analysis, lexicon: VisitLexicon) -> bool:
    """True for the year of "for the anniversary of the camp's 1945 liberation": it dates the noun behind it.

    So does a time before there were state visits: "had a tour of the 12th-century cathedral".
    """
    if time.start is not None and time.start.year < _MODERN:
        return True
    if time.precision is not Precision.YEAR or not time.text.isdigit():
        return False
    behind = _NOUN_BEHIND.match(analysis.text, time.span.end)
    if behind is None or _LED_IN.search(analysis.text, max(0, time.span.start - 20), time.span.start) is None:
        return False
    noun = behind[1]
    return noun not in lexicon.nouns and noun not in lexicon.gatherings


_MODERN: Final = 1800
_LED_IN: Final = re.compile(r"(?:\b(?:the|a|an|its|his|her|their)|['’]s?)\s+$", re.IGNORECASE)
_NOUN_BEHIND: Final = re.compile(
    r"\s+(?:(?:state|official|working|private|historic|landmark|brief)\s+){0,2}"
    r"([a-z]{3,})\b(?<!\bwhen)(?<!\bafter)(?<!\bbefore)"
)


_SPENDS: Final = frozenset({"spend", "stay", "last"})


def _timing(
    left: Sequence[TimeExpression],
    dated: Sequence[tuple[TimeExpression, str]],
    lengths: Sequence[TimeExpression],
    *,
    arrival: bool,
    leaving: bool,
) -> Timing:
    """The dates, by what they date: the stay first, then its ends, acts inside it, and what is ``left``."""
    for kind in (STAY, FIRST, LAST, INSIDE):
        chosen = [t for t, k in dated if k == kind and not is_length(t)]
        if kind == FIRST and chosen:
            chosen += [t for t, k in dated if k == LAST and not is_length(t)]
        found = ranged(chosen, lengths, _side(kind, arrival, leaving))
        if found is not None:
            spans = tuple(t.span for t in (*chosen, *lengths[:1]) if t.start or t.end or t.days)
            single = found.start is not None and found.end is None
            return Timing(found, spans, within=kind == INSIDE or (single and arrival))
    found = ranged(left, lengths, _side(STAY, arrival, leaving)) if left else None
    if found is None:
        return Timing(None, ())
    return Timing(found, tuple(t.span for t in left), within=arrival and found.end is None)


def _left_over(
    clause: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression], analysis: Analysis
) -> list[TimeExpression]:
    """ "will be in Jakarta, Indonesia, from 12 to 15 July": dates behind the clause that no other clause holds."""
    end = clause.extent.end
    after = [t for t in times if t.start and t.span.start >= end]
    apposed = [t for t in after[:1] if _PLACE_APPOSED.fullmatch(analysis.text, end, t.span.start)]
    free = apposed or [t for t in after if not any(c.extent.overlaps(t.span) for c in clauses)]
    if not free:
        return []
    nearer = [c for c in clauses if end < c.extent.end <= free[0].span.start and c.form == "verb"]
    between = analysis.text[end : free[0].span.start]
    reach = _LEFT_OVER
    if clause.lemma == "be" and clause.aspect == "perfect":  # "has been to Ghana once, for the summit in Accra in May"
        reach = 0 if _GOES_ON.search(between) else _EVER
    return [] if nearer or free[0].span.start - end > reach else free[:1]


_PLACE_APPOSED: Final = re.compile(r", (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*,? (?:on |in |from )?")
_GOES_ON: Final = re.compile(r"[;:]|\b(?:and|but|while|where|when|as)\b")
_EVER: Final = 90  # characters behind "has been to" in which the one time is told
_LEFT_OVER: Final = 40  # characters between a clause and a date that is still its own


def _side(kind: str, arrival: bool, leaving: bool) -> str:
    """What a date of the stay comes to beside a verb of arriving or leaving."""
    if kind != STAY:
        return kind
    return LAST if leaving else INSIDE if arrival else STAY


def _dated(
    clause: Clause,
    clauses: Sequence[Clause],
    times: Sequence[TimeExpression],
    lexicon: VisitLexicon,
    analysis: Analysis,
) -> Iterator[tuple[TimeExpression, str]]:
    """The expressions that date the clause, with what each of them dates."""
    # "comes nine months after he hosted Kim": counted to what the other clause tells, no date of this one
    own = [t for t in times_of(clause, clauses, times) if t.anchor != "event"]
    edge = _edge(clause, clauses, lexicon)
    for time in own:
        if not _claims_a_first(time, clause, analysis):
            yield time, edge if edge and clause.head.before(time.span) else STAY
    if not own:
        yield from from_before(clause, clauses, times, analysis)
        yield from from_beside(clause, clauses, times, analysis)
        if clause.relation == "relative" and subordinator(clause, analysis) == "where":
            yield from right_before(clause, analysis, "where")  # "a trip to Peru from May 4 to 9, where she will"
    yield from from_above(clause, clauses, times, lexicon, analysis, own)
    yield from from_below(clause, clauses, times, lexicon, own)


def _edge(clause: Clause, clauses: Sequence[Clause], lexicon: VisitLexicon) -> str:
    """ "wrapped up a visit to Iran on Friday": a date behind the noun is that of the verb, the last or first day."""
    if clause.form == "verb":
        return ""
    tie = tie_of(clause, clauses)
    if tie.governor is None or tie.relation not in ("object", "complement", "subject"):
        return ""
    kind = lexicon.date_of(tie.governor.lemma, tie.relation, tie.preposition)
    return kind if kind in (FIRST, LAST) else ""


def _claims_a_first(time: TimeExpression, clause: Clause, analysis: Analysis) -> bool:
    """ "the first by a president since 1928", "since Obama in 2012": what lies behind "since" dates no visit.

    The day of "on a three-day visit since Monday" is its first one.
    """
    if time.signal == "since" and clause.form == "noun":
        ranked = _RANKED.search(analysis.text, clause.extent.start, max(clause.extent.start, time.span.start))
        return time.precision is not Precision.DAY or ranked is not None
    counted = (c for c in clause.complements if c.preposition == "since" and c.head.before(time.span))
    return any(analysis.text[c.span.end : time.span.start].strip() in ("", "in") for c in counted)


_RANKED: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only|maiden|no|[a-z]+est|most)\b"
)


def _counts(time: TimeExpression, analysis: Analysis) -> bool:
    """ "for the second time in a month", "his first trip in five years": a span that something is counted in."""
    if time.type == "DURATION" and time.start is None:
        return False
    text = analysis.text
    if _measures_a_first(time, text):
        return True
    before = text[max(0, time.span.start - 40) : time.span.start].lower().split()
    counted = len(before) > 1 and before[-1] in ("in", "over") and before[-2] in _COUNTED
    opening = time.text.lower().partition(" ")[0]
    return counted and (opening in NUMBERS or opening in ("a", "an", "as", "less", "more"))


def _measures_a_first(time: TimeExpression, text: str) -> bool:
    """ "the first by a senior official since 1991", "the first in 34 years": how rare a visit is, not when it is."""
    before = text[max(0, time.span.start - _PHRASE) : time.span.start].lower()
    rare = _RARE.search(before) is not None
    counted = before.endswith(("in ", "for ")) and _YEARS.search(time.text.lower()) is not None
    if time.precision is not Precision.DAY and _SINCE.search(before) is not None:
        return True  # "the first since the fall of the dictator in January"
    return (time.signal == "since" and rare) or (counted and (rare or time.anchor == "publication"))


_PHRASE: Final = 120  # characters
_RARE: Final = re.compile(r"\b(?:first|last|only|maiden|second|third|highest[- ]\w+|most senior)\b[^.;]*$")
_SINCE: Final = re.compile(
    r"\b(?:first|last|only|maiden)\b"
    r"(?:[^.;]*\bsince\s+[a-z][^.;\d]*|[^;]*\bsince\s+(?:[\w.'’-]+\s+){1,5}(?:back )?(?:in|on)\s+)$"
)
_YEARS: Final = re.compile(r"\b(?:years|decades|months|generation|century)\b")
_COUNTED: Final = words_of("counted_visits")
