"""The faults of a run: told once each, and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventx.cli.output import complain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventx.records import Failure


class Faults:
    """Tells failures; ``failed`` says whether there was any."""

    def __init__(self, built: Iterable[Failure] = ()) -> None:
        self._told: set[str] = set()
        self.failed = False
        for failure in built:
            self.tell(failure)

    def tell(self, failure: Failure, where: str = "") -> None:
        """A fault in a document each time, one of building the engine once."""
        self.failed = True
        text = f"{where}: {failure}" if failure.document and where else str(failure)
        if text not in self._told:
            self._told.add(text)
            complain(text)
