"""Basic and complex phrases: noun phrases, verb groups, prepositions and the marks between them.

The first level of the cascade. A sentence's tokens become a flat row of chunks; noun phrases take in their
determiners, modifiers, possessors, "of" phrases, appositions and coordinations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from eventx.lexicon.words import Words, load_words
from eventx.records import Span, TimeExpression, Tokens

NP, VG, PREP, CONJ, SUB, REL, COMMA, TIME, OTHER, ADVERB, QUOTE = (
    "NP", "VG", "PREP", "CONJ", "SUB", "REL", "COMMA", "TIME", "OTHER", "ADVERB", "QUOTE",
)  # fmt: skip

_POSSESSIVE = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "where", "when", "whose"})
_CLITIC = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_DASH = frozenset({"-", "–", "—", "--", "("})
_TIME_WORDS = frozenset(
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
        "tonight", "week", "month", "year", "weekend", "january", "february", "june", "july", "august", "september",
        "october", "november", "december", "morning", "evening", "afternoon", "night", "weeks", "months", "years",
        "days",
    ]
)  # fmt: skip


class Chunk(NamedTuple):
    """A run of tokens ``first`` to ``last`` (inclusive) of one kind.

    For a noun phrase: ``head`` is its head token, ``possessor`` the token range of its possessor, ``parts`` the
    token ranges (first, last, head) of its conjuncts. For a preposition, ``word`` is the whole of it.
    """

    kind: str
    first: int
    last: int
    head: int
    word: str = ""
    possessor: tuple[int, int] | None = None
    parts: tuple[tuple[int, int, int], ...] = ()


def chunk(tokens: Tokens, times: Sequence[TimeExpression]) -> list[Chunk]:
    """The chunks of a sentence, complex noun phrases built."""
    basic = _Chunker(tokens, _time_tokens(tokens, times)).run()
    return _coordinated(_appositions(_with_of(basic, tokens), tokens), tokens)


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


def _with_of(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """Noun phrases with their "of" phrases: "the president of Ghana"; the head stays."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind == NP and tokens.tags[chunk.head] != "PRON":
            while index + 2 < len(chunks) and chunks[index + 1].kind == PREP and chunks[index + 1].word == "of":
                inner = chunks[index + 2]
                if inner.kind not in (NP, TIME):
                    break
                chunk = chunk._replace(last=inner.last, parts=((chunk.first, inner.last, chunk.head),))
                index += 2
                chunk, index = _of_joined(chunk, chunks, index, tokens)
        out.append(chunk)
        index += 1
    return out


def _of_joined(chunk: Chunk, chunks: list[Chunk], index: int, tokens: Tokens) -> tuple[Chunk, int]:
    """ "the presidents of Ghana and Senegal": a plural head keeps what is joined inside its "of" phrase."""
    if tokens.features[chunk.head] != "P":
        return chunk, index
    while index + 2 < len(chunks):
        mark, nxt = chunks[index + 1], chunks[index + 2]
        joins = mark.kind == CONJ and mark.word in ("and", "or")
        lists = mark.kind == COMMA and any(c.kind == CONJ for c in chunks[index + 2 : index + 8 : 1][1:4])
        if nxt.kind != NP or not (joins or lists) or tokens.tags[nxt.first] != "PROPN":
            return chunk, index
        chunk = chunk._replace(last=nxt.last, parts=((chunk.first, nxt.last, chunk.head),))
        index += 2
        if joins:
            return chunk, index
    return chunk, index


