"""Appositions: a name and an office that say the same person ("X, the Russian president,")."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from eventx.language.mentions.expand import Expander
from eventx.language.mentions.phrases import Form, Held, Phrase
from eventx.language.mentions.recall import MINISTERS
from eventx.language.mentions.rows import in_apposition, numbered
from eventx.language.tagging.row import CLITICS
from eventx.lexicon.cues import cues
from eventx.lexicon.names import fold
from eventx.records import Role

_AFTER_APPOSITION: Final = frozenset({",", ".", ")", ";", ":", "-", "–", "—", "(", '"', "”", "'", "’", "!", "?"})
_GOES_ON: Final = frozenset({"who", "in", "at", "since", "from", "for", "to", "and", "said", "on", "of"})
_RANKS: Final = cues("mentions", "ranks")
_STYLES: Final = frozenset({"majesty", "highness", "holiness"})
_SINGLE: Final = (Role.OFFICIAL, Role.ENVOY, Role.LEGISLATOR)
_CLAUSE_ENDS: Final = frozenset({",", ".", ";", ":"})
_MARKS: Final = frozenset({(",",), ("(",), (":",), ("-",), ("–",), ("—",)})


def join_appositions(reader: Expander, phrases: list[Phrase]) -> None:
    """Join a name and an office that say the same person: "X, the Russian president,", "the president, X,"."""
    _join_rows(reader, phrases)
    for before, after in pairwise(_outermost(phrases)):
        _as_office(reader, before, after)
        _as_citizen(reader, before, after)
        gap = reader.lowers[before.last + 1 : after.first]
        if _in_apposition(reader, before, gap, after):
            if after.offices and after.form is Form.PERSON:  # "the foreign minister, Senator X": the rank counts less
                after.offices = (*before.offices, *after.offices)
                after.role, after.sector = before.role, before.sector
                after.countries = before.countries or after.countries
            elif _is_lawmaker(before) and after.offices and after.role in _GOVERNING:
                before.offices = (*after.offices, *before.offices)
                before.role, before.sector = after.role, after.sector
            before.partner, after.partner = after, before
            before.certain = after.certain = True
            if before.form is Form.OFFICE:
                _second_office(reader, phrases, before)


_GOVERNING: Final = (Role.HEAD_OF_GOVERNMENT, *MINISTERS)


def _is_lawmaker(phrase: Phrase) -> bool:
    """True for a name with the rank of a lawmaker, which members of a government keep."""
    return phrase.form is Form.PERSON and bool(phrase.offices) and phrase.role is Role.LEGISLATOR


def _join_rows(reader: Expander, phrases: list[Phrase]) -> None:
    """Join "The last speaker to make the trip, X," over what stands between."""
    for office in phrases:
        if office.form is Form.OFFICE and numbered(reader.lowers, office):
            names = (p for p in phrases if p.form is Form.PERSON and p.first > office.last and p.partner is None)
            name = next(names, None)
            if name is not None and in_apposition(reader.lowers, office, name):
                office.partner, name.partner, name.certain = name, office, True


def join_styles(phrases: list[Phrase]) -> None:
    """Take the "His Majesty" of "His Majesty the King of Jordan" into the office behind it."""
    for before, after in pairwise(tuple(phrases)):
        styled = before.office is not None and before.office.office in _STYLES and not before.countries
        if styled and after.form is Form.OFFICE and after.offices and after.first == before.last + 1:
            after.first, after.definite, after.gender = before.first, True, after.gender or before.gender
            phrases.remove(before)


def join_couples(reader: Expander, phrases: list[Phrase]) -> None:
    """ "The President and Mrs. Obi": the office is that of the man whose name his wife bears.

    Not where the text has spoken of somebody of that name: "the President and Mrs. Merkel" may meet.
    """
    for office, spouse in pairwise(phrases):
        if office.form is not Form.OFFICE or office.role not in _LEADING or office.plural or office.holder is not None:
            continue
        styled = spouse.form is Form.PERSON and spouse.honorific.rstrip(".") in _SPOUSES and not spouse.offices
        beside = reader.lowers[office.last + 1 : spouse.first] in (("and",), ("&",))
        if styled and beside and len(spouse.name) == 1 and fold(spouse.name[0]) not in reader.line.known:
            office.form, office.name, office.certain, office.titled = Form.PERSON, spouse.name, True, True
            office.gender = "m"


_LEADING: Final = (Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.VICE_PRESIDENT)
_SPOUSES: Final = frozenset({"mrs", "madam", "madame"})


def _as_office(reader: Expander, before: Phrase, after: Phrase) -> None:
    """A noun for one official beside a name is an office: "X, a senior U.S. diplomat,", "the negotiator, X,"."""
    if reader.lowers[before.last + 1 : after.first] != (",",):
        return
    for noun, name in ((before, after), (after, before)):
        if noun.form is not Form.GROUP or name.form is not Form.PERSON or noun.plural or noun.group is None:
            continue
        if noun.group.kind != "person" or noun.group.role not in _SINGLE or name.offices:
            continue
        if noun is after and not _closes(reader, before, after):
            continue
        if noun.countries or noun.definite:
            noun.form = Form.OFFICE
            noun.offices = (Held(noun.group.name, noun.group.role, noun.sector or noun.group.sector),)
            noun.role, noun.sector = noun.offices[0].role, noun.offices[0].sector


def _as_citizen(reader: Expander, name: Phrase, noun: Phrase) -> None:
    """ "Ri Jong Chol, a North Korean man,", "Ada Oduya, 34, a lawyer,": the noun says what and of which country."""
    if name.form is not Form.PERSON or noun.form is not Form.GROUP or name.countries or name.offices:
        return
    single = noun.group is not None and noun.group.kind == "person" and not noun.plural
    gap = reader.lowers[name.last + 1 : noun.first]
    if not single or len(noun.countries) > 1 or not (_comma(gap) or gap in (("-",), ("–",), ("—",), ("--",))):
        return
    if (noun.indefinite or noun.definite) and _ends_or_tells(reader, noun):
        name.countries = noun.countries
        if name.role is None and name.sector is None:
            name.role, name.sector = noun.role or Role.OTHER, noun.sector


def _ends_or_tells(reader: Expander, noun: Phrase) -> bool:
    """True where the noun closes what is told of the name, or a participle or relative goes on with it."""
    index = noun.last + 1
    if index >= len(reader.lowers):
        return True
    told = reader.tags[index] == "VERB" and reader.line.tokens.features[index] in ("VBN", "VBG")
    return reader.lowers[index] in _AFTER_APPOSITION or reader.lowers[index] in _CITIZENS_GO_ON or told


_CITIZENS_GO_ON: Final = frozenset({"who", "in", "from", "with", "of", "and", "working", "living"})


def _outermost(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases that are no pronouns and lie in no office before them ("the speaker of Iran's parliament")."""
    found: list[Phrase] = []
    for phrase in phrases:
        inside = bool(found) and found[-1].form is Form.OFFICE and phrase.last <= found[-1].last
        if phrase.form is not Form.PRONOUN and not inside:
            found.append(phrase)
    return found


