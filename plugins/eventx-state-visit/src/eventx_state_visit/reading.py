"""From one clause to the visits that it claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from eventx import Clause, DateRange, Dropped, Mention, MentionKind, Precision, Role, Sector, Span
from eventx_state_visit import modifiers, status
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations import Destination, destinations
from eventx_state_visit.goals import goals_of, onward, origins, placed
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.scene import Scene
from eventx_state_visit.slots import arguments, heads, is_person, may_travel
from eventx_state_visit.timing import timing

_TALKS = Pattern(
    name="talks",
    lemmas=frozenset(),
    visitor=("subject", "between", "with"),
    destination=("in", "at"),
    host=("with", "between", "subject"),
    weak=True,
)
_PRESENCE = Pattern(name="presence", lemmas=frozenset({"be"}), visitor=("subject",), destination=("in", "at"))
_BEING = frozenset({"be", "be due", "expect"})
_FROM = Pattern(name="return", lemmas=frozenset(), visitor=("subject",), destination=("from",), motion=True)
_MODEST = ("presence", "attend", "take-part")  # rules that say less plainly that somebody travels
_LONGEST_TRIGGER = 80
_POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our"})


def read(scene: Scene) -> Iterator[Claim | Dropped]:
    """The claims of a clause, or why it makes none. Clauses without a trigger give nothing."""
    pattern = _pattern(scene)
    if pattern is not None:
        if _generic(scene):
            yield scene.drop("a habit or a generality, no single visit", pattern.name)
            return
        made = False
        for found in _claims(scene, pattern):
            made = made or isinstance(found, Claim)
            yield found
        if made:
            return
    clause = scene.clause
    if clause.form == "verb" and (clause.lemma in _BEING or clause.lemma in scene.lexicon.placing):
        yield from _presence(scene)


def _pattern(scene: Scene) -> Pattern | None:
    """The pattern that the clause's predicate belongs to."""
    clause, lexicon = scene.clause, scene.lexicon
    if clause.form == "noun":
        return lexicon.nouns.get(clause.lemma) or (_TALKS if clause.lemma in lexicon.gatherings else None)
    pattern = lexicon.verbs.get(clause.lemma)
    if pattern is not None and pattern.name == "itinerary":
        subject = clause.subject
        return pattern if subject is not None and subject.lemma in lexicon.nouns else None
    return pattern


def _generic(scene: Scene) -> bool:
    """True for "rarely hosts foreign guests", "never visits": an adverb of habit with a present tense.

    So are trips that are spoken of in general: "has scaled down his trips abroad".
    """
    clause = scene.clause
    tokens = scene.analysis.tokens(clause.sentence)
    first = modifiers.first_token(tokens, clause.predicate)
    if clause.form == "verb":
        around = tokens.lowers[max(0, first - 2) : first + 4]
        return clause.tense == "present" and any(word in scene.lexicon.generic for word in around)
    plural = first < len(tokens) and tokens.features[first] == "P"
    return plural and clause.lemma not in scene.lexicon.gatherings and not clause.complements


def _claims(scene: Scene, pattern: Pattern) -> Iterator[Claim | Dropped]:
    visitors = _visitors(scene, pattern)
    hosts = _hosts(scene, pattern)
    goals = goals_of(scene, pattern, visitors, hosts)
    refusal = _refusal(scene, pattern, visitors, goals)
    if refusal:
        yield scene.drop(refusal, pattern.name)
        return
    reading = _status(scene, pattern)
    if reading is None:
        yield scene.drop("said not to have taken place", pattern.name)
        return
    if pattern.name == "leave":
        yield from _leaving(scene, pattern, visitors, goals, reading)
        return
    yield from _paired(scene, pattern, visitors, goals, hosts, reading)
    if pattern.motion and pattern.name != "return" and visitors:
        yield from _coming_from(scene, visitors, reading)


def _leaving(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    goals: Sequence[Destination],
    reading: status.Reading,
) -> Iterator[Claim | Dropped]:
    """Two visits at the most: one to the country that is left, one to where the way leads."""
    past = reading.status in (status.Status.OCCURRED, status.Status.ONGOING)
    left = status.Reading(status.Status.OCCURRED, reading.cue, over=True) if past else reading
    abroad = _abroad(goals, visitors)
    if abroad:
        yield from _paired(scene, evolve(pattern, name="return"), visitors, abroad, (), left)
    ahead = onward(scene)
    if ahead or not goals:
        yield from _paired(scene, evolve(pattern, name="travel"), visitors, ahead, (), reading)


