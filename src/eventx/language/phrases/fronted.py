"""A subject that no comma parts from the phrase before it: "Because of the air embargo Mandela will land"."""

from __future__ import annotations

from typing import Final

from eventx.language.phrases.chunk import ADVERB, COMMA, NP, OTHER, PREP, TIME, VG, Chunk
from eventx.language.phrases.outlook import finite_follows, is_finite
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Tokens

_PLACED: Final = frozenset({"in", "at", "to", "from", "near", "outside"})
_TITLES: Final = cues("phrases", "titles")
_BEFORE_VERB: Final = frozenset({PREP, NP, TIME, ADVERB})


def parted(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """The chunks, with the name cut off that is the subject where all before the verb is a prepositional phrase."""
    start = 1 if len(chunks) > 3 and chunks[0].kind == OTHER else 0
    if len(chunks) < start + 3 or chunks[start].kind != PREP:
        return chunks
    verb = start + 1
    while verb < len(chunks) and chunks[verb].kind in _BEFORE_VERB:
        verb += 1
    if verb >= len(chunks) or chunks[verb].kind != VG or not is_finite(chunks[verb], tokens):
        return chunks
    at = verb - 1
    while at > start and chunks[at].kind == ADVERB:
        at -= 1
    if chunks[at].kind != NP or chunks[at - 1].kind != PREP or _is_place_of(chunks, verb, tokens):
        return chunks
    if _main_follows(chunks, start, verb, tokens):
        return chunks
    phrase = chunks[at]
    cut = _name_behind(phrase, tokens) or _title_behind(phrase, chunks[at - 1].word, tokens)
    cut = cut or _people_behind(phrase, chunks[at - 1].word, tokens)
    if not cut:
        return chunks
    before = Chunk(NP, phrase.first, cut - 1, cut - 1, possessor=phrase.possessor)
    subject = Chunk(NP, cut, phrase.last, phrase.head if phrase.head >= cut else phrase.last)
    return [*chunks[:at], before, subject, *chunks[at + 1 :]]


def _main_follows(chunks: list[Chunk], start: int, verb: int, tokens: Tokens) -> bool:
    """True for "After her government jet landed, she": the opening is a conjunction."""
    if chunks[start].word not in ("after", "before", "since", "until", "as", "because"):
        return False
    comma = next((i for i in range(verb + 1, len(chunks) - 1) if chunks[i].kind == COMMA), 0)
    return bool(comma) and chunks[comma + 1].kind == NP and finite_follows(chunks, comma + 1, tokens)


def _is_place_of(chunks: list[Chunk], verb: int, tokens: Tokens) -> bool:
    """True for "On the ship Titanic were 2,000 people": the subject comes behind "be"."""
    group, after = chunks[verb], verb + 1
    return tokens.lemmas[group.head] == "be" and after < len(chunks) and chunks[after].kind == NP


def _name_behind(phrase: Chunk, tokens: Tokens) -> int:
    """Where a name begins right behind the common noun of the phrase; 0 where it belongs to it ("the king Mswati")."""
    at = phrase.last
    if tokens.tags[at] != "PROPN" or phrase.last != phrase.head:
        return 0
    if phrase.possessor is None and tokens.tags[phrase.first] not in ("DET", "PRON"):
        return 0
    while at > phrase.first and tokens.tags[at] == "PROPN":
        at -= 1
    low = max(phrase.first, phrase.possessor[1] if phrase.possessor else 0)
    if at <= low or tokens.tags[at] != "NOUN" or tokens.lemmas[at] in load_predicates().offices:
        return 0
    return at + 1


def _title_behind(phrase: Chunk, preposition: str, tokens: Tokens) -> int:
    """Where a title begins behind a place, "In Rome Prime Minister Ada Oduya met"; 0 elsewhere.

    The adjective of a country is no place: "In French President Macron".
    """
    lists, lowers, first = load_predicates(), tokens.lowers, phrase.first
    if preposition not in _PLACED or phrase.possessor is not None or lowers[first] in lists.nationalities:
        return 0
    at = first
    while at < phrase.last and tokens.tags[at] == "PROPN" and (at == first or lowers[at] not in lists.offices):
        at += 1
    if at == first or at >= phrase.last or lowers[at] not in lists.offices or lowers[at - 1] in _NOT_BEHIND:
        return 0
    while at > first + 1 and (lowers[at - 1] in lists.nationalities or lowers[at - 1] in _TITLES):
        at -= 1
    return 0 if lowers[first] in _TITLES or (at == first + 1 and lowers[first] in lists.offices) else at


def _people_behind(phrase: Chunk, preposition: str, tokens: Tokens) -> int:
    """Where people begin behind a place or an act, "In Gaza militants fired", "In the raid soldiers shot"; else 0."""
    at, lowers = phrase.head, tokens.lowers
    if phrase.possessor is not None or at == phrase.first or lowers[at] not in _PEOPLE:
        return 0
    nationalities = load_predicates().nationalities
    while at > phrase.first + 1 and (tokens.tags[at - 1] == "ADJ" or lowers[at - 1] in nationalities):
        at -= 1
    named = tokens.tags[at - 1] == "PROPN" and lowers[at - 1] not in nationalities
    if named and tokens.tags[phrase.first] == "PROPN":
        return at if preposition in _PLACED else 0
    act = tokens.tags[at - 1] == "NOUN" and tokens.features[at - 1] == "S" and lowers[phrase.first] in _ARTICLES
    return at if act and at - phrase.first > 1 else 0


_ARTICLES: Final = frozenset({"the", "a", "an"})
_PEOPLE: Final = cues("phrases", "forces") | cues("phrases", "people")
_NOT_BEHIND: Final = frozenset({"the", "of", "and"})
