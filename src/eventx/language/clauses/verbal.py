"""Verb clauses: subject, objects and complements of each verb group, and how the groups hang together."""

from __future__ import annotations

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.predicate import verb_group
from eventx.language.phrases import ADVERB, COMMA, CONJ, NP, PREP, QUOTE, REL, SUB, TIME, VG, Chunk
from eventx.lexicon.predicates import load_predicates
from eventx.records import Modality, Tokens

_CONDITIONS = frozenset({"if", "unless", "whether"})
_TEMPORAL = frozenset({"when", "while", "after", "before", "as", "once", "since", "until", "till"})
_GIVES = frozenset(
    [
        "give",
        "send",
        "offer",
        "tell",
        "grant",
        "hand",
        "lend",
        "pay",
        "show",
        "sell",
        "promise",
        "award",
        "deny",
        "supply",
        "provide",
        "ask",
    ]
)
_OPENERS = (NP, TIME, ADVERB, QUOTE)


def verb_drafts(chunks: list[Chunk], tokens: Tokens, *, headline: bool) -> list[Draft]:
    """A draft for each verb group, with its arguments."""
    drafts: list[Draft] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == VG:
            group = verb_group(chunks, at, tokens)
            drafts.append(
                Draft(
                    at=at,
                    first=group.first,
                    last=group.last,
                    head=group.head,
                    lemma=group.lemma,
                    group=group,
                    modality=group.modality,
                    cue=group.cue,
                    negated=group.negated,
                )
            )
    for number, draft in enumerate(drafts):
        before = drafts[:number]
        _relate(draft, before, chunks, tokens, headline)
        _fill_right(draft, chunks, tokens)
    for draft in drafts:
        if draft.subject is None and draft.relation in ("participle", "adverbial") and draft.governor is not None:
            governing = draft.governor.subject
            if governing is not None:
                via = "participle" if draft.relation == "participle" else "control"
                draft.subject = Slot(governing.chunk, via=via)
    return drafts


def _relate(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens, headline: bool) -> None:
    """Subject, governor and relation of a verb group."""
    group = draft.group
    assert group is not None
    if group.kind == "infinitive":
        _infinitive(draft, before, chunks, tokens, headline)
    elif group.kind in ("gerund", "participle"):
        _participle(draft, before, chunks, tokens)
    else:
        _finite(draft, before, chunks, tokens)


# -- finite ------------------------------------------------------------------------------------------


