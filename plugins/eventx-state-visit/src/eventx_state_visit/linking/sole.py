"""Claims completed by the only traveller, or the only destination, that an article tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx_state_visit.claims import CALLED_OFF, Claim
from eventx_state_visit.destinations.places import Destination
from eventx_state_visit.parties import keys_of

POINTING: Final = frozenset(
    {"visit", "arrival", "arrive"}
)  # rules whose nouns and verbs can leave out what was said before
REACH: Final = 6  # sentences back in which "the visit" finds its antecedent
LEAST: Final = 0.5  # the confidence of a stop in a long row of stops
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
    homes = known.homes
    if claim.country in homes:
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
    return evolve(claim, country=country, places=places[:1], confidence=claim.confidence - 0.25)
