"""From a head noun to its phrase: what stands before it (whose, which, how many) and after it (of what)."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.envoys import is_charge, is_envoy, sent_by
from eventx.language.mentions.lexicon import PRONOUNS, Words
from eventx.language.mentions.line import PREFIXES, TIED, Line
from eventx.language.mentions.modifiers import (
    OF_STATE,
    QUANTITIES,
    lowered,
    of_body,
    of_organization,
    of_owner,
    of_party,
    of_people,
    outranks,
    tied,
    two_peoples,
)
from eventx.language.mentions.nationality import is_model, joined, share_country
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.regions import is_where, of_nation, of_region
from eventx.language.tagging.row import CLITICS
from eventx.lexicon.cues import cues
from eventx.lexicon.holdings import LEADING
from eventx.records import MentionKind, Role, Sector
from eventx.records.codes import INTERGOVERNMENTAL

_PORTFOLIO_HEADS: Final = frozenset({"minister", "secretary", "ministry", "department", "secretary of state"})
_NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_RULED: Final = frozenset({"administration", "government", "regime", "cabinet"})  # "the Obama administration"
_LAND: Final = cues("mentions", "states")
# Offices before which nouns stand: "human rights chief", "homeland security adviser".
_SERVING: Final = (Role.OFFICIAL, Role.ENVOY, Role.IGO_OFFICIAL, Role.OTHER)
_BEFORE_PARTICIPLE: Final = ("DET", "ADP", "PUNCT", "NUM", "CCONJ", "ADJ", "ADV", "PART", "VERB", "AUX")
_REACH: Final = 8  # words before a head noun
_ARMED: Final = (Sector.MIL, Sector.REB)
_CHAIRING: Final = (Role.OTHER, Role.OFFICIAL, *LEADING)


class Expander:
    """Expands the items of one sentence; drops the ones it takes in."""

    def __init__(self, line: Line, words: Words, items: list[Phrase]) -> None:
        self.line, self.words = line, words
        self.lowers, self.tags = line.tokens.lowers, line.tokens.tags
        self.items = items
        self.by_last = {item.last: item for item in items}
        self.by_first = {item.first: item for item in items}
        self.owners: set[int] = set()  # ids of items that something belongs to
        self.taken: set[int] = set()  # ids of items that are part of another one

    def left(self, item: Phrase) -> None:
        """Take in the words before the head, moving ``item.first``."""
        self._take_left(item)
        if item.form is Form.GROUP and not item.countries:
            share_country(item, self.line, self.by_last)

    def _take_left(self, item: Phrase) -> None:
        index, reach = item.first - 1, item.first - _REACH
        adjectives = 0
        while index >= max(0, reach):
            before = self.by_last.get(index)
            low = self.lowers[index]
            if before is not None and before.form is not Form.HONORIFIC and id(before) not in self.taken:
                step = self._left_item(item, before)
                if step is None or item.holder is not None:
                    break
                index = step
                continue
            if low in CLITICS or low == "whose":
                self._possessor(item, index)
                break
            if low == "of" and item.form is Form.GROUP and self._quantity(item, index):
                index = item.first - 1
                continue
            if self._portfolio(item, index):
                item.first = index
            elif low in ("and", ",", "&") and self._joined_portfolio(item, index):
                pass
            elif self._modifier(item, index, low):
                item.first = index
            elif self._outside(item, index, low):
                break
            elif low in self.words.offices.determiners:
                self._determine(item, index, low)
                index -= 1
                if low in ("all", "both") or low in _NUMBERS:
                    continue
                break
            elif self._describes(item, index, adjectives):
                adjectives += 1
                item.first = index
            else:
                break
            index -= 1

    def _quantity(self, item: Phrase, index: int) -> bool:
        """Take in the "dozens of", "tens of thousands of" before a group."""
        if index == 0 or self.lowers[index - 1] not in QUANTITIES:
            return False
        before = self.by_last.get(index - 1)
        if before is not None:
            self.taken.add(id(before))
        item.first = index - 1
        return True

    def _outside(self, item: Phrase, index: int, low: str) -> bool:
        """True for the "that" of "said that President X", and the article of "a Hamas attack"."""
        if low in ("that", "this"):
            return self.tags[index] != "DET" or self.line.capital(item.head_first)
        named = item.group is not None and item.group.kind == "named"
        return named and low in self.words.offices.indefinite

    def _describes(self, item: Phrase, index: int, adjectives: int) -> bool:
        """True for an adjective, a number or a noun that belongs to the phrase."""
        if adjectives >= 4:
            return False
        low, tag = self.lowers[index], self.tags[index]
        if not low[0].isalnum() or low in ("said", "says", "least", "most", "than"):
            return False
        if item.form is Form.GROUP:
            if tag == "NUM":
                item.count = item.count or _NUMBERS.get(low, 0)
                return True
            if low.startswith(PREFIXES):
                return True
            if low in OF_STATE or ((item.plural or item.sector in _ARMED) and is_model(low)):
                return True
            return tag in ("ADJ", "NOUN") and not (self.line.capital(index) and index > 0) and low not in _LAND
        servant = item.role in _SERVING and tag == "NOUN" and low not in _LAND and index not in self.by_last
        return (tag == "ADJ" or servant) and not self.line.capital(index)

    def _peoples(self, item: Phrase, before: Phrase) -> bool:
        """Take in a capitalised name of a people before a group: "Karen guerrillas"."""
        low, peoples = before.name[0].lower(), self.words.offices.peoples
        two = "-" in low and two_peoples(self.line.tokens.words[before.last], self.line.named)
        if before.last != item.first - 1 or not (two or low in peoples):
            return False
        if low in peoples:
            of_people(item, low, peoples)
        item.first = before.first
        self.taken.add(id(before))
        return True

    def _modifier(self, item: Phrase, index: int, low: str) -> bool:
        offices = self.words.offices
        if "-" in low and low.endswith(TIED):
            tied(item, self.line.tokens.words[index], self.line.named)
            return True
        if low in offices.former and self.line.tokens.features[index] != "VBD":  # "Congress ousted President Castillo"
            item.former = low not in offices.still
            return True
        if low in offices.parties:
            of_party(item)
            return True
        if low in offices.peoples:
            of_people(item, low, self.words.offices.peoples)
            return True
        below = low in offices.lower or (low == "second" and self.line.capital(index + 1))
        if below and item.form is Form.OFFICE and item.office is not None:
            lowered(item)
            return True
        if self.tags[index] == "VERB" and index and self.tags[index - 1] not in _BEFORE_PARTICIPLE:
            return False  # "guerrillas wounded two soldiers"
        if low in offices.modifiers:
            if low in ("military", "chief", "top") and item.noun == "modifier":
                item.noun = ""
            return True
        if item.kin and low in offices.of_kin:
            return True
        return item.counterpart and self.tags[index] in ("ADJ", "NOUN") and low.isalpha() and low not in _LAND

    def _determine(self, item: Phrase, index: int, low: str) -> None:
        item.first = index
        item.count = item.count or _NUMBERS.get(low, 0)
        if low in self.words.offices.indefinite:
            item.indefinite = True
        elif low in ("the", "both", "this", "that", "these", "those"):
            item.definite = True

    def _portfolio(self, item: Phrase, index: int) -> bool:
        """Take "foreign" before "minister", "interior" before "ministry"."""
        low = self.lowers[index]
        if low not in self.words.offices.portfolios:
            return False
        if item.form is Form.GROUP:
            if item.noun in ("ministry", "department", "office"):
                item.noun = f"{low} {item.noun}"
                return True
            return False
        held = item.office
        if held is None or held.office not in _PORTFOLIO_HEADS:
            return False
        self.with_portfolio(item, (low, *held.portfolio))
        return True

    def with_portfolio(self, item: Phrase, portfolio: tuple[str, ...]) -> None:
        """Set the portfolio, and the role that follows from it."""
        held = item.offices[0]
        role = self.words.offices.portfolio_role(portfolio) if portfolio else held.role
        if held.role is Role.OFFICIAL:
            role = Role.OFFICIAL
        elif held.form in self.words.offices.junior or held.office.startswith("deputy "):
            role = Role.MINISTER
        item.offices = (evolve(held, portfolio=portfolio, role=role),)
        item.role = role
        if item.noun == "portfolio":
            item.noun = ""

    def _joined_portfolio(self, item: Phrase, index: int) -> bool:
        """ "foreign and defence minister": the joint counts when a portfolio word stands before it."""
        held = item.office
        if held is None or not held.portfolio or index == 0:
            return False
        return self.lowers[index - 1] in self.words.offices.portfolios and index - 1 not in self.by_last

    def _left_item(self, item: Phrase, before: Phrase) -> int | None:
        """Take in the item that ends before the head; the next index to look at, or None to stop."""
        if before.form is Form.PLACE:
            return self._left_place(item, before)
        if before.form is Form.PRONOUN and PRONOUNS.get(before.pronoun, ("", "", False))[2]:
            item.first = before.first
            item.holder = before
            item.definite = True
            return before.first - 1
        if before.form is Form.GROUP and before.group is not None:
            return self._left_group(item, before)
        if before.form is Form.NAME:
            return self._left_name(item, before)
        return before.first - 1 if self._of_office(item, before) else None

    def _left_name(self, item: Phrase, before: Phrase) -> int | None:
        """ "Karen guerrillas", "the Castro government", "Ford chairman"; the next index to look at, or None to stop."""
        if item.form is Form.GROUP and self._acronym(item, before):
            return before.first - 1
        if item.group is not None and item.group.name in _RULED:
            item.holder, item.definite = before, True
            before.ruler = True
            item.first = before.first - (before.first > 0 and self.lowers[before.first - 1] == "the")
            return item.first - 1
        if item.group is not None and len(before.name) == 1 and self._peoples(item, before):
            return before.first - 1
        private = bool(item.offices) and item.offices[0].office in self.words.offices.private
        if not private or item.noun not in ("modifier", "country", ""):
            return None
        of_body(item)
        item.first = before.first
        self.taken.add(id(before))
        return before.first - 1

    def _of_office(self, item: Phrase, before: Phrase) -> bool:
        """Take in the "opposition leader" of "opposition leader chief"."""
        offices = before.form is Form.OFFICE and item.form is Form.OFFICE and item.office and not before.plural
        if not offices or item.noun != "modifier" or before.last != item.first - 1:
            return False
        item.noun = ""
        item.first = before.first
        self.taken.add(id(before))
        return True

    def _acronym(self, item: Phrase, before: Phrase) -> bool:
        """Take in the "SAS" of "Australian SAS troops"."""
        name = before.name[0]
        if len(before.name) > 1 or not name.isupper() or len(name) == 1 or before.last != item.first - 1:
            return False
        item.first = before.first
        self.taken.add(id(before))
        return True

    def _left_place(self, item: Phrase, before: Phrase) -> int | None:
        """A country or demonym as a modifier; with "and" between demonyms all of them."""
        mention = before.place
        assert mention is not None
        if mention.kind is MentionKind.PLACE and (before.last != item.first - 1 or is_where(self.line, before, item)):
            return None
        self._add_country(item, before)
        self.taken.add(id(before))
        item.first = before.first
        if item.noun in ("modifier", "country", "portfolio"):
            item.noun = ""
        return joined(item, before, self.line, self.by_last, self.taken)

    def _add_country(self, item: Phrase, before: Phrase) -> None:
        code = before.country
        if code is None:
            return
        of_region(item, before)
        if item.countries and item.form is not Form.GROUP:
            if self._charged(item) and code not in item.countries:
                sent_by(item, code)
            elif code not in item.countries and item.plural:
                item.countries = (code, *item.countries)
            return
        if code not in item.countries:
            own = item.group is not None and item.group.kind == "named" and item.group.country is not None
            item.countries = item.countries if own else (code,)
        if not self._seat_role(item, before) and code in INTERGOVERNMENTAL:
            of_organization(item)  # whoever heads an organisation is its official

    def _charged(self, item: Phrase) -> bool:
        """True for an envoy of whom only the name right before says something: whom he is sent to, or who sends him."""
        inside = (self.by_first.get(at) for at in range(item.first, item.head_first))
        place = next((found for found in inside if found is not None), None)
        after = self.lowers[place.last + 1] if place is not None else ""
        return place is not None and is_charge(place) and after not in CLITICS and is_envoy(item)

    def _seat_role(self, item: Phrase, before: Phrase) -> bool:
        """Give "chief" the role that it has at this seat of power."""
        tokens = self.line.tokens
        phrase = " ".join((*tokens.lowers[before.first : before.last + 1], tokens.lowers[item.head_last]))
        role = self.words.offices.seats.get(phrase.removeprefix("the "))
        if role is None or not item.offices:
            return False
        item.offices = (evolve(item.offices[0], role=role, sector=Sector.GOV),)
        item.role, item.sector = role, Sector.GOV
        return True

    def _left_group(self, item: Phrase, before: Phrase) -> int | None:
        """ "opposition lawmakers", "army chief", "Houthi rebels", "Hezbollah leader"."""
        if before.last != item.first - 1:
            return None
        group = before.group
        assert group is not None
        if group.kind == "person" and group.country is not None:
            of_nation(item, group.name.lower())  # "the Tamil leader"
        if item.kin or item.counterpart:
            return None
        if group.country and self._seat_role(item, before):
            item.countries, item.first, item.noun = (group.country,), before.first, ""
            self.taken.add(id(before))
            return before.first - 1
        if outranks(group.kind, group.sector, item):
            item.sector = group.sector
            if item.offices and item.offices[0].role in LEADING:
                item.offices = (evolve(item.offices[0], role=Role.OTHER, sector=group.sector),)
                item.role = Role.OTHER
            elif item.role is Role.OTHER and group.sector is Sector.GOV:  # "CIA director"
                item.offices = tuple(evolve(o, role=Role.OFFICIAL, sector=Sector.GOV) for o in item.offices)
                item.role = Role.OFFICIAL
        elif group.sector is Sector.LEG and item.offices and item.role in _CHAIRING:
            item.role, item.sector = Role.LEGISLATOR, Sector.LEG  # "Assembly Chairman"
            item.offices = (evolve(item.offices[0], role=item.role, sector=item.sector),)
        elif item.form is Form.GROUP and item.sector in (Sector.CVL, Sector.GOV) and group.kind == "institution":
            item.sector = group.sector
        if group.kind == "named" and group.sector is Sector.REB is item.sector and item.group is not None:
            item.group, item.noun = group, group.name  # "Taliban fighters" are the Taliban
        item.countries = item.countries or before.countries
        item.holder, item.definite = item.holder or before.holder, item.definite or before.definite
        item.noun = "" if item.noun in ("modifier", "country") else item.noun
        item.former = item.former or before.former  # "former government communications chief"
        item.first = before.first
        self.taken.add(id(before))
        return before.first - 1

    def _possessor(self, item: Phrase, index: int) -> int | None:
        """Whose: "Russia's", "Moon's", "the country's"; the next index, or None where nobody is named."""
        if self.lowers[index] == "whose":
            item.definite, item.anaphor = True, "whose" if item.form is Form.OFFICE else item.anaphor
            return None
        owner = self.by_last.get(index - 1)
        if owner is None:
            if index and self.lowers[index - 1] in _LAND | {"north", "south"}:
                item.anaphor = self.lowers[index - 1]
                item.first = index - 1
                item.definite = True
                if item.first and self.lowers[item.first - 1] in ("the", "this", "that"):
                    item.first -= 1
                return item.first - 1
            return None
        item.definite = True
        if owner.form is Form.PLACE:
            self._add_country(item, owner)
            self.taken.add(id(owner))
            item.noun = "" if item.noun in ("modifier", "country", "portfolio", "capital") else item.noun
        elif owner.form in (Form.PERSON, Form.NAME, Form.OFFICE):
            if item.countries and self._charged(item):
                sent_by(item)
            item.holder = owner
            self.owners.add(id(owner))
        elif owner.group is not None:
            item.countries = item.countries or owner.countries
            of_owner(item, owner)
        item.first = owner.first
        if (
            owner.form in (Form.PLACE, Form.GROUP, Form.OFFICE)
            and owner.first
            and self.lowers[owner.first - 1] == "the"
        ):
            item.first = owner.first - 1
        return item.first - 1
