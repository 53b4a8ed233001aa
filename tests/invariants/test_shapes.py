"""Texts of an odd shape, each of which once cost a document its events, or took hours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import eventx


@pytest.fixture(scope="module")
def reader() -> eventx.Engine:
    """An engine with the installed plugins, which raises what a part raises."""
    return eventx.Engine(strict=True)


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\u202f", "\u3000", "\x85", "\t"])
def test_a_space_before_a_full_stop_costs_nothing(reader: eventx.Engine, space: str) -> None:
    """The splitter gives up on an initial, a space that is no plain one, and a full stop."""
    text = f"French President Emmanuel Macron visited Rabat. George W{space}. Bush stayed at home."
    report = reader.process(eventx.Document(text=text, published="2024-06-17"))
    assert [event.location.country for event in report.events if event.location] == ["MAR"]


@pytest.mark.parametrize("verbs", [["attacked Rabat"], ["attacked the town", "beat a guard", "fled"]])
def test_long_rows_of_verbs_come_to_an_end(reader: eventx.Engine, verbs: list[str]) -> None:
    """Dates are passed on along a row of verbs, one step a verb."""
    text = "PARIS, May 5 (Reuters) - Rebels " + " and ".join(verbs * 30) + "."
    assert reader.process(eventx.Document(text=text, published="2024-06-17")).events


def test_long_paragraphs_keep_their_offsets(reader: eventx.Engine) -> None:
    """A paragraph that is split in pieces gives the same sentences, one behind the other."""
    text = "Macron visited Rabat on Monday. " * 1500
    spans = [s.span for s in reader.analyze(eventx.Document(text=text)).sentences]
    assert {span.of(text) for span in spans} == {"Macron visited Rabat on Monday."}
    assert len(spans) == 1500


def test_open_quotes_end_with_their_paragraph(reader: eventx.Engine) -> None:
    """Who says a quotation may hang on who says the next one, for a while."""
    lines = (f"“He will meet, he said {chr(65 + n % 26)}{chr(97 + n // 26)}x will meet.\n" for n in range(400))
    reader.process(eventx.Document(text="PARIS, May 5 (Reuters) - " + "".join(lines), published="2024-06-17"))


@pytest.mark.parametrize(
    "text", ["In Santiago she met Macron,", "After his visit he left,", "During his trip to Rome,"]
)
def test_a_comma_may_be_the_last_word(reader: eventx.Engine, text: str) -> None:
    """What stands behind a comma is looked at only where something does."""
    reader.process(eventx.Document(text=text, published="2024-06-17"))


_WORDS = ["Japan", "sued", "affected", "alleged", "that", "the ban", ",", "and", "which", "to", "accusing", "it", "of",
          "said", "visited", "by", "who", "attacked", "Chad", "would", "“", "”", "when", "meeting"]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=40))
def test_no_clause_governs_itself(words: list[str]) -> None:
    """Whoever walks up from a clause comes to an end."""
    analysis = _ENGINE.analyze(eventx.Document(text=" ".join(words) + "."))
    for sentence in range(len(analysis.sentences)):
        clauses = analysis.clauses(sentence)
        for clause in clauses:
            above, steps = clause.governor, 0
            while above is not None and steps <= len(clauses):
                above, steps = clauses[above].governor, steps + 1
            assert steps <= len(clauses)


_ENGINE = eventx.Engine()
