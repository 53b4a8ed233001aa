"""What frames need of the words of a sentence: lists of each of which one word must stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final

from attrs import field, frozen

from eventx.frames.model import RELATIONS, Frame, FrameSet, Role
from eventx.frames.words import CONDITIONAL, NEGATIVE
from eventx.lexicon.inflections import AUXILIARIES
from eventx.lexicon.predicates import load_predicates
from eventx.lexicon.words import load_words
from eventx.records import Modality

_WORD: Final = re.compile(r"\w+")  # as in the layer ``vocabulary``
LISTS: Final = 5_000  # lists that are kept in mind while frames are indexed
# What is left of a short form once it is cut at its apostrophe.
_SHORT: Final[Mapping[str, tuple[str, ...]]] = {"be": ("s", "re", "m"), "have": ("ve",)}


@frozen(slots=True)
class Promise:
    """Frames by name, and what triggers them: lemmas of verbs and of nouns.

    ``longer`` are the triggers of several words ("call off"), each cut after its verb. ``passive`` is true where the
    frames ask for the passive.
    """

    frames: frozenset[str]
    verbs: frozenset[str]
    longer: frozenset[tuple[str, tuple[str, ...]]]
    nouns: frozenset[str]
    passive: bool = False

    @classmethod
    def of_verbs(cls, frame: Frame) -> Promise:
        """What the verbs of a frame promise."""
        cut = [verb.split() for verb in frame.verbs]
        return cls(
            frozenset({frame.name}),
            frozenset(words[0] for words in cut if len(words) == 1),
            frozenset((words[0], tuple(words[1:])) for words in cut if len(words) > 1),
            frozenset(),
            passive=not frame.active,
        )

    @classmethod
    def of_nouns(cls, frame: Frame) -> Promise:
        """What its nouns do."""
        return cls(frozenset({frame.name}), frozenset(), frozenset(), frame.nouns)

    @classmethod
    def joined(cls, parts: Sequence[Promise]) -> Promise:
        """Several promises as one."""
        if len(parts) == 1:
            return parts[0]
        return cls(
            frozenset().union(*[part.frames for part in parts]),
            frozenset().union(*[part.verbs for part in parts]),
            frozenset().union(*[part.longer for part in parts]),
            frozenset().union(*[part.nouns for part in parts]),
            all(part.passive for part in parts),
        )


@frozen(slots=True, cache_hash=True)
class Choice:
    """A list of which a sentence must hold one: lemmas, words as they stand, lemmas of several ``parts``, phrases."""

    lemmas: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()
    phrases: tuple[str, ...] = ()
    alone: frozenset[str] = field(init=False, eq=False, repr=False)  # words each of which is enough

    @alone.default
    def _of_one_word(self) -> frozenset[str]:
        return self.lemmas | self.words

    @classmethod
    @lru_cache(maxsize=LISTS)  # many frames ask for the same list
    def of(cls, words: frozenset[str]) -> Choice:
        """A list of lemmas; the parts of one that has several may stand apart."""
        listed = [parts_of(word) for word in sorted(words)]
        return cls(
            lemmas=frozenset(parts[0] for parts in listed if len(parts) == 1),
            parts=tuple(frozenset(parts) for parts in listed if len(parts) > 1),
        )

    @classmethod
    @lru_cache(maxsize=LISTS)
    def standing(cls, words: frozenset[str], *, inflected: bool) -> Choice:
        """A list of words (if ``inflected`` in all their forms) and of phrases, whose words stand side by side."""
        listed = [parts_of(word) for word in sorted(words)]
        single = frozenset(parts[0] for parts in listed if len(parts) == 1)
        phrases = tuple(f" {' '.join(parts)} " for parts in listed if len(parts) > 1)
        return cls(lemmas=single, phrases=phrases) if inflected else cls(words=single, phrases=phrases)

    @property
    def single(self) -> bool:
        """True where any word of the list is enough."""
        return not self.parts and not self.phrases

    @property
    def inflected(self) -> frozenset[str]:
        """The words that are looked for in all their forms."""
        return self.lemmas.union(*self.parts)

    @property
    def telling(self) -> frozenset[str]:
        """The words one of which stands wherever the list is met: of those of several parts the longest."""
        several = [*self.parts, *(phrase.split() for phrase in self.phrases)]
        return self.alone | {max(sorted(parts), key=len) for parts in several}

    def met(self, words: Set[str], text: str) -> bool:
        """True when the sentence of these words and lemmas, and of this text, holds one of the list."""
        if not self.alone.isdisjoint(words):
            return True
        if self.parts and any(parts <= words for parts in self.parts):
            return True
        return bool(self.phrases) and any(phrase in text for phrase in self.phrases)


@frozen(slots=True)
class Needs:
    """Lists of each of which a sentence must hold one: ``lemmas``, lemmas or words (``beside``), ``words`` only."""

    lemmas: tuple[frozenset[str], ...]
    beside: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]

    @property
    def order(self) -> tuple[int, list[list[list[str]]]]:
        """The fewest lists first; the rest is for the order to be always the same."""
        every = [[sorted(words) for words in lists] for lists in (self.lemmas, self.beside, self.words)]
        return sum(map(len, every)), every


def parts_of(word: str) -> list[str]:
    """The words of a trigger."""
    return _WORD.findall(word)


def needs_of(framesets: Iterable[FrameSet]) -> dict[tuple[Needs, bool], Promise]:
    """What the frames need, with those that need the same; those of the passive alone apart."""
    found: dict[tuple[Needs, bool], Promise] = {}
    for frame in (frame for frameset in framesets for frame in frameset.frames):
        for needs, promise in _needs(frame):
            key = needs, promise.passive
            found[key] = Promise.joined((found.get(key, promise), promise))
    return found


def _needs(frame: Frame) -> Iterator[tuple[Needs, Promise]]:
    """The needs of the frame's verbs and of its nouns."""
    beside = tuple(words for words in (frame.cues, frame.with_words) if words)
    words = tuple(_words(frame))
    over = _over(frame)
    if frame.nouns:
        yield Needs((frame.nouns, *over), beside, words), Promise.of_nouns(frame)
    if frame.verbs:
        lemmas = [frame.verbs, *over]
        if frame.objects and not frame.places:
            lemmas.append(frame.objects)
        if frame.content and frame.content.isdisjoint(Modality):
            lemmas.append(frame.content)
        if frame.occasion:
            lemmas.append(frame.occasion)
        heads = [c.heads for c in frame.complements]
        if heads and all(heads):
            lemmas.append(frozenset().union(*heads))
        yield Needs(tuple(lemmas), beside, words), Promise.of_verbs(frame)


