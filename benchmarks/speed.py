"""How fast eventx is: words a second on one core, cold command line, import time, peak memory.

    python benchmarks/speed.py --corpus FILE.jsonl[.gz] [--plugin NAME ...] [--limit N]

The corpus has one article a line with "text" and, if known, "published". Figures are CPU seconds of
this process, so that another load on the machine does not change them.
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
from pathlib import Path

import eventx

_FIRST = "Polish President Andrzej Duda visited Rome on Monday."  # needs places, persons and dates


def documents(path: Path, limit: int | None) -> Iterator[eventx.Document]:
    """The articles of the corpus."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
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


def throughput(corpus: Path, names: list[str] | None, limit: int | None) -> None:
    """Run the engine over the corpus and print words a second and memory by quarter."""
    started = time.process_time()
    engine = eventx.Engine(names=names)
    active = ", ".join(p.name for p in engine.contributions.plugins if p.active)
    print(f"engine built in {time.process_time() - started:.3f} s; plugins: {active}")
    loaded = list(documents(corpus, limit))
    engine.process(eventx.Document(text=_FIRST, published="2020-01-01"))  # reference data load on first use
    print(f"first document done after {time.process_time() - started:.3f} s, peak {peak():.0f} MiB")
    words = events = 0
    started = time.process_time()
    for number, document in enumerate(loaded, 1):
        events += len(engine.process(document).events)
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
    given = parser.parse_args()
    bare = child_seconds(sys.executable, "-c", "pass")
    imported = child_seconds(sys.executable, "-c", "import eventx")
    cold = child_seconds(sys.executable, "-m", "eventx", "--version")
    print(f"import eventx: {1000 * (imported - bare):.0f} ms CPU above a bare interpreter ({1000 * bare:.0f} ms)")
    print(f"eventx --version, cold: {1000 * cold:.0f} ms CPU")
    throughput(given.corpus, given.plugin, given.limit)


if __name__ == "__main__":
    main()
