"""What a plugin may get wrong before it runs: names of hooks, and the shape and names of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from inspect import Parameter, signature
from types import ModuleType
from typing import Any, Final

from eventx.hooks.endings import faulty_ending
from eventx.hooks.parts import ActorTable, Annotator, Exporter, Extractor, FileExporter, Lexicon, Reader
from eventx.hooks.specs import PROJECT
from eventx.records import EventType

# Hook -> the kinds of parts that it returns, and what a part of that kind has.
PARTS: Final[dict[str, tuple[tuple[type, ...], str]]] = {
    "eventx_event_types": ((EventType,), "an eventx.EventType"),
    "eventx_lexicons": ((Lexicon, ActorTable), "an eventx.Lexicon or eventx.ActorTable"),
    "eventx_readers": ((Reader,), "a reader: name, suffixes and read(data, source)"),
    "eventx_annotators": ((Annotator,), "an annotator: name, provides, requires and annotate(analysis, sentence)"),
    "eventx_extractors": ((Extractor,), "an extractor: name, requires and extract(analysis)"),
    "eventx_exporters": (
        (Exporter, FileExporter),
        "an exporter: name, suffix and export(events, stream) or export_file(events, path)",
    ),
}
HOOKS: Final = tuple(PARTS)
WATCHERS: Final = ("eventx_document_done", "eventx_commands")
# Hook -> its argument.
ARGUMENTS: Final = dict.fromkeys(PARTS, "config") | {"eventx_document_done": "report", "eventx_commands": "group"}
# Parts that are asked for by their name: a second one of the same name would hide the first.
NAMED: Final[dict[str, str]] = {
    "eventx_event_types": "event type",
    "eventx_lexicons": "lexicon",
    "eventx_readers": "reader",
    "eventx_exporters": "exporter",
}
# What a part does; one of them must be there to be called.
_METHODS: Final[dict[str, tuple[str, ...]]] = {
    "eventx_readers": ("read",),
    "eventx_annotators": ("annotate",),
    "eventx_extractors": ("extract",),
    "eventx_exporters": ("export", "export_file"),
}
# Parts that are picked by the ending of a file.
ENDED: Final = ("eventx_readers", "eventx_exporters")
_PREFIX: Final = "eventx_"


def no_plugin(found: object) -> str:
    """What is wrong with something that stands in a plugin's place; empty where it may be one."""
    if isinstance(found, str):
        return f"{found!r} is a text and no plugin; an installed one is chosen by its name: names=[{found!r}]"
    if isinstance(found, type):
        return f"the class {found.__name__} is no plugin; hand over an instance of it, {found.__name__}()"
    if found is None or isinstance(found, (bool, int, float, bytes, dict, list, tuple, set, frozenset)):
        return f"{found!r:.40} is no plugin; a plugin is a module or an object with functions marked @eventx.hookimpl"
    return ""


def plugin_in(found: object) -> object:
    """The plugin that a module without hooks of its own holds as PLUGIN, else what was given."""
    if isinstance(found, ModuleType) and hasattr(found, "PLUGIN"):
        marked = any(hasattr(value, f"{PROJECT}_impl") for value in vars(found).values())
        return found if marked else found.PLUGIN
    return found


def misargued(plugin: object) -> str:
    """Which hook of a plugin takes an argument that it is never given; empty where none does."""
    for name, known in ARGUMENTS.items():
        function = getattr(plugin, name, None)
        if function is None or not hasattr(function, f"{PROJECT}_impl"):
            continue
        wrong = [argument for argument in _needed(function) if argument != known]
        if wrong:
            return f"{name} takes {', '.join(wrong)}; the argument of {name} is {known}, which may be left out"
    return ""


def _needed(function: Callable[..., Any]) -> list[str]:
    """The arguments that a function must be given."""
    kinds = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    parameters = signature(function).parameters.values()
    return [p.name for p in parameters if p.kind in kinds and p.default is Parameter.empty]


