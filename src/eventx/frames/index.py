"""Which frames a clause can be: by the lemma of its predicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventx.frames.model import Frame, FrameSet
from eventx.frames.view import PREPOSITIONS, View
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
