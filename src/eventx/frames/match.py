"""Whether a clause fulfils what a frame asks of it, roles apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.fill import of_source
from eventx.frames.model import CLASSES, Frame, RoleSource
from eventx.frames.occasions import occasions, opener
from eventx.frames.slots import arguments
from eventx.frames.view import View
from eventx.frames.words import CONDITIONAL, IMPLICATIVE, MEMORIAL, VOID
from eventx.lexicon.predicates import load_predicates
from eventx.records import Argument, Clause, MentionKind, Modality, Span

_OBJECT: Final = RoleSource("object")
_COPULAR: Final = frozenset({"end up", "wind up", "turn out"})  # they end, wind and turn nothing
_OPEN: Final = "required or failed, not told"  # what a frame "under" a modality may still tell
_COMPLEMENT: Final = ("complement", "object", "purpose")
_DEPENDENT: Final = (*_COMPLEMENT, "coordination")
_NAMING: Final = frozenset({"towards", "toward", "of", "about", "without", "against", "before"})
_ABLE: Final = frozenset({"can", "could"})
_SUPPOSED: Final = frozenset({"if", "unless", "whether"})
_OWN: Final = frozenset(
    {"elected", "re-elected", "election", "elections", "win", "wins", "won", "necessary", "possible"}
)
_UNSURE: Final = frozenset({"clear", "certain", "known", "sure", "likely", "possible", "evident", "apparent"})
_SPANS: Final = {"hours", "nights", "day", "days", "week", "weeks", "month", "months", "year", "years"}
_SPELLS: Final = frozenset({*_SPANS, "wave", "series", "string", "spate"})
_DEPTH: Final = 4  # clauses up to which an "if" is looked for
_NEAR: Final = 6  # words before a noun within which a memorial word makes it a thing of the past


def refusal(frame: Frame, view: View, clause: Clause) -> str:
    """Why the frame does not fit the clause; "" where it does."""
    if frame.cues and not view.holds(frame.cues):
        return "none of its cues stands in the sentence"
    standing = view.standing.get(id(clause))  # several frames ask it of one clause
    if standing is None:
        standing = view.standing[id(clause)] = _standing(view, clause)
    if standing and not (standing == _OPEN and frame.under):
        return standing
    if clause.form == "verb" and (reason := _verbal(frame, view, clause)):
        return reason
    if frame.under or frame.not_under:
        over = _over(view, clause)
        if frame.under and frame.under.isdisjoint(over):
            return f"not under {_listed(frame.under)}"
        if not frame.not_under.isdisjoint(over):
            return f"under {_listed(frame.not_under & over)}"
    if frame.polarity != "any" and (frame.polarity == "negative") != _negative(clause):
        return f"not {frame.polarity}"
    if frame.complements and not any(
        view.has_head(argument, wanted.heads) if wanted.heads else not view.is_time(argument)
        for wanted in frame.complements
        for argument in arguments(clause, RoleSource("prep", wanted.prepositions))
    ):
        return "it has none of the frame's complements"
    if frame.conditional and not _conditional(view):
        return "no condition stands beside it"
    if frame.with_words and not view.holds(frame.with_words - {clause.lemma}):
        return "none of the words that must stand with it does"
    return _vetoes(frame, view, clause)


def _standing(view: View, clause: Clause) -> str:
    """Why the clause tells no fact, whatever the frame; "" where it does."""
    if _unreal(view, clause) or (clause.form == "verb" and _disproved(view, clause)):
        return "only named, not told"
    if _supposed(view, clause):
        return "asked or supposed, not told"
    if clause.form == "noun" and (_none(view, clause) or _not_held(view, clause)):
        return "there is none"
    if _alleged(view, clause):
        return "only what somebody is accused of"
    return _OPEN if _open(clause, view) else ""


def _verbal(frame: Frame, view: View, clause: Clause) -> str:
    if clause.voice == "passive" and not frame.passive:
        return "passive"
    if clause.voice == "active" and not frame.active:
        return "active"
    if frame.objects and not any(_is_object(frame, view, a) for a in arguments(clause, _OBJECT)):
        return "its object is none of the frame's"
    if frame.content or frame.not_content:
        content = _content(view, clause)
        if frame.content and frame.content.isdisjoint(content):
            return f"nothing like {_listed(frame.content)} depends on it"
        barred = _content(view, clause, verbs=True) & frame.not_content if frame.not_content else frozenset()
        if barred:
            return f"{_listed(frozenset(barred))} depends on it"
    if frame.occasion and frame.occasion.isdisjoint(other.lemma for other in occasions(view, clause)):
        return f"nothing like {_listed(frame.occasion)} is told as its occasion"
    return ""


def _is_object(frame: Frame, view: View, argument: Argument) -> bool:
    """True for one of the frame's objects; where it says so for the name of a place, too."""
    if view.has_head(argument, frame.objects):
        return True
    return frame.places and any(
        m.place is not None and m.kind is not MentionKind.DEMONYM and m.head.overlaps(argument.head)
        for m in view.mentions
    )


