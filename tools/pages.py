"""Runs the examples of a documentation page: files, commands with their output, Python.

What a fenced block is, is told by its first line:

- ``{code-block} LANGUAGE`` with a ``:caption: FILE``: the file is written, for the blocks after it;
- ``console``: what follows ``$`` is run by bash, in one session a page; lines after it are its output, which is
  compared; a line of three points stands for anything up to the end;
- ``python``: run, in one namespace a page; comment lines at its end are its output, which is compared;
- ``toml``: must be sound, and a whole frame file (one with ``[[event]]``) must load and pass its examples.

Other blocks (``sh``, ``text``, ``sql``, ...) are only shown.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sybil import Document, Example, Region
from sybil.evaluators.python import PythonEvaluator
from sybil.example import SybilFailure
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

ROOT = Path(__file__).resolve().parent.parent
_INFO = re.compile(r"(?P<kind>[^\s\n]*)[^\n]*\n(?::caption: *(?P<caption>[^\n]+)\n\n?)?")
_SESSION = ".session"  # file in the page's folder that carries the environment from command to command
_ANYTHING = "..."
_ID = re.compile(r"\b(evt|jny|doc)_[0-9a-f]{6,}")
_WIDTH = re.compile(r"(?<=\S) {3,}|-{3,}")  # of a column
_SECONDS = re.compile(r"\bin \d+\.\d+s\b")  # how long pytest took

Fault = str | None


def pages() -> list[Path]:
    """README and all pages of the documentation, relative to the project."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    return sorted(p.relative_to(ROOT) for p in found if "_build" not in p.parts)


def environment(programs: Path | None = None, **more: str) -> dict[str, str]:
    """The environment of commands: this Python's programs first, nothing that changes what they print."""
    env = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "PYTHONPATH", "PYTHONWARNINGS")}
    path = os.pathsep.join([str(programs or Path(sys.executable).parent), env.get("PATH", "")])
    return {**env, "PATH": path, "LC_ALL": "C.UTF-8", **more}


