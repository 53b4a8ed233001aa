"""What no frame claimed: clauses in which one political actor does something to another, by predicate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import field, frozen

from eventx.frames.classes import admits
from eventx.frames.heads import mentions_of
from eventx.frames.model import Role, RoleSource
from eventx.frames.slots import arguments
from eventx.frames.view import View
from eventx.hooks.parts import Analysis
from eventx.lexicon.predicates import load_predicates
from eventx.records import Clause, Mention, Section, Span

_PARTY: Final = Role(classes=("political",))
# Prepositions that lead to a party; the others tell of place, time and manner.
_LEADING: Final = frozenset(
    {"against", "with", "to", "on", "from", "of", "for", "over", "into", "between", "toward", "towards"}
)
_EMPTY: Final = frozenset({"be", "have", "do", "become", "include", "remain", "seem"})


@frozen(kw_only=True, slots=True)
class Unclaimed:
    """A clause between two parties that no frame claimed.

    ``predicate`` is the lemma with the preposition that leads to the other party ("side with"); ``countries`` are
    those of the parties.
    """

    predicate: str
    form: str
    sentence: int
    trigger: Span
    countries: tuple[str | None, str | None]


@frozen(kw_only=True, slots=True)
class Harvested:
    """The unclaimed clauses of one predicate: how often, in how many documents, and example sentences."""

    predicate: str
    form: str
    count: int
    documents: int
    pairs: int
    examples: tuple[str, ...] = field(default=())


def unclaimed(analysis: Analysis, claimed: Sequence[Span]) -> Iterator[Unclaimed]:
    """The clauses of a document between two political actors whose predicate none of the ``claimed`` spans touches.

    Verbs of saying are left out, and so is what a sentence of page furniture says.
    """
    speech = load_predicates().speech
    for sentence in analysis.sentences:
        if sentence.section is Section.FURNITURE:
            continue
        view = View(analysis, sentence.index)
        if sum(admits(m, _PARTY) for m in view.mentions) < 2:
            continue
        for clause in view.clauses:
            if clause.lemma in speech or clause.lemma in _EMPTY:
                continue
            if any(clause.predicate.overlaps(span) for span in claimed):
                continue
            found = _between(view, clause)
            if found is not None:
                yield found


def _between(view: View, clause: Clause) -> Unclaimed | None:
    """The clause with its two parties; None where it lacks one."""
    actor = _party(view, clause, RoleSource("subject"), None)
    if actor is None:
        return None
    prepositions = dict.fromkeys(c.preposition for c in clause.complements if c.preposition in _LEADING)
    sources = [RoleSource("object"), RoleSource("indirect"), *(RoleSource("prep", (p,)) for p in prepositions)]
    for source in sources:
        other = _party(view, clause, source, actor)
        if other is not None:
            preposition = source.prepositions[0] if source.prepositions else ""
            return Unclaimed(
                predicate=f"{clause.lemma} {preposition}".strip(),
                form=clause.form,
                sentence=clause.sentence,
                trigger=clause.predicate,
                countries=(_country(actor), _country(other)),
            )
    return None


def _party(view: View, clause: Clause, source: RoleSource, other_than: Mention | None) -> Mention | None:
    for argument in arguments(clause, source):
        for mention in mentions_of(argument, view, clause, acting=other_than is None):
            if admits(mention, _PARTY) and (other_than is None or _key(mention) != _key(other_than)):
                return mention
    return None


def _key(mention: Mention) -> str:
    return mention.actor.key if mention.actor is not None else mention.text


def _country(mention: Mention) -> str | None:
    return mention.actor.country if mention.actor is not None else None


def gathered(found: Iterable[tuple[str, str, Unclaimed]], examples: int = 3) -> list[Harvested]:
    """The unclaimed clauses by predicate, the most frequent first.

    ``found`` gives the document's id, the sentence's text and the clause; of each predicate the first ``examples``
    sentences are kept.
    """
    groups: dict[tuple[str, str], _Group] = {}
    for document, sentence, clause in found:
        group = groups.setdefault((clause.predicate, clause.form), _Group())
        group.count += 1
        group.documents.add(document)
        group.pairs.add(clause.countries)
        if len(group.examples) < examples and sentence not in group.examples:
            group.examples.append(sentence)
    made = [
        Harvested(
            predicate=predicate,
            form=form,
            count=group.count,
            documents=len(group.documents),
            pairs=len(group.pairs),
            examples=tuple(group.examples),
        )
        for (predicate, form), group in groups.items()
    ]
    return sorted(made, key=lambda h: (-h.count, h.predicate, h.form))


class _Group:
    """The clauses of one predicate while they are gathered."""

    __slots__ = ("count", "documents", "examples", "pairs")

    def __init__(self) -> None:
        self.count = 0
        self.documents: set[str] = set()
        self.pairs: set[tuple[str | None, str | None]] = set()
        self.examples: list[str] = []
