"""Journeys: the legs of one trip share a journey and are numbered; the first begins on the day of setting out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from attrs import evolve

from eventx import Precision, Status
from eventx_state_visit.claims import AHEAD, Claim

_NOT_OVER: Final = AHEAD | {Status.ONGOING}
# Journeys, and stops of each, that a claim is held against: work stays linear in a text of any length.
_NEAREST: Final = 16
_PAUSE: Final = timedelta(days=4)  # two stops further apart than this are two journeys unless the text links them


def numbered(claims: Sequence[Claim], document: str) -> list[Claim]:
    """The claims with ``journey`` and ``leg`` where a visitor's stops belong to one trip."""
    result = list(claims)
    for stops in _by_visitor(claims):
        for journey in _journeys([claims[i] for i in stops], stops):
            legs = _legs(journey, claims)
            if len(legs) < 2:
                continue
            seed = f"{document}|{'|'.join(legs)}|{journey[0]}"
            name = "jny_" + hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:12]
            for at in journey:
                result[at] = evolve(result[at], journey=name, leg=legs.index(claims[at].country) + 1)
    return result


_REACH: Final = 6  # sentences from setting out to the first stop


def set_out(stop: Claim, claims: Sequence[Claim]) -> Claim:
    """ "She leaves for the Pacific on Monday. The first stop will be Tonga": the day of setting out begins the stop."""
    if not stop.opening or stop.dates is not None:
        return stop
    for known in claims:
        near = 0 <= stop.sentence - known.sentence <= _REACH and known.trigger.before(stop.trigger)
        if near and not known.country and known.status is stop.status and known.origin == stop.origin:
            day = known.dates
            first = None if day is None else day.end if known.rule == "depart" else day.start
            if day is not None and first is not None and day.precision is Precision.DAY:
                return evolve(
                    stop, dates=evolve(day, start=first, end=None), date_spans=known.date_spans[:1], within=True
                )
    return stop


def is_bygone(claim: Claim) -> bool:
    """ "The president was in Peru before. He returned home on Sunday": whoever was there once has not come back now."""
    return claim.rule == "presence" and claim.status is Status.OCCURRED and claim.dates is None


def _by_visitor(claims: Sequence[Claim]) -> list[list[int]]:
    groups: dict[str, list[int]] = {}
    for at, claim in enumerate(claims):
        key = next((m.actor.key for m in claim.visitors if m.actor), None)
        if key:
            groups.setdefault(key, []).append(at)
    return list(groups.values())


def _journeys(stops: Sequence[Claim], indexes: Sequence[int]) -> list[list[int]]:
    """Runs of claims that the text links ("then"), or whose dates follow on each other."""
    journeys: list[list[int]] = []
    told: list[list[Claim]] = []
    for claim, at in zip(stops, indexes, strict=True):
        near = range(len(told) - 1, max(-1, len(told) - 1 - _NEAREST), -1)
        home = next((n for n in near if _belongs(claim, told[n][-_NEAREST:])), None)
        if home is None:
            journeys.append([at])
            told.append([claim])
        else:
            journeys[home].append(at)
            told[home].append(claim)
    return journeys


def _belongs(claim: Claim, others: Sequence[Claim]) -> bool:
    last = others[-1]
    if any(claim.country == o.country and _same_time(claim, o) for o in others):
        return True
    if claim.follows and claim.sentence - last.sentence <= 2 and _same_time(claim, last, lenient=True):
        return True
    return any(_consecutive(claim, o) for o in others)


def _same_time(one: Claim, other: Claim, *, lenient: bool = False) -> bool:
    if one.dates and other.dates:
        return one.dates.overlaps(other.dates) or _consecutive(one, other)
    ahead = (one.status in _NOT_OVER) == (other.status in _NOT_OVER)
    return ahead or (lenient and one.sentence == other.sentence)


def _consecutive(one: Claim, other: Claim) -> bool:
    """True when one stop begins within days of the other's end."""
    a, b = one.dates, other.dates
    if not (a and b and a.start and b.start) or "day" not in (a.precision.value, b.precision.value):
        return False
    first, second = sorted((a, b), key=lambda d: (d.start or d.end, d.end or d.start))
    end = first.end or first.start
    assert end is not None
    assert second.start is not None
    return second.start - end <= _PAUSE


def _legs(journey: Sequence[int], claims: Sequence[Claim]) -> list[str]:
    """The countries in the order of the stops: by date where known, else as told."""
    order = sorted(
        journey,
        key=lambda i: (
            claims[i].dates.start.toordinal() if claims[i].dates and claims[i].dates.start else 10**7,  # type: ignore[union-attr]
            i,
        ),
    )
    dated = all(claims[i].dates for i in journey)
    return list(dict.fromkeys(claims[i].country for i in (order if dated else journey)))