def _coming_from(scene: Scene, visitors: Sequence[Mention], reading: status.Reading) -> Iterator[Claim | Dropped]:
    """ "flew in from New Delhi": a country on the way that is not the traveller's own."""
    if any(m.actor and m.actor.sector is Sector.IGO for m in visitors):
        return
    abroad = _abroad(origins(scene), visitors)
    if abroad and reading.status in (status.Status.OCCURRED, status.Status.ONGOING):
        over = status.Reading(status.Status.OCCURRED, over=True)
        yield from _paired(scene, _FROM, visitors, abroad, (), over)


def _abroad(goals: Sequence[Destination], visitors: Sequence[Mention]) -> list[Destination]:
    homes = {country_of(m) for m in visitors}
    return [g for g in goals if g.country not in homes]


def _refusal(
    scene: Scene, pattern: Pattern, visitors: Sequence[Mention], goals: Sequence[Destination]
) -> str:
    """Why the clause claims nothing; empty where it may."""
    if not visitors and _named_otherwise(scene):
        return "its visitor represents no country that the text tells"
    if not visitors and not goals:
        definite = scene.clause.form == "noun" and not pattern.weak and modifiers.is_definite(scene)
        return "" if definite else "names neither an official visitor nor a country"
    if pattern.weak and not (visitors and goals):
        gathering = pattern.name == "talks" and scene.clause.lemma in scene.lexicon.summits and len(visitors) > 1
        return "" if gathering and not goals else "no travel is stated"
    if pattern.name == "spend" and not _is_time(scene):
        return "spends no time"
    if pattern.name == "leave" and not (goals or onward(scene)) and not visitors:
        return "names neither an official visitor nor a country"
    if pattern.name in ("host", "invite") and not visitors:
        return "receives nobody who represents a country"
    remote = modifiers.has_word(scene.analysis, scene.clause.sentence, scene.lexicon.remote)
    if remote and (pattern.weak or pattern.gathering):
        return "a call or a video meeting, nobody travels"
    return ""


def _is_time(scene: Scene) -> bool:
    """ "spent five days", "will spend the weekend"."""
    times = scene.analysis.times(scene.clause.sentence)
    taken = scene.clause.object
    return any(scene.clause.extent.overlaps(t.span) for t in times) and (
        taken is None or any(taken.span.overlaps(t.span) for t in times) or taken.lemma in _TIMES
    )


_TIMES = frozenset({"night", "day", "hour", "week", "weekend", "month", "time", "morning", "afternoon", "evening"})


def _named_otherwise(scene: Scene) -> bool:
    """ "the visit by Vice Marshal Jo": somebody is named who is no visitor that we know, so nobody else is one."""
    clause = scene.clause
    if clause.form != "noun" or clause.subject is None:
        return False
    own = clause.subject.via in ("", "possessive")
    return own and clause.subject.span.of(scene.analysis.text).lower() not in _POSSESSIVES


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
        origin = next((country_of(m) for m in group), None)
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
    arrival = pattern.motion or pattern.weak or pattern.name in ("arrival", "presence", "host")
    arrival = arrival or clause.lemma in ("speak", "address", "open")
    when = timing(
        clause, scene.clauses, analysis, scene.lexicon, arrival=arrival, leaving=pattern.name == "return" and reading.over
    )
    level, level_span = ("unspecified", None)
    if clause.form == "noun" and not pattern.weak:
        level, level_span = modifiers.level_of(analysis.tokens(clause.sentence), clause, scene.lexicon)
    stretch = _stretch(scene)
    if level == "unspecified" and _to_summit(scene, pattern, stretch):
        level = "summit"
    return Claim(
        sentence=clause.sentence,
        trigger=_trigger(scene),
        visitors=tuple(visitors),
        country=goal.country,
        places=goal.mentions,
        hosts=tuple(m for m in hosts if country_of(m) == goal.country),
        dates=when.dates,
        date_spans=when.spans,
        within=when.within,
        status=status.settle(reading, when.dates, analysis.document.published),
        cue=reading.cue,
        level=level,
        level_span=level_span,
        purposes=modifiers.purposes_of(analysis.text, stretch, scene.lexicon),
        gathering=modifiers.gathering_of(analysis.text, stretch),
        attribution=_source(scene),
        invited=pattern.name == "invite",
        first=modifiers.first_of(analysis.text, scene.sentence_span),
        follows=follows or any(w in scene.lexicon.sequence for w in scene.words(clause.extent)),
        over=reading.over,
        assumed=reading.assumed and when.dates is None,
        noun=clause.form == "noun",
        apposition=clause.form == "noun" and modifiers.is_apposed(scene),
        confidence=_confidence(pattern, visitors),
        rule=pattern.name,
    )


