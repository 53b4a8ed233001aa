"""``eventx check``: a plugin's examples, and the contract that every plugin keeps; all faults at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from eventx.cli.framefile import plugin_of_file
from eventx.cli.output import complain, note, prints_aside, say
from eventx.errors import EventxError, FrameError

if TYPE_CHECKING:
    from eventx.frames import FrameSet
    from eventx.records import EventType


@click.command()
@click.argument("targets", metavar="FILE.toml|PLUGIN...", nargs=-1, required=True)
@click.option("--examples-only", is_flag=True, help="Run the examples, not the contract checks (which take seconds).")
def check(targets: tuple[str, ...], examples_only: bool) -> int:
    """Check frame files, and plugins by name (installed) or module.

    Runs the examples of frame files and, on texts that are empty, huge, damaged or in other scripts, the checks of
    the contract. Exit code 1 where anything is wrong, 2 where there is no such file or plugin; every fault is told,
    with file and line where it has one. What is only odd (a word that can never be met, a code that no installed
    plugin has) is told as a note.
    """
    unknown = [told for told in map(_unknown, targets) if told]
    if unknown:
        raise click.UsageError("; ".join(unknown))
    failed = False
    for target in targets:
        faults, told = _checked(target, not examples_only)
        for fault in faults:
            failed = True
            complain(fault)
        count = f"{len(faults)} fault{'s' if len(faults) != 1 else ''}"
        say(f"{target}: {count if faults else 'ok'} ({told})")
    return 1 if failed else 0


def _unknown(target: str) -> str:
    """Why there is nothing to check; empty where there is."""
    path = Path(target)
    if path.suffix.lower() == ".toml":
        return "" if path.exists() else f"{target}: does not exist"
    if path.is_dir():
        return ""
    from eventx.testing.contract import UnknownPluginError, load_plugin

    try:
        load_plugin(target)
    except UnknownPluginError as error:
        return str(error)
    except EventxError:
        return ""  # told as a fault of the plugin
    return ""


def _checked(target: str, contract: bool) -> tuple[list[str], str]:
    """The faults of a target, and what was done."""
    try:
        with prints_aside():
            plugin = _plugin(target)
    except FrameError as error:
        return list(error.faults), "not loaded"
    except EventxError as error:
        return [str(error)], "not loaded"
    framesets = _framesets(plugin)
    faults = _advised(framesets) if framesets else []
    ran = 0
    for passed, told in _examples(plugin, framesets):
        ran += 1
        if not passed:
            faults += told
    if contract:
        from eventx.testing.contract import plugin_faults

        faults += [f"{target}: {fault}" for fault in plugin_faults(plugin)]
    done = f"{ran} example{'s' if ran != 1 else ''}" if ran or not framesets else "no examples, which proves nothing"
    return faults, done + (", contract" if contract else "")


def _framesets(plugin: object) -> list[FrameSet]:
    """The frame files of a plugin."""
    from eventx.frames import FrameSet

    return [given for given in getattr(plugin, "framesets", ()) if isinstance(given, FrameSet)]


def _advised(framesets: Sequence[FrameSet]) -> list[str]:
    """The faults of the files among the installed plugins; what is only odd about them is told at once."""
    from eventx.frames.advice import remarks, threat_faults

    installed = _installed()
    kinds = [kind for types in (*installed.values(), *(f.event_types for f in framesets)) for kind in types]
    faults: list[str] = []
    for frameset in framesets:
        faults += threat_faults(frameset, kinds)
        for remark in remarks(frameset, installed):
            note(remark)
    return faults


@cache
def _installed() -> Mapping[str, Sequence[EventType]]:
    """The event types of the installed plugins, with the plugins' names."""
    from eventx.engine import Engine
    from eventx.records import EventType

    found: dict[str, list[EventType]] = {}
    for made in Engine().contributions.parts["eventx_event_types"]:
        if isinstance(made.part, EventType):
            found.setdefault(made.plugin.name, []).append(made.part)
    return found


def _plugin(target: str) -> object:
    """The plugin of a frame file or of a name. Raises EventxError with all that is wrong."""
    path = Path(target)
    if path.suffix.lower() == ".toml":
        return plugin_of_file(target)
    if path.is_dir():
        raise FrameError((f"{target}: is a directory: install the plugin and name it, or name its TOML file",))
    from eventx.testing.contract import load_plugin

    return load_plugin(target)


def _examples(plugin: object, framesets: Sequence[FrameSet]) -> Iterator[tuple[bool, list[str]]]:
    """Each example of a plugin's frame files: whether it passed, and its faults as "file:line: ..."."""
    if not framesets:
        return
    from eventx.engine import Engine
    from eventx.frames import run_examples

    engine = Engine([plugin])
    for frameset in framesets:
        for result in run_examples(frameset, engine):
            where = f"{result.source}:{result.example.line}"
            yield result.passed, [f"{where}: {fault}" for fault in result.faults]
