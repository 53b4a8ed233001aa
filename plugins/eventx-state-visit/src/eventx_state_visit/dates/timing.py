"""When a visit takes place: which time expressions date a clause, and what they date: the stay or an act inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from eventx import Analysis, Clause, DateRange, Modality, Precision, Span, TimeExpression
from eventx.resolve import times_of
from eventx_state_visit.clause.ties import Tie, is_of_part, subordinator, tie_of
from eventx_state_visit.dates.dependents import from_below, of_what_came_first
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
from eventx_state_visit.dates.neighbours import (
    day_of_leaving,
    from_before,
    from_beside,
    inside,
    of_the_main_act,
    right_before,
)
from eventx_state_visit.dates.rarity import counts
from eventx_state_visit.lexicon import VisitLexicon


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
    told = [t for t in analysis.times(clause.sentence) if (own and own.contains(t.span)) or not counts(t, analysis)]
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
_INNER: Final = ("complement", "purpose")
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
    yield from _from_above(clause, clauses, times, lexicon, analysis, own)
    yield from from_below(clause, clauses, times, lexicon, own)


def _from_above(
    clause: Clause,
    clauses: Sequence[Clause],
    times: Sequence[TimeExpression],
    lexicon: VisitLexicon,
    analysis: Analysis,
    own: Sequence[TimeExpression],
) -> Iterator[tuple[TimeExpression, str]]:
    """What the governing verb's dates say: "will begin a visit on Monday", "it was in 2007 when he met Kim there"."""
    tie = tie_of(clause, clauses)
    governor = tie.governor
    if governor is None:
        return
    if clause.relation == "coordination" and governor.lemma in lexicon.setting_out and not own:
        yield from ((t, FIRST) for t in times_of(governor, clauses, times))  # "leaves on Aug. 12 and spends two nights"
    if clause.form == "noun":
        kind = _kind_above(clause, tie, lexicon)
        if not kind and lexicon.carriers.get(governor.lemma) in _DECIDED_OFF and not own:
            yield from _in_front(governor, clauses, times)
        if not kind:
            return
        above = (t for t in times_of(governor, clauses, times) if t not in own)
        found = [t for t in above if t.anchor != "event" and not _of_something_else(t, tie, lexicon)]
        yield from ((t, kind) for t in found)
        if found:
            return
        clause, tie = governor, tie_of(governor, clauses)
        governor = tie.governor
        # "were greeted on Monday, kicking off a three-day visit", "left Nairobi on Sunday to embark on a tour"
        if kind in (FIRST, LAST):
            if governor is not None and (tie.relation in _OPENED or governor.lemma in lexicon.setting_out):
                yield from ((t, kind) for t in times_of(governor, clauses, times))
            return
        if kind != INSIDE:  # below: "began on May 3 when he signed it during a visit"
            if not own and subordinator(clause, analysis) == "when":
                yield from right_before(clause, analysis, "when")
            return
    if governor is not None and not any(t.start or t.end for t in own):
        yield from _from_around(clause, governor, clauses, times, lexicon, analysis)


_OPENED: Final = ("participle", "adverbial", "purpose")


def _kind_above(noun: Clause, tie: Tie, lexicon: VisitLexicon) -> str:
    """What a date of the governing verb dates of the noun; "" for nothing."""
    ahead = lexicon.tied(tie.preposition) == "before" and noun.complement("to")  # "left on Monday ahead of a visit to"
    if tie.governor is None or ahead or (tie.governor.lemma == "follow" and tie.governor.object is not None):
        return ""  # "the trip follows a meeting in Versailles on 10 March": the day of the meeting
    if is_of_part(noun, tie):
        return ""  # "The second half of the visit starts on Monday"
    kind = lexicon.date_of(tie.governor.lemma, tie.relation, tie.preposition)
    held = noun.lemma in lexicon.gatherings and tie.relation in ("object", "subject")
    if noun.lemma in lexicon.gatherings and tie.relation == "complement" and tie.preposition == "with":
        return kind or INSIDE  # "opened his trip on Friday with talks in Nauru"
    return kind or (STAY if held else "")  # "will hold talks in Nauru on 10-11 December"


_DECIDED_OFF: Final = ("cancelled", "postponed")


def _in_front(
    verb: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression]
) -> Iterator[tuple[TimeExpression, str]]:
    """ "In March, the king called off a trip": a month in front is rather that of the trip."""
    months = [t for t in times_of(verb, clauses, times) if t.precision is Precision.MONTH]
    yield from ((t, STAY) for t in months if t.span.before(verb.predicate))


_PLANS: Final = (Modality.PLANNED, Modality.FUTURE)


def _lies_ahead(time: TimeExpression, clause: Clause, analysis: Analysis) -> bool:
    """ "Next month, Trump plans to host Xi": a time to come, before the act; not the day of saying so."""
    published = analysis.document.published
    if published is None or time.start is None or time.end is None or not time.span.before(clause.predicate):
        return False
    return time.start > published or (time.precision is not Precision.DAY and time.end > published)


