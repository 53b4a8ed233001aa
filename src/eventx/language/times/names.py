"""Months, weekdays and day words that are rather names: "Theresa May", "Sunday Times", "the Long March"."""

from __future__ import annotations

from typing import Final

from eventx.language.times.lexer import cues
from eventx.language.times.reading import ENDS, Phrase, Reading

MONTHS: Final = frozenset(("month", "name_month", "short_month", "march_short", "low_month"))
WEEKDAYS: Final = frozenset(("weekday", "short_weekday", "sat_sun"))
STAGES: Final = frozenset(("part", "later", "earlier", "stage"))  # "late next year", "the end of the month"
DAYS: Final = frozenset(("n12", "n31", "ordinal", "second", "cardinal"))  # numbers that may be a day of the month
NUMBERS: Final = frozenset(("n12", "n31", "n99", "zero", "n999", "year"))


def is_name(phrase: Phrase, reading: Reading) -> bool:
    """True where a month or weekday standing alone is rather a name or another word.

    "Theresa May", "the Long March", "Sun Yat-sen", "the March on Rome", "April Jones".
    """
    names = [n for n, _ in phrase.items() if n != "the"]
    if reading.weekday and _is_weekday_name(phrase, reading):
        return True
    if len(names) != 1 or reading.day or reading.year:
        return False
    before, after = phrase.before(2), phrase.after(1)
    if names[0] in ("march_short", "short_month") and phrase.after() == "-" and phrase.class_after(1) not in NUMBERS:
        return True  # "Mar-a-Lago"
    if names[0] in ("sat_sun", "march_short"):
        return before not in ("on", "in", "this", "next", "last", "every", "until", "since")
    if names[0] in ("name_month", "month") and after in cues("traded") and phrase.after() == " ":
        return False  # "the benchmark March contract"
    if names[0] == "name_month" and not _opens_range(phrase) and phrase.class_before(2) not in MONTHS:
        return _is_march(phrase)
    if _opens_range(phrase) or (phrase.class_before() == "-" and phrase.class_before(2) in MONTHS):
        return False
    if names[0] in ("short_month", "short_weekday"):
        return not _follows_cue(phrase) or (after[:1].isupper() and phrase.after() == " ")
    if before == "." and phrase.before(3) in ("mr", "mrs", "ms", "dr"):
        return True
    if names[0] == "month" and phrase.text in ("April", "June"):
        return not _follows_cue(phrase) and phrase.after() == " " and after[:1].isupper()
    return False


def _follows_cue(phrase: Phrase) -> bool:
    """True behind a word that takes a month: "in May", "as soon as May"."""
    before = phrase.before(2)
    counted = before == "as" and phrase.before(4) in cues("as_soon_as")
    return counted or (before in cues("month_cues") and phrase.class_before() != ".")


def _is_march(phrase: Phrase) -> bool:
    """True for "May", "March", "August" without a word that takes a month, and for "the march on Rome"."""
    before, after, follows_cue = phrase.before(2), phrase.after(1), _follows_cue(phrase)
    if phrase.after() == " " and after in cues("after_march") and not follows_cue:
        return True
    return not follows_cue and not (before in ("a", "the", "its", "their", "his", "'s", "s") and after[:1].islower())


def _is_weekday_name(phrase: Phrase, reading: Reading) -> bool:
    """True for a weekday in a name: "Sunday Times", "Black Monday", "Monday Night Live", "Sister Sunday Bello"."""
    if phrase.before(1) == " " and phrase.before(2) in cues("famous_weekdays"):
        return phrase.lexed.words[phrase.first - 2][0].isupper()
    if phrase.before(2) == "a" and phrase.after()[:1] in ENDS:
        return phrase.items() == phrase.items()[:1]  # any such day: "on 2 May, a Friday"
    if phrase.after() != " ":
        return False
    if phrase.after(1) in cues("titles") and phrase.after(3) != "of":  # "said Friday Group of Seven ministers"
        return True
    if phrase.after(1) == "trading" and phrase.after(3) in cues("trading_rules"):
        return True  # "the Sunday trading law"; in "Friday trading" shares rose
    if not phrase.after(1)[:1].isupper():
        return False
    if reading.clock and phrase.lexed.words[phrase.stop - 1] in ("Morning", "Evening", "Night"):
        return True
    return phrase.items() == phrase.items()[:1] and (_is_speaker(phrase) or _is_titled(phrase))


def _is_speaker(phrase: Phrase) -> bool:
    """True for the speaker of '"...," said Sunday Bello': behind the quotation the verb has no other subject."""
    return phrase.before(2) in cues("saying") and phrase.before(3) == " " and phrase.before(4) in ('"', "”", "’", "'")


def _is_titled(phrase: Phrase) -> bool:
    """True behind the title of a person: "Mr. Friday Nwosu", "Commander Sunday Bello"."""
    at = phrase.first - (3 if phrase.before(2) == "." else 2)
    word = phrase.lexed.words[at] if at >= 0 and phrase.before(1) == " " else ""
    return word[:1].isupper() and word.lower() in cues("person_titles")


def _opens_range(phrase: Phrase) -> bool:
    """True for the first month of "Jan-Feb", "May to March"."""
    if phrase.after() in ("-", "–") and phrase.class_after(1) in MONTHS:
        return True
    return phrase.class_after(1) in ("to", "through") and phrase.class_after(3) in MONTHS


def is_title(phrase: Phrase) -> bool:
    """True for "Today" in "Radio 4's Today programme": a capital inside a sentence."""
    word = phrase.lexed.words[phrase.stop - 1]
    before = phrase.before(2)
    if before == "usa" and phrase.before(1) == " ":
        return True  # "USA TODAY"
    inside = phrase.before(1) == " " and (before.isalpha() or before == "s") and before not in ("and", "but")
    return word[0].isupper() and not word.isupper() and inside
