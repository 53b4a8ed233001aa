"""``eventx check``: a plugin's examples, and the contract that every plugin keeps; all faults at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from eventx.cli.framefile import plugin_of_file
from eventx.cli.output import complain, prints_aside, say
from eventx.errors import EventxError, FrameError


@click.command()
@click.argument("targets", metavar="FILE.toml|PLUGIN...", nargs=-1, required=True)
@click.option("--examples-only", is_flag=True, help="Run the examples, not the contract checks (which take seconds).")
def check(targets: tuple[str, ...], examples_only: bool) -> int:
    """Check frame files, and plugins by name (installed) or module.

    Runs the examples of frame files and, on texts that are empty, huge, damaged or in other scripts, the checks of
    the contract. Exit code 1 where anything is wrong, 2 where there is no such file or plugin; every fault is told,
    with file and line where it has one.
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
    ran = 0
    faults: list[str] = []
    for passed, told in _examples(plugin):
        ran += 1
        if not passed:
            faults += told
    if contract:
        from eventx.testing.contract import plugin_faults

        faults += [f"{target}: {fault}" for fault in plugin_faults(plugin)]
    done = f"{ran} example{'s' if ran != 1 else ''}" + (", contract" if contract else "")
    return faults, done


def _plugin(target: str) -> object:
    """The plugin of a frame file or of a name. Raises EventxError with all that is wrong."""
    path = Path(target)
    if path.suffix.lower() == ".toml":
        return plugin_of_file(target)
    if path.is_dir():
        raise FrameError((f"{target}: is a directory: install the plugin and name it, or name its TOML file",))
    from eventx.testing.contract import load_plugin

    return load_plugin(target)


def _examples(plugin: object) -> Iterator[tuple[bool, list[str]]]:
    """Each example of a plugin's frame files: whether it passed, and its faults as "file:line: ..."."""
    framesets: Iterable[object] = getattr(plugin, "framesets", ())
    if not framesets:
        return
    from eventx.engine import Engine
    from eventx.frames import FrameSet, run_examples

    engine = Engine([plugin])
    for frameset in framesets:
        if isinstance(frameset, FrameSet):
            for result in run_examples(frameset, engine):
                where = f"{result.source}:{result.example.line}"
                yield result.passed, [f"{where}: {fault}" for fault in result.faults]
