"""What follows a head noun: "of Foreign Affairs and Trade", "of the Republic of Kosovo", "from Pyongyang"."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.leading import of_group, of_national_body
from eventx.language.mentions.modifiers import of_body, of_organization, of_owner
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.regions import of_region
from eventx.language.mentions.whereabouts import STATE_WORDS, place_at
from eventx.language.tagging.row import CLITICS, GENITIVE, THEIR
from eventx.lexicon.cues import cues
from eventx.records import Mention, MentionKind, Role, Sector
from eventx.records.codes import INTERGOVERNMENTAL

_PORTFOLIO_HEADS: Final = cues("mentions", "portfolio_heads")
_LOCAL: Final = (("in",), ("across",), ("off",))
_LONGEST_PORTFOLIO: Final = 14
_LONGEST_CHARGE: Final = 9
# Offices with something that they are for, and offices of a body.
_CHARGED: Final = (Role.ENVOY, Role.OFFICIAL, Role.IGO_OFFICIAL, Role.MILITARY, Role.LEGISLATOR, Role.OTHER)
_SENT_TO: Final = frozenset({"ambassador", "envoy", "governor"})
_IN_BODIES: Final = (Role.LEGISLATOR, Role.OFFICIAL, Role.MILITARY)
_TIMES: Final = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_OF_BODIES: Final = frozenset({"president", "vice president", "spokesman", "head"})
_OF_STATE: Final = STATE_WORDS | cues("mentions", "unowned")
_CHARGE_TAGS: Final = frozenset({"NOUN", "ADJ", "PROPN", "ADP", "CCONJ", "DET", "PART"})


def right(reader: Expander, item: Phrase) -> None:
    """Take in the complements after an office or a group, moving ``item.last``."""
    of_national_body(reader, item)
    if item.form is Form.OFFICE and item.offices:
        _office_complements(reader, item)
    elif item.form is Form.GROUP:
        item.guest = _is_guest(reader, item)
        _group_complements(reader, item)


def _office_complements(reader: Expander, item: Phrase) -> None:
    held = item.office
    assert held is not None
    lowers = reader.lowers
    after = item.last + 1
    if held.office == "head" and after < len(lowers) and lowers[after] == "for":
        return  # the verb of "Albright heads for Seoul"
    if after < len(lowers) and lowers[after] in ("of", "for") and held.office in _PORTFOLIO_HEADS:
        end, words = _portfolio(reader, after + 1)
        if words:
            if held.office == "secretary of state":
                item.offices = (type(held)("minister", held.role, held.sector),)
            reader.with_portfolio(item, words)
            item.last = end
            item.noun = "" if item.noun in ("portfolio", "complement") else item.noun
        elif lowers[after] == "for":
            _region(reader, item, after + 1)
    after = item.last + 1
    bodied = item.role in _IN_BODIES or held.office == "chairman"
    in_body = bodied and after < len(lowers) and lowers[after] in ("of", "for")
    if in_body and _institution(reader, item, after + 1):
        return
    charged = after < len(lowers) and lowers[after] == "for" and item.role is Role.ENVOY
    if after < len(lowers) and lowers[after] in ("of", "from", "for", "in") and not charged:
        _of_places(reader, item, after + 1)
    elif after + 1 < len(lowers) and lowers[after] == "(" and lowers[after + 1] == "of":
        _of_places(reader, item, after + 2)
    elif charged or (after < len(lowers) and lowers[after] == "to" and held.office in _SENT_TO):
        place = place_at(reader, after + 1)
        if place is not None:
            item.abroad = place.country
            while place is not None:
                item.last = place.last
                reader.taken.add(id(place))
                joined = item.last + 1 < len(lowers) and lowers[item.last + 1] in ("and", "&")
                place = place_at(reader, item.last + 2) if joined else None
            _rest_of_charge(reader, item)
    _of_body(reader, item)
    _to_the_comma(reader, item)


def _region(reader: Expander, item: Phrase, index: int) -> None:
    """ "Minister for Africa", "for Asia and the Pacific": what the minister looks after, not where he is from."""
    place = place_at(reader, index)
    while place is not None and place.country is None and place.place is not None:
        reader.with_portfolio(item, (*item.offices[0].portfolio, place.place.text.lower()))
        item.last = place.last
        reader.taken.add(id(place))
        joined = item.last + 1 < len(reader.lowers) and reader.lowers[item.last + 1] in ("and", "&", ",")
        place = place_at(reader, item.last + 2) if joined else None


def _rest_of_charge(reader: Expander, item: Phrase) -> None:
    """ "for Afghanistan Reconciliation Ambassador X": a word between the place and a further title is no name."""
    word = reader.by_first.get(item.last + 1)
    title = reader.by_first.get(word.last + 1) if word is not None else None
    if (
        word is not None
        and word.form is Form.NAME
        and title is not None
        and title.form in (Form.OFFICE, Form.HONORIFIC)
    ):
        item.last = word.last
        reader.taken.add(id(word))


_OF_NO_NAME: Final = THEIR | {"the", "a", "an"}  # words before a body that are none of its name


def _of_body(reader: Expander, item: Phrase) -> None:
    """ "president of Sony", "vice president for sales": whoever heads something that is no state."""
    index, lowers = item.last + 1, reader.lowers
    if item.office is None or item.office.office not in _OF_BODIES or item.countries or item.last > item.head_last:
        return
    if index + 1 >= len(lowers) or lowers[index] not in ("of", "for", "at"):
        return
    index += 1 + (lowers[index + 1] in _OF_NO_NAME)
    if index >= len(lowers) or lowers[index] in _OF_STATE:
        return
    if index in reader.line.places:  # "of Togo", but "of Northern Pictures"
        after = reader.line.places[index][0] + 1
        modifies = after < len(lowers) and reader.tags[after] == "NOUN" and lowers[after] not in _TIMES
        if after >= len(lowers) or not (modifies or reader.line.capital(after)):
            return
    if item.office.office == "spokesman":
        found = reader.by_first.get(index)
        lone = found is not None and found.form is Form.NAME
        if not lone or reader.line.may_mean(reader.line.tokens.words[index]):
            return
    elif reader.tags[index] not in ("NOUN", "PROPN", "ADJ"):
        return
    needs = item.noun
    of_body(item)
    item.noun = needs if needs == "complement" else item.noun


def _to_the_comma(reader: Expander, item: Phrase) -> None:
    """ "special representative for peace and security affairs, X": what an office is for, up to the name."""
    index, lowers, tags = item.last + 1, reader.lowers, reader.tags
    if item.role not in _CHARGED or index >= len(lowers) or lowers[index] not in ("for", "on", "to", "of", "in"):
        return
    end = min(len(lowers) - 1, index + _LONGEST_CHARGE)
    index += 1
    while index < end and tags[index] in _CHARGE_TAGS:
        index += 1
    if index < len(lowers) and lowers[index] == "," and index + 1 < len(lowers) and index > item.last + 2:
        name = reader.by_first.get(index + 1)
        if name is not None and name.form in (Form.NAME, Form.HONORIFIC):
            item.last = index - 1


_COMMITTEES: Final = cues("mentions", "committees")
_LONGEST_BODY: Final = 10  # words of the body that an office belongs to


def _institution(reader: Expander, item: Phrase, index: int) -> bool:
    """ "speaker of Iran's parliament", "commander of the Kurdish forces": the body that an office belongs to."""
    countries: tuple[str, ...] = ()
    end = min(len(reader.lowers), index + _LONGEST_BODY)
    while index < end:
        found = reader.by_first.get(index)
        if found is not None and found.group is not None:
            if found.group.kind == "person":
                return False
            if found.last == found.head_last:
                _group_complements(reader, found)  # "of the Parliament of Georgia"
            item.countries = item.countries or countries or found.countries
            item.last = found.last
            item.noun = "" if item.noun == "complement" else item.noun
            of_owner(item, found)
            if found.sector is Sector.LEG and Sector.UNS is item.sector:  # "Chairman of the Parliament"
                item.offices = tuple(evolve(o, role=Role.LEGISLATOR, sector=Sector.LEG) for o in item.offices)
                item.role, item.sector = Role.LEGISLATOR, Sector.LEG
            if found.sector is Sector.MIL:
                item.offices = tuple(evolve(o, role=Role.MILITARY, sector=Sector.MIL) for o in item.offices)
                item.role, item.sector = Role.MILITARY, Sector.MIL
            return True
        if found is not None and found.form is Form.PLACE:
            countries, index = countries or found.countries, found.last + 1
        elif reader.lowers[index] in GENITIVE or reader.lowers[index] == "the" or reader.tags[index] in ("ADJ", "NOUN"):
            index += 1
        elif reader.lowers[index] in _COMMITTEES or (
            reader.lowers[index] == "of" and reader.lowers[index - 1] in _COMMITTEES
        ):
            index += 1  # "of the Standing Committee of China's National People's Congress"
        else:
            return False
    return False


def _portfolio(reader: Expander, index: int) -> tuple[int, tuple[str, ...]]:
    """The words of a portfolio from ``index`` on, and its last token."""
    lowers, portfolios = reader.lowers, reader.words.offices.portfolios
    words: list[str] = []
    last = index - 1
    end = min(len(lowers), index + _LONGEST_PORTFOLIO)
    while index < end:
        low = lowers[index].rstrip("'’")
        if low in portfolios:
            words.append(low)
            last = index
        elif low in CLITICS or low in ("and", "of", "for", "the", ",", "&", "women"):
            if low == "," and not _goes_on(reader, index + 1):
                break
        elif not (words and _unlisted(reader, index)):
            break
        else:
            words.append(low)
            last = index
        index += 1
    return last, tuple(words)


def _goes_on(reader: Expander, index: int) -> bool:
    """True when the words after a comma still belong to the portfolio: "Foreign, Commonwealth and ..."."""
    lowers, portfolios = reader.lowers, reader.words.offices.portfolios
    return index < len(lowers) and lowers[index] in portfolios and reader.line.capital(index)


def _unlisted(reader: Expander, index: int) -> bool:
    """True for an unknown capitalised word between two words of a portfolio."""
    lowers = reader.lowers
    if not reader.line.capital(index) or (index in reader.by_first and reader.by_first[index].form is not Form.NAME):
        return False
    after = index + 1
    return (
        after < len(lowers) and lowers[after] in reader.words.offices.portfolios and lowers[index - 1] in ("and", "of")
    )


def _titles(reader: Expander, place: Phrase) -> bool:
    """True for the place of a title that follows: "a spokesman for the UN chief"."""
    title = reader.by_first.get(place.last + 1)
    return title is not None and title.form is Form.OFFICE


def _of_places(reader: Expander, item: Phrase, index: int) -> None:
    """ "of Russia", "of Russia, Ukraine and Turkey", "of the International Atomic Energy Agency"."""
    place = place_at(reader, index)
    preposition = reader.lowers[item.last + 1]
    if place is None:
        if preposition == "of" and of_group(reader, item, index):
            item.countries = item.countries or _countries_in(reader, item.last + 1)
        return
    if preposition == "in" and item.plural and not item.countries and not item.guest:
        item.countries = place.countries[:1]  # "lawmakers in Kenya": where they are, no part of the phrase
    if preposition == "in" or (preposition == "for" and (not _acts(place.place) or _titles(reader, place))):
        return
    after = place.last + 1
    if item.form is Form.GROUP and after < len(reader.lowers) and reader.lowers[after] in CLITICS:
        item.countries = item.countries or place.countries  # "opponents of Chad's president": he is no part of it
        return
    noun = after < len(reader.tags) and reader.tags[after] == "NOUN" and reader.lowers[after] not in _TIMES
    if noun and preposition == "of" and not item.plural and after not in reader.by_first:
        return  # "head of UK equities"
    codes, last = [place.country], place.last
    reader.taken.add(id(place))
    while item.plural:
        joint = _next_joint(reader, last)
        other = place_at(reader, joint) if joint else None
        if other is None or not other.countries:
            break
        codes.append(other.country)
        last = other.last
        reader.taken.add(id(other))
    stated = tuple(code for code in codes if code)
    if not item.countries or item.plural:
        item.countries = stated if not item.countries else (*item.countries, *stated)
    item.last = last
    of_region(item, place)
    item.noun = "" if item.noun in ("country", "complement", "modifier", "portfolio", "capital") else item.noun
    if len(stated) == 1 and stated[0] in INTERGOVERNMENTAL:
        of_organization(item)
    if item.last + 1 < len(reader.lowers) and reader.lowers[item.last + 1] == ")":
        item.last += 1


def _next_joint(reader: Expander, last: int) -> int:
    """The token after ", ", "and" or ", and" that follows ``last``; 0 where none does."""
    lowers, index = reader.lowers, last + 1
    if index < len(lowers) and lowers[index] == ",":
        index += 1
    if index < len(lowers) and lowers[index] in ("and", "&"):
        index += 1
    return index if index > last + 1 and index < len(lowers) else 0


def _of_named_body(reader: Expander, item: Phrase, index: int) -> None:
    """ "a delegation of the African National Congress", "of the Syrian opposition": the country of whom they are."""
    index += reader.lowers[index : index + 1] == ("the",)
    body = reader.by_first.get(index)
    if item.role is Role.DELEGATION:
        named = (reader.by_first.get(at) for at in (index, index + 1))  # "the rebels", "the Syrian opposition"
        sectors = (b.sector for b in named if b is not None and b.form is Form.GROUP)
        item.sector = next((s for s in sectors if s in _NOT_THE_STATE), item.sector)
    if body is None or item.countries:
        return
    if body.form is Form.GROUP and body.group is not None and body.group.kind == "named" and body.countries:
        item.countries, item.last = body.countries, body.last


_NOT_THE_STATE: Final = (Sector.REB, Sector.OPP)


def _is_guest(reader: Expander, item: Phrase) -> bool:
    """True for embassies, diplomats, peacekeepers, "foreign troops": where they are is not whose they are."""
    if item.role is Role.ENVOY or item.noun in _GUESTS:
        return True
    sent = (item.sector is Sector.MIL and item.noun != "coalition") or item.noun == "government"
    return sent and not _FOREIGN.isdisjoint(reader.lowers[item.first : item.head_first])


_GUESTS: Final = frozenset({"embassy", "consulate", "diplomatic mission", "peacekeeper"})
_FOREIGN: Final = frozenset({"foreign", "international", "western", "allied", "overseas"})


def _acts(mention: Mention | None) -> bool:
    return mention is not None and mention.kind in (MentionKind.COUNTRY, MentionKind.ORGANIZATION)


def _group_complements(reader: Expander, item: Phrase) -> None:
    """ "officials from Pyongyang and Washington", "police in Pakistan", "Ministry of Foreign Affairs"."""
    after = item.last + 1
    lowers = reader.lowers
    if after >= len(lowers):
        return
    if item.noun in ("ministry", "department") and lowers[after] in ("of", "for"):
        end, words = _portfolio(reader, after + 1)
        if words:
            item.last = item.head_last = end
            item.noun = f"{item.noun} of {' '.join(words)}"
            after = end + 1
    if after < len(lowers) and lowers[after] in ("of", "from"):
        named = item.group is not None and item.group.kind == "named"
        if not named:
            _of_places(reader, item, after + 1)
            _of_named_body(reader, item, after + 1)
    elif not item.countries and not item.guest:
        item.countries = _countries_in(reader, after)


def _countries_in(reader: Expander, index: int) -> tuple[str, ...]:
    """The country of "in Chad" where it stands at the token."""
    place = place_at(reader, index + 1) if reader.lowers[index : index + 1] in _LOCAL else None
    return place.countries[:1] if place is not None and place.country else ()
