"""Whether a clause tells a fact at all, whatever a frame makes of it: not what is asked, feared, or only named."""

from __future__ import annotations

from typing import Final

from eventx.frames.occasions import occasions, opener
from eventx.frames.view import View
from eventx.frames.words import (
    FICTION,
    HARMED,
    IMPLICATIVE,
    MEMORIAL,
    MISHAP,
    MISHAP_OF_VEHICLES,
    TELLING,
    VEHICLES,
    VOID,
)
from eventx.lexicon.predicates import load_predicates
from eventx.records import Clause, Modality, Span

OPEN: Final = "required or failed, not told"  # what a frame "under" a modality may still tell
_NAMING: Final = frozenset({"towards", "toward", "of", "about", "without", "against", "before"})
_NEARING: Final = frozenset({"close", "closer", "near", "nearer"})
# "paved the way for talks", "opened the door to a deal": there may be none yet.
_MAKING_WAY: Final = frozenset({"clear", "lay", "open", "pave", "prepare", "set", "smooth"})
_WAYS: Final = frozenset({"door", "ground", "groundwork", "path", "road", "stage", "way"})
_ABLE: Final = frozenset({"can", "could"})
_SUPPOSED: Final = frozenset({"if", "unless", "whether"})
_UNSURE: Final = frozenset({"clear", "certain", "known", "sure", "likely", "possible", "evident", "apparent"})
_DEPTH: Final = 4  # clauses up to which an "if" is looked for
_NEAR: Final = 6  # words before a noun within which a memorial word makes it a thing of the past


def standing(view: View, clause: Clause) -> str:
    """Why the clause tells no fact, whatever the frame; "" where it does."""
    if _unreal(view, clause) or (clause.form == "verb" and _disproved(view, clause)):
        return "only named, not told"
    if _supposed(view, clause):
        return "asked or supposed, not told"
    if clause.form == "noun" and (_none(view, clause) or _not_held(view, clause) or _way_made(view, clause)):
        return "there is none"
    if clause.form == "noun" and _dreaded(view, clause):
        return "only feared"
    if not FICTION.isdisjoint(view.tokens.lemmas) and _imagined(view, clause):
        return "only told of in a work of fiction"
    if clause.lemma in HARMED and any(map(_is_mishap, occasions(view, clause))):
        return "an accident"
    if _alleged(view, clause):
        return "only what somebody is accused of"
    return OPEN if _open(clause, view) else ""


def _is_mishap(occasion: Clause) -> bool:
    """True for what somebody is hurt by and nobody does: the crash, the bus that fell into a ravine."""
    if occasion.lemma in MISHAP:
        return True
    of = occasion.subject.lemma if occasion.subject is not None else ""
    return of in VEHICLES and occasion.lemma in MISHAP_OF_VEHICLES


def _open(clause: Clause, view: View) -> bool:
    """True for what is required ("must attack"), failed, or only possible ("can attack")."""
    if clause.form == "verb" and clause.modality in (Modality.REQUIRED, Modality.FAILED):
        return True
    if clause.modality is Modality.CONDITIONAL and clause.aspect == "perfect" and clause.source is None:
        return True  # "would have attacked"
    return clause.cue is not None and not _ABLE.isdisjoint(view.lowered(clause.cue).split())


def _imagined(view: View, clause: Clause) -> bool:
    """True for the coup in "the novel describes a coup", at any depth."""
    above = view.governor(clause)
    for _ in range(_DEPTH):
        if above is None:
            return False
        if above.lemma in TELLING and above.subject is not None and above.subject.lemma in FICTION:
            return True
        above = view.governor(above)
    return False


def _alleged(view: View, clause: Clause) -> bool:
    """True for what somebody is said to have done: "accused Chad of arming the rebels", "acquitted of the murder"."""
    governor = view.governor(clause)
    if governor is None or clause.relation != "complement":
        return False
    if clause.form == "noun":  # of whom a court tries, not of the court
        return governor.lemma in _TRYING and clause.subject is not None and clause.subject.via == "control"
    return governor.lemma in _ACCUSING and clause.modality is Modality.POSSIBLE


_TRYING: Final = frozenset(
    {"acquit", "clear", "exonerate", "absolve", "convict", "sentence", "charge", "indict", "try"}
)
_ACCUSING: Final = frozenset({"accuse", "suspect"})


