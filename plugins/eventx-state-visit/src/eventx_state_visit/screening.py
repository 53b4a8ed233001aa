"""Which sentences are worth reading, told from the words alone: most articles speak of no visit.

The scan for triggers and offices and the names of places cost little; mentions and clauses are left to what passes.
"""

from __future__ import annotations

import re
from typing import Final

from eventx import Analysis, Section, Span
from eventx_state_visit.lexicon import words_of

TRIGGERS: Final = "state-visit triggers"
OFFICES: Final = "state-visit offices"
OFFICE, HOLDER, STATECRAFT = "office", "holder", "statecraft"  # payloads of the offices
STRONG, WEAK, ENCOUNTER = "strong", "weak", "encounter"  # payloads of the triggers: what a word can start
_SNIPPET: Final = 800  # characters: a headline or a single paragraph may name leaders without their offices

_CALENDAR: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b"
_POINTERS: Final = (
    rf"{'|'.join(sorted(words_of('pointers')))}|attend\w*|represent\w*|sends?|counterpart|palace|ministry|parliament|stay|"
    r"due on|due today|t(?:ake|akes|aking|ook) part"
)
# A name that may be a place right behind a word of place or of motion, or a word for a place told before.
_PLACED: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|into|between|[Ff]rom|for|through|outside|city of|capital of|left|leav\w+|enter\w*|"
    r"reach\w*|revisit\w*)\s+"
    rf"(?:the\s+)?(?:[a-z-]+\s+)?(?!{_CALENDAR})[A-Z]|\b[A-Z][a-z]+ expects\b|\b(?:{_POINTERS})\b"
)
# "In Tokyo Thursday, Tillerson said": where an act of the sentence takes place.
_FRONTED: Final = re.compile(
    rf"In (?!{_CALENDAR})[A-Z][\w.-]+(?: [A-Z][\w.-]+){{0,2}}(?: on)?(?: {_CALENDAR})?,? (?:[A-Z]|s?he )"
)
# "The minister, in China from Jan 22 to Jan 24, said": an aside that tells where somebody is, and when or why.
_ASIDE: Final = re.compile(
    rf", (?:currently |now |already )?in (?:the )?(?!{_CALENDAR})[A-Z][\w.-]+(?: [A-Z][\w.-]+){{0,2}} "
    r"(?:this|last|from|since|until|on|for|to attend) [^,.;]{1,60}, "
)
_POINTING: Final = re.compile(rf"\b(?:{_POINTERS}|summit|delegation)\b")
# Who comes, comes to where the article is written; who does so, where the visit told before went.
_COMING: Final = re.compile(
    r"\b(?:is|are|not|be) (?:not )?(?:coming|arriving)\b|"
    r"\b(?:will|to|would|not) (?:not )?(?:come|arrive) "
    r"(?:today|tomorrow|tonight|at a later|on [A-Z]|on a later|next|this)\b|"
    r"\b(?:came|arrived|flew in|jetted in) (?:on|last|this|yesterday|today) ?(?:[A-Z]|night|week|month|$)|"
    r"\b(?:repa(?:y|id|ys|ying)|return\w*|reciprocat\w*) the (?:call|visit|courtesy|compliment|gesture)\b|"
    r"\b(?:to|not|will|would|may|might) (?:also )?do so\b|\bpull\w* out\b|"
    r"\b(?:given|grant(?:s|ed)?|accorded) an audience\b"
)
# The way home and the nights spent tell how long a visit lasts: "before flying home on Friday".
_ENDING: Final = re.compile(
    r"\b(?:(?:return|fl(?:y|ies|ew|ying)|head|go(?:es|ing)?|went|com(?:e|es|ing))\w* (?:back )?home\b|"
    r"(?:fl(?:y|ies|ew|ying)|head\w*|travel\w*) back\b|"
    r"spen(?:d|ds|t) (?:[a-z]+ ){1,3}(?:nights?|hours) (?:in|there|on)\b|spend (?:[a-z]+ ){1,2}nights\b|"
    r"(?:leav(?:e|es|ing)|depart(?:s|ing)?) (?:again|later|today|tomorrow|tonight|the country|on [A-Z]|[A-Z][a-z]+day))"
)
# A pronoun or title, or a name that does something.
_PERSON: Final = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Hh]is|[Hh]er|[Tt]heir|I|[Mm]y|[Ww]e|[Oo]ur|Mr|Mrs|Ms|Dr|Sir)\b|"
    r"(?:^|[a-z,]\s)[A-Z][a-z'’-]+\s+(?:[A-Z][\w'’-]+\s+){0,4}(?:[a-z]+s|[a-z]+ed|will|would|had|has|was|are|were|have|met|held|went|flew|left|said)\b"
)


def promising(analysis: Analysis) -> dict[int, bool]:
    """The sentences that may tell a visit, in text order, with whether their trigger is a strong one.

    Empty for an article that speaks of nobody who represents a state. A weak trigger needs a name that may be a place,
    or a word for one; and some sentence must have such a name with a strong trigger or with words for a person.
    """
    if not _speaks_of_states(analysis):
        return {}
    strong = set(triggered(analysis, STRONG))
    offices = {term.sentence for term in analysis.terms(OFFICES) if term.payload != STATECRAFT}
    found: dict[int, bool] = {}
    telling = False
    fronted = (s.index for s in analysis.sentences if _FRONTED.match(analysis.text, s.span.start))
    asides = (analysis.sentence_at(Span(*aside.span())) for aside in _ASIDE.finditer(analysis.text))
    for sentence in sorted({*triggered(analysis, STRONG, WEAK), *fronted, *asides}):
        span = analysis.sentences[sentence].span
        sure = sentence in strong or _COMING.search(analysis.text, span.start, span.end) is not None
        if not sure and not _PLACED.search(analysis.text, span.start, span.end):
            continue
        named = bool(analysis.layer("place_names", sentence))
        pointing = named or bool(_POINTING.search(analysis.text, span.start, span.end))
        if sure or pointing:
            found[sentence] = sure
            person = sure or sentence in offices or _PERSON.search(analysis.text, span.start, span.end)
            telling = telling or bool(pointing and person)
    if not telling:
        return {}
    for told in _ENDING.finditer(analysis.text):
        at = analysis.sentence_at(Span(*told.span()))
        if at not in found and analysis.sentences[at].section is not Section.FURNITURE:
            found[at] = True
    return dict(sorted(found.items()))


def triggered(analysis: Analysis, *payloads: str) -> list[int]:
    """The sentences with a trigger, but for those of bylines, captions and links."""
    hits = {term.sentence for term in analysis.terms(TRIGGERS) if term.payload in payloads}
    return [s for s in sorted(hits) if analysis.sentences[s].section is not Section.FURNITURE]


def _speaks_of_states(analysis: Analysis) -> bool:
    """True for an article with somebody who represents a state, or a short text, which may leave out the office."""
    found = {term.payload for term in analysis.terms(OFFICES)}
    return OFFICE in found or {HOLDER, STATECRAFT} <= found or len(analysis.text) <= _SNIPPET
