"""What a text states of a person: whom only it knows, and what a further mention adds to a known one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.mentions import spelling
from eventx.language.mentions.modifiers import of_deputy
from eventx.language.mentions.phrases import ONE_AT_A_TIME, Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.language.mentions.scene import located
from eventx.lexicon.cues import cues
from eventx.lexicon.holdings import LEADING, Holding
from eventx.lexicon.officeholders import COMPATIBLE
from eventx.records import Role, Sector

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_GENERIC: Final = cues("mentions", "generic")
_BARE: Final = frozenset({"minister", "secretary"})
WIVES: Final = frozenset({"mrs", "mrs."})  # "President X and Mrs X"


def office_of(phrase: Phrase) -> Phrase | None:
    """The phrase that states the office: the person's own, or the one in apposition."""
    if phrase.offices or phrase.role is not None or phrase.counterpart:
        return phrase
    partner = phrase.partner
    return partner if partner is not None and (partner.offices or partner.counterpart or partner.kin) else None


def of_table(
    register: Register, phrase: Phrase, name: tuple[str, ...], key: tuple[str, ...], holding: Holding
) -> Referent:
    """The referent of an officeholder."""
    row = holding.row
    names = register.words.names
    row_key = names.key(row.name.split())
    surname = names.key((row.surname or row.name.split()[-1]).split())
    full = name if key != surname and spelling.is_name_of(key, row_key) else tuple(row.name.split())
    referent = Referent(
        key=register.table.person_key(row),
        kind="person",
        name=full,
        display=spelling.display(phrase, name if len(key) == 1 and spelling.keeps_title(phrase) else full),
        key_words=key if len(key) > 1 else row_key,
        surname=" ".join(surname),
        gender=phrase.gender or names.gender(row.name.split()),
        country=row.country,
        role=row.role if row.role is not Role.OTHER and not holding.future else None,
        sector=row.sector,
        former=holding.past and not phrase.offices,
        via="table",
    )
    known = register.referents.add(referent)
    if row.role is Role.MINISTER and not known.offices and not known.former:
        known.offices.append(row.title.lower())  # "Gordon Brown said ... The chancellor"
    _state_office(register, known, phrase)
    return known


def of_text(register: Register, phrase: Phrase, name: tuple[str, ...], key: tuple[str, ...], sentence: int) -> Referent:
    """The referent of a person whom only the text knows."""
    names = register.words.names
    referent = Referent(
        key="person:" + "-".join((*("mrs" for _ in "." if phrase.honorific in WIVES), *key)),
        kind="person",
        name=name,
        display=spelling.display(phrase, name),
        key_words=key,
        surname=names.surname(key, name),
        gender=phrase.gender or names.gender(name),
        country=register.country_of(phrase),
        sector=phrase.sector,
        role=phrase.role,
        via="stated",
    )
    known = register.referents.add(referent)
    _state_office(register, known, phrase)
    if known.role is Role.MONARCH and known.gender == "f" and known.country and register.has_king(known.country):
        known.role = Role.ROYAL  # a queen beside a king
    if known.role in (Role.MONARCH, Role.ROYAL) and known.country and _is_republic(register, known.country):
        known.role = known.country = known.sector = None  # "the US remake of King Kong"
        known.changed()
    if known.role in (Role.MONARCH, Role.ROYAL) and known.country is None:
        _consort(register, known, phrase)
    usual = register.usual_country(phrase)
    if known.country is None and (usual is not None or _domestic(known)):
        known.country = usual or _own_country(register, known, phrase, sentence)
        known.via = "context" if known.country else known.via
        known.changed()
    return known


def _consort(register: Register, known: Referent, phrase: Phrase) -> None:
    """Camilla, in "King Charles and Queen Camilla": of the monarch's country, where nobody else is known to be she."""
    now = register.now
    if register.tokens(now).lowers[max(0, phrase.first - 1) : phrase.first] not in (("and",), ("&",)):
        return
    beside = [r for r in register.referents.recent(now) if r.last[0] == now and r.last[1] < phrase.first]
    king = max(beside, key=lambda r: r.last, default=None)
    if king is not None and king.role is Role.MONARCH and king.country and king.gender != known.gender:
        known.country, known.role, known.via = king.country, Role.ROYAL, "context"
        known.changed()


