"""What holds for any text: spans inside the sentence, no exception, linear work."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.language.clauses import find_clauses
from eventx.language.tokens import tokens_of
from eventx.records import Argument, Clause

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "Russian",
        "president",
        "Putin",
        "Kim",
        "visit",
        "visits",
        "visited",
        "visiting",
        "to",
        "by",
        "of",
        "and",
        "or",
        ",",
        "(",
        ")",
        "-",
        '"',
        "“",
        "”",
        "'",
        "'s",
        ":",
        ";",
        ".",
        "said",
        "that",
        "who",
        "which",
        "where",
        "whom",
        "whose",
        "is",
        "was",
        "been",
        "being",
        "has",
        "had",
        "will",
        "may",
        "not",
        "n't",
        "never",
        "if",
        "when",
        "after",
        "before",
        "as",
        "no",
        "neither",
        "attack",
        "attacked",
        "killed",
        "talks",
        "between",
        "with",
        "in",
        "on",
        "Moscow",
        "12",
        "more",
        "than",
        "least",
        "at",
        "according",
        "to",
        "there",
        "let",
        "him",
        "Did",
        "nor",
        "called",
        "off",
        "for",
        "urged",
        "plans",
        "expected",
        "due",
        "two",
        "Thousands",
        "May",
        "Will",
        "US",
        "U.S.",
        "state-run",
        "al-Assad",
        "re-elected",
    ]
)


def spans(clause: Clause) -> list[tuple[int, int]]:
    """Every span of a clause."""
    arguments = [clause.subject, clause.object, clause.indirect, clause.source, *clause.complements]
    found = [clause.predicate, clause.head, clause.extent, *([clause.cue] if clause.cue else [])]
    for argument in arguments:
        if isinstance(argument, Argument):
            found += [argument.span, argument.head, *argument.conjuncts]
    return [(span.start, span.end) for span in found]


@pytest.mark.parametrize("headline", [False, True])
@given(text=st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_spans_lie_inside_the_sentence(text, headline):
    tokens = tokens_of(text, headline=headline)
    clauses = find_clauses(tokens, headline=headline)
    for clause in clauses:
        for start, end in spans(clause):
            assert 0 <= start < end <= len(text)
        assert clause.extent.contains(clause.predicate)
        assert clause.governor is None or 0 <= clause.governor < len(clauses)


@given(text=st.lists(WORDS, max_size=60).map(" ".join))
def test_governors_make_no_circle(text):
    clauses = find_clauses(tokens_of(text))
    for clause in clauses:
        steps, at = 0, clause.governor
        while at is not None:
            steps += 1
            assert steps <= len(clauses), text
            at = clauses[at].governor


@pytest.mark.parametrize(
    "piece",
    [
        "a of ",
        "killed by ",
        "who said ",
        "and X, ",
        "to ",
        "that ",
        "(",
        '" ',
        "if X ",
        "visit to X of ",
        ", the X ",
        "X ",
    ],
)
def test_hostile_repetition_stays_linear(piece):
    """A sentence is cut at a fixed number of tokens, so that even the worst is short work."""
    started = time.process_time()
    find_clauses(tokens_of(piece * 20_000))
    assert time.process_time() - started < 5.0
