"""``eventx plugins``: what is installed, what it gives, in which order it runs, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from eventx.cli.output import complain, say, say_json, say_table

if TYPE_CHECKING:
    from eventx.engine import Engine


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def plugins(as_json: bool) -> int:
    """List plugins with version, distribution and parts, the order of the parts, and all faults.

    Exit code 1 where a plugin has a fault.
    """
    from eventx.engine import Engine

    engine = Engine()
    if as_json:
        say_json(_as_dict(engine))
    else:
        _show(engine)
    for failure in engine.failures:
        complain(str(failure))
    return 1 if engine.failures else 0


def _show(engine: Engine) -> None:
    rows = [
        (
            p["name"],
            p["version"] or "-",
            p["distribution"] or "-",
            "yes" if p["active"] else "no",
            ", ".join(f"{kind}: {' '.join(names)}" for kind, names in p["parts"].items()) or p["reason"] or "-",
        )
        for p in _plugins(engine)
    ]
    say_table(("plugin", "version", "distribution", "active", "parts"), rows)
    say()
    say("order: " + ", ".join(_name(part) for part in engine.order))
    say("event types: " + (", ".join(sorted(engine.event_types)) or "none"))


def _as_dict(engine: Engine) -> dict[str, Any]:
    return {
        "plugins": _plugins(engine),
        "order": [_name(part) for part in engine.order],
        "event_types": sorted(engine.event_types),
        "faults": [{"stage": f.stage, "plugin": f.plugin, "part": f.part, "reason": f.reason} for f in engine.failures],
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
        for kind, functions in (("commands", made.commands), ("document_done", made.watchers)):
            if any(m.plugin.name == info.name for m in functions):
                parts[kind] = ["yes"]
        listed.append(
            {
                "name": info.name,
                "version": info.version or (version("eventx") if info.name == "eventx" else ""),
                "distribution": info.distribution or ("eventx" if info.name == "eventx" else ""),
                "active": info.active,
                "reason": info.reason,
                "parts": parts,
            }
        )
    return listed


def _name(part: object) -> str:
    return str(getattr(part, "name", type(part).__name__))
