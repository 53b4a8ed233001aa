"""Which frames a clause can be: by the lemma of its predicate."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final

from eventx.frames.model import Frame, FrameSet
from eventx.frames.view import PREPOSITIONS, View
from eventx.records import Clause

_NONE: Final[frozenset[int]] = frozenset()


class FrameIndex:
    """Frames by trigger lemma, the most specific first."""

    def __init__(self, framesets: Iterable[FrameSet]) -> None:
        # Frames are told by their rank: their place in the order in which they claim a clause.
        self._every = sorted((f for s in framesets for f in s.frames), key=_claim)
        self._named: dict[str, set[int]] = {}
        self._verbs: dict[str, set[int]] = {}
        self._nouns: dict[str, set[int]] = {}
        self._idioms: dict[str, dict[str, list[tuple[str, int]]]] = {}  # by the verb, and the word behind it
        for rank, frame in enumerate(self._every):
            self._named.setdefault(frame.name, set()).add(rank)
            for lemma in sorted(frame.verbs):
                self._verbs.setdefault(lemma, set()).add(rank)
                first, _, rest = lemma.partition(" ")
                if rest:
                    second = self._idioms.setdefault(first, {}).setdefault(rest.partition(" ")[0], [])
                    second.append((f" {rest} ", rank))
            for lemma in frame.nouns:
                self._nouns.setdefault(lemma, set()).add(rank)

    def ranks(self, names: Iterable[str]) -> set[int]:
        """The frames of these names, as their ranks."""
        return set().union(*[self._named[name] for name in names])

    def frames(self, clause: Clause, view: View, ranks: Set[int]) -> list[Frame]:
        """Those of some frames that the clause's predicate can trigger, in the order in which they claim it."""
        triggered = self._triggered(clause, view)
        if triggered.isdisjoint(ranks):  # most clauses of a sentence
            return []
        return [self._every[rank] for rank in sorted(triggered & ranks)]

    def _triggered(self, clause: Clause, view: View) -> Set[int]:
        if clause.form != "verb":
            return self._nouns.get(clause.lemma, _NONE)
        exact: Set[int] = self._verbs.get(clause.lemma, _NONE)
        base, _, particle = clause.lemma.partition(" ")
        if particle in PREPOSITIONS:  # "held talks on Tuesday" is no "hold on"
            _, last = view.range(clause.head)
            near = view.tokens.lowers[last : last + 1] == (particle,)
            exact = (exact if near else _NONE) | self._verbs.get(base, _NONE)
        idioms = self._idioms.get(base)
        if idioms is None:
            return exact
        first = view.at(clause.head)
        behind = view.tokens.lowers[first + 1 : first + 5]
        likely = idioms.get(behind[0]) if behind else None
        if likely is None:
            return exact
        after = f" {' '.join(behind)} "
        more = {rank for rest, rank in likely if after.startswith(rest)}
        return more | exact if more else exact


def _claim(frame: Frame) -> tuple[tuple[int, ...], str, int]:
    """The order in which frames claim a clause: the more specific first, equals by file and line."""
    return (tuple(-n for n in frame.specificity), frame.name.partition(":")[0], frame.line)
