"""Pronouns that stand before the name that they mean."""

from __future__ import annotations

from datetime import date

import eventx
from eventx.language.analysis import LayeredAnalysis
from eventx.language.layers import base_annotators
from eventx.records import Document

PARTS = {part.provides: part for part in base_annotators((), ())}


def named(text: str) -> dict[str, str | None]:
    """The name of whom each mention of the first sentence means."""

    def raised(_: object, error: Exception) -> None:
        raise error

    analysis = LayeredAnalysis(Document(text=text, published=date(2005, 1, 1)), PARTS, raised)
    return {m.text: m.actor.name if m.actor else None for m in analysis.mentions(0)}


def test_a_relative_told_by_the_pronoun_is_not_whom_it_means() -> None:
    found = named("When Ann Reeves took up racing she kept a custom alive - her father, Murray, is a former champion.")
    assert found["she"] == found["her"] == "Ann Reeves"
    assert found["Murray"] == "Murray"


def test_the_name_after_the_clause_is_meant() -> None:
    assert named("Before he left the hall, Peter Olsen thanked the staff.")["he"] == "Peter Olsen"


def test_the_source_of_a_quotation_is_read_with_its_own_sentence() -> None:
    """Marks that do not match made a pronoun look for its speaker in a later, longer sentence (an IndexError once)."""
    text = '"often "Slowly, now." she others." Monday\'s guests hail Ghana, said his wife'
    assert eventx.Engine().process(eventx.Document(text=text, published="2017-03-03")).failures == ()


def test_the_rest_of_a_broken_word_is_no_verb() -> None:
    """ "ed" and "ing" alone had an empty lemma, which the frames of a plugin could not read."""
    text = 'The Kenyan hackers appea"ed to have targeted a ministry, the Kenyan government said ing on Friday.'
    assert eventx.Engine().process(eventx.Document(text=text, published="2017-03-03")).failures == ()
