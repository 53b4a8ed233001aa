"""Whom a clause means where it does not say so itself: pronouns, subjects out of reach, the other party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx.frames.model import CLASSES
from eventx.frames.topics import acts_apart
from eventx.frames.view import View
from eventx.frames.words import DECISIONS, ISSUING, STRIKES, WRITINGS, cues
from eventx.language.mentions.scene import is_mission
from eventx.language.tagging.row import GENITIVE
from eventx.lexicon import cues as lexicon
from eventx.records import Argument, Clause, Entity, Mention, MentionKind, Sector

# What "it" and "they" can stand for among actors.
_BODIES: Final = frozenset({MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.DEMONYM})
_STANDING: Final = _BODIES | {MentionKind.GROUP}
# Heads that are people, of whom no more is said.
_CROWDS: Final = lexicon.cues("mentions", "round_numbers") | {"crowd", "people", "many", "others"}
# Endings of nouns for persons, and nouns with these endings that are none.
_PERSONS: Final = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "people", "folk", "mate")
_THINGS: Final = cues("things")
NAMED: Final = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.DEMONYM})
_PRONOUNS: Final = frozenset(
    {"it", "they", "he", "she", "we", "i", "you", "this", "that", "who", "which", "what", "there"}
)
_LOCAL: Final = frozenset({"in", "across", "at", "around", "throughout", "near", "outside"})
_ABROAD: Final = frozenset({"embassy", "embassies", "consulate", "ambassador", "envoy", "foreign", "abroad"})
_AHEAD: Final = 7  # words before a noun within which its preposition stands: "following five days of mass protests"
_BEHIND: Final = frozenset({"after", "amid", "despite", "following", "during", "since"})
TOWARDS: Final = frozenset({"to", "from", "against", "with", "on", "upon", "for"})
_REASONS: Final = frozenset({"for", "over"})  # "imposed sanctions on Iran over its tests"
_OPENING: Final = 12  # characters of a sentence within which its first phrase starts
_REACH: Final = 90  # characters from a predicate within which its unread subject is looked for


def antecedent(view: View, clause: Clause, pronoun: Argument) -> Mention | None:
    """The country, body or group that "it" or "they" stands for.

    Whoever says so, for the subject of what is said; else the subject of the clause before; else the first party of
    the sentence before.
    """
    subject = clause.subject is not None and clause.subject.span == pronoun.span
    tried = [clause.source] if subject and clause.source is not None else []
    tried += [
        other.subject
        for other in reversed(view.clauses)
        if other.head.end <= pronoun.span.start and other.subject is not None and other is not clause
    ]
    if not subject or clause.form == "noun":
        met = dealt_with(view, clause)
        if met is not None or thing_before(view, clause, pronoun) is not None:
            return met
    own = clause.subject.span if clause.subject is not None and not subject else None
    lowered = pronoun.lemma.lower()
    for argument in tried:
        if argument is None or argument.span in (own, pronoun.span):
            continue
        found = _best(view.mentions, argument)
        several = found.plural if found is not None else _is_plural(view, argument)
        single = _single_of(view, argument) if several and lowered == "it" else None
        if found is not None or single is not None:
            return single or found
        owner = _owner(view, argument)
        if owner is not None:
            return owner
        if argument.lemma.lower() not in _PRONOUNS and not any(argument.span.overlaps(m.span) for m in view.mentions):
            return None  # something that is no party stands nearer
    return _before(view)


def _single_of(view: View, subject: Argument) -> Mention | None:
    """The bomber, in "Turkish jets shot down a bomber after it crossed the border": several are no "it"."""
    told = next((c for c in view.clauses if c.subject is not None and c.subject.span == subject.span), None)
    met = told.object if told is not None else None
    if met is None or _is_plural(view, met):
        return None
    held = (m for m in view.mentions if met.span.contains(m.span) and m.actor is not None and m.kind in _STANDING)
    return next((m for m in held if not m.plural), None)


def _is_plural(view: View, argument: Argument) -> bool:
    """True for "bombers", by its form."""
    return view.lowered(argument.head).strip() != argument.lemma.lower()


def dealt_with(view: View, clause: Clause) -> Mention | None:
    """Whom the governing clause deals with: "cut ties with Qatar, accusing it of treason", "on Iran for its tests"."""
    noun = clause.form == "noun"
    told = view.governor(clause) if noun or clause.relation == "participle" else None
    if told is None or told.head.start > clause.head.start:
        return None
    if not (_blamed_for(told, clause) if noun else told.form == "verb"):
        return None
    dealt = [told.object] if told.object is not None else []
    dealt += [c for c in told.complements if c.preposition in TOWARDS and c.head.end <= clause.head.start]
    alone = (argument for argument in dealt if len(argument.conjuncts) < 2)
    return next((m for argument in alone if (m := _best(view.mentions, argument)) is not None), None)


def _blamed_for(told: Clause, act: Clause) -> bool:
    """True for the bombing in "criticised Moscow for its bombing of Aleppo": whose it is, is no subject's."""
    return any(c.preposition in _REASONS and c.span.contains(act.head) for c in told.complements)


