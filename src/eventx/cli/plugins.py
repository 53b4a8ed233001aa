"""``eventx plugins``: what is installed, what it gives, in which order it runs, and what is wrong with it."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

import click

from eventx.cli.output import complain, prints_aside, say, say_json, say_table

if TYPE_CHECKING:
    from eventx.engine import Engine

_WIDTH: Final = 110


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def plugins(as_json: bool) -> int:
    """List plugins with version, distribution and parts, the order of the parts, and all faults.

    Exit code 1 where a plugin has a fault.
    """
    from eventx.engine import Engine

    with prints_aside():
        engine = Engine()
    if as_json:
        say_json(_as_dict(engine))
    else:
        _show(engine)
    for failure in engine.failures:
        complain(str(failure))
    return 1 if engine.failures else 0


def _show(engine: Engine) -> None:
    listed = _plugins(engine)
    rows = [
        (
            p["name"],
            p["version"] or "-",
            p["distribution"] or "-",
            _counted(p["parts"]) if p["active"] else "not used: " + p["reason"],
        )
        for p in listed
    ]
    say_table(("plugin", "version", "distribution", "gives"), rows)
    for kind in dict.fromkeys(kind for p in listed for kind in p["parts"]):
        say(f"\n{kind.replace('_', ' ')}")
        for p in listed:
            if kind in p["parts"]:
                _say_wrapped(p["name"], [_ended(n, p["endings"].get(kind, {})) for n in p["parts"][kind]])
    say("\nrun in this order")
    _say_wrapped("", [_name(part) for part in engine.order])


def _counted(parts: dict[str, list[str]]) -> str:
    """How many parts of each kind: "1 event type, 2 readers"."""
    named = ((kind.replace("_", " "), len(names)) for kind, names in parts.items())
    return ", ".join(f"{n} {kind.removesuffix('s') if n == 1 else kind}" for kind, n in named) or "nothing"


def _say_wrapped(label: str, names: list[str]) -> None:
    lead = f"  {label}: " if label else "  "
    for line in wrap(", ".join(names), _WIDTH, initial_indent=lead, subsequent_indent="    ", break_on_hyphens=False):
        say(line)


def _as_dict(engine: Engine) -> dict[str, Any]:
    return {
        "plugins": _plugins(engine),
        "order": [_name(part) for part in engine.order],
        "event_types": sorted(engine.event_types),
        "faults": [
            {"stage": f.stage, "plugin": f.plugin, "part": f.part, "at": f.at, "reason": f.reason}
            for f in engine.failures
        ],
    }


def _plugins(engine: Engine) -> list[dict[str, Any]]:
    """Each plugin with the names of its parts by kind."""
    from importlib.metadata import version

    made = engine.contributions
    listed: list[dict[str, Any]] = []
    for info in made.plugins:
        parts: dict[str, list[str]] = {}
        for hook, all_of in made.parts.items():
            names = [_name(m.part) for m in all_of if m.plugin.name == info.name]
            if names and info.active:
                parts[hook.removeprefix("eventx_")] = names
        for kind, functions in (("commands", made.commands), ("watchers", made.watchers)):
            names = [str(getattr(m.part, "__name__", kind)) for m in functions if m.plugin.name == info.name]
            if names:
                parts[kind] = names
        listed.append(
            {
                "name": info.name,
                "version": info.version or (version("eventx") if info.name == "eventx" else ""),
                "distribution": info.distribution or ("eventx" if info.name == "eventx" else ""),
                "active": info.active,
                "reason": info.reason,
                "parts": parts,
                "endings": _endings(engine, info.name),
            }
        )
    return listed


def _endings(engine: Engine, plugin: str) -> dict[str, dict[str, list[str]]]:
    """The file endings that a plugin's readers and exporters claim, by kind and name."""
    from eventx.hooks.conduct import ENDED, endings

    found: dict[str, dict[str, list[str]]] = {}
    for hook in ENDED:
        own = [m.part for m in engine.contributions.parts[hook] if m.plugin.name == plugin]
        found[hook.removeprefix("eventx_")] = {_name(part): list(endings(part)) for part in own}
    return {kind: names for kind, names in found.items() if names}


def _ended(name: str, known: dict[str, list[str]]) -> str:
    """A part's name with its endings, as in "jsonl (.jsonl .ndjson)"."""
    return f"{name} ({' '.join(known[name])})" if known.get(name) else name


def _name(part: object) -> str:
    return str(getattr(part, "name", type(part).__name__))
