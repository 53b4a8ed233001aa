"""Tokens: the words of a sentence with their classes."""

from __future__ import annotations

import re
from operator import add
from typing import Final, NamedTuple

from eventx.hooks.parts import Analysis
from eventx.language.tagging import tag
from eventx.lexicon.abbreviations import BEFORE_DOT
from eventx.records import Section, Span, Tokens

_MOST: Final = 400  # tokens of a sentence that are analysed; what is longer is no sentence
_LONGEST: Final = 12_000  # characters of it

_REST: Final = r"(?:['’](?=\w)\w+)*(?:[-‐‑](?=\w)\w+(?:['’](?=\w)\w+)*)*"
_TOKEN: Final = re.compile(
    r"\s?("  # a blank is passed over with the token behind it
    rf"[A-Za-z]\w*+(?:(?=\s)|(?!\.){_REST})"  # most words; the rest of the pattern need not be tried for them
    r"|[,;:!?\"]"
    r"|(?:[A-Za-z]\.){2,}(?:[-‐‑](?=[a-z])\w+)*"  # U.S., p.m., U.S.-led
    rf"|(?:{BEFORE_DOT})\.(?=\s|$|,)"
    r"|\d+(?:[.,]\d+)*(?:[-‐‑](?:U\.S\.(?=[-‐‑])|[A-Za-z]\w*))+"  # 16-year-old, 20-million-U.S.-dollar
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|bn|tn|m|k|am|pm)?(?![\w])%?"
    rf"|\w+{_REST}"
    r"|--+|\.\.\.+|[^\w\s])"
)
_ENDING: Final = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m|S))$")


def tokenize(text: str, first: int, last: int) -> tuple[list[str], list[int], list[int]]:
    """The tokens of ``text[first:last]``: words, and their start and end offsets in ``text``.

    As in the Penn Treebank, a possessive "'s" and a "n't" are tokens of their own; "U.S." and "Jan." keep their dots;
    words with inner hyphens are one token.
    """
    last = min(last, first + _LONGEST)
    words = _TOKEN.findall(text, first, last)[:_MOST]
    find, at = text.find, first
    if find("'", first, last) >= 0 or find("’", first, last) >= 0:
        words = _parted(words)[:_MOST]
    starts: list[int] = []
    for word in words:
        at = find(word, at)
        starts.append(at)
        at += len(word)
    return words, starts, list(map(add, starts, map(len, words)))


def _parted(words: list[str]) -> list[str]:
    """The words, each "'s" or "n't" apart from its own."""
    found: list[str] = []
    for word in words:
        ending = _ENDING.search(word) if "'" in word or "’" in word else None
        if ending is None or not ending.start():
            found.append(word)
        else:
            found += (word[: ending.start()], ending.group())
    return found


class Words(NamedTuple):
    """The words of a sentence before they are tagged, with their start and end offsets in the document."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokens_of(text: str, first: int = 0, last: int | None = None, *, headline: bool = False) -> Tokens:
    """The tagged tokens of ``text[first:last]``, which is one sentence."""
    return tagged(Words(*tokenize(text, first, len(text) if last is None else last)), headline=headline)


def tagged(found: Words, *, headline: bool = False) -> Tokens:
    """The words of one sentence with their classes, base forms and features."""
    words, starts, ends = found
    lowers = list(map(str.lower, words))
    tags, lemmas, features = tag(words, lowers, headline=headline)
    return Tokens(
        words=tuple(words),
        lowers=tuple(lowers),
        starts=tuple(starts),
        ends=tuple(ends),
        tags=tuple(tags),
        lemmas=tuple(lemmas),
        features=tuple(features),
    )


def words_of(text: str, span: Span) -> Words:
    """The untagged words of one sentence."""
    return Words(*tokenize(text, span.start, span.end))


class WordsAnnotator:
    """Provides the layer ``words``: what is wanted of sentences that are only looked over."""

    name = "words"
    provides = "words"
    requires = ("sentences",)

    def annotate(self, analysis: Analysis, sentence: int) -> Words:
        """The words of one sentence, untagged."""
        return words_of(analysis.text, analysis.sentences[sentence].span)


class TokenWordsAnnotator:
    """Provides the layer ``words`` where a plugin provides ``tokens``, which may be cut otherwise than ours.

    Names of places are found among the words and read among the tokens: the two must be the same.
    """

    name = "words"
    provides = "words"
    requires = ("tokens",)

    def annotate(self, analysis: Analysis, sentence: int) -> Words:
        """The words of the tokens of one sentence."""
        tokens = analysis.tokens(sentence)
        return Words(list(tokens.words), list(tokens.starts), list(tokens.ends))


class TokensAnnotator:
    """Provides the layer ``tokens``."""

    name = "tokens"
    provides = "tokens"
    requires = ("sentences", "words")

    def annotate(self, analysis: Analysis, sentence: int) -> Tokens:
        """The tagged tokens of one sentence."""
        found = analysis.sentences[sentence]
        words: Words = analysis.layer("words", sentence) or words_of(analysis.text, found.span)
        return tagged(words, headline=found.section is Section.HEADLINE)
