"""Broader and narrower event types: the narrower keeps the words that both claim, and takes in what agrees with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from attrs import evolve

from eventx.merge.circumstances import share_a_place
from eventx.merge.compare import Comparison, compare
from eventx.merge.group import NEAREST
from eventx.merge.parties import all_among, of_one_kind
from eventx.merge.trail import Trail
from eventx.merge.verdict import Verdict
from eventx.records import Actor, Event, EventType, Evidence, broader_types


def narrower_wins(events: Sequence[Event], event_types: Mapping[str, EventType], trail: Trail) -> list[int]:
    """The numbers of the records that stay where a type has the trigger that a broader or replaced one claims."""
    narrow: dict[str, list[int]] = {}
    for at, event in enumerate(events):
        for other in (*broader_types(event.action, event_types), *_replaced(event.action, event_types)):
            narrow.setdefault(other, []).append(at)
    claims = {general: _Claims(events, rivals) for general, rivals in narrow.items()}
    kept: list[int] = []
    for at, event in enumerate(events):
        rival = claims[event.action].rival(event) if event.action in claims else None
        if rival is None:
            kept.append(at)
        else:
            winner = events[rival].action
            than = "is narrower than" if event.action in broader_types(winner, event_types) else "replaces"
            trail.join(rival, at, f"{winner} {than} {event.action} and claims the same words")
    return kept


def broader_joins(merged: Mapping[int, Event], event_types: Mapping[str, EventType], trail: Trail) -> dict[int, Event]:
    """An event of a broader type joins one of a narrower type that agrees with it: "an attack", "the air strike"."""
    narrow: dict[str, list[int]] = {}
    for at, event in merged.items():
        for general in broader_types(event.action, event_types):
            narrow.setdefault(general, []).append(at)
    joined = dict(merged)
    for at, event in merged.items():
        kind = event_types.get(event.action)
        if kind is None:
            continue
        for home in narrow.get(event.action, ())[-NEAREST:]:
            if home == at or home not in joined:
                continue
            comparison = compare(joined[home], event, kind)
            if comparison.joins and _refers_to(joined[home], event, kind, comparison):
                reason = f"{event.action} is what {joined[home].action} is a kind of; they {comparison.agreement}"
                joined[home] = _taking(joined[home], event)
                del joined[at]
                trail.join(home, at, reason)
                break
    return joined


def _refers_to(narrow: Event, broad: Event, kind: EventType, comparison: Comparison) -> bool:
    """True when nothing that the broader record says makes it another event of the kind.

    Its parties are all among those of the narrower one in a reciprocal event, and else of the same kind: not a
    parliament and its country's leader. A day that only the broader record has must come with something else that
    agrees, or after the narrower one: "The march ended in clashes. It took place on Friday."
    """
    if kind.reciprocal:
        return _has_parties(narrow, broad)
    if not of_one_kind(narrow.actors, broad.actors):
        return False
    if broad.dates is None or narrow.dates is not None or _first(narrow) < _first(broad):
        return True
    return comparison.fields["recipients"] is Verdict.AGREE or share_a_place(narrow.location, broad.location)


def _first(event: Event) -> int:
    return event.evidence[0].start if event.evidence else 0


class _Claims:
    """Which of some events has a trigger in common with another event, in the time of a few look-ups."""

    def __init__(self, events: Sequence[Event], numbers: Sequence[int]) -> None:
        self._spans = sorted((e.start, e.end, n) for n in numbers for e in _triggers(events[n]))
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))  # the last end up to here

    def rival(self, event: Event) -> int | None:
        """The number of the first of the events whose trigger shares characters with one of ``event``."""
        found: set[int] = set()
        for trigger in _triggers(event):
            at = bisect_left(self._starts, trigger.end) - 1
            while at >= 0 and self._reach[at] > trigger.start:
                _, end, number = self._spans[at]
                if end > trigger.start:
                    found.add(number)
                at -= 1
        return min(found) if found else None


def _has_parties(narrow: Event, broad: Event) -> bool:
    """True when everyone who met, agreed, ... is a party of the narrower event, or of the country that it is in."""
    country = narrow.location.country if narrow.location else None
    place = (Actor(country=country),) if country else ()
    return all_among((*broad.actors, *broad.recipients), (*narrow.actors, *narrow.recipients, *place))


def _taking(narrow: Event, broad: Event) -> Event:
    """The narrower event with the words of the broader one, and its dates where it has none itself."""
    return evolve(
        narrow,
        dates=narrow.dates or broad.dates,
        evidence=(*narrow.evidence, *(e for e in broad.evidence if e not in narrow.evidence)),
        mentions=narrow.mentions + broad.mentions,
    ).identified()


def _replaced(action: str, event_types: Mapping[str, EventType]) -> tuple[str, ...]:
    """The event types that one wins over without being a kind of them."""
    known = event_types.get(action)
    return known.replaces if known is not None else ()


def _triggers(event: Event) -> Iterable[Evidence]:
    return (e for e in event.evidence if e.role == "trigger")
