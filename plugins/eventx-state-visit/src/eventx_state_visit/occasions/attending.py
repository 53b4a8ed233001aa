"""Claims of those who come to a gathering: where it takes place and on which days, as far as the article tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx import DateRange, Mention, Precision, Status
from eventx.resolve import place_of
from eventx_state_visit.claims import ATTENDING, CALLED_OFF, Claim
from eventx_state_visit.destinations.places import TOWNS
from eventx_state_visit.lexicon import words_of
from eventx_state_visit.occasions.gatherings import PLENARY, Gathering


def main_gathering(gatherings: Sequence[Gathering], summits: frozenset[str]) -> Gathering | None:
    """The summit that the article is about: where all that it names take place in one country, with its days."""
    told = _in_one_country([g for g in gatherings if g.lemma in summits])
    if not told:
        return None
    first = told[0]
    dated = _finest(told, [g for g in gatherings if _is_again(g, first)])
    return first if dated is None else evolve(first, dates=dated.dates, spans=dated.spans)


def _in_one_country(gatherings: Sequence[Gathering]) -> list[Gathering]:
    """The gatherings with a seat, where all have it in one country; else none."""
    seated_ones = [g for g in gatherings if g.seat is not None]
    return seated_ones if len({g.seat.country for g in seated_ones if g.seat is not None}) == 1 else []


def _is_again(gathering: Gathering, first: Gathering) -> bool:
    """ "the Dec. 8-9 meeting": a general noun without a name may stand for the summit told before."""
    if gathering.lemma not in _GENERAL or gathering.words or gathering.sentence <= first.sentence:
        return False
    return gathering.seat is None or (first.seat is not None and gathering.seat.country == first.seat.country)


_GENERAL: Final = frozenset({"meeting", "gathering"})


def _finest(named: Sequence[Gathering], again: Sequence[Gathering]) -> Gathering | None:
    """The mention whose dates hold: the first, or one that tells the days within its week or month."""
    first = next((g for g in named if g.dates is not None), None)
    if first is None or first.dates is None or first.dates.precision is Precision.DAY:
        return first
    return next((g for g in (*named, *again) if g.dates and _is_finer(g.dates, first.dates)), first)


def _is_finer(dates: DateRange, coarse: DateRange) -> bool:
    """True for days within a week, month or year."""
    if coarse.precision is Precision.DAY or dates.precision is not Precision.DAY or dates.start is None:
        return False
    return coarse.contains(dates.start)


def seated(claims: Sequence[Claim], gatherings: Sequence[Gathering], main: Gathering | None = None) -> list[Claim]:
    """Those who "will attend" go where the gathering takes place, on its days, as far as the article tells.

    So do those who are sent, where the article is about one gathering, the ``main``.
    """
    sent = [main is not None and not c.country and _is_sent(c) for c in claims]
    return [
        _seated(claim, gatherings) if goes or _attends(claim, gatherings) else claim
        for claim, goes in zip(claims, sent, strict=True)
    ]


_TALKS: Final = words_of("talks")


def _is_sent(claim: Claim) -> bool:
    """ "Kuwait will send its minister", "Lavrov will lead the delegation", "Merkel will also be there"."""
    return claim.rule == "send" or (claim.rule in ("lead", "presence") and claim.status is Status.PLANNED)


def _attends(claim: Claim, gatherings: Sequence[Gathering]) -> bool:
    """True for a claim that a gathering can place: by its rule, or since its sentence names one."""
    if claim.rule in ATTENDING:
        return True
    here = any(g.sentence == claim.sentence for g in gatherings)
    # "his trip to Hiroshima for the G7 summit"
    bound = claim.gathering is not None and claim.dates is None and bool(claim.country)
    return here and (bound or (not claim.country and claim.rule in ("lead", "talks")))


def _seated(claim: Claim, gatherings: Sequence[Gathering]) -> Claim:
    """The claim at the seat of its gathering, and on its days: of the one that its sentence names, else of any told."""
    own = [g for g in gatherings if g.sentence == claim.sentence and g.head.end >= claim.trigger.end]
    named = own[0] if own else None
    if named is None and claim.rule == "speak" and not claim.country:
        return claim  # "He was speaking yesterday": at no gathering that the sentence tells of
    if named is not None:
        if claim.rule == "talks" and named.seat is None:
            return claim
        same = [named, *(g for g in gatherings if g is not named and g.may_be(named))]
        if not named.words and named.lemma not in _TALKS and not any(g.seat for g in same):
            same += _in_one_country(gatherings)  # "also took part in the meeting": the summit told before
    else:
        before = [g for g in gatherings if g.sentence <= claim.sentence]
        same = [*reversed(before), *(g for g in gatherings if g.sentence > claim.sentence)]
        same.sort(key=lambda g: g.lemma not in PLENARY)  # rather the summit than talks told in between
    home = claim.homes
    seats = [g.seat for g in same if g.seat and g.seat.country not in home]
    seat = next((s for s in seats if s.country == seats[0].country and s.has_city), seats[0] if seats else None)
    if not claim.country and seat is not None and not any(g.seat and g.seat.country in home for g in same):
        claim = _at_a_summit(claim.towards(seat.country, seat.mentions, less=0.1 if named else 0.2))
    here = [g for g in same if g is named or g.seat is None or g.seat.country == claim.country]
    return _received(_on_its_days(claim, here), here)


def at_main_gathering(claims: Sequence[Claim], main: Gathering | None) -> list[Claim]:
    """The claims of those who come to the gathering that the article is about, with its city, its hosts and its days.

    Only where nothing says that they come at another time; a day told of them is theirs. Whoever is to come has its
    days where the city is named.
    """
    return [_at_main_gathering(claim, main) if main is not None else claim for claim in claims]


def in_their_week(claims: Sequence[Claim], gatherings: Sequence[Gathering]) -> list[Claim]:
    """ "will travel to Peru this week", "The summit, to be held in Lima on 11 and 12 May": the days of the summit.

    Only of whoever is to come, and where one gathering of that time has its seat in the country.
    """
    dated = [g for g in gatherings if g.seat is not None and g.dates is not None and g.lemma in _MAJOR]
    return [_in_its_week(claim, dated) for claim in claims] if dated else list(claims)


_MAJOR: Final = frozenset({"summit", "congress", "assembly", "conference"})


def _in_its_week(claim: Claim, dated: Sequence[Gathering]) -> Claim:
    own = claim.dates
    if own is None or own.precision is Precision.DAY or claim.status is not Status.PLANNED:
        return claim
    found = [g for g in dated if g.seat and g.seat.country == claim.country and g.dates and _is_finer(g.dates, own)]
    if len({(g.dates.start, g.dates.end) for g in found if g.dates}) != 1:
        return claim
    return _at_a_summit(during(claim, found[0]))


def _at_a_summit(claim: Claim) -> Claim:
    """The claim of a visit at the level of a summit, unless another one is told."""
    return evolve(claim, level="summit") if claim.level == "unspecified" else claim


def _at_main_gathering(claim: Claim, main: Gathering) -> Claim:
    seat = main.seat
    if seat is None or claim.country != seat.country or not _at_its_time(claim, main):
        return claim
    cities, its = _cities(claim.places), _cities(seat.mentions)
    if cities and its and its.isdisjoint(cities) and claim.status in CALLED_OFF:
        return claim  # "scrapped a stop in Berlin", where the article also tells of a forum in Munich
    if not cities:
        claim = evolve(claim, places=(*claim.places, *(m for m in seat.mentions if m not in claim.places)))
    days = main.dates
    bound = claim.status in CALLED_OFF or (claim.status is Status.PLANNED and not its.isdisjoint(cities))
    if days is not None and (_is_finer(days, claim.dates) if claim.dates else bound):
        claim = during(claim, main)
        claim = _at_a_summit(claim) if claim.status is Status.PLANNED else claim
    return _received(claim, [main])


def _cities(places: Sequence[Mention]) -> set[str]:
    """The names of the cities and sites among the places."""
    return {p.name for m in places if (p := place_of(m)) and p.name and p.precision in TOWNS}


def _at_its_time(claim: Claim, main: Gathering) -> bool:
    """True unless the claim's own day lies away from those of the gathering, or it is over and undated."""
    own, its = claim.dates, main.dates
    if own is None or its is None or own.start is None or its.start is None:
        return claim.status is not Status.OCCURRED
    return _is_finer(its, own) or -_AROUND <= (own.start - its.start).days <= _AROUND


_AROUND: Final = 4  # days


def _on_its_days(claim: Claim, gatherings: Sequence[Gathering]) -> Claim:
    """A claim without dates takes those of its gathering."""
    when = next((g for g in gatherings if g.dates), None)
    if not claim.country or when is None or when.dates is None:
        return claim
    if claim.dates is not None and not _is_finer(when.dates, claim.dates):
        return claim
    return during(claim, when)


def during(claim: Claim, gathering: Gathering) -> Claim:
    """The claim on the days of a gathering; of one of a single day nobody says that they leave on that day."""
    dates = gathering.dates
    if dates is not None and dates.days == 1:
        dates = evolve(dates, end=None)
    return evolve(claim, dates=dates, date_spans=gathering.spans, within=dates is not None and dates.end is None)


def _received(claim: Claim, gatherings: Sequence[Gathering]) -> Claim:
    """Those who convene the gathering in their own country are the hosts of everyone who attends."""
    hosts = [m for g in gatherings for m in g.hosts if m.actor and m.actor.country == claim.country]
    new = [m for m in hosts if m not in claim.hosts]
    return evolve(claim, hosts=(*claim.hosts, *new[:1])) if new else claim
