"""Drafts made clauses: token positions become spans of the document, governors positions in the tuple."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import Chunk
from eventx.records import Argument, Clause, Span, Tokens

_ORDER: Final = attrgetter("head", "form")


class _Arguments:
    """The arguments of one sentence, each made once: clauses share many of them."""

    __slots__ = ("ends", "lemmas", "made", "starts")

    def __init__(self, tokens: Tokens) -> None:
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.lemmas = tokens.lemmas
        self.made: dict[tuple[Chunk, str, str], Argument] = {}

    def of(self, slot: Slot) -> Argument:
        """The finished argument of a slot."""
        chunk = slot.chunk
        key = (chunk, slot.preposition, slot.via)
        found = self.made.get(key)
        if found is None:
            starts, ends, at = self.starts, self.ends, chunk.head
            head = Span(starts[at], ends[at])
            span = head if chunk.first == chunk.last == at else Span(starts[chunk.first], ends[chunk.last])
            parts = [Span(starts[first], ends[last]) for first, last, _ in chunk.parts] if chunk.parts else (span,)
            found = self.made[key] = Argument(
                span=span,
                head=head,
                lemma=self.lemmas[at],
                preposition=slot.preposition,
                conjuncts=tuple(parts),
                via=slot.via,
            )
        return found


def _free(draft: Draft) -> None:
    """Let no clause govern itself through others."""
    above = draft.governor
    for _ in range(_HIGHEST):
        if above is None:
            return
        if above is draft:
            break
        above = above.governor
    draft.depend(None, "")


_HIGHEST: Final = 60  # clauses above one: what is deeper is read as standing alone


def _positions(drafts: list[Draft]) -> dict[Draft, int]:
    """The number of each clause, none of which governs itself any more."""
    for draft in drafts:
        if draft.governor is not None:
            _free(draft)
    return {draft: number for number, draft in enumerate(drafts)}


def finished(
    drafts: list[Draft], tokens: Tokens, sentence: int, quotes: tuple[Span, ...], *, headline: bool
) -> tuple[Clause, ...]:
    """The clauses of all drafts, in text order, governors as positions."""
    drafts.sort(key=_ORDER)
    position = _positions(drafts)
    starts, ends, argument = tokens.starts, tokens.ends, _Arguments(tokens).of
    clauses: list[Clause] = []
    for draft in drafts:
        at, first, last = draft.head, draft.first, draft.last
        head = Span(starts[at], ends[at])
        predicate = head if first == last == at else Span(starts[first], ends[last])
        whole = draft.start == first and draft.end == last
        clauses.append(
            Clause(
                sentence=sentence,
                predicate=predicate,
                head=head,
                lemma=draft.lemma,
                form=draft.form,
                voice=draft.voice,
                tense=draft.tense,
                aspect=draft.aspect,
                modality=draft.modality,
                cue=Span(starts[draft.cue[0]], ends[draft.cue[1]]) if draft.cue else None,
                negated=draft.negated,
                subject=argument(draft.subject) if draft.subject else None,
                object=argument(draft.object) if draft.object else None,
                indirect=argument(draft.indirect) if draft.indirect else None,
                complements=tuple([argument(slot) for slot in draft.complements]) if draft.complements else (),
                extent=predicate if whole else Span(starts[draft.start], ends[draft.end]),
                governor=position[draft.governor] if draft.governor is not None else None,
                relation=draft.relation,
                source=argument(draft.source) if draft.source else None,
                quoted=any(q.contains(head) for q in quotes) if quotes else False,
                headline=headline,
            )
        )
    return tuple(clauses)