def _aim(view: View, clause: Clause) -> bool:
    """True for what a campaign, an effort is for, or what a threat names: "their campaign to oust the president"."""
    if clause.modality not in (Modality.DESIRED, Modality.THREATENED) or clause.cue is None:
        return False
    first = view.at(clause.cue)
    aimed = view.tokens.tags[first] == "NOUN" and view.tokens.lemmas[first] in _AIMS
    return aimed and view.lowered(clause.predicate).startswith(" to ")  # not "spared no effort in helping"


_AIMS: Final = frozenset(
    {"campaign", "effort", "struggle", "fight", "drive", "bid", "war", "quest", "rebellion", "threat"}
)


def _disproved(view: View, clause: Clause) -> bool:
    """True for what there is "no evidence that" somebody did."""
    start = clause.subject.span if clause.subject is not None and not clause.subject.via else clause.predicate
    first, _ = view.range(start)
    lowers = [word for word in view.tokens.lowers[max(0, first - _NEAR) : first] if word[0].isalpha()]
    return lowers[-1:] == ["that"] and len(lowers) > 2 and lowers[-2] in _PROOF and "no" in lowers[-4:-2]


_PROOF: Final = frozenset({"evidence", "proof", "sign", "indication", "suggestion"})


def _unreal(view: View, clause: Clause) -> bool:
    """True for an act that is only named: "powers to detain", "the case for invading", "towards lifting the ban"."""
    governor = view.governor(clause)
    if clause.form == "noun" and governor is not None and _says_what_it_is(clause, governor):
        return True
    if governor is not None and governor.negated and clause.relation == "complement" and governor.form == "verb":
        what = governor.object.lemma if governor.lemma == "be" and governor.object is not None else ""
        if governor.lemma != "be" or what in _UNSURE:
            return True  # "did not mean that it had attacked", not "It was not the first time it had attacked"
    if clause.form != "verb" or clause.tense:
        return False
    if _aim(view, clause):
        return True
    aimed = clause.relation == "purpose" and governor is not None and governor.modality is not Modality.ASSERTED
    if clause.modality is not Modality.ASSERTED and not aimed:
        return False
    words = view.lowered(clause.predicate)
    if words.startswith(" to "):
        if clause.subject is not None and _before_it(view, clause.subject.span) == "for":
            return True  # "a demand for Spain to recognise the state"
        if governor is not None and governor.lemma == "become" and not governor.tense:
            return True  # "to become able to visit", not "became the first to visit"
        return governor is None or governor.lemma.split()[0] not in IMPLICATIVE
    first, _ = view.range(clause.predicate)
    gerund = clause.voice == "active" and words.split()[0].endswith("ing")
    before = view.tokens.lowers[first - 1] if first else ""
    if gerund and before == "to" and first > 1 and view.tokens.lowers[first - 2] in _NEARING:
        return True  # "a step closer to agreeing"
    if gerund and before == "before" and governor is not None and _goes_on(clause, governor):
        return False
    return gerund and (clause.subject is None or before in _NAMING)


def _says_what_it_is(noun: Clause, governor: Clause) -> bool:
    """True for "this is an attack on all judges", not "there is an attack"."""
    named = governor.lemma == "be" and governor.subject is not None and governor.object is not None
    if not named or (governor.tense, governor.aspect) != ("present", "simple"):
        return False
    return governor.object is not None and governor.object.head.overlaps(noun.head)


def _goes_on(clause: Clause, governor: Clause) -> bool:
    """ "attacked the base before retreating": what came next; not "must hold talks before lifting the ban"."""
    told = governor.tense == "past" and governor.modality is Modality.ASSERTED and not governor.negated
    return told and clause.relation == "adverbial" and clause.subject is not None and governor.head.before(clause.head)


def _before_it(view: View, span: Span) -> str:
    first, _ = view.range(span)
    return view.tokens.lowers[first - 1] if first else ""


