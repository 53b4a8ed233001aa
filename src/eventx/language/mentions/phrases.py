"""Phrases: what a sentence says of actors by its form alone, before anything is resolved."""

from __future__ import annotations

from enum import Enum
from typing import Final

from attrs import define, frozen

from eventx.lexicon.groups import Group
from eventx.records import Mention, Role, Sector


class Form(Enum):
    """The form of a phrase."""

    PERSON = "person"  # has a name
    OFFICE = "office"  # "the Russian president", "his sister"
    GROUP = "group"  # "officials", "the foreign ministry", "Hezbollah"
    PRONOUN = "pronoun"
    HONORIFIC = "honorific"  # "Mr", "Dr": part of a person, never a phrase of its own
    PLACE = "place"  # found by the places
    NAME = "name"  # a run of capitals, not yet anything


# Offices of which a country has one at a time, so that the table can say who it is.
ONE_AT_A_TIME: Final = (
    Role.HEAD_OF_STATE,
    Role.HEAD_OF_GOVERNMENT,
    Role.MONARCH,
    Role.VICE_PRESIDENT,
    Role.FOREIGN_MINISTER,
    Role.DEFENSE_MINISTER,
)


@frozen(slots=True)
class Held:
    """An office as a phrase states it."""

    office: str
    role: Role
    sector: Sector
    portfolio: tuple[str, ...] = ()
    form: str = ""  # as the text has it: "sultan" for a king


@define(slots=True, eq=False)
class Phrase:
    """Tokens ``first`` to ``last`` (inclusive) that may refer to an actor; ``head`` is the name or head noun.

    ``countries`` are codes that the phrase itself states; ``holder`` is whose it is ("his" counterpart,
    "Moon's" chief of staff); ``partner`` the name in apposition to an office, or the office to a name.
    """

    form: Form
    first: int
    last: int
    head_first: int
    head_last: int
    name: tuple[str, ...] = ()
    honorific: str = ""
    gender: str = ""
    offices: tuple[Held, ...] = ()
    countries: tuple[str, ...] = ()
    group: Group | None = None
    role: Role | None = None
    sector: Sector | None = None
    place: Mention | None = None
    pronoun: str = ""
    noun: str = ""
    holder: Phrase | None = None
    partner: Phrase | None = None
    plural: bool = False
    former: bool = False
    elect: bool = False  # "president-elect"
    definite: bool = False
    indefinite: bool = False
    counterpart: bool = False
    kin: bool = False
    titled: bool = False  # an office or honorific stands before the name
    certain: bool = False  # surely a person
    object: bool = False  # stands after a preposition or a verb
    count: int = 0  # "the two leaders"
    abroad: str | None = None  # the country that an ambassador is sent to
    ethnic: str = ""  # the country of an ethnic group that lives elsewhere
    guest: bool = False  # diplomats, foreign troops: where they are is not whose they are
    byname: str = ""  # what stands in quotation marks behind the name
    ruler: bool = False  # the name before "administration", "government"
    anaphor: str = ""  # "the country", "its": the country is one named before

    @property
    def office(self) -> Held | None:
        """The first office stated."""
        return self.offices[0] if self.offices else None

    @property
    def country(self) -> str | None:
        """The first country stated."""
        return self.countries[0] if self.countries else None
