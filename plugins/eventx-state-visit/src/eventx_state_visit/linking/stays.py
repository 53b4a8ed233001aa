"""What all claims of one stay say together: whether it is over, and the status of those that state none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from datetime import date
from typing import Final

from attrs import evolve

from eventx import DateRange, Precision, Status
from eventx_state_visit.claims import ATTENDING, HAPPENED, Claim
from eventx_state_visit.dates.lengths import moved

# Stays, and claims of each, that a claim is held against: work stays linear in a text of any length.
NEAREST: Final = 32


def settled(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the status of their stay where they only assumed one."""
    result = list(claims)
    for indexes in _by_stay(claims):
        stay = [claims[i] for i in indexes]
        told = sorted((c for c in stay if not c.assumed), key=lambda c: c.sentence)
        sentences = [c.sentence for c in told]
        for at in indexes:
            if result[at].assumed and told:
                nearest = told[_nearest(sentences, result[at].sentence)]
                result[at] = evolve(result[at], status=nearest.status)
        _begun(result, indexes)
        _firm(result, indexes)
        _under_way(result, indexes)
        _put_off(result, indexes)
        _measure(result, indexes)
        _closed(result, indexes)
        if any(c.over for c in stay):
            last = max((c.dates.end for c in stay if c.over and c.dates and c.dates.end), default=None)
            for at in indexes:
                if result[at].status is Status.ONGOING and not _later(result[at], last):
                    result[at] = evolve(result[at], status=Status.OCCURRED)
    return result


def by_the_calendar(claims: Sequence[Claim], published: date | None) -> list[Claim]:
    """What begins after the day of publication is planned, what ended long before it is over."""
    if published is None:
        return list(claims)
    result = [evolve(c, status=_by_day(c, published)) for c in claims]
    there = {(c.country, k) for c in result if _is_there(c) for k in c.keys}
    for at, claim in enumerate(result):
        here = any((claim.country, key) in there for key in claim.keys)
        if here and _act_to_come(claim, published):  # "has arrived. He is to see the president on Sunday"
            result[at] = evolve(claim, status=Status.ONGOING, dates=None, date_spans=())
    return result


def _is_there(claim: Claim) -> bool:
    """True for a visit under way that is told as such."""
    return claim.status is Status.ONGOING and claim.rule not in _ACTS and not claim.assumed


def _act_to_come(claim: Claim, published: date) -> bool:
    """True for a planned meeting that begins after the day of publication: in a visit under way it dates nothing."""
    dates, planned = claim.dates, claim.status in (Status.PLANNED, Status.ONGOING)
    if not planned or not claim.within or claim.rule not in _MEETINGS or dates is None or dates.start is None:
        return False
    return 0 < (dates.start - published).days <= _SHORTLY and dates.end is None


_SHORTLY: Final = 4  # days


def _by_day(claim: Claim, published: date) -> Status:
    dates, status = claim.dates, claim.status
    if dates is None or status not in HAPPENED:
        return status
    if dates.start is not None and dates.start > published:
        return Status.PLANNED
    last = dates.end or dates.start
    gone = last is not None and (published - last).days > _OVER_SINCE
    return Status.OCCURRED if gone else status


_OVER_SINCE: Final = 30  # days


ON_THE_WAY: Final = 4  # sentences


def _firm(claims: list[Claim], indexes: Sequence[int]) -> None:
    """ "is expected on Wednesday", "might receive the envoy": what may happen in a planned visit does not unplan it."""
    if not any(claims[i].status is Status.PLANNED and not claims[i].assumed for i in indexes):
        return
    for at in indexes:
        if claims[at].status is Status.PROPOSED and claims[at].dates is None:
            claims[at] = evolve(claims[at], status=Status.PLANNED)


