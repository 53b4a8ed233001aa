"""Meetings inside a visit: whom the visitors meet there, and on which days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from eventx import Analysis, Clause, DateRange, Mention, Role, Span, Status
from eventx.resolve import place_of
from eventx_state_visit.claims import AHEAD, HAPPENED, Claim
from eventx_state_visit.clause.scene import is_remote
from eventx_state_visit.clause.slots import WITH, arguments, behind, heads
from eventx_state_visit.dates.timing import timing
from eventx_state_visit.destinations.places import NARROW, destinations_in
from eventx_state_visit.destinations.sites import sited, sites_of
from eventx_state_visit.lexicon import VisitLexicon, words_of
from eventx_state_visit.parties import PERSONS, is_person, keys_of
from eventx_state_visit.status.predicates import Reading, of_verb

_OF_PERSONS: Final = words_of("meeting_persons")
_ADDRESSING: Final = words_of("addressing")
_NEAR_BY: Final = 2  # sentences from a visit within which a person of a third country may be met
_SIDES: Final = ("subject", "object", "with", "by", "between", "on", "to", "from", "alongside", "including")
_FAR: Final = 150  # sentences around a meeting whose claims are looked at: more than most articles have
BEFORE, AFTER = 30, 4  # sentences before and after a meeting in which its visit is looked for


@frozen(kw_only=True, slots=True)
class Encounter:
    """A clause in which persons meet."""

    sentence: int
    trigger: Span
    parties: tuple[Mention, ...]
    reading: Reading
    dates: DateRange | None = None
    spans: tuple[Span, ...] = ()
    places: tuple[Mention, ...] = ()  # where "in" and "at" say that they meet

    sites: tuple[Mention, ...] = ()  # sites known by their form, of no stated country

    @property
    def seats(self) -> set[str]:
        """The countries of the places."""
        return {p.country for p in map(place_of, self.places) if p is not None and p.country}

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all parties."""
        return frozenset(keys_of(self.parties))


def encounters_in(analysis: Analysis, sentence: int, lexicon: VisitLexicon) -> Iterator[Encounter]:
    """The meetings that a sentence tells of, in text order."""
    mentions = analysis.mentions(sentence)
    clauses = analysis.clauses(sentence)
    if is_remote(analysis, sentence, lexicon.remote):
        return
    for clause in clauses:
        beside = clause.form == "verb" and (
            clause.lemma in lexicon.beside or clause.complement("alongside") is not None
        )
        given = _is_given(clause, lexicon)
        around = _met_around(clause, mentions, analysis.text)
        if not (beside or given or around) and clause.lemma not in lexicon.encounters:
            continue
        parties = list(_beside(clause, mentions) if beside else _parties(clause, clauses, mentions))
        parties += around
        if given:
            parties += [m for a in arguments(clause, "for") for m in heads(a, mentions) if m.actor or m.members]
        if not any(is_person(m) for m in parties):
            continue
        reading = of_verb(_tensed(clause, clauses), "", lexicon)
        if clause.lemma in _OF_PERSONS and not (beside or around) and not _has_person(clause, mentions):
            continue  # "received a positive response"
        if reading is None or clause.negated or reading.status not in HAPPENED | AHEAD:
            continue
        when = timing(clause, clauses, analysis, lexicon, arrival=True)
        yield Encounter(
            sentence=sentence,
            trigger=clause.predicate,
            parties=tuple(dict.fromkeys(parties)),
            reading=reading,
            dates=when.dates,
            spans=when.spans,
            places=tuple(_seats(clause, analysis)),
            sites=tuple(sites_of(clause, analysis, lexicon)),
        )


