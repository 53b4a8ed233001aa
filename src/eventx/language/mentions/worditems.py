"""Items that a word of the lexicon starts: offices, groups, honorifics, pronouns, ties to other persons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from eventx.language.mentions.lexicon import (
    CAUSE,
    COUNTERPARTS,
    NAMED,
    NOUN,
    OFFICE,
    OTHER,
    PAIRS,
    PRONOUNS,
    Words,
)
from eventx.language.mentions.line import CALENDAR, Line, is_syllable
from eventx.language.mentions.phrases import Form, Held, Phrase
from eventx.language.tagging.row import CLITICS
from eventx.lexicon.chambers import AMERICAN, load_chambers
from eventx.lexicon.cues import cues
from eventx.lexicon.groups import Group
from eventx.lexicon.offices import Office
from eventx.records import Role, Sector

_LOWER_HOUSE: Final = "House of Representatives"
_PARLIAMENT: Final = ("parliament",)  # what a congress is that is not the one of the table


def word_item(line: Line, words: Words, index: int) -> Phrase | None:
    """An office, a group, a pronoun or an honorific at the token."""
    lowers = line.tokens.lowers
    low = lowers[index]
    flags = words.starts[low]
    office = words.offices.index.at(lowers, index) if flags & OFFICE else None
    if flags & OTHER and office is None and low in PRONOUNS and not is_syllable(line, index):
        return _pronoun(line, index)
    if line.tokens.words[index] == "HE" and is_syllable(line, index):  # "HE Prime Minister X": an excellency
        return Phrase(Form.HONORIFIC, index, index, index, index, honorific=low)
    group = _named(line, words, index) if flags & NAMED else None
    if group is not None and not _runs_over(words, lowers, index + group[0], index):
        last = index + group[0] - 1
        parliament = words.groups.nouns.at(_PARLIAMENT, 0) if group[1].form == "Congress" else None
        home = _congress(line, index) if group[1].form == "Congress" and group[1].country == "USA" else None
        if home is not None and parliament is not None and owner_of(line, index, last) is None:
            return _group_item(index, last, evolve(parliament[1], country=home))
        if group[1].form == _LOWER_HOUSE and owner_of(line, index, last) is None:
            return _group_item(index, last, evolve(group[1], country=_of_representatives(line) or AMERICAN))
        if parliament is not None and owner_of(line, index, last) not in (None, group[1].country):
            return _group_item(index, last, parliament[1])
        return _group_item(index, last, group[1])
    noun = words.noun(lowers, index) if flags & (NOUN | CAUSE) else None
    if noun is not None and noun[0] == 1 and noun[1].kind == "person" and _begins_name(line, words, index):
        noun = None  # "Marine Le Pen"
    if office is not None and (noun is None or office[0] >= noun[0]):
        item = _office_item(line, index, index + office[0] - 1, office[1])
        if item is not None:
            return item
    if noun is not None:
        return _group_item(index, index + noun[0] - 1, noun[1])
    if low == "house" and (chamber := _house(line, words, index)) is not None:
        return chamber
    if low in words.names.honorifics and line.capital(index):
        return Phrase(Form.HONORIFIC, index, index, index, index, honorific=low, gender=words.names.honorifics[low])
    return _tie_item(line, words, index) if flags & OTHER else None


def _congresses() -> frozenset[str]:
    """Whose parliament is called so, but for the United States, which nobody dissolves."""
    return load_chambers()["congressional"] - {AMERICAN}


def _of_representatives(line: Line) -> str | None:
    """The country of "the House of Representatives" in a text on one that calls a chamber so, and not on America."""
    told = line.countries()
    return told[0] if told and AMERICAN not in told and told[0] in load_chambers()["representatives"] else None


def _house(line: Line, words: Words, index: int) -> Phrase | None:
    """The chamber of "the House approved the bill", in a text on a country that calls one so."""
    lowers = line.tokens.lowers
    if line.titled or not line.capital(index) or lowers[index - 1 : index] != ("the",):
        return None
    if lowers[index + 1 : index + 2] == ("of",) or line.capital(index + 1):
        return None
    chamber = words.groups.nouns.at(_HOUSE, 0)
    country = next((code for code in line.countries() if code in load_chambers()["house"]), None)
    return _group_item(index, index, evolve(chamber[1], country=country)) if chamber and country else None


_HOUSE: Final = ("house", "of", "representatives")


def _runs_over(words: Words, lowers: tuple[str, ...], end: int, index: int) -> bool:
    """ "the US Senate panel": a noun that begins inside the name and ends behind it."""
    nouns = (words.noun(lowers, at) for at in range(index + 1, end))
    return any(noun is not None and at + noun[0] > end for at, noun in zip(range(index + 1, end), nouns, strict=True))


def _begins_name(line: Line, words: Words, index: int) -> bool:
    """True for a first name in capitals with another capital behind it."""
    raw = line.tokens.words[index]
    named = raw[0].isupper() and not raw.isupper() and words.names.is_first(raw)
    return named and not line.titled and line.capital(index + 1)


def _congress(line: Line, index: int) -> str | None:
    """The country of "Congress" in a text on a country that calls its parliament so, or where it is dissolved."""
    told = line.countries()
    before = [at for at in line.places if at < index]
    named = line.places[min(before)][1] if before else None
    entity = named.actor or named.place if named is not None else None
    here = entity.country if entity is not None else None
    if index and line.tokens.lowers[index - 1] in _DISSOLVING:
        return next((code for code in (here, *told) if code in _congresses()), None)
    if not told or told[0] not in _congresses() or AMERICAN in told or here == AMERICAN:
        return None
    behind = (place.actor or place.place for at, (_, place) in line.places.items() if at > index)
    return (
        None if any(e is not None and e.country == told[0] for e in behind) else told[0]
    )  # a treaty with that country


_DISSOLVING: Final = cues("mentions", "dissolving")


def _named(line: Line, words: Words, index: int) -> tuple[int, Group] | None:
    """(number of words, group) of the longest name at the token; a doubtful one by the countries of the text."""
    lowers = line.tokens.lowers
    found = words.groups.named.at(lowers, index)
    if found is not None and not _cased(line, index, found[1]):
        found = None
    borne = words.bodies.at(lowers, index)
    if borne is None or (found is not None and found[0] > borne[0]):
        return found
    size, bodies = borne
    if found is not None and found[0] == size and (found[1].country is None or found[1].country in line.countries()):
        return found  # "Congress" is that of the United States where the text speaks of them, else a party of India
    if not all(_is_proper(line, at, index) for at in range(index, index + size)):
        return found  # "labour costs", "the greens"
    meant = _meant(line, bodies, owner_of(line, index, index + size - 1), " ".join(lowers[index : index + size]))
    return (size, meant) if meant is not None and _cased(line, index, meant) else found


def _is_proper(line: Line, at: int, first: int) -> bool:
    """True for a capital, a small word, and what a body is after its name: "the Likud party"."""
    low = line.tokens.lowers[at]
    return line.capital(at) or len(low) <= len("and") or (at > first and low in _KINDS)


_KINDS: Final = frozenset({"party", "coalition", "movement", "alliance", "cartel", "group", "union", "faction", "bloc"})


def _meant(line: Line, bodies: Sequence[tuple[Group, bool]], owner: str | None, name: str) -> Group | None:
    """Whom a name means: the only one who bears it for sure, that of its owner, else of the text's first country."""
    if any(sure for _, sure in bodies) and len({(body.country, body.name) for body, _ in bodies}) == 1:
        forms = {body.form: body for body, _ in bodies}  # of one body: "ZANU-PF", "Zanu-PF"
        return next((forms[word] for word in line.tokens.words if word in forms), bodies[0][0])
    by_country = {body.country: body for body, _ in bodies}
    if owner is not None:
        return by_country.get(owner)  # "Kenyan Treasury Secretary": of no other country's treasury
    country = next((code for code in line.countries() if code in by_country), None)
    if country is None and (name in _AMERICAN or not _CHAMBERS.isdisjoint(line.tokens.words)):
        country = AMERICAN  # "Republicans", "Socialists in the Senate"
    return by_country.get(country) if country is not None else None


