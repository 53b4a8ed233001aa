"""What a plugin may get wrong before it runs: names of hooks, and the shape and names of its parts."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, Final

from eventx.hooks.endings import faulty_ending
from eventx.hooks.parts import ActorTable, Annotator, Exporter, Extractor, FileExporter, Lexicon, Reader
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
# Parts that are asked for by their name: a second one of the same name would hide the first.
NAMED: Final = ("eventx_lexicons", "eventx_readers", "eventx_exporters")
# Parts that are picked by the ending of a file.
ENDED: Final = ("eventx_readers", "eventx_exporters")
_PREFIX: Final = "eventx_"


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
    return _misended(hook, part)


def endings(part: Any) -> tuple[str, ...]:
    """The file endings that a reader or exporter claims; none for another part."""
    if isinstance(part, Reader):
        return tuple(part.suffixes)
    return (part.suffix,) if isinstance(part, (Exporter, FileExporter)) else ()


def _misended(hook: str, part: Any) -> str:
    """What is wrong with the file endings of a reader or exporter."""
    given: object = getattr(part, "suffixes", ())
    if isinstance(part, Reader) and not isinstance(given, (tuple, list)):
        return f"{hook}: the suffixes of {part.name!r} are {given!r}, not a tuple of endings; write ('.wire',)"
    fault = next(filter(None, map(faulty_ending, endings(part))), "")
    return f"{hook}: {part.name!r} cannot be picked by its ending: {fault}" if fault else ""
