"""Further visits told by their dates: "the first since Chirac in 2000", "again in 2017", "a year after that of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from eventx import Analysis, Mention, MentionKind, Precision, Role, Span, Status, TimeExpression
from eventx.resolve import date_range, place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.places import NAMES, Destination, grouped
from eventx_state_visit.parties import country_of, is_person, may_travel

_SINCE: Final = re.compile(r"\bsince\s+(?:then[- ]|that (?:of|by)\s+)?$")
_DONE: Final = re.compile(
    r"(?:['’]s?\b)?\s*(?:,\s*)?(?:did|went|visited|came|made (?:one|the trip))?\s*(?:there\s+)?(?:in|on)?\s*"
)
_NEAR: Final = 30  # characters between the person and the date


def precedent(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """The visit of whoever came last to the claim's country, where the sentence names him or her with a date."""
    text = scene.analysis.text
    for mention in scene.mentions:
        if mention.kind is not MentionKind.PERSON or not scene.clause.head.before(mention.span):
            continue
        if not _SINCE.search(text, max(0, mention.span.start - len("since that of  ")), mention.span.start):
            continue
        actor, time = mention.actor, _date_behind(mention, scene)
        if actor is not None and actor.country is None and claim.origin is not None:
            actor = evolve(actor, country=claim.origin)  # "the first secretary of state since John Foster Dulles"
        if actor is None or actor.country in (None, claim.country) or time is None:
            continue
        yield Claim(
            sentence=claim.sentence,
            trigger=mention.span.cover(time.span),
            visitors=(evolve(mention, actor=evolve(actor, former=False, role=actor.role or _office(claim))),),
            country=claim.country,
            places=claim.places[:1],
            dates=date_range([time]),
            date_spans=(time.span,),
            status=Status.OCCURRED,
            attribution=claim.attribution,
            noun=claim.noun,
            over=True,
            confidence=0.7,
            rule="precedent",
        )


def _office(claim: Claim) -> Role:
    """The office of those who come now: the first since the last one who held it."""
    offices = [m.actor.role for m in claim.visitors if m.actor is not None and m.actor.role is not None]
    return offices[0] if offices else Role.OFFICIAL


def _date_behind(mention: Mention, scene: Scene) -> TimeExpression | None:
    """The date right behind the person, with no more than a verb between."""
    end = mention.span.end
    for time in scene.analysis.times(scene.clause.sentence):
        gap = time.span.start - end
        if 0 < gap <= _NEAR and time.start and _DONE.fullmatch(scene.analysis.text, end, time.span.start):
            return time
    came = scene.lexicon.verbs_of("travel") | scene.lexicon.verbs_of("arrive")
    for clause in scene.clauses:  # "since Coolidge steamed into the harbor aboard a battleship in January 1928"
        if clause.lemma in came and clause.tense == "past" and clause.subject and clause.subject.span == mention.span:
            times = scene.analysis.times(scene.clause.sentence)
            return next((t for t in times if t.start and clause.extent.contains(t.span)), None)
    return None


_AND_THEN: Final = re.compile(r",?\s+and\s+(?P<again>(?:once )?again\s+|then\s+|later\s+)?(?P<at>(?:in|on)\s+)?")
_LONG: Final = frozenset({Precision.MONTH, Precision.QUARTER, Precision.YEAR})


def repeated(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """The same journey made once more: "visited Rwanda in 2015 and again in 2017"."""
    if claim.status is not Status.OCCURRED or not claim.date_spans or claim.dates is None:
        return
    for first, time in pairwise(t for t in scene.analysis.times(claim.sentence) if t.start):
        if first.span not in claim.date_spans or first.end is None or first.end != claim.dates.end:
            continue
        if time.start is None or time.start <= first.end:
            return
        joint = _AND_THEN.fullmatch(scene.analysis.text, first.span.end, time.span.start)
        if joint is None:
            return
        if joint["again"] or (joint["at"] and time.precision in _LONG) or time.precision is Precision.YEAR:
            yield evolve(claim, trigger=time.span, dates=date_range([time]), date_spans=(time.span,))
        return


_THE_ONE: Final = re.compile(
    r"\b(?:after|since|following|like|than|besides)\s+the (?:first |last |previous )?one"
    r"(?:,?\s+(?:(?:that\s+)?(?:he|she|they)\s+)?(?:made|paid))?\s+(?:(?:back )?(?:in|on|of)\s+)?$"
)


def former_one(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """ "will be in the kingdom in May, his second visit after the one in 1994": the earlier visit of the same."""
    if not claim.visitors:
        return
    text = scene.analysis.text
    for time in scene.analysis.times(claim.sentence):
        same = claim.dates is not None and claim.dates.start == time.start
        if time.start is None or same or not claim.trigger.before(time.span):
            continue
        if _THE_ONE.search(text, scene.sentence_span.start, time.span.start):
            yield evolve(
                claim,
                trigger=time.span,
                dates=date_range([time]),
                date_spans=(time.span,),
                status=Status.OCCURRED,
                over=True,
                assumed=False,
                within=False,
                rule="precedent",
            )
            return


_THAT_OF: Final = re.compile(r"\b(?:that|one)\s+(?:(?:made|paid|undertaken)\s+)?(?:of|by)\s+(?:the\s+)?")
_TO: Final = re.compile(r",?\s+(?:to|in)\s+(?:the\s+)?")
_WHEN: Final = re.compile(r",?\s+(?:(?:back )?(?:in|on)\s+)?")


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
        if mention.kind in NAMES and place_of(mention) is not None and mention.span.start > end:
            return next(iter(grouped([mention])), None) if _TO.fullmatch(text, end, mention.span.start) else None
    return None


def _same(claim: Claim, visitor: Mention) -> Destination | None:
    """Where the visit told before goes, for a visitor who is not at home there."""
    return Destination(claim.country, claim.places[:1]) if claim.country not in ("", country_of(visitor)) else None


def _date(end: int, analysis: Analysis, sentence: int) -> TimeExpression | None:
    """The date right behind."""
    times = (t for t in analysis.times(sentence) if t.start is not None and t.span.start >= end)
    return next((t for t in times if _WHEN.fullmatch(analysis.text, end, t.span.start)), None)
