"""Claims with one side missing, and what later sentences add to a visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from eventx import Analysis, Dropped, Mention, MentionKind, Span, Status
from eventx_state_visit.claims import EVENT_TYPE, Claim
from eventx_state_visit.destinations import Destination, destinations, grouped, place_of
from eventx_state_visit.modifiers import before_head
from eventx_state_visit.slots import arguments, heads, is_person

_ENDING = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})
_WEAK = frozenset({"meet", "talks", "presence", "attend", "take-part"})
_REACH = 6  # sentences back in which "the visit" finds its antecedent
_SPEAKS = frozenset(
    {"meet", "receive", "greet", "welcome", "host", "call", "hold", "talk", "confer", "dine", "see", "sign"}
)


def seated(claims: Sequence[Claim], seats: Sequence[tuple[int, Destination]]) -> list[Claim]:
    """Those who "will attend" go where the gathering that the text speaks of takes place.

    ``seats`` are (sentence, destination) of the gatherings whose place the text gives.
    """
    result: list[Claim] = []
    for claim in claims:
        if claim.country or claim.rule not in ("attend", "take-part") or not claim.visitors:
            result.append(claim)
            continue
        before = [d for at, d in seats if at <= claim.sentence] or [d for _, d in seats]
        home = {m.actor.country for m in claim.visitors if m.actor}
        if before and before[-1].country not in home:
            seat = before[-1]
            claim = evolve(
                claim,
                country=seat.country,
                places=seat.mentions,
                confidence=claim.confidence - 0.15,
                level="summit" if claim.level == "unspecified" else claim.level,
            )
        result.append(claim)
    return result


def linked(claims: Sequence[Claim]) -> tuple[list[Claim], list[Dropped]]:
    """Whole claims, with those that lack a side completed from an earlier one or dropped."""
    whole: list[Claim] = []
    dropped: list[Dropped] = []
    for claim in claims:
        if claim.visitors and claim.country:
            whole.append(_inside(claim, whole))
            continue
        completed = _completed(claim, whole)
        if completed is not None:
            whole.append(completed)
        else:
            missing = "a country as its destination" if claim.visitors else "an official visitor"
            dropped.append(
                Dropped(
                    event_type=EVENT_TYPE,
                    sentence=claim.sentence,
                    trigger=claim.trigger,
                    reason=f"does not name {missing}, and no visit before it does",
                    frame=claim.rule,
                )
            )
    return whole, dropped


def _inside(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """A meeting in the country of a visit already told is an act inside that visit, and takes its status."""
    if claim.rule not in _WEAK:
        return claim
    for known in reversed(earlier):
        same = known.country == claim.country and _share(claim.visitors, known.visitors)
        if same and (claim.dates is None or known.dates is None or _near(claim, known)):
            return evolve(claim, status=known.status, within=True)
    return claim


def _near(one: Claim, other: Claim) -> bool:
    """True when the first days of two claims lie within ten days."""
    if not (one.dates and other.dates and one.dates.start and other.dates.start):
        return False
    return abs((one.dates.start - other.dates.start).days) <= 10


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
            status=claim.status if claim.cue is not None and claim.status in _ENDING else known.status,
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


def seats_of(analysis: Analysis, sentence: int, summits: frozenset[str]) -> list[tuple[int, Destination]]:
    """The places of the gatherings that a sentence names ("a summit in Doha", "the Doha summit")."""
    found: list[tuple[int, Destination]] = []
    mentions = analysis.mentions(sentence)
    for clause in analysis.clauses(sentence):
        if clause.form != "noun" or clause.lemma not in summits:
            continue
        for slot in ("in", "at"):
            for argument in arguments(clause, slot):
                found.extend((sentence, d) for d in destinations(argument, mentions))
        indexes = before_head(analysis.tokens(sentence), clause)
        if indexes:  # "the Doha summit"
            span = Span(analysis.tokens(sentence).starts[min(indexes)], clause.head.start)
            named = [
                m for m in mentions if span.contains(m.span) and m.kind in (MentionKind.COUNTRY, MentionKind.PLACE)
            ]
            found.extend((sentence, d) for d in grouped(named))
        if clause.governor is not None and clause.relation == "subject":  # "the summit will be held in Doha"
            verb = analysis.clauses(sentence)[clause.governor]
            for argument in arguments(verb, "in"):
                found.extend((sentence, d) for d in destinations(argument, mentions))
    return found
