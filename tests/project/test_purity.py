"""Nothing below the command line reads the clock, chance, the network or the environment."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# The command line meets the user's machine; the kit for plugin authors measures time and rolls seeded dice.
BELOW = [
    path
    for folder in (ROOT / "src" / "eventx", *ROOT.glob("plugins/*/src"))
    for path in sorted(folder.rglob("*.py"))
    if not {"cli", "testing"} & set(path.relative_to(folder).parts) and path.name != "__main__.py"
]
MODULES = {
    "aiohttp", "ftplib", "getpass", "http", "httpx", "locale", "platform", "random", "requests", "secrets", "smtplib",
    "socket", "ssl", "subprocess", "tempfile", "urllib.request", "urllib3", "uuid", "webbrowser",
}  # fmt: skip
CALLS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "os.environ", "os.getcwd", "os.getenv",
    "os.urandom", "Path.cwd", "Path.home", "time.asctime", "time.ctime", "time.gmtime", "time.localtime",
    "time.strftime", "time.time", "time.time_ns",
}  # fmt: skip


def faults_of(source):
    """Each forbidden import and access, with its line."""
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        yield from (f"line {node.lineno}: import {n}" for n in names if n in MODULES or n.split(".")[0] in MODULES)
        yield from (f"line {node.lineno}: import {n}" for n in names if n in CALLS)
        if isinstance(node, ast.Attribute):
            used = ast.unparse(node)
            yield from (f"line {node.lineno}: {used}" for call in CALLS if used == call or used.endswith("." + call))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("hash", "input"):
            yield f"line {node.lineno}: {node.func.id}()"


@pytest.mark.parametrize("path", BELOW, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_reads_nothing_of_the_machine(path):
    """Same document, same plugins, same events: on any day, on any machine."""
    assert list(faults_of(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "import random",
        "from random import Random",
        "import urllib.request",
        "from urllib import request",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\nx = date.today",
        "import os\nos.environ['X']",
        "from os import environ",
        "from os import getenv",
        "from time import time",
        "import time\ntime.time()",
        "from pathlib import Path\nPath.cwd()",
        "hash('a')",
    ],
)
def test_the_scan_finds_what_it_looks_for(source):
    """A test that can fail."""
    assert list(faults_of(source))


def test_dateparser_is_never_left_to_count_from_today():
    """Each caller gives it the day to count from, or holds it to absolute dates."""
    callers = [p for p in BELOW if "import dateparser" in p.read_text(encoding="utf-8")]
    assert callers
    for path in callers:
        text = path.read_text(encoding="utf-8")
        assert '"RELATIVE_BASE"' in text or '"PARSERS": ["absolute-time"]' in text, path