def _in_apposition(reader: Expander, before: Phrase, gap: tuple[str, ...], after: Phrase) -> bool:
    if before.plural or after.plural:
        return False
    if before.form is Form.PERSON and after.form is Form.OFFICE:
        named = bool(after.offices or after.holder) and not (before.offices and after.offices[:1] == before.offices[:1])
        return (
            (_comma(gap) or _who_is(gap))
            and named
            and _closes(reader, before, after)
            and (not before.offices or _adds(before, after) or _governs(reader, before, after))
            and not _of_next(reader, before, after)
        )
    if before.form is Form.OFFICE and after.form is Form.PERSON:
        return gap in _MARKS and _names(reader, before, after)
    return False


def _of_next(reader: Expander, before: Phrase, after: Phrase) -> bool:
    """True in "the president of X, Ada, the president of Y, Ben,": the office behind Ada is Ben's.

    Of two offices around one name, with different countries, the one behind it counts: the one before is another's.
    """
    old, index = before.partner, after.last + 2
    if old is None or not after.countries or old.countries == after.countries:
        return old is not None
    name = reader.by_first.get(index) if reader.lowers[index - 1 : index] == (",",) else None
    if name is not None and name.form in (Form.PERSON, Form.NAME, Form.HONORIFIC):
        return True
    old.partner = before.partner = None
    return False


