"""The class of a word that has several, by the sentence that it stands in: ``tags.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from eventx.language.tokens import tokens_of

GIVEN = tomllib.loads((Path(__file__).parent / "tags.toml").read_text(encoding="utf-8"))
SHORT = {"NOUN": "N", "PROPN": "N", "ADJ": "A", "ADV": "R"}


def found(marked: str, *, headline: bool) -> str:
    """The class of the word between stars as the cases write it."""
    before, word, after = marked.split("*")
    tokens = tokens_of(before + word + after, headline=headline)
    at = tokens.starts.index(len(before))
    tag = tokens.tags[at]
    return SHORT.get(tag, tokens.features[at] if tag == "VERB" else tag)


@pytest.mark.parametrize("kind", ["plain", "headline"])
def test_the_class_of_the_marked_word(kind):
    wrong = {
        text: got
        for text, wanted in GIVEN[kind]
        if (got := found(text, headline=kind == "headline")) != wanted and {got, wanted} != {"VB", "VBP"}
    }
    assert not wrong
