"""What a rule read, before it is dated: the fields that the words gave, without the calendar."""

from __future__ import annotations

from typing import Final

from attrs import define, frozen

from eventx.language.times.lexer import Lexed, Value, WordTable

# What stands behind an expression that ends what it is said in: the end of the text, or a mark.
ENDS: Final = frozenset(("", ".", ",", ";", ":", ")", "!", "?", '"', "”"))


@define(slots=True, kw_only=True)
class Reading:
    """One expression as read. ``start``/``end`` are text offsets; ``kind`` names the way it is dated.

    date     year, month, day, as far as given        weekday  weekday
    shift    ``count`` units from the unit of the base  offset   ``count`` units from the base
    season, quarter, half, decade, century, holiday    their number in ``number``
    length   ``value`` and ``days``                    set, ref ``value``      clock  ``clock`` only
    weekpart ``weekday`` of a shifted week             nth      the ``number``-th unit or weekday of a month or year
    counted  ``count`` units from ``anchor``, which is a reading of its own; ``last`` is a range's second end
    portion  the first or last ``count`` units of ``anchor``      steps  ``count`` units from what ``anchor`` comes to
    yearago  the unit of a year before, or the quarter at hand     dayoffset  ``weekday``, ``count`` units away
    bareunit  "the year": the one told of, or at hand       weeknumber  the ISO week ``number``
    todate    the unit at hand up to publication
    ``rel`` is "last", "next", "this", "following", "previous", "that" or "". ``base`` is
    "publication", "narrative" or "event". ``near``: the nearest one ("this past Monday"), or behind a present tense.
    ``passing``: a year that stands inside a sentence, not at its head.
    ``stage`` is "early", "mid", "late" or "". ``named_year`` is the year that a famous day is known by.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    number: int = 0
    count: float = 0
    rel: str = ""
    base: str = "publication"
    stage: str = ""
    clock: str = ""
    value: str = ""
    days: int | None = None
    bc: bool = False
    vague: bool = False
    near: bool = False
    approximate: bool = False
    signal: str = ""
    passing: bool = False
    last: Reading | None = None
    anchor: Reading | None = None
    named_year: int | None = None


@frozen(slots=True)
class Phrase:
    """The words that a rule matched: words ``first`` to ``stop`` (exclusive) of a lexed text."""

    lexed: Lexed
    table: WordTable
    first: int
    stop: int

    @property
    def start(self) -> int:
        """Where the phrase begins in the text."""
        return self.lexed.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.lexed.starts[self.stop]

    @property
    def text(self) -> str:
        """Its characters."""
        return self.lexed.text[self.start : self.end]

    def items(self) -> list[tuple[str, str]]:
        """(class name, word) of every word that has a class; punctuation and spaces are left out."""
        names = self.table.names
        words, classes = self.lexed.words, self.lexed.classes
        return [(names[classes[i]], words[i]) for i in range(self.first, self.stop) if classes[i] in names]

    def value(self, word: str) -> Value:
        """The value that the table gives a word, or the number that it writes."""
        known = self.table.values.get(word)
        return int(word) if known is None else known

    def before(self, back: int = 1) -> str:
        """The word ``back`` words before the phrase (spaces count), lower-cased; "" at the edge."""
        at = self.first - back
        return self.lexed.words[at].lower() if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The word ``ahead`` words after the phrase (spaces count), as written; "" at the edge."""
        at = self.stop + ahead
        return self.lexed.words[at] if at < len(self.lexed.words) else ""

    def lowers_around(self, reach: int) -> list[str]:
        """The words from ``reach`` places before the phrase to as many after it, lower-cased."""
        words = self.lexed.words
        return [word.lower() for word in words[max(0, self.first - reach) : self.stop + reach]]

    def class_first(self) -> str:
        """The class name of the first word."""
        return self.table.names.get(self.lexed.classes[self.first], "")

    def class_before(self, back: int = 1) -> str:
        """The class name of that word; the mark itself for punctuation; "" at the edge."""
        at = self.first - back
        if at < 0:
            return ""
        code = self.lexed.classes[at]
        return self.table.names.get(code, code)

    def class_after(self, ahead: int = 0) -> str:
        """The class name of the word ``ahead`` words after the phrase."""
        at = self.stop + ahead
        if at >= len(self.lexed.words):
            return ""
        code = self.lexed.classes[at]
        return self.table.names.get(code, code)
