"""Who goes along: "will be accompanied by Defence Minister X" makes X one more visitor of the same visit.

Who leads it stands for the delegation: of "a delegation led by X" X is the visitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Clause, Mention, MentionKind, Role, Span
from eventx_state_visit.claims import CALLED_OFF, Claim
from eventx_state_visit.clause.slots import WITH, arguments, behind, heads
from eventx_state_visit.clause.ties import goes_along
from eventx_state_visit.lexicon import VisitLexicon
from eventx_state_visit.parties import country_of, is_person, keys_of, may_travel

_LEADING: Final = ("lead", "head")
_PARTAKING: Final = ("take part", "participate", "join")
_PART: Final = ("take", "participate", "join")
_REACH: Final = 3  # sentences behind a visit in which its companions are told


def accompanied(claims: Sequence[Claim], analysis: Analysis, lexicon: VisitLexicon) -> list[Claim]:
    """The claims with the companions whom their own and the next sentences name."""
    result = list(claims)
    near_by = {s for c in claims for s in range(c.sentence, c.sentence + _REACH + 1)}
    far = (analysis.sentence_at(Span(*told.span())) for told in _COMPANY.finditer(analysis.text))
    for sentence in sorted({*near_by, *(s for s in far if any(0 < s - c.sentence <= _FAR_BEHIND for c in claims))}):
        if sentence >= len(analysis.sentences):
            break
        throughout = _THROUGHOUT.search(analysis.sentences[sentence].span.of(analysis.text)) is not None
        for principals, companions, reach in _pairs(analysis, sentence, lexicon):
            keys = set(keys_of(principals))
            near = [
                i
                for i, c in enumerate(result)
                if 0 <= sentence - c.sentence <= _REACH and (not principals or keys & c.keys or _sent(principals, c))
            ] or _joined(result, sentence, principals, companions)
            near = near or _of_the_only_visit(result, sentence, keys)
            for at in near:
                # "is to visit Mali and Niger": both visits
                if throughout or result[at].sentence == result[near[-1]].sentence:
                    _add(result, at, companions)
                    if sentence - result[at].sentence < reach:
                        result.extend(_beside(result[at], companions))
    return result


# "was accompanied on both legs by X": on all visits told just before.
_THROUGHOUT: Final = re.compile(
    r"\b(?:(?:on|at|for|during) (?:both|all|each|every)\b (?:of )?(?:the |his |her |their )?(?:\w+ )?"
    r"(?:legs?|stops?|stages?|visits?|trips?)"
    r"|throughout (?:the|his|her|their) (?:\w+ )?(?:trip|tour|journey|mission))\b"
)


def _of_the_only_visit(claims: Sequence[Claim], sentence: int, keys: Iterable[str]) -> list[int]:
    """ "Among those accompanying the president is X", far behind the visit: the one of whom only one is told so far."""
    told = [i for i, c in enumerate(claims) if c.sentence < sentence and not c.keys.isdisjoint(keys)]
    near = [i for i in told if sentence - claims[i].sentence <= _FAR_BEHIND]
    one = len({claims[i].country for i in told}) == 1
    return near[-1:] if one and not any(claims[i].status in CALLED_OFF for i in near) else []


_FAR_BEHIND: Final = 15  # sentences
_COMPANY: Final = re.compile(r"\b(?:accompan(?:y|ied)|along for the|[Ww]ith (?:him|her) (?:are|were|is|was)\b)")


def _beside(claim: Claim, companions: Sequence[Mention]) -> Iterator[Claim]:
    """ "on which he will be joined by the Polish president": who leads another country pays a visit of its own."""
    known = {claim.origin, claim.country, None}
    others = [m for m in companions if m.kind is MentionKind.PERSON and country_of(m) not in known and may_travel(m)]
    leading = [m for m in others if m.actor and (m.actor.role in _PRINCIPAL or _HEADS_IT.search(m.text))]
    for country in dict.fromkeys(country_of(m) for m in leading):
        visitors = tuple(m for m in leading if country_of(m) == country)
        yield evolve(claim, visitors=visitors, hosts=(), confidence=claim.confidence - 0.1, rule="companion")


# Of an organisation only who leads it: the others may be posted there.
_PRINCIPAL: Final = frozenset(
    {Role.HEAD_OF_STATE, Role.HEAD_OF_GOVERNMENT, Role.MONARCH, Role.FOREIGN_MINISTER, Role.DEFENSE_MINISTER,
     Role.MINISTER, Role.VICE_PRESIDENT}
)  # fmt: skip
_HEADS_IT: Final = re.compile(
    r"\b(?:Council|Commission|Parliament) President\b|\bSecretary[- ]General\b|\bpolicy chief\b"
)


def _sent(principals: Sequence[Mention], claim: Claim) -> bool:
    """True for the delegation that a visitor leads: "The delegation, which includes X"."""
    leads = claim.rule == "lead" or any(_is_delegation(m) for m in claim.visitors)
    return leads and any(m.actor and m.actor.country == claim.origin for m in principals if _is_delegation(m))


def _joined(
    claims: Sequence[Claim], sentence: int, principals: Sequence[Mention], companions: Sequence[Mention]
) -> list[int]:
    """ "The minister will join the delegation in Sochi": one more visitor of the last visit there from that country."""
    if not any(_is_delegation(m) and m.text.lower() == "the delegation" for m in principals):
        return []
    keys, origins = set(keys_of(companions)), {country_of(m) for m in companions}
    own = [c for c in claims if c.sentence == sentence and c.country and keys & c.keys]
    destinations = {c.country for c in own}
    found = [
        i
        for i, c in enumerate(claims)
        if c.country in destinations and sentence - _FAR <= c.sentence < sentence and not keys & c.keys
    ]
    return [i for i in found[-1:] if claims[i].origin in origins]


_FAR: Final = 8  # sentences back to the visit of the delegation that somebody joins


def _is_delegation(mention: Mention) -> bool:
    return mention.kind is MentionKind.GROUP and mention.actor is not None and mention.actor.role is Role.DELEGATION


def _add(claims: list[Claim], at: int, companions: Sequence[Mention]) -> None:
    claim = claims[at]
    known = claim.keys
    origin = {country_of(m) for m in claim.visitors}
    new = [
        sent
        for sent in (_of_the_delegation(m, claim) for m in companions)
        if country_of(sent) in origin and not set(keys_of([sent])) & known
    ]
    kept = [m for m in claim.visitors if not (new and _is_delegation(m))]
    claims[at] = evolve(claim, visitors=(*kept, *new))


def _of_the_delegation(mention: Mention, claim: Claim) -> Mention:
    """Whoever goes along with no country of their own represents that of the visit.

    So does a member of a delegation whose country was only guessed, as that which the story is about.
    """
    actor = mention.actor
    if actor is None or mention.kind is not MentionKind.PERSON:
        return mention
    guessed = claim.rule == "lead" and actor.country == claim.country and mention.resolved_via != "table"
    if actor.country is not None and not guessed:
        return mention
    return evolve(mention, actor=evolve(actor, country=claim.origin))


def _has_office(mention: Mention) -> bool:
    """True for who may travel for a state, though the text may leave out for which one."""
    actor = mention.actor
    unsaid = actor is not None and actor.country is None and actor.role not in (None, Role.OTHER)
    return may_travel(mention) or unsaid


_Pair = tuple[list[Mention], list[Mention], int]


def _pairs(analysis: Analysis, sentence: int, lexicon: VisitLexicon) -> Iterator[_Pair]:
    """Those who are accompanied, those who accompany them, and in how many sentences their visit is told, by clause."""
    lemmas = analysis.tokens(sentence).lemmas
    told = any(lemma in lexicon.companions or lemma in _LEADING or lemma in _PART for lemma in lemmas)
    span = analysis.sentences[sentence].span
    told = told or _ALONG.search(analysis.text, span.start, span.end) is not None
    if not told and not (_INVERTED.match(analysis.text, span.start) or _SO_ARE.match(analysis.text, span.start)):
        return
    mentions = analysis.mentions(sentence)
    yield from _inverted(analysis, sentence, mentions)
    for clause in analysis.clauses(sentence):
        if clause.lemma in _TRAVELLING and not clause.negated:
            yield from _travelling_with(clause, mentions)
        if clause.lemma in _LEADING and clause.voice == "passive" and not clause.negated:
            yield from _led(clause, mentions)
        along = goes_along(clause, analysis, lexicon.nouns)
        if (clause.lemma in _PARTAKING and not clause.negated) or along:
            yield from _partaking(clause, mentions, lexicon, along=along)
        if clause.lemma in lexicon.companions and not clause.negated:
            with_whom, who = ("subject", "object") if clause.lemma == "include" else ("object", "subject")
            sides = list(arguments(clause, with_whom))
            principals = [m for a in sides for m in mentions if a.span.contains(m.span)]  # "members of the delegation"
            companions = [m for a in arguments(clause, who) for m in heads(a, mentions)]
            listed = _to_the_end(behind(clause, analysis.clauses(sentence)), clause, analysis)
            companions += [m for m in mentions if listed.contains(m.span) and m.kind is MentionKind.PERSON]
            named = [m for m in dict.fromkeys(companions) if is_person(m) and _has_office(m)]
            if principals and named:
                yield principals, named, _along(clause, lexicon)


_ALONG: Final = re.compile(
    r"\b(?:on|for) the (?:trip|visit|tour|journey|mission)\b|"
    r"\b(?:travel(?:l?ing|l?ed|s)|flying|flew|came|coming) (?:along |together )?with (?:him|her|the [a-z]+|[A-Z])"
)
# Sentences that begin with where the companions are: "With him are the ministers X and Y", "Also on board were X".
_INVERTED: Final = re.compile(
    r"(?:Also )?(?:(?:[Oo]n board|[Aa]board|[Tt]ravell?ing|[Aa]long) )?(?:[Ww]ith (?:him|her)|"
    r"(?:[Ii]n|[Oo]n|[Aa]mong|[Aa]mongst) (?:the|his|her) (?:delegation|entourage|party|retinue|plane|trip|visit)"
    r"|[Oo]n board|[Aa]board)(?: on (?:the|his|her) (?:trip|visit|flight|plane|tour))?,? (?:are|were|is|was)\b"
)
_SO_ARE: Final = re.compile(r"So (?:are|is|were|was)\b")
_TRAVELLING: Final = frozenset({"travel", "fly", "come", "go"})


def _inverted(analysis: Analysis, sentence: int, mentions: Sequence[Mention]) -> Iterator[_Pair]:
    """ "With him are Ministers X and Y", "Also in the delegation is X": of the visit told just before."""
    span = analysis.sentences[sentence].span
    opening = _INVERTED.match(analysis.text, span.start)
    if opening is None and sentence:  # "Minister X is along for the trip. So are Y and Z"
        before = analysis.sentences[sentence - 1].span
        along = _ALONG.search(analysis.text, before.start, before.end)
        opening = _SO_ARE.match(analysis.text, span.start) if along is not None else None
    verbs = [c.predicate.start for c in analysis.clauses(sentence) if c.form == "verb" and c.tense]
    end = min((at for at in verbs if opening is not None and at > opening.end()), default=span.end)
    named = [m for m in mentions if opening and opening.end() <= m.span.start and m.span.end <= end]
    persons = [m for m in named if m.kind is MentionKind.PERSON and _has_office(m)]
    if persons:
        yield [], persons, 0


def _travelling_with(clause: Clause, mentions: Sequence[Mention]) -> Iterator[_Pair]:
    """ "Minister X is travelling with her": one more visitor of her visit."""
    principals = [m for slot in WITH for a in arguments(clause, slot) for m in heads(a, mentions) if is_person(m)]
    persons = [m for a in arguments(clause, "subject") for m in heads(a, mentions) if is_person(m) and _has_office(m)]
    if principals and persons and clause.complement("to", "for", "in") is None:
        yield principals, persons, 2


def _to_the_end(listed: Span, clause: Clause, analysis: Analysis) -> Span:
    """A list of offices goes on to the end of the sentence where no other verb follows."""
    end = analysis.sentences[clause.sentence].span.end
    others = (c for c in analysis.clauses(clause.sentence) if c.form == "verb" and c.tense)
    return listed if any(clause.head.before(c.head) for c in others) else Span(listed.start, max(listed.end, end))


def _along(clause: Clause, lexicon: VisitLexicon) -> int:
    """The sentences in which the visit of those is told who go along all the way; 0 for "joined at the dinner by"."""
    told = [a for slot in ("on", "during") for a in arguments(clause, slot)]
    if any(a.via == "relative" or a.lemma in lexicon.nouns for a in told):
        return 2  # "He will be joined on the trip by X": in this one or the one before
    return int(clause.lemma == "accompany" and not any(True for slot in ("at", "in") for _ in arguments(clause, slot)))


def _led(clause: Clause, mentions: Sequence[Mention]) -> Iterator[_Pair]:
    """The delegation that is led, and by whom."""
    sent = [m for a in arguments(clause, "object") for m in heads(a, mentions) if _is_delegation(m)]
    leaders = [m for a in arguments(clause, "subject") for m in heads(a, mentions) if m.kind is MentionKind.PERSON]
    if sent and leaders:
        yield sent, leaders, 0


def _partaking(clause: Clause, mentions: Sequence[Mention], lexicon: VisitLexicon, *, along: bool) -> Iterator[_Pair]:
    """ "Minister X will take part in the visit", "is along for the trip": one more visitor of the visit told before."""
    visit = along or any(a.lemma in lexicon.nouns for slot in ("in", "object") for a in arguments(clause, slot))
    persons = [m for a in arguments(clause, "subject") for m in heads(a, mentions) if is_person(m) and _has_office(m)]
    if visit and persons:
        yield [], persons, 0
