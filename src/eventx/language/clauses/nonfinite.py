"""Infinitives, gerunds and participles: who does it, and on what they depend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.clauses.arguments import behind_of
from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.finite import share
from eventx.language.clauses.gerund import FOLLOWING, as_object, opens_content
from eventx.language.clauses.intended import of_plan, under_noun
from eventx.language.clauses.level import Level
from eventx.language.phrases import COMMA, CONJ, NP, OTHER, PASSED, PREP, REL, SUB, TIME, VG, Chunk, is_finite
from eventx.lexicon.cues import cues
from eventx.records import Modality

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

_ENDS: Final = frozenset({COMMA, SUB, REL, OTHER})
_ALONGSIDE: Final = frozenset({"by", "while", "whilst", "when"})
_NEGATING: Final = frozenset({"without", "instead of", "rather than"})
_HOLDS: Final = cues("clauses", "holding")
_NONE: Final = frozenset({"no", "little", "scant", "zero"})
_CHARGES: Final = frozenset({"of", "for", "from", "with", "over"})
_WRITES: Final = cues("clauses", "writing")
_SPENDS: Final = frozenset({"spend", "keep", "waste"})
_DEPARTS: Final = cues("clauses", "departing")
_OF_OBJECT: Final = frozenset({"in", "from", "at", "near", "on", "across"})  # "urged others in the region to"
_WITHHELD: Final = frozenset({Modality.REFUSED, Modality.DENIED})
_HELD_TRUE: Final = cues("clauses", "held_true")
_APPEALS: Final = cues("clauses", "appealing")


def place_nonfinite(work: Assembly, draft: Draft, index: int) -> None:
    """Relate a verb without a subject of its own to what stands before it."""
    level = work.levels[-1]
    before = index - 1
    while before >= 0 and (work.chunks[before].kind in PASSED or work.chunks[before].word == "not"):
        before -= 1  # "urged him not to go"
    chunk = work.chunks[before] if before >= 0 else None
    if work.conjunction is not None and level.last is not None and _parallel(level.last, draft):
        share(work, draft, level.last)
        return
    if draft.kind == "infinitive":
        _infinitive(work, level, draft, chunk)
    else:
        _participle(work, level, draft, chunk)
        level = work.levels[-1]  # a gerund may have opened it
    level.last = draft
    if draft.relation == "" and level.verb is None and level.subject is None and draft not in level.dangling:
        level.dangling.append(draft)


def is_awaited(work: Assembly, index: int) -> bool:
    """True at the "due" of "the minister, due here on Friday, said": a clause without its verb."""
    chunks = work.chunks
    if index < 2 or work.tokens.lowers[chunks[index].first] != "due" or index + 1 >= len(chunks):
        return False
    after = chunks[index + 1]
    there = after.word in ("in", "at") and index + 2 < len(chunks) and chunks[index + 2].kind == NP
    return chunks[index - 2].kind == NP and (there or work.tokens.lowers[after.first] in ("here", "there", "home"))


def place_awaited(work: Assembly, index: int) -> None:
    """The clause of "due", whose subject is the phrase before its comma."""
    chunk, level = work.chunks[index], work.levels[-1]
    draft = Draft(index, chunk.first, chunk.last, chunk.first, "be due", "participle")
    draft.depend(level.last or level.verb, "participle")
    draft.subject = Slot(work.chunks[index - 2], via="participle")
    level.last = draft
    work.drafts.append(draft)


def _parallel(last: Draft, draft: Draft) -> bool:
    """True for forms that "and" joins: two infinitives, two gerunds, "was arrested and charged"."""
    if draft.kind == "participle":
        return last.voice == "passive" or last.aspect == "perfect"
    if draft.kind == "gerund":
        return last.kind == "gerund" or last.aspect == "progressive"
    return last.kind == "infinitive"


# -- infinitives -----------------------------------------------------------------------------------------


def _infinitive(work: Assembly, level: Level, draft: Draft, chunk: Chunk | None) -> None:
    """ "plans to visit", "urged Kim to visit", "plans for X to visit", the headline's "X to visit"."""
    governor = level.last
    noun = chunk if chunk is not None and chunk.kind == NP else None
    if noun is not None and under_noun(work, draft, noun, governor):
        return
    if governor is not None:
        _under_verb(work, draft, governor, noun)
    elif noun is not None and level.subject is not None:
        behind = work.headline and any(slot.chunk is noun for slot in level.inner)  # "Rebels in Mali to free hostages"
        if noun is level.subject or behind:
            _of_subject(work, level, draft, level.subject)


