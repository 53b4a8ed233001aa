"""What goes with an act whose frame absorbs: the clauses that only say what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.match import introduction
from eventx.frames.view import View
from eventx.frames.words import cues
from eventx.records import Clause, Span

_LED_TO: Final = frozenset({"after", "following", "amid", "despite"})
_STRIFE: Final = cues("strife")
_CALLS: Final = frozenset({"call", "conversation", "phone call", "phone conversation", "telephone conversation"})


def governed(at: int, view: View, relations: frozenset[str]) -> Iterator[int]:
    """The clauses that depend on a clause in one of the relations, and those that depend on them."""
    own = view.clauses[at]
    waiting, seen = [at], {at}
    while waiting:
        above = waiting.pop()
        for number in view.children.get(above, ()):
            other = view.clauses[number]
            if number in seen or other.relation not in relations:
                continue
            if other.relation == "coordination" and other.modality is own.modality and above == at:
                continue
            if other.relation == "adverbial" and _came_before(other, view):
                continue
            if other.form == "noun" and _of_its_own(other, view):
                continue
            seen.add(number)
            waiting.append(number)
            yield number


def _of_its_own(noun: Clause, view: View) -> bool:
    """True for "agreed to a truce after days of fighting", "thanked him in a phone call": two acts."""
    if noun.lemma in _STRIFE:
        return introduction(view, noun) in _LED_TO
    return noun.lemma in _CALLS and introduction(view, noun) in ("in", "during")


def _came_before(clause: Clause, view: View) -> bool:
    """True for what is told after "after", with its own doer: "marched after police killed a boy" tells of two acts."""
    start = clause.extent.start
    return clause.tense == "past" and view.lowered(Span(max(0, start - 7), start)).split()[-1:] == ["after"]
