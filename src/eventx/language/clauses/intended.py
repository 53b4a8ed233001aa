"""What a noun says of the infinitive behind it: "the decision to close", "a move by Ghana to close"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import NP, Chunk
from eventx.language.tagging.row import THEIR
from eventx.lexicon.cues import cues
from eventx.records import Modality

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

_NEEDS: Final = frozenset({"need", "duty", "obligation"})


def under_noun(work: Assembly, draft: Draft, noun: Chunk, governor: Draft | None) -> bool:
    """ "the decision to close", "has plans to visit"; False for a noun that takes no infinitive."""
    tokens, relation = work.tokens, "complement"
    if _by_doer(work, draft, noun, governor) or _with_leave(work, draft, noun, governor):
        return True
    if noun.last > noun.head + 2 and tokens.lowers[noun.last - 1] in THEIR and not noun.parts:
        owner = (noun.last - 1, noun.last - 1)  # "told the king of his intention to go"
        noun = Chunk(NP, noun.last - 1, noun.last, noun.last, possessor=owner)
        relation = "participle"
    elif noun.last > noun.head + 1 and tokens.lemmas[noun.last] in _NEEDS and not noun.parts:
        noun = Chunk(NP, noun.last, noun.last, noun.last)  # "spoke of their understanding of the need to fight"
    urges = governor is not None and governor.lemma in work.lists.object_control and relation == "complement"
    if urges or not told_by(work, draft, noun, governor):
        return False
    draft.depend(governor, relation)
    if noun.possessor is not None:
        first, last = noun.possessor
        draft.subject = Slot(Chunk(NP, first, last, last), "'s", "possessive")
    elif (whose := _of_whom(work, noun)) is not None:
        draft.subject = Slot(whose, "'s", "possessive")
    elif governor is not None and _is_occasion(governor, noun):
        return True
    elif governor is not None and governor.indirect is not None:  # "gave the firm a chance to pay"
        draft.subject = Slot(governor.indirect.chunk, via="control")
    elif governor is not None and governor.lemma not in work.lists.hindering:  # "hampered efforts to send aid"
        draft.subject = governor.controller()
    return True


def _of_whom(work: Assembly, noun: Chunk) -> Chunk | None:
    """The U.S. in "a U.S. plan to attack", the rebels in "a rebel threat to"."""
    tokens, at = work.tokens, noun.head - 1
    if at < noun.first or noun.parts:
        return None
    named = tokens.tags[at] == "PROPN" or tokens.lowers[at] in _DOERS
    return Chunk(NP, at, at, at) if named else None


def _is_occasion(governor: Draft, noun: Chunk) -> bool:
    """ "exports rose despite a threat to cut them": it is not their threat."""
    return any(s.chunk is noun and s.preposition in _OCCASIONS for s in governor.complements)


_DOERS: Final = cues("clauses", "planners")
_OCCASIONS: Final = frozenset(
    {"after", "amid", "because of", "before", "despite", "due to", "following", "in spite of"}
)


def _with_leave(work: Assembly, draft: Draft, noun: Chunk, governor: Draft | None) -> bool:
    """ "asked for permission to visit", "look forward to the opportunity to visit": who asks is to do it."""
    if governor is None or work.tokens.lemmas[noun.head] not in _SOUGHT or governor.lemma not in _SEEKING:
        return False
    if noun.last != draft.first - 1 or governor.indirect is not None or governor.voice == "passive":
        return False
    draft.depend(governor, "complement")
    draft.subject = governor.controller()
    draft.put(Modality.DESIRED, (governor.first, draft.first))
    draft.negated = draft.negated or governor.negated
    return True


_SOUGHT: Final = cues("clauses", "sought")
_SEEKING: Final = cues("clauses", "seeking")


def _by_doer(work: Assembly, draft: Draft, noun: Chunk, governor: Draft | None) -> bool:
    """ "a decision by the court to disband": who stands behind "by" does it."""
    before = work.chunks[max(0, draft.at - 3) : draft.at]
    if len(before) < 3 or before[2] is not noun or before[1].word != "by" or before[0].kind != NP:
        return False
    if not told_by(work, draft, before[0], governor):
        return False
    draft.depend(governor, "complement")
    draft.subject = Slot(noun, "by")
    return True


def of_plan(work: Assembly, draft: Draft, governor: Draft) -> bool:
    """ "There are no plans for Putin to go": what the noun before "for" says of the infinitive."""
    plan = work.chunks[draft.at - 3] if draft.at > 2 else None  # before "for" and who shall do it
    return plan is not None and plan.kind == NP and told_by(work, draft, plan, governor)


_NO_DEMANDS: Final = frozenset({"force", "press"})  # "used force to clear the square" demands nothing


def told_by(work: Assembly, draft: Draft, noun: Chunk, governor: Draft | None) -> bool:
    """Give the infinitive what the noun above it says: a plan, a refusal, none at all; False for another noun."""
    tokens = work.tokens
    modality = work.lists.governors.get(tokens.lemmas[noun.head]) if tokens.tags[noun.head] == "NOUN" else None
    if modality is None or tokens.lemmas[noun.head] in _NO_DEMANDS:
        return False
    draft.put(modality, (noun.head, draft.first))
    draft.negated = draft.negated or tokens.lowers[noun.first] == "no" or (governor is not None and governor.negated)
    return True