def _vetoes(frame: Frame, view: View, clause: Clause) -> str:
    for source in frame.needs:
        if not _stands(view, clause, source):
            return f"has no {source}"
    for source in frame.without:
        if _stands(view, clause, source):
            return f"has a {source}"
    if frame.unless:
        arms = frozenset(w for w in frame.instruments if " " in w)  # "mortar fire" is no fire
        looked = [clause, *_inner(view, clause)] if frame.absorbs or frame.content else [clause]
        for argument in (a for c in looked for a in _all_arguments(c)):
            if not view.has_head(argument, frame.unless) or view.has_head(argument, arms):
                continue
            if argument not in (c.subject for c in looked) or not _public(view, argument):
                return f"vetoed by {view.lowered(argument.span).strip()!r}"
        stretch = " ".join(view.lowered(c.extent) for c in looked)
        for word in frame.unless:
            if " " in word and f" {word} " in stretch:
                return f"vetoed by {word!r}"
    return "only remembered" if _memorial(view, clause) else ""


def _public(view: View, argument: Argument) -> bool:
    """True for a body or person of public affairs: "the World Bank" is no bank, "the minister" acts."""
    return any(
        m.actor is not None
        and m.actor.sector in CLASSES["political"]
        and m.kind not in (MentionKind.DEMONYM, MentionKind.COUNTRY)
        and m.head.overlaps(argument.head)
        for m in view.mentions
    )


def _inner(view: View, clause: Clause) -> Iterator[Clause]:
    """The clauses that are the content of this one, and of those inside them."""
    waiting = [view.clauses.index(clause)]
    seen = set(waiting)
    while waiting:
        for number in view.children.get(waiting.pop(), ()):
            if number not in seen and view.clauses[number].relation in _COMPLEMENT:
                seen.add(number)
                waiting.append(number)
                yield view.clauses[number]


def _stands(view: View, clause: Clause, source: RoleSource) -> bool:
    if source.slot in ("content", "infinitive"):
        children = view.children.get(view.clauses.index(clause), ())
        verbs = [view.clauses[n] for n in children if view.clauses[n].form == "verb"]
        content = [c for c in verbs if c.relation in _COMPLEMENT or _bound(view, c)]
        return any(source.slot == "content" or view.lowered(c.predicate).startswith(" to ") for c in content)
    if source.slot in ("subject", "object", "indirect", "possessor", "prep", "source"):
        return any(True for _ in arguments(clause, source))
    return any(True for _ in of_source(view, clause, source))


def _over(view: View, clause: Clause) -> frozenset[str]:
    """The modality of the clause and the lemma of what governs it."""
    governor = view.governor(clause)
    via = clause.subject.via if clause.subject is not None and clause.subject.via == "participle" else ""
    over = {clause.modality.value, clause.relation, via, governor.lemma if governor else ""}
    if governor is not None and governor.lemma == "be" and governor.predicate.before(clause.head):
        over.add("there be")  # "there were protests in Manila"
    if clause.form == "noun":
        over.add(_introduction(view, clause))
    return frozenset(over)


