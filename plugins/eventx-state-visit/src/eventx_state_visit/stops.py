"""Places inside the destination that later sentences name for a visit: "In Kyoto he will tour the palace"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from eventx import Analysis, Clause, Mention, MentionKind, PlacePrecision
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations import place_of
from eventx_state_visit.encounters import keys_of
from eventx_state_visit.slots import arguments, heads

_REACH = 20  # sentences behind a visit in which its stops are told
_SLOTS = ("in", "at", "to", "into", "near", "outside", "from")
_NARROW = frozenset({PlacePrecision.CITY, PlacePrecision.SITE, PlacePrecision.SUBDIVISION})


def with_stops(claims: Sequence[Claim], analysis: Analysis) -> list[Claim]:
    """The claims with the cities and sites in their country that the visitors' further acts name.

    A sentence belongs to the last visit before it whose visitors it speaks of.
    """
    result = list(claims)
    told: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        told.setdefault(claim.sentence, []).append(at)
    last = min(len(analysis.sentences) - 1, max((c.sentence for c in claims), default=-1) + _REACH)
    for sentence in range(min((c.sentence for c in claims), default=0), last + 1):
        mentions = analysis.mentions(sentence)
        present = set(keys_of(mentions))
        home = next((i for i in _before(told, sentence) if present & set(keys_of(result[i].visitors))), None)
        if home is None:
            continue
        claim = result[home]
        known = {p.name for m in claim.places if (p := place_of(m))}
        found = [
            m for m in _named(claim, analysis.clauses(sentence), mentions) if (p := place_of(m)) and p.name not in known
        ]
        if found:
            result[home] = evolve(claim, places=(*claim.places, *dict.fromkeys(found)))
    return result


def _before(told: Mapping[int, Sequence[int]], sentence: int) -> Iterator[int]:
    """The indexes of the claims at or before a sentence within reach, the nearest first."""
    for at in range(sentence, sentence - _REACH - 1, -1):
        yield from told.get(at, ())


def _named(claim: Claim, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The narrow places of the destination at the heads of the visitors' clauses."""
    keys = set(keys_of(claim.visitors))
    for clause in clauses:
        if clause.negated:
            continue
        parties = [m for s in ("subject", "object") for a in arguments(clause, s) for m in heads(a, mentions)]
        if not keys & set(keys_of(parties)):
            continue
        slots = (*_SLOTS, "object") if clause.lemma in ("visit", "tour", "reach", "see") else _SLOTS
        for slot in slots:
            for argument in arguments(clause, slot):
                inside = [m for m in mentions if argument.span.contains(m.span) and _is_stop(m, claim)]
                yield from inside


def _is_stop(mention: Mention, claim: Claim) -> bool:
    place = place_of(mention)
    if place is None or place.country != claim.country or place.precision not in _NARROW:
        return False
    return mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY)
