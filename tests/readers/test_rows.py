"""JSON and JSON Lines, in eventx's own form and that of news-please."""

import json
from datetime import date

import pytest

from eventx import ReadError
from eventx.readers import JsonlReader, JsonReader


def lines(data):
    return list(JsonlReader().read(data if isinstance(data, bytes) else data.encode(), "a.jsonl"))


def test_the_own_form_and_that_of_news_please():
    """Both field sets are known; what is not known goes into the metadata."""
    own = {"id": "1", "text": "A text.", "title": "T", "published": "2024-06-17", "publisher": "P", "language": "fr"}
    please = {
        "maintext": "B text.",
        "title": "U",
        "date_publish": "2024-06-17 10:00:00",
        "date_download": "2025-01-01 00:00:00",
        "url": "https://example.org/b",
        "source_domain": "example.org",
        "authors": ["Ada Roe", "Jan Holm"],
        "language": "en",
    }
    a, b = lines(json.dumps(own) + "\n" + json.dumps(please))
    assert (a.id, a.text, a.title, a.published, a.publisher, a.language) == (
        "1",
        "A text.",
        "T",
        date(2024, 6, 17),
        "P",
        "fr",
    )
    assert (b.text, b.title, b.published, b.url, b.publisher) == (
        "B text.",
        "U",
        date(2024, 6, 17),
        "https://example.org/b",
        "example.org",
    )
    assert b.metadata["byline"] == "Ada Roe, Jan Holm"
    assert b.metadata["date_download"] == "2025-01-01 00:00:00"
    assert b.metadata["line"] == 2


def test_a_bad_line_costs_only_itself():
    """Each fault names its line, and what follows is read."""
    found = lines('{"text": "a"}\nnonsense\n\n[1]\n{"title": "no text"}\n{"text": 5}\n{"text": " "}\n{"text": "b"}\n')
    assert [type(f).__name__ for f in found] == ["Document", *["ReadError"] * 5, "Document"]
    told = [str(f) for f in found[1:-1]]
    assert [t.split(": ")[0] for t in told] == ["a.jsonl:2", "a.jsonl:4", "a.jsonl:5", "a.jsonl:6", "a.jsonl:7"]
    assert "not JSON" in told[0]
    assert "column 1" in told[0]
    assert "a list" in told[1]
    assert "its fields are: title" in told[2]
    assert "is a number, not a string" in told[3]
    assert "is empty" in told[4]


def test_a_date_that_cannot_be_read_keeps_the_article():
    """None, with a note."""
    (doc,) = lines('{"text": "a", "published": "soon"}')
    assert doc.published is None
    assert "'soon' cannot be read" in doc.metadata["notes"][0]
    (doc,) = lines('{"text": "a", "published": 1718582400}')
    assert doc.published is None


def test_line_separators_inside_strings_do_not_end_a_line():
    """Only LF does: JSON allows U+2028 in a string."""
    (doc,) = lines('{"text": "a\u2028b\u0085c"}')
    assert doc.text == "a\u2028b\u0085c"


def test_lone_surrogates_are_tolerated():
    """An escape that is half a character stays what it is."""
    (doc,) = lines('{"text": "a \\ud800 b"}')
    assert doc.text == "a \ud800 b"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + '{"text": "é"}'.encode(),
        '{"text": "é"}'.encode("utf-16"),
        '{"text": "é"}\r\n'.encode(),
        '{"text": "é"}'.encode("cp1252"),
    ],
)
def test_encodings(data):
    """Marks, UTF-16, CRLF; a line in a code page is read with a note."""
    (doc,) = lines(data)
    assert doc.text == "é"


def test_json_files():
    """One article, a list, a list inside an object, and JSON Lines under the wrong name."""

    def read(value):
        data = value if isinstance(value, str) else json.dumps(value)
        return list(JsonReader().read(data.encode(), "a.json"))

    assert [d.text for d in read({"text": "a"})] == ["a"]
    assert [d.text for d in read([{"text": "a"}, {"maintext": "b"}])] == ["a", "b"]
    assert [d.text for d in read({"articles": [{"text": "a"}]})] == ["a"]
    assert [d.text for d in read('{"text": "a"}\n{"text": "b"}\n')] == ["a", "b"]
    first, second = read([5, {"text": "b"}])
    assert "item 1: an article is a JSON object" in str(first)
    assert second.text == "b"
    assert "empty list" in str(read([])[0])
    assert "not JSON" in str(read("{")[0])
    assert "its fields are: a" in str(read({"a": 1})[0])


@pytest.mark.parametrize("reader", [JsonReader(), JsonlReader()])
@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x00\x01\x02\x03" * 50, b"[" * 200_000, b"{" * 200_000, b"\xff\xfe"])
def test_what_is_no_json_is_an_error(reader, data):
    """One clear error, nothing raised."""
    (found,) = reader.read(data, "a")
    assert isinstance(found, ReadError)
