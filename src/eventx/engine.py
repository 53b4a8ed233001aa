"""The engine: orders the parts, runs them on a document, isolates their faults, reports."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from attrs import evolve

from eventx.builtin import BUILTIN
from eventx.errors import ConfigError, PartError
from eventx.hooks.host import Contributions, Made, PluginHost, PluginInfo, as_info
from eventx.hooks.officeholders import Officeholders
from eventx.hooks.parts import (
    ActorTable,
    Analysis,
    Annotator,
    Exporter,
    Extractor,
    FileExporter,
    Lexicon,
    Reader,
)
from eventx.language.analysis import LayeredAnalysis
from eventx.language.layers import base_annotators
from eventx.lexicon.tables import uncollected
from eventx.merge import merge_candidates
from eventx.records import Candidate, Document, Dropped, Event, EventType, Failure, Merged, Report
from eventx.resolve import resolve

_MAX_TEXT: Final = 5_000_000  # characters: some ten novels; what is longer is no article, and takes minutes


class Engine:
    """Turns documents into reports with the plugins it was built with.

    ``plugins`` are plugin objects or modules; None means those installed on this machine (found
    by entry point). ``names`` limits the installed ones, ``disable`` leaves some out, and ``also`` are
    plugin objects besides them.
    ``config`` holds settings by plugin name; a plugin's hooks get theirs as ``config``. ``strict`` raises the
    first fault instead of keeping it in the report.

    An engine is built once and may be used by several threads: it keeps no state of a document.

    Raises ConfigError for names of plugins that do not exist, in ``names``, ``disable`` or ``config``, and for
    settings that are no mapping.
    """

    def __init__(
        self,
        plugins: Sequence[object] | None = None,
        *,
        names: Sequence[str] | None = None,
        disable: Sequence[str] = (),
        also: Sequence[object] = (),
        config: Mapping[str, Mapping[str, Any]] | None = None,
        strict: bool = False,
    ) -> None:
        self.strict = strict
        self.config = dict(config or {})
        self._rebuild = partial(
            Engine, plugins, names=names, disable=tuple(disable), also=tuple(also), config=self.config, strict=strict
        )
        with uncollected():
            self.contributions = _collect(plugins, names, disable, also, self.config)
        self.failures: list[Failure] = list(self.contributions.failures)
        if strict and self.failures:
            raise ConfigError("; ".join(str(f) for f in self.failures))
        parts = self.contributions.parts
        self.event_types = self._event_types(parts["eventx_event_types"])
        self.lexicons = [m for m in parts["eventx_lexicons"] if isinstance(m.part, Lexicon)]
        tables = [m for m in parts["eventx_lexicons"] if isinstance(m.part, ActorTable)]
        base = base_annotators([m.part for m in self.lexicons], self._officeholders(tables))
        self._owner: dict[int, PluginInfo] = {}
        self._own = {part.provides: part for part in base}
        self._providers = self._layers(parts["eventx_annotators"])
        self._extractors = self._ordered_extractors(parts["eventx_extractors"])

    @property
    def readers(self) -> tuple[Reader, ...]:
        """All readers, in order of plugin and part name."""
        return tuple(m.part for m in self.contributions.parts["eventx_readers"])

    @property
    def exporters(self) -> dict[str, Exporter | FileExporter]:
        """All exporters by format name."""
        return {m.part.name: m.part for m in self.contributions.parts["eventx_exporters"]}

    @property
    def order(self) -> tuple[Annotator | Extractor, ...]:
        """The providers of layers and the extractors, in the order in which they would run."""
        return (*self._providers.values(), *(m.part for m in self._extractors))

    def process(self, document: Document) -> Report:
        """The report of one document. Raises nothing of a part's making unless ``strict``."""
        started = time.perf_counter()
        failures: list[Failure] = list(self.failures)
        notes = _notes(document)
        if len(document.text) > _MAX_TEXT:
            return Report(document=document, failures=(*failures, _too_long(document)), notes=notes)
        analysis = self._analysis(document, failures)
        claims, dropped = self._extract(analysis, failures)
        extracted = time.perf_counter()
        events, merges = self._settle(analysis, claims, failures)
        analysis.close()
        report = Report(
            document=document,
            events=events,
            failures=tuple(failures),
            notes=notes,
            candidates=tuple(c for c, _ in claims),
            dropped=tuple(dropped),
            merges=merges,
            timings={"extract": extracted - started, "settle": time.perf_counter() - extracted},
        )
        return self._watched(report)

    def analyze(self, document: Document) -> Analysis:
        """The language layers of a document, to look into: sentences, tokens, times, mentions, clauses, ...

        Where a provider fails, the layer that it replaced takes over, or is empty; with ``strict`` it raises PartError.
        ``process`` reports it.
        """
        return self._analysis(document, [])

    def stream(self, documents: Iterable[Document], *, workers: int = 1) -> Iterator[Report]:
        """Exactly one report a document, in the order of the documents.

        With ``workers`` above 1 as many processes build an engine each; the documents are drawn as they are
        needed, never all at once. Raises ConfigError where this engine cannot be sent to a process.
        """
        if workers < 1:
            raise ConfigError(f"workers must be 1 or more, not {workers}")
        if workers == 1:
            return map(self.process, documents)
        from eventx import pool  # worker processes cost a third of the import, and few callers want them

        return pool.stream(self._rebuild, documents, workers)

    def _analysis(self, document: Document, failures: list[Failure]) -> LayeredAnalysis:
        def fault(part: Annotator, error: BaseException) -> None:
            self._fault(failures, "annotate", part, error, document)

        return LayeredAnalysis(document, self._providers, fault, self._own)

    def _extract(
        self, analysis: LayeredAnalysis, failures: list[Failure]
    ) -> tuple[list[tuple[Candidate, str]], list[Dropped]]:
        claims: list[tuple[Candidate, str]] = []
        dropped: list[Dropped] = []
        for made in self._extractors:
            stamp = _stamp(made.plugin)
            try:
                for found in made.part.extract(analysis):
                    if isinstance(found, Candidate):
                        claims.append((found, stamp))
                    elif isinstance(found, Dropped):
                        dropped.append(found)
                    else:
                        raise TypeError(f"an extractor yields Candidate or Dropped, not {type(found).__name__}")
            except (Exception, SystemExit) as error:
                self._fault(failures, "extract", made.part, error, analysis.document)
        return claims, dropped

    def _settle(
        self, analysis: LayeredAnalysis, claims: list[tuple[Candidate, str]], failures: list[Failure]
    ) -> tuple[tuple[Event, ...], tuple[Merged, ...]]:
        """Resolve each candidate alone (one that fails costs only itself), then merge (or leave them as they are)."""
        resolved: list[Event] = []
        for candidate, stamp in claims:
            known = self.event_types.get(candidate.event_type)
            try:
                if known is None:
                    raise ConfigError(f"the event type {candidate.event_type!r} was not declared by any plugin")
                resolved.append(resolve(candidate, analysis, known, stamp))
            except Exception as error:
                reason = f"{type(error).__name__}: {error}"
                failures.append(Failure(stage="resolve", reason=reason, plugin=stamp, document=analysis.document.id))
                if self.strict:
                    raise
        try:
            events, merges = merge_candidates(resolved, self.event_types)
        except Exception as error:
            if self.strict:
                raise
            reason = f"the events stay one a mention, since merging them raised {type(error).__name__}: {error}"
            failures.append(Failure(stage="merge", reason=reason, document=analysis.document.id))
            return tuple(resolved), ()
        return tuple(events), tuple(merges)

    def _watched(self, report: Report) -> Report:
        failures: list[Failure] = []
        for made in self.contributions.watchers:
            try:
                made.part(report=report)
            except (Exception, SystemExit) as error:
                reason = f"eventx_document_done raised {type(error).__name__}: {error}"
                failures.append(
                    Failure(stage="watch", reason=reason, plugin=made.plugin.name, document=report.document.id)
                )
        if not failures:
            return report
        return evolve(report, failures=(*report.failures, *failures))

    def _fault(self, failures: list[Failure], stage: str, part: Any, error: BaseException, document: Document) -> None:
        plugin = self._owner.get(id(part))
        name = str(getattr(part, "name", type(part).__name__))
        reason = f"{type(error).__name__}: {error}"
        if self.strict:
            raise PartError(reason, plugin.name if plugin else "eventx", name, document.id) from error
        failure = Failure(
            stage=stage, reason=reason, plugin=plugin.name if plugin else "eventx", part=name, document=document.id
        )
        if failure not in failures:  # a provider may fail on every sentence alike
            failures.append(failure)

    def _event_types(self, made: Sequence[Made]) -> dict[str, EventType]:
        known: dict[str, EventType] = {}
        for item in made:
            if not isinstance(item.part, EventType):
                self._build_fault(item, "eventx_event_types must return EventType values")
            elif item.part.name in known:
                self._build_fault(item, f"the event type {item.part.name!r} is declared twice; rename one")
            else:
                known[item.part.name] = item.part
        for item in made:
            kind = item.part
            if isinstance(kind, EventType) and kind.name in _broader(kind, known) and known[kind.name] is kind:
                what = "it is a kind of itself: its 'general' or 'replaces' leads back to it; change one of them"
                self._build_fault(item, what)
                known[kind.name] = evolve(kind, general=None, replaces=())
        return known

    @uncollected()
    def _officeholders(self, tables: Sequence[Made]) -> Officeholders:
        found: list[Officeholders] = []
        for item in tables:
            try:
                found.append(Officeholders.of(item.part.load()))
            except (Exception, SystemExit) as error:
                self._build_fault(item, f"the table {item.part.name!r} cannot be loaded: {error}")
        return Officeholders.joined(found)

    def _layers(self, made: Sequence[Made]) -> dict[str, Annotator]:
        """Providers by layer, in order; a plugin's replaces ours. One whose needs nobody provides is a fault."""
        providers: dict[str, Annotator] = dict(self._own)
        for item in made:
            if not isinstance(item.part, Annotator):
                self._build_fault(item, "an annotator has name, provides, requires and annotate()")
                continue
            holder = self._owner.get(id(providers.get(item.part.provides)))
            if holder is not None:
                reason = f"the layer {item.part.provides!r} is already provided by plugin {holder.name}; disable one"
                self._build_fault(item, reason)
                continue
            providers[item.part.provides] = item.part
            self._owner[id(item.part)] = item.plugin
        while True:
            ordered, waiting = _in_order(providers)
            stuck = [part for part in waiting if id(part) in self._owner]
            if not stuck:
                return ordered
            unmet = [(part, [r for r in part.requires if r not in providers]) for part in stuck]
            faulty = [(part, f"{', '.join(needs)}, which nothing provides") for part, needs in unmet if needs]
            circle = [(part, f"{', '.join(part.requires)}, which in turn need it") for part in stuck]
            for part, why in faulty or circle:
                self._leave_out(part, providers, f"requires {why}; it is left out")

    def _leave_out(self, part: Annotator, providers: dict[str, Annotator], reason: str) -> None:
        """Take a plugin's provider out; ours, where there is one, stays in its place."""
        del providers[part.provides]
        if part.provides in self._own:
            providers[part.provides] = self._own[part.provides]
        self._build_fault(Made(part=part, plugin=self._owner[id(part)]), reason)

    def _ordered_extractors(self, made: Sequence[Made]) -> list[Made]:
        lexicons = {f"lexicon:{m.part.name}" for m in self.lexicons}
        usable: list[Made] = []
        for item in sorted(made, key=lambda m: (str(getattr(m.part, "name", "")), m.plugin.name)):
            if not isinstance(item.part, Extractor):
                self._build_fault(item, "an extractor has name, requires and extract()")
                continue
            unmet = [r for r in item.part.requires if r not in self._providers and r not in lexicons]
            if unmet:
                self._build_fault(item, f"requires {', '.join(unmet)}, which nothing provides")
                continue
            self._owner[id(item.part)] = item.plugin
            usable.append(item)
        return usable

    def _build_fault(self, made: Made, reason: str) -> None:
        name = str(getattr(made.part, "name", type(made.part).__name__))
        failure = Failure(stage="build", reason=reason, plugin=made.plugin.name, part=name)
        if self.strict:
            raise ConfigError(str(failure))
        self.failures.append(failure)


