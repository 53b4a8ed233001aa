"""Who receives: the mentions in the slots of a host, and whoever invites."""

from __future__ import annotations

from typing import Final

from eventx import Mention
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import PERSONS


def hosts_of(scene: Scene, pattern: Pattern) -> list[Mention]:
    """Who receives, in text order."""
    found: list[Mention] = []
    for slot in pattern.host:
        for argument in arguments(scene.clause, slot):
            found.extend(m for m in heads(argument, scene.mentions) if m.actor is not None and m not in found)
            if not found and slot == "subject" and argument.lemma.lower() in ("it", "they"):
                found.extend(m for a in arguments(scene.clause, "source") for m in heads(a, scene.mentions) if m.actor)
    if pattern.name == "invite" and not found:
        found = _who_invites(scene)
    if scene.clause.form == "noun":  # "a State Visit hosted by the King and the Queen"
        for other in scene.told_of():
            if other.lemma == "host" and other.voice == "passive":
                agents = [m for a in arguments(other, "subject") for m in heads(a, scene.mentions)]
                found.extend(m for m in agents if m.actor is not None and m not in found)
    return found


def _who_invites(scene: Scene) -> list[Mention]:
    """The king, in "accepted the king's invitation to watch the parade", "an invitation of the king": to him."""
    taken = scene.clause.object
    if taken is None or taken.lemma != "invitation" or scene.clause.voice != "active":
        return []
    errands = [c for c in scene.dependents("complement", "purpose") if c.form == "verb" and not c.tense]
    if any(c.lemma not in _REASONS_TO_COME and c.lemma not in scene.lexicon.verbs for c in errands):
        return []  # "accepted Russia's invitation to join the alliance"
    return [m for m in scene.mentions if taken.span.contains(m.span) and m.kind in PERSONS and m.actor is not None]


_REASONS_TO_COME: Final = words_of("reasons_to_come")
