"""The contract of a plugin, checked: what holds for every extractor on any text.

A plugin loads without faults; on every text of ``hostile_texts`` no part raises, layers keep what they promise, work
grows with the text, every quote stands at its offsets, events survive their JSON form, and a second engine and other
threads give the same. Readers survive damaged sources and exporters odd events.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Final

from eventx.errors import ConfigError, FrameError, PluginError, RecordError, describe
from eventx.hooks import ENTRY_POINT_GROUP, Analysis, Extractor, Lexicon, hookimpl
from eventx.hooks.host import BUILTIN_NAME
from eventx.records import Candidate, Document, Dropped, Event, EventType, Report
from eventx.testing.formats import exporter_faults, reader_faults
from eventx.testing.growth import HUGE, growth_faults
from eventx.testing.texts import hostile_texts

if TYPE_CHECKING:
    from eventx.engine import Engine


class UnknownPluginError(PluginError):
    """A name is neither an installed plugin nor a module that could be one."""


_PUBLISHED: Final = date(2024, 6, 17)
_SECONDS: Final = 20.0  # CPU seconds that one text may take: thousands of times what linear work needs
_BUDGET: Final = 240.0  # CPU seconds for all short texts, and for all huge ones
_KEPT: Final = 5  # events of a text with which exporters are tried
_LENGTH: Final = 400  # characters of a text with which threads are tried
_LOOKED_AT: Final = 200  # events of a text of which each is looked at, from its start to its end


def check_plugin(plugin: object | str, *, examples: Iterable[str] = ()) -> None:
    """Raise AssertionError with every breach of the contract by a plugin.

    ``plugin`` is a plugin object or module, the name of an installed plugin, or of a module that is one or holds
    one as ``PLUGIN``. ``examples`` are texts of your own to try besides the hostile ones.
    """
    faults = plugin_faults(plugin, examples=examples)
    if faults:
        count = f"{len(faults)} breach{'es' if len(faults) > 1 else ''} of the contract"
        raise AssertionError(f"{count}:\n" + "\n".join(f"  - {fault}" for fault in faults))


def check_extractor(
    extractor: Extractor,
    *,
    event_types: Sequence[EventType] = (),
    lexicons: Sequence[Lexicon] = (),
    examples: Iterable[str] = (),
) -> None:
    """Raise AssertionError with every breach of the contract by one extractor, before it has a plugin.

    ``event_types`` are those that it emits, ``lexicons`` those that it reads.
    """
    check_plugin(_Lone(extractor, event_types, lexicons), examples=examples)


def plugin_faults(plugin: object | str, *, examples: Iterable[str] = ()) -> list[str]:
    """Every breach of the contract by a plugin, as lines of text; empty for a good one."""
    try:
        found = load_plugin(plugin) if isinstance(plugin, str) else plugin
        engine, twin = _engine_of(found), _engine_of(found)
    except FrameError as error:
        return list(error.faults)
    except (ConfigError, PluginError) as error:
        return [str(error)]
    faults = [str(failure) for failure in engine.failures]
    if faults:
        return faults
    parts = engine.contributions.parts
    if any(made.plugin.name != _Asking.name for made in parts["eventx_extractors"]) and not engine.event_types:
        faults.append("has extractors but declares no event type: add the hook eventx_event_types")
    texts = {**hostile_texts(), **{f"example {n}": text for n, text in enumerate(examples, 1)}}
    short = {name: text for name, text in texts.items() if len(text) < HUGE}
    huge = {name: text for name, text in texts.items() if name not in short}
    events: list[Event] = []
    where: dict[str, list[str]] = {}  # one fault may show on many texts: it is told once
    _try_all(short, engine, twin, events, where)
    growing = list(growth_faults(huge, engine))
    if not growing:
        _try_all(huge, engine, twin, events, where)
    faults.extend(f"on {_listed(names)}: {fault}" for fault, names in where.items())
    faults.extend(growing)
    faults.extend(_faults_in_threads(engine, texts.values()))
    for made in parts["eventx_readers"]:
        if made.plugin.name != BUILTIN_NAME:
            faults.extend(reader_faults(made.part, short))
    for made in parts["eventx_exporters"]:
        if made.plugin.name != BUILTIN_NAME:
            faults.extend(exporter_faults(made.part, events))
    return faults


def _engine_of(plugin: object) -> Engine:
    """An engine of one plugin, which asks for every layer that the plugin provides."""
    from eventx.engine import Engine

    engine = Engine([plugin])
    layers = [made.part.provides for made in engine.contributions.parts["eventx_annotators"]]
    return Engine([plugin], also=[_Asking(layers)]) if layers and not engine.failures else engine


class _Asking:
    """A plugin whose extractor asks for all of some layers, as other plugins may."""

    name = "eventx contract"
    requires = ()

    def __init__(self, layers: Sequence[str]) -> None:
        self._layers = layers

    @hookimpl
    def eventx_extractors(self) -> Sequence[Extractor]:
        return (self,)

    def extract(self, analysis: Analysis) -> Iterator[Candidate | Dropped]:
        """Finds nothing."""
        for layer in self._layers:
            if layer in ("sentences", "discourse", "terms"):
                analysis.layer(layer, -1)
                continue
            for sentence in analysis.sentences:
                analysis.layer(layer, sentence.index)
        return iter(())


def _try_all(
    texts: Mapping[str, str], engine: Engine, twin: Engine, events: list[Event], where: dict[str, list[str]]
) -> None:
    """Try some texts while there is time; faults go into ``where`` with the names of the texts, events into theirs."""
    ends = time.process_time() + _BUDGET
    for name, text in texts.items():
        if time.process_time() > ends:
            where.setdefault(f"not tried, since others took {_BUDGET:.0f} s of CPU time", []).append(name)
            continue
        for fault in _faults_on(text, engine, twin, events):
            where.setdefault(fault, []).append(name)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:3])
    return f"the text {shown}" if len(names) == 1 else f"{len(names)} texts ({shown}{', ...' if names[3:] else ''})"


class _Lone:
    """A plugin around one extractor."""

    def __init__(self, extractor: Extractor, event_types: Sequence[EventType], lexicons: Sequence[Lexicon]) -> None:
        self.name = f"check of {getattr(extractor, 'name', type(extractor).__name__)}"
        self._extractor, self._event_types, self._lexicons = extractor, event_types, lexicons

    @hookimpl
    def eventx_event_types(self) -> Sequence[EventType]:
        return self._event_types

    @hookimpl
    def eventx_lexicons(self) -> Sequence[Lexicon]:
        return self._lexicons

    @hookimpl
    def eventx_extractors(self) -> Sequence[Extractor]:
        return (self._extractor,)


def load_plugin(name: str) -> object:
    """The installed plugin of a name, or the module of a name (or what it has as ``PLUGIN``).

    Raises FrameError where its frame files are wrong, PluginError where there is none or it cannot be imported.
    """
    points = sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda p: (p.name, p.value))
    point = next((p for p in points if p.name == name or (p.dist and p.dist.name == name)), None)
    try:
        if point is not None:
            found: object = point.load()
            return found
        module = import_module(name.replace("-", "_"))
    except FrameError:
        raise
    except ModuleNotFoundError as error:
        if point is None and error.name == name.replace("-", "_").split(".")[0]:
            known = ", ".join(p.name for p in points) or "none"
            raise UnknownPluginError(f"there is no such plugin or module; installed are: {known}", name) from None
        raise PluginError(f"cannot be imported: ModuleNotFoundError: {error}", name) from error
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # an import may raise anything
        raise PluginError(f"cannot be imported: {describe(error)}", name) from error
    found = getattr(module, "PLUGIN", module)
    hooked = any(n.startswith("eventx_") or hasattr(v, "eventx_impl") for n, v in vars(module).items())
    if found is module and not hooked:
        raise UnknownPluginError("is a module without hooks of eventx, and has no PLUGIN; name a plugin", name)
    return found


def _faults_on(text: str, engine: Engine, twin: Engine, events: list[Event]) -> Iterator[str]:
    document = Document(text=text, published=_PUBLISHED, id="contract")
    started = time.process_time()
    try:
        report = engine.process(document)
    except Exception as error:
        yield f"the engine raised {describe(error)}"
        return
    spent = time.process_time() - started
    if spent > _SECONDS:
        yield f"took {spent:.0f} s for {len(text)} characters: some work grows faster than the text"
    for failure in report.failures:
        yield str(failure)
    for event in report.events[:: 1 + len(report.events) // _LOOKED_AT]:
        yield from _faults_of(event, text)
    events.extend(report.events[:_KEPT])
    if len(text) < HUGE and _essence(twin.process(document)) != _essence(report):  # short texts show it as well
        yield "a second engine gives other events: something depends on more than the document"


def _faults_of(event: Event, text: str) -> Iterator[str]:
    if not event.evidence:
        yield f"the event {event.id} has no evidence"
    for piece in event.evidence:
        if text[piece.start : piece.end] != piece.quote:
            yield f"the quote {piece.quote[:60]!r} does not stand at {piece.start}..{piece.end}"
    try:
        if Event.from_dict(event.to_dict()) != event or Event.from_json(event.to_json()) != event:
            yield f"the event {event.id} is not the same after its JSON form and back"
    except RecordError as error:
        yield f"the JSON form of the event {event.id} cannot be read back: {error}"


def _faults_in_threads(engine: Engine, texts: Iterable[str]) -> Iterator[str]:
    """An engine is shared by threads: the same documents at the same time must give what they give alone."""
    documents = [Document(text=text[:_LENGTH], published=_PUBLISHED) for text in texts]
    alone = [_essence(engine.process(d)) for d in documents]
    with ThreadPoolExecutor(4) as pool:
        together = [_essence(r) for r in pool.map(engine.process, documents * 2)]
    if together != alone * 2:
        yield "threads that share the engine get other events: a part keeps state of a document"


def _essence(report: Report) -> list[str]:
    return [event.to_json() for event in report.events]