def _introduction(view: View, clause: Clause) -> str:
    """The preposition before a noun, also over a length of time: "after days of protests"; "" where there is none."""
    lowers, tags = view.tokens.lowers, view.tokens.tags
    at = view.range(clause.head)[0] - 1
    while at >= 0 and (
        tags[at] in ("DET", "ADJ", "ADV", "NUM", "NOUN") or (lowers[at] == "of" and lowers[at - 1] in _SPELLS)
    ):
        at -= 1
    return lowers[at] if at >= 0 and (tags[at] in ("ADP", "SCONJ") or lowers[at] == "following") else ""


def _content(view: View, clause: Clause, *, verbs: bool = False) -> set[str]:
    """Lemmas and modalities of the clauses (or ``verbs`` alone) that are this one's content, and of those inside."""
    found: set[str] = set()
    at = view.clauses.index(clause)
    waiting, seen = [at], {at}
    while waiting:
        over = waiting.pop()
        for number in view.children.get(over, ()):
            other = view.clauses[number]
            if other.tense and view.clauses[over] is not clause and other.relation in _COMPLEMENT:
                continue  # "pledged to assess whether people are protected" pledges no protection
            if number not in seen and (other.relation in _DEPENDENT or _bound(view, other)):
                seen.add(number)
                if not other.negated and (not verbs or other.form == "verb"):  # "pledged not to protect anyone"
                    first = other.lemma if other.lemma in _COPULAR else other.lemma.split()[0]
                    found.update((other.lemma, first, other.modality.value, other.voice))
                waiting.append(number)
    return found


def _bound(view: View, clause: Clause) -> bool:
    """True for a gerund that a preposition ties to its verb: "banned from visiting"."""
    if clause.relation != "adverbial" or clause.form != "verb":
        return False
    first, _ = view.range(clause.predicate)
    return first > 0 and view.tokens.lowers[first - 1] in ("from", "of", "into")


def _negative(clause: Clause) -> bool:
    return clause.negated and clause.modality not in (Modality.REFUSED, Modality.DENIED)


def _conditional(view: View) -> bool:
    """True where a condition is set to somebody; "if elected" sets it to nobody but oneself."""
    text = view.text
    for word in CONDITIONAL:
        _, found, after = text.partition(f" {word} ")
        if found and _OWN.isdisjoint(after.split()[:_NEAR]):
            return True
    return False


def _open(clause: Clause, view: View) -> bool:
    """True for what is required ("must attack"), failed, or only possible ("can attack")."""
    if clause.form == "verb" and clause.modality in (Modality.REQUIRED, Modality.FAILED):
        return True
    if clause.modality is Modality.CONDITIONAL and clause.aspect == "perfect" and clause.source is None:
        return True  # "would have attacked"
    return clause.cue is not None and not _ABLE.isdisjoint(view.lowered(clause.cue).split())


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
    if governor is not None and governor.negated and clause.relation == "complement" and governor.form == "verb":
        what = governor.object.lemma if governor.lemma == "be" and governor.object is not None else ""
        if governor.lemma != "be" or what in _UNSURE:
            return True  # "did not mean that it had attacked", not "It was not the first time it had attacked"
    if clause.form != "verb" or clause.tense:
        return False
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
    if gerund and before == "before" and governor is not None and _goes_on(clause, governor):
        return False
    return gerund and (clause.subject is None or before in _NAMING)


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


def _memorial(view: View, clause: Clause) -> bool:
    """True for an act that the text only remembers: "the anniversary of the battle", "a film about the war"."""
    if clause.form == "verb":
        if clause.relation != "relative":
            return False
        moved = [a for a in (clause.object, clause.subject) if a is not None and a.via == "relative"]
        return any(
            other.form == "noun" and a.span.contains(other.head) and _memorial(view, other)
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


def _all_arguments(clause: Clause) -> Iterator[Argument]:
    for argument in (clause.subject, clause.object, clause.indirect, *clause.complements):
        if argument is not None:
            yield argument


def _listed(words: frozenset[str]) -> str:
    listed = sorted(words)
    return ", ".join(listed[:5]) + (", ..." if len(listed) > 5 else "")
