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
    """Print, by model and kind, the share of phrases where one of the suite's candidates equals ours.

    "unit" also counts a week, month or year that holds the suite's day: for "in two weeks" the suite
    gives a day, we give the week on purpose.
    """
    right: Counter[tuple[str, str]] = Counter()
    unit: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for line in lines(path):
        if not line["reference"]:
            continue
        reference = date.fromisoformat(line["reference"][:10])
        ours = (*find_times(line["text"], reference), *find_times(line["text"], reference, ranges=False))
        for gold in line["timexes"]:
            candidates = sorted({_days(v) for v in gold["values"]} - {("", ""), ("not resolved", "")})
            if gold["kind"] not in ("date", "daterange") or not candidates:
                continue
            key = (line["id"].rpartition("-")[0], gold["kind"])
            near = [t for t in ours if t.span.start < gold["end"] and gold["start"] < t.span.end]
            fits = any(form in candidates for t in near for form in (*_forms(t), *_moments(t, reference)))
            total[key] += 1
            right[key] += fits
            unit[key] += fits or any(_holds(t, c) for t in near for c in candidates)
            if show == gold["kind"] and not fits:
                found = [(t.text, t.value, str(t.start), str(t.end)) for t in near]
                print(reference, repr(line["text"][:110]), repr(gold["text"]), candidates, found)
    for kind in ("date", "daterange"):
        keys = sorted(k for k in total if k[1] == kind)
        for key in keys:
            shares = f"{right[key] / total[key]:.3f} unit {unit[key] / total[key]:.3f}"
            print(f"{key[0]:30}{kind:10}{right[key]:5}/{total[key]:<5}{shares}")
        hits, units, of = (sum(c[k] for k in keys) for c in (right, unit, total))
        print(f"{'all':30}{kind:10}{hits:5}/{of:<5}{hits / max(1, of):.3f} unit {units / max(1, of):.3f}")


def _days(value: dict[str, Any]) -> tuple[str, str]:
    if "value" in value:
        return value["value"], ""
    return value.get("start") or "", value.get("end") or ""


def _forms(time: TimeExpression) -> list[tuple[str, str]]:
    """Our days as the suite writes them: a day alone; a range with its end exclusive; open at one side."""
    if time.start is None or time.end is None:
        return []
    first, last, past = time.start.isoformat(), time.end.isoformat(), _next(time.end)
    if time.signal == "before" or time.signal in ("by", "until"):
        return [("", first), ("", past), (first, "") if first == last else (first, past)]
    if time.signal == "after":
        return [(past, ""), (first, ""), (first, past)]
    if time.signal in ("since", "from", "beginning"):
        return [(first, ""), (first, past)]
    if "/" in time.value:  # the suite leaves out the last unit of some ranges, and keeps it in others
        return [(first, past), (first, last), (first, _begin(time.value.partition("/")[2]))]
    return [(first, "")] if first == last else [(first, past)]


def _moments(time: TimeExpression, reference: date) -> list[tuple[str, str]]:
    """A length that touches publication as the suite writes it: from or to the moment "now", midnight of that day."""
    if time.start is None or time.end is None or time.anchor != "publication":
        return []
    if time.end == reference:
        return [(time.start.isoformat(), time.end.isoformat())]
    if time.start == reference + timedelta(days=1) and time.type == "DURATION":
        return [(reference.isoformat(), time.end.isoformat())]
    return []


def _next(day: date) -> str:
    return (day + timedelta(days=1)).isoformat() if day < date.max else ""


def _begin(value: str) -> str:
    if "-Q" in value:
        return f"{value[:4]}-{3 * int(value[-1]) - 2:02}-01"
    return (value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10]


def _holds(time: TimeExpression, candidate: tuple[str, str]) -> bool:
    if candidate[1] or not candidate[0] or time.start is None or time.end is None or time.basis != "relative":
        return False
    return time.start < time.end and time.start.isoformat() <= candidate[0] <= time.end.isoformat()


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
        speed(*arguments[1:])
    elif not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
    else:
        predict(arguments[0])
