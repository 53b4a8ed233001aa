"""Visits told by a word that stands for the noun: "a year after that of President Mattarella to Cameroon"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from eventx import Analysis, Mention, MentionKind, Span, Status, TimeExpression
from eventx.resolve import date_range, place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations.places import Destination, grouped
from eventx_state_visit.parties import country_of, is_person, may_travel

_THAT_OF: Final = re.compile(r"\b(?:that|one)\s+(?:(?:made|paid|undertaken)\s+)?(?:of|by)\s+(?:the\s+)?")
_TO: Final = re.compile(r",?\s+(?:to|in)\s+(?:the\s+)?")
_WHEN: Final = re.compile(r",?\s+(?:(?:back )?(?:in|on)\s+)?")
_PLACES: Final = (MentionKind.COUNTRY, MentionKind.PLACE)


def elided(claims: Sequence[Claim], analysis: Analysis) -> list[Claim]:
    """The visits that "that of X", "the one by X" tell, in the sentence of a visit or in the next one.

    Where "to Y" is left out they went to where the visit told before does.
    """
    found: list[Claim] = []
    for sentence in sorted({s for c in claims for s in (c.sentence, c.sentence + 1)}):
        if sentence < len(analysis.sentences):
            span = analysis.sentences[sentence].span
            found.extend(
                claim
                for match in _THAT_OF.finditer(analysis.text, span.start, span.end)
                for claim in _told(match.end(), sentence, claims, analysis)
            )
    return found


def _told(at: int, sentence: int, claims: Sequence[Claim], analysis: Analysis) -> Iterator[Claim]:
    """The visit of whoever is named at ``at``."""
    mentions = analysis.mentions(sentence)
    visitor = next((m for m in mentions if m.span.start == at and is_person(m) and may_travel(m)), None)
    before = [c for c in claims if sentence - 1 <= c.sentence <= sentence and c.trigger.end <= at and _is_visit(c)]
    if visitor is None or not before:
        return
    destination = _named(visitor.span.end, mentions, analysis.text) or _same(before[-1], visitor)
    if destination is None or destination.country == country_of(visitor):
        return
    named = [m.span.end for m in destination.mentions if m.span.start >= visitor.span.end]
    time = _date(max([visitor.span.end, *named]), analysis, sentence)
    yield Claim(
        sentence=sentence,
        trigger=Span(visitor.span.start, max([visitor.span.end, *named])),
        visitors=(visitor,),
        country=destination.country,
        places=destination.mentions,
        dates=date_range([time]) if time is not None else None,
        date_spans=(time.span,) if time is not None else (),
        status=Status.OCCURRED,
        noun=True,
        over=True,
        confidence=0.7,
        rule="precedent",
    )


def _is_visit(claim: Claim) -> bool:
    return claim.noun or claim.rule == "visit"


def _named(end: int, mentions: Sequence[Mention], text: str) -> Destination | None:
    """The destination right behind the visitor."""
    for mention in mentions:
        if mention.kind in _PLACES and place_of(mention) is not None and mention.span.start > end:
            return next(iter(grouped([mention])), None) if _TO.fullmatch(text, end, mention.span.start) else None
    return None


def _same(claim: Claim, visitor: Mention) -> Destination | None:
    """Where the visit told before goes, for a visitor who is not at home there."""
    return Destination(claim.country, claim.places[:1]) if claim.country not in ("", country_of(visitor)) else None


def _date(end: int, analysis: Analysis, sentence: int) -> TimeExpression | None:
    """The date right behind."""
    times = (t for t in analysis.times(sentence) if t.start is not None and t.span.start >= end)
    return next((t for t in times if _WHEN.fullmatch(analysis.text, end, t.span.start)), None)
