"""How well clauses hold who did what to whom, on the PLOVER gold standard records, and what the layer costs.

    python benchmarks/clauses.py gsr.json [--misses]
    python benchmarks/clauses.py --speed CORPUS.jsonl[.gz] [--limit N]

The records (JSON) mark in each sentence the words of the event, of its source (who acts) and of its target. Counted is
the share of records in which

- an event word is in the predicate of a clause ("predicate"),
- such a clause has the source where the one who acts stands: as its subject (or "by", possessor, "between", the source
  of the statement) ("source"),
- and the target where the one acted on stands: as object, receiver, complement, passive subject ("target"),
- both in one and the same clause ("one clause"), or in two clauses of which one governs the other ("linked").

A record without a target needs its source only. ``--speed`` prints microseconds of CPU a word for tokens with tags, and
for phrases with clauses, over every sentence of a corpus with one article a line ("text").
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from eventx.language.analysis import LayeredAnalysis
from eventx.language.clauses import ClausesAnnotator, find_clauses
from eventx.language.discourse import DiscourseAnnotator
from eventx.language.segment import SentencesAnnotator
from eventx.language.times import DocumentTimesAnnotator, TimesAnnotator
from eventx.language.tokens import TokensAnnotator, tokens_of
from eventx.records import Argument, Clause, Document, Span

_MARK = re.compile(r"\(((?:SRC|TAR|EVT|LOC|CTX|/)+): ?")
_ENDING = re.compile(r"(?<=[.!?]) +(?=[A-Z\"])")
_PARTS = (
    SentencesAnnotator(),
    DiscourseAnnotator(),
    TokensAnnotator(),
    DocumentTimesAnnotator(),
    TimesAnnotator(),
    ClausesAnnotator(),
)


def markup_of(record: dict[str, Any]) -> str:
    """The marked sentence of a record, "" where it has none."""
    given = record.get("textInfo")
    return str(given.get("markup", "")) if isinstance(given, dict) else str(given or "")


def marked(markup: str) -> tuple[str, dict[str, list[Span]]]:
    """The plain text of a record and the spans of its marks by kind; marks may lie in marks."""
    text: list[str] = []
    spans: dict[str, list[Span]] = {"SRC": [], "TAR": [], "EVT": []}
    open_marks: list[tuple[str, int] | None] = []
    length = at = 0
    while at < len(markup):
        match = _MARK.match(markup, at)
        if match is not None:
            open_marks.append((match.group(1), length))
            at = match.end()
            continue
        mark = markup[at]
        at += 1
        if mark == "(":
            open_marks.append(None)
        elif mark == ")" and open_marks and (closed := open_marks.pop()) is not None:
            for kind in closed[0].split("/"):
                if kind in spans and length > closed[1]:
                    spans[kind].append(Span(closed[1], length))
            continue
        text.append(mark)
        length += 1
    return "".join(text), spans


def read(text: str) -> list[tuple[int, Clause]]:
    """The clauses of a text with the number of their first one in the sentence."""

    def fault(part: object, error: Exception) -> None:
        raise error

    analysis = LayeredAnalysis(Document(text=text, published="2000-01-01"), {p.provides: p for p in _PARTS}, fault)
    found: list[tuple[int, Clause]] = []
    for sentence in analysis.sentences:
        first = len(found)
        found += [(first, clause) for clause in analysis.clauses(sentence.index)]
    return found


def acting(clause: Clause) -> Iterator[Argument | None]:
    """Where the one who acts may stand."""
    if clause.voice != "passive":
        yield clause.subject
    yield from (c for c in clause.complements if c.preposition in ("by", "between", "among", "from"))
    if clause.form == "noun":
        yield from (c for c in clause.complements if c.preposition in ("of", "with"))
    yield clause.source


def undergoing(clause: Clause) -> Iterator[Argument | None]:
    """Where the one acted on may stand."""
    yield clause.object
    yield clause.indirect
    yield from clause.complements
    if clause.voice == "passive" or clause.form == "noun":
        yield clause.subject


def asked(clause: Clause) -> Argument | None:
    """The subject of what is demanded or said: "demanded that Iran stop"."""
    return clause.subject if clause.relation == "complement" else None


def holds(arguments: Iterable[Argument | None], spans: Sequence[Span]) -> bool:
    """True when one of the arguments covers a part of one of the spans."""
    return any(a is not None and a.span.overlaps(span) for a in arguments for span in spans)


def linked(position: int, clauses: Sequence[tuple[int, Clause]]) -> Iterator[Clause]:
    """The clause's governor and those that it governs."""
    first, clause = clauses[position]
    if clause.governor is not None:
        yield clauses[first + clause.governor][1]
    for start, other in clauses:
        if other.governor is not None and start + other.governor == position:
            yield other


