"""Which slot of a verb a noun phrase fills."""

from __future__ import annotations

from typing import Final

from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.level import Level
from eventx.language.phrases import COMMA, NP, PASSED, PREP, VG, Chunk, finite_follows
from eventx.language.tagging.row import TIMES_AND_WAYS
from eventx.lexicon.cues import cues
from eventx.lexicon.names import load_names
from eventx.lexicon.predicates import Predicates, load_predicates
from eventx.records import Tokens

_PEOPLE: Final = frozenset({"who", "whom", "whose"})
_WHERE: Final = frozenset({"in", "at", "from", "near", "outside", "inside"})
_BEFORE_PRONOUN: Final = PASSED | {COMMA, PREP}


def antecedent(chunks: list[Chunk], index: int, word: str, tokens: Tokens) -> Chunk | None:
    """The noun phrase that the relative pronoun ``word``, the chunk ``index``, is about; None where none stands before.

    For a person not the place between ("the chief in Goma, who"); but "a response from Mrs May, who" is of her.
    """
    at = index - 1
    while at >= 0 and chunks[at].kind in _BEFORE_PRONOUN:
        at -= 1
    if at < 0 or chunks[at].kind != NP:
        return None
    while word in _PEOPLE and at > 1 and chunks[at - 1].word in _WHERE and not _is_titled(chunks[at], tokens):
        before = at - 2 - (chunks[at - 2].kind == COMMA)  # "two women, in France and Belgium, who"
        if before < 0 or chunks[before].kind != NP:
            break
        at = before
    return _harming(chunks, at, index, tokens) or _held(chunks, at, index, tokens) or chunks[at]


def _harming(chunks: list[Chunk], at: int, index: int, tokens: Tokens) -> Chunk | None:
    """The act, or whoever stands before a place: "the attack on a shrine in Pakistan that killed 90"."""
    lists, lemmas = load_predicates(), tokens.lemmas
    behind = chunks[index + 1] if index + 1 < len(chunks) else chunks[at]
    if behind.kind != VG or lemmas[behind.head] not in lists.harming or chunks[at - 1].word not in _WHERE:
        return None
    before = at
    while before > 1 and chunks[before - 1].word in _WHERE and chunks[before - 2].kind == NP:
        before -= 2  # "a group in a village in Mali that killed"
    told = _in_row(chunks, before, lists.suffered, lemmas)
    named = tokens.tags[chunks[at].head] == "PROPN"
    return told or (chunks[before] if named and before < at else None)


def _in_row(chunks: list[Chunk], at: int, heads: frozenset[str], lemmas: tuple[str, ...]) -> Chunk | None:
    """The nearest phrase with one of the heads in a row of phrases joined by prepositions, up to the one at ``at``."""
    while True:
        if lemmas[chunks[at].head] in heads:
            return chunks[at]
        if at < 2 or chunks[at - 1].kind != PREP or chunks[at - 2].kind != NP:
            return None
        at -= 2


def _held(chunks: list[Chunk], at: int, index: int, tokens: Tokens) -> Chunk | None:
    """The gathering, rather than who is at it, in "talks between Oman and Iran, which were held in Muscat"."""
    lemmas, lowers = tokens.lemmas, tokens.lowers
    behind = chunks[index + 1] if index + 1 < len(chunks) else chunks[at]
    takes = lowers[behind.last] == "held" and tokens.tags[behind.first] == "AUX"
    takes = takes or (lemmas[behind.last] == "take" and lowers[behind.last + 1 : behind.last + 2] == ("place",))
    if behind.kind != VG or not takes or chunks[index].word in _PEOPLE:
        return None
    if at > 1 and chunks[at - 1].kind == VG and tokens.features[chunks[at - 1].head] == "VBG":
        at -= 2  # "of the task force comprising Russia and Turkey"
    return _in_row(chunks, at, load_predicates().held, lemmas) if chunks[at].kind == NP else None


def of_whom(chunks: list[Chunk], index: int, preposition: str, tokens: Tokens) -> tuple[Chunk | None, str]:
    """Whom the relative pronoun ``index`` is about, and the preposition that it still has before it, "" for none.

    In "ten soldiers, two of whom were killed" it is about the soldiers, and they are who was killed.
    """
    about = antecedent(chunks, index, chunks[index].word, tokens)
    if preposition != "of" or about is None or index < 4 or chunks[index - 3].kind != COMMA:
        return about, preposition
    part = tokens.lowers[chunks[index - 2].first : chunks[index - 2].last + 1]
    if chunks[index - 2].kind != NP or chunks[index - 4].kind != NP or len(part) > 1:
        return about, preposition
    if tokens.tags[chunks[index - 2].head] != "NUM" and part[0] not in _PARTS:
        return about, preposition
    return chunks[index - 4], ""


_PARTS: Final = cues("mentions", "round_numbers") | {"all", "both", "half", "many", "most", "several", "some"}


