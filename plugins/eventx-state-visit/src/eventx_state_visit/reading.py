"""From one clause to the visits that it claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from eventx import Analysis, Argument, Clause, DateRange, Dropped, Mention, MentionKind, Precision, Role, Span
from eventx_state_visit import modifiers, status
from eventx_state_visit.claims import EVENT_TYPE, Claim
from eventx_state_visit.destinations import Destination, by_description, destinations, grouped, place_of
from eventx_state_visit.lexicon import Pattern, VisitLexicon
from eventx_state_visit.slots import arguments, heads, is_person, may_travel, within
from eventx_state_visit.timing import timing


@frozen(kw_only=True, slots=True)
class Scene:
    """A clause with all that its reading needs."""

    analysis: Analysis
    lexicon: VisitLexicon
    clause: Clause
    clauses: Sequence[Clause]
    mentions: Sequence[Mention]

    @property
    def governor(self) -> Clause | None:
        """The clause that this one depends on."""
        return self.clauses[self.clause.governor] if self.clause.governor is not None else None

    def drop(self, reason: str, rule: str) -> Dropped:
        """The clause, not taken."""
        return Dropped(
            event_type=EVENT_TYPE, sentence=self.clause.sentence, trigger=self.clause.head, reason=reason, frame=rule
        )


def read(scene: Scene) -> Iterator[Claim | Dropped]:
    """The claims of a clause, or why it makes none. Clauses without a trigger give nothing."""
    clause, lexicon = scene.clause, scene.lexicon
    table = lexicon.nouns if clause.form == "noun" else lexicon.verbs
    pattern = table.get(clause.lemma)
    if pattern is None and clause.form == "verb" and clause.lemma == "be":
        yield from _presence(scene)
        return
    if pattern is None and clause.form == "noun" and clause.lemma in lexicon.gatherings:
        pattern = Pattern(
            name="talks",
            lemmas=frozenset(),
            visitor=("subject", "between", "with"),
            destination=("in", "at"),
            host=("with", "between", "subject"),
            weak=True,
        )
    subject = clause.subject
    if pattern is not None and pattern.name == "itinerary" and (subject is None or subject.lemma not in lexicon.nouns):
        pattern = None
    if pattern is None:
        return
    if _generic(scene):
        yield scene.drop("a habit or a generality, no single visit", pattern.name)
        return
    yield from _claims(scene, pattern)


def _generic(scene: Scene) -> bool:
    """True for "rarely hosts foreign guests", "never visits": an adverb of habit with a present tense."""
    clause = scene.clause
    if clause.form != "verb" or clause.tense != "present":
        return False
    tokens = scene.analysis.tokens(clause.sentence)
    first = modifiers.first_token(tokens, clause.predicate)
    around = tokens.lowers[max(0, first - 2) : first + 4]
    return any(word in scene.lexicon.generic for word in around)


def _claims(scene: Scene, pattern: Pattern) -> Iterator[Claim | Dropped]:
    visitors = _visitors(scene, pattern)
    goals = _destinations(scene, pattern, visitors)
    hosts = _hosts(scene, pattern)
    if not goals and pattern.name in ("host", "invite"):
        goals = _home_of(hosts)
    if not goals and pattern.name == "visit" and scene.clause.form == "verb":
        goals = _home_of([m for a in arguments(scene.clause, "object") for m in heads(a, scene.mentions)])
    if not visitors and not goals:
        yield scene.drop("names neither an official visitor nor a country", pattern.name)
        return
    if pattern.weak and not (visitors and goals):
        yield scene.drop("no travel is stated", pattern.name)
        return
    if pattern.weak and _remote(scene):
        yield scene.drop("a call or a video meeting, nobody travels", pattern.name)
        return
    reading = _status(scene, pattern)
    if reading is None:
        yield scene.drop("said not to have taken place", pattern.name)
        return
    yield from _paired(scene, pattern, visitors, goals, hosts, reading)


def _paired(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    goals: Sequence[Destination],
    hosts: Sequence[Mention],
    reading: status.Reading,
) -> Iterator[Claim | Dropped]:
    """One claim for each country of visitors and each destination; one-sided ones wait for their antecedent."""
    groups = by_country(visitors) or [()]
    found = False
    for group in groups:
        origin = next((m.actor.country for m in group if m.actor), None)
        for number, goal in enumerate(goals or [Destination("", ())]):
            if goal.country and goal.country == origin:
                continue
            found = True
            claim = _claim(scene, pattern, group, goal, hosts, reading, follows=number > 0)
            yield _own_part(claim, number, len(goals))
    if not found:
        yield scene.drop("stays inside the visitor's own country", pattern.name)


def _own_part(claim: Claim, number: int, stops: int) -> Claim:
    """Of one span for a whole tour the first stop has the start, the last one the end, the others nothing."""
    dates = claim.dates
    if stops < 2 or dates is None or (dates.days or 0) < 2 or dates.precision is not Precision.DAY:
        return claim
    if 0 < number < stops - 1:
        return evolve(claim, dates=None, date_spans=())
    part: DateRange = evolve(dates, end=None) if number == 0 else evolve(dates, start=None)
    return evolve(claim, dates=part)


def _claim(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    goal: Destination,
    hosts: Sequence[Mention],
    reading: status.Reading,
    *,
    follows: bool,
) -> Claim:
    analysis, clause = scene.analysis, scene.clause
    tokens = analysis.tokens(clause.sentence)
    arrival = pattern.motion or pattern.weak or pattern.name in ("arrival", "presence")
    when = timing(clause, scene.clauses, analysis.times(clause.sentence), arrival=arrival)
    level, level_span = ("unspecified", None)
    if clause.form == "noun" and not pattern.weak:
        level, level_span = modifiers.level_of(tokens, clause, scene.lexicon)
    stretch = _stretch(scene)
    gathering = modifiers.gathering_of(analysis.text, stretch)
    if level == "unspecified" and _to_summit(scene, pattern, stretch):
        level = "summit"
    settled = status.settle(reading, when.dates, analysis.document.published)
    return Claim(
        sentence=clause.sentence,
        trigger=_trigger(scene),
        visitors=tuple(visitors),
        country=goal.country,
        places=goal.mentions,
        hosts=tuple(m for m in hosts if m.actor and m.actor.country == goal.country),
        dates=when.dates,
        date_spans=when.spans,
        within=when.within,
        status=settled,
        cue=reading.cue,
        level=level,
        level_span=level_span,
        purposes=modifiers.purposes_of(analysis.text, stretch, scene.lexicon),
        gathering=gathering,
        attribution=_source(scene),
        invited=pattern.name == "invite",
        first=modifiers.first_of(analysis.text, analysis.sentences[clause.sentence].span),
        follows=follows or _follows(scene),
        over=reading.over,
        confidence=_confidence(pattern, visitors),
        rule=pattern.name,
    )


def _visitors(scene: Scene, pattern: Pattern) -> list[Mention]:
    """Who travels: of the pattern's slots the first that names somebody; of a meeting all its parties."""
    found: list[Mention] = []
    for slot in pattern.visitor:
        here = [m for a in arguments(scene.clause, slot) for m in heads(a, scene.mentions)]
        if pattern.delegation:
            here = [_sent_by(m, scene) for m in here]
        if pattern.name == "itinerary":
            here = [m for a in arguments(scene.clause, slot) for m in scene.mentions if a.span.contains(m.span)]
        here = [m for m in here if may_travel(m) and m not in found]
        if not pattern.weak and here:
            return here
        found.extend(m for m in here if is_person(m))
    return found


