"""Which pattern the predicate of a clause belongs to: by its lemma, and by what it takes."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from eventx import Modality
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.clause.slots import arguments, heads
from eventx_state_visit.destinations.places import names_only_places
from eventx_state_visit.lexicon import Pattern, words_of
from eventx_state_visit.parties import may_travel
from eventx_state_visit.patterns.guests import of_guest
from eventx_state_visit.patterns.itineraries import of_journey
from eventx_state_visit.status.verdicts import LATER
from eventx_state_visit.visitors.delegations import invited

TALKS: Final = Pattern(
    name="talks",
    lemmas=frozenset(),
    visitor=("subject", "between", "with"),
    destination=("in", "at"),
    host=("with", "between", "subject"),
    weak=True,
)
_INVITED: Final = Pattern(
    name="invite",
    lemmas=frozenset(),
    visitor=("subject",),
    destination=("to",),
    host=("from",),
    status="proposed",
)
_INVITED_TO: Final = ("visit", "travel", "attend")
_BARRED: Final = Pattern(
    name="bar",
    lemmas=frozenset(),
    visitor=("object",),
    destination=("to", "into"),
    host=("subject",),
    status="denied",
)
# Whoever repays a visit goes to where the visitor came from.
REPAID: Final = Pattern(
    name="repay",
    lemmas=frozenset(),
    visitor=("subject",),
    destination=("in", "to"),
    host=(),
)
_REPAYING: Final = words_of("repaying")
_ALIGHTING: Final = words_of("alighting")
_VEHICLES: Final = words_of("vehicles")
_GRANTING: Final = words_of("granting")
_COURTESIES: Final = words_of("courtesies")
_ASKING: Final = words_of("asking_over")
_IS_WELCOME: Final = re.compile(r"\s+(?:(?:always|most|very|warmly|more than|still)\s+)?[\"“]?welcome\b")
_OUT: Final = words_of("flying_out")
_THERE: Final = re.compile(r"\s+there\b")
# What an envoy carries: "took his case to Brussels".
_ERRANDS: Final = words_of("errands")
_CONVEYING: Final = words_of("carrying")
# What is done with an invitation, and whether it is taken up.
_WELCOMING: Final = words_of("taking_up")
# What somebody must have who comes, and verbs of not giving it.
_LEAVE: Final = words_of("permits")
_HEADING: Final = words_of("heading")
_BARRING: Final = words_of("barring")
_UNWILLING: Final = words_of("turning_down")


def pattern_of(scene: Scene) -> Pattern | None:
    """The pattern of the clause; None where it speaks of no visit."""
    clause, lexicon = scene.clause, scene.lexicon
    guest = of_guest(scene)
    if guest is not None:
        return guest
    if clause.form == "noun":
        if clause.lemma in _RETURNED and _RETURN.search(scene.analysis.text, clause.extent.start, clause.head.start):
            return evolve(REPAID, visitor=("subject", "by"), destination=("to", "in"))  # "paid a return visit in July"
        return lexicon.nouns.get(clause.lemma) or (TALKS if clause.lemma in lexicon.gatherings else None)
    with_words = _with_object(scene) or _of_courtesy(scene) or _of_phrase(scene)
    return of_journey(scene) or with_words or _of_verb(scene)


def _of_phrase(scene: Scene) -> Pattern | None:
    """What "be" and "do" say with certain words, and verbs of staying away."""
    clause, verbs, text = scene.clause, scene.lexicon.verbs, scene.analysis.text
    if clause.lemma == "be" and clause.object is None and clause.complement("off to") is not None:
        return evolve(verbs["travel"], destination=("off to",), status="planned")
    if (clause.lemma, clause.voice, clause.tense) == ("bind", "passive", "present"):  # "is bound for Beirut"
        return evolve(verbs["travel"], visitor=("object",), destination=("for",), status="planned")
    if clause.lemma in _ALIGHTING and any(a.lemma in _VEHICLES for a in arguments(clause, "off")):
        return verbs["arrive"]  # "got off the night train in Kyiv"
    if clause.lemma == "do" and _SO.match(text, clause.predicate.end) and _does_so(scene):
        return evolve(verbs["visit"], destination=(), host=())  # "has no plans to do so"
    if clause.lemma in _LEAVING_OUT and clause.voice == "active" and not clause.object:
        # "pulled out on Friday", "stayed away": of the gathering that the article is about
        told = _OUT_OF.match(text, clause.predicate.end)
        return None if told else evolve(verbs["visit"], name="withdraw", destination=(), host=(), status="cancelled")
    return None


def _of_verb(scene: Scene) -> Pattern | None:
    """What the verb's own pattern is, as what it takes changes it."""
    clause, lexicon = scene.clause, scene.lexicon
    known = lexicon.verbs.get(clause.lemma) or _on_the_way(scene)
    if known is not None and known.name == "return" and _THERE.match(scene.analysis.text, clause.predicate.end):
        return evolve(lexicon.verbs["travel"], name="arrive")  # "will return there in May": no way home
    if clause.lemma == "come back" and clause.modality is Modality.POSSIBLE and not clause.complement("from", "to"):
        return evolve(lexicon.verbs["travel"], name="arrive")  # "may come back in May": here
    if (
        known is not None
        and known.name == "stay"
        and clause.object is not None
        and clause.object.lemma in lexicon.nouns
    ):
        return None  # "winds up her tour in Lima": the tour tells it
    if known is not None and known.name in _INVITED_TO and invited(scene):
        return evolve(known, status="proposed")  # "extended an invitation to the president to visit Peru"
    if known is None or known.name != "travel":
        return known
    if clause.lemma in _OUT and clause.relation == "adverbial" and not clause.complement("to", "for", "into", "of"):
        return evolve(lexicon.verbs["leave"], destination=())  # "before flying out again"
    if clause.complement("of"):
        return evolve(lexicon.verbs["leave"], destination=("of",))  # "flew out of Nigeria"
    if _is_flown(scene):
        return evolve(known, visitor=("object",))
    here = clause.lemma == "come" and _comes_here(scene)
    since = clause.tense == "past" and scene.subordinator == "since"
    if here or since or _THERE.match(scene.analysis.text, clause.predicate.end):
        return evolve(known, name="arrive")  # "the first to go there", "since Rabin came": where others arrived
    return known


