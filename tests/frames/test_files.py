"""Frame files: what is wrong with one is told all at once, with its line; the schema agrees with the loader."""

import tomllib
from pathlib import Path

import jsonschema
import pytest

from eventx.errors import FrameError
from eventx.frames import frames_schema, load_frames, parse_frames, plugin_from_frames
from eventx.frames.keys import EVENT_KEYS, EXAMPLE_KEYS, FILE_KEYS, FRAME_KEYS, ROLE_KEYS

HERE = Path(__file__).parent
FILES = sorted([*(HERE / "cases").glob("*.toml"), *(HERE.parents[1] / "plugins").glob("*/src/*/data/*.toml")])
FRAME_FILES = [f for f in FILES if "[[event]]" in f.read_text(encoding="utf-8") and "eventx-state-visit" not in str(f)]
WRONG = {
    "everything.toml:6:": "'colour' is unknown",
    "everything.toml:7:": "did you mean 'subject'",
    "everything.toml:8:": "identity is a list of",
    "everything.toml:9:": "'maybe' is no status",
    "everything.toml:11:": "needs verbs or nouns",
    "everything.toml:15:": "verbs is a list of lemmas",
    "everything.toml:18:": "did you mean @good",
    "everything.toml:19:": "'odd' is no polarity",
    "everything.toml:20:": "'soon' is no status",
    "everything.toml:21:": "absorbs is true, false or a list",
    "everything.toml:22:": "confidence lies between 0 and 1",
    "everything.toml:23:": "passive is true or false",
    "everything.toml:25:": "stands twice",
    "everything.toml:28:": "either what it must give",
    "everything.toml:29:": "'weather' is unknown",
    "everything.toml:30:": "needs a text",
}


def test_every_fault_at_once_with_its_line():
    """One load tells them all."""
    with pytest.raises(FrameError) as caught:
        load_frames(HERE / "faults" / "everything.toml")
    for line, told in WRONG.items():
        assert any(f.startswith(line) and told in f for f in caught.value.faults), (line, told, caught.value.faults)


def test_a_plugin_is_made_of_paths(tmp_path):
    """As text or as a path; the faults of all files are told together."""
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('[[event]]\nname = "a"\n[[event.frame]]\nverbs = ["go"]\n')
    bad.write_text('[[event]]\nname = "A"\n')
    for path in (good, str(good)):
        assert [s.source for s in plugin_from_frames(path, name="p").framesets] == ["good.toml"]
    with pytest.raises(FrameError) as caught:
        plugin_from_frames(good, str(bad), tmp_path / "none.toml", name="p")
    assert [fault.split(":")[0] for fault in caught.value.faults] == ["bad.toml", "bad.toml", "none.toml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no event type"),
        ("[[event]]\nname = ", "no valid TOML"),
        ("event = 3", "no event type"),
        ('words = 3\n[[event]]\nname = "a"\n[[event.frame]]\nverbs = ["go"]', "words is a table"),
        ('[[event]]\nname = "a"', "has no [[event.frame]]"),
    ],
)
def test_hopeless_files(text, told):
    """What is no frame file says so."""
    with pytest.raises(FrameError, match=r"t\.toml") as caught:
        parse_frames(text, "t.toml")
    assert told in str(caught.value)


@pytest.mark.parametrize("path", FRAME_FILES, ids=lambda p: p.stem)
def test_the_schema_admits_what_the_loader_admits(path):
    """Every frame file of the project is valid by the published schema."""
    load_frames(path)
    jsonschema.validate(tomllib.loads(path.read_text(encoding="utf-8")), frames_schema())


def test_the_schema_refuses_what_the_loader_refuses():
    """A file with faults has faults by the schema as well."""
    data = tomllib.loads((HERE / "faults" / "everything.toml").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(frames_schema())
    assert len(list(validator.iter_errors(data))) > 3


def test_the_reference_page_names_every_key():
    """Each key of the language stands on its page."""
    page = (HERE.parents[1] / "docs" / "reference" / "frames.md").read_text(encoding="utf-8")
    for keys in (FILE_KEYS, EVENT_KEYS, FRAME_KEYS, ROLE_KEYS, EXAMPLE_KEYS):
        missing = [key for key in keys if f"`{key}`" not in page]
        assert not missing, missing