def _sent_by(mention: Mention, scene: Scene) -> Mention:
    """A leader whose country the text does not state has that of the delegation."""
    actor = mention.actor
    if actor is None or actor.country is not None:
        return mention
    for argument in arguments(scene.clause, "object"):
        for group in heads(argument, scene.mentions):
            if group.kind is MentionKind.GROUP and group.actor and group.actor.country:
                role = actor.role or Role.OFFICIAL
                return evolve(mention, actor=evolve(actor, country=group.actor.country, role=role))
    return mention


def _hosts(scene: Scene, pattern: Pattern) -> list[Mention]:
    found: list[Mention] = []
    for slot in pattern.host:
        for argument in arguments(scene.clause, slot):
            found.extend(m for m in heads(argument, scene.mentions) if m.actor is not None and m not in found)
    return found


def _destinations(scene: Scene, pattern: Pattern, visitors: Sequence[Mention]) -> list[Destination]:
    clause = scene.clause
    origin = next((m.actor.country for m in visitors if m.actor), None)
    for slot in pattern.destination:
        found: list[Destination] = []
        for argument in arguments(clause, slot):
            if slot == "object" and argument.lemma in scene.lexicon.veto_objects:
                continue
            here = destinations(argument, scene.mentions, deep=pattern.gathering or _is_gathering(scene, argument))
            found.extend(here or by_description(argument, scene.analysis, clause.sentence, origin))
        if found:
            return found
    if clause.form == "noun" and not pattern.weak:
        return _modifying(scene) or _of_governor(scene, origin) or _of_purpose(scene)
    if pattern.motion or pattern.gathering:
        return _embedded(scene) or _here(scene)
    return _here(scene) if pattern.name == "visit" else []


