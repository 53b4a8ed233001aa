"""What the conjunction that opens a clause says of it: "if", "until", "once", "that" behind a denial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.clauses.draft import Draft
from eventx.language.clauses.level import Level
from eventx.language.phrases import NP, PREP, Chunk
from eventx.lexicon.cues import cues
from eventx.records import Modality, Tokens

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

_DEMANDING: Final = cues("clauses", "demanding")
_INSISTING: Final = cues("clauses", "insisting")
_EXCLUDING: Final = cues("clauses", "excluding")
_MOMENTS: Final = frozenset({"once", "when", "after", "before"})
_TRUE: Final = frozenset({"true", "case", "correct", "so"})
_UNTRUE: Final = frozenset({"untrue", "false", "incorrect"})


def open_clause(work: Assembly, level: Level, draft: Draft) -> None:
    """What the conjunction before the clause says of it, or the verb above where there is none."""
    opener = level.opener
    if opener is None:
        if level.kind == "complement" and level.governor is not None:
            _demand(level.governor, draft, work.tokens)
    elif opener.word in work.lists.supposing and level.kind == "adverbial":
        draft.put(Modality.CONDITIONAL, (opener.first, opener.last))
    elif opener.word in ("until", "till") and level.governor is not None and _is_open(draft, level.governor):
        draft.put(Modality.CONDITIONAL, (opener.first, opener.last))
    elif opener.word in _MOMENTS and level.governor is not None and _is_ahead(draft, level.governor):
        draft.put(Modality.FUTURE, (opener.first, opener.last))
    elif level.kind == "adverbial" and draft.cue is None:
        draft.cue = (opener.first, opener.last)
    elif level.kind == "complement" and draft.modality is Modality.ASSERTED:
        governor = level.governor
        if governor is None:
            _told_by_noun(work, None, opener, draft)  # "The demand that Syria withdraw was"
        elif governor.lemma in _EXCLUDING or work.lists.governors.get(governor.lemma) is Modality.DENIED:
            draft.put(Modality.POSSIBLE if governor.negated else Modality.DENIED, (governor.first, governor.last))
        elif _is_untrue(work, governor):
            draft.put(Modality.DENIED, (governor.first, governor.last))
        elif _is_demanded(governor, draft, work.tokens):
            draft.put(Modality.REQUIRED, (governor.first, governor.last))
        elif opener.word == "that" and work.tokens.tags[opener.first - 1] in ("NOUN", "PROPN"):
            _told_by_noun(work, governor, opener, draft)


def _demand(governor: Draft, draft: Draft, tokens: Tokens) -> None:
    """ "demanded the minister resign", "urged Putin uphold": what is to be, without "that" as with it."""
    if draft.modality is Modality.ASSERTED and _is_demanded(governor, draft, tokens):
        draft.put(Modality.REQUIRED, (governor.first, governor.last))


def _is_demanded(governor: Draft, draft: Draft, tokens: Tokens) -> bool:
    if governor.lemma in _DEMANDING:
        return _is_base(draft, tokens)
    if governor.lemma not in _INSISTING or not _is_base(draft, tokens):
        return False
    chunk = draft.subject.chunk if draft.subject is not None else None
    one = chunk is not None and not chunk.parts and tokens.features[chunk.head] == "S"
    return one or tokens.lowers[draft.first] == "be"


def _is_base(draft: Draft, tokens: Tokens) -> bool:
    """ "demanded that Egypt release him", "ordered that they be freed": a verb without any ending."""
    first = tokens.lowers[draft.first]
    return first == "be" or (draft.tense == "present" and tokens.features[draft.head] in ("VB", "VBP"))


def _told_by_noun(work: Assembly, governor: Draft | None, opener: Chunk, draft: Draft) -> None:
    """What "the accusation by Sudan that", "fears that", "a demand that" say of the clause behind them."""
    at, lists, lemmas = work.chunks.index(opener), work.lists, work.tokens.lemmas
    places = (at - 1, at - 3) if at > 2 and work.chunks[at - 2].kind == PREP else (at - 1,)
    noun = next((work.chunks[i] for i in places if lemmas[work.chunks[i].head] in lists.contents), None)
    noun = noun or next((work.chunks[i] for i in places if lemmas[work.chunks[i].head] in lists.doubted), None)
    if noun is None or noun.kind != NP or noun.parts:
        return
    if governor is not None and governor.lemma in lists.rejecting and lemmas[noun.head] in lists.doubted:
        draft.put(Modality.DENIED, (governor.first, noun.last))
    elif lemmas[noun.head] in lists.contents:
        draft.put(lists.contents[lemmas[noun.head]], (noun.first, noun.last))


def _is_open(draft: Draft, governor: Draft) -> bool:
    """True for what has not come yet: "would not rest until it withdrew", "vowed to fight until they left".

    So has what is told in the present: "a vigil is held until he is removed".
    """
    ahead = governor.modality is not Modality.ASSERTED or (governor.negated and governor.tense == "present")
    ahead = ahead or (draft.tense == "present" and draft.aspect == "simple")
    return ahead and draft.modality is Modality.ASSERTED


def _is_ahead(draft: Draft, governor: Draft) -> bool:
    """True for the present tense of what is to come: "will free them once Hamas releases the soldier"."""
    return governor.modality is Modality.FUTURE and (draft.modality, draft.tense) == (Modality.ASSERTED, "present")


def _is_untrue(work: Assembly, governor: Draft) -> bool:
    """True for the verb of "It is not true that", "It is false that"."""
    if governor.lemma != "be" or governor.object is None:
        return False
    said = work.tokens.lowers[governor.object.chunk.head]
    return said in _TRUE if governor.negated else said in _UNTRUE
