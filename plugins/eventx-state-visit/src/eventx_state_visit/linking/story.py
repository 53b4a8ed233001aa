"""The side that a claim lacks, from the article as a whole: its only traveller, its only destination, its gathering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import MentionKind
from eventx.records import ORGANIZATIONS
from eventx_state_visit.claims import CALLED_OFF, Claim
from eventx_state_visit.destinations.places import Destination
from eventx_state_visit.linking.antecedents import LEAST, POINTING, REACH
from eventx_state_visit.occasions.attending import during
from eventx_state_visit.occasions.gatherings import Gathering
from eventx_state_visit.parties import keys_of

_REACHING: Final = ("arrive", "travel", "visit", "send")
_MOST: Final = 0.7  # share of an article's visits that go to one country where it is the destination of the others
_FEW: Final = 2  # claims that make a country the destination of an article


def of_sole_traveller(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "Next on the diary is a trip to Kinshasa": in an article about one traveller the journeys are all that one's."""
    if claim.visitors or not claim.country or not claim.noun or claim.aside or claim.rule not in POINTING:
        return None
    last = [c for c in earlier if c.rule == "precedent" or (c.over and not c.country)]  # "since Kohl came in 1995"
    named = _of_the_traveller([c for c in earlier if c.visitors and c not in last])
    known = min(named, key=lambda c: (c.sentence > claim.sentence, abs(c.sentence - claim.sentence)), default=None)
    if known is None or abs(claim.sentence - known.sentence) > REACH:
        return None
    if claim.country in known.homes:
        return None
    return evolve(claim, visitors=known.visitors, confidence=max(LEAST, known.confidence - 0.15))


def _of_the_traveller(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the one person whose journeys the article tells, whoever joins in; empty for several persons."""
    told = Counter(key for c in claims for key in dict.fromkeys(keys_of(c.visitors)))
    key, count = max(told.items(), key=lambda pair: pair[1], default=("", 0))
    if not count or count < _MOST * len(claims):
        return []
    own = [c for c in claims if key in c.keys]
    alone = [c for c in own if len(c.keys) == 1]
    return alone or own


def to_sole_destination(claim: Claim, claims: Sequence[Claim], home: Destination | None) -> Claim | None:
    """ "British Prime Minister David Cameron came two weeks ago": to the country that everybody else goes to.

    Where it is told of one other visitor only, whoever "arrived" rather did so where the article was written.
    """
    told = claim.dates is not None or claim.over
    if not claim.visitors or claim.country or claim.aside or not told or claim.rule not in _REACHING:
        return None
    destinations = Counter(c.country for c in claims if c.country and c.visitors and c.status not in CALLED_OFF)
    country, count = max(destinations.items(), key=lambda pair: pair[1], default=("", 0))
    if not count or count < _MOST * destinations.total() or country == claim.origin:
        return None
    away = home is not None and home.country not in (country, claim.origin)
    if claim.rule == "arrive" and home is not None and (count < _FEW or away):
        return None
    places = next(c.places for c in claims if c.country == country and c.visitors)
    return claim.towards(country, places[:1], less=0.25)


_STATE: Final = 3  # letters of a country's code


def withdrawn(claim: Claim, main: Gathering | None) -> Claim | None:
    """ "The summit opens in Niamey. Deby pulled out on Friday": from the summit that the article is about."""
    seat = main.seat if main is not None else None
    if seat is None or main is None or not claim.visitors or seat.country == claim.origin:
        return None
    undated = evolve(claim, dates=None, date_spans=(), within=False)
    return during(undated.towards(seat.country, seat.mentions, less=0.2), main)


def to_those_who_tell(
    claim: Claim, claims: Sequence[Claim], home: Destination | None, main: Gathering | None
) -> Claim | None:
    """ "NEW DELHI - A visit by the Chinese minister is planned", "..., the Elysee said": those who tell are the hosts.

    Only for a visitor of whom the article tells no other destination; but what is called off without a destination
    is the way to the gathering that the article is about ("cancelled his trip").
    """
    if claim.rule not in POINTING or not claim.visitors:
        return None
    seat = main.seat if main is not None else None
    called_off = claim.status in CALLED_OFF and seat is not None
    told = [c.country for c in claims if c.country and c.shares_visitors(claim)]
    here = claim.rule == "arrive" and home is not None  # "flew in on Monday": to where the article was written
    if (seat is not None and seat.country in told) if called_off else (told and not here):
        return None
    spoken = claim.attribution is not None and claim.attribution.kind in (MentionKind.COUNTRY, MentionKind.ORGANIZATION)
    source = claim.attribution.actor if claim.attribution and spoken else None
    teller = Destination(source.country, ()) if source and source.country and len(source.country) == _STATE else None
    destination = (seat or home) if called_off or claim.rule == "arrive" else (teller or home)
    if destination is None or destination.country in claim.homes or destination.country in ORGANIZATIONS:
        return None
    found = claim.towards(destination.country, destination.mentions, less=0.3)
    return during(found, main) if called_off and main is not None and claim.dates is None else found