def thing_before(view: View, clause: Clause, pronoun: Argument) -> Argument | None:
    """The thing that "it" stands for: "condemned the launch, and Britain called it a provocation"."""
    if pronoun.lemma.lower() != "it":
        return None
    before = (c for c in reversed(view.clauses) if c is not clause and c.form == "verb" and c.head.before(pronoun.span))
    told = next((c for c in before if c.subject is not None), None)
    if told is None or told.object is None or told.object.lemma.lower() in _PRONOUNS:
        return None
    return None if any(told.object.span.overlaps(m.span) for m in view.mentions) else told.object


def standing_for(argument: Argument, view: View, kind: MentionKind, actor: Entity, via: str) -> Mention:
    """The argument as a mention of an actor whom no reader found in its words; several people where it is a group."""
    return Mention(
        span=argument.span,
        head=argument.head,
        text=argument.span.of(view.analysis.text),
        kind=kind,
        sentence=view.sentence,
        actor=actor,
        plural=kind is MentionKind.GROUP,
        resolved_via=via,
    )


def _best(mentions: Sequence[Mention], argument: Argument) -> Mention | None:
    for mention in mentions:
        if mention.actor is not None and mention.kind in _STANDING and mention.head.overlaps(argument.head):
            return mention
    return None


def _owner(view: View, argument: Argument) -> Mention | None:
    """China, in "China's reply was swift: it accused Washington"."""
    text, start = view.analysis.text, argument.span.start
    first = (m for m in view.mentions if m.span.start == start and m.actor is not None and m.kind in _STANDING)
    return next((m for m in first if text[m.span.end : m.span.end + 2] in GENITIVE), None)


def _before(view: View) -> Mention | None:
    """The party that the sentence before starts with."""
    if view.sentence == 0:
        return None
    start = opening(view, view.sentence - 1)
    before = view.analysis.mentions(view.sentence - 1)
    earlier = (m for m in before if start <= m.span.start <= start + _OPENING)
    return next((m for m in earlier if m.kind in _STANDING and m.actor is not None and m.actor.sector), None)


def opening(view: View, sentence: int) -> int:
    """Where a sentence begins, behind its dateline: "VIENNA (Reuters) - Iran and" begins with Iran."""
    start, dateline = view.analysis.sentences[sentence].span.start, view.analysis.discourse.dateline
    return max(start, dateline.end) if dateline is not None and dateline.start <= start + _OPENING else start


def crowd(view: View, argument: Argument) -> Mention | None:
    """The unnamed people of "thousands took to the streets", "Algerian landowners", "thousands of Iraqi Kurds".

    Their country is that of a name or adjective in the phrase, else, for mere numbers, that of a place in the sentence.
    """
    lemma = argument.lemma.lower()
    number = lemma in _CROWDS
    if not number and not are_people(view, argument):
        return None
    inside = [m for m in view.mentions if argument.span.contains(m.span)]
    country = next((e.country for m in inside if (e := m.actor or m.place) is not None and e.country), None)
    if country is None and number:
        context = view.place_context
        places = [m for m in view.mentions if m.place is not None and m.place.country]
        there = (m.place.country for m in places if m.place is not None and not is_mission(m, view.analysis.text))
        country = next(there, context.dateline if places and context is not None else None)
    if not number and not any(m.span.end <= argument.head.start for m in inside):
        return None
    people = Entity(key=f"group:{country or '?'}:{lemma}", country=country, sector=Sector.CVL)
    via = "stated" if inside else "context" if country else ""
    return standing_for(argument, view, MentionKind.GROUP, people, via)