_AMERICAN: Final = cues("mentions", "american_parties")
_CHAMBERS: Final = frozenset({"Senate", "Congress", "Capitol"})


def _before(line: Line, first: int) -> int:
    """The token right before a name, or the owner's before "'s", or before "'s ruling", "'s main opposition"."""
    lowers = line.tokens.lowers
    for at in range(first - 1, max(first - 2 - _EPITHETS, 0), -1):
        if lowers[at] in CLITICS:
            return at - 1
        if line.capital(at) or line.tokens.tags[at] not in _EPITHET:
            break
    return first - 1


_EPITHETS: Final = 3  # words between an owner and what it owns
_EPITHET: Final = frozenset({"ADJ", "NOUN", "VERB"})


def owner_of(line: Line, first: int, last: int) -> str | None:
    """The country that a body is said to be of: "Peru's Congress", "the Peruvian Congress", "the Congress of Peru"."""
    lowers = line.tokens.lowers
    after = last + 1 + (lowers[last + 1 : last + 2] == ("of",)) + (lowers[last + 1 : last + 3] == ("of", "the"))
    before = _before(line, first)
    owner = line.places.get(after) if after > last + 1 else None
    if owner is None:
        owner = next((found for found in line.places.values() if found[0] == before), None)
    of = None if owner is None else owner[1].actor or owner[1].place
    return of.country if of is not None else None


