"""Filling the roles of a frame from a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from eventx.frames.model import CLASSES, Role, RoleSource
from eventx.records import Argument, Clause, Mention, MentionKind, Sector, Span


@frozen(slots=True)
class Scene:
    """A clause with its sentence's clauses and mentions."""

    clause: Clause
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]

    @property
    def governor(self) -> Clause | None:
        """The clause that this one depends on."""
        return self.clauses[self.clause.governor] if self.clause.governor is not None else None


def arguments(clause: Clause, source: RoleSource) -> Iterator[Argument]:
    """The arguments of a clause in a slot, read in the active voice."""
    passive = clause.form == "verb" and clause.voice == "passive"
    if source.slot == "prep":
        yield from (
            c
            for c in clause.complements
            if c.preposition in source.prepositions and not (passive and c.preposition == "by")
        )
        return
    chosen: Argument | None = None
    if source.slot == "subject":
        chosen = clause.complement("by") if passive else clause.subject
    elif source.slot == "object":
        chosen = (clause.object if clause.subject is None else clause.subject) if passive else clause.object
    elif source.slot == "indirect":
        chosen = clause.indirect
    elif source.slot == "possessor" and clause.subject is not None and clause.subject.preposition in ("'s", "by"):
        chosen = clause.subject
    if chosen is not None:
        yield chosen


def fillers(scene: Scene, role: Role) -> list[Mention]:
    """The mentions that fill a role, from the first source that gives any."""
    for source in role.sources:
        found = [m for m in _of_source(scene, source) if admits(m, role.classes)]
        if found:
            return found
    return []


def _of_source(scene: Scene, source: RoleSource) -> Iterator[Mention]:
    if source.slot.startswith("governor."):
        governor = scene.governor
        if governor is not None:
            inner = RoleSource(source.slot.removeprefix("governor."))
            for argument in arguments(governor, inner):
                yield from mentions_of(argument, scene.mentions)
        return
    if source.slot == "embedded":
        yield from _embedded(scene)
        return
    if source.slot == "modifier":
        yield from _modifiers(scene)
        return
    for argument in arguments(scene.clause, source):
        yield from mentions_of(argument, scene.mentions)


def _embedded(scene: Scene) -> Iterator[Mention]:
    """Whoever takes part in what is threatened, demanded or promised, but the one who does so."""
    at = scene.clauses.index(scene.clause)
    own = {
        m.actor.key
        for a in arguments(scene.clause, RoleSource("subject"))
        for m in mentions_of(a, scene.mentions)
        if m.actor
    }
    for other in scene.clauses:
        if other.governor != at or other.relation not in ("complement", "object", "purpose"):
            continue
        for source in _EMBEDDED:
            for argument in arguments(other, source):
                for mention in mentions_of(argument, scene.mentions):
                    if mention.actor is None or mention.actor.key not in own:
                        yield mention


_EMBEDDED = (
    RoleSource("subject"),
    RoleSource("object"),
    RoleSource(
        "prep",
        (
            "against",
            "with",
            "to",
            "on",
            "from",
            "of",
            "for",
            "at",
            "over",
            "into",
            "between",
            "toward",
            "towards",
            "in",
        ),
    ),
)


def mentions_of(argument: Argument, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that fill an argument, one a conjunct.

    The outermost mention at the conjunct's head; where the head is none ("Israeli strikes"), the country that
    possesses or modifies it.
    """
    found: list[Mention] = []
    spans = argument.conjuncts or (argument.span,)
    for number, span in enumerate(spans):
        head = argument.head if span.contains(argument.head) else None
        best = _at_head(span, head, mentions) or (_owner(span, head, mentions) if number == 0 else None)
        if best is not None and best not in found:
            found.append(best)
    return found


def _at_head(span: Span, head: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    inside = [m for m in mentions if span.overlaps(m.span)]
    if head is not None:
        inside = [
            m for m in inside if m.head.overlaps(head) or (m.span.contains(head) and m.kind is not MentionKind.DEMONYM)
        ]
    elif inside:
        ends = [m for m in inside if m.span.end >= span.end - 1] or [
            m for m in inside if m.span.start <= span.start + 5
        ]
        inside = ends
    return max(inside, key=lambda m: (m.actor is not None or bool(m.members), len(m.span)), default=None)


def _owner(span: Span, head: Span | None, mentions: Sequence[Mention]) -> Mention | None:
    """The possessor or national adjective before the head."""
    limit = head.start if head is not None else span.end
    before = [m for m in mentions if span.contains(m.span) and m.span.end <= limit and m.actor is not None]
    return before[0] if before else None


def _modifiers(scene: Scene) -> Iterator[Mention]:
    """National adjectives and names right before a noun predicate: "Israeli strikes", "a NATO summit"."""
    clause = scene.clause
    if clause.form != "noun":
        return
    near = [
        m
        for m in scene.mentions
        if clause.extent.start <= m.span.start
        and m.span.end <= clause.head.start
        and clause.head.start - m.span.end <= 25
        and m.actor
    ]
    if near and clause.subject is None:
        yield near[-1]


def admits(mention: Mention, classes: Sequence[str]) -> bool:
    """True when the mention can fill a role that is limited to the classes (none: anybody who acts)."""
    if mention.members:
        return True
    actor = mention.actor
    if actor is None:
        return False
    if not classes or "any" in classes:
        return True
    sector = actor.sector.value if actor.sector else None
    if mention.kind in (MentionKind.COUNTRY, MentionKind.DEMONYM):
        sector = sector or Sector.GOV.value
    return any(sector in CLASSES.get(name, frozenset({name})) for name in classes)