def are_people(view: View, argument: Argument) -> bool:
    """True for a plural that by its form means persons: "landowners", "strikers", "Kurds"."""
    first, _ = view.range(argument.head)
    tokens = view.tokens
    if first >= len(tokens) or not tokens.lowers[first].endswith(("s", "men", "women", "people")):
        return False
    lemma = argument.lemma.lower()
    return tokens.words[first][0].isupper() or (lemma.endswith(_PERSONS) and lemma not in _THINGS)


def left_of(view: View, clause: Clause) -> Iterator[Mention]:
    """The actor right before a predicate whose subject was not read, with no other predicate between."""
    limit = clause.predicate.start
    heads = [c.head.end for c in view.clauses if c.form == "verb" and c.head.end <= limit]
    floor = max([limit - _REACH, *heads])
    tokens = view.tokens
    for mention in reversed(view.mentions):
        if mention.span.start < floor:
            return
        if mention.span.end <= limit and (mention.actor is not None or mention.members):
            first, _ = view.range(mention.span)
            if first and tokens.tags[first - 1] == "ADP" and tokens.lowers[first - 1] != "of":
                continue
            yield mention
            return


def at_home(view: View, clause: Clause, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The other side of a domestic event: those who govern where the actors are, or the people whom these govern.

    It stands where the text names the place or the country: "farmers blocked roads in Calais", "Algerian landowners".
    """
    countries = {m.actor.country for m in taken if m.actor and m.actor.country}
    ruled = any(m.actor is not None and m.actor.sector in CLASSES["state"] for m in taken)
    if len(countries) != 1:
        return
    for mention in sorted(view.mentions, key=lambda m: not clause.extent.contains(m.span)):
        entity = mention.place or mention.actor
        if mention.kind not in NAMED or entity is None or entity.country not in countries:
            continue
        yield _people(mention, entity.country or "", Sector.CVL if ruled else Sector.GOV, "home")
        return


def locals_of(view: View, clause: Clause) -> Iterator[Mention]:
    """The people of the place where something breaks out: "protests flared in several Ugandan towns"."""
    given = [*clause.complements]
    if clause.governor is not None and clause.relation in ("subject", "object"):
        given += view.clauses[clause.governor].complements
    for argument in given:
        if argument.preposition not in _LOCAL:
            continue
        for mention in view.mentions:
            entity = mention.place or mention.actor
            if entity is None or not entity.country or mention.kind not in NAMED:
                continue
            if argument.span.contains(mention.span):
                yield _people(mention, entity.country, Sector.CVL, "locals")
                return
    yield from _own_people(view, clause)


def _own_people(view: View, clause: Clause) -> Iterator[Mention]:
    """The people of what is struck ("protests rocked Kenya", "Kenya was rocked by"), or of the rulers who act upon it.

    Of rulers only where the sentence names no second country and nobody abroad is acted upon.
    """
    if clause.governor is None:
        return
    above = view.clauses[clause.governor]
    if clause.relation == "subject" and above.object is not None:
        yield from _people_in(view, above.object)
        return
    doing = above.complement("by") if above.voice == "passive" else None
    if doing is not None and doing.span.contains(clause.head) and above.subject is not None:
        yield from _people_in(view, above.subject)
        return
    first, _ = view.range(clause.head)
    ruler: Argument | None = None
    if clause.relation == "complement" and not _BEHIND.isdisjoint(view.tokens.lowers[max(0, first - _AHEAD) : first]):
        ruler = above.subject
    elif clause.relation == "subject" and above.governor is not None and above.relation == "adverbial":
        ruler = view.clauses[above.governor].subject  # "as protests spread"
    countries = {e.country for m in view.mentions if (e := m.actor or m.place) is not None and e.country}
    if ruler is not None and len(countries) == 1 and not view.holds(_ABROAD):
        yield from _people_in(view, ruler, rulers=True)


def _people_in(view: View, argument: Argument, *, rulers: bool = False) -> Iterator[Mention]:
    """The people of the place that an argument names; with ``rulers``, of those who rule and are named there."""
    inside = [m for m in view.mentions if argument.span.contains(m.span)]
    named = next((m for m in inside if m.kind in NAMED), None)
    if rulers and named is None and any(m.actor is not None and m.actor.sector in CLASSES["state"] for m in inside):
        named = next((m for m in view.mentions if m.kind in NAMED), None) or inside[0]
    entity = named and (named.place or named.actor)
    if named is not None and entity and entity.country:
        yield _people(named, entity.country, Sector.CVL, "locals")


def of_dateline(view: View, clause: Clause, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The country from which a report is sent, for what foreigners do for it: "KATHMANDU: ... China sent doctors"."""
    context, place = view.place_context, view.analysis.discourse.dateline_place
    if context is None or context.dateline is None or place is None:
        return
    countries = {m.actor.country for m in taken if m.actor}
    if not countries or context.dateline in countries:
        return
    text = place.of(view.analysis.text)
    land = Entity(key=f"country:{context.dateline}", country=context.dateline, sector=Sector.GOV)
    yield Mention(
        span=place,
        head=place,
        text=text,
        kind=MentionKind.COUNTRY,
        sentence=view.analysis.sentence_at(place),
        actor=land,
        resolved_via="stated",
    )


def _people(mention: Mention, country: str, sector: Sector, key: str) -> Mention:
    """The unnamed people (or rulers) of a named place."""
    return evolve(
        mention,
        kind=MentionKind.GROUP,
        actor=Entity(key=f"{key}:{country}", country=country, sector=sector),
        place=None,
        resolved_via="context",
    )


def coordinated(view: View, mention: Mention) -> Mention | None:
    """The party that "and" joins to one from the left: "A and B met", where only B was read as the subject."""
    first, _ = view.range(mention.span)
    if first < 2 or view.tokens.lowers[first - 1] != "and":
        return None
    edge = view.tokens.ends[first - 2]
    return next((m for m in view.mentions if m.span.end == edge and m.actor is not None), None)


def others(view: View, clause: Clause, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The other party that the sentence names: after the predicate first, then before it."""
    keys = {m.actor.key for m in taken if m.actor}
    countries = {m.actor.country for m in taken if m.actor}
    source = clause.source.span if clause.source is not None else None
    dateline = view.analysis.discourse.dateline
    found = [
        m
        for m in view.mentions
        if m.actor is not None
        and m.actor.key not in keys
        and m.actor.country not in countries
        and (m.actor.sector in CLASSES["political"] or m.kind in _BODIES)
        and not (source is not None and source.overlaps(m.span))
        and not any(t.span.overlaps(m.span) for t in taken)
        and not acts_apart(view, clause, m)
        and not (dateline is not None and dateline.overlaps(m.span))  # "KAMPALA (Reuters) -"
    ]
    after = [m for m in found if m.span.start >= clause.predicate.end]
    before = [m for m in found if m.span.end <= clause.predicate.start]
    yield from after[:1] or before[-1:]


def author(view: View, clause: Clause, written: Argument) -> tuple[Argument, Clause] | None:
    """Who speaks in what is written: "Russia issued a statement condemning", "a statement by Turkey condemned".

    So with what is done: "a raid by commandos killed three". The argument that names the author, with the clause that
    it belongs to; None where the subject is neither.
    """
    noun = next((c for c in view.clauses if c.form == "noun" and c.head.overlaps(written.head)), None)
    lemma = written.lemma.lower()
    decided = _decider(view, written) if lemma in DECISIONS or (lemma in WRITINGS and noun is None) else None
    if decided is not None:
        return decided, clause
    writing = lemma in WRITINGS or lemma in DECISIONS
    if not writing and lemma not in STRIKES:
        return None
    if noun is not None and noun.subject is not None and noun.subject.via != "control":
        return (noun.subject, noun) if writing or noun.subject.preposition == "by" else None
    if not writing:
        return None
    verb = view.governor(clause)
    if verb is None or verb.subject is None or verb.voice != "active" or verb.subject.span == written.span:
        return None
    inside = any(c.preposition in _IN and c.span.contains(written.head) for c in verb.complements)
    if clause.relation not in ("participle", "relative", "complement") or not (inside or verb.lemma in ISSUING):
        return None
    return verb.subject, verb


def _decider(view: View, decision: Argument) -> Argument | None:
    """Whose decision it is: who stands behind "by" or "from", or owns it ("the court's ruling")."""
    _, after = view.range(decision.head)
    lowers = view.tokens.lowers
    for mention in view.mentions:
        first, last = view.range(mention.span)
        by = lowers[after : after + 1] in (("by",), ("from",)) and 0 < first - after < 3
        owns = decision.span.contains(mention.span) and lowers[last : last + 1] in (("'s",), ("’s",))
        if mention.actor is not None and (by or owns):
            return evolve(decision, span=mention.span, head=mention.head, conjuncts=())
    return None


_IN: Final = frozenset({"in", "through", "via", "during", "with"})  # "said in a letter accusing Spain"
