"""What the words of a sentence must be for any frame to find an event in it, told before the sentence is analysed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from eventx.frames.model import FrameSet
from eventx.frames.needs import Choice, Forms, Needs, Promise, needs_of, parts_of
from eventx.records import Tokens

_COMMON: Final = frozenset(
    {"be", "have", "do", "say", "make", "go", "take", "come", "give", "get", "tell", "call", "use"}
)
_WEIGHT: Final = 30  # of a common verb among the words of a list
_MOST: Final = 50_000  # words that are kept in mind
_VERBAL: Final = frozenset({"VERB", "AUX"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})


@frozen(slots=True)
class _Claim:
    """What must stand beside a key word: lists as bits, and those that bits alone do not settle."""

    bits: int
    exact: tuple[Choice, ...]
    promise: Promise


_Said = tuple[int, tuple[_Claim, ...], tuple[str, ...]]  # of a word: bits of lists, what it is a key of, its lemmas


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
        self._numbers: dict[Choice, int] = {}
        self._claims: dict[str, list[_Claim]] = {}  # by the lemma of the key word
        self._known = _Known(self._read)
        for needs, promise in sorted(needs_of(framesets).items(), key=lambda item: item[0].order):
            self._add(needs, promise)

    def _add(self, needs: Needs, promise: Promise) -> None:
        key = min(needs.lemmas, key=_commonness)
        rest = [Choice.of(words) for words in needs.lemmas if words is not key]
        rest += [Choice.standing(words, inflected=True) for words in needs.beside]
        rest += [Choice.standing(words, inflected=False) for words in needs.words]
        for word in sorted(key):
            parts = parts_of(word)
            rarest = max(parts, key=len)  # as a rule the longest
            choices = [*(Choice(frozenset({part})) for part in parts if part != rarest), *rest]
            bits = sum({1 << self._numbers.setdefault(choice, len(self._numbers)) for choice in choices})
            exact = tuple(choice for choice in choices if not choice.single)
            self._claims.setdefault(rarest, []).append(_Claim(bits, exact, promise))

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
        claims = tuple(claim for lemma in lemmas for claim in self._claims.get(lemma, ()))
        return (bits, claims, lemmas) if lemmas or bits else None

    def promise(self, vocabulary: Sequence[str]) -> Promise | None:
        """The frames that may find an event in a sentence with these lower-cased words; None where none does."""
        bits = 0
        keyed: list[tuple[_Claim, ...]] = []
        said = list(filter(None, map(self._known.__getitem__, vocabulary)))  # most words say nothing
        for lists, claims, _ in said:
            bits |= lists
            if claims:
                keyed.append(claims)
        kept = [claim for claims in keyed for claim in claims if claim.bits & bits == claim.bits]
        if any(claim.exact for claim in kept):
            words = set(vocabulary).union(*[lemmas for _, _, lemmas in said])
            text = f" {' '.join(vocabulary)} "
            kept = [claim for claim in kept if all(choice.met(words, text) for choice in claim.exact)]
        if not kept:
            return None
        return Promise.joined(tuple({id(claim.promise): claim.promise for claim in kept}.values()))

    def kept(self, promise: Promise, tokens: Tokens) -> bool:
        """True when one of the verbs stands as a verb in the sentence, or one of the nouns as a noun.

        "Be" is the verb of a sentence without any, too: "Israel's troops on alert".
        """
        verbs, nouns, forms = promise.verbs, promise.nouns, self._forms.of
        tags, lemmas = tokens.tags, tokens.lemmas
        for index, low in enumerate(tokens.lowers):
            if lemmas[index] in verbs and tags[index] in _VERBAL:
                return True
            if nouns and tags[index] in _NOMINAL and not nouns.isdisjoint((low, lemmas[index], *forms(low))):
                return True
        return "be" in verbs and _VERBAL.isdisjoint(tags)


def _commonness(words: frozenset[str]) -> tuple[int, list[str]]:
    """How many sentences hold a word of the list, roughly: common verbs weigh as much as many others."""
    return sum(_WEIGHT if part in _COMMON else 1 for word in words for part in parts_of(word)), sorted(words)
