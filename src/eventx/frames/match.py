"""Whether a clause fulfils what a frame asks of it, roles apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from eventx.frames.conditions import sets_condition
from eventx.frames.factual import OPEN, memorial, standing
from eventx.frames.fill import of_source
from eventx.frames.model import CLASSES, COMPLEMENT, Complement, Frame, RoleSource
from eventx.frames.occasions import occasions
from eventx.frames.slots import arguments
from eventx.frames.view import View
from eventx.frames.words import phrases
from eventx.records import Argument, Clause, MentionKind, Modality

_OTHER_OBJECT: Final = "its object is none of the frame's"
_OBJECT: Final = RoleSource("object")
_COPULAR: Final = frozenset({"end up", "wind up", "turn out"})  # they end, wind and turn nothing
_LATE: Final = "should have"  # as content of a frame: what was not done, or was, and ought not to have been
_DEPENDENT: Final = (*COMPLEMENT, "coordination")
_FORBIDDING: Final = frozenset({"must", "should", "ought", "shall", "mustn't", "shouldn't"})
_SPANS: Final = {"hours", "nights", "day", "days", "week", "weeks", "month", "months", "year", "years"}
_TERMS: Final = _SPANS | {"hour", "night", "moment", "time"}
_SPELLS: Final = frozenset({*_SPANS, "wave", "series", "string", "spate"})


def refusal(frame: Frame, view: View, clause: Clause) -> str:
    """Why the frame does not fit the clause; "" where it does."""
    if frame.cues and not view.holds(frame.cues):
        return "none of its cues stands in the sentence"
    told = view.standing.get(id(clause))  # several frames ask it of one clause
    if told is None:
        told = view.standing[id(clause)] = standing(view, clause)
    if told and not (told == OPEN and frame.under):
        return told
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
    if frame.complements and not any(_complemented(view, clause, wanted) for wanted in frame.complements):
        return "it has none of the frame's complements"
    if frame.conditional and not sets_condition(view):
        return "no condition stands beside it"
    if frame.with_words and not view.holds(frame.with_words - {clause.lemma}):
        return "none of the words that must stand with it does"
    if frame.setting and not view.set_in(frame.setting):
        return "none of the words that must stand in its setting does"
    return _vetoes(frame, view, clause)


def _verbal(frame: Frame, view: View, clause: Clause) -> str:
    if clause.voice == "passive" and not frame.passive:
        return "passive"
    if clause.voice == "active" and not frame.active:
        return "active"
    if frame.objects and not any(frame.places or view.has_head(a, frame.objects) for a in arguments(clause, _OBJECT)):
        return _OTHER_OBJECT
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


def unplaced(frame: Frame, view: View, clause: Clause) -> str:
    """Why a verb of a frame that takes the name of a place as its object, too, has neither; "" where it has one.

    Asked last: names are told by the mentions, which cost a reading of all sentences before.
    """
    if not (frame.places and frame.objects) or clause.form != "verb":
        return ""
    fits = any(view.has_head(a, frame.objects) or _is_place(view, a) for a in arguments(clause, _OBJECT))
    return "" if fits else _OTHER_OBJECT


def _is_place(view: View, argument: Argument) -> bool:
    """True for the name of a place."""
    return any(
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
        looked = [clause, *_inner(view, clause)] if frame.absorbs or frame.content else [clause]
        for argument in (a for c in looked for a in _all_arguments(c)):
            if not view.has_head(argument, frame.unless) or _is_arm(frame, view, argument):
                continue
            if argument not in (c.subject for c in looked) or not _public(view, argument):
                return f"vetoed by {view.lowered(argument.span).strip()!r}"
        several = phrases(frame.unless)
        stretch = " ".join(view.lowered(c.extent) for c in looked) if several else ""
        for phrase in several:
            if phrase in stretch:
                return f"vetoed by {phrase.strip()!r}"
    return "only remembered" if memorial(view, clause) else ""


def _is_arm(frame: Frame, view: View, argument: Argument) -> bool:
    """True for "mortar fire", which is no fire."""
    return view.has_head(argument, frozenset(w for w in frame.instruments if " " in w))


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
            if number not in seen and view.clauses[number].relation in COMPLEMENT:
                seen.add(number)
                waiting.append(number)
                yield view.clauses[number]


def _stands(view: View, clause: Clause, source: RoleSource) -> bool:
    if source.slot in ("content", "infinitive"):
        children = view.children.get(view.clauses.index(clause), ())
        verbs = [view.clauses[n] for n in children if view.clauses[n].form == "verb"]
        content = [c for c in verbs if c.relation in COMPLEMENT or _bound(view, c)]
        return any(source.slot == "content" or view.lowered(c.predicate).startswith(" to ") for c in content)
    if source.slot in ("subject", "object", "indirect", "possessor", "prep", "source"):
        given = arguments(clause, source)
        return any(source.slot != "prep" or a.lemma not in _TERMS for a in given)  # not "for a second day"
    return any(True for _ in of_source(view, clause, source))


def _over(view: View, clause: Clause) -> frozenset[str]:
    """The modality of the clause and the lemma of what governs it."""
    governor = view.governor(clause)
    via = clause.subject.via if clause.subject is not None and clause.subject.via == "participle" else ""
    over = {clause.modality.value, clause.relation, via, governor.lemma if governor else ""}
    if governor is not None and governor.form == "verb":
        _, last = view.range(governor.head)
        over.update(f"{governor.lemma} {word}" for word in view.tokens.lowers[last : last + 1])  # "is over"
    if governor is not None and governor.lemma == "be" and governor.predicate.before(clause.head):
        over.add("there be")  # "there were protests in Manila"
    if clause.form == "noun":
        over.add(introduction(view, clause))
    return frozenset(over)


def introduction(view: View, clause: Clause) -> str:
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
            if other.tense and view.clauses[over] is not clause and other.relation in COMPLEMENT:
                continue  # "pledged to assess whether people are protected" pledges no protection
            if number not in seen and (other.relation in _DEPENDENT or _bound(view, other)):
                seen.add(number)
                negated = other.negated or (over != at and view.clauses[over].negated)
                if not negated and (not verbs or other.form == "verb"):  # "pledged not to protect anyone"
                    first = other.lemma if other.lemma in _COPULAR else other.lemma.split()[0]
                    late = _regretted(other) or _regretted(view.clauses[over])
                    found.update((other.lemma, first, other.voice, _LATE if late else other.modality.value))
                elif other.negated and _regretted(other):
                    found.add(_LATE)  # "should never have signed"
                elif other.negated and other.modality is Modality.REQUIRED and _forbidden(view, other):
                    found.add(other.modality.value)
                waiting.append(number)
    return found


def _regretted(clause: Clause) -> bool:
    """True for "should have acted": it is too late to ask for it."""
    return clause.modality is Modality.REQUIRED and clause.aspect == "perfect"


def _forbidden(view: View, clause: Clause) -> bool:
    """True for "must not fire", "should not fire"; whoever "does not have to fire" may."""
    return not _FORBIDDING.isdisjoint(view.lowered(clause.predicate).split())


def _complemented(view: View, clause: Clause, wanted: Complement) -> bool:
    """True where a head stands behind one of the prepositions; where any may, also a gerund ("against allowing it")."""
    given = arguments(clause, RoleSource("prep", wanted.prepositions))
    if wanted.heads:
        return any(view.has_head(argument, wanted.heads) for argument in given)
    if any(not view.is_time(argument) for argument in given):
        return True
    below = (view.clauses[number] for number in view.children.get(view.clauses.index(clause), ()))
    tied = (c.cue for c in below if c.relation == "adverbial" and c.form == "verb" and not c.tense)
    return any(cue is not None and view.lowered(cue).strip() in wanted.prepositions for cue in tied)


def _bound(view: View, clause: Clause) -> bool:
    """True for a gerund that a preposition ties to its verb: "banned from visiting"."""
    if clause.relation != "adverbial" or clause.form != "verb":
        return False
    first, _ = view.range(clause.predicate)
    return first > 0 and view.tokens.lowers[first - 1] in ("from", "of", "into")


def _negative(clause: Clause) -> bool:
    return clause.negated and clause.modality not in (Modality.REFUSED, Modality.DENIED)


def _all_arguments(clause: Clause) -> Iterator[Argument]:
    for argument in (clause.subject, clause.object, clause.indirect, *clause.complements):
        if argument is not None:
            yield argument


def _listed(words: frozenset[str]) -> str:
    listed = sorted(words)
    return ", ".join(listed[:5]) + (", ..." if len(listed) > 5 else "")