def _comes_here(scene: Scene) -> bool:
    """ "is coming on Friday", "will not come", "will come at a later stage": to where the article is written.

    Nothing else may stand behind it: "came under fire", "come to terms", "comes from Oslo".
    """
    clause = scene.clause
    if clause.object is not None or any(c.preposition not in _WITH_COMING for c in clause.complements):
        return False
    if scene.governs("complement", "purpose"):
        return False
    moving = clause.aspect == "progressive" and clause.tense == "present"
    return scene.is_dated or moving or LATER.match(scene.analysis.text, clause.predicate.end + 1) is not None


_WITH_COMING: Final = frozenset({"for", "at", "on", "after", "before", "during", "by", "despite", "because of"})


def _does_so(scene: Scene) -> bool:
    """ "De Croo came on Saturday. Coveney has no plans to do so": the verb told last is one of visiting."""
    before = [c for c in scene.clauses if c.form == "verb" and c.tense and c.predicate.before(scene.clause.predicate)]
    told = [c for c in before if c.lemma not in ("have", "be", "intend", "plan", "refuse", "decline", "want")]
    if not told and scene.clause.sentence:
        earlier = scene.analysis.clauses(scene.clause.sentence - 1)
        told = [c for c in earlier if c.form == "verb" and c.tense][-1:]
    known = scene.lexicon.verbs.get(told[-1].lemma) if told else None
    return known is not None and known.name in ("visit", "travel", "arrive", "attend")


_OUT_OF: Final = re.compile(r"\s+(?:of|from)\b")
_SO: Final = re.compile(r"\s+(?:so|likewise|the same)\b")
_LEAVING_OUT: Final = words_of("leaving_out")
_RETURNED: Final = frozenset({"visit", "call"})  # a "return trip" is the way home
_RETURN: Final = re.compile(r"\b(?:return|reciprocal)\s+(?:[a-z]+\s+)?$")


def _on_the_way(scene: Scene) -> Pattern | None:
    """ "was on his way home from Kabul", "is on her way to Kabul"."""
    clause, verbs = scene.clause, scene.lexicon.verbs
    way = clause.complement("on") if clause.lemma == "be" and clause.object is None else None
    if way is None or way.lemma != "way":
        return None
    back = next((slot for slot in _FROM if clause.complement(slot) is not None), None)
    if back is not None:
        return evolve(verbs["return"], destination=(back,))
    ahead = "planned" if clause.tense == "present" else ""
    return evolve(verbs["travel"], destination=("to",), status=ahead) if clause.complement("to") is not None else None


_FROM: Final = ("home from", "back from", "from")


def _is_flown(scene: Scene) -> bool:
    """ "The jet flew the president from Accra to Paris": what is no traveller takes one somewhere."""
    clause = scene.clause
    if clause.lemma not in ("fly", "drive") or clause.object is None or clause.subject is None:
        return False
    taken = [m for m in heads(clause.object, scene.mentions) if may_travel(m)]
    return bool(taken) and not any(may_travel(m) for m in heads(clause.subject, scene.mentions))


