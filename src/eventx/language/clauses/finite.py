"""Finite verbs: the subject that waits for them, on their own level or further out, and how clauses are joined."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from eventx.language.clauses.arguments import of_several, relate_gap
from eventx.language.clauses.attribution import reported
from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.gerund import as_subject, told_of
from eventx.language.clauses.level import Level
from eventx.language.clauses.opening import open_clause
from eventx.language.phrases import (
    COMMA,
    NP,
    OTHER,
    PASSED,
    PREP,
    SUB,
    VG,
    Chunk,
    finite_follows,
    is_finite,
)
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import load_predicates
from eventx.records import Modality

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly

_SAYING_BETWEEN: Final = cues("tagging", "saying_between")
_BARE: Final = cues("tagging", "bare_infinitive") | {"have"}
_ALSO_SAY: Final = cues("clauses", "also_say")
# What a speaker does with words besides saying: urge, promise, threaten, refuse, deny.
_SPEAKING: Final = frozenset(
    {Modality.REQUIRED, Modality.AGREED, Modality.THREATENED, Modality.REFUSED, Modality.DENIED}
)
# Prepositions of phrases that belong to the noun of an event before them.
_NOUNS_OWN: Final = frozenset({"to", "with", "between", "by", "against", "on", "for", "into", "from"})
_NOTHING_SAID: Final = PASSED | {PREP, NP}  # what may stand behind a clause of speech that ends the sentence
NOBODY: Final = frozenset({"no", "neither", "nobody", "none", "nothing", "no-one"})
# Prepositions of phrases right of the subject that tell of the event as well: "police in Lyon arrested".
_LOCAL: Final = frozenset(
    {"in", "at", "near", "from", "outside", "inside", "across", "along", "off", "along with", "together with",
     "alongside", "jointly with"}
)  # fmt: skip


def is_headline_passive(work: Assembly, draft: Draft, level: Level) -> bool:
    """ "Two killed in blast": the only verb of a headline, or of its half."""
    if not work.headline or draft.kind != "participle" or not level.waits or level.last is not None:
        return False
    for chunk in work.chunks[draft.at + 1 :]:
        if chunk.kind in (COMMA, SUB, OTHER):
            break
        if chunk.kind == VG and is_finite(chunk, work.tokens):
            return False
    draft.kind, draft.tense = "finite", "past"
    if _is_active(work, draft):
        draft.voice = "active"
    return True


def _is_active(work: Assembly, draft: Draft) -> bool:
    """ "Russia cut ties with Israel", "Rebels vowed to fight": an object or an infinitive of its own follows."""
    particles = draft.lemma.split()[1:]
    after = [c for c in work.chunks[draft.at + 1 : draft.at + 3] if work.tokens.lowers[c.first] not in particles]
    lists = load_predicates()
    if not after or draft.lemma in lists.giving or draft.lemma in _NAMING:
        return draft.lemma in _UNDERGONE_BY_NOBODY
    if after[0].kind == NP:
        return True
    if after[0].kind == VG and work.tokens.lowers[after[0].first] == "to":
        return draft.lemma in lists.governors and draft.lemma not in lists.object_control
    behind = work.tokens.lowers[after[0].first]
    return (draft.lemma, behind) in (("agree", "to"), ("leave", "for")) or draft.lemma in _UNDERGONE_BY_NOBODY


_NAMING: Final = cues("clauses", "naming")
_UNDERGONE_BY_NOBODY: Final = cues("clauses", "undergone_by_nobody")


def _is_bare(work: Assembly, last: Draft, draft: Draft) -> bool:
    """True for a base form under "help", "let", "make": "helped rebuild", "let them go"."""
    return (
        last.lemma in _BARE
        and draft.first == draft.head
        and (work.tokens.features[draft.head] == "VB" or (last.lemma == "let" and draft.tense == "present"))
        and work.conjunction is None
        and not work.comma
    )


def _under_bare(governor: Draft, draft: Draft) -> None:
    """The base form's subject is the object of the verb above it, else its subject."""
    draft.kind, draft.tense = "infinitive", ""
    draft.depend(governor, "complement")
    draft.subject = Slot(governor.object.chunk, via="control") if governor.object else governor.controller()
    draft.put(governor.modality, governor.cue)


