"""The extractor: trigger sentences to claims to candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx import Analysis, Candidate, Dropped, Section
from eventx_state_visit.claims import Claim
from eventx_state_visit.companions import accompanied
from eventx_state_visit.destinations import Destination, grouped, place_of
from eventx_state_visit.encounters import Encounter, encounters_in, hosted
from eventx_state_visit.gatherings import Gathering, gatherings_in, seated
from eventx_state_visit.journeys import numbered
from eventx_state_visit.lexicon import VisitLexicon, load_lexicon
from eventx_state_visit.linking import linked
from eventx_state_visit.reading import read
from eventx_state_visit.scene import Scene
from eventx_state_visit.stays import settled
from eventx_state_visit.stops import with_stops

TRIGGERS = "state-visit triggers"
VISIT, ENCOUNTER = "visit", "encounter"  # payloads of the lexicon: what a word can start


class StateVisitExtractor:
    """Finds visits by representatives of one country to another one."""

    name = "state-visit"
    requires = ("sentences", "tokens", "times", "mentions", "clauses", "terms", f"lexicon:{TRIGGERS}")

    def __init__(self, lexicon: VisitLexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """The visits of a document, one candidate a clause that speaks of one."""
        claims: list[Claim] = []
        gatherings: list[Gathering] = []
        for sentence in self._sentences(analysis, VISIT):
            for found in self._read(analysis, sentence):
                if isinstance(found, Dropped):
                    yield found
                else:
                    claims.append(found)
            gatherings.extend(gatherings_in(analysis, sentence, self._lexicon))
        if not claims:
            return
        whole, dropped = linked(seated(claims, gatherings), _home(analysis))
        yield from dropped
        together = accompanied(whole, analysis, self._lexicon)
        met = hosted(together, self._encounters(analysis, together))
        for claim in numbered(settled(with_stops(met, analysis)), analysis.document.id):
            yield claim.candidate()

    def _sentences(self, analysis: Analysis, *payloads: str) -> list[int]:
        """The sentences with a trigger, but for those of bylines, captions and links."""
        hits = {term.sentence for term in analysis.terms(TRIGGERS) if term.payload in payloads}
        return [s for s in sorted(hits) if analysis.sentences[s].section is not Section.FURNITURE]

    def _encounters(self, analysis: Analysis, claims: Sequence[Claim]) -> list[Encounter]:
        """The meetings in the sentences around the visits."""
        if not claims:
            return []
        first, last = min(c.sentence for c in claims) - 4, max(c.sentence for c in claims) + 30
        near = [s for s in self._sentences(analysis, VISIT, ENCOUNTER) if first <= s <= last]
        return [e for s in near for e in encounters_in(analysis, s, self._lexicon)]

    def _read(self, analysis: Analysis, sentence: int) -> Iterator[Claim | Dropped]:
        mentions = analysis.mentions(sentence)
        if not any(m.place is not None or m.actor is not None or m.members for m in mentions):
            return
        clauses = analysis.clauses(sentence)
        for clause in clauses:
            scene = Scene(analysis=analysis, lexicon=self._lexicon, clause=clause, clauses=clauses, mentions=mentions)
            yield from read(scene)


def _home(analysis: Analysis) -> Destination | None:
    """The country of the dateline."""
    place = analysis.discourse.dateline_place
    if place is None:
        return None
    mentions = analysis.mentions(analysis.sentence_at(place))
    found = grouped(m for m in mentions if place.overlaps(m.span) and place_of(m) is not None)
    return found[0] if found else None