def _under_verb(work: Assembly, draft: Draft, governor: Draft, noun: Chunk | None) -> None:
    """An infinitive behind a verb: who does it, and how real it is.

    ``noun`` is the phrase right before it, if one stands there: that does it behind "for" and after "urge". Whoever is
    given a term does what is to be done by then; else it is the subject of the verb who acts.
    """
    base = governor.lemma.removeprefix("be ")
    modality = _chained(work, governor, base)
    if noun is not None and governor.lemma not in _DEPARTS and _is_for(work, draft, noun, governor):
        draft.depend(governor, "complement")
        draft.subject = Slot(noun, via="control")  # "it was hard for voters to decide"
        if not of_plan(work, draft, governor):
            draft.put(modality or governor.modality, governor.cue)
        return
    if _is_term(work, base, governor):
        draft.depend(governor, "complement")
        draft.subject = Slot(governor.indirect.chunk, via="control") if governor.indirect else governor.controller()
        draft.put(Modality.REQUIRED, (governor.first, governor.last))
        return
    own = noun is None or noun.first < governor.first or (governor.object is None and noun.last <= governor.last)
    if own or _by_agent(work, base, governor, noun):
        draft.depend(governor, "complement")
        draft.subject = governor.controller()
        _chain(draft, governor, modality)
    elif noun is not None and _does_it(work, base, governor, noun):
        draft.depend(governor, "complement")
        slot = governor.complements[-1] if governor.complements else None
        inside = slot is not None and slot.chunk is noun and slot.preposition in _OF_OBJECT and governor.object
        draft.subject = Slot(governor.object.chunk if inside and governor.object else noun, via="control")
        draft.put(modality or governor.modality, (governor.first, governor.last))
    else:
        _purpose(draft, governor, modality)


def _is_term(work: Assembly, base: str, governor: Draft) -> bool:
    """ "gave the rebels ten days to withdraw", "was given a deadline to resign"."""
    given, lemmas = governor.object, work.tokens.lemmas
    received = governor.indirect is not None or (governor.voice == "passive" and base in work.lists.giving)
    if given is None or not received:
        return False
    last, head = lemmas[given.chunk.last], lemmas[given.chunk.head]
    return any(lemma in work.lists.units or lemma in work.lists.terms for lemma in (last, head))


def _is_for(work: Assembly, draft: Draft, noun: Chunk, governor: Draft) -> bool:
    """True when "for" and the phrase stand right before the infinitive."""
    slot = governor.complements[-1] if governor.complements else None
    return slot is not None and slot.chunk is noun and slot.preposition == "for" and noun.last == draft.first - 1


def _does_it(work: Assembly, base: str, governor: Draft, noun: Chunk) -> bool:
    """True when the phrase before the infinitive is who does it: "urged Kim to", "appealed to Kim to", "for Kim to"."""
    if governor.object is not None and governor.object.chunk is noun:
        return base in work.lists.object_control
    slot = next((s for s in governor.complements if s.chunk is noun), None)
    if slot is not None and slot.preposition in _OF_OBJECT and governor.object is not None:
        return work.lists.governors.get(base) is Modality.REQUIRED and base in work.lists.object_control
    return slot is not None and (
        (slot.preposition == "to" and base in _APPEALS) or (slot.preposition == "for" and base in work.lists.governors)
    )


def _by_agent(work: Assembly, base: str, governor: Draft, noun: Chunk | None) -> bool:
    """ "was asked by Trump to come": the agent stands between, who is asked does it."""
    if governor.voice != "passive" or base not in work.lists.object_control or noun is None:
        return False
    return any(s.chunk is noun and s.preposition == "by" for s in governor.complements)


def _of_subject(work: Assembly, level: Level, draft: Draft, noun: Chunk) -> None:
    """The future of a headline ("Macron to visit"), unless the finite verb comes still ("the first to sign was")."""
    draft.subject = Slot(noun)
    for chunk in work.chunks[draft.at + 1 :]:
        if chunk.kind in _ENDS:
            break
        if chunk.kind == VG and is_finite(chunk, work.tokens):
            draft.subject = Slot(noun, via="participle")
            draft.depend(None, "participle")
            return
    level.verb = draft
    draft.put(Modality.FUTURE, (draft.first, draft.first))
    draft.widen(noun.first, noun.last)


def _chain(draft: Draft, governor: Draft, modality: Modality | None) -> None:
    """The modality that the governing verb gives, else the governing verb's own."""
    if modality is not None:
        draft.put(modality, (governor.first, draft.first))
    else:
        draft.put(governor.modality, governor.cue)
    through = modality in (None, Modality.PLANNED, Modality.FUTURE, Modality.POSSIBLE)
    draft.negated = draft.negated or (governor.negated and through)