def _collect(
    plugins: Sequence[object] | None,
    names: Sequence[str] | None,
    disable: Sequence[str],
    also: Sequence[object],
    config: Mapping[str, Mapping[str, Any]],
) -> Contributions:
    wrong = [str(name) for name, settings in config.items() if not isinstance(settings, Mapping)]
    if wrong:
        raise ConfigError(f"the settings of {', '.join(wrong)} are no mapping; write config={{{wrong[0]!r}: {{...}}}}")
    host = PluginHost(config)
    host.add(BUILTIN, PluginInfo(name="eventx"))
    if plugins is None:
        host.discover(names, disable)
    for plugin in (*(plugins or ()), *also):
        info = as_info(plugin)
        if info.name not in disable:
            host.add(plugin, info)
    contributions = host.contributions()
    known = {p.name for p in contributions.plugins}
    named = config if plugins is not None else (*(names or ()), *disable, *config)
    unknown = [n for n in named if n not in known]
    if unknown:
        listed = ", ".join(sorted(known))
        there = "installed are" if plugins is None else "there are"
        raise ConfigError(f"no plugin is called {', '.join(map(repr, unknown))}; {there}: {listed}")
    return contributions


def _broader(kind: EventType, known: Mapping[str, EventType]) -> set[str]:
    """The names of the event types that give way to one: of which it is a kind, or that it replaces."""
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        of = waiting.pop()
        new = {name for name in (of.general, *of.replaces) if name} - found
        found |= new
        waiting.extend(known[name] for name in sorted(new) if name in known)
    return found