def _here(scene: Scene) -> list[Destination]:
    """ "arrived here": the place of the dateline."""
    place = scene.analysis.discourse.dateline_place
    if place is None:
        return []
    tokens, extent = scene.analysis.tokens(scene.clause.sentence), scene.clause.extent
    if not any(
        w == "here" and extent.start <= at < extent.end for w, at in zip(tokens.lowers, tokens.starts, strict=True)
    ):
        return []
    sentence = scene.analysis.sentence_at(place)
    return grouped(m for m in scene.analysis.mentions(sentence) if place.overlaps(m.span) and place_of(m) is not None)


def _of_governor(scene: Scene, origin: str | None) -> list[Destination]:
    """ "signed the treaty in Taipei during a visit": the place of the act within it, where that lies abroad."""
    governor = scene.governor
    if governor is None or scene.clause.relation != "complement" or governor.form != "verb":
        return []
    found = [d for slot in ("in", "at") for a in arguments(governor, slot) for d in destinations(a, scene.mentions)]
    return [d for d in found if d.country != origin][:1]


def _of_purpose(scene: Scene) -> list[Destination]:
    """ "a visit by Xi to meet the president in Florida": the place of what the visit is for."""
    for other in scene.clauses:
        if (
            other.relation == "purpose"
            and other.governor == scene.clause.governor
            and scene.clause.head.before(other.head)
        ):
            for slot in ("in", "at"):
                for argument in arguments(other, slot):
                    found = destinations(argument, scene.mentions)
                    if found:
                        return found
    return []


def _is_gathering(scene: Scene, argument: Argument) -> bool:
    return argument.lemma.lower() in scene.lexicon.gatherings


