"""Which status a clause gives: by its own verb, by the verb above it, or by what stands before the noun."""

from __future__ import annotations

import re
from typing import Final

from eventx import Clause, Modality, Span, Status
from eventx_state_visit.claims import AHEAD, HAPPENED
from eventx_state_visit.clause import modifiers
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.ties import is_of_part
from eventx_state_visit.lexicon import Pattern, VisitLexicon, words_of
from eventx_state_visit.status.plans import (
    had_been_due,
    is_likely,
    lies_ahead,
    plan_beside,
    plan_of,
    precedes_plan,
    stands_before,
    thwarted,
)
from eventx_state_visit.status.predicates import Reading, of_noun, of_verb, under
from eventx_state_visit.status.verdicts import of_the_noun, of_the_verb


def mood_of(scene: Scene, pattern: Pattern) -> Reading | None:
    """The status of the clause's visit with its cue; None for one that is said not to have taken place at all."""
    if scene.clause.form == "noun":
        return _of_noun(scene, pattern)
    governor = scene.tie.governor
    if governor is not None and scene.clause.relation == "complement":
        ended = under(governor, scene.lexicon)
        if ended is not None:
            return ended
    if modifiers.is_unfulfilled(scene):
        return None  # "has yet to go to Ukraine"
    bare = scene.clause.predicate.of(scene.analysis.text).lower() == scene.clause.lemma
    if bare and not scene.clause.tense and scene.clause.modality is Modality.ASSERTED:
        return None  # "willing to do anything - go to Iraq": only named
    if _is_advised(scene):
        return None
    if modifiers.is_superlative(scene):
        ahead = plan_of(scene.tie.governor, scene)  # "is set to meet him, becoming the first to visit"
        return Reading(Status.PLANNED if ahead else Status.OCCURRED, ahead, assumed=True)
    reading = of_the_verb(of_verb(scene.clause, pattern.status, scene.lexicon), scene)
    if reading is not None and pattern.name == "spend" and _is_until_now(scene):
        return Reading(Status.ONGOING, reading.cue or scene.clause.predicate, live=True)
    return _qualified(reading, scene, pattern) if reading is not None else None


def _of_noun(scene: Scene, pattern: Pattern) -> Reading | None:
    """The status of a visit told by a noun."""
    reading = (
        of_the_noun(scene) or _foretold(scene) or of_noun(scene.clause, scene.tie, scene.lexicon, early=scene.early)
    )
    if reading is None:
        return None
    if pattern.name == "arrival" and reading.over:  # "Soon after her arrival she met him": the visit goes on
        return Reading(reading.status, reading.cue, assumed=True)
    if is_of_part(scene.clause, scene.tie):
        return Reading(Status.OCCURRED, assumed=True)  # "The formal part of the visit starts on Monday"
    if reading.status is Status.PLANNED and (thwarted(scene.tie.governor, scene.clauses) or had_been_due(scene)):
        return Reading(Status.CANCELLED, reading.cue, assumed=True)
    if lies_ahead(scene.tie.governor, scene):
        return Reading(Status.PLANNED, reading.cue, assumed=True)
    if pattern.status and reading.status is Status.OCCURRED and not reading.over:
        reading = Reading(Status(pattern.status), reading.cue, live=True)
    open_to = reading.status in (Status.OCCURRED, Status.PROPOSED) and not reading.over
    return (_timed(scene) if open_to else None) or _by_adjective(reading, scene)


def _by_adjective(reading: Reading, scene: Scene) -> Reading:
    """ "during his recent visit" is over, "the upcoming visit", "a visit scheduled for June" are to come."""
    if reading.status not in HAPPENED | {Status.PLANNED}:
        return reading
    clause, text = scene.clause, scene.analysis.text
    tokens = scene.analysis.tokens(clause.sentence)
    words = {tokens.lowers[index]: index for index in modifiers.before_head(tokens, clause)}
    mooted = scene.lexicon.mooted.intersection(words)
    if mooted and not reading.over:
        at = words[min(mooted)]
        return Reading(Status.PROPOSED, tokens.span(at, at))  # "with a possible visit to Canada"
    if reading.status is Status.PLANNED:
        return reading
    recent = scene.lexicon.recent.intersection(words)
    coming = scene.lexicon.upcoming.intersection(words)
    if coming and not reading.over:
        at = words[min(coming)]
        return Reading(Status.PLANNED, tokens.span(at, at))
    slated = _SLATED.match(text, clause.head.end, scene.sentence_span.end)
    if slated is not None and not reading.over:
        return Reading(Status.PLANNED, Span(*slated.span(1)))
    return Reading(Status.OCCURRED, reading.cue, over=True) if recent else reading


