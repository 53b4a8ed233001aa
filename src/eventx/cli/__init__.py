"""The command line: one module a command; nothing is imported before a command runs."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line with the arguments of this process, and end the process with its exit code."""
    from eventx.cli.app import run

    run()
