"""Refreshes what the documentation shows: the pages of the command line and of the PLOVER types, and all outputs.

    python tools/update_docs.py

The tests run the same code and fail where a page shows what is no longer so.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from pages import ROOT, Page, environment, fresh_environment, pages
from plover_page import plover_page

CLI_PAGE = ROOT / "docs" / "reference" / "cli.md"
PLOVER_PAGE = ROOT / "docs" / "reference" / "plover.md"
_MARK = "<!-- The rest is written by tools/update_docs.py from the help of the commands. -->\n"


def cli_page() -> str:
    """The page of the command line: what is written by hand, then each command's help."""
    head = CLI_PAGE.read_text(encoding="utf-8").partition(_MARK)[0]
    return head + _MARK + "".join(f"\n## {title}\n\n```text\n{told}\n```\n" for title, told in _helps())


def _helps() -> Iterator[tuple[str, str]]:
    from eventx.cli.app import COMMANDS, group

    # The group's own help lists the commands of plugins too: what is installed here is no reference.
    for name in sorted(COMMANDS):
        command = group.get_command(click.Context(group), name)
        assert command is not None
        context = click.Context(
            command, info_name=f"eventx {name}", terminal_width=80, help_option_names=["-h", "--help"]
        )
        yield f"eventx {name}", command.get_help(context)


WRITTEN = {CLI_PAGE: cli_page, PLOVER_PAGE: plover_page}


def page(path: Path, folder: Path) -> Page:
    """A page ready to run in an empty folder; one of the tutorial, which installs plugins, in its own environment."""
    (folder / "page").mkdir()
    env = fresh_environment(folder / "venv") if "tutorial" in path.parts else environment()
    return Page(path, (folder / "page").resolve(), env)


def main() -> int:
    """Rewrite the pages that are no longer right; tell which."""
    for path in pages():
        target = ROOT / path
        with tempfile.TemporaryDirectory() as folder:
            new = WRITTEN[target]() if target in WRITTEN else page(path, Path(folder)).refreshed()
        if new != target.read_text(encoding="utf-8"):
            target.write_text(new, encoding="utf-8")
            print(f"refreshed {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
