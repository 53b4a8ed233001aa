"""Frame files of one's own on the command line: ``--frames FILE.toml``."""

import json

import pytest

RENAME = """
[[event]]
name = "rename-city"
codes = { plover = "COERCE:rename", cameo = "170" }
actors = { from = ["subject", "prep:by", "possessor"], class = "state", required = true }
location = ["object", "prep:of", "inside"]

[[event.frame]]
verbs = ["rename"]
objects = ["city", "capital"]

[[event.frame]]
nouns = ["renaming"]
complements = { "of" = ["city", "capital"] }
"""
ARTICLE = """---
title: News
published: 2024-05-13
---

Chad renamed the city of Abeche on Sunday. Peru announced the renaming of a city by Peru in May.
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "rename.toml").write_text(RENAME)
    (tmp_path / "a.md").write_text(ARTICLE)
    return ("a.md", "--frames", "rename.toml")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_events_of_a_frame_file_are_extracted(cli, files, workers):
    """In this process and in others; verbs, and nouns that no lexicon has."""
    done = cli("extract", *files, "--format", "jsonl", "--workers", workers)
    found = [json.loads(line) for line in done.out.splitlines()]
    assert {e["actors"][0]["country"] for e in found if e["action"] == "rename-city"} == {"TCD", "PER"}


def test_explain_names_the_file_and_the_line(cli, files):
    """So that one knows what to mend."""
    assert "(frame rename.toml:8 rename-city)" in cli("explain", *files).out


def test_what_the_file_claims_is_not_harvested(cli, files, tmp_path):
    """Harvest lists what is left."""
    (tmp_path / "envy.toml").write_text('[[event]]\nname = "envy"\n[[event.frame]]\nverbs = ["envy"]\n')
    (tmp_path / "b.md").write_text(ARTICLE + "Kenya envied Uganda.\n")
    assert "envy" in cli("harvest", "b.md").out
    assert "envy" not in cli("harvest", "b.md", "--frames", "envy.toml").out


def test_it_is_used_besides_the_named_plugins(cli, files):
    """--plugin limits the installed ones only."""
    done = cli("extract", *files, "--plugin", "leaders", "--format", "jsonl")
    assert done.code == 0
    assert {json.loads(line)["action"] for line in done.out.splitlines()} == {"rename-city"}


def test_all_faults_of_all_files_are_told(cli, files, tmp_path):
    """And nothing is extracted with half of the frames."""
    (tmp_path / "wrong.toml").write_text(RENAME.replace("verbs =", "verb =") + "\nspeed = 3\n")
    done = cli("extract", *files, "--frames", "wrong.toml", "--frames", "none.toml")
    assert done.code == 2
    assert "wrong.toml:9: the key 'verb' is unknown; did you mean 'verbs'?" in done.err
    assert "wrong.toml:16: the key 'speed' is unknown" in done.err
    assert "none.toml: does not exist" in done.err
    assert done.out == ""


def test_a_name_that_is_taken_is_told(cli, files, tmp_path):
    """A file is called after its stem, as a plugin is by its entry point."""
    (tmp_path / "plover.toml").write_text(RENAME)
    done = cli("extract", files[0], "--frames", "plover.toml")
    assert "the name 'plover' is taken by eventx-plover" in done.err
