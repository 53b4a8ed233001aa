"""Parties, fronts and armed bodies that no table has, by the last word of their names: "National Salvation Party"."""

from __future__ import annotations

from typing import Final

from eventx.language.mentions.line import Line
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import CLITICS, THEIR
from eventx.lexicon.cues import cues
from eventx.lexicon.groups import BY_HEAD, Group
from eventx.records import MentionKind, Sector

_LONGEST: Final = 7
# The last word of a body's name: of a society, of forces (only armed ones are meant), of a party.
_CIVIL: Final = cues("mentions", "society_heads")
_FORCES: Final = frozenset({"army", "brigades", "brigade"})
HEADS: Final = _CIVIL | _FORCES | {"party", "front", "movement"}
# Societies, and parts of the state as well, unless words of people stand before.
_DOUBTFUL: Final = frozenset({"council", "congress", "union"})
_OF_PEOPLE: Final = cues("mentions", "of_people")
_OF_TRADE: Final = cues("mentions", "of_trade")
_OF_SPORT: Final = cues("mentions", "of_sport")
_ARMED: Final = cues("mentions", "of_rebels")
_GENERIC: Final = THEIR | {"the", "a", "an", "this", "our", "ruling", "opposition", "new", "political"}
_SMALL: Final = CLITICS | {"of", "for", "and"}


def body_item(line: Line, index: int) -> Phrase | None:
    """The body whose name starts at the token; None where no run of capitals ends in such a word."""
    tokens = line.tokens
    lowers, size = tokens.lowers, len(tokens)
    if line.titled or line.shouting or lowers[index] in _GENERIC or not line.capital(index):
        return None
    last = -1
    for at in range(index, min(size, index + _LONGEST)):
        if not line.capital(at):
            if lowers[at] in _SMALL and at > index:
                continue
            break
        if lowers[at] in HEADS and at > index:
            last = at
            if at + 1 >= size or lowers[at + 1] not in HEADS or not line.capital(at + 1):  # "Trades Union Congress"
                break
    if last < 0:
        return None
    if lowers[last] in _CIVIL:
        return _society(line, index, last)
    words = lowers[index : last + 1]
    armed = not _ARMED.isdisjoint(words)
    if lowers[last] in _FORCES and not armed:
        return None
    return _made(line, index, last, Sector.REB if armed else Sector.OPP)


def _society(line: Line, first: int, head: int) -> Phrase | None:
    """A union, a congress of unions, a council of a faith, an association; None for what may be of the state."""
    lowers, last = line.tokens.lowers, head
    after = head + 1
    if after + 1 < len(lowers) and lowers[after] == "of" and line.capital(after + 1):
        last = after + 1  # "of Britain", "of Chief Police Officers"
        while last + 1 < len(lowers) and line.capital(last + 1) and last - head < _LONGEST:
            last += 1
    words = {w for w in lowers[first : last + 1] if w != lowers[head]}
    named = [i for i in range(first, head) if i not in line.places]
    if not (named or last > head) or not words.isdisjoint(_OF_SPORT):
        return None
    if lowers[head] in _DOUBTFUL and words.isdisjoint(_OF_PEOPLE):
        return None
    made = _made(line, first, last, Sector.BUS if not words.isdisjoint(_OF_TRADE) else Sector.NGO)
    if not made.countries:
        inside = next((line.places[i][1] for i in range(head, last + 1) if i in line.places), None)
        entity = (inside.actor or inside.place) if inside is not None else None
        made.countries = (entity.country,) if entity is not None and entity.country else ()
    return made


def _made(line: Line, first: int, last: int, sector: Sector) -> Phrase:
    tokens = line.tokens
    name = line.text[tokens.starts[first] : tokens.ends[last]]
    country = None
    if first in line.places:
        mention = line.places[first][1]
        if mention.kind in (MentionKind.DEMONYM, MentionKind.COUNTRY) and mention.actor is not None:
            country = mention.actor.country
    if first and tokens.lowers[first - 1] == "ruling":
        sector = Sector.GOV
    group = Group(name, BY_HEAD, "named", sector, None, country)
    countries = (country,) if country else ()
    return Phrase(Form.GROUP, first, last, first, last, group=group, sector=sector, countries=countries, noun=name)
