"""Headlines: what they say in short the text tells again, with its parties, dates and places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from eventx.records import Candidate, Mention

_REACH: Final = 3  # sentences after the headline in which its news is told


def retold(headline: Candidate, told: Sequence[Candidate], akin: Callable[[Candidate, Candidate], bool]) -> int | None:
    """Which candidate of the next sentences tells what a headline's says; None where there is none.

    It is of one family of acts (``akin``, by the first part of their codes), and its parties do not contradict the
    headline's.
    """
    best: int | None = None
    for number, candidate in enumerate(told):
        if not 0 < candidate.sentence - headline.sentence <= _REACH:
            continue
        if not akin(candidate, headline):
            continue
        if _agree(headline.actors, candidate.actors) and _agree(headline.recipients, candidate.recipients):
            if candidate.event_type == headline.event_type:
                return number
            best = number if best is None else best
    return best


def completed(candidate: Candidate, headline: Candidate) -> Candidate:
    """The candidate with the parties, dates and places that only the headline gives."""
    return evolve(
        candidate,
        actors=candidate.actors or headline.actors,
        recipients=candidate.recipients or headline.recipients,
        times=candidate.times or headline.times,
        places=candidate.places or headline.places,
    )


def _agree(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """True where two sets of parties have a country in common, or one of them is not known."""
    here, there = _countries(one), _countries(other)
    return not here or not there or bool(here & there)


def _countries(parties: Sequence[Mention]) -> set[str]:
    """The countries that the text itself gives the parties; one that only the scene gives contradicts nothing."""
    entities = (e for m in parties if m.resolved_via != "context" for e in (m.members or (m.actor or m.place,)))
    return {e.country for e in entities if e is not None and e.country}
