"""The word tables that the phrases are read with, in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from attrs import field, frozen

from eventx.lexicon.associations import JOINTS, Associations, load_associations
from eventx.lexicon.bodies import Bodies, load_bodies
from eventx.lexicon.cues import cues
from eventx.lexicon.groups import Group, Groups, load_groups
from eventx.lexicon.names import Names, load_names
from eventx.lexicon.offices import Offices, load_offices
from eventx.lexicon.tables import uncollected

# word -> (gender, number, possessive)
PRONOUNS: Final[dict[str, tuple[str, str, bool]]] = {
    "he": ("m", "s", False),
    "him": ("m", "s", False),
    "his": ("m", "s", True),
    "himself": ("m", "s", False),
    "she": ("f", "s", False),
    "her": ("f", "s", True),
    "hers": ("f", "s", False),
    "herself": ("f", "s", False),
    "they": ("", "p", False),
    "them": ("", "p", False),
    "their": ("", "p", True),
    "themselves": ("", "p", False),
    "i": ("1", "s", False),
    "me": ("1", "s", False),
    "my": ("1", "s", True),
    "myself": ("1", "s", False),
    "we": ("1", "p", False),
    "us": ("1", "p", False),
    "our": ("1", "p", True),
    "ourselves": ("1", "p", False),
    "its": ("n", "s", True),
    "it": ("n", "s", False),
}


# Nouns for a pair or a set of persons mentioned before: word -> how many (0: any)
PAIRS: Final[dict[str, int]] = {"pair": 2, "duo": 2, "trio": 3, "couple": 2}

# Adjectives of a couple of which one leads a state: "the royal couple", "the first couple".
CROWNED: Final = cues("mentions", "crowned")
COUPLES: Final = CROWNED | {"presidential", "first"}


# Who holds the same office in another country.
COUNTERPARTS: Final = frozenset({"counterpart", "counterparts", "colleague", "colleagues"})

WORDED: Final = cues("mentions", "worded")

# What can start at a word: an office, a noun for a group, the name of one, anything else, a cause.
OFFICE: Final = 1
NOUN: Final = 2
NAMED: Final = 4
OTHER: Final = 8
CAUSE: Final = 16


@frozen(slots=True)
class Words:
    """All word tables, and the words at which something can start."""

    offices: Offices
    groups: Groups
    associations: Associations
    bodies: Bodies
    names: Names
    starts: Mapping[str, int] = field(eq=False)  # word -> what can start there (the flags below)
    small: frozenset[str] = field(eq=False)  # those of them that can start something without a capital
    no_name: frozenset[str] = field(eq=False)  # what a name does not start with
    never: frozenset[str] = field(eq=False)  # what starts no name, whatever stands around it

    def opens(self, lowers: Sequence[str], index: int) -> bool:
        """True where something can start: at a word that is only a cause, when a noun that goes with it follows."""
        flags = self.starts.get(lowers[index], 0)
        return flags not in (0, CAUSE) or (flags == CAUSE and self.associations.at(lowers, index) is not None)

    def noun(self, lowers: Sequence[str], index: int) -> tuple[int, Group] | None:
        """(number of words, group) of the longest noun for actors at the token: one of the table, or a cause's."""
        listed, made = self.groups.nouns.at(lowers, index), self.associations.at(lowers, index)
        if made is None or (listed is not None and listed[0] >= made[0]):
            return listed
        apart = listed is not None and lowers[index + listed[0]] in JOINTS  # "opposition and rights groups" are two
        return listed if apart else made


@cache
@uncollected()
def load_words() -> Words:
    """The package's tables. Read once."""
    offices, groups, bodies, names = load_offices(), load_groups(), load_bodies(), load_names()
    associations = load_associations()
    starts: dict[str, int] = {}
    for flag, found in (
        (OFFICE, offices.index.first_words),
        (NOUN, groups.nouns.first_words),
        (CAUSE, associations.first_words),
        (NAMED, groups.named.first_words | bodies.first_words),
        (OTHER, {*PRONOUNS, *names.honorifics, *offices.kin, *PAIRS, *COUNTERPARTS}),
    ):
        for word in found:
            starts[word] = starts.get(word, 0) | flag
    small = groups.small.union(word for word, flags in starts.items() if flags != NAMED)
    before = offices.former | offices.modifiers | offices.determiners | offices.lower | frozenset(offices.portfolios)
    first = frozenset(n.lower() for n in names.first)
    never = (names.veto - first - WORDED) | {"the", "a", "in", "it"}
    return Words(offices, groups, associations, bodies, names, starts, small, before - first, never)