def _second_office(reader: Expander, phrases: list[Phrase], office: Phrase) -> None:
    """Take in the first of two offices of one person: "The Deputy Prime Minister and Minister for Trade, X,"."""
    first = reader.by_last.get(office.first - 2)
    if first is None or first not in phrases or office.definite or reader.lowers[office.first - 1] not in ("and", "&"):
        return
    written = reader.line.capital(first.head_first) and reader.line.capital(office.head_first)
    if not written or not first.definite or not first.offices or first.plural:
        return
    if first.countries and office.countries and first.countries != office.countries:
        return
    office.first, office.definite, office.countries = first.first, True, first.countries or office.countries
    office.role = ranked(first.role, office.role)
    office.offices = (*first.offices, *office.offices)
    phrases.remove(first)


def ranked(one: Role | None, other: Role | None) -> Role | None:
    """The role that counts of two offices of one person."""
    order = (Role.HEAD_OF_STATE, Role.MONARCH, Role.HEAD_OF_GOVERNMENT, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER)
    for role in order:
        if role in (one, other):
            return role
    return other or one


def _who_is(gap: tuple[str, ...]) -> bool:
    """ ", who is also "."""
    return len(gap) in (3, 4) and gap[:2] == (",", "who") and gap[2] in ("is", "was") and gap[3:] in ((), ("also",))


def _adds(before: Phrase, after: Phrase) -> bool:
    """True when the office in apposition tells the country of a titled name: "Sultan Ibrahim, King of Malaysia"."""
    return (bool(after.countries) and not before.countries and before.role is after.role) or not (
        after.definite or after.indefinite or after.countries
    )


def _governs(reader: Expander, before: Phrase, after: Phrase) -> bool:
    """True for "Senator X, the Ghanaian trade minister,"; in "Senator X, the minister, and Y" they may be three."""
    if not _is_lawmaker(before) or after.role not in _GOVERNING or after.indefinite:
        return False
    return reader.lowers[after.last + 1 : after.last + 3] not in ((",", "and"), (",", "&"))


def _comma(gap: tuple[str, ...]) -> bool:
    """ ", " or ", 54, "."""
    return gap in ((",",), ("(",)) or (len(gap) == 3 and gap[0] == gap[2] == "," and gap[1].isdigit())


def _closes(reader: Expander, before: Phrase, after: Phrase) -> bool:
    """True when the apposition ends where the phrase does: no list goes on, and the office is no source of its own."""
    index = after.last + 1
    if index < len(reader.lowers) and reader.lowers[index] in CLITICS:
        index += 1  # "X, head of the World Bank's Asia Fund,"
        while index < len(reader.lowers) and (reader.line.capital(index) or reader.tags[index] == "NOUN"):
            index += 1
    if index >= len(reader.lowers):
        return True
    if reader.lowers[index] == "said":  # "for talks with X, an Israeli official said on Monday."
        ends = index + 1 == len(reader.lowers) or reader.lowers[index + 1] in _CLAUSE_ENDS
        return not ends and not any(tag in ("VERB", "AUX") for tag in reader.tags[: before.first])
    return reader.lowers[index] in _AFTER_APPOSITION or reader.lowers[index] in _GOES_ON


def _names(reader: Expander, office: Phrase, person: Phrase) -> bool:
    """True when the name after an office names its holder."""
    ranked_only = person.offices and person.office is not None and person.office.office in _RANKS
    if not ranked_only and (person.offices or (person.titled and not person.honorific)):
        return False
    charged = office.office is not None and office.office.portfolio and reader.line.capital(office.head_first)
    left = office.former and office.indefinite and bool(office.offices)  # "another former president, X,"
    if not (office.definite or office.countries or office.counterpart or office.holder or charged or left):
        return False
    if person.countries and office.countries and person.countries != office.countries:
        return False
    index = person.last + 1
    if index >= len(reader.lowers) or reader.lowers[index] in _AFTER_APPOSITION:
        return True
    # "he is the king, X rises above it": another clause begins
    goes_on = reader.tags[index] in ("VERB", "AUX") and office.first > 0
    return not goes_on and reader.lowers[index] not in ("and", "&")
