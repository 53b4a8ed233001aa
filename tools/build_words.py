"""Builds src/eventx/lexicon/data/words.csv.gz: English lemmas with their classes and inflected forms.

    python tools/build_words.py

Sources (both MIT-licensed, needed for building only): inflections from ``lemminflect``, word
frequencies from ``spacy-lookups-data`` to leave out rare words.
"""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import lemminflect
import spacy_lookups_data

TARGET = Path(__file__).resolve().parent.parent / "src" / "eventx" / "lexicon" / "data" / "words.csv.gz"
RAREST = -16.3  # log probability: about 45,000 lemmas stay
CLASSES = {"verb": "v", "noun": "n", "adj": "a", "adv": "r"}


def frequencies() -> dict[str, float]:
    """Log probability by word form."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return dict(json.load(stream))


def main() -> None:
    """Write the table: class, lemma, forms (verb: past, participle, -ing, -s; noun: plural)."""
    known = frequencies()
    source = Path(lemminflect.__file__).parent / "resources" / "infl_lu.csv.gz"
    rows = []
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        for lemma, kind, *forms in csv.reader(stream):
            if (
                kind not in CLASSES
                or not lemma.islower()
                or not all(f.isascii() for f in forms)
                or not lemma.isascii()
                or not lemma.isalpha()
            ):
                continue
            heard = max(known.get(form, -99.0) for form in (lemma, *forms) if form)
            if heard < RAREST:
                continue
            if kind == "noun":
                # a form that equals the lemma ("sheep") is no plural to tell by
                plurals = [f for f in forms[0].split("/") if f != lemma] if forms and forms[0] else []
                kept = plurals[:1]
            elif kind == "verb":
                kept = forms
            else:
                kept = []
            rows.append([CLASSES[kind], lemma, *kept])
    rows.sort()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(",".join(row) + "\n" for row in rows)
    with TARGET.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(len(rows), "rows", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
