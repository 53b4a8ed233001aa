"""Verb clauses: one pass over the chunks, with a stack of the clauses that are still open.

A noun phrase becomes the subject of what follows, or the object of what stands before; a finite verb takes the
subject that waits for it, on its own level or further out; commas close what was inserted. The work is linear: each
chunk is looked at once, levels are pushed and popped once, and every look ahead is bounded.
"""

from __future__ import annotations

from typing import Final

from eventx.language.clauses import gapping, inversion
from eventx.language.clauses.arguments import attach, bare_relative, cleft, is_new_subject, of_whom, owned, take_object
from eventx.language.clauses.attribution import is_inserted_speech, reported
from eventx.language.clauses.draft import Draft, Slot
from eventx.language.clauses.finite import NOBODY, is_headline_passive, place_finite
from eventx.language.clauses.level import Level
from eventx.language.clauses.nonfinite import is_awaited, place_awaited, place_nonfinite
from eventx.language.clauses.predicate import verb_draft
from eventx.language.clauses.temporal import place_time
from eventx.language.phrases import (
    ADVERB,
    COMMA,
    CONJ,
    NP,
    PASSED,
    PREP,
    QUOTE,
    REL,
    SUB,
    TIME,
    VG,
    Chunk,
    finite_follows,
    finite_verbs,
    is_finite,
    passing,
)
from eventx.lexicon.cues import cues
from eventx.lexicon.predicates import Predicates, load_predicates
from eventx.records import Tokens

_CONTENT: Final = frozenset({"that", "whether", "how", "why", "what"})
_ASKING: Final = cues("clauses", "asking")
_LASTING: Final = frozenset({"remain", "stay", "become"})  # what one stays stands where an object would
# Adverbs that a preposition may govern, so that no phrase behind them belongs to it: "From there he flew".
_WHEREABOUTS: Final = frozenset({"there", "here", "home", "abroad", "elsewhere", "afar"})


