"""What the words of a sentence must be for any frame to find an event in it, told before the sentence is analysed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property

from attrs import frozen

from eventx.frames.model import Frame, FrameSet
from eventx.frames.words import NEGATIVE
from eventx.lexicon.words import load_words
from eventx.records import Modality, Tokens

_WORD = re.compile(r"\w+")  # as in the layer ``vocabulary``
# Words that stand in so many sentences that looking for them is no use.
_EVERYWHERE = frozenset({"of", "to", "in", "the", "a", "on", "for", "at", "by", "with", "from"})
_COMMON = frozenset({"be", "have", "do", "say", "make", "go", "take", "come", "give", "get", "tell", "call", "use"})
_WEIGHT = 30  # of a common verb among the words of a list
# The forms of verbs that the word list has among the closed classes.
_AUXILIARIES: Mapping[str, tuple[str, ...]] = {
    "be": ("am", "is", "are", "was", "were", "been", "being", "s", "re", "m"),
    "have": ("has", "had", "having", "ve"),
    "do": ("does", "did", "done", "doing"),
    "need": ("needs", "needed"),
}
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


class Gate:
    """Tells from its words alone which frames can find an event in a sentence.

    A frame needs a word of each of some lists: one of its verbs, and one of its objects ("impose", "sanctions"). Of
    words with several parts ("call off") every part must stand. The lists are looked up by the words of the shortest
    one, so that a sentence costs a look at few frames.
    """

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        self._by_word: dict[str, list[tuple[tuple[_Choice, ...], Promise]]] = {}
        self._words: set[str] = set()
        for needs, promise in sorted(_all_needs(framesets).items(), key=lambda item: item[0].order):
            self._words.update(part for words in needs.lemmas for word in words for part in _parts(word))
            self._words.update(word for words in needs.beside for word in words if _WORD.fullmatch(word))
            key = min(needs.lemmas, key=_commonness)
            rest = [_Choice.of(words) for words in needs.lemmas if words is not key]
            rest += [_Choice.standing(words) for words in (*needs.beside, *needs.words)]
            for word in sorted(key):
                parts = _parts(word)
                rarest = max(parts, key=len)  # as a rule the longest
                extra = [_Choice(frozenset({part})) for part in parts if part != rarest]
                self._by_word.setdefault(rarest, []).append(((*extra, *rest), promise))

    @cached_property
    def _lemmas(self) -> Mapping[str, tuple[str, ...]]:
        """The lemmas that the gate asks for, by their inflected forms; made when the first document comes."""
        return _forms(self._words)

    def promise(self, vocabulary: Sequence[str]) -> Promise | None:
        """The frames that may find an event in a sentence with these lower-cased words; None where none does."""
        forms, by_word = self._lemmas, self._by_word
        found = frozenset([lemma for word in set(vocabulary) if word in forms for lemma in forms[word]])
        look = _Look(vocabulary, found)
        kept: list[Promise] = []
        for word in found:
            for rest, promise in by_word.get(word, ()):
                for choice in rest:
                    if not choice.met(look):
                        break
                else:
                    kept.append(promise)
        return kept[0].joined(kept) if kept else None

    def kept(self, promise: Promise, tokens: Tokens) -> bool:
        """True when one of the verbs stands as a verb in the sentence, or one of the nouns as a noun.

        "Be" is the verb of a sentence without any, too: "Israel's troops on alert".
        """
        verbs, nouns, forms = promise.verbs, promise.nouns, self._lemmas
        tags, lemmas = tokens.tags, tokens.lemmas
        for index, low in enumerate(tokens.lowers):
            if lemmas[index] in verbs and tags[index] in _VERBAL:
                return True
            if nouns and tags[index] in _NOMINAL and not nouns.isdisjoint((low, lemmas[index], *forms.get(low, ()))):
                return True
        return "be" in verbs and _VERBAL.isdisjoint(tags)


@frozen(slots=True)
class Promise:
    """Frames by name, and what triggers them: lemmas of verbs (of "call off" its first word) and of nouns."""

    frames: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]

    def joined(self, others: Sequence[Promise]) -> Promise:
        """This promise and the others as one."""
        if len(others) == 1:
            return others[0]
        return Promise(
            self.frames.union(*[other.frames for other in others]),
            self.verbs.union(*[other.verbs for other in others]),
            self.nouns.union(*[other.nouns for other in others]),
        )


class _Look:
    """The words of one sentence, in the forms in which lists ask for them."""

    def __init__(self, vocabulary: Sequence[str], lemmas: frozenset[str]) -> None:
        self._vocabulary = vocabulary
        self.lemmas = lemmas

    @cached_property
    def words(self) -> frozenset[str]:
        """The words as they stand, and their lemmas."""
        return self.lemmas.union(self._vocabulary)

    @cached_property
    def text(self) -> str:
        """The words with single spaces, and one at either end."""
        return f" {' '.join(self._vocabulary)} "


@frozen(slots=True)
class _Choice:
    """A list of which a sentence must hold one: lemmas, lemmas of several parts, or words as they stand."""

    lemmas: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()
    words: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: frozenset[str]) -> _Choice:
        """A list of lemmas; the parts of one that has several may stand apart."""
        listed = [(word, _parts(word)) for word in sorted(words)]
        return cls(
            lemmas=frozenset(parts[0] for _, parts in listed if len(parts) == 1),
            parts=tuple(frozenset(parts) for _, parts in listed if len(parts) > 1),
        )

    @classmethod
    def standing(cls, words: frozenset[str]) -> _Choice:
        """A list of words or lemmas and of phrases, whose words stand side by side."""
        listed = [(word, _WORD.findall(word)) for word in sorted(words)]
        return cls(
            words=frozenset(parts[0] for _, parts in listed if len(parts) == 1),
            phrases=tuple(f" {' '.join(parts)} " for _, parts in listed if len(parts) > 1),
        )

    def met(self, look: _Look) -> bool:
        """True when the sentence holds one of the list."""
        if not self.lemmas.isdisjoint(look.lemmas) or (self.words and not self.words.isdisjoint(look.words)):
            return True
        if self.parts and any(parts <= look.lemmas for parts in self.parts):
            return True
        return bool(self.phrases) and any(phrase in look.text for phrase in self.phrases)


def _commonness(words: frozenset[str]) -> tuple[int, list[str]]:
    """How many sentences hold a word of the list, roughly: common verbs weigh as much as many others."""
    return sum(_WEIGHT if part in _COMMON else 1 for word in words for part in _parts(word)), sorted(words)


def _parts(word: str) -> list[str]:
    """The words of a trigger that are worth looking for: not those that stand in every sentence."""
    parts = _WORD.findall(word)
    return [p for p in parts if p not in _EVERYWHERE] or parts


@frozen(slots=True)
class _Needs:
    """Lists of each of which a sentence must hold one: ``lemmas``, lemmas or words (``beside``), ``words`` only."""

    lemmas: tuple[frozenset[str], ...]
    beside: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]

    @property
    def order(self) -> tuple[int, list[list[list[str]]]]:
        """The fewest lists first; the rest is for the order to be always the same."""
        every = [[sorted(words) for words in lists] for lists in (self.lemmas, self.beside, self.words)]
        return sum(map(len, every)), every


def _all_needs(framesets: Iterable[FrameSet]) -> dict[_Needs, Promise]:
    """What the frames need, with those that need the same."""
    found: dict[_Needs, Promise] = {}
    for frame in (frame for frameset in framesets for frame in frameset.frames):
        for needs, promise in _needs(frame):
            found[needs] = promise.joined((found.get(needs, promise), promise))
    return found


def _needs(frame: Frame) -> Iterator[tuple[_Needs, Promise]]:
    """The needs of the frame's verbs and of its nouns."""
    beside = tuple(words for words in (frame.cues, frame.with_words) if words)
    words = [frozenset(source.prepositions) for source in frame.needs if source.slot == "prep"]
    if frame.complements:
        words.append(frozenset(p for c in frame.complements for p in c.prepositions))
    if frame.polarity == "negative":
        words.append(NEGATIVE)
    if frame.nouns:
        yield _Needs((frame.nouns,), beside, tuple(words)), Promise(frozenset({frame.name}), frozenset(), frame.nouns)
    if frame.verbs:
        lemmas = [frame.verbs]
        if frame.objects:
            lemmas.append(frame.objects)
        if frame.content and frame.content.isdisjoint(Modality):
            lemmas.append(frame.content)
        heads = [c.heads for c in frame.complements]
        if heads and all(heads):
            lemmas.append(frozenset().union(*heads))
        firsts = frozenset(verb.split()[0] for verb in frame.verbs)
        yield _Needs(tuple(lemmas), beside, tuple(words)), Promise(frozenset({frame.name}), firsts, frozenset())


def _forms(lemmas: Set[str]) -> dict[str, tuple[str, ...]]:
    """Every inflected form of the lemmas, with its lemmas. Of forms with hyphens the last part stands for all."""
    table = load_words().open
    found: dict[str, set[str]] = {}
    for lemma in lemmas:
        found.setdefault(lemma, set()).add(lemma)
        if f"{lemma}s" not in table and not lemma.endswith("s"):  # a noun that the word list lacks
            found.setdefault(f"{lemma}s", set()).add(lemma)
        for form in _AUXILIARIES.get(lemma, ()):
            found.setdefault(form, set()).add(lemma)
    for form, entry in table.items():
        for of in (entry.verb, entry.noun):
            if of in lemmas:
                found.setdefault(form, set()).add(of)
            elif "-" in of:
                _, _, last = of.rpartition("-")
                if last in lemmas:
                    found.setdefault(form.rpartition("-")[2], set()).add(last)
    return {form: tuple(sorted(of)) for form, of in found.items()}
