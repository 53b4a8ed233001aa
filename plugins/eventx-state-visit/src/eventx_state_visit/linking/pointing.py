"""Claims whose "there" points to the place that was told before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.claims import Claim


def there(claim: Claim) -> Claim | None:
    """ "Hanoi is courted. Biden was there in September": the place that was named last."""
    place = place_of(claim.there[0]) if claim.there and claim.visitors and not claim.country else None
    if place is None or place.country is None or place.country in ORGANIZATIONS:
        return None
    return evolve(claim, country=place.country, places=claim.there[:1], confidence=claim.confidence - 0.15)


def met_elsewhere(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for "met Lavrov there" behind a place to which nobody is told to go: it need not be where they met."""
    if not claim.there or claim.rule not in ("meet", "talks"):
        return False
    return not any(c.country == claim.country and not c.there for c in claims)