def _purpose(draft: Draft, governor: Draft, modality: Modality | None) -> None:
    """ "arrived in X to attend"; what one is refused permission to do is not done."""
    draft.governor, draft.relation, draft.subject = governor, "purpose", governor.controller()
    called = governor.complements[-1] if governor.lemma == "make" and governor.complements else None
    if called is not None and called.preposition == "as" and called.chunk.last == draft.first - 1 and governor.object:
        draft.subject = Slot(governor.object.chunk, via="control")  # "made her the first chancellor to visit Oman"
    permitted = modality in (Modality.PLANNED, Modality.AGREED) and governor.voice == "passive"
    if modality is not None and (permitted or (modality in _WITHHELD and not governor.negated)):
        draft.put(modality, (governor.first, governor.last))
    elif governor.modality is not Modality.ASSERTED:
        draft.put(governor.modality, governor.cue)
    elif governor.aspect == "progressive":  # the purpose of a journey under way still lies ahead
        draft.put(Modality.FUTURE, (draft.first, draft.first))


_IMPLYING: Final = cues("clauses", "implying")


def _is_done(governor: Draft) -> bool:
    """True for "was forced to", "has forced them to"; not for "would force", "was not forced"."""
    past = governor.tense == "past" or governor.aspect == "perfect"
    return past and governor.modality is Modality.ASSERTED and not governor.negated


def _chained(work: Assembly, governor: Draft, base: str) -> Modality | None:
    """The modality that a governing verb gives, weighed with its own ("may agree to" is possible)."""
    if base == "go" and governor.aspect == "progressive":
        return Modality.FUTURE
    if governor.copula and governor.modality is Modality.FUTURE:
        return Modality.FUTURE
    if governor.voice == "passive":
        if base in ("ask", "invite", "urge"):
            return Modality.REQUIRED
        if base in _HELD_TRUE:
            return Modality.POSSIBLE
    modality = work.lists.governors.get(base)
    if modality is None or base in FOLLOWING or (base in _IMPLYING and _is_done(governor)):
        return None
    if governor.negated and modality in (Modality.AGREED, Modality.DESIRED):
        return Modality.REFUSED
    if governor.modality in (Modality.POSSIBLE, Modality.CONDITIONAL) and modality in (
        Modality.PLANNED,
        Modality.AGREED,
    ):
        return governor.modality
    return modality


# -- participles and gerunds -------------------------------------------------------------------------------


def _participle(work: Assembly, level: Level, draft: Draft, chunk: Chunk | None) -> None:
    """ "officials visiting Kenya", ", confirming", "after meeting", "Visiting Kenya, Obama said"."""
    governor = level.last or level.verb
    introducer = work.introducer
    draft.relation = "participle"
    if introducer is not None:
        _introduced(work, level, draft, governor, introducer)
        return
    if chunk is None or (governor is None and level.subject is None):
        fronted = level.fronted[-1] if level.fronted and not work.comma else None
        of_phrase = fronted is not None and fronted.chunk is chunk and level.last is None
        draft.relation = "participle" if of_phrase else ""
        if fronted is not None and of_phrase:  # "Among those attending were A and B"
            draft.subject = Slot(fronted.chunk, via="participle")
        return
    timed = draft.kind == "gerund" and draft.at > 0 and work.chunks[draft.at - 1].kind == TIME
    if timed and governor is not None and any(slot.chunk is chunk for slot in governor.complements):
        _loose(work, level, draft, governor)  # "is in Riyadh today attempting to"
        return
    if governor is not None and _asks_by_letter(work, draft, governor, chunk):
        _loose(work, level, draft, governor)
        return
    holder = _beyond_place(work, draft, chunk)
    if holder is not chunk and holder is not None and holder.kind == NP:
        chunk = holder  # "a hall in Accra sheltering hundreds"
    elif holder is not chunk and governor is not None:
        _loose(work, level, draft, governor)  # "arrive in Malta asking for help"
        return
    if chunk.kind == NP and not work.comma and not (governor is not None and governor.lemma in _SPENDS):
        draft.depend(governor, "participle")
        draft.subject = Slot(_nearest(work, draft, chunk), via="participle")
        return
    if chunk.kind == VG and governor is not None and draft.kind == "gerund":
        as_object(work, draft, governor)
        return
    if chunk.kind == CONJ and governor is not None:
        share(work, draft, governor)
        return
    _loose(work, level, draft, governor)


def _asks_by_letter(work: Assembly, draft: Draft, governor: Draft, chunk: Chunk) -> bool:
    """ "wrote to Modi asking him to act": whoever writes or sends asks; the addressee is "him"."""
    if draft.kind != "gerund" or draft.lemma not in work.lists.object_control or governor.voice == "passive":
        return False
    addressed = any(s.preposition == "to" and s.chunk is chunk for s in governor.complements)
    return governor.lemma in _WRITES and addressed and work.next_kind(draft.at + 1) == NP


