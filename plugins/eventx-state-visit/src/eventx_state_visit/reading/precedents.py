"""Further visits that a clause tells by their dates: "the first since Chirac in 2000", "in 2015 and again in 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from eventx import Mention, MentionKind, Precision, Role, Status, TimeExpression
from eventx.resolve import date_range
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene

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


def alike(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "Rabin made the first such trip": to where the visits told right before went."""
    if not claim.visitors or claim.country or not claim.noun:
        return None
    if " such " not in f" {claim.first} " or claim.status is Status.DENIED:
        return None
    homes = claim.homes
    for known in reversed(earlier):
        if claim.sentence - known.sentence > _BEFORE:
            break
        if known.country not in homes and known.origin in homes:
            return evolve(claim, country=known.country, places=known.places[:1], confidence=claim.confidence - 0.15)
    return None


_BEFORE: Final = 4  # sentences
