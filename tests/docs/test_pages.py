"""README and documentation: every example runs and shows what comes out today."""

import re

import pytest
from pages import ROOT, pages
from sybil.example import SybilFailure
from update_docs import WRITTEN, page

RUN = [p for p in pages() if ROOT / p not in WRITTEN]


@pytest.mark.parametrize("path", RUN, ids=str)
def test_the_examples_of_a_page_run(path, tmp_path):
    """Files, commands with their output, Python: one session a page; the tutorial in a new virtual environment."""
    page(path, tmp_path).run()


@pytest.mark.parametrize("path", WRITTEN, ids=lambda p: p.stem)
def test_a_page_that_is_written_is_up_to_date(path):
    """The help of the commands, the types of PLOVER: ``python tools/update_docs.py`` writes them anew."""
    assert path.read_text(encoding="utf-8") == WRITTEN[path]()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```console\n$ echo one\ntwo\n```\n", "but it is now\none"),
        ("```console\n$ echo one; exit 3\n```\n", "ended with 3"),
        ("```python\nprint(1)\n# 2\n```\n", "but it is now\n1"),
        ("```python\n1 / 0\n```\n", "division by zero"),
        ("```toml\na = \n```\n", "no valid TOML"),
        ("```toml\n[[event]]\nname = 'x'\n[[event.frame]]\nverb = ['go']\n```\n", "did you mean 'verbs'"),
        ("```{code-block} toml\n:caption: a.toml\n\na = \n```\n", "no valid TOML"),
    ],
)
def test_a_wrong_example_is_told(text, told, tmp_path):
    """The runner of the examples can fail."""
    (tmp_path / "bad.md").write_text(text, encoding="utf-8")
    with pytest.raises((SybilFailure, AssertionError, ArithmeticError), match=re.escape(told)):
        page(tmp_path / "bad.md", tmp_path).run()


def test_examples_of_a_page_build_on_each_other(tmp_path):
    """A file, then a command in a folder that it made, then Python that reads it; output may be cut."""
    text = (
        "```{code-block} text\n:caption: a.txt\n\nhello\n```\n"
        "```console\n$ mkdir there; cd there; export WORD=x\n$ cat ../a.txt; echo $WORD\nhello\nx\n```\n"
        "```console\n$ seq 9\n1\n2\n...\n```\n"
        "```python\nimport pathlib\nword = pathlib.Path('a.txt').read_text()\n```\n"
        "```python\nprint(word)\n# hello\n```\n"
        "```sh\nfalse && not run\n```\n"
    )
    (tmp_path / "good.md").write_text(text, encoding="utf-8")
    page(tmp_path / "good.md", tmp_path).run()
