"""The annotators that come with eventx: one provider for each layer."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.hooks.parts import Annotator, Lexicon, Officeholder
from eventx.language.clauses import ClausesAnnotator
from eventx.language.discourse import DiscourseAnnotator
from eventx.language.mentions import MentionsAnnotator
from eventx.language.places import PlaceContextAnnotator, PlaceNamesAnnotator
from eventx.language.scan import TermsAnnotator, VocabularyAnnotator
from eventx.language.segment import SentencesAnnotator
from eventx.language.times import DocumentTimesAnnotator, TimesAnnotator
from eventx.language.tokens import TokensAnnotator, WordsAnnotator
from eventx.lexicon.gazetteer import load_gazetteer


def base_annotators(lexicons: Sequence[Lexicon], officeholders: Sequence[Officeholder]) -> tuple[Annotator, ...]:
    """Every built-in provider, over the given lexicons and officeholders."""
    return (
        SentencesAnnotator(),
        DiscourseAnnotator(),
        TermsAnnotator(lexicons),
        VocabularyAnnotator(),
        WordsAnnotator(),
        TokensAnnotator(),
        DocumentTimesAnnotator(),
        TimesAnnotator(),
        ClausesAnnotator(noun for lexicon in lexicons for noun in lexicon.nouns),
        PlaceNamesAnnotator(load_gazetteer),
        PlaceContextAnnotator(load_gazetteer),
        MentionsAnnotator(load_gazetteer, officeholders),
    )