def _over(frame: Frame) -> Iterator[frozenset[str]]:
    """What must stand over the trigger, where words alone can: a governing lemma, a preposition, what makes it fail.

    A relation, or a modality that the form of a verb can give, needs no word of its own.
    """
    words = frame.under - {Modality.FAILED, "there be"}
    if not frame.under or not words.isdisjoint(_WORDLESS):
        return
    failing = _ALMOST.union(lemma for lemma, m in load_predicates().governors.items() if m is Modality.FAILED)
    yield words.union(failing if Modality.FAILED in frame.under else (), {"be"} if "there be" in frame.under else ())


_WORDLESS: Final = frozenset({*Modality, *RELATIONS})
_ALMOST: Final = frozenset({"almost", "nearly"})


def _words(frame: Frame) -> Iterator[frozenset[str]]:
    """Lists of words as they stand: the prepositions of what must be there, "to", "if", words that negate."""
    for source in frame.needs:
        if source.slot == "prep":
            yield frozenset(source.prepositions)
        elif source.slot == "infinitive":
            yield frozenset({"to"})
    if frame.complements:
        yield frozenset(p for c in frame.complements for p in c.prepositions)
    if frame.polarity == "negative":
        yield NEGATIVE
    if frame.conditional:
        yield CONDITIONAL
    roles = [frame.recipients] if frame.reciprocal else [frame.recipients, frame.actors]
    yield from filter(None, map(_leading, roles))


def _leading(role: Role) -> frozenset[str]:
    """The prepositions one of which leads to whoever must fill the role; empty where it takes none."""
    if not role.required or not all(source.prepositions for source in role.sources):
        return frozenset()
    return frozenset(preposition for source in role.sources for preposition in source.prepositions)


class Forms:
    """The lemmas that are asked for, by their inflected forms."""

    def __init__(self, lemmas: Set[str]) -> None:
        self._lemmas = lemmas
        self._table = load_words().open
        self._more: dict[str, list[str]] = {}
        for lemma, forms in AUXILIARIES.items():
            for form in (*forms, *_SHORT.get(lemma, ())) if lemma in lemmas else ():
                self._more.setdefault(form, []).append(lemma)
        for form in [form for form in self._table if "-" in form]:  # the last part stands for all
            entry = self._table.look(form)
            for whole in (entry.verb, entry.noun) if entry is not None else ():
                last = whole.rpartition("-")[2]
                if last in lemmas and last != whole and whole not in lemmas:
                    self._more.setdefault(form.rpartition("-")[2], []).append(last)

    def of(self, word: str) -> tuple[str, ...]:
        """The lemmas that the lower-cased word is a form of."""
        lemmas, entry = self._lemmas, self._table.look(word)
        found = {*self._more.get(word, ())}
        if word in lemmas:
            found.add(word)
        if entry is not None:
            found.update(of for of in (entry.verb, entry.noun) if of in lemmas)
        else:  # a word that the word list lacks
            found.update(stem for stem in stems(word) if stem in lemmas)
        return tuple(sorted(found))


def stems(word: str) -> Iterator[str]:
    """What a regular form may be one of: "torched" of "torch", "reimposing" of "reimpose", "parleys" of "parley"."""
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield f"{word[:-3]}y"
        return
    ending = next((e for e in ("ed", "ing") if word.endswith(e)), "")
    stem = word[: -len(ending)] if ending else ""
    if len(stem) < _SHORTEST:
        return
    yield stem
    yield f"{stem}e"
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if ending == "ed" and stem[-1] == "i":
        yield f"{stem[:-1]}y"


_SHORTEST: Final = 3  # letters of a stem
