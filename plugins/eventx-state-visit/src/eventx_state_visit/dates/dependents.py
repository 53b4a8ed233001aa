"""What the dates of the clauses below and beside one say of it: "a trip that is planned for May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Clause, Precision, TimeExpression
from eventx.resolve import times_of
from eventx_state_visit.clause.ties import subordinator
from eventx_state_visit.dates.lengths import INSIDE, STAY, inside
from eventx_state_visit.lexicon import VisitLexicon

_COMMA: Final = 2  # characters of a comma and a space


def from_below(
    clause: Clause,
    clauses: Sequence[Clause],
    times: Sequence[TimeExpression],
    lexicon: VisitLexicon,
    own: Sequence[TimeExpression],
) -> Iterator[tuple[TimeExpression, str]]:
    """What dependent clauses say: "a trip that is planned for May", "will go there to watch the final in July"."""
    at = clauses.index(clause)
    for other in clauses:
        if _told_of(clause, other, at, clauses) or _is_due(clause, other):
            kind = lexicon.scheduling.get(other.lemma, "")
            if kind:
                told = (t for t in times_of(other, clauses, times) if t not in own and t.signal != "since")
                yield from ((t, kind) for t in told if not of_what_came_first(t, other))
        elif not own and _met_there(clause, other, at, lexicon):
            yield from ((t, INSIDE) for t in times_of(other, clauses, times))
        elif not own and _adds(clause, other, at, lexicon):
            below = [c for c in clauses if c.form == "noun" and c.governor is not None and clauses[c.governor] is other]
            aside = [c.extent for c in below if c.lemma not in lexicon.encounters and c.lemma not in lexicon.gatherings]
            found = times_of(other, clauses, times)
            yield from ((t, INSIDE) for t in found if not any(extent.contains(t.span) for extent in aside))


def of_what_came_first(time: TimeExpression, verb: Clause) -> bool:
    """ "a trip arranged well before the attack on May 4": the day of the attack."""
    apart = (c for c in verb.complements if c.preposition in ("before", "after", "since", "prior to", "following"))
    return any(c.head.before(time.span) for c in apart)


def _met_there(clause: Clause, other: Clause, at: int, lexicon: VisitLexicon) -> bool:
    """ "told reporters in Bishkek after talks with her on Saturday": the day of a meeting that the clause hangs on."""
    nested = other.governor == at and other.relation == "complement" and other.form == "noun"
    return nested and clause.form == "verb" and (other.lemma in lexicon.gatherings or other.lemma in lexicon.encounters)


def _adds(clause: Clause, other: Clause, at: int, lexicon: VisitLexicon) -> bool:
    """True for a clause that goes on: its purpose, what is joined to it, or what a noun's visit is for."""
    if other.governor == at:
        onward = other.lemma in lexicon.going and other.complement("for", "to")  # "is in Malaysia and leaves for Laos"
        joined = other.relation == "coordination" and not onward and other.tense in ("", clause.tense)
        return joined or other.relation == "purpose"  # not "went to Berlin and is expected in France in May"
    beside = other.governor is not None and other.governor == clause.governor and clause.head.before(other.head)
    if clause.relation == "purpose" and other.relation == "participle":
        # "was the first to go there, signing on Saturday"
        return beside and other.form == "verb" and other.voice == "active"
    return beside and clause.form == "noun" and other.relation == "purpose"


def _told_of(clause: Clause, relative: Clause, at: int, clauses: Sequence[Clause]) -> bool:
    """True for "a trip to Angola that was planned for this week": the relative clause speaks of the visit noun.

    So does what is joined to it: "the visit, which starts on Monday and lasts two days".
    """
    if relative.relation == "coordination" and relative.governor is not None:
        relative = clauses[relative.governor]
    above = clauses[relative.governor] if relative.governor is not None and not relative.tense else None
    if above is not None and relative.relation == "complement" and above.relation == "relative":
        relative = above  # "the visit that he was to make later this month"
    if relative.relation not in ("relative", "participle"):
        return False
    subject = relative.subject
    if clause.form == "verb" and relative.relation == "relative" and (subject is None or subject.via != "relative"):
        return False  # "flew in from Oslo, where he began his tour on Sunday"
    spoken_of = subject is not None and subject.via == "relative" and clause.form == "noun"
    if relative.governor == at or (spoken_of and subject is not None and clause.extent.contains(subject.head)):
        return True
    if clause.form != "noun":
        return False
    if relative.governor is None and relative.relation == "participle":  # "the visit to Tajikistan, set for July 10"
        return 0 <= relative.extent.start - clause.extent.end <= _COMMA
    same = relative.governor is not None and clause.governor == relative.governor
    return same and clause.head.before(relative.head) and relative.head.start - clause.extent.end < 20


def _is_due(clause: Clause, other: Clause) -> bool:
    """ "The trip had been due to begin on Sunday", "is expected to end in May": what the verb of the noun is due to."""
    subject = other.subject
    if clause.form != "noun" or other.relation != "complement" or other.tense or subject is None:
        return False
    return clause.relation == "subject" and subject.via == "control" and subject.head.overlaps(clause.head)


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