def fresh_environment(folder: Path) -> dict[str, str]:
    """The environment of a new virtual environment, in which what is installed here is seen and nothing else is.

    What a page installs goes there, and is gone with the folder. Nothing is fetched: builds use the tools that are
    installed here.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    here = [p for p in sys.path if p.endswith(("site-packages", "src"))]
    (packages / "seen.pth").write_text("".join(f"import site; site.addsitedir({p!r})\n" for p in here))
    for program, module in (("pip", "pip"), ("eventx", "eventx"), ("pytest", "pytest")):
        script = folder / "bin" / program
        script.write_text(f'#!/bin/sh\nexec "{folder}/bin/python" -m {module} "$@"\n')
        script.chmod(0o755)
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    return environment(folder / "bin", VIRTUAL_ENV=str(folder), **quiet)


class Page:
    """A page, run in a folder of its own in which ``examples`` is the project's."""

    def __init__(self, path: Path, folder: Path, env: Mapping[str, str] | None = None) -> None:
        self.path = path
        self._folder = folder
        self._env = dict(env or environment())
        self._python = PythonEvaluator()
        self._fresh: list[tuple[Region, str]] = []  # blocks with the output that they have now
        with contextlib.suppress(FileExistsError):
            (folder / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
        self._document = Document.parse(str(ROOT / path), self._regions)

    def run(self) -> None:
        """Evaluate all examples, in order. Raises SybilFailure, or what the example raised, at the first fault."""
        for example in self._document:
            example.evaluate()

    def refreshed(self) -> str:
        """The page's text with the output that its commands and its Python have now."""
        text = self._document.text
        for example in self._document:
            with contextlib.suppress(SybilFailure):  # a wrong output is what is to be mended
                example.evaluate()
        for region, block in reversed(self._fresh):
            at = region.start + region.lexemes["source"].offset
            text = text[:at] + block + text[at + len(region.lexemes["source"]) :]
        return text

    def _regions(self, document: Document) -> Iterator[Region]:
        known: dict[str, Callable[[Example], Fault]] = {
            "console": self._console,
            "python": self._run_python,
            "toml": self._toml,
        }
        for region in RawFencedCodeBlockLexer(_INFO)(document):
            evaluator = self._file if region.lexemes["caption"] else known.get(region.lexemes["kind"])
            if evaluator:
                region.parsed = region.lexemes["source"]
                region.evaluator = evaluator
                yield region

    def _file(self, example: Example) -> Fault:
        path = self._folder / example.region.lexemes["caption"].strip()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(example.parsed), encoding="utf-8")
        return _faults_of_toml(str(example.parsed), path.name) if path.suffix == ".toml" else None

    def _toml(self, example: Example) -> Fault:
        return _faults_of_toml(str(example.parsed), self.path.name)

    def _run_python(self, example: Example) -> Fault:
        said = io.StringIO()
        with contextlib.chdir(self._folder), contextlib.redirect_stdout(said):
            self._python(example)
        lines = str(example.parsed).rstrip("\n").split("\n")
        told = []
        while lines and lines[-1].startswith("#"):
            told.insert(0, lines.pop().removeprefix("#").removeprefix(" "))
        if not told:
            return None
        fault = _differs("\n".join(told), said.getvalue())
        if fault:
            lines += [f"# {line}".rstrip() for line in said.getvalue().rstrip("\n").split("\n")]
            self._fresh.append((example.region, "\n".join(lines) + "\n"))
        return fault

    def _console(self, example: Example) -> Fault:
        fresh, faults = [], []
        for command, shown in _commands(str(example.parsed)):
            output = self._command(command)
            fresh.append("$ " + command.replace("\n", "\n> "))
            if shown:
                faults.append(_differs(shown, output))
                fresh += _cut_as(shown, output.rstrip("\n").split("\n"))
        told = "\n".join(f for f in faults if f)
        if told:
            self._fresh.append((example.region, "\n".join(fresh) + "\n"))
        return told or None

    def _command(self, command: str) -> str:
        """What a command prints, in the session of this page: folder and variables are those that the last one left."""
        session = self._folder / _SESSION
        script = f'{command}\nstatus=$?\n{{ pwd; env -0; }} > "{session}"\nexit $status'
        env, folder = self._env, self._folder
        if session.exists():
            where, _, rest = session.read_text(encoding="utf-8").partition("\n")
            env, folder = dict(pair.split("=", 1) for pair in rest.split("\0") if "=" in pair), Path(where)
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        if done.returncode not in (0, 1):  # 1: some document failed, which a page may show
            raise AssertionError(f"$ {command}\nended with {done.returncode}:\n{done.stdout}")
        return _SECONDS.sub("in 1.00s", done.stdout.replace(str(self._folder) + os.sep, ""))


def _commands(source: str) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output that the page shows."""
    for part in re.split(r"^\$ ", source, flags=re.MULTILINE)[1:]:
        lines = part.rstrip("\n").split("\n")
        last = next(n for n, line in enumerate([*lines[1:], ""]) if not line.startswith("> "))
        yield "\n".join(line.removeprefix("> ") for line in lines[: last + 1]), "\n".join(lines[last + 1 :])


def _cut_as(shown: str, output: list[str]) -> list[str]:
    """The output, cut off where the page cuts it off."""
    lines = shown.split("\n")
    return [*output[: len(lines) - 1], _ANYTHING] if lines[-1] == _ANYTHING else output


def _differs(shown: str, output: str) -> Fault:
    want, have = (_comparable(text) for text in (shown, output))
    if want[-1] == _ANYTHING:
        want.pop()
        have = have[: len(want)]
    if want == have:
        return None
    return "the page shows\n{}\nbut it is now\n{}\n(python tools/update_docs.py refreshes it)".format(
        "\n".join(want), "\n".join(have)
    )


def _comparable(text: str) -> list[str]:
    """The lines of an output, with ids and widths of columns alike: they change with every word somewhere else."""
    lines = (_ID.sub(r"\1_...", line.rstrip()) for line in text.rstrip("\n").split("\n"))
    return [_WIDTH.sub(lambda match: match[0][:2], line) for line in lines]


def _faults_of_toml(text: str, name: str) -> Fault:
    from eventx import Engine, FrameError
    from eventx.frames import FramePlugin, parse_frames, run_examples

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return f"no valid TOML: {error}"
    if "event" not in data or not any("frame" in event for event in data["event"]):
        return None
    try:
        frames = parse_frames(text, name)
    except FrameError as error:
        return str(error)
    results = run_examples(frames, Engine([FramePlugin("page", [frames])]))
    return "\n".join(fault for result in results for fault in result.faults) or None
