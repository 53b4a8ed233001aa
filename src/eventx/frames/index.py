"""Which frames a clause can be: by the lemma of its predicate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eventx.frames.model import Frame, FrameSet
from eventx.frames.view import PREPOSITIONS, View
from eventx.records import Clause


class FrameIndex:
    """Frames by trigger lemma, the most specific first."""

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        # Frames are told by their rank: their place in the order in which they claim a clause.
        self._every = sorted((f for s in framesets for f in s.frames), key=_claim)
        self._verbs: dict[str, list[int]] = {}
        self._nouns: dict[str, list[int]] = {}
        self._idioms: dict[str, list[tuple[str, int]]] = {}
        for rank, frame in enumerate(self._every):
            for lemma in sorted(frame.verbs):
                self._verbs.setdefault(lemma, []).append(rank)
                first, _, rest = lemma.partition(" ")
                if rest:
                    self._idioms.setdefault(first, []).append((f" {rest} ", rank))
            for lemma in sorted(frame.nouns):
                self._nouns.setdefault(lemma, []).append(rank)

    def frames(self, clause: Clause, view: View) -> list[Frame]:
        """The frames that the clause's predicate can trigger, in the order in which they claim it."""
        return [self._every[rank] for rank in self._ranks(clause, view)]

    def _ranks(self, clause: Clause, view: View) -> Sequence[int]:
        if clause.form != "verb":
            return self._nouns.get(clause.lemma, ())
        exact: Sequence[int] = self._verbs.get(clause.lemma, ())
        base, _, particle = clause.lemma.partition(" ")
        if particle in PREPOSITIONS:  # "held talks on Tuesday" is no "hold on"
            _, last = view.range(clause.head)
            near = view.tokens.lowers[last : last + 1] == (particle,)
            exact = sorted({*(exact if near else ()), *self._verbs.get(base, ())})
        idioms = self._idioms.get(base)
        if not idioms:
            return exact
        first, _ = view.range(clause.head)
        after = f" {' '.join(view.tokens.lowers[first + 1 : first + 5])} "
        more = {rank for rest, rank in idioms if after.startswith(rest)}
        return sorted(more.union(exact)) if more else exact


def _claim(frame: Frame) -> tuple[tuple[int, ...], str, int]:
    """The order in which frames claim a clause: the more specific first, equals by file and line."""
    return (tuple(-n for n in frame.specificity), frame.name.partition(":")[0], frame.line)
