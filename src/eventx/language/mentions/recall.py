"""Offices without a name that mean somebody told before: "the president", "The minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.mentions.phrases import ONE_AT_A_TIME, Held, Phrase
from eventx.language.mentions.referents import FORGOTTEN, Referent
from eventx.lexicon.holdings import LEADING
from eventx.records import Role

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

MINISTERS: Final = (Role.MINISTER, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER)
_PAPAL: Final = frozenset({"pope", "holiness"})  # no president is called so, and no pope president
_LESSER: Final = (Role.LEGISLATOR, Role.VICE_PRESIDENT)
_HOLY_SEE: Final = "VAT"
_RECENT: Final = 12  # sentences back in which salience counts


def holder(register: Register, phrase: Phrase, held: Held, sentence: int, official: Referent | None) -> Referent | None:
    """Whom a bare office means of those told before; ``official`` heads the organisation of the document.

    The salient one; but of a text that writes "the President" with a capital the one whom it is about, beside whom
    others are only met.
    """
    known = register.referents.persons(
        lambda r: called(r, held) and not (phrase.gender and r.gender and phrase.gender != r.gender)
    )
    if held.office == "chancellor":  # no other head of government is called so
        known = [r for r in known if r.country in register.words.offices.chancellors or held.office in r.offices]
    if official is not None and not any(r.name and (held.office in r.offices or r.former) for r in known):
        return official
    if of_issuer(register, phrase):
        known = [r for r in known if r.country == register.teller.issuer()]
    late = [r for r in known if r.former and r.via == "table" and sentence - r.last[0] <= FORGOTTEN]
    known = [r for r in known if r.former == phrase.former] or (known if phrase.former else late)
    recent = _so_called([r for r in known if sentence - r.last[0] <= _RECENT], held)
    if not recent:
        return known[0] if known else None
    meant = max(recent, key=lambda r: _weight(r, sentence))
    if held.role in LEADING and _written_high(register, phrase, sentence):
        main = max(recent, key=lambda r: (r.mentioned, r.last))
        if main is not meant and meant.last[0] < sentence and _outweighs(main, meant):
            meant = main
        meant.alone = True
    return meant


def _so_called(found: list[Referent], held: Held) -> list[Referent]:
    """ "The foreign minister" beside a foreign minister and a foreign secretary: whose office is called so."""
    if not any(held.office in r.offices for r in found):
        return found
    return [r for r in found if held.office in r.offices or not r.offices]


def of_issuer(register: Register, phrase: Phrase) -> bool:
    """True for the "External Affairs Minister" of a ministry's own statement: without an article it is its own."""
    bare = not (phrase.definite or phrase.indefinite or phrase.countries or phrase.holder is not None)
    written = bare and register.tokens(register.now).words[phrase.head_first].istitle()
    return written and register.teller.issuer() is not None


def _outweighs(main: Referent, other: Referent) -> bool:
    """True for one told much more often, or more often and by a bare office before."""
    return main.mentioned >= 2 * other.mentioned or (
        main.alone and not other.alone and main.mentioned > other.mentioned
    )


def _written_high(register: Register, phrase: Phrase, sentence: int) -> bool:
    """True for "the President" in running text."""
    words = register.tokens(sentence).words
    head = words[phrase.head_first]
    lower = sum(word.islower() for word in words)
    return phrase.definite and head.istitle() and lower * 2 > len(words)


def called(referent: Referent, held: Held) -> bool:
    """True when the office may mean the referent."""
    if referent.row:
        return False
    if held.office in referent.offices:
        return True
    if held.office in _PAPAL or referent.country == _HOLY_SEE:
        return held.office in _PAPAL and referent.country == _HOLY_SEE and referent.role is Role.HEAD_OF_STATE
    if held.office == "leader":
        return referent.role in LEADING
    if held.role is Role.IGO_OFFICIAL:
        unsaid = held.office == "secretary-general" and not referent.offices
        return referent.role is Role.IGO_OFFICIAL and (unsaid or held.office in ("chief", "head", "director"))
    if held.office == "secretary" and not held.portfolio:
        return any(office.startswith("secretary") for office in referent.offices)
    if held.office == "minister" and not held.portfolio and held.role is Role.MINISTER:
        return referent.role in MINISTERS
    if held.office == "legislator" and referent.role is Role.LEGISLATOR:
        return True
    return referent.role is held.role and held.role in ONE_AT_A_TIME


def _weight(referent: Referent, sentence: int) -> tuple[float, int, tuple[int, int]]:
    """Salience first; among the forgotten the one named most."""
    return (referent.salience(sentence), referent.mentioned, referent.last)


def told_of(
    register: Register, phrase: Phrase, held: Held, country: str, other_than: Referent | None
) -> Referent | None:
    """Whom the document has told of in that office; one whose country it has not said is of this one."""
    former = phrase.former
    known = register.referents.persons(lambda r: r.country == country and r.former == former and called(r, held))
    exact = [r for r in known if held.office in r.offices or r.role is held.role]
    if known and (exact or held.office in ("leader", "official", "chief", "ruler")):
        return (exact or known)[0]
    lesser = None if known else _lesser_leader(register, phrase, held, country)
    if lesser is not None:
        return lesser
    guess = _unplaced(register, held, former=former)
    if guess is None or guess is other_than or register.table_holder(country, held.role) is not None:
        return None
    guess.country, guess.via = country, "stated"
    guess.changed()
    return guess


def _lesser_leader(register: Register, phrase: Phrase, held: Held, country: str) -> Referent | None:
    """ "the Vietnamese leader" of the parliament's chairman, the one whom the story is about."""
    if held.office != "leader" or not phrase.definite:
        return None
    found = [
        r
        for r in register.referents.recent(register.now)
        if r.kind == "person" and r.country == country and r.role in _LESSER and r.last[0] >= register.now - 2
    ]
    return found[0] if len(found) == 1 else None


def _unplaced(register: Register, held: Held, *, former: bool) -> Referent | None:
    """A named person of that very office whose country the text has not said so far."""
    found = register.referents.persons(
        lambda r: (
            r.kind == "person"
            and held.office in r.offices
            and r.former == former
            and (r.country is None or r.via == "context")
        )
    )
    return found[0] if len(found) == 1 else None
