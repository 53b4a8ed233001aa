"""A sentence as the phrase reader sees it: its tokens, its places by token, how it is written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Mapping, Sequence
from typing import Final

from attrs import define, field

from eventx.lexicon.cues import cues
from eventx.lexicon.names import SYLLABLES
from eventx.records import Mention, Tokens

PREFIXES: Final = tuple(sorted(cues("mentions", "prefixes")))
TIED: Final = tuple(sorted(cues("mentions", "tied")))
CALENDAR: Final = cues("calendar", "weekdays") | cues("calendar", "months")


@define(slots=True, eq=False)
class Line:
    """A sentence as the phrase reader sees it.

    ``places`` maps the first token of each place, country, organisation or demonym to its last token and its
    mention; ``named`` gives the country of a name or demonym ("Saudi" in "Saudi-led"). ``shouting`` is True where
    all letters are capitals, ``titled`` where most words are capitalised. ``known`` holds the words of known names;
    ``may_mean`` is False for a word that can be no person's name by itself; ``countries`` gives those that the text
    is about, the weightiest first.
    """

    tokens: Tokens
    places: Mapping[int, tuple[int, Mention]]
    capitals: Sequence[bool]  # by token: written with a capital anywhere
    text: str
    shouting: bool = False
    titled: bool = False
    known: Container[str] = ()
    named: Callable[[str], str | None] = field(default=lambda _: None)
    may_mean: Callable[[str], bool] = field(default=lambda _: True)
    countries: Callable[[], Sequence[str]] = field(default=lambda: ())
    size: int = field(init=False)

    @size.default
    def _size(self) -> int:
        return len(self.tokens.words)

    def capital(self, index: int) -> bool:
        """True for a token that starts with a capital."""
        word = self.tokens.words[index]
        return word[0].isupper()


def indexed(places: Sequence[Mention], tokens: Tokens) -> dict[int, tuple[int, Mention]]:
    """The largest place that starts at each token, by token; places that cut through a token are left out."""
    found: dict[int, tuple[int, Mention]] = {}
    starts, ends = tokens.starts, tokens.ends
    reach = -1
    for mention in places:
        span = mention.span
        first, last = bisect_left(starts, span.start), bisect_left(ends, span.end)
        if first <= reach or max(first, last) >= len(ends) or starts[first] != span.start or ends[last] != span.end:
            continue
        found[first] = (last, mention)
        reach = last
    return found


def is_syllable(line: Line, index: int) -> bool:
    """True for the first word of "To Lam", "He Lifeng" where the tagger took it for a name."""
    return line.tokens.lowers[index] in SYLLABLES and line.tokens.tags[index] == "PROPN"