def _tie_item(line: Line, words: Words, index: int) -> Phrase | None:
    """A counterpart, a relative, a pair."""
    low = line.tokens.lowers[index]
    if low in COUNTERPARTS:
        return Phrase(Form.OFFICE, index, index, index, index, counterpart=True, plural=low.endswith("s"))
    if low in words.offices.kin and not line.capital(index) and not _opens_office(line, words, index):
        return Phrase(
            Form.OFFICE, index, index, index, index, kin=True, gender=words.offices.kin[low], role=Role.OTHER, noun=low
        )
    if low in PAIRS:
        return Phrase(Form.PRONOUN, index, index, index, index, pronoun=low, plural=True, count=PAIRS[low])
    return None


def _opens_office(line: Line, words: Words, index: int) -> bool:
    """True for the "deputy" of "deputy foreign minister", which is no relation of anybody."""
    lowers = line.tokens.lowers
    if lowers[index] != "deputy" or index + 1 >= len(lowers):
        return False
    at = index + 1
    if at in line.places and line.places[at][0] + 1 < len(lowers):  # "the deputy UN ambassador"
        at = line.places[at][0] + 1
    after = lowers[at]
    return after in words.offices.portfolios or bool(words.starts.get(after, 0) & OFFICE)


def _pronoun(line: Line, index: int) -> Phrase | None:
    low = line.tokens.lowers[index]
    gender, number, _ = PRONOUNS[low]
    raw = line.tokens.words[index]
    if raw.isupper() and len(raw) > 1 and not line.shouting and low == "us":
        return None
    return Phrase(Form.PRONOUN, index, index, index, index, pronoun=low, gender=gender, plural=number == "p")


def _cased(line: Line, index: int, group: Group) -> bool:
    """True where the text writes the name with its capitals ("Hamas", not "ETA" for "eta")."""
    raw = line.tokens.words[index]
    if line.shouting:
        return len(group.form) > 4
    if len(group.form) <= 4 and " " not in group.form:
        return raw == group.form
    return raw[0] == group.form[0] or raw[0].isupper()


def _group_item(first: int, last: int, group: Group) -> Phrase:
    outlet = group.kind == "named" and group.sector is Sector.MED  # its staff are of any nation
    return Phrase(
        Form.GROUP,
        first,
        last,
        first,
        last,
        group=group,
        role=group.role,
        sector=group.sector,
        countries=(group.country,) if group.country and len(group.country) == 3 and not outlet else (),
        plural=group.plural,
        noun=group.name,
    )


def _office_item(line: Line, first: int, last: int, office: Office) -> Phrase | None:
    """The office, if what it needs before or after it is there (as far as the next token tells)."""
    after = last + 1
    capital_after = after < line.size and line.capital(after)
    if first == last and after < line.size and line.tokens.lowers[after] in ("bin", "ibn", "bint"):
        return None  # "Sultan bin Saad": a name
    if office.needs == "name" and not (line.capital(first) and capital_after) and not office.form.endswith("."):
        return None
    if office.needs == "name" and not capital_after:
        return None
    if office.needs == "title" and not (line.capital(first) and capital_after):
        return None
    if (
        office.name in ("majesty", "highness", "holiness")
        and capital_after
        and line.tokens.lowers[after] not in CALENDAR
    ):
        return Phrase(Form.HONORIFIC, first, last, first, last, honorific=office.form, gender=office.gender)
    if office.form in ("pm", "pms") and not line.tokens.words[first].startswith("PM"):
        return None
    return office_item(first, last, office)


def office_item(first: int, last: int, office: Office) -> Phrase:
    """The item of an office."""
    held = Held(office.name, office.role, office.sector, (), office.form)
    return Phrase(
        Form.OFFICE,
        first,
        last,
        first,
        last,
        offices=(held,),
        role=office.role,
        sector=office.sector,
        gender=office.gender,
        plural=office.plural,
        noun=office.needs,
    )


def hyphened(line: Line, words: Words, index: int) -> Phrase | None:
    """ "ex-president", "president-elect", "pro-Russian rebels" (its last word)."""
    low = line.tokens.lowers[index]
    former = low.startswith("ex-")
    base = low[3:] if former else low.removeprefix("then-")
    for ending in words.offices.elect:
        base = base.removesuffix(ending)
    if base == low:
        return None
    lowers = [*line.tokens.lowers[index : index + 4]]
    lowers[0] = base
    found = words.offices.index.at(lowers, 0)
    if found is None or found[1].needs in ("name", "title"):
        return None
    item = office_item(index, index + found[0] - 1, found[1])
    item.former, item.elect = former, low.endswith(words.offices.elect)
    return item