def _visitors(scene: Scene, pattern: Pattern) -> list[Mention]:
    """Who travels: of the pattern's slots the first that names somebody; of a meeting all its parties."""
    found: list[Mention] = []
    for slot in pattern.visitor:
        here = [m for a in arguments(scene.clause, slot) for m in heads(a, scene.mentions)]
        if pattern.delegation or scene.clause.lemma == "represent":
            here = [_sent_by(m, scene) for m in here]
        if pattern.name == "itinerary":
            here = [m for a in arguments(scene.clause, slot) for m in scene.mentions if a.span.contains(m.span)]
        here = [m for m in here if may_travel(m) and m not in found]
        if not pattern.weak and here:
            return here
        found.extend(m for m in here if is_person(m))
    return found or _carrying(scene, pattern)


def _carrying(scene: Scene, pattern: Pattern) -> list[Mention]:
    """Whom the noun does not tell, the verb above it or the main clause does.

    "The delegation concluded its visit", "is scheduled for a visit", "During a visit to Tirana, the minister said".
    """
    clause, tie = scene.clause, scene.tie
    if pattern.weak or clause.form != "noun":
        return []
    subject = clause.subject
    if subject is not None and subject.span.of(scene.analysis.text).lower() not in _POSSESSIVES:
        return []
    if tie.governor is not None and (tie.relation == "object" or tie.preposition in ("for", "on")):
        slot = "object" if tie.governor.voice == "passive" and tie.relation != "object" else "subject"
        found = _travelling(tie.governor, slot, scene)
        if found:
            return found
    if modifiers.leading(scene)[0] not in scene.lexicon.ties:
        return []
    around = [c for c in scene.clauses if c.form == "verb" and c.subject and not c.extent.before(clause.head)]
    holding = [c for c in around if c.extent.contains(clause.head)] or around
    return _travelling(holding[0], "subject", scene) if holding else []


def _travelling(clause: Clause, slot: str, scene: Scene) -> list[Mention]:
    return [m for a in arguments(clause, slot) for m in heads(a, scene.mentions) if may_travel(m)]


def _sent_by(mention: Mention, scene: Scene) -> Mention:
    """A leader whose country the text does not state has that of the delegation."""
    actor = mention.actor
    if actor is None:
        return mention
    if scene.clause.lemma == "represent":
        return _representing(mention, scene)
    if actor.country is not None:
        return mention
    for argument in arguments(scene.clause, "object"):
        for group in heads(argument, scene.mentions):
            if group.kind is MentionKind.GROUP and group.actor and group.actor.country:
                role = actor.role or Role.OFFICIAL
                return evolve(mention, actor=evolve(actor, country=group.actor.country, role=role))
    return mention


def _representing(mention: Mention, scene: Scene) -> Mention:
    """ "Shettima represented Nigeria at the inauguration": the object is the country."""
    for argument in arguments(scene.clause, "object"):
        for named in heads(argument, scene.mentions):
            if named.kind is MentionKind.COUNTRY and named.actor and mention.actor:
                return evolve(mention, actor=evolve(mention.actor, country=named.actor.country))
    return mention


def _hosts(scene: Scene, pattern: Pattern) -> list[Mention]:
    found: list[Mention] = []
    for slot in pattern.host:
        for argument in arguments(scene.clause, slot):
            found.extend(m for m in heads(argument, scene.mentions) if m.actor is not None and m not in found)
    return found


