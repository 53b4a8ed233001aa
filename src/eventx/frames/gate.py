"""What the words of a sentence must be for any frame to find an event in it, told before the sentence is analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

from attrs import frozen

from eventx.frames.model import FrameSet
from eventx.frames.needs import LISTS, Choice, Forms, Needs, Promise, needs_of, parts_of
from eventx.lexicon.words import load_words
from eventx.records import Tokens

_COMMON: Final = frozenset(
    {"be", "have", "do", "say", "make", "go", "take", "come", "give", "get", "tell", "call", "use"}
)
_WEIGHT: Final = 30  # of a common verb among the words of a list
_MOST: Final = 50_000  # words that are kept in mind
_ALWAYS: Final = Choice()  # stands for the lists of a claim that asks for none
_VERBAL: Final = frozenset({"VERB", "AUX"})
_PAST: Final = frozenset({"VBN", "VBD"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


@frozen(slots=True)
class _Claim:
    """What must stand beside a key word: lists as bits, and those that bits alone do not settle.

    ``lead`` is the number of the one of the lists that fewest sentences meet.
    """

    bits: int
    lead: int
    exact: tuple[Choice, ...]
    promise: Promise


@frozen(slots=True)
class _Key:
    """What a word is a key of: its claims by their leads, and the bits of these."""

    leads: int
    claims: Mapping[int, Sequence[_Claim]]

    @classmethod
    def of(cls, claims: Sequence[_Claim]) -> _Key:
        by_lead: dict[int, list[_Claim]] = {}
        for claim in claims:
            by_lead.setdefault(claim.lead, []).append(claim)
        return cls(sum(1 << lead for lead in by_lead), by_lead)


_Said = tuple[int, _Key | None, tuple[str, ...]]  # of a word: bits of lists, what it is a key of, its lemmas


class _Known(dict[str, _Said | None]):
    """What the words met so far say, each worked out when it is first asked for; None where it says nothing."""

    def __init__(self, read: Callable[[str], _Said | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> _Said | None:
        if len(self) >= _MOST:
            self.clear()
        said = self[word] = self._read(word)
        return said


class Gate:
    """Tells from its words alone which frames can find an event in a sentence.

    A frame needs a word of each of some lists: one of its verbs, and one of its objects ("impose", "sanctions"). Of
    words with several parts ("call off") every part must stand. Each list is a bit that its words set; the frames are
    looked up by the words of the list that fewest sentences meet, so that a sentence costs a look at few of them.
    """

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        self._numbers: dict[Choice, int] = {_ALWAYS: 0}
        self._claims: dict[str, list[_Claim]] = {}  # by the lemma of the key word
        self._known = _Known(self._read)
        for (needs, _), promise in sorted(needs_of(framesets).items(), key=lambda item: (item[0][0].order, item[0][1])):
            self._add(needs, promise)
        _commonness.cache_clear()  # no list is asked about again

    def _add(self, needs: Needs, promise: Promise) -> None:
        key = min(needs.lemmas, key=_commonness)
        rest = [Choice.of(words) for words in needs.lemmas if words is not key]
        rest += [Choice.standing(words, inflected=True) for words in needs.beside]
        rest += [Choice.standing(words, inflected=False) for words in needs.words]
        rest = sorted(rest, key=lambda choice: _commonness(choice.telling))
        for word in sorted(key):
            parts = parts_of(word)
            rarest = max(parts, key=len)  # as a rule the longest
            apart = [Choice(frozenset({part})) for part in parts if part != rarest]
            self._claims.setdefault(rarest, []).append(self._claim([*rest, *apart] or [_ALWAYS], promise))

    def _claim(self, choices: Sequence[Choice], promise: Promise) -> _Claim:
        """What the lists ask for, the first of which is met the least."""
        numbers = [self._numbers.setdefault(choice, len(self._numbers)) for choice in choices]
        exact = tuple(choice for choice in choices if not choice.single)
        return _Claim(sum({1 << number for number in numbers}), numbers[0], exact, promise)

    @cached_property
    def _forms(self) -> Forms:
        """The lemmas that the gate asks for, by their forms; made when the first document comes."""
        return Forms({*self._claims, *(word for choice in self._numbers for word in choice.inflected)})

    @cached_property
    def _bits(self) -> Mapping[str, int]:
        """The bits of the lists that a word or lemma may meet."""
        bits: dict[str, int] = {}
        for choice, number in self._numbers.items():
            for word in choice.telling:
                bits[word] = bits.get(word, 0) | 1 << number
        return bits

    def _read(self, word: str) -> _Said | None:
        """What a word says."""
        lemmas = self._forms.of(word)
        bits = self._bits.get(word, 0)
        for lemma in lemmas:
            bits |= self._bits.get(lemma, 0)
        claims = [claim for lemma in lemmas for claim in self._claims.get(lemma, ())]
        return (bits, _Key.of(claims) if claims else None, lemmas) if lemmas or bits else None

    def promises(self, vocabulary: Sequence[str]) -> list[Promise]:
        """The frames that may find an event in a sentence with these lower-cased words."""
        bits = 1 << self._numbers[_ALWAYS]
        keys: list[_Key] = []
        words = set(vocabulary)
        said = list(filter(None, map(self._known.__getitem__, words)))  # some words say nothing
        for lists, key, _ in said:
            bits |= lists
            if key is not None:
                keys.append(key)
        likely = _likely(keys, bits)
        if not likely:
            return []
        words.update(*[lemmas for _, _, lemmas in said])
        text = f" {' '.join(vocabulary)} "
        kept: list[Promise] = []
        for claim in likely:
            for choice in claim.exact:
                if not choice.met(words, text):
                    break
            else:
                kept.append(claim.promise)
        return kept

    def standing(self, promises: Sequence[Promise], tokens: Tokens) -> list[Promise]:
        """Those of which one of the verbs stands as a verb in the sentence, or one of the nouns as a noun.

        The rest of "call off" stands behind its verb, and what makes a passive has the form of the past. "Be" is the
        verb of a sentence without any, too ("Israel's troops on alert"), and of some that are cut short.
        """
        verbs = _Verbs(tokens)
        nouns: frozenset[str] = frozenset()
        kept: list[Promise] = []
        for promise in promises:
            if verbs.hold(promise):
                kept.append(promise)
            elif promise.nouns:
                nouns = nouns or frozenset(self._nominal(tokens))
                if not promise.nouns.isdisjoint(nouns):
                    kept.append(promise)
        return kept

    def _nominal(self, tokens: Tokens) -> Iterator[str]:
        """The nouns of a sentence, with the lemmas that they may be forms of."""
        for low, lemma, tag in zip(tokens.lowers, tokens.lemmas, tokens.tags, strict=True):
            if tag in _NOMINAL:
                yield low
                yield lemma
                said = self._known[low]
                if said is not None:
                    yield from said[2]


class _Verbs:
    """The verbs of a sentence by their lemmas, each with where it stands first, and those that may be passives."""

    def __init__(self, tokens: Tokens) -> None:
        self._lowers = tokens.lowers
        self._first = {"be": -1}
        self._past = {"be"}
        for at, tag in enumerate(tokens.tags):
            if tag in _VERBAL:
                lemma = tokens.lemmas[at]
                self._first.setdefault(lemma, at)
                if tokens.features[at] in _PAST:
                    self._past.add(lemma)

    def hold(self, promise: Promise) -> bool:
        """True when one of the verbs of a promise stands."""
        verbs = self._past if promise.passive else self._first.keys()
        if not promise.verbs.isdisjoint(verbs):
            return True
        return any(first in verbs and self._behind(first, rest) for first, rest in promise.longer)

    def _behind(self, verb: str, rest: Sequence[str]) -> bool:
        behind = self._lowers[self._first[verb] + 1 :]
        return all(word in behind for word in rest)


def _likely(keys: Iterable[_Key], bits: int) -> list[_Claim]:
    """The claims of a sentence's key words whose lists its words set the bits of."""
    found: list[_Claim] = []
    lacking = ~bits
    for key in keys:
        leads = key.leads & bits
        while leads:
            lead = leads.bit_length() - 1
            leads ^= 1 << lead
            for claim in key.claims[lead]:  # mostly one: a loop costs less than a list of its own
                if not claim.bits & lacking:
                    found.append(claim)
    return found


@lru_cache(maxsize=LISTS)
def _commonness(words: frozenset[str]) -> tuple[int, list[str]]:
    """How many sentences hold a word of the list, roughly: common words weigh as much as many others."""
    closed = load_words().closed
    parts = [part for word in words for part in parts_of(word)]
    return sum(_WEIGHT if part in _COMMON or part in closed else 1 for part in parts), sorted(words)
