"""The extractor that runs frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from eventx.frames.absorbing import governed
from eventx.frames.anaphora import stands_alone
from eventx.frames.classes import actors_of
from eventx.frames.company import beside, parties
from eventx.frames.conditions import announced
from eventx.frames.continuation import continued
from eventx.frames.dating import agreed, historic, times_for
from eventx.frames.fill import fillers
from eventx.frames.heads import mentions_of
from eventx.frames.implied import implied
from eventx.frames.index import FrameIndex
from eventx.frames.inherited import Inheritance
from eventx.frames.match import refusal, unplaced
from eventx.frames.model import Frame, FrameSet, Role, RoleSource
from eventx.frames.place import placed, places_of
from eventx.frames.prospects import NOBODY, agentless, by_instrument, hopeless
from eventx.frames.refer import coordinated
from eventx.frames.retelling import completed, retold, told_before
from eventx.frames.screen import Screen
from eventx.frames.slots import arguments
from eventx.frames.status import told_status
from eventx.frames.view import View
from eventx.frames.words import cues
from eventx.hooks.parts import Analysis
from eventx.records import Candidate, Clause, Dropped, Mention, Section, Sector, Span, Status

_LOOSE: Final = frozenset({"inside", "home", "other"})
_STANCES: Final = cues("stances")  # "is willing": that one is, is said
_WHERE: Final = frozenset({"in", "at", "near", "across", "outside"})
_STEPS: Final = 4  # clauses up to which a denial is looked for
_Refusal = tuple[Frame, str]  # the frame that a clause does not fit, and why


class FrameExtractor:
    """Finds the events of frame files: trigger words first, then actors, clauses only where both stand."""

    requires = (
        "sentences",
        "vocabulary",
        "tokens",
        "times",
        "mentions",
        "clauses",
        "discourse",
        "place_names",
        "place_context",
    )

    def __init__(self, name: str, framesets: Sequence[FrameSet]) -> None:
        self.name = name
        self._index = FrameIndex(framesets)
        self._screen = Screen(framesets)
        self._family = {t.name: _family(t.codes, t.name) for s in framesets for t in s.event_types}
        self._families = {
            (t.name, status): _family(t.codes_for(status), t.name)
            for s in framesets
            for t in s.event_types
            for status in Status
        }
        self._contexts: Mapping[str, frozenset[str]] = {k: v for s in framesets for k, v in s.contexts.items()}
        frames = [f for s in framesets for f in s.frames]
        self._kin = _nouns(frames, self._family)
        self._spoken = frozenset(f.name for f in frames if f.spoken)
        sudden, set_in = ({f.name for f in frames if getattr(f, name)} for name in ("sudden", "setting"))
        self._inheritance = Inheritance(self._kin, self._spoken, frozenset(sudden), frozenset(set_in))

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """The candidates of all frames, one frame a clause at the most; a headline's where the text tells no more."""
        found: list[Candidate] = []
        for item in self._found(analysis):
            if not isinstance(item, Candidate):
                yield item
                continue
            again = told_before(item, found, self._of_one_family, analysis.text)
            if again is None:
                found.append(item)
            else:
                found[again] = completed(found[again], item)
                yield _told_again(item, found[again])
        for number in range(len(found)):  # a headline completes what comes after it
            candidate = found[number]
            headline = analysis.sentences[candidate.sentence].section is Section.HEADLINE
            again = retold(candidate, found, self._of_one_family) if headline else None
            if again is None:
                yield self._inheritance.dated(candidate, analysis, found, self._of_one_family)
                continue
            found[again] = completed(found[again], candidate)
            yield _told_again(candidate, found[again])

    def _found(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        affairs = self._screen.affairs(analysis)
        leisure = affairs is not None and affairs.leisure
        promising = list(self._screen.promising(analysis, affairs))
        for sentence, _ in promising:  # one reader after the other: so the tables of each stay in the cache
            analysis.clauses(sentence)
        deeds: list[Candidate] = []
        for sentence, names in promising:
            for item in self._sentence(View(analysis, sentence, leisure=leisure, deeds=deeds, kin=self._kin), names):
                if isinstance(item, Candidate) and item.frame not in self._spoken:
                    deeds.append(item)
                yield item

    def _sentence(self, view: View, names: frozenset[str]) -> Iterator[Candidate | Dropped]:
        """What the frames of these names find; the sentence has not the words of any other."""
        ranks = self._index.ranks(names)
        taken: set[int] = set()
        told: dict[int, Candidate] = {}
        order = sorted(range(len(view.clauses)), key=lambda n: view.clauses[n].form == "noun")
        for number in order:  # verbs first: they say what becomes of the nouns that they carry
            clause = view.clauses[number]
            if number in taken:
                continue
            refused: _Refusal | None = None
            for frame in self._index.frames(clause, view, ranks):
                found = self._match(frame, view, clause)
                if not isinstance(found, Candidate):
                    refused = refused or found
                    continue
                taken.add(number)
                above = continued(found, view, number, told, self._one_family)
                if above is not None:
                    told[above] = completed(told[above], found)  # "attacked it, killing six men"
                    yield _dropped(clause, frame, "goes on with what the clause above it tells")
                    break
                told[number] = found
                taken.update(_used(frame, number, view, self._kin[frame.event_type]))
                break
            else:
                if refused is not None:
                    yield _dropped(clause, *refused)
        yield from told.values()

    def _of_one_family(self, one: Candidate, other: Candidate) -> bool:
        """True for two acts of one kind, as such or by what they are with their status: a visit to come, a promise."""
        families = self._families
        mine, theirs = (families.get((c.event_type, c.status), c.event_type) for c in (one, other))
        return mine == theirs or self._one_family(one, other)

    def _one_family(self, one: Candidate, other: Candidate) -> bool:
        """True for two acts of one kind, whatever their status."""
        mine, theirs = (self._family.get(c.event_type, c.event_type) for c in (one, other))
        return mine == theirs  # the type of a threat may be another plugin's

    def _match(self, frame: Frame, view: View, clause: Clause) -> Candidate | _Refusal:
        reason = refusal(frame, view, clause)
        if reason:
            return frame, reason
        reason = hopeless(frame, view, clause) or unplaced(frame, view, clause)
        if reason or not (view.parties or stands_alone(view)):
            return frame, reason or NOBODY
        actors = fillers(view, clause, frame.actors, acting=True)
        if not frame.reciprocal:
            actors = beside(view, clause, frame.actors, actors)
        if actors or by_instrument(frame, view, clause):
            recipients = fillers(view, clause, frame.recipients, actors, topics=frame.topics)
        else:
            recipients = fillers(view, clause, _direct(frame.recipients), acting=True)
        if frame.recipients.required and not recipients:
            return frame, _unfilled("recipients", frame.recipients)
        if frame.reciprocal and (actors or not frame.actors.required):  # from here on all parties are actors
            actors, recipients = _all_sides(view, actors, recipients)
            if _at_home(actors) and frame.parties > 1:
                return frame, "a government among itself"
        if not actors:
            reason = agentless(frame, view, clause)
            if reason:
                return frame, reason
        if frame.actors.required and not actors:
            return frame, _unfilled("actors", frame.actors)
        count = parties(view, (*actors, *recipients))
        if count < frame.parties:
            return frame, (f"{count} of {frame.parties} parties" if count else "nobody fills a role")
        if frame.abroad and not _abroad(actors, recipients):
            return frame, "the parties are of one country"
        if actors and not recipients and frame.recipients.sources and not frame.reciprocal:
            recipients = implied(view, clause, frame.recipients, actors)
        if frame.threat and actors and announced(view, clause):
            frame = evolve(frame, event_type=frame.threat, spoken=True, attributes={})
        return self._candidate(frame, view, clause, actors, recipients)

    def _candidate(
        self, frame: Frame, view: View, clause: Clause, actors: list[Mention], recipients: list[Mention]
    ) -> Candidate | _Refusal:
        spoken = frame.spoken or clause.lemma in _STANCES
        times = times_for(view, clause, spoken=spoken)
        if clause.form == "noun" and historic(times, view.analysis):
            return frame, "long past, and only named"
        status, cue = told_status(clause, view.governor(clause))
        denial = _denial(view, clause)
        if denial is not None:
            status, cue = Status.DENIED, denial
        if status is Status.DENIED and (frame.polarity == "negative" or clause.modality.value in frame.under):
            status = Status.OCCURRED  # what the frame tells of is just that it was not done
        elif clause.negated and status is Status.DENIED and clause.source is None and denial is None:
            return frame, "said not to be so, by nobody in particular"
        if frame.status is not None and status in (Status.OCCURRED, Status.ONGOING):
            status = frame.status
        times, status = agreed(times, status, clause, view.analysis.document.published, spoken=spoken)
        places, country = places_of(view, clause, frame, actors, recipients)
        if frame.location.required and not places and not country:
            return frame, "no place fills location"
        source = clause.source
        attribution = next(iter(mentions_of(source, view)), None) if source else None
        return Candidate(
            event_type=frame.event_type,
            sentence=clause.sentence,
            trigger=_trigger(frame, view, clause),
            actors=tuple(actors),
            recipients=placed(recipients, actors, places, country),
            places=places,
            times=times,
            status=status,
            status_cue=cue,
            attribution=attribution,
            attributes=self._attributes(frame, view, country),
            confidence=frame.confidence,
            frame=frame.name,
        )

    def _attributes(self, frame: Frame, view: View, country: str | None) -> dict[str, Any]:
        """What the frame says of its events, the country where they take place, and the contexts."""
        attributes = dict(frame.attributes)
        if country:
            attributes["country"] = country
        contexts = [name for name, words in self._contexts.items() if view.holds(words)]
        return {**attributes, "contexts": contexts} if contexts else attributes


def _nouns(frames: Sequence[Frame], family: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The trigger nouns of all event types that are of one family with each."""
    by_family: dict[str, set[str]] = {}
    for frame in frames:
        by_family.setdefault(family[frame.event_type], set()).update(frame.nouns)
    return {name: frozenset(by_family.get(kind, ())) for name, kind in family.items()}


def _family(codes: Mapping[str, str], name: str) -> str:
    """What the kinds of an act have in common: the part of its codes before the colon, else its name."""
    first = next((code for code in codes.values() if ":" in code), None)
    return first.partition(":")[0] if first else name


def _unfilled(name: str, role: Role) -> str:
    return f"nobody of class {', '.join(role.classes) or 'any'} fills {name}"


def _direct(role: Role) -> Role:
    """The role without its loose sources: where nobody acts, a place or a name nearby is not enough for an event."""
    sources = []
    for source in role.sources:
        if source.prepositions:
            closer = tuple(p for p in source.prepositions if p not in _WHERE)
            if closer:
                sources.append(RoleSource(source.slot, closer))
        elif source.slot not in _LOOSE:
            sources.append(source)
    return evolve(role, sources=tuple(sources))


def _all_sides(view: View, actors: list[Mention], recipients: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The parties of a reciprocal event as its actors."""
    sides = [m for m in actors if not _inside_of(m, actors)]
    if len(sides) >= 2 or any(m.members for m in sides):
        return sides, recipients
    if recipients:
        return [*actors, *recipients], []
    other = coordinated(view, actors[0]) if actors and not actors[0].members else None
    return ([other, *actors] if other is not None and other not in actors else actors), recipients


def _inside_of(mention: Mention, others: Sequence[Mention]) -> bool:
    """ "Chinese", in "Chinese and Russian warships", which are both already."""
    return any(m.members and m is not mention and m.span.contains(mention.span) for m in others)


def _at_home(parties: Sequence[Mention]) -> bool:
    """True when all parties are of one country's government."""
    entities = [e for m in parties for e in actors_of(m)]
    return (
        len(entities) > 1
        and len({e.country for e in entities}) == 1
        and all(e.sector in (Sector.GOV, Sector.MIL) for e in entities)
    )


def _abroad(actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """True when the recipients, or those who act together, are of another country than the actors."""
    if not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    here = {e.country for m in actors for e in actors_of(m)}
    return any(e.country not in here for m in recipients for e in actors_of(m))


def _denial(view: View, clause: Clause) -> Span | None:
    """The words that deny it, some clauses up: "denied reports that it had been selling oil"."""
    above, steps = clause, 0
    while above.governor is not None and steps < _STEPS and above.relation in ("complement", "object", "subject"):
        above, steps = view.clauses[above.governor], steps + 1
        if above.lemma == "deny":
            return above.predicate
    return None


def _used(frame: Frame, at: int, view: View, kin: frozenset[str]) -> Iterator[int]:
    """The noun of a light-verb frame is no event of its own, nor is what an absorbing frame governs.

    So is its subject ("Israeli attacks killed three"), but for what people speak of: "the killing drew condemnation"
    tells of both. ``kin`` are the nouns of the frame's own kind of act.
    """
    clause = view.clauses[at]
    if frame.absorbs:
        yield from governed(at, view, frame.absorbs)
    if clause.form == "noun" and clause.relation in ("object", "subject") and clause.governor is not None:
        governor = view.clauses[clause.governor]
        if governor.form == "verb" and governor.head.start > clause.head.start:
            yield clause.governor  # "an attack was launched": the verb only carries the noun
    for number, other in enumerate(view.clauses):
        if other.form == "noun" and number != at:
            subject = other.governor == at and other.relation == "subject" and (other.lemma in kin or not frame.spoken)
            if subject or _inside(other, clause, frame):
                yield number


def _inside(noun: Clause, clause: Clause, frame: Frame) -> bool:
    """True when the noun heads what the frame asked for: the object or a complement."""
    wanted: list[Span] = []
    if frame.objects:
        wanted += [c for a in arguments(clause, RoleSource("object")) for c in (a.head, *a.conjuncts[1:])]
    for complement in frame.complements:
        wanted += [c.head for c in clause.complements if c.preposition in complement.prepositions]
    return any(span.overlaps(noun.head) for span in wanted)


def _trigger(frame: Frame, view: View, clause: Clause) -> Span:
    """The predicate; with its object where the frame asks for one, so that both forms of an act share their words."""
    if clause.form == "verb" and frame.objects:
        for argument in arguments(clause, RoleSource("object")):
            if (
                not argument.via
                and argument.head.start >= clause.predicate.end
                and argument.head.end - clause.predicate.end < 60
            ):
                return Span(clause.predicate.start, argument.head.end)
    return clause.predicate


def _told_again(candidate: Candidate, kept: Candidate) -> Dropped:
    return Dropped(
        event_type=candidate.event_type,
        sentence=candidate.sentence,
        trigger=candidate.trigger,
        reason=f"told again in sentence {kept.sentence}",
        frame=candidate.frame,
    )


def _dropped(clause: Clause, frame: Frame, reason: str) -> Dropped:
    return Dropped(
        event_type=frame.event_type, sentence=clause.sentence, trigger=clause.head, reason=reason, frame=frame.name
    )
