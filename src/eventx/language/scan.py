"""The one scan of a document for the surface forms of all lexicons; and the bare words of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from attrs import frozen

from eventx.hooks.parts import Analysis, Lexicon
from eventx.records import Span, Term

_WORD = re.compile(r"\w+|[^\w\s]")
_BARE = re.compile(r"\w+")


@frozen(slots=True)
class _Entry:
    lexicon: str
    words: tuple[str, ...]
    surface: tuple[str, ...]
    payload: str
    cased: bool


class LexiconIndex:
    """All lexicons by the first word of each form."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._first: dict[str, list[_Entry]] = {}
        for lexicon in lexicons:
            for form, payload in lexicon.entries.items():
                surface = tuple(_WORD.findall(form))
                words = tuple(w.lower() for w in surface)
                if words:
                    entry = _Entry(lexicon.name, words, surface, payload, lexicon.cased)
                    self._first.setdefault(words[0], []).append(entry)
        for entries in self._first.values():
            entries.sort(key=lambda e: (-len(e.words), e.lexicon, e.words))

    def find(self, text: str) -> list[tuple[str, Span, str]]:
        """(lexicon, span, payload) of every hit; of one lexicon the longest at a place."""
        first = self._first
        if not first:
            return []
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter whose lower case is longer would shift the offsets
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        matches = [m.span() for m in _WORD.finditer(lowered)]
        hits: list[tuple[str, Span, str]] = []
        for at, (start, end) in enumerate(matches):
            entries = first.get(lowered[start:end])
            if entries:
                hits.extend(self._hits(text, lowered, matches, at, entries))
        return hits

    @staticmethod
    def _hits(
        text: str, lowered: str, matches: list[tuple[int, int]], at: int, entries: list[_Entry]
    ) -> list[tuple[str, Span, str]]:
        taken: set[str] = set()
        hits: list[tuple[str, Span, str]] = []
        for entry in entries:
            size = len(entry.words)
            if entry.lexicon in taken or at + size > len(matches):
                continue
            stretch = matches[at : at + size]
            if any(lowered[s:e] != w for (s, e), w in zip(stretch, entry.words, strict=True)):
                continue
            if entry.cased and any(text[s:e] != w for (s, e), w in zip(stretch, entry.surface, strict=True)):
                continue
            taken.add(entry.lexicon)
            hits.append((entry.lexicon, Span(stretch[0][0], stretch[-1][1]), entry.payload))
        return hits


class TermsAnnotator:
    """Provides the layer ``terms``: lexicon name -> its hits in text order."""

    name = "terms"
    provides = "terms"
    requires = ("sentences",)

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._index = LexiconIndex(lexicons)

    def annotate(self, analysis: Analysis, sentence: int) -> Mapping[str, tuple[Term, ...]]:
        """The hits of every lexicon in the whole document."""
        starts = [s.span.start for s in analysis.sentences]
        found: dict[str, list[Term]] = {}
        for lexicon, span, payload in self._index.find(analysis.text):
            index = max(0, bisect_right(starts, span.start) - 1)
            found.setdefault(lexicon, []).append(Term(span=span, lexicon=lexicon, payload=payload, sentence=index))
        return {name: tuple(terms) for name, terms in found.items()}


class VocabularyAnnotator:
    """Provides the layer ``vocabulary``: the lower-cased words of a sentence in their order, without marks.

    Words are cut at hyphens and apostrophes. It is the cheapest layer: for extractors that ask what words a sentence
    holds before they ask what it says.
    """

    name = "vocabulary"
    provides = "vocabulary"
    requires = ("sentences",)

    def annotate(self, analysis: Analysis, sentence: int) -> list[str]:
        """The words of one sentence."""
        return self.words(analysis.sentences[sentence].span.of(analysis.text))

    @staticmethod
    def words(text: str) -> list[str]:
        """The words of a text."""
        return _BARE.findall(text.lower())
