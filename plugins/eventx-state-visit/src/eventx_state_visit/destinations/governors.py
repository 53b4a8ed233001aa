"""Destinations by the verb or noun above a clause: "the talks will take him to Oslo", "picked Peru for his trip"."""

from __future__ import annotations

import re
from typing import Final

from eventx import MentionKind
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.clause.ties import picks
from eventx_state_visit.destinations.places import Destination, destinations_in, home_of_those, located
from eventx_state_visit.lexicon import words_of

_LEG: Final = re.compile(r"\b(?:leg|stop|stage) (?:of|on|in) (?:a|an|the|his|her|its|their)\b[^.;:,]*$")
_READIES: Final = ("prepare", "for")


def of_who_ends(scene: Scene, origin: str | None) -> list[Destination]:
    """ "Turkey has scrapped a visit by Sweden's defence minister": the country that will not have the visitor."""
    tie = scene.tie
    if tie.governor is None or tie.relation != "object" or origin is None:
        return []
    if scene.lexicon.carriers.get(tie.governor.lemma) not in ("cancelled", "postponed", "denied"):
        return []
    named = [m for a in arguments(tie.governor, "subject") for m in heads(a, scene.mentions)]
    found = [m for m in named if m.kind is MentionKind.COUNTRY and m.actor and m.actor.country != origin]
    return home_of_those(found[:1])


def of_governor(scene: Scene, origin: str | None) -> list[Destination]:
    """ "signed the treaty in Taipei during a visit": the place of the act within it, where that lies abroad."""
    tie = scene.tie
    if tie.governor is None or tie.relation != "complement" or tie.governor.form != "verb":
        return []
    if scene.lexicon.tied(tie.preposition) in ("before", "after"):
        return []
    found = [*located(scene, tie.governor, "in"), *(d for d in located(scene, tie.governor, "at") if d.has_city)]
    return [d for d in found if d.country != origin][:1]  # not "took a swipe at China"


def of_witness(scene: Scene, origin: str | None) -> list[Destination]:
    """ "Kenyan President Uhuru Kenyatta signed it during a visit by the Chinese premier": the host is who does so.

    So is who is met "on the second leg of a tour".
    """
    tie = scene.tie
    if tie.governor is None or scene.lexicon.tied(tie.preposition) != "during" or origin is None:
        return []
    text, start = scene.analysis.text, scene.clause.extent.start
    leg = tie.governor.lemma == "meet" and _LEG.search(text, max(0, start - 40), scene.clause.head.start) is not None
    slots = ("object", "with") if leg else ("subject",)
    acting = [m for slot in slots for a in arguments(tie.governor, slot) for m in heads(a, scene.mentions)]
    return [d for d in home_of_those(acting) if d.country != origin] if len(acting) == 1 else []


def of_who_prepares(scene: Scene, origin: str | None) -> list[Destination]:
    """ "British officials are preparing for Trump's state visit": of the country that makes ready for it."""
    governor, tie = scene.tie.governor, scene.tie
    preparing = modifiers.preceding(scene) in (("for", "preparations"), ("for", "preparation"))
    ready = governor is not None and (governor.lemma == "prepare for" or (governor.lemma, tie.preposition) == _READIES)
    if governor is None or origin is None or not (preparing or ready):
        return []
    acting = [m for a in arguments(governor, "subject") for m in heads(a, scene.mentions)]
    return [d for d in home_of_those(acting) if d.country != origin] if len(acting) == 1 else []


def of_main(scene: Scene, origin: str | None) -> list[Destination]:
    """The city abroad in which the main verb's act takes place."""
    for other in scene.clauses:
        if other.form == "verb" and other.tense and other.lemma in scene.lexicon.placing:
            found = [d for d in located(scene, other, "in", "at") if d.country != origin and d.has_city]
            if found:
                return found[:1]
    return []


def of_carrier(scene: Scene) -> list[Destination]:
    """ "Talks between A and B were held in Istanbul": the place of the verb that carries the noun."""
    tie = scene.tie
    held = tie.relation in ("subject", "object") or tie.preposition == "of"  # "ended two days of talks"
    governor = tie.governor
    if governor is None or not held or governor.form != "verb":
        return []
    if governor.lemma == "follow" and tie.relation == "object":
        return []  # "the meeting in Ramallah followed talks between"
    if governor.lemma == "come":  # "in Bonn, comes at a time of turmoil in Washington"
        before = [a for a in arguments(governor, "in") if a.span.before(governor.predicate)]
        return [d for a in before for d in destinations_in(a, scene.mentions, scene.analysis.text)]
    return located(scene, governor, "in", "at")


def chosen(scene: Scene) -> list[Destination]:
    """ "picked Peru for his first state visit", "has chosen Oslo as the destination of her trip": what is chosen."""
    return _held_by_governor(scene, "object") if picks(scene.tie) else []


def lapsed(scene: Scene) -> list[Destination]:
    """ "has not been invited to Oslo since a brief trip in 2001": the last trip went to where none has gone since."""
    tie = scene.tie
    if tie.governor is None or tie.preposition != "since" or not tie.governor.negated:
        return []
    if tie.governor.subject is not None and _NOBODY.match(tie.governor.subject.span.of(scene.analysis.text)):
        return []  # "No president has been there since a trip in 2001": whose trip that was, is not told
    return _held_by_governor(scene, *_SLOTS, *(("object",) if tie.governor.lemma in _REACHING else ()))


def _held_by_governor(scene: Scene, *slots: str) -> list[Destination]:
    governor = scene.tie.governor
    held = [a for slot in slots for a in arguments(governor, slot)] if governor is not None else []
    return next((found for a in held if (found := destinations_in(a, scene.mentions, scene.analysis.text))), [])


_NOBODY: Final = re.compile(r"(?i)(?:no|none|neither|nobody)\b")
_REACHING: Final = words_of("reaching")
_SLOTS: Final = ("to", "back to", "in", "back in", "into")


def named_ahead(scene: Scene) -> list[Destination]:
    """ "In Ramallah I expect to meet Qurei": the place that opens the sentence."""
    governor = scene.tie.governor
    if governor is None or scene.tie.relation != "complement" or scene.clause.form != "verb":
        return []
    opening = [a for a in governor.complements if a.preposition == "in" and a.span.before(governor.predicate)]
    return [d for a in opening for d in destinations_in(a, scene.mentions, scene.analysis.text)]
