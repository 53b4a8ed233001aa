"""Builds src/eventx/lexicon/data/words.csv.gz: English lemmas with their classes and inflected forms.

    python tools/build_words.py

Sources (all MIT-licensed, needed for building only): inflections from ``lemminflect``, word
frequencies from ``spacy-lookups-data`` to leave out rare words, and the usual class of a form with several
from the lexicon of E. Brill's tagger in ``textblob``.
"""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import lemminflect
import spacy_lookups_data
import textblob

TARGET = Path(__file__).resolve().parent.parent / "src" / "eventx" / "lexicon" / "data" / "words.csv.gz"
COMMON = -14.5  # for words of the tagger's lexicon only
RAREST = -16.3  # log probability: about 45,000 lemmas stay
CLASSES = {"verb": "v", "noun": "n", "adj": "a", "adv": "r"}
# Rows of the source whose forms would hide those of the usual word: misspellings, the golfer's "putting".
HIDING = {("verb", "develope"), ("noun", "developement"), ("verb", "putt"), ("verb", "annexe")}
# Penn tags of the tagger's lexicon -> the letter that stands for a class of forms in the table's "u" rows
USUAL = {
    "NN": "n", "NNS": "s", "VB": "b", "VBP": "b", "VBD": "d", "VBN": "p", "VBG": "g", "VBZ": "z",
    "JJ": "a", "JJR": "a", "JJS": "a", "RB": "r", "RBR": "r", "RBS": "r",
}  # fmt: skip


def frequencies() -> dict[str, float]:
    """Log probability by word form."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return dict(json.load(stream))


def tagger_lexicon() -> dict[str, str]:
    """Each lower-case form of the tagger's lexicon with its usual Penn tag."""
    path = Path(textblob.__file__).parent / "en" / "en-lexicon.txt"
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        form, _, tag = line.partition(" ")
        if tag in USUAL and form.islower() and form.isascii() and form.isalpha():
            found.setdefault(form, tag)
    return found


def classes_of(rows: list[list[str]]) -> dict[str, set[str]]:
    """The classes (v, n, a, r) of every form in the rows."""
    classes: dict[str, set[str]] = {}
    for kind, lemma, *forms in rows:
        for given in (lemma, *forms):
            for form in given.split("/"):
                classes.setdefault(form, set()).add(kind)
    return classes


def lacking(rows: list[list[str]], lexicon: dict[str, str], known: dict[str, float]) -> list[list[str]]:
    """Nouns and adjectives that the tagger's lexicon has and the rows have not ("act" as a noun)."""
    classes = classes_of(rows)
    found = []
    for form, tag in sorted(lexicon.items()):
        kind = {"NN": "n", "JJ": "a"}.get(tag)
        if kind is None or kind in classes.get(form, ()) or known.get(form, -99.0) < COMMON:
            continue
        plural = [form + "s"] if kind == "n" and lexicon.get(form + "s") == "NNS" else []
        found.append([kind, form, *plural])
    return found


def usual_classes(rows: list[list[str]], lexicon: dict[str, str]) -> list[list[str]]:
    """A row "u", form, letter for each form of several classes that the tagger's lexicon has."""
    classes = classes_of(rows)
    return [["u", form, USUAL[tag]] for form, tag in sorted(lexicon.items()) if len(classes.get(form, ())) > 1]


def main() -> None:
    """Write the table: class, lemma, forms (verb: past, participle, -ing, -s; noun: plural; adjective: -er, -est)."""
    known = frequencies()
    source = Path(lemminflect.__file__).parent / "resources" / "infl_lu.csv.gz"
    rows = []
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        for lemma, kind, *forms in csv.reader(stream):
            if (
                kind not in CLASSES
                or (kind, lemma) in HIDING
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
                kept = [f for given in forms for f in given.split("/") if f.isalpha()]  # "higher", "highest"
            rows.append([CLASSES[kind], lemma, *kept])
    lexicon = tagger_lexicon()
    rows += lacking(rows, lexicon, known)
    rows.sort()
    rows += usual_classes(rows, lexicon)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(",".join(row) + "\n" for row in rows)
    with TARGET.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    print(len(rows), "rows", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
