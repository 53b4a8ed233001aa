"""Earlier visits that a sentence only counts from: "the first visit by a president since Chirac in 2000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from eventx import Mention, MentionKind, Role, Status, TimeExpression
from eventx.resolve import date_range
from eventx_state_visit.claims import Claim
from eventx_state_visit.scene import Scene

_SINCE: Final = re.compile(r"\bsince\s+(?:then[- ])?$")
_DONE: Final = re.compile(r"\s*(?:,\s*)?(?:did|went|visited|came|made (?:one|the trip))?\s*(?:there\s+)?(?:in|on)?\s*")
_NEAR: Final = 30  # characters between the person and the date


def precedent(claim: Claim, scene: Scene) -> Iterator[Claim]:
    """The visit of whoever came last to the claim's country, where the sentence names him or her with a date."""
    text = scene.analysis.text
    for mention in scene.mentions:
        if mention.kind is not MentionKind.PERSON or not scene.clause.head.before(mention.span):
            continue
        if not _SINCE.search(text, max(0, mention.span.start - 12), mention.span.start):
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
    return None
