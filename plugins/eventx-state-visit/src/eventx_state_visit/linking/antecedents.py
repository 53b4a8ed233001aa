"""The side that a claim lacks, from a visit told before it or right after: "the visit", "his trip", "there"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import Status
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.claims import AHEAD, CALLED_OFF, HAPPENED, Claim
from eventx_state_visit.destinations.places import Destination
from eventx_state_visit.linking.journeys import is_bygone
from eventx_state_visit.parties import keys_of

# Rules whose nouns and verbs can leave out what was said before.
POINTING: Final = frozenset({"visit", "arrival", "arrive"})
REACH: Final = 6  # sentences back in which "the visit" finds its antecedent
ON_THE_SPOT: Final = 4  # sentences from a visit in which what happens there is told
LEAST: Final = 0.5  # the confidence of a stop in a long row of stops
_NEAR: Final = 10  # days
_NEXT: Final = 2  # sentences back to the visit that another visitor also makes


def completed(claim: Claim, earlier: Sequence[Claim], home: Destination | None = None) -> Claim | None:
    """The claim with its missing side from the last earlier claim that fits."""
    if claim.rule not in POINTING or (claim.aside and not claim.country):
        return None
    here = {c.country for c in earlier} | ({home.country} if home is not None else set())
    back = claim.rule == "arrive" and claim.status is Status.PROPOSED  # "may come back": to where he has been
    for known in claim.after(earlier, REACH):
        if back and known.status not in HAPPENED:
            continue
        if _antecedent(claim, known):
            return _filled(claim, _under_way(claim, known, earlier))
        away = claim.rule == "arrive" and known.origin in here  # "is arriving": to where that visitor is at home
        if _also(claim, known) and not away:
            return claim.towards(known.country, known.places[:1], less=0.1)
    return None


def _under_way(claim: Claim, known: Claim, earlier: Sequence[Claim]) -> Claim:
    """The visit that has begun, of which ``known`` may be a plan: "will tour the port, the king said upon arrival"."""
    if claim.rule != "arrival" or claim.status not in HAPPENED or known.status in HAPPENED:
        return known
    begun = (c for c in reversed(earlier) if c.status in HAPPENED and c.country == known.country)
    return next((c for c in begun if c.shares_visitors(known) and claim.sentence - c.sentence <= REACH), known)


def _also(claim: Claim, known: Claim) -> bool:
    """ "the first visit by an official since Ford visited earlier this month": another visitor, the same country."""
    if not claim.visitors or claim.country or claim.noun or claim.sentence - known.sentence > _NEXT:
        return False
    return known.country not in claim.homes


def _antecedent(claim: Claim, known: Claim) -> bool:
    """True for a visit that a claim may mean: the same side, where both tell it, and no other time or outcome."""
    if claim.visitors and not claim.shares_visitors(known):
        return False
    if claim.country and claim.country != known.country:
        return False
    if claim.status in CALLED_OFF and known.status in HAPPENED:
        return False  # what took place was not called off
    bare = not (claim.visitors or claim.country or claim.assumed or claim.dates)
    if bare and claim.status is Status.PLANNED and known.status is Status.OCCURRED and (known.over or known.dates):
        return False  # "The visit will lend them standing": none that is over
    return near_in_time(claim, known)


def _filled(claim: Claim, known: Claim) -> Claim:
    """The claim with what it lacks of the visit that it means, and with its status where it states none."""
    own = claim.cue is not None and claim.status in CALLED_OFF
    coming = claim.rule == "arrival" and claim.dates is None  # "four days before his arrival" tells of no other one
    bare = not (claim.visitors or claim.country or claim.dates)
    # "said that the visit would be a success": the same one
    coming = coming or (bare and claim.status is Status.PLANNED and known.status is Status.ONGOING)
    return evolve(
        claim,
        visitors=claim.visitors or known.visitors,
        country=known.country,
        places=claim.places or known.places[:1],
        status=claim.status if own or not (claim.assumed or coming) else known.status,
        confidence=min(claim.confidence, known.confidence) - 0.05,
    )


def completed_later(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """ "His trip comes as ...": where nothing stands before it, the first whole claim right after it."""
    if claim.rule not in POINTING or not claim.visitors:
        return None
    for known in claims:
        if _has_come(claim) and known.status in AHEAD:
            continue  # "landed on Sunday. He leaves for Argentina on Tuesday"
        if known.visitors and known.country and 0 <= known.sentence - claim.sentence <= 2 and _antecedent(claim, known):
            filled = _filled(claim, known)
            # "leaves New York this evening on a tour": the day of the first stop is told with it
            return evolve(filled, dates=None, date_spans=()) if known.dates is not None else filled
    return None


def _has_come(claim: Claim) -> bool:
    """True for a dated arrival that has happened."""
    return claim.rule == "arrive" and claim.status in HAPPENED and claim.dates is not None


def complemented(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """ "The delegation, the highest-ranking to visit the South, concluded its visit": one sentence, two halves."""
    if claim.rule not in POINTING or not claim.visitors:
        return None
    for other in claims:
        half = other.country and not other.visitors and other.rule in POINTING and other.country not in claim.homes
        if half and other.sentence == claim.sentence and (claim.status in CALLED_OFF) == (other.status in CALLED_OFF):
            return claim.towards(other.country, other.places, less=0.1)
    return None


def next_stop(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "The tour began in Brazil": the stop of a journey whose traveller was told before.

    Of several travellers it is the one of the same sentence, else the one of whom most was told, of equals the last.
    """
    if claim.visitors or not claim.country or not (claim.rule == "itinerary" or claim.stop):
        return None
    near = [c for c in earlier if c.visitors and c.sentence <= claim.sentence and claim.sentence - c.sentence <= REACH]
    told = Counter(tuple(keys_of(c.visitors)) for c in near)
    away = [c for c in near if claim.country not in c.homes]
    if not away:
        return None
    here = away[-1].sentence == claim.sentence
    known = away[-1] if here else max(reversed(away), key=lambda c: told[tuple(keys_of(c.visitors))])
    less = 0.0 if known.rule == "itinerary" else 0.1  # the stops of one journey are as sure as the first
    return evolve(claim, visitors=known.visitors, confidence=max(LEAST, known.confidence - less))


