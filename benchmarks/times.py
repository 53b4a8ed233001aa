"""Time expressions against a gold file, or against a phrase suite.

    python benchmarks/times.py GOLD.jsonl > predictions.jsonl
    python benchmarks/times.py --phrases SUITE.jsonl
    python benchmarks/times.py --speed TEXTS.jsonl[.gz]

A gold line has "id", "text" and "published"; a prediction line has "id" and "timexes", each with
start, end, type, value and, where there are days, range. Ends of ranges are predicted each for
itself, as TimeML annotates them. A suite line has "text", "reference" and "timexes" with
"values"; the ends of its ranges are exclusive, ours are turned into that.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from time import process_time
from typing import Any

from eventx.language.times import document_times, find_times, parse_date
from eventx.records import TimeExpression


def lines(path: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file, packed or not."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


def as_timex(time: TimeExpression) -> dict[str, Any]:
    """One prediction as the scorer reads it."""
    found: dict[str, Any] = {
        "start": time.span.start,
        "end": time.span.end,
        "type": time.type,
        "value": time.value,
    }
    if time.start and time.end and time.type != "DURATION":
        found["range"] = [time.start.isoformat(), time.end.isoformat()]
    return found


def predict(path: str) -> None:
    """Print a prediction line for each gold line; speed goes to standard error."""
    size, spent = 0, 0.0
    document_times("warm up on Monday", date(2024, 6, 17))
    for line in lines(path):
        published = parse_date(line.get("published") or line.get("dct") or "")
        begun = process_time()
        times = document_times(line["text"], published, ranges=False)
        spent += process_time() - begun
        size += len(line["text"])
        print(json.dumps({"id": line["id"], "timexes": [as_timex(t) for t in times]}))
    print(f"{size / 1000 / spent:.0f} KB/s", file=sys.stderr)


def phrases(path: str, show: str = "") -> None:
    """Print, by model and kind, the share of phrases where one of the suite's candidates equals ours."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for line in lines(path):
        if not line["reference"]:
            continue
        reference = date.fromisoformat(line["reference"][:10])
        ours = find_times(line["text"], reference)
        for gold in line["timexes"]:
            if gold["kind"] not in ("date", "daterange"):
                continue
            candidates = {_days(v) for v in gold["values"]} - {("", "")}
            if not candidates:
                continue
            key = (line["id"].rpartition("-")[0], gold["kind"])
            near = [t for t in ours if t.span.start < gold["end"] and gold["start"] < t.span.end]
            fits = any(_ours(t) in candidates for t in near)
            total[key] += 1
            right[key] += fits
            if show and show == gold["kind"] and not fits:
                found = [(t.text, t.value, *_ours(t)) for t in near]
                print(reference, repr(line["text"][:110]), repr(gold["text"]), sorted(candidates), found)
    for kind in ("date", "daterange"):
        for key in sorted(k for k in total if k[1] == kind):
            print(f"{key[0]:32}{kind:10}{right[key]:5}/{total[key]:<5}{right[key] / total[key]:.3f}")
        hits, of = (sum(c[k] for k in total if k[1] == kind) for c in (right, total))
        print(f"{'all':32}{kind:10}{hits:5}/{of:<5}{hits / max(1, of):.3f}")


def _days(value: dict[str, Any]) -> tuple[str, str]:
    if "value" in value:
        return value["value"], ""
    return value.get("start") or "", value.get("end") or ""


def _ours(time: TimeExpression) -> tuple[str, str]:
    if time.start is None or time.end is None:
        return "-", "-"
    if time.signal in ("before", "until") and time.start == time.end:
        return "", time.start.isoformat()
    if time.start == time.end:
        return time.start.isoformat(), ""
    try:
        end = time.end + timedelta(days=0 if "/" in time.value and len(time.value) > 15 else 1)
    except OverflowError:
        return "-", "-"
    return time.start.isoformat(), end.isoformat()


def speed(path: str) -> None:
    """Print kilobytes a second over the texts of a file."""
    texts = [line["text"] for line in lines(path)]
    document_times("warm up on Monday", date(2024, 6, 17))
    begun = process_time()
    found = sum(len(document_times(text, date(2005, 1, 1))) for text in texts)
    spent = process_time() - begun
    print(f"{sum(map(len, texts)) / 1000 / spent:.0f} KB/s, {found} expressions in {len(texts)} texts")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["--phrases"]:
        phrases(*arguments[1:])
    elif arguments[:1] == ["--speed"]:
        speed(arguments[1])
    else:
        predict(arguments[0])
