"""Where a visit goes: the countries that an argument names, with the places in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from eventx import Analysis, Argument, Clause, Mention, MentionKind, PlacePrecision, Span
from eventx.records import ORGANIZATIONS
from eventx.resolve import place_of
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.lexicon import words_of
from eventx_state_visit.parties import PERSONS

NAMES: Final = (MentionKind.COUNTRY, MentionKind.PLACE)  # mentions that name a place and nothing else
TOWNS: Final = frozenset({PlacePrecision.CITY, PlacePrecision.SITE})
NARROW: Final = TOWNS | {PlacePrecision.SUBDIVISION}  # parts of a country
OWNERS: Final = (*PERSONS, MentionKind.GROUP)  # of whom a country may only say whose they are


@frozen(slots=True)
class Destination:
    """A country and the mentions that name it or places in it."""

    country: str
    mentions: tuple[Mention, ...]

    @property
    def has_city(self) -> bool:
        """True where a city or a site is named, not only the country."""
        places = [place_of(mention) for mention in self.mentions]
        return any(p is not None and p.precision in TOWNS for p in places)


def mentions_of(destinations: Iterable[Destination]) -> tuple[Mention, ...]:
    """The mentions that name them."""
    return tuple(mention for destination in destinations for mention in destination.mentions)


def destinations_in(
    argument: Argument, mentions: Sequence[Mention], text: str, *, deep: bool = False
) -> list[Destination]:
    """The destinations in the argument, in text order, one a country.

    Places at the heads of its conjuncts count, and those that a list goes on with ("A, B and C"); with ``deep`` also
    those further inside ("a summit in Doha").
    """
    places = [m for m in mentions if _is_place(m, text) and argument.span.start <= m.span.start]
    inside = [m for m in places if argument.span.contains(m.span) or m.span.contains(argument.span)]
    if not deep:
        spans = argument.conjuncts or (argument.span,)
        inside = [m for m in inside if any(_at_head(m, span, argument.head, text) for span in spans)]
        inside = inside or _spelled_out(argument, places, text)
    if not any(argument.span.overlaps(m.span) for m in mentions):
        inside = inside or _holding(argument, places, text)
    if inside:
        later = [m for m in places if inside[-1].span.before(m.span) and not _of_person(m, mentions)]
        inside += _listed(inside[-1], later, text)
    return grouped(inside)


def _is_place(mention: Mention, text: str) -> bool:
    place = place_of(mention)
    if place is None or place.country is None:
        return False
    if text[mention.span.end : mention.span.end + 1] in ("-", "‐", "‑"):
        return False  # "a U.S.-sponsored conference"
    if is_defunct(mention, text):
        return False
    return mention.kind in NAMES or mention.place is not None


def is_defunct(mention: Mention, text: str) -> bool:
    """ "the territory of the former Soviet Union", "the former Soviet republic of Azerbaijan"."""
    return text[max(0, mention.span.start - len(_FORMER)) : mention.span.start].lower() == _FORMER


_FORMER: Final = "former "


def _at_head(mention: Mention, span: Span, head: Span, text: str) -> bool:
    """True when the mention is the phrase itself, stands at its start, or is its named head; not "Germany's press"."""
    if not span.contains(mention.span):
        return False
    if text[mention.span.end : mention.span.end + 2] in ("'s", "’s") and mention.span.end + 2 < span.end:
        return mention.span.overlaps(head)
    return mention.span.overlaps(head) or mention.span.start - span.start <= 5


def _holding(argument: Argument, places: Sequence[Mention], text: str) -> list[Mention]:
    """Portugal, in "travel to Fatima, Portugal, on": the larger place behind a name that is in no table."""
    behind = next((m for m in places if argument.span.before(m.span)), None)
    if behind is None or not argument.span.of(text)[:1].isupper():
        return []
    near = _HOLDS.fullmatch(text, argument.span.end, behind.span.start)
    return [behind] if near is not None and _ENDS.match(text, behind.span.end) else []


_HOLDS: Final = re.compile(r"(?:,|,?\s+in|\s*\()\s*(?:the\s+)?(?:[a-z]+ern\s+)?")
_ENDS: Final = re.compile(
    r"\s*(?:[,.;)]|$|(?:on|for|to|from|this|next|last|where|at|and|with|during|after|before|as)\b)"
)


def _spelled_out(argument: Argument, places: Sequence[Mention], text: str) -> list[Mention]:
    """The first place behind "four countries - " or "several capitals, including"; the list goes on from it."""
    if not argument.head.of(text).endswith("s"):
        return []
    behind = [m for m in places if argument.span.before(m.span)]
    mark = _COLON.fullmatch(text, argument.span.end, behind[0].span.start) if behind else None
    if mark is None:
        return []
    several = mark["word"] is not None or bool(_listed(behind[0], behind[1:], text))
    return behind[:1] if several else []  # "visit the troops: Ukraine needs them"


_COLON: Final = re.compile(r"\s*(?:--?|[–—:]|,?\s(?P<word>including|namely|among them|such as))\s+(?:the\s+)?")


def _of_person(place: Mention, mentions: Sequence[Mention]) -> bool:
    """ "In Belgrade, U.S. envoy Richard Holbrooke": a country that says whose somebody is, and no further place."""
    return any(m.kind in OWNERS and m is not place and m.span.contains(place.span) for m in mentions)


def _listed(last: Mention, later: Sequence[Mention], text: str) -> list[Mention]:
    """The places that follow in one list: only commas and "and" stand between."""
    found: list[Mention] = []
    first = last
    for mention in later:
        owner = text[mention.span.end : mention.span.end + 2] in ("'s", "’s")  # "Beijing, Pyongyang's ally"
        if owner or not _LIST.fullmatch(text, last.span.end, mention.span.start):
            break
        found.append(mention)
        last = mention
    # "After a visit to Abu Dhabi, the U.S. criticised"
    while found and _ACTS.match(text, last.span.end):
        before = (first, *found)[-2]
        if _AND.search(text, before.span.end, last.span.start):
            break
        found.pop()
        last = before
    gaps = [text[a.span.end : b.span.start] for a, b in pairwise([first, *found])]
    dated = any(map(_DATED.search, gaps))  # "meetings in China on Saturday, North Korea announced" lists nothing
    ended = any(map(_AND.search, gaps[-2:]))  # ", and Lusaka, Zambia"
    return found if ended or not dated else []


_AND: Final = re.compile(r"\band\b|&")
# What a place at the end of a list does not do.
_ACTS: Final = re.compile(
    r"\s+(?!(?:this|as|across|towards|afterwards|perhaps|besides|plus)\b)"
    r"(?:had|have|will|would|could|can|may|did|said|went|[a-z]+(?:ed|s))\b"
)
_DATED: Final = re.compile(r"\bon\b|\d")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAYS: Final = r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?"
# "Cairo on Tuesday and Amman on Wednesday", "Oslo on 24 June, Helsinki on 25-26 June and Tallinn"
_DATE: Final = (
    rf"(?:[A-Z][a-z]+day|{_DAYS}(?:\s+to\s+\d{{1,2}})?\s+{_MONTH}(?:\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}\s*(?:[-–]|to)\s*{_MONTH}\s+\d{{1,2}}"
    rf"|{_MONTH}\s+{_DAYS}(?:\s+to\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)"
)
_BETWEEN: Final = r"\s*(?:,|and|&|,\s*and|as well as|,\s*then|and then)\s+"
# "in Accra from March 26-29, in Lusaka from March 31 to April 2": behind a date the preposition may stand again.
_LIST: Final = re.compile(rf"(?:,?\s+(?:on|from)\s+{_DATE}{_BETWEEN}(?:in\s+)?|{_BETWEEN})(?:the\s+)?")


def grouped(mentions: Iterable[Mention]) -> list[Destination]:
    """The place mentions by country, each country once, in text order."""
    by_country: dict[str, list[Mention]] = {}
    for mention in mentions:
        place = place_of(mention)
        if place and place.country:
            by_country.setdefault(place.country, []).append(mention)
    return [Destination(code, tuple(found)) for code, found in by_country.items()]


def in_slots(clause: Clause, analysis: Analysis, *slots: str) -> list[Destination]:
    """The destinations in slots of a clause."""
    mentions = analysis.mentions(clause.sentence)
    held = (a for slot in slots for a in arguments(clause, slot))
    return [d for a in held for d in destinations_in(a, mentions, analysis.text)]


def located(scene: Scene, clause: Clause, *slots: str) -> list[Destination]:
    """The destinations in slots of a clause of the scene."""
    return in_slots(clause, scene.analysis, *slots)


def names_only_places(scene: Scene, argument: Argument) -> bool:
    """True for a phrase that is nothing but places."""
    named = heads(argument, scene.mentions)
    return bool(named) and all(m.kind in NAMES and place_of(m) is not None for m in named)


def home_of_those(hosts: Sequence[Mention]) -> list[Destination]:
    """The country of whoever receives."""
    codes: dict[str, list[Mention]] = {}
    for mention in hosts:
        for entity in mention.members or (mention.actor,):
            if entity and entity.country and entity.country not in ORGANIZATIONS:
                codes.setdefault(entity.country, [])
                if mention.kind is MentionKind.COUNTRY:
                    codes[entity.country].append(mention)
    return [Destination(code, tuple(found)) for code, found in codes.items()]


def home_of(analysis: Analysis) -> list[Destination]:
    """The country of the dateline; empty for an article without one."""
    place = analysis.discourse.dateline_place
    if place is None:
        return []
    mentions = [m for m in analysis.mentions(analysis.sentence_at(place)) if place_of(m) is not None]
    named = [m for m in mentions if place.overlaps(m.span)]
    after = [m for m in mentions if 0 <= m.span.start - place.end <= len(", ")]  # "SMALLTOWN, Egypt - "
    return grouped(named or after)[:1]


def is_region(text: str) -> bool:
    """True for "Africa", "the Middle East": where to exactly, is not told."""
    return _REGION.fullmatch(text) is not None


_REGION: Final = re.compile(
    r"(?:the )?(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral|[Ll]atin|Southeast|South-East)(?:ern)? )?"
    rf"(?:{'|'.join(sorted(words_of('regions')))})"
)
