"""The marked sentences: nothing may sink below the floor, and what must never be read is not."""

from __future__ import annotations

from typing import Any

import pytest

from eventx.lexicon.gazetteer import load_gazetteer
from eventx.lexicon.words import load_words

from .conftest import cases

PRECISION, RECALL = 0.98, 0.98


def test_precision_and_recall_stay_above_the_floor(desk: Any) -> None:
    right = found = gold = 0
    wrong = []
    for case in cases():
        read = desk.read(case.text, case.day)
        good = {span for span, code in case.gold.items() if read.get(span) == code}
        right, found, gold = right + len(good), found + len(read), gold + len(case.gold)
        if len(good) < max(len(read), len(case.gold)):
            wrong.append(case.name)
    assert gold >= 500
    assert right / found >= PRECISION, wrong
    assert right / gold >= RECALL, wrong


def test_there_are_enough_sentences() -> None:
    assert sum(1 for _ in cases()) >= 200


@pytest.mark.parametrize("name", ["Korea", "Newcastle", "Cambridge"])
def test_a_name_of_several_places_follows_the_document(desk: Any, name: str) -> None:
    expected = {
        "Korea": ("Pyongyang has not replied. Korea will.", "PRK"),
        "Newcastle": ("Australia is dry. A fire broke out in Newcastle.", "AUS"),
        "Cambridge": ("Boston, Massachusetts, is quiet. A lab in Cambridge closed.", "USA"),
    }
    text, code = expected[name]
    assert desk.countries(text)[name] == code


def test_the_publishers_country_decides_between_equals(desk: Any) -> None:
    text = "Firefighters in Newcastle put out a blaze."
    assert desk.countries(text)["Newcastle"] == "?"
    assert desk.countries(text, url="https://news.example.co.uk/a")["Newcastle"] == "GBR"
    assert desk.countries(text, url="https://news.example.com.au/a")["Newcastle"] == "AUS"
    assert desk.countries(text, metadata={"country": "ZAF"})["Newcastle"] == "ZAF"


def test_a_name_that_the_text_placed_once_stays_there(desk: Any) -> None:
    found = desk.read("The fair in Paris, Texas, opened on Monday. Paris expects many guests.")
    assert sorted(found.values()) == ["USA", "USA", "USA"]


def test_a_name_used_for_a_person_stays_a_person(desk: Any) -> None:
    assert desk.countries("Sydney Sweeney sang. Later Sydney signed books.") == {}


def test_a_former_capital_is_a_city(desk: Any) -> None:
    from datetime import date

    assert desk.countries("Bonn rejected the offer.", date(1985, 5, 1)) == {"Bonn": "DEU"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "((((",
        ", , ,",
        "Paris,",
        "Paris, ",
        "the",
        "New",
        "A. B. C.",
        "Georgia, Georgia, Georgia",
        "City of",
        "-Russia-",
        "Russia--Ukraine",
        "RUSSIA-UKRAINE",
        "İstanbul ŞIRNAK ﬁji",
    ],
)
def test_odd_texts_are_read_without_error(desk: Any, text: str) -> None:
    desk.read(text)


def test_no_everyday_word_at_the_start_of_a_sentence_is_a_place(desk: Any) -> None:
    """Every word of the language that is a town's name too, large cities such as Phoenix apart."""
    gazetteer, words = load_gazetteer(), load_words()
    towns = {
        low.capitalize()
        for low in (*words.open, *words.closed)
        if (found := gazetteer.readings(low.capitalize()))
        and found[0].kind in ("city", "subdivision")
        and found[0].population < 300
    }
    assert len(towns) > 300
    read = {word for word in sorted(towns) if desk.countries(f"{word} was what they had talked about.")}
    assert read == {"Encamp", "Wales"}  # these words are rare