def place_finite(work: Assembly, draft: Draft, index: int) -> None:
    """Give a finite verb its subject and its place."""
    level = work.levels[-1]
    if level.last is not None and _is_bare(work, level.last, draft):
        _under_bare(level.last, draft)
        level.last = draft
        return
    verb = level.verb
    if verb is None:
        _fill(work, level, draft)
        return
    if work.conjunction is not None:
        share(work, draft, _partner(work, level, draft))
        return
    if _inverted_speech(work, draft, index):
        draft.reports = "before"
        work.levels.append(level := Level("main"))
        level.verb = level.last = draft
        return
    if _told_of_antecedent(work, level, draft, index):
        return
    for depth in range(len(work.levels) - 1, -1, -1):
        if work.levels[depth].waits:
            del work.levels[depth + 1 :]
            _fill(work, work.levels[-1], draft)
            return
    if _recover(work, level, draft) or _called_out(work, level, draft):
        return
    share(work, draft, level.last or verb)


def _is_alone(work: Assembly, draft: Draft) -> bool:
    """True for a base form without an auxiliary."""
    return draft.first == draft.head and work.tokens.features[draft.head] in ("VB", "VBP")


def _called_out(work: Assembly, level: Level, draft: Draft) -> bool:
    """'shouted "Resign!" at the minister': what is called for in a quotation is nobody's act here."""
    if not work.quoted or not _is_alone(work, draft) or level.verb is None or draft.tense != "present":
        return False
    draft.depend(level.verb, "complement")
    draft.put(Modality.REQUIRED, (draft.first, draft.last))
    return True


def _told_of_antecedent(work: Assembly, level: Level, draft: Draft, index: int) -> bool:
    """ "rebels who he said had fired rockets": what is said is told of the rebels, and they do it.

    Where a phrase further out still waits for its verb, another verb has to be left for it: "things that he said were
    wrong" are said.
    """
    speech, about = level.last, level.antecedent
    inserted = level.kind == "relative" and level.subject is not None and speech is level.verb and not work.comma
    if not inserted or speech is None or about is None or speech.lemma not in _SAYING_BETWEEN:
        return False
    left = (chunk for chunk in work.chunks[index + 1 :] if chunk.kind == VG)
    if work.outer_waits() and not any(is_finite(chunk, work.tokens) for chunk in left):
        return False
    if speech.object is not None and speech.object.chunk is about:
        speech.object = None
    draft.subject = Slot(about, via="relative")
    draft.depend(speech, "complement")
    fresh = Level("complement", speech)
    fresh.verb = fresh.last = draft
    work.levels.append(fresh)
    return True


def _partner(work: Assembly, level: Level, draft: Draft) -> Draft:
    """The verb that a verb after "and" is coordinated with: a speaker goes on speaking ("said X fell and urged").

    So does one after whose words about the future a past comes: "insisted that X will stay, and praised his work".
    """
    governor = level.governor
    if level.verb is not None and level.verb.reports == "before" and _is_alone(work, draft):
        return reported(work.drafts, level.verb)  # "will expel two men, the minister said, and close the consulate"
    if level.kind == "relative" and governor is not None and _behind_past(governor, level, draft):
        work.levels.pop()
        return governor
    if level.kind != "complement" or governor is None:
        return level.last or level.verb or draft
    if _past_over_bare(governor, level.verb, draft) or _goes_on_speaking(work, governor, level, draft):
        work.levels.pop()
        if not work.levels:  # the content of the speech was all that was left of the sentence before
            work.levels.append(Level("main"))
        return governor
    return level.last or level.verb or draft


def _behind_past(governor: Draft, level: Level, draft: Draft) -> bool:
    """True for "detained" in "shot down a plane that had crossed the border and detained ten men"."""
    before = level.verb is not None and level.verb.aspect == "perfect" and level.verb.tense == "past"
    told = governor.tense == draft.tense == "past" and governor.aspect == draft.aspect == "simple"
    return before and told and governor.voice == draft.voice == "active" and level.last is level.verb