def _presence(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "Kerry is in Riyadh for talks", "told reporters in Seoul": a person stated to be in another country."""
    expected = scene.clause.lemma == "expect"
    visitors = _visitors(scene, evolve(_PRESENCE, visitor=("object",)) if expected else _PRESENCE)
    being = scene.clause.lemma in _BEING
    if scene.clause.lemma == "expect" and scene.clause.voice != "passive":
        return
    if not being:
        visitors = [m for m in visitors if is_person(m)]
    if not visitors:
        return
    if being:
        goals = [d for a in arguments(scene.clause, "in") for d in destinations(a, scene.mentions)]
    else:
        goals = list(placed(scene))
    if not goals or modifiers.has_word(scene.analysis, scene.clause.sentence, scene.lexicon.remote):
        return
    reading = status.of_verb(scene.clause, "", scene.lexicon)
    if reading is None:
        return
    if scene.clause.lemma in ("be due", "expect"):
        reading = status.Reading(status.Status.PLANNED, scene.clause.predicate)
    elif being and reading.status.value == "occurred" and scene.clause.tense == "present":
        reading = status.Reading(status.Status.ONGOING, scene.clause.predicate, live=True)
    pattern = _PRESENCE if being else evolve(_PRESENCE, weak=True, name="talks")
    yield from _paired(scene, pattern, visitors, goals, (), reading)


def _status(scene: Scene, pattern: Pattern) -> status.Reading | None:
    clause, lexicon = scene.clause, scene.lexicon
    if clause.form == "noun":
        reading = _foretold(scene) or status.of_noun(clause, scene.tie, lexicon, early=scene.early)
        if reading and pattern.status and reading.status is status.Status.OCCURRED and not reading.over:
            return status.Reading(status.Status(pattern.status), reading.cue, live=True)
        return reading
    tie = scene.tie
    if tie.governor is not None and clause.relation == "complement":
        ended = status.under(tie.governor, lexicon)
        if ended is not None:
            return ended
    if modifiers.is_superlative(scene):
        return status.Reading(status.Status.OCCURRED, assumed=True)  # "the first minister to visit the country"
    reading = status.of_verb(clause, pattern.status, lexicon)
    if reading and pattern.name == "return" and clause.complement("from") and reading.status is status.Status.OCCURRED:
        return status.Reading(reading.status, reading.cue, over=True)
    accepted = tie.governor is not None and tie.governor.lemma == "accept"
    if reading and accepted and reading.status is status.Status.PLANNED:
        return status.Reading(status.Status.PROPOSED, reading.cue)  # an invitation that was accepted
    return reading


def _foretold(scene: Scene) -> status.Reading | None:
    """The status by what stands around a noun that no verb carries.

    "Preparations for the visit", "Plans for a visit by X have been shelved", "fresh from a trip".
    """
    preposition, word = modifiers.leading(scene)
    clause, lexicon = scene.clause, scene.lexicon
    for other in scene.clauses:
        holds = other.form == "verb" and other.subject is not None and other.subject.span.contains(clause.head)
        if holds and other.subject is not None and not other.subject.head.overlaps(clause.head):
            kind = lexicon.carriers.get(other.lemma, "")
            if kind in ("cancelled", "postponed", "denied") and not other.negated:
                return status.Reading(status.Status(kind), other.predicate)
    if word in lexicon.ahead and preposition in ("for", "of", "to"):
        return status.Reading(status.Status(lexicon.ahead[word]))
    if scene.tie.governor is None and lexicon.tied(preposition) == "after":
        return status.Reading(status.Status.OCCURRED, over=True)
    if scene.tie.governor is None and lexicon.tied(preposition) == "before":
        return status.Reading(status.Status.PLANNED)
    return None


def _to_summit(scene: Scene, pattern: Pattern, stretch: Span) -> bool:
    """True when the trip is to a multilateral meeting."""
    if not (pattern.gathering or scene.clause.form == "verb"):
        return False
    text = stretch.of(scene.analysis.text).lower()
    return any(word in text for word in ("summit", "conference", "forum", "general assembly"))


def _stretch(scene: Scene) -> Span:
    """The clause with the clauses that say its purpose."""
    span = scene.clause.extent
    for other in scene.dependents("purpose", "object", "complement"):
        span = span.cover(other.extent)
    return span


def _trigger(scene: Scene) -> Span:
    """The words that say it: the verb group, or the noun with its carrying verb."""
    clause, tie = scene.clause, scene.tie
    if clause.form == "noun" and tie.governor is not None and tie.relation == "object":
        span = tie.governor.predicate.cover(clause.head)
        if len(span) < _LONGEST_TRIGGER:
            return span
    return clause.predicate


def _source(scene: Scene) -> Mention | None:
    governor = scene.tie.governor
    argument = scene.clause.source or (governor.source if governor else None)
    if argument is None:
        return None
    return next((m for m in heads(argument, scene.mentions) if m.actor is not None), None)


def country_of(mention: Mention) -> str | None:
    """The country that a mention's actor represents; of a plural mention the one that all members share."""
    if mention.actor and mention.actor.country:
        return mention.actor.country
    countries = {m.country for m in mention.members}
    return countries.pop() if len(countries) == 1 else None


def by_country(visitors: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The visitors by the country that they represent, in text order; plural mentions taken apart."""
    groups: dict[str, list[Mention]] = {}
    for mention in visitors:
        if mention.actor and mention.actor.country:
            groups.setdefault(mention.actor.country, []).append(mention)
            continue
        for member in mention.members:
            if member.country:
                groups.setdefault(member.country, []).append(evolve(mention, actor=member, members=()))
    return [tuple(group) for group in groups.values()]


def _confidence(pattern: Pattern, visitors: Sequence[Mention]) -> float:
    base = 0.6 if pattern.weak else 0.75 if pattern.name in _MODEST else 0.9
    return base if any(is_person(m) for m in visitors) else base - 0.1
