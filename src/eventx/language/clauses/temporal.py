"""Times in a sentence: whether they belong to the clause that is open or to the one that comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventx.language.clauses.arguments import take_object
from eventx.language.phrases import NP, TIME, VG, Chunk, finite_follows, is_finite, passing

if TYPE_CHECKING:
    from eventx.language.clauses.assembly import Assembly
    from eventx.language.clauses.draft import Draft

_ABLE: Final = frozenset({"capable", "incapable", "able", "unable"})
_GIVING: Final = frozenset({"give", "allow", "grant"})


def place_time(work: Assembly, chunk: Chunk, after: int) -> None:
    """A time belongs to the clause that is open, or to the one that comes: "and on Tuesday he flew".

    ``chunk`` is where it begins, ``after`` the index of the chunk behind it.
    """
    level = work.levels[-1]
    if level.last is not None and _is_given(work, level.last, chunk):
        take_object(level.last, chunk, work.lists, work.tokens)
    elif level.last is None:
        if not level.waits and level.early is None:
            level.early = chunk.first
    elif (work.comma or work.conjunction is not None) and _leads(work, after):
        work.early = chunk.first if work.early is None else work.early
    else:
        # "tested a missile able to hit the coast on Monday": the test was on Monday
        able = level.last.first > 1 and work.tokens.lowers[level.last.first - 2] in _ABLE
        told = level.verb if able and level.verb is not None else level.last
        told.widen(chunk.first, work.chunks[after - 1].last)


def _is_given(work: Assembly, verb: Draft, time: Chunk) -> bool:
    """ "gave the rebels ten days to withdraw": time itself is what they get; not "gave them arms two weeks ago"."""
    if time.kind != TIME or verb.lemma not in _GIVING or verb.indirect is not None:
        return False
    tokens, given = work.tokens, verb.object
    if given is None and verb.voice != "passive":
        return False
    counted = tokens.tags[time.first] == "NUM" or tokens.lowers[time.first] in ("a", "an", "one")
    last = verb.last if given is None else -1 if given.via else given.chunk.last
    behind = last == time.first - 1
    return counted and behind and tokens.lemmas[time.last] in work.lists.units


def _leads(work: Assembly, index: int) -> bool:
    """True where a clause begins: a phrase with its finite verb, or after "and" a verb."""
    chunks = work.chunks
    index = passing(chunks, index)
    if index >= len(chunks):
        return False
    if chunks[index].kind == VG:
        return work.conjunction is not None and is_finite(chunks[index], work.tokens)
    return chunks[index].kind == NP and finite_follows(chunks, index, work.tokens)