def _goes_on_speaking(work: Assembly, governor: Draft, level: Level, draft: Draft) -> bool:
    """True for "urged" in "said X fell and urged Y to", for "praised" in "insisted that X will stay, and praised".

    What had been done before the speech is part of what is told: "reported that the army advanced and had ordered".
    """
    speech, governors = work.lists.speech, work.lists.governors
    if governor.lemma not in speech and governor.lemma not in _ALSO_SAY:
        return False
    ahead = level.last is not None and (level.last.tense == "future" or level.last.modality is Modality.CONDITIONAL)
    speaks = draft.lemma in speech or governors.get(draft.lemma) in _SPEAKING
    if draft.aspect == "perfect" != governor.aspect:
        return False
    return draft.voice == "active" and draft.tense == governor.tense == "past" and (ahead or speaks)


def _past_over_bare(governor: Draft, verb: Draft | None, draft: Draft) -> bool:
    """True for a past behind "let men die": it is what a verb further out is joined with ("accused ... and urged")."""
    return governor.lemma in _BARE and verb is not None and (verb.tense, draft.tense) == ("present", "past")


def _recover(work: Assembly, level: Level, draft: Draft) -> bool:
    """What was taken for the object of a verb of speech is the subject: "said the man, who led the coup, fled"."""
    last = level.last
    gerund = last.governor if last is not None and last.kind == "gerund" and last.relation == "complement" else None
    if gerund is not None and gerund.lemma in work.lists.speech:  # "said reopening the line would help"
        assert last is not None
        work.levels.append(Level("complement", gerund, subject=told_of(last, draft)))
        _fill(work, work.levels[-1], draft)
        return True
    for depth in range(len(work.levels) - 1, -1, -1):
        governor = work.levels[depth].verb
        if governor is None or governor.lemma not in work.lists.speech or (work.comma and governor.lemma == "tell"):
            continue
        if governor.object is None or governor.object.via or governor.voice == "passive":
            return False
        subject, governor.object = governor.object, None
        del work.levels[depth + 1 :]
        work.levels.append(Level("complement", governor, subject=subject.chunk))
        _fill(work, work.levels[-1], draft)
        return True
    return False


def _inverted_speech(work: Assembly, draft: Draft, index: int) -> bool:
    """ ", said the minister": a verb of speech after what is said, its subject behind it."""
    if not work.comma or draft.lemma not in work.lists.speech or draft.voice == "passive":
        return False
    after = index + 1
    if after >= len(work.chunks) or work.chunks[after].kind != NP:
        return False
    if work.quoted:
        return True
    if draft.lemma == "say":
        return not finite_follows(work.chunks, after, work.tokens)
    ends = work.next_kind(after + 1)
    return draft.lemma != "tell" and ends in (OTHER, COMMA, "") and not finite_follows(work.chunks, after, work.tokens)


def _fill(work: Assembly, level: Level, draft: Draft) -> None:
    """The verb of a level: its subject, the phrases before it, and how the clause is joined."""
    if level.subject is None and not work.comma:
        level.subject = as_subject(level, draft)
    level.verb = level.last = draft
    if level.subject is not None:
        draft.subject = Slot(level.subject)
        draft.widen(level.subject.first, level.subject.last)
        first = level.subject.first
        if work.tokens.lowers[first] in NOBODY or work.tokens.lowers[first - 1 : first] == ("neither",):
            draft.negated = True
    elif level.kind == "relative" and level.antecedent is not None:
        whole = level.governor if of_several(level, level.antecedent, draft, work.tokens) else None
        told = Chunk(NP, whole.first, whole.last, whole.head) if whole is not None else level.antecedent
        draft.subject = Slot(told, via="relative")
    elif work.conjunction is not None and work.drafts:
        share(work, draft, work.drafts[-1])
        level.last = draft
    if level.governor is not None or level.kind != "main":
        draft.depend(level.governor, level.kind)
    if level.antecedent is not None:
        relate_gap(level, level.antecedent, draft)
    if level.early is not None:  # "On Tuesday he flew"
        draft.widen(level.early, draft.last)
        level.early = None
    for number, slot in enumerate(level.fronted):
        draft.widen(slot.chunk.first, slot.chunk.first)
        if not (number and _under(work, slot, level.fronted[number - 1])):
            draft.complements.append(slot)
    if level.inner and not draft.copula:
        draft.complements += [Slot(slot.chunk, slot.preposition, "subject") for slot in _local(level.inner)]
    for dangling in level.dangling:
        _settle(work, dangling, draft)
    level.dangling.clear()
    open_clause(work, level, draft)
    if draft.lemma in work.lists.speech and _is_trailing(work, level, draft):
        draft.reports = "around" if work.outer_waits() else "before"


