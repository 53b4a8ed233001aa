"""Discourse: the dateline and the quoted stretches of a document."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from eventx.hooks.parts import Analysis
from eventx.lexicon.tables import toml_table
from eventx.records import Discourse, Section, Sentence, Span

# "SEOUL, Nov 3 (Agency) - ", "BEIJING/WASHINGTON (Reuters) — ", "Kuala Lumpur: ", "PARIS — ",
# "KIEV. April 11 (Agency) -", "MINSK, May 2. /AGENCY/.", "DELHI, JULY 14. ", "Lima, Oct 21, AGENCY -- ",
# "OSLO (Agency) Norway"
_PLACE: Final = r"[A-ZÀ-Þ][\w.'’-]*(?:[ /][A-ZÀ-Þ][\w.'’-]*){0,3}"
_DAY: Final = (
    r"(?:(?i:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)[A-Za-z]{0,7}\.?"
    r" \d{1,2}(?:, \d{4})?"
    r"|\d{1,2} [A-Z][A-Za-z]{2,8}(?: \d{4})?)"
)
_DATELINE: Final = re.compile(
    rf"\s*(?P<place>{_PLACE})"
    rf"(?:, (?!{_DAY})(?P<more>[A-Z][\w. '’]{{1,25}}?))?"
    rf"(?P<day>(?:,|\.)? {_DAY})?"
    r"(?P<agency>[.,]? ?(?:\([A-Z][\w ./-]{1,30}\)|/[A-Z][\w -]{1,20}/|[A-Z]{2,8}(?= --)))?"
    r"(?P<mark>\.?\s?--\s?|\.?\s*[-–—]\s|\s?:\s|(?(agency)\.?\s|(?(day)\.\s|(?!))))"
)
_DAY_FIRST: Final = re.compile(rf"\s*{_DAY} \((?P<place>{_PLACE})\)\s*[-–—]{{1,2}}\s")
# "August 16, /AGENCY/. ", "July 27 (Agency) - ": without a place
_DAY_ONLY: Final = re.compile(
    rf"\s*{_DAY}[.,]? (?:\([A-Z][\w ./-]{{1,30}}\)|/[A-Z][\w -]{{1,20}}/)(?:\.?\s*[-–—]{{1,2}}\s|\.\s)"
)
# On a line of its own, below the byline: "NEW DELHI, August 17, 2018 21:42 IST"
_LINE: Final = re.compile(rf"(?m)^[ \t]*(?P<place>{_PLACE}), {_DAY}(?:,? \d{{1,2}}:\d\d(?: [A-Z]{{2,4}})?)?[ \t]*$")
_LONGEST: Final = 100  # characters of a dateline
_HEAD: Final = 400  # characters of a text within which a dateline has a line of its own
_QUOTED: Final = re.compile(r"“[^“”]{1,3000}”|«[^«»]{1,3000}»|\"[^\"]{1,3000}\"")


def find_dateline(text: str, sentences: tuple[Sentence, ...]) -> tuple[Span, Span | None] | None:
    """The span of the dateline and of its place (None where it names only the day), at the start of the lead."""
    own = _LINE.search(text, 0, _HEAD)
    if own is not None and own.group("place").isupper():
        return Span(*own.span()), Span(*own.span("place"))
    lead = next((s for s in sentences if s.section is Section.LEAD), None)
    if lead is None:
        return None
    told = _agency_first().match(text, lead.span.start, lead.span.end)
    start = told.end() if told is not None else lead.span.start
    match = _DAY_FIRST.match(text, start, start + _LONGEST) or _DATELINE.match(text, start, start + _LONGEST)
    if match is None:
        match = _under_line(text, sentences, lead)
    if match is None or (match.re is _DATELINE and not _is_dateline(match)):
        match = _DAY_ONLY.match(text, start, start + _LONGEST)
        return (Span(*match.span()), None) if match is not None else None
    first, last = match.span("place")
    return Span(match.start(), match.end()), Span(first, first + len(match.group("place").rstrip(".")) or last)


def _under_line(text: str, sentences: tuple[Sentence, ...], lead: Sentence) -> re.Match[str] | None:
    """The dateline of the story below a second headline: "MALAKAL, South Sudan -- " in capitals, or with its agency."""
    below = [s for s in sentences if s.span.start > lead.span.start and text[: s.span.start].rstrip(" ").endswith("\n")]
    for sentence in below[:_LINES]:
        match = _DATELINE.match(text, sentence.span.start, sentence.span.start + _LONGEST)
        told = match is not None and (match.group("agency") or match.group("mark").strip() in _DASHES)
        if match is not None and told and match.group("place").isupper():
            return match
    return None


_LINES: Final = 2  # lines below the first within which a story may begin
_DASHES: Final = frozenset({"-", "--", "–", "—"})


@cache
def _agency_first() -> re.Pattern[str]:
    """What a feed puts before story and dateline: "AP - ", "Canadian Press - "."""
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, toml_table('discourse.toml')['agencies']))})\s+[-–—]{{1,2}}\s+")


def _is_dateline(match: re.Match[str]) -> bool:
    """True where what stands before the mark is no mere opening of a sentence ("Peru: ", "Mr. Lee - ")."""
    place, mark = match.group("place").rstrip("."), match.group("mark").strip()
    if mark in ("", "."):  # no dash: "OSLO (Agency) ", "Lima, May 2 (Agency) ", "DELHI, JULY 14. "
        return bool(match.group("agency") and (match.group("day") or place.isupper())) or (
            mark == "." and bool(match.group("day")) and place.isupper()
        )
    return bool(match.group("agency")) or place.isupper() or not (mark == ":" and len(place.split()) > 3)


def find_quotes(text: str, sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """The stretches inside quotation marks, marks included; a quote does not cross a paragraph."""
    if not any(mark in text for mark in '“«"'):
        return ()
    bounds: dict[int, Span] = {}
    for sentence in sentences:
        known = bounds.get(sentence.paragraph)
        bounds[sentence.paragraph] = known.cover(sentence.span) if known else sentence.span
    found: list[Span] = []
    for block in bounds.values():
        closed = [Span(m.start(), m.end()) for m in _QUOTED.finditer(text, block.start, block.end)]
        found += [*closed, *_unclosed(text, block, closed)]
    return tuple(found)


def _unclosed(text: str, block: Span, closed: list[Span]) -> list[Span]:
    """A quote that runs on into the next paragraph has no closing mark in this one."""
    at = max(text.rfind("“", block.start, block.end), text.rfind("«", block.start, block.end))
    if at < 0 or any(q.start <= at < q.end for q in closed):
        return []
    return [Span(at, block.end)]


class DiscourseAnnotator:
    """Provides the layer ``discourse``."""

    name = "discourse"
    provides = "discourse"
    requires = ("sentences",)

    def annotate(self, analysis: Analysis, sentence: int) -> Discourse:
        """The dateline and the quotes of the document."""
        sentences = analysis.sentences
        found = find_dateline(analysis.text, sentences)
        quotes = find_quotes(analysis.text, sentences)
        if found is None:
            return Discourse(quotes=quotes)
        return Discourse(dateline=found[0], dateline_place=found[1], quotes=quotes)