def _appositions(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """A name and its description between commas are one phrase with the name as its head."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind == NP and index + 2 < len(chunks) and chunks[index + 1].word == ",":
            nxt = chunks[index + 2]
            closes = (
                index + 3 >= len(chunks)
                or chunks[index + 3].word in (",", ".", ";")
                or (chunks[index + 3].kind in (VG, OTHER))
            )
            fronted = index == 1 and chunks[0].kind == PREP  # "According to the daily, Ada Oduya resigned"
            if nxt.kind == NP and closes and not fronted and _describes(chunk, nxt, tokens):
                name = nxt if _is_name(nxt, tokens) and not _is_name(chunk, tokens) else chunk
                end = index + 3 if index + 3 < len(chunks) and chunks[index + 3].word == "," else index + 2
                if end == index + 3 and _list_goes_on(chunks, index + 4):
                    out.append(chunk)
                    index += 1
                    continue
                joined = Chunk(
                    NP,
                    chunk.first,
                    nxt.last,
                    name.head,
                    possessor=chunk.possessor,
                    parts=((chunk.first, nxt.last, name.head),),
                )
                out.append(joined)
                index = end + 1
                continue
        out.append(chunk)
        index += 1
    return out


def _list_goes_on(chunks: list[Chunk], index: int) -> bool:
    """True when what looked like an apposition is the middle of a list ("A, the B, and C")."""
    return index < len(chunks) and chunks[index].kind == CONJ


def _is_name(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a phrase that is headed by a proper name of a person or place, not by an office."""
    return tokens.tags[chunk.head] == "PROPN" and tokens.tags[chunk.first] == "PROPN"


def _describes(one: Chunk, other: Chunk, tokens: Tokens) -> bool:
    """True for "Ada Oduya, the foreign minister" and "the foreign minister, Ada Oduya"."""
    a, b = _is_name(one, tokens), _is_name(other, tokens)
    if a == b:
        return False
    described = other if a else one
    low = tokens.lowers[described.first]
    if tokens.tags[described.head] not in ("NOUN", "PROPN"):
        return False
    if a and low in ("the", "a", "an", "his", "her", "their", "its"):
        return True
    if (not a and low in ("the", "his", "her", "its", "their")) or described.possessor is not None:
        return True
    return a and tokens.tags[described.first] in ("PROPN", "ADJ", "NOUN") and tokens.tags[described.head] == "NOUN"


def _coordinated(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """ "A, B and C" as one phrase of three conjuncts, where no verb follows that needs the last as its subject."""
    out: list[Chunk] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if chunk.kind != NP:
            out.append(chunk)
            index += 1
            continue
        parts, end = list(chunk.parts), index
        while True:
            joined = _join(chunks, end, tokens, subject=not _verb_before(out))
            if joined is None:
                break
            members, end = joined
            for member in members:
                parts.extend(chunks[member].parts)
        last = chunks[end].last
        out.append(chunk._replace(last=max(last, chunk.last), parts=tuple(parts)))
        index = end + 1
    return out


def _verb_before(out: list[Chunk]) -> bool:
    """True when a finite-looking verb group stands before in this clause."""
    for chunk in reversed(out):
        if chunk.kind == VG:
            return True
        if chunk.kind in (SUB, REL) or chunk.word in (";", ":"):
            return False
    return False


def _join(chunks: list[Chunk], at: int, tokens: Tokens, *, subject: bool) -> tuple[list[int], int] | None:
    """The members that a coordination adds after chunk ``at``, and where it ends; None without one."""
    members: list[int] = []
    index = at
    while index + 2 < len(chunks) and chunks[index + 1].word == "," and chunks[index + 2].kind == NP:
        members.append(index + 2)
        index += 2
    if members and index + 3 < len(chunks) and chunks[index + 1].word == "," and chunks[index + 2].kind == CONJ:
        index += 1
    if (
        index + 2 >= len(chunks)
        or chunks[index + 1].kind != CONJ
        or chunks[index + 1].word not in ("and", "or", "&", "plus")
    ):
        return None
    last = index + 2
    if chunks[last].kind == ADVERB and last + 1 < len(chunks):
        last += 1
    if chunks[last].kind != NP:
        return None
    follows = last + 1
    while follows < len(chunks) and chunks[follows].kind in (ADVERB, TIME):
        follows += 1
    if follows < len(chunks) and chunks[follows].kind == VG and not subject and _finite(chunks[follows], tokens):
        return None
    return [*members, last], last


def _finite(chunk: Chunk, tokens: Tokens) -> bool:
    """True for a verb group that needs a subject of its own."""
    first = chunk.first
    return tokens.lowers[first] != "to" and tokens.features[first] not in ("VBG", "VBN")


_SUBORDINATING = frozenset({"after", "before", "since", "until", "till", "as", "than"})


def subordinated(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """ "before the president visits": a preposition before the subject of a finite verb is a conjunction."""
    out = list(chunks)
    for at, chunk in enumerate(chunks):
        if chunk.kind != PREP or chunk.word not in _SUBORDINATING or at + 2 >= len(chunks) or chunks[at + 1].kind != NP:
            continue
        index = at + 2
        while index + 1 < len(chunks) and chunks[index].kind == PREP and chunks[index + 1].kind == NP:
            index += 2
        while index < len(chunks) and chunks[index].kind in (ADVERB, TIME):
            index += 1
        if index < len(chunks) and chunks[index].kind == VG and _finite(chunks[index], tokens):
            out[at] = chunk._replace(kind=SUB)
    return out


def span_of(tokens: Tokens, first: int, last: int) -> Span:
    """The characters of tokens ``first`` to ``last``."""
    return Span(tokens.starts[first], tokens.ends[last])
