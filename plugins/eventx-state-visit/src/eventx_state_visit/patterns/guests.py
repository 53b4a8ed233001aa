"""Guests: whoever is called a visitor is there while it is told ("held talks with visiting President Niinisto")."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from eventx import Argument
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import heads
from eventx_state_visit.lexicon import Pattern, VisitLexicon
from eventx_state_visit.parties import may_travel

_VISITING: Final = "visiting "


def of_guest(scene: Scene) -> Pattern | None:
    """The pattern of a clause in which somebody is called a visitor; None where nobody is."""
    lexicon = scene.lexicon
    guest = _guest(scene)
    if guest:
        return _received(lexicon, guest, "subject")
    met = _met_by_guest(scene)
    if met:
        return _received(lexicon, "subject", met)
    beside = _beside_host(scene)
    return None if beside is None else _received(lexicon, f"subject/{beside}", f"subject/{1 - beside}")


def _received(lexicon: VisitLexicon, visitor: str, host: str) -> Pattern:
    """Whoever is called "visiting" is there while it is told."""
    pattern = evolve(lexicon.verbs["host"], visitor=(visitor,), host=(host,), destination=("in", "at"))
    return evolve(pattern, status="ongoing")


def _guest(scene: Scene) -> str:
    """The slot of whoever is called a visitor: "held talks with visiting President Niinisto"; empty for none."""
    clause = scene.clause
    for slot, argument in (("object", clause.object), ("with", clause.complement("with"))):
        if argument is None or clause.voice == "passive":
            continue
        if _is_called_visitor(scene, argument):
            return slot
    return ""


def _met_by_guest(scene: Scene) -> str:
    """The slot of whom a visitor speaks to: "Visiting President Niinisto told Prime Minister Abe"; empty for none."""
    clause = scene.clause
    if clause.form == "noun" or clause.voice == "passive" or clause.subject is None:
        return ""
    if not _is_called_visitor(scene, clause.subject):
        return ""
    for slot, argument in (("object", clause.object), ("with", clause.complement("with"))):
        if argument is not None and any(may_travel(m) for m in heads(argument, scene.mentions)):
            return slot
    return ""


def _beside_host(scene: Scene) -> int | None:
    """Which of two subjects is called a visitor: "President Moon and visiting Premier Abe signed"; None for none."""
    clause = scene.clause
    subject = clause.subject if clause.form == "verb" and clause.voice == "active" else None
    if subject is None or len(subject.conjuncts) != 2 or not clause.tense:
        return None
    if len({m.actor.country for m in heads(subject, scene.mentions) if m.actor}) != 2:
        return None
    openings = (scene.analysis.text[part.start : part.end].lower().split()[:2] for part in subject.conjuncts)
    return next((number for number, words in enumerate(openings) if _VISITING.strip() in words), None)


def _is_called_visitor(scene: Scene, argument: Argument) -> bool:
    """True for "visiting President Niinisto"."""
    phrase = scene.analysis.text[max(0, argument.span.start - len(_VISITING)) : argument.span.end].lower()
    return _VISITING in phrase and any(may_travel(m) for m in heads(argument, scene.mentions))