def _with_object(scene: Scene) -> Pattern | None:
    """Verbs that speak of a visit only with a certain object: "played host to", "carried a message to"."""
    clause, lexicon = scene.clause, scene.lexicon
    taken = clause.object
    if clause.lemma in _ASKING and _asked_to_a_place(scene):
        return lexicon.verbs["invite"]  # "asked the president to Washington"
    if clause.lemma == "be" and _IS_WELCOME.match(scene.analysis.text, clause.predicate.end):
        return evolve(lexicon.verbs["invite"], visitor=("subject",), destination=("in", "to", "at"), host=())
    if taken is None:
        return None
    if clause.lemma in _HEADING and taken.lemma == "delegation":
        return lexicon.verbs["lead"]  # "headed a delegation to Tashkent"
    if clause.lemma == "play" and taken.lemma == "host":
        return evolve(lexicon.verbs["host"], visitor=("to",), destination=("in", "at"))
    if clause.lemma in _CONVEYING and taken.lemma in _ERRANDS and clause.voice == "active":
        return evolve(lexicon.verbs["travel"], destination=("to",))
    if clause.lemma in _BARRING and taken.lemma in _LEAVE and _is_told(scene):
        return _barred(scene)
    if taken.lemma == "invitation" and clause.lemma in _WELCOMING | _UNWILLING:
        visitor = "object" if clause.voice == "passive" else "subject"
        status = "denied" if clause.lemma in _UNWILLING else "proposed"
        return evolve(_INVITED, visitor=(visitor,), status=status)
    if clause.lemma == "call on" and _pays_calls(scene):
        return lexicon.verbs["visit"]
    if clause.lemma == "see" and clause.tense == "past" and any(may_travel(m) for m in heads(taken, scene.mentions)):
        return lexicon.verbs["meet"]  # "saw Putin in Moscow"
    return None


def _of_courtesy(scene: Scene) -> Pattern | None:
    """Calls that are paid back, audiences that are granted, and "does Oslo on the 16th"."""
    clause, taken, verbs = scene.clause, scene.clause.object, scene.lexicon.verbs
    if taken is None:
        return None
    if clause.lemma in _REPAYING and taken.lemma in _COURTESIES and not _is_reason(scene):
        return REPAID  # "repaid the call in August", "will return the courtesy in Oslo"
    if taken.lemma == "audience" and clause.lemma in _GRANTING:
        visitor = "object" if clause.voice == "passive" else "indirect"
        return evolve(verbs["host"], visitor=(visitor,))  # "will be granted an audience by the pope"
    if (
        clause.lemma == "do"
        and clause.voice == "active"
        and clause.indirect is None
        and names_only_places(scene, taken)
    ):
        return verbs["visit"]  # "did three capitals in one go"
    return None


def _is_reason(scene: Scene) -> bool:
    """ "will travel to Lima to repay a visit": why the verb above goes there; nor is it told of what is paid back."""
    governor = scene.tie.governor
    above = governor is not None and not scene.clause.tense and governor.lemma in scene.lexicon.verbs
    return above or scene.clause.voice == "passive"


def _pays_calls(scene: Scene) -> bool:
    """ "called on both countries in 2010", against "called on both countries to withdraw"."""
    taken = scene.clause.object
    if taken is None or taken.lemma not in ("country", "nation", "capital") or scene.clause.complement("for"):
        return False
    return scene.is_dated and not scene.governs("complement", "purpose")


def _is_told(scene: Scene) -> bool:
    """False for what only may or should be: "should any of them be denied entry", "asked that he be denied a visa"."""
    clause = scene.clause
    bare = clause.predicate.of(scene.analysis.text).startswith(("be ", "to "))
    return clause.modality is Modality.ASSERTED and not clause.negated and not bare


def _barred(scene: Scene) -> Pattern:
    """ "was refused a visa by Moscow", "denied her entry", "refused entry to lawmakers": who may not come."""
    if scene.clause.voice == "passive":
        return _BARRED
    return evolve(_BARRED, visitor=("indirect",) if scene.clause.indirect else ("to",), destination=("into",))


def _asked_to_a_place(scene: Scene) -> bool:
    """ "asked him to Rome", not "asked him to leave": somebody and a place behind "to"."""
    to = scene.clause.complement("to")
    asked = [m for a in arguments(scene.clause, "object") for m in heads(a, scene.mentions)]
    return to is not None and names_only_places(scene, to) and any(may_travel(m) for m in asked)
