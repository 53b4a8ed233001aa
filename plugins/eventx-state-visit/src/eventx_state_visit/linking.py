"""Claims with one side missing, and what later sentences add to a visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from eventx import Analysis, Dropped, Mention, MentionKind
from eventx_state_visit.claims import EVENT_TYPE, Claim
from eventx_state_visit.destinations import place_of
from eventx_state_visit.slots import arguments, heads, is_person

_REACH = 6  # sentences back in which "the visit" finds its antecedent
_SPEAKS = frozenset({"meet", "receive", "greet", "welcome", "host", "call", "hold", "talk", "confer", "dine", "see", "sign"})


def linked(claims: Sequence[Claim]) -> tuple[list[Claim], list[Dropped]]:
    """Whole claims, with those that lack a side completed from an earlier one or dropped."""
    whole: list[Claim] = []
    dropped: list[Dropped] = []
    for claim in claims:
        if claim.visitors and claim.country:
            whole.append(claim)
            continue
        completed = _completed(claim, whole)
        if completed is not None:
            whole.append(completed)
        else:
            missing = "a country as its destination" if claim.visitors else "an official visitor"
            dropped.append(
                Dropped(event_type=EVENT_TYPE, sentence=claim.sentence, trigger=claim.trigger,
                        reason=f"does not name {missing}, and no visit before it does", frame=claim.rule)
            )
    return whole, dropped


def _completed(claim: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """The claim with its missing side from the last earlier claim that fits."""
    if claim.rule not in ("visit", "arrival", "host"):
        return None
    for known in reversed(earlier):
        if claim.sentence - known.sentence > _REACH:
            break
        if claim.visitors and not _share(claim.visitors, known.visitors):
            continue
        if claim.country and claim.country != known.country:
            continue
        return evolve(
            claim,
            visitors=claim.visitors or known.visitors,
            country=known.country,
            places=claim.places or known.places[:1],
            status=known.status if claim.status.value == "occurred" else claim.status,
            anaphoric=True,
            confidence=min(claim.confidence, known.confidence) - 0.1,
        )
    return None


def _share(one: Iterable[Mention], other: Iterable[Mention]) -> bool:
    keys = {m.actor.key for m in one if m.actor}
    return any(m.actor and m.actor.key in keys for m in other)


def enriched(claims: Sequence[Claim], analysis: Analysis) -> list[Claim]:
    """The claims with the hosts and places that the sentences around them name."""
    return [_enriched(claim, analysis) for claim in claims]


def _enriched(claim: Claim, analysis: Analysis) -> Claim:
    last = min(len(analysis.sentences), claim.sentence + 3)
    hosts, places = list(claim.hosts), list(claim.places)
    known = {m.actor.key for m in hosts if m.actor}
    for index in range(claim.sentence, last):
        for mention in _met(claim, analysis, index):
            if mention.actor and mention.actor.key not in known:
                known.add(mention.actor.key)
                hosts.append(mention)
    return evolve(claim, hosts=tuple(hosts), places=tuple(places))


def _met(claim: Claim, analysis: Analysis, sentence: int) -> list[Mention]:
    """Persons of the destination whom the visitors meet in the sentence."""
    mentions = analysis.mentions(sentence)
    found: list[Mention] = []
    for clause in analysis.clauses(sentence):
        if clause.lemma.split()[0] not in _SPEAKS and clause.lemma not in ("talks", "meeting", "talk"):
            continue
        parties = [
            m
            for slot in ("subject", "object", "with", "by", "between", "on")
            for argument in arguments(clause, slot)
            for m in heads(argument, mentions)
        ]
        if not _share(parties, claim.visitors):
            continue
        found.extend(m for m in parties if is_person(m) and m.actor and m.actor.country == claim.country)
    return found


def cities(claim: Claim, mentions: Iterable[Mention]) -> list[Mention]:
    """The place mentions that lie in the claim's destination."""
    found = []
    for mention in mentions:
        place = place_of(mention)
        if place and place.country == claim.country and mention.kind is not MentionKind.DEMONYM:
            found.append(mention)
    return found