def _from_around(
    clause: Clause,
    governor: Clause,
    clauses: Sequence[Clause],
    times: Sequence[TimeExpression],
    lexicon: VisitLexicon,
    analysis: Analysis,
) -> Iterator[tuple[TimeExpression, str]]:
    """What the dates around a clause without its own say: "last Thursday in Warsaw, where he", "after he hosted"."""
    if clause.relation == "complement" and clause.modality in _PLANS:
        yield from ((t, STAY) for t in times_of(governor, clauses, times) if _lies_ahead(t, clause, analysis))
    if _is_cleft(clause, governor):
        yield from ((evolve(t, signal=""), STAY) for t in times_of(governor, clauses, times))  # "not until 2018"
    if governor.lemma == "become" and clause.relation in _INNER:
        yield from ((t, INSIDE) for t in times_of(governor, clauses, times))  # "became on Sunday the first to come"
        if subordinator(governor, analysis) == "when":  # "last May, when she became the first to come"
            yield from right_before(governor, analysis, "when")
    if clause.relation == "relative":
        yield from _of_antecedent(clause, governor, times_of(governor, clauses, times), analysis)
    if clause.relation == "participle":
        yield from of_the_main_act(clause, governor, times_of(governor, clauses, times))
    known = lexicon.verbs.get(governor.lemma) if clause.relation == "purpose" else None
    if known is not None and known.motion:
        yield from ((t, inside(t)) for t in times_of(governor, clauses, times))  # "may come in May to take part in it"
    if clause.relation == "adverbial":
        word = subordinator(clause, analysis)
        near = [t for t in times if t.start and 0 <= clause.extent.start - t.span.end - len(word) <= 3]
        months = [t for t in times_of(governor, clauses, times) if t.start and t.precision is not Precision.DAY]
        yield from ((t, STAY) for t in months if t.anchor != "event")  # "In July 2013 he flew out after arriving"
        if word == "before" and not clause.tense:
            yield from day_of_leaving(clause, clauses, times, lexicon)
        if word in ("after", "before"):  # "comes nine months after he hosted Kim"
            yield from ((t, STAY) for t in near if t.anchor == "event")
        if word == "after" and lexicon.dating.get(governor.lemma) == LAST:  # "returned on Tuesday after attending it"
            yield from ((t, LAST) for t in near if t.anchor != "event")
        nearest = list(right_before(clause, analysis, word)) if word == "when" else []
        if not nearest and word in ("when", "as", "while"):
            nearest = [(t, inside(t)) for t in times_of(governor, clauses, times)]
        yield from nearest


def _of_antecedent(
    clause: Clause, governor: Clause, above: Sequence[TimeExpression], analysis: Analysis
) -> Iterator[tuple[TimeExpression, str]]:
    """What the dates ``above`` a relative clause say of it: "last Thursday in Warsaw, where he spoke"."""
    adjoining = 0 <= clause.extent.start - governor.extent.end <= len(", where ")
    if _FOR_THE_DAY.search(analysis.text, clause.predicate.end, clause.extent.end):
        yield from ((t, STAY) for t in above)  # "On Friday he met Ada, who came for the day"
    elif adjoining and subordinator(clause, analysis) == "where":
        yield from ((t, INSIDE) for t in above)
    elif governor.lemma == "be" and governor.object is not None and clause.tense == governor.tense:
        # "In 2011 he was the first premier who visited Oslo"
        yield from ((t, inside(t)) for t in above if t.anchor != "event" and t.signal != "since")


def _is_cleft(clause: Clause, governor: Clause) -> bool:
    """ "It was only in August that he was in Angola": the day that is put first is that of the act."""
    subject = governor.subject
    opening = governor.lemma == "be" and governor.object is None and subject is not None and subject.lemma == "it"
    return opening and clause.relation in ("complement", "relative") and clause.tense == governor.tense


_FOR_THE_DAY: Final = re.compile(r"\bfor the day\b")


def _edge(clause: Clause, clauses: Sequence[Clause], lexicon: VisitLexicon) -> str:
    """ "wrapped up a visit to Iran on Friday": a date behind the noun is that of the verb, the last or first day."""
    if clause.form == "verb":
        return ""
    tie = tie_of(clause, clauses)
    if tie.governor is None or tie.relation not in ("object", "complement", "subject"):
        return ""
    kind = lexicon.date_of(tie.governor.lemma, tie.relation, tie.preposition)
    return kind if kind in (FIRST, LAST) else ""


def _of_something_else(time: TimeExpression, tie: Tie, lexicon: VisitLexicon) -> bool:
    """True for a date beside the verb above that dates neither the verb nor the visit."""
    verb = tie.governor
    if verb is None or _aside(time, verb):
        return verb is not None
    arranged = lexicon.carriers.get(verb.lemma) == "planned" and of_what_came_first(time, verb)
    return tie.relation == "subject" and (arranged or _of_another(time, verb, lexicon))


def _aside(time: TimeExpression, governor: Clause) -> bool:
    """ "Her visit, the first since 1928, ended": what stands in an aside before the verb is no date of the verb."""
    return time.signal == "since" and time.span.before(governor.predicate)


def _of_another(time: TimeExpression, verb: Clause, lexicon: VisitLexicon) -> bool:
    """ "The visit comes ahead of a summit next week": the week of the summit."""
    if verb.lemma != "come":
        return False
    apart = (c for c in verb.complements if lexicon.tied(c.preposition) in ("before", "after"))
    return any(c.head.before(time.span) for c in apart)


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
