"""The rules of CONTRIBUTING.md that a machine can check, so that they do not outlive their keeping."""

import ast
import re
import tomllib

import pytest
from pages import ROOT

import eventx

SOURCES = [p for folder in ("src", "plugins") for p in sorted((ROOT / folder).rglob("*.py")) if "/src/" in f"/{p}"]
SOURCES = [p for p in SOURCES if "tests" not in p.relative_to(ROOT).parts]
ALL = [p for f in ("src", "plugins", "tests", "tools", "benchmarks", "examples") for p in (ROOT / f).rglob("*.py")]
PLUGINS = sorted(ROOT.glob("plugins/*/pyproject.toml"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
TEMPLATES = ROOT / "src" / "eventx" / "cli" / "templates"


def config(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_files_are_short():
    """One purpose a module."""
    long = {str(p.relative_to(ROOT)): n for p in ALL if (n := len(p.read_text("utf-8").splitlines())) >= LONGEST_FILE}
    assert not long


def test_functions_are_short():
    """A function is read at one look."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in ALL
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 >= LONGEST_FUNCTION
    ]
    assert not long


def test_every_test_says_what_it_shows():
    """Tests of the project's frame (those of the language have their sentences to speak for them)."""
    mute = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for folder in ("cli", "docs", "engine", "exporters", "hooks", "invariants", "project", "readers", "records")
        for path in (ROOT / "tests" / folder).glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    assert not mute


@pytest.mark.parametrize("path", PLUGINS, ids=lambda p: p.parent.name)
def test_a_plugin_is_a_distribution_of_its_own(path):
    """Its own metadata, README and licence; found by entry point; needs eventx and uses its public names."""
    project = config(path)["project"]
    assert project["name"] == path.parent.name
    assert any(re.match(r"eventx\b(?!-)", need) for need in project["dependencies"])
    assert list(project["entry-points"]) == ["eventx"]
    assert project["requires-python"] == config(ROOT / "pyproject.toml")["project"]["requires-python"]
    assert (path.parent / "README.md").read_text(encoding="utf-8").startswith(f"# {project['name']}\n")
    assert (path.parent / "src" / project["name"].replace("-", "_") / "py.typed").is_file()  # mypy reads its types
    public = {"eventx", *(f"eventx.{n}" for n in ("errors", "frames", "hooks", "records", "resolve", "testing"))}
    for source in path.parent.glob("src/**/*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "eventx":
                assert node.module in public, f"{source.name}:{node.lineno} imports {node.module}"


def test_versions_agree():
    """The distribution, the module, the change log, the templates of new plugins."""
    version = config(ROOT / "pyproject.toml")["project"]["version"]
    assert eventx.__version__ == version
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changes
    for template in TEMPLATES.rglob("pyproject.toml.tmpl"):
        assert f'dependencies = ["eventx>={version}"]' in template.read_text(encoding="utf-8")
    for path in PLUGINS:
        assert f"eventx>={version}" in config(path)["project"]["dependencies"]


def word_lists(value, path=""):
    """The lists of texts in the data of a TOML file, with the keys that lead there."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from word_lists(inner, f"{path}.{key}")
    elif isinstance(value, list) and value and all(isinstance(word, str) for word in value):
        yield path, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from word_lists(inner, f"{path}[{number}]")


def test_no_list_has_a_word_twice():
    """In no data file: the second is a slip, or was meant to be another word."""
    for top in ("src", *(p.parent / "src" for p in PLUGINS)):
        for path in (ROOT / top).rglob("*.toml"):
            for where, words in word_lists(config(path)):
                twice = sorted({word for word in words if words.count(word) > 1})
                assert not twice, f"{path.relative_to(ROOT)}{where}: {twice}"


FROM_INDEX = re.compile(r"pip install[^`\n,;:#]*(?<!-e) ['\"]?eventx(?=[-\[ '\"`\n])")


def test_nobody_is_told_to_fetch_eventx_from_the_index():
    """The name is another project's there, in versions below ours; what is installed from a folder is meant."""
    assert int(eventx.__version__.split(".")[0]) or int(eventx.__version__.split(".")[1]) > 1
    assert FROM_INDEX.search("pip install eventx eventx-leaders")
    assert FROM_INDEX.search("pip install 'eventx[html]'")
    kinds = ("*.py", "*.md", "*.tmpl", "*.toml", "*.sh")
    folders = ("src", "docs", "plugins", "examples", "scripts")
    files = [p for top in folders for kind in kinds for p in (ROOT / top).rglob(kind)]
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *files]:
        found = FROM_INDEX.search(path.read_text(encoding="utf-8").replace("`pip install eventx` is wrong", ""))
        assert found is None, f"{path.relative_to(ROOT)}: {found[0] if found else ''}"


def test_the_two_commands_of_the_readme_are_there():
    """Each does its own set-up; .ci/run does all."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^```sh\n(.*)\n```$", readme, re.MULTILINE) == ["bash scripts/demo", "bash scripts/test"]
    for script in ("scripts/demo", "scripts/test", "scripts/setup", ".ci/run"):
        text = (ROOT / script).read_text(encoding="utf-8")
        assert text.startswith("#!/usr/bin/env bash\n")
        assert "set -euo pipefail" in text
        assert script == "scripts/setup" or "scripts/" in text


def test_warnings_are_errors():
    """And an expected failure that passes is a failure."""
    options = config(ROOT / "pyproject.toml")["tool"]["pytest"]["ini_options"]
    assert options["filterwarnings"][0] == "error"
    assert options["xfail_strict"] is True


def test_data_files_are_in_the_distribution():
    """What a package reads at run time lies inside it, and is read through importlib.resources."""
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert "parents[" not in text, path
        assert "__file__" not in text, path


def test_every_example_article_is_used():
    """By the tests of the examples, and each has a title and a day."""
    articles = sorted((ROOT / "examples" / "articles").glob("*.md"))
    assert len(articles) >= 8
    for path in articles:
        (document,) = eventx.read_documents(path)
        assert document.title
        assert document.published


def test_every_cue_list_is_used():
    """A list of a room that no rule asks for is a left-over."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    lists = [
        (path.name, name) for path in (ROOT / "src/eventx/lexicon/data").glob("cues_*.toml") for name in config(path)
    ]
    assert len(lists) > 100
    room = {file: file.removeprefix("cues_").removesuffix(".toml") for file, _ in lists}
    unused = [f"{file}: {name}" for file, name in lists if f'cues("{room[file]}", "{name}")' not in code]
    assert not unused, unused
