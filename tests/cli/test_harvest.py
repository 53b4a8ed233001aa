"""``eventx harvest``: what no frame claimed, by predicate."""

import json

import pytest

TEXT = """---
title: News
published: 2024-05-13
---

Kenya envied Uganda in the vote. Later Kenya envied Chad. Peru sided with Bolivia against Chile.

Ghana attacked Togo. The team envied its rival.
"""


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "a.md").write_text(TEXT)
    return "a.md"


def test_unclaimed_predicates_are_counted(cli, corpus):
    """By predicate with its preposition, the most frequent first; what a frame claims is not among them."""
    done = cli("harvest", corpus, "--json")
    assert done.code == 0
    found = json.loads(done.out)
    assert (found[0]["predicate"], found[0]["clauses"], found[0]["documents"]) == ("envy", 2, 1)
    assert found[0]["examples"][0] == "Kenya envied Uganda in the vote."
    assert found[0]["country_pairs"] == 2
    assert not any(each["predicate"].startswith("attack") for each in found)


def test_the_list_for_readers(cli, corpus):
    """A line a predicate, its sentences below."""
    done = cli("harvest", corpus, "--min", "2", "--examples", "1")
    lines = done.out.splitlines()
    assert lines[0].split() == ["2", "envy,", "in", "1", "document"]
    assert lines[1].strip() == "Kenya envied Uganda in the vote."
    assert len(lines) == 2


def test_a_frame_takes_its_clauses_out(cli, corpus):
    """Without the plugin that claims it, an attack is harvested as well."""
    done = cli("harvest", corpus, "--json", "--disable", "plover")
    assert any(each["predicate"].startswith("attack") for each in json.loads(done.out))


def test_a_file_that_cannot_be_read_fails(cli):
    """With exit code 1, and a message."""
    done = cli("harvest", "none.md")
    assert done.code == 1
    assert "none.md" in done.err
