"""Claims that point to a visit or a place told before: "there", "such a trip", a visit that is paid back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Status
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.claims import CALLED_OFF, Claim


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


_PAID_BACK: Final = 6  # sentences


def paid_back(claim: Claim, earlier: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """ "Mirziyoyev went to Dushanbe in March. When Rahmon repaid the call in August": to Uzbekistan.

    The last visit told before to the country of those who pay it back; one told behind it where none is.
    """
    if claim.rule != "repay" or claim.country or not claim.visitors:
        return None
    near = [c for c in earlier if claim.sentence - c.sentence <= _PAID_BACK]
    behind = [c for c in claims if 0 <= c.sentence - claim.sentence <= 1]
    received = [c for c in (*reversed(near), *behind) if _was_received(c, claim)]
    if not received or received[0].origin is None:
        return None
    return evolve(claim, country=received[0].origin, confidence=claim.confidence - 0.1)


def _was_received(visit: Claim, claim: Claim) -> bool:
    """True for a visit to the country of those who return one, by a country."""
    to_them = visit.country is not None and visit.country == claim.origin and visit.status not in CALLED_OFF
    return to_them and visit.origin not in (None, claim.origin) and visit.origin not in ORGANIZATIONS
