"""Explicit dates of documents in other languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.language.times import DocumentTimesAnnotator, document_times
from eventx.language.times.foreign import foreign_times, is_foreign, tongue
from eventx.records import Document

MONDAY = date(2024, 6, 17)


def _found(text: str, language: str, reference: date | None = MONDAY) -> str:
    return "; ".join(f"{t.text}={t.value}" for t in document_times(text, reference, language=language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le ministre ira à Alger du 3 au 5 juillet.", "3 au 5 juillet=2024-07-03/2024-07-05"),
        ("fr", "Il est venu le 1er mars 2023 et en mai 2022.", "1er mars 2023=2023-03-01; mai 2022=2022-05"),
        ("fr", "Réunion le 12/07/2024 avec 20 personnes.", "12/07/2024=2024-07-12"),
        ("de", "Er reist vom 3. bis 5. Juli nach Oslo.", "3. bis 5. Juli=2024-07-03/2024-07-05"),
        ("de-AT", "Am 18. Juni 2024 und am 17.06.2024.", "18. Juni 2024=2024-06-18; 17.06.2024=2024-06-17"),
        ("es", "Visitará Lima del 3 al 5 de julio de 2025.", "3 al 5 de julio de 2025=2025-07-03/2025-07-05"),
        ("es", "Llegó el 18 de junio.", "18 de junio=2024-06-18"),
        ("pt-BR", "Em 18 de junho de 2024 chegou.", "18 de junho de 2024=2024-06-18"),
        ("it", "Sarà a Roma dal 3 al 5 luglio.", "3 al 5 luglio=2024-07-03/2024-07-05"),
        ("ru", "Он прибудет 19–20 июня 2024 года.", "19–20 июня 2024=2024-06-19/2024-06-20"),
        ("ru", "В июне 2023 года он был там.", "июне 2023=2023-06"),
        ("ar", "يزور الوزير عمان في 18 يونيو 2024", "18 يونيو 2024=2024-06-18"),
        ("ar", "في ١٨ يونيو ٢٠٢٤", "١٨ يونيو ٢٠٢٤=2024-06-18"),
        ("zh", "他将于2024年6月18日至19日访问。", "2024年6月18日至19日=2024-06-18/2024-06-19"),
        ("zh", "5月3日会见，2023年10月再访。", "5月3日=2024-05-03; 2023年10月=2023-10"),
        ("ja", "2024年6月18日に訪問。", "2024年6月18日=2024-06-18"),
        ("ko", "2024년 6월 18일 방문.", "2024년 6월 18일=2024-06-18"),
    ],
)
def test_explicit_date_of_another_language_is_read(language: str, text: str, expected: str) -> None:
    assert _found(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les mars et les mai sont des mots; 20 personnes, 3.5 points, 31 février 2024."),
        ("de", "Am Montag kamen 12 Minister; Mai und Juni sind Namen. Fassung 3.10.12."),
        ("es", "Hay 3 o 5 ministros en la sala 12."),
        ("zh", "他有13月票和40日。"),
        ("xx", "18 juin 2024"),
    ],
)
def test_nothing_else_is_read_as_a_date(language: str, text: str) -> None:
    assert _found(text, language) == ""


@pytest.mark.parametrize(
    ("published", "expected"), [(date(2024, 12, 30), "2025-01-02"), (date(2024, 1, 5), "2024-01-02")]
)
def test_date_without_its_year_is_the_nearest(published: date, expected: str) -> None:
    (time,) = document_times("Il arrivera le 2 janvier.", published, language="fr")
    assert (str(time.start), time.anchor) == (expected, "publication")


def test_without_a_reference_only_complete_dates_have_days() -> None:
    first, second = document_times("le 2 janvier, le 3 mai 2020", None, language="fr")
    assert (first.value, first.start) == ("XXXX-01-02", None)
    assert second.start == date(2020, 5, 3)


def test_ends_of_a_range_can_be_had_each_for_itself() -> None:
    times = document_times("du 3 au 5 juillet", MONDAY, language="fr", ranges=False)
    assert [(t.text, t.value) for t in times] == [("3", "2024-07-03"), ("5 juillet", "2024-07-05")]


@pytest.mark.parametrize(
    ("tag", "foreign"), [("en", False), ("en-US", False), ("EN_gb", False), ("", False), ("fr", True)]
)
def test_english_and_unknown_are_read_as_english(tag: str, foreign: bool) -> None:
    assert is_foreign(tag) is foreign


def test_layer_reads_a_document_in_its_language() -> None:
    class _Analysis:
        text = "Il arrivera le 18 juin 2024."
        document = Document(text=text, language="fr", published="2024-06-17")

    (time,) = DocumentTimesAnnotator().annotate(_Analysis(), -1)  # type: ignore[arg-type]
    assert time.value == "2024-06-18"


def test_language_that_dateparser_lacks_has_no_tongue() -> None:
    assert tongue("xx") is None


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["18", "juin", "mai", "2024", "au", "3", "年", "6月", "18日", "."])).map(" ".join),
    ),
    st.sampled_from(["fr", "de", "zh", "ru"]),
    st.one_of(st.none(), st.dates()),
)
@settings(max_examples=100, deadline=None)
def test_dates_quote_the_text_in_order(text: str, language: str, reference: date | None) -> None:
    end = 0
    for time in foreign_times(text, reference, language):
        assert text[time.span.start : time.span.end] == time.text != ""
        assert time.span.start >= end
        end = time.span.end
