"""The guide to a new event type does what it says, word for word."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from eventx.cli.check import check

GUIDE = (Path(__file__).parents[2] / "docs" / "how-to" / "add-event-type.md").read_text(encoding="utf-8")


def block(language, number=0):
    """The text of a code block of the guide."""
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.S)[number]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder that holds the guide's file."""
    monkeypatch.chdir(tmp_path)
    Path("ambassador.toml").write_text(block("toml"), encoding="utf-8")
    return tmp_path


def told(number):
    """The output that the guide shows for a command."""
    return block("console", number).split("\n", 1)[1].strip().splitlines()


def checked():
    """What ``eventx check`` says, and its exit code."""
    result = CliRunner().invoke(check, ["ambassador.toml"], standalone_mode=False)
    return [*result.stderr.splitlines(), *result.stdout.splitlines()], result.return_value


def test_the_file_passes(folder):
    """As written, the file is fine."""
    assert checked() == (told(0), 0)


def test_a_wrong_expectation_is_told(folder):
    """With another country in the first example the guide's message comes."""
    path = folder / "ambassador.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"AGO"', '"FRA"', 1), encoding="utf-8")
    assert checked() == (told(1), 1)


def test_the_snippet_prints_what_the_guide_says(folder, capsys):
    """The event is extracted."""
    exec(compile(block("python"), "guide", "exec"), {})
    assert capsys.readouterr().out == block("text")
