"""Drafts made clauses: token positions become spans of the document, governors positions in the tuple."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.records import Argument, Clause, Span, Tokens

_ORDER: Final = attrgetter("head", "form")


class _Spans:
    """The spans and arguments of one sentence, each made once: clauses share many of them."""

    __slots__ = ("arguments", "ends", "lemmas", "made", "starts")

    def __init__(self, tokens: Tokens) -> None:
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.lemmas = tokens.lemmas
        self.made: dict[int, Span] = {}
        self.arguments: dict[tuple[int, str, str], Argument] = {}

    def span(self, first: int, last: int) -> Span:
        key = first << 16 | last  # a sentence has far fewer tokens
        found = self.made.get(key)
        if found is None:
            found = self.made[key] = Span(self.starts[first], self.ends[last])
        return found

    def argument(self, slot: Slot) -> Argument:
        """The finished argument of a slot."""
        chunk = slot.chunk
        key = (id(chunk), slot.preposition, slot.via)
        found = self.arguments.get(key)
        if found is None:
            span = self.span(chunk.first, chunk.last)
            found = self.arguments[key] = Argument(
                span=span,
                head=self.span(chunk.head, chunk.head),
                lemma=self.lemmas[chunk.head],
                preposition=slot.preposition,
                conjuncts=tuple([self.span(first, last) for first, last, _ in chunk.parts]) if chunk.parts else (span,),
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


def finished(
    drafts: list[Draft], tokens: Tokens, sentence: int, quotes: tuple[Span, ...], headline: bool
) -> tuple[Clause, ...]:
    """The clauses of all drafts, in text order, governors as positions."""
    drafts.sort(key=_ORDER)
    for draft in drafts:
        _free(draft)
    position = {id(draft): number for number, draft in enumerate(drafts)}
    spans = _Spans(tokens)
    span, argument = spans.span, spans.argument
    clauses: list[Clause] = []
    for draft in drafts:
        head = span(draft.head, draft.head)
        clauses.append(
            Clause(
                sentence=sentence,
                predicate=span(draft.first, draft.last),
                head=head,
                lemma=draft.lemma,
                form=draft.form,
                voice=draft.voice,
                tense=draft.tense,
                aspect=draft.aspect,
                modality=draft.modality,
                cue=span(*draft.cue) if draft.cue else None,
                negated=draft.negated,
                subject=argument(draft.subject) if draft.subject else None,
                object=argument(draft.object) if draft.object else None,
                indirect=argument(draft.indirect) if draft.indirect else None,
                complements=tuple([argument(slot) for slot in draft.complements]) if draft.complements else (),
                extent=span(draft.start, draft.end),
                governor=position[id(draft.governor)] if draft.governor is not None else None,
                relation=draft.relation,
                source=argument(draft.source) if draft.source else None,
                quoted=any(q.contains(head) for q in quotes) if quotes else False,
                headline=headline,
            )
        )
    return tuple(clauses)