def going_on(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "who arrived in Dushanbe on March 9 and left the following day", "are to stay until Monday", "is here"."""
    if not claim.visitors or claim.country or claim.rule not in _STAYING:
        return None
    home = claim.rule in ("return", "depart") and claim.status is Status.PLANNED and claim.dates is not None
    for known in claim.after(earlier, _TO_THE_END if home or claim.rule == "spend" else ON_THE_SPOT):
        there = known.country != claim.origin and known.rule != "return" and known.status not in CALLED_OFF
        if claim.rule == "spend" and known.status is Status.OCCURRED and not claim.dates:
            continue
        if claim.rule == "depart" or claim.sentence - known.sentence > ON_THE_SPOT:
            # "He will leave on Friday" may be for there, where no arrival is told
            there = there and (known.status is Status.ONGOING or _comes_before(known, claim))
        if there and claim.shares_visitors(known):
            past = claim.rule == "return" and known.status not in HAPPENED and claim.status in HAPPENED
            past = past or (claim.dates is not None and is_bygone(known) and known.sentence < claim.sentence)
            if not past and near_in_time(claim, known):
                confidence = min(claim.confidence, known.confidence) - 0.1
                # "before leaving on Sunday"
                leaves = claim.rule in ("return", "depart") and claim.status is Status.PLANNED
                status = known.status if leaves or claim.rule == "spend" else claim.status
                return evolve(
                    claim, country=known.country, places=known.places[:1], confidence=confidence, status=status
                )
    return None


def _comes_before(known: Claim, claim: Claim) -> bool:
    """ "arrives in Lima on Thursday. He will leave on Saturday": an arrival on an earlier day, told right before."""
    start = known.dates.start if known.dates is not None else None
    end = claim.dates.end if claim.dates is not None else None
    near = known.rule == "arrive" and claim.sentence - known.sentence <= 1
    return near and start is not None and end is not None and start < end


_STAYING: Final = ("stay", "return", "depart", "presence", "spend")
_TO_THE_END: Final = 24  # sentences behind a visit under way in which its end is told


def likewise(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "Warsaw was to send Czaputowicz, but he would not be travelling either": where the others were to go."""
    if not claim.visitors or claim.country or claim.status not in CALLED_OFF or claim.rule not in ("travel", "attend"):
        return None
    for known in claim.after(earlier, ON_THE_SPOT):
        if known.origin == claim.origin and known.country != claim.origin and not claim.aside:
            return claim.towards(known.country, known.places[:1], less=0.2)
    return None


def alike(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "Rabin made the first such trip": to where the visits told right before went."""
    if not claim.visitors or claim.country or not claim.noun:
        return None
    if " such " not in f" {claim.first} " or claim.status is Status.DENIED:
        return None
    for known in claim.after(earlier, _SUCH):
        if known.country not in claim.homes and known.origin in claim.homes:
            return claim.towards(known.country, known.places[:1], less=0.15)
    return None


_SUCH: Final = 4  # sentences


def there(claim: Claim) -> Claim | None:
    """ "Hanoi is courted. Biden was there in September": the place that was named last."""
    place = place_of(claim.there[0]) if claim.there and claim.visitors and not claim.country else None
    if place is None or place.country is None or place.country in ORGANIZATIONS:
        return None
    return claim.towards(place.country, claim.there[:1], less=0.15)


def met_elsewhere(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for "met Lavrov there" behind a place to which nobody is told to go: it need not be where they met."""
    if not claim.there or claim.rule not in ("meet", "talks"):
        return False
    return not any(c.country == claim.country and not c.there for c in claims)


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
    return claim.towards(received[0].origin, claim.places, less=0.1)


def _was_received(visit: Claim, claim: Claim) -> bool:
    """True for a visit to the country of those who return one, by a country."""
    to_them = visit.country is not None and visit.country == claim.origin and visit.status not in CALLED_OFF
    return to_them and visit.origin not in (None, claim.origin) and visit.origin not in ORGANIZATIONS


_PAID_BACK: Final = 6  # sentences


def near_in_time(one: Claim, other: Claim) -> bool:
    """True unless the first days of two claims lie more than ten days apart."""
    if not (one.dates and other.dates and one.dates.start and other.dates.start):
        return True
    return abs((one.dates.start - other.dates.start).days) <= _NEAR
