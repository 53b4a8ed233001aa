"""The extractor: trigger sentences to claims to candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Candidate, Clause, Dropped
from eventx.resolve import place_of
from eventx_state_visit.claims import Claim
from eventx_state_visit.clause.scene import Scene
from eventx_state_visit.destinations.descriptions import describes_a_place
from eventx_state_visit.destinations.places import home_of
from eventx_state_visit.lexicon import VisitLexicon, load_lexicon, words_of
from eventx_state_visit.linking.companions import accompanied
from eventx_state_visit.linking.journeys import numbered
from eventx_state_visit.linking.linked import linked
from eventx_state_visit.linking.stays import by_the_calendar, settled
from eventx_state_visit.linking.stops import with_stops
from eventx_state_visit.linking.succession import in_succession
from eventx_state_visit.occasions.attending import at_main_gathering, in_their_week, main_gathering, seated
from eventx_state_visit.occasions.encounters import AFTER, BEFORE, Encounter, encounters_in, hosted
from eventx_state_visit.occasions.gatherings import Gathering, gatherings_in, leaders_meeting
from eventx_state_visit.parties import is_sent, may_travel
from eventx_state_visit.reading.clauses import read
from eventx_state_visit.reading.diary import dated, entries_of, read_entry
from eventx_state_visit.reading.joint_visits import with_foreign_companions
from eventx_state_visit.reading.precedents import elided
from eventx_state_visit.reading.programme import programme_of
from eventx_state_visit.screening import ENCOUNTER, OFFICES, STRONG, TRIGGERS, WEAK, promising, triggered


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
        "discourse",
        "place_names",
        "place_context",
        f"lexicon:{TRIGGERS}",
        f"lexicon:{OFFICES}",
    )

    def __init__(self, lexicon: VisitLexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """The visits of a document, one candidate a clause that speaks of one."""
        sentences = promising(analysis)
        if not sentences:
            return
        claims: list[Claim] = []
        entries = entries_of(analysis)
        listed = {entry.sentence: entry for entry in entries}
        claims.extend(c for entry in entries for c in read_entry(entry, analysis, self._lexicon))
        for sentence, strong in sentences.items():
            for found in self._read(analysis, sentence, strong=strong, told=bool(claims)):
                if isinstance(found, Dropped):
                    yield found
                elif sentence not in listed:
                    claims.append(found)
                elif not _repeats(found, claims):
                    claims.append(dated(found, listed[sentence]))
        if not claims:
            return
        claims = _in_order(claims, [*programme_of(analysis), *elided(claims, analysis)])
        gatherings = self._gatherings(analysis)
        main = main_gathering(gatherings, self._lexicon.summits)
        whole, dropped = linked(seated(claims, gatherings, main), next(iter(home_of(analysis)), None), main)
        yield from dropped
        if not whole:
            return
        attending = in_their_week(at_main_gathering(whole, main), gatherings)
        together = accompanied(attending, analysis, self._lexicon)
        met = hosted(together, self._encounters(analysis, together))
        stays = in_succession(settled(with_stops(met, analysis, self._lexicon)))
        whole = by_the_calendar(stays, analysis.document.published)
        for claim in numbered(whole, analysis.document.id):
            yield claim.candidate()

    def _encounters(self, analysis: Analysis, claims: Sequence[Claim]) -> list[Encounter]:
        """The meetings in the sentences around the visits."""
        first, last = min(c.sentence for c in claims) - AFTER, max(c.sentence for c in claims) + BEFORE
        near = [s for s in triggered(analysis, STRONG, WEAK, ENCOUNTER) if first <= s <= last]
        return [e for s in near for e in encounters_in(analysis, s, self._lexicon)]

    def _gatherings(self, analysis: Analysis) -> list[Gathering]:
        """The gatherings that the article names."""
        named = triggered(analysis, STRONG, WEAK)
        return [g for s in named for g in (*gatherings_in(analysis, s, self._lexicon), *leaders_meeting(analysis, s))]

    def _read(self, analysis: Analysis, sentence: int, *, strong: bool, told: bool) -> Iterator[Claim | Dropped]:
        """The claims of one sentence; without a name it can only go on with a visit that was ``told`` before."""
        mentions = analysis.mentions(sentence)
        travellers = any(may_travel(m, sent=True) or is_sent(m) for m in mentions)
        placed = any(place_of(m) is not None or describes_a_place(m, analysis.text) for m in mentions)
        if (
            not (travellers or placed or told)
            if strong
            else not (travellers and (placed or self._meets(analysis, sentence)))
        ):
            return
        clauses = _without_measures(analysis.clauses(sentence))
        for clause in clauses:
            scene = Scene(analysis=analysis, lexicon=self._lexicon, clause=clause, clauses=clauses, mentions=mentions)
            for found in read(scene):
                if isinstance(found, Claim):
                    yield from with_foreign_companions(found, scene)
                else:
                    yield found

    def _meets(self, analysis: Analysis, sentence: int) -> bool:
        """True when the sentence has a word for a visit, for coming together or for a country told before."""
        known = (self._lexicon.gatherings, self._lexicon.nouns, _POINTERS)
        return any(low in words for low in analysis.tokens(sentence).lowers for words in known)


_POINTERS: Final = words_of("pointers")


def _without_measures(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses, where "a night" of "a night's stopover" is nobody who makes it."""
    if not any(_is_measured(c) for c in clauses):
        return clauses
    return [evolve(c, subject=None) if _is_measured(c) else c for c in clauses]


def _is_measured(clause: Clause) -> bool:
    subject = clause.subject
    return clause.form == "noun" and subject is not None and subject.via == "possessive" and subject.lemma in _TIMES


_TIMES: Final = words_of("times")


def _in_order(claims: list[Claim], lines: Sequence[Claim]) -> list[Claim]:
    """The claims and those of a programme's lines, as the text tells them."""
    return sorted([*claims, *lines], key=lambda claim: claim.sentence) if lines else claims


def _repeats(claim: Claim, claims: Sequence[Claim]) -> bool:
    """True for what a diary's entry was read to say already, and for what names only one side of a visit."""
    whole = claim.visitors and claim.country
    return not whole or any(c.sentence == claim.sentence and c.country == claim.country for c in claims)
