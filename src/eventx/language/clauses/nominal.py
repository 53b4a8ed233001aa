"""Noun predicates: "Putin's visit to Pyongyang", "talks between A and B", "launched an attack on C"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from eventx.language.clauses.arguments import OCCASIONS, antecedent
from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import ADVERB, COMMA, CONJ, NP, PREP, REL, TIME, VG, Chunk
from eventx.language.tagging.row import CLITICS, POSSESSIVE
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import TWO_NAMES, Predicates, load_predicates
from eventx.lexicon.words import load_words
from eventx.records import Modality, Tokens

_CONTROLLED: Final = frozenset(
    {
        "on", "for", "during", "after", "before", "from", "in", "at", "following", "ahead of", "with", "by", "to",
        "as part of", "including", "of", "about", "despite", "in addition to", "prior to",
    }
)  # fmt: skip
_BESIDE: Final = frozenset({"after", "before", "following", "ahead of", "despite", "prior to", "about", "from"})
_STATUS: Final = frozenset(
    {Modality.CANCELLED, Modality.POSTPONED, Modality.REFUSED, Modality.DENIED, Modality.THREATENED}
)
# An adjective of a country before a journey is where it leads, not who makes it: "his Chinese trip".
_JOURNEYS: Final = cues("occasions", "journeys")

_TITLE: Final = 5  # words in which an office stands: "the then Polish foreign minister"
Tie = tuple[Draft, str]


def noun_drafts(
    chunks: list[Chunk], tokens: Tokens, verbs: list[Draft], more: frozenset[str] = frozenset()
) -> list[Draft]:
    """A draft for each noun phrase (or conjunct of one) that names an event; ``more`` are nouns that do so too."""
    lists = load_predicates()
    events = _event_nouns(more)
    drafts: list[Draft] = []
    ties: dict[int, Tie] | None = None
    number = 0  # of the verbs left of the phrase
    for at, chunk in enumerate(chunks):
        if chunk.kind != NP or (chunk.last == chunk.head and not _event(tokens, chunk.head, events)):
            continue  # most phrases: one head, no event
        for first, last, head in _heads(chunk, tokens):
            name = _event(tokens, head, events)
            if not name:
                continue
            if ties is None:
                ties = _ties(verbs)
            while number < len(verbs) and verbs[number].head < chunk.first:
                number += 1
            last = _to_noun(chunk, last, tokens)
            draft = Draft(at, head, head, head, name, "noun")
            draft.widen(first, last)
            _inner(draft, first, last, head, tokens)
            _fill_right(draft, at, chunks, last)
            _is_due(draft, tokens)
            _govern(draft, at, chunk, chunks, ties, verbs[number - 1] if number else None, lists)
            if draft.governor is None and number < len(verbs) and at and chunks[at - 1].word in _BETWEEN:
                _between(draft, chunk, chunks[at - 1].word, verbs[number])
            if at and chunks[at - 1].word == "whose" and chunks[at - 1].kind == REL:
                _whose(draft, chunks, at, tokens)
            _by_relative(draft, chunk, verbs, lists)
            _later_of(draft, chunks, tokens, lists)
            _made_by(draft, chunks, tokens)
            _subject(draft, chunks[at - 1].word if at and chunks[at - 1].kind == PREP else "", first, tokens, lists)
            drafts.append(draft)
    return drafts


@cache
def _event_nouns(more: frozenset[str]) -> frozenset[str]:
    """The nouns that name an act: those of the lexicon, and more of them."""
    return load_predicates().events | more


def _event(tokens: Tokens, head: int, events: frozenset[str]) -> str:
    """The event noun at the head, or ""; a capitalised one ("a State Visit") counts after a modifier."""
    tag = tokens.tags[head]
    if tag == "NOUN":
        lemma, low = tokens.lemmas[head], tokens.lowers[head]
        return lemma if lemma in events else low if low in events else ""
    if tag == "PROPN" and head and tokens.tags[head - 1] in ("PROPN", "ADJ", "DET", "NOUN", "PART", "PRON"):
        low = tokens.lowers[head]
        form = load_words().open.look(low)
        noun = form.noun if form else low
        return noun if noun in events else ""
    return ""


def _heads(chunk: Chunk, tokens: Tokens) -> Iterator[tuple[int, int, int]]:
    """The heads of the phrase and of the "of" phrases in it: "the end of a visit" holds two nouns."""
    lowers = tokens.lowers
    for first, last, head in chunk.conjuncts():
        yield first, last, head
        start = 0
        for index in range(head + 1, last + 1):
            if lowers[index] == "of":
                start = index + 1
            elif (
                start
                and tokens.tags[index] in ("NOUN", "PROPN")
                and (index == last or lowers[index + 1] in ("of", "and", ","))
            ):
                yield start, last, index


def _ties(verbs: list[Draft]) -> dict[int, Tie]:
    """For each phrase the first verb that has it as object, subject or complement, and which."""
    ties: dict[int, Tie] = {}
    for verb in verbs:
        if verb.object is not None and not verb.object.via:
            ties.setdefault(id(verb.object.chunk), (verb, "object"))
        if verb.subject is not None and not verb.subject.via:
            ties.setdefault(id(verb.subject.chunk), (verb, "subject"))
        for slot in verb.complements:
            if not slot.via:
                ties.setdefault(id(slot.chunk), (verb, "complement"))
    return ties


def _inner(draft: Draft, first: int, last: int, head: int, tokens: Tokens) -> None:
    """The possessor in the phrase, and its "of" complement."""
    possessor = _possessor_before(first, head, tokens)
    if possessor is not None:
        start, end = possessor
        draft.subject = Slot(Chunk(NP, start, end, end), "'s", "possessive")
    if head + 2 <= last and tokens.lowers[head + 1] == "of":
        inner = next((i for i in range(head + 2, last + 1) if i == last or tokens.lowers[i + 1] == "of"), last)
        draft.complements.append(Slot(Chunk(NP, head + 2, last, inner), "of"))


def _possessor_before(first: int, head: int, tokens: Tokens) -> tuple[int, int] | None:
    """The last possessor before the head inside the phrase."""
    for index in range(head - 1, first - 1, -1):
        tag = tokens.tags[index]
        if tag == "PART" and tokens.lowers[index] in CLITICS and index > first:
            return first, index - 1
        if tag == "PRON" and tokens.lowers[index] in POSSESSIVE:
            return index, index
    return None


def _whose(draft: Draft, chunks: list[Chunk], at: int, tokens: Tokens) -> None:
    """ "The king, whose visit to Rome was put off": who has it stands before the pronoun."""
    owner = antecedent(chunks, at - 1, "whose", tokens)
    if draft.subject is None and owner is not None:
        draft.subject = Slot(owner, "'s", "possessive")


def _by_relative(draft: Draft, chunk: Chunk, verbs: list[Draft], lists: Predicates) -> None:
    """ "the visit that he will pay to Japan": who makes it, and where to, stands in the relative clause."""
    for verb in verbs:
        taken = verb.object
        if taken is None or taken.via != "relative" or taken.chunk is not chunk or verb.lemma not in lists.light:
            continue
        if lists.governors.get(verb.lemma) not in (None, *_STATUS):
            continue  # "the visit that he has wanted to make since 2017"
        if draft.subject is None and verb.subject is not None:
            draft.subject = Slot(verb.subject.chunk, via="control")
        draft.complements.extend(verb.complements)
        draft.negated = draft.negated or verb.negated
        ended = lists.governors.get(verb.lemma) if verb.modality is Modality.ASSERTED else None
        draft.put(ended or verb.modality, (verb.first, verb.last) if ended else verb.cue)
        draft.widen(verb.start, verb.end)
        return


def _later_of(draft: Draft, chunks: list[Chunk], tokens: Tokens, lists: Predicates) -> None:
    """ "The visit to Rome of the Polish premier": who makes the journey stands behind where it leads."""
    if draft.subject is not None or draft.lemma not in _JOURNEYS:
        return
    for number, slot in enumerate(draft.complements):
        if slot.preposition != "to":
            continue
        whole = slot.chunk
        *rest, (first, last, head) = whole.conjuncts()
        cut = next((i for i in range(head + 1, last - 1) if tokens.lowers[i] == "of"), 0)
        if not cut or not _names_place(first, head, tokens) or not _names_office(cut + 1, last, tokens, lists):
            continue
        parts = (*rest, (first, cut - 1, head)) if rest else ()
        draft.complements[number] = Slot(Chunk(NP, whole.first, cut - 1, whole.head, parts=parts), "to")
        draft.subject = Slot(Chunk(NP, cut + 1, last, last), "of")
        return


def _made_by(draft: Draft, chunks: list[Chunk], tokens: Tokens) -> None:
    """ "the visit to China made by President Nixon": who makes the journey stands behind where it leads."""
    if draft.subject is not None or draft.lemma not in _JOURNEYS:
        return
    at = next((n for n in range(draft.at + 1, len(chunks)) if chunks[n].first > draft.end), len(chunks))
    kinds = [chunk.kind for chunk in chunks[at : at + 3]]
    if kinds == [VG, PREP, NP] and tokens.lowers[chunks[at].last] in _MADE and chunks[at + 1].word == "by":
        draft.subject = Slot(chunks[at + 2], "by")


_MADE: Final = cues("clauses", "made")


def _names_place(first: int, head: int, tokens: Tokens) -> bool:
    """True for "Rome", "the Palestinian territories"; not for "the Palace", "the residence"."""
    if tokens.tags[first] == "DET":
        return head > first + 1 and tokens.words[first + 1][0].isupper()
    return tokens.tags[head] == "PROPN"


def _names_office(first: int, last: int, tokens: Tokens, lists: Predicates) -> bool:
    """True where an office stands among the first words of a person: "the Polish premier", "King Charles"."""
    return any(tokens.lowers[i] in lists.offices for i in range(first, min(last + 1, first + _TITLE)))


def _to_noun(chunk: Chunk, last: int, tokens: Tokens) -> int:
    """The end of "a meeting of the Russian and Japanese ministers", whose first conjunct ends in an adjective."""
    cut = last < chunk.last and tokens.tags[last] in ("ADJ", "PROPN") and tokens.lowers[last + 1] == "and"
    nation = cut and tokens.lowers[last] in load_predicates().nationalities
    return chunk.last if nation and tokens.tags[chunk.last] == "NOUN" else last


_AWAITED: Final = frozenset({"due", "scheduled", "slated"})


def _is_due(draft: Draft, tokens: Tokens) -> None:
    """ "talks with Iran due to start on Monday", "a visit scheduled for May"."""
    at = draft.end + (tokens.lowers[draft.end] not in _AWAITED)  # an adjective may be read as the phrase's last word
    if at + 1 < len(tokens) and tokens.lowers[at] in _AWAITED and tokens.lowers[at + 1] in ("to", "for", "on", "in"):
        draft.put(Modality.FUTURE, (at, at))


def _fill_right(draft: Draft, at: int, chunks: list[Chunk], last: int) -> None:
    """The prepositional phrases right after the noun, in a chain."""
    index, size = at + 1, len(chunks)
    if chunks[at].last > last:
        return  # another conjunct follows
    while index < size:
        chunk = chunks[index]
        kind = chunk.kind
        if kind in (TIME, ADVERB):
            draft.widen(chunk.first, chunk.last)
        elif kind == PREP and index + 1 < size and chunks[index + 1].kind in (NP, TIME):
            target = chunks[index + 1]
            if target.kind == NP:
                draft.complements.append(Slot(target, chunk.word))
            draft.widen(chunk.first, target.last)
            index += 1
        elif not (
            (
                kind == CONJ
                and index + 2 < size
                and chunks[index + 1].kind == PREP
                and any(slot.preposition == chunks[index + 1].word for slot in draft.complements)
            )
            or (kind == COMMA and chunk.word == "," and index + 1 < size and chunks[index + 1].kind == TIME)
        ):
            return
        index += 1


def _govern(
    draft: Draft,
    at: int,
    chunk: Chunk,
    chunks: list[Chunk],
    ties: dict[int, Tie],
    before: Draft | None,
    lists: Predicates,
) -> None:
    """The verb that has the noun's phrase as object, subject or complement."""
    tie = ties.get(id(chunk))
    if tie is None and before is not None and at and chunks[at - 1].kind == PREP:
        tie = (before, "complement")
    if tie is None:
        return
    governor, relation = tie
    draft.depend(governor, relation)
    light = governor.lemma in lists.light
    draft.negated = governor.negated and relation == "object" and light
    modality = lists.governors.get(governor.lemma)
    asserted = governor.modality is Modality.ASSERTED
    if relation == "object" and modality in _STATUS and asserted:
        draft.put(modality, (governor.first, governor.last))
    elif relation == "object" and light:
        draft.put(governor.modality, governor.cue)
    elif relation == "subject" and governor.voice == "passive" and modality in _STATUS:
        draft.put(modality, (governor.first, governor.last))


