"""Diaries of coming events: "SOFIA - Foreign Minister of Norway visits (to June 12)" under the line of a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from eventx import Analysis, DateRange, Mention, Precision, Span, Status, TimeExpression, Tokens
from eventx.resolve import place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations.places import grouped
from eventx_state_visit.lexicon import VisitLexicon
from eventx_state_visit.parties import by_country, country_of, is_person, may_travel

_ENTRY: Final = re.compile(r"(?:[*#•]+\s*)?(?P<place>[A-Z][A-Z.'’]+(?:[ /-][A-Z][A-Z.'’]+){0,3})\s+(?:-|–|—|--)\s+")
_UNTIL: Final = ("until", "to", "through", "till")
_AWAITED: Final = ("expect", "due")
_FEWEST: Final = 2  # entries that make an article a diary
_DAY_LINE: Final = 60  # characters of a line that names nothing but a day


@frozen(slots=True)
class Entry:
    """One line of a diary: its sentence, its place, and the day whose line stands above it."""

    sentence: int
    place: Span
    day: TimeExpression | None


def entries_of(analysis: Analysis) -> list[Entry]:
    """The entries of a diary; empty for an article that is none."""
    found: list[Entry] = []
    day: TimeExpression | None = None
    text = analysis.text
    if len(_ENTRY.findall(text)) < _FEWEST:
        return []
    for sentence in analysis.sentences:
        match = _ENTRY.match(text, sentence.span.start, sentence.span.end)
        if match:
            found.append(Entry(sentence.index, Span(*match.span("place")), day))
        elif len(sentence.span) <= _DAY_LINE:
            day = _day_of(analysis, sentence.index, len(sentence.span)) or day
    return found if len(found) >= _FEWEST else []


def _day_of(analysis: Analysis, sentence: int, length: int) -> TimeExpression | None:
    """The day that a line names and nothing else."""
    times = [t for t in analysis.times(sentence) if t.start and t.precision is Precision.DAY]
    covered = sum(len(t.span) for t in times)
    return times[-1] if times and covered * 2 >= length else None


def read_entry(entry: Entry, analysis: Analysis, lexicon: VisitLexicon) -> Iterator[Claim]:
    """The visits of an entry: foreigners who represent a state, come to its place."""
    mentions = analysis.mentions(entry.sentence)
    tokens = analysis.tokens(entry.sentence)
    trigger = _trigger(analysis, entry, lexicon)
    destinations = grouped(m for m in mentions if entry.place.overlaps(m.span) and place_of(m) is not None)
    if trigger is None or len(destinations) != 1 or {"depart", "leave"} & set(tokens.lemmas):
        return  # whoever leaves the place is told by the clause itself
    destination = destinations[0]
    mentions = (*mentions, *_on_the_line(entry, analysis))
    visitors = [m for m in mentions if may_travel(m) and country_of(m) != destination.country]
    dates, spans = _dates(entry, analysis)
    tentative = not {"tentative", "tentatively"}.isdisjoint(tokens.lowers)
    told = Claim(
        sentence=entry.sentence,
        trigger=trigger,
        visitors=(),
        country=destination.country,
        places=destination.mentions,
        hosts=tuple(m for m in mentions if is_person(m) and country_of(m) == destination.country),
        dates=dates,
        date_spans=spans,
        status=Status.PROPOSED if tentative else Status.PLANNED,
        level=_level(tokens, lexicon),
        confidence=0.8,
        rule="diary",
    )
    for group in by_country(visitors):
        if group[0].actor is None or group[0].actor.country != destination.country:
            yield evolve(told, visitors=group)


def _on_the_line(entry: Entry, analysis: Analysis) -> Iterator[Mention]:
    """The mentions of what follows on the line of the entry: "Banquet by President X."."""
    sentences = analysis.sentences
    for sentence in sentences[entry.sentence + 1 : entry.sentence + 1 + _LINE]:
        if "\n" in analysis.text[sentences[entry.sentence].span.start : sentence.span.start]:
            return
        yield from analysis.mentions(sentence.index)


_LINE: Final = 6  # sentences of one line of a diary


def dated(claim: Claim, entry: Entry) -> Claim:
    """A clause's claim with the day above its entry, where it has none of its own."""
    if claim.dates is not None or entry.day is None or entry.day.start is None:
        return claim
    when = DateRange(start=entry.day.start, precision=Precision.DAY, basis=entry.day.basis, text=entry.day.text)
    return evolve(claim, dates=when, date_spans=(entry.day.span,), within=True)


def _level(tokens: Tokens, lexicon: VisitLexicon) -> str:
    """The level that stands before the visit noun: "on two-day official visit"."""
    for at, lemma in enumerate(tokens.lemmas):
        if lemma in lexicon.nouns:
            named = [lexicon.levels[low] for low in tokens.lowers[max(0, at - 3) : at] if low in lexicon.levels]
            if named:
                return named[-1]
    return "unspecified"


def _trigger(analysis: Analysis, entry: Entry, lexicon: VisitLexicon) -> Span | None:
    """The first word of the entry that speaks of a visit or of a meeting."""
    tokens = analysis.tokens(entry.sentence)
    for at, lemma in enumerate(tokens.lemmas):
        named = {lemma, tokens.lowers[at]}
        known = named & lexicon.gatherings or any(n in lexicon.nouns or n in lexicon.verbs for n in named)
        if (known or lemma in _AWAITED) and entry.place.before(tokens.span(at, at)):
            return tokens.span(at, at)
    closing = (t.span for t in analysis.times(entry.sentence) if t.signal in _UNTIL)
    return next(closing, None)  # "LUANDA - Lula in Angolan capital (to November 4)"


def _dates(entry: Entry, analysis: Analysis) -> tuple[DateRange | None, tuple[Span, ...]]:
    """From the day of the line above to the day that "(to Sept 22)" names; a day without an end is one day."""
    own = [t for t in analysis.times(entry.sentence) if t.start or t.end]
    last = next((t for t in own if t.signal in _UNTIL), None)
    day = entry.day
    if day is None or day.start is None:
        if last is not None and last.end is not None:
            return DateRange(end=last.end, precision=Precision.DAY, basis=last.basis, text=last.text), (last.span,)
        return None, ()
    end = last.end if last is not None and last.end and last.end >= day.start else day.start
    found = DateRange(start=day.start, end=end, precision=Precision.DAY, basis=day.basis, text=day.text)
    return found, tuple(t.span for t in (day, last) if t is not None)