def judge(record: dict[str, Any]) -> set[str]:
    """What of the record the clauses hold."""
    text, spans = marked(markup_of(record))
    clauses = read(text)
    found: set[str] = set()
    targets = spans["TAR"]
    for position, (_, clause) in enumerate(clauses):
        if not any(clause.predicate.overlaps(span) for span in spans["EVT"]):
            continue
        found.add("predicate")
        near = list(linked(position, clauses))
        source = holds(acting(clause), spans["SRC"])
        target = not targets or holds(undergoing(clause), targets)
        target = target or (source and targets == spans["SRC"])  # what two do with each other
        if source:
            found.add("source")
        if target:
            found.add("target")
        if source and target:
            found |= {"one clause", "linked"}
        elif (source and any(holds((*undergoing(n), asked(n)), targets) for n in near)) or (
            target and any(holds(acting(n), spans["SRC"]) for n in near)
        ):
            found.add("linked")
    return found


def quality(path: Path, *, misses: bool) -> None:
    """Print the shares over all records."""
    records = [r for r in json.loads(path.read_text(encoding="utf-8")) if r["event"] != "DOCUMENT"]
    records = [r for r in records if "EVT" in markup_of(r)]
    counts: Counter[str] = Counter()
    for record in records:
        found = judge(record)
        counts.update(found)
        if misses and "linked" not in found:
            print(record["id"], sorted(found), markup_of(record))
    for name in ("predicate", "source", "target", "one clause", "linked"):
        print(f"{name:12} {counts[name]:4} of {len(records)}  {counts[name] / len(records):.3f}")


def speed(path: Path, limit: int) -> None:
    """Print the cost of the layers over every sentence of the corpus."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(limit), lines, strict=False)]
    pieces = [
        s for text in texts for p in text.split("\n") for s in re.split(r"(?<=[.!?]) +(?=[A-Z\"])", p) if s.strip()
    ]
    words = sum(len(piece.split()) for piece in pieces)
    find_clauses(tokens_of(pieces[0]))  # the word list loads on first use
    for _ in range(2):
        started = time.process_time()
        tokens = [tokens_of(piece) for piece in pieces]
        tagged = time.process_time()
        made = sum(len(find_clauses(t)) for t in tokens)
        done = time.process_time()
        print(
            f"{words} words, {made} clauses: tokens and tags {1e6 * (tagged - started) / words:.2f}, "
            f"phrases and clauses {1e6 * (done - tagged) / words:.2f}, "
            f"together {1e6 * (done - started) / words:.2f} microseconds a word"
        )


def main() -> None:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="?")
    parser.add_argument("--misses", action="store_true", help="print the records whose roles are in no linked clauses")
    parser.add_argument("--speed", type=Path, metavar="CORPUS")
    parser.add_argument("--limit", type=int, default=300)
    given = parser.parse_args()
    if given.records is None and given.speed is None:
        parser.error("give a file of records, or --speed with a corpus")
    if given.records is not None:
        quality(given.records, misses=given.misses)
    if given.speed is not None:
        speed(given.speed, given.limit)


if __name__ == "__main__":
    main()
