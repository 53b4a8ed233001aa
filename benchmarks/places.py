"""Measure the places: precision and recall on the marked sentences of the tests, false alarms and speed on a corpus.

Usage::

    python benchmarks/places.py cases [--misses]        # tests/places/cases: spans with their countries
    python benchmarks/places.py frequent TEXTS.jsonl    # the 100 most frequent readings, to look at
    python benchmarks/places.py ambiguous TEXTS.jsonl   # what stays open between countries, and how often
    python benchmarks/places.py speed TEXTS.jsonl       # microseconds a word, and the load of the gazetteer
"""

from __future__ import annotations

import gc
import gzip
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

DAY = date(2005, 1, 1)


def marked() -> ModuleType:
    """The reader of the marked sentences, from the tests."""
    path = Path(__file__).parents[1] / "tests" / "places" / "conftest.py"
    spec = importlib.util.spec_from_file_location("places_marked", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def cases(*, misses: bool) -> None:
    """Print precision and recall by file and over all."""
    module = marked()
    desk = module.Desk()
    counts: dict[str, Counter[str]] = {}
    for case in module.cases():
        found = desk.read(case.text, case.day)
        right = {span for span, code in case.gold.items() if found.get(span) == code}
        for name in (case.name.split(":")[0], "all"):
            counts.setdefault(name, Counter()).update(right=len(right), found=len(found), gold=len(case.gold))
        if misses and (len(right) < len(found) or len(right) < len(case.gold)):
            print(f"  {case.name} {case.text}")
            missed = {case.text[s:e]: code for (s, e), code in case.gold.items() if (s, e) not in right}
            wrong = {case.text[s:e]: code for (s, e), code in found.items() if (s, e) not in right}
            print(f"     missed {missed}, wrong {wrong}")
    for name, count in sorted(counts.items(), key=lambda item: item[0] == "all"):
        precision = count["right"] / max(1, count["found"])
        recall = count["right"] / max(1, count["gold"])
        print(f"{name:14} {count['gold']:4} marked  precision {precision:.3f}  recall {recall:.3f}")


def texts(path: Path) -> Iterator[str]:
    """The texts of a corpus, one JSON object a line."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def frequent(path: Path, *, ambiguous: bool) -> None:
    """Print the most frequent readings of places, or the names that stay ambiguous."""
    desk = marked().Desk()
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts(path):
        read = desk.read(text, DAY).items()
        counts.update((text[start:end], code) for (start, end), code in read if (code == "?") or not ambiguous)
    if ambiguous:
        print(f"{counts.total()} names stay ambiguous")
    for (words, code), count in counts.most_common(100):
        print(f"{count:6} {words} = {code}")


def speed(path: Path) -> None:
    """Print the CPU time of loading the gazetteer, and of the two layers a word (tokens not counted)."""
    from eventx.language.analysis import LayeredAnalysis
    from eventx.language.layers import base_annotators
    from eventx.language.places import find_places
    from eventx.lexicon.gazetteer import load_gazetteer
    from eventx.records import Document

    started = time.process_time()
    gazetteer = load_gazetteer()
    print(f"gazetteer loaded in {time.process_time() - started:.3f} s")
    providers = {p.provides: p for p in base_annotators((), ())}
    read = []
    for text in list(texts(path))[:400]:
        analysis = LayeredAnalysis(Document(text=text, published=DAY), providers, lambda part, error: None)
        _ = analysis.discourse  # a layer of its own
        read.append((analysis, [(s, analysis.tokens(s.index)) for s in analysis.sentences]))
    words = sum(len(t) for _, tokens in read for _, t in tokens)
    gc.collect()
    gc.freeze()  # what the tokens have laid into memory is not this layer's
    started = time.process_time()
    for analysis, tokens in read:
        context = analysis.layer("place_context", -1)
        for sentence, each in tokens:
            find_places(each, sentence, analysis.text, gazetteer, context)
    spent = time.process_time() - started
    print(f"{words} words, {spent / words * 1e6:.2f} microseconds a word")


def main(arguments: Sequence[str]) -> None:
    """Run one measurement."""
    rest = [a for a in arguments if not a.startswith("--")]
    if rest[:1] == ["cases"]:
        cases(misses="--misses" in arguments)
    elif rest[:1] in (["frequent"], ["ambiguous"]):
        frequent(Path(rest[1]), ambiguous=rest[0] == "ambiguous")
    elif rest[:1] == ["speed"]:
        speed(Path(rest[1]))
    else:
        print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
