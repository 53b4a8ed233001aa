"""Invariant 1: ``document.text[e.start:e.end] == e.quote`` for every evidence, on any Unicode text."""

from hypothesis import HealthCheck, given, settings

import eventx
from eventx.testing.strategies import texts


def check(report):
    text = report.document.text
    for event in report.events:
        assert event.evidence, event
        assert any(e.role == "trigger" for e in event.evidence)
        for piece in event.evidence:
            assert text[piece.start : piece.end] == piece.quote
            assert 0 <= piece.start < piece.end <= len(text)
    for claim in (*report.candidates, *report.dropped):
        assert 0 <= claim.trigger.start <= claim.trigger.end <= len(text)


def test_quotes_are_verbatim_in_articles_however_damaged(engine, any_texts):
    """Line ends, marks, surrogates and emoji anywhere; and there are events among them."""
    found = 0
    for text in any_texts:
        report = engine.process(eventx.Document(text=text, published="2024-06-17"))
        check(report)
        found += len(report.events)
    assert found > 100


@given(text=texts())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_quotes_are_verbatim_in_any_text(engine, text):
    """Whatever hypothesis thinks of."""
    report = engine.process(eventx.Document(text=text, published="2024-06-17"))
    assert report.document.text == text
    check(report)


def test_sentences_cover_the_words_in_order(engine, any_texts):
    """Sentences do not overlap, and no letter is lost between them."""
    for text in any_texts[::4]:
        report = engine.process(eventx.Document(text=text, published="2024-06-17"))
        from eventx.cli.decisions import explanation

        sentences = explanation(report, engine)["sentences"]
        ends = [0, *(s["end"] for s in sentences)]
        for sentence, before in zip(sentences, ends, strict=False):
            assert sentence["start"] >= before
            assert not any(c.isalnum() for c in text[before : sentence["start"]])
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
