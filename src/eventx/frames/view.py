"""One sentence as frames see it: clauses with their dependents, mentions, and the words of arguments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Final, cast

from attrs import evolve, frozen

from eventx.frames.words import PARTITIVES, compounds, phrases
from eventx.hooks.parts import Analysis
from eventx.language.mentions.prospects import Prospects
from eventx.language.places import PlaceContext
from eventx.lexicon.predicates import load_predicates
from eventx.records import Argument, Candidate, Clause, Mention, Span, Tokens

# Words that a reader may take for the particle of a verb while they belong to the phrase after them.
PREPOSITIONS: Final = frozenset(
    {"on", "over", "from", "in", "to", "for", "at", "into", "of", "with", "by", "about", "after"}
)
_SETTING: Final = 2  # sentences back in which the setting of an act is told


class View:
    """The layers of one sentence, and what frames ask of them. Lives as long as the sentence is looked at."""

    def __init__(
        self,
        analysis: Analysis,
        sentence: int,
        *,
        leisure: bool = False,
        deeds: Sequence[Candidate] = (),
        kin: Mapping[str, frozenset[str]] = MappingProxyType({}),
    ) -> None:
        self.leisure = leisure
        self.deeds = deeds  # what was found before that was done, not only said
        self.kin = kin  # the nouns for acts of a kind, by event type
        self.analysis = analysis
        self.sentence = sentence
        self.standing: dict[int, str] = {}  # by id of a clause: why it tells no fact, or ""
        self._heads: dict[int, _Heads] = {}  # by id of an argument

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence, as frames read them."""
        return _mended(self.analysis.clauses(self.sentence))

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The mentions of the sentence: asked for late, since they cost a reading of all sentences before."""
        return self.analysis.mentions(self.sentence)

    @cached_property
    def parties(self) -> bool:
        """True when somebody in the sentence can be a party: one whose country or sector is known, or several.

        A mere place can be one to which something is done: "a bomb went off in Lahore".
        """
        named = (m.actor or m.place for m in self.mentions if not m.members)
        return any(m.members for m in self.mentions) or any(e.country or e.sector for e in named if e is not None)

    @cached_property
    def prospects(self) -> Prospects:
        """The words at which a mention may stand."""
        return Prospects(self.tokens)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the sentence."""
        return self.analysis.tokens(self.sentence)

    @cached_property
    def place_context(self) -> PlaceContext | None:
        """What the whole document says of where it plays."""
        return cast(PlaceContext | None, self.analysis.layer("place_context", -1) or None)

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-cased words and the lemmas of the sentence."""
        return frozenset(self.tokens.lowers) | frozenset(self.tokens.lemmas)

    @cached_property
    def text(self) -> str:
        """The sentence's lower-cased words with single spaces, and one at either end."""
        return f" {' '.join(self.tokens.lowers)} "

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The clauses that each clause governs."""
        found: dict[int, list[int]] = {}
        for number, clause in enumerate(self.clauses):
            if clause.governor is not None and clause.governor != number:
                found.setdefault(clause.governor, []).append(number)
        return found

    def governor(self, clause: Clause) -> Clause | None:
        """The clause that this one depends on."""
        return self.clauses[clause.governor] if clause.governor is not None else None

    def range(self, span: Span) -> tuple[int, int]:
        """The first token of a span, and the one after its last."""
        starts = self.tokens.starts
        return bisect_left(starts, span.start), bisect_right(starts, span.end - 1)

    def at(self, span: Span) -> int:
        """The first token of a span."""
        return bisect_left(self.tokens.starts, span.start)

    def lowered(self, span: Span) -> str:
        """The words of a span, lower-cased, with single spaces and one at either end."""
        first, last = self.range(span)
        return f" {' '.join(self.tokens.lowers[first:last])} "

    def between(self, one: Clause, other: Clause) -> str:
        """The words between a clause and one behind it, lower-cased; empty where nothing stands there."""
        return self.lowered(Span(one.extent.end, max(one.extent.end, other.extent.start))).strip()

    def holds(self, words: frozenset[str]) -> bool:
        """True when one of the words, or phrases of several, stands in the sentence."""
        if not words.isdisjoint(self.words):
            return True
        several = phrases(words)
        return bool(several) and any(phrase in self.text for phrase in several)

    def set_in(self, words: frozenset[str]) -> bool:
        """True when one of the words, or phrases of several, stands in the sentence or in one of the two before it."""
        if self.holds(words):
            return True
        several = phrases(words)
        for sentence in range(self.sentence - 1, max(-1, self.sentence - _SETTING - 1), -1):
            vocabulary = self.analysis.layer("vocabulary", sentence)
            if not words.isdisjoint(vocabulary):
                return True
            text = f" {' '.join(vocabulary)} " if several else ""
            if any(phrase in text for phrase in several):
                return True
        return False

    def heads(self, argument: Argument) -> frozenset[str]:
        """The lemmas that head an argument: of each conjunct, and of what a partitive head ("a series of") holds."""
        return self._headed(argument).lemmas

    def _headed(self, argument: Argument) -> _Heads:
        known = self._heads.get(id(argument))
        if known is None:
            found = frozenset(self._found_heads(argument))
            known = self._heads[id(argument)] = _Heads(argument, found, self._naming(argument))
        return known

    def _found_heads(self, argument: Argument) -> set[str]:
        found = {argument.lemma.lower()}
        tokens = self.tokens
        for span in argument.conjuncts or (argument.span,):
            first, last = self.range(span)
            ofs = [i for i in range(first, last) if tokens.lowers[i] == "of"]
            if not span.contains(argument.head):
                head = _last_noun(tokens, first, ofs[0] if ofs else last)
                if head is None:
                    continue
                found.add(tokens.lemmas[head])
                lemma = tokens.lemmas[head]
            else:
                lemma = argument.lemma.lower()
            for at, position in enumerate(ofs):
                if lemma not in PARTITIVES and not lemma.isdigit():
                    break
                inner = _last_noun(tokens, position + 1, ofs[at + 1] if at + 1 < len(ofs) else last)
                if inner is None:
                    break
                lemma = tokens.lemmas[inner]
                found.add(lemma)
                found.add(tokens.lowers[inner])
        return found

    def is_time(self, argument: Argument) -> bool:
        """True for "on Tuesday", "for two years"."""
        return any(time.span.contains(argument.head) for time in self.analysis.times(self.sentence))

    def _naming(self, argument: Argument) -> str:
        """The noun that tells apart a name which is the head ("the newspaper La Prensa"), or its title; else empty."""
        head, tags = self.at(argument.head), self.tokens.tags
        if head >= len(tags) or tags[head] != "PROPN":
            return ""
        first, last = self.range(argument.span)
        if head >= last:
            return ""
        while head > first and (tags[head] == "PROPN" or self.tokens.lowers[head] == ","):
            head -= 1
            if tags[head] == "PROPN" and self.tokens.lowers[head] in load_predicates().offices:
                return self.tokens.lowers[head]  # "summoned Ambassador Ada Oduya"
        return self.tokens.lemmas[head] if tags[head] == "NOUN" else ""  # no "network" in "the network maker Nokia"

    def has_head(self, argument: Argument, words: frozenset[str]) -> bool:
        """True when one of the words heads the argument, or a phrase of several words stands in it."""
        headed = self._headed(argument)
        if not words.isdisjoint(headed.lemmas) or headed.naming in words:
            return True
        several = compounds(words)
        if not several:
            return False
        text = self.lowered(argument.span)
        return any(compound in text for compound in several)


@frozen(slots=True)
class _Heads:
    """The lemmas that head an argument, and the noun of a name; the argument is kept, so that its id stays its own."""

    argument: Argument
    lemmas: frozenset[str]
    naming: str


def _mended(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, with main verbs that were read as participles made such.

    "has so far resisted", where a word parts the verb from "has"; and "The parliament threatened ... to break": a verb
    that takes an infinitive, has one, and stands where the sentence has no other main verb.
    """
    clauses = tuple(_perfect(c, clauses) for c in clauses)
    if not clauses or any(c.tense and not c.relation and c.governor is None for c in clauses):
        return clauses
    for number, clause in enumerate(clauses):
        if clause.voice != "passive" or clause.tense or clause.governor is not None or clause.form != "verb":
            continue
        takes = any(c.governor == number and c.form == "verb" and not c.tense for c in clauses)
        if clause.lemma in load_predicates().governors and takes and clause.subject is not None:
            return (*clauses[:number], _main(clause, clause.subject), *clauses[number + 1 :])
    return clauses


def _perfect(clause: Clause, clauses: tuple[Clause, ...]) -> Clause:
    if clause.governor is None or clause.form != "verb":
        return clause
    has = clauses[clause.governor]
    if has.lemma != "have" or has.object is not None or has.subject is None:
        return clause
    apart = clause.relation == "adverbial" and clause.voice == "passive" and not clause.tense
    # "has for a month refused": the participle goes on where the phrase ends, without an "and"
    goes_on = clause.relation == "coordination" and 0 < clause.predicate.start - has.extent.end < 3
    if goes_on:
        return evolve(_main(clause, has.subject), voice=clause.voice)
    return _main(clause, has.subject) if apart else clause


def _main(clause: Clause, subject: Argument) -> Clause:
    return evolve(clause, voice="active", tense="past", relation="", subject=evolve(subject, via=""))


def _last_noun(tokens: Tokens, first: int, last: int) -> int | None:
    """The last noun of a stretch, or its last word where none is tagged so."""
    for index in range(last - 1, first - 1, -1):
        if tokens.tags[index] in ("NOUN", "PROPN", "NUM"):
            return index
    return last - 1 if last > first else None