# "two visits by the prime minister to Russia scheduled for this year"
_SLATED: Final = re.compile(r"(?:(?!\b(?:was|were|is|are|been|be|had|originally|first)\b)[^.;:,]){0,80}?"
                            r"\b(scheduled|planned|slated|pencilled in|envisaged) (?:for|to take place)\b")  # fmt: skip


def _qualified(reading: Reading, scene: Scene, pattern: Pattern) -> Reading:
    """The status of a verb, as what stands around it changes it."""
    clause, governor = scene.clause, scene.tie.governor
    # "Before arriving in Rome, he will": a verb of arriving is under way only where it has a tense
    happened = reading.status is Status.OCCURRED or (reading.status is Status.ONGOING and not clause.tense)
    plan = plan_beside(scene) if happened else None
    if happened and (plan is not None or lies_ahead(clause, scene) or precedes_plan(scene)):
        return Reading(Status.PLANNED, plan or reading.cue, assumed=True)
    meanwhile = reading.status is Status.OCCURRED and scene.early and _is_meanwhile(scene, pattern)
    if meanwhile or (reading.status is Status.PLANNED and goes_on_beside(scene)):
        return Reading(Status.ONGOING, clause.predicate, live=True, assumed=True)
    if reading.status is Status.PROPOSED and is_likely(scene):
        return Reading(Status.PLANNED, reading.cue)
    if reading.status is Status.OCCURRED and stands_before(clause, scene):
        return Reading(Status.OCCURRED, reading.cue, assumed=True)  # "was in Kenya before going to Sudan"
    if reading.status is Status.PLANNED and thwarted(clause, scene.clauses):
        return Reading(Status.CANCELLED, reading.cue, assumed=True)
    above = governor if clause.relation == "complement" and not clause.negated else None
    if above is not None and not above.predicate.before(clause.predicate):
        above = None  # "has been asked to come, the spokesman did not say when"
    told = _by_the_verb_above(above, reading, scene) if above is not None and reading.status in AHEAD else None
    if told is not None:
        return told
    if pattern.motion and reading.live and clause.aspect == "progressive":
        if "been" in scene.words(clause.predicate):
            return Reading(Status.ONGOING, reading.cue, live=True)  # "has been shuttling between the capitals"
        return Reading(Status.PLANNED, reading.cue, assumed=True)  # "is heading to Rome"
    if _is_over(reading, scene, pattern):
        return Reading(Status.OCCURRED, reading.cue, over=True)
    past = clause.aspect == "perfect" and clause.tense == "past" and not pattern.motion
    if past and reading.status is Status.OCCURRED:
        return Reading(reading.status, reading.cue, over=True)  # "had greeted him there"
    if pattern.name == "return" and homeward(clause, scene.lexicon) and reading.status is Status.OCCURRED:
        return Reading(reading.status, reading.cue, over=True)
    if governor is not None and governor.lemma in _OPEN_TO and reading.status is Status.PLANNED:
        return Reading(Status.PROPOSED, reading.cue)  # an invitation that was accepted, "is willing to go"
    return reading


def _is_over(reading: Reading, scene: Scene, pattern: Pattern) -> bool:
    """True for "earlier stopped in Malaysia", "since Kohl flew in", "spent four hours in Baghdad"."""
    clause, happened = scene.clause, reading.status in HAPPENED
    if pattern.name == "spend" and reading.status is Status.OCCURRED:
        return "hours" in scene.words(clause.extent)
    since = clause.tense == "past" and scene.subordinator == "since"
    return happened and (since or (reading.status is Status.ONGOING and _before_that(scene)))


