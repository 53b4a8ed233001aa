"""The one scan of a document for the surface forms of all lexicons; and the bare words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from eventx.hooks.parts import Analysis, Lexicon
from eventx.records import Span, Term

_WORD = re.compile(r"\w+|[^\w\s]")
_BARE = re.compile(r"\w+")
_SLACK = 8  # characters between two words of a form


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
        self._longest = 0  # characters of a form, with some space for what may stand between its words
        for lexicon in lexicons:
            for form, payload in lexicon.entries.items():
                surface = tuple(_WORD.findall(form))
                words = tuple(w.lower() for w in surface)
                if words:
                    entry = _Entry(lexicon.name, words, surface, payload, lexicon.cased)
                    self._first.setdefault(words[0], []).append(entry)
                    self._longest = max(self._longest, len(form) + _SLACK * (len(words) - 1))
        for entries in self._first.values():
            entries.sort(key=lambda e: (-len(e.words), e.lexicon, e.words))
        self._marked = any(_BARE.fullmatch(word) is None for word in self._first)  # some form starts with a mark

    def starts_in(self, vocabulary: Sequence[str]) -> bool:
        """True when some form may start in a sentence with these lower-cased words."""
        return self._marked or not self._first.keys().isdisjoint(vocabulary)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[str, Span, str]]:
        """(lexicon, span, payload) of every hit that starts there; of one lexicon the longest at a place."""
        first = self._first
        if not first:
            return []
        last = len(text) if end is None else end
        piece = text[start : last + self._longest]  # a form may run on into the next sentence
        lowered = piece.lower()
        if len(lowered) != len(piece):  # a letter whose lower case is longer would shift the offsets
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in piece)
        words = [m.span() for m in _WORD.finditer(lowered)]
        if last + self._longest < len(text):
            words.pop()  # it may be cut off
        hits: list[tuple[str, Span, str]] = []
        for at, (begin, stop) in enumerate(words):
            if begin >= last - start:
                break
            entries = first.get(lowered[begin:stop])
            if entries:
                hits.extend(self._hits(piece, lowered, words, at, entries, start))
        return hits

    @staticmethod
    def _hits(
        text: str, lowered: str, matches: list[tuple[int, int]], at: int, entries: list[_Entry], base: int
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
            hits.append((entry.lexicon, Span(base + stretch[0][0], base + stretch[-1][1]), entry.payload))
        return hits


class TermsAnnotator:
    """Provides the layer ``terms``: lexicon name -> its hits in text order."""

    name = "terms"
    provides = "terms"
    requires = ("sentences", "vocabulary")

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._index = LexiconIndex(lexicons)

    def annotate(self, analysis: Analysis, sentence: int) -> Mapping[str, tuple[Term, ...]]:
        """The hits of every lexicon in the whole document."""
        found: dict[str, list[Term]] = {}
        index = self._index
        for number, around in enumerate(analysis.sentences):
            if not index.starts_in(analysis.layer("vocabulary", number)):
                continue
            for lexicon, span, payload in index.find(analysis.text, around.span.start, around.span.end):
                found.setdefault(lexicon, []).append(Term(span=span, lexicon=lexicon, payload=payload, sentence=number))
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
