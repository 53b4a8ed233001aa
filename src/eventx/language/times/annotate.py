"""The layer ``times``: from text to time expressions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Final

from attrs import evolve

from eventx.hooks.parts import Analysis
from eventx.language.times import (
    counted,
    joining,
    numeric,
    periods,
    portions,
    quarters,
    readers,
    sets,
    spoken,
    units,
    years,
)
from eventx.language.times.dating import dated
from eventx.language.times.direction import direction
from eventx.language.times.foreign import foreign_times, is_foreign
from eventx.language.times.frame import Dated, Direction, Frame
from eventx.language.times.grammar import grammar, places
from eventx.language.times.lexer import Lexed, lex, word_table
from eventx.language.times.plans import is_open_plan
from eventx.language.times.reading import Phrase, Reading
from eventx.records import Precision, Span, TimeExpression

Reader = Callable[[Phrase], Reading | None]


def _read_occasion(phrase: Phrase) -> Reading | None:
    return None


_READERS: Final[dict[str, Reader]] = {
    "numeric": numeric.read_numeric,
    "days": numeric.read_days,
    "point": readers.read_point,
    "shift": units.read_shift,
    "offset": units.read_offset,
    "span": units.read_span,
    "length": units.read_length,
    "sets": sets.read_set,
    "quarter": quarters.read_quarter,
    "season": periods.read_season,
    "decade": periods.read_decade,
    "century": periods.read_century,
    "fiscal": quarters.read_fiscal,
    "holiday": periods.read_holiday,
    "weekpart": periods.read_week_part,
    "nth": periods.read_nth,
    "named": numeric.read_named,
    "ordinal_day": numeric.read_ordinal_day,
    "counted": counted.read_counted,
    "weekof": periods.read_weekof,
    "dayafter": periods.read_day_after,
    "ref": periods.read_ref,
    "years": years.read_years,
    "years_bc": years.read_years_bc,
    "year": years.read_year,
    "clock": readers.read_point,
    "occasion": _read_occasion,
    "agothis": portions.read_ago_this,
    "weeknumber": portions.read_week_number,
    "weekoffset": portions.read_weekday_offset,
    "portion": portions.read_portion,
    "steps": portions.read_compound_offset,
}
_SPECIAL: Final[dict[str, Reader]] = {
    "clock.overnight": readers.read_overnight,
    "clock.part": readers.read_part,
    "point.day_year": readers.read_day_year,
    "point.part_day": readers.read_part_day,
    "point.clock_day": readers.read_clock_part,
    "point.clock_part": readers.read_clock_part,
    "quarter.same": quarters.read_same_quarter,
    "quarter.same_of": quarters.read_same_quarter,
    "quarter.latter": quarters.read_latter_half,
    "quarter.ago": quarters.read_year_ago,
    "quarter.months": quarters.read_months_quarter,
    "quarter.latest": quarters.read_bare_quarter,
    "quarter.bare": quarters.read_bare_quarter,
    "holiday.numeric": periods.read_numeric_holiday,
    "numeric.compact": numeric.read_compact,
    "numeric.stamp": numeric.read_stamp,
    "numeric.pair": numeric.read_pair,
    "numeric.month_first": numeric.read_month_first,
    "shift.after_next": portions.read_after_next,
    "shift.bare": portions.read_bare_unit,
    "shift.to_date": portions.read_to_date,
    "length.all": portions.read_all_unit,
    "length.long_unit": portions.read_long_unit,
    "length.quarter": units.read_quarter_century,
    "sets.times": sets.read_times_a,
    "sets.day_of_month": sets.read_day_of_each_month,
    "point.day_of_month": spoken.read_day_of_month,
    "point.word_hour": spoken.read_spoken_clock,
    "clock.spoken": spoken.read_spoken_clock,
    "clock.light": spoken.read_light,
    "season.ago": spoken.read_seasons_ago,
    "year.short": years.read_short_year,
    "year.words": years.read_word_year,
    "holiday.weekend": periods.read_holiday_weekend,
    "numeric.day": numeric.read_numeric_day,
    "length.compound": units.read_compound,
}
_SIGNALS: Final = {
    "from": "from",
    "since": "since",
    "by": "by",
    "before": "before",
    "after": "after",
    "until": "until",
    "till": "until",
    "til": "until",
    "through": "until",
    "thru": "until",
    "to": "until",
    "beginning": "beginning",
    "begins": "beginning",
    "begin": "beginning",
    "began": "beginning",
    "starting": "beginning",
    "starts": "beginning",
    "start": "beginning",
    "started": "beginning",
    "effective": "beginning",
    "ending": "ending",
    "ends": "ending",
    "end": "ending",
    "ended": "ending",
    "following": "after",
}


def read_all(lexed: Lexed) -> list[tuple[Reading, int, int]]:
    """Every reading of the text, with the words it covers, front to back without overlaps."""
    table, classes, rules = word_table(), lexed.classes, grammar().at
    found: list[tuple[Reading, int, int]] = []
    stop = 0
    for place in places(classes):
        if place < stop:
            continue
        for name, pattern in rules(classes, place):
            match = pattern.match(classes, place)
            if match is None:
                continue
            reader = _SPECIAL.get(name) or _READERS[name.partition(".")[0]]
            phrase = Phrase(lexed, table, place, match.end())
            reading = reader(phrase)
            if reading is not None:
                stop = match.end() if reading.end == phrase.end else _stop(lexed, reading)
                found.append((reading, place, stop))
                break
    return found


def _stop(lexed: Lexed, reading: Reading) -> int:
    """The word after a reading that ends otherwise than its rule's match."""
    end = joining.chain(reading)[-1].end
    return bisect_left(lexed.starts, end)


