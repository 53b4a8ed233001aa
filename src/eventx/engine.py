"""The engine: orders the parts, runs them on a document, isolates their faults, reports."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from typing import Any, Final

from attrs import evolve

from eventx.builtin import BUILTIN
from eventx.errors import ConfigError, describe
from eventx.hooks.assembly import Layers, event_types_of, extractors_of, in_order
from eventx.hooks.choice import check_choice
from eventx.hooks.conduct import plugin_in
from eventx.hooks.faults import Faults
from eventx.hooks.host import Contributions, Made, PluginHost, PluginInfo, as_info
from eventx.hooks.officeholders import Officeholders
from eventx.hooks.parts import ActorTable, Analysis, Annotator, Exporter, Extractor, FileExporter, Lexicon, Reader
from eventx.language.analysis import LayeredAnalysis
from eventx.language.layers import base_annotators
from eventx.language.promises import REPLACEABLE
from eventx.language.tokens import TokenWordsAnnotator
from eventx.lexicon.tables import uncollected
from eventx.merge import merge_candidates
from eventx.records import Candidate, Document, Dropped, Event, EventType, Failure, Merged, Report
from eventx.resolve import resolve
from eventx.resolve.candidate import misplaced

_MAX_TEXT: Final = 5_000_000  # characters: some ten novels; what is longer is no article, and takes minutes


class Engine:
    """Turns documents into reports with the plugins it was built with.

    ``plugins`` are plugin objects or modules; None means those installed on this machine (found
    by entry point). ``names`` limits the installed ones, ``disable`` leaves some out, and ``also`` are
    plugin objects besides them.
    ``config`` holds settings by plugin name; a plugin's hooks get theirs as ``config``. ``strict`` raises the
    first fault instead of keeping it in the report.

    An engine is built once and may be used by several threads: it keeps no state of a document.

    Raises ConfigError for names of plugins that do not exist, in ``names``, ``disable`` or ``config``, for what is no
    plugin, for ``names`` beside ``plugins``, and for settings that are no mapping.
    """

    @uncollected()
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
        self.contributions = _collect(plugins, names, disable, also, self.config)
        self.failures: list[Failure] = list(self.contributions.failures)
        if strict and self.failures:
            raise ConfigError("; ".join(str(f) for f in self.failures))
        parts = self.contributions.parts
        self.event_types = event_types_of(parts["eventx_event_types"], self._build_fault)
        self.lexicons = [m for m in parts["eventx_lexicons"] if isinstance(m.part, Lexicon)]
        tables = [m for m in parts["eventx_lexicons"] if isinstance(m.part, ActorTable)]
        base: tuple[Annotator, ...] = base_annotators([m.part for m in self.lexicons], self._officeholders(tables))
        self._own = {part.provides: part for part in base}
        self._layers = Layers(self._own, REPLACEABLE, self._build_fault)
        self._providers = self._layers.ordered(parts["eventx_annotators"])
        if self._providers["tokens"] is not self._own["tokens"]:
            self._own["words"] = words = TokenWordsAnnotator()
            self._providers = in_order({**self._providers, "words": words}, self._own)[0]
        self._lexicon_names = frozenset(m.part.name for m in self.lexicons)
        self._extractors = extractors_of(self.contributions, self._providers, self._lexicon_names, self._build_fault)

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

    @uncollected()  # nearly all that a document needs goes with its analysis, which is closed: nothing to collect
    def process(self, document: Document) -> Report:
        """The report of one document. Raises nothing of a part's making unless ``strict``: then PartError."""
        started = time.perf_counter()
        faults = Faults(document, self.failures, strict=self.strict)
        notes = _notes(document)
        if len(document.text) > _MAX_TEXT:
            faults.found.append(_too_long(document))
            return self._watched(Report(document=document, notes=notes), faults)
        analysis = self._analysis(document, faults)
        claims, dropped = self._extract(analysis, faults)
        extracted = time.perf_counter()
        events, merges = self._settle(analysis, claims, faults)
        analysis.close()
        report = Report(
            document=document,
            events=events,
            notes=notes,
            candidates=tuple(c for c, _ in claims),
            dropped=tuple(dropped),
            merges=merges,
            timings={"extract": extracted - started, "settle": time.perf_counter() - extracted},
        )
        return self._watched(report, faults)

    def analyze(self, document: Document) -> Analysis:
        """The language layers of a document, to look into: sentences, tokens, times, mentions, clauses, ...

        Where a provider fails, the layer that it replaced takes over, or is empty; with ``strict`` it raises PartError.
        ``process`` reports it.
        """
        return self._analysis(document, Faults(document, (), strict=self.strict))

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

    def _analysis(self, document: Document, faults: Faults) -> LayeredAnalysis:
        def fault(part: Annotator, error: BaseException | str) -> None:
            faults.add("annotate", part, self._layers.owner(part), error)

        return LayeredAnalysis(document, self._providers, fault, self._own, self._lexicon_names)

    def _extract(self, analysis: LayeredAnalysis, faults: Faults) -> tuple[list[tuple[Candidate, Made]], list[Dropped]]:
        claims: list[tuple[Candidate, Made]] = []
        dropped: list[Dropped] = []
        for made in self._extractors:
            try:
                given = made.part.extract(analysis)
                if not isinstance(given, Iterable):
                    told = "None" if given is None else type(given).__name__
                    faults.add(
                        "extract", made.part, made.plugin, f"extract gave {told}; yield candidates, or return []"
                    )
                    continue
                for found in given:
                    if not isinstance(found, (Candidate, Dropped)):
                        raise TypeError(f"an extractor yields Candidate or Dropped, not {type(found).__name__}")
                    wrong = misplaced(found, analysis)
                    if wrong:
                        faults.add("extract", made.part, made.plugin, wrong)
                    elif isinstance(found, Candidate):
                        claims.append((found, made))
                    else:
                        dropped.append(found)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                faults.add("extract", made.part, made.plugin, error)
        faults.stop()
        return claims, dropped

    def _settle(
        self, analysis: LayeredAnalysis, claims: list[tuple[Candidate, Made]], faults: Faults
    ) -> tuple[tuple[Event, ...], tuple[Merged, ...]]:
        """Resolve each candidate alone (one that fails costs only itself), then merge (or leave them as they are)."""
        resolved: list[Event] = []
        for candidate, made in claims:
            known = self.event_types.get(candidate.event_type)
            try:
                if known is None:
                    raise ConfigError(_undeclared(candidate.event_type, self.event_types))
                if candidate.event_type in self.contributions.refused("eventx_event_types", made.plugin):
                    raise ConfigError(f"the event type {candidate.event_type!r} of this plugin was refused; rename it")
                resolved.append(resolve(candidate, analysis, known, _stamp(made.plugin)))
            except Exception as error:
                faults.add("resolve", made.part, made.plugin, error)
        try:
            events, merges = merge_candidates(resolved, self.event_types)
        except Exception as error:
            if self.strict:
                raise
            reason = f"the events stay one a mention, since merging them raised {describe(error)}"
            faults.found.append(Failure(stage="merge", reason=reason, document=analysis.document.id))
            return tuple(resolved), ()
        return tuple(events), tuple(merges)

    def _watched(self, report: Report, faults: Faults) -> Report:
        """The report with all its failures, after those who watch have seen it with those before them."""
        report = evolve(report, failures=tuple(faults.found))
        for made in self.contributions.watchers:
            try:
                made.part(report=report)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                faults.watcher(made, error)
        if len(faults.found) == len(report.failures):
            return report
        return evolve(report, failures=tuple(faults.found))

    def _officeholders(self, tables: Sequence[Made]) -> Officeholders:
        found: list[Officeholders] = []
        for item in tables:
            try:
                found.append(Officeholders.of(item.part.load()))
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self._build_fault(item, f"the table {item.part.name!r} cannot be loaded: {describe(error)}")
        return Officeholders.joined(found)

    def _build_fault(self, made: Made, reason: str) -> None:
        failure = Failure(stage="build", reason=reason, plugin=made.plugin.name, part=str(made.part.name))
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
    check_choice(plugins, names, disable, also, config)
    host = PluginHost(config)
    host.add(BUILTIN, PluginInfo(name="eventx"))
    if plugins is None:
        host.discover(names, disable)
    left_out: set[str] = set()
    for plugin in map(plugin_in, (*(plugins or ()), *also)):
        info = as_info(plugin)
        if info.name in disable:
            left_out.add(info.name)
        else:
            host.add(plugin, info)
    contributions = host.contributions()
    known = {p.name for p in contributions.plugins} | left_out
    unknown = [n for n in (*(names or ()), *disable, *config) if n not in known]
    if unknown:
        listed = ", ".join(sorted(known))
        there = "installed are" if plugins is None else "there are"
        raise ConfigError(f"no plugin is called {', '.join(map(repr, unknown))}; {there}: {listed}")
    return contributions


def _undeclared(name: str, known: Mapping[str, EventType]) -> str:
    near = get_close_matches(name, known, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ": give it in the hook eventx_event_types"
    return f"the event type {name!r} was not declared by any plugin{hint}"


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
