"""Sites that no gazetteer has, known by their form: "at the Presidential Palace", "travelled to Ergneti"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from eventx import Analysis, Argument, Clause, Entity, Mention, MentionKind, PlacePrecision, Sector, Span
from eventx_state_visit.clause.slots import arguments
from eventx_state_visit.lexicon import VisitLexicon, words_of

_SLOTS: Final = ("in", "at", "to", "near", "outside", "on")
_SEEN: Final = words_of("seeing_sites")
_MOVING_TO: Final = words_of("moving_to_sites")
_TIES: Final = frozenset({"'", "’", "'s", "’s", "of", "the", "-"})
_LONGEST: Final = 6  # words of a site's name


def sites_of(clause: Clause, analysis: Analysis, lexicon: VisitLexicon) -> Iterator[Mention]:
    """The sites at which the clause's act takes place, as place mentions without a country.

    A run of capitals is one where it ends in a noun for buildings and grounds, or where a verb of motion leads "to" it
    and nothing else is known of it.
    """
    slots = (*_SLOTS, "object") if clause.lemma in _SEEN else _SLOTS
    for slot in slots:
        for argument in arguments(clause, slot):
            if argument.via in ("", "subject"):
                bound = slot == "to" and clause.lemma in _MOVING_TO
                yield from _named(argument, analysis, clause.sentence, lexicon, bound=bound)


def _named(
    argument: Argument, analysis: Analysis, sentence: int, lexicon: VisitLexicon, *, bound: bool
) -> Iterator[Mention]:
    tokens = analysis.tokens(sentence)
    inside = [i for i, start in enumerate(tokens.starts) if argument.span.start <= start < argument.span.end]
    mentions = analysis.mentions(sentence)
    for run in _runs(inside, tokens.words):
        span = tokens.span(run[0], run[-1])
        overlapping = [m for m in mentions if m.span.overlaps(span)]
        if len(run) > _LONGEST or any(_is_no_site(m) or _known(m, span) for m in overlapping):
            continue
        head = next((i for i in run if tokens.lowers[i + 1 : i + 2] == ("of",) and i < run[-1]), run[-1])
        built = tokens.lowers[head] in lexicon.sites and len(run) > 1
        unknown = bound and not overlapping and tokens.tags[run[-1]] == "PROPN"
        if built or (unknown and argument.head.overlaps(tokens.span(run[-1], run[-1]))):
            yield _mention(span, analysis.text, sentence)


def _is_no_site(mention: Mention) -> bool:
    """True for a person and for a body of states: "the UN General Assembly"."""
    actor = mention.actor
    return mention.kind is MentionKind.PERSON or (
        mention.kind is MentionKind.ORGANIZATION and actor is not None and actor.sector is Sector.IGO
    )


def _known(mention: Mention, span: Span) -> bool:
    """True where the gazetteer knows the site that the words end in; it goes by its own name."""
    place = mention.place
    return place is not None and place.precision is PlacePrecision.SITE and mention.span.end >= span.end


def _runs(indexes: Sequence[int], words: Sequence[str]) -> Iterator[list[int]]:
    """The runs of capitalised words, with what ties them: "Heroes' Cemetery", "Great Hall of the People"."""
    run: list[int] = []
    for index in (*indexes, -1):
        if index >= 0 and (words[index][:1].isupper() or (run and words[index].lower() in _TIES)):
            run.append(index)
            continue
        while run and not words[run[-1]][:1].isupper():
            run.pop()
        if run:
            yield run
        run = []


def _mention(span: Span, text: str, sentence: int) -> Mention:
    name = span.of(text)
    place = Entity(key=f"site:{name.lower()}", name=name, precision=PlacePrecision.SITE)
    return Mention(span=span, head=span, text=name, kind=MentionKind.PLACE, sentence=sentence, place=place)


def sited(mention: Mention, country: str) -> Mention:
    """The site as one of a country."""
    return evolve(mention, place=evolve(mention.place, country=country)) if mention.place is not None else mention
