"""Gatherings of several states: what an article says of where and when one takes place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from eventx import (
    Analysis,
    Argument,
    Clause,
    DateRange,
    Mention,
    MentionKind,
    Precision,
    Span,
    TimeExpression,
    Tokens,
)
from eventx.resolve import date_range, place_of, times_of
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.dates.lengths import moved
from eventx_state_visit.destinations.descriptions import by_description
from eventx_state_visit.destinations.places import (
    NAMES,
    TOWNS,
    Destination,
    destinations_in,
    grouped,
    home_of,
    in_slots,
)
from eventx_state_visit.lexicon import VisitLexicon, words_of
from eventx_state_visit.parties import is_person

PLENARY: Final = words_of("plenary")
_CONVENING: Final = words_of("convening")
_SITS: Final = words_of("sitting")


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
        seats = _following(analysis, sentence, at) or list(_gone_to(tokens.span(at, at), clauses, analysis))
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
    return evolve(dates, end=moved(dates.start, lengths[0] - 1))


_LONGEST: Final = 14  # days of a gathering


def _seats(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> list[Destination]:
    """Where the noun's own phrase, the dateline, or the verb above it places the gathering."""
    seats = in_slots(clause, analysis, "in", "at") or _here(clause, analysis)
    for way in (_by_relative, _by_verb, _by_journey):
        seats = seats or list(way(clause, clauses, analysis))
    return seats


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
    told = [c for c in clauses if c.relation == "relative" and c.lemma in _SITS and _is_of(c, clause)]
    told += [c for c in clauses if c.lemma in _SITS and _is_due(c, clause)]
    found = [t for c in told for t in times_of(c, clauses, times) if t.start]
    if not found and clause.governor is not None and clauses[clause.governor].lemma in _SITS | _MEETS:
        return [t for t in times_of(clauses[clause.governor], clauses, times) if t.start]
    return found


def _is_of(relative: Clause, noun: Clause) -> bool:
    """True for "the summit, which runs from Friday until Sunday"."""
    subject = relative.subject
    return subject is not None and subject.via == "relative" and subject.span.contains(noun.head)


def _is_due(verb: Clause, noun: Clause) -> bool:
    """ "the summit, to be held in Lima on 4 May": a passive without a subject right behind the noun."""
    bare = verb.form == "verb" and not verb.tense and verb.voice == "passive" and verb.subject is None
    return bare and 0 < verb.predicate.start - noun.head.end <= len(", ")


