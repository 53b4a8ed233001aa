"""Places inside the destination that later sentences name for a visit: "In Kyoto he will tour the palace"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Clause, Mention
from eventx.resolve import place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.destinations.places import NAMES, NARROW
from eventx_state_visit.destinations.sites import sited, sites_of
from eventx_state_visit.lexicon import VisitLexicon
from eventx_state_visit.parties import keys_of

_REACH: Final = 20  # sentences behind a visit in which its stops are told
_SLOTS: Final = ("in", "at", "to", "into", "near", "outside", "from")


def with_stops(claims: Sequence[Claim], analysis: Analysis, lexicon: VisitLexicon) -> list[Claim]:
    """The claims with the cities and sites in their country that the visitors' further acts name.

    A place belongs to the last visit to its country before it whose visitors the sentence speaks of.
    """
    result = list(claims)
    told: dict[int, list[int]] = {}
    for at, claim in enumerate(claims):
        told.setdefault(claim.sentence, []).append(at)
    last = min(len(analysis.sentences) - 1, max((c.sentence for c in claims), default=-1) + _REACH)
    for sentence in range(min((c.sentence for c in claims), default=0), last + 1):
        mentions = analysis.mentions(sentence)
        present = set(keys_of(mentions))
        seen: set[str] = set()
        for home in [i for i in _before(told, sentence) if present & result[i].keys]:
            claim = result[home]
            if claim.country in seen:
                continue
            seen.add(claim.country)
            known = {p.name for m in claim.places if (p := place_of(m))}
            clauses = analysis.clauses(sentence)
            named = [*_named(claim, clauses, mentions), *_built(claim, clauses, analysis, lexicon)]
            found = [m for m in named if (p := place_of(m)) and p.name not in known]
            if found:
                result[home] = evolve(claim, places=(*claim.places, *dict.fromkeys(found)))
    return result


def _before(told: Mapping[int, Sequence[int]], sentence: int) -> Iterator[int]:
    """The indexes of the claims at or before a sentence within reach, the nearest first."""
    for at in range(sentence, sentence - _REACH - 1, -1):
        yield from told.get(at, ())


def _named(claim: Claim, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The narrow places of the destination at the heads of the visitors' clauses."""
    keys = claim.keys
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


def _built(claim: Claim, clauses: Sequence[Clause], analysis: Analysis, lexicon: VisitLexicon) -> Iterator[Mention]:
    """The sites known by their form at which the visitors' acts take place."""
    keys = claim.keys
    for clause in clauses:
        parties = [
            m for s in ("subject", "object") for a in arguments(clause, s) for m in heads(a, _of(clause, analysis))
        ]
        if not clause.negated and keys & set(keys_of(parties)) and not _elsewhere(clause, claim, analysis):
            yield from (sited(m, claim.country) for m in sites_of(clause, analysis, lexicon))


def _of(clause: Clause, analysis: Analysis) -> Sequence[Mention]:
    return analysis.mentions(clause.sentence)


def _elsewhere(clause: Clause, claim: Claim, analysis: Analysis) -> bool:
    """True where the clause names a place of another country: the site is not in the one visited."""
    named = [place_of(m) for m in _of(clause, analysis) if clause.extent.contains(m.span)]
    return any(p is not None and p.country not in (None, claim.country, claim.origin) for p in named)


def _is_stop(mention: Mention, claim: Claim) -> bool:
    place = place_of(mention)
    if place is None or place.country != claim.country or place.precision not in NARROW:
        return False
    return mention.kind in NAMES
