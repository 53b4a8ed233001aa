"""The date that an event inherits: where its own sentence gives none, the text around it often does.

The ties, the closest first. A noun tells the act again and is dated: "a blast killed seven ... Thursday's blast",
"rebels attacked ... the assault began on Sunday"; or the act is told of one that was: "shot during the raid". What is
done by saying so, as by courts, has the day on which the same party says more: "Moscow urges calm ... the envoy said
on Thursday". What the same party goes on to do in the next sentence is of the same day: "He then met the king"; and
what the lead says has been done has the day on which the next sentences say that it was: "rebels have killed ten
soldiers ... the gunmen attacked the base on Friday". A sudden act that the lead sums up ("has captured the base") has
the one day that a report gives, and what a headline tells the one day that the sentence below it gives, unless that
dates another act. A "move" that "came hours after" an act has one day with it. What the frame says to be told in a
setting has the day of the sentence before. What is planned has the day that a next sentence appoints: "the strike will
take place on Tuesday". Anything looser dates nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import Final

from attrs import evolve

from eventx.frames.classes import actors_of
from eventx.frames.dating import goes_on_beside
from eventx.frames.retelling import elaborates
from eventx.frames.ties import definite, judicial, makes_known, of_one_court, of_one_state, owned
from eventx.frames.view import View
from eventx.frames.words import HAPPENING, ISSUING, RETOLD, WRITINGS
from eventx.hooks.parts import Analysis
from eventx.lexicon.predicates import load_predicates
from eventx.records import (
    Argument,
    Basis,
    Candidate,
    Clause,
    Modality,
    Precision,
    Section,
    Span,
    Status,
    TimeExpression,
)
from eventx.resolve import times_of

_AHEAD: Final = 3  # sentences in which an act is told again
_LEAD: Final = 3  # sentences that open a report, its headline among them
_NEWS: Final = 14  # days in which a day is news
_BEHIND: Final = 2  # sentences back to an act that one is told of
_DAYS: Final = 3  # days of "on Sunday and Monday", which still date an act
_SETTING: Final = frozenset({"during", "in", "at", "amid"})
_ELSEWHEN: Final = frozenset({"earlier", "previously", "already", "once", "ago", "before", "last", "recently", "later"})
_PERIODS: Final = frozenset({Precision.WEEK, Precision.MONTH})
_REPEATED: Final = frozenset({"repeatedly", "often", "regularly", "always", "frequently", "constantly", "again"})
_DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})


class Inheritance:
    """Dates what a document's frames found without one; ``nouns`` gives the nouns of an event type's kind of act.

    ``spoken``, ``sudden`` and ``set_in`` are the names of frames whose acts are done by saying so, take a moment, or
    are told in a setting.
    """

    def __init__(
        self,
        nouns: Mapping[str, frozenset[str]],
        spoken: frozenset[str],
        sudden: frozenset[str],
        set_in: frozenset[str],
    ) -> None:
        self._nouns = nouns
        self._spoken, self._sudden, self._set_in = spoken, sudden, set_in

    def dated(
        self, candidate: Candidate, analysis: Analysis, told: Sequence[Candidate], akin: Callable[..., bool]
    ) -> Candidate:
        """The candidate with the day that it inherits, if it has none and there is one.

        ``told`` are all candidates of the document, two of which are ``akin`` where they are of one family of acts.
        """
        if candidate.status is Status.PLANNED:
            kin = self._nouns.get(candidate.event_type, frozenset())
            day = next(_Story(candidate, analysis).appointed(kin), None)
            return candidate if day is None else evolve(candidate, times=(evolve(day, basis=Basis.INHERITED),))
        if candidate.status not in _DONE or any(t.start or t.end for t in candidate.times):
            return candidate
        story = _Story(candidate, analysis)
        if story.aside:
            return candidate
        spoken = candidate.frame in self._spoken or judicial(candidate)
        nouns = self._nouns.get(candidate.event_type, frozenset())
        again = nouns | (WRITINGS if spoken else RETOLD)  # "Tuesday's motion"
        day = next(story.told_again(nouns, again), None) or next(story.set_in(), None) or next(story.came(), None)
        if day is None and spoken:
            day = next(story.said(), None)
        day = day or next(story.gone_on(), None)
        if day is None and (candidate.frame in self._set_in or story.comes_next):
            day = next(story.in_setting(), None)
        if day is None and story.sums_up:
            day = next((t for c in told if elaborates(c, candidate, akin) for t in c.times if story.is_news(t)), None)
        if day is None and (story.headline or (story.sums_up and candidate.frame in self._sudden)):
            others = {t.span for c in told if not akin(c, candidate) for t in c.times}
            day = story.lead_day(others, spoken=spoken) if story.headline else story.only_day(others)
        if day is None:
            return candidate
        return evolve(candidate, times=(evolve(day, basis=Basis.INHERITED, signal=""),))


class _Story:
    """The sentences around a candidate."""

    def __init__(self, candidate: Candidate, analysis: Analysis) -> None:
        self._candidate = candidate
        self._analysis = analysis
        self._views: dict[int, View] = {}
        own = (c for c in analysis.clauses(candidate.sentence) if c.predicate.overlaps(candidate.trigger))
        self._clause = next(own, None)
        self._leads = candidate.sentence < _LEAD

    @property
    def aside(self) -> bool:
        """True for what is told in passing, in a relative clause or a participle ("an area held by rebels")."""
        clause = self._clause
        if clause is None or clause.relation == "relative":
            return True
        return clause.relation == "participle" and clause.voice == "passive"

    @property
    def sums_up(self) -> bool:
        """True for the lead's "have killed ten soldiers"."""
        clause = self._clause
        return self._leads and clause is not None and clause.form == "verb" and clause.aspect == "perfect"

    @property
    def headline(self) -> bool:
        """True for what the headline tells."""
        return self._analysis.sentences[self._candidate.sentence].section is Section.HEADLINE

    @property
    def comes_next(self) -> bool:
        """True for what happens "then"."""
        clause = self._clause
        if clause is None or clause.form != "verb":
            return False
        own = self._view(self._candidate.sentence)
        first, last = own.range(Span(clause.extent.start, clause.head.end))
        return "then" in own.tokens.lowers[first:last]

    def lead_day(self, others: Set[Span], *, spoken: bool) -> TimeExpression | None:
        """The one day of news in the sentence below the headline; ``others`` are the words that date other acts.

        The day on which somebody says so is that of what is done by saying so (``spoken``) alone.
        """
        below = self._candidate.sentence + 1
        beside = self._clause is None or self._clause.relation == "participle"  # "Kurds fighting rebels get arms"
        if beside or below >= len(self._analysis.sentences):
            return None
        view = self._view(below)
        days = list(self._days(view))
        if not spoken:
            speech = load_predicates().speech
            said = (c for c in view.clauses if c.lemma in speech and c.form == "verb")
            others = {*others, *(day.span for clause in said for day in times_of(clause, view.clauses, days))}
        alone = len({day.start for day in days}) == 1 and not any(day.span in others for day in days)
        return days[0] if alone and self.is_news(days[0]) else None

    def only_day(self, others: Set[Span]) -> TimeExpression | None:
        """The one day of news that the report gives; ``others`` are the words that date other acts.

        None for what had been done before, for long or again and again.
        """
        own = self._view(self._candidate.sentence)
        lasting = own.analysis.times(own.sentence) or not _REPEATED.isdisjoint(own.words)
        if self._clause is None or self._clause.tense != "present" or lasting:
            return None
        days: dict[object, TimeExpression] = {}
        for sentence in self._analysis.sentences[: self._candidate.sentence + _AHEAD + 1]:
            for day in self._days(self._view(sentence.index), bounded=True):
                days.setdefault(day.start, day)
        found = list(days.values())
        alone = len(found) == 1 and found[0].span not in others
        return found[0] if alone and self.is_news(found[0]) else None

    def told_again(self, nouns: frozenset[str], next_ones: frozenset[str]) -> Iterator[TimeExpression]:
        """Days of "Thursday's blast", "the raids occurred on Sunday", "the order announced on Tuesday".

        Only of what a report opens with; its next sentence may call it by one of ``next_ones``.
        """
        for step, view in self._around(range(1, _AHEAD + 1) if self._leads else ()):
            yield from (day for day in self._days(view, bounded=True) if owned(view, day) in next_ones)
            for clause in view.clauses:
                if clause.form == "noun" and clause.lemma in nouns and definite(view, clause.extent):
                    yield from (day for day in self._of(view, clause) if clause.head.before(day.span))
                named = nouns | next_ones if step == 1 else nouns
                if self.sums_up and makes_known(view, clause, named):
                    yield from self._of(view, clause)
                head = clause.subject
                if head is None or not definite(view, head.span) or clause.lemma not in HAPPENING:
                    continue
                happens = clause.object is None or clause.voice == "passive"
                if happens and not view.heads(head).isdisjoint(next_ones if step == 1 else nouns):
                    yield from self._of(view, clause)

    def appointed(self, nouns: frozenset[str]) -> Iterator[TimeExpression]:
        """Days to come of "the strike will take place on Tuesday", within the week that the lead gives, if any."""
        period = next((t for t in self._candidate.times if t.start or t.end), None)
        if not self._leads or (period is not None and period.precision not in _PERIODS):
            return
        for number in range(self._candidate.sentence + 1, self._candidate.sentence + _AHEAD):
            if number >= len(self._analysis.sentences) or not self._analysis.times(number):
                return
            view = self._view(number)
            for clause in view.clauses:
                head = clause.subject
                if head is None or clause.modality is not Modality.FUTURE or clause.lemma not in HAPPENING:
                    continue
                if definite(view, head.span) and not view.heads(head).isdisjoint(nouns):
                    times = times_of(clause, view.clauses, view.analysis.times(number))
                    yield from (t for t in times if _lies_in(t, period))

    def came(self) -> Iterator[TimeExpression]:
        """The day of the sentence before, whose news is said to have come with this: "the move came hours after"."""
        clause, own = self._clause, self._view(self._candidate.sentence)
        news = own.governor(clause) if clause is not None else None
        if clause is None or news is None or news.lemma != "come" or not goes_on_beside(own, clause):
            return
        if news.subject is None or not definite(own, news.subject.span) or own.heads(news.subject).isdisjoint(RETOLD):
            return
        for _, view in self._around((-1,)):
            for other in view.clauses:
                if other.governor is None and other.form == "verb":
                    yield from (day for day in self._of(view, other) if self.is_news(day))

    def set_in(self) -> Iterator[TimeExpression]:
        """Days of the act that this one is told of: "shot during the raid", "launched the strike"."""
        clause = self._clause
        if clause is None or clause.form != "verb":
            return
        own = self._view(self._candidate.sentence)
        settings = [c for c in clause.complements if c.preposition in _SETTING]
        if clause.object is not None:
            settings.append(clause.object)
        heads = {lemma for a in settings if definite(own, a.span) for lemma in own.heads(a)}
        for _, view in self._around(range(-1, -_BEHIND - 1, -1)):
            for other in view.clauses:
                if other.form == "noun" and other.lemma in heads:
                    governor = view.governor(other)
                    yield from self._of(view, other)
                    yield from self._of(view, governor) if governor is not None else ()

    def said(self) -> Iterator[TimeExpression]:
        """Days on which one of the actors says more."""
        own = self._clause
        told = own is None or (own.tense in ("", "past") and own.aspect == "simple")
        if not told and not self._leads:  # "has urged", "he blames": what is said for long or again
            return
        for _, view in self._around(range(1, _AHEAD) if self.headline else (1,)):
            for clause in view.clauses:
                speaks = clause.lemma in load_predicates().speech and clause.tense == "past"
                issued = clause.lemma in ISSUING and clause.voice == "passive"
                subject = clause.subject
                if subject is None or not (speaks or issued) or (issued and view.heads(subject).isdisjoint(WRITINGS)):
                    continue
                if self._is_party(view, subject):
                    yield from self._of(view, clause)

    def gone_on(self) -> Iterator[TimeExpression]:
        """The day of the sentence before, where its subject goes on to act."""
        clause = self._clause
        if clause is None or clause.form != "verb" or clause.tense != "past" or clause.aspect != "simple":
            return
        own = self._view(self._candidate.sentence)
        apart = not _ELSEWHEN.isdisjoint(own.words) or own.analysis.times(own.sentence)
        if apart or clause.modality is not Modality.ASSERTED or clause.subject is None:
            return
        if not any(m.span.contains(clause.subject.head) for m in self._candidate.actors) or self._set_apart(clause):
            return
        for _, view in self._around((-1,)):
            for other in view.clauses:
                plain = other.form == "verb" and other.tense == "past" and other.aspect == "simple"
                plain = plain and other.voice == "active"  # whom something befell does not go on
                if plain and other.subject is not None and self._is_party(view, other.subject):
                    yield from (day for day in self._of(view, other) if self.is_news(day))

    def in_setting(self) -> Iterator[TimeExpression]:
        """The day of the sentences before, which tell the setting: "Thousands marched on Monday. Nine were held"."""
        clause = self._clause
        own = self._view(self._candidate.sentence)
        if clause is None or clause.tense != "past" or clause.aspect != "simple":
            return
        if _ELSEWHEN.isdisjoint(own.words) and not own.analysis.times(own.sentence):
            for _, view in self._around((-1, -2)):
                yield from (day for day in self._days(view) if self.is_news(day))
                return

    def _set_apart(self, clause: Clause) -> bool:
        """True for what was done "during the campaign": it has a time of its own, which is no day."""
        return any(c.preposition in ("during", "in", "throughout", "over") for c in clause.complements)

    def is_news(self, day: TimeExpression) -> bool:
        """True for a day shortly before publication."""
        published = self._analysis.document.published
        if published is None or day.start is None or day.precision is not Precision.DAY:
            return False
        return 0 <= (published - day.start).days <= _NEWS

    def _around(self, steps: Sequence[int]) -> Iterator[tuple[int, View]]:
        """The sentences some steps away that give a day, with the steps."""
        for step in steps:
            number = self._candidate.sentence + step
            if not 0 <= number < len(self._analysis.sentences):
                return
            view = self._view(number)
            if any(True for _ in self._days(view, bounded=True)):
                yield step, view

    def _view(self, sentence: int) -> View:
        known = self._views.get(sentence)
        if known is None:
            known = self._views[sentence] = View(self._analysis, sentence)
        return known

    def _days(self, view: View, *, bounded: bool = False) -> Iterator[TimeExpression]:
        """The past days that a sentence gives; with ``bounded`` those as well that something is after or before."""
        published = self._analysis.document.published
        for time in self._analysis.times(view.sentence):
            if time.start is None or time.end is None or time.precision is not Precision.DAY:
                continue
            if time.signal not in ("", "beginning") and not bounded:
                continue
            if (time.end - time.start).days < _DAYS and (published is None or time.end <= published):
                yield time

    def _of(self, view: View, clause: Clause) -> Iterator[TimeExpression]:
        """The days that a clause is dated by."""
        days = list(self._days(view))
        yield from times_of(clause, view.clauses, days)

    def _is_party(self, view: View, subject: Argument) -> bool:
        """True when the subject is one of the candidate's actors, or one of them is the state that the other is of."""
        there = [e for m in view.mentions if subject.span.contains(m.span) for e in actors_of(m)]
        here = [e for m in self._candidate.actors for e in actors_of(m)]
        return any(a.key == b.key or of_one_state(a, b) or of_one_court(a, b) for a in here for b in there)


def _lies_in(day: TimeExpression, period: TimeExpression | None) -> bool:
    """True for a day, or a few, that the period holds, if there is one."""
    if (
        day.precision is not Precision.DAY
        or day.start is None
        or day.end is None
        or day.signal not in ("", "beginning")
    ):
        return False
    first, last = (period.start, period.end) if period is not None else (None, None)
    return (first is None or first <= day.start) and (last is None or day.end <= last)