def _by_relative(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> Iterator[Destination]:
    """ "the summit, which is being held in Port Moresby"."""
    for other in clauses:
        told = other.relation in ("relative", "participle") and _is_of(other, clause)
        if other.lemma in _SITS and (told or _is_due(other, clause)):
            yield from in_slots(other, analysis, "in", "at")


def _conveners(clause: Clause, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Mahathir will preside over the meeting": the persons who convene it."""
    verb = clauses[clause.governor] if clause.governor is not None else None
    if verb is not None and verb.form == "verb" and verb.lemma in _CONVENING - {"hold"}:
        yield from (m for a in arguments(verb, "subject") for m in heads(a, mentions) if is_person(m) and m.actor)


def leaders_meeting(analysis: Analysis, sentence: int) -> Iterator[Gathering]:
    """ "Leaders of the bloc are to meet in Jakarta on Thursday": a gathering told by its verb."""
    clauses = analysis.clauses(sentence)
    for clause in clauses:
        subject = clause.subject
        if clause.form != "verb" or clause.lemma not in _MEETS or clause.object or subject is None:
            continue
        told = clause.complement("for")
        if subject.lemma not in _LEADERS or (told is not None and told.lemma in PLENARY):
            continue  # "are to gather for a summit": the noun says it
        seats = in_slots(clause, analysis, "in", "at")
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


_MEETS: Final = words_of("gathering")
_LEADERS: Final = words_of("leaders")


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
    """ "the Winter Olympics in Pyeongchang", "the Forum in the Swiss resort of Davos": the place behind a name."""
    tokens = analysis.tokens(sentence)
    if at + 2 >= len(tokens) or tokens.lowers[at + 1] not in ("in", "at"):
        return []
    start = tokens.starts[at + 2]
    places = [m for m in analysis.mentions(sentence) if m.place and 0 <= m.span.start - start <= _RESORT]
    near = [m for m in places if m.span.start - start <= len("the ")]
    if not near and tokens.lowers[at + 2] == "the":  # a city behind what it is
        near = [m for m in places if _is_city(m) and _PLAIN.fullmatch(analysis.text, start, m.span.start)][:1]
    return grouped(near)


_RESORT: Final = 40  # characters of "the Swiss mountain resort of"
_PLAIN: Final = re.compile(r"[\w\s'’-]*")


def _gone_to(head: Span, clauses: Sequence[Clause], analysis: Analysis) -> Iterator[Destination]:
    """ "are arriving in Davos for the World Economic Forum": where somebody goes for what only a name tells."""
    for clause in clauses:
        if clause.lemma in _GOING_THERE and any(a.span.contains(head) for a in arguments(clause, "for")):
            yield from _reached(clause, analysis, *_LEADING_THERE)


def _by_verb(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> Iterator[Destination]:
    """ "the summit will be held in Doha", "Qatar will host the summit"."""
    if clause.governor is None:
        return
    verb = clauses[clause.governor]
    if clause.relation == "subject" or (verb.voice == "passive" and clause.relation == "object"):
        if verb.lemma in _SITS:
            yield from in_slots(verb, analysis, "in", "at")
    elif verb.lemma in _MEETS:  # "are to gather in the Iranian capital for a summit"
        yield from _reached(verb, analysis, "in", "at")
    elif verb.lemma in _CONVENING:
        yield from in_slots(verb, analysis, "in")
        if verb.lemma != "hold":
            yield from _homes_of_conveners(verb, analysis)


def _homes_of_conveners(verb: Clause, analysis: Analysis) -> Iterator[Destination]:
    """ "Qatar will host the summit": where those who host it are at home."""
    for argument in arguments(verb, "subject"):
        for mention in heads(argument, analysis.mentions(verb.sentence)):
            if mention.actor and mention.actor.country:
                yield Destination(mention.actor.country, (mention,) if mention.kind is MentionKind.COUNTRY else ())


def _by_journey(clause: Clause, clauses: Sequence[Clause], analysis: Analysis) -> Iterator[Destination]:
    """ "arrived in Bali to attend the summit": where somebody goes for it."""
    verb = clauses[clause.governor] if clause.governor is not None else None
    if verb is None:
        return
    journey = verb
    if verb.lemma in _JOINING and verb.relation in ("purpose", "complement") and verb.governor is not None:
        journey = clauses[verb.governor]
    elif not any(a.span.contains(clause.head) for a in arguments(verb, "for")):
        return  # "will go to Lima for the summit"
    if journey.lemma in _GOING_THERE or journey.form == "noun":
        yield from _reached(journey, analysis, *_LEADING_THERE)


_LEADING_THERE: Final = ("in", "to", "on", "at", "for")


def _reached(verb: Clause, analysis: Analysis, *slots: str) -> Iterator[Destination]:
    """Where a verb of going leads to, by a name or by what the place is."""
    mentions = analysis.mentions(verb.sentence)
    for argument in (a for slot in slots for a in arguments(verb, slot)):
        named = destinations_in(argument, mentions, analysis.text)
        yield from named or by_description(argument, analysis, verb.sentence, None)


_JOINING: Final = words_of("joining")
_GOING_THERE: Final = words_of("going_there")


def _is_city(mention: Mention) -> bool:
    """True for a name of a city or site, such as a capital that stands for its country."""
    place = place_of(mention)
    named = mention.kind in NAMES
    return named and place is not None and place.precision in TOWNS
