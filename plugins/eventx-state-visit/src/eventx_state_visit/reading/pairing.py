"""Visitors by country and destinations to claims: one claim for each pair, the dates of a tour shared out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import DateRange, Dropped, Mention, Precision, Status, TimeExpression
from eventx.resolve import date_range, place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.places import Destination
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.parties import by_country, country_of
from eventx_state_visit.reading.composing import compose
from eventx_state_visit.status.predicates import Reading
from eventx_state_visit.visitors.homeland import other_than


def paired(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    destinations: Sequence[Destination],
    hosts: Sequence[Mention],
    reading: Reading,
    *,
    there: tuple[Mention, ...] = (),
    tentative: bool = False,
) -> Iterator[Claim | Dropped]:
    """One claim for each country of visitors and each destination; one-sided ones wait for their antecedent.

    ``there`` are the places that "there" may take up, ``tentative`` claims count only for a visitor who travels.
    """
    groups = by_country(visitors) or [()]
    own = _own_times(scene, destinations)
    found = False
    for group in groups:
        origin = next((country_of(m) for m in group), None)
        for number, destination in enumerate(destinations or [Destination("", ())]):
            if destination.country and (destination.country == origin or _at_home(scene, origin, destination)):
                continue
            found = True
            claim = compose(scene, pattern, group, destination, hosts, reading, follows=number > 0)
            claim = evolve(claim, there=there, tentative=tentative) if there or tentative else claim
            if own:
                yield _dated(claim, own.get(number))
            else:
                yield _own_part(claim, number, [g.country for g in destinations], setting_out=_sets_out(scene, claim))
    if not found:
        back = scene.clause.lemma.endswith((" back", " home")) or pattern.name == "return"
        others = [] if back else other_than(visitors, {destination.country for destination in destinations}, scene)
        if others:
            yield from paired(scene, pattern, others, destinations, hosts, reading, there=there, tentative=tentative)
            return
        yield scene.drop("stays inside the visitor's own country", pattern.name)


def _own_times(scene: Scene, destinations: Sequence[Destination]) -> dict[int, TimeExpression]:
    """The time right behind each of several destinations: "visits Cairo on Tuesday and Amman on Wednesday".

    Empty unless two of them have one of their own.
    """
    found: dict[int, TimeExpression] = {}
    times = [t for t in scene.analysis.times(scene.clause.sentence) if t.start is not None and t.signal != "since"]
    for number, destination in enumerate(destinations if len(destinations) > 1 else ()):
        if not destination.mentions:
            return {}
        start = max(m.span.end for m in destination.mentions)
        after = min(
            (g.mentions[0].span.start for g in destinations[number + 1 : number + 2] if g.mentions), default=None
        )
        mine = [t for t in times if start <= t.span.start and (after is None or t.span.end <= after)]
        if mine and mine[0].span.start - start <= _BEHIND:
            found[number] = mine[0]
    return found if len(found) > 1 else {}


_BEHIND: Final = 12  # characters between a destination and its own time


def _dated(claim: Claim, time: TimeExpression | None) -> Claim:
    """The claim with the time of its own destination."""
    if time is None:
        return evolve(claim, dates=None, date_spans=(), within=False, days=None, measure=None)
    return evolve(claim, dates=date_range([time]), date_spans=(time.span,), days=None, measure=None)


def _at_home(scene: Scene, origin: str | None, destination: Destination) -> bool:
    """True for officials of an organisation at its seat ("EU ministers met in Brussels")."""
    cities = scene.lexicon.seats.get(origin or "", frozenset())
    return any(place is not None and place.name in cities for place in map(place_of, destination.mentions))


def _sets_out(scene: Scene, claim: Claim) -> bool:
    """True for "leaves this weekend for Egypt": on some day of a weekend."""
    verb = scene.tie.governor if scene.clause.form == "noun" else scene.clause
    weekend = any("weekend" in span.of(scene.analysis.text).lower() for span in claim.date_spans)
    return weekend and verb is not None and verb.lemma in scene.lexicon.setting_out


def _own_part(claim: Claim, number: int, countries: Sequence[str], *, setting_out: bool = False) -> Claim:
    """Of one span for a whole tour the first stop has the start, the last one the end, the others nothing.

    ``setting_out`` says that the span is only that of the departure: "leaves this weekend for Egypt and Jordan".
    """
    dates, stops = claim.dates, len(countries)
    if len(set(countries)) > 1:  # the length is that of the whole tour
        claim = evolve(claim, days=None, measure=None)
    if setting_out and stops > 1 and dates is not None:
        dates = evolve(dates, end=None)
        claim = evolve(claim, dates=dates, within=True)
    if stops < 2 or dates is None or dates.precision is not Precision.DAY:
        return claim
    if number and dates.end is None:  # "left on Monday for Cuba and Mexico"
        ahead = Status.PLANNED if claim.status is Status.ONGOING else claim.status
        return evolve(claim, dates=None, date_spans=(), within=False, status=ahead)
    if (dates.days or 0) < 2:
        return claim
    if 0 < number < stops - 1:
        return evolve(claim, dates=None, date_spans=())
    part: DateRange = evolve(dates, end=None) if number == 0 else evolve(dates, start=None)
    return evolve(claim, dates=part, within=True)
