"""From one clause to the visits that it claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from eventx import DateRange, Dropped, Mention, Precision, Sector, Status
from eventx_state_visit import modifiers
from eventx_state_visit.claims import Claim
from eventx_state_visit.composing import compose
from eventx_state_visit.destinations import Destination, place_of
from eventx_state_visit.goals import fronted, goals_of, onward, origins, placed, present, told_before
from eventx_state_visit.lexicon import Pattern
from eventx_state_visit.moods import mood_of, thwarted
from eventx_state_visit.refusals import at_the_post, refusal
from eventx_state_visit.scene import Scene
from eventx_state_visit.slots import is_person
from eventx_state_visit.status import Reading, of_verb
from eventx_state_visit.visitors import by_country, country_of, hosts_of, other_than, visitors_of

_TALKS = Pattern(
    name="talks",
    lemmas=frozenset(),
    visitor=("subject", "between", "with"),
    destination=("in", "at"),
    host=("with", "between", "subject"),
    weak=True,
)
_PRESENCE = Pattern(name="presence", lemmas=frozenset({"be"}), visitor=("subject",), destination=("in", "at"))
_ARRIVAL = Pattern(name="arrive", lemmas=frozenset({"be due"}), visitor=("subject",), destination=(), motion=True)
_STOPS = frozenset({"stop", "leg", "destination", "station"})
_BEING = frozenset({"be", "be due", "expect"})
_FROM = Pattern(name="return", lemmas=frozenset(), visitor=("subject",), destination=("from",), motion=True)


def read(scene: Scene) -> Iterator[Claim | Dropped]:
    """The claims of a clause, or why it makes none. Clauses without a trigger give nothing."""
    pattern = _pattern(scene)
    if pattern is not None:
        if _generic(scene):
            yield scene.drop("a habit or a generality, no single visit", pattern.name)
            return
        if scene.sentence_span.of(scene.analysis.text).endswith("?") and not scene.clause.headline:
            yield scene.drop("asked, not told", pattern.name)
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
    subject = clause.subject
    if subject is not None and clause.lemma in lexicon.itinerary.lemmas and subject.lemma in lexicon.nouns:
        return lexicon.itinerary
    if subject is not None and clause.lemma == "be" and subject.lemma in _STOPS:
        return lexicon.itinerary  # "The last stop will be Kazakhstan"
    known = lexicon.verbs.get(clause.lemma)
    if known is not None and known.name == "travel" and clause.complement("of"):
        return evolve(lexicon.verbs["leave"], destination=("of",))  # "flew out of Nigeria"
    return known


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
    visitors = visitors_of(scene, pattern)
    hosts = hosts_of(scene, pattern)
    goals = goals_of(scene, pattern, visitors, hosts)
    reason = refusal(scene, pattern, visitors, goals)
    if reason:
        yield scene.drop(reason, pattern.name)
        return
    reading = mood_of(scene, pattern)
    if reading is None:
        yield scene.drop("said not to have taken place", pattern.name)
        return
    if pattern.name == "stay" and reading.status is Status.PLANNED and _until(scene):
        reading = Reading(Status.ONGOING, reading.cue, live=True)  # "will stay through Thursday"
    if pattern.name == "leave":
        yield from _leaving(scene, pattern, visitors, goals, reading)
        return
    yield from _paired(scene, pattern, visitors, goals, hosts, reading)
    if pattern.motion and pattern.name != "return" and visitors and scene.clause.tense == "past":
        yield from _coming_from(scene, visitors, reading)


def _leaving(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    goals: Sequence[Destination],
    reading: Reading,
) -> Iterator[Claim | Dropped]:
    """Two visits at the most: one to the country that is left, one to where the way leads."""
    past = reading.status in (Status.OCCURRED, Status.ONGOING)
    left = Reading(Status.OCCURRED, reading.cue, over=True) if past else reading
    abroad = _abroad(goals, visitors)
    if abroad:
        yield from _paired(scene, evolve(pattern, name="return"), visitors, abroad, (), left)
    ahead = onward(scene)
    if not goals and not ahead and past:  # "and left the following day"
        yield from _paired(scene, evolve(pattern, name="return"), visitors, (), (), left)
        return
    if ahead or not goals:
        yield from _paired(scene, evolve(pattern, name="travel"), visitors, ahead, (), reading)


def _coming_from(scene: Scene, visitors: Sequence[Mention], reading: Reading) -> Iterator[Claim | Dropped]:
    """ "flew in from New Delhi": a country on the way that is not the traveller's own."""
    if any(m.actor and m.actor.sector is Sector.IGO for m in visitors):
        return
    abroad = _abroad(origins(scene), visitors)
    if abroad and reading.status in (Status.OCCURRED, Status.ONGOING):
        over = Reading(Status.OCCURRED, over=True)
        yield from _paired(scene, _FROM, visitors, abroad, (), over)


def _abroad(goals: Sequence[Destination], visitors: Sequence[Mention]) -> list[Destination]:
    homes = {country_of(m) for m in visitors}
    return [g for g in goals if g.country not in homes]


