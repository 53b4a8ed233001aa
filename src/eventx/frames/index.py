"""Which frames a clause can be: by the lemma of its predicate; and the words that are worth a look at a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventx.frames.model import Frame, FrameSet
from eventx.frames.view import PREPOSITIONS, View
from eventx.lexicon.words import load_words
from eventx.records import Clause


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
            exact = sorted({*exact, *self._verbs.get(base, ())}, key=_claim)
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


def trigger_forms(framesets: Iterable[FrameSet]) -> dict[str, str]:
    """Every inflected form that makes a sentence worth a look, with its lemma.

    Of a frame that asks for an object or a complement these are the words of that ("sanctions", not "impose"), since
    they are rarer than the verbs that go with them.
    """
    forms: dict[str, str] = {}
    lemmas: set[str] = set()
    for frame in (f for s in framesets for f in s.frames):
        if frame.cues:
            forms.update((cue, cue) for cue in frame.cues)
            continue
        lemmas.update(word.split()[0] for word in _rarest(frame))
    table = load_words().open
    for lemma in lemmas:
        forms[lemma] = lemma
        if f"{lemma}s" not in table and not lemma.endswith("s"):  # a noun that the word list lacks
            forms[f"{lemma}s"] = lemma
    for form, entry in table.items():
        for lemma in (entry.verb, entry.noun):
            if lemma in lemmas:
                forms[form] = lemma
    return dict(sorted(forms.items()))


def _rarest(frame: Frame) -> Iterator[str]:
    yield from frame.nouns
    if not frame.verbs:
        return
    if frame.objects:
        yield from frame.objects
    elif frame.complements and all(c.heads for c in frame.complements):
        for complement in frame.complements:
            yield from complement.heads
    else:
        yield from frame.verbs