class Assembly:
    """The clauses of one sentence while they are put together.

    ``introducer`` is a preposition or conjunction before a verb without a subject ("without meeting"); ``comma`` and
    ``conjunction`` tell what stands right before the present chunk; ``early`` where a time begins that stands between
    them and the next clause ("and on Tuesday he flew"); ``absorbed`` is the "be" of a participle before it.
    """

    __slots__ = ("absorbed", "chunks", "comma", "conjunction", "drafts", "early", "headline", "introducer", "levels",
                 "lists", "quoted", "tokens")  # fmt: skip

    def __init__(self, chunks: list[Chunk], tokens: Tokens, *, headline: bool) -> None:
        self.chunks = chunks
        self.tokens = tokens
        self.headline = headline
        self.lists: Predicates = load_predicates()
        self.drafts: list[Draft] = []
        self.levels: list[Level] = [Level("main")]
        self.introducer: Chunk | None = None
        self.comma = False
        self.conjunction: Chunk | None = None
        self.early: int | None = None
        self.quoted = False
        self.absorbed = 0

    def run(self) -> list[Draft]:
        """The drafts of all verb groups."""
        chunks, index, size = self.chunks, 0, len(self.chunks)
        while index < size:
            chunk = chunks[index]
            kind = chunk.kind
            if kind == NP:
                self._noun_phrase(index, chunk)
            elif kind == VG:
                self._verb(index)
            elif kind == PREP:
                if index + 1 < size and chunks[index + 1].kind == TIME:  # "on Tuesday"
                    place_time(self, chunk, index + 2)
                    index += 2
                    continue
                index = self._preposition(index, chunk)
            elif kind in PASSED:
                self._pass(index, chunk)
                index += 1
                continue
            elif kind == COMMA:
                self._comma(index, chunk)
            elif kind == CONJ:
                self.conjunction = chunk
                index += 1
                continue
            elif kind == SUB:
                self._subordinate(index, chunk)
            elif kind == REL:
                self._relative(index, chunk)
            elif chunk.word in (";", ":", "?", "!", "...") or (chunk.word == "." and index + 2 >= size):
                self._stop(index, chunk)
            if kind != COMMA:
                self.comma = False
            self.conjunction = self.early = None
            self.quoted = False
            index += 1
        return self.drafts

    # -- marks -----------------------------------------------------------------------------------------

    def _pass(self, index: int, chunk: Chunk) -> None:
        """Adverbs, times and quotation marks belong to the clause that is open."""
        level = self.levels[-1]
        if chunk.kind == QUOTE:
            self.quoted = True
        elif chunk.kind == TIME:
            place_time(self, chunk, index + 1)
        elif self.comma and is_awaited(self, index):
            place_awaited(self, index)
        elif level.last is not None:
            last = level.last
            last.widen(chunk.first, chunk.last)
            stative = last.copula or last.lemma in _LASTING
            if stative and last.object is None and not chunk.word and chunk.kind == ADVERB and not self.comma:
                last.object = Slot(chunk)  # "is popular"

    def _comma(self, index: int, chunk: Chunk) -> None:
        """A comma ends an insertion, a clause at the start, and the reach of the verb before."""
        self.comma = True
        level = self.levels[-1]
        inserted = len(self.levels) > 1 and level.verb is not None and level.kind in ("relative", "adverbial")
        if inserted and (self.next_kind(index + 1) != VG or self.outer_waits()):
            self.levels.pop()
            level = self.levels[-1]
        if level.verb is None and level.last is not None:
            if level.subject is None:
                outer = level.last
                while outer.governor is not None:  # "After urging Rwanda to withdraw, he left"
                    outer = outer.governor
                level.dangling.append(outer)
                if outer is not level.last and level.last.subject is None:  # "Due to travel in May, he left"
                    level.dangling.append(level.last)
            level.last = None

    def _stop(self, index: int, chunk: Chunk) -> None:
        """A semicolon, colon or full stop begins a new main clause; after a colon the speaker's words follow.

        What is called out ends nothing: 'shouted "Resign!" at him on Monday'.
        """
        last = self.levels[-1].last
        behind = [c.kind for c in self.chunks[index + 1 : index + 3]]
        if chunk.word in ("!", "?") and behind[:1] == [QUOTE] and behind[1:] in ([PREP], [TIME]) and last is not None:
            return
        if chunk.word == ":" and last is not None and last.lemma in self.lists.speech:
            self.levels = [Level("complement", last)]
        else:
            self.levels = [Level("main")]
        self.comma = False

    def next_kind(self, index: int) -> str:
        """The kind of the next chunk that is no adverb, time or quotation mark."""
        index = passing(self.chunks, index)
        return self.chunks[index].kind if index < len(self.chunks) else ""

    def outer_waits(self) -> bool:
        """True when a clause further out has its subject and not yet its verb."""
        return any(level.waits for level in self.levels[:-1])

    # -- phrases ---------------------------------------------------------------------------------------

    def _preposition(self, index: int, chunk: Chunk) -> int:
        """A preposition with its phrase; the index of the last chunk taken."""
        chunks, after = self.chunks, index + 1
        if after < len(chunks) and chunks[after].kind == ADVERB:
            word = chunks[after].word
            if word in _WHEREABOUTS or (word in ("then", "now") and chunk.word in ("from", "since", "until", "till")):
                on = after + 1 < len(chunks) and chunks[after + 1].word in ("on", "onwards", "onward")
                return after + 1 if on and chunk.word == "from" else after  # "from then on"
            after += 1
        target = chunks[after] if after < len(chunks) else None
        if target is None:
            return index
        level = self.levels[-1]
        if target.kind == NP:
            if chunk.first <= (level.last.last if level.last else -1):
                return index  # the preposition belongs to the verb: "called on X"
            attach(level, Slot(target, chunk.word), chunk, self.lists, self.tokens, comma=self.comma)
            return after
        if target.kind == VG:
            self.introducer = chunk
        elif target.kind == REL:
            self._relative(after, target, chunk.word)
            return after
        elif target.kind == SUB and target.word in ("whether", "how", "what", "why"):
            return index
        return index

    def _noun_phrase(self, index: int, chunk: Chunk) -> None:
        level = self.levels[-1]
        if level.last is not None and chunk.last <= level.last.last:
            return  # "take place": part of the predicate
        verb = level.verb
        if verb is None:
            joined = self.conjunction is not None
            if level.last is not None and (joined or not is_new_subject(level, self.chunks, index, self.tokens)):
                take_object(level.last, chunk, self.lists, self.tokens)  # "the men killed in the raid"
            else:
                self._subject(level, index, chunk)
        else:
            self._after_verb(level, level.last or verb, index, chunk)

    def _subject(self, level: Level, index: int, chunk: Chunk) -> None:
        """A phrase before the verb of its clause."""
        if level.subject is None:
            level.subject = chunk
        elif self.comma:
            if finite_follows(self.chunks, index, self.tokens):
                if is_inserted_speech(self.chunks, index, self.tokens):
                    self.levels.append(Level("main", subject=chunk))
                elif not level.inner:
                    level.fronted.clear()
                    level.subject = chunk
        elif self._is_object_relative(index):
            self.levels.append(Level("relative", subject=chunk, antecedent=level.subject, gap="which"))
        elif finite_follows(self.chunks, index, self.tokens):
            level.subject = chunk

    def _is_object_relative(self, index: int) -> bool:
        """ "the plan the ministers discussed would": two phrases, then two finite verbs without a mark between."""
        follows = finite_follows(self.chunks, index, self.tokens)
        return follows and finite_verbs(self.chunks, index + 1, self.tokens) > 1

    def _after_verb(self, level: Level, draft: Draft, index: int, chunk: Chunk) -> None:
        """A phrase after the verb of its clause, of which ``draft`` takes what comes: object or next subject."""
        if index < self.absorbed:  # "Attending the talks were A and B"
            take_object(draft, chunk, self.lists, self.tokens)
            return
        follows = finite_follows(self.chunks, index, self.tokens) or (self.headline and self._future_follows(index))
        if self.comma or self.conjunction is not None:
            if follows:
                self._next_clause(level, chunk)
            elif self.comma and self._is_postposed(level, draft):
                self._postpose(draft, chunk)
            elif again := gapping.gapped(self, level, index):
                self.drafts.append(again)
                level.last = again
            return
        if self._is_postposed(level, draft):
            self._postpose(draft, chunk)
        elif follows and (bare := bare_relative(draft, self.chunks, index, self.lists, self.tokens)) is not None:
            self.levels.append(bare)
        elif follows and not self._is_object(level, draft):
            self.levels.append(Level("complement", draft, subject=chunk))
        else:
            take_object(draft, chunk, self.lists, self.tokens)
            level.last = inversion.name_first(self, draft)

    def _next_clause(self, level: Level, chunk: Chunk) -> None:
        """After a comma or "and": a clause of its own, coordinated with the present one or around it."""
        if self.conjunction is not None and level.kind in ("complement", "adverbial"):
            fresh = Level(level.kind, level.governor, subject=chunk, opener=level.opener)
            self.levels[-1] = fresh
        else:
            while len(self.levels) > 1 and not self.levels[-1].waits:
                self.levels.pop()
            if self.levels[-1].waits:
                self.levels.append(Level("main", subject=chunk))
            else:
                self.levels[-1] = Level("main", subject=chunk)
        self.levels[-1].early = self.early

    def _future_follows(self, index: int) -> bool:
        """ "Macron to visit" in the second half of a headline."""
        after = index + 1
        return (
            self.comma
            and after < len(self.chunks)
            and self.chunks[after].kind == VG
            and self.tokens.lowers[self.chunks[after].first] == "to"
        )

    def _is_object(self, level: Level, draft: Draft) -> bool:
        """True for the object of an insertion, though a finite verb follows: that is the outer clause's.

        "The general who led the coup fled"; "the demand that Syria leave the town was rejected"; "said reopening the
        line would help".
        """
        if draft.kind == "gerund" and draft.governor is not None and draft.relation == "complement":
            return draft.governor.lemma in self.lists.speech
        if draft.lemma in self.lists.speech:
            return False
        if level.kind == "complement" and level.opener is not None and level.opener.word == "that":
            return self.outer_waits()
        if level.kind != "relative":
            return False
        return self.outer_waits() or (level.governor is not None and level.governor.lemma in self.lists.speech)

    def _is_postposed(self, level: Level, draft: Draft) -> bool:
        """ "said the minister", "there were clashes", "among the dead were two children"."""
        if draft is not level.verb or draft.subject is not None:
            return False
        return draft.kind == "finite" and draft.lemma != "let"

    def _postpose(self, draft: Draft, chunk: Chunk) -> None:
        """The phrase is the subject of the verb before it."""
        draft.subject = Slot(chunk)
        draft.widen(chunk.first, chunk.last)
        inversion.name_those(self, draft, chunk)
        gapping.echo(self.levels[-1], draft)
        if self.tokens.lowers[chunk.first] in NOBODY:
            draft.negated = True

    # -- openers ---------------------------------------------------------------------------------------

    def _subordinate(self, index: int, chunk: Chunk) -> None:
        """A conjunction opens a clause, unless a verb without subject follows ("while visiting")."""
        after = passing(self.chunks, index + 1)
        if after < len(self.chunks) and self.chunks[after].kind == VG:
            follows = self.chunks[after]
            if not is_finite(follows, self.tokens):
                self.introducer = chunk
                return
        level = self.levels[-1]
        governor = level.last or level.verb or (self.drafts[-1] if self.drafts and not level.waits else None)
        content = chunk.word in _CONTENT or (chunk.word == "if" and self._asks(governor))
        kind = "complement" if content else "adverbial"
        if governor is not None and governor.reports == "before" and self.comma and not content:
            governor = reported(self.drafts, governor)  # "shot six people, medics said, as thousands marched"
        described = governor is not None and governor.relation == "participle" and governor.voice == "passive"
        if described and self.comma and not content:
            governor = level.verb or governor  # "doubled aid to areas hit by floods, as rain fell"
        self.levels.append(Level(kind, governor, opener=chunk))

    def _asks(self, governor: Draft | None) -> bool:
        return governor is not None and governor.lemma in _ASKING

    def _relative(self, index: int, chunk: Chunk, preposition: str = "") -> None:
        """A relative pronoun: the clause is about the phrase before it."""
        about, preposition = of_whom(self.chunks, index, preposition, self.tokens)
        level = self.levels[-1]
        governor = level.last or level.verb
        if about is None:
            self.levels.append(Level("complement", governor, opener=chunk))
            return
        if self.chunks[index - 1] is about:
            about = owned(about, chunk.word, self.lists, self.tokens)
        if chunk.word == "that" and governor is not None:
            preposition = preposition or cleft(governor, about, self.tokens)
        fresh = Level("relative", governor, antecedent=about, gap=preposition or chunk.word)
        if level.kind == "relative" and level.verb is not None and not self.outer_waits() and self.conjunction is None:
            self.levels[-1] = fresh
        else:
            self.levels.append(fresh)

    # -- verbs -----------------------------------------------------------------------------------------

    def _verb(self, index: int) -> None:
        chunk, tokens = self.chunks[index], self.tokens
        level = self.levels[-1]
        if inversion.put_before_subject(self, level, index, chunk):
            return
        if self.absorbed and index == self.absorbed:
            return
        self.absorbed = inversion.fronted_participle(self, level, index)
        if self.absorbed:
            place_finite(self, draft := inversion.participle_draft(self, index), index)
            self.drafts.append(draft)
            return
        inverted = level.inverted if level.inverted and level.waits else ()
        draft = verb_draft(self.chunks, index, tokens, [i for i in inverted if tokens.tags[i] == "AUX"])
        if inverted:
            level.inverted = ()
            draft.kind = "finite"
            draft.negated = draft.negated or any(tokens.lowers[i] in ("n't", "not") for i in inverted)
            draft.negated = draft.negated or inversion.negative_opening(self, chunk)
        if draft.kind == "finite" or is_headline_passive(self, draft, level):
            place_finite(self, draft, index)
        else:
            place_nonfinite(self, draft, index)
        if self.conjunction is not None and self.conjunction.word == "nor":
            draft.negated = True
        self.drafts.append(draft)
        self.introducer = None