def _before_that(scene: Scene) -> bool:
    """ "The delegation earlier stopped in Malaysia": before what was told; not "arrived earlier in the day"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    first = modifiers.first_token(tokens, scene.clause.predicate)
    return bool({"earlier", "previously"} & set(tokens.lowers[max(0, first - 1) : first + 1]))


def _by_the_verb_above(above: Clause, reading: Reading, scene: Scene) -> Reading | None:
    """What the verb above says of a visit ahead: "was allowed to visit", "never thought that she would visit"."""
    if reading.status is Status.PROPOSED and _was_let(above, scene):
        return Reading(Status.OCCURRED, assumed=True)
    return _under_denial(above)


def _was_let(above: Clause, scene: Scene) -> bool:
    """ "thanked the king for allowing the minister to visit", "was allowed to visit": who was let in came."""
    if above.lemma not in _LETTING or above.negated or above.modality is not Modality.ASSERTED:
        return False
    if above.tense:
        return above.tense == "past" and above.aspect == "simple" and above.voice == "passive"
    thanks = scene.clauses[above.governor] if above.governor is not None else None
    return thanks is not None and thanks.lemma in _THANKING and not thanks.negated


_THANKING: Final = words_of("thanking")


def _under_denial(above: Clause) -> Reading | None:
    """The status below what is denied or refused; None below anything else.

    "Would not need to attend" and "refused to allow her to come" are denied; who "never thought that she would visit
    the South" has done so.
    """
    if above.lemma in _LETTING and above.modality is Modality.REFUSED:
        return Reading(Status.DENIED, above.cue or above.predicate)
    if not above.negated:
        return None
    if above.lemma in _DREAMT and above.tense == "past":
        return Reading(Status.OCCURRED, assumed=True)
    return Reading(Status.DENIED, above.predicate)


_LETTING: Final = words_of("letting")
_DREAMT: Final = words_of("never_thought")
_OPEN_TO: Final = words_of("open_to")


def homeward(clause: Clause, lexicon: VisitLexicon) -> bool:
    """ "flew home on Thursday", "returned from Oslo", "is to leave": the way back; "returned to Oslo" is none."""
    return clause.lemma in lexicon.verbs_of("leave") or bool(clause.complement("from") or not clause.complement("to"))


def _is_advised(scene: Scene) -> bool:
    """ "should visit Athens, the columnist wrote": an obligation without a day, which nobody need meet."""
    clause = scene.clause
    if clause.modality is not Modality.REQUIRED or clause.aspect == "perfect" or is_likely(scene):
        return False
    if _OBLIGING.isdisjoint(scene.words(Span(clause.extent.start, clause.predicate.end))):
        return False  # "urged him to come": a proposal
    return not scene.is_dated


_OBLIGING: Final = words_of("obliging")


def _foretold(scene: Scene) -> Reading | None:
    """The status by what stands around a noun that no verb carries.

    "Preparations for the visit", "Plans for a visit by X have been shelved", "fresh from a trip".
    """
    preposition, word = modifiers.preceding(scene)
    lexicon = scene.lexicon
    ended = _ended(scene)
    if ended is not None:
        return ended
    if modifiers.is_negated(scene):
        return Reading(Status.DENIED, scene.clause.predicate)
    if word == "while" and preposition in ("on", "in"):
        return Reading(Status.ONGOING if scene.early else Status.OCCURRED, live=scene.early, assumed=True)
    if preposition == "on" and scene.early and _behind_a_name(scene):
        return Reading(Status.ONGOING, live=True, assumed=True)  # "spoke alongside X, on a visit to Brussels, as"
    if word in lexicon.ahead and preposition in ("for", "of", "to"):
        return Reading(Status(lexicon.ahead[word]))
    if preposition == "since":
        return Reading(Status.OCCURRED, over=True)  # "not since the Queen's visit have they"
    if scene.tie.governor is None and lexicon.tied(preposition) in ("after", "closing"):
        return Reading(Status.OCCURRED, over=True)
    if scene.tie.governor is None and lexicon.tied(preposition) == "during" and scene.early and _stands_aside(scene):
        return Reading(Status.ONGOING, live=True, assumed=True)  # "Steinmeier, on a visit to Argentina, said"
    if scene.tie.governor is None and lexicon.tied(preposition) == "before":
        return Reading(Status.PLANNED)
    return None


def _behind_a_name(scene: Scene) -> bool:
    """ "spoke alongside Secretary X, on a visit to Brussels": set off by a comma, it is no topic of "spoke"."""
    governor = scene.tie.governor
    if governor is None or governor.lemma not in _SPEAKING or scene.tie.preposition != "on":
        return False
    return _SET_OFF.search(scene.analysis.text, scene.sentence_span.start, scene.clause.head.start) is not None


_SPEAKING: Final = words_of("speaking_on")
_SET_OFF: Final = re.compile(r",\s+(?:currently |now )?on\s(?:[\w-]+\s){1,4}$")


def _ended(scene: Scene) -> Reading | None:
    """ "Plans for a visit by X have been shelved": the verb whose subject holds the noun, or the noun's own holder."""
    clause, lexicon = scene.clause, scene.lexicon
    fallen = _FALLEN.match(scene.analysis.text, clause.head.end, scene.sentence_span.end)
    if fallen is not None:
        return Reading(Status.CANCELLED, Span(*fallen.span(1)))
    for other in scene.clauses:
        if _drops_plans(other, clause, lexicon):
            return Reading(Status(lexicon.carriers[other.lemma]), other.predicate)
        if other.form != "verb" or other.subject is None or other.negated:
            continue
        kind = lexicon.carriers.get(other.lemma, "")
        if kind not in ("cancelled", "postponed", "denied"):
            continue
        if other.subject.head.overlaps(clause.head):  # "The trip was due to begin on Sunday but has been put off"
            joined = other.relation == other.subject.via == "coordination" and other.voice == "passive"
            ended = joined and clause.relation == "subject"
        else:
            ended = other.subject.span.contains(clause.head) or _holds_in_subject(other, scene)
        if ended:
            return Reading(Status(kind), other.predicate)
    return None


