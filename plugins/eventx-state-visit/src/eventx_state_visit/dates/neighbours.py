"""What the dates of the clauses around one say of it, where it has none of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Clause, Modality, Precision, TimeExpression
from eventx.resolve import times_of
from eventx_state_visit.clause.ties import subordinator
from eventx_state_visit.dates.lengths import INSIDE, STAY
from eventx_state_visit.lexicon import VisitLexicon


def from_before(
    clause: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression], analysis: Analysis
) -> Iterator[tuple[TimeExpression, str]]:
    """ "Crowds burned flags in April, and the minister rushed to Oslo": the month goes on behind ", and"."""
    subject = clause.subject
    if clause.form != "verb" or clause.tense != "past" or subject is None or subject.via or clause.aspect != "simple":
        return
    for other in clauses:
        main = other.form == "verb" and other.tense == "past" and not other.relation and other.aspect == "simple"
        if not main or not other.head.before(clause.head) or other.governor is not None:
            continue
        if _AND.fullmatch(analysis.text, other.extent.end, clause.extent.start):
            months = (t for t in times_of(other, clauses, times) if t.precision is Precision.MONTH)
            yield from ((t, STAY) for t in months if t.start and t.signal not in ("since", "until", "by"))


_AND: Final = re.compile(r",\s+(?:and|but)\s+")


def from_beside(
    clause: Clause, clauses: Sequence[Clause], times: Sequence[TimeExpression], analysis: Analysis
) -> Iterator[tuple[TimeExpression, str]]:
    """ "was in Sendai when the storm came through in March": what happened then, dates where somebody was."""
    if clause.form != "verb" or clause.tense != "past" or clause.lemma != "be":
        return
    for other in clauses:
        above = clauses[other.governor] if other.governor is not None else None
        fronted = above is None and 0 < clause.extent.start - other.extent.end <= len(", ")
        if (
            other.relation == "adverbial"
            and (above is clause or fronted)
            and other.tense == "past"
            and subordinator(other, analysis) == "when"
        ):
            told = (t for t in times_of(other, clauses, times) if t.start and t.end)
            yield from ((evolve(t, signal=""), inside(t)) for t in told)


def inside(time: TimeExpression) -> str:
    """What the time of another deed dates: a day inside the stay, or the month of both."""
    return INSIDE if time.precision is Precision.DAY else STAY


def right_before(clause: Clause, analysis: Analysis, word: str) -> Iterator[tuple[TimeExpression, str]]:
    """ "since May 2019, when he went to Japan": what the clause dates stands right before its ``word``.

    Before "where" it dates where somebody is: "a trip to Peru from May 4 to 9, where she will".
    """
    for time in analysis.times(clause.sentence):
        gap = clause.extent.start - time.span.end - len(word)
        if time.start and 0 <= gap <= len(",  "):
            whole = time.signal == "since" or (word == "where" and time.end != time.start)
            yield time, STAY if whole else inside(time)


def of_the_main_act(
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


_RESTING: Final = frozenset({"spend", "stay", "remain", "rest", "stop over"})


def day_of_leaving(
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
