"""Visits that are paid back: whoever returns one goes to where the visitor of that one came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx.records import ORGANIZATIONS
from eventx_state_visit.claims import CALLED_OFF, Claim

_REACH: Final = 6  # sentences


def paid_back(claim: Claim, earlier: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """ "Mirziyoyev went to Dushanbe in March. When Rahmon repaid the call in August": to Uzbekistan.

    The last visit told before to the country of those who pay it back; one told behind it where none is.
    """
    if claim.rule != "repay" or claim.country or not claim.visitors:
        return None
    near = [c for c in earlier if claim.sentence - c.sentence <= _REACH]
    behind = [c for c in claims if 0 <= c.sentence - claim.sentence <= 1]
    received = [c for c in (*reversed(near), *behind) if _was_received(c, claim)]
    if not received or received[0].origin is None:
        return None
    return evolve(claim, country=received[0].origin, confidence=claim.confidence - 0.1)


def _was_received(visit: Claim, claim: Claim) -> bool:
    """True for a visit to the country of those who return one, by a country."""
    to_them = visit.country is not None and visit.country == claim.origin and visit.status not in CALLED_OFF
    return to_them and visit.origin not in (None, claim.origin) and visit.origin not in ORGANIZATIONS
