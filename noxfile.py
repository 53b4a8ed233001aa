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
    """Check style, types and the direction of imports."""
    _install(session, "dev")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    for plugin in PLUGINS:
        session.run("mypy", f"{plugin}/src")
    session.run("lint-imports")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    _install(session, "docs")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
def alone(session: nox.Session) -> None:
    """Install the core alone, and with each plugin alone."""
    session.install(".")
    session.run("eventx", "plugins")
    for plugin in PLUGINS:
        session.install(plugin)
        session.run("eventx", "plugins")
