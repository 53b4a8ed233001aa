"""The word list read from the lemma to its forms."""

import pytest
from build_irregular import TARGET, rows

from eventx import inflections
from eventx.lexicon.inflections import AUXILIARIES
from eventx.lexicon.words import load_words


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("send", "send sending sends sent"),
        ("tell", "tell telling tells told"),
        ("see", "saw see seeing seen sees"),
        ("put", "put puts putting"),
        ("hop", "hop hopped hopping hops"),
        ("trek", "trek trekked trekking treks"),
        ("go", "go goes going gone went"),
        ("be", "am are be been being is was were"),
        ("sneak", "sneak sneaked sneaking sneaks snuck"),
        ("travel", "travel traveled traveling travelled travelling travels"),
    ],
)
def test_verb(verb, forms):
    """Irregular, doubled and auxiliary verbs have the forms that the word list gives them, and no others."""
    assert inflections([verb]) == {verb: tuple(forms.split())}


def test_words_of_several():
    """Of a verb the first word is inflected, of a noun the last; a hyphenated verb goes by its last part."""
    found = inflections(["put down", "co-chair"], ["first stop"])
    assert found["put down"] == ("put down", "puts down", "putting down")
    assert found["co-chair"] == ("co-chair", "co-chaired", "co-chairing", "co-chairs")
    assert found["first stop"] == ("first stop", "first stops")


def test_noun():
    """A noun has its plural only; one that is a plural stays as it is."""
    assert inflections(nouns=["ceremony", "talks", "crisis"]) == {
        "ceremony": ("ceremonies", "ceremony"),
        "talks": ("talks",),
        "crisis": ("crises", "crisis"),
    }


def test_unknown_words_are_regular():
    """A word that the list lacks has the regular forms."""
    found = inflections(["despatch", "zorby", "blorfe"], ["zorby"])
    assert found["despatch"] == ("despatch", "despatched", "despatches", "despatching")
    assert found["blorfe"] == ("blorfe", "blorfed", "blorfes", "blorfing")
    assert found["zorby"] == ("zorbied", "zorbies", "zorby", "zorbying")


def test_the_irregular_forms_are_up_to_date():
    """The table is what the word list has and no rule of spelling gives; else run the tool that builds it."""
    assert TARGET.read_text(encoding="utf-8").splitlines() == rows()


def test_every_form_is_of_its_lemma():
    """What the inverse gives is what the word list says, for every verb of which the list has forms."""
    table = load_words().open
    known = {}
    for form in table:
        entry = table.look(form)
        if entry is not None and entry.verb and entry.verb != form:
            known.setdefault(entry.verb, set()).add(form)
    for verb, forms in inflections(known.keys() - AUXILIARIES).items():
        assert {*forms} - {verb} == known[verb], verb
