"""A clause with all that its reading needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from eventx import Analysis, Argument, Clause, Dropped, Mention, MentionKind, Role, Span
from eventx_state_visit.claims import EVENT_TYPE
from eventx_state_visit.clause.ties import Tie, subordinator, tie_of
from eventx_state_visit.lexicon import VisitLexicon

_EARLY: Final = 5  # paragraphs in which an article tells its news


@frozen(kw_only=True, slots=True)
class Scene:
    """A clause with its sentence, document and word lists."""

    analysis: Analysis
    lexicon: VisitLexicon
    clause: Clause
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]

    @property
    def tie(self) -> Tie:
        """How the clause hangs on the one that it depends on."""
        return tie_of(self.clause, self.clauses)

    @property
    def subordinator(self) -> str:
        """The conjunction right before the clause: "when", "after"; "" without one."""
        return subordinator(self.clause, self.analysis)

    @property
    def early(self) -> bool:
        """True for a sentence among the first paragraphs, where an article tells its news."""
        return self.analysis.sentences[self.clause.sentence].paragraph < _EARLY

    @property
    def sentence_span(self) -> Span:
        """The characters of the sentence."""
        return self.analysis.sentences[self.clause.sentence].span

    def dependents(self, *relations: str) -> Iterator[Clause]:
        """The clauses that depend on this one by one of the relations."""
        at = self.clauses.index(self.clause)
        return (c for c in self.clauses if c.governor == at and c.relation in relations)

    def governs(self, *relations: str) -> bool:
        """True when a clause depends on this one by one of the relations."""
        return any(True for _ in self.dependents(*relations))

    @property
    def is_dated(self) -> bool:
        """True when a time on the calendar stands in the clause."""
        times = self.analysis.times(self.clause.sentence)
        return any(t.start and self.clause.extent.contains(t.span) for t in times)

    def told_of(self, *relations: str) -> Iterator[Clause]:
        """The clauses that have the noun as their subject: "a visit made by the king", "a trip that was put off"."""
        subjects = ((c, c.subject) for c in self.clauses if not relations or c.relation in relations)
        return (c for c, subject in subjects if subject is not None and subject.head.overlaps(self.clause.head))

    def words(self, span: Span) -> list[str]:
        """The lower-cased words inside a span of the sentence."""
        tokens = self.analysis.tokens(self.clause.sentence)
        pairs = zip(tokens.lowers, tokens.starts, strict=True)
        return [word for word, start in pairs if span.start <= start < span.end]

    @property
    def has_delegation(self) -> bool:
        """True when the sentence names an official delegation."""
        return any(m.kind is MentionKind.GROUP and m.actor and m.actor.role is Role.DELEGATION for m in self.mentions)

    def is_gathering(self, argument: Argument) -> bool:
        """True when the phrase names a meeting of several states."""
        return argument.lemma.lower() in self.lexicon.gatherings

    def drop(self, reason: str, rule: str) -> Dropped:
        """The clause, not taken."""
        return Dropped(
            event_type=EVENT_TYPE, sentence=self.clause.sentence, trigger=self.clause.head, reason=reason, frame=rule
        )


def is_remote(analysis: Analysis, sentence: int, words: frozenset[str]) -> bool:
    """True when the sentence speaks of a call or a video meeting; "calls on" and "called for" are none."""
    tokens = analysis.tokens(sentence)
    lowers = tokens.lowers
    for at, low in enumerate(lowers):
        if low not in words:
            continue
        if low not in ("call", "calls"):
            return True
        after = lowers[at + 1] if at + 1 < len(lowers) else ""
        if tokens.tags[at] == "NOUN" and after not in ("on", "for") and "courtesy" not in lowers[max(0, at - 2) : at]:
            return True
    return False