def _is_titled(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a phrase that an honorific or office makes a person's."""
    offices, honorifics = load_predicates().offices, load_names().honorifics
    return any(low in offices or low in honorifics for low in tokens.lowers[chunk.first : chunk.last + 1])


def owned(about: Chunk, word: str, lists: Predicates, tokens: Tokens) -> Chunk:
    """The body rather than its head, of whom one says "who": "the leader of the alliance that took Goma"."""
    if word not in ("that", "which") or tokens.lemmas[about.head] not in lists.offices:
        return about
    body = behind_of(about, tokens)
    return body if body is not None and tokens.tags[body.first] == "DET" else about


def behind_of(chunk: Chunk, tokens: Tokens) -> Chunk | None:
    """The noun that the last "of" of a phrase brings in: "companies" of "the assets of companies"."""
    at = chunk.last
    while at > chunk.head and tokens.lowers[at] != "of":
        at -= 1
    if chunk.parts or at == chunk.head or tokens.tags[chunk.last] != "NOUN":
        return None
    return Chunk(NP, at + 1, chunk.last, chunk.last)


def cleft(verb: Draft, about: Chunk, tokens: Tokens) -> str:
    """The preposition of "It was in Geneva that the two met"; "" elsewhere."""
    last = verb.complements[-1] if verb.complements else None
    if not verb.copula or verb.object is not None or last is None or last.chunk is not about or verb.subject is None:
        return ""
    named = tokens.tags[about.head] == "PROPN"  # not "It is in the house that Jack built"
    return last.preposition if named and tokens.lowers[verb.subject.chunk.first] == "it" else ""


def take_object(draft: Draft, chunk: Chunk, lists: Predicates, tokens: Tokens) -> None:
    """A bare noun phrase after the verb: its object, or its second one.

    Once a preposition has come between, it is none, but for a verb that cannot do without one.
    """
    between = [slot.preposition for slot in draft.complements if slot.chunk.first > draft.last]
    if between and not (_lacks_object(draft, lists) and _SETTING.issuperset(between)):
        return
    if between and tokens.lemmas[chunk.head] in lists.units:
        return  # "attacked at dawn the day before the vote"
    draft.widen(chunk.first, chunk.last)
    if draft.object is None:
        draft.object = Slot(chunk)
        _share_object(draft, chunk, lists, tokens)
        if draft.lemma in lists.parted and not chunk.parts:
            _part(draft, chunk, tokens)
    elif draft.object.via == "relative":
        return
    elif (
        draft.lemma in _CAPTURING and tokens.lowers[draft.object.chunk.first : draft.object.chunk.last + 1] in _CAPTIVE
    ):
        draft.complements.append(Slot(draft.object.chunk, "as"))
        draft.object = Slot(chunk)  # "took hostage seven sailors"
    elif draft.indirect is None and (draft.lemma in lists.giving or _is_set(draft, tokens.lemmas[chunk.head], lists)):
        draft.indirect, draft.object = draft.object, Slot(chunk)
    elif draft.lemma in lists.naming and tokens.lemmas[chunk.head] not in lists.units:
        draft.complements.append(Slot(chunk, "as"))  # "branded Iran a sponsor of terrorism"


_CAPTURING: Final = cues("clauses", "capturing")
_CAPTIVE: Final = (("hostage",), ("prisoner",), ("captive",))


def _lacks_object(draft: Draft, lists: Predicates) -> bool:
    """ "received in Doha the Turkish minister": a verb without the object that it needs."""
    if draft.object is not None or draft.voice != "active" or draft.kind == "participle":
        return False
    return draft.lemma in lists.shifted


# What such a phrase in between begins with: it tells where, when or how.
_SETTING: Final = frozenset(
    {"as", "at", "by", "during", "from", "in", "inside", "into", "near", "on", "out of", "outside", "over to", "to",
     "under", "with"}
)  # fmt: skip


def _share_object(draft: Draft, chunk: Chunk, lists: Predicates, tokens: Tokens) -> None:
    """ "shot and killed a farmer": the object is that of the verb before "and" as well."""
    other = _joined_to(draft, tokens)
    if other is not None and not other.complements and other.lemma in lists.shared:
        other.object = Slot(chunk, via="coordination")


def attach(
    level: Level, slot: Slot, preposition: Chunk, lists: Predicates, tokens: Tokens, *, comma: bool = False
) -> None:
    """A prepositional phrase goes to the verb before it, or waits for the one that comes.

    Behind a ``comma`` "together with" goes over a participle: "opened the plant, built by Chad, together with Ba".
    """
    if level.last is not None and comma and preposition.word in _IN_COMPANY and level.last.kind == "participle":
        outer = level.last.governor or level.last
        outer.complements.append(slot)
    elif level.last is not None and _of_occasion(level.last, slot, preposition, lists, tokens):
        level.last.widen(preposition.first, slot.chunk.last)
    elif level.last is not None:
        level.last.complements.append(slot)
        level.last.widen(preposition.first, slot.chunk.last)
        _share_partner(level.last, slot, lists, tokens)
    elif level.subject is None:
        level.fronted.append(slot)
    else:
        level.inner.append(slot)


def _of_occasion(draft: Draft, slot: Slot, preposition: Chunk, lists: Predicates, tokens: Tokens) -> bool:
    """True for "by rebels" in "was put on alert after the raid by rebels": it tells who raided."""
    if slot.preposition != "by" or not draft.complements or draft.voice != "passive":
        return False
    before = draft.complements[-1]
    at = before.chunk
    event = tokens.lemmas[at.head] in lists.events and tokens.tags[at.head] == "NOUN"
    return event and before.preposition in OCCASIONS and at.last + 1 == preposition.first


OCCASIONS: Final = frozenset({"after", "following", "before", "amid", "over", "against", "despite", "during", "since"})
_IN_COMPANY: Final = frozenset({"together with", "along with", "alongside"})


def _share_partner(draft: Draft, slot: Slot, lists: Predicates, tokens: Tokens) -> None:
    """ "hosted and played golf with Abe": the object of a verb that needs one stands behind the next verb's "with"."""
    other = _joined_to(draft, tokens) if slot.preposition == "with" else None
    if other is not None and _lacks_object(other, lists):
        other.object = Slot(slot.chunk, via="coordination")


def _joined_to(draft: Draft, tokens: Tokens) -> Draft | None:
    """The finite verb without an object that stands right before "and" and this verb."""
    other = draft.governor if draft.relation == "coordination" else None
    if other is None or other.object is not None or other.kind != "finite":
        return None
    between = tokens.lowers[other.last + 1 : draft.first]
    plain = between == ("and",) or (len(between) == 2 and between[0] == "and")  # "captured and later freed"
    return other if plain and other.voice == draft.voice == "active" else None


def _is_set(draft: Draft, noun: str, lists: Predicates) -> bool:
    """ "set Iraq a deadline", "allowed them a week"."""
    return draft.lemma in ("set", "allow") and (noun in lists.terms or noun in lists.units or noun in _SET)


_SET: Final = cues("clauses", "set")


def is_new_subject(level: Level, chunks: list[Chunk], index: int, tokens: Tokens) -> bool:
    """True where the phrase ``index`` is the subject of a verb behind it: "In a speech marking the day he said".

    It stands behind an object, and that verb lacks a subject.
    """
    last = level.last
    if level.subject is not None or last is None or last.kind == "infinitive":
        return False
    if not (last.object or last.complements or last.kind == "participle"):
        return False
    return finite_follows(chunks, index, tokens)


def bare_relative(draft: Draft, chunks: list[Chunk], index: int, lists: Predicates, tokens: Tokens) -> Level | None:
    """The relative clause, opened by no pronoun, whose subject is the phrase ``index``; None where it is none.

    "Criticised the sanctions the EU had imposed": ``draft`` is the verb whose object the clause is about.
    """
    about, subject = chunks[index - 1], chunks[index]
    if about.kind != NP or about.parts or subject.first != about.last + 1 or tokens.tags[about.head] != "NOUN":
        return None
    if draft.lemma in _TELLS or draft.lemma in lists.giving or tokens.lemmas[about.head] in lists.offices:
        return None  # "told reporters he would", "convinced the minister he could"
    if draft.lemma in lists.speech and (draft.object is None or draft.object.chunk is not about):
        return None  # "said in a speech he would"
    verb = next((c for c in chunks[index + 1 :] if c.kind == VG), None)
    if verb is None or tokens.lemmas[verb.head] in lists.speech:
        return None
    gap = None if tokens.lemmas[about.head] in TIMES_AND_WAYS else about  # "the day he resigned" lacks no object
    return Level("relative", draft, subject=subject, antecedent=gap, gap="which")


_TELLS: Final = cues("tagging", "telling") | cues("clauses", "telling")


def _part(draft: Draft, chunk: Chunk, tokens: Tokens) -> None:
    """ "accused the army of abuses": the last "of" phrase is no part of the object."""
    at = chunk.last
    while at > chunk.head and tokens.lowers[at] != "of":
        at -= 1
    if chunk.head < at < chunk.last:
        draft.object = Slot(Chunk(NP, chunk.first, at - 1, chunk.head, possessor=chunk.possessor))
        draft.complements.append(Slot(Chunk(NP, at + 1, chunk.last, chunk.last), "of"))


def relate_gap(level: Level, antecedent: Chunk, draft: Draft) -> None:
    """The antecedent's place in a relative clause that has a subject of its own."""
    if level.subject is None:
        return
    gap = level.gap
    if gap == "where":
        draft.complements.append(Slot(antecedent, "in", "relative"))
    elif gap in ("which", "that", "whom", "who"):
        draft.object = Slot(antecedent, "", "relative")
    elif gap != "whose":
        draft.complements.append(Slot(antecedent, gap, "relative"))


def of_several(level: Level, antecedent: Chunk, draft: Draft, tokens: Tokens) -> bool:
    """True for "banned Togo and Mali, which raises concern": what is singular is said of the ban."""
    several = tokens.features[antecedent.head] == "P" or "and" in tokens.lowers[antecedent.first : antecedent.last]
    return level.gap == "which" and several and tokens.features[draft.first] == "VBZ"