def misnamed(plugin: object, is_marked: Callable[[object, str], bool]) -> list[str]:
    """What is wrong with the names of a plugin's hooks.

    pluggy is silent about a marked function whose name is no hook, and about a hook that is not marked.
    """
    known = (*HOOKS, *WATCHERS)
    faults: list[str] = []
    for name in sorted(dir(plugin)):
        marked = is_marked(plugin, name)
        if marked and name not in known:
            near = get_close_matches(name, known, n=1)
            meant = f"did you mean {near[0]}?" if near else f"the hooks are {', '.join(known)}"
            faults.append(f"{name} is no hook of eventx; {meant}")
        elif name in known and not marked and callable(getattr(plugin, name, None)):
            faults.append(f"{name} is not marked: put @eventx.hookimpl above it")
        elif name.startswith(_PREFIX) and not marked and callable(getattr(plugin, name, None)):
            near = get_close_matches(name, known, n=1, cutoff=0.85)
            if near:
                faults.append(f"{name} is no hook of eventx and not marked; did you mean {near[0]}?")
    return faults


def misshapen(hook: str, part: Any) -> str:
    """What is wrong with a part that a hook returned; empty for a part that can be used."""
    kinds, told = PARTS[hook]
    if isinstance(part, type):
        return f"{hook} returned the class {part.__name__}; return an instance of it, {part.__name__}()"
    if not isinstance(part, kinds):
        return f"{hook} returned {type(part).__name__}, which is not {told}"
    name = getattr(part, "name", None)
    if not isinstance(name, str) or not name:
        return f"{hook} returned {type(part).__name__} whose name is {name!r}; give it a name"
    if hook in _METHODS:
        if not any(callable(getattr(part, method, None)) for method in _METHODS[hook]):
            return f"{hook} returned {name!r} whose {_METHODS[hook][0]} cannot be called; make it a method"
        fault = next((f"{hook} returned {name!r}: {fault}" for fault in _faults(part) if fault), "")
        return fault or _misended(hook, part)
    load: Any = part.load if isinstance(part, ActorTable) else str
    if not callable(load):
        return f"{hook} returned the table {name!r} whose load cannot be called; give it a function"
    return ""


def _faults(part: Any) -> Iterator[str]:
    """What is wrong with the attributes that the engine goes by."""
    if isinstance(part, (Annotator, Extractor)):
        yield _no_names("requires", part.requires, "clauses")
    if isinstance(part, Annotator):
        yield _no_name("provides", part.provides, "name of one layer")
    if isinstance(part, Reader):
        yield _no_names("suffixes", part.suffixes, ".txt")
    if isinstance(part, (Exporter, FileExporter)):
        yield _no_name("suffix", part.suffix, "file ending such as '.txt'")


def _no_name(attribute: str, value: Any, wanted: str) -> str:
    """What is wrong with an attribute that is one text; empty for a good one."""
    return "" if isinstance(value, str) and value else f"its {attribute} is {value!r:.40}; write the {wanted} as a text"


def _no_names(attribute: str, value: Any, example: str) -> str:
    """What is wrong with an attribute that lists names; empty for a good one."""
    if isinstance(value, str):
        return f"its {attribute} is the text {value!r}; write a tuple, ({value!r},)"
    if not isinstance(value, (tuple, list, set, frozenset)) or not all(isinstance(name, str) for name in value):
        return f"its {attribute} is {value!r:.40}; write a tuple of texts, such as ({example!r},)"
    return ""


def endings(part: Any) -> tuple[str, ...]:
    """The file endings that a reader or exporter claims; none for another part."""
    if isinstance(part, Reader):
        return tuple(part.suffixes)
    return (part.suffix,) if isinstance(part, (Exporter, FileExporter)) else ()


def _misended(hook: str, part: Any) -> str:
    """What is wrong with the file endings of a reader or exporter."""
    fault = next(filter(None, map(faulty_ending, endings(part))), "")
    return f"{hook}: {part.name!r} cannot be picked by its ending: {fault}" if fault else ""
