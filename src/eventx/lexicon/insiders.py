"""Words by which a text is known to be told inside a country: its parties, houses and offices by their bare names."""

from __future__ import annotations

from functools import cache

from eventx.lexicon.tables import csv_rows


@cache
def load_insider_words() -> tuple[tuple[str, str], ...]:
    """(words as they are written, alpha-3 code): "Downing Street" and "Tory" tell of Britain, "Lok Sabha" of India.

    The table is this package's own; a news report that names such things without explaining them speaks from there.
    Read once.
    """
    return tuple((row["words"], row["country"]) for row in csv_rows("insider_words.csv"))


def told_inside(text: str) -> str | None:
    """The country whose words the text uses most, each counted once; None without any, or for a tie."""
    counts: dict[str, int] = {}
    for words, country in load_insider_words():
        if words in text:
            counts[country] = counts.get(country, 0) + 1
    if not counts:
        return None
    best = max(counts.values())
    leading = [country for country, count in counts.items() if count == best]
    return leading[0] if len(leading) == 1 else None
