"""Which frames a clause can be: by the lemma of its predicate; and the words that are worth a look at a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from attrs import frozen

from eventx.frames.model import Frame, FrameSet
from eventx.frames.view import PREPOSITIONS, View
from eventx.frames.words import OFFICIAL, SHOW, SPORT
from eventx.lexicon.words import load_words
from eventx.records import Clause, Modality

SPORT_MARK, SHOW_MARK, OFFICIAL_MARK = "#sport", "#show", "#official"
# The forms of verbs that the word list has among the closed classes.
_AUXILIARIES = {
    "be": ("am", "is", "are", "was", "were", "been", "being"),
    "have": ("has", "had", "having"),
    "do": ("does", "did", "done", "doing"),
    "need": ("needs", "needed"),
}


_EVERYWHERE = frozenset({"of", "to", "in", "the", "a", "on", "for", "at", "by", "with", "from"})


class FrameIndex:
    """Frames by trigger lemma, the most specific first."""

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        self._idioms: dict[str, list[tuple[str, Frame]]] = {}
        every = sorted((f for s in framesets for f in s.frames), key=_claim)
        for frame in every:
            for lemma in sorted(frame.verbs):
                self._verbs.setdefault(lemma, []).append(frame)
                first, _, rest = lemma.partition(" ")
                if rest:
                    self._idioms.setdefault(first, []).append((rest, frame))
            for lemma in sorted(frame.nouns):
                self._nouns.setdefault(lemma, []).append(frame)

    def frames(self, clause: Clause, view: View) -> Sequence[Frame]:
        """The frames that the clause's predicate can trigger, in the order in which they claim it."""
        if clause.form != "verb":
            return self._nouns.get(clause.lemma, ())
        exact: Sequence[Frame] = self._verbs.get(clause.lemma, ())
        base, _, particle = clause.lemma.partition(" ")
        if particle in PREPOSITIONS:  # "held talks on Tuesday" is no "hold on"
            _, last = view.range(clause.head)
            near = view.tokens.lowers[last : last + 1] == (particle,)
            exact = sorted({*(exact if near else ()), *self._verbs.get(base, ())}, key=_claim)
        idioms = self._idioms.get(base)
        if not idioms:
            return exact
        first, _ = view.range(clause.head)
        after = f" {' '.join(view.tokens.lowers[first + 1 : first + 5])} "
        more = {frame for rest, frame in idioms if after.startswith(f" {rest} ")}
        return sorted(more.union(exact), key=_claim) if more else exact

    def lemmas(self) -> frozenset[str]:
        """All trigger lemmas."""
        return frozenset(self._verbs) | frozenset(self._nouns)


def _claim(frame: Frame) -> tuple[tuple[int, ...], str]:
    """The order in which frames claim a clause: the more specific first, equals by name."""
    return (tuple(-n for n in frame.specificity), frame.name)


class Gate:
    """Tells from its words alone whether a sentence can hold any frame's event.

    A frame needs a word of each of some lists: one of its verbs, and one of its objects ("impose", "sanctions"). Of
    words with several parts ("call off") every part must stand. The lists are looked up by the words of the shortest
    one, so that a sentence costs a look at few frames.
    """

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        self._by_word: dict[str, list[tuple[_Choice, ...]]] = {}
        self.words: set[str] = set()
        needs = sorted({n for f in framesets for frame in f.frames for n in _needs(frame)}, key=_order)
        for lists in needs:
            self.words.update(part for words in lists for word in words for part in _parts(word))
            key = min(lists, key=len)
            rest = tuple(_Choice.of(words) for words in lists if words is not key)
            for word in sorted(key):
                *others, last = _parts(word)
                extra = tuple(_Choice(frozenset({part})) for part in others)
                self._by_word.setdefault(last, []).append((*extra, *rest))

    def admits(self, words: Set[str]) -> bool:
        """True when the words (lemmas, of those that the gate asked for) can be some frame's."""
        by_word = self._by_word
        return any(all(choice.met(words) for choice in rest) for word in words for rest in by_word.get(word, ()))


@frozen(slots=True)
class _Choice:
    """A list of which a sentence must hold one word: single words, and those with several parts."""

    singles: frozenset[str]
    parts: tuple[frozenset[str], ...] = ()

    @classmethod
    def of(cls, words: frozenset[str]) -> _Choice:
        return cls(
            frozenset(w for w in words if " " not in w),
            tuple(frozenset(_parts(w)) for w in sorted(words) if " " in w),
        )

    def met(self, words: Set[str]) -> bool:
        return not self.singles.isdisjoint(words) or any(parts <= words for parts in self.parts)


def _parts(word: str) -> list[str]:
    """The words of a trigger that are worth looking for: not those that stand in every sentence."""
    parts = word.split()
    return [p for p in parts if p not in _EVERYWHERE] or parts


def _order(lists: tuple[frozenset[str], ...]) -> tuple[int, list[list[str]]]:
    return (len(lists), [sorted(words) for words in lists])


def _needs(frame: Frame) -> Iterator[tuple[frozenset[str], ...]]:
    """The lists of each of which a sentence must hold a word, for the frame's verbs and for its nouns."""
    beside = [words for words in (frame.cues, frame.with_words) if words]
    if frame.nouns:
        yield (frame.nouns, *beside)
    if frame.verbs:
        if frame.objects:
            beside.append(frame.objects)
        if frame.content and frame.content.isdisjoint(Modality):
            beside.append(frame.content)
        heads = [c.heads for c in frame.complements]
        if heads and all(heads):
            beside.append(frozenset().union(*heads))
        yield (frame.verbs, *beside)


def trigger_forms(framesets: Iterable[FrameSet]) -> dict[str, str]:
    """Every inflected form of the words that the gate asks for, with its lemmas (several are joined by "|").

    Words by which reports on sport and shows are known, and words of public affairs, are marked as such.
    """
    lemmas = Gate(framesets).words
    table = load_words().open
    found: dict[str, set[str]] = {}
    for lemma in lemmas:
        found.setdefault(lemma, set()).add(lemma)
        if f"{lemma}s" not in table and not lemma.endswith("s"):  # a noun that the word list lacks
            found.setdefault(f"{lemma}s", set()).add(lemma)
    for form, entry in table.items():
        for lemma in (entry.verb, entry.noun):
            if lemma in lemmas:
                found.setdefault(form, set()).add(lemma)
    for lemma, forms in _AUXILIARIES.items():
        if lemma in lemmas:
            for form in forms:
                found.setdefault(form, set()).add(lemma)
    for mark, words in ((SPORT_MARK, SPORT), (SHOW_MARK, SHOW), (OFFICIAL_MARK, OFFICIAL)):
        for word in words:
            found.setdefault(word, set()).add(mark)
    return {form: "|".join(sorted(of)) for form, of in sorted(found.items())}
