"""Whatever is handed over: a clear message, exit code 1, and the events of everything else."""

import json
import os

import pytest

TEXT = "French President Emmanuel Macron visited Rabat on Monday."
ARGS = ("--plugin", "state-visit", "--published", "2024-10-30", "--format", "jsonl")


def countries(done):
    return [json.loads(line)["location"]["country"] for line in done.out.splitlines()]


BAD = {
    "empty.txt": (b"", "empty.txt: is empty"),
    "blank.md": (b" \n\t\n", "blank.md: has no text"),
    "binary.txt": (bytes(range(256)) * 40, "binary.txt: is binary, not text"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\n", "paper.txt: is a PDF file: convert it to text first"),
    "packed.txt": (b"\x1f\x8b\x08\x00\x00", "packed.txt: is compressed with gzip: unpack it first"),
    "lines.txt": (b"\n" * 1_000_000, "lines.txt: has no text"),
    "broken.json": (b'{"text": "a', "broken.json: "),
    "list.json": (b"[]", "list.json: holds an empty list: there is no article in it"),
    "number.jsonl": (b"17\n", "number.jsonl:1: an article is a JSON object, not a number"),
    "field.jsonl": (b'{"txt": "a"}\n', "field.jsonl:1: has no text: the field 'text' or 'maintext' is missing"),
    "deep.json": (b"[" * 100_000, "deep.json: "),
    "no-article.html": (b"<" * 50_000, "no-article.html: no article was found in the page"),
    "long.txt": (b"x" * 5_000_001, "long.txt: read: the text has 5000001 characters; more than 5000000 are not read"),
    "long-line.md": (b"word " * 1_000_001, "long-line.md: read: the text has 5000005 characters"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_the_others_are_read(cli, tmp_path, visit, name):
    """One line names the source and says what is wrong."""
    data, told = BAD[name]
    (tmp_path / name).write_bytes(data)
    done = cli("extract", visit, name, visit, *ARGS)
    assert done.code == 1
    assert countries(done) == ["MAR", "MAR"]
    assert told in done.err
    assert [line for line in done.err.splitlines() if not line.startswith(("note: ", name))] == []


def test_what_is_no_file_is_told(cli, tmp_path, visit):
    """A directory, a name that is not there, a loop, a file that may not be read."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "secret.txt").chmod(0)
    names = ["folder", "absent.txt", "loop", *([] if os.access(tmp_path / "secret.txt", os.R_OK) else ["secret.txt"])]
    done = cli("extract", *names, visit, *ARGS)
    assert done.code == 1
    assert countries(done) == ["MAR"]
    assert "folder: is a directory: name the files in it" in done.err
    assert "absent.txt: does not exist" in done.err
    assert "loop: cannot be read: " in done.err
    assert len(done.err.splitlines()) == len(names)


def test_a_file_that_may_not_be_read_is_told(cli, visit, monkeypatch):
    """As it is for users who are not root."""

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    done = cli("extract", visit, *ARGS)
    assert done.code == 1
    assert "visit.txt: may not be read: permission denied" in done.err


@pytest.mark.parametrize(
    ("data", "noted"),
    [
        (("Le pr\xe9sident. " + TEXT).encode("latin-1"), "not valid UTF-8; read as cp1252"),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16-be"), "no byte order mark; read as utf-16-be"),
        (b"\xef\xbb\xbf" + TEXT.encode(), ""),
        (("“Äpfel, ” " * 20 + TEXT).encode() + b"\xff", "1 places are not valid UTF-8"),
        (b"\xed\xa0\x80 " + TEXT.encode(), "read as cp1252"),
        (b"\n" * 200_000 + TEXT.encode() + b"\n" * 200_000, ""),
        (TEXT.encode().replace(b". ", b".\r\n"), ""),
        (("\u202e\u2066" + TEXT + "\u2069 \U0001f1f2\U0001f1e6 \x07").encode(), ""),
        (("Z\u0351\u0352\u0353" * 3000 + ". " + TEXT).encode(), ""),
    ],
)
def test_odd_text_is_read_with_a_note(cli, tmp_path, data, noted):
    """Wrong encodings, a million line ends, direction marks, piles of accents: the event is found."""
    (tmp_path / "odd.txt").write_bytes(data)
    done = cli("extract", "odd.txt", *ARGS)
    assert done.code == 0
    assert "MAR" in countries(done)
    assert noted in done.err
    assert bool(noted) == bool(done.err)


def test_lone_surrogates_pass_through(cli, tmp_path):
    """In every format, and in explanations; what is written is valid UTF-8."""
    row = {"text": "The \ud800 team. " + TEXT, "title": "\udfff", "published": "2024-10-30"}
    (tmp_path / "s.jsonl").write_text(json.dumps(row))
    for name in ("table", "json", "jsonl", "csv", "geojson"):
        done = cli("extract", "s.jsonl", "--plugin", "state-visit", "--format", name)
        assert done.code == 0, done
        assert "MAR" in done.out
    assert cli("extract", "s.jsonl", "--plugin", "state-visit", "--output", "s.sqlite").code == 0
    assert "Rabat" in cli("explain", "s.jsonl", "--all", "--plugin", "state-visit").out
    assert json.loads(cli("explain", "s.jsonl", "--json", "--plugin", "state-visit").out)


def test_hostile_pages_end_in_a_message(cli, tmp_path, visit):
    """Deep nesting, endless attributes, scripts: no crash, no hang."""
    pages = {
        "deep.html": "<div>" * 20_000 + TEXT,
        "open.html": "<!--" * 20_000,
        "attributes.html": "<p " + "a=b " * 50_000,
        "script.html": "<script>" + "while(1);" * 20_000 + "</script>",
        "entities.html": "&amp;" * 50_000,
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text)
    done = cli("extract", *pages, visit, *ARGS)
    assert done.code == 1
    assert countries(done)[-1] == "MAR"
    assert all(line.startswith((*pages, "note: ")) for line in done.err.splitlines())


def test_article_text_cannot_steer_the_terminal(cli, tmp_path):
    """Escape sequences are taken out of what is printed for reading."""
    (tmp_path / "esc.md").write_text(
        "---\ntitle: \x1b[31mred\n---\n\nFrench \x1b[2J President Emmanuel Macron visited Rabat.\n"
    )
    for command in ("extract", "explain"):
        done = cli(command, "esc.md", "--plugin", "state-visit")
        assert "\x1b" not in done.out + done.err
