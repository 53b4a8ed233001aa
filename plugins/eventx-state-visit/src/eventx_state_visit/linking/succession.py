"""What the stays of one traveller say of each other: whoever has come to the next country has left the one before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import evolve

from eventx import DateRange, MentionKind, Precision, Status
from eventx_state_visit.claims import HAPPENED, Claim
from eventx_state_visit.linking.stays import NEAREST, ON_THE_WAY, in_reach
from eventx_state_visit.parties import keys_of


def in_succession(claims: list[Claim]) -> list[Claim]:
    """The claims, with what has been left over and what comes next still ahead, and a tour put off as a whole."""
    return _moved_on(_put_off_together(_in_turn(claims)))


def _in_turn(claims: list[Claim]) -> list[Claim]:
    """ "flew to Chad on Saturday before heading to Niger": the next stop is to come while the first is under way."""
    result = list(claims)
    for at, claim in enumerate(claims):
        if claim.status is not Status.ONGOING or claim.dates is None:
            continue
        for later in range(at + 1, min(len(claims), at + NEAREST)):
            other = claims[later]
            if other.assumed and other.sentence == claim.sentence and _comes_after(other, claim):
                result[later] = evolve(other, status=Status.PLANNED)
    return result


def _comes_after(stop: Claim, first: Claim) -> bool:
    """True for another country to which the same persons move on, without a day of its own."""
    onward = stop.status is Status.OCCURRED and stop.rule == "travel" and stop.dates is None
    moved = onward and stop.country != first.country and first.trigger.before(stop.trigger)
    return moved and stop.shares_visitors(first)


def _moved_on(claims: list[Claim]) -> list[Claim]:
    """Whoever has come to another country since is no longer in the one before."""
    last: dict[str, tuple[date, str]] = {}
    for claim in claims:
        if claim.status in HAPPENED and claim.dates and claim.dates.start and claim.dates.precision is Precision.DAY:
            for key in claim.keys:
                day, before = claim.dates.start, last.get(key)
                # of two on one day rather the one without an end
                if before is None or day > before[0] or (day == before[0] and claim.dates.end != day):
                    last[key] = (day, claim.country)
    moved = [evolve(c, status=Status.OCCURRED) if _left_behind(c, last) else c for c in claims]
    for claim in claims:
        if claim.onward and claim.status in (*HAPPENED, Status.PLANNED):
            _closed_before(moved, claim)
    return moved


def _closed_before(claims: list[Claim], onward: Claim) -> None:
    """ "flew to Oslo on Monday. He then travelled on to Riga": the stop told right before is over.

    It ends on the day it began where the next one begins on that day, though both are still to come.
    """
    keys, past = onward.keys, onward.status in HAPPENED
    before = [c for c in claims if c.trigger.before(onward.trigger) and c.country != onward.country]
    before = [c for c in before if c.status in (HAPPENED if past else (*HAPPENED, Status.PLANNED))]
    stop = next((c for c in reversed(before) if keys & c.keys), None)
    if stop is None or onward.sentence - stop.sentence > ON_THE_WAY:
        return
    for at, claim in enumerate(claims):
        if claim.country != stop.country or not keys & claim.keys:
            continue
        if past and claim.status is Status.ONGOING and (claim.dates is None or not stop.dates or in_reach(claim, stop)):
            claims[at] = evolve(claim, status=Status.OCCURRED)
        dates = claim.dates
        if dates is not None and _same_start(dates, onward.dates):
            claims[at] = evolve(claims[at], dates=evolve(dates, end=dates.start), within=False)


def _same_start(stop: DateRange, onward: DateRange | None) -> bool:
    """True for a stop without an end that begins on the day on which its visitors go on."""
    if onward is None or stop.precision is not Precision.DAY or onward.precision is not Precision.DAY:
        return False
    return stop.end is None and stop.start is not None and stop.start == onward.start


def _left_behind(claim: Claim, last: Mapping[str, tuple[date, str]]) -> bool:
    """True for a visit under way that began before all its visitors came to another country."""
    if claim.status is not Status.ONGOING or claim.dates is None or claim.dates.start is None:
        return False
    persons = [
        m for m in claim.visitors if m.kind is not MentionKind.GROUP
    ] or claim.visitors  # a party goes with its head
    latest = [last[key] for key in keys_of(persons) if key in last]
    ended = claim.dates.end == claim.dates.start  # "stopped in Malta earlier on Tuesday", the day on which she arrived
    later = [d > claim.dates.start or (ended and d == claim.dates.start) for d, _ in latest]
    return bool(latest) and all(later) and all(country != claim.country for _, country in latest)


def _put_off_together(claims: list[Claim]) -> list[Claim]:
    """ "has postponed a trip to Africa. He had been due to visit A and B": both stops are put off with the trip."""
    put_off = {k for c in claims if c.status is Status.POSTPONED and not c.assumed for k in c.keys}
    named = {k for c in claims if c.status is Status.CANCELLED and not c.inferred for k in c.keys}
    return [
        evolve(c, status=Status.POSTPONED)
        if c.status is Status.CANCELLED and c.inferred and c.keys & (put_off - named)
        else c
        for c in claims
    ]
