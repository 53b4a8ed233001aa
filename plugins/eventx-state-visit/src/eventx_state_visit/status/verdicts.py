"""Statuses told by words that no verb of the visit governs: "no plans at present to go", "the trip is off"."""

from __future__ import annotations

import re
from typing import Final

from eventx import Clause, Modality, Span, Status
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.lexicon import words_of
from eventx_state_visit.status.predicates import Reading

_NO_PLANS: Final = re.compile(
    r"\bno (?:(?:immediate|current|present|firm|such|definite) )?(?:plans?|intention|intent|wish)"
    r"(?: (?:at present|at the moment|at this stage|for now|for the moment|now|currently|yet|so far))?[\"”,]* $",
    re.IGNORECASE,
)
_UNTRUE: Final = re.compile(
    r"\b(?:no truth|no substance|nothing|no foundation) (?:in|to) (?:the |these |any )?"
    r"(?:reports?|rumou?rs?|claims?|suggestions?|allegations?)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_MAYBE: Final = re.compile(r"\b(?:may|might) or (?:may|might) not\b", re.IGNORECASE)
_REPORTS: Final = words_of("reports")
_DENYING: Final = words_of("denying")
_SAYING: Final = words_of("insisting")
_UNDECIDED: Final = frozenset({"whether", "if"})
LATER: Final = re.compile(r"\b(?:at|on) (?:a later|another|some other|a different) (?:stage|date|time|day|occasion)\b")
_OFF: Final = re.compile(r"\s+(?:now |therefore |consequently |apparently )?(?P<off>off)\b(?!\s+(?:to|the)\b)")
_NO_LONGER: Final = re.compile(r"\s+(?P<off>no longer (?:on|going ahead|taking place|planned))\b")
_ON_AGAIN: Final = re.compile(r"\s+(?P<on>(?:back on|on again|still on))\b")


def of_the_verb(reading: Reading | None, scene: Scene) -> Reading | None:
    """The reading of a verb, as the words before it and the clause above change it; None for none."""
    clause, text = scene.clause, scene.analysis.text
    if _MAYBE.search(text, max(0, clause.predicate.start - len("might or ")), clause.predicate.end):
        return Reading(Status.PROPOSED, clause.predicate)
    before = text[scene.sentence_span.start : clause.predicate.start]
    if not clause.tense and _NO_PLANS.search(before):
        return Reading(Status.DENIED, clause.predicate)
    if _UNTRUE.search(before) or _is_denied_report(scene):
        return Reading(Status.DENIED, clause.predicate)
    if reading is None:
        return _said_not_to(scene)
    if reading.status is Status.PLANNED and _is_open(scene):
        return Reading(Status.PROPOSED, reading.cue)
    if reading.status is Status.PLANNED and clause.tense == "future" and _later(scene):
        return Reading(Status.POSTPONED, clause.predicate)
    return reading


def _later(scene: Scene) -> bool:
    """ "will come at a later stage": not when he was to come."""
    return LATER.search(scene.analysis.text, scene.clause.predicate.end, scene.clause.extent.end + _BEHIND) is not None


_BEHIND: Final = 25  # characters of " at a later date"


def _is_open(scene: Scene) -> bool:
    """ "Whether he travels to Seoul depends on it", "will decide whether to go"."""
    if scene.subordinator not in _UNDECIDED:
        return False
    above = scene.tie.governor
    return scene.subordinator == "whether" or (above is not None and above.lemma in _DECIDING)


_DECIDING: Final = words_of("deciding")


def _is_denied_report(scene: Scene) -> bool:
    """ "Reports that he had visited Israel were denied by the ministry"."""
    for other in scene.clauses:
        subject = other.subject
        if subject is None or other.negated or not other.tense or subject.lemma not in _REPORTS:
            continue
        if not subject.head.before(scene.clause.predicate) or not scene.clause.predicate.before(other.predicate):
            continue
        untrue = other.lemma == "be" and other.object is not None and other.object.lemma in _FALSE
        if untrue or (other.voice == "passive" and other.lemma in _DENYING):
            return True
    return False


_FALSE: Final = words_of("untrue")


def _said_not_to(scene: Scene) -> Reading | None:
    """ "The government says that the minister did not go to Tel Aviv": a visit is denied, and nothing else told."""
    clause, above = scene.clause, scene.tie.governor
    if not clause.negated or above is None or clause.relation != "complement" or above.lemma not in _SAYING:
        return None
    plain = clause.modality is Modality.ASSERTED and clause.tense == "past" and not _has_reason(scene)
    apart = above.subject is not None and not _speaks_of_himself(clause, above)
    return Reading(Status.DENIED, clause.predicate) if plain and apart else None


def _has_reason(scene: Scene) -> bool:
    """ "did not go there to negotiate": that he went is not denied."""
    return scene.governs("purpose", "complement", "adverbial")


def _speaks_of_himself(clause: Clause, above: Clause) -> bool:
    """True where the one who did not go has no name in the clause: "she said she did not go"."""
    return clause.subject is None or clause.subject.lemma.lower() in ("he", "she", "they", "it")


def of_the_noun(scene: Scene) -> Reading | None:
    """ "The trip is off", "the visit is on again", "has had to be dropped"; None where nothing is told so."""
    clause, verb, text = scene.clause, scene.tie.governor, scene.analysis.text
    if verb is None or scene.tie.relation != "subject" or verb.negated:
        return None
    if verb.lemma in ("be", "be off"):
        fallen = _OFF.match(text, verb.predicate.end) or _NO_LONGER.match(text, verb.predicate.end)
        off = fallen is not None or verb.lemma == "be off"
        if off:
            return Reading(Status.CANCELLED, verb.predicate)
        again = _ON_AGAIN.match(text, verb.predicate.end)
        return Reading(Status.PLANNED, Span(*again.span("on"))) if again is not None else None
    return _compelled(clause, verb, scene) if verb.lemma in _COMPELLING else None


_COMPELLING: Final = frozenset({"have", "need", "look"})


def _compelled(noun: Clause, verb: Clause, scene: Scene) -> Reading | None:
    """ "has had to be dropped", "will have to be put off": what must be done to it."""
    if verb.modality in (Modality.POSSIBLE, Modality.CONDITIONAL):
        return None
    for other in scene.clauses:
        below = other.governor is not None and scene.clauses[other.governor] is verb and other.voice == "passive"
        kind = scene.lexicon.carriers.get(other.lemma, "") if below else ""
        if kind in ("cancelled", "postponed"):
            return Reading(Status(kind), other.predicate)
    return None
