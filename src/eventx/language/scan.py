"""The scan of a document for the surface forms of the lexicons; and the bare words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import Final

from attrs import frozen

from eventx.hooks.parts import Analysis, Lexicon
from eventx.records import Span, Term

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_BARE: Final = re.compile(r"\w+")


@frozen(slots=True)
class _Entry:
    words: tuple[str, ...]
    surface: tuple[str, ...]
    payload: str
    cased: bool


class LexiconIndex:
    """One lexicon by the first word of each form."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._first: dict[str, list[_Entry]] = {}
        self._keys: set[str] = set()  # of each form its longest word, which as a rule is the rarest
        for form, payload in lexicon.entries.items():
            surface = tuple(_WORD.findall(form))
            words = tuple(w.lower() for w in surface)
            if words:
                self._first.setdefault(words[0], []).append(_Entry(words, surface, payload, lexicon.cased))
                self._keys.add(max(_BARE.findall(form.lower()), key=len, default=""))
        for entries in self._first.values():
            entries.sort(key=lambda e: (-len(e.words), e.words))

    def may_stand(self, vocabulary: Sequence[str]) -> bool:
        """True when some form may stand in a sentence with these lower-cased words."""
        return not self._keys.isdisjoint(vocabulary) or "" in self._keys  # a form without any word

    def find(self, text: str, start: int = 0) -> Iterator[tuple[Span, str]]:
        """(span, payload) of every hit, the longest at a place; ``start`` is the offset of the text."""
        first = self._first
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter whose lower case is longer would shift the offsets
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        words = _WORD.findall(lowered)
        spans: list[tuple[int, int]] = []
        for at in compress(range(len(words)), map(first.__contains__, words)):
            for entry in first[words[at]]:
                last = at + len(entry.words)
                if last > at + 1 and tuple(words[at:last]) != entry.words:
                    continue
                spans = spans or [m.span() for m in _WORD.finditer(lowered)]
                if not entry.cased or _as_written(text, spans, at, entry):
                    yield Span(start + spans[at][0], start + spans[last - 1][1]), entry.payload
                    break


def _as_written(text: str, spans: list[tuple[int, int]], at: int, entry: _Entry) -> bool:
    """True when the text has the form with its capitals."""
    return all(text[s:e] == word for (s, e), word in zip(spans[at:], entry.surface, strict=False))


class Hits(Mapping[str, tuple[Term, ...]]):
    """The hits of each lexicon in one document, in text order; a lexicon is looked for when it is asked for."""

    def __init__(self, analysis: Analysis, indexes: Mapping[str, LexiconIndex]) -> None:
        self._analysis = analysis
        self._indexes = indexes
        self._found: dict[str, tuple[Term, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Term, ...]:
        known = self._found.get(name)
        if known is None:
            known = self._found[name] = tuple(self._terms(name, self._indexes[name]))
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._indexes)

    def __len__(self) -> int:
        return len(self._indexes)

    def _terms(self, name: str, index: LexiconIndex) -> Iterator[Term]:
        analysis = self._analysis
        for number, sentence in enumerate(analysis.sentences):
            if index.may_stand(analysis.layer("vocabulary", number)):
                span = sentence.span
                for found, payload in index.find(span.of(analysis.text), span.start):
                    yield Term(span=found, lexicon=name, payload=payload, sentence=number)


class TermsAnnotator:
    """Provides the layer ``terms``: lexicon name -> its hits in text order, none across sentences."""

    name = "terms"
    provides = "terms"
    requires = ("sentences", "vocabulary")

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._indexes = {lexicon.name: LexiconIndex(lexicon) for lexicon in lexicons}

    def annotate(self, analysis: Analysis, sentence: int) -> Hits:
        """The hits of every lexicon in the whole document."""
        return Hits(analysis, self._indexes)


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
