"""Web pages by trafilatura, and what is said where it is missing."""

import sys
from datetime import date

from eventx import ReadError
from eventx.readers import HtmlReader

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Café talks - Example Wire</title>
<meta property="article:published_time" content="2024-06-17T10:00:00Z"><meta name="author" content="Ada Roe">
</head><body><nav>Home | World</nav><article><h1>Café talks</h1>
<p>President Émile Roux visited Lisbon on Tuesday for talks with his counterpart about fisheries and other matters.</p>
<p>He will go to Madrid on Friday, his office said in a statement that was sent to reporters in the capital.</p>
</article><footer>Imprint</footer></body></html>"""


def read(data):
    (found,) = HtmlReader().read(data, "a.html")
    return found


def test_a_page_gives_text_title_and_date():
    """The headline stands above the text, menus are gone, the declared charset counts."""
    for charset in ("utf-8", "iso-8859-1"):
        doc = read(PAGE.format(charset=charset).encode(charset))
        assert doc.title == "Café talks"
        assert doc.published == date(2024, 6, 17)
        assert doc.text.startswith("Café talks\n\nPresident Émile Roux visited Lisbon")
        assert "\n\nHe will go to Madrid" in doc.text
        assert "Home" not in doc.text
        assert doc.metadata["byline"] == "Ada Roe"


def test_a_page_without_a_date_has_none():
    """No day is taken from the clock."""
    page = PAGE.replace('<meta property="article:published_time" content="2024-06-17T10:00:00Z">', "")
    doc = read(page.format(charset="utf-8").encode())
    assert doc.published is None
    assert "no publication date was found" in doc.metadata["notes"]


def test_a_page_without_an_article_is_an_error():
    """As are hostile ones; none hangs."""
    for data in (b"<html></html>", b"<" * 100_000, b"<div>" * 20_000):
        found = read(data)
        assert isinstance(found, ReadError)
        assert "no article was found" in str(found) or "cannot be parsed" in str(found)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch):
    """trafilatura is optional."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    found = read(PAGE.encode())
    assert isinstance(found, ReadError)
    assert "pip install trafilatura" in str(found)


def test_a_tag_with_thousands_of_attributes_loses_them() -> None:
    """The article in it is read."""
    crowd = " ".join(f"a{n}='{n}'" for n in range(40000))
    told = "French President Emmanuel Macron visited Rabat on Monday, his office said in a statement. " * 4
    page = f"<html><body><article {crowd}><p>{told}</p></article></body></html>"
    (found,) = HtmlReader().read(page.encode(), "a.html")
    assert "Emmanuel Macron visited Rabat" in found.text
