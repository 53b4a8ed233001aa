"""Gatherings of several states: what an article says of where and when one takes place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from eventx import (
    Analysis,
    Argument,
    Clause,
    DateRange,
    Mention,
    MentionKind,
    PlacePrecision,
    Precision,
    Span,
    Status,
    TimeExpression,
    Tokens,
)
from eventx.resolve import date_range, times_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations import Destination, by_description, destinations, grouped, home_of, place_of
from eventx_state_visit.lexicon import VisitLexicon
from eventx_state_visit.slots import arguments, heads, is_person

_ATTENDING = ("attend", "take-part", "speak")
_CONVENING = frozenset({"host", "preside", "preside over", "hold", "convene", "organise", "organize", "chair", "stage"})
_SITS = frozenset({"hold", "take place", "be", "open", "begin", "start", "convene", "schedule", "host", "run", "last"})


@frozen(kw_only=True, slots=True)
class Gathering:
    """One mention of a gathering, with its seat and dates as far as the sentence gives them."""

    sentence: int
    head: Span
    lemma: str
    words: frozenset[str] = frozenset()
    seat: Destination | None = None
    hosts: tuple[Mention, ...] = ()
    dates: DateRange | None = None
    spans: tuple[Span, ...] = ()

    def may_be(self, other: Gathering) -> bool:
        """True when two mentions can be of one gathering: the same noun, and no names that differ."""
        if self.lemma != other.lemma:
            return False
        return not (self.words and other.words) or bool(self.words & other.words)


def gatherings_in(analysis: Analysis, sentence: int, lexicon: VisitLexicon) -> Iterator[Gathering]:
    """The gatherings that a sentence names, in text order."""
    tokens = analysis.tokens(sentence)
    clauses = analysis.clauses(sentence)
    for at, lemma in enumerate(tokens.lemmas):
        name = lemma if lemma in lexicon.gatherings else tokens.lowers[at]
        if name not in lexicon.gatherings or tokens.tags[at] not in ("NOUN", "PROPN"):
            continue
        head = tokens.span(at, at)
        clause = next((c for c in clauses if c.form == "noun" and c.head.overlaps(head)), None)
        yield _gathering(analysis, sentence, at, name, clause, clauses)


def _gathering(
    analysis: Analysis, sentence: int, at: int, name: str, clause: Clause | None, clauses: Sequence[Clause]
) -> Gathering:
    tokens = analysis.tokens(sentence)
    mentions = analysis.mentions(sentence)
    left = _left_edge(tokens, at)
    before = Span(tokens.starts[left], tokens.ends[at])
    named = [m for m in mentions if before.contains(m.span) and _is_city(m)]  # "Yemen talks" are about the country
    seats: list[Destination] = []
    dates: DateRange | None = None
    spans: tuple[Span, ...] = ()
    if clause is not None:
        seats = _seats(clause, clauses, analysis)
        chosen = _times(clause, clauses, analysis)
        dates = _lasting(date_range(chosen), before, analysis, sentence)
        spans = tuple(t.span for t in chosen) if dates else ()
    else:
        seats = _following(analysis, sentence, at)
    seats = seats or grouped(named)
    return Gathering(
        sentence=sentence,
        head=tokens.span(at, at),
        lemma=name,
        words=frozenset(w for w, t in zip(tokens.lowers[left:at], tokens.tags[left:at], strict=True) if t == "PROPN"),
        seat=seats[0] if len(seats) == 1 else None,
        hosts=tuple(_conveners(clause, clauses, mentions)) if clause is not None else (),
        dates=dates,
        spans=spans,
    )


def _lasting(dates: DateRange | None, phrase: Span, analysis: Analysis, sentence: int) -> DateRange | None:
    """The days of "a two-day summit" that begins on the only day told."""
    lengths = [t.days for t in analysis.times(sentence) if phrase.contains(t.span) and t.days and t.start is None]
    if dates is None or dates.start is None or dates.precision is not Precision.DAY or not lengths:
        return dates
    if dates.end not in (None, dates.start) or not 1 < lengths[0] <= _LONGEST:
        return dates
    return evolve(dates, end=dates.start + timedelta(days=lengths[0] - 1))


_LONGEST = 14  # days of a gathering


def _seats(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> list[Destination]:
    """Where the noun's own phrase, the dateline, or the verb above it places the gathering."""
    mentions, text = analysis.mentions(clause.sentence), analysis.text
    held = [a for slot in ("in", "at") for a in arguments(clause, slot)]
    seats = [d for a in held for d in destinations(a, mentions, text)] or _here(clause, analysis)
    return seats or list(_by_verb(clause, clauses, analysis)) or list(_by_journey(clause, clauses, analysis))