def _paired(
    scene: Scene,
    pattern: Pattern,
    visitors: Sequence[Mention],
    goals: Sequence[Destination],
    hosts: Sequence[Mention],
    reading: Reading,
) -> Iterator[Claim | Dropped]:
    """One claim for each country of visitors and each destination; one-sided ones wait for their antecedent."""
    groups = by_country(visitors) or [()]
    found = False
    for group in groups:
        origin = next((country_of(m) for m in group), None)
        for number, goal in enumerate(goals or [Destination("", ())]):
            if goal.country and (goal.country == origin or _at_home(scene, origin, goal)):
                continue
            found = True
            claim = compose(scene, pattern, group, goal, hosts, reading, follows=number > 0)
            yield _own_part(claim, number, len(goals))
    if not found:
        back = scene.clause.lemma.endswith((" back", " home")) or pattern.name == "return"
        others = [] if back else other_than(visitors, {goal.country for goal in goals}, scene)
        if others:
            yield from _paired(scene, pattern, others, goals, hosts, reading)
            return
        yield scene.drop("stays inside the visitor's own country", pattern.name)


def _at_home(scene: Scene, origin: str | None, goal: Destination) -> bool:
    """True for officials of an organisation at its seat ("EU ministers met in Brussels")."""
    cities = scene.lexicon.seats.get(origin or "", frozenset())
    return any(place is not None and place.name in cities for place in map(place_of, goal.mentions))


def _own_part(claim: Claim, number: int, stops: int) -> Claim:
    """Of one span for a whole tour the first stop has the start, the last one the end, the others nothing."""
    dates = claim.dates
    if stops < 2 or dates is None or dates.precision is not Precision.DAY:
        return claim
    if number and dates.end is None:  # "left on Monday for Cuba and Mexico"
        ahead = Status.PLANNED if claim.status is Status.ONGOING else claim.status
        return evolve(claim, dates=None, date_spans=(), within=False, status=ahead)
    if (dates.days or 0) < 2:
        return claim
    if 0 < number < stops - 1:
        return evolve(claim, dates=None, date_spans=())
    part: DateRange = evolve(dates, end=None) if number == 0 else evolve(dates, start=None)
    return evolve(claim, dates=part, within=True)


def _is_awaited(scene: Scene) -> bool:
    """ "The ministers are both due on Wednesday", "will be there from Friday": where to, is told elsewhere."""
    clause = scene.clause
    due = clause.object is not None and clause.object.span.of(scene.analysis.text).split()[-1] == "due"
    dated = any(clause.extent.contains(t.span) and t.start for t in scene.analysis.times(clause.sentence))
    there = clause.object is None and "there" in scene.words(clause.extent)
    return dated and (clause.lemma == "be due" or (clause.lemma == "be" and (due or there)))


def _until(scene: Scene) -> bool:
    """ "will be in the country up to Wednesday": whoever will be there until a day is there."""
    times = [t for t in scene.analysis.times(scene.clause.sentence) if scene.clause.extent.contains(t.span)]
    return bool(times) and all(t.signal in ("until", "till", "through", "to") for t in times)


def _points_back(scene: Scene) -> bool:
    """ "is already here", "has been in the capital since Thursday": where that is was told before."""
    named = {a.lemma.lower() for a in scene.clause.complements if a.preposition in ("in", "on")}
    return bool(_BEFORE & named) or bool({"here", "there"} & set(scene.words(scene.clause.extent)))


_BEFORE = frozenset({"country", "capital", "island", "city", "kingdom", "republic"})


def _presence(scene: Scene) -> Iterator[Claim | Dropped]:
    """ "Kerry is in Riyadh for talks", "told reporters in Seoul": a person stated to be in another country."""
    expected = scene.clause.lemma == "expect"
    visitors = visitors_of(scene, evolve(_PRESENCE, visitor=("object",)) if expected else _PRESENCE)
    being = scene.clause.lemma in _BEING
    if scene.clause.lemma == "expect" and scene.clause.voice != "passive":
        return
    if not being:
        visitors = [m for m in visitors if is_person(m) and m.resolved_via != "context" and not at_the_post(scene, [m])]
    if not visitors:
        return
    if _is_awaited(scene) and not present(scene):
        told = of_verb(scene.clause, "", scene.lexicon) if "there" in scene.words(scene.clause.extent) else None
        yield from _paired(scene, _ARRIVAL, visitors, (), (), told or Reading(Status.PLANNED, scene.clause.predicate))
        return
    if being and scene.clause.object is not None:
        return  # "In Italy, the president is popular"
    goals = present(scene) if being else list(placed(scene))
    tentative = not goals and not being
    if tentative:
        goals = fronted(scene)
    pointing = being and not goals and _points_back(scene)
    if pointing:
        goals = told_before(scene)
    if not (goals or pointing) or modifiers.is_remote(scene.analysis, scene.clause.sentence, scene.lexicon.remote):
        return
    reading = of_verb(scene.clause, "", scene.lexicon)
    if reading is None or modifiers.is_unfulfilled(scene):
        return
    if being and reading.status is Status.PLANNED and _until(scene):
        reading = Reading(Status.ONGOING, reading.cue, live=True)
    if scene.clause.lemma in ("be due", "expect"):
        reading = Reading(Status.PLANNED, scene.clause.predicate)
    elif reading.status is Status.PLANNED and thwarted(scene.clause, scene.clauses):
        reading = Reading(Status.CANCELLED, reading.cue, assumed=True)
    elif being and scene.clause.aspect == "perfect" and (scene.clause.complement("to") or scene.clause.tense == "past"):
        reading = Reading(Status.OCCURRED, over=True)  # "has been to Chad"
    elif being and reading.status is Status.OCCURRED and scene.clause.tense == "present":
        reading = Reading(Status.ONGOING, scene.clause.predicate, live=True)
    pattern = _PRESENCE if being else evolve(_PRESENCE, weak=True, name="talks")
    for found in _paired(scene, pattern, visitors, goals, (), reading):
        yield evolve(found, tentative=tentative) if isinstance(found, Claim) else found
