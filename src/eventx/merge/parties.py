"""Whether two records have the same parties."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from eventx.lexicon.cues import cues
from eventx.merge.names import same_name
from eventx.merge.verdict import Verdict
from eventx.records import Actor, Sector

_RULING: Final = frozenset({Sector.GOV, Sector.MIL, Sector.COP, Sector.LEG, Sector.JUD})
_DEFYING: Final = frozenset({Sector.REB, Sector.OPP})
_GOVERNED: Final = frozenset({Sector.CVL, Sector.MED, Sector.NGO, Sector.BUS})
_LAWMAKER: Final = cues("merge", "lawmakers")
# Words that name nobody: the same word is no sign of the same party.
_PRONOUNS: Final = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "who", "which", "that", "one", "others",
     "his", "its", "their", "our", "himself", "herself", "themselves", "this", "these", "those", "some", "many", "both"}
)  # fmt: skip


def parties(one: Sequence[Actor], other: Sequence[Actor], *, whole: bool = False) -> Verdict:
    """Agree where a party is on both sides; with ``whole`` all parties of one must be among the other's."""
    if not one or not other:
        return Verdict.UNKNOWN
    if whole and not (all_among(one, other) or all_among(other, one)):
        return Verdict.CONTRADICT
    named_one, named_other = [a for a in one if a.name], [a for a in other if a.name]
    if named_one and named_other:
        if share_a_name(one, other):
            return Verdict.AGREE
        if all(a.role and b.role for a in named_one for b in named_other):
            return Verdict.CONTRADICT  # two different persons
    if any(a.country and a.country == b.country and not _opposed(a, b) for a in one for b in other):
        return Verdict.AGREE
    if all(a.country for a in (*one, *other)):
        return Verdict.CONTRADICT
    return Verdict.AGREE if any(_same_words(a, b) for a in one for b in other) else Verdict.UNKNOWN


def share_a_name(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """True when somebody who has a name is on both sides."""
    return any(_same_actor(a, b) for a in one for b in other)


def alike_abroad(some: Sequence[Actor], others: Sequence[Actor], homes: Set[str | None]) -> bool:
    """True when a party is on both sides by name, by its words, or by a country that is none of ``homes``.

    That two parties are of the country of those who act tells nothing: a leader praises many at home.
    """
    return share_a_name(some, others) or any(
        _same_words(a, b) or (a.country and a.country == b.country and a.country not in homes and not _opposed(a, b))
        for a in some
        for b in others
    )


def all_among(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """True when each of the first can be one of the others: the same person, or of the same country."""
    return all(any(_may_be(a, b) for b in others) for a in some)


def speak_apart(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """True for a lawmaker by name and several without, or their chamber: each speaks for itself."""
    return any(
        all(_is_lawmaker(a) for a in named) and all(a.sector is Sector.LEG and not _is_single(a) for a in many)
        for named, many in ((some, others), (others, some))
        if named and many
    )


def of_one_kind(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """True when a party may be on both sides by more than its country: by name, or as the same kind of party."""
    return share_a_name(some, others) or any(
        (a.country == b.country if a.country and b.country else _same_words(a, b))
        and (a.sector == b.sector or a.sector is None or b.sector is None or {a.sector, b.sector} <= _RULING_BODIES)
        for a in some
        for b in others
    )


_RULING_BODIES: Final = frozenset({Sector.GOV, Sector.MIL, Sector.COP})


def _may_be(one: Actor, other: Actor) -> bool:
    if one.country and other.country:
        two_persons = one.name and other.name and one.role and other.role
        return one.country == other.country and not (two_persons and not _same_actor(one, other))
    if one.name and other.name:
        return same_name(one.name, other.name)
    return _same_words(one, other)


def _same_words(one: Actor, other: Actor) -> bool:
    """True for parties that the text calls by the same words, which are no pronoun; never those of two countries."""
    word = one.text.lower()
    apart = one.country and other.country and one.country != other.country
    return bool(word) and word == other.text.lower() and word not in _PRONOUNS and not apart


def _opposed(one: Actor, other: Actor) -> bool:
    """True for those who rule and those who fight or oppose them: what rebels do, their country's army does not.

    So are a government and the people, where neither is named: a private person may hold an office elsewhere.
    """
    apart = _DEFYING if one.name or other.name else _DEFYING | _GOVERNED
    return any(a.sector in _RULING and b.sector in apart for a, b in ((one, other), (other, one)))


def _is_lawmaker(actor: Actor) -> bool:
    return actor.sector is Sector.LEG and bool(actor.name and actor.role)


def _is_single(actor: Actor) -> bool:
    return _is_lawmaker(actor) or actor.text.lower().rsplit(" ", 1)[-1] in _LAWMAKER


def _same_actor(one: Actor, other: Actor) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return bool(one.name and other.name and same_name(one.name, other.name))