def _under_way(claims: list[Claim], indexes: Sequence[int]) -> None:
    """ "She was met at the airport. She will be here until Wednesday": an act inside a visit under way ends nothing."""
    if not any(claims[i].status is Status.ONGOING and claims[i].rule not in _ACTS for i in indexes):
        return
    for at in indexes:
        claim = claims[at]
        if claim.status is Status.OCCURRED and claim.rule in _ACTS and not claim.over and claim.dates is None:
            claims[at] = evolve(claim, status=Status.ONGOING)


_ACTS: Final = ("meet", "talks", "meet-again")
_MEETINGS: Final = (*_ACTS, "encounter", "host", *ATTENDING)


def _put_off(claims: list[Claim], indexes: Sequence[int]) -> None:
    """ "calls off" in a headline, "had been due to": what the text says to be postponed is not cancelled."""
    if not any(claims[i].status is Status.POSTPONED and not claims[i].assumed for i in indexes):
        return
    for at in indexes:
        claim = claims[at]
        if claim.status is Status.CANCELLED and (claim.assumed or claim.inferred or claim.sentence == 0):
            claims[at] = evolve(claim, status=Status.POSTPONED)


def _measure(claims: list[Claim], indexes: Sequence[int]) -> None:
    """ "arrived on Wednesday", "his three-day visit": a length and one end of the stay give the other end."""
    told = next((claims[i] for i in indexes if claims[i].days), None)
    whole = any((d := claims[i].dates) and d.start and not _open(claims[i]) and not claims[i].within for i in indexes)
    if told is None or told.days is None or whole:
        return
    first = {i: d.start or date.max for i in indexes if (d := claims[i].dates) is not None}
    for at in sorted(first, key=lambda i: (first[i], i)):
        claim, dates = claims[at], claims[at].dates
        if dates is None or dates.precision is not Precision.DAY:
            continue
        if dates.start is None and dates.end is not None and claim.over:
            dates = evolve(dates, start=moved(dates.end, 1 - told.days))
        elif dates.start is not None and _open(claim) and (claim.rule in _ARRIVALS or claim.rule == "visit"):
            dates = evolve(dates, end=moved(dates.start, told.days - 1))
        else:
            continue
        spans = claim.date_spans if told.measure is None else (*claim.date_spans, told.measure)
        claims[at] = evolve(claim, dates=dates, date_spans=spans, within=False)
        return


def _open(claim: Claim) -> bool:
    """True for a stay whose end is not told: "will travel there on Monday" may be a day's trip or the first of more."""
    dates = claim.dates
    return dates is not None and (dates.end is None or (claim.rule == "travel" and dates.end == dates.start))


def _closed(claims: list[Claim], indexes: Sequence[int]) -> None:
    """ "landed on Wednesday", "left the following day": an arrival and a departure give the whole stay."""
    days = [(i, d) for i in indexes if (d := claims[i].dates) is not None and d.precision is Precision.DAY]
    if any(d.start and d.end and not claims[i].within for i, d in days):
        return
    first = next((i for i, d in days if d.start and d.end is None and _tells(claims[i], _ARRIVALS)), None)
    last = next((i for i, d in days if d.end and d.start is None and _tells(claims[i], _ENDS)), None)
    if first is None:  # "held talks there on Monday", "will fly back on Monday night"
        ends = {d.end for _, d in days if d.start is None}
        first = next((i for i, d in days if d.start in ends and d.end is None and claims[i].within), None)
    if first is None or last is None:
        return
    start, end = claims[first].dates, claims[last].dates
    if start is not None and end is not None and start.start and end.end and start.start <= end.end:
        spans = (*claims[first].date_spans, *claims[last].date_spans)
        claims[first] = evolve(claims[first], dates=evolve(start, end=end.end), date_spans=spans, within=False)


def _tells(claim: Claim, rules: Container[str]) -> bool:
    """True for an end of the stay: of one of the rules, or of the visit by its noun."""
    return claim.rule in rules or (claim.noun and claim.rule == "visit")


