"""Looking ahead: the fuller name, or the holder of an office, that the text gives further on.

A headline says "Smith" or "the prime minister" before the text says who that is. Searches are few and short, so
that work stays linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import compress
from operator import and_
from typing import TYPE_CHECKING, Final

from eventx.language.mentions import spelling
from eventx.language.mentions.phrases import Form, Held, Phrase
from eventx.language.mentions.referents import Referent
from eventx.lexicon.names import fold
from eventx.records import Role

if TYPE_CHECKING:
    from eventx.language.mentions.register import Register

_MOST_SEARCHES: Final = 40
_SEARCH_AHEAD: Final = 12_000  # characters
_MOST_TRIED: Final = 4  # sentences
_ENDS: Final = frozenset('.!?;:,)”"')  # what ends a name
_MARKS: Final = ".,;:!?()[]“”\"'’—–"
_SHORT: Final = 6  # characters of an abbreviated title or an initial with its dot
_OPENING: Final = 2  # the sentences of headline and lead


def named(register: Register, word: str, sentence: int) -> Referent | None:
    """The person whom the text further on calls by a fuller name with this word (headlines come first)."""
    word = word.title() if word.isupper() and len(word) > 3 else word
    folded = fold(word)
    if folded in register.searched or len(register.searched) >= _MOST_SEARCHES or len(word) < 2:
        return None
    register.searched.add(folded)
    if word not in register.preceded:
        return None
    start = register.sentences[sentence].span.end
    text = register.text
    end = min(len(text), start + _SEARCH_AHEAD)
    tried: list[int] = []
    at = text.find(word, start, end)
    while at >= 0:
        if _preceded(text, at) and not text[at + len(word) : at + len(word) + 1].isalnum():
            index = register.sentence_of(at)
            if index not in tried and index > sentence:
                tried.append(index)
                found = _fuller(register, folded, index)
                if found is not None or len(tried) >= _MOST_TRIED:
                    return found
        at = text.find(word, at + len(word), end)
    return None


def preceded(text: str) -> frozenset[str]:
    """The words that stand somewhere after a capitalised word or an abbreviation: a fuller name may end in them."""
    words = text.split()
    capitals = [word[0].isupper() for word in words]
    found: set[str] = set()
    for index in compress(range(len(words)), map(and_, capitals, capitals[1:])):
        before, word = words[index], words[index + 1]
        if before[-1] not in _ENDS or (before[-1] == "." and len(before) < _SHORT):
            word = word.rstrip(_MARKS)
            found.add(word[:-2] if word.endswith(("'s", "’s")) else word)
    return frozenset(found)


def _preceded(text: str, at: int) -> bool:
    """True when a capitalised word or an abbreviation stands before the offset."""
    if at < 2 or text[at - 1] != " ":
        return False
    first = text.rfind(" ", max(0, at - 20), at - 1) + 1
    return text[first : first + 1].isupper() or text[at - 2] == "."


def _fuller(register: Register, folded: str, index: int) -> Referent | None:
    """A person of another sentence with a name of two words or a title."""
    for phrase in register.phrases(index):
        if phrase.form is not Form.PERSON:
            continue
        key = register.words.names.key(spelling.cleaned(phrase))
        if folded in (key[-1:] + key[:1]) and (len(key) > 1 or phrase.offices):
            resolved = _person(register, phrase, index)
            if resolved is not None:
                return resolved[0]
    return None


@contextmanager
def reading(register: Register, sentence: int) -> Iterator[None]:
    """What is resolved meanwhile is read in that sentence, which may lie further on."""
    before, register.at = register.at, sentence
    try:
        yield
    finally:
        register.at = before


def _person(register: Register, phrase: Phrase, sentence: int) -> tuple[Referent, str] | None:
    """Whom a name of another sentence means."""
    with reading(register, sentence):
        return register.person(phrase, sentence)


def holder(register: Register, held: Held, sentence: int) -> Referent | None:
    """The person whom the text further on calls by this office and a name."""
    form = held.form.title()
    searched = f"office {form}"
    if searched in register.searched or len(register.searched) >= _MOST_SEARCHES or not form:
        return None
    register.searched.add(searched)
    start = register.sentences[sentence].span.end
    portfolio = f"{held.portfolio[0].capitalize()} " if len(held.portfolio) == 1 else ""
    pattern = re.compile(rf"{re.escape(portfolio + form)} (?=[A-Z])")
    tried: list[int] = []
    for match in pattern.finditer(register.text, start, start + _SEARCH_AHEAD):
        index = register.sentence_of(match.start())
        if index in tried:
            continue
        tried.append(index)
        for phrase in register.phrases(index):
            if _holds(phrase, held):
                resolved = _person(register, phrase, index)
                if resolved is not None:
                    return resolved[0]
        if len(tried) >= _MOST_TRIED:
            return None
    return None


def named_holder(register: Register, held: Held, country: str) -> Referent | None:
    """The person whom the next sentences name as the holder of a country's office: headlines leave the name out."""
    now = register.now
    if now > _OPENING:
        return None
    for index in range(now + 1, min(len(register.sentences), now + 1 + _MOST_TRIED)):
        for phrase in register.phrases(index):
            stated = phrase.countries or (phrase.partner.countries if phrase.partner is not None else ())
            if phrase.form is not Form.PERSON or phrase.former or phrase.plural or stated[:1] != (country,):
                continue
            source = phrase if phrase.offices else phrase.partner
            same = source is not None and any(_same(o, held) for o in source.offices)
            if same and source is not None and not source.former:
                found = _person(register, phrase, index)
                return found[0] if found is not None else None
    return None


def _same(one: Held, other: Held) -> bool:
    """True for one office: a minister of unnamed affairs needs the same words."""
    if one.office != other.office or one.role is not other.role:
        return False
    return one.role is not Role.MINISTER or one.portfolio == other.portfolio


def _holds(phrase: Phrase, held: Held) -> bool:
    """True for a person who is called by the office."""
    if phrase.form is not Form.PERSON or phrase.former or phrase.plural:
        return False
    return any(_same(o, held) for o in phrase.offices)


def is_stale(register: Register, phrases: list[Phrase] | None, sentence: int) -> bool:
    """True for a sentence that was read ahead, when nobody knew yet that its first word is a name ("Ban", "May")."""
    if phrases is None or any(phrase.first == 0 for phrase in phrases):
        return False
    words = register.tokens(sentence).words
    return bool(words) and words[0].istitle() and fold(words[0]) in register.referents
