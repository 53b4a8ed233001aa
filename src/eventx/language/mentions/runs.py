"""Runs of capitalised words that may be a person's name."""

from __future__ import annotations

import re
from typing import Final

from eventx.language.mentions.lexicon import WORDED, Words
from eventx.language.mentions.line import PREFIXES, TIED, Line, is_syllable
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.worditems import hyphened, word_item
from eventx.language.tagging.row import GENITIVE
from eventx.lexicon.cues import cues
from eventx.lexicon.names import fold
from eventx.records import MentionKind

# Word classes that no part of a name has (a tagger may take a surname for a noun or an adjective).
_NOT_NAME: Final = frozenset({"VERB", "ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "PUNCT", "INTJ"})
_TITLES: Final = cues("mentions", "title_words")
_BEHIND_NAMES: Final = cues("mentions", "letters_behind")
_LONGEST_NAME: Final = 7
_GLUED: Final = re.compile(r"(?<!^Fitz)(?<=[a-z]{3})[A-Z]")  # after "Mc", "Mac", "De" a capital may follow


def name_item(line: Line, words: Words, index: int, *, titled: bool = False) -> Phrase | None:
    """The run of capitalised words from ``index`` on that may be a person's name; None where none begins there.

    ``titled`` where a title stands before it ("Mrs May"), so that everyday words are names, too.
    """
    tokens, names = line.tokens, words.names
    size = line.size
    named = _in_name(line, words, index, first=True) or is_initial(line, index)
    if not named and not _is_worded(line, index, titled=titled):
        return None if "-" not in tokens.lowers[index] else hyphened(line, words, index)
    last = index
    ties = 0  # particles do not make a name long: "Mohammed bin Salman bin Abdulaziz Al Saud"
    known = titled or names.is_first(tokens.words[index])
    while last + 1 < size and last - index - ties < _LONGEST_NAME:
        after = last + 1
        if tokens.starts[after] - tokens.ends[last] > 1 or _runs_on(tokens.words, index, after):
            break
        if _in_name(line, words, after, first=False, known=known, length=after - index):
            last = after
        elif tokens.words[after] == "." and len(tokens.words[last]) == 1 and _follows_initial(line, words, after + 1):
            last = after + 1
        elif bridge := _bridges(line, words, after, known=known):
            last = after + bridge
            ties += bridge
        else:
            break
    if last == index == 0 and tokens.tags[0] != "PROPN" and not _may_open(line, words):
        return None
    return Phrase(Form.NAME, index, last, index, last, name=_joined(tokens.words[index : last + 1]))


def is_initial(line: Line, index: int) -> bool:
    """True for the first letter of "A K Abdul Momen"."""
    words = line.tokens.words
    initials = index + 1 < line.size and len(words[index]) == len(words[index + 1]) == 1 and words[index].isupper()
    return initials and words[index + 1].isupper() and capital_at(line, index + 2) and not line.titled


def _is_worded(line: Line, index: int, *, titled: bool) -> bool:
    """True for a surname that is an everyday word, after a title, or where the text knows it and it acts."""
    tokens = line.tokens
    if tokens.lowers[index] not in WORDED or not tokens.words[index][0].isupper() or line.titled:
        return False
    if titled:
        return True
    acts = index + 1 < line.size and tokens.tags[index + 1] in ("VERB", "AUX", "PART")
    return acts and tokens.lowers[index] in line.known


def _runs_on(raw: tuple[str, ...], first: int, after: int) -> bool:
    """True where page furniture runs into a name: a word said before in it, or two words in one ("SmithRead")."""
    word = raw[after]
    if word in raw[first : after - 1] and len(word) > 2 and word[0].isupper():
        return True
    return len(word) > 4 and not word[1:].islower() and _GLUED.search(word) is not None


def _may_open(line: Line, words: Words) -> bool:
    """True when an ordinary word at the start of a sentence may still be a name: it was one before, speaks or acts.

    Of those that act ("Trump threatened") only who leads a country is one: see ``naming``.
    """
    tokens = line.tokens
    says = line.size > 1 and tokens.lowers[1] in words.names.says
    acts = line.size > 1 and tokens.tags[1] in _ACTS
    paired = tokens.lowers[1:2] == ("and",) and capital_at(line, 2)  # "Trump and Putin met"
    return says or acts or paired or fold(tokens.words[0]) in line.known


_ACTS: Final = frozenset({"VERB", "AUX", "PART"})


def _follows_initial(line: Line, words: Words, index: int) -> bool:
    """True when a name goes on after "K." ("Alberto K. Fujimori")."""
    if index >= line.size:
        return False
    return _in_name(line, words, index, first=False, known=True, length=3) or bool(
        _bridges(line, words, index, known=True)  # "F. W. de Klerk"
    )


def _joined(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, an initial together with its dot."""
    if "." not in parts:
        return parts
    found: list[str] = []
    for part in parts:
        if part == "." and found:
            found[-1] += "."
        else:
            found.append(part)
    return tuple(found)


def _in_name(line: Line, words: Words, index: int, *, first: bool, known: bool = False, length: int = 0) -> bool:
    """True for a token that can be a word of a name."""
    tokens = line.tokens
    raw, low = tokens.words[index], tokens.lowers[index]
    capital = raw[0].isupper() or (low.startswith(("al-", "el-", "d'")) and raw[3:4].isupper())
    if not capital or not (raw[-1].isalpha() or raw[-1] in ".'’"):
        return False
    if raw == "He" and length == 1:  # "Liu He"
        return True
    if low in words.names.veto and not (low in WORDED and not first):
        named = words.names.is_first(raw) or is_syllable(line, index)
        return first and named and capital_at(line, index + 1) and not line.titled
    if index in line.places and not first:
        last, place = line.places[index]
        fits = length == 1 or (length < _LONGEST_NAME and place.kind is MentionKind.PLACE)
        known = known or (length == 1 and place.kind is MentionKind.PLACE and _is_described(line, words, index))
        return known and fits and last == index and not _possessed(line, index)
    if (first and low in words.no_name) or ("-" in low and (low.endswith(TIED) or low.startswith(PREFIXES))):
        return False
    if words.opens(tokens.lowers, index) and word_item(line, words, index) is not None:
        # "Stephen King", "Ruth Bishop": a title word that ends a name
        ends = length <= 2 and (not capital_at(line, index + 1) or tokens.words[index + 1] in _BEHIND_NAMES)
        return not first and known and ends and low not in _TITLES
    if tokens.tags[index] in _NOT_NAME and not words.names.is_first(raw):
        return not first and not line.titled and tokens.tags[index] in ("VERB", "NUM") and low not in ("said", "says")
    return not (line.titled and first and tokens.tags[index] in ("NOUN", "ADJ", "ADV"))


def _is_described(line: Line, words: Words, index: int) -> bool:
    """ "Palaniappan Chidambaram, India's finance minister,": an office behind the comma makes a person of the name."""
    tokens = line.tokens
    if tokens.words[index + 1 : index + 2] != (",",):
        return False
    for at in range(index + 2, min(index + 2 + _DESCRIBED, line.size)):
        if tokens.tags[at] in ("VERB", "AUX", "PUNCT", "CCONJ"):
            return False
        item = word_item(line, words, at) if words.opens(tokens.lowers, at) else None
        if item is not None and item.form is Form.OFFICE:
            return not item.plural
    return False


_DESCRIBED: Final = 5  # words of "the country's long-serving finance minister" up to the office


def _possessed(line: Line, index: int) -> bool:
    return index + 1 < line.size and line.tokens.lowers[index + 1] in GENITIVE


def capital_at(line: Line, index: int) -> bool:
    """True where a token with a capital stands."""
    return index < line.size and line.capital(index)


def _bridges(line: Line, words: Words, index: int, *, known: bool) -> int:
    """The number of particles at the token when a name word follows them ("bin", "von der"); else 0."""
    tokens, count = line.tokens, 0
    while count < 3 and index + count + 1 < line.size and tokens.lowers[index + count] in words.names.particles:
        count += 1
        if _in_name(line, words, index + count, first=False, known=known, length=2):
            return count
    return 0
