"""``import eventx`` stays cheap: a fresh interpreter tells what it loads."""

import json
import subprocess
import sys

# All that a bare import may load besides the standard library.
ALLOWED = {"attr", "attrs", "eventx", "pluggy"}
# What is heavy in the standard library, or belongs to what the library never does when it is imported.
HEAVY = {
    "asyncio",
    "concurrent",
    "csv",
    "email",
    "http",
    "multiprocessing",
    "socket",
    "sqlite3",
    "subprocess",
    "tomllib",
}
LISTED = "import json, sys; before = set(sys.modules); {}; print(json.dumps(sorted(set(sys.modules) - before)))"


def loaded(statement):
    done = subprocess.run([sys.executable, "-c", LISTED.format(statement)], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def roots(modules):
    return {name.split(".")[0] for name in modules}


def test_importing_eventx_loads_little():
    """No plugin, no pytest, no click, no dateparser: of third parties only attrs and pluggy."""
    modules = loaded("import eventx")
    others = roots(modules) - set(sys.stdlib_module_names)
    assert others <= ALLOWED
    assert not roots(modules) & HEAVY
    own = {name for name in modules if name.startswith("eventx.")}
    assert not {n for n in own if n.split(".")[1] not in ("errors", "hooks", "records")}, own


def test_the_command_line_loads_what_the_command_needs():
    """``eventx --version`` and ``schema`` build no engine, and ask no plugin."""
    for arguments in (["--version"], ["schema"]):
        code = f"from eventx.cli.app import run\ntry:\n    run({arguments})\nexcept SystemExit: pass"
        listing = f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)), file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
        modules = set(json.loads(done.stderr))
        assert "click" in modules
        assert not modules & {"eventx.engine", "eventx.language", "dateparser", "eventx_state_visit", "pytest"}


def test_the_engine_loads_no_test_tools():
    """Nor the readers of formats that nobody asked for, nor the command line."""
    modules = roots(loaded("import eventx; eventx.Engine(); eventx.read_documents"))
    assert not modules & {"pytest", "hypothesis", "click", "trafilatura", "rich", "sybil", "dateparser"}
