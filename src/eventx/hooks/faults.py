"""The faults of the parts on one document: kept as values, or raised where an engine is strict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eventx.errors import PartError, describe, raised_at
from eventx.hooks.host import Made, PluginInfo, package_of
from eventx.records import Document, Failure


class Faults:
    """What went wrong on one document so far; ``before`` is what was wrong with the engine already."""

    def __init__(self, document: Document, before: Iterable[Failure], *, strict: bool) -> None:
        self.found = list(before)
        self._document = document
        self._strict = strict
        self._raised: PartError | None = None

    def add(self, stage: str, part: Any, plugin: PluginInfo | None, error: BaseException | str) -> None:
        """Note what a part raised, or what is wrong with what it gave. Raises PartError where strict."""
        if error is self._raised and self._raised is not None:
            raise self._raised  # the fault of a layer is not that of the extractor which asked for it
        failure = Failure(
            stage=stage,
            reason=error if isinstance(error, str) else describe(error),
            plugin=plugin.name if plugin else "eventx",
            part=str(getattr(part, "name", type(part).__name__)),
            document=self._document.id,
            at="" if isinstance(error, str) else raised_at(error, package_of(part)),
        )
        if self._strict:
            reason = failure.reason + (f" (at {failure.at})" if failure.at else "")
            self._raised = PartError(reason, failure.plugin, failure.part, failure.document)
            raise self._raised from (None if isinstance(error, str) else error)
        if failure not in self.found:  # a provider may fail on every sentence alike
            self.found.append(failure)

    def watcher(self, made: Made, error: BaseException) -> None:
        """Note what one raised that watches only."""
        self.found.append(
            Failure(
                stage="watch",
                reason=f"eventx_document_done raised {describe(error)}",
                plugin=made.plugin.name,
                document=self._document.id,
                at=raised_at(error, package_of(made.part)),
            )
        )

    def stop(self) -> None:
        """Raise what was raised before, if a part has swallowed it."""
        if self._raised is not None:
            raise self._raised
