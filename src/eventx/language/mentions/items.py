"""Items: the single words and names of a sentence from which the phrases are built, left to right."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx.language.mentions.bodies import HEADS, body_item
from eventx.language.mentions.lexicon import CAUSE, NAMED, Words
from eventx.language.mentions.line import PREFIXES, Line, is_syllable
from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.runs import is_initial, name_item
from eventx.language.mentions.worditems import hyphened, owner_of, word_item
from eventx.lexicon.cues import cues
from eventx.lexicon.names import fold
from eventx.records import Mention, MentionKind


def scan(line: Line, words: Words) -> list[Phrase]:
    """The items in text order, none overlapping."""
    tokens, starts = line.tokens, words.starts
    lowers, raw = tokens.lowers, tokens.words
    items: list[Phrase] = []
    places, never = line.places, words.never
    reach = 0
    likely = _likely(line, words)
    bodied = not line.titled and not HEADS.isdisjoint(map(lowers.__getitem__, likely))
    for index in likely:
        if index < reach:
            continue
        low = lowers[index]
        item: Phrase | None = _body(line, words, index) if bodied else None
        if item is not None:
            pass
        elif index in places:
            item = _over_place(line, words, index, titled=_is_titled(items, index, line, words))
        elif (flags := starts.get(low, 0)) and (flags != CAUSE or words.opens(lowers, index)):
            if low in _SURNAMES and _is_surname(line, items, index):
                item = Phrase(Form.NAME, index, index, index, index, name=(raw[index],))
            else:
                item = word_item(line, words, index)
                item = item or name_item(line, words, index, titled=_is_titled(items, index, line, words))
        elif low in never and not is_syllable(line, index) and not is_initial(line, index):
            continue
        elif raw[index][0].isupper() and not ("-" in low and low.startswith(PREFIXES)):
            item = hyphened(line, words, index) if "-" in low else None
            item = item or name_item(line, words, index, titled=_is_titled(items, index, line, words))
        elif "-" in low:
            item = hyphened(line, words, index)
            if item is None and low.startswith(("al-", "el-")) and raw[index][3:4].isupper():
                item = name_item(line, words, index)
        if item is not None:
            items.append(item)
            reach = item.last + 1
    return items


def _body(line: Line, words: Words, index: int) -> Phrase | None:
    """A body by the last word of its name, unless a table has the name, or a longer one."""
    guessed = body_item(line, index)
    if guessed is None or guessed.group is None or not words.starts.get(line.tokens.lowers[index], 0) & NAMED:
        return guessed
    known = word_item(line, words, index)
    if known is not None and known.group is not None and known.group.kind == "named" and known.last >= guessed.last:
        owner = owner_of(line, index, known.last)
        return known if owner in (None, known.group.country) else guessed  # "Japan's Labour Party" is not Britain's
    borne = words.bodies.at(line.tokens.lowers, index)
    if borne is not None and borne[0] > guessed.last - index:  # of one of its bearers, and of no other country
        guessed.group = evolve(guessed.group, form=guessed.group.name)
    return guessed


_SURNAMES: Final = cues("mentions", "title_surnames")
_TITLES: Final = (Form.OFFICE, Form.HONORIFIC)
_PORTFOLIO_TIES: Final = frozenset({"of", "for", "and", "the", "&", "to"})


def _likely(line: Line, words: Words) -> list[int]:
    """The tokens at which an item can start: most words, without a capital and in no table, are passed over."""
    tokens = line.tokens
    capitals, small = line.capitals, words.small
    found = [index for index, low in enumerate(tokens.lowers) if capitals[index] or low in small]
    lower = [i for i in line.places if not capitals[i] and tokens.lowers[i] not in small]
    if lower:  # "the occupied West Bank"
        found = sorted({*found, *lower})
    if "-" in line.text[tokens.starts[0] : tokens.ends[-1]]:
        return sorted({*found, *(index for index, low in enumerate(tokens.lowers) if "-" in low)})
    return found


def _is_surname(line: Line, items: list[Phrase], index: int) -> bool:
    """True for such a word after "Mr" or "Ms", and where the text has it as a surname and no article stands before."""
    if not line.capital(index) or line.shouting:
        return False
    before = items[-1] if items else None
    if before is not None and before.form is Form.HONORIFIC and before.last == index - 1:
        return before.honorific.rstrip(".") in ("mr", "mrs", "ms", "miss", "dr")
    alone = index == 0 or line.tokens.tags[index - 1] not in ("DET", "PROPN", "ADJ")
    after = index + 1 < line.size and line.capital(index + 1)
    return alone and not after and not line.titled and line.tokens.lowers[index] in line.known


def _is_titled(items: list[Phrase], index: int, line: Line, words: Words) -> bool:
    """True behind an office or honorific, which may have its portfolio with it ("Minister for Interior")."""
    item = items[-1] if items else None
    if item is None or item.form not in _TITLES or item.kin:
        return False
    between = line.tokens.lowers[item.last + 1 : index]
    portfolios = words.offices.portfolios
    if not between or len(between) > 8:
        return not between
    return between[-1] in portfolios and all(w in portfolios or w in _PORTFOLIO_TIES for w in between)


def _over_place(line: Line, words: Words, index: int, *, titled: bool = False) -> Phrase:
    """The place that starts here, unless a longer group name or a person's name does."""
    last, mention = line.places[index]
    longer = word_item(line, words, index) if words.opens(line.tokens.lowers, index) else None
    if longer is not None and longer.last >= last and longer.form is not Form.HONORIFIC:
        named = longer.group is not None and longer.group.kind == "named"
        if longer.last > last or named:
            return longer
    if last == index and mention.kind is MentionKind.PLACE and fold(line.tokens.words[index]) in line.known:
        named_person = name_item(line, words, index)
        return named_person or Phrase(Form.NAME, index, index, index, index, name=(line.tokens.words[index],))
    if titled and mention.kind is MentionKind.PLACE and line.capital(index):  # "Prime Minister Constantine Mitsotakis"
        named_person = name_item(line, words, index, titled=True)
        if named_person is not None and (named_person.last > index or last == index):
            return named_person
    if last == index and mention.kind is not MentionKind.DEMONYM and _opens_name(line, words, index):
        named_person = name_item(line, words, index)
        if named_person is not None and named_person.last > index:
            return named_person
    return place_item(index, last, mention)


def place_item(first: int, last: int, mention: Mention) -> Phrase:
    """The item of a place, country, organisation or demonym."""
    entity = mention.actor or mention.place
    code = entity.country if entity else None
    return Phrase(Form.PLACE, first, last, first, last, countries=(code,) if code else (), place=mention)


def _opens_name(line: Line, words: Words, index: int) -> bool:
    """True for "Jordan Henderson", "Georgia Meloni": a first name, then a capital that is nothing else."""
    tokens = line.tokens
    if tokens.words[index] not in words.names.first or index + 1 >= line.size or line.shouting:
        return False
    after = tokens.lowers[index + 1]
    if index + 1 in line.places or words.opens(tokens.lowers, index + 1) or after in words.names.veto:
        return False
    if index > 0 and tokens.lowers[index - 1] == "of" and tokens.words[index + 1] in words.names.first:
        return index + 2 >= line.size or not line.capital(index + 2)  # "the Parliament of Georgia David Usupashvili"
    return line.capital(index + 1) and after not in words.offices.portfolios and after not in words.offices.modifiers
