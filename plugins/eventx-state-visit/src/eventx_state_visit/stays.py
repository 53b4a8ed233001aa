"""What all claims of one stay say together: whether it is over, and the status of those that state none."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from eventx import Status
from eventx_state_visit.claims import Claim
from eventx_state_visit.encounters import keys_of

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


def settled(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the status of their stay where they only assumed one."""
    result = list(claims)
    for indexes in _by_stay(claims):
        told = [claims[i] for i in indexes if not claims[i].assumed]
        for at in indexes:
            claim = result[at]
            if claim.assumed and told:
                nearest = min(told, key=lambda known: (abs(known.sentence - claim.sentence), known.sentence))
                claim = evolve(claim, status=nearest.status, anaphoric=True)
            result[at] = claim
        if any(claims[i].over for i in indexes):
            for at in indexes:
                if result[at].status is Status.ONGOING and not _later(result[at], [claims[i] for i in indexes]):
                    result[at] = evolve(result[at], status=Status.OCCURRED)
    return result


def _later(claim: Claim, stay: Sequence[Claim]) -> bool:
    """True when the claim is dated after the end that another one states."""
    ends = [c.dates.end for c in stay if c.over and c.dates and c.dates.end]
    return bool(ends and claim.dates and claim.dates.start and claim.dates.start > max(ends))


def _by_stay(claims: Sequence[Claim]) -> list[list[int]]:
    """The indexes of the claims by visitor, destination and time, as far as the dates tell."""
    groups: list[list[int]] = []
    for at, claim in enumerate(claims):
        keys = set(keys_of(claim.visitors))
        home = next((g for g in groups if _one_stay(claim, keys, [claims[i] for i in g])), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return groups


def _one_stay(claim: Claim, keys: set[str], group: Sequence[Claim]) -> bool:
    first = group[0]
    if claim.country != first.country or not keys & set(keys_of(first.visitors)):
        return False
    dated = [c.dates for c in group if c.dates]
    if claim.dates is None or not dated:
        return claim.assumed or first.assumed or not (claim.dates or dated) or _same_side(claim, group)
    return any(_near(claim, c) for c in group)


def _same_side(claim: Claim, group: Sequence[Claim]) -> bool:
    """True when both have happened, or neither."""
    return any((claim.status in _HAPPENED) == (c.status in _HAPPENED) for c in group)


def _near(one: Claim, other: Claim) -> bool:
    a, b = one.dates, other.dates
    if a is None or b is None:
        return False
    first, second = a.start or a.end, b.start or b.end
    assert first is not None
    assert second is not None
    return a.overlaps(b) or abs((first - second).days) <= 10
