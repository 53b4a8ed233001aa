"""Basic phrases: noun phrases with determiners, modifiers and possessors, verb groups, prepositions, marks."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.language.phrases.chunk import ADVERB, COMMA, CONJ, NP, OTHER, PREP, QUOTE, REL, SUB, TIME, VG, Chunk
from eventx.lexicon.words import Words, load_words
from eventx.records import TimeExpression, Tokens

_POSSESSIVE = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "where", "when", "whose"})
_CLITIC = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_DASH = frozenset({"-", "–", "—", "--", "("})


def basic_phrases(tokens: Tokens, times: Sequence[TimeExpression]) -> list[Chunk]:
    """The basic chunks of a sentence, in text order."""
    return _Chunker(tokens, _time_tokens(tokens, times)).run()


def _time_tokens(tokens: Tokens, times: Sequence[TimeExpression]) -> list[int]:
    """For each token the number of the time expression that it lies in, or -1."""
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


class _Chunker:
    """One left-to-right pass over a sentence."""

    __slots__ = ("at", "found", "size", "table", "times", "tokens")

    def __init__(self, tokens: Tokens, times: list[int]) -> None:
        self.tokens = tokens
        self.times = times
        self.table: Words = load_words()
        self.size = len(tokens)
        self.at = 0
        self.found: list[Chunk] = []

    def run(self) -> list[Chunk]:
        """All chunks."""
        while self.at < self.size:
            chunk = self._next()
            self.found.append(chunk)
            self.at = chunk.last + 1
        return self.found

    def _next(self) -> Chunk:
        at, tokens = self.at, self.tokens
        tag, low = tokens.tags[at], tokens.lowers[at]
        phrase = self._preposition(at, low)
        if phrase is not None:
            return phrase
        if self.times[at] >= 0:
            time = self._time(at)
            if time is not None:
                return time
        if tag in {"AUX", "VERB"}:
            return self._verb_group(at)
        if tag == "PART" and low == "to" and at + 1 < self.size:
            return self._verb_group(at)
        if low in _RELATIVE and tag in ("PRON", "SCONJ", "DET") and self._is_relative(at, low):
            return Chunk(REL, at, at, at, low)
        if tag in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"):
            return self._noun_phrase(at)
        if tag == "ADP":
            return Chunk(PREP, at, at, at, low)
        if tag == "CCONJ":
            return Chunk(CONJ, at, at, at, low)
        if tag == "SCONJ":
            return Chunk(SUB, at, at, at, low)
        if tag == "ADV":
            return Chunk(ADVERB, at, at, at, low)
        if low == ",":
            return Chunk(COMMA, at, at, at, low)
        if low in ('"', "“", "”", "‘", "«", "»"):
            return Chunk(QUOTE, at, at, at, low)
        return Chunk(COMMA if low in _DASH or low == ")" else OTHER, at, at, at, low)

    def _preposition(self, at: int, low: str) -> Chunk | None:
        """A preposition of several words; none where its first one is the particle of the verb before."""
        if (
            at
            and self.tokens.tags[at - 1] == "VERB"
            and f"{self.tokens.lemmas[at - 1]} {low}" in self.table.particle_verbs
        ):
            return None
        for words in self.table.prepositions.get(low, ()):
            if self.tokens.lowers[at : at + len(words)] == words:
                if words[-1] == "to" and self.tokens.tags[at + len(words) - 1] == "PART":
                    continue  # "due to visit"
                return Chunk(PREP, at, at + len(words) - 1, at, " ".join(words))
        return None

    def _time(self, at: int) -> Chunk | None:
        """A time expression that stands alone; None where it modifies a noun ("a two-day trip")."""
        number, last = self.times[at], at
        while last + 1 < self.size and self.times[last + 1] == number:
            last += 1
        if last + 1 < self.size:
            low, tag = self.tokens.lowers[last + 1], self.tokens.tags[last + 1]
            if low in _CLITIC and tag == "PART":
                return None
            if tag in ("NOUN", "ADJ") and self.times[last + 1] < 0 and "-" in self.tokens.words[last]:
                return None
            if tag == "NOUN" and self.times[last + 1] < 0 and self._names_event(last + 1):
                return None
        return Chunk(TIME, at, last, last)

    def _names_event(self, at: int) -> bool:
        """ "the June 18 summit": a noun right after a date takes it in, when a determiner stands before."""
        index = self.at - 1
        return index >= 0 and self.tokens.tags[index] in ("DET", "ADJ", "PART") and at == self._after_time()

    def _after_time(self) -> int:
        index = self.at
        while index < self.size and self.times[index] >= 0:
            index += 1
        return index

    def _is_relative(self, at: int, low: str) -> bool:
        """True for a pronoun that opens a relative clause, false for "that man" and questions."""
        if low == "that":
            return self.tokens.tags[at] in ("PRON", "SCONJ") and at > 0 and self.tokens.tags[at - 1] in (
                "NOUN", "PROPN", "PUNCT",
            ) and self.tokens.tags[at] == "PRON"  # fmt: skip
        return low != "when"

    def _verb_group(self, at: int) -> Chunk:
        """ "to", auxiliaries, adverbs and negations between them, and the main verb."""
        tags, lowers = self.tokens.tags, self.tokens.lowers
        last = head = at
        index = at
        main = -1
        while index < self.size:
            tag = tags[index]
            if tag == "AUX" or (tag == "PART" and lowers[index] == "to" and index == at):
                last = head = index
            elif tag == "VERB" and main < 0:
                last = head = main = index
                break
            elif tag == "ADV" or lowers[index] in ("not", "n't", "n’t"):
                pass
            else:
                break
            index += 1
        return Chunk(VG, at, last, head)

    def _noun_phrase(self, at: int) -> Chunk:
        """Determiner or possessor, modifiers, head; a possessive mark goes on to the next noun."""
        tags, lowers, words = self.tokens.tags, self.tokens.lowers, self.tokens.words
        first = index = at
        head = -1
        possessor: tuple[int, int] | None = None
        if lowers[at] in _POSSESSIVE and tags[at] == "PRON":
            possessor = (at, at)
            index += 1
        elif tags[at] == "PRON":
            return Chunk(NP, at, at, at, possessor=None, parts=((at, at, at),))
        while index < self.size:
            tag, low = tags[index], lowers[index]
            if self.times[index] >= 0 and index > first and self._splits(index, head):
                break
            if tag in ("NOUN", "PROPN"):
                head = index
            elif tag in ("DET", "ADJ", "NUM"):
                if tag == "DET" and head >= 0:
                    break
                if tag == "NUM" and head >= 0 and (tags[index - 1] == "NOUN" or low.isalpha()):
                    break
                if head >= 0 and tag == "ADJ" and not self._noun_ahead(index):
                    break
            elif tag == "PART" and low in _CLITIC and head >= 0:
                possessor = (first, index - 1)
                head = -1
            elif (
                (tag == "VERB" and self._modifies(index, head))
                or (tag == "CCONJ" and self._joins_modifiers(index, head))
                or (tag == "ADV" and head < 0 and index + 1 < self.size and tags[index + 1] in ("ADJ", "NUM"))
                or (words[index] in ("-", "–") and index + 1 < self.size and tags[index + 1] == "PROPN" and head >= 0)
            ):
                pass
            else:
                break
            index += 1
        last = index - 1
        if head < 0:
            if possessor is not None and possessor != (at, at):  # "at St. Mary's": the possessor is all
                last, head, possessor = max(possessor[1], at), possessor[1], None
            else:
                head = last = max(last, at)
        else:
            last = max(head, last) if tags[last] in ("NOUN", "PROPN", "NUM") else head
        return Chunk(NP, first, last, head, possessor=possessor, parts=((first, last, head),))

    def _splits(self, index: int, head: int) -> bool:
        """True where a time expression begins that is no modifier: "visit Rome Tuesday"."""
        if head < 0:
            return False
        after = index
        while after < self.size and self.times[after] == self.times[index]:
            after += 1
        if after < self.size and self.tokens.tags[after] == "PART" and self.tokens.lowers[after] in _CLITIC:
            return False
        return not (
            after < self.size
            and self.tokens.tags[after] in ("NOUN", "PROPN")
            and self.times[after] < 0
            and "-" in self.tokens.words[after - 1]
        )

    def _noun_ahead(self, index: int) -> bool:
        """True when only modifiers stand between here and a noun."""
        for at in range(index + 1, min(index + 4, self.size)):
            if self.tokens.tags[at] in ("NOUN", "PROPN"):
                return True
            if self.tokens.tags[at] not in ("ADJ", "NUM"):
                return False
        return False

    def _modifies(self, index: int, head: int) -> bool:
        """A participle between determiner and noun ("the visiting minister")."""
        if head >= 0 or index == self.at or self.tokens.features[index] not in ("VBG", "VBN"):
            return False
        return self.tokens.tags[index - 1] in ("DET", "ADJ", "ADV") and self._noun_ahead(index)

    def _joins_modifiers(self, index: int, head: int) -> bool:
        """ "political and economic talks", "Deputy Prime Minister and Minister of X Y": a join inside the phrase."""
        tags = self.tokens.tags
        if index + 1 >= self.size or index == self.at:
            return False
        before, after = tags[index - 1], tags[index + 1]
        if head < 0:
            return before == "ADJ" and after == "ADJ" and self._noun_ahead(index)
        return False