def _signal(lexed: Lexed, first: int) -> str:
    at = first - 2
    word = lexed.words[at].lower() if at >= 0 and lexed.words[first - 1].isspace() else ""
    if word in ("on", "the", "in", "about", "around") and at >= 2:
        back = lexed.words[at - 2].lower()
        return _SIGNALS.get(back, "") if back not in ("to", "from") or word == "the" else ""
    if word == "than" and at >= 2 and lexed.words[at - 2].lower() == "later":
        return "by" if at >= 4 and lexed.words[at - 4].lower() in ("no", "not") else "after"
    if word == "of" and at >= 2 and lexed.words[at - 2].lower() == "as":
        return "from"  # "as of March 1"
    return _SIGNALS.get(word, "")


def _expression(text: str, reading: Reading, found: Dated, signal: str) -> TimeExpression:
    start, end, days = reading.start, reading.end, found.days
    return TimeExpression(
        span=Span(start, end),
        text=text[start:end],
        type=found.type,
        value=found.value,
        start=days[0] if days else None,
        end=days[1] if days else None,
        precision=found.precision if found.type != "SET" else None,
        basis=found.basis,
        approximate=reading.approximate or bool(reading.stage in ("early", "mid", "late")),
        signal=reading.signal or signal,
        days=reading.days if found.type == "DURATION" else None,
        anchor=found.anchor,
    )


def _times(lexed: Lexed, frame: Frame, *, ranges: bool) -> tuple[TimeExpression, ...]:
    out: list[TimeExpression] = []
    found_all = read_all(lexed)
    for one, other in reversed(list(pairwise(found_all))):
        joining.take_year(lexed.text, one[0], other[0], joining.chain(one[0]))
        joining.give_year(lexed.text, one[0], other[0])
    for place, (reading, first, stop) in enumerate(found_all):
        after = found_all[place + 1][0] if place + 1 < len(found_all) else None
        joining.look_ahead(lexed.text, frame, reading, after)
        for part in _parts(reading, ranges=ranges):
            frame.after, frame.at = joining.opens(lexed.text, out, part), part.start
            frame.sentence = max(lexed.text.rfind(". ", max(0, part.start - 400), part.start), part.start - 400)
            if joining.restates(lexed.text, out, part):
                part.count = 0
            # "the lowest since December 2008" does not move what the news is about
            aside = not frame.narrative and _signal(lexed, first) == "since"
            beside = evolve(frame, beside=None) if aside else frame
            found = dated(part, beside, _pointing(lexed, first, stop))
            if aside:
                frame.beside, frame.beside_end = beside, part.end
            if found is None:
                continue
            signal = _signal(lexed, first) if part is reading else joining.tail_signal(lexed.text, reading, part)
            out.append(_expression(lexed.text, part, found, signal))
    return tuple(joining.joined(lexed.text, joining.bounded(lexed.text, out), frame.reference, ranges=ranges))


def _pointing(lexed: Lexed, first: int, stop: int) -> Direction:
    """How the date of the words ``first`` to ``stop`` points, for whoever asks."""

    def points(*, before: bool = False, plans: bool = False) -> int:
        if plans:
            return is_open_plan(lexed, first, stop)
        return direction(lexed, first, stop, before_only=before, deadline=_signal(lexed, first) == "by")

    return points


def _parts(reading: Reading, *, ranges: bool) -> tuple[Reading, ...]:
    """The readings that make an expression of their own; a length and its anchor apart where no ranges are wanted."""
    if reading.kind == "counted" and reading.anchor and not ranges and reading.number:  # TimeML marks each
        end = reading.start + reading.number
        return (evolve(reading, kind="length", anchor=None, rel="", end=end), reading.anchor)
    return tuple(joining.chain(reading))


