"""Words by which a text is known to be told inside a country: its parties, houses and offices by their bare names."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from eventx.lexicon.tables import csv_rows

_STRETCH: Final = 60  # characters before the words within which a name of the country explains them


@cache
def load_insider_words() -> tuple[tuple[str, str], ...]:
    """(words as they are written, alpha-3 code): "Downing Street" and "Tory" tell of Britain, "Lok Sabha" of India.

    The table is this package's own; a news report that names such things without explaining them speaks from there.
    Read once.
    """
    return tuple((row["words"], row["country"]) for row in csv_rows("insider_words.csv"))


def told_inside(text: str) -> str | None:
    """The country whose words the text uses most, each counted once; None without any, or for a tie.

    Words that the text explains tell nothing: "British Chancellor X and Foreign Secretary Y".
    """
    counts: dict[str, int] = {}
    for words, country in load_insider_words() if _capitalized().search(text) else _lowered():
        if words in text and not _is_explained(text, words, country):
            counts[country] = counts.get(country, 0) + 1
    if not counts:
        return None
    best = max(counts.values())
    leading = [country for country, count in counts.items() if count == best]
    return leading[0] if len(leading) == 1 else None


@cache
def _capitalized() -> re.Pattern[str]:
    """Any of the words that begin with a capital.

    Capitals are rare, so that one search for all takes a fraction of the time of one for each; most texts have none.
    """
    by_letter: dict[str, list[str]] = {}
    for words, _ in load_insider_words():
        if words[0].isupper():
            by_letter.setdefault(words[0], []).append(re.escape(words[1:]))
    return re.compile("|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()))


@cache
def _lowered() -> tuple[tuple[str, str], ...]:
    """The words without a capital at their head, with their countries."""
    return tuple((words, country) for words, country in load_insider_words() if not words[0].isupper())


def _is_explained(text: str, words: str, country: str) -> bool:
    """True where a name of the country or of its people stands before the words wherever they are, in one sentence."""
    at = text.find(words)
    while at >= 0:
        before = re.split(r"[.!?;]\s", text[max(0, at - _STRETCH) : at])[-1]
        if not _names(country).search(before):
            return False
        at = text.find(words, at + len(words))
    return True


@cache
def _names(country: str) -> re.Pattern[str]:
    """The names and adjectives of a country."""
    rows = [row for row in csv_rows("countries.csv", "|") if row["code"] == country]
    forms = {form.strip() for row in rows for form in f"{row['names']},{row['adjectives']}".split(",")} - {""}
    forms = {
        form for form in forms if not form[:2].isupper() and "." not in form
    }  # "UK Foreign Secretary" is home talk
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(forms))) + r")(?!\w)")