def _supposed(view: View, clause: Clause) -> bool:
    """True for a question, for what stands under "if" at any depth, and for what is done "whenever" something is."""
    tokens = view.tokens
    if "?" in tokens.lowers[-3:]:
        return True
    if clause.cue is not None and not _SUPPOSED.isdisjoint(view.lowered(clause.cue).split()):
        return True
    above: Clause | None = clause
    for _ in range(_DEPTH):
        if above is None:
            break
        if above.relation == "adverbial" and _opens_no_fact(view, above):
            return True
        if _is_given(above, clause):
            break
        above = view.governor(above) if above.relation != "adverbial" else None
    start = clause.subject.span if clause.subject is not None and not clause.subject.via else clause.predicate
    first, _ = view.range(start)
    if tokens.lowers[max(0, first - 3) : first] == ("whether", "or", "not"):
        return True
    return first > 0 and tokens.lowers[first - 1] in _SUPPOSED


def _is_given(above: Clause, clause: Clause) -> bool:
    """True for what is a fact whatever is supposed of who did it: "if those involved in the raid return"."""
    if above.relation == "relative":
        return above.tense == "past" and above.modality is Modality.ASSERTED
    return above.relation == "participle" and above.voice == "passive" and clause.form == "noun"


def _opens_no_fact(view: View, clause: Clause) -> bool:
    """True for "if people arrive", and for "when officers arrest" in the present, which tells what is usual."""
    if clause.cue is None:
        return False
    words = view.lowered(clause.cue).split()
    if not load_predicates().supposing.isdisjoint(words):
        return True
    usual = words in (["when"], ["whenever"]) or opener(view, clause) == "when"
    return usual and clause.tense == "present" and clause.aspect == "simple"


def _not_held(view: View, clause: Clause) -> bool:
    """True for a meeting that "did not take place"."""
    governor = view.governor(clause)
    if governor is None or clause.relation != "subject" or not governor.negated:
        return False
    return governor.lemma in ("take place", "happen", "occur", "go ahead", "materialise", "materialize")


def _dreaded(view: View, noun: Clause) -> bool:
    """True for the strikes of "fearing air strikes", "warned that air strikes were inevitable"."""
    governor = view.governor(noun)
    if governor is None or noun.relation not in ("object", "subject"):
        return False
    if noun.relation == "object":
        return governor.lemma in _DREADING
    return governor.lemma in ("be", "seem", "become", "look") and not _IMPENDING.isdisjoint(
        view.tokens.lowers[view.range(governor.head)[1] :][:2]
    )


_DREADING: Final = frozenset({"fear", "dread", "avert", "avoid", "forestall", "anticipate", "foresee"})
_IMPENDING: Final = frozenset({"imminent", "inevitable", "likely", "possible", "unavoidable", "unlikely"})


def _way_made(view: View, noun: Clause) -> bool:
    """True for the talks of "paved the way for talks"; what did open the way is the subject, and there is one."""
    governor = view.governor(noun)
    if governor is None or governor.lemma not in _MAKING_WAY or governor.object is None:
        return False
    if governor.object.lemma not in _WAYS:
        return False
    return any(c.preposition in ("for", "to") and c.span.contains(noun.head) for c in governor.complements)


def _none(view: View, clause: Clause) -> bool:
    """True for "no treaty", "any attack", "the cancellation of the talks": nothing that there is."""
    first, _ = view.range(clause.head)
    start, _ = view.range(clause.extent)
    if not {"no", "any"}.isdisjoint(view.tokens.lowers[max(start, first - 4) : first]):
        return True
    before = first - 1
    while before > first - _NEAR and before > 0 and view.tokens.lowers[before] != "of":
        if view.tokens.tags[before] not in ("DET", "ADJ", "NOUN", "PROPN", "PART"):
            return False
        before -= 1
    return before > 0 and view.tokens.lowers[before] == "of" and view.tokens.lemmas[before - 1] in VOID


def memorial(view: View, clause: Clause) -> bool:
    """True for an act that the text only remembers: "the anniversary of the battle", "a film about the war"."""
    if clause.form == "verb":
        if clause.relation != "relative":
            return False
        moved = [a for a in (clause.object, clause.subject) if a is not None and a.via == "relative"]
        return any(
            other.form == "noun" and a.span.contains(other.head) and memorial(view, other)
            for a in moved
            for other in view.clauses
        )
    governor = view.governor(clause)
    if governor is not None and governor.lemma in MEMORIAL:
        return True
    first, _ = view.range(clause.head)
    tokens = view.tokens
    for index in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if tokens.lemmas[index] in MEMORIAL or tokens.lowers[index] in MEMORIAL:
            return True
        if tokens.tags[index] in ("VERB", "AUX"):
            return False
    return False
