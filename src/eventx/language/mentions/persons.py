"""Names with what stands around them: titles before, countries after, offices in apposition."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.apposition import join_appositions, join_couples, join_styles, ranked
from eventx.language.mentions.complements import right
from eventx.language.mentions.expand import Expander
from eventx.language.mentions.modifiers import of_organization
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.tagging.row import CLITICS
from eventx.lexicon.cues import cues
from eventx.records import MentionKind, Role, Sector
from eventx.records.codes import INTERGOVERNMENTAL

_QUOTES: Final = frozenset({('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’")})
_NAMES_TOO: Final = frozenset({"sultan", "emir", "amir"})
_SERVANTS: Final = frozenset({"spokesman", "adviser", "chief of staff", "envoy"})
# What stands beside a name with an office, a country or another name.
_NAMING: Final = frozenset({",", "(", ":", "-", "–", "—", "and", "&", "'s", "’s", "'", "’", "who"})
_DOUBLE: Final = cues("mentions", "double")


def assemble(reader: Expander) -> list[Phrase]:
    """All phrases of the sentence: persons made of names and titles, and what is left of the items."""
    for item in reader.items:
        if item.form is Form.NAME and id(item) not in reader.taken:
            if _is_nobody(reader, item) or _is_ship(reader, item):
                reader.taken.add(id(item))
            else:
                _person(reader, item)
    for item in reader.items:
        if item.form is Form.OFFICE and item.holder is None and id(item) not in reader.taken:
            _of_person(reader, item)
    taken = reader.taken
    phrases = [i for i in reader.items if i.form is not Form.HONORIFIC and id(i) not in taken]
    forms = [i.form for i in phrases]
    if forms.count(Form.OFFICE) > 1:
        join_styles(phrases)
    if Form.PERSON in forms and (Form.OFFICE in forms or Form.GROUP in forms):
        join_couples(reader, phrases)
        join_appositions(reader, phrases)
    return phrases


def _is_nobody(reader: Expander, item: Phrase) -> bool:
    """True for a lone capitalised word that nothing around it and nothing in the text makes a person."""
    if len(item.name) > 1 or item.ruler or id(item) in reader.owners:
        return False
    before, after, lowers = item.first - 1, item.last + 1, reader.lowers
    if after < len(lowers) and (lowers[after] in _NAMING or lowers[after] in reader.words.names.says):
        return False
    if before >= 0 and (before in reader.by_last or lowers[before] in _NAMING):
        return False
    return not reader.line.may_mean(item.name[0])


def _is_ship(reader: Expander, item: Phrase) -> bool:
    """True for "the aircraft carrier Charles de Gaulle", "the Charles de Gaulle carrier": named after a person."""
    before, after, lowers = item.first - 1, item.last + 1, reader.lowers
    if reader.line.titled or reader.line.shouting or before < 0:
        return False
    rank = reader.by_last.get(before)
    ranked = rank is not None and rank.form is Form.OFFICE and lowers[before] in _RANKS and rank.first == before
    if len(item.name) < 2 and not ranked:
        return False
    named = before - ranked
    if named >= 0 and lowers[named] in _SHIPS and reader.tags[named] in ("NOUN", "PROPN"):
        if rank is not None and ranked:
            reader.taken.add(id(rank))
        return True
    return after < len(lowers) and lowers[after] in _SHIPS and lowers[before] == "the"


_RANKS: Final = frozenset({"admiral", "marshal", "general"})  # "the frigate Admiral Essen"
_SHIPS: Final = cues("mentions", "ships")


def _of_person(reader: Expander, item: Phrase) -> None:
    """ "the sister of North Korea's leader", "a spokesman for Mr Trump"."""
    after = item.last + 1
    if after + 1 >= len(reader.lowers) or reader.lowers[after] not in ("of", "for", "to"):
        return
    if not item.kin and (item.office is None or item.office.office not in _SERVANTS):
        return
    here = (i for i in reader.items if i.first == after + 1 and i.form is not Form.HONORIFIC)
    owner = next((i for i in here if id(i) not in reader.taken), None)
    if owner is not None and owner.form in (Form.PERSON, Form.OFFICE) and not owner.plural:
        item.holder, item.last = owner, owner.last
        item.definite = item.definite or item.kin
        if owner.role is Role.IGO_OFFICIAL and not item.kin:  # "a spokesman for the UN chief"
            of_organization(item)


def _person(reader: Expander, item: Phrase) -> None:
    """Give the name its titles; it becomes a person where anything says that it is one."""
    _given_in_brackets(reader, item)
    _honorifics(reader, item)
    if len(item.name) > 1:  # a word alone may be a surname: Ariel Sharon is no woman
        item.gender = item.gender or reader.words.names.gender(item.name)
    before = reader.by_last.get(item.first - 1)
    if before is not None and id(before) not in reader.taken:
        _title(reader, before, item)
        _honorifics(reader, item)
    _shared_title(reader, item)
    _possessor_country(reader, item)
    if len(item.name) > 1 and (reader.words.names.is_first(item.name[0]) or _speaks(reader, item)):
        item.certain = True
    _byname(reader, item)
    _of_country(reader, item)
    item.form = Form.PERSON
    reader.by_last[item.last] = item


def _given_in_brackets(reader: Expander, item: Phrase) -> None:
    """Take in the first name of "Prime Minister (Shinzo) Abe", which an agency adds to what somebody said."""
    at = item.first - 3
    if at < 1 or (reader.lowers[at], reader.lowers[item.first - 1]) != ("(", ")"):
        return
    given = reader.line.tokens.words[at + 1]
    title = reader.by_last.get(at - 1)
    if title is not None and reader.words.names.is_first(given):
        item.name, item.first = (given, *item.name), at
        reader.taken.update(id(i) for i in reader.items if i.first == at + 1)


def _byname(reader: Expander, item: Phrase) -> None:
    """Take in the byname of "Pushpa Kamal Dahal 'Prachanda'" and of "Ferdinand 'Bongbong' Marcos"."""
    first, last = item.last + 1, item.last + 3
    if last >= len(reader.lowers) or (reader.lowers[first], reader.lowers[last]) not in _QUOTES:
        return
    name = reader.by_first.get(first + 1)
    if name is None or name.form is not Form.NAME or name.last != first + 1:
        return
    rest = reader.by_first.get(last + 1)
    inner = rest is not None and rest.form is Form.NAME and id(rest) not in reader.taken
    if inner and rest is not None and reader.words.names.is_first(item.name[0]):
        item.name, last = (*item.name, *rest.name), rest.last
        reader.taken.add(id(rest))
    if len(item.name) > 1:
        item.byname, item.last, item.head_last, item.certain = name.name[0], last, last, True
        reader.taken.add(id(name))


def _speaks(reader: Expander, item: Phrase) -> bool:
    """True for a name before "said", "who", or an age between commas: that is a person."""
    lowers, after = reader.lowers, item.last + 1
    if reader.line.titled or reader.line.shouting or after >= len(lowers):
        return False
    if lowers[after] in reader.words.names.says or lowers[after] == "who":
        return True
    aged = after + 2 < len(lowers) and lowers[after] == "," == lowers[after + 2] and lowers[after + 1].isdigit()
    return aged and len(lowers[after + 1]) == 2


def _honorifics(reader: Expander, item: Phrase) -> None:
    """Take in "Mr", "Dr", "His Excellency", "Sheikh" before the name or its title."""
    while True:
        title = reader.by_last.get(item.first - 1)
        if title is None or title.form is not Form.HONORIFIC:
            return
        item.honorific, item.gender = item.honorific or title.honorific, title.gender or item.gender
        item.first = title.first
        if (
            title.honorific.startswith(("hon", "right hon", "rt"))
            and item.first
            and reader.lowers[item.first - 1] == "the"
        ):
            item.first -= 1
        item.titled = item.certain = True


def _title(reader: Expander, before: Phrase, item: Phrase) -> None:
    """The office, counterpart or describing noun right before the name."""
    if before.form is Form.OFFICE and not (before.indefinite and not before.offices):
        _take_office(reader, before, item)
        _stacked_office(reader, item)
        _second_office(reader, item)
    elif before.form is Form.GROUP and _describes(reader, before, item) and not reader.line.shouting:
        item.role, item.sector = before.role or Role.OTHER, before.sector
        item.countries = item.countries or before.countries
        item.gender = item.gender or before.gender
        item.first, item.certain, item.titled = before.first, True, True
        item.holder, item.former = before.holder, before.former
        item.plural = before.plural
        reader.taken.add(id(before))
    elif (
        before.form is Form.PLACE
        and before.place is not None
        and before.place.kind is MentionKind.DEMONYM
        and (len(item.name) > 1 or item.titled)
    ):
        item.countries = item.countries or before.countries
        item.first = before.first
        reader.taken.add(id(before))


def _shared_title(reader: Expander, item: Phrase) -> None:
    """ "Presidents A of X and B of Y", "Sens. A (R-Ariz.) and B": the second name has the office of the first."""
    lowers, last = reader.lowers, item.first - 1
    while last > 0 and lowers[last] in (",", "and", "&"):
        last -= 1
    if last == item.first - 1:
        return
    if lowers[last] == ")" and "(" in lowers[max(0, last - _PARTY) : last]:
        last = last - lowers[max(0, last - _PARTY) : last][::-1].index("(") - 2
    other = reader.by_last.get(last)
    if other is not None and other.form is Form.PERSON and other.plural and not item.offices:
        _share(other, item)


_PARTY: Final = 6  # words of "(R-Ariz.)"


def _take_office(reader: Expander, office: Phrase, item: Phrase) -> None:
    item.offices, item.role, item.sector = office.offices, office.role, office.sector
    item.countries = office.countries or item.countries
    item.gender = item.gender or office.gender
    item.holder, item.counterpart, item.kin = office.holder, office.counterpart, office.kin
    item.former, item.anaphor, item.abroad = office.former, office.anaphor, office.abroad
    item.first, item.certain, item.titled = office.first, True, True
    item.plural = office.plural
    item.definite = office.definite
    reader.taken.add(id(office))


def _describes(reader: Expander, before: Phrase, item: Phrase) -> bool:
    """True for "journalist" before a name, "activists" before several; not for "police", "parliament"."""
    if before.group is None or before.group.kind != "person":
        return False
    after = item.last + 1
    return not before.plural or (after < len(reader.lowers) and reader.lowers[after] in (",", "and", "&"))


def _stacked_office(reader: Expander, item: Phrase) -> None:
    """ "Supreme Leader Ayatollah X", "Foreign Minister Senator X": the outer office is the one that counts."""
    outer = reader.by_last.get(item.first - 1)
    if outer is None or outer.form is not Form.OFFICE or not outer.offices or outer.plural or id(outer) in reader.taken:
        return
    if item.definite or (item.countries and outer.countries and item.countries != outer.countries):
        return
    inner = item.offices
    if inner and inner[0].form in _NAMES_TOO:  # "Industry Minister Sultan X"
        item.head_first -= 1
        item.name = (reader.line.tokens.words[item.head_first], *item.name)
        inner = ()
    countries = outer.countries or item.countries
    _take_office(reader, outer, item)
    item.offices, item.countries = (*outer.offices, *inner), countries


def _second_office(reader: Expander, item: Phrase) -> None:
    """ "Deputy Prime Minister and Minister of Foreign Affairs X": the first office is X's as well."""
    joint = item.first - 1
    other = reader.by_last.get(joint - 1)
    if other is None or item.definite or reader.lowers[joint] not in ("and", "&", ",", "/"):
        return
    if other.form is not Form.OFFICE or not other.offices or other.plural or id(other) in reader.taken:
        return
    head = other.offices[0].office.removeprefix("deputy ")
    if head not in _DOUBLE or not reader.line.capital(other.head_first):
        return
    if (item.countries and other.countries and item.countries != other.countries) or _are_two(other, item):
        return
    item.offices = (*other.offices, *item.offices)
    item.role = ranked(item.offices[0].role, item.role)
    if other.role is Role.IGO_OFFICIAL:  # "High Representative/Vice-President X"
        item.role, item.sector = other.role, other.sector
    item.countries = other.countries or item.countries
    item.first = other.first
    item.former = item.former or other.former
    item.definite = other.definite
    reader.taken.add(id(other))


