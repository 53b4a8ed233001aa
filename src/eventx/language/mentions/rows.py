"""One of many holders of an office: "the last chancellor to visit Angola", "the first premier to go"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_NUMBERED: Final = frozenset({"last", "first", "latest", "only"})
_SINGLE: Final = (Form.PERSON, Form.PRONOUN)
_GOES_ON: Final = frozenset({"to", "who"})
_IS: Final = frozenset({"was", "is", "became", "becomes", "become", "be", "been"})
_REACH: Final = 8  # words between the verb and the office: "became, in April this year, the first"
_LONGEST: Final = 14  # words of "to make the trip"


def numbered(lowers: tuple[str, ...], phrase: Phrase) -> bool:
    """True for an office of a row: not that of the day."""
    after = phrase.last + 1
    numbers = not _NUMBERED.isdisjoint(lowers[phrase.first : phrase.head_first])
    return numbers and after < len(lowers) and lowers[after] in _GOES_ON


def in_apposition(lowers: tuple[str, ...], office: Phrase, name: Phrase) -> bool:
    """True for "The last speaker to make the trip, X, came": the name closes what the row is told by."""
    gap = lowers[office.last + 1 : name.first]
    closed = lowers[name.last + 1 : name.last + 2] in ((), (",",), (".",), (";",))
    return closed and len(gap) < _LONGEST and gap[-1:] == (",",) and gap.count(",") == 1 and numbered(lowers, office)


def holder(register: Register, phrase: Phrase, sentence: int) -> Referent | None:
    """Merkel, in "The last chancellor to visit was Merkel", "Merkel became, in 2011, the first to visit"."""
    lowers = register.tokens(sentence).lowers
    persons = [p for p in register.phrases(sentence) if p.form in _SINGLE and not p.plural]
    named = [p for p in persons if p.form is Form.PERSON]
    behind = [p for p in named if p.first > phrase.last and lowers[p.first - 1] in ("was", "is")]
    before = [p for p in persons if p.last < phrase.first and not p.object]
    if not behind and before and lowers[phrase.first - 1] == "," and lowers[before[-1].last + 1] not in (",", "and"):
        return register.known_or_named(before[-1], sentence)  # "Clinton spent a week there, the first president to"
    verb = next((i for i in range(phrase.first - 1, max(-1, phrase.first - _REACH), -1) if lowers[i] in _IS), None)
    if verb is not None and (verb == phrase.first - 1 or lowers[phrase.first - 1] == ","):
        behind += [p for p in before if p.last < verb][-1:]
    return register.known_or_named(behind[0], sentence) if behind else None
