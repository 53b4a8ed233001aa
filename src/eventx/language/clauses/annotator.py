"""The clause layer: phrases, verb clauses, noun clauses, attribution."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from eventx.hooks.parts import Analysis
from eventx.language.clauses.assembly import Assembly
from eventx.language.clauses.attribution import attribute
from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.finish import finished
from eventx.language.clauses.gapping import undergo
from eventx.language.clauses.nominal import noun_drafts
from eventx.language.phrases import NP, PREP, Chunk, chunked
from eventx.records import Clause, Section, Span, TimeExpression, Tokens

_START: Final = attrgetter("start")
_END: Final = attrgetter("end")


def find_clauses(
    tokens: Tokens,
    times: Sequence[TimeExpression] = (),
    *,
    sentence: int = 0,
    quotes: tuple[Span, ...] = (),
    headline: bool = False,
    nouns: frozenset[str] = frozenset(),
) -> tuple[Clause, ...]:
    """The clauses of a sentence, in text order. ``times`` are its time expressions, which are no arguments.

    ``nouns`` are lemmas that name an act, besides those of the lexicon.
    """
    if not len(tokens):
        return ()
    chunks = chunked(tokens, times, headline=headline)
    verbs = Assembly(chunks, tokens, headline=headline).run()
    undergo(verbs, tokens)
    if not verbs:
        verbs = _verbless(chunks, tokens)
    drafts = [*verbs, *noun_drafts(chunks, tokens, verbs, nouns)]
    attribute(drafts, chunks, tokens)
    return finished(drafts, tokens, sentence, _beside(quotes, tokens) if quotes else (), headline=headline)


def _beside(quotes: tuple[Span, ...], tokens: Tokens) -> tuple[Span, ...]:
    """The quotes that reach into the sentence: they lie in order, and none in another."""
    first = bisect_right(quotes, tokens.starts[0], key=_END)
    return quotes[first : bisect_left(quotes, tokens.ends[-1], lo=first, key=_START)]


def _verbless(chunks: list[Chunk], tokens: Tokens) -> list[Draft]:
    """ "Kerry in Baghdad for talks", "Blinken due in Cairo": a name and a place make a clause with "be"."""
    place = 1
    if len(chunks) > 2 and chunks[1].first == chunks[1].last and tokens.lowers[chunks[1].first] in ("due", "back"):
        place = 2
    if len(chunks) < place + 2 or chunks[0].kind != NP or chunks[place].kind != PREP:
        return []
    if chunks[place].word not in ("in", "at", "on") or tokens.tags[chunks[0].head] != "PROPN":
        return []
    at = chunks[place]
    draft = Draft(place, at.first, at.last, at.first, "be")
    draft.subject = Slot(chunks[0])
    draft.widen(chunks[0].first, chunks[0].last)
    for index in range(place, len(chunks) - 1):
        if chunks[index].kind == PREP and chunks[index + 1].kind == NP:
            draft.complements.append(Slot(chunks[index + 1], chunks[index].word))
            draft.widen(chunks[index].first, chunks[index + 1].last)
    return [draft]


class ClausesAnnotator:
    """Provides the layer ``clauses``. ``nouns`` are lemmas that name an act, besides those of the lexicon."""

    name = "clauses"
    provides = "clauses"
    requires = ("tokens", "times", "sentences", "discourse")

    def __init__(self, nouns: Iterable[str] = ()) -> None:
        self._nouns = frozenset(nouns)

    def annotate(self, analysis: Analysis, sentence: int) -> tuple[Clause, ...]:
        """The clauses of one sentence."""
        return find_clauses(
            analysis.tokens(sentence),
            analysis.times(sentence),
            sentence=sentence,
            quotes=analysis.discourse.quotes,
            headline=analysis.sentences[sentence].section is Section.HEADLINE,
            nouns=self._nouns,
        )