def _here(clause: Clause, analysis: Analysis) -> list[Destination]:
    """ "at the close of a summit in this Red Sea resort", "the summit here": the place of the dateline."""
    told = analysis.text[clause.head.end : clause.head.end + len(" here")] == " here"
    pointed = any(
        a.span.of(analysis.text).lower().startswith("this ") for s in ("in", "at") for a in arguments(clause, s)
    )
    return home_of(analysis) if told or pointed else []


def _times(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> list[TimeExpression]:
    """The dates of the noun, else those of the verb that says when it is held ("the summit opens on Thursday")."""
    times = analysis.times(clause.sentence)
    own = [t for t in times_of(clause, clauses, times) if t.start]
    if own:
        return own
    if clause.governor is not None and clauses[clause.governor].lemma in _SITS | _MEETS:
        return [t for t in times_of(clauses[clause.governor], clauses, times) if t.start]
    told = [c for c in clauses if c.relation == "relative" and c.lemma in _SITS and _is_of(c, clause)]
    return [t for c in told for t in times_of(c, clauses, times) if t.start]


def _is_of(relative: Clause, noun: Clause) -> bool:
    """True for "the summit, which runs from Friday until Sunday"."""
    subject = relative.subject
    return subject is not None and subject.via == "relative" and subject.span.contains(noun.head)


def _conveners(clause: Clause, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Mahathir will preside over the meeting", "a summit hosted by Macron": the persons who convene it."""
    for other in clauses:
        carries = clause.governor is not None and clauses[clause.governor] is other
        told = other.relation in ("relative", "participle") and other.governor == clauses.index(clause)
        if other.form == "verb" and other.lemma in _CONVENING - {"hold"} and (carries or told):
            yield from (m for a in arguments(other, "subject") for m in heads(a, mentions) if is_person(m) and m.actor)


def leaders_meeting(analysis: Analysis, sentence: int) -> Iterator[Gathering]:
    """ "Leaders of the bloc are to meet in Jakarta on Thursday": a gathering told by its verb."""
    clauses = analysis.clauses(sentence)
    mentions = analysis.mentions(sentence)
    for clause in clauses:
        subject = clause.subject
        if clause.form != "verb" or clause.lemma not in _MEETS or clause.object or subject is None:
            continue
        told = clause.complement("for")
        if subject.lemma not in _LEADERS or (told is not None and told.lemma in _PLENARY):
            continue  # "are to gather for a summit": the noun says it
        seats = [d for a in _places(clause) for d in destinations(a, mentions, analysis.text)]
        seats = seats or [d for a in _places(clause) for d in by_description(a, analysis, sentence, None)]
        chosen = [t for t in times_of(clause, clauses, analysis.times(sentence)) if t.start]
        dates = date_range(chosen)
        if len(seats) == 1:
            yield Gathering(
                sentence=sentence,
                head=clause.head,
                lemma="summit",
                seat=seats[0],
                dates=dates,
                spans=tuple(t.span for t in chosen) if dates else (),
            )


_MEETS = frozenset({"meet", "gather", "convene", "assemble"})
_LEADERS = frozenset({"leader", "president", "minister", "head", "chief", "official", "monarch", "envoy", "delegate"})


def _places(clause: Clause) -> Iterator[Argument]:
    """The complements that say where."""
    return (a for slot in ("in", "at") for a in arguments(clause, slot))


def _left_edge(tokens: Tokens, at: int) -> int:
    """The first token of the noun's own modifiers."""
    index = at
    while index > 0 and at - index < 8 and tokens.tags[index - 1] in ("PROPN", "NOUN", "ADJ", "NUM"):
        index -= 1
    return index


def _following(analysis: Analysis, sentence: int, at: int) -> list[Destination]:
    """ "the Winter Olympics in Pyeongchang": the place right behind a name that is no predicate."""
    tokens = analysis.tokens(sentence)
    if at + 2 >= len(tokens) or tokens.lowers[at + 1] not in ("in", "at"):
        return []
    start = tokens.starts[at + 2]
    return grouped(m for m in analysis.mentions(sentence) if m.place and 0 <= m.span.start - start <= 4)


def _by_verb(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> Iterator[Destination]:
    """ "the summit will be held in Doha", "Qatar will host the summit"."""
    if clause.governor is None:
        return
    verb = clauses[clause.governor]
    mentions = analysis.mentions(clause.sentence)
    if clause.relation == "subject" or (verb.voice == "passive" and clause.relation == "object"):
        if verb.lemma in _SITS:
            yield from (
                d for s in ("in", "at") for a in arguments(verb, s) for d in destinations(a, mentions, analysis.text)
            )
    elif verb.lemma in _MEETS:  # "are to gather in the Iranian capital for a summit"
        for place in _places(verb):
            yield from destinations(place, mentions, analysis.text) or by_description(
                place, analysis, clause.sentence, None
            )
    elif verb.lemma in _CONVENING:
        yield from (d for a in arguments(verb, "in") for d in destinations(a, mentions, analysis.text))
        for argument in arguments(verb, "subject"):
            for mention in heads(argument, mentions):
                if mention.actor and mention.actor.country and verb.lemma != "hold":
                    places = (mention,) if mention.kind is MentionKind.COUNTRY else ()
                    yield Destination(mention.actor.country, places)


def _by_journey(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> Iterator[Destination]:
    """ "arrived in Bali to attend the summit": where somebody goes for it."""
    verb = clauses[clause.governor] if clause.governor is not None else None
    if verb is None or verb.relation not in ("purpose", "complement") or verb.governor is None:
        return
    journey, mentions = clauses[verb.governor], analysis.mentions(clause.sentence)
    if verb.lemma in _JOINING and journey.lemma in _GOING:
        held = [a for slot in ("in", "to", "on", "at", "for") for a in arguments(journey, slot)]
        for argument in held:
            yield from destinations(argument, mentions, analysis.text) or by_description(
                argument, analysis, clause.sentence, None
            )


_JOINING = frozenset({"attend", "join", "address", "take part", "participate", "chair", "co-chair"})
_GOING = frozenset({"arrive", "fly", "travel", "go", "head", "land", "come", "leave", "be"})


def _is_city(mention: Mention) -> bool:
    """True for a name of a city or site, such as a capital that stands for its country."""
    place = place_of(mention)
    named = mention.kind in (MentionKind.COUNTRY, MentionKind.PLACE)
    return named and place is not None and place.precision in (PlacePrecision.CITY, PlacePrecision.SITE)


def only_gathering(gatherings: Sequence[Gathering], summits: frozenset[str]) -> Gathering | None:
    """The summit that the article is about: where all that it names take place in one country, with its days."""
    seated_ones = [g for g in gatherings if g.seat is not None and g.lemma in summits]
    if len({g.seat.country for g in seated_ones if g.seat is not None}) != 1:
        return None
    dated = next((g for g in seated_ones if g.dates is not None), None)
    first = seated_ones[0]
    return first if dated is None else evolve(first, dates=dated.dates, spans=dated.spans)


def seated(claims: Sequence[Claim], gatherings: Sequence[Gathering], occasion: Gathering | None = None) -> list[Claim]:
    """Those who "will attend" go where the gathering takes place, on its days, as far as the article tells.

    So do those whom "Kuwait will send", where the article is about one gathering, the ``occasion``.
    """
    sent = [occasion is not None and c.rule == "send" and not c.country for c in claims]
    return [
        _seated(claim, gatherings) if goes or _attends(claim, gatherings) else claim
        for claim, goes in zip(claims, sent, strict=True)
    ]


_PLENARY = frozenset({"summit", "conference", "forum", "assembly", "congress", "inauguration", "funeral", "coronation"})


def _attends(claim: Claim, gatherings: Sequence[Gathering]) -> bool:
    """True for a claim that a gathering can place: by its rule, or since its sentence names one."""
    if claim.rule in _ATTENDING:
        return True
    here = any(g.sentence == claim.sentence for g in gatherings)
    bound = (
        claim.gathering is not None and claim.dates is None and bool(claim.country)
    )  # "his trip to Hiroshima for the G7 summit"
    return here and (bound or (not claim.country and claim.rule in ("lead", "talks")))


def _seated(claim: Claim, gatherings: Sequence[Gathering]) -> Claim:
    own = [g for g in gatherings if g.sentence == claim.sentence and g.head.end >= claim.trigger.end]
    named = own[0] if own else None
    if named is None and claim.rule == "speak" and not claim.country:
        return claim  # "He was speaking yesterday": at no gathering that the sentence tells of
    if named is not None:
        if claim.rule == "talks" and named.seat is None:
            return claim
        same = [named, *(g for g in gatherings if g is not named and g.may_be(named))]
        if not named.words and not any(g.seat for g in same):  # "also took part in the meeting": the summit told before
            seated_ones = [g for g in gatherings if g.seat is not None]
            same += seated_ones if len({g.seat.country for g in seated_ones if g.seat}) == 1 else []
    else:
        before = [g for g in gatherings if g.sentence <= claim.sentence]
        same = [*reversed(before), *(g for g in gatherings if g.sentence > claim.sentence)]
        same.sort(key=lambda g: g.lemma not in _PLENARY)  # rather the summit than talks told in between
    home = {m.actor.country for m in claim.visitors if m.actor}
    seats = [g.seat for g in same if g.seat and g.seat.country not in home]
    seat = next((s for s in seats if s.country == seats[0].country and s.has_city), seats[0] if seats else None)
    if not claim.country and seat is not None and not any(g.seat and g.seat.country in home for g in same):
        claim = evolve(
            claim,
            country=seat.country,
            places=seat.mentions,
            confidence=claim.confidence - (0.1 if named else 0.2),
            level="summit" if claim.level == "unspecified" else claim.level,
        )
    here = [g for g in same if g is named or g.seat is None or g.seat.country == claim.country]
    return _received(_on_its_days(claim, here), here)


def of_occasion(claims: Sequence[Claim], occasion: Gathering | None) -> list[Claim]:
    """The claims of those who come to the gathering that the article is about, with its city, its hosts and its days.

    Only where nothing says that they come at another time; only what is called off has its days from it.
    """
    return [_of_occasion(claim, occasion) if occasion is not None else claim for claim in claims]


def _of_occasion(claim: Claim, occasion: Gathering) -> Claim:
    seat = occasion.seat
    if seat is None or claim.country != seat.country or not _at_its_time(claim, occasion):
        return claim
    cities = {p.name for m in claim.places if (p := place_of(m)) and p.precision in _NARROW}
    if not cities:
        claim = evolve(claim, places=(*claim.places, *(m for m in seat.mentions if m not in claim.places)))
    if claim.dates is None and claim.status in _CALLED_OFF and occasion.dates is not None:
        claim = evolve(claim, dates=occasion.dates, date_spans=occasion.spans)
    return _received(claim, [occasion])


def _at_its_time(claim: Claim, occasion: Gathering) -> bool:
    """True unless the claim's own day lies away from those of the gathering, or it is over and undated."""
    own, its = claim.dates, occasion.dates
    if own is None or its is None or own.start is None or its.start is None:
        return claim.status is not Status.OCCURRED
    return -_AROUND <= (own.start - its.start).days <= _AROUND


_AROUND = 4  # days
_CALLED_OFF = (Status.CANCELLED, Status.POSTPONED, Status.DENIED)
_NARROW = (PlacePrecision.CITY, PlacePrecision.SITE)


def _on_its_days(claim: Claim, gatherings: Sequence[Gathering]) -> Claim:
    """A claim without dates takes those of its gathering."""
    when = next((g for g in gatherings if g.dates), None)
    if not claim.country or when is None or when.dates is None:
        return claim
    coarse = claim.dates is not None and claim.dates.precision is not Precision.DAY
    finer = coarse and when.dates.precision is Precision.DAY and when.dates.start is not None
    if claim.dates is not None and not (finer and claim.dates.contains(when.dates.start or date.min)):
        return claim
    return during(claim, when)


def during(claim: Claim, gathering: Gathering) -> Claim:
    """The claim on the days of a gathering; of one of a single day nobody says that they leave on that day."""
    dates = gathering.dates
    if dates is not None and dates.days == 1:
        dates = evolve(dates, end=None)
    return evolve(claim, dates=dates, date_spans=gathering.spans, within=dates is not None and dates.end is None)


def _received(claim: Claim, gatherings: Sequence[Gathering]) -> Claim:
    """Those who convene the gathering in their own country are the hosts of everyone who attends."""
    hosts = [m for g in gatherings for m in g.hosts if m.actor and m.actor.country == claim.country]
    new = [m for m in hosts if m not in claim.hosts]
    return evolve(claim, hosts=(*claim.hosts, *new[:1])) if new else claim
