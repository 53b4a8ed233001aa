"""From paths and bytes to documents: encodings, damaged input, the choice of the reader."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import eventx
from eventx import Document, ReadError
from eventx.readers import READERS, read_bytes, read_documents, read_path
from eventx.readers.decoding import decode


def one(data, source="a.txt"):
    (found,) = read_bytes(data, source, READERS)
    return found


def fault(found):
    assert isinstance(found, ReadError), found
    return str(found)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json", ".jsonl", ".html", ""])
def test_an_empty_file_says_so(suffix):
    """In every format."""
    assert fault(one(b"", f"a{suffix}")) == f"a{suffix}: is empty"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl", ".json", ""])
@pytest.mark.parametrize(
    ("data", "told"),
    [
        (bytes(range(256)) * 20, "is binary"),
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"PK\x03\x04\x00\x00", "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
    ],
)
def test_a_binary_file_says_what_it_is(data, told, suffix):
    """With what to do, where there is something to do."""
    text = fault(one(data, f"a{suffix}"))
    assert told in text or (suffix in (".json", ".jsonl") and "not JSON" in text)


@pytest.mark.parametrize(
    ("data", "encoding", "noted"),
    [
        ("Café “x”".encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + "Café “x”".encode(), "utf-8", False),
        ("Café “x”".encode("utf-16"), "utf-16-le", False),
        (b"\xfe\xff" + "Café “x”".encode("utf-16-be"), "utf-16-be", False),
        ("Café “x”".encode("utf-32"), "utf-32-le", False),
        ("Café “x” and more".encode("utf-16-le"), "utf-16-le", True),
        ("Café “x”".encode("cp1252"), "cp1252", True),
        (b"Caf\xe9 \x81", "latin-1", True),
    ],
)
def test_encodings_are_told_apart(data, encoding, noted):
    """What is assumed is noted."""
    found = decode(data, "a")
    assert found.text.startswith("Caf")
    assert found.encoding == encoding
    assert bool(found.notes) == noted
    if encoding != "latin-1":
        assert found.text.startswith("Café “x”")


def test_a_few_wrong_bytes_do_not_cost_the_rest():
    """UTF-8 that was cut in the middle of a character stays UTF-8."""
    data = ("Émile est allé à Orléans, où l'été était né. " * 3).encode() + b"\xc3"
    found = decode(data, "a")
    assert found.text.startswith("Émile")
    assert found.text.endswith("\ufffd")
    assert "1 places are not valid UTF-8" in found.notes[0]


def test_a_page_may_declare_its_charset():
    """Only where the bytes are not UTF-8 anyway."""
    page = '<html><head><meta charset="iso-8859-2"></head>Łódź</html>'
    assert "Łódź" in decode(page.encode("iso-8859-2"), "a", markup=True).text
    assert "Łódź" in decode(page.encode("utf-8"), "a", markup=True).text
    unknown = '<meta charset="no-such-thing">é'.encode("cp1252")
    assert decode(unknown, "a", markup=True).encoding == "cp1252"
    assert decode(b'<meta charset="base64">\xe9', "a", markup=True).encoding == "cp1252"


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_in_any_format_give_documents_or_errors(data):
    """Nothing raises."""
    for suffix in (".txt", ".md", ".json", ".jsonl", ""):
        for found in read_bytes(data, "a" + suffix, READERS):
            assert isinstance(found, (Document, ReadError))


def test_plain_text_is_kept_character_for_character():
    """Line ends and spaces too: offsets point into the file's text."""
    text = "A title\r\n\r\nJune 17, 2024\r\n\r\n  Text \x00 with\ttabs.\r\n"
    doc = one(text.encode())
    assert doc.text == text
    assert doc.title == "A title"
    assert str(doc.published) == "2024-06-17"
    assert one(b"One sentence is no title.\n\nTwo.").title is None


def test_what_cannot_be_opened_is_told(tmp_path, monkeypatch):
    """Missing, a directory, unreadable: one clear error each, and nothing raised."""

    def told(path):
        (found,) = read_path(path, READERS)
        return fault(found)

    assert "does not exist" in told(tmp_path / "none.md")
    assert "is a directory" in told(tmp_path)
    assert "cannot be read" in told("a\0b.md")
    assert "cannot be read" in told("n" * 5000)
    locked = tmp_path / "locked.md"
    locked.write_text("x")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "permission denied" in told(locked)


def test_the_ending_decides_else_the_looks():
    """Without a known ending the text's beginning is looked at."""
    html = (
        b"<!DOCTYPE html><html><body><article><p>" + b"Some words of text here. " * 20 + b"</p></article></body></html>"
    )
    assert one(b"# Title\n\nA *word*.", "a").text == "Title\n\nA word."
    assert one(b"A *word*.", "a").text == "A *word*."
    assert one(b'{"text": "x"}', "a").text == "x"
    assert one(b'[{"text": "x"}]', "a").text == "x"
    assert one(b'{"text": "x"}\n{"text": ""}'[:14], "a.unknown").text == "x"
    assert one(b'{\n "text": "x"\n}', "a").text == "x"
    assert one(html, "a").metadata["encoding"] == "utf-8"
    assert one(b"[Moscow] said", "a").text == "[Moscow] said"
    assert one(b"# not a title", "a.txt").text == "# not a title"
    assert one(b"A *word*.", "A.MD").text == "A word."


class Loud:
    """A plugin's reader that raises."""

    name = "loud"
    suffixes = (".loud", ".md")

    def read(self, data, source):
        yield Document(text="first")
        raise RuntimeError("boom")


def test_a_reader_that_raises_costs_only_its_source():
    """What it gave before is kept; the fault names it. Its ending wins over the built-in one."""
    first, second = read_bytes(b"x", "a.md", (*READERS, Loud()))
    assert first.text == "first"
    assert "the reader 'loud' failed: RuntimeError: boom" in fault(second)


def test_no_reader_at_all():
    """Says so."""
    (found,) = read_bytes(b"x", "a.md", [])
    assert "no reader is installed" in fault(found)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".json", ".jsonl", ""])
def test_huge_input_ends_within_seconds(suffix):
    """50 MB in one line, and a million newlines."""
    for data in (b"word " * 10_000_000, b"\n" * 1_000_000, b"a\n" * 500_000):
        started = time.process_time()
        for found in read_bytes(data, "a" + suffix, READERS):
            assert isinstance(found, (Document, ReadError))
            if suffix == ".jsonl":
                break
        assert time.process_time() - started < 15


def test_read_documents_is_the_short_way(tmp_path):
    """Documents, or the first fault raised."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\nbad\n', encoding="utf-8")
    found = read_documents(path)
    assert next(found).text == "a"
    with pytest.raises(ReadError, match=r"a\.jsonl:2: not JSON"):
        next(found)
    assert eventx.read_documents is read_documents
