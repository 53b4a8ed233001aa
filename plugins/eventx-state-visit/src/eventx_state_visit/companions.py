"""Who goes along: "will be accompanied by Defence Minister X" makes X one more visitor of the same visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from eventx import Analysis, Mention
from eventx_state_visit.claims import Claim
from eventx_state_visit.encounters import keys_of
from eventx_state_visit.lexicon import VisitLexicon
from eventx_state_visit.slots import arguments, heads, is_person, may_travel
from eventx_state_visit.visitors import country_of

_REACH = 3  # sentences behind a visit in which its companions are told


def accompanied(claims: Sequence[Claim], analysis: Analysis, lexicon: VisitLexicon) -> list[Claim]:
    """The claims with the companions whom their own and the next sentences name."""
    result = list(claims)
    for sentence in sorted({s for c in claims for s in range(c.sentence, c.sentence + _REACH + 1)}):
        if sentence >= len(analysis.sentences):
            break
        for principals, companions in _pairs(analysis, sentence, lexicon):
            keys = set(keys_of(principals))
            near = [
                i
                for i, c in enumerate(result)
                if 0 <= sentence - c.sentence <= _REACH and keys & set(keys_of(c.visitors))
            ]
            if near:
                _add(result, near[-1], companions)
    return result


def _add(claims: list[Claim], at: int, companions: Sequence[Mention]) -> None:
    claim = claims[at]
    known = set(keys_of(claim.visitors))
    origin = {country_of(m) for m in claim.visitors}
    new = [m for m in companions if country_of(m) in origin and not set(keys_of([m])) & known]
    claims[at] = evolve(claim, visitors=(*claim.visitors, *new))


def _pairs(analysis: Analysis, sentence: int, lexicon: VisitLexicon) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """Those who are accompanied, and those who accompany them, by clause."""
    if not any(lemma in lexicon.companions for lemma in analysis.tokens(sentence).lemmas):
        return
    mentions = analysis.mentions(sentence)
    for clause in analysis.clauses(sentence):
        if clause.lemma in lexicon.companions and not clause.negated:
            principals = [m for a in arguments(clause, "object") for m in heads(a, mentions)]
            companions = [m for a in arguments(clause, "subject") for m in heads(a, mentions)]
            named = [m for m in companions if is_person(m) and may_travel(m)]
            if principals and named:
                yield principals, named