def _are_two(other: Phrase, item: Phrase) -> bool:
    """True for "the President and Prime Minister X", and with "the" for "the President and Foreign Minister X"."""
    return {other.role, item.role} == _BOTH or (other.role is Role.HEAD_OF_STATE and other.definite)


_BOTH: Final = frozenset({Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT})


def _share(before: Phrase, item: Phrase) -> None:
    """ "Presidents A of X and B of Y": the second name has the office of the first."""
    item.offices, item.role, item.sector = before.offices, before.role, before.sector
    item.countries = item.countries or ((before.countries[0],) if before.noun == "shared" else ())
    item.certain = item.titled = True
    item.plural, item.noun = True, before.noun


def _possessor_country(reader: Expander, item: Phrase) -> None:
    """ "Iran's Rouhani" (in "Qatar's Emir Sheikh Tamim" the office has the country)."""
    mark = item.first - 1
    if item.countries or mark < 1 or reader.lowers[mark] not in CLITICS:
        return
    owner = reader.by_last.get(mark - 1)
    if owner is not None and owner.form is Form.PLACE:
        item.countries = owner.countries


def _of_country(reader: Expander, item: Phrase) -> None:
    """ "President Vladimir Putin of Russia", "Wang Yi (China)"."""
    after = item.last + 1
    item.noun = "shared" if item.plural and item.countries else item.noun
    if after + 1 >= len(reader.lowers) or reader.lowers[after] != "of":
        return
    if item.countries and not (item.plural and item.noun != "shared"):
        return
    start = after + 1 + (reader.lowers[after + 1] == "the")
    place = reader.by_first.get(start)
    if place is None or place.form is not Form.PLACE or place.place is None or place.place.kind is MentionKind.DEMONYM:
        return
    if not (item.offices or (item.certain and place.place.kind is MentionKind.COUNTRY)):
        return
    item.countries = place.countries
    item.last = place.last
    reader.taken.add(id(place))
    if place.country in INTERGOVERNMENTAL:
        item.role, item.sector = Role.IGO_OFFICIAL, Sector.IGO


