"""The plugin host: finds plugins, calls their hooks one by one, and knows who made what.

No module-level plugin manager: every Engine builds its own host. A plugin that cannot be
imported, misspells a hook or raises while it is asked for parts is a Failure; the others go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any, Final

import pluggy
from attrs import field, frozen

from eventx.errors import PluginError, describe, raised_at
from eventx.hooks import specs
from eventx.hooks.conduct import ENDED, HOOKS, NAMED, endings, misargued, misnamed, misshapen, no_plugin, plugin_in
from eventx.records import Failure
from eventx.records.frozenmap import FrozenMap

BUILTIN_NAME: Final = "eventx"


@frozen(kw_only=True, slots=True)
class PluginInfo:
    """A plugin that is on the machine: its name, its distribution and version, and whether it is used."""

    name: str
    distribution: str = ""
    version: str = ""
    active: bool = True
    reason: str = ""


@frozen(kw_only=True, slots=True)
class Made:
    """A part together with the plugin that made it."""

    part: Any
    plugin: PluginInfo


@frozen(kw_only=True, slots=True)
class Contributions:
    """All parts of all plugins by hook, in an order that does not depend on registration."""

    plugins: tuple[PluginInfo, ...]
    parts: dict[str, tuple[Made, ...]] = field(hash=False)
    watchers: tuple[Made, ...] = ()
    commands: tuple[Made, ...] = ()
    failures: tuple[Failure, ...] = ()
    taken: frozenset[tuple[str, str, str]] = frozenset()  # hook, plugin, name: parts whose name was another plugin's

    def refused(self, hook: str, plugin: PluginInfo) -> frozenset[str]:
        """The names of the parts of a plugin that were refused, since another plugin has parts of those names."""
        return frozenset(name for of, owner, name in self.taken if (of, owner) == (hook, plugin.name))


class PluginHost:
    """Collects plugins and asks them for their parts. ``config`` holds settings by plugin name."""

    def __init__(self, config: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self._config = config or {}
        self._manager = pluggy.PluginManager(specs.PROJECT)
        self._manager.add_hookspecs(specs)
        self._info: dict[str, PluginInfo] = {}
        self._failures: list[Failure] = []
        self._taken: set[tuple[str, str, str]] = set()

    def add(self, plugin: object, info: PluginInfo) -> None:
        """Register a plugin: an object, a module, or a module that has it as PLUGIN.

        Of two plugins with one name the second is a fault.
        """
        plugin = plugin_in(plugin)
        if info.name in self._info:
            known = self._info[info.name]
            taken_by = " ".join(filter(None, (known.distribution or "another plugin", known.version)))
            cure = f"{info.distribution} is not loaded: rename its entry point"
            if not info.distribution:
                cure = "this one is not loaded: give it another name"
            self._fail("load", f"the name {info.name!r} is taken by {taken_by}; {cure}", info.name)
            return
        if fault := no_plugin(plugin):
            self._drop(info, fault)
            return
        try:
            if fault := misargued(plugin):
                self._drop(info, fault)
                return
            self._manager.register(plugin, name=info.name)
            self._check_hook_names(plugin, info)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin may raise anything while it is inspected
            self._drop(info, f"cannot be registered: {describe(error)}", raised_at(error, package_of(plugin)))
            return
        self._info[info.name] = info

    def discover(self, names: Iterable[str] | None = None, disable: Iterable[str] = ()) -> None:
        """Load the plugins of the entry-point group, in order of name; ``names`` limits them."""
        wanted = None if names is None else set(names)
        blocked = set(disable)
        found = sorted(entry_points(group=specs.ENTRY_POINT_GROUP), key=_origin)
        for point in found:
            info = _info_of(point)
            if point.name in blocked or (wanted is not None and point.name not in wanted):
                self._info.setdefault(
                    f"{point.name} (off)",
                    PluginInfo(
                        name=point.name,
                        distribution=info.distribution,
                        version=info.version,
                        active=False,
                        reason="disabled",
                    ),
                )
                continue
            try:
                plugin = point.load()
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # an import may even raise SystemExit
                package = point.value.partition(":")[0].partition(".")[0]
                self._drop(info, f"cannot be imported: {describe(error)}", raised_at(error, package))
                continue
            self.add(plugin, info)

    def commands(self) -> tuple[Made, ...]:
        """The functions that add commands, without asking anyone for parts: the help needs no tables."""
        return self._functions("eventx_commands", self._active())

    def contributions(self) -> Contributions:
        """Ask every plugin for its parts; a hook that raises costs its plugin that hook only."""
        active = self._active()
        parts = {hook: tuple(m for info in active for m in self._ask(hook, info)) for hook in HOOKS}
        parts.update({hook: self._distinct(hook, parts[hook]) for hook in NAMED})
        for info in active:
            if self._config.get(info.name) and not any(self._takes_config(hook, info) for hook in HOOKS):
                self._fail("build", "settings are given for it, but none of its hooks takes config", info.name)
        for hook in ENDED:
            self._check_endings(parts[hook])
        return Contributions(
            plugins=tuple(sorted(self._info.values(), key=lambda i: i.name)),
            parts=parts,
            watchers=self._functions("eventx_document_done", active),
            commands=self.commands(),
            failures=tuple(self._failures),
            taken=frozenset(self._taken),
        )

    def _active(self) -> list[PluginInfo]:
        """The plugins in use: the built-in one, then by name."""
        return sorted((i for i in self._info.values() if i.active), key=lambda i: (i.name != BUILTIN_NAME, i.name))

    def _ask(self, hook: str, info: PluginInfo) -> list[Made]:
        """The usable parts that one plugin gives for a hook, in order of name."""
        function = self._function(hook, info)
        if function is None:
            return []
        try:
            given = function()
            if not isinstance(given, Iterable) or isinstance(given, (str, bytes, dict)):
                kind = "None" if given is None else type(given).__name__
                self._fail("build", f"{hook} returned {kind}; return a list of parts, [] for none", info.name)
                return []
            parts = list(given)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            at = raised_at(error, package_of(function))
            self._fail("build", f"{hook} raised {describe(error)}", info.name, at=at)
            return []
        usable: list[Made] = []
        for part in parts:
            fault = _fault_of(hook, part)
            if fault:
                self._fail("build", fault, info.name)
            else:
                usable.append(Made(part=part, plugin=info))
        return sorted(usable, key=lambda made: str(made.part.name))

    def _distinct(self, hook: str, made: Iterable[Made]) -> tuple[Made, ...]:
        """The parts of a hook without those whose name is taken already; the built-in ones come first."""
        kept: dict[str, Made] = {}
        for item in made:
            name = str(item.part.name)
            if name in kept:
                owner, kind = kept[name].plugin.name, NAMED[hook]
                reason = f"the plugin gives two of this name; rename one {kind}"
                if owner != item.plugin.name:
                    self._taken.add((hook, item.plugin.name, name))
                    reason = f"the name is taken by a part of plugin {owner}, which comes first: rename either {kind}"
                self._fail("build", f"{reason}; this one is left out", item.plugin.name, name)
            else:
                kept[name] = item
        return tuple(kept.values())

    def _check_endings(self, made: Iterable[Made]) -> None:
        """A plugin may take an ending from a built-in part; of two plugins the last by name has it, which is told."""
        taken: dict[str, Made] = {}
        for item in made:
            for ending in dict.fromkeys(e.casefold() for e in endings(item.part)):
                known = taken.get(ending)
                if known is not None and known.plugin.name != BUILTIN_NAME:
                    whose = f"{str(known.part.name)!r} of plugin {known.plugin.name}"
                    reason = f"the ending {ending!r} is claimed by {whose} too; this one has it: change one of them"
                    self._fail("build", reason, item.plugin.name, str(item.part.name))
                taken[ending] = item

    def _functions(self, hook: str, active: Sequence[PluginInfo]) -> tuple[Made, ...]:
        found = ((self._function(hook, info), info) for info in active)
        return tuple(Made(part=function, plugin=info) for function, info in found if function is not None)

    def _function(self, hook: str, info: PluginInfo) -> Any:
        caller: pluggy.HookCaller = getattr(self._manager.hook, hook)
        for implementation in caller.get_hookimpls():
            if implementation.plugin_name == info.name:
                if "config" in implementation.argnames:
                    return partial(implementation.function, config=FrozenMap(self._config.get(info.name)))
                return implementation.function
        return None

    def _takes_config(self, hook: str, info: PluginInfo) -> bool:
        return isinstance(self._function(hook, info), partial)

    def _check_hook_names(self, plugin: object, info: PluginInfo) -> None:
        """A misspelt hook is silent in pluggy until someone asks: ask at once; and so is a plugin without any."""
        faults = misnamed(plugin, lambda p, n: self._manager.parse_hookimpl_opts(p, n) is not None)
        if not faults and not self._manager.get_hookcallers(plugin):
            faults = ["it has no hook of eventx: put @eventx.hookimpl above a function such as eventx_extractors"]
        for fault in faults:
            self._fail("load", fault, info.name)

    def _drop(self, info: PluginInfo, reason: str, at: str = "") -> None:
        self._fail("load", reason, info.name, at=at)
        self._info[info.name] = PluginInfo(
            name=info.name, distribution=info.distribution, version=info.version, active=False, reason=reason
        )

    def _fail(self, stage: str, reason: str, plugin: str, part: str = "", at: str = "") -> None:
        self._failures.append(Failure(stage=stage, reason=reason, plugin=plugin, part=part, at=at))


def as_info(plugin: object) -> PluginInfo:
    """The info of a plugin that was handed over as an object. Raises PluginError for a name that is no string."""
    try:
        name = getattr(plugin, "name", None) or getattr(plugin, "__name__", None) or type(plugin).__name__
    except Exception as error:  # it may be a property that raises
        raise PluginError(f"its name cannot be asked for: {describe(error)}", type(plugin).__name__) from error
    if not isinstance(name, str):
        raise PluginError("its name is no string; set the attribute 'name'", repr(plugin))
    return PluginInfo(name=name, version=str(getattr(plugin, "__version__", "")))


def package_of(part: Any) -> str:
    """The top-level package that the code of a part or a hook is in."""
    code = part.func if isinstance(part, partial) else part
    module = code.__name__ if isinstance(code, ModuleType) else getattr(code, "__module__", None)
    return str(module or type(code).__module__).partition(".")[0]


def _fault_of(hook: str, part: Any) -> str:
    try:
        return misshapen(hook, part)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # an attribute of a part may be a property that raises
        return f"{hook} returned {type(part).__name__}, which cannot be inspected: {describe(error)}"


def _origin(point: EntryPoint) -> tuple[str, str, str]:
    return (point.name, point.dist.name if point.dist else "", point.value)


def _info_of(point: EntryPoint) -> PluginInfo:
    dist = point.dist
    return PluginInfo(name=point.name, distribution=dist.name if dist else "", version=dist.version if dist else "")
