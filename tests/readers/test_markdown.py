"""Markdown: the text without its markup, and what the article says of itself."""

from datetime import date

import pytest
from hypothesis import given, settings

from eventx import ReadError
from eventx.readers import MarkdownReader
from eventx.testing.strategies import texts


def read(text):
    """The one document of a text."""
    (found,) = MarkdownReader().read(text.encode("utf-8", "surrogatepass"), "a.md")
    assert not isinstance(found, ReadError), found
    return found


ARTICLE = """# Minister *flies* to Lisbon

By [Ada Roe](#)

June 17, 2024

[example.org](https://example.org)

Foreign Minister **Jan Holm** will visit
[Lisbon](https://example.org/lisbon "the city") this week. He will then travel to

Madrid.

**Related article:** [Another visit](#)

- First point of the *agenda*
- Second point

![A photo](photo.jpg)

Original url:

<https://news.example.org/2024/06/17/minister>
"""


def test_an_article_is_read_with_its_particulars():
    """Title, byline, date and address are found; the text has no markup and loses no word."""
    doc = read(ARTICLE)
    assert doc.title == "Minister flies to Lisbon"
    assert doc.published == date(2024, 6, 17)
    assert doc.url == "https://news.example.org/2024/06/17/minister"
    assert doc.metadata["byline"] == "Ada Roe"
    assert "notes" not in doc.metadata
    assert doc.text.split("\n\n") == [
        "Minister flies to Lisbon",
        "By Ada Roe",
        "June 17, 2024",
        "example.org",
        "Foreign Minister Jan Holm will visit Lisbon this week. He will then travel to",
        "Madrid.",
        "Related article: Another visit",
        "First point of the agenda",
        "Second point",
        "Original url:",
        "https://news.example.org/2024/06/17/minister",
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Pu**tin** flew.", "Putin flew."),
        ("U.N. chief _António_ Guterres", "U.N. chief António Guterres"),
        ("one\ntwo  \nthree\\\nfour", "one two three four"),
        ("snake_case_name stays", "snake_case_name stays"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("AT&amp;T and 3 &lt; 4", "AT&T and 3 < 4"),
        ("`code` stays", "code stays"),
        ("a <b>bold</b> word<br>next", "a bold word next"),
        ("<div>\n<p>In a <i>block</i></p><!-- hidden -->\n</div>", "In a block"),
        ("<script>\nvar a = 1;\n</script>\n\nText.", "Text."),
        ("> quoted\n> text", "quoted text"),
        ("    indented paragraph", "indented paragraph"),
        ("2024. It was a year.", "2024. It was a year."),
        ("1. First\n2. Second", "First\n\nSecond"),
        ("He came in 2010.[^1] Then left.\n\n[^1]: A note.", "He came in 2010. Then left.\n\nA note."),
        ("| who | where |\n|---|---|\n| Holm | Lisbon |", "who\n\nwhere\n\nHolm\n\nLisbon"),
        ("[text][1]\n\n[1]: http://example.org", "text"),
        ("\\*not emphasis\\*", "*not emphasis*"),
        ("“Quoted” — words…", "“Quoted” — words…"),
        ("Title\r\n=====\r\n\r\nBody\r\nmore", "Title\n\nBody more"),
    ],
)
def test_markup_goes_and_words_stay(source, text):
    """No mark stands inside a word or a sentence afterwards."""
    assert read(source).text == text


def test_front_matter_wins_over_what_is_printed():
    """Its fields are particulars, others metadata; it is no text."""
    doc = read(
        "---\ntitle: 'A visit: the plan'\ndate: 2024-06-17T10:00:00Z\nSource: Example Wire\nlang: en\n"
        "source_url: https://example.org/1\ntags:\n  - x\nid: n1 # local\n---\n\n"
        "# Other title\n\nMay 1, 2020\n\nText.\n"
    )
    assert (doc.title, doc.published, doc.publisher, doc.url, doc.id) == (
        "A visit: the plan",
        date(2024, 6, 17),
        "Example Wire",
        "https://example.org/1",
        "n1",
    )
    assert doc.text == "Other title\n\nMay 1, 2020\n\nText."
    assert "tags" in doc.metadata


@pytest.mark.parametrize(
    "source", ["---\n\nText after a rule.", "---\nNo colon here\n---\n\nText.", "---\ntitle: never closed\n\nText."]
)
def test_a_rule_is_no_front_matter(source):
    """Three hyphens alone do not swallow text."""
    assert "Text" in read(source).text


def test_a_date_that_cannot_be_read_is_told():
    """The state is explicit: None, with the reason in the metadata; never today."""
    doc = read("---\npublished: last week\n---\n\nText.")
    assert doc.published is None
    assert any("'last week' cannot be read" in note for note in doc.metadata["notes"])
    assert read("Text.").metadata["notes"] == ["no publication date was found"]


@pytest.mark.parametrize(
    ("source", "day"),
    [
        ("# T\n\nBy A. Roe | June 17, 2024\n\nText.", date(2024, 6, 17)),
        ("# T\n\nBy A. Roe\nJune 17, 2024\n\nText.", date(2024, 6, 17)),
        ("# T\n\nUpdated June 18, 2024\n\nPublished June 17, 2024\n\nText.", date(2024, 6, 17)),
        ("# T\n\nUpdated: June 18, 2024\n\nText.", date(2024, 6, 18)),
        ("# T\n\n" + "Text.\n\n" * 20 + "Published: June 17, 2024", date(2024, 6, 17)),
        ("# T\n\n" + "Text.\n\n" * 20 + "June 17, 2024", None),
        ("# T\n\nHe came on June 17, 2024.", None),
    ],
)
def test_date_lines(source, day):
    """A line of its own dates the article; a date in a sentence does not."""
    assert read(source).published == day


def test_no_byline_is_made_of_a_sentence():
    """ "By" opens sentences too."""
    assert "byline" not in read("# T\n\nBy Monday the talks will be over.\n\nText.").metadata
    assert "byline" not in read("# T\n\nby the way\n\nText.").metadata


def test_a_very_long_file_is_read_as_plain_text():
    """With a note, and in a moment."""
    doc = read("*word* " * 100_000)
    assert "markup kept" in doc.metadata["notes"][0]


@pytest.mark.parametrize("source", ["", "\n\n", "![only](a.png)", "<!-- only -->", "---\ntitle: x\n---\n"])
def test_a_file_without_text_is_an_error(source):
    """It says so."""
    (found,) = MarkdownReader().read(source.encode(), "a.md")
    assert isinstance(found, ReadError)
    assert "has no text" in str(found) or "is empty" in str(found)


@pytest.mark.parametrize(
    "unit",
    ["[", "*", "_a ", "`", "` ", "<", "> ", "- ", "![", "[](", "&", "<a ", "[a]: b\n", "\\", "<!-- ", "a\x00b", "**a*"],
)
def test_hostile_markup_ends_soon(unit):
    """No pattern makes the parser hang: this test would not end."""
    assert len(list(MarkdownReader().read((unit * (200_000 // len(unit))).encode(), "a.md"))) == 1


@given(texts())
@settings(max_examples=150, deadline=None)
def test_any_text_gives_one_document_or_one_error(text):
    """Nothing raises."""
    (found,) = MarkdownReader().read(text.encode("utf-8", "surrogatepass"), "a.md")
    assert isinstance(found, ReadError) or found.text.strip()
