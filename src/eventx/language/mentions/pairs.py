"""Persons that a text names together, for a later "they"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from eventx.language.mentions.phrases import Form, Phrase
from eventx.language.mentions.referents import Referent

_JOINTS: Final = frozenset({("and",), (",", "and"), ("&",), ("with",), ("met",), ("met", "with")})
_KEPT: Final = 3  # sentences
_SINGLE: Final = (Form.PERSON, Form.OFFICE, Form.PRONOUN)


class Pairs:
    """The persons that were last coordinated, and those of the sentence before."""

    def __init__(self, bound: Mapping[int, Referent]) -> None:
        self._bound = bound  # id of a phrase -> its referent
        self._pair: tuple[int, tuple[Referent, ...]] = (-10, ())
        self._two: tuple[int, tuple[Referent, ...]] = (-10, ())

    def keep(self, sentence: int, members: tuple[Referent, ...]) -> None:
        """Note persons that one phrase means."""
        self._pair = (sentence, members)

    def note(self, phrases: Sequence[Phrase], lowers: tuple[str, ...], sentence: int) -> None:
        """Note the persons that a sentence coordinates ("X and Y"), and the only two it speaks of."""
        persons = [p for p in phrases if p.form in _SINGLE and not p.plural and id(p) in self._bound]
        if len(persons) < 2:
            return
        for before, after in pairwise(persons):
            if before.form is Form.PRONOUN or after.form is Form.PRONOUN:
                continue
            if lowers[before.last + 1 : after.first] in _JOINTS:
                pair = (self._bound[id(before)], self._bound[id(after)])
                if pair[0] is not pair[1]:
                    self._pair = (sentence, pair)
        met = tuple(dict.fromkeys(self._bound[id(p)].key for p in persons))
        if len(met) == 2:
            by_key = {self._bound[id(p)].key: self._bound[id(p)] for p in persons}
            self._two = (sentence, tuple(by_key[key] for key in met))

    def of(self, referent: Referent) -> Referent | None:
        """Who was last named together with somebody."""
        pair = self._pair[1]
        return next((r for r in pair if r is not referent), None) if referent in pair else None

    def coordinated(self, sentence: int) -> tuple[Referent, ...]:
        """The persons that were last named together, if not long ago."""
        at, pair = self._pair
        return pair if sentence - at <= _KEPT else ()

    def last_two(self, sentence: int) -> tuple[Referent, ...]:
        """The two persons of the sentence before, if it speaks of two with an office."""
        at, two = self._two
        return two if sentence - at == 1 and all(r.role is not None for r in two) else ()
