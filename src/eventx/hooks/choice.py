"""Whether what an engine is asked for can be: plugins that are some, names in lists, settings in mappings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from eventx.errors import ConfigError
from eventx.hooks.conduct import no_plugin, plugin_in


def check_choice(plugins: Any, names: Any, disable: Any, also: Any, config: Mapping[str, Any]) -> None:
    """Raise ConfigError, with what to write, for arguments of an engine that cannot be meant."""
    for argument, given in (("plugins", plugins), ("also", also)):
        if given is not None:
            _check_plugins(argument, given)
    for argument, given in (("names", names), ("disable", disable)):
        if isinstance(given, str):
            raise ConfigError(f"{argument} is a list of names; write {argument}=[{given!r}]")
        if given is not None and (not isinstance(given, Iterable) or not all(isinstance(name, str) for name in given)):
            raise ConfigError(f"{argument} is a list of names of plugins, not {given!r:.60}")
    if plugins is not None and names is not None:
        raise ConfigError("names chooses among the installed plugins; where plugins are handed over, leave it out")
    wrong = [str(name) for name, settings in config.items() if not isinstance(settings, Mapping)]
    if wrong:
        raise ConfigError(f"the settings of {', '.join(wrong)} are no mapping; write config={{{wrong[0]!r}: {{...}}}}")


def _check_plugins(argument: str, given: Any) -> None:
    if isinstance(given, str):
        raise ConfigError(f"{argument} is a list of plugin objects; installed ones are chosen by names=[{given!r}]")
    if not isinstance(given, (list, tuple)):
        raise ConfigError(f"{argument} is a list of plugins, not {type(given).__name__}; write {argument}=[...]")
    for plugin in given:
        fault = no_plugin(plugin_in(plugin))
        if fault:
            raise ConfigError(fault)
