"""The options that choose plugins, and the engine that they ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from eventx.cli.output import complain, note, prints_aside
from eventx.errors import ConfigError, FrameError

if TYPE_CHECKING:
    from eventx.engine import Engine
    from eventx.frames import FramePlugin

F = TypeVar("F", bound=Callable[..., Any])


def plugin_options(command: F) -> F:
    """The options ``--plugin``, ``--disable``, ``--frames`` and ``--strict``."""
    for option in (
        click.option("--strict", is_flag=True, help="Stop at the first fault of a plugin."),
        click.option(
            "--frames",
            multiple=True,
            metavar="FILE.toml",
            help="Use this frame file besides the plugins (may be repeated).",
        ),
        click.option("--disable", multiple=True, metavar="NAME", help="Leave out this plugin (may be repeated)."),
        click.option("--plugin", multiple=True, metavar="NAME", help="Use only this plugin (may be repeated)."),
    ):
        command = option(command)
    return command


def engine_of(options: Mapping[str, Any]) -> Engine:
    """The engine that a command's options ask for.

    A name that no plugin has is wrong usage; with ``strict`` a fault ends the run.
    """
    from eventx.engine import Engine

    build = partial(
        Engine,
        names=tuple(options["plugin"]) or None,
        disable=tuple(options["disable"]),
        also=_frame_plugins(options["frames"]),
    )
    try:
        with prints_aside():
            engine = build()
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    if not engine.event_types:
        note('no plugin in use finds events: install one (eventx-state-visit, ...), or see "eventx plugins"')
    if not options["strict"]:
        return engine
    for failure in engine.failures:
        complain(str(failure))
    if engine.failures:
        raise click.ClickException("stopped: --strict was asked for and a plugin has faults")
    with prints_aside():
        return build(strict=True)


def _frame_plugins(files: Sequence[str]) -> list[FramePlugin]:
    """The plugins of frame files. What is wrong with any of them is told, and ends the run."""
    from eventx.cli.framefile import plugin_of_file

    made: list[FramePlugin] = []
    faults: list[str] = []
    for file in files:
        try:
            made.append(plugin_of_file(file))
        except FrameError as error:
            faults.extend(error.faults)
    for fault in faults:
        complain(fault)
    if not all(Path(file).exists() for file in files):
        raise click.UsageError("a frame file does not exist")
    if faults:
        raise click.ClickException("a frame file has faults")
    return made