def _in_order(providers: Mapping[str, Annotator]) -> tuple[dict[str, Annotator], list[Annotator]]:
    """Providers such that each comes after what it requires (ties go by name), and those that cannot come."""
    ordered: dict[str, Annotator] = {}
    waiting = dict(sorted(providers.items(), key=lambda pair: (pair[1].provides, pair[1].name)))
    while ready := [n for n, part in waiting.items() if all(r in ordered or r == n for r in part.requires)]:
        ordered.update((name, waiting.pop(name)) for name in ready)
    return ordered, list(waiting.values())


def _stamp(plugin: PluginInfo) -> str:
    return " ".join(part for part in (plugin.distribution or plugin.name, plugin.version) if part)


def _too_long(document: Document) -> Failure:
    reason = f"the text has {len(document.text)} characters; more than {_MAX_TEXT} are not read: split it into articles"
    return Failure(stage="read", reason=reason, document=document.id)


def _notes(document: Document) -> tuple[str, ...]:
    notes: list[str] = []
    if not document.text.strip():
        notes.append("the text is empty: nothing to extract")
    elif document.published is None:
        notes.append("no publication date: relative dates stay unresolved")
    if document.language not in ("", "en") and not document.language.startswith("en-"):
        notes.append(f"the language is {document.language!r}; the language layers read English")
    return tuple(notes)
