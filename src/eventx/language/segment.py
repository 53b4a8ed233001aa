"""Sentences: paragraphs first, then sentence ends within them, with the section each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

import sentencex
from attrs import evolve, frozen

from eventx.hooks.parts import Analysis
from eventx.lexicon.tables import toml_table
from eventx.records import Section, Sentence, Span

_LINE: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_SPACE: Final = re.compile(r"[^\S ]")  # the splitter cannot cope with other spaces before a full stop
_DATE_LINE: Final = re.compile(
    r"(?:[A-Z][a-z]+,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|\d{4}-\d\d-\d\d)\W*"
)
_TERMINAL: Final = re.compile(r"[.!?:;…]['\"”’»)\]]*\s*$")
_WORD: Final = re.compile(r"\w+")
_BULLET: Final = re.compile(r"\s*(?:[-*•·–—▪●]\s+|\(?\d{1,2}[.)]\s+)")
_DAY: Final = re.compile(r"\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s*[a-z]")
# Titles and initials before a name: "and Ms. | Eliza Reid", "Guðni Th. | Jóhannesson".
_TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Messrs|Dr|Gen|Gens|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Sens|Rep|Reps|Gov|Govs|Amb|Prof|Rev|Hon|Rt|Smt|Shri|St|Th|Kh|Yu)\.\s*$"
)
_SHORT: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:a|p)\.m|\b[A-Z][a-z]{0,3}|\bSt|\bGen|\bSen|\bRep|\bGov|\bJan|\bFeb|\bSept?|\bNo)\.\s*$"
)
# "A new alliance. (28.02.2017) The king arrived": the date of a link to another article, no date of what follows.
_STAMP: Final = re.compile(r"\s*\(\d{1,2}[./]\d{1,2}[./]\d{4}\)(?=\s+[A-Z“\"])")
_INITIALS: Final = re.compile(r"[A-Z]\.[A-Z]\.")
_WRAPPED_WIDTH: Final = 100
_LONGEST_HEADLINE: Final = 25
_LONGEST_SENTENCE: Final = 4000
_END: Final = re.compile(r"[a-z]{3}[.!?][\"”']?\s+(?=[A-Z“\"])")  # where a sentence surely ends
_LONGEST_PIECE: Final = 16000  # of what is split at once: the splitter's time grows with the square of it


@frozen(slots=True)
class _Furniture:
    openings: tuple[str, ...]
    longest: int
    unfinished: frozenset[str]


@cache
def _furniture() -> _Furniture:
    data = toml_table("discourse.toml")
    return _Furniture(tuple(data["openings"]), data["longest"], frozenset(data["unfinished"]))


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: lines, joined where the text is hard-wrapped or a line breaks off mid-sentence."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    wrapped = _is_wrapped(text, lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _goes_on(text, joined[-1], line, wrapped):
            joined[-1] = joined[-1].cover(line)
        else:
            joined.append(line)
    return joined


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """True when the lines look cut at a fixed width: short, and mostly without an end of sentence."""
    if len(lines) < 3:
        return False
    adjacent = [a for a, b in pairwise(lines) if not _blank_between(text, a, b)]
    if len(adjacent) * 2 < len(lines):
        return False
    cut = [a for a in adjacent if 40 <= len(a) <= _WRAPPED_WIDTH and not _TERMINAL.search(text, a.start, a.end)]
    full = max(map(len, cut), default=0) - _RAGGED
    even = sum(len(a) >= full for a in cut)  # headlines under each other are not: they differ in length
    return len(cut) * 2 > len(adjacent) and even * 5 >= len(cut) * 4


_RAGGED: Final = 20  # characters by which lines of one width may differ


def _blank_between(text: str, before: Span, after: Span) -> bool:
    gap = text[before.end : after.start]
    return gap.count("\n") > 1 or gap.count("\r\r") > 0 or "\u2029" in gap


def _goes_on(text: str, before: Span, after: Span, wrapped: bool) -> bool:
    """True when ``after`` continues the paragraph ``before``."""
    tail = text[max(before.start, before.end - 40) : before.end].rstrip()
    head = text[after.start : after.start + 40].lstrip()
    if not _blank_between(text, before, after) and _TITLE.search(tail):
        return True  # "Dr. | Elizabeth Ofori", at the end of a line
    if _TERMINAL.search(tail) or _BULLET.match(head):
        return False
    if wrapped and not _blank_between(text, before, after):
        return True
    words = _WORD.findall(tail)
    if not words:
        return False
    broken_off = words[-1].lower() in _furniture().unfinished and tail[-1].isalpha() and words[-1].islower()
    return broken_off and len(before) > 12


def split(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph, without the space around them."""
    pending: Span | None = None
    for span in _cuts(text, paragraph):
        stamp = _STAMP.match(text, span.start, span.end)
        if stamp is not None:
            if pending is not None:
                yield from _trimmed(text, pending)
            yield from _trimmed(text, Span(*stamp.span()))
            pending, span = None, Span(stamp.end(), span.end)
        if pending is not None and _slipped(text, pending, span):
            span = pending.cover(span)
        elif pending is not None:
            yield from _trimmed(text, pending)
        pending = span
    if pending is not None:
        yield from _trimmed(text, pending)


