"""Parties, fronts and armed bodies that no table has, by the last word of their names: "National Salvation Party"."""

from __future__ import annotations

from eventx.language.mentions.line import Line
from eventx.language.mentions.phrases import Form, Phrase
from eventx.lexicon.groups import BY_HEAD, Group
from eventx.records import MentionKind, Sector

_LONGEST = 7
# The last word of a body's name -> whether only an armed one is meant.
HEADS = {"party": False, "front": False, "movement": False, "army": True, "brigades": True, "brigade": True}
_ARMED = frozenset({"liberation", "revolutionary", "resistance", "martyrs", "jihad", "mujahideen", "insurgent"})
_GENERIC = frozenset(
    {"the", "a", "an", "this", "his", "her", "its", "their", "our", "ruling", "opposition", "new", "political"}
)
_SMALL = frozenset({"of", "for", "and", "'s", "’s", "'", "’"})


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
            break
    if last < 0:
        return None
    words = lowers[index : last + 1]
    armed = not _ARMED.isdisjoint(words)
    if HEADS[lowers[last]] and not armed:
        return None
    return _made(line, index, last, Sector.REB if armed else Sector.OPP)


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