def _met_around(clause: Clause, mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The king, in "said after meeting King Harald": a participle that the clause layer has as a noun."""
    met = [c for c in clause.complements if c.preposition in ("after", "before") and c.lemma != "meeting"]
    spans = [c.span for c in met if c.span.of(text).startswith("meeting ")]
    return [
        m for m in mentions if any(0 < m.span.start - s.start <= len("meeting with ") for s in spans) and is_person(m)
    ]


def _is_given(clause: Clause, lexicon: VisitLexicon) -> bool:
    """ "gave a dinner for the visitors": the object of the verb is the meeting."""
    told = clause.object
    return clause.lemma in _GIVES and told is not None and told.lemma in lexicon.encounters


_GIVES: Final = words_of("giving_receptions")


def _seats(clause: Clause, analysis: Analysis) -> Iterator[Mention]:
    """The places that the clause itself names; not those of the clause before "where"."""
    mentions = analysis.mentions(clause.sentence)
    for slot in ("in", "at"):
        for argument in arguments(clause, slot):
            if not argument.via:
                yield from (
                    m
                    for destination in destinations_in(argument, mentions, analysis.text, deep=True)
                    for m in destination.mentions
                )


def _has_person(clause: Clause, mentions: Sequence[Mention]) -> bool:
    """True when the verb's object is somebody, or it has none; who only "told" something may be anywhere."""
    objects = list(arguments(clause, "object"))
    if not objects and clause.lemma in _ADDRESSING:  # "told the minister that"
        end = clause.predicate.end
        return any(is_person(m) and 0 < m.span.start - end <= len(" the ") for m in mentions)
    return not objects or any(is_person(m) for a in objects for m in heads(a, mentions))


def _tensed(clause: Clause, clauses: Sequence[Clause]) -> Clause:
    """The clause that carries the tense: a noun's or an infinitive's governor."""
    governed = clause.governor is not None and clause.relation in ("object", "subject", "complement", "purpose")
    if governed and (clause.form == "noun" or not clause.tense) and clause.modality.value == "asserted":
        return clauses[clause.governor]  # type: ignore[index]
    return clause


def _parties(clause: Clause, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Whoever takes part: in the clause's own slots, and for a noun also in those of its verb."""
    for slot in _SIDES:
        for argument in arguments(clause, slot):
            yield from (m for m in heads(argument, mentions) if m.actor or m.members)
    stretch = behind(clause, clauses)
    yield from (m for m in mentions if is_person(m) and stretch.contains(m.head))
    if clause.form == "noun" and clause.governor is not None and clause.relation in ("object", "complement"):
        for slot in ("subject", "with"):
            for argument in arguments(clauses[clause.governor], slot):
                yield from (m for m in heads(argument, mentions) if m.actor or m.members)


def _beside(clause: Clause, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Who does something together with somebody: nobody where "with" names no person."""
    others = [m for slot in WITH for a in arguments(clause, slot) for m in heads(a, mentions) if is_person(m)]
    if others:
        yield from (m for a in arguments(clause, "subject") for m in heads(a, mentions) if m.actor or m.members)
        yield from others


def hosted(claims: Sequence[Claim], encounters: Sequence[Encounter]) -> list[Claim]:
    """The claims with the hosts whom the meetings name, and one claim more for each meeting that is dated."""
    result = list(claims)
    told: dict[int, list[int]] = {}  # sentence -> indexes of its claims
    for at, claim in enumerate(claims):
        told.setdefault(claim.sentence, []).append(at)
    for encounter in encounters:
        around = range(encounter.sentence - _FAR, encounter.sentence + _FAR + 1)
        for home in _visits_of(encounter, {i: result[i] for s in around for i in told.get(s, ())}):
            result[home] = claim = _met(result[home], encounter)
            alive = claim.status in HAPPENED | AHEAD
            if alive and encounter.dates is not None and encounter.dates.start and encounter.sentence != claim.sentence:
                told.setdefault(encounter.sentence, []).append(len(result))
                result.append(_inside(claim, encounter))
    return result


def _of(mention: Mention, country: str) -> bool:
    """True for a group of the country: a host who meets "Lithuanian teachers" meets no visitors."""
    actor = mention.actor
    return actor is not None and actor.country == country and actor.role is not Role.DELEGATION


def _met(claim: Claim, encounter: Encounter) -> Claim:
    """The claim with those whom the visitors meet as its hosts."""
    known = set(keys_of((*claim.hosts, *claim.visitors)))
    close = abs(encounter.sentence - claim.sentence) <= _NEAR_BY
    met = [
        m
        for m in encounter.parties
        if not set(keys_of([m])) & known and (_receives(m, claim) or (close and _third(m, claim)))
    ]
    if claim.keys & encounter.keys:
        met += [m for m in encounter.parties if _of_no_country(m) and m not in met and not set(keys_of([m])) & known]
    return evolve(claim, hosts=(*claim.hosts, *met), places=(*claim.places, *_new_places(claim, encounter)))


def _of_no_country(mention: Mention) -> bool:
    """True for an officeholder whom the visitor meets, of a country that the text leaves out: of the one visited."""
    actor = mention.actor
    named = mention.kind in PERSONS and actor is not None and actor.name is not None
    return named and actor is not None and actor.country is None and actor.role not in (None, Role.OTHER)


def _new_places(claim: Claim, encounter: Encounter) -> Iterator[Mention]:
    """Where in the country the visitors meet, as far as the claim does not know it yet."""
    known = {p.name for p in map(place_of, claim.places) if p is not None}
    sites = (sited(m, claim.country) for m in encounter.sites)
    for mention in dict.fromkeys((*encounter.places, *sites)):
        place = place_of(mention)
        narrow = place is not None and place.country == claim.country and place.precision in NARROW
        if narrow and place is not None and place.name not in known:
            yield mention


def _receives(mention: Mention, claim: Claim) -> bool:
    """True for a person of the destination."""
    entities = mention.members or (mention.actor,)
    return is_person(mention) and all(e is not None and e.country == claim.country for e in entities)


def _third(mention: Mention, claim: Claim) -> bool:
    """True for a named officeholder of a third country or an organisation, met on the way."""
    entity = mention.actor
    homes = {claim.origin, None}
    return is_person(mention) and entity is not None and entity.name is not None and entity.country not in homes


def _inside(claim: Claim, encounter: Encounter) -> Claim:
    """The meeting as one more claim of its visit: it gives a day inside the stay."""
    return evolve(
        claim,
        sentence=encounter.sentence,
        trigger=encounter.trigger,
        places=claim.places[:1],
        dates=encounter.dates,
        date_spans=encounter.spans,
        within=True,
        cue=None,
        level_span=None,
        over=False,
        confidence=claim.confidence - 0.1,
        rule="encounter",
    )


def _visits_of(encounter: Encounter, claims: Mapping[int, Claim]) -> list[int]:
    """The indexes of the claims whose visits the meeting belongs to: of the same sentence, else the nearest.

    One for each country of visitors: "They will call on the prime minister" may speak of two visits.
    """
    claims = _told_with(encounter, claims) or claims
    best: dict[str | None, tuple[int, int]] = {}
    visitors, hosts = encounter.keys, [m for m in encounter.parties if is_person(m)]
    told = [c.dates for c in claims.values() if c.dates and visitors & c.keys and any(_receives(m, c) for m in hosts)]
    if encounter.dates is not None and told and not any(_near(encounter.dates, dates) for dates in told):
        return []
    sole = len({(c.country, next(keys_of(c.visitors), "")) for c in claims.values()}) == 1
    for at, claim in sorted(claims.items()):
        distance = encounter.sentence - claim.sentence
        if not -AFTER <= distance <= BEFORE or claim.rule == "encounter" or not _fits(encounter, claim, sole=sole):
            continue
        rank = distance if distance >= 0 else BEFORE - distance
        if claim.origin not in best or rank < best[claim.origin][0]:
            best[claim.origin] = (rank, at)
    present = [found for found in best.values() if visitors & claims[found[1]].keys]
    chosen = present or ([min(best.values())] if best else [])
    return sorted(at for _, at in chosen)


def _told_with(encounter: Encounter, claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """The visits of its own sentence: "travelled to Oslo for a summit, at which he invited the president to Bern".

    None of them where neither receives whoever takes part, unless all who do are visitors of a third country.
    """
    here = {
        at: claim
        for at, claim in claims.items()
        if claim.sentence == encounter.sentence and claim.rule != "encounter" and encounter.keys & claim.keys
    }
    received = {at: c for at, c in here.items() if any(_receives(m, c) for m in encounter.parties)}
    abroad = set(keys_of([m for m in encounter.parties if is_person(m)])) <= {
        key for c in here.values() for key in c.keys
    }
    return received or (here if abroad else {})


def _fits(encounter: Encounter, claim: Claim, *, sole: bool) -> bool:
    """True when the visitors take part, or only hosts are named; and neither time nor mood contradicts.

    Where the visit is the ``sole`` one of the article, hosts may meet its visitors far from where it is told.
    """
    visitors = claim.keys
    hosts = any(_receives(m, claim) for m in encounter.parties)
    if encounter.seats and claim.country not in encounter.seats:
        return False
    if not hosts and not (encounter.seats and visitors & encounter.keys):
        return False  # on the way somebody of a third country may be met, where the place is told
    if not visitors & encounter.keys:
        others = [m for m in encounter.parties if not _receives(m, claim) and (is_person(m) or _of(m, claim.country))]
        if others or not (sole or 0 <= encounter.sentence - claim.sentence <= 1):
            return False
    mood = encounter.reading.status
    if mood in HAPPENED and claim.status in AHEAD and not encounter.reading.live:
        return False
    if mood in AHEAD and claim.status is Status.OCCURRED:
        return False
    return _near(encounter.dates, claim.dates)


def _near(one: DateRange | None, other: DateRange | None) -> bool:
    """False when the two lie more than two weeks apart."""
    if one is None or other is None:
        return True
    first, second = one.start or one.end, other.start or other.end
    last, latest = one.end or first, other.end or second
    if first is None or second is None or last is None or latest is None:
        return True
    return (first - latest).days <= 14 and (second - last).days <= 14
