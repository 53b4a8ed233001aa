"""Whom a clause is attributed to: "X said that ...", "..., X said", "according to X"."""

from __future__ import annotations

from typing import Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.phrases import NP, PREP, VG, Chunk, passing
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Modality, Tokens


def is_inserted_speech(chunks: list[Chunk], index: int, tokens: Tokens) -> bool:
    """ ", he said, had ordered": a verb of speech between commas, behind its subject at ``index``."""
    verb = passing(chunks, index + 1)
    if verb + 1 >= len(chunks) or chunks[verb].kind != VG:
        return False
    if tokens.lemmas[chunks[verb].head] not in load_predicates().speech:
        return False
    after = passing(chunks, verb + 1)
    if after >= len(chunks) or chunks[after].word != ",":
        return False
    behind = passing(chunks, after + 1)
    return behind < len(chunks) and chunks[behind].kind == VG


def reported(drafts: list[Draft], verb: Draft) -> Draft:
    """What a speech behind it reports: the last finite clause before it that depends on none."""
    before = drafts[: drafts.index(verb)] if verb in drafts else drafts
    told = (d for d in reversed(before) if d.kind == "finite" and d.governor is None)
    return next(told, drafts[0])


def attribute(drafts: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """Give each content clause its source, and its reporting verb as governor where it has none."""
    speech = load_predicates().speech
    reporting = [
        d
        for d in drafts
        if d.lemma in speech
        and d.form == "verb"
        and d.subject is not None
        and d.voice == "active"
        and (d.kind == "finite" or any(o.governor is d and o.relation == "complement" for o in drafts))
    ]
    for verb in reporting[:_MOST]:
        if verb.subject is not None:
            _attribute_to(verb, verb.subject.chunk, drafts, tokens)
    if "according" not in tokens.lowers:
        return
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.kind == PREP and chunk.word == "according to" and chunks[at + 1].kind == NP:
            for draft in drafts:
                draft.source = draft.source or Slot(chunks[at + 1])


def _attribute_to(verb: Draft, speaker: Chunk, drafts: list[Draft], tokens: Tokens) -> None:
    """What the verb reports has the speaker for its source; a clause that nothing governs depends on the verb."""
    source, ends, speech = Slot(speaker), _end_of_content(verb, drafts, tokens), load_predicates().speech
    for draft in drafts:
        if draft is verb or not _inside(draft, verb) or draft.head > ends or _is_around(draft, verb):
            continue
        if draft.source is None:
            if draft.subject is not None and draft.subject.chunk is speaker and draft.lemma in speech:
                continue  # the speaker goes on: "said that it was wrong and added"
            draft.source = source
            free = draft.governor is None and draft.relation != "participle"  # not "a trip scheduled for May"
            if free and draft.form == "verb" and not _above(draft, verb):
                draft.depend(verb, "complement")
        _as_said(draft, verb, tokens)  # of another's words as well: "said it was wrong, adding that he would come"


def _is_around(draft: Draft, verb: Draft) -> bool:
    """True for "denied" in "The rebels, who he said had fired, denied it": its subject stands before the relative."""
    subject = draft.subject
    if verb.relation != "relative" or draft.kind != "finite" or subject is None or subject.via:
        return False
    return subject.chunk.last < verb.first and draft.governor is not verb


def _end_of_content(verb: Draft, drafts: list[Draft], tokens: Tokens) -> int:
    """The token before which the content ends: "could not confirm the claim, and Russia has denied it" says one thing.

    What is said is the object there, unless that is whom the words are for ("told reporters").
    """
    if verb.object is None or verb.object.via or verb.lemma in _ADDRESSING or verb.reports == "before":
        return len(tokens.lowers)
    for draft in drafts:
        first = draft.subject.chunk.first if draft.subject is not None and not draft.subject.via else 0
        if draft.kind != "finite" or draft.governor is not None or first <= verb.object.chunk.last:
            continue
        if tokens.lowers[first - 1] in ("and", "but") and tokens.lowers[first - 2] == ",":
            return first
    return len(tokens.lowers)


def _as_said(draft: Draft, verb: Draft, tokens: Tokens) -> None:
    """ "said that he would visit": the future of what was said then, unless it hangs on a condition."""
    below = draft.relation == "complement" and draft.governor is verb
    told = below and _was_said(verb) and draft.cue is not None
    if not told or draft.cue is None or draft.modality is not Modality.CONDITIONAL:
        return
    act = draft.subject is not None and tokens.features[draft.subject.chunk.head] == "VBG"  # "closing it would cost"
    if tokens.lowers[draft.cue[0]] in _WOULD and _CONDITIONS.isdisjoint(tokens.lowers) and not act:
        draft.put(Modality.FUTURE, draft.cue)
        draft.tense = "future"


def _was_said(verb: Draft) -> bool:
    """True for "said", and for the participle of "rejected it, adding that he would visit"."""
    above = verb.governor if verb.relation == "participle" and not verb.tense else verb
    return above is not None and above.tense == "past"


_WOULD: Final = frozenset({"would", "'d", "’d"})
_CONDITIONS: Final = frozenset({"if", "unless", "were", "like", "otherwise", "could", "rather", "wished", "prefer"})
_ADDRESSING: Final = cues("clauses", "addressing")
_MOST: Final = 12  # verbs of speech in one sentence


def _inside(draft: Draft, verb: Draft) -> bool:
    """True for what stands on the side of the verb where its content is."""
    if verb.reports == "before":
        return draft.head < verb.first
    if verb.reports == "around":
        return True
    return draft.head > verb.last


def _above(draft: Draft, verb: Draft) -> bool:
    """True when the verb itself depends on the draft."""
    steps, at = 0, verb.governor
    while at is not None and steps < _MOST:
        if at is draft:
            return True
        at = at.governor
        steps += 1
    return False
