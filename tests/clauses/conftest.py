"""The clauses of a sentence as they come out of the layers, with times and discourse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventx.hooks import Annotator
from eventx.language.analysis import LayeredAnalysis
from eventx.language.clauses import ClausesAnnotator, find_clauses
from eventx.language.discourse import DiscourseAnnotator
from eventx.language.segment import SentencesAnnotator
from eventx.language.times import DocumentTimesAnnotator, TimesAnnotator
from eventx.language.tokens import TokensAnnotator, tokens_of
from eventx.records import Clause, Document

Reader = Callable[[str, bool], list[Clause]]


@pytest.fixture(scope="session")
def read_clauses() -> Reader:
    """Text, whether it is a headline -> its clauses."""
    parts: tuple[Annotator, ...] = (
        SentencesAnnotator(),
        DiscourseAnnotator(),
        TokensAnnotator(),
        DocumentTimesAnnotator(),
        TimesAnnotator(),
        ClausesAnnotator(),
    )
    providers = {part.provides: part for part in parts}

    def fault(part: Annotator, error: Exception) -> None:
        raise error

    def read(text: str, headline: bool) -> list[Clause]:
        if headline:
            return list(find_clauses(tokens_of(text, headline=True), headline=True))
        analysis = LayeredAnalysis(Document(text=text, published="2024-06-17"), providers, fault)
        return [clause for sentence in analysis.sentences for clause in analysis.clauses(sentence.index)]

    return read
