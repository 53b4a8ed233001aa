"""How fast eventx is: words a second on one core, cold command line, import time, peak memory.

    python benchmarks/speed.py --corpus FILE.jsonl[.gz] [--plugin NAME ...] [--limit N] [--step N] [--layers]

The corpus has one article a line with "text" and, if known, "published"; ``--step 5`` takes every fifth, which
matters where a corpus is sorted by subject. ``--layers`` computes every language layer of every sentence and
extracts nothing. Figures are CPU seconds of this process; where processors share a core, another load changes them
all the same, so compare runs in pairs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import eventx

_FIRST = "Polish President Andrzej Duda visited Rome on Monday."  # needs places, persons and dates


_LAYERS = ("vocabulary", "tokens", "times", "clauses", "mentions")


def documents(path: Path, limit: int | None, step: int) -> Iterator[eventx.Document]:
    """The articles of the corpus, every ``step``-th."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in islice(enumerate(lines), 0, None if limit is None else limit * step, step):
            row = json.loads(line)
            yield eventx.Document(id=row.get("id", str(number)), text=row["text"], published=row.get("published"))


def peak() -> float:
    """Peak memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def child_seconds(*command: str) -> float:
    """CPU seconds of a command, the best of five runs."""
    best = float("inf")
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return best


def all_layers(engine: eventx.Engine, document: eventx.Document) -> int:
    """Compute every layer of every sentence; 0, for no event."""
    analysis = engine.analyze(document)
    for sentence in analysis.sentences:
        for layer in _LAYERS:
            analysis.layer(layer, sentence.index)
    analysis.close()  # as the engine does when a document is done
    return 0


def throughput(loaded: list[eventx.Document], names: list[str] | None, *, layers: bool) -> None:
    """Run the engine over the articles and print words a second and memory by quarter."""
    started = time.process_time()
    engine = eventx.Engine(names=names)
    active = ", ".join(p.name for p in engine.contributions.plugins if p.active)
    print(f"engine built in {time.process_time() - started:.3f} s; plugins: {active}")
    engine.process(eventx.Document(text=_FIRST, published="2020-01-01"))  # reference data load on first use
    print(f"first document done after {time.process_time() - started:.3f} s, peak {peak():.0f} MiB")
    words = events = 0
    started = time.process_time()
    for number, document in enumerate(loaded, 1):
        events += all_layers(engine, document) if layers else len(engine.process(document).events)
        words += len(document.text.split())
        if number % max(1, len(loaded) // 4) == 0:
            seconds = time.process_time() - started
            print(f"{number:6} documents  {words / seconds:9,.0f} words/s  {events:5} events  peak {peak():.0f} MiB")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--plugin", action="append", help="only these plugins (may be repeated)")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--layers", action="store_true", help="all language layers, no extraction")
    given = parser.parse_args()
    bare = child_seconds(sys.executable, "-c", "pass")
    imported = child_seconds(sys.executable, "-c", "import eventx")
    cold = child_seconds(sys.executable, "-m", "eventx", "--version")
    print(f"import eventx: {1000 * (imported - bare):.0f} ms CPU above a bare interpreter ({1000 * bare:.0f} ms)")
    print(f"eventx --version, cold: {1000 * cold:.0f} ms CPU")
    throughput(list(documents(given.corpus, given.limit, given.step)), given.plugin, layers=given.layers)


if __name__ == "__main__":
    main()