def _cuts(text: str, paragraph: Span) -> Iterator[Span]:
    """The stretches that the splitter gives, space around them included; long paragraphs are handed over in pieces."""
    at = paragraph.start
    while at < paragraph.end:
        stop = paragraph.end
        if stop - at > _LONGEST_PIECE:
            ends = [m.end() for m in _END.finditer(text, at + _LONGEST_PIECE // 2, at + _LONGEST_PIECE)]
            stop = ends[-1] if ends else at + _LONGEST_PIECE
        piece = text[at:stop]
        if not piece.isprintable():  # else it has no such characters
            # One character for one: a line break inside a paragraph is no sentence end, and offsets stay true.
            piece = _SPACE.sub(" ", _SURROGATE.sub("\ufffd", piece))
        for part in sentencex.segment("en", piece):
            yield Span(at, at + len(part))
            at += len(part)
        at = stop


def _slipped(text: str, before: Span, after: Span) -> bool:
    """True for a cut that is none: after a title or an abbreviation ("5 p.m. | Monday"), or inside a word."""
    if not after.of(text).strip() or _INITIALS.search(text, before.end - 2, after.start + 2):
        return True  # "a 20-million-U. | S.-dollar loan"
    if _TITLE.search(text, max(before.start, before.end - 8), before.end):
        return True
    return bool(_SHORT.search(text, max(before.start, before.end - 12), before.end) and _DAY.match(text, after.start))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    body = span.of(text)
    start = span.start + len(body) - len(body.lstrip())
    end = span.end - (len(body) - len(body.rstrip()))
    while end - start > _LONGEST_SENTENCE:  # no sentence: a table, a list, a hostile text
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield Span(start, cut)
        start = cut
    if end > start:
        yield Span(start, end)


def segment(text: str, title: str | None = None) -> tuple[Sentence, ...]:
    """All sentences of the text, in order, each with its section and paragraph."""
    found: list[Sentence] = []
    blocks = paragraphs(text)
    lead = _lead_index(text, blocks, title)
    for number, block in enumerate(blocks):
        section = _section(text, block, number, lead)
        for position, span in enumerate(_trimmed(text, block) if section is Section.HEADLINE else split(text, block)):
            found.append(Sentence(index=len(found), span=span, section=section, paragraph=number))
            if number == 0 and position == 0 and title and _same_words(span.of(text), title):
                found[-1] = evolve(found[-1], section=Section.HEADLINE)
    return tuple(found)


def _lead_index(text: str, blocks: list[Span], title: str | None) -> int:
    """The number of the first paragraph that is neither headline nor furniture."""
    for number, block in enumerate(blocks):
        if number < 6 and (_is_furniture(text, block) or _is_headline(text, block, title)):
            continue
        return number
    return 0


def _section(text: str, block: Span, number: int, lead: int) -> Section:
    if _is_furniture(text, block):
        return Section.FURNITURE
    if number < lead:
        return Section.HEADLINE
    return Section.LEAD if number == lead else Section.BODY


def _is_headline(text: str, block: Span, title: str | None) -> bool:
    body = block.of(text).strip()
    if title and _same_words(body, title):
        return True
    return len(body.split()) <= _LONGEST_HEADLINE and not _TERMINAL.search(body)


def _same_words(body: str, title: str) -> bool:
    return _WORD.findall(body.lower()) == _WORD.findall(title.lower())


_MARKUP: Final = " \t\n*_#>~|"  # of Markdown: "**Related article:** ..."


def _is_furniture(text: str, block: Span) -> bool:
    words = _furniture()
    body = text[block.start : block.start + 60].lstrip(_MARKUP).lower()
    if _DATE_LINE.fullmatch(block.of(text).strip()[:60]):
        return True
    if not body.startswith(words.openings):
        return False
    if body.startswith(("http://", "https://", "www.")):
        return True
    return len(block) < 400 and len(block.of(text).split()) <= words.longest


class SentencesAnnotator:
    """Provides the layer ``sentences``."""

    name = "sentences"
    provides = "sentences"
    requires: tuple[str, ...] = ()

    def annotate(self, analysis: Analysis, sentence: int) -> tuple[Sentence, ...]:
        """All sentences of the document."""
        return segment(analysis.text, analysis.document.title)
