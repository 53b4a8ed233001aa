"""What a text tells twice: a headline's news in the sentences after it, and a deed once more as "the attack"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from attrs import evolve

from eventx.frames.words import DEEDS
from eventx.records import Candidate, Mention, MentionKind, Status

_REACH: Final = 3  # sentences after the headline in which its news is told
_BACK: Final = 4  # sentences before "the attack" in which it was told
_WINDOW: Final = 80  # characters around a trigger in which "the attack" stands
_DEEDS: Final = "|".join(sorted(DEEDS | {"blast", "explosion", "violence", "bloodshed", "rampage", "killing"}))
# "in the attack", "the bombing"; one that is said to be of a place or on somebody may be another one.
_THE_DEED: Final = rf"\b(?:the|that|this|these|those|both)\s+(?:[\w-]+\s+)?(?:{_DEEDS})s?\b"
_BEHIND: Final = re.compile(
    rf"(?:\s+[\w-]+){{0,4}}?\s+(?:in|by|during|for)\s+{_THE_DEED}(?!\s+(?:on(?!\s+\w+day\b)|of|against|in|at|near)\b)",
    re.IGNORECASE,
)
_CLAIMED: Final = re.compile(rf"[\w ]*\bclaim(?:ed|s|ing)?\s+{_THE_DEED}", re.IGNORECASE)
_AHEAD: Final = re.compile(rf"(?:^|[.,;:“\"(]|\b(?:and|but|that|said|as))\s*{_THE_DEED}(?:\s+also)?\s+$", re.IGNORECASE)


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
            lead = candidate.sentence == headline.sentence + 1  # further down it may be another act of the kind
            if best is None and lead and _of_the_same(headline.actors, candidate.actors):
                best = number
    return best


def told_before(
    again: Candidate, told: Sequence[Candidate], akin: Callable[[Candidate, Candidate], bool], text: str
) -> int | None:
    """Which earlier candidate is meant by "dozens were wounded in the attack", "rebels claimed the attack".

    It is the last one of the family (``akin``) in the sentences before, and its parties and dates contradict none. So
    is what "they" suffered, where it was told of the same people. What befell a person who is called by name is told
    for itself ("the man was shot dead during the attack").
    """
    if again.status is not Status.OCCURRED or any(m.kind is MentionKind.PERSON for m in again.recipients):
        return None
    named = _names_the_deed(again, text)
    if not named and not (again.recipients and all(m.kind is MentionKind.PRONOUN for m in again.recipients)):
        return None
    for number in range(len(told) - 1, -1, -1):
        earlier = told[number]
        if again.sentence - earlier.sentence > _BACK:
            return None
        if earlier.status is not Status.OCCURRED or not akin(earlier, again):
            continue
        dated = again.times and earlier.times and again.times != earlier.times
        same = _may_be_one(earlier.actors, again.actors) and _agree(earlier.recipients, again.recipients)
        same = same and (named or _keys(earlier) == _keys(again) != set())
        return number if same and not dated else None
    return None


def _of_the_same(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """False for a headline's two that are to sign a treaty and one of them who is to pay the other a visit."""
    here, there = _countries(one), _countries(other)
    return not there or here <= there


def _keys(candidate: Candidate) -> set[str]:
    """Those whom it befell, where they are unnamed people: a state may suffer one thing after another."""
    keys = {mention.actor.key for mention in candidate.recipients if mention.actor is not None}
    return keys if all(key.startswith("group:") for key in keys) else set()


def _may_be_one(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """True for actors of one country and kind: troops that shot two rebels "during the raid" did not carry it out."""
    here, there = ({m.actor.sector for m in side if m.actor} for side in (one, other))
    return _agree(one, other) and (not here or not there or bool(here & there))


def elaborates(later: Candidate, lead: Candidate, akin: Callable[[Candidate, Candidate], bool]) -> bool:
    """True where one of the next sentences tells in full what the lead said in short: same kind of act, same parties.

    One role at least is filled on both sides.
    """
    if not 0 < later.sentence - lead.sentence < _REACH or later.status is not Status.OCCURRED:
        return False
    both = (lead.actors and later.actors) or (lead.recipients and later.recipients)
    if not both or not akin(later, lead):
        return False
    return _may_be_one(lead.actors, later.actors) and _agree(lead.recipients, later.recipients)


def _names_the_deed(candidate: Candidate, text: str) -> bool:
    trigger = candidate.trigger
    if _BEHIND.match(text, trigger.end, trigger.end + _WINDOW) or _CLAIMED.match(
        text, trigger.start, trigger.end + _WINDOW
    ):
        return True
    return _AHEAD.search(text[max(0, trigger.start - _WINDOW) : trigger.start]) is not None


def completed(candidate: Candidate, other: Candidate) -> Candidate:
    """The candidate with the parties, dates and places that only the other telling gives.

    The country of a sentence's act is that of what goes on with it; a headline gives none to the sentences after it.
    """
    one = candidate.sentence == other.sentence
    country = {"country": other.attributes["country"]} if one and "country" in other.attributes else {}
    return evolve(
        candidate,
        attributes={**country, **candidate.attributes},
        actors=candidate.actors or other.actors,
        recipients=candidate.recipients or other.recipients,
        times=candidate.times or other.times,
        places=candidate.places or other.places,
    )


def _agree(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """True where two sets of parties have a country in common, or one of them is not known."""
    here, there = _countries(one), _countries(other)
    return not here or not there or bool(here & there)


def _countries(parties: Sequence[Mention]) -> set[str]:
    """The countries that the text itself gives the parties; one that only the scene gives contradicts nothing."""
    entities = (e for m in parties if m.resolved_via != "context" for e in (m.members or (m.actor or m.place,)))
    return {e.country for e in entities if e is not None and e.country}