def _finite(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """The subject stands to the left; the chunk before it says how the clause is joined."""
    index = _skip_left(draft.at - 1, chunks)
    previous = before[-1] if before else None
    if index >= 0 and chunks[index].kind == REL:
        _relative(draft, index, before, chunks)
        return
    if index >= 0 and chunks[index].kind == CONJ and previous is not None:
        _share(draft, previous, tokens)
        return
    subject = _subject_index(draft.at, chunks, tokens)
    if subject is None:
        if previous is not None and previous.subject is not None and _continues(index, chunks):
            _share(draft, previous, tokens)
        return
    chunk = chunks[subject]
    draft.subject = Slot(chunk)
    draft.widen(chunk.first, chunk.last)
    opener = _skip_left(subject - 1, chunks)
    _opening(draft, opener, before, chunks, tokens)
    _fronted(draft, subject, chunks)


def _skip_left(index: int, chunks: list[Chunk]) -> int:
    """The next chunk to the left that is no adverb, time or quote mark."""
    while index >= 0 and chunks[index].kind in (ADVERB, TIME, QUOTE):
        index -= 1
    return index


def _continues(index: int, chunks: list[Chunk]) -> bool:
    return index >= 0 and chunks[index].kind in (COMMA, CONJ)


def _share(draft: Draft, previous: Draft, tokens: Tokens) -> None:
    """ "arrived in A and met B": the subject of the verb before."""
    group, lead = draft.group, previous
    assert group is not None
    bare = (
        group.tense == "present" and draft.first == draft.head and draft.lemma.split()[0] == tokens.lowers[draft.head]
    )
    takes_over = (
        bare and lead.group is not None and (lead.group.kind == "infinitive" or lead.modality is not Modality.ASSERTED)
    )
    while not takes_over and _depends(lead, group.kind) and lead.governor is not None:
        lead = lead.governor
    if lead.subject is not None:
        draft.subject = Slot(lead.subject.chunk, via="coordination")
    draft.governor, draft.relation = lead, "coordination"
    if takes_over or (draft.modality is Modality.ASSERTED and not group.tense):
        draft.modality, draft.cue = lead.modality, lead.cue  # "will visit Rome and meet the pope"


def _depends(lead: Draft, kind: str) -> bool:
    """True for a verb that cannot be what a verb of the other kind is coordinated with."""
    return (
        lead.relation in ("complement", "purpose", "participle") and lead.group is not None and lead.group.kind != kind
    )


def _relative(draft: Draft, rel: int, before: list[Draft], chunks: list[Chunk]) -> None:
    """ "who met": the antecedent is the phrase before the pronoun."""
    index = rel - 1
    while index >= 0 and chunks[index].kind in (COMMA, PREP):
        index -= 1
    if index >= 0 and chunks[index].kind == NP:
        draft.subject = Slot(chunks[index], via="relative")
    draft.relation = "relative"
    draft.governor = before[-1] if before else None


def _subject_index(at: int, chunks: list[Chunk], tokens: Tokens) -> int | None:
    """The chunk that is the subject of the verb group ``at``: the last free noun phrase to the left.

    Prepositional phrases, and what stands between commas after the subject, are passed over.
    """
    index = _skip_left(at - 1, chunks)
    if index < 0:
        return None
    if chunks[index].kind == COMMA:
        return _before_insertion(index, chunks, tokens)
    while index >= 0:
        kind = chunks[index].kind
        if kind == NP:
            owner = _skip_left(index - 1, chunks)
            if owner >= 0 and chunks[owner].kind == PREP and owner == index - 1:
                index = _skip_left(owner - 1, chunks)
                if index >= 0 and chunks[index].kind == CONJ:
                    index = _skip_left(index - 1, chunks)
                if index >= 0 and chunks[index].kind == COMMA:
                    found = _before_insertion(index, chunks, tokens)
                    return found if found is not None and _free(found, chunks) else None
                continue
            return index
        if kind == PREP and index + 1 < at and chunks[index + 1].kind == TIME:  # "on Monday"
            index = _skip_left(index - 1, chunks)
            continue
        if kind == VG and not _is_finite_chunk(chunks[index], tokens):
            index = _skip_left(index - 1, chunks)
            continue
        return None
    return None


def _before_insertion(comma: int, chunks: list[Chunk], tokens: Tokens) -> int | None:
    """ "Putin, who visited China, said": the phrase before the opening comma of the insertion."""
    index = comma - 1
    seen = 0
    while index >= 0 and seen < 14:
        if chunks[index].kind == COMMA:
            subject = _skip_left(index - 1, chunks)
            opens = chunks[index + 1].kind
            if (
                subject >= 0
                and chunks[subject].kind == NP
                and (opens in (REL, VG, PREP, NP, ADVERB, SUB) and _free(subject, chunks))
            ):
                return subject
            if subject >= 0 and chunks[subject].kind == NP and opens in (REL, VG, PREP, NP):
                return _of_preposition(subject, chunks, tokens)
        index -= 1
        seen += 1
    return None


def _free(index: int, chunks: list[Chunk]) -> bool:
    """True for a noun phrase that no preposition or verb has as its object."""
    before = _skip_left(index - 1, chunks)
    return before < 0 or chunks[before].kind not in (PREP, VG)


def _of_preposition(index: int, chunks: list[Chunk], tokens: Tokens) -> int | None:
    """For "the visit by X, which ..., began": the free phrase further left."""
    at = index
    while at >= 0:
        before = _skip_left(at - 1, chunks)
        if before < 0:
            return at if chunks[at].kind == NP else None
        if chunks[before].kind != PREP:
            return at if chunks[before].kind not in (VG,) and chunks[at].kind == NP else None
        at = _skip_left(before - 1, chunks)
        if at < 0 or chunks[at].kind != NP:
            return None
    return None


def _is_finite_chunk(chunk: Chunk, tokens: Tokens) -> bool:
    lead = chunk.first
    return tokens.lowers[lead] != "to" and tokens.features[lead] not in ("VBG", "VBN")


def _opening(draft: Draft, opener: int, before: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """What stands before the subject: "if", "when", "that", a relative adverb, or the verb it is the content of."""
    if opener < 0:
        return
    chunk = chunks[opener]
    previous = before[-1] if before else None
    if chunk.kind in (SUB, PREP) and chunk.word in _CONDITIONS | _TEMPORAL | {
        "because",
        "although",
        "though",
        "whereas",
    }:
        draft.relation = "adverbial"
        draft.governor = previous
        if chunk.word in _CONDITIONS:
            draft.modality, draft.cue = Modality.CONDITIONAL, (chunk.first, chunk.last)
        elif draft.cue is None:
            draft.cue = (chunk.first, chunk.last)
    elif chunk.kind == REL:
        draft.relation, draft.governor = "relative", previous
        antecedent = opener - 1
        while antecedent >= 0 and chunks[antecedent].kind == COMMA:
            antecedent -= 1
        if antecedent >= 0 and chunks[antecedent].kind == NP:
            if chunk.word == "where":
                draft.complements.append(Slot(chunks[antecedent], "in", "relative"))
            elif chunk.word in ("which", "that", "whom"):
                draft.object = Slot(chunks[antecedent], "", "relative")
    elif (chunk.kind == SUB and chunk.word == "that" and previous is not None) or (
        chunk.kind == VG and previous is not None and chunk.first == previous.first
    ):
        draft.relation, draft.governor = "complement", previous


def _fronted(draft: Draft, subject: int, chunks: list[Chunk]) -> None:
    """ "In Cairo, Kishida will meet ...": prepositional phrases at the start of the clause."""
    index = subject - 1
    if index >= 0 and chunks[index].kind == COMMA:
        index -= 1
    while index >= 0 and chunks[index].kind in (NP, TIME, PREP, ADVERB):
        if chunks[index].kind == NP and (index == 0 or chunks[index - 1].kind != PREP):
            return
        if chunks[index].kind == PREP and index + 1 < len(chunks) and chunks[index + 1].kind == NP:
            draft.complements.append(Slot(chunks[index + 1], chunks[index].word))
            draft.widen(chunks[index].first, chunks[index].first)
        elif chunks[index].kind == TIME:
            draft.widen(chunks[index].first, chunks[index].last)
        index -= 1


# -- infinitives ---------------------------------------------------------------------------------------


def _infinitive(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens, headline: bool) -> None:
    """ "plans to visit", "urged Kim to visit", "plans for X to visit", the headline's "X to visit"."""
    lists = load_predicates()
    governor = before[-1] if before else None
    index = _skip_left(draft.at - 1, chunks)
    noun = chunks[index] if index >= 0 and chunks[index].kind == NP else None
    if noun is not None:
        lemma = tokens.lemmas[noun.head]
        modality = lists.governors.get(lemma)
        if modality is not None and tokens.tags[noun.head] == "NOUN":
            draft.modality, draft.cue = modality, (noun.head, draft.first)
            draft.relation, draft.governor = "complement", governor
            draft.subject = _possessor(noun) or (
                Slot(governor.subject.chunk, via="control") if governor and governor.subject else None
            )
            return
    if governor is None:
        if noun is not None:
            draft.subject = Slot(noun)
            draft.modality, draft.cue = Modality.FUTURE, (draft.first, draft.first)
            draft.widen(noun.first, noun.last)
        return
    distance = index - governor.at
    draft.governor = governor
    direct = distance <= 0 or (distance == 1 and chunks[index].first == governor.last)
    base = governor.lemma.removeprefix("be ")
    object_control = base in lists.object_control and noun is not None and not direct
    if headline and noun is not None and governor.group is not None and _starts_clause(index, chunks):
        draft.subject, draft.governor = Slot(noun), None
        draft.modality, draft.cue = Modality.FUTURE, (draft.first, draft.first)
        return
    modality = _chained(governor, base)
    if direct:
        draft.relation = "complement"
        draft.subject = _controller(governor)
        if modality is not None:
            draft.modality = modality
            draft.cue = (governor.first, draft.first)
        else:
            draft.modality, draft.cue = governor.modality, governor.cue
        draft.negated = draft.negated or (governor.negated and modality in (None, Modality.PLANNED, Modality.FUTURE))
        return
    if object_control and noun is not None:
        draft.relation, draft.subject = "complement", Slot(noun, via="control")
        draft.modality, draft.cue = modality or governor.modality, (governor.first, governor.last)
        return
    draft.relation, draft.subject = "purpose", _controller(governor)
    if (
        modality in (Modality.PLANNED, Modality.AGREED)
        and governor.group is not None
        and governor.group.voice == "passive"
    ):
        draft.modality, draft.cue = modality, (governor.first, governor.last)
    elif governor.modality is not Modality.ASSERTED:
        draft.modality, draft.cue = governor.modality, governor.cue
    elif _ahead(governor):
        draft.modality, draft.cue = Modality.FUTURE, (draft.first, draft.first)


def _starts_clause(index: int, chunks: list[Chunk]) -> bool:
    before = index - 1
    return before >= 0 and chunks[before].word in (";", ":", ",")


def _ahead(governor: Draft) -> bool:
    """The purpose of a journey under way still lies ahead: "is flying to Rome to meet"."""
    return governor.group is not None and governor.group.aspect == "progressive"


def _chained(governor: Draft, base: str) -> Modality | None:
    """The modality that a governing verb gives, weighed with its own ("may agree to" is possible)."""
    lists = load_predicates()
    if base == "go" and governor.group is not None and governor.group.aspect == "progressive":
        return Modality.FUTURE
    modality = lists.governors.get(base)
    if governor.group is not None and governor.group.copula and governor.modality is Modality.FUTURE:
        return Modality.FUTURE
    if modality is None:
        return None
    if base in ("ask", "invite", "urge") and governor.group is not None and governor.group.voice == "passive":
        return Modality.REQUIRED
    if governor.negated and modality in (Modality.AGREED, Modality.DESIRED):
        return Modality.REFUSED
    if governor.modality in (Modality.POSSIBLE, Modality.CONDITIONAL) and modality in (
        Modality.PLANNED,
        Modality.AGREED,
    ):
        return governor.modality
    return modality


def _controller(governor: Draft) -> Slot | None:
    return Slot(governor.subject.chunk, via="control") if governor.subject is not None else None


def _possessor(noun: Chunk) -> Slot | None:
    if noun.possessor is None:
        return None
    first, last = noun.possessor
    return Slot(Chunk(NP, first, last, last, parts=((first, last, last),)), "'s", "possessive")


# -- participles and gerunds -----------------------------------------------------------------------------


def _participle(draft: Draft, before: list[Draft], chunks: list[Chunk], tokens: Tokens) -> None:
    """ "officials visiting Kenya", ", confirming", "after meeting", "Visiting Kenya, Obama said"."""
    lists = load_predicates()
    index = _skip_left(draft.at - 1, chunks)
    previous = before[-1] if before else None
    draft.relation, draft.governor = "participle", previous
    if index < 0:
        draft.governor = None
        draft.subject = _main_subject(draft.at, chunks)
        return
    chunk = chunks[index]
    if (
        chunk.kind == NP
        and index == draft.at - 1
        and not (previous is not None and previous.lemma in ("spend", "keep") and previous.object is None)
    ):
        draft.subject = Slot(chunk, via="participle")
        return
    if chunk.kind in (PREP, SUB):
        draft.relation = "adverbial"
        draft.cue = draft.cue or (chunk.first, chunk.last)
        if previous is None:
            draft.subject = _main_subject(draft.at, chunks)
        elif previous.subject is not None:
            draft.subject = Slot(previous.subject.chunk, via="control")
        if previous is not None and chunk.word in ("from", "of"):
            modality = lists.governors.get(previous.lemma)
            if modality is not None:
                draft.modality, draft.relation = modality, "complement"
                draft.cue = (previous.first, chunk.last)
                if previous.lemma in lists.object_control and previous.object is not None:
                    draft.subject = Slot(previous.object.chunk, via="control")
                elif previous.group is not None and previous.group.voice == "passive":
                    draft.subject = _controller(previous)
        return
    if chunk.kind == VG and previous is not None and draft.group is not None and draft.group.kind == "gerund":
        draft.relation = "complement"  # "considered visiting", "denied sending"
        draft.subject = _controller(previous)
        modality = lists.governors.get(previous.lemma)
        draft.modality, draft.cue = (
            (modality, (previous.first, previous.last)) if modality else (previous.modality, previous.cue)
        )
        return
    if chunk.kind == CONJ and previous is not None:
        _share(draft, previous, tokens)
        return
    if previous is not None:
        lead = previous
        while lead.relation in ("complement", "purpose") and lead.governor is not None:
            lead = lead.governor
        draft.governor = lead
        if lead.subject is not None:
            draft.subject = Slot(lead.subject.chunk, via="participle")
    else:
        draft.subject = _main_subject(draft.at, chunks)


def _main_subject(at: int, chunks: list[Chunk]) -> Slot | None:
    """The first free noun phrase after a comma: "Visiting Kenya, Obama said"; or the one that an insertion follows."""
    if len(chunks) > 1 and chunks[0].kind == NP and chunks[1].kind == COMMA and at > 1:
        return Slot(chunks[0], via="participle")
    for index in range(at + 1, len(chunks) - 1):
        if chunks[index].kind == COMMA:
            after = index + 1
            while after < len(chunks) and chunks[after].kind in (ADVERB, TIME, QUOTE):
                after += 1
            if after < len(chunks) and chunks[after].kind == NP:
                return Slot(chunks[after], via="participle")
    return None


# -- to the right ------------------------------------------------------------------------------------------


def _fill_right(draft: Draft, chunks: list[Chunk], tokens: Tokens) -> None:
    """Objects and prepositional phrases up to the end of the clause."""
    group = draft.group
    assert group is not None
    draft.widen(draft.first, draft.last)
    index, size = draft.at + 1, len(chunks)
    while index < size:
        chunk = chunks[index]
        if chunk.first <= draft.last:
            index += 1
            continue
        kind = chunk.kind
        if kind in (TIME, ADVERB, QUOTE):
            draft.widen(chunk.first, chunk.last)
        elif kind == NP:
            if _is_next_subject(index, chunks, tokens):
                return
            _take(draft, chunk, group.voice, tokens)
        elif kind == PREP and index + 1 < size:
            index = _take_prepositional(draft, index, chunks)
            if index < 0:
                return
        elif (kind == COMMA and chunk.word == "," and _prepositional_after(index, chunks)) or (
            kind == CONJ and index + 1 < size and chunks[index + 1].kind == PREP
        ):
            pass
        else:
            return
        index += 1


def _take(draft: Draft, chunk: Chunk, voice: str, tokens: Tokens) -> None:
    """A bare noun phrase after the verb: object, or second object."""
    if draft.complements and any(s.chunk.first > draft.last for s in draft.complements):
        return
    draft.widen(chunk.first, chunk.last)
    if draft.object is None or draft.object.via == "relative":
        draft.object = Slot(chunk) if draft.object is None else draft.object
    elif draft.indirect is None and draft.lemma in _GIVES:
        draft.indirect, draft.object = draft.object, Slot(chunk)


def _take_prepositional(draft: Draft, index: int, chunks: list[Chunk]) -> int:
    """A preposition with its phrase; the index of the phrase, or -1 where the clause ends."""
    preposition = chunks[index]
    after = index + 1
    if chunks[after].kind == ADVERB and after + 1 < len(chunks):
        after += 1
    target = chunks[after]
    if target.kind == NP:
        draft.complements.append(Slot(target, preposition.word))
        draft.widen(preposition.first, target.last)
        return after
    if target.kind == TIME:
        draft.widen(preposition.first, target.last)
        return after
    if target.kind == PREP:  # "from across the border"
        return index
    return -1


def _is_next_subject(index: int, chunks: list[Chunk], tokens: Tokens) -> bool:
    """True when the noun phrase is the subject of a finite verb group right after it."""
    after = index + 1
    while after < len(chunks) and chunks[after].kind == ADVERB:
        after += 1
    return after < len(chunks) and chunks[after].kind == VG and _is_finite_chunk(chunks[after], tokens)


def _prepositional_after(index: int, chunks: list[Chunk]) -> bool:
    """ ", including a trip to China": a prepositional phrase after a comma still belongs to the clause."""
    after = index + 1
    return after + 1 < len(chunks) and (
        (chunks[after].kind == PREP and chunks[after + 1].kind in (NP, TIME)) or chunks[after].kind == TIME
    )
