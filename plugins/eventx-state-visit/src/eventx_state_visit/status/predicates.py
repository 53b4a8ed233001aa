"""What a verb says of its own visit, or of that of the noun that it carries: took place, goes on, is planned, off."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from eventx import Clause, Modality, Span, Status
from eventx.resolve import status_of
from eventx_state_visit.claims import AHEAD, HAPPENED
from eventx_state_visit.clause.ties import Tie
from eventx_state_visit.lexicon import VisitLexicon, words_of

# A visit that did not come about was to take place.
_OVERRIDE: Final = {Modality.FAILED: Status.CANCELLED}
_UNCERTAIN: Final = (Modality.POSSIBLE, Modality.CONDITIONAL, Modality.THREATENED)
_OVER: Final = ("after", "closing")  # ties of a visit that has ended by then
_UNREAL: Final = (Modality.CONDITIONAL, Modality.REQUIRED)  # with a perfect: what was to be and is not
_GO_AHEAD: Final = words_of("pressing_ahead")


@frozen(slots=True)
class Reading:
    """A status with its cue.

    ``over`` is set where the text says that the visit has ended, ``live`` where it is spoken of as under way;
    ``assumed`` where the clause states no status at all, so that the rest of the article decides.
    """

    status: Status
    cue: Span | None = None
    over: bool = False
    live: bool = False
    assumed: bool = False


def under(governor: Clause, lexicon: VisitLexicon) -> Reading | None:
    """The status of an infinitive below a verb that ends plans: "cancelled plans to attend", "postponed going"."""
    kind = lexicon.carriers.get(governor.lemma, "")
    if kind in ("cancelled", "postponed", "denied") and not governor.negated and governor.modality not in _UNCERTAIN:
        return Reading(Status(kind), governor.predicate)
    return None


def _stated(clause: Clause) -> Status | None:
    """The status that the modality gives; None for a bare assertion."""
    return None if clause.modality is Modality.ASSERTED else status_of(clause, _OVERRIDE)


_BEING_THERE: Final = words_of("being_there")


def of_verb(clause: Clause, preset: str, lexicon: VisitLexicon) -> Reading | None:
    """The status that a verb clause gives; None for a visit that is said not to have taken place at all."""
    status = _stated(clause)
    if clause.negated:
        if clause.modality is Modality.REQUIRED and clause.subject is not None and clause.subject.via == "control":
            return Reading(Status.PROPOSED, clause.cue or clause.predicate)  # "urged the pope not to travel"
        if status in AHEAD:
            return Reading(Status.DENIED, clause.cue or clause.predicate)
        if status is None and clause.aspect == "progressive" and clause.tense == "present" and _moves(clause, lexicon):
            return Reading(Status.DENIED, clause.predicate)  # "is not coming"
        if status is None:
            return None
    if clause.aspect == "perfect" and clause.modality in _UNREAL and not clause.negated:
        return Reading(Status.CANCELLED, clause.cue or clause.predicate, assumed=True)  # "should have been in Yangon"
    if preset == "proposed" and status in {None, *AHEAD}:
        return Reading(Status.PROPOSED, clause.predicate)
    if status is not None:
        return Reading(status, clause.cue)
    if clause.relation == "adverbial" and clause.tense == "present" and clause.cue is not None and not clause.headline:
        return Reading(Status.PLANNED, clause.cue)  # "before he visits", "when he travels to"
    if clause.aspect == "progressive" and clause.tense != "past":
        return Reading(Status.ONGOING, clause.predicate, live=True)
    simple = clause.tense == "present" and clause.aspect == "simple" and clause.lemma != "be"
    if simple and not clause.headline and clause.lemma not in _BEING_THERE:
        return Reading(Status.PLANNED, clause.predicate, assumed=True)  # "heads for Seoul on Wednesday"
    if preset:
        return Reading(Status(preset), live=preset == "ongoing")
    ended = clause.lemma in lexicon.ended and clause.tense == "past"
    return Reading(Status.OCCURRED, over=ended, assumed=simple)  # a headline's present tells what was and what will be


def _moves(clause: Clause, lexicon: VisitLexicon) -> bool:
    """True for a verb of travelling or visiting."""
    known = lexicon.verbs.get(clause.lemma)
    return known is not None and (known.motion or known.name in ("visit", "attend", "take-part"))


_LEAVING_OUT: Final = words_of("leaving_out")
_TAKING_PLACE: Final = words_of("taking_place")
_TOPICAL: Final = words_of("speaking_on")
_READYING: Final = words_of("preparations")
_PAVING: Final = words_of("readying")


def of_noun(noun: Clause, tie: Tie, lexicon: VisitLexicon, *, early: bool) -> Reading | None:
    """The status of "visit" as a noun, by the verb that carries it ("cancelled his visit").

    ``early`` says that the sentence stands at the start of the article, among its news.
    """
    own = _stated(noun)
    governor = tie.governor
    if tie.relation == "inner":
        return Reading(Status.OCCURRED, assumed=True)
    if governor is None or tie.relation not in ("object", "subject", "complement"):
        if own is not None and not noun.negated:
            return Reading(own, noun.cue)
        return Reading(Status.OCCURRED, assumed=True)
    told = _by_preposition(governor, tie, lexicon)
    if told is not None:
        return told
    tied = lexicon.tied(tie.preposition)
    if tie.preposition == "with" and governor.lemma in _GO_AHEAD:  # "will go ahead with his trip"
        return of_verb(governor, "", lexicon)
    if tie.preposition == "on" and governor.lemma in _TOPICAL:
        return Reading(own or Status.OCCURRED, noun.cue, assumed=True)  # "was to brief her on his trip to Russia"
    if tie.relation == "complement" and tied == "carried" and tie.preposition not in ("", "for", "on", "onto", "into"):
        return Reading(own or Status.OCCURRED, noun.cue, assumed=own is None)  # "could coincide with his trip"
    going = bool(tie.preposition) and governor.lemma in lexicon.going  # "goes on to Tel Aviv for an overnight stay"
    if tie.relation == "complement" and (tied != "carried" or going):
        return _tied(governor, own, noun, tied, lexicon, early=early)
    return _carried(noun, governor, tie, own, lexicon)


def _by_preposition(governor: Clause, tie: Tie, lexicon: VisitLexicon) -> Reading | None:
    """What a verb says of the visit behind its preposition: "preparing for", "holding off on", "pulled out of"."""
    if tie.preposition == "for" and governor.lemma in _PAVING:
        return Reading(Status.PLANNED, governor.predicate, assumed=True)  # "paving the way for Abe's visit"
    if tie.preposition == "for" and governor.subject is not None and governor.subject.lemma in _READYING:
        return Reading(Status.PLANNED, governor.predicate)  # "preparations are under way for the visit"
    if (tie.preposition, governor.lemma, governor.voice) == ("by", "follow", "passive") and not governor.negated:
        ahead = of_verb(governor, "", lexicon) if governor.tense else None  # "to be followed by a visit to Oman"
        return ahead or Reading(Status.PLANNED, governor.predicate)
    if governor.lemma == "hold off" and tie.preposition == "on" and not governor.negated:
        return Reading(Status.POSTPONED, governor.predicate)
    if governor.lemma in _LEAVING_OUT and tie.preposition in ("of", "from") and governor.modality not in _UNCERTAIN:
        return Reading(Status.PLANNED if governor.negated else Status.CANCELLED, governor.predicate)
    return None


def _tied(
    governor: Clause, own: Status | None, noun: Clause, kind: str, lexicon: VisitLexicon, *, early: bool
) -> Reading | None:
    """ "said during a visit", "after a visit", "ahead of a visit": the noun has the time of its verb, not its mood."""
    stays = governor.lemma in ("be", "stay", "remain") and governor.tense == "present"
    if stays and governor.modality is Modality.ASSERTED:
        return Reading(Status.ONGOING, governor.predicate, live=True)
    past = governor.tense in ("past", "")  # "spoke last week", "written ahead of a visit" that may be over by now
    if kind == "before" and noun.complement("to"):  # "left Bonn ahead of a visit to Rome"
        return Reading(Status.PLANNED, governor.cue, assumed=past)
    # "went on a visit", "is in Rome for a visit", "arrived on a visit"
    if governor.lemma in lexicon.going and kind not in _OVER:
        return of_verb(governor, "ongoing" if governor.lemma in lexicon.verbs_of("arrive") else "", lexicon)
    verb = of_verb(governor, "", lexicon)
    future = verb is not None and verb.status in AHEAD and not verb.assumed
    if kind == "before":
        return Reading(Status.PLANNED, governor.cue, assumed=past)
    if future:
        return Reading(Status.PLANNED, governor.cue)
    if kind in _OVER:
        return Reading(Status.OCCURRED, over=True)
    if own is not None:
        return Reading(own, noun.cue)
    return Reading(Status.ONGOING if early and kind == "during" else Status.OCCURRED, live=early, assumed=True)


def _follows(governor: Clause, tie: Tie) -> bool:
    """ "A visit to Amman follows on Friday": the present of what is still to come."""
    return (
        (governor.lemma, governor.tense, tie.relation) == ("follow", "present", "subject")
        and governor.object is None
        and not any(c.preposition == "of" for c in governor.complements)  # "follows months of talks"
        and not governor.negated
    )


def _carried(noun: Clause, governor: Clause, tie: Tie, own: Status | None, lexicon: VisitLexicon) -> Reading | None:
    kind = lexicon.carriers.get(governor.lemma, "")
    if _follows(governor, tie):
        return Reading(Status.PLANNED, governor.predicate)
    verb = of_verb(governor, "", lexicon)
    # "The visit continues his efforts", "opens a chapter": with an object, it is something else that goes on
    if kind == "ongoing" and tie.relation == "subject" and governor.object is not None and governor.voice == "active":
        kind = ""
    if verb is not None and verb.assumed and kind not in ("occurred", "ongoing"):
        verb = Reading(Status.OCCURRED, assumed=True)  # "the visit comes as", "follows the visit": no plan of a visit
    if governor.lemma == "be" and governor.aspect == "perfect" and verb is not None and verb.status is Status.PROPOSED:
        return Reading(Status.OCCURRED, assumed=True)  # "wished that his visit could have been longer"
    named = governor.form == "verb" and not governor.tense and governor.relation in ("complement", "purpose")
    if named and kind in ("occurred", "ongoing") and verb is not None and verb.status in HAPPENED:
        return Reading(own or Status.OCCURRED, noun.cue, assumed=True)  # "not suitable to undertake the visit"
    if kind == "past" and verb is not None and tie.relation == "object":
        return Reading(Status.OCCURRED, over=True)
    if kind == "past" and verb is not None and verb.status in HAPPENED and tie.relation == "subject":
        return Reading(Status.OCCURRED, assumed=True)  # "The visit follows one by his predecessor"
    fell = verb is None and governor.lemma in _TAKING_PLACE and tie.relation == "subject"
    if fell and noun.lemma in lexicon.nouns:
        return Reading(Status.CANCELLED, governor.predicate)  # "the trip did not take place"
    if verb is None:
        return Reading(Status.DENIED, governor.predicate) if kind in ("occurred", "planned", "proposed") else None
    if kind in ("cancelled", "postponed", "denied"):
        if governor.modality in _UNCERTAIN or governor.negated:
            return Reading(Status.PLANNED, governor.predicate)
        return Reading(Status(kind), governor.predicate)
    if kind in ("planned", "proposed") and (tie.relation == "object" or governor.voice == "passive"):
        return Reading(Status(kind), governor.predicate, assumed=governor.lemma in lexicon.soft)
    if verb.status in HAPPENED and own is not None:
        return Reading(own, noun.cue)
    if kind == "ongoing" and verb.status is Status.OCCURRED:
        return Reading(Status.ONGOING, governor.predicate, live=True)
    over = governor.lemma in lexicon.ended and verb.status is Status.OCCURRED
    bare = kind == "planned" and tie.relation == "subject" and governor.object is None  # "The trip, arranged in haste,"
    telling = (bool(kind) and not bare) or verb.status not in HAPPENED
    return Reading(verb.status, verb.cue or governor.predicate, over=over, live=verb.live, assumed=not telling)
