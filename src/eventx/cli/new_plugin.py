"""``eventx new-plugin``: a small installable plugin, to change into one's own."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import click

from eventx.cli.output import say

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PREFIX: Final = "eventx-"
_ENDING: Final = ".tmpl"


@click.command("new-plugin")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(["declarative", "python"]),
    default="declarative",
    show_default=True,
    help="declarative: an event type in TOML; python: an extractor class.",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder in which the plugin's folder is made; the current one if not given.",
)
def new_plugin(name: str, kind: str, into: Path) -> int:
    """Write an installable plugin with one event type and its tests. NAME is the event type, as in "trade-deal"."""
    name = name.removeprefix(_PREFIX)
    if not _NAME.fullmatch(name):
        raise click.UsageError(
            f"{name!r} is no name for a plugin: use lower case, digits and hyphens, as in trade-deal"
        )
    _refuse_taken(name)
    words = _words(name)
    target = into / words["distribution"]
    if target.exists():
        raise click.UsageError(f"{target} exists already: choose another name or folder")
    try:
        written = _write(files("eventx.cli") / "templates" / kind, target, words)
    except OSError as error:
        raise click.FileError(str(target), hint=error.strerror or str(error)) from error
    for path in sorted(written):
        say(str(path))
    say(f"\nnext: pip install -e {target}, then: eventx plugins; eventx check {name}")
    return 0


def _refuse_taken(name: str) -> None:
    """Raise UsageError for the name of an installed plugin, or of an event type that one declares."""
    from eventx.engine import Engine

    engine = Engine()
    plugins = sorted({info.name for info in engine.contributions.plugins})
    whose = {m.part.name: m.plugin.name for m in engine.contributions.parts["eventx_event_types"]}
    if name in plugins:
        told = "is the name of an installed plugin"
    elif name in whose:
        told = f"is an event type of the plugin {whose[name]}"
    else:
        return
    raise click.UsageError(
        f"{name!r} {told}: choose another; installed are the plugins {', '.join(plugins)} "
        f"and the event types {', '.join(sorted(whose))}"
    )


def _words(name: str) -> dict[str, str]:
    """What stands in the templates for the plugin's name."""
    return {
        "name": name,
        "distribution": _PREFIX + name,
        "package": (_PREFIX + name).replace("-", "_"),
        "file": name.replace("-", "_"),
        "title": name.replace("-", " "),
        "class": "".join(word.capitalize() for word in name.split("-")),
    }


def _write(template: Traversable, target: Path, words: dict[str, str]) -> list[Path]:
    """Write a folder of templates, with names and contents filled in."""
    written: list[Path] = []
    target.mkdir(parents=True)
    for item in template.iterdir():
        if item.is_dir():
            name = words["package"] if item.name == "package" else item.name
            written += _write(item, target / name, words)
        elif item.name.endswith(_ENDING):
            path = target / _renamed(item.name.removesuffix(_ENDING), words)
            path.write_text(_filled(item.read_text(encoding="utf-8"), words), encoding="utf-8")
            written.append(path)
    return written


def _renamed(name: str, words: dict[str, str]) -> str:
    """A template's file name with the plugin's own in it."""
    return {"events.toml": f"{words['file']}.toml", "test_package.py": f"test_{words['file']}.py"}.get(name, name)


def _filled(text: str, words: dict[str, str]) -> str:
    for word, value in words.items():
        text = text.replace("{{" + word + "}}", value)
    return text
