"""Claims with one side missing, completed from the visits that the article told before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import Final

from attrs import evolve

from eventx import Dropped, MentionKind, Role, Status
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.claims import CALLED_OFF, EVENT_TYPE, HAPPENED, Claim
from eventx_state_visit.destinations.places import NARROW, Destination
from eventx_state_visit.linking.antecedents import alike, met_elsewhere, paid_back, there
from eventx_state_visit.linking.journeys import is_bygone, set_out
from eventx_state_visit.linking.sole import LEAST, POINTING, REACH, of_sole_traveller, to_sole_destination
from eventx_state_visit.occasions.attending import during
from eventx_state_visit.occasions.gatherings import Gathering
from eventx_state_visit.parties import keys_of

_WEAK: Final = frozenset({"meet", "talks", "presence", "attend", "take-part", "speak"})
_NEXT: Final = 2  # sentences back to the visit that another visitor also makes
_NEAR: Final = 10  # days
_STATE: Final = 3  # letters of a country's code


def linked(
    claims: Sequence[Claim], home: Destination | None = None, main: Gathering | None = None
) -> tuple[list[Claim], list[Dropped]]:
    """Whole claims, with those that lack a side completed from an earlier one or dropped.

    ``home`` is the place of the dateline and ``main`` the one gathering that the article is about: what
    foreigners come to where no destination is told.
    """
    whole: list[Claim] = []
    dropped: list[Dropped] = []
    for claim in claims:
        alone = claim.tentative and not any(c.country and not c.tentative and c.shares_visitors(claim) for c in claims)
        if alone or met_elsewhere(claim, claims):
            dropped.append(_dropped(claim))
            continue
        if claim.visitors and claim.country:
            inside = _inside(_of_the_party(_ranked(claim, claims), whole), whole)
            if inside is None:
                dropped.append(_dropped(claim, "calls off a meeting inside the visit, not the visit"))
            else:
                whole.append(_apposed(inside, whole))
            continue
        completed = _made_whole(claim, whole, claims, home, main)
        if completed is not None:
            whole.append(_apposed(set_out(completed, claims), whole))
        else:
            dropped.append(_dropped(claim))
    visited = {(c.country, key) for c in whole if c.rule != "host" for key in c.keys}
    turned = [_reversed(claim, visited) for claim in whole]
    dropped.extend(
        _dropped(c, "greets a host: the visit goes the other way")
        for c, other in zip(whole, turned, strict=True)
        if other
    )
    return [c for c, other in zip(whole, turned, strict=True) if not other], dropped


def _made_whole(
    claim: Claim, whole: Sequence[Claim], claims: Sequence[Claim], home: Destination | None, main: Gathering | None
) -> Claim | None:
    """The claim with the side that it lacks, by the first rule that finds one; None where none does."""
    if claim.rule == "withdraw":
        return _withdrawn(claim, main)
    found = paid_back(claim, whole, claims) or _stop(claim, whole or claims) or _completed(claim, whole, home)
    found = found or _going_on(claim, whole) or of_sole_traveller(claim, whole or claims)
    found = found or alike(claim, whole) or _complemented(claim, claims) or _completed_later(claim, claims)
    found = found or _likewise(claim, whole) or to_sole_destination(claim, claims, home)
    return found or there(claim) or _received(claim, claims, home, main)


def _reversed(claim: Claim, visited: Container[tuple[str, str]]) -> bool:
    """ "Before greeting the queen, President Trump ...": who receives is the visitor of the article, abroad."""
    if claim.rule != "host" or claim.places or claim.dates is not None:
        return False
    received = {m.actor.country for m in claim.visitors if m.actor and m.actor.country}
    return any((country, key) in visited for country in received for key in keys_of(claim.hosts))


def _dropped(claim: Claim, reason: str = "") -> Dropped:
    missing = "a country as its destination" if claim.visitors else "an official visitor"
    return Dropped(
        event_type=EVENT_TYPE,
        sentence=claim.sentence,
        trigger=claim.trigger,
        reason=reason or f"does not name {missing}, and no visit near it does",
        frame=claim.rule,
    )


def _ranked(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "It is the first visit by a president of Iceland since 2000": the visit of whoever the article is about."""
    named = [m for m in claim.visitors if m.members or (m.actor is not None and m.actor.name)]
    if named or claim.first is None or not claim.noun:
        return claim
    others = [c for c in claims if c is not claim and c.rule != "precedent" and c.visitors]
    for known in others:
        if known.country == claim.country and known.origin == claim.origin:
            return evolve(claim, visitors=known.visitors, status=known.status, dates=None, date_spans=(), assumed=True)
    return claim


