"""Whether the work of a plugin grows with the text, or faster: the same text at several lengths."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from eventx.records import Document

if TYPE_CHECKING:
    from eventx.engine import Engine

HUGE: Final = 20_000  # characters from which a text is long enough to show how work grows
_STEPS: Final = (64, 16, 4, 1)  # the first part of the text that is read, then four times as much, ...
_RATIO: Final = 8.0  # four times the text takes four times the work, and sixteen times where it is quadratic
_SHORT: Final = 0.3  # CPU seconds below which a measurement says little
_CLEAR: Final = 5.0  # and above which it need not be repeated


def growth_faults(texts: Mapping[str, str], engine: Engine) -> Iterator[str]:
    """What takes much longer than its length calls for; the first such text ends the search, which may take long.

    What is measured is the CPU time of the extractors and of the layers that they ask for, by the shortest of several
    runs: neither other programs nor the merging of what was found count.
    """
    for name, text in texts.items():
        before = 0.0
        for step in _STEPS:
            part = text[: len(text) // step]
            spent = _spent(engine, part)
            if spent > max(_SHORT, _RATIO * before) and before and spent < _CLEAR:
                before = min(before, _spent(engine, part[: len(part) // 4]))
                spent = min(spent, _spent(engine, part), _spent(engine, part))
            if before and spent > max(_SHORT, _RATIO * before):
                yield (
                    f"on the text {name!r}: {len(part) // 4} characters took {before:.2f} s and {len(part)} took "
                    f"{spent:.2f} s: some work grows faster than the text; longer texts were not tried"
                )
                return
            before = max(spent, 0.001)


def _spent(engine: Engine, text: str) -> float:
    """CPU seconds that the extractors take for a text."""
    analysis = engine.analyze(Document(text=text, published=date(2024, 6, 17), id="contract"))
    started = time.process_time()
    for made in engine.contributions.parts["eventx_extractors"]:
        try:
            for _ in made.part.extract(analysis):
                pass
        except KeyboardInterrupt:
            raise
        except BaseException:  # told where the whole report is looked at
            continue
    return time.process_time() - started
