"""The extractor: trigger sentences to claims to candidates."""

from __future__ import annotations

from collections.abc import Iterator

from eventx import Analysis, Candidate, Dropped, Section
from eventx_state_visit.claims import Claim
from eventx_state_visit.destinations import Destination
from eventx_state_visit.journeys import numbered
from eventx_state_visit.lexicon import VisitLexicon, load_lexicon
from eventx_state_visit.linking import enriched, linked, seated, seats_of
from eventx_state_visit.reading import Scene, has_place, read

TRIGGERS = "state-visit triggers"


class StateVisitExtractor:
    """Finds visits by representatives of one country to another one."""

    name = "state-visit"
    requires = ("sentences", "tokens", "times", "mentions", "clauses", "terms", f"lexicon:{TRIGGERS}")

    def __init__(self, lexicon: VisitLexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """The visits of a document, one candidate a clause that speaks of one."""
        claims: list[Claim] = []
        seats: list[tuple[int, Destination]] = []
        for sentence in sorted({term.sentence for term in analysis.terms(TRIGGERS)}):
            for found in self._read(analysis, sentence):
                if isinstance(found, Dropped):
                    yield found
                else:
                    claims.append(found)
            seats.extend(seats_of(analysis, sentence, self._lexicon.summits))
        whole, dropped = linked(seated(claims, seats))
        yield from dropped
        for claim in numbered(enriched(whole, analysis), analysis.document.id):
            yield claim.candidate()

    def _read(self, analysis: Analysis, sentence: int) -> Iterator[Claim | Dropped]:
        if analysis.sentences[sentence].section is Section.FURNITURE:
            return
        mentions = analysis.mentions(sentence)
        if not any(has_place(m) or m.actor is not None for m in mentions):
            return
        clauses = analysis.clauses(sentence)
        for clause in clauses:
            scene = Scene(analysis=analysis, lexicon=self._lexicon, clause=clause, clauses=clauses, mentions=mentions)
            yield from read(scene)
