"""Sessions for development: ``nox`` runs the tests on every supported Python, ``nox -s checks`` the rest."""

from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["tests", "checks", "docs"]

PLUGINS = sorted(str(p.parent) for p in Path("plugins").glob("*/pyproject.toml"))


def _install(session: nox.Session, *groups: str) -> None:
    session.install("-e", ".[html]")
    for plugin in PLUGINS:
        session.install("-e", plugin)
    for group in groups:
        session.install(*nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), group))


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """Run the test suite."""
    _install(session, "dev")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
def checks(session: nox.Session) -> None:
    """Check style, types, the direction of imports, declared dependencies and the quality floors."""
    _install(session, "dev")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    for plugin in PLUGINS:
        session.run("mypy", f"{plugin}/src")
    session.run("lint-imports")
    for project in (".", *PLUGINS):
        with session.chdir(project):
            session.run("deptry", "src")
    session.run("python", "benchmarks/quality.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    _install(session, "docs")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
@nox.parametrize("plugin", [None, *PLUGINS], ids=["core", *(Path(p).name for p in PLUGINS)])
def alone(session: nox.Session, plugin: str | None) -> None:
    """Install the core alone, or with one plugin, as a user would, and extract with it."""
    session.install(".", *([plugin] if plugin else []))
    session.run("eventx", "plugins")
    session.run("eventx", "extract", "examples/articles/announcement.md")


@nox.session
def explore(session: nox.Session) -> None:
    """Run the property tests on new examples, many of them."""
    _install(session, "dev")
    session.run(
        "pytest",
        "-n",
        "2",
        "tests/invariants",
        "tests/records",
        *session.posargs,
        env={"HYPOTHESIS_PROFILE": "explore"},
    )
