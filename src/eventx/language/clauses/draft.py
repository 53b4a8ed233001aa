"""The clause while it is put together."""

from __future__ import annotations

from attrs import define, field

from eventx.language.clauses.predicate import VerbGroup
from eventx.language.phrases import Chunk
from eventx.records import Argument, Clause, Modality, Span, Tokens


@define(slots=True)
class Slot:
    """A filled argument: a chunk with its preposition and the way it was reached."""

    chunk: Chunk
    preposition: str = ""
    via: str = ""


@define(slots=True)
class Draft:
    """One clause in the making; ``at`` is its chunk, ``governor`` another draft."""

    at: int
    first: int
    last: int
    head: int
    lemma: str
    group: VerbGroup | None = None
    form: str = "verb"
    modality: Modality = Modality.ASSERTED
    cue: tuple[int, int] | None = None
    negated: bool = False
    subject: Slot | None = None
    object: Slot | None = None
    indirect: Slot | None = None
    complements: list[Slot] = field(factory=list)
    governor: Draft | None = None
    relation: str = ""
    source: Slot | None = None
    start: int = -1  # extent in tokens
    end: int = -1

    def widen(self, first: int, last: int) -> None:
        """Take tokens into the extent."""
        self.start = first if self.start < 0 else min(self.start, first)
        self.end = max(self.end, last)


def argument(slot: Slot | None, tokens: Tokens) -> Argument | None:
    """The finished argument."""
    if slot is None:
        return None
    chunk = slot.chunk
    conjuncts = tuple(tokens.span(first, last) for first, last, _ in chunk.parts) or (
        tokens.span(chunk.first, chunk.last),
    )
    return Argument(
        span=tokens.span(chunk.first, chunk.last),
        head=tokens.span(chunk.head, chunk.head),
        lemma=tokens.lemmas[chunk.head],
        preposition=slot.preposition,
        conjuncts=conjuncts,
        via=slot.via,
    )


def finished(
    drafts: list[Draft], tokens: Tokens, sentence: int, quotes: tuple[Span, ...], headline: bool
) -> tuple[Clause, ...]:
    """The clauses of all drafts, in text order, governors as positions."""
    order = sorted(drafts, key=lambda d: (d.head, d.form))
    position = {id(d): i for i, d in enumerate(order)}
    clauses: list[Clause] = []
    for draft in order:
        group = draft.group
        predicate = tokens.span(draft.first, draft.last)
        start = min(draft.first, draft.start if draft.start >= 0 else draft.first)
        extent = tokens.span(start, max(draft.last, draft.end))
        head = tokens.span(draft.head, draft.head)
        clauses.append(
            Clause(
                sentence=sentence,
                predicate=predicate,
                head=head,
                lemma=draft.lemma,
                form=draft.form,
                voice=group.voice if group else "active",
                tense=group.tense if group else "",
                aspect=group.aspect if group else "simple",
                modality=draft.modality,
                cue=tokens.span(*draft.cue) if draft.cue else None,
                negated=draft.negated,
                subject=argument(draft.subject, tokens),
                object=argument(draft.object, tokens),
                indirect=argument(draft.indirect, tokens),
                complements=tuple(a for s in draft.complements if (a := argument(s, tokens)) is not None),
                extent=extent,
                governor=position[id(draft.governor)] if draft.governor is not None else None,
                relation=draft.relation,
                source=argument(draft.source, tokens),
                quoted=any(q.contains(head) for q in quotes),
                headline=headline,
            )
        )
    return tuple(clauses)