def expand_all(reader: Expander) -> None:
    """Expand every office and group, left to right."""
    for item in reader.items:
        if item.form is Form.OFFICE or item.form is Form.GROUP:
            if id(item) in reader.taken:
                continue
            reader.left(item)
            last = item.last
            right(reader, item)
            _nominee(reader, item)
            if item.last != last:
                reader.by_last[item.last] = item
            _share_country(reader, item)


def _nominee(reader: Expander, item: Phrase) -> None:
    """A candidate or nominee for an office is a person without it."""
    after = item.last + 1
    if item.form is Form.OFFICE and after < len(reader.lowers) and reader.lowers[after] in reader.words.offices.nominal:
        item.last = item.head_last = after
        item.noun, item.role, item.offices = "", Role.OTHER, ()
        item.kin = False


def _share_country(reader: Expander, item: Phrase) -> None:
    """ "the president, prime minister and foreign minister of X", "the Israeli president and prime minister"."""
    if item.form is not Form.OFFICE or not item.offices:
        return
    after = item
    while True:
        joint = after.first - 1
        if joint < 1 or reader.lowers[joint] not in ("and", ",", "&"):
            return
        joint -= reader.lowers[joint] == "and" and reader.lowers[joint - 1] == ","
        before = reader.by_last.get(joint - 1)
        if before is None or before.form is not Form.OFFICE or not before.offices or id(before) in reader.taken:
            return
        if after.sector in (Sector.BUS, Sector.UNS):  # "president and chief executive of" a company
            before.offices = tuple(evolve(o, role=Role.OTHER, sector=after.sector) for o in before.offices)
            before.role, before.sector, before.countries = Role.OTHER, after.sector, ()
            return
        if after.countries and not before.countries and after.last > after.head_last:
            before.countries = after.countries
            before.noun = "" if before.noun in ("country", "modifier", "capital") else before.noun
        elif before.countries and not after.countries and not after.definite and not after.indefinite:
            after.countries = before.countries
            return
        else:
            return
        after = before
