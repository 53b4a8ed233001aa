"""How right eventx is: scores on the project's own cases, held against a committed baseline.

    python benchmarks/quality.py                     print the scores; exit 1 where one lies below its floor
    python benchmarks/quality.py --update            raise the floors to today's scores (never lowers one)
    python benchmarks/quality.py --update --lower    lower floors too: say why in the commit
    python benchmarks/quality.py --gold visits FILE.jsonl --scorer SCORE.py
                                                     score a gold file of your own with a scorer of your own

The baseline is pinned to a hash of the cases: a changed corpus needs a new baseline, by --update.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import frozen

import eventx

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
BASELINE = Path(__file__).with_name("quality_baseline.json")


@frozen
class Counts:
    """Right, wrong and missed events."""

    hit: int = 0
    extra: int = 0
    miss: int = 0
    dated: int = 0
    status: int = 0

    def scores(self) -> dict[str, float]:
        """Precision, recall, F1 of events; the share of found events with right dates and right status."""
        found, wanted = self.hit + self.extra, self.hit + self.miss
        precision = self.hit / found if found else 0.0
        recall = self.hit / wanted if wanted else 0.0
        both = precision + recall
        return {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(2 * precision * recall / both, 4) if both else 0.0,
            "dates": round(self.dated / self.hit, 4) if self.hit else 0.0,
            "status": round(self.status / self.hit, 4) if self.hit else 0.0,
        }


def one_of(value: object) -> list[object]:
    """A value or a list of allowed values, as a list."""
    return value if isinstance(value, list) else [value]


def matches(want: dict[str, object], event: eventx.Event) -> bool:
    """True when visitor country, named visitor and destination are those wanted."""
    origins = [a.country for a in event.actors]
    names = [a.name for a in event.actors]
    place = event.location.country if event.location else None
    return want["from"] in origins and want["to"] == place and (want["actor"] is None or want["actor"] in names)


def score_case(folder: Path, engine: eventx.Engine, counts: Counts) -> Counts:
    """The counts with those of one case added."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (document,) = eventx.read_documents(folder / "article.md")
    left = [e for e in engine.process(document).events if e.action == expected["action"]]
    hit = miss = dated = status = 0
    for want in expected["events"]:
        event = next((e for e in left if matches(want, e)), None)
        if want.get("may"):  # may be there, need not
            left = [e for e in left if e is not event]
            continue
        if event is None:
            miss += 1
            continue
        left.remove(event)
        hit += 1
        got = event.to_dict()["dates"] or {"start": None, "end": None}
        dated += all(got[edge] in one_of(want[edge]) for edge in ("start", "end") if edge in want)
        status += "status" not in want or event.status.value in one_of(want["status"])
    return Counts(
        counts.hit + hit, counts.extra + len(left), counts.miss + miss, counts.dated + dated, counts.status + status
    )


def corpus_hash() -> str:
    """A hash of all cases."""
    digest = hashlib.sha256()
    for path in sorted(CASES.rglob("*.*")):
        digest.update(path.relative_to(CASES).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def gold(kind: str, path: Path, scorer: Path) -> None:
    """Run the engine over a gold file (one document a line) and hand the predictions to a scorer."""
    engine = eventx.Engine()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            document = eventx.Document(
                id=row["id"], text=row["text"], title=row.get("title"), published=row["published"]
            )
            events = [e.to_dict() for e in engine.process(document).events]
            print(json.dumps({"id": document.id, "events": events}), file=predictions)
        predictions.flush()
        subprocess.run([sys.executable, str(scorer), kind, str(path), predictions.name], check=True)


def main() -> int:
    """Print the scores and compare them with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="store_true")
    parser.add_argument("--gold", nargs=2, metavar=("KIND", "FILE"))
    parser.add_argument("--scorer", type=Path)
    given = parser.parse_args()
    if given.gold:
        if given.scorer is None:
            parser.error("--gold needs --scorer")
        gold(given.gold[0], Path(given.gold[1]), given.scorer)
        return 0
    engine, counts = eventx.Engine(), Counts()
    for folder in sorted(p for p in CASES.iterdir() if p.is_dir()):
        counts = score_case(folder, engine, counts)
    scores, corpus = counts.scores(), corpus_hash()
    print(json.dumps({"cases": corpus, "counts": [counts.hit, counts.extra, counts.miss], **scores}))
    known = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {"cases": corpus, "floors": {}}
    floors = known["floors"]
    sunk = {name: floor for name, floor in floors.items() if scores[name] < floor}
    if given.update:
        if sunk and not given.lower:
            print(f"these lie below their floors: {sunk}; --lower lowers them", file=sys.stderr)
            return 1
        BASELINE.write_text(json.dumps({"cases": corpus, "floors": scores}, indent=1) + "\n", encoding="utf-8")
        return 0
    if not BASELINE.exists():
        print("no baseline is there to hold the scores against: run with --update, and commit it", file=sys.stderr)
        return 1
    if known["cases"] != corpus:
        print("the cases have changed since the baseline: run with --update", file=sys.stderr)
        return 1
    if sunk:
        print(f"below the floor: {sunk}", file=sys.stderr)
    return 1 if sunk else 0


if __name__ == "__main__":
    sys.exit(main())