def _is_republic(register: Register, country: str) -> bool:
    """True for a country whose leaders the table knows, with no monarch among them."""
    return register.leader(country) is not None and register.table.holder(country, Role.MONARCH, register.day) is None


# Of these a person without a stated country is at home where the text is ("the opposition leader X", "activist X").
_AT_HOME: Final = (Sector.GOV, Sector.LEG, Sector.MIL, Sector.JUD, Sector.OPP, Sector.COP, Sector.CVL)


_YEARS: Final = 3 * 365  # days
_MEETS: Final = cues("mentions", "meets") | {"with"}
_GOES_WITH: Final = frozenset({"along", "together", "accompanied", "and"})


def _host_country(register: Register, phrase: Phrase, home: str, sentence: int) -> str | None:
    """Thailand, in "In Bangkok I will meet Commerce Minister X": whoever is met is of the place where that is."""
    places, before = register.places_of(sentence), register.tokens(sentence).lowers[: phrase.first][-2:]
    if not places or not before or before[-1] not in _MEETS or before[0] in _GOES_WITH:
        return None
    codes = {e.country for p in places if (e := p.place or p.actor) is not None and located(p, register.text)}
    return next(iter(codes)) if len(codes) == 1 and home not in codes else None


def _own_country(register: Register, referent: Referent, phrase: Phrase, sentence: int) -> str | None:
    """The text's own country, unless somebody else is known to hold the office there.

    An ambassador to one of the text's countries is another one's.
    """
    if phrase.abroad is not None:
        return next((code for code in register.context_countries() if code != phrase.abroad), None)
    country = register.home()
    if country is None or referent.role is None:
        return None
    if referent.role not in ONE_AT_A_TIME:  # there are many ministers
        beside = _beside(register, phrase, sentence) or _host_country(register, phrase, country, sentence)
        return beside or country
    free = register.table_holder(country, referent.role) is None or _long_ago(
        register, referent.role, country, sentence
    )
    return country if free else None


def _beside(register: Register, phrase: Phrase, sentence: int) -> str | None:
    """South Africa, in "will meet the South African deputy president and the Minister of Trade, X": met together."""
    first = min(phrase.first, phrase.partner.first if phrase.partner is not None else phrase.first)
    if first < 2 or register.tokens(sentence).lowers[first - 1] != "and":
        return None
    other = next((p for p in register.phrases(sentence) if p.last == first - 2 and p.object and p.offices), None)
    if other is None or other.plural or other.form is not Form.PERSON:
        return None
    known = register.known_or_named(other, sentence)
    return known.country if known is not None and known.sector is Sector.GOV else None


def _long_ago(register: Register, role: Role, country: str, sentence: int) -> bool:
    """True for a sentence of another time, in which the table knows nobody in the office: "Nixon followed in 1957"."""
    days = [t.start for t in register.analysis.times(sentence) if t.start is not None and t.end is not None]
    past = register.day is not None and bool(days) and all((register.day - day).days > _YEARS for day in days)
    return past and all(register.table.holder(country, role, day) is None for day in days)


def _domestic(referent: Referent) -> bool:
    """True for an office that a text leaves without a country when it is that of its own."""
    if referent.role in (Role.MONARCH, Role.ROYAL):
        return False
    if referent.offices:
        return referent.sector in _AT_HOME
    return referent.sector in (Sector.CVL, Sector.OPP, Sector.MED) and referent.role is not None


