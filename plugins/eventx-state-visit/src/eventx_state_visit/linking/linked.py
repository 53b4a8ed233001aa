"""The claims of an article made whole: what each lacks is found in the others, and acts are put inside their visit."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from attrs import evolve

from eventx import Dropped, MentionKind, Role, Status
from eventx.resolve import place_of
from eventx_state_visit.claims import AHEAD, ATTENDING, CALLED_OFF, EVENT_TYPE, HAPPENED, Claim
from eventx_state_visit.destinations.places import NARROW, Destination
from eventx_state_visit.linking.antecedents import (
    ON_THE_SPOT,
    alike,
    complemented,
    completed,
    completed_later,
    going_on,
    likewise,
    met_elsewhere,
    near_in_time,
    next_stop,
    paid_back,
    there,
)
from eventx_state_visit.linking.journeys import set_out
from eventx_state_visit.linking.story import of_sole_traveller, to_sole_destination, to_those_who_tell, withdrawn
from eventx_state_visit.occasions.gatherings import Gathering
from eventx_state_visit.parties import keys_of

_WEAK: Final = frozenset({"meet", "talks", "presence", *ATTENDING})


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
        found = _made_whole(claim, whole, claims, home, main)
        if found is not None:
            whole.append(_apposed(set_out(found, claims), whole))
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
        return withdrawn(claim, main)
    found = paid_back(claim, whole, claims) or next_stop(claim, whole or claims) or completed(claim, whole, home)
    found = found or going_on(claim, whole) or of_sole_traveller(claim, whole or claims)
    found = found or alike(claim, whole) or complemented(claim, claims) or completed_later(claim, claims)
    found = found or likewise(claim, whole) or to_sole_destination(claim, claims, home)
    return found or there(claim) or to_those_who_tell(claim, claims, home, main)


def _reversed(claim: Claim, visited: Container[tuple[str | None, str]]) -> bool:
    """ "Before greeting the queen, President Trump ...": who receives is the visitor of the article, abroad."""
    if claim.rule != "host" or claim.places or claim.dates is not None:
        return False
    return any((country, key) in visited for country in claim.homes for key in keys_of(claim.hosts))


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
    for known in claim.after(earlier, ON_THE_SPOT):
        named = known.visitors and known.visitors[0].kind is MentionKind.PERSON
        if named and known.country == claim.country and known.origin == claim.origin:
            return evolve(claim, visitors=known.visitors)
    return claim


def _inside(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """A meeting in the country of a visit already told is an act inside that visit, and takes its status.

    None for a meeting that is called off in the course of a visit that takes place.
    """
    if claim.rule not in _WEAK:
        return _further_stop(claim, earlier)
    for known in reversed(earlier):
        same = known.country == claim.country and claim.shares_visitors(known)
        if same and near_in_time(claim, known) and not _of_another_time(claim, known):
            if claim.status in CALLED_OFF and known.status in HAPPENED:
                return None
            # "will be in Ankara" tells more than a headline or a meeting there, and more than a hope of the visit
            firmer = claim.status is Status.PLANNED and known.status is Status.PROPOSED
            own = claim.rule == "presence" and (known.assumed or known.rule in ("meet", "talks") or firmer)
            return evolve(claim, status=claim.status if own else known.status, within=True)
    return claim


def _of_another_time(claim: Claim, known: Claim) -> bool:
    """ "Rudd will fly to Dili. Rudd was last in Dili in December": what is dated and past is no act of a plan."""
    happened = claim.status in HAPPENED and not claim.assumed
    return claim.dates is not None and happened and known.status in AHEAD


def _further_stop(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """ "Wasira, who arrived in Beijing on Monday, is to travel on to Hunan": a stop of the visit that goes on."""
    if claim.status is not Status.PLANNED or claim.rule not in ("travel", "visit"):
        return claim
    if claim.dates is not None and (claim.rule != "visit" or claim.noun or claim.dates.days != 1):
        return claim
    if not any(p is not None and p.precision in NARROW for p in map(place_of, claim.places)):
        return claim
    for known in claim.after(earlier, ON_THE_SPOT):
        if known.country == claim.country and known.status is Status.ONGOING and claim.shares_visitors(known):
            if claim.dates is not None and not near_in_time(claim, known):
                return claim
            dates = evolve(claim.dates, end=None) if claim.dates is not None and known.dates is None else None
            spans = claim.date_spans if dates is not None else ()
            return evolve(claim, status=known.status, within=True, dates=dates, date_spans=spans)
    return claim


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
