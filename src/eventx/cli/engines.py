"""The options that choose plugins, and the engine that they ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from eventx.cli.output import complain, note
from eventx.errors import ConfigError

if TYPE_CHECKING:
    from eventx.engine import Engine

F = TypeVar("F", bound=Callable[..., Any])


def plugin_options(command: F) -> F:
    """The options ``--plugin``, ``--disable`` and ``--strict``."""
    for option in (
        click.option("--strict", is_flag=True, help="Stop at the first fault of a plugin."),
        click.option("--disable", multiple=True, metavar="NAME", help="Leave out this plugin (may be repeated)."),
        click.option("--plugin", multiple=True, metavar="NAME", help="Use only this plugin (may be repeated)."),
    ):
        command = option(command)
    return command


def build_engine(plugin: Sequence[str] = (), disable: Sequence[str] = (), strict: bool = False) -> Engine:
    """The engine of the options. A name that no plugin has is wrong usage; with ``strict`` a fault ends the run."""
    from eventx.engine import Engine

    try:
        engine = Engine(names=tuple(plugin) or None, disable=tuple(disable))
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    if not engine.event_types:
        note('no plugin in use finds events: install one (eventx-state-visit, ...), or see "eventx plugins"')
    if not strict:
        return engine
    for failure in engine.failures:
        complain(str(failure))
    if engine.failures:
        raise click.ClickException("stopped: --strict was asked for and a plugin has faults")
    return Engine(names=tuple(plugin) or None, disable=tuple(disable), strict=True)
