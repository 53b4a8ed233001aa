"""What the dates of the clause above say of one: "will begin a visit on Monday", "last May, when she"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Clause, Modality, Precision, TimeExpression
from eventx.resolve import times_of
from eventx_state_visit.clause.ties import Tie, is_of_part, subordinator, tie_of
from eventx_state_visit.dates.dependents import of_what_came_first
from eventx_state_visit.dates.lengths import FIRST, INSIDE, LAST, STAY, inside
from eventx_state_visit.lexicon import VisitLexicon, words_of

_INNER: Final = ("complement", "purpose")


def from_above(
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
        return ""  # "The formal part of the visit starts on Monday"
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
        yield from _of_the_main_act(clause, governor, times_of(governor, clauses, times))
    known = lexicon.verbs.get(governor.lemma) if clause.relation == "purpose" else None
    if known is not None and known.motion:
        yield from ((t, inside(t)) for t in times_of(governor, clauses, times))  # "may come in May to take part in it"
    if clause.relation == "adverbial":
        word = subordinator(clause, analysis)
        near = [t for t in times if t.start and 0 <= clause.extent.start - t.span.end - len(word) <= 3]
        months = [t for t in times_of(governor, clauses, times) if t.start and t.precision is not Precision.DAY]
        yield from ((t, STAY) for t in months if t.anchor != "event")  # "In July 2013 he flew out after arriving"
        if word == "before" and not clause.tense:
            yield from _day_of_leaving(clause, clauses, times, lexicon)
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


def right_before(clause: Clause, analysis: Analysis, word: str) -> Iterator[tuple[TimeExpression, str]]:
    """ "since May 2019, when he went to Japan": what the clause dates stands right before its ``word``.

    Before "where" it dates where somebody is: "a trip to Peru from May 4 to 9, where she will".
    """
    for time in analysis.times(clause.sentence):
        gap = clause.extent.start - time.span.end - len(word)
        if time.start and 0 <= gap <= len(",  "):
            whole = time.signal == "since" or (word == "where" and time.end != time.start)
            yield time, STAY if whole else inside(time)


def _of_the_main_act(
    clause: Clause, governor: Clause, above: Sequence[TimeExpression]
) -> Iterator[tuple[TimeExpression, str]]:
    """ "Two weeks ago he made his first journey, travelling to Oslo": its time is the participle's too."""
    told = governor.tense == "past" and governor.modality is Modality.ASSERTED and not governor.negated
    if clause.relation != "participle" or clause.tense or not told or not governor.head.before(clause.head):
        return
    if governor.lemma == "be":  # "On Thursday he was in India visiting a temple": told by the verb
        return
    before = (t for t in above if t.span.before(governor.predicate) and t.anchor != "event" and t.signal != "since")
    yield from ((t, inside(t)) for t in before)


_RESTING: Final = words_of("resting")


def _day_of_leaving(
    clause: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression], lexicon: VisitLexicon
) -> Iterator[tuple[TimeExpression, str]]:
    """ "On Friday she will see the port before leaving for Libya": she leaves on that day as well."""
    known = lexicon.verbs.get(clause.lemma)
    above = clauses[clause.governor] if clause.governor is not None else None
    if known is None or not known.motion or known.name == "return":
        return
    while above is not None and above.lemma not in _RESTING:  # "to spend two nights there before flying on"
        told = [t for t in times_of(above, clauses, times) if t.precision is Precision.DAY and t.anchor != "event"]
        if told and above.modality in (Modality.FUTURE, Modality.PLANNED):
            yield from ((t, INSIDE) for t in told if t.start == t.end and not t.signal)
            return
        above = clauses[above.governor] if above.governor is not None else None
