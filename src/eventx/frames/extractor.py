"""The extractor that runs frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx.frames.fill import Scene, arguments, fillers, mentions_of
from eventx.frames.model import Frame, FrameSet, RoleSource
from eventx.frames.status import status_of
from eventx.hooks.parts import Analysis
from eventx.lexicon.words import load_words
from eventx.records import (
    Argument,
    Candidate,
    Clause,
    Dropped,
    Mention,
    MentionKind,
    Section,
    Span,
    Status,
    TimeExpression,
)
from eventx.resolve import times_of


class FrameExtractor:
    """Finds the events of frame files: trigger words first, clauses only where one stands."""

    requires = ("sentences", "tokens", "times", "mentions", "clauses", "terms")

    def __init__(self, name: str, framesets: Sequence[FrameSet], lexicon: str) -> None:
        self.name = name
        self._lexicon = lexicon
        self._verbs: dict[str, list[Frame]] = {}
        self._nouns: dict[str, list[Frame]] = {}
        for frameset in framesets:
            for frame in frameset.frames:
                for lemma in frame.verbs:
                    self._verbs.setdefault(lemma, []).append(frame)
                for lemma in frame.nouns:
                    self._nouns.setdefault(lemma, []).append(frame)
        for table in (self._verbs, self._nouns):
            for frames in table.values():
                frames.sort(key=lambda f: (tuple(-n for n in f.specificity), f.name))

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """The candidates of all frames, one frame a clause at the most."""
        triggered = sorted({term.sentence for term in analysis.terms(self._lexicon)})
        for sentence in triggered:
            if analysis.sentences[sentence].section is Section.FURNITURE:
                continue
            mentions = analysis.mentions(sentence)
            if not any(m.actor is not None or m.members for m in mentions):
                continue
            yield from self._sentence(analysis, sentence, mentions)

    def _sentence(
        self, analysis: Analysis, sentence: int, mentions: tuple[Mention, ...]
    ) -> Iterator[Candidate | Dropped]:
        clauses = analysis.clauses(sentence)
        taken: set[int] = set()
        for number, clause in enumerate(clauses):
            table = self._verbs if clause.form == "verb" else self._nouns
            frames = table.get(clause.lemma, ())
            scene = Scene(clause, clauses, mentions)
            refused: Dropped | None = None
            for frame in frames:
                found = self._match(frame, scene, analysis, taken)
                if isinstance(found, Candidate):
                    taken.add(number)
                    taken.update(self._used(frame, clause, clauses))
                    yield found
                    break
                refused = refused or found
            else:
                if refused is not None:
                    yield refused

    @staticmethod
    def _used(frame: Frame, clause: Clause, clauses: Sequence[Clause]) -> Iterator[int]:
        """The noun of a light-verb frame is no event of its own, nor is what an absorbing frame governs."""
        if frame.absorbs:
            yield from _governed(clauses.index(clause), clauses)
        if not frame.objects:
            return
        for number, other in enumerate(clauses):
            named = other.form == "noun" and other.lemma in frame.objects
            if named and other.governor is not None and clauses[other.governor] is clause:
                yield number

    def _match(self, frame: Frame, scene: Scene, analysis: Analysis, taken: set[int]) -> Candidate | Dropped | None:
        clause = scene.clause
        if scene.clauses.index(clause) in taken:
            return None
        reason = self._refusal(frame, scene)
        if reason:
            return self._dropped(frame, clause, reason)
        actors, recipients = fillers(scene, frame.actors), fillers(scene, frame.recipients)
        recipients = [m for m in recipients if m not in actors]
        if frame.reciprocal and len(actors) < 2 and recipients:
            actors, recipients = [*actors, *recipients], []
        if not actors and self._refused(frame, scene):
            return self._dropped(frame, clause, f"whoever does it is not of class {', '.join(frame.actors.classes)}")
        for role, found, spec in (("actors", actors, frame.actors), ("recipients", recipients, frame.recipients)):
            if spec.required and not found:
                return self._dropped(frame, clause, f"nobody of class {', '.join(spec.classes) or 'any'} fills {role}")
        if not actors and not recipients:
            return self._dropped(frame, clause, "nobody fills a role")
        return self._candidate(frame, scene, analysis, actors, recipients)

    @staticmethod
    def _refused(frame: Frame, scene: Scene) -> bool:
        """True when the clause names a doer whom the frame does not admit (only an agentless clause may lack one)."""
        return any(True for source in frame.actors.sources[:1] for _ in arguments(scene.clause, source))

    def _refusal(self, frame: Frame, scene: Scene) -> str:
        clause = scene.clause
        if clause.voice == "passive" and not frame.passive:
            return "passive"
        if frame.under:
            governor = scene.governor
            over = {clause.modality.value, governor.lemma if governor else ""}
            if not over & frame.under:
                return f"not under {', '.join(sorted(frame.under))}"
        if frame.objects and not _object_lemmas(clause) & frame.objects:
            return "its object is none of the frame's"
        if frame.unless:
            heads = {a.lemma for a in _all_arguments(clause)} | _modifier_words(scene)
            vetoed = heads & frame.unless
            if vetoed:
                return f"vetoed by {', '.join(sorted(vetoed))}"
        return ""

    def _candidate(
        self, frame: Frame, scene: Scene, analysis: Analysis, actors: list[Mention], recipients: list[Mention]
    ) -> Candidate:
        clause = scene.clause
        status, cue = status_of(clause, scene.governor)
        if frame.status is not None and status in (Status.OCCURRED, Status.ONGOING):
            status = frame.status
        source = clause.source
        attribution = next(iter(mentions_of(source, scene.mentions)), None) if source else None
        return Candidate(
            event_type=frame.event_type,
            sentence=clause.sentence,
            trigger=clause.predicate,
            actors=tuple(actors),
            recipients=tuple(recipients),
            places=tuple(_places(scene, frame)),
            times=self._times(scene, analysis),
            status=status,
            status_cue=cue,
            attribution=attribution,
            confidence=frame.confidence,
            frame=frame.name,
        )

    @staticmethod
    def _times(scene: Scene, analysis: Analysis) -> tuple[TimeExpression, ...]:
        times = analysis.times(scene.clause.sentence)
        chosen = times_of(scene.clause, scene.clauses, times)
        if not chosen and scene.governor is not None and scene.clause.relation in ("object", "subject", "complement"):
            chosen = times_of(scene.governor, scene.clauses, times)
        return chosen

    @staticmethod
    def _dropped(frame: Frame, clause: Clause, reason: str) -> Dropped:
        return Dropped(
            event_type=frame.event_type, sentence=clause.sentence, trigger=clause.head, reason=reason, frame=frame.name
        )


def _governed(at: int, clauses: Sequence[Clause]) -> Iterator[int]:
    """The clauses that depend on a clause as its content, and those that depend on them."""
    for number, other in enumerate(clauses):
        if (
            other.governor == at
            and number != at
            and other.relation in ("complement", "object", "purpose", "coordination")
        ):
            if other.relation == "coordination" and other.modality is clauses[at].modality:
                continue
            yield number
            if number > at:
                yield from _governed(number, clauses)


def _places(scene: Scene, frame: Frame) -> list[Mention]:
    """The place mentions of the location role."""
    for source in frame.location.sources:
        if source.slot == "place":
            continue
        for argument in arguments(scene.clause, source):
            inside = [m for m in scene.mentions if argument.span.contains(m.span) and m.place is not None]
            if inside:
                return inside
    return []


def _object_lemmas(clause: Clause) -> set[str]:
    """The head lemmas of what the verb takes: object (subject of a passive) and complements."""
    found = {a.lemma.lower() for a in arguments(clause, RoleSource("object"))}
    return found | {c.lemma.lower() for c in clause.complements}


def _all_arguments(clause: Clause) -> Iterator[Argument]:
    for argument in (clause.subject, clause.object, clause.indirect, *clause.complements):
        if argument is not None:
            yield argument


def _modifier_words(scene: Scene) -> set[str]:
    """Nothing yet but the names of those who fill the clause, for vetoes by name."""
    return {
        m.text.lower() for m in scene.mentions if m.kind is MentionKind.ORGANIZATION and _near(m, scene.clause.extent)
    }


def _near(mention: Mention, extent: Span) -> bool:
    return extent.contains(mention.span)


def trigger_forms(framesets: Sequence[FrameSet]) -> dict[str, str]:
    """Every inflected form of every trigger's first word, for the scan."""
    lemmas = {word.split()[0] for s in framesets for f in s.frames for word in (*f.verbs, *f.nouns)}
    forms = {lemma: lemma for lemma in lemmas}
    for form, entry in load_words().open.items():
        for lemma in (entry.verb, entry.noun):
            if lemma in lemmas:
                forms[form] = lemma
    return dict(sorted(forms.items()))
