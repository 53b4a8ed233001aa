"""Persons: which referent a name means, by the document first, then by the table, then by what is stated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from eventx.hooks.parts import Officeholder
from eventx.language.mentions import ahead, spelling
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent
from eventx.language.mentions.stated import WIVES, learn, of_table, of_text, office_of
from eventx.lexicon.holdings import LEADING, Holding, distance
from eventx.lexicon.names import fold
from eventx.records import Role, Section, Sector

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

# Countries whose leaders news calls by the surname alone, everywhere.
PROMINENT: Final = frozenset(
    {"USA", "RUS", "CHN", "GBR", "FRA", "DEU", "UKR", "IRN", "PRK", "ISR", "TUR", "VEN", "SYR", "UNO"}
)
# Countries of which that holds for who leads them, no minister.
_LED: Final = frozenset({"IND", "JPN", "BRA", "EGY", "HUN", "PHL", "ZAF"})
_SHORT: Final = frozenset({"xi"})  # other surnames of two letters are particles or abbreviations as often
_LEADING: Final = LEADING | {Role.IGO_OFFICIAL}
_KNOWN: Final = _LEADING | {Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER}
_MANY: Final = (Role.MINISTER, Role.OFFICIAL, Role.ENVOY, Role.LEGISLATOR, Role.MILITARY)
_LIFETIME: Final = 45 * 365  # days after an office until its holder is told of in histories only
_HEADS: Final = frozenset({"president", "prime minister", "king", "chancellor"})


def person(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, str] | None:
    """(referent, how it was found) of a name; None where nothing says that it is a person."""
    found = _found(register, phrase, sentence)
    if found is not None and phrase.byname:
        register.referents.also(found[0], fold(phrase.byname))
    return found


def _found(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, str] | None:
    words = register.words.names
    name = spelling.cleaned(phrase)
    key = words.key(name)
    if not key:
        return None
    plain = len(name) == 1 and _is_plain(phrase)
    if plain:
        called = register.referents.called(key[0])
        if called is not None and (not phrase.gender or phrase.gender == called.gender):
            return called, "name"
        if key[0] in register.nobody and register.nobody[key[0]] == len(register.context_countries()):
            return None  # sought before, and no other country was named since
    known = _in_document(register, phrase, key)
    if known is not None:
        learn(register, known, phrase, name, key)
        return known, "name"
    if len(key) == 1 and not phrase.countries:
        fuller = ahead.named(register, name[-1], sentence)
        if fuller is not None and not _leads_instead(register, phrase, name, key, fuller):
            learn(register, fuller, phrase, (), ())
            return fuller, "name"
    holding = _from_table(register, phrase, name, key)
    if holding is not None:
        return of_table(register, phrase, name, key, holding), "table"
    if plain:
        register.nobody[key[0]] = len(register.context_countries())
    introduced = _introduced(register, phrase, sentence) if len(key) > 1 and _is_plain(phrase) else None
    if introduced is not None:
        learn(register, introduced, phrase, name, key)
        introduced.kind, introduced.surname = "person", introduced.surname or key[-1]
        return introduced, "coreference"
    if not phrase.certain and not _of_a_family(register, key, sentence):
        return None
    if plain:
        return None
    return of_text(register, phrase, name, key, sentence), "stated" if office_of(phrase) else ""


def _leads_instead(
    register: Register, phrase: Phrase, name: tuple[str, ...], key: tuple[str, ...], fuller: Referent
) -> bool:
    """True for the "Reagan" of a text that names Nancy Reagan in full further on: who leads a country is meant."""
    office = any(held != "first lady" for held in fuller.offices)
    if office or (fuller.via == "table" and fuller.role in _KNOWN):
        return False
    holding = _from_table(register, phrase, name, key)
    return holding is not None and holding.row.role in _KNOWN and not holding.past


def _introduced(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """ "Australia's minister for trade is hopeful. Michael Duffy said": a bare name that speaks is who was told of."""
    tokens = register.tokens(sentence)
    after = tokens.lemmas[phrase.last + 1 : phrase.last + 2]
    if phrase.first > 0 or sentence == 0 or not after or after[0] not in ("say", "tell"):
        return None
    offices = register.referents.persons(
        lambda r: r.kind == "office" and r.subject_in == sentence - 1 and not r.name and not r.plural
    )
    told = offices[0] if len(offices) == 1 else None
    return told if told is not None and told.country is not None and not told.former and not told.row else None


def _is_plain(phrase: Phrase) -> bool:
    """True for a name with nothing around it that says more."""
    return not (
        phrase.titled or phrase.offices or phrase.countries or phrase.partner or phrase.holder or phrase.ruler
        or phrase.role or phrase.anaphor or phrase.kin or phrase.counterpart
    )  # fmt: skip


def _of_a_family(register: Register, key: tuple[str, ...], sentence: int) -> bool:
    """True for a name of several words that shares its surname with a person of the document.

    Not in links and captions: in "Ties Ahead of Reported Putin Visit" capitals tell nothing.
    """
    if register.sentences[sentence].section is Section.FURNITURE:
        return False
    return len(key) == 2 and any(key[1] == r.surname for r in register.referents.with_word(key[1]))


def _in_document(register: Register, phrase: Phrase, key: tuple[str, ...]) -> Referent | None:
    """The referent of the document that the name means."""
    store = register.referents
    stated = None if _told_by_tie(phrase, key) else register.country_of(phrase)
    found = [r for r in store.with_word(key[-1]) if r.kind == "person"]
    if len(key) == 1:
        role = phrase.role if phrase.offices else None
        fitting = [r for r in found if _may_be(r, phrase, stated)]
        if role is not None and len(fitting) > 1:
            fitting = _in_office(fitting, role, phrase.offices[0].office)
        last = [r for r in fitting if key[0] in (r.surname, r.key_words[-1]) and not _patronymic(r, key[0])] or fitting
        if role is not None and last:
            last = _in_office(last, role, phrase.offices[0].office)
        elif len(last) > 1 and _is_plain(phrase) and not phrase.gender:
            last = _whom_news_means(last)
        return max(last, key=lambda r: r.last, default=None)
    for referent in found or store.with_word(key[0]):
        same = referent.kind == "person" and _same_name(key, referent.key_words) and _may_be(referent, phrase, stated)
        if same and not (referent.via == "table" and register.table.names_another(key, referent.key)):
            return referent
    return None


def _whom_news_means(found: list[Referent]) -> list[Referent]:
    """ "Trump" beside Donald and Ivanka Trump: a bare surname is the leader's, not a relative's of lesser office.

    Where the leader is only told of as "the country's leader", it is that of whoever was named.
    """
    named = [r for r in found if r.by_name]
    if named and not any(r.role in _KNOWN for r in named):
        return named
    leading = [r for r in found if r.role in _KNOWN]
    leading = [r for r in leading if not r.former] or leading  # nor that of who led before him
    others = [r for r in found if r.role not in _KNOWN]
    lands = {r.country for r in leading if r.role in _LEADING}
    lesser = all(r.role in (None, Role.OTHER) or r.country in lands for r in others)
    return leading if leading and lesser else found


def _in_office(found: list[Referent], role: Role, office: str) -> list[Referent]:
    """Those whom the title fits best: in that very office, else in one that may be called so."""
    exact = [r for r in found if office in r.offices] or [r for r in found if r.role is role]
    if exact:
        return exact
    fitting = [r for r in found if (r.fits_role(role, office) or r.role is None) and not _another(r, office)]
    return fitting or [r for r in found if not _another(r, office)]


def _another(referent: Referent, office: str) -> bool:
    """True where the text calls the one president and the other prime minister: two persons of one surname."""
    return office in _HEADS and bool(_HEADS.intersection(referent.offices))


def _patronymic(referent: Referent, word: str) -> bool:
    """True for the last word of "Mohammed bin Salman", who is not called Salman."""
    names = [w.lower() for w in referent.name]
    return len(names) > 2 and names[-2] in ("bin", "ibn", "bint") and referent.surname != names[0] and word == names[-1]


def _may_be(referent: Referent, phrase: Phrase, stated: str | None) -> bool:
    if phrase.gender and referent.gender and phrase.gender != referent.gender:
        return False
    if phrase.honorific in WIVES and referent.role is not None and referent.gender != "f":
        return False
    if stated and referent.country and stated != referent.country:
        return False
    return not (phrase.kin or (phrase.offices and phrase.titled and _clashes(referent, phrase)))


def _clashes(referent: Referent, phrase: Phrase) -> bool:
    """A monarch is no minister: "King Abdullah" and "Prime Minister Abdullah" are two."""
    royal = {Role.MONARCH, Role.ROYAL}
    if referent.role is None or phrase.role is None:
        return False
    return (referent.role in royal) != (phrase.role in royal) and len(referent.key_words) == 1


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True when one name is the other with words left out ("Enrique Pena Nieto", "Pena Nieto")."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        return short[0] == long[-1]
    at = 0
    for word in long:
        if at < len(short) and (word == short[at] or (len(short[at]) == 1 and word[0] == short[at])):
            at += 1
    return at == len(short)


def _from_table(register: Register, phrase: Phrase, name: tuple[str, ...], key: tuple[str, ...]) -> Holding | None:
    """The officeholder whom the name means, where name, title, date and country leave no doubt."""
    table, day = register.table, register.day
    unstated = _pointed(phrase) or _told_by_tie(phrase, key)
    stated = None if unstated else register.country_of(phrase)
    source = office_of(phrase)
    role = source.role if source is not None and source.offices else None
    if len(key) > 1:
        holding = table.by_name(name, day, stated)
        if holding is not None and _agrees(holding, stated, role) and not _of_old(register, holding, stated, role):
            return holding
        if role is not None and not phrase.former:
            holding = table.by_title(name, role, day, stated)
            return holding if holding is not None and _alike(register, key, holding, stated, role) else None
        return _by_long_surname(register, name) if len(key) == 2 and not phrase.former else None
    if role is not None:
        holding = table.by_title(name, role, day, stated)
        if holding is None and source is not None and source.offices[0].office == "queen":
            holding = table.by_title(name, Role.ROYAL, day, stated)  # the wife of a king
        if holding is None and stated is None:
            for code in register.context_countries():
                holding = table.by_title(name, role, day, code)
                if holding is not None:
                    break
        if holding is None and role is Role.OTHER:
            return _leading(register, name)
        return holding
    return _bare(register, phrase, name, key, stated)


def _of_old(register: Register, holding: Holding, stated: str | None, role: Role | None) -> bool:
    """True for a "Carlos Garcia" of 2017 who directs something, or of whose country the text says nothing.

    The president of that name left office in 1961.
    """
    row = holding.row
    if register.day is None or not holding.past or distance(row, register.day) < _LIFETIME or stated == row.country:
        return False
    return role not in (None, *_KNOWN) or row.country not in register.context_countries()


def _by_long_surname(register: Register, name: tuple[str, ...]) -> Holding | None:
    """ "Pena Nieto", "Bin Salman": a leader by a surname of two words, of a country that the text names."""
    countries = frozenset(register.context_countries())
    found = register.table.by_surname(" ".join(name), register.day, countries) if register.day and countries else None
    return found if found is not None and found.row.role in _KNOWN else None


def _pointed(phrase: Phrase) -> bool:
    """True for "its foreign minister, X": whose X is, the table knows better than the pronoun."""
    if _is_theirs(phrase.holder):
        return True
    return phrase.partner is not None and _is_theirs(phrase.partner.holder)


def _is_theirs(holder: Phrase | None) -> bool:
    return holder is not None and holder.form is Form.PRONOUN and holder.pronoun in ("its", "their")


def _alike(register: Register, key: tuple[str, ...], holding: Holding, stated: str | None, role: Role) -> bool:
    """True where a name like one of the table means that person: a minister only of a country that the text names."""
    row = holding.row
    if stated is not None:
        return stated == row.country
    same = role not in _MANY or key == register.words.names.key(row.name.split())
    return same or row.country in register.context_countries()


def _told_by_tie(phrase: Phrase, key: tuple[str, ...]) -> bool:
    """True for "his mother, Elizabeth II": whose relative somebody is, is no country of a full name."""
    return len(key) > 1 and (phrase.kin or (phrase.partner is not None and phrase.partner.kin))


def _agrees(holding: Holding, stated: str | None, role: Role | None) -> bool:
    """True when what the text states does not contradict the row."""
    if stated is None or stated == holding.row.country:
        return True
    return role in (None, Role.ENVOY) and holding.row.sector is Sector.IGO  # "Syria envoy X" of the UN


def _bare(
    register: Register, phrase: Phrase, name: tuple[str, ...], key: tuple[str, ...], stated: str | None
) -> Holding | None:
    """A surname alone: only for persons in office, and with support from country or prominence."""
    table, day = register.table, register.day
    if phrase.ruler:
        roles = (Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT)
        return next(filter(None, (table.by_title(name, role, day) for role in roles)), None)
    if day is None or phrase.kin or (len(key[0]) < 3 and key[0] not in _SHORT):
        return None
    if phrase.honorific:  # "Sheikh Hasina": what looks like a title is the first name
        whole = register.words.names.key((phrase.honorific, *name))
        holding = table.by_name(whole, day, stated)
        if holding is not None and register.words.names.key(holding.row.name.split()) == whole:
            return holding
    if name[-1].isupper():  # an abbreviation
        return None
    if stated is not None:
        return table.by_surname(name[-1], day, frozenset({stated}))
    main = register.context_countries()[:2]
    if main and phrase.honorific and key[0] in register.words.names.common:
        found = table.by_surname(name[-1], day, frozenset(main))
        woman = phrase.honorific not in WIVES or _is_woman(register, name, day)
        return found if found is not None and found.row.role in _LEADING and woman else None
    given = name[0] in register.words.names.first and not phrase.titled and key[0] not in _SHORT
    if given or key[0] in register.words.names.common:
        return None
    nearby = frozenset(register.context_countries())
    if phrase.honorific in WIVES and not _is_woman(register, name, day):
        return None
    found = table.by_surname(name[-1], day, nearby) if nearby else None
    if found is not None and (found.row.role in _KNOWN or _is_famed(register, found)):
        return found
    found = table.by_surname(name[-1], day)
    if found is None:  # "Modi", though a minister of Niger bears the name as well
        found = table.by_surname(name[-1], day, PROMINENT | _LED)
        return found if found is not None and found.row.role in _LEADING and _prominent(found.row) else None
    return found if _prominent(found.row) else None


def _leading(register: Register, name: tuple[str, ...]) -> Holding | None:
    """Kim Jong Un, in "Chairman Kim" of a text on North Korea: who leads a country may have any title."""
    nearby = frozenset(register.context_countries())
    found = register.table.by_surname(name[-1], register.day, nearby) if nearby and register.day else None
    return found if found is not None and found.row.role in _LEADING else None


def _is_famed(register: Register, holding: Holding) -> bool:
    """True for who leads a region, a party or a movement of one of the countries that the text is most about."""
    row = holding.row
    leads = row.title.lower().endswith(" leader") or row.title.startswith(_LEADS)
    told = row.country in register.context_countries()[:2] and row.role in (Role.OTHER, Role.OFFICIAL)
    return leads and told and not holding.past and row.country not in _FEW_SURNAMES


_LEADS: Final = ("Leader of", "President of", "First Minister of", "Premier of")
_FEW_SURNAMES: Final = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM"})  # shared by many: one alone tells little


def _prominent(row: Officeholder) -> bool:
    """True when news calls the officeholder by the surname alone anywhere; of organisations only the UN's first."""
    if row.role is Role.IGO_OFFICIAL and row.title != "Secretary-General":
        return False
    return (row.country in PROMINENT and row.role in _KNOWN) or (row.country in _LED and row.role in _LEADING)


def _is_woman(register: Register, name: tuple[str, ...], day: date) -> bool:
    """True when the officeholder of that surname is a woman herself, not somebody's wife."""
    found = register.table.by_surname(name[-1], day)
    return found is not None and register.words.names.gender(found.row.name.split()) == "f"