def _state_office(register: Register, referent: Referent, phrase: Phrase) -> None:
    """What the text states of a person's office wins over the table."""
    source = office_of(phrase)
    if source is None:
        return
    stated = register.country_of(phrase)
    if not source.kin and not source.counterpart and referent.country is None and referent.via != "table":
        owner = register.holder_of(source)  # "Claude Gueant, Sarkozy's chief of staff"
        if owner is not None and owner.sector in (Sector.GOV, Sector.IGO):
            referent.country = owner.country
    if source.kin:
        _by_tie(register, referent, source)
    styled = _still_styled(register, referent, source)
    for held in source.offices:
        if held.office not in referent.offices:
            referent.offices.append(held.office)
    if source.counterpart:
        other = register.holder_of(source)
        if other is not None and other.role is not None:
            referent.role, referent.sector = other.role, other.sector
            referent.offices.extend(o for o in other.offices if o not in referent.offices)
    elif source.role is Role.MONARCH and referent.role is Role.ROYAL and referent.via == "table":
        pass  # "Queen Camilla" does not reign
    elif source.role is Role.OTHER and (_leads(referent) or (referent.via == "table" and not source.offices)):
        pass  # "CLOSE President Obama says", in a caption; "Senator Lima, a lawyer"
    elif source.role is not None and not _same_office(referent, source):
        referent.role, referent.sector = source.role, source.sector or referent.sector
    if stated and referent.via != "table":
        referent.country = stated
    left = source.former and not _of_the_rank(referent, source)
    referent.former = left or (referent.former and (styled or not source.offices))
    referent.gender = referent.gender or source.gender
    referent.changed()


def _still_styled(register: Register, referent: Referent, source: Phrase) -> bool:
    """ "President Carter" of whom the text has as "former President Carter": the style is kept for life."""
    if not referent.former or source.former or referent.country is None:
        return False
    if referent.role not in LEADING or all(held.office not in referent.offices for held in source.offices):
        return False
    row = register.leader(referent.country)
    return row is None or register.table.person_key(row) != referent.key


def _of_the_rank(referent: Referent, source: Phrase) -> bool:
    """ "adviser Ada Oduya, a retired general": who is known to hold another office has left the army only."""
    elsewhere = referent.role not in (None, Role.OTHER, Role.MILITARY)
    return source.role is Role.MILITARY and referent.via == "table" and elsewhere and not referent.former


def _leads(referent: Referent) -> bool:
    """True for who leads a country by the table."""
    return referent.via == "table" and referent.role in LEADING and not referent.former


_FOLLOWING: Final = frozenset({"predecessor", "successor"})


def _by_tie(register: Register, referent: Referent, source: Phrase) -> None:
    """Give the phrase the office that the tie to its owner tells, or the one that the table knows."""
    owner = register.holder_of(source)
    role = owner.role if owner is not None else None
    second = of_deputy(source, role)
    sector = Sector.GOV
    if referent.via == "table" and (source.noun in _FOLLOWING or referent.role in ONE_AT_A_TIME):
        second, sector = referent.role, referent.sector or sector  # "his successor, X": whom everybody knows
    elif source.noun in _FOLLOWING:
        second, source.former = role, source.noun == "predecessor"
    source.role, source.sector = second or source.role, sector if second else source.sector


def _same_office(referent: Referent, phrase: Phrase) -> bool:
    """True when the table's role is what the title says ("leader" for a head of government)."""
    if referent.role is None or phrase.role is None:
        return False
    if phrase.former:
        return True
    held = phrase.office
    generic = held is None or held.office in _GENERIC or (held.office in _BARE and not held.portfolio)
    return referent.role is phrase.role or (generic and referent.role in COMPATIBLE.get(phrase.role, ()))


def learn(register: Register, referent: Referent, phrase: Phrase, name: tuple[str, ...], key: tuple[str, ...]) -> None:
    """What a further mention adds: a fuller name, an office, a country, a gender."""
    if len(name) > len(referent.name) or (len(name) > 1 and len(referent.key_words) == 1):
        referent.name, referent.key_words = name, key
        referent.display = spelling.display(phrase, name)
        register.referents.named(referent)
    referent.gender = referent.gender or phrase.gender
    if referent.country is None:
        referent.country = register.country_of(phrase)
    _state_office(register, referent, phrase)
    referent.changed()
