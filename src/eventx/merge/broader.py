"""Broader and narrower event types: the narrower keeps the words that both claim, and takes in what agrees with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from attrs import evolve

from eventx.merge.compare import all_among, compare
from eventx.merge.group import NEAREST
from eventx.records import Actor, Event, EventType, Evidence, Merged


def narrower_wins(events: Sequence[Event], event_types: Mapping[str, EventType]) -> tuple[list[Event], list[Merged]]:
    """Where a broader or replaced type claims a trigger that another one has, the latter keeps it."""
    narrow: dict[str, list[Event]] = {}
    for event in events:
        for other in (*_broader(event.action, event_types), *_replaced(event.action, event_types)):
            narrow.setdefault(other, []).append(event)
    claims = {general: _Claims(rivals) for general, rivals in narrow.items()}
    kept: list[Event] = []
    decisions: list[Merged] = []
    for event in events:
        rival = claims[event.action].rival(event) if event.action in claims else None
        if rival is None:
            kept.append(event)
        else:
            narrower = event.action in _broader(rival.action, event_types)
            than = "is narrower than" if narrower else "replaces"
            reason = f"{rival.action} {than} {event.action} and claims the same words"
            decisions.append(decision(rival, event, reason))
    return kept, decisions


def broader_joins(events: Sequence[Event], event_types: Mapping[str, EventType]) -> tuple[list[Event], list[Merged]]:
    """An event of a broader type joins one of a narrower type that agrees with it: "an attack", "the air strike"."""
    narrow: dict[str, list[int]] = {}
    for at, event in enumerate(events):
        for general in _broader(event.action, event_types):
            narrow.setdefault(general, []).append(at)
    joined = list(events)
    gone: set[int] = set()
    decisions: list[Merged] = []
    for at, event in enumerate(events):
        known = event_types.get(event.action)
        for home in narrow.get(event.action, ())[-NEAREST:] if known else ():
            if home in gone or home == at or known is None:
                continue
            comparison = compare(joined[home], event)
            if comparison.joins(known.identity) and (not known.reciprocal or _has_parties(joined[home], event)):
                reason = f"{event.action} is what {joined[home].action} is a kind of; they {comparison.reason}"
                joined[home] = _taking(joined[home], event)
                gone.add(at)
                decisions.append(decision(joined[home], event, reason))
                break
    return [e for at, e in enumerate(joined) if at not in gone], decisions


class _Claims:
    """Which of some events has a trigger in common with another event, in the time of a few look-ups."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._spans = sorted((e.start, e.end, n) for n, event in enumerate(events) for e in _triggers(event))
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))  # the last end up to here

    def rival(self, event: Event) -> Event | None:
        """The first of the events whose trigger shares characters with one of ``event``."""
        found: set[int] = set()
        for trigger in _triggers(event):
            at = bisect_left(self._starts, trigger.end) - 1
            while at >= 0 and self._reach[at] > trigger.start:
                _, end, number = self._spans[at]
                if end > trigger.start:
                    found.add(number)
                at -= 1
        return self._events[min(found)] if found else None


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


def _broader(action: str, event_types: Mapping[str, EventType]) -> list[str]:
    """The event types of which one is a kind, nearest first."""
    found: list[str] = []
    known = event_types.get(action)
    while known is not None and known.general and known.general not in found:
        found.append(known.general)
        known = event_types.get(known.general)
    return found


def _replaced(action: str, event_types: Mapping[str, EventType]) -> tuple[str, ...]:
    """The event types that one wins over without being a kind of them."""
    known = event_types.get(action)
    return known.replaces if known is not None else ()


def decision(home: Event, event: Event, reason: str, *, joined: bool = True) -> Merged:
    """The record of why an event was, or was not, taken for the one that ``home`` is."""
    head = event.evidence[0] if event.evidence else None
    sentence, trigger = (head.sentence, head.quote) if head else (0, "")
    return Merged(event=home.id, sentence=sentence, trigger=trigger, joined=joined, reason=reason)


def _triggers(event: Event) -> Iterable[Evidence]:
    return (e for e in event.evidence if e.role == "trigger")