_SPOKEN_IN: Final = cues("occasions", "gatherings") | cues("clauses", "spoken_in")
_BETWEEN: Final = {"after": None, "following": None, "during": None, "in": _SPOKEN_IN}


def _between(draft: Draft, chunk: Chunk, preposition: str, verb: Draft) -> None:
    """ "The envoy, in a call with Ada Oduya, urged": the phrase stands between the verb and its subject."""
    among = _BETWEEN[preposition]
    subject = verb.subject.chunk if verb.subject is not None and not verb.subject.via else None
    if subject is not None and subject.last < chunk.first and (among is None or draft.lemma in among):
        draft.depend(verb, "adverbial")


def _subject(draft: Draft, preposition: str, first: int, tokens: Tokens, lists: Predicates) -> None:
    """Who does it: possessor, "by" phrase, subject of the verb that carries the noun, or the country before it."""
    if draft.subject is not None:
        return
    for slot in draft.complements:
        if slot.preposition in OCCASIONS and _event(tokens, slot.chunk.head, lists.events):
            break  # "an alert after the bombing by rebels": who bombed
        if slot.preposition == "by":
            draft.subject = Slot(slot.chunk, "by")
            return
    if draft.lemma not in _JOURNEYS:
        country = _country_before(draft.head, first, tokens, lists.nationalities)
        if country is not None:
            draft.subject = Slot(country, "", "modifier")
            return
    verb = draft.governor
    if verb is None or verb.subject is None or verb.voice == "passive":
        return
    carried = draft.relation == "object" and verb.lemma in lists.light
    if carried or (draft.relation == "complement" and _shares_subject(draft, preposition, lists)):
        draft.subject = Slot(verb.subject.chunk, via="control")


def _shares_subject(draft: Draft, preposition: str, lists: Predicates) -> bool:
    """ "spoke after talks"; not "yielded after protests", "spoke after talks between the two"."""
    if any(slot.preposition == "between" for slot in draft.complements):
        return False
    return preposition in _CONTROLLED and (preposition not in _BESIDE or draft.lemma not in lists.suffered)


def _country_before(head: int, first: int, tokens: Tokens, nationalities: frozenset[str]) -> Chunk | None:
    """The adjective of a country among the modifiers: "a Russian attack", "South African aid"."""
    for index in range(head - 1, max(first, head - 5) - 1, -1):
        word = tokens.words[index]
        if not word[0].isupper():
            continue
        low = tokens.lowers[index]
        if index > first and f"{tokens.lowers[index - 1]} {low}" in nationalities:
            return Chunk(NP, index - 1, index, index)
        if low in nationalities or TWO_NAMES.fullmatch(word):
            return Chunk(NP, index, index, index)
    return None