def find_times(
    text: str,
    reference: date | None,
    *,
    first: int = 0,
    last: int | None = None,
    narrative: date | None = None,
    ranges: bool = True,
) -> tuple[TimeExpression, ...]:
    """The time expressions of ``text`` from ``first`` up to ``last``, in order, offsets into the whole text.

    ``reference`` is the day of publication: without it relative expressions have no days.
    ``narrative``, the date last mentioned, reads the text as a story that goes on from there.
    ``ranges=False`` gives both ends of a range each for itself, as TimeML annotates them.
    """
    frame = Frame(reference, narrative is not None)
    if narrative is not None:
        frame.mention(narrative.year, narrative.month, narrative.day)
    return _times(lex(text, first, last), frame, ranges=ranges)


def document_times(
    text: str, reference: date | None, *, ranges: bool = True, language: str = "en"
) -> tuple[TimeExpression, ...]:
    """The time expressions of a whole document, read as news or as a history by the dates it gives.

    ``reference`` is the day of publication: without it relative expressions have no days. ``ranges=False`` gives both
    ends of a range each for itself. Of a document in another ``language`` (a tag such as "fr" or "pt-BR") the explicit
    dates.
    """
    if is_foreign(language):
        return foreign_times(text, reference, language, ranges=ranges)
    lexed = lex(text)
    return _times(lexed, Frame(reference, _is_history(lexed, reference)), ranges=ranges)


# Mentions of a year that make a history.
_FEW_YEARS: Final = 4  # where all are long past
_MANY_YEARS: Final = 8  # where most are past
_LONG_PAST: Final = 10  # years
_DEICTIC_SHARE: Final = 3  # mentions of a year to one of "Monday", "yesterday": fewer are news


def _is_history(lexed: Lexed, reference: date | None) -> bool:
    """True where most of the years mentioned lie well before publication, and there are many, or all are old."""
    code = word_table().letters["year"]
    mentioned = [int(lexed.words[m.start()]) for m in re.finditer(code, lexed.classes)]
    if len(mentioned) < _FEW_YEARS:
        return lexed.classes.count(word_table().letters["era"]) >= 5
    newest = reference.year if reference else max(mentioned)
    if len(mentioned) < _MANY_YEARS and max(mentioned) > newest - _LONG_PAST:
        return False
    old = sum(1 for y in mentioned if y < newest - 1)
    names = word_table().letters
    deictic = sum(lexed.classes.count(names[n]) for n in ("deictic", "weekday", "tonight"))
    return old * 10 >= len(mentioned) * 6 and deictic * _DEICTIC_SHARE < len(mentioned)


class DocumentTimesAnnotator:
    """Provides ``document_times``: all time expressions of the document, sentence fields not yet set."""

    name = "document_times"
    provides = "document_times"
    requires: tuple[str, ...] = ("discourse",)

    def annotate(self, analysis: Analysis, sentence: int) -> tuple[TimeExpression, ...]:
        """The time expressions of the whole text, in order."""
        language = analysis.document.language
        written = analysis.document.published if is_foreign(language) else _written(analysis)
        return document_times(analysis.text, written, language=language)


_SHORTLY: Final = 3  # days from the writing of a report until it is published, over a weekend at most


def _written(analysis: Analysis) -> date | None:
    """The day that a report counts from: that of its dateline, where the paper came out shortly after it.

    "ISLAMABAD, July 27: Ministers met this morning" tells of the 27th on the 28th as well.
    """
    published, dateline = analysis.document.published, analysis.discourse.dateline
    if published is None or dateline is None:
        return published
    for time in find_times(analysis.text, published, first=dateline.start, last=dateline.end):
        if time.type == "DATE" and time.precision is Precision.DAY and time.start is not None:
            return time.start if 0 < (published - time.start).days <= _SHORTLY else published
    return published


class TimesAnnotator:
    """Provides ``times``: the expressions of one sentence, cut from those of the document."""

    name = "times"
    provides = "times"
    requires = ("sentences", "document_times")

    def annotate(self, analysis: Analysis, sentence: int) -> tuple[TimeExpression, ...]:
        """The time expressions that begin in the sentence."""
        times: tuple[TimeExpression, ...] = analysis.layer("document_times", -1)
        span = analysis.sentences[sentence].span
        first = last = bisect_left(times, span.start, key=lambda t: t.span.start)
        while last < len(times) and times[last].span.start < span.end:
            last += 1
        return tuple([evolve(t, sentence=sentence) for t in times[first:last]])
