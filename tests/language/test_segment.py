"""Sentences, paragraphs and sections."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventx.language.segment import paragraphs, segment
from eventx.records import Section


def sentences(text, title=None):
    return [s.span.of(text) for s in segment(text, title)]


def sections(text, title=None):
    return [(s.section, s.span.of(text)) for s in segment(text, title)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Adams met Gen. Ortiz. They talked.", 2),
        ("He will land at 5 p.m. Monday in St. Petersburg.", 1),
        ("The U.S. Senate voted. The E.U. did not.", 2),
        ("Japan lent Kenya a 90-million-U.S.-dollar sum. Kenya took it.", 2),
        ('"We leave," she said. "Now." They left.', 3),
        ("She arrived on Jan. 5 and left on Feb. 3.", 1),
        ("", 0),
        ("\n\n \n", 0),
    ],
)
def test_sentence_ends(text, count):
    """Abbreviations end no sentence; full stops, and stops before closing quotes, do."""
    assert len(sentences(text)) == count


def test_a_line_broken_off_after_a_function_word_goes_on_in_the_next_paragraph():
    """A stray paragraph break inside a sentence does not cut it."""
    assert sentences("The minister will then fly to\n\nCairo. She returns on Friday.") == [
        "The minister will then fly to\n\nCairo.",
        "She returns on Friday.",
    ]


def test_hard_wrapped_text_is_joined_and_listed_lines_are_not():
    """Lines cut at a fixed width make one paragraph; lines that are complete stay apart."""
    wrapped = (
        "The prime minister of the island will travel to the mainland\n"
        "next week to sign a treaty on fishing rights that was agreed\n"
        "last year after long talks between the two governments in the\n"
        "capital of a third country."
    )
    assert len(paragraphs(wrapped)) == 1
    assert len(paragraphs("The king left.\nThe queen stayed.\nThe prince slept.")) == 3


def test_a_title_at_the_end_of_a_line_goes_on_with_the_name_below():
    text = "The adviser for security, Dr.\nAda Oduya, flew to Lima. She met Gen.\nPaul Okoro there."
    assert [s.span.of(text) for s in segment(text)] == [
        "The adviser for security, Dr.\nAda Oduya, flew to Lima.",
        "She met Gen.\nPaul Okoro there.",
    ]


def test_sections_of_an_article():
    """A title line is the headline, bylines and link lines are furniture, the first real paragraph leads."""
    head = "Envoy lands in Quito\n\nBy Ana Ruiz\n\nMay 3, 2021\n\n"
    text = head + "An envoy landed in Quito.\n\nHe rested.\n\nRead more: our list"
    assert sections(text) == [
        (Section.HEADLINE, "Envoy lands in Quito"),
        (Section.FURNITURE, "By Ana Ruiz"),
        (Section.FURNITURE, "May 3, 2021"),
        (Section.LEAD, "An envoy landed in Quito."),
        (Section.BODY, "He rested."),
        (Section.FURNITURE, "Read more: our list"),
    ]


def test_a_long_first_sentence_is_no_headline():
    """Only short lines without an end mark are headlines."""
    assert sections("The envoy landed in Quito on Monday.")[0][0] is Section.LEAD


@given(st.text(max_size=400))
def test_sentences_are_ordered_stretches_of_the_text_without_outer_space(text):
    """On any Unicode text: in order, disjoint, trimmed, and nothing but space is left out."""
    spans = [s.span for s in segment(text)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)
    covered = sum(len("".join(s.of(text).split())) for s in spans)
    assert covered == len("".join(text.split()))


@pytest.mark.parametrize("text", ["x" * 300_000, "a. " * 100_000, "\n" * 1_000_000, "\ud800 go. " * 1000, "(" * 50_000])
def test_hostile_text_ends_quickly(text):
    """Long lines, many sentences and lone surrogates are cut into bounded sentences."""
    assert all(len(s.span) <= 4000 for s in segment(text))


def test_headlines_of_different_length_under_each_other_are_no_wrapped_text():
    text = (
        "Voters take to the ballot in the island nation\n"
        "The count may last for several days, says the head of the commission\n"
        "DILI, East Timor -- Voters queued at dawn."
    )
    assert [section for section, _ in sections(text)] == [Section.HEADLINE, Section.HEADLINE, Section.LEAD]