def _of_the_party(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """ "The delegation flew in on Tuesday", after "A delegation led by X has arrived": X is its visitor."""
    sent = claim.visitors[0]
    alone = len(claim.visitors) == 1 and sent.kind is MentionKind.GROUP and sent.text.lower().startswith("the ")
    if not alone or sent.actor is None or sent.actor.role is not Role.DELEGATION:
        return claim
    for known in reversed(earlier):
        if claim.sentence - known.sentence > _ON_THE_SPOT:
            break
        named = known.visitors and known.visitors[0].kind is MentionKind.PERSON
        if named and known.country == claim.country and known.origin == claim.origin:
            return evolve(claim, visitors=known.visitors)
    return claim


def _likewise(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "Warsaw was to send Czaputowicz, but he would not be travelling either": where the others were to go."""
    if not claim.visitors or claim.country or claim.status not in CALLED_OFF or claim.rule not in ("travel", "attend"):
        return None
    for known in reversed(earlier):
        if claim.sentence - known.sentence > _ON_THE_SPOT:
            break
        if known.origin == claim.origin and known.country != claim.origin and not claim.aside:
            return evolve(claim, country=known.country, places=known.places[:1], confidence=claim.confidence - 0.2)
    return None


def _inside(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """A meeting in the country of a visit already told is an act inside that visit, and takes its status.

    None for a meeting that is called off in the course of a visit that takes place.
    """
    if claim.rule not in _WEAK:
        return _further_stop(claim, earlier)
    for known in reversed(earlier):
        same = known.country == claim.country and claim.shares_visitors(known)
        if same and _near(claim, known) and not _of_another_time(claim, known):
            if claim.status in CALLED_OFF and known.status in HAPPENED:
                return None
            # "will be in Ankara" tells more than a headline or a meeting there
            own = claim.rule == "presence" and (known.assumed or known.rule in ("meet", "talks"))
            return evolve(claim, status=claim.status if own else known.status, within=True)
    return claim


def _of_another_time(claim: Claim, known: Claim) -> bool:
    """ "Rudd will fly to Dili. Rudd was last in Dili in December": what is dated and past is no act of a plan."""
    happened = claim.status in HAPPENED and not claim.assumed
    return claim.dates is not None and happened and known.status in (Status.PLANNED, Status.PROPOSED)


def _further_stop(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """ "Wasira, who arrived in Beijing on Monday, is to travel on to Hunan": a stop of the visit that goes on."""
    if claim.status is not Status.PLANNED or claim.rule not in ("travel", "visit"):
        return claim
    if claim.dates is not None and (claim.rule != "visit" or claim.noun or claim.dates.days != 1):
        return claim
    if not any(p is not None and p.precision in NARROW for p in map(place_of, claim.places)):
        return claim
    for known in reversed(earlier):
        if claim.sentence - known.sentence > _ON_THE_SPOT:
            break
        if known.country == claim.country and known.status is Status.ONGOING and claim.shares_visitors(known):
            if claim.dates is not None and not _near(claim, known):
                return claim
            dates = evolve(claim.dates, end=None) if claim.dates is not None and known.dates is None else None
            spans = claim.date_spans if dates is not None else ()
            return evolve(claim, status=known.status, within=True, dates=dates, date_spans=spans)
    return claim


_ON_THE_SPOT: Final = 4  # sentences


def _apposed(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """ "Putin will visit on Tuesday, his second trip to the country": the noun behind the comma is the same visit."""
    if not (claim.assumed and claim.apposition):
        return claim
    for known in reversed(earlier):
        if known.sentence != claim.sentence:
            break
        if known.country == claim.country and claim.shares_visitors(known) and known.trigger.before(claim.trigger):
            return evolve(claim, status=known.status, dates=claim.dates or known.dates, assumed=False)
    return claim


def _near(one: Claim, other: Claim) -> bool:
    """True unless the first days of two claims lie more than ten days apart."""
    if not (one.dates and other.dates and one.dates.start and other.dates.start):
        return True
    return abs((one.dates.start - other.dates.start).days) <= _NEAR


def _going_on(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "who arrived in Dushanbe on March 9 and left the following day", "are to stay until Monday", "is here"."""
    if not claim.visitors or claim.country or claim.rule not in _STAYING:
        return None
    home = claim.rule in ("return", "depart") and claim.status is Status.PLANNED and claim.dates is not None
    for known in reversed(earlier):
        if claim.sentence - known.sentence > (_TO_THE_END if home or claim.rule == "spend" else _ON_THE_SPOT):
            break
        there = known.country != claim.origin and known.rule != "return" and known.status not in CALLED_OFF
        if claim.rule == "spend" and known.status is Status.OCCURRED and not claim.dates:
            continue
        if claim.rule == "depart" or claim.sentence - known.sentence > _ON_THE_SPOT:
            # "He will leave on Friday" may be for there, where no arrival is told
            there = there and (known.status is Status.ONGOING or _comes_before(known, claim))
        if there and claim.shares_visitors(known):
            past = claim.rule == "return" and known.status not in HAPPENED and claim.status in HAPPENED
            past = past or (claim.dates is not None and is_bygone(known) and known.sentence < claim.sentence)
            if not past and _near(claim, known):
                confidence = min(claim.confidence, known.confidence) - 0.1
                leaves = (
                    claim.rule in ("return", "depart") and claim.status is Status.PLANNED
                )  # "before leaving on Sunday"
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


def _stop(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
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


def _withdrawn(claim: Claim, main: Gathering | None) -> Claim | None:
    """ "The summit opens in Niamey. Deby pulled out on Friday": from the summit that the article is about."""
    seat = main.seat if main is not None else None
    if seat is None or main is None or not claim.visitors or seat.country == claim.origin:
        return None
    undated = evolve(claim, dates=None, date_spans=(), within=False)
    return during(evolve(undated, country=seat.country, places=seat.mentions, confidence=claim.confidence - 0.2), main)


def _completed(claim: Claim, earlier: Sequence[Claim], home: Destination | None = None) -> Claim | None:
    """The claim with its missing side from the last earlier claim that fits."""
    if claim.rule not in POINTING or (claim.aside and not claim.country):
        return None
    here = {c.country for c in earlier} | ({home.country} if home is not None else set())
    back = claim.rule == "arrive" and claim.status is Status.PROPOSED  # "may come back": to where he has been
    for known in reversed(earlier):
        if claim.sentence - known.sentence > REACH:
            break
        if back and known.status not in HAPPENED:
            continue
        if _antecedent(claim, known):
            return _filled(claim, _under_way(claim, known, earlier))
        away = claim.rule == "arrive" and known.origin in here  # "is arriving": to where that visitor is at home
        if _also(claim, known) and not away:
            return evolve(claim, country=known.country, places=known.places[:1], confidence=claim.confidence - 0.1)
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


def _completed_later(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """ "His trip comes as ...": where nothing stands before it, the first whole claim right after it."""
    if claim.rule not in POINTING or not claim.visitors:
        return None
    for known in claims:
        if _has_come(claim) and known.status in (Status.PLANNED, Status.PROPOSED):
            continue  # "landed on Sunday. He leaves for Argentina on Tuesday"
        if known.visitors and known.country and 0 <= known.sentence - claim.sentence <= 2 and _antecedent(claim, known):
            filled = _filled(claim, known)
            # "leaves New York this evening on a tour": the day of the first stop is told with it
            return evolve(filled, dates=None, date_spans=()) if known.dates is not None else filled
    return None


def _has_come(claim: Claim) -> bool:
    """True for a dated arrival that has happened."""
    return claim.rule == "arrive" and claim.status in HAPPENED and claim.dates is not None


def _complemented(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """ "The delegation, the highest-ranking to visit the South, concluded its visit": one sentence, two halves."""
    if claim.rule not in POINTING or not claim.visitors:
        return None
    homes = claim.homes
    for other in claims:
        half = other.country and not other.visitors and other.rule in POINTING and other.country not in homes
        if half and other.sentence == claim.sentence and (claim.status in CALLED_OFF) == (other.status in CALLED_OFF):
            return evolve(claim, country=other.country, places=other.places, confidence=claim.confidence - 0.1)
    return None


def _received(claim: Claim, claims: Sequence[Claim], home: Destination | None, main: Gathering | None) -> Claim | None:
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
    homes = claim.homes
    if destination is None or destination.country in homes or destination.country in ORGANIZATIONS:
        return None
    found = evolve(claim, country=destination.country, places=destination.mentions, confidence=claim.confidence - 0.3)
    return during(found, main) if called_off and main is not None and claim.dates is None else found


def _antecedent(claim: Claim, known: Claim) -> bool:
    if claim.visitors and not claim.shares_visitors(known):
        return False
    if claim.country and claim.country != known.country:
        return False
    if claim.status in CALLED_OFF and known.status in HAPPENED:
        return False  # what took place was not called off
    bare = not (claim.visitors or claim.country or claim.assumed or claim.dates)
    if bare and claim.status is Status.PLANNED and known.status is Status.OCCURRED and (known.over or known.dates):
        return False  # "The visit will lend them standing": none that is over
    return _near(claim, known)


def _filled(claim: Claim, known: Claim) -> Claim:
    own = claim.cue is not None and claim.status in CALLED_OFF
    coming = claim.rule == "arrival" and claim.dates is None  # "four days before his arrival" tells of no other one
    bare = not (
        claim.visitors or claim.country or claim.dates
    )  # "said that the visit would be a success": the same one
    coming = coming or (bare and claim.status is Status.PLANNED and known.status is Status.ONGOING)
    return evolve(
        claim,
        visitors=claim.visitors or known.visitors,
        country=known.country,
        places=claim.places or known.places[:1],
        status=claim.status if own or not (claim.assumed or coming) else known.status,
        confidence=min(claim.confidence, known.confidence) - 0.05,
    )