def _modifying(scene: Scene) -> list[Destination]:
    """The destination before the noun: "his China trip", "the Beijing visit"."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    indexes = modifiers.before_head(tokens, scene.clause)
    if not indexes:
        return []
    span = Span(tokens.starts[min(indexes)], scene.clause.head.start)
    named = [m for m in within(span, scene.mentions) if m.kind in (MentionKind.COUNTRY, MentionKind.PLACE)]
    return grouped(named)


def _embedded(scene: Scene) -> list[Destination]:
    """The place of a noun inside the clause: "will attend a summit in Doha", "head to talks in Geneva"."""
    at = scene.clauses.index(scene.clause)
    for other in scene.clauses:
        if other.governor == at and other.form == "noun" and other.relation in ("object", "purpose", "complement"):
            for slot in ("in", "at"):
                for argument in arguments(other, slot):
                    found = destinations(argument, scene.mentions)
                    if found:
                        return found
    return []


def _home_of(hosts: Sequence[Mention]) -> list[Destination]:
    """The country of whoever receives."""
    codes: dict[str, list[Mention]] = {}
    for mention in hosts:
        if mention.actor and mention.actor.country and len(mention.actor.country) == 3:
            codes.setdefault(mention.actor.country, [])
            if mention.kind is MentionKind.COUNTRY:
                codes[mention.actor.country].append(mention)
    return [Destination(code, tuple(found)) for code, found in codes.items()]


def _presence(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "Kerry is in Riyadh for talks": a person of one country stated to be in another one."""
    pattern = Pattern(name="presence", lemmas=frozenset({"be"}), visitor=("subject",), destination=("in",))
    visitors = _visitors(scene, pattern)
    if not visitors:
        return
    goals = [d for a in arguments(scene.clause, "in") for d in destinations(a, scene.mentions)]
    if not goals:
        return
    reading = status.of_verb(scene.clause, "")
    if reading is None:
        return
    if reading.status.value == "occurred" and scene.clause.tense == "present":
        reading = status.Reading(status.Status.ONGOING, scene.clause.predicate)
    yield from _paired(scene, pattern, visitors, goals, (), reading)


def _remote(scene: Scene) -> bool:
    return modifiers.has_word(scene.analysis, scene.clause.sentence, scene.lexicon.remote)


def _status(scene: Scene, pattern: Pattern) -> status.Reading | None:
    if scene.clause.form == "noun":
        reading = status.of_noun(scene.clause, scene.governor, dict(scene.lexicon.carriers), scene.lexicon.ended)
        if reading and pattern.status and reading.status is status.Status.OCCURRED:
            return status.Reading(status.Status(pattern.status), reading.cue, reading.over)
        return reading
    return status.of_verb(scene.clause, pattern.status)


def _to_summit(scene: Scene, pattern: Pattern, stretch: Span) -> bool:
    """True when the trip is to a multilateral meeting."""
    if not (pattern.gathering or scene.clause.form == "verb"):
        return False
    text = stretch.of(scene.analysis.text).lower()
    return any(word in text for word in ("summit", "conference", "forum", "general assembly"))


def _stretch(scene: Scene) -> Span:
    """The clause with the clauses that say its purpose."""
    span = scene.clause.extent
    at = scene.clauses.index(scene.clause)
    for other in scene.clauses:
        if other.governor == at and other.relation in ("purpose", "object", "complement"):
            span = span.cover(other.extent)
    return span


def _trigger(scene: Scene) -> Span:
    """The words that say it: the verb group, or the noun with its carrying verb."""
    clause, governor = scene.clause, scene.governor
    if clause.form == "noun" and governor is not None and clause.relation == "object":
        span = governor.predicate.cover(clause.head)
        if len(span) < 80:
            return span
    return clause.predicate


def _source(scene: Scene) -> Mention | None:
    argument = scene.clause.source or (scene.governor.source if scene.governor else None)
    if argument is None:
        return None
    return next((m for m in heads(argument, scene.mentions) if m.actor is not None), None)


def _follows(scene: Scene) -> bool:
    """True when the clause says that it comes after another stop."""
    tokens = scene.analysis.tokens(scene.clause.sentence)
    extent = scene.clause.extent
    return any(
        word in scene.lexicon.sequence
        for word, start in zip(tokens.lowers, tokens.starts, strict=True)
        if extent.start <= start < extent.end
    )


def by_country(visitors: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The visitors by the country that they represent, in text order."""
    groups: dict[str, list[Mention]] = {}
    for mention in visitors:
        if mention.actor and mention.actor.country:
            groups.setdefault(mention.actor.country, []).append(mention)
    return [tuple(group) for group in groups.values()]


def _confidence(pattern: Pattern, visitors: Sequence[Mention]) -> float:
    base = 0.6 if pattern.weak else 0.75 if pattern.name in ("presence", "attend", "take-part") else 0.9
    return base if any(is_person(m) for m in visitors) else base - 0.1


def has_place(mention: Mention) -> bool:
    """True for a mention that can be a destination."""
    place = place_of(mention)
    return place is not None and place.country is not None