_ENDS: Final = ("return", "depart", "stay", "presence")
_ARRIVALS: Final = frozenset({"travel", "arrive", "enter", "arrival"})


def _nearest(sentences: Sequence[int], sentence: int) -> int:
    """The position of the number nearest to ``sentence`` in a sorted list, of equals the first."""
    after = bisect_left(sentences, sentence)
    if after == 0:
        return 0
    before = bisect_left(sentences, sentences[after - 1])
    nearer = after < len(sentences) and sentences[after] - sentence < sentence - sentences[before]
    return after if nearer else before


def _later(claim: Claim, last: date | None) -> bool:
    """True when the claim is dated after the end that another one states."""
    return bool(last and claim.dates and claim.dates.start and claim.dates.start > last)


def _by_stay(claims: Sequence[Claim]) -> list[list[int]]:
    """The indexes of the claims by visitor, destination and time, as far as the dates tell."""
    groups: list[list[int]] = []
    of_country: dict[str, list[list[int]]] = {}
    for at, claim in enumerate(claims):
        keys = claim.keys
        near = of_country.setdefault(claim.country, [])
        home = next((g for g in near[-NEAREST:] if _one_stay(claim, keys, [claims[i] for i in _ends(g)])), None)
        if home is None:
            groups.append([at])
            near.append(groups[-1])
        else:
            home.append(at)
    return groups


def _ends(group: Sequence[int]) -> Sequence[int]:
    """The first claim of a stay and the latest ones."""
    return group if len(group) <= NEAREST else (group[0], *group[1 - NEAREST :])


def _one_stay(claim: Claim, keys: frozenset[str], group: Sequence[Claim]) -> bool:
    first = group[0]
    if claim.country != first.country or not keys & first.keys:
        return False
    dated = [c.dates for c in group if c.dates]
    if claim.dates is None or not dated:
        return (
            claim.assumed
            or first.assumed
            or not (claim.dates or dated)
            or _same_side(claim, group)
            or _set_out(claim, group)
        )
    return any(in_reach(claim, c) for c in group)


def _set_out(claim: Claim, group: Sequence[Claim]) -> bool:
    """ "has left for Peru. He will begin his visit in Lima today": who has set out has yet to begin the visit."""
    gone = [c for c in group if c.rule == "travel" and c.status in HAPPENED and not c.over and c.dates is None]
    near = gone and 0 < claim.sentence - gone[-1].sentence <= ON_THE_WAY
    return bool(near) and claim.status is Status.PLANNED and claim.noun and not claim.assumed


def _begun(claims: list[Claim], indexes: Sequence[int]) -> None:
    """Who has set out is under way: the status of the visit that he has yet to begin."""
    for at in indexes:
        earlier = [claims[i] for i in indexes if i < at]
        if _set_out(claims[at], earlier):
            for other in indexes:
                if claims[other].status in (Status.OCCURRED, Status.PLANNED):
                    claims[other] = evolve(claims[other], status=Status.ONGOING)
            return


def _same_side(claim: Claim, group: Sequence[Claim]) -> bool:
    """True when both have happened, or neither."""
    return any((claim.status in HAPPENED) == (c.status in HAPPENED) for c in group)


def in_reach(one: Claim, other: Claim) -> bool:
    """True for two claims whose days are within reach of each other."""
    a, b = one.dates, other.dates
    if a is None or b is None:
        return False
    first, second = a.start or a.end, b.start or b.end
    assert first is not None
    assert second is not None
    # an open end reaches no further than the days around: "left on Monday" is no part of a visit years ago
    return _reaches(a, b) or abs((first - second).days) <= _AROUND


def _reaches(a: DateRange, b: DateRange) -> bool:
    """True where a range with both ends holds an end of the other."""
    for one, other in ((a, b), (b, a)):
        ends = [d for d in (other.start, other.end) if d is not None]
        if one.start and one.end and any(one.start <= d <= one.end for d in ends):
            return True
    return False


_AROUND: Final = 10  # days
