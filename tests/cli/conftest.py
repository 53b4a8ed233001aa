"""The command line, run in this process, and plugins that are installed for one test."""

import io
import sys
import textwrap
from pathlib import Path

import pytest

from eventx.cli.app import group, run

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
VISIT = "French President Emmanuel Macron visited Rabat on Monday."


class Done:
    """What a command left: exit code, standard output, standard error."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def __repr__(self):
        return f"exit code {self.code}\n--- out\n{self.out}\n--- err\n{self.err}"


@pytest.fixture
def cli(monkeypatch, tmp_path):
    """A function that runs ``eventx`` with arguments, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*args, stdin=b""):
        streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            patch.setattr(group, "_asked", False, raising=False)  # a new process would ask the plugins anew
            patch.setattr(group, "commands", {})
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            with pytest.raises(SystemExit) as ended:
                run([str(a) for a in args])
            texts = []
            for stream in streams.values():
                stream.flush()
                texts.append(stream.buffer.getvalue().decode("utf-8"))
        return Done(ended.value.code, *texts)

    return call


@pytest.fixture
def visit(tmp_path):
    """A file with one visit in it."""
    path = tmp_path / "visit.txt"
    path.write_text(VISIT, encoding="utf-8")
    return path


@pytest.fixture
def install(tmp_path, monkeypatch):
    """A function that installs a plugin: its module's source, under a name and from a distribution."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    made = []

    def add(source, name="faulty", distribution=None):
        module = f"plugin_of_test_{len(made)}_{tmp_path.name.replace('-', '_')}"
        (site / f"{module}.py").write_text(textwrap.dedent(source), encoding="utf-8")
        distribution = distribution or f"eventx-{name}"
        info = site / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[eventx]\n{name} = {module}\n")
        made.append(module)

    yield add
    for module in made:
        sys.modules.pop(module, None)