def _holds_in_subject(verb: Clause, scene: Scene) -> bool:
    """ "Plans for a trip by X to Y have been shelved": the noun that is the verb's subject holds that of the visit."""
    nouns = (c for c in scene.clauses if c.form == "noun" and c.relation == "subject" and c.governor is not None)
    return any(
        c.extent.contains(scene.clause.head) and c.governor is not None and scene.clauses[c.governor] is verb
        for c in nouns
    )


# "A trip by X to Y planned for May fell victim to the pandemic", "fell through", "never materialised".
_FALLEN: Final = re.compile(
    r"[^.;:]{0,90}?\b((?:fell|has fallen|have fallen) (?:through|victim|foul)|came to nothing|"
    r"(?:never|did not|didn't) (?:materiali[sz]ed?|come off|came off|come about|came about))\b"
)


def _drops_plans(verb: Clause, noun: Clause, lexicon: VisitLexicon) -> bool:
    """ "scrapped plans for a meeting in Moscow": what was planned goes with the plans."""
    taken = verb.object
    if verb.form != "verb" or verb.negated or taken is None or taken.lemma not in lexicon.ahead:
        return False
    ends = lexicon.carriers.get(verb.lemma, "") in ("cancelled", "postponed")
    return ends and noun.form == "noun" and verb.extent.contains(noun.head) and taken.head.before(noun.head)


def _timed(scene: Scene) -> Reading | None:
    """ "their visit to Moscow, which will take place soon", ", scheduled for May": a clause behind the place.

    The clause layer ties it to the name before it, which is no act.
    """
    clause = scene.clause
    behind = [c for c in scene.clauses if clause.head.before(c.head)]
    tied = next((c for c in behind if c.form == "noun" or c.relation in ("relative", "participle")), None)
    if tied is None or tied.form == "noun" or tied.negated or scene.lexicon.scheduling.get(tied.lemma) != "stay":
        return None
    if tied.lemma in _HAPPENS:
        happened = tied.tense == "past"
        return Reading(Status.OCCURRED, over=True) if happened else Reading(Status.PLANNED, tied.predicate)
    passive = tied.voice == "passive" and scene.lexicon.carriers.get(tied.lemma) == "planned"
    return Reading(Status.PLANNED, tied.predicate) if passive else None


_HAPPENS: Final = frozenset({"take place", "happen", "occur"})


def _is_meanwhile(scene: Scene, pattern: Pattern) -> bool:
    """ "Straw, visiting Beijing, said", "was traveling to Turkey": what somebody is doing while something is told."""
    clause = scene.clause
    if clause.voice != "active":
        return False
    if pattern.name == "travel":
        return clause.aspect == "progressive" and clause.tense == "past"
    aside = pattern.name == "visit" and clause.relation == "participle" and not clause.tense
    return aside and _stands_aside(scene)


def goes_on_beside(scene: Scene) -> bool:
    """ "The launch comes as Tillerson visits China": while it is told."""
    clause = scene.clause
    now = clause.tense == "present" and clause.relation == "adverbial" and clause.modality is Modality.ASSERTED
    return now and scene.subordinator in ("as", "while")


def _is_until_now(scene: Scene) -> bool:
    """ "has spent much of this month in Aden", "has spent the past two days there": what is spent goes on."""
    taken, published = scene.clause.object, scene.analysis.document.published
    lasting = scene.clause.tense == "present" and scene.clause.aspect == "perfect"
    if taken is None or published is None or not lasting:
        return False
    told = (t for t in scene.analysis.times(scene.clause.sentence) if taken.span.overlaps(t.span))
    return any(t.start and t.end and t.start <= published <= t.end for t in told)


def _stands_aside(scene: Scene) -> bool:
    """True for what is told of the subject between it and its verb, which tells of the past."""
    verbs = [c for c in scene.clauses if c.form == "verb" and c.tense == "past" and not c.relation and c.subject]
    head = scene.clause.head
    return any(c.subject is not None and c.subject.span.before(head) and head.before(c.predicate) for c in verbs)