def _local(inner: list[Slot]) -> Iterator[Slot]:
    """The phrases behind a subject that tell where it is; not "from analysts" in "despite warnings from analysts"."""
    before = True
    for slot in inner:
        local = slot.preposition in _LOCAL
        if local and (before or slot.preposition != "from"):
            yield slot
        before = local


def _under(work: Assembly, slot: Slot, before: Slot) -> bool:
    """True for "to the Holy Land" in "During his visit to the Holy Land, he ...": the noun's, not the verb's."""
    if slot.preposition not in _NOUNS_OWN or slot.chunk.first != before.chunk.last + 2:
        return False
    return work.tokens.lemmas[before.chunk.head] in work.lists.events


def _is_trailing(work: Assembly, level: Level, draft: Draft) -> bool:
    """True for a clause of speech that stands after what is said, with nothing said behind it."""
    subject = level.subject
    if level.kind != "main" or subject is None:
        return False
    if work.outer_waits():
        return True
    if not any(d.kind == "finite" and d.relation != "adverbial" for d in work.drafts):
        return False
    after = draft.at + 1
    while after < len(work.chunks) and work.chunks[after].kind in _NOTHING_SAID:
        if work.chunks[after].kind == NP and finite_follows(work.chunks, after, work.tokens):
            return False
        after += 1
    if after < len(work.chunks) and (work.chunks[after].kind in (SUB, VG) or work.chunks[after].word == ":"):
        return False
    at = subject.first - 1
    while at >= 0 and work.tokens.lowers[at] in ('"', "”", "“", "'", "’"):
        at -= 1
    return at >= 0 and work.tokens.lowers[at] == ","


def _settle(work: Assembly, dangling: Draft, draft: Draft) -> None:
    """A clause without finite verb at the start has the subject of the main clause."""
    if dangling.subject is None and draft.subject is not None:
        dangling.subject = Slot(draft.subject.chunk, via="participle")
    if dangling.governor is None and dangling is not draft:
        dangling.depend(draft, dangling.relation or "participle")


def share(work: Assembly, draft: Draft, partner: Draft) -> None:
    """ "arrived in A and met B": the subject of the verb before."""
    level = work.levels[-1]
    if work.early is not None:  # "and on Tuesday met the king"
        draft.widen(work.early, draft.last)
    lead = partner
    be = work.tokens.lowers[draft.first] == "be"  # "leave or be shot"
    bare = draft.tense == "present" and (be or _is_alone(work, draft))
    takes_over = bare and (lead.kind == "infinitive" or lead.modality is not Modality.ASSERTED)
    while not takes_over and lead.governor is not None and _depends(lead, draft.kind):
        lead = lead.governor
    if lead.subject is not None:
        draft.subject = Slot(lead.subject.chunk, via="coordination")
    draft.depend(lead, "coordination")
    if takes_over or (draft.modality is Modality.ASSERTED and not draft.tense):
        draft.put(lead.modality, lead.cue)  # "will visit Rome and meet the pope"
        if takes_over:
            draft.tense = lead.tense
    if draft.voice == "passive" and draft.kind == "participle" and (lead.voice, lead.aspect) == ("active", "perfect"):
        draft.voice, draft.aspect = "active", "perfect"  # "has recalled its envoy and frozen trade"
    level.last = draft
    if level.verb is None:
        level.verb = draft


def _depends(lead: Draft, kind: str) -> bool:
    """True for a verb that cannot be what a verb of the other kind is coordinated with."""
    if lead.kind == "finite" and kind == "participle" and (lead.voice == "passive" or lead.aspect == "perfect"):
        return False  # "was not planned but carried out"
    return lead.relation in ("complement", "purpose", "participle") and lead.kind != kind
