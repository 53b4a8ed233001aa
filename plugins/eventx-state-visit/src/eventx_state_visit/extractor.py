"""The extractor: trigger sentences to claims to candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventx import Analysis, Candidate, Dropped, Section
from eventx_state_visit.claims import Claim
from eventx_state_visit.companions import accompanied
from eventx_state_visit.destinations import home_of, place_of
from eventx_state_visit.diary import dated, entries_of, read_entry
from eventx_state_visit.encounters import Encounter, encounters_in, hosted
from eventx_state_visit.gatherings import Gathering, gatherings_in, leaders_meeting, only_seat, seated
from eventx_state_visit.journeys import numbered
from eventx_state_visit.lexicon import VisitLexicon, load_lexicon
from eventx_state_visit.linking import linked
from eventx_state_visit.reading import read
from eventx_state_visit.scene import Scene
from eventx_state_visit.slots import may_travel
from eventx_state_visit.stays import settled
from eventx_state_visit.stops import with_stops

TRIGGERS = "state-visit triggers"
OFFICES = "state-visit offices"
_SNIPPET = 800  # characters: a headline or a single paragraph may name leaders without their offices
OFFICE, HOLDER, STATECRAFT = "office", "holder", "statecraft"  # payloads of the offices
STRONG, WEAK, ENCOUNTER = "strong", "weak", "encounter"  # payloads of the lexicon: what a word can start


class StateVisitExtractor:
    """Finds visits by representatives of one country to another one."""

    name = "state-visit"
    requires = (
        "sentences",
        "tokens",
        "times",
        "mentions",
        "clauses",
        "terms",
        f"lexicon:{TRIGGERS}",
        f"lexicon:{OFFICES}",
    )

    def __init__(self, lexicon: VisitLexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """The visits of a document, one candidate a clause that speaks of one."""
        candidates = self._candidates(analysis)
        if not candidates or not _speaks_of_states(analysis):
            return
        claims: list[Claim] = []
        entries = entries_of(analysis)
        listed = {entry.sentence: entry for entry in entries}
        claims.extend(c for entry in entries for c in read_entry(entry, analysis, self._lexicon))
        for sentence, strong in candidates.items():
            for found in self._read(analysis, sentence, strong=strong):
                if isinstance(found, Dropped):
                    yield found
                elif sentence not in listed:
                    claims.append(found)
                elif not _repeats(found, claims):
                    claims.append(dated(found, listed[sentence]))
        if not claims:
            return
        gatherings = self._gatherings(analysis)
        seat = only_seat(gatherings, self._lexicon.summits)
        whole, dropped = linked(seated(claims, gatherings), next(iter(home_of(analysis)), None), seat)
        yield from dropped
        if not whole:
            return
        together = accompanied(whole, analysis, self._lexicon)
        met = hosted(together, self._encounters(analysis, together))
        for claim in numbered(settled(with_stops(met, analysis)), analysis.document.id):
            yield claim.candidate()

    def _candidates(self, analysis: Analysis) -> dict[int, bool]:
        """The sentences that may tell a visit, in text order, with whether their trigger is a strong one.

        Told from the words alone, before any analysis: a weak trigger needs a place beside it, and in an article
        without a strong one some sentence must also speak of a person.
        """
        strong = set(self._sentences(analysis, STRONG))
        offices = {term.sentence for term in analysis.terms(OFFICES) if term.payload != STATECRAFT}
        found: dict[int, bool] = {}
        telling = bool(strong)
        for sentence in self._sentences(analysis, STRONG, WEAK):
            span = analysis.sentences[sentence].span
            if sentence in strong or _PLACED.search(analysis.text, span.start, span.end):
                found[sentence] = sentence in strong
                telling = telling or sentence in offices or bool(_PERSON.search(analysis.text, span.start, span.end))
        return found if telling else {}

    def _sentences(self, analysis: Analysis, *payloads: str) -> list[int]:
        """The sentences with a trigger, but for those of bylines, captions and links."""
        hits = {term.sentence for term in analysis.terms(TRIGGERS) if term.payload in payloads}
        return [s for s in sorted(hits) if analysis.sentences[s].section is not Section.FURNITURE]

    def _encounters(self, analysis: Analysis, claims: Sequence[Claim]) -> list[Encounter]:
        """The meetings in the sentences around the visits."""
        if not claims:
            return []
        first, last = min(c.sentence for c in claims) - 4, max(c.sentence for c in claims) + 30
        near = [s for s in self._sentences(analysis, STRONG, WEAK, ENCOUNTER) if first <= s <= last]
        return [e for s in near for e in encounters_in(analysis, s, self._lexicon)]

    def _gatherings(self, analysis: Analysis) -> list[Gathering]:
        """The gatherings that the article names."""
        named = self._sentences(analysis, STRONG, WEAK)
        return [g for s in named for g in (*gatherings_in(analysis, s, self._lexicon), *leaders_meeting(analysis, s))]

    def _read(self, analysis: Analysis, sentence: int, *, strong: bool) -> Iterator[Claim | Dropped]:
        mentions = analysis.mentions(sentence)
        travellers = any(may_travel(m, sent=True) for m in mentions)
        placed = any(place_of(m) is not None for m in mentions)
        if not (travellers or placed) if strong else not (travellers and (placed or self._meets(analysis, sentence))):
            return
        clauses = analysis.clauses(sentence)
        for clause in clauses:
            scene = Scene(analysis=analysis, lexicon=self._lexicon, clause=clause, clauses=clauses, mentions=mentions)
            yield from read(scene)

    def _meets(self, analysis: Analysis, sentence: int) -> bool:
        """True when the sentence has a word for coming together or for a country told before."""
        return any(low in self._lexicon.gatherings or low in _POINTERS for low in analysis.tokens(sentence).lowers)


# What a weak trigger needs beside it: a name that may be a place, or a word for one told before.
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|into|[Ff]rom|for|through|outside|city of|capital of|left|leav\w+|enter\w*|reach\w*)\s+(?:the\s+)?(?:[a-z-]+\s+)?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wednes|Thurs|Fri|Satur|Sun)(?:[a-z]*)\b)[A-Z]|"
    r"\b(?:here|there|country|capital|abroad|neighbou?r(?:ing)?|attend\w*|represented|counterpart)\b"
)


_PERSON = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Hh]is|[Hh]er|[Tt]heir|I|[Mm]y|[Ww]e|[Oo]ur|Mr|Mrs|Ms|Dr|Sir)\b|"
    r"(?:^|[a-z,]\s)[A-Z][a-z'’-]+\s+(?:[A-Z][\w'’-]+\s+)*(?:[a-z]+s|[a-z]+ed|will|would|had|has|was|is|met|held)\b"
)


def _speaks_of_states(analysis: Analysis) -> bool:
    """True for an article with somebody who represents a state, or a short text, which may leave out the office."""
    found = {term.payload for term in analysis.terms(OFFICES)}
    return OFFICE in found or {HOLDER, STATECRAFT} <= found or len(analysis.text) <= _SNIPPET


_POINTERS = frozenset(
    {"here", "there", "country", "capital", "attend", "abroad", "neighbour", "neighbor", "neighbouring"}
)


def _repeats(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for what a diary's entry was read to say already, and for what names only one side of a visit."""
    whole = claim.visitors and claim.country
    return not whole or any(c.sentence == claim.sentence and c.country == claim.country for c in claims)
