"""What every command writes: data to standard output in UTF-8, faults and notes to standard error, one line each."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path
from typing import IO, Any

import click

from eventx.exporters.table import plain_table, printable


def utf8_streams() -> None:
    """Standard streams in UTF-8 whatever the terminal's setting; what UTF-8 cannot hold is escaped.

    A stream that the caller has closed leads nowhere.
    """
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (lasts as long as the process)
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(fault: str) -> None:
    """One line on standard error, for a fault. Where none can be written the data still is."""
    with suppress(OSError):
        click.echo(printable(fault), err=True)


def note(told: str) -> None:
    """One line on standard error, for something that limits the result but is no fault."""
    complain(f"note: {told}")


def say(text: str = "") -> None:
    """A line of data on standard output."""
    click.echo(text)


def say_json(value: Any) -> None:
    """A JSON value on standard output, indented for reading."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate from an article
        text = json.dumps(value, ensure_ascii=True, indent=2)
    click.echo(text)


def say_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Aligned columns on standard output."""
    click.echo(plain_table(heads, rows), nl=False)


@contextmanager
def prints_aside() -> Iterator[None]:
    """What plugins print while they are loaded goes to standard error: standard output holds data alone."""
    with redirect_stdout(sys.stderr):
        yield


@contextmanager
def replacing(path: Path | None) -> Iterator[IO[str]]:
    """A stream for data: standard output, or a file that takes its place when all is written, and not before.

    A link leads to the file that is replaced, which keeps its mode. What is no file (a pipe, a device) is written to.
    """
    if path is None:
        yield sys.stdout
        return
    written = path.resolve() if path.is_symlink() else path
    aside = not written.exists() or written.is_file()
    part = written.with_name(written.name + ".part") if aside else written
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            yield stream
        if aside:
            if written.exists():
                part.chmod(stat.S_IMODE(written.stat().st_mode))
            part.replace(written)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise click.FileError(str(path), hint=error.strerror or str(error)) from error
    finally:
        if aside:
            part.unlink(missing_ok=True)


def close_quietly() -> None:
    """Point standard output at nothing, so that closing it at exit does not complain about the broken pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