def _beyond_place(work: Assembly, draft: Draft, chunk: Chunk) -> Chunk | None:
    """What stands before "in Malta", where a place stands right before the "-ing" form; else the phrase itself."""
    at = draft.at - 1
    if draft.kind != "gerund" or at < 1 or work.chunks[at] is not chunk or work.comma:
        return chunk
    if work.chunks[at - 1].kind != PREP or work.chunks[at - 1].word not in _OF_OBJECT:
        return chunk
    if work.tokens.tags[chunk.head] != "PROPN":
        return chunk
    return work.chunks[at - 2] if at > 1 else None


def _nearest(work: Assembly, draft: Draft, chunk: Chunk) -> Chunk:
    """ "the assets of companies linked to": a participle is about the last noun, but for an office ("head of")."""
    if work.tokens.lemmas[chunk.head] in work.lists.offices:
        return chunk
    return behind_of(chunk, work.tokens) or chunk


# What one is brought to, or off, by the verb before: "forced him into signing", "advised them against going".
_ONTO: Final = frozenset({"into", "out of", "against"})


def _introduced(work: Assembly, level: Level, draft: Draft, governor: Draft | None, introducer: Chunk) -> None:
    """After a preposition or conjunction: "after visiting", "accused of killing", "without meeting"."""
    if opens_content(work, draft, governor, introducer):
        return
    draft.relation = "adverbial"
    draft.cue = draft.cue or (introducer.first, introducer.last)
    draft.negated = draft.negated or introducer.word in _NEGATING
    if governor is None:
        if level.subject is not None:
            draft.subject = Slot(level.subject, via="participle")
        return
    word, outer = introducer.word, governor.governor
    if word in ("while", "whilst") and governor.modality is Modality.REQUIRED and governor.kind == "finite" and outer:
        governor = outer  # "demanded that they free him while condemning the court"
    draft.governor = governor
    draft.subject = governor.controller()
    base = governor.lemma.removeprefix("be ")
    if word in _CHARGES and (base in work.lists.charged or base in work.lists.object_control):
        if governor.voice == "active" and governor.object is not None:
            draft.subject = Slot(governor.object.chunk, via="control")
        draft.relation = "complement"
    if word in _ONTO and governor.object is not None and governor.object.chunk.last == introducer.first - 1:
        draft.subject = Slot(governor.object.chunk, via="control")  # "tricked rebels into freeing them"
    if word in _ALONGSIDE and governor.modality is not Modality.ASSERTED:
        draft.put(governor.modality, governor.cue)  # "urged Paris to help by scrapping limits", "will act while"
    tied = f"{base} {word}"  # "be close to", "look for": the preposition makes another word of it
    modality = work.lists.governors.get(tied, None if word == "for" else work.lists.governors.get(base))
    held = governor.object.chunk if governor.object is not None else None
    if held is not None and held.last == introducer.first - 1 and base in _HOLDS:
        modality = work.lists.governors.get(work.tokens.lemmas[held.head])  # "showed interest in buying"
        draft.negated = draft.negated or (modality is not None and work.tokens.lowers[held.first] in _NONE)
    modality = modality or _of_content(work, draft, introducer)
    if modality is not None and (word in ("from", "of", "on", "in", "to", "for") or tied in work.lists.governors):
        draft.relation = "complement"
        draft.put(modality, (governor.first, introducer.last))
        draft.negated = draft.negated or (governor.negated and modality is Modality.PLANNED)


def _of_content(work: Assembly, draft: Draft, introducer: Chunk) -> Modality | None:
    """What the noun before says of it: "prospects for resolving the dispute", "hopes of signing a treaty"."""
    noun = work.chunks[draft.at - 2] if draft.at > 1 and introducer.word in ("for", "of") else None
    if noun is None or noun.kind != NP or noun.parts or noun.last != introducer.first - 1:
        return None
    return work.lists.contents.get(work.tokens.lemmas[noun.head])


def _loose(work: Assembly, level: Level, draft: Draft, governor: Draft | None) -> None:
    """After a comma: the subject of the main verb ("opened fire, killing six"), or the phrase that it interrupts."""
    if level.waits and level.subject is not None:
        draft.subject = Slot(level.subject, via="participle")
        draft.governor = None
        return
    lead = level.verb or governor
    if level.gap == "where" and work.comma and draft.kind == "gerund":  # "hit a camp where they slept, killing ten"
        lead = level.governor or lead
    while lead is not None and lead.relation in ("complement", "purpose") and lead.governor is not None:
        if lead.kind == "finite":
            break
        lead = lead.governor
    draft.governor = lead
    if lead is not None and lead.subject is not None:
        draft.subject = Slot(lead.subject.chunk, via="participle")
