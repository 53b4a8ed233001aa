"""Basic phrases: noun phrases with determiners, modifiers and possessors, verb groups, prepositions, marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from eventx.language.phrases.belonging import done_by, is_charged, of_state, takes_in
from eventx.language.phrases.chunk import ADVERB, COMMA, CONJ, NP, OTHER, PREP, QUOTE, REL, SUB, TIME, VG, Chunk
from eventx.language.phrases.hedges import hedge_end
from eventx.language.phrases.noun import CLITIC, QUANTIFIERS, NounPhrases
from eventx.language.phrases.openings import dateline_end, parenthesis_end
from eventx.language.tagging.row import CURRENCIES, INNER, NEGATIONS, THEIR
from eventx.lexicon.cues import cues
from eventx.lexicon.words import Words, load_words
from eventx.records import TimeExpression, Tokens

_RELATIVE: Final = frozenset({"who", "whom", "which", "that", "where", "whose"})
_DASH: Final = frozenset({"-", "–", "—", "--", "(", ")"})
_QUOTES: Final = frozenset({'"', "“", "”", "‘", "«", "»", "``", "''"})
_WORD_KINDS: Final = {"ADP": PREP, "CCONJ": CONJ, "SCONJ": SUB, "ADV": ADVERB, "PART": OTHER, "INTJ": OTHER, "X": OTHER}
_NOMINAL: Final = INNER | {"DET", "PRON"}
_PHRASES: Final = (NP, TIME)
_PLAIN: Final = {"ADP": PREP, "CCONJ": CONJ, "ADV": ADVERB}
_PLAIN_MARKS: Final = {",": COMMA, ".": OTHER, ":": OTHER, ";": OTHER, "?": OTHER, "!": OTHER}
_VERBAL: Final = frozenset({"AUX", "VERB"})
# What is done to somebody, told before who that is: "shot dead a gunman".
_RESULTS: Final = frozenset({"dead", "open", "free", "alive", "ablaze", "alight", "afire", "aflame"})
_WITH_RESULT: Final = cues("phrases", "with_result")
_OBJECTS: Final = (("DET",), ("PRON",), ("NUM",), ("NOUN",), ("PROPN",), ("ADJ",))
_TAKING_IN: Final = frozenset({"of", "for", "("})  # what a phrase takes in another behind
_STRESSING: Final = frozenset({"himself", "herself", "itself", "themselves"})
_REFLEXIVE: Final = _STRESSING | {"myself", "yourself", "ourselves"}
_OF_ONES_OWN: Final = cues("phrases", "of_ones_own")
_THANKING: Final = frozenset({"express", "give", "offer", "convey", "extend", "say", "owe"})
# What somebody has himself made into: "had himself crowned king".
_MAKING_OF: Final = cues("phrases", "making_of")
_PREDICATES: Final = (("ADP",), ("DET",), ("ADJ",), ("NOUN",))
_QUOTED: Final = INNER | {"DET"}
# Words that open a noun phrase although they are no determiners: "most of its wheat".
_PARTS: Final = frozenset({"one", "none", "all", "some", "any", "each", "both", "neither", "either", "those"})
_PARTITIVE: Final = frozenset({"most", "much", "more", "least", "less", "half", "part", "many", "first", "last"})


def basic_phrases(tokens: Tokens, times: Sequence[TimeExpression]) -> list[Chunk]:
    """The basic chunks of a sentence, in text order."""
    return _Chunker(tokens, _time_tokens(tokens, times)).run()


def _time_tokens(tokens: Tokens, times: Sequence[TimeExpression]) -> list[int]:
    """For each token the number of the time expression that it lies in, or -1; empty without any."""
    if not times:
        return []
    marks = [-1] * len(tokens)
    at = 0
    for number, time in enumerate(times):
        while at < len(marks) and tokens.ends[at] <= time.span.start:
            at += 1
        index = at
        while index < len(marks) and tokens.starts[index] < time.span.end:
            marks[index] = number
            index += 1
    return marks


@cache
def _openers(table: Words) -> frozenset[str]:
    """The first words of prepositions of several words."""
    return frozenset(first for first, _ in table.prepositions)


# Words that may begin more than themselves, or be less than they seem.
_ODD: Final = frozenset(QUANTIFIERS) | _PARTITIVE | _STRESSING | _RELATIVE | {"to", "what"}


class _Chunker:
    """One left-to-right pass over a sentence; "of" phrases join their noun phrase at once."""

    __slots__ = ("found", "lowers", "nouns", "openers", "size", "table", "tags", "times", "tokens")

    def __init__(self, tokens: Tokens, times: list[int]) -> None:
        self.tokens = tokens
        self.tags = tokens.tags
        self.lowers = tokens.lowers
        self.times = times
        self.table: Words = load_words()
        self.size = len(tokens)
        self.openers = _openers(self.table)
        self.found: list[Chunk] = []
        self.nouns = NounPhrases(tokens, times)

    def run(self) -> list[Chunk]:
        """All chunks."""
        tags, lowers, found, size, times = self.tags, self.lowers, self.found, self.size, self.times
        openers = self.openers
        at = dateline_end(self.tokens)
        if at:
            found.append(Chunk(OTHER, 0, at - 1, 0, "dateline"))
        while at < size:
            tag, low = tags[at], lowers[at]
            if low == "and" and self._and_a_half(at):
                found[-1].last = at + 2
                at += 3
                continue
            if low in _ODD or (times and times[at] >= 0) or (low in openers and self._opens(at, low)):
                at = self._odd(at, low)
                continue
            kind = _PLAIN_MARKS.get(low) if tag == "PUNCT" else _PLAIN.get(tag)
            if kind is not None:  # most words and marks stand for themselves
                found.append(Chunk(kind, at, at, at, low))
                at += 1
            else:
                chunk = self._nominal(at, tag, low) if tag in _NOMINAL and low not in _RESULTS else self._next(at)
                self._add(chunk)
                at = chunk.last + 1
        return found

    def _opens(self, at: int, low: str) -> bool:
        """True where a preposition of several words may begin; not in "gave heartfelt thanks to the crew"."""
        if low == "thanks" and at and (self.tags[at - 1] in ("ADJ", "DET") or self.tokens.lemmas[at - 1] in _THANKING):
            return False
        return at + 1 < self.size and (low, self.lowers[at + 1]) in self.table.prepositions

    def _odd(self, at: int, low: str) -> int:
        """Add the chunk of a word that may begin more than itself; the token behind it."""
        found = self.found
        if low in _STRESSING and found and found[-1].last == at - 1 and self._is_stress(found[-1], at):
            self._stress(at)
            return at + 1
        if low == "what" and found and found[-1].kind in (VG, PREP):
            meant = hedge_end(self.tokens, at)  # "fired what appeared to be a missile": a missile
            at = meant or at
        chunk = self._next(at)
        self._add(chunk)
        return chunk.last + 1

    def _add(self, chunk: Chunk) -> None:
        if chunk.kind in _PHRASES:
            self._add_phrase(chunk)
        elif chunk.word == "(" and self._coordinated(chunk):
            self.found[-1].last = chunk.last  # "John McCain (R-Ariz.) and Dick Durbin went"
        else:
            self.found.append(chunk)

    def _is_stress(self, before: Chunk, at: int) -> bool:
        """ "the president himself", "was himself in Oslo"; not "is himself again", where it is what he is."""
        if before.kind == NP:
            return True
        follows = self.tags[at + 1 : at + 2]
        return before.kind == VG and self.tokens.lemmas[at - 1] == "be" and follows in _PREDICATES

    def _stress(self, at: int) -> None:
        """ "The president himself will go": no phrase of its own; before "and" it is part of the one it stresses."""
        if self.tags[at + 1 : at + 2] == ("CCONJ",):
            self.found[-1].last = at
        else:
            self.found.append(Chunk(ADVERB, at, at, at, self.lowers[at]))

    def _and_a_half(self, at: int) -> bool:
        """ "over the past month and a half": no second phrase; of "two and a half years" the number is one already."""
        measured = bool(self.found) and self.found[-1].kind in (NP, TIME) and self.found[-1].last == at - 1
        return measured and self.lowers[at + 1 : at + 3] == ("a", "half") and self.tags[at + 3 : at + 4] != ("NOUN",)

    def _add_phrase(self, chunk: Chunk) -> None:
        """Append a noun phrase or time; right of "of" it goes into the phrase before."""
        found = self.found
        before = found[-1].word if len(found) > 1 else ""
        if before not in _TAKING_IN:
            found.append(chunk)
            return
        if before == "of":
            outer = found[-2]
            whole = self.tags[outer.head] != "PRON" or self.lowers[outer.head] in _PARTS
            if outer.kind == NP and whole and not done_by(found, chunk, self.tokens):
                found.pop()
                outer.last = chunk.last
                counted = self.tags[outer.head] in ("DET", "NUM", "ADV", "PRON") or self.lowers[outer.head] == "tens"
                if chunk.kind == NP and counted:
                    outer.head = chunk.head  # "some of the hostages"
                elif chunk.possessor is not None and of_state(outer, chunk, self.tokens):
                    outer.head, outer.possessor = chunk.head, (outer.first, chunk.possessor[1])
                return
        if before == "for" and is_charged(found[-2], chunk, self.tokens):
            found.pop()
            found[-1].last = chunk.last
            return
        if before == "(" and takes_in(found[-2], chunk, self.tokens):
            found.pop()
            found[-1].last, found[-1].head = chunk.last, chunk.head
            return
        found.append(chunk)

    def _coordinated(self, chunk: Chunk) -> bool:
        """True for words in parentheses between a phrase and "and"."""
        phrase = bool(self.found) and self.found[-1].kind == NP and chunk.kind == ADVERB
        return phrase and chunk.last + 1 < self.size and self.lowers[chunk.last + 1] in ("and", "&", ",")

    def _next(self, at: int) -> Chunk:
        tag, low = self.tags[at], self.lowers[at]
        if low in _RESULTS and self._results(at):
            return Chunk(ADVERB, at, at, at)
        if low == "to" and self.lowers[at + 1 : at + 2] == ("death",) and self._to_death(at):
            return Chunk(ADVERB, at, at + 1, at)
        if low in self.openers:
            width = self.nouns.quantifier(at)  # "up to 100 people"
            phrase = self.nouns.phrase(at, width) if width else self._preposition(at, low)
            if phrase is not None:
                return phrase
        if self.times and self.times[at] >= 0:
            time = self._time(at)
            if time is not None:
                return time
        if tag in _VERBAL:
            if tag == "VERB" and self.nouns.opens_with_participle(at):
                return self.nouns.phrase(at)
            return self._verb_group(at)
        if tag == "PART" and low == "to" and at + 1 < self.size:
            return self._verb_group(at)
        if low in _RELATIVE and tag in ("PRON", "SCONJ", "DET") and self._is_relative(at, low, tag):
            return Chunk(REL, at, at, at, low)
        if tag in _NOMINAL:
            return self._nominal(at, tag, low)
        if tag == "PUNCT":
            money = low in CURRENCIES and at + 1 < self.size and self.tags[at + 1] == "NUM"
            return self.nouns.phrase(at) if money else self._mark(at, low)
        if low in _PARTITIVE and self.lowers[at + 1 : at + 2] == ("of",):
            return Chunk(NP, at, at, at)
        width = self.nouns.quantifier(at)
        if width:
            return self.nouns.phrase(at, width)
        return Chunk(_WORD_KINDS.get(tag, OTHER), at, at, at, low)

    def _results(self, at: int) -> bool:
        """ "shot dead a gunman", "set free six hostages", "threw open talks"; not "found dead bodies"."""
        after, before = self.tags[at + 1 : at + 2], self.tokens.lemmas[at - 1] if at else ""
        if after == ("DET",) or (after == ("NUM",) and self.tags[at - 1 : at] == ("VERB",)):
            return True
        return before in _WITH_RESULT and self.lowers[at + 1 : at + 2] != ("trade",) and after in _OBJECTS

    def _to_death(self, at: int) -> bool:
        """ "beat to death a driver": the object stands behind."""
        return at > 0 and self.tags[at - 1] == "VERB" and self.tags[at + 2 : at + 3] in _OBJECTS

    def _nominal(self, at: int, tag: str, low: str) -> Chunk:
        """A noun phrase, or a determiner or adjective that is none: "all" left, "loyal to", "neither" confirmed."""
        if tag == "DET" and at + 1 < self.size and self.tags[at + 1] in _VERBAL and self.found:
            before = self.found[-1].kind
            if before == NP or (low in ("neither", "either", "both") and before not in (SUB, REL)):
                return Chunk(ADVERB, at, at, at, low)
        phrase = self.nouns.phrase(at, self.nouns.quantifier(at) if low in QUANTIFIERS else 0)
        if phrase.possessor is None and self.tags[phrase.head] == "ADJ" and self._only_adjectives(phrase):
            phrase.kind = ADVERB
        return phrase

    def _only_adjectives(self, phrase: Chunk) -> bool:
        return all(self.tags[i] in ("ADJ", "ADV") for i in range(phrase.first, phrase.last + 1))

    def _mark(self, at: int, low: str) -> Chunk:
        if low in _QUOTES:
            quoted = self._governed(at)
            if quoted is not None:
                return quoted
            return self.nouns.phrase(at + 1) if self.nouns.opens_quoted(at) else Chunk(QUOTE, at, at, at, low)
        if low == "(":
            end = parenthesis_end(self.tokens, at, self.times)
            if end:
                return Chunk(ADVERB, at, end, at, low)
        return Chunk(COMMA if low in _DASH else OTHER, at, at, at, low)

    def _governed(self, at: int) -> Chunk | None:
        """ "accused Greece of “grave provocation”": the phrase in quotation marks that a preposition governs."""
        found = self.found
        hedged = bool(found) and self.lowers[found[-1].last + 1] == "what"  # "over what it called “lies”"
        if not found or found[-1].kind != PREP or (found[-1].last != at - 1 and not hedged):
            return None
        first = at + 1 + (self.tags[at + 1 : at + 2] == ("ADV",))  # "warned of “very severe penalties”"
        if first >= self.size or self.tags[first] not in _QUOTED:
            return None
        phrase = self.nouns.phrase(first)
        return phrase if self.tags[phrase.head] in ("NOUN", "PROPN") else None

    def _preposition(self, at: int, low: str) -> Chunk | None:
        """A preposition of several words; none where its first one is the particle of the verb before."""
        found = self.table.prepositions[low, self.lowers[at + 1]] if self._opens(at, low) else ()
        if not found:
            return None
        if at and self.tags[at - 1] == "VERB" and f"{self.tokens.lemmas[at - 1]} {low}" in self.table.particle_verbs:
            return None
        for words in found:
            last = at + len(words) - 1
            if self.lowers[at : last + 1] == words:
                if words[-1] == "to" and self.tags[last] == "PART":
                    continue  # "due to visit"
                return Chunk(PREP, at, last, at, " ".join(words))
        return None

    def _time(self, at: int) -> Chunk | None:
        """A time expression that stands alone; None where it modifies a noun ("a two-day trip")."""
        times, tags = self.times, self.tags
        number, last = times[at], at
        while last + 1 < self.size and times[last + 1] == number:
            last += 1
        after = last + 1
        if after < self.size:
            tag = tags[after]
            if tag == "PART" and self.lowers[after] in CLITIC:
                return None
            if times[after] < 0:
                if tag in ("NOUN", "ADJ") and "-" in self.tokens.words[last]:
                    return None
                if tag == "NOUN" and tags[at] == "DET" and tags[last] in ("PROPN", "NUM"):
                    return None  # "the 3-5 July visit"
        return Chunk(TIME, at, last, last)

    def _is_relative(self, at: int, low: str, tag: str) -> bool:
        """True for a pronoun that opens a relative clause, false for "that man" and questions."""
        if low == "that":
            return tag == "PRON" and at > 0 and self.tags[at - 1] in ("NOUN", "PROPN", "PUNCT", "DET", "PRON", "NUM")
        return tag != "DET" or low == "whose"

    def _stresses(self, at: int) -> bool:
        """ "had himself gone to Oslo", "will herself travel": beside the auxiliary it only stresses who does it.

        Not "had himself crowned", where it is done to him.
        """
        if self.lowers[at] not in _REFLEXIVE or self.tags[at - 1] != "AUX" or at + 1 >= self.size:
            return False
        verb = at + 1 + (self.tags[at + 1] == "ADV" and at + 2 < self.size)
        if self.tags[verb] != "VERB":
            return self.tags[verb] == "AUX"  # "had himself been to Oslo"
        lemma = self.tokens.lemmas[verb]
        own = self.tokens.lemmas[at - 1] != "have" or lemma in self.table.active or lemma in _OF_ONES_OWN
        return own or (lemma not in _MAKING_OF and self._takes_object(verb))

    def _takes_object(self, verb: int) -> bool:
        """ "has himself put off a trip": what is done to is behind the verb, so that nothing is done to him."""
        behind = verb + 1
        if behind < self.size and f"{self.tokens.lemmas[verb]} {self.lowers[behind]}" in self.table.particle_verbs:
            behind += 1
        return behind < self.size and (self.tags[behind] == "DET" or self.lowers[behind] in THEIR)

    def _verb_group(self, at: int) -> Chunk:
        """ "to", auxiliaries, adverbs and negations between them, and the main verb."""
        tags, lowers = self.tags, self.lowers
        last = head = index = at
        if tags[at] == "VERB":
            return Chunk(VG, at, at, at)
        while index < self.size:
            tag = tags[index]
            if tag == "AUX" or (index == at and tag == "PART"):
                last = head = index
            elif tag == "VERB":
                last = head = index
                break
            elif tag == "ADV" or lowers[index] in NEGATIONS or self._stresses(index):
                pass
            elif behind := self._behind_time(index, head):
                index = behind
                continue
            elif lowers[index] not in _QUOTES or not self._goes_on_behind(index):
                break
            index += 1
        return Chunk(VG, at, last, head)

    def _behind_time(self, at: int, head: int) -> int:
        """The verb of "had on Tuesday stormed", "had, late last week, left": behind a time; 0 where there is none."""
        tags, times = self.tags, self.times
        if not times or tags[head] != "AUX":
            return 0
        comma = self.lowers[at] == ","
        index = at + comma
        index += self.lowers[index : index + 1] in (("late",), ("early",))
        index += tags[index : index + 1] == ("ADP",)
        if index >= self.size or times[index] < 0:
            return 0
        number = times[index]
        while index < self.size and times[index] == number:
            index += 1
        if comma:
            index += self.lowers[index : index + 1] == (",",)
        have = self.tokens.lemmas[head] == "have" and self.tokens.features[head] != "VBN"
        told = index < self.size and tags[index] == "VERB" and self.tokens.features[index] in ("VBD", "VBN")
        return index if have and told else 0

    def _goes_on_behind(self, at: int) -> bool:
        """ "was “deeply concerned”": the verb group goes on behind the mark."""
        behind = self.tags[at + 1 : at + 3]
        return behind[:1] == ("VERB",) or behind == ("ADV", "VERB")
